internal import BlazonSource

/// A JSON text as YAML reads it: YAML's flow style is JSON but for one spelling.
///
/// RFC 8259 writes a character past U+FFFF as two escapes, `\ud83d\ude00`; YAML as one, `\U0001F600`. Places in
/// what is read are told as places in what was written.
struct JSONText {
  let bytes: [UInt8]
  /// Behind each escape that was written anew.
  private let ends: [Position]

  /// How many characters shorter such an escape is.
  private static let saved = 2

  init(_ text: [UInt8]) {
    let (backslash, newline) = (UInt8(ascii: "\\"), UInt8(ascii: "\n"))
    var (bytes, ends): ([UInt8], [Position]) = ([], [])
    bytes.reserveCapacity(text.count)
    var (line, column, index) = (1, 1, 0)
    while index < text.count {
      let byte = text[index]
      if byte == backslash, let scalar = JSONText.pair(in: text, at: index) {
        let digits = String(scalar, radix: 16)
        bytes += "\\U\(String(repeating: "0", count: 8 - digits.count))\(digits)".utf8
        column += 10
        index += 12
        ends.append(Position(line: line, column: column))
        continue
      }
      // What is escaped begins no escape.
      let count = byte == backslash && index + 1 < text.count && text[index + 1] != newline ? 2 : 1
      for byte in text[index..<index + count] {
        bytes.append(byte)
        if byte & 0xC0 != 0x80 { column += 1 }
      }
      if byte == newline { (line, column) = (line + 1, 1) }
      index += count
    }
    (self.bytes, self.ends) = (bytes, ends)
  }

  /// Where `position` is in the text as it was written.
  func original(_ position: Position) -> Position {
    // Few texts have any, and those few.
    let before = ends.count { $0.line == position.line && $0 <= position }
    return Position(line: position.line, column: position.column + JSONText.saved * before)
  }

  /// The character that two escapes at `index` stand for; `nil` if there are none.
  private static func pair(in text: [UInt8], at index: Int) -> UInt32? {
    guard let high = escape(in: text, at: index), (0xD800...0xDBFF).contains(high),
      let low = escape(in: text, at: index + 6), (0xDC00...0xDFFF).contains(low)
    else { return nil }
    return 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
  }

  private static func escape(in text: [UInt8], at index: Int) -> UInt32? {
    guard index + 6 <= text.count, text[index] == UInt8(ascii: "\\"),
      text[index + 1] == UInt8(ascii: "u")
    else { return nil }
    return UInt32(String(decoding: text[index + 2..<index + 6], as: UTF8.self), radix: 16)
  }
}
