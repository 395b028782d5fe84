/// Days as tables of others write them: in another order, with names of months, with a time of day behind.
extension CalendarDate {
  /// The day of `written`. Where its parts are numbers alone, their `order` has to be known, unless the year stands first or
  /// dots divide them, which puts the day before the month everywhere.
  init(inTable written: String, _ order: TableReading.DateOrder?) throws(Refusal) {
    let shown = written.prefix(40)
    let words = CalendarDate.words(of: written)
    let numbers = words.compactMap { if case .number(let number) = $0 { number } else { nil } }
    let months = words.compactMap { if case .month(let month) = $0 { month } else { nil } }
    if months.count == 1, numbers.count >= 2 {
      // 12 March 2026, March 12, 2026, 12-Mar-26: the year is the longer, or the later.
      let (a, b) = (numbers[0], numbers[1])
      let isYearFirst = a.digits == 4
      let (day, year) = isYearFirst ? (b, a) : (a, b)
      guard let date = CalendarDate(year: year.year, month: months[0], day: day.value) else {
        throw Refusal(
          message: "“\(shown)” is not a day of the calendar", help: "as in 12 March 2026")
      }
      self = date
      return
    }
    let isStrange = words.contains { if case .strange = $0 { true } else { false } }
    guard months.isEmpty, numbers.count >= 3, !isStrange else {
      throw Refusal(
        message: "“\(shown)” is not a date", help: "write year-month-day, as in 2026-10-14")
    }
    let (a, b, c) = (numbers[0], numbers[1], numbers[2])
    let meant: (year: Number, month: Int, day: Int)
    if a.digits == 4 {
      meant = (a, b.value, c.value)
    } else if CalendarDate.hasDots(written) || order == .dayMonthYear {
      meant = (c, b.value, a.value)
    } else if order == .monthDayYear {
      meant = (c, a.value, b.value)
    } else {
      let days = [
        CalendarDate(year: c.year, month: b.value, day: a.value),
        CalendarDate(year: c.year, month: a.value, day: b.value),
      ].compactMap { $0?.isoText }
      throw Refusal(
        message: "“\(shown)” may mean several days" + (days.isEmpty ? "" : ": ")
          + Set(days).sorted().joined(separator: ", "),
        help: "say the order in programme.yaml: dates: day-month-year, or month-day-year")
    }
    guard let date = CalendarDate(year: meant.year.year, month: meant.month, day: meant.day) else {
      let told = order.map { "; dates here are \($0.rawValue)" } ?? ""
      throw Refusal(
        message: "“\(shown)” is not a day of the calendar\(told)",
        help: "write year-month-day, as in 2026-10-14")
    }
    self = date
  }

  private struct Number {
    var value: Int
    var digits: Int

    /// A year of two digits is one of this century.
    var year: Int { digits <= 2 ? 2000 + value : value }
  }

  private enum Word {
    case number(Number)
    case month(Int)
    /// A letter that no day has, as that of a week.
    case strange
  }

  private static func hasDots(_ text: String) -> Bool {
    text.prefix { !$0.isWhitespace }.count { $0 == "." } == 2
  }

  /// The numbers and months of `text`, without its time of day: what follows the first colon, and the number before it.
  private static func words(of text: String) -> [Word] {
    var words: [Word] = []
    var current = ""
    func end() {
      defer { current = "" }
      guard let first = current.unicodeScalars.first else { return }
      if ("0"..."9").contains(first) {
        guard current.utf8.count <= 4, let value = Int(current) else { return }
        words.append(.number(Number(value: value, digits: current.utf8.count)))
      } else if current.count >= 3,
        let month = months.firstIndex(where: {
          $0.hasPrefix(current) || current == "sept" && $0 == "september"
        })
      {
        words.append(.month(month + 1))
      } else if current.utf8.count == 1, !["t", "z"].contains(current) {
        words.append(.strange)
      }
    }
    for scalar in text.lowercased().unicodeScalars.prefix(80) {
      let isDigit = ("0"..."9").contains(scalar)
      if scalar == ":" {
        // The hour.
        current = ""
        break
      }
      let isLetter = ("a"..."z").contains(scalar)
      guard isDigit || isLetter else {
        end()
        continue
      }
      if let last = current.unicodeScalars.first, ("0"..."9").contains(last) != isDigit { end() }
      current.unicodeScalars.append(scalar)
    }
    end()
    return words
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
}
