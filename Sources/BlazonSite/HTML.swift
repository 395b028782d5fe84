internal import BlazonSource

/// A piece of HTML. What a literal of it takes in is escaped unless it is HTML itself, so that no text leaves its place.
struct HTML: Sendable, ExpressibleByStringInterpolation {
  var text: String

  /// `text` as it is: markup of our own making.
  init(markup text: String) { self.text = text }

  init(stringLiteral value: String) { text = value }

  init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

  struct StringInterpolation: StringInterpolationProtocol {
    var text = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + interpolationCount * 16)
    }

    mutating func appendLiteral(_ literal: String) { text += literal }
    mutating func appendInterpolation(_ words: String) { text += htmlAttribute(words) }
    mutating func appendInterpolation(_ number: Int) { text += String(number) }
    mutating func appendInterpolation(_ html: HTML) { text += html.text }
    mutating func appendInterpolation(_ html: HTML?) { text += html?.text ?? "" }
  }

  static let empty: HTML = ""

  static func + (a: HTML, b: HTML) -> HTML { HTML(markup: a.text + b.text) }

  static func += (a: inout HTML, b: HTML) { a.text += b.text }
}

extension Sequence where Element == HTML {
  /// All of them, one after another.
  func joined(separator: String = "") -> HTML {
    HTML(markup: map(\.text).joined(separator: separator))
  }
}

/// `text` as a string of JSON inside an element `script` of HTML, which no text ends.
func scriptString(_ text: String) -> String {
  quoted(text).replacing("<", with: "\\u003c").replacing(">", with: "\\u003e")
    .replacing("&", with: "\\u0026").replacing("\u{2028}", with: "\\u2028")
    .replacing("\u{2029}", with: "\\u2029")
}
