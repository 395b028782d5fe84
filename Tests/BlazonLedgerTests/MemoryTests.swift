import BlazonLedger
import BlazonSource
import Testing

/// Ledgers of hundreds of thousands fit into memory because each of their values is small.
@Suite struct MemoryTests {
  @Test func `what there is much of is small`() {
    #expect(MemoryLayout<Place>.size <= 24)
    #expect(MemoryLayout<Award>.stride <= 16)
    #expect(MemoryLayout<Grant>.stride <= 24)
    #expect(MemoryLayout<CalendarDate>.size <= 4)
  }

  @Test func `a field that spans lines keeps its place, and so does one before its award`() {
    let csv = Asked(csv: "name,handle,badge,issued,statement\nA,a,watch,2026-01-31,\"b\nc\"\n")
    #expect(csv.ledger.awards.first?.statement?.place.end == Position(line: 3, column: 3))
    #expect(csv.ledger.awards.first?.place.end == Position(line: 3, column: 3))
    let yaml = Asked(
      yaml: """
        blazon: 1
        awards:
          - {name: A, handle: a, badge: watch, issued: &day 2026-01-31}

          - {name: B, handle: b, badge: watch, issued: *day}
        """)
    #expect(yaml.findings == [])
    #expect(yaml.ledger.awards.map(\.issued.place.start.line) == [3, 3])
    #expect(yaml.ledger.awards.map(\.place.start.line) == [3, 5])
  }
}
