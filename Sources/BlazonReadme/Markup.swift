internal import BlazonScene

/// An element of an SVG. Every value is escaped here, so that nobody can forget it; an attribute
/// without a value is left out.
///
/// `content` is markup already; `nil` leaves the element empty.
func element(
  _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?>, _ content: String? = nil
) -> String {
  var out = "<\(name)"
  for (key, value) in attributes {
    if let value { out += " \(key)=\"\(escaped(value))\"" }
  }
  return out + (content.map { ">\($0)</\(name)>" } ?? "/>")
}

/// `text` as character data or a quoted attribute of XML.
func escaped(_ text: String) -> String {
  var out = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar {
    case "<": out.append(contentsOf: "&lt;".unicodeScalars)
    case ">": out.append(contentsOf: "&gt;".unicodeScalars)
    case "&": out.append(contentsOf: "&amp;".unicodeScalars)
    case "\"": out.append(contentsOf: "&quot;".unicodeScalars)
    case "'": out.append(contentsOf: "&#39;".unicodeScalars)
    default: out.append(scalar)
    }
  }
  return String(out)
}

/// `value` as a decimal of at most three places, without needless zeros.
func decimal(_ value: Double) -> String {
  let thousandths = Int((value * 1000).rounded())
  let (whole, rest) = thousandths.magnitude.quotientAndRemainder(dividingBy: 1000)
  let sign = thousandths < 0 ? "-" : ""
  guard rest > 0 else { return "\(sign)\(whole)" }
  var digits = Substring(String(1000 + rest).dropFirst())
  while digits.last == "0" { digits.removeLast() }
  return "\(sign)\(whole).\(digits)"
}

/// `#abc` where that says the same as `#aabbcc`.
func shortHexText(of color: Color) -> String {
  let long = Array(color.hexText)
  guard long[1] == long[2], long[3] == long[4], long[5] == long[6] else { return color.hexText }
  return String([long[0], long[1], long[3], long[5]])
}
