public import BlazonScene
internal import ICU

/// `text` in capitals, as `language`, a tag of BCP 47, writes them.
public func capitals(of text: String, in language: String) -> String {
  // Greek capitals have no tonos, whatever the language of the words around them.
  if text.unicodeScalars.contains(where: { $0.isGreek }) { return ICU.capitals(of: text, in: "el") }
  guard language.isTag("ga") else { return ICU.capitals(of: text, in: language) }
  // Irish keeps what it puts before a name small: “na hÉireann” becomes “NA hÉIREANN”.
  return text.split(separator: " ", omittingEmptySubsequences: false).map { word in
    let prefix = irishPrefix(of: word)
    return prefix + ICU.capitals(of: String(word.dropFirst(prefix.count)), in: language)
  }.joined(separator: " ")
}

/// `text` with its first letter in capitals, as `language` begins a sentence: Dutch raises “ij” together.
public func sentenceCased(_ text: String, in language: String) -> String {
  let length = language.isTag("nl") && text.lowercased().hasPrefix("ij") ? 2 : 1
  return capitals(of: String(text.prefix(length)), in: language) + text.dropFirst(length)
}

/// `text` with letters and their marks composed where Unicode has a character for both (NFC).
public func composed(_ text: String) -> String {
  text.utf8.allSatisfy { $0 < 0x80 } ? text : ICU.composed(text)
}

extension Unicode.Scalar {
  /// Whether this is of the blocks “Greek and Coptic” or “Greek Extended”.
  fileprivate var isGreek: Bool {
    (0x370...0x3FF).contains(value) || (0x1F00...0x1FFF).contains(value)
  }
}

extension TextDirection {
  /// Of a text by its first letter, as Unicode says it (UAX #9, P2 and P3), what is isolated left out;
  /// `fallback` where it has none.
  public init(of text: String, else fallback: TextDirection = .leftToRight) {
    var depth = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0..<0x80 where !scalar.properties.isAlphabetic: continue
      case 0x2066...0x2068: depth += 1
      case 0x2069: depth = max(0, depth - 1)
      default:
        guard depth == 0, let direction = Direction(of: scalar) else { continue }
        self = direction == .rightToLeft ? .rightToLeft : .leftToRight
        return
      }
    }
    self = fallback
  }
}

extension String {
  /// Whether the text, a tag of BCP 47, is of the language `code`.
  fileprivate func isTag(_ code: String) -> Bool {
    let tag = lowercased()
    return tag == code || tag.hasPrefix(code + "-")
  }
}

/// What stands small before a capital letter at the beginning of an Irish word.
private func irishPrefix(of word: Substring) -> Substring {
  for prefix in ["bhF", "bP", "dT", "gC", "mB", "nD", "nG", "tS"] where word.hasPrefix(prefix) {
    return word.prefix(prefix.count - 1)
  }
  let isVowel: (Character) -> Bool = { "AEIOUÁÉÍÓÚ".contains($0) }
  guard let first = word.first, let second = word.dropFirst().first else { return "" }
  if "nt".contains(first), second == "-" { return word.prefix(2) }
  return "hnt".contains(first) && isVowel(second) ? word.prefix(1) : ""
}
