/// Reads a PDF from its first byte to its last, object by object (ISO 32000-1, 7.3), for the streams that it has.
///
/// It needs no table of where things are: a stream is never packed into another, so that files which are embedded stand
/// as they are, whichever program wrote the document and however often it was changed. Bytes within streams are passed
/// over, and the work grows with the file alone.
struct PDFScanner {
  /// A value, as far as anybody here asks.
  indirect enum Value: Hashable {
    case name(String)
    case number(Int)
    case dictionary([String: Value])
    case array([Value])
    /// Strings, references, null and the rest.
    case other

    var dictionary: [String: Value]? {
      if case .dictionary(let entries) = self { entries } else { nil }
    }
    var name: String? { if case .name(let name) = self { name } else { nil } }
  }

  /// A stream, with its bytes as they stand.
  struct Stream {
    var dictionary: [String: Value]
    var bytes: ArraySlice<UInt8>
  }

  /// Something that is no value, or more than is read.
  private struct Broken: Error {}

  private let bytes: [UInt8]
  private var index = 0
  /// Whether what stands for a trailer says that the document is encrypted.
  private(set) var isEncrypted = false

  /// The most bytes that one dictionary may take, and how deep values may nest.
  private static let dictionaryLimit = 256 << 10
  private static let depthLimit = 16

  /// `nil` if it is no PDF: its header stands among the first 1024 bytes.
  init?(_ bytes: [UInt8]) {
    guard PDFScanner.isPDF(bytes) else { return nil }
    self.bytes = bytes
  }

  static func isPDF(_ bytes: [UInt8]) -> Bool {
    // A picture or a text that only speaks of one.
    if let first = bytes.first, "<{".utf8.contains(first) { return false }
    let head = bytes.prefix(1024)
    return head.indices.contains { head[$0...].starts(with: "%PDF-".utf8) }
  }

  /// The next stream of the file; `nil` at its end.
  mutating func next() -> Stream? {
    while index < bytes.count {
      // Before every dictionary that matters stands `obj` or `trailer`.
      let byte = bytes[index]
      let isTrailer = byte == UInt8(ascii: "t")
      if byte == UInt8(ascii: "o"), isWord("obj", after: true) {
        index += 3
      } else if byte == UInt8(ascii: "t"), isWord("trailer", after: false) {
        index += 7
      } else {
        index += 1
        continue
      }
      skipBlanks()
      guard at("<<"), let entries = nextDictionary() else { continue }
      if isTrailer || entries["Type"]?.name == "XRef" {
        isEncrypted = isEncrypted || entries["Encrypt"] != nil
      }
      skipBlanks()
      if at("stream"), let stream = streamBytes(length: entries["Length"]) {
        return Stream(dictionary: entries, bytes: stream)
      }
    }
    return nil
  }

  /// The dictionary at the index; `nil` if it is broken or beyond the limits: then the file goes on where it broke.
  private mutating func nextDictionary() -> [String: Value]? {
    do throws(Broken) {
      return try value(0, until: index + PDFScanner.dictionaryLimit).dictionary
    } catch { return nil }
  }

  /// Whether the word at the index is `word`, and no part of another; after numbers, as of `12 0 obj`, if `isNumbered`.
  private func isWord(_ word: StaticString, after isNumbered: Bool) -> Bool {
    guard at(word) else { return false }
    let end = index + word.utf8CodeUnitCount
    if end < bytes.count, isRegular(bytes[end]) { return false }
    guard index > 0 else { return !isNumbered }
    return isNumbered ? isBlank(bytes[index - 1]) : !isRegular(bytes[index - 1])
  }

  /// The bytes behind the word `stream`: as many as the dictionary says, if the end stands there, else up to the next end.
  private mutating func streamBytes(length: Value?) -> ArraySlice<UInt8>? {
    var start = index + 6
    if start < bytes.count, bytes[start] == 0x0D { start += 1 }
    guard start < bytes.count, bytes[start] == 0x0A else { return nil }
    start += 1
    if case .number(let count)? = length, count >= 0, count <= bytes.count - start {
      index = start + count
      if index < bytes.count, bytes[index] == 0x0D { index += 1 }
      if index < bytes.count, bytes[index] == 0x0A { index += 1 }
      if at("endstream") { return bytes[start..<start + count] }
    }
    index = start
    while index < bytes.count, !(bytes[index] == UInt8(ascii: "e") && at("endstream")) {
      index += 1
    }
    // One without an end is the last thing that is looked at.
    guard index < bytes.count else { return nil }
    // What ends the line before it may be the last of the data as well: that is left to whoever knows where these end.
    return bytes[start..<index]
  }

  // MARK: Values

