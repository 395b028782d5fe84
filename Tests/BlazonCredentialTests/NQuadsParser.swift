package import BlazonCredential

/// Reads N-Quads, as liberally as the tests need it.
package struct NQuadsParser {
  private var rest: Substring.UnicodeScalarView

  package static func quads(_ text: String) -> [RDFQuad] {
    text.unicodeScalars.split(whereSeparator: { $0 == "\n" || $0 == "\r" }).compactMap { line in
      var parser = NQuadsParser(rest: line)
      return parser.quad()
    }
  }

  private mutating func quad() -> RDFQuad? {
    guard let subject = term() else { return nil }
    guard case .iri(let predicate)? = term(), let object = term() else { fatalError("\(rest)") }
    return RDFQuad(subject, predicate, object, graph: term())
  }

  private mutating func term() -> RDFTerm? {
    while rest.first == " " || rest.first == "\t" { rest.removeFirst() }
    switch rest.first {
    case "<":
      rest.removeFirst()
      return .iri(ExactText(until(">")))
    case "_":
      rest.removeFirst(2)
      let end = rest.firstIndex { $0 == " " || $0 == "\t" } ?? rest.endIndex
      defer { rest = rest[end...] }
      return .blank(ExactText(String(rest[..<end])))
    case "\"":
      rest.removeFirst()
      let text = until("\"")
      if rest.first == "@" {
        rest.removeFirst()
        let end = rest.firstIndex { $0 == " " || $0 == "\t" } ?? rest.endIndex
        defer { rest = rest[end...] }
        return .literal(RDFLiteral(text, language: String(rest[..<end])))
      }
      guard rest.first == "^" else { return .literal(RDFLiteral(text)) }
      rest.removeFirst(3)
      return .literal(RDFLiteral(text, datatype: ExactText(until(">"))))
    default: return nil
    }
  }

  private mutating func until(_ end: Unicode.Scalar) -> String {
    var text = String.UnicodeScalarView()
    while true {
      let scalar = rest.removeFirst()
      if scalar == end { return String(text) }
      guard scalar == "\\" else {
        text.append(scalar)
        continue
      }
      let escape = rest.removeFirst()
      let plain: [Unicode.Scalar: Unicode.Scalar] = [
        "t": "\t", "b": "\u{8}", "n": "\n", "r": "\r", "f": "\u{C}", "\"": "\"", "'": "'",
        "\\": "\\",
      ]
      if let scalar = plain[escape] {
        text.append(scalar)
      } else {
        let count = escape == "u" ? 4 : 8
        text.append(Unicode.Scalar(UInt32(String(rest.prefix(count)), radix: 16)!)!)
        rest.removeFirst(count)
      }
    }
  }
}
