import BlazonSource
import Testing

@testable import BlazonLedger

/// Awards in JSON, on lines of it, and in the front matter of pages.
@Suite struct TreeTableTests {
  private static let place: Place = {
    let start = Position(line: 1, column: 1)
    return Place(SourceText(name: "programme.yaml", bytes: []), start: start, end: start)
  }()

  private func read(
    _ text: String, name: String, _ columns: [(AwardKey, String)] = [], ignoring: [String] = [],
    always: [(AwardKey, String)] = [], only: (String, String)? = nil, keepsGoing: Bool = false
  ) -> (ledger: Ledger, findings: [String], report: Report) {
    var reading = TableReading()
    if !columns.isEmpty || !ignoring.isEmpty {
      reading.columns = columns.map {
        TableReading.Column($0.0, [Located($0.1, TreeTableTests.place)])
      }
      reading.ignoresOthers = ignoring.contains("others")
      reading.ignored = ignoring.filter { $0 != "others" }.map { Located($0, TreeTableTests.place) }
      reading.always = always.map { ($0.0, Located($0.1, TreeTableTests.place)) }
      if let only {
        reading.conditions = [
          TableReading.Condition(Located(only.0, TreeTableTests.place), [only.1])
        ]
      }
      reading.isStrict = false
    }
    var report = Report()
    let source = LedgerSource(SourceText(name: name, bytes: Array(text.utf8)), as: reading)
    let ledger = Ledger([source], keepsGoing: keepsGoing, report: &report)
    return (ledger, report.sorted.map { ($0.place?.label ?? "") + ": " + $0.message }, report)
  }

  private func told(_ ledger: Ledger) -> [String] {
    ledger.awards.map { "\($0.handle.value) \($0.badge.value) \($0.issued.value.isoText)" }
  }

  @Test func `a list of JSON is a ledger, with whatever its keys are called`() {
    let (ledger, findings, _) = read(
      """
      [
        {"login": "ada", "id": 583231, "node": {"a": [1]}, "contributions": 32},
        {"login": "Grace-H", "id": 9, "node": null, "contributions": 2}
      ]
      """, name: "contributors.json",
      [(.name, "login"), (.handle, "login"), (.count, "contributions")],
      ignoring: ["others", "id"],
      always: [(.badge, "docs"), (.issued, "2026-05-01")])
    #expect(findings == [])
    #expect(told(ledger) == ["ada docs 2026-05-01", "grace-h docs 2026-05-01"])
    #expect(ledger.awards.map { $0.count?.value } == [32, 2])
  }

