internal import ICU
internal import Pango

/// Families of installed fonts for the scripts that the shipped fonts cannot write.
public struct FallbackFamilies: Hashable, Sendable {
  public var sans: [String]
  /// For faces with serifs; where none of these has a glyph, `sans` is asked.
  public var serif: [String]

  public init(sans: [String] = [], serif: [String] = []) { (self.sans, self.serif) = (sans, serif) }

  /// All, each once.
  var all: [String] { sans + serif.filter { !sans.contains($0) } }

  /// Those that are asked for emoji, in this order; a colour font that the programme names comes first.
  var emoji: [String] {
    all + ["Noto Color Emoji", "Noto Emoji", "DejaVu Sans", "Noto Sans Symbols2"]
  }

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

extension FontFace {
  /// The families whose glyphs go with the face's own: where Latin, Greek and Cyrillic are.
  var nearFamilies: [String] { isSerif ? ["EB Garamond", "Vollkorn"] : ["Manrope", "Inter"] }

  /// Where glyphs are looked for that the face itself lacks, in this order: first where Latin, Greek
  /// and Cyrillic are, then in the families of the programme's choice, then in those of `chain`, before
  /// and behind the last resort that ships.
  func fallbackFamilies(
    _ families: FallbackFamilies, for text: String, in language: String,
    chain: FallbackChain = FallbackChain()
  ) -> [String] {
    let chosen = isSerif ? families.serif + families.sans : families.sans
    return nearFamilies + FallbackFamilies.sorted(chosen, for: text, in: language) + chain.scripts
      + (isSerif ? ["Manrope", "Inter"] : []) + [FontFace.lastResort] + chain.others
  }
}

/// The installed families that write what of a text our fonts are not made for: the same on every machine
/// that has the same fonts.
struct FallbackChain: Hashable, Sendable {
  /// For letters of scripts that our fonts do not have.
  var scripts: [String] = []
  /// For what several scripts share, and Latin, Greek and Cyrillic, where nothing that ships has it.
  var others: [String] = []

  init() {}

  /// `installed` are the families that draw any of `letters`, which stand in `text`.
  init(
    for letters: [Unicode.Scalar], of text: String, in language: String, isSerif: Bool,
    installed: [InstalledFamily]
  ) {
    let region = FallbackFamilies.ideographRegion(of: text, in: language) ?? "SC"
    let foreign = letters.filter(\.isForeign)
    let scripts = foreign.map(script(of:)).reduce(into: [String]()) { scripts, script in
      if !scripts.contains(script) { scripts.append(script) }
    }
    let preferred = scripts.flatMap { families(of: $0, region: region, isSerif: isSerif) }
    func order(_ family: InstalledFamily) -> (Int, Int, Int, String) {
      let key = plain(family.name)
      return (
        preferred.firstIndex(of: key) ?? preferred.count, rank(of: family, isSerif: isSerif),
        family.name.hasSuffix(" \(region)") ? 0 : 1, family.name
      )
    }
    let sorted = installed.filter { !$0.isColored }.sorted { order($0) < order($1) }
    self.scripts = cover(foreign, with: sorted)
    others = cover(letters.filter { !$0.isForeign }, with: sorted)
      .filter { !self.scripts.contains($0) }
  }
}

/// The fewest of `families` that draw all of `letters` together, the first preferred.
private func cover(_ letters: [Unicode.Scalar], with families: [InstalledFamily]) -> [String] {
  var (rest, chosen) = (Set(letters), [String]())
  while let most = families.map({ rest.intersection($0.scalars).count }).max(), most > 0 {
    // One that draws nearly all, as the family of a script does, goes before one that has them by chance.
    let next = families.first { 5 * rest.intersection($0.scalars).count >= 4 * most }
    guard let next else { break }
    chosen.append(next.name)
    rest.subtract(next.scalars)
  }
  return chosen
}

/// What Noto calls the families of a script, in plain letters, the first preferred.
private func families(of script: String, region: String, isSerif: Bool) -> [String] {
  let names: (sans: [String], serif: [String]) =
    switch script {
    case "Han", "Hiragana", "Katakana", "Hangul", "Bopomofo":
      (["Noto Sans CJK \(region)"], ["Noto Serif CJK \(region)"])
    case "Arabic": (["Noto Sans Arabic"], ["Noto Naskh Arabic"])
    default: (["Noto Sans \(script)"], ["Noto Serif \(script)"])
    }
  return (isSerif ? names.serif + names.sans : names.sans + names.serif).map(plain)
}

/// Letters and digits alone: Unicode writes `Meetei_Mayek`, fonts `Meetei Mayek`.
private func plain(_ name: String) -> String {
  name.lowercased().filter { $0.isLetter || $0.isNumber }
}

/// What comes first is preferred: Noto, with serifs or without as the face is, special designs last.
private func rank(of family: InstalledFamily, isSerif: Bool) -> Int {
  let name = family.name
  guard name.hasPrefix("Noto ") else { return 4 }
  if name.hasPrefix("Noto Sans Mono ") { return 3 }
  if name.hasPrefix("Noto Sans ") { return isSerif ? 1 : 0 }
  return name.hasPrefix("Noto Serif ") ? (isSerif ? 0 : 1) : 2
}

extension Unicode.Scalar {
  /// Whether the letter belongs to a script that the shipped fonts are not made for.
  var isForeign: Bool {
    if value < 0x0530 { return false }
    switch script(of: self) {
    case "Common", "Inherited", "Latin", "Greek", "Cyrillic", "Unknown": return false
    default: return true
    }
  }
}

extension String {
  /// The characters that ask to be shown as emoji.
  var emoji: [Unicode.Scalar] {
    guard utf8.contains(where: { $0 >= 0xE2 }) else { return [] }
    let scalars = Array(unicodeScalars)
    return scalars.indices.filter { index in
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      if next == "\u{FE0E}" { return false }
      return scalars[index].properties.isEmojiPresentation
        || next == "\u{FE0F}" && scalars[index].properties.isEmoji
    }.map { scalars[$0] }
  }
}
