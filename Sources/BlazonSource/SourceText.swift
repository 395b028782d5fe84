/// A text somebody wrote, under the name it is shown by in messages.
public final class SourceText: Sendable {
  /// As the user would write it, e.g. `badge-specs/acme/badges.yaml`.
  public let name: String
  /// In UTF-8, if it is well.
  public let bytes: [UInt8]
  /// Where each line begins.
  private let lineStarts: [UInt32]

  /// A text of less than 4 GB, called `name` in messages.
  public init(name: String, bytes: [UInt8]) {
    precondition(bytes.count < Int(UInt32.max), "a source text has less than 4 GB")
    (self.name, self.bytes) = (name, bytes)
    let newline = UInt8(ascii: "\n")
    var starts: [UInt32] = [0]
    // Ledgers have many lines: no place is made for more than there are.
    starts.reserveCapacity(bytes.count { $0 == newline } + 1)
    for (index, byte) in bytes.enumerated() where byte == newline {
      starts.append(UInt32(index) + 1)
    }
    lineStarts = starts
  }

  /// Lines, the one after the last line's end included.
  public var lineCount: Int { lineStarts.count }

  /// The line with the number `number`, counted from 1, without its end.
  public func line(_ number: Int) -> String? {
    guard lineStarts.indices.contains(number - 1) else { return nil }
    let start = Int(lineStarts[number - 1])
    let end = number < lineStarts.count ? Int(lineStarts[number]) - 1 : bytes.count
    return text(start..<end)
  }

  /// At most `count` scalars of a line from its scalar `start` on, both counted from 0; less of a longer line than that is
  /// looked at.
  func stretch(ofLine number: Int, from start: Int, count: Int) -> String? {
    guard lineStarts.indices.contains(number - 1) else { return nil }
    var offset = Int(lineStarts[number - 1])
    let end = number < lineStarts.count ? Int(lineStarts[number]) - 1 : bytes.count
    func skip(_ count: Int) {
      var left = count
      while left > 0, offset < end {
        repeat { offset += 1 } while offset < end && bytes[offset] & 0xC0 == 0x80
        left -= 1
      }
    }
    skip(start)
    let first = offset
    skip(count)
    return text(first..<offset)
  }

  /// Where a comment of YAML begins behind `position`, on the same line, that has no blank behind its sign: words, most
  /// likely, that were meant to be read.
  package func wordyComment(behind position: Position) -> Position? {
    guard lineStarts.indices.contains(position.line - 1) else { return nil }
    var offset = Int(lineStarts[position.line - 1])
    var column = 1
    let newline = UInt8(ascii: "\n")
    func byte(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : newline }
    while column < position.column, byte(offset) != newline {
      offset += 1
      if byte(offset) & 0xC0 != 0x80 { column += 1 }
    }
    let blanks = offset
    while byte(offset) == UInt8(ascii: " ") || byte(offset) == UInt8(ascii: "\t") { offset += 1 }
    let next = byte(offset + 1)
    guard offset > blanks, byte(offset) == UInt8(ascii: "#"), next >= 0x80 || next.isWordly else {
      return nil
    }
    return Position(line: position.line, column: position.column + offset - blanks)
  }

  private func text(_ range: Range<Int>) -> String {
    let slice = bytes[range]
    return String(
      decoding: slice.last == UInt8(ascii: "\r") ? slice.dropLast() : slice, as: UTF8.self)
  }
}

extension UInt8 {
  /// Whether it is a letter or a digit of ASCII.
  fileprivate var isWordly: Bool {
    (0x30...0x39).contains(self) || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self)
  }
}

/// A line and a column, both counted from 1; columns count Unicode scalars.
public struct Position: Hashable, Sendable, Comparable {
  // Half the size: there are several of them for every value that was written.
  private var lineNumber: UInt32, columnNumber: UInt32

  /// Both fit: a source text has fewer bytes than 32 bits count.
  public init(line: Int, column: Int) {
    (lineNumber, columnNumber) = (UInt32(line), UInt32(column))
  }

  /// Counted from 1.
  public var line: Int {
    get { Int(lineNumber) }
    set { lineNumber = UInt32(newValue) }
  }

  /// In Unicode scalars, counted from 1.
  public var column: Int {
    get { Int(columnNumber) }
    set { columnNumber = UInt32(newValue) }
  }

  public static func < (a: Position, b: Position) -> Bool {
    (a.line, a.column) < (b.line, b.column)
  }
}

/// A stretch of a source text. The end is exclusive.
public struct Place: Hashable, Sendable {
  /// The text that it is in.
  public var source: SourceText
  /// The first character, and the one behind the last.
  public var start: Position, end: Position

  /// From `start` up to `end` in `source`.
  public init(_ source: SourceText, start: Position, end: Position) {
    (self.source, self.start, self.end) = (source, start, end)
  }

  public static func == (a: Place, b: Place) -> Bool {
    a.source === b.source && a.start == b.start && a.end == b.end
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(source.name)
    hasher.combine(start)
    hasher.combine(end)
  }

  /// `file:line:column`, clickable in editors and terminals.
  public var label: String { "\(source.name):\(start.line):\(start.column)" }
}

/// A value that remembers where it was written.
public struct Located<Value: Sendable>: Sendable {
  /// What was written.
  public var value: Value
  /// Where.
  public var place: Place

  /// `value`, written at `place`.
  public init(_ value: Value, _ place: Place) { (self.value, self.place) = (value, place) }
}

extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
