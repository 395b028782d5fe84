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
    guard let fonts = FcConfigGetFonts(config, FcSetSystem) else { return [] }
    var families: [String: Set<Unicode.Scalar>] = [:]
    for index in 0..<Int(fonts.pointee.nfont) {
      guard let font = fonts.pointee.fonts[index], isUprightOutline(font),
        let name = familyName(of: font)
      else { continue }
      var characters: OpaquePointer?
      guard FcPatternGetCharSet(font, FC_CHARSET, 0, &characters) == FcResultMatch else { continue }
      let drawn = scalars.filter { FcCharSetHasChar(characters, $0.value) != 0 }
      if !drawn.isEmpty { families[name, default: []].formUnion(drawn) }
    }
    return families.sorted { $0.key < $1.key }
      .map { InstalledFamily(name: $0.key, scalars: $0.value) }
  }
}

private func isUprightOutline(_ font: OpaquePointer) -> Bool {
  var slant: Int32 = 0
  FcPatternGetInteger(font, FC_SLANT, 0, &slant)
  var (isOutline, isColored): (FcBool, FcBool) = (0, 0)
  FcPatternGetBool(font, FC_OUTLINE, 0, &isOutline)
  FcPatternGetBool(font, FC_COLOR, 0, &isColored)
  return slant == FC_SLANT_ROMAN && isOutline != 0 && isColored == 0
}

/// The family's English name, or its first where it has none.
private func familyName(of font: OpaquePointer) -> String? {
  func string(_ object: String, _ index: Int32) -> String? {
    var value: UnsafeMutablePointer<FcChar8>?
    guard FcPatternGetString(font, object, index, &value) == FcResultMatch, let value else {
      return nil
    }
    return String(cString: value)
  }
  var index: Int32 = 0
  while let language = string(FC_FAMILYLANG, index) {
    if language == "en", let name = string(FC_FAMILY, index) { return name }
    index += 1
  }
  return string(FC_FAMILY, 0)
}
