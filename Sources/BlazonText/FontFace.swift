/// A font of the house, by the name that specs call it.
public struct FontFace: Hashable, Sendable {
  /// As specs write it: `Sora ExtraBold`.
  public let name: String
  /// The family under which the file answers.
  let family: String
  /// CSS's 100…900.
  let weight: Int
  let isItalic: Bool
  /// Whether other scripts beside it look better with serifs.
  public let isSerif: Bool

  private init(
    _ name: String, family: String, weight: Int, isItalic: Bool = false, isSerif: Bool = false
  ) {
    (self.name, self.family, self.weight, self.isItalic) = (name, family, weight, isItalic)
    self.isSerif = isSerif
  }

  /// Sora's files state weights of 126 and 190, so they are asked for by their style's own family.
  public static let all = [
    FontFace("Inter", family: "Inter", weight: 400),
    FontFace("Inter SemiBold", family: "Inter", weight: 600),
    FontFace("Inter Bold", family: "Inter", weight: 700),
    FontFace("Inter Display Bold", family: "Inter Display", weight: 700),
    FontFace("Sora SemiBold", family: "Sora SemiBold", weight: 400),
    FontFace("Sora ExtraBold", family: "Sora ExtraBold", weight: 400),
    FontFace("Manrope ExtraBold", family: "Manrope", weight: 800),
    FontFace("EB Garamond", family: "EB Garamond", weight: 400, isSerif: true),
    FontFace(
      "EB Garamond Italic", family: "EB Garamond", weight: 400, isItalic: true, isSerif: true),
    FontFace("Vollkorn SemiBold", family: "Vollkorn", weight: 600, isSerif: true),
    FontFace("JetBrains Mono", family: "JetBrains Mono", weight: 400),
    FontFace("DejaVu Sans", family: "DejaVu Sans", weight: 400),
    FontFace("DejaVu Sans Bold", family: "DejaVu Sans", weight: 700),
  ]

  /// The face that specs call `name`.
  public init?(named name: String) {
    guard let face = FontFace.all.first(where: { $0.name == name }) else { return nil }
    self = face
  }

  /// The face that is called `name` where only names of faces can be: a spec that says another is
  /// refused when it is read.
  public init(known name: String) {
    guard let face = FontFace(named: name) else {
      preconditionFailure("“\(name)” is no face of the house")
    }
    self = face
  }

  /// Where glyphs are looked for that the face itself lacks, in this order: first where Latin, Greek
  /// and Cyrillic are, then in the families of the programme's choice, then in the last resort.
  func fallbackFamilies(_ families: FallbackFamilies, for text: String, in language: String)
    -> [String]
  {
    let near = isSerif ? ["EB Garamond", "Vollkorn"] : ["Manrope", "Inter"]
    let chosen = isSerif ? families.serif + families.sans : families.sans
    return near + FallbackFamilies.sorted(chosen, for: text, in: language)
      + (isSerif ? ["Manrope", "Inter"] : []) + ["DejaVu Sans"]
  }
}

/// Families of installed fonts for the scripts that the shipped fonts cannot write.
public struct FallbackFamilies: Hashable, Sendable {
  public var sans: [String]
  /// For faces with serifs; where none of these has a glyph, `sans` is asked.
  public var serif: [String]

  public init(sans: [String] = [], serif: [String] = []) { (self.sans, self.serif) = (sans, serif) }

  /// All, each once.
  var all: [String] { sans + serif.filter { !sans.contains($0) } }

  /// `families` with the one first that draws ideographs as `text` wants them: Chinese, Japanese
  /// and Korean share code points, not shapes, and a family for one of them says so in its name.
  static func sorted(_ families: [String], for text: String, in language: String) -> [String] {
    guard let region = ideographRegion(of: text, in: language) else { return families }
    let wanted = families.filter { $0.hasSuffix(" \(region)") }
    return wanted + families.filter { !$0.hasSuffix(" \(region)") }
  }

  static func ideographRegion(of text: String, in language: String) -> String? {
    let tag = language.lowercased()
    if tag == "ja" || tag.hasPrefix("ja-") { return "JP" }
    if tag == "ko" || tag.hasPrefix("ko-") { return "KR" }
    if tag.hasPrefix("zh") {
      if tag.contains("hk") { return "HK" }
      return tag.contains("hant") || tag.contains("tw") ? "TC" : "SC"
    }
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x3040...0x30FF: return "JP"
      case 0x1100...0x11FF, 0xAC00...0xD7AF: return "KR"
      default: continue
      }
    }
    return nil
  }
}
