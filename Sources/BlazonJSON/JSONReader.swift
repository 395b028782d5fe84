extension JSON {
  /// The value of `bytes`, which hold nothing else.
  package init(_ bytes: [UInt8], limits: Limits = Limits()) throws(Problem) {
    guard bytes.count <= limits.bytes else {
      throw Problem(message: "more than \(limits.bytes) bytes of JSON", offset: limits.bytes)
    }
    var reader = JSONReader(bytes: bytes, limits: limits)
    self = try reader.document()
  }
}

/// Reads JSON (RFC 8259) from UTF-8, as strictly as it is written there.
private struct JSONReader {
  let bytes: [UInt8]
  let limits: JSON.Limits
  var offset = 0
  var values = 0

  mutating func document() throws(JSON.Problem) -> JSON {
    let value = try value(depth: 0)
    skipBlanks()
    guard offset == bytes.count else { throw problem("something stands after the JSON value") }
    return value
  }

  private func problem(_ message: String) -> JSON.Problem {
    JSON.Problem(message: message, offset: offset)
  }

  private var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func skipBlanks() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      offset += 1
    }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    offset += 1
    return true
  }

  private mutating func value(depth: Int) throws(JSON.Problem) -> JSON {
    guard depth < limits.depth else { throw problem("nested deeper than \(limits.depth)") }
    values += 1
    guard values <= limits.values else { throw problem("more than \(limits.values) values") }
    skipBlanks()
    switch next {
    case UInt8(ascii: "{"): return try object(depth)
    case UInt8(ascii: "["): return try array(depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return .number(try number())
    }
  }

  private mutating func word(_ text: String, _ value: JSON) throws(JSON.Problem) -> JSON {
    guard bytes[offset...].starts(with: text.utf8) else { throw problem("not a JSON value") }
    offset += text.utf8.count
    return value
  }

  private mutating func object(_ depth: Int) throws(JSON.Problem) -> JSON {
    offset += 1
    var members: [JSON.Member] = []
    // Of many members only; of few the others are looked through.
    var names = Set<[UInt8]>()
    skipBlanks()
    if take("}") { return .object([]) }
    repeat {
      skipBlanks()
      guard next == UInt8(ascii: "\"") else { throw problem("expected a name in quotes") }
      let start = offset
      let name = try string()
      // By bytes: names that only look alike are two.
      if members.count == 16 { names = Set(members.map { Array($0.name.utf8) }) }
      let isNew =
        members.count < 16
        ? !members.contains { $0.name.isExactly(name) }
        : names.insert(Array(name.utf8)).inserted
      guard isNew else {
        throw JSON.Problem(message: "the name “\(name.prefix(60))” is given twice", offset: start)
      }
      skipBlanks()
      guard take(":") else { throw problem("expected “:”") }
      members.append(JSON.Member(name, try value(depth: depth + 1)))
      skipBlanks()
    } while take(",")
    guard take("}") else { throw problem("expected “,” or “}”") }
    return .object(members)
  }

  private mutating func array(_ depth: Int) throws(JSON.Problem) -> JSON {
    offset += 1
    var elements: [JSON] = []
    skipBlanks()
    if take("]") { return .array([]) }
    repeat {
      elements.append(try value(depth: depth + 1))
      skipBlanks()
    } while take(",")
    guard take("]") else { throw problem("expected “,” or “]”") }
    return .array(elements)
  }

  private mutating func number() throws(JSON.Problem) -> String {
    let start = offset
    func digits() -> Int {
      let from = offset
      while let byte = next, (0x30...0x39).contains(byte) { offset += 1 }
      return offset - from
    }
    _ = take("-")
    let leading = next
    let count = digits()
    guard count == 1 || count > 1 && leading != UInt8(ascii: "0") else {
      offset = start
      throw problem("not a JSON value")
    }
    if take(".") { guard digits() > 0 else { throw problem("expected a digit") } }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      guard digits() > 0 else { throw problem("expected a digit") }
    }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private mutating func string() throws(JSON.Problem) -> String {
    offset += 1
    // Nearly always it is as it stands.
    let start = offset
    while let byte = next, byte != 0x22, byte != 0x5C, byte >= 0x20 { offset += 1 }
    if next == UInt8(ascii: "\"") {
      offset += 1
      return try text(bytes[start..<offset - 1])
    }
    var out = Array(bytes[start..<offset])
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        offset += 1
        return try text(out[...])
      case UInt8(ascii: "\\"): try escape(&out)
      case 0..<0x20: throw problem("a control character within a text")
      default:
        out.append(byte)
        offset += 1
      }
    }
    throw problem("a text without its closing quote")
  }

  private func text(_ bytes: ArraySlice<UInt8>) throws(JSON.Problem) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw problem("a text that is not UTF-8")
    }
    return text
  }

  private mutating func escape(_ out: inout [UInt8]) throws(JSON.Problem) {
    offset += 1
    let plain: [UInt8: UInt8] = [
      UInt8(ascii: "\""): 0x22, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "/"): 0x2F,
      UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): 0x0A,
      UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
    ]
    guard let byte = next else { throw problem("a text without its closing quote") }
    offset += 1
    if let character = plain[byte] {
      out.append(character)
      return
    }
    guard byte == UInt8(ascii: "u") else { throw problem("no such escape") }
    var unit = try hexadecimal()
    if (0xD800..<0xDC00).contains(unit) {
      guard take("\\"), take("u") else { throw problem("half of a surrogate pair") }
      let low = try hexadecimal()
      guard (0xDC00..<0xE000).contains(low) else { throw problem("half of a surrogate pair") }
      unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(unit) else { throw problem("half of a surrogate pair") }
    out += String(Character(scalar)).utf8
  }

  private mutating func hexadecimal() throws(JSON.Problem) -> UInt32 {
    guard offset + 4 <= bytes.count,
      bytes[offset..<offset + 4].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let value = UInt32(String(decoding: bytes[offset..<offset + 4], as: UTF8.self), radix: 16)
    else { throw problem("expected four hexadecimal digits") }
    offset += 4
    return value
  }
}