  private mutating func value(_ depth: Int, until end: Int) throws(Broken) -> Value {
    guard depth <= PDFScanner.depthLimit else { throw Broken() }
    guard index < min(end, bytes.count) else {
      throw Broken()
    }
    switch bytes[index] {
    case UInt8(ascii: "<") where at("<<"): return try dictionary(depth, until: end)
    case UInt8(ascii: "<"):
      index += 1
      skip(until: end) { $0 == UInt8(ascii: ">") }
      index += 1
      return .other
    case UInt8(ascii: "("):
      skipString(until: end)
      return .other
    case UInt8(ascii: "["): return try array(depth, until: end)
    case UInt8(ascii: "/"): return .name(name(until: end))
    default: return word(until: end)
    }
  }

  private mutating func dictionary(_ depth: Int, until end: Int) throws(Broken) -> Value {
    index += 2
    var entries: [String: Value] = [:]
    while true {
      skipBlanks()
      if at(">>") {
        index += 2
        return .dictionary(entries)
      }
      guard index < min(end, bytes.count) else {
        throw Broken()
      }
      guard bytes[index] == UInt8(ascii: "/") else {
        // The rest of a reference, or something else that is nobody's key.
        _ = try value(depth + 1, until: end)
        continue
      }
      let key = name(until: end)
      skipBlanks()
      let value = at(">>") ? .other : try value(depth + 1, until: end)
      // Of a key that stands twice, the last counts, as most readers have it.
      entries[key] = value
    }
  }

  private mutating func array(_ depth: Int, until end: Int) throws(Broken) -> Value {
    index += 1
    var elements: [Value] = []
    while true {
      skipBlanks()
      guard index < min(end, bytes.count) else { throw Broken() }
      if bytes[index] == UInt8(ascii: "]") {
        index += 1
        return .array(elements)
      }
      elements.append(try value(depth + 1, until: end))
    }
  }

  /// A name, with its bytes that are told as numbers.
  private mutating func name(until end: Int) -> String {
    index += 1
    var out: [UInt8] = []
    while index < min(end, bytes.count), isRegular(bytes[index]) {
      if bytes[index] == UInt8(ascii: "#"), index + 2 < bytes.count,
        let high = hex(bytes[index + 1]), let low = hex(bytes[index + 2])
      {
        out.append(high << 4 | low)
        index += 3
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// A number, or a word of another kind. A number before `0 R` is no length: the reference that it begins is.
  private mutating func word(until end: Int) -> Value {
    let start = index
    while index < min(end, bytes.count), isRegular(bytes[index]) { index += 1 }
    // Something that begins nothing.
    if index == start { index += 1 }
    guard index - start <= 10,
      let number = Int(String(decoding: bytes[start..<index], as: UTF8.self))
    else { return .other }
    return isReference ? .other : .number(number)
  }

  /// Whether `0 R` follows.
  private var isReference: Bool {
    var place = index
    func skip(_ holds: (UInt8) -> Bool) -> Int {
      let start = place
      while place < bytes.count, place - start < 16, holds(bytes[place]) { place += 1 }
      return place - start
    }
    guard skip(isBlank) > 0, skip({ (0x30...0x39).contains($0) }) > 0, skip(isBlank) > 0,
      place < bytes.count, bytes[place] == UInt8(ascii: "R")
    else { return false }
    return place + 1 == bytes.count || !isRegular(bytes[place + 1])
  }

  private mutating func skipString(until end: Int) {
    var depth = 0
    while index < min(end, bytes.count) {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      default: break
      }
      index += 1
      if depth == 0 { return }
    }
  }

  private mutating func skip(until end: Int, _ isEnd: (UInt8) -> Bool) {
    while index < min(end, bytes.count), !isEnd(bytes[index]) { index += 1 }
  }

  /// Passes over white space and comments (7.2).
  private mutating func skipBlanks() {
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%") {
        skip(until: bytes.count) { $0 == 0x0A || $0 == 0x0D }
      } else if isBlank(bytes[index]) {
        index += 1
      } else {
        return
      }
    }
  }

  private func at(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard count <= bytes.count - index else { return false }
    return unsafe UnsafeBufferPointer(start: word.utf8Start, count: count)
      .elementsEqual(bytes[index..<index + count])
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte) && byte != 0x0B || byte == 0
  }

  /// Whether `byte` is neither white space nor a delimiter.
  private func isRegular(_ byte: UInt8) -> Bool {
    !isBlank(byte) && !"()<>[]{}/%".utf8.contains(byte)
  }

  private func hex(_ byte: UInt8) -> UInt8? {
    Character(UnicodeScalar(byte)).hexDigitValue.map { UInt8($0) }
  }
}
