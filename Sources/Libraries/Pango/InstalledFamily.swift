internal import CPango

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A family of fonts that the system has installed.
public struct InstalledFamily: Hashable, Sendable {
  /// As a font set is asked for it.
  public var name: String
  /// Which of the characters in question it draws.
  public var scalars: Set<Unicode.Scalar>
  /// Whether it draws in colours of its own, as fonts of emoji do.
  public var isColored = false
}

extension InstalledFonts {
  /// The families with an upright face that draws any of `scalars`, by name.
  func families(writing scalars: [Unicode.Scalar]) -> [InstalledFamily] {
    guard let fonts = unsafe FcConfigGetFonts(config, FcSetSystem) else { return [] }
    var families: [String: Set<Unicode.Scalar>] = [:]
    var colored: Set<String> = []
    for index in unsafe 0..<Int(fonts.pointee.nfont) {
      guard let font = unsafe fonts.pointee.fonts[index], unsafe isUpright(font),
        let name = unsafe familyName(of: font)
      else { continue }
      var characters: OpaquePointer?
      guard unsafe FcPatternGetCharSet(font, FC_CHARSET, 0, &characters) == FcResultMatch else {
        continue
      }
      let drawn = scalars.filter { unsafe FcCharSetHasChar(characters, $0.value) != 0 }
      if drawn.isEmpty { continue }
      families[name, default: []].formUnion(drawn)
      if unsafe isColored(font) { colored.insert(name) }
    }
    return families.sorted { $0.key < $1.key }
      .map {
        InstalledFamily(name: $0.key, scalars: $0.value, isColored: colored.contains($0.key))
      }
  }
}

/// Names and sizes of the installed files with a family that `isMeant`, as the system keeps them: their
/// names, a blank, their bytes.
public func installedFiles(where isMeant: (String) -> Bool) -> [String] {
  InstalledFonts().files(where: isMeant)
}

extension InstalledFonts {
  /// Names and sizes of the files with a family that `isMeant`.
  func files(where isMeant: (String) -> Bool) -> [String] {
    guard let fonts = unsafe FcConfigGetFonts(config, FcSetSystem) else { return [] }
    var paths: Set<String> = []
    for index in unsafe 0..<Int(fonts.pointee.nfont) {
      guard let font = unsafe fonts.pointee.fonts[index], let file = unsafe FontFile(font),
        unsafe familyNames(of: font).contains(where: isMeant)
      else { continue }
      paths.insert(file.path)
    }
    return paths.map { path in
      var status = stat()
      unsafe stat(path, &status)
      return "\(path.split(separator: "/").last ?? "") \(status.st_size)"
    }.sorted()
  }
}

private func isUpright(_ font: OpaquePointer) -> Bool {
  var slant: Int32 = 0
  unsafe FcPatternGetInteger(font, FC_SLANT, 0, &slant)
  return slant == FC_SLANT_ROMAN && (unsafe isOutline(font) || isColored(font))
}

private func isOutline(_ font: OpaquePointer) -> Bool {
  var isOutline: FcBool = 0
  unsafe FcPatternGetBool(font, FC_OUTLINE, 0, &isOutline)
  return isOutline != 0
}

private func isColored(_ font: OpaquePointer) -> Bool {
  var isColored: FcBool = 0
  unsafe FcPatternGetBool(font, FC_COLOR, 0, &isColored)
  return isColored != 0
}

/// The family's English name, or its first where it has none.
func familyName(of font: OpaquePointer) -> String? {
  func string(_ object: String, _ index: Int32) -> String? {
    var value: UnsafeMutablePointer<FcChar8>?
    guard unsafe FcPatternGetString(font, object, index, &value) == FcResultMatch,
      let value = unsafe value
    else {
      return nil
    }
    return unsafe String(cString: value)
  }
  var index: Int32 = 0
  while let language = string(FC_FAMILYLANG, index) {
    if language == "en", let name = string(FC_FAMILY, index) { return name }
    index += 1
  }
  return string(FC_FAMILY, 0)
}
