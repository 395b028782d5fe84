/// Rows that become one CSV text (RFC 4180): as many fields in each as the widest has, a row that says nothing a blank line,
/// and no line break in a field, so that the number of a line is the number of a row.
struct CSVRows {
  /// Why a field is not written.
  enum Problem: Error {
    case long(Int)
    case nul
    case notUTF8
    /// The text has become too long.
    case full

    /// What is wrong with `field`, as in “cell B7”.
    func error(in field: String, _ limits: TableLimits) -> TableError {
      switch self {
      case .long(let count):
        TableError(
          "\(field) has \(count) bytes; at most \(limits.field) are read", help: "shorten it")
      case .nul: TableError("\(field) has the invisible character U+0000", help: "remove it")
      case .notUTF8:
        TableError("\(field) has bytes that are not UTF-8", help: "write its text anew")
      case .full:
        TableError(
          "the table has more than \(limits.bytes) bytes of text",
          help: "read fewer rows or columns")
      }
    }
  }

  private let limits: TableLimits
  private var bytes: [UInt8] = []
  /// Where each row ends, and how many fields it has: none if it says nothing.
  private var ends: [(end: UInt32, fields: UInt32)] = []
  private var width = 0

  init(_ limits: TableLimits) { self.limits = limits }

  /// Rows written.
  var count: Int { ends.count }

  /// Ends the last row; further ones may be blank.
  mutating func skip(to count: Int) {
    while ends.count < count { ends.append((UInt32(bytes.count), 0)) }
  }

  /// Writes a row. A problem is with the field of the number in `fields` at which it ended.
  mutating func append(_ fields: [[UInt8]], failedAt column: inout Int) throws(Problem) {
    let last = fields.lastIndex { !$0.isEmpty }
    let count = last.map { $0 + 1 } ?? 0
    for index in 0..<count {
      column = index
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      try write(fields[index])
    }
    width = max(width, count)
    ends.append((UInt32(bytes.count), UInt32(count)))
    guard bytes.count + 2 * ends.count <= limits.bytes else { throw .full }
  }

  private mutating func write(_ field: [UInt8]) throws(Problem) {
    guard field.count <= limits.field else { throw .long(field.count) }
    guard !field.contains(0) else { throw .nul }
    guard field.allSatisfy({ $0 < 0x80 }) || String(validating: field, as: UTF8.self) != nil else {
      throw .notUTF8
    }
    let quote = UInt8(ascii: "\"")
    let field = CSVRows.oneLine(field)
    // A reader may look for semicolons and tabs, too.
    guard field.contains(where: { [quote, 0x2C, 0x3B, 0x09].contains($0) }) else {
      bytes += field
      return
    }
    bytes.append(quote)
    for byte in field {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }

  /// `field` with a space for each line break.
  private static func oneLine(_ field: [UInt8]) -> [UInt8] {
    let (lineFeed, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    guard field.contains(where: { $0 == lineFeed || $0 == carriageReturn }) else { return field }
    var out: [UInt8] = []
    for (index, byte) in field.enumerated() {
      switch byte {
      case carriageReturn: out.append(0x20)
      case lineFeed:
        if index == 0 || field[index - 1] != carriageReturn { out.append(0x20) }
      default: out.append(byte)
      }
    }
    return out
  }

  /// The text. Rows of fewer fields than `least`, or than the widest has, end with empty ones.
  func text(width least: Int = 0) throws(Problem) -> [UInt8] {
    let width = max(width, least)
    let written = ends.count { $0.fields > 0 }
    let fields = ends.reduce(0) { $0 + Int($1.fields) }
    let length = bytes.count + 2 * ends.count + width * written - fields
    guard length <= limits.bytes else { throw .full }
    var out: [UInt8] = []
    out.reserveCapacity(length)
    var start = 0
    for row in ends {
      out += bytes[start..<Int(row.end)]
      start = Int(row.end)
      if row.fields > 0 {
        out.append(contentsOf: repeatElement(UInt8(ascii: ","), count: width - Int(row.fields)))
      }
      out += [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
    }
    return out
  }
}
