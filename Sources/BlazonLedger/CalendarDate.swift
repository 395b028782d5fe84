/// A day of the Gregorian calendar, counted as if it had always been in use; years 1 to 9999.
public struct CalendarDate: Hashable, Sendable {
  /// Year, month and day in groups of bits, which order as days do; never 0.
  let packed: UInt32

  public var year: Int { Int(packed >> 9) }
  public var month: Int { Int(packed >> 5 & 15) }
  public var day: Int { Int(packed & 31) }

  /// `nil` for 0, which stands for no day; any other number is one that `packed` gave.
  init?(packed: UInt32) {
    guard packed != 0 else { return nil }
    self.packed = packed
  }

  /// `nil` if the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...CalendarDate.days(in: month, of: year)).contains(day)
    else { return nil }
    packed = UInt32(year << 9 | month << 5 | day)
  }

  /// The day that `text` writes as `2026-10-14`; `nil` for any other form.
  public init?(iso text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = number(bytes[0..<4]), let month = number(bytes[5..<7]),
      let day = number(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// `2026-10-14`.
  public var isoText: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }

  /// The same day `months` months later (or earlier); where that month is shorter, its last day.
  ///
  /// Beyond the calendar's ends it stays on its first or last day.
  public func adding(months: Int) -> CalendarDate {
    let (sum, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    let isLate = overflow ? months > 0 : sum > 9999 * 12 + 11
    if isLate { return CalendarDate(year: 9999, month: 12, day: 31) ?? self }
    if overflow || sum < 12 { return CalendarDate(year: 1, month: 1, day: 1) ?? self }
    let (year, month) = (sum / 12, sum % 12 + 1)
    let last = CalendarDate.days(in: month, of: year)
    return CalendarDate(year: year, month: month, day: min(day, last)) ?? self
  }

  static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension CalendarDate {
  /// The day after it; on the calendar's last day that day itself.
  var next: CalendarDate {
    CalendarDate(year: year, month: month, day: day + 1)
      ?? CalendarDate(year: year, month: month + 1, day: 1)
      ?? CalendarDate(year: year + 1, month: 1, day: 1) ?? self
  }

  /// The day `days` days later; the calendar's last day, if that is beyond it.
  public func adding(days: Int) -> CalendarDate {
    var day = self
    for _ in 0..<max(0, days) { day = day.next }
    return day
  }

  /// The day before it; on the calendar's first day that day itself.
  var previous: CalendarDate {
    if let day = CalendarDate(year: year, month: month, day: day - 1) { return day }
    let (year, month) = month > 1 ? (year, month - 1) : (year - 1, 12)
    return CalendarDate(year: year, month: month, day: CalendarDate.days(in: month, of: year))
      ?? self
  }
}

extension CalendarDate: Comparable {
  public static func < (a: CalendarDate, b: CalendarDate) -> Bool { a.packed < b.packed }
}

extension CalendarDate {
  /// How to write what somebody may have meant by `text`, which is no date of ours.
  static func help(for text: String) -> String {
    let example = "write year-month-day, as in 2026-10-14"
    if let day = CalendarDate(iso: String(text.prefix(10))), text.utf8.count > 10 {
      return "write the day alone: \(day.isoText)"
    }
    let parts = text.split(omittingEmptySubsequences: false) { "/.- ".contains($0) }
    let numbers = parts.compactMap { number(Array($0.utf8)[...]) }
    guard parts.count == 3, numbers.count == 3 else { return example }
    let (a, b, c) = (numbers[0], numbers[1], numbers[2])
    var meant: [CalendarDate?] = []
    if parts[0].utf8.count == 4 {
      meant = [CalendarDate(year: a, month: b, day: c), CalendarDate(year: a, month: c, day: b)]
      if meant[0] != nil { meant.removeLast() }
    } else if parts[2].utf8.count == 4 {
      meant = [CalendarDate(year: c, month: b, day: a)]
      // Only slashes and hyphens are also used with the month first.
      if !text.contains("."), a != b { meant.append(CalendarDate(year: c, month: a, day: b)) }
    }
    let texts = meant.compactMap { $0?.isoText }
    if parts[0].utf8.count == 4, texts.isEmpty, (1...12).contains(b), (1...9999).contains(a) {
      return "that month has \(days(in: b, of: a)) days"
    }
    switch texts.count {
    case 0: return example
    case 1: return "write \(texts[0])"
    default: return "write \(texts[0]) or \(texts[1]), whichever is meant"
    }
  }
}

/// The number that ASCII digits write.
private func number(_ digits: ArraySlice<UInt8>) -> Int? {
  guard (1...9).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
    return nil
  }
  return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
}

private func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
