internal import CPango

/// A family of fonts that the system has installed.
public struct InstalledFamily: Hashable, Sendable {
  /// As a font set is asked for it.
  public var name: String
  /// Which of the characters in question it draws.
  public var scalars: Set<Unicode.Scalar>
}

extension InstalledFonts {
  /// The families with an upright face of outlines that draws any of `scalars`, by name. What draws in
  /// colours of its own, as emoji do, is none.
  func families(writing scalars: [Unicode.Scalar]) -> [InstalledFamily] {
    guard let fonts = unsafe FcConfigGetFonts(config, FcSetSystem) else { return [] }
    var families: [String: Set<Unicode.Scalar>] = [:]
    for index in unsafe 0..<Int(fonts.pointee.nfont) {
      guard let font = unsafe fonts.pointee.fonts[index], unsafe isUprightOutline(font),
        let name = unsafe familyName(of: font)
      else { continue }
      var characters: OpaquePointer?
      guard unsafe FcPatternGetCharSet(font, FC_CHARSET, 0, &characters) == FcResultMatch else {
        continue
      }
      let drawn = scalars.filter { unsafe FcCharSetHasChar(characters, $0.value) != 0 }
      if !drawn.isEmpty { families[name, default: []].formUnion(drawn) }
    }
    return families.sorted { $0.key < $1.key }
      .map { InstalledFamily(name: $0.key, scalars: $0.value) }
  }
}

private func isUprightOutline(_ font: OpaquePointer) -> Bool {
  var slant: Int32 = 0
  unsafe FcPatternGetInteger(font, FC_SLANT, 0, &slant)
  var (isOutline, isColored): (FcBool, FcBool) = (0, 0)
  unsafe FcPatternGetBool(font, FC_OUTLINE, 0, &isOutline)
  unsafe FcPatternGetBool(font, FC_COLOR, 0, &isColored)
  return slant == FC_SLANT_ROMAN && isOutline != 0 && isColored == 0
}

/// The family's English name, or its first where it has none.
private func familyName(of font: OpaquePointer) -> String? {
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
