import BlazonLedger
import Foundation
import Testing

@Suite struct CalendarDateTests {
  @Test func `every day of four centuries is written and read back, and no other`() {
    var days = 0
    for year in 1900..<2300 {
      for month in 0...13 {
        for day in 0...32 {
          let text = "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
          let date = CalendarDate(iso: text)
          #expect(date == CalendarDate(year: year, month: month, day: day))
          guard let date else { continue }
          days += 1
          if date.isoText != text { Issue.record("\(text) became \(date.isoText)") }
        }
      }
    }
    // 400 years have 97 leap days.
    #expect(days == 400 * 365 + 97)
  }

  @Test func `the calendar agrees with another one`() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    var dice = Dice(7)
    for _ in 0..<500 {
      let year = Int.random(in: 1900...2200, using: &dice)
      let month = Int.random(in: 1...12, using: &dice)
      let day = Int.random(in: 1...31, using: &dice)
      let months = Int.random(in: 0...600, using: &dice)
      guard let date = CalendarDate(year: year, month: month, day: day) else { continue }
      let there = try #require(
        calendar.date(from: DateComponents(year: year, month: month, day: day, hour: 12)))
      let later = try #require(calendar.date(byAdding: .month, value: months, to: there))
      let parts = calendar.dateComponents([.year, .month, .day], from: later)
      let ours = date.adding(months: months)
      #expect([ours.year, ours.month, ours.day] == [parts.year, parts.month, parts.day])
    }
  }

  @Test(arguments: [
    ("2024-01-31", 1, "2024-02-29"), ("2023-01-31", 1, "2023-02-28"),
    ("2024-02-29", 12, "2025-02-28"),
    ("2024-02-29", 48, "2028-02-29"), ("2024-12-31", 2, "2025-02-28"),
    ("2024-03-31", -1, "2024-02-29"),
    ("2024-01-15", -1, "2023-12-15"), ("2024-01-15", 0, "2024-01-15"),
    ("9999-12-01", 1, "9999-12-31"), ("0001-01-31", -1, "0001-01-01"),
    ("2024-01-15", Int.max, "9999-12-31"), ("2024-01-15", Int.min, "0001-01-01"),
  ])
  func `months are added`(_ from: String, _ months: Int, _ to: String) throws {
    #expect(try #require(CalendarDate(iso: from)).adding(months: months).isoText == to)
  }

  @Test(arguments: [
    "", "2026-02-30", "1900-02-29", "2026-1-1", "2026-01-011", "2026/01/01", " 2026-01-01",
    "0000-01-01",
    "２０２６-01-01", "2026-01-0a", "-001-01-01",
  ])
  func `other texts are no dates`(_ text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test func `dates are ordered as days follow each other`() {
    let texts = ["1999-12-31", "2000-01-01", "2000-01-02", "2000-02-01", "2001-01-01"]
    let dates = texts.compactMap { CalendarDate(iso: $0) }
    #expect(dates.reversed().sorted() == dates)
  }
}
