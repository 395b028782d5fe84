internal import BlazonScene

/// A piece of an SVG, in UTF-8: whatever could be taken for markup in it is escaped already.
struct Markup {
  private(set) var bytes: [UInt8] = []

  init() {}

  /// `text` as character data.
  init(_ text: String) { append(escaping: text) }

  mutating func append(_ text: StaticString) {
    bytes.append(contentsOf: text.description.utf8)
  }

  /// Character data, or a quoted attribute.
  mutating func append(escaping text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "<"): append("&lt;")
      case UInt8(ascii: ">"): append("&gt;")
      case UInt8(ascii: "&"): append("&amp;")
      case UInt8(ascii: "\""): append("&quot;")
      case UInt8(ascii: "'"): append("&#39;")
      default: bytes.append(byte)
      }
    }
  }

  static func + (left: Markup, right: Markup) -> Markup {
    var out = left
    out += right
    return out
  }

  static func += (left: inout Markup, right: Markup) { left.bytes += right.bytes }
}

extension Sequence<Markup> {
  func joined() -> Markup { reduce(into: Markup()) { $0 += $1 } }
}

/// An element of an SVG. Every value is escaped here, so that nobody can forget it; an attribute
/// without a value is left out.
///
/// `content` is markup already; `nil` leaves the element empty.
func element(
  _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?>, _ content: Markup? = nil
) -> Markup {
  var out = Markup()
  out.append("<")
  out.append(name)
  for (key, value) in attributes {
    guard let value else { continue }
    out.append(" ")
    out.append(key)
    out.append("=\"")
    out.append(escaping: value)
    out.append("\"")
  }
  guard let content else {
    out.append("/>")
    return out
  }
  out.append(">")
  out += content
  out.append("</")
  out.append(name)
  out.append(">")
  return out
}

/// `value` as a decimal of at most three places, without needless zeros.
func decimal(_ value: Double) -> String {
  let thousandths = Int((value * 1000).rounded())
  let (whole, remainder) = thousandths.magnitude.quotientAndRemainder(dividingBy: 1000)
  let sign = thousandths < 0 ? "-" : ""
  guard remainder > 0 else { return "\(sign)\(whole)" }
  var (rest, places) = (remainder, 3)
  while rest.isMultiple(of: 10) { (rest, places) = (rest / 10, places - 1) }
  let digits = String(rest)
  return "\(sign)\(whole).\(String(repeating: "0", count: places - digits.utf8.count))\(digits)"
}

/// `#abc` where that says the same as `#aabbcc`.
func shortHexText(of color: Color) -> String {
  let long = color.hexText
  let digits = Array(long.utf8)
  guard digits[1] == digits[2], digits[3] == digits[4], digits[5] == digits[6] else { return long }
  return String(decoding: [digits[0], digits[1], digits[3], digits[5]], as: UTF8.self)
}
