import BlazonCheck
import BlazonSource
import TestSupport
import Testing

@testable import BlazonLedger

/// What is held follows from all awards: parts that make a title, renewals, what has to be held first.
@Suite struct TenureTests {
  private static func directory(titleMonths: Int?, needsID: Bool = false) -> BadgeDirectory {
    var title = BadgeDirectory.Entry(
      programme: "acme", id: "title", validMonths: titleMonths, needsID: needsID)
    (title.requires, title.isDerived) = (["one", "two", "three"], true)
    var master = BadgeDirectory.Entry(programme: "acme", id: "master")
    (master.requires, master.isDerived) = (["title", "pass"], true)
    var pass = BadgeDirectory.Entry(programme: "acme", id: "pass", validMonths: 12)
    pass.renewedBy = ["short"]
    var expert = BadgeDirectory.Entry(programme: "acme", id: "expert")
    expert.requires = ["pass"]
    return BadgeDirectory([
      .init(programme: "acme", id: "one", validMonths: 24), .init(programme: "acme", id: "two"),
      .init(programme: "acme", id: "three", validMonths: 6), title, master, pass,
      .init(programme: "acme", id: "short"), expert,
    ])
  }

  private struct Held {
    var grants: [Grant]
    var tenure: Tenure
    var report = Report()
    var former: [FormerNumber] = []

    init(
      _ csv: String, titleMonths: Int? = nil, on today: String, needsID: Bool = false,
      weights: Weights = Weights()
    ) throws {
      let directory = TenureTests.directory(titleMonths: titleMonths, needsID: needsID)
      let day = try #require(CalendarDate(iso: today))
      let source = SourceText(name: "a.csv", bytes: Array(csv.utf8))
      var found = Report()
      let ledger = Ledger([source], report: &found)
      let plain = ledger.grants(in: directory, preferring: "acme", report: &found)
      tenure = Tenure(ledger.rows(in: directory, preferring: "acme"), in: directory)
      grants = tenure.settled(
        plain, on: day, weights: { _ in weights }, former: &former, report: &found
      ).map { $0.settled(on: day) }
      report = found
    }

    /// Each as `handle badge issued…last standing`.
    var told: [String] {
      grants.map {
        "\($0.award.handle.value) \($0.badge) \($0.award.issued.value.isoText)"
          + "…\($0.expires?.isoText ?? "") \($0.standing)"
      }
    }
  }

  private let header = "name,handle,badge,issued,expires,state,revoked,reason,id\n"

  // MARK: Titles

