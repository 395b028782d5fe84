/// `value` in decimal digits, without an exponent, of the 15 digits that a spreadsheet shows; `nil` for what is no number.
func decimal(_ value: Double) -> String? {
  guard value.isFinite else { return nil }
  // The shortest digits that mean the value, as in “-1.25e-07”.
  var text = value.magnitude.description[...]
  var exponent = 0
  if let sign = text.firstIndex(of: "e") {
    exponent = Int(text[text.index(after: sign)...]) ?? 0
    text = text[..<sign]
  }
  let parts = text.split(separator: ".")
  var digits = parts.joined().utf8.map { Int($0) - 0x30 }
  /// Digits before the point.
  var whole = (parts.first?.count ?? 0) + exponent
  while digits.first == 0, digits.count > 1 {
    digits.removeFirst()
    whole -= 1
  }
  if digits.count > 15 {
    let roundsUp = digits[15] >= 5
    digits.removeLast(digits.count - 15)
    if roundsUp {
      var index = 14
      while index >= 0, digits[index] == 9 {
        digits[index] = 0
        index -= 1
      }
      if index >= 0 {
        digits[index] += 1
      } else {
        digits.insert(1, at: 0)
        whole += 1
      }
    }
  }
  while digits.last == 0 { digits.removeLast() }
  if digits.isEmpty { return "0" }
  var out = value < 0 ? "-" : ""
  if whole <= 0 {
    out += "0." + String(repeating: "0", count: -whole)
    out += digits.map(String.init).joined()
  } else {
    for index in 0..<max(whole, digits.count) {
      if index == whole { out += "." }
      out += index < digits.count ? String(digits[index]) : "0"
    }
  }
  return out
}

/// The number that a spreadsheet's file writes, by its digits alone: no names, no base but ten.
func number(_ text: String) -> Double? {
  guard !text.isEmpty, text.utf8.count <= 400,
    text.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }), let value = Double(text),
    value.isFinite
  else { return nil }
  return value
}

/// Whether `text` is a whole number in digits, which are kept though no spreadsheet would show so many.
func isWhole(_ text: String) -> Bool {
  let digits = text.utf8.drop { $0 == UInt8(ascii: "-") }
  guard (1...30).contains(digits.count), text.utf8.count - digits.count <= 1 else { return false }
  return digits.allSatisfy { (0x30...0x39).contains($0) }
    && (digits.count == 1 || digits.first != 0x30)
}

/// The days that a spreadsheet counts.
enum DateSystem {
  /// From 1 for 1 January 1900; 60 is a 29 February that never was, which Excel took over from Lotus 1-2-3.
  case from1900
  /// From 0 for 1 January 1904.
  case from1904

  /// The date that `value` means, with the time of day unless that is midnight, as in `2026-10-14 09:14:22`; `nil` for what
  /// is none.
  func date(_ value: Double) -> String? {
    guard value >= 0, value < 3_000_000 else { return nil }
    var (day, second) = DateSystem.split(value)
    switch self {
    case .from1900:
      if day == 0 { return second == 0 ? nil : DateSystem.clock(second) }
      if day == 60 { return nil }
      // Days from 1 January 1970.
      day += (day < 60 ? 1 : 0) - 25_569
    case .from1904: day -= 24_107
    }
    guard day <= 2_932_896 else { return nil }
    let date = DateSystem.civil(day)
    return second == 0 ? date : "\(date) \(DateSystem.clock(second))"
  }

  /// The time that `value` means, in hours that may be more than a day has.
  static func time(_ value: Double) -> String? {
    guard value >= 0, value < 3_000_000 else { return nil }
    let (day, second) = split(value)
    return clock(day * 86_400 + second)
  }

  private static func split(_ value: Double) -> (day: Int, second: Int) {
    let day = Int(value)
    let second = Int(((value - Double(day)) * 86_400).rounded())
    return second == 86_400 ? (day + 1, 0) : (day, second)
  }

  private static func clock(_ second: Int) -> String {
    "\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))"
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// The date of the Gregorian calendar that is `day` days after 1 January 1970, by years that begin in March.
  private static func civil(_ day: Int) -> String {
    let day = day + 719_468
    let era = day / 146_097
    let ofEra = day % 146_097
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * ofYear + 2) / 153
    let date = ofYear - (153 * month + 2) / 5 + 1
    let year = yearOfEra + era * 400 + (month < 10 ? 0 : 1)
    return "\(year)-\(two(month < 10 ? month + 3 : month - 9))-\(two(date))"
  }
}
