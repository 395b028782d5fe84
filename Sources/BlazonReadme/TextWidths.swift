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
    text.unicodeScalars.reduce(0) {
      $1.hasNoWidth ? $0 : $0 + table.width(of: $1.value, column: font.rawValue)
    }
  }

  /// Whether the width of every letter of `text` is known, and nothing in it is shown as an emoji.
  static func knows(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
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

  init(_ bytes: [UInt8]) {
    for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
      let words = line.split(separator: UInt8(ascii: " ")).map {
        String(decoding: $0, as: UTF8.self)
      }
      let ends = words[0].split(separator: "-").compactMap { UInt32($0, radix: 16) }
      let row = words.dropFirst().compactMap(Double.init).map { $0 / 100 }
      guard let first = ends.first, let last = ends.last, row.count == 4 else {
        preconditionFailure("Widths.txt ships with the program and is well-formed")
      }
      firsts.append(first)
      lasts.append(last)
      widths += row
    }
    if let m = row(of: 0x6D) { unknown = Array(widths[m * 4..<m * 4 + 4]) }
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
