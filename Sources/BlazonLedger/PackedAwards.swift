internal import BlazonSource

/// The awards of one file, one after another, in as few bytes as they need.
///
/// An award is its place, its fields, and a zero; a field is a key, a place and a value. Numbers are in
/// groups of seven bits, the lowest first; the eighth bit says that another follows.
final class PackedAwards: Sendable {
  private let source: SourceText
  private let bytes: [UInt8]
  /// The names of facts, by their numbers.
  private let facts: [String]

  init(_ source: SourceText, _ bytes: [UInt8], facts: [String]) {
    (self.source, self.bytes, self.facts) = (source, bytes, facts)
  }

  /// Goes through an award.
  private struct Cursor {
    let bytes: [UInt8]
    var offset: Int

    mutating func number() -> Int {
      var (value, shift) = (0, 0)
      while true {
        let byte = bytes[offset]
        offset += 1
        value |= Int(byte & 0x7F) << shift
        if byte < 0x80 { return value }
        shift += 7
      }
    }

    mutating func signed() -> Int {
      let number = number()
      return number >> 1 ^ -(number & 1)
    }

    /// `line` is the one that the place's own is counted from.
    mutating func place(from line: Int) -> (start: Position, end: Position) {
      let start = Position(line: line + signed(), column: number())
      return (start, Position(line: start.line + signed(), column: number()))
    }

    mutating func skipPlace() { for _ in 0..<4 { _ = number() } }

    mutating func value() -> Range<Int> {
      let count = number()
      defer { offset += count }
      return offset..<offset + count
    }
  }

  func place(at offset: UInt32) -> Place {
    var cursor = Cursor(bytes: bytes, offset: Int(offset))
    let (start, end) = cursor.place(from: 0)
    return Place(source, start: start, end: end)
  }

  /// Every field under `key`, until `body` has enough.
  private func fields(
    _ wanted: Int, at offset: UInt32, _ body: (Range<Int>, Place) -> Bool
  ) {
    var cursor = Cursor(bytes: bytes, offset: Int(offset))
    let line = cursor.place(from: 0).start.line
    while true {
      let found = cursor.number()
      if found == 0 { return }
      let (start, end) = cursor.place(from: line)
      let value = cursor.value()
      if found == wanted, body(value, Place(source, start: start, end: end)) { return }
    }
  }

  private func field(_ key: AwardKey, at offset: UInt32) -> (value: Range<Int>, place: Place)? {
    var field: (Range<Int>, Place)?
    fields(key.packed, at: offset) { value, place in
      field = (value, place)
      return true
    }
    return field
  }

  /// The fact of the programme's own that is called `name`.
  func fact(_ name: String, at offset: UInt32) -> Located<String>? {
    guard let number = facts.firstIndex(of: name) else { return nil }
    var fact: Located<String>?
    fields(AwardKey.packedFact(number), at: offset) { value, place in
      fact = Located(text(value), place)
      return true
    }
    return fact
  }

  func bytes(of key: AwardKey, at offset: UInt32) -> ArraySlice<UInt8>? {
    field(key, at: offset).map { bytes[$0.value] }
  }

  func text(_ key: AwardKey, at offset: UInt32) -> Located<String>? {
    field(key, at: offset).map { Located(text($0.value), $0.place) }
  }

  /// All facts, each with its name.
  func factTexts(at offset: UInt32) -> [String] {
    facts.compactMap { name in fact(name, at: offset).map { "\(name): \($0.value)" } }
  }

  func texts(_ key: AwardKey, at offset: UInt32) -> [Located<String>] {
    var texts: [Located<String>] = []
    fields(key.packed, at: offset) { value, place in
      texts.append(Located(text(value), place))
      return false
    }
    return texts
  }

  /// The text under one of the keys that every award has.
  func required(_ key: AwardKey, at offset: UInt32) -> Located<String> {
    guard let text = text(key, at: offset) else {
      preconditionFailure("an award without “\(key.rawValue)” is not packed")
    }
    return text
  }

