internal import Widths

/// How wide words are in the fonts that README badges are measured in, whatever font draws them.
///
/// All badges of this kind are laid out by these figures, so ours stand in line with others; the
/// words are then spread or squeezed to fit (`textLength`). There is no kerning.
enum TextWidths {
  /// A font at a size, by its column in `CharacterWidths`.
  enum Font: Int { case verdana11, verdana10, boldVerdana10, boldHelvetica11 }

  /// The sum of the advances of the characters of `text`, in pixels. Marks, joiners and selectors have none.
  static func width(of text: String, in font: Font) -> Double {
    if text.isASCII {
      return text.utf8.reduce(0) { $0 + table.width(ofASCII: $1, column: font.rawValue) }
    }
    return text.unicodeScalars.reduce(0) {
      $1.hasNoWidth ? $0 : $0 + table.width(of: $1.value, column: font.rawValue)
    }
  }

  /// Whether the width of every letter of `text` is known, and nothing in it is shown as an emoji.
  static func knows(_ text: String) -> Bool {
    if text.isASCII { return text.utf8.allSatisfy { table.knows(UInt32($0)) } }
    return text.unicodeScalars.allSatisfy { scalar in
      scalar.hasNoWidth
        ? scalar.value != 0xFE0F && !scalar.joins
        : table.knows(scalar.value) && !scalar.properties.isEmojiPresentation
    }
  }

  private static let table = Table()
}

/// The compiled table, with the letters of ASCII at hand: nearly all that badges say.
private struct Table: Sendable {
  /// Four for each of the first 128 characters, in pixels.
  private let ascii: [Double]
  private let isKnown: [Bool]
  /// What a character that is in no range is taken for: the letter m.
  private let unknown: (Double, Double, Double, Double)

  init() {
    let widths = CharacterWidths.shared
    let unknown = widths[0x6D] ?? (0, 0, 0, 0)
    self.unknown = unknown
    let characters: Range<UInt32> = 0..<128
    isKnown = characters.map { widths[$0] != nil }
    ascii = characters.flatMap { character -> [Double] in
      if character < 0x20 || character == 0x7F { return [0, 0, 0, 0] }
      let four = widths[character] ?? unknown
      return [four.0, four.1, four.2, four.3]
    }
  }

  func width(ofASCII character: UInt8, column: Int) -> Double {
    ascii[Int(character) * 4 + column]
  }

  func width(of character: UInt32, column: Int) -> Double {
    if character < 0x80 { return width(ofASCII: UInt8(character), column: column) }
    let four = CharacterWidths.shared[character] ?? unknown
    return switch column {
    case 0: four.0
    case 1: four.1
    case 2: four.2
    default: four.3
    }
  }

  func knows(_ character: UInt32) -> Bool {
    character < 0x80 ? isKnown[Int(character)] : CharacterWidths.shared[character] != nil
  }
}

extension String {
  fileprivate var isASCII: Bool { utf8.allSatisfy { $0 < 0x80 } }
}

extension Unicode.Scalar {
  /// Marks on the letter before, and what is never seen.
  fileprivate var hasNoWidth: Bool {
    if value < 0x300 { return value == 0xAD }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return true
    default: return properties.isVariationSelector
    }
  }

  /// Whether it makes one picture of two.
  fileprivate var joins: Bool { value == 0x200D || value == 0x20E3 }
}
