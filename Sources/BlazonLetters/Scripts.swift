public import BlazonScene
internal import ICU

/// `text` in capitals, as `language`, a tag of BCP 47, writes them.
public func capitals(of text: String, in language: String) -> String {
  // Of plain letters Turkish and Azerbaijani alone have capitals of their own, and Irish small prefixes.
  let code = language.prefix(2).lowercased()
  if !["tr", "tu", "az", "ga"].contains(code), text.utf8.allSatisfy({ $0 < 0x80 }) {
    return String(decoding: text.utf8.map { isSmall($0) ? $0 & 0xDF : $0 }, as: UTF8.self)
  }
  // Greek capitals have no tonos, whatever the language of the words around them.
  if text.unicodeScalars.contains(where: { $0.isGreek }) { return ICU.capitals(of: text, in: "el") }
  guard language.isTag("ga") else { return ICU.capitals(of: text, in: language) }
  // Irish keeps what it puts before a name small: “na hÉireann” becomes “NA hÉIREANN”.
  return text.split(separator: " ", omittingEmptySubsequences: false).map { word in
    let prefix = irishPrefix(of: word)
    return prefix + ICU.capitals(of: String(word.dropFirst(prefix.count)), in: language)
  }.joined(separator: " ")
}

/// Whether `byte` is one of a…z.
private func isSmall(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }

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
      case 0x41...0x5A, 0x61...0x7A:
        guard depth == 0 else { continue }
        self = .leftToRight
        return
      case 0..<0x80: continue
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

extension String {
  /// The most marks that one letter may carry: more is meant to be ugly.
  public static let markLimit = 30

  /// The first letter that carries more marks than `markLimit`.
  public var overloadedLetter: Character? {
    guard utf8.count > String.markLimit, utf8.contains(where: { $0 >= 0xC2 }) else { return nil }
    return first { letter in
      letter.utf8.count > String.markLimit
        && letter.unicodeScalars.count(where: \.isMark) > String.markLimit
    }
  }

  /// Whether room between letters does not tear them: Arabic and its kin join, the scripts of India hang
  /// from one line, those of South-East Asia and Tibet stack.
  public var canBeSpaced: Bool {
    !unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x0600...0x109F, 0x1780...0x18AF, 0x1900...0x1C4F, 0x1CD0...0x1CFF, 0xA840...0xAAFF,
        0xABC0...0xABFF, 0xFB50...0xFDFF, 0xFE70...0xFEFC, 0x10A00...0x10A5F, 0x11000...0x11DFF,
        0x1E900...0x1E95F:
        true
      default: false
      }
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isMark: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark: true
    default: false
    }
  }
}