  func number(_ key: AwardKey, at offset: UInt32) -> Located<Int>? {
    field(key, at: offset).map { value, place in
      var cursor = Cursor(bytes: bytes, offset: value.lowerBound)
      return Located(cursor.number(), place)
    }
  }

  func date(_ key: AwardKey, at offset: UInt32) -> Located<CalendarDate>? {
    number(key, at: offset).flatMap { number in
      CalendarDate(packed: UInt32(number.value)).map { Located($0, number.place) }
    }
  }

  /// Whether two awards have the same values under the same keys, wherever these stand.
  func isSame(at offset: UInt32, as other: PackedAwards, at otherOffset: UInt32) -> Bool {
    var cursor = Cursor(bytes: bytes, offset: Int(offset))
    var second = Cursor(bytes: other.bytes, offset: Int(otherOffset))
    cursor.skipPlace()
    second.skipPlace()
    while true {
      let key = cursor.number()
      guard second.number() == key else { return false }
      if key == 0 { return true }
      cursor.skipPlace()
      second.skipPlace()
      guard bytes[cursor.value()] == other.bytes[second.value()] else { return false }
    }
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

/// Packs the awards of one file, as `PackedAwards` reads them.
struct AwardPacker {
  private let source: SourceText
  let reading: TableReading
  private var bytes: [UInt8] = []
  private var offsets: [UInt32] = []
  private var line = 0
  /// Whether redacted awards keep what they are redacted of: what is to be compared, and never drawn.
  var keepsAll = false

  /// `count` is the number of awards to make room for.
  init(_ source: LedgerSource, count: Int) {
    (self.source, reading) = (source.text, source.reading)
    // Room that nothing is written to takes no memory; growing would copy everything.
    bytes.reserveCapacity(source.text.bytes.count + count * 48)
    offsets.reserveCapacity(count)
  }

  /// All awards that were packed.
  func awards() -> [Award] {
    let packed = PackedAwards(source, bytes, facts: reading.facts.map(\.name))
    return offsets.map { Award(packed, at: $0) }
  }

  mutating func begin(at place: Place) {
    offsets.append(UInt32(bytes.count))
    line = 0
    add(place)
    line = place.start.line
  }

  mutating func add(_ key: AwardKey, _ text: Located<String>?) {
    guard let text else { return }
    add(key.packed)
    add(text.place)
    add(text.value.utf8.count)
    bytes += text.value.utf8
  }

  mutating func add(_ key: AwardKey, _ number: Located<Int>?) {
    guard let number else { return }
    add(key.packed)
    add(number.place)
    // How many bytes it has is known when it stands there: fewer than 128.
    let index = bytes.count
    bytes.append(0)
    add(number.value)
    bytes[index] = UInt8(bytes.count - index - 1)
  }

  mutating func add(_ key: AwardKey, _ date: Located<CalendarDate>?) {
    add(key, date.map { Located(Int($0.value.packed), $0.place) })
  }

  mutating func add(fact number: Int, _ text: Located<String>) {
    add(AwardKey.packedFact(number))
    add(text.place)
    add(text.value.utf8.count)
    bytes += text.value.utf8
  }

  mutating func end() { bytes.append(0) }

  private mutating func add(_ place: Place) {
    add(signed: place.start.line - line)
    add(place.start.column)
    add(signed: place.end.line - place.start.line)
    add(place.end.column)
  }

  private mutating func add(_ number: Int) {
    var rest = number
    while rest > 0x7F {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  private mutating func add(signed number: Int) { add(number << 1 ^ number >> 63) }
}

extension AwardKey {
  private static let inOrder = allCases

  /// The number that stands for it; never 0.
  fileprivate var packed: Int { (AwardKey.inOrder.firstIndex(of: self) ?? 0) + 1 }

  /// The number that stands for a fact; that of no key.
  fileprivate static func packedFact(_ number: Int) -> Int { 64 + number }
}
