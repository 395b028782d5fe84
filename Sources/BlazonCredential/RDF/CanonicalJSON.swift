internal import BlazonJSON

/// The JSON Canonicalization Scheme (RFC 8785).
extension JSON {
  /// The one text of this value: names in the order of their UTF-16 code units, no blanks, numbers
  /// as ECMAScript writes them. `nil` if it is nested deeper than `depth`, or a number is not finite.
  func canonicalText(depth: Int) -> String? {
    guard depth > 0 else { return nil }
    switch self {
    case .null, .bool, .string:
      return String(decoding: bytes, as: UTF8.self)
    case .number(let text):
      guard let value = Double(text), value.isFinite else { return nil }
      return Self.canonicalText(value)
    case .array(let elements):
      let texts = elements.compactMap { $0.canonicalText(depth: depth - 1) }
      guard texts.count == elements.count else { return nil }
      return "[\(texts.joined(separator: ","))]"
    case .object(let members):
      let texts = members.sorted { $0.name.utf16.lexicographicallyPrecedes($1.name.utf16) }
        .compactMap { member in
          member.value.canonicalText(depth: depth - 1).map { value in
            "\(String(decoding: JSON.string(member.name).bytes, as: UTF8.self)):\(value)"
          }
        }
      guard texts.count == members.count else { return nil }
      return "{\(texts.joined(separator: ","))}"
    }
  }

  /// A number as `Number::toString` of ECMAScript: the shortest digits that come back as `value`.
  static func canonicalText(_ value: Double) -> String {
    guard value != 0 else { return "0" }
    let sign = value < 0 ? "-" : ""
    let (digits, point) = shortestDigits(value.magnitude)
    let count = digits.utf8.count
    func zeros(_ count: Int) -> String { String(repeating: "0", count: count) }
    switch point {
    case count...21 where count <= 21: return sign + digits + zeros(point - count)
    case 1...21: return "\(sign)\(digits.prefix(point)).\(digits.dropFirst(point))"
    case -5...0: return "\(sign)0.\(zeros(-point))\(digits)"
    default:
      let fraction = count > 1 ? "." + digits.dropFirst() : ""
      return "\(sign)\(digits.prefix(1))\(fraction)e\(point > 0 ? "+" : "-")\(abs(point - 1))"
    }
  }

  /// The digits of `value`, which is above 0, and how many of them stand before the point.
  private static func shortestDigits(_ value: Double) -> (digits: String, point: Int) {
    // Swift describes a double with the shortest digits, too: `0.05`, `5e-324`, `100.0`.
    let parts = value.description.split(separator: "e")
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let exponent = parts.count > 1 ? Int(parts[1])! : 0
    let whole = mantissa[0]
    var digits = String(whole) + (mantissa.count > 1 ? mantissa[1] : "")
    let leading = digits.prefix { $0 == "0" }.count
    digits.removeFirst(leading)
    while digits.last == "0" { digits.removeLast() }
    return (digits, whole.count - leading + exponent)
  }
}
