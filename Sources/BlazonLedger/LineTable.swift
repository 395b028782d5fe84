internal import BlazonSource

/// Where the lines of a text begin and end, as offsets of its bytes.
struct LineTable {
  private let bytes: [UInt8]
  private var starts: [Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    starts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(index + 1)
    }
  }

  func offset(_ mark: Position) -> Int {
    var offset = starts[min(mark.line, starts.count) - 1]
    var column = 1
    while offset < bytes.count, column < mark.column {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      column += 1
    }
    return offset
  }

  /// The first byte of the line that has `offset`.
  func lineStart(of offset: Int) -> Int {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return starts[low]
  }

  /// Where the line of `offset` ends, before its line break.
  func lineEnd(after offset: Int) -> Int {
    let end = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    return end > offset && bytes[end - 1] == UInt8(ascii: "\r") ? end - 1 : end
  }

  /// Where the line before that of `offset` ends, before its line break; there is one.
  func previousLineEnd(before offset: Int) -> Int {
    let end = lineStart(of: offset) - 1
    return end > 0 && bytes[end - 1] == UInt8(ascii: "\r") ? end - 1 : end
  }

  /// The first byte behind the line of `offset` and its break.
  func nextLine(after offset: Int) -> Int {
    bytes[offset...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
  }

  /// The line break at `offset`; at the end of the file, that of the first line.
  func newline(at offset: Int) -> [UInt8] {
    if offset < bytes.count {
      return bytes[offset] == UInt8(ascii: "\r") ? Array("\r\n".utf8) : Array("\n".utf8)
    }
    let first = bytes.firstIndex(of: UInt8(ascii: "\n")) ?? 0
    return first > 0 && bytes[first - 1] == UInt8(ascii: "\r")
      ? Array("\r\n".utf8) : Array("\n".utf8)
  }

  /// Whether nothing but white space, and as many of `sign` as are asked for, stands in `range`.
  func isBlank(_ range: Range<Int>, but sign: Unicode.Scalar? = nil) -> Bool {
    var signs = 0
    for byte in bytes[range] where !isSpace(byte) {
      guard let sign, byte == UInt8(ascii: sign), signs == 0 else { return false }
      signs += 1
    }
    return sign == nil || signs == 1
  }

  /// Whether only white space stands between the line's start and `offset`.
  func beginsLine(_ offset: Int) -> Bool { isBlank(lineStart(of: offset)..<offset) }

  /// The last byte before `offset` that is no white space: where it is, if it is `sign`.
  func last(_ sign: Unicode.Scalar, before offset: Int) -> Int? {
    guard let index = bytes[..<offset].lastIndex(where: { !isSpace($0) }),
      bytes[index] == UInt8(ascii: sign)
    else { return nil }
    return index
  }

  /// The end of the last line up to `offset` that is not blank.
  func writtenEnd(before offset: Int) -> Int {
    (bytes[..<offset].lastIndex { !isSpace($0) } ?? -1) + 1
  }

  /// The end of the last comment that stands on lines below `offset`, each indented by more than `column` signs; else that of
  /// the line of `offset`.
  func commentEnd(below offset: Int, deeperThan column: Int) -> Int {
    var (end, line) = (lineEnd(after: offset), nextLine(after: offset))
    while line < bytes.count {
      let text = bytes[line..<lineEnd(after: line)]
      let first = text.firstIndex { !isSpace($0) }
      if let first {
        guard bytes[first] == UInt8(ascii: "#"), first - line > column else { break }
        end = text.endIndex
      }
      line = nextLine(after: line)
    }
    return end
  }

  /// Whether what begins at `offset` does so with one of `signs`; an anchor may stand before it.
  func begins(at offset: Int, with signs: String) -> Bool {
    var rest = bytes[offset...]
    if rest.first == UInt8(ascii: "&") {
      rest = rest.drop { !isSpace($0) }
      rest = rest.drop { $0 == UInt8(ascii: " ") }
    }
    return rest.first.map { signs.utf8.contains($0) } ?? false
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
  }
}