  @Test
  func `whoever holds all parts holds the title, from the day of the last until the first ends`()
    throws
  {
    let rows =
      header + "Ada,ada,one,2026-01-10,,,,,\nAda,ada,two,2026-02-01,,,,,\n"
      + "Ada,ada,three,2026-03-05,,,,,\nBo,bo,one,2026-01-10,,,,,\nBo,bo,two,2026-02-01,,,,,\n"
    let before = try Held(rows, on: "2026-03-04")
    #expect(!before.told.contains { $0.contains("title") })
    let held = try Held(rows, on: "2026-04-01")
    #expect(held.report.diagnostics.isEmpty)
    #expect(
      held.told.filter { $0.contains("title") } == ["ada title 2026-03-05…2026-09-05 inForce"])
    #expect(held.grants.first { $0.badge == "title" }?.isDerived == true)
    #expect(held.grants.first { $0.badge == "title" }?.award.name.value == "Ada")
    let after = try Held(rows, on: "2026-09-06")
    #expect(after.told.contains("ada title 2026-03-05…2026-09-05 expired"))
    #expect(
      held.tenure.almost(on: try #require(CalendarDate(iso: "2026-04-01"))).map {
        "\($0.award.handle.value) \($0.badge) \($0.part)"
      } == ["ada master pass", "bo title three"])
  }

  @Test
  func
    `a part that is taken back takes the title along, and one that is earned anew brings another`()
    throws
  {
    let rows =
      header + "Ada,ada,one,2026-01-10,,,2026-06-01,Cheated.,\nAda,ada,two,2026-02-01,,,,,\n"
      + "Ada,ada,three,2026-03-05,2030-01-01,,,,\n"
    let held = try Held(rows, on: "2026-07-01")
    #expect(held.told.contains("ada title 2026-03-05…2026-05-31 expired"))
    let again = try Held(rows + "Ada,ada,one,2026-08-01,,,,,\n", on: "2026-09-01")
    #expect(again.told.contains("ada title 2026-08-01…2028-08-01 inForce"))
  }

  @Test
  func `a title that has a time of its own lasts that long from the last part that was earned`()
    throws
  {
    let rows =
      header + "Ada,ada,one,2026-01-10,2030-01-01,,,,\nAda,ada,two,2026-02-01,,,,,\n"
      + "Ada,ada,three,2026-03-05,2030-01-01,,,,\n"
    #expect(
      try Held(rows, titleMonths: 3, on: "2026-04-01").told.contains(
        "ada title 2026-03-05…2026-06-05 inForce"))
    #expect(
      try Held(rows, titleMonths: 3, on: "2026-06-06").told.contains(
        "ada title 2026-03-05…2026-06-05 expired"))
    // Passed once more before that, it counts from then.
    let renewed = try Held(rows + "Ada,ada,two,2026-05-20,,,,,\n", titleMonths: 3, on: "2026-06-06")
    #expect(renewed.told.contains("ada title 2026-03-05…2026-08-20 inForce"))
  }

  @Test func `a title of titles follows as well`() throws {
    let held = try Held(
      header + "Ada,ada,one,2026-01-10,,,,,\nAda,ada,two,2026-02-01,,,,,\n"
        + "Ada,ada,three,2026-03-05,,,,,\nAda,ada,pass,2026-03-20,,,,,\n", on: "2026-04-01")
    #expect(held.told.contains("ada master 2026-03-20…2026-09-05 inForce"))
  }

  @Test func `a row of the title gives its number, and the parts its days`() throws {
    let rows =
      header + "Ada,ada,one,2026-01-10,,,,,\nAda,ada,two,2026-02-01,,,,,\n"
      + "Ada,ada,three,2026-03-05,,,,,\nAda,ada,title,2026-03-05,,,,,AAAA\n"
    let held = try Held(rows, on: "2026-04-01", needsID: true)
    #expect(held.report.diagnostics.isEmpty)
    let title = try #require(held.grants.first { $0.badge == "title" })
    #expect(
      !title.isDerived && title.award.id?.value == "AAAA" && title.expires?.isoText == "2026-09-05")
    // Without one, it has to get one; an old one stays with what it was given for.
    let lapsed = try Held(
      rows + "Ada,ada,three,2027-01-05,,,,,\n", on: "2027-02-01", needsID: true)
    #expect(
      lapsed.report.sorted.map(\.message) == [
        "“ada” has earned “title” by this, and that has no number yet"
      ])
    #expect(
      lapsed.told.filter { $0.contains("title") } == ["ada title 2027-01-05…2027-07-05 inForce"])
    #expect(lapsed.former.map(\.number) == ["AAAA"])
  }

  @Test
  func
    `a title that is taken back, or given for a time, is held no longer, and nothing follows from it`()
    throws
  {
    let parts =
      header + "Ada,ada,one,2026-01-10,2030-01-01,,,,\nAda,ada,two,2026-02-01,,,,,\n"
      + "Ada,ada,three,2026-03-05,2030-01-01,,,,\nAda,ada,pass,2026-05-01,,,,,\n"
    let revoked = try Held(
      parts + "Ada,ada,title,2026-03-05,,revoked,2026-04-01,Cheated.,\n", on: "2026-06-01")
    #expect(revoked.told.contains("ada title 2026-03-05…2030-01-01 revoked"))
    #expect(!revoked.told.contains { $0.contains("master") }, "\(revoked.told)")
    let ended = try Held(parts + "Ada,ada,title,2026-03-05,2026-04-01,,,,\n", on: "2026-06-01")
    #expect(ended.told.contains("ada title 2026-03-05…2026-04-01 expired"))
    #expect(!ended.told.contains { $0.contains("master") }, "\(ended.told)")
  }

  @Test func `a title of titles alone follows from what those follow from`() throws {
    var (first, second) = (
      BadgeDirectory.Entry(programme: "acme", id: "first"),
      BadgeDirectory.Entry(programme: "acme", id: "second")
    )
    (first.requires, first.isDerived) = (["a"], true)
    (second.requires, second.isDerived) = (["b"], true)
    var grand = BadgeDirectory.Entry(programme: "acme", id: "grand")
    (grand.requires, grand.isDerived) = (["first", "second"], true)
    let directory = BadgeDirectory([
      .init(programme: "acme", id: "a"), .init(programme: "acme", id: "b"), first, second, grand,
    ])
    let tenure = try tenure(
      "Ada,ada,a,2026-01-10\nAda,ada,b,2026-02-10\nBo,bo,a,2026-01-10\n", directory)
    let day = try #require(CalendarDate(iso: "2026-03-01"))
    #expect(
      tenure.missing(on: day).map {
        directory.entries[$0.badge].id + String(decoding: $0.person, as: UTF8.self)
      }
        == ["firstada", "secondada", "grandada", "firstbo"])
    #expect(tenure.almost(on: day).map(\.part) == ["second"])
  }

  @Test func `titles of titles of titles take no time`() throws {
    var entries: [BadgeDirectory.Entry] = [
      .init(programme: "acme", id: "a0"), .init(programme: "acme", id: "b0"),
    ]
    for level in 1...200 {
      for name in ["a", "b"] {
        var entry = BadgeDirectory.Entry(programme: "acme", id: "\(name)\(level)")
        (entry.requires, entry.isDerived) = (["a\(level - 1)", "b\(level - 1)"], true)
        entries.append(entry)
      }
    }
    let directory = BadgeDirectory(entries)
    let tenure = try tenure("Ada,ada,a0,2026-01-10\nAda,ada,b0,2026-02-10\n", directory)
    #expect(tenure.missing(on: try #require(CalendarDate(iso: "2026-03-01"))).count == 400)
  }

  @Test func `a title tells no more than the parts that it comes from`() throws {
    let rows =
      "name,handle,badge,issued,visibility\nAda Do,ada,one,2026-01-10,redacted\n"
      + "Ada Do,ada,two,2026-02-01,\nAda Do,ada,three,2026-03-05,public\n"
      + "Bo,bo,one,2026-01-10,unlisted\nBo,bo,two,2026-02-01,\nBo,bo,three,2026-03-05,\n"
      + "Cy,cy,one,2026-01-10,public\nCy,cy,two,2026-02-01,public\nCy,cy,three,2026-03-05,public\n"
    let held = try Held(rows, on: "2026-04-01")
    let titles = held.grants.filter { $0.badge == "title" }
    #expect(titles.map(\.award.visibility) == [.redacted, .unlisted, .listed])
    #expect(titles.map(\.award.name.value) == ["A. D.", "Bo", "Cy"])
  }

  @Test func `an exam that was taken back renews nothing, and one under way was not held`() throws {
    let rows =
      header + "Ada,ada,one,2026-01-10,2030-01-01,,,,\nAda,ada,two,2026-02-01,,,,,\n"
      + "Ada,ada,three,2026-03-05,2030-01-01,,,,\nAda,ada,two,2026-05-20,,,2026-05-21,Cheated.,\n"
    #expect(
      try Held(rows, titleMonths: 3, on: "2026-06-06").told.contains(
        "ada title 2026-03-05…2026-06-05 expired"))
    let begun = try Held(
      header + "Ada,ada,pass,2026-01-10,,in-progress,,,\nAda,ada,pass,2026-03-01,,,,,\n",
      on: "2026-04-01")
    #expect(begun.grants.map(\.renewed) == [nil])
    // What was held until a day that the ledger says was held until then.
    let past = try Held(
      header + "Ada,ada,pass,2025-01-01,2025-12-31,expired,,,\nAda,ada,expert,2025-06-01,,,,,\n",
      on: "2026-04-01")
    #expect(past.report.diagnostics.isEmpty, "\(past.report.sorted.map(\.message))")
  }

  private func tenure(_ rows: String, _ directory: BadgeDirectory) throws -> Tenure {
    var report = Report()
    let text = "name,handle,badge,issued\n" + rows
    let ledger = Ledger([SourceText(name: "a.csv", bytes: Array(text.utf8))], report: &report)
    try #require(!report.hasErrors)
    return Tenure(ledger.rows(in: directory, preferring: "acme"), in: directory)
  }

  // MARK: Renewals

  @Test func `a shorter exam renews what it renews while that holds`() throws {
    let rows = header + "Ada,ada,pass,2026-01-10,,,,,\nAda,ada,short,2026-12-20,,,,,\n"
    let held = try Held(rows, on: "2027-06-01")
    #expect(held.told.contains("ada pass 2026-01-10…2027-12-20 inForce"))
    #expect(held.grants.first { $0.badge == "pass" }?.renewed?.isoText == "2026-12-20")
    let late = try Held(
      header + "Ada,ada,pass,2026-01-10,,,,,\nAda,ada,short,2027-01-11,,,,,\n", on: "2027-06-01")
    #expect(late.told.contains("ada pass 2026-01-10…2027-01-10 expired"))
    #expect(late.grants.first { $0.badge == "pass" }?.renewed == nil)
  }

  @Test func `the same badge once more is a renewal, and marked as one`() throws {
    let held = try Held(
      header + "Ada,ada,pass,2026-01-10,,,,,\nAda,ada,pass,2026-12-01,,,,,\n", on: "2027-06-01")
    #expect(held.told == ["ada pass 2026-12-01…2027-12-01 inForce"])
    #expect(held.grants[0].renewed?.isoText == "2026-12-01")
  }

  // MARK: Requirements

  @Test func `what has to be held first was held, or that is told as the programme weighs it`()
    throws
  {
    let good = header + "Ada,ada,pass,2026-01-10,,,,,\nAda,ada,expert,2026-05-01,,,,,\n"
    #expect(try Held(good, on: "2026-06-01").report.diagnostics.isEmpty)
    let bad = header + "Ada,ada,pass,2026-01-10,,,,,\nAda,ada,expert,2027-05-01,,,,,\n"
    let held = try Held(bad, on: "2027-06-01")
    #expect(
      held.report.sorted.map(\.message) == [
        "“expert” requires “pass”, which “ada” did not hold on 2027-05-01"
      ])
    #expect(held.report.hasErrors && held.report.sorted[0].rule == "requirements")
    var weights = Weights()
    weights[.requirements] = .off
    #expect(try Held(bad, on: "2027-06-01", weights: weights).report.diagnostics.isEmpty)
  }

  // MARK: By another way

  @Test func `random histories agree with a computation day by day`() throws {
    var random = Chance(seed: 17)
    let badges = ["one", "two", "three", "pass", "short", "title"]
    var (titles, days) = (0, 0)
    for round in 0..<100 {
      let months: Int? = round % 2 == 0 ? nil : 3
      let directory = TenureTests.directory(titleMonths: months)
      var rows: [Naive.Row] = []
      var text = header
      for person in ["a", "b"] {
        for _ in 0..<random.below(14) + 4 {
          let badge = badges[random.below(round % 4 == 0 ? 6 : 5)]
          let issued = Naive.day(random.below(1000))
          var row = Naive.Row(person: person, badge: badge, issued: issued)
          // What a row of the title does to it is asked above.
          switch badge == "title" ? 7 : random.below(8) {
          case 0: row.expires = issued.adding(days: random.below(300))
          case 1: row.revoked = issued.adding(days: random.below(300))
          case 2: row.state = "in-progress"
          case 3: row.state = "expired"
          default: break
          }
          guard
            !rows.contains(where: {
              $0.person == person && $0.badge == badge && $0.issued == issued
            })
          else { continue }
          rows.append(row)
          text +=
            "\(person),\(person),\(badge),\(issued.isoText),\(row.expires?.isoText ?? ""),\(row.state),"
            + "\(row.revoked?.isoText ?? ""),,\n"
        }
      }
      var report = Report()
      let ledger = Ledger([SourceText(name: "a.csv", bytes: Array(text.utf8))], report: &report)
      try #require(!report.hasErrors, "\(report.sorted.map(\.message))")
      let tenure = Tenure(ledger.rows(in: directory, preferring: "acme"), in: directory)
      let naive = Naive(rows: rows, titleMonths: months)
      for person in ["a", "b"] {
        for (index, entry) in directory.entries.enumerated()
        where entry.id != "master" && entry.id != "expert" {
          let spans = tenure.spans(of: index, to: Array(person.utf8))
          for number in stride(from: round % 3, to: 1500, by: 3) {
            let day = Naive.day(number)
            let holds = naive.holds(person, entry.id, day)
            let isHeld = spans.contains { $0.contains(day) }
            days += 1
            if holds, entry.id == "title" { titles += 1 }
            guard isHeld != holds else { continue }
            Issue.record(
              "\(person) \(entry.id) \(day.isoText): \(isHeld), naively \(holds)\n\(text)")
            return
          }
        }
      }
    }
    // Titles are held in a fair share of the days, or this proves little.
    #expect(days > 500_000 && titles > 2000, "\(days) \(titles)")
  }
}

