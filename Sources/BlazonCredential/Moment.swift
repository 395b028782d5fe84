/// A point in time, in whole seconds since 1970-01-01T00:00:00Z.
package struct Moment: Hashable, Comparable, Sendable {
  package var seconds: Int

  package init(seconds: Int) { self.seconds = seconds }

  package static func < (a: Moment, b: Moment) -> Bool { a.seconds < b.seconds }

  /// The moment that `text` writes as XML Schema's dateTimeStamp does (RFC 3339 with years of four digits), with a zone;
  /// fractions of a second are dropped. `nil` for any other form, and for days that no calendar has.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    func number(_ range: Range<Int>) -> Int? {
      guard range.upperBound <= bytes.count else { return nil }
      var value = 0
      for byte in bytes[range] {
        guard (0x30...0x39).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    func has(_ character: Unicode.Scalar, at index: Int) -> Bool {
      index < bytes.count && bytes[index] == UInt8(ascii: character)
    }
    guard let year = number(0..<4), has("-", at: 4), let month = number(5..<7), has("-", at: 7),
      let day = number(8..<10), has("T", at: 10), let hour = number(11..<13), has(":", at: 13),
      let minute = number(14..<16), has(":", at: 16), let second = number(17..<19),
      (1...12).contains(month), (1...Moment.days(in: month, of: year)).contains(day), hour < 24,
      minute < 60, second < 60
    else { return nil }
    var end = 19
    if has(".", at: end) {
      end += 1
      let first = end
      while end < bytes.count, (0x30...0x39).contains(bytes[end]) { end += 1 }
      guard end > first else { return nil }
    }
    var offset = 0
    if has("Z", at: end) {
      end += 1
    } else {
      guard has("+", at: end) || has("-", at: end), let hours = number(end + 1..<end + 3),
        has(":", at: end + 3), let minutes = number(end + 4..<end + 6), minutes < 60,
        hours * 60 + minutes <= 14 * 60
      else { return nil }
      offset = (hours * 60 + minutes) * (has("-", at: end) ? -60 : 60)
      end += 6
    }
    guard end == bytes.count else { return nil }
    seconds =
      Moment.dayNumber(year: year, month: month, day: day) * 86_400 + hour * 3600 + minute * 60
      + second - offset
  }

  /// As in `2026-10-14T00:00:00Z`.
  package var text: String {
    let day = Int((Double(seconds) / 86_400).rounded(.down))
    let rest = seconds - day * 86_400
    // Howard Hinnant's civil_from_days: years begin in March, eras have 400 of them.
    let shifted = day + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let inEra = shifted - era * 146_097
    let yearOfEra = (inEra - inEra / 1460 + inEra / 36_524 - inEra / 146_096) / 365
    let dayOfYear = inEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let part = (5 * dayOfYear + 2) / 153
    let month = part < 10 ? part + 3 : part - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
    let date =
      "\(padded(year, 4))-\(padded(month, 2))-\(padded(dayOfYear - (153 * part + 2) / 5 + 1, 2))"
    let time = "\(padded(rest / 3600, 2)):\(padded(rest / 60 % 60, 2)):\(padded(rest % 60, 2))"
    return "\(date)T\(time)Z"
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1970-01-01.
  private static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let ofEra = year - era * 400
    let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
  }
}
