import BlazonForm
import BlazonSource
import Testing

@testable import BlazonLedger

/// A ledger in JSON is read by the machine that reads YAML.
@Suite struct JSONLedgerTests {
  private func read(_ json: String) -> (awards: [Award], report: Report) {
    var report = Report()
    let source = SourceText(name: "awards.json", bytes: Array(json.utf8))
    let ledger = Ledger([source], report: &report)
    return (ledger.awards, report)
  }

  @Test func `awards are read with their places, whatever JSON escapes`() throws {
    let (awards, report) = read(
      """
      {"blazon": 1,
      \t"awards": [
        {"name": "Ad\\u00e9le \\ud83d\\ude00 B\\/C \\"x\\"", "handle": "ada", "badge": "docs", "issued": "2026-03-09",
         "links": ["https:\\/\\/a.example"], "tier": null}
      ]}
      """)
    #expect(report.diagnostics.isEmpty, "\(report.diagnostics.map(\.message))")
    let award = try #require(awards.first)
    #expect(award.name.value == "Adéle 😀 B/C \"x\"")
    #expect(award.tier == nil && award.links.map(\.value) == ["https://a.example"])
    #expect(award.handle.place.label == "awards.json:3:60")
    #expect(award.badge.place.start.line == 3)
  }

  @Test(arguments: [
    ("{\"blazon\": 1, \"awards\": [}", "awards.json:1:25"),
    ("{\"blazon\": 1, \"awards\": {}}", "awards.json:1:15"),
    ("{\"blazon\": 1, \"awards\": [{\"nmae\": \"x\"}]}", "awards.json:1:27"),
    ("", "awards.json:1:1"), ("{\"a\": \"\\ud83d\"}", "awards.json:1:10"),
  ])
  func `what is wrong has its place`(_ json: String, _ label: String) {
    let (awards, report) = read(json)
    #expect(awards.isEmpty && report.hasErrors)
    let labels = report.sorted.compactMap { $0.place?.label }
    #expect(labels.contains(label), "\(report.sorted.map { MessageFormat.text.print($0) })")
    #expect(report.diagnostics.allSatisfy { !$0.message.contains("YAML") })
  }

  @Test func `a column behind a pair of escapes is that of the text as it was written`() {
    for pairs in 0...3 {
      let escapes = String(repeating: "\\ud83d\\ude00", count: pairs)
      let (_, report) = read(
        "{\"blazon\": 1, \"awards\": [], \"\(escapes)\": \"\(escapes)\", \"zz\": 1}")
      let place = report.sorted.last?.place
      #expect(place?.start.column == 37 + 2 * 12 * pairs, "\(pairs): \(place?.label ?? "")")
    }
  }

  @Test func `an id is written as JSON writes it`() throws {
    let json =
      "{\"blazon\": 1, \"awards\": [{\"name\": \"Ada\", \"handle\": \"ada\", \"badge\": \"docs\", \"issued\": \"2026-03-09\"}]}"
    let source = SourceText(name: "awards.json", bytes: Array(json.utf8))
    var report = Report()
    let directory = BadgeDirectory([.init(programme: "acme", id: "docs", needsID: true)])
    let ledger = Ledger([source], report: &report)
    var places = Set<Int>()
    let fixed = ledger.fixed(
      source, in: directory, places: &places, randomBytes: { [UInt8](repeating: 7, count: $0) },
      report: &report)
    let text = String(decoding: try #require(fixed), as: UTF8.self)
    #expect(text.hasPrefix(json.dropLast(3)) && text.contains(", \"id\": \""), "\(text)")
    let again = read(text)
    #expect(again.report.diagnostics.isEmpty && again.awards.first?.id != nil)
  }
}