/// Numbers that look random, the same in every run.
private struct Chance {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func below(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 33) % limit
  }
}

/// Who holds what, asked day by day and row by row.
private struct Naive {
  struct Row {
    var person: String, badge: String
    var issued: CalendarDate
    var expires: CalendarDate?, revoked: CalendarDate?
    var state = ""
  }

  var rows: [Row]
  var titleMonths: Int?

  static func day(_ number: Int) -> CalendarDate {
    let (year, rest) = (2024 + number / 372, number % 372)
    let (month, day) = (rest / 31 + 1, rest % 31 + 1)
    return CalendarDate(year: year, month: month, day: day) ?? CalendarDate(
      year: year, month: month, day: 28)!
  }

  private static let months = ["one": 24, "three": 6, "pass": 12]
  private static let parts = ["one", "two", "three"]

  func holds(_ person: String, _ badge: String, _ day: CalendarDate) -> Bool {
    let given = rows.contains { row in
      guard row.person == person, row.badge == badge, row.state != "in-progress",
        row.issued <= day, row.state == "" || lastDay(row) != nil
      else { return false }
      if let revoked = row.revoked, revoked <= day { return false }
      if badge == "title", holdsTitle(person, row.issued) { return false }
      guard let last = lastDay(row) else { return true }
      return day <= last
    }
    return given || badge == "title" && holdsTitle(person, day)
  }