  @Test func `lines of JSON have places of their own, with blank lines and either line end`() {
    let text =
      "{\"name\": \"Ada\", \"handle\": \"ada\", \"badge\": \"docs\", \"issued\": \"2026-01-02\"}\r\n\r\n"
      + "{\"name\": \"Bo\", \"handle\": \"bo\", \"badge\": \"docs\", \"issued\": \"2026-01-99\"}\n"
      + "  {\"name\": \"Cy\", \"handle\": \"c y\", \"badge\": \"docs\", \"issued\": \"2026-01-02\"}"
    let (ledger, findings, _) = read(text, name: "a.jsonl")
    #expect(told(ledger) == ["ada docs 2026-01-02"])
    #expect(
      findings == [
        "a.jsonl:3:59: “2026-01-99” is not a day of the calendar",
        "a.jsonl:4:28: “c y” is not a handle",
      ])
    let broken = read("{\"name\": \"Ada\"}\n{\"name\": }}\n", name: "a.ndjson").findings
    #expect(broken.count == 1 && broken[0].hasPrefix("a.ndjson:2:"), "\(broken)")
  }

  @Test func `a page is one person, with an award for each of their badges`() {
    let page = """
      ---
      name: Ada Lovelace
      github: ada
      status: Active
      badges: [docs, meshery]
      bio: Wrote the first program.
      ---
      # Ada
      badges: [none]
      """
    let columns: [(AwardKey, String)] = [(.name, "name"), (.handle, "github"), (.badge, "badges")]
    let (ledger, findings, _) = read(
      page, name: "ada.md", columns, ignoring: ["others"], always: [(.issued, "2026-05-01")],
      only: ("status", "active"))
    #expect(findings == [])
    #expect(told(ledger) == ["ada docs 2026-05-01", "ada meshery 2026-05-01"])
    #expect(ledger.awards.map(\.badge.place.label) == ["ada.md:5:10", "ada.md:5:16"])
    // Blank lines are lines.
    let blank = read(
      page.replacing("---\nname", with: "---\n\n\nname"), name: "ada.md", columns,
      ignoring: ["others"], always: [(.issued, "2026-05-01")])
    #expect(blank.ledger.awards.map(\.badge.place.label) == ["ada.md:7:10", "ada.md:7:16"])
    let inactive = read(
      page.replacing("Active", with: "Inactive"), name: "ada.md", columns, ignoring: ["others"],
      always: [(.issued, "2026-05-01")], only: ("status", "active"))
    #expect(inactive.ledger.awards.isEmpty && inactive.findings == [])
    #expect(
      read("# Ada\n", name: "ada.md", columns).findings == [
        "ada.md:1:1: the page has no front matter, and is passed over"
      ])
  }

  @Test
  func
    `a page without badges is nobody's award, and a row without what is asked for does not count`()
  {
    let columns: [(AwardKey, String)] = [(.name, "name"), (.handle, "github"), (.badge, "badges")]
    for matter in [
      "name: Ada\ngithub: ada\nbadges:\n", "name: Ada\ngithub: ada\n", "name: Ada\nbadges: []\n",
    ] {
      let page = read(
        "---\n\(matter)---\n", name: "ada.md", columns, ignoring: ["others"],
        always: [(.issued, "2026-05-01")])
      #expect(page.ledger.awards.isEmpty && page.findings == [], "\(page.findings)")
    }
    let json = read(
      "[{\"name\": \"Ada\", \"badge\": \"docs\", \"issued\": \"2026-01-02\"}, {\"name\": [1], \"status\": \"Gone\"}, {\"name\": \"Bo\", \"status\": \"Active\", \"badge\": \"docs\", \"issued\": \"2026-01-02\"}]",
      name: "a.json", [(.name, "name")], ignoring: ["others"], only: ("status", "Active"))
    #expect(told(json.ledger) == ["bo docs 2026-01-02"] && json.findings == [], "\(json.findings)")
  }

  @Test func `an award that cannot be right is left out, and the others stay`() {
    let text = """
      name,handle,badge,issued
      Ada,ada,docs,2026-01-02
      Bo,bo,docs,yesterday
      Cy,c y,docs
      Di,ada,docs,2026-01-03
      Ed,ed,nothing,2026-01-02
      Fy,fy,docs,2026-01-04
      """
    var report = Report()
    let source = LedgerSource(SourceText(name: "a.csv", bytes: Array(text.utf8)))
    let ledger = Ledger([source], keepsGoing: true, report: &report)
    let directory = BadgeDirectory([.init(programme: "acme", id: "docs")])
    let grants = ledger.grants(in: directory, preferring: "acme", report: &report)
    #expect(grants.map(\.award.handle.value) == ["ada", "fy"])
    #expect(!report.hasErrors && report.leftOutCount == 4)
    #expect(
      report.sorted.map { $0.place?.start.line } == [3, 4, 5, 6],
      "\(report.sorted.map(\.message))")
    // Without that, each of them stops the run.
    var strict = Report()
    _ = Ledger([source], report: &strict).grants(in: directory, preferring: "acme", report: &strict)
    #expect(strict.errorCount == 4)
    // A table that cannot be read at all is left out by nobody.
    var whole = Report()
    let other = LedgerSource(SourceText(name: "b.csv", bytes: Array("who,what\na,b\n".utf8)))
    _ = Ledger([other], keepsGoing: true, report: &whole)
    #expect(whole.hasErrors)
  }

  @Test func `nothing is written into what is no ledger`() throws {
    var report = Report()
    let text =
      "{\"name\": \"Ada\", \"handle\": \"ada\", \"badge\": \"expert\", \"issued\": \"2026-01-02\"}\n"
    let source = SourceText(name: "a.jsonl", bytes: Array(text.utf8))
    let ledger = Ledger([source], report: &report)
    let directory = BadgeDirectory([.init(programme: "acme", id: "expert", needsID: true)])
    var places = Set<Int>()
    let fixed = ledger.fixed(
      source, in: directory, places: &places, randomBytes: { Array(repeating: 7, count: $0) },
      report: &report)
    #expect(fixed == nil)
    #expect(
      report.sorted.map(\.message) == [
        "nothing can be written into “a.jsonl”: it is no ledger in CSV, YAML or JSON"
      ])
  }

  @Test func `a number is written into a table of somebody's own, and no other byte changes`()
    throws
  {
    var (report, places) = (Report(), Set<Int>())
    var reading = TableReading()
    reading.columns = [
      .init(.name, [Located("Full Name", TreeTableTests.place)]),
      .init(.issued, [Located("When", TreeTableTests.place)]),
    ]
    (reading.dates, reading.isStrict, reading.ignoresOthers) = (.dayMonthYear, false, true)
    let text = "sep=;\r\nFull Name;Which;When;badge\r\n\"Ek; Jan\";x;3/11/2026;expert\r\n"
    let source = SourceText(name: "a.csv", bytes: Array(text.utf8))
    let ledger = Ledger([LedgerSource(source, as: reading)], report: &report)
    let directory = BadgeDirectory([.init(programme: "acme", id: "expert", needsID: true)])
    let fixed = try #require(
      ledger.fixed(
        source, in: directory, places: &places, randomBytes: { Array(repeating: 7, count: $0) },
        report: &report))
    #expect(!report.hasErrors)
    let written = String(decoding: fixed, as: UTF8.self)
    let id = try #require(written.split(separator: ";").last).prefix { !$0.isNewline }
    #expect(id.count == 14)
    #expect(
      written
        == "sep=;\r\nFull Name;Which;When;badge;id\r\n\"Ek; Jan\";x;3/11/2026;expert;\(id)\r\n")
  }
}
