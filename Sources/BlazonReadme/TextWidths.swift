internal import Shipped

/// How wide words are in the fonts that README badges are measured in, whatever font draws them.
///
/// All badges of this kind are laid out by these figures, so ours stand in line with others; the
/// words are then spread or squeezed to fit (`textLength`). There is no kerning.
enum TextWidths {
  /// A font at a size, by its column in `Widths.txt`.
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

  private static let table = Table(Shipped.ShippedFile.widths.first?.bytes ?? [])
}

/// `Widths.txt`: ranges of code points in rising order, with a width for each font.
private struct Table: Sendable {
  private var firsts: [UInt32] = []
  private var lasts: [UInt32] = []
  /// Four for each range, in pixels.
  private var widths: [Double] = []
  /// What a character that is in no range is taken for: the letter m.
  private var unknown: [Double] = [0, 0, 0, 0]
  /// Four for each of the first 128 characters: nearly all that badges say.
  private var ascii: [Double] = []

  init(_ bytes: [UInt8]) {
    var reader = TableReader(bytes)
    while let (first, last) = reader.range() {
      firsts.append(first)
      lasts.append(last)
      for _ in 0..<4 { widths.append(Double(reader.number()) / 100) }
    }
    if let m = row(of: 0x6D) { unknown = Array(widths[m * 4..<m * 4 + 4]) }
    ascii = (0..<128).flatMap { character in
      (0..<4).map { width(of: character, column: $0) }
    }
  }

  func width(ofASCII character: UInt8, column: Int) -> Double {
    ascii[Int(character) * 4 + column]
  }

  func width(of character: UInt32, column: Int) -> Double {
    if character < 0x20 || character == 0x7F { return 0 }
    return row(of: character).map { widths[$0 * 4 + column] } ?? unknown[column]
  }

  func knows(_ character: UInt32) -> Bool { row(of: character) != nil }

  /// The range that holds `character`.
  private func row(of character: UInt32) -> Int? {
    var (low, high) = (0, firsts.count)
    while low < high {
      let middle = (low + high) / 2
      if firsts[middle] <= character { low = middle + 1 } else { high = middle }
    }
    return low > 0 && lasts[low - 1] >= character ? low - 1 : nil
  }
}

/// Reads `Widths.txt` byte by byte: every program that measures a word reads all of it.
private struct TableReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  /// The code points of the next line; `nil` at the end.
  mutating func range() -> (first: UInt32, last: UInt32)? {
    while rest.first == UInt8(ascii: "#") || rest.first == UInt8(ascii: "\n") {
      rest = rest.drop { $0 != UInt8(ascii: "\n") }.dropFirst()
    }
    guard !rest.isEmpty else { return nil }
    let first = hexadecimal()
    guard rest.first == UInt8(ascii: "-") else { return (first, first) }
    rest.removeFirst()
    return (first, hexadecimal())
  }

  /// The next decimal number of the line.
  mutating func number() -> Int {
    precondition(
      rest.popFirst() == UInt8(ascii: " "), "Widths.txt ships with the program and is well-formed")
    var value = 0
    while let byte = rest.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
      rest.removeFirst()
    }
    return value
  }

  private mutating func hexadecimal() -> UInt32 {
    var value: UInt32 = 0
    while let byte = rest.first, let digit = Character(Unicode.Scalar(byte)).hexDigitValue {
      value = value << 4 | UInt32(digit)
      rest.removeFirst()
    }
    return value
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