  private func lastDay(_ row: Row) -> CalendarDate? {
    let months = row.badge == "title" ? titleMonths : Naive.months[row.badge]
    guard var last = row.expires ?? months.map({ row.issued.adding(months: $0) }) else {
      return nil
    }
    guard row.badge == "pass", let months else { return last }
    let shorts = rows.filter {
      $0.person == row.person && $0.badge == "short" && $0.state != "in-progress"
        && $0.revoked == nil
    }
    for short in shorts.map(\.issued).sorted() where short > row.issued && short <= last {
      last = max(last, short.adding(months: months))
    }
    return last
  }

  private func holdsParts(_ person: String, _ day: CalendarDate) -> Bool {
    Naive.parts.allSatisfy { holds(person, $0, day) }
  }

  private func holdsTitle(_ person: String, _ day: CalendarDate) -> Bool {
    guard holdsParts(person, day) else { return false }
    guard let titleMonths else { return true }
    // Back to a day from which the title counts: the first of these days, or one on which a part was earned.
    var back = day
    while true {
      let before = back.previous
      let isFirst = !holdsParts(person, before)
      let isEarned = rows.contains {
        $0.person == person && Naive.parts.contains($0.badge) && $0.issued == back
          && $0.revoked == nil
          && $0.state != "in-progress"
      }
      if isFirst || isEarned, day <= back.adding(months: titleMonths) { return true }
      if isFirst { return false }
      back = before
    }
  }
}
