internal import BlazonScene

/// An SVG under way, in UTF-8: whatever could be taken for markup in a text is escaped as it is added.
struct Markup {
  private(set) var bytes: [UInt8] = []

  /// Room for the usual badge.
  init() { bytes.reserveCapacity(1536) }

  mutating func append(_ text: Literal) { bytes.append(contentsOf: text.utf8) }

  /// Character data, or a quoted attribute.
  mutating func append(escaping text: String) {
    guard text.utf8.contains(where: isMarkup) else {
      bytes.append(contentsOf: text.utf8)
      return
    }
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

  /// An element without content. Every value is escaped here, so that nobody can forget it; an attribute without a
  /// value is left out.
  mutating func element(
    _ name: Literal, _ attributes: KeyValuePairs<Literal, String?>
  ) {
    begin(name, attributes)
    append("/>")
  }

  /// An element around what `content` adds.
  mutating func element(
    _ name: Literal, _ attributes: KeyValuePairs<Literal, String?>,
    _ content: (inout Markup) -> Void
  ) {
    begin(name, attributes)
    append(">")
    content(&self)
    append("</")
    append(name)
    append(">")
  }

  /// An element around a text.
  mutating func element(
    _ name: Literal, _ attributes: KeyValuePairs<Literal, String?>, text: String
  ) {
    element(name, attributes) { $0.append(escaping: text) }
  }

  private mutating func begin(
    _ name: Literal, _ attributes: KeyValuePairs<Literal, String?>
  ) {
    append("<")
    append(name)
    for (key, value) in attributes {
      guard let value else { continue }
      append(" ")
      append(key)
      append("=\"")
      append(escaping: value)
      append("\"")
    }
  }
}

private func isMarkup(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "\""),
    UInt8(ascii: "'"):
    true
  default: false
  }
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
