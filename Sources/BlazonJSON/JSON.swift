/// A JSON text as RFC 8259 has it: members in their order, numbers as they were written.
///
/// Credentials are read from strangers and compared byte by byte, so that nothing is guessed: a name that is given
/// twice, half a surrogate pair, and what is deeper or larger than `Limits` are refused.
package enum JSON: Hashable, Sendable {
  case null
  case bool(Bool)
  /// As it was written: `3`, `-0.5`, `1e6`.
  case number(String)
  case string(String)
  case array([JSON])
  case object([Member])

  package struct Member: Hashable, Sendable {
    package var name: String
    package var value: JSON

    package init(_ name: String, _ value: JSON) { (self.name, self.value) = (name, value) }
  }

  /// How much of a stranger's text is read.
  package struct Limits: Sendable {
    package var bytes = 262_144
    package var depth = 64
    package var values = 20_000

    package init() {}
  }

  /// Why a text is refused, and at which byte.
  package struct Problem: Error, Hashable, Sendable {
    package var message: String
    package var offset: Int
  }
}

// MARK: Looking things up

extension JSON {
  /// The member called `name`; `nil` if there is none, or this is no object.
  package subscript(_ name: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name.isExactly(name) }?.value
  }

  package var text: String? { if case .string(let text) = self { text } else { nil } }

  package var elements: [JSON]? { if case .array(let elements) = self { elements } else { nil } }

  package var members: [Member]? { if case .object(let members) = self { members } else { nil } }

  /// The elements of an array, or what stands alone where JSON-LD takes one as a list of one.
  package var list: [JSON] { elements ?? [self] }

  /// An object of those of `members` that have a value.
  package static func object(_ members: KeyValuePairs<String, JSON?>) -> JSON {
    .object(members.compactMap { name, value in value.map { Member(name, $0) } })
  }
}

extension String {
  /// Whether it has the same scalars: Swift holds some for equal that look alike, which a signature tells apart.
  package func isExactly(_ other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}

extension JSON {
  /// By what is written, member by member in their order.
  package static func == (a: JSON, b: JSON) -> Bool { a.bytes == b.bytes }

  package func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}

// MARK: Writing

extension JSON {
  /// On one line without blanks, members in their order (as RFC 8785 spells strings).
  package var bytes: [UInt8] {
    var out: [UInt8] = []
    write(to: &out, indent: nil)
    return out
  }

  /// With two blanks for each level, for people.
  package var prettyBytes: [UInt8] {
    var out: [UInt8] = []
    write(to: &out, indent: 0)
    out.append(UInt8(ascii: "\n"))
    return out
  }

  private func write(to out: inout [UInt8], indent: Int?) {
    func line(_ level: Int) {
      out.append(UInt8(ascii: "\n"))
      out += repeatElement(UInt8(ascii: " "), count: 2 * level)
    }
    func list<Element>(
      _ elements: [Element], _ open: Character, _ close: Character, _ each: (Element, Int?) -> Void
    ) {
      out += open.utf8
      for (index, element) in elements.enumerated() {
        if index > 0 { out.append(UInt8(ascii: ",")) }
        if let indent { line(indent + 1) }
        each(element, indent.map { $0 + 1 })
      }
      if let indent, !elements.isEmpty { line(indent) }
      out += close.utf8
    }
    switch self {
    case .null: out += "null".utf8
    case .bool(let value): out += (value ? "true" : "false").utf8
    case .number(let text): out += text.utf8
    case .string(let text): JSON.write(text, to: &out)
    case .array(let elements):
      list(elements, "[", "]") { element, level in element.write(to: &out, indent: level) }
    case .object(let members):
      list(members, "{", "}") { member, level in
        JSON.write(member.name, to: &out)
        out += (level == nil ? ":" : ": ").utf8
        member.value.write(to: &out, indent: level)
      }
    }
  }

  private static func write(_ text: String, to out: inout [UInt8]) {
    let digits = Array("0123456789abcdef".utf8)
    out.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): out += "\\\"".utf8
      case UInt8(ascii: "\\"): out += "\\\\".utf8
      case 0x08: out += "\\b".utf8
      case 0x09: out += "\\t".utf8
      case 0x0A: out += "\\n".utf8
      case 0x0C: out += "\\f".utf8
      case 0x0D: out += "\\r".utf8
      case 0..<0x20: out += "\\u00".utf8 + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: out.append(byte)
      }
    }
    out.append(UInt8(ascii: "\""))
  }
}
