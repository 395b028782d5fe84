/// A JSON number as RDF writes it (JSON-LD 1.1 API section 8.2.2).
///
/// What has no fraction and is less than 10²¹ is an integer, also where it was written `3.0`; all
/// else is an `xsd:double` in its canonical form, `1.5E0`.
struct LinkedNumber {
  let text: String
  let isInteger: Bool

  /// Reads `text`; `nil` where two readers would write two things: no finite double, or an integer
  /// beyond ±(2⁵³ − 1), which some keep whole and others round.
  init?(_ text: String, isDouble: Bool = false) {
    guard let value = Double(text), value.isFinite else { return nil }
    isInteger = !isDouble && value == value.rounded() && value.magnitude < 1e21
    if isInteger {
      guard value.magnitude < 0x1p53 else { return nil }
      self.text = String(Int(value))
    } else {
      self.text = Self.scientific(value)
    }
  }

  /// One digit, up to 15 more without zeros at their end, and the exponent: what C prints for
  /// `%.15E`, shortened. Rounded from the exact value, half to even.
  static func scientific(_ value: Double) -> String {
    guard value != 0 else { return "0.0E0" }
    var (digits, exponent) = exactDigits(value.magnitude)
    if digits.count > 16 {
      let tail = digits[16...]
      let isUp: Bool =
        if tail.first! != 5 { tail.first! > 5 } else {
          tail.dropFirst().contains { $0 != 0 } || digits[15] % 2 == 1
        }
      digits.removeSubrange(16...)
      if isUp {
        var place = 15
        while place >= 0, digits[place] == 9 {
          digits[place] = 0
          place -= 1
        }
        if place >= 0 { digits[place] += 1 } else { (digits, exponent) = ([1], exponent + 1) }
      }
    }
    while digits.count > 1, digits.last == 0 { digits.removeLast() }
    if digits.count == 1 { digits.append(0) }
    let texts = digits.map { String($0) }
    return "\(value < 0 ? "-" : "")\(texts[0]).\(texts[1...].joined())E\(exponent)"
  }

  /// All decimal digits of `value`, which is above 0, and the power of ten of the first.
  private static func exactDigits(_ value: Double) -> (digits: [Int], exponent: Int) {
    // value = significand × 2^power, the significand being whole.
    let power = Int(value.exponent) - 52
    var number = DecimalNumber(UInt64(value.significand * 0x1p52))
    // A binary fraction is a power of five, moved: 2^-n = 5^n × 10^-n.
    number.multiply(by: power < 0 ? 5 : 2, times: abs(power))
    let digits = number.digits
    return (digits, digits.count - 1 + min(power, 0))
  }
}

/// A whole number of any size, for writing doubles exactly.
private struct DecimalNumber {
  /// Nine decimal digits each, the lowest first.
  private var limbs: [UInt64]

  init(_ value: UInt64) {
    limbs = [value % 1_000_000_000, value / 1_000_000_000]
  }

  /// Multiplies by `factor` (2 or 5) as often as `count` says.
  mutating func multiply(by factor: UInt64, times count: Int) {
    // 13 at once: 5^13 fits with a limb into 64 bits.
    for start in stride(from: 0, to: count, by: 13) {
      let step = (0..<min(13, count - start)).reduce(UInt64(1)) { product, _ in product * factor }
      var carry: UInt64 = 0
      for place in limbs.indices {
        carry += limbs[place] * step
        limbs[place] = carry % 1_000_000_000
        carry /= 1_000_000_000
      }
      while carry > 0 {
        limbs.append(carry % 1_000_000_000)
        carry /= 1_000_000_000
      }
    }
  }

  /// The highest first, without zeros before it.
  var digits: [Int] {
    var digits: [Int] = []
    for limb in limbs {
      var rest = Int(limb)
      for _ in 0..<9 {
        digits.append(rest % 10)
        rest /= 10
      }
    }
    while digits.last == 0 { digits.removeLast() }
    return digits.reversed()
  }
}
