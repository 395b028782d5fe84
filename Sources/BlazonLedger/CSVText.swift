internal import BlazonSource

/// A CSV text (RFC 4180), row by row, with the places of its fields.
struct CSVText {
  struct Field {
    var text: String
    var place: Place
    /// Where it stands in the file, quotes included.
    var bytes: Range<Int>
    var isQuoted = false
  }

  struct Row {
    /// At most `CSVText.fieldLimit`.
    var fields: [Field]
    var fieldCount: Int
    var place: Place
    /// Without the line's end.
    var bytes: Range<Int>
    /// Whether something in it was found wrong, so that its fields cannot be trusted.
    var isBroken = false

    /// Whether no field says anything: spreadsheets leave such rows behind.
    var isEmpty: Bool {
      fieldCount == fields.count && fields.allSatisfy { $0.text.allSatisfy(\.isWhitespace) }
    }
  }

  static let fieldLimit = 100
  static let delimiters: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]

  let source: SourceText
  let delimiter: UInt8
  /// Bytes that a field may have.
  private let longest: Int
  private var offset: Int
  private var position = Position(line: 1, column: 1)
  private var isBroken = false

  private static let quote = UInt8(ascii: "\"")
  private static let newline = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  init(_ source: SourceText, delimiter: UInt8, longestField: Int) {
    (self.source, self.delimiter, longest) = (source, delimiter, longestField)
    offset = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The next row that is not a blank line; `nil` at the end.
  mutating func next(_ findings: inout Findings) -> Row? {
    while atLineEnd { advance() }
    guard offset < source.bytes.count else { return nil }
    let (begin, start) = (offset, position)
    isBroken = false
    var fields: [Field] = []
    var count = 0
    while true {
      let field = field(&findings)
      count += 1
      if count > CSVText.fieldLimit {
        count += skipLine()
        break
      }
      fields.append(field)
      guard byte == delimiter else { break }
      advance()
    }
    let row = Row(
      fields: fields, fieldCount: count, place: Place(source, start: start, end: position),
      bytes: begin..<offset, isBroken: isBroken)
    // One line end; blank lines are skipped above.
    if byte == CSVText.carriageReturn { advance() }
    advance()
    return row
  }

  /// Goes to the line's end, and says how many delimiters it passed.
  @discardableResult
  mutating func skipLine() -> Int {
    var count = 0
    while byte != nil, !atLineEnd {
      if byte == delimiter { count += 1 }
      advance()
    }
    return count
  }

  private var byte: UInt8? { offset < source.bytes.count ? source.bytes[offset] : nil }

  /// Whether a line ends here: LF or CRLF.
  private var atLineEnd: Bool {
    byte == CSVText.newline || byte == CSVText.carriageReturn && peek == CSVText.newline
  }

  private var peek: UInt8? {
    offset + 1 < source.bytes.count ? source.bytes[offset + 1] : nil
  }

  private var atFieldEnd: Bool { byte == nil || byte == delimiter || atLineEnd }

  private mutating func advance() {
    guard let byte else { return }
    offset += 1
    if byte == CSVText.newline {
      position = Position(line: position.line + 1, column: 1)
    } else if byte & 0xC0 != 0x80 {
      position.column += 1
    }
  }

  private func place(from start: Position) -> Place { Place(source, start: start, end: position) }

  private mutating func field(_ findings: inout Findings) -> Field {
    if byte == CSVText.quote { return quoted(&findings) }
    let (begin, start) = (offset, position)
    var stray: Position?
    while !atFieldEnd {
      if byte == CSVText.quote, stray == nil { stray = position }
      advance()
    }
    let range = begin..<offset
    let text = text(range, place(from: start), &findings)
    if let stray {
      isBroken = true
      findings.error(
        "a quote stands inside a field that does not begin with one",
        at: Place(source, start: stray, end: stray),
        help: "write \(CSVText.quoted(text))")
    }
    return Field(text: text, place: place(from: start), bytes: range)
  }

  private mutating func quoted(_ findings: inout Findings) -> Field {
    let (begin, start) = (offset, position)
    advance()
    let first = offset
    var doubled: [Int] = []
    while byte != nil, offset - first <= longest {
      if byte == CSVText.quote {
        guard peek == CSVText.quote else { break }
        advance()
        doubled.append(offset)
      }
      advance()
    }
    guard byte == CSVText.quote, offset - first <= longest else {
      isBroken = true
      let end = Position(line: start.line, column: start.column + 1)
      findings.error(
        byte == nil
          ? "this quote is never closed" : "this quote is not closed within \(longest) bytes",
        at: Place(source, start: start, end: end),
        help: "close it; what follows in this file is not read")
      offset = source.bytes.count
      return Field(text: "", place: place(from: start), bytes: begin..<offset, isQuoted: true)
    }
    let content = content(first..<offset, without: doubled)
    advance()
    if !atFieldEnd {
      isBroken = true
      let after = position
      let rest = offset
      while !atFieldEnd { advance() }
      let tail = String(decoding: source.bytes[rest..<min(offset, rest + 200)], as: UTF8.self)
      findings.error(
        "text follows the closing quote", at: Place(source, start: after, end: position),
        help: "end the field there, or double the quotes inside: "
          + CSVText.quoted(content + "\"" + tail.filter { $0 != "\"" }))
    }
    return Field(
      text: content, place: place(from: start), bytes: begin..<offset, isQuoted: true)
  }

  /// The text of a plain field, cut if it is too long, which is then reported.
  private mutating func text(
    _ range: Range<Int>, _ place: Place, _ findings: inout Findings
  ) -> String {
    guard range.count > longest else {
      return String(decoding: source.bytes[range], as: UTF8.self)
    }
    isBroken = true
    findings.error("a field of more than \(longest) bytes", at: place)
    return String(decoding: source.bytes[range.prefix(40)], as: UTF8.self)
  }

  private func content(_ range: Range<Int>, without doubled: [Int]) -> String {
    guard !doubled.isEmpty else { return String(decoding: source.bytes[range], as: UTF8.self) }
    var bytes: [UInt8] = []
    var from = range.lowerBound
    for index in doubled {
      bytes += source.bytes[from..<index]
      from = index + 1
    }
    return String(decoding: bytes + source.bytes[from..<range.upperBound], as: UTF8.self)
  }

  /// `text` as a field in quotes.
  static func quoted(_ text: String) -> String {
    "\"" + text.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
  }
}
