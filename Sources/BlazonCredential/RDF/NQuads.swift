/// Canonical N-Quads, as RDFC-1.0 section 5 writes them: one space between terms, ` .` and a line
/// feed after each statement, and no escape that is not needed.
extension RDFQuad {
  /// The statement as one line of UTF-8, its line feed included; blank nodes are called `label`.
  package func line(label: (ExactText) -> String) -> [UInt8] {
    var out: [UInt8] = []
    subject.write(to: &out, label: label)
    out.append(UInt8(ascii: " "))
    RDFTerm.iri(predicate).write(to: &out, label: label)
    out.append(UInt8(ascii: " "))
    object.write(to: &out, label: label)
    if let graph {
      out.append(UInt8(ascii: " "))
      graph.write(to: &out, label: label)
    }
    out += " .\n".utf8
    return out
  }
}

extension RDFTerm {
  fileprivate func write(to out: inout [UInt8], label: (ExactText) -> String) {
    switch self {
    case .iri(let iri):
      out.append(UInt8(ascii: "<"))
      out += iri.string.utf8
      out.append(UInt8(ascii: ">"))
    case .blank(let name):
      out += "_:".utf8
      out += label(name).utf8
    case .literal(let literal):
      literal.write(to: &out)
    }
  }
}

extension RDFLiteral {
  fileprivate func write(to out: inout [UInt8]) {
    out.append(UInt8(ascii: "\""))
    for scalar in text.string.unicodeScalars { Self.write(scalar, to: &out) }
    out.append(UInt8(ascii: "\""))
    if let language {
      out.append(UInt8(ascii: "@"))
      out += language.string.utf8
    } else if datatype != XSD.string {
      out += "^^<".utf8
      out += datatype.string.utf8
      out.append(UInt8(ascii: ">"))
    }
  }

  private static func write(_ scalar: Unicode.Scalar, to out: inout [UInt8]) {
    switch scalar.value {
    case 0x08: out += "\\b".utf8
    case 0x09: out += "\\t".utf8
    case 0x0A: out += "\\n".utf8
    case 0x0C: out += "\\f".utf8
    case 0x0D: out += "\\r".utf8
    case 0x22: out += "\\\"".utf8
    case 0x5C: out += "\\\\".utf8
    // Controls, and what is no `Char` of XML 1.1.
    case 0..<0x20, 0x7F, 0xFFFE...0xFFFF:
      let digits = String(scalar.value, radix: 16, uppercase: true)
      out += "\\u".utf8
      out += repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count)
      out += digits.utf8
    default: out += UTF8.encode(scalar)!
    }
  }
}
