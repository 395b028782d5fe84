/// A text as it is searched for and in: words without case, accents and hyphens; letters of Chinese and Japanese one by
/// one, as nothing parts their words.
struct SearchText: Sendable {
  /// A word, or one letter of a script without spaces.
  struct Piece: Hashable, Sendable {
    var text: String
    var letters: [Unicode.Scalar]
    /// Whether it stands in a script without spaces.
    var isUnspaced: Bool
    /// Whether the piece before belongs to the same run of letters.
    var continues: Bool

    var isNumber: Bool {
      letters.allSatisfy { ("0"..."9").contains($0) || $0.properties.numericType != nil }
    }
    var isKatakana: Bool { letters.allSatisfy { (0x30A1...0x30FF).contains($0.value) } }
  }

  private(set) var pieces: [Piece] = []

  /// The longest text that is looked at, in scalars: titles are shorter.
  static let limit = 400

  init(_ text: String) {
    var word: [Unicode.Scalar] = []
    var isAfterApostrophe = false
    func flush(_ pieces: inout [Piece]) {
      guard !word.isEmpty else { return }
      // “Dean's” is of the dean.
      if !(isAfterApostrophe && word == ["s"] && !pieces.isEmpty) {
        pieces.append(
          Piece(text: String(word), letters: word, isUnspaced: false, continues: false))
      }
      (word, isAfterApostrophe) = ([], false)
    }
    var continues = false
    for scalar in text.unicodeScalars.prefix(SearchText.limit) {
      if SearchText.isMark(scalar) {
        // A voice mark makes another letter of a kana; accents of others do not matter.
        if continues, let last = pieces.last?.letters.first,
          let kana = SearchText.voiced(last, scalar)
        {
          pieces[pieces.count - 1].letters = [kana]
          pieces[pieces.count - 1].text = String(Character(kana))
        }
        continue
      }
      if SearchText.isUnspaced(scalar) {
        flush(&pieces)
        pieces.append(
          Piece(
            text: String(Character(scalar)), letters: [scalar], isUnspaced: true,
            continues: continues))
        continues = true
      } else if let small = SearchText.small(scalar) {
        // Most letters are these.
        word.append(small)
        continues = false
      } else if !scalar.isASCII,
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      {
        word += SearchText.folded(scalar)
        continues = false
      } else {
        flush(&pieces)
        continues = false
        isAfterApostrophe = scalar == "'" || scalar == "’"
      }
    }
    flush(&pieces)
  }

  /// The letters of `range` without what parts them.
  func joined(_ range: Range<Int>) -> String { pieces[range].map(\.text).joined() }

  // MARK: Letters

  /// An English letter in lower case, or a digit.
  private static func small(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "a"..."z", "0"..."9": scalar
    case "A"..."Z": Unicode.Scalar(scalar.value + 32)
    default: nil
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x300 else { return false }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return true
    default: return false
    }
  }

  private static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // The middle dot parts words.
    case 0x30FB: false
    case 0x3005, 0x3041...0x3096, 0x30A1...0x30FF, 0x31F0...0x31FF, 0x3400...0x9FFF,
      0xF900...0xFAFF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// か with its mark as が, は with the other as ぱ: in Unicode they stand behind each other.
  private static func voiced(_ kana: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
    switch mark.value {
    case 0x3099: Unicode.Scalar(kana.value + 1)
    case 0x309A: Unicode.Scalar(kana.value + 2)
    default: nil
    }
  }

  /// A letter in lower case, without its accents.
  private static func folded(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    scalar.properties.lowercaseMapping.unicodeScalars.flatMap {
      letter -> [Unicode.Scalar] in
      switch letter.value {
      case _ where isMark(letter): []
      case 0xDF: ["s", "s"]
      case 0xE6: ["a", "e"]
      case 0x153: ["o", "e"]
      // The Russian ё is written е, and й apart is и and its mark.
      case 0x451: ["е"]
      case 0x439: ["и"]
      case 0xFF41...0xFF5A: Unicode.Scalar(letter.value - 0xFF41 + 0x61).map { [$0] } ?? []
      case 0xC0...0x24F: [bases[Int(letter.value) - 0xC0]]
      case 0x1E00...0x1EFF: [base(of: letter)]
      default: [letter]
      }
    }
  }

  /// The letters that accents were put on, from À on: thousands of words ask.
  private static let bases = (0xC0...0x24F).compactMap { Unicode.Scalar($0).map { base(of: $0) } }

  /// The letter that an accent was put on, which Unicode's name of it tells: LATIN SMALL LETTER E WITH ACUTE.
  private static func base(of letter: Unicode.Scalar) -> Unicode.Scalar {
    let start = "LATIN SMALL LETTER "
    guard let name = letter.properties.name, name.hasPrefix(start) else { return letter }
    let rest = name.dropFirst(start.count).prefix { $0 != " " }
    if rest == "DOTLESS" { return "i" }
    guard rest.count == 1, let base = rest.lowercased().unicodeScalars.first else { return letter }
    return base
  }
}

extension String {
  fileprivate init(_ letters: [Unicode.Scalar]) {
    self.init(String.UnicodeScalarView(letters))
  }
}
