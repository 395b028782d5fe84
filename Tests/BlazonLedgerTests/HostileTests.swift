import BlazonLedger
import BlazonSource
import Foundation
import Testing

/// How much of a stranger's ledger is read, and how quickly the rest is refused.
@Suite(.serialized) struct HostileTests {
  private let header = "name,handle,badge,issued\n"

  /// What this thread has worked so far: the tests beside this one do not count.
  private func threadSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private func seconds(_ body: () -> Void) -> Double {
    let start = threadSeconds()
    body()
    return threadSeconds() - start
  }

  @Test func `200 000 awards are read and asked in seconds`() {
    var text = "name,handle,badge,issued,evidence,statement\n"
    for number in 0..<200_000 {
      text +=
        "Nguyễn Ada \(number),ada-\(number),rockstar,2026-01-31,https://example.org/\(number),\"Did \"\"it\"\", well.\"\n"
    }
    let spent = seconds {
      let asked = Asked(csv: text)
      #expect(asked.findings == [])
      #expect(asked.grants.count == 200_000)
    }
    #expect(spent < 12)
  }

  @Test func `200 000 wrong rows are found, and as many are said as somebody may read`() {
    var text = header
    for number in 0..<200_000 { text += "\u{202E},@x,badge \(number),never,\n" }
    let spent = seconds {
      let asked = Asked(csv: text)
      #expect(asked.report.errorCount == 1001)
      #expect(
        asked.findings.last?.hasSuffix("from here on, 199000 more errors are not shown") == true)
      #expect(asked.grants.isEmpty)
    }
    #expect(spent < 6)
  }

  @Test func `unknown badges among thousands are refused quickly`() {
    var text = header
    for number in 0..<50_000 { text += "A,a\(number),badge-\(number % 900)x,2026-01-31\n" }
    let directory = BadgeDirectory(
      (0..<5000).map { .init(programme: "p", id: "some-badge-of-a-long-name-\($0)") })
    let spent = seconds {
      var report = Report()
      let ledger = Ledger([SourceText(name: "a.csv", bytes: Array(text.utf8))], report: &report)
      #expect(ledger.grants(in: directory, report: &report).isEmpty)
      #expect(report.errorCount == 1001)
    }
    #expect(spent < 12)
  }

  @Test func `one handle with 50 000 names is refused quickly`() {
    var text = header
    for number in 0..<50_000 { text += "A\(number),ada,rockstar,2026-01-31\n" }
    let spent = seconds { #expect(Asked(csv: text).report.hasErrors) }
    #expect(spent < 6)
  }

  @Test(arguments: [
    "\"", ",", "a,\"", "\"\"\"", "\"\n", "a\"b,", "\r", "\u{0}", "é", "#", ";", "\t",
  ])
  func `a file of one thing repeated ends quickly`(_ piece: String) {
    for head in ["", header] {
      let text = head + String(repeating: piece, count: 300_000)
      let spent = seconds { #expect(Asked(csv: text).grants.isEmpty) }
      #expect(spent < 4, "\(piece.debugDescription)")
    }
  }

  @Test func `more bytes, awards and longer fields than the limits are refused`() {
    var limits = Ledger.Limits()
    limits.bytes = 100
    let row = "Ada,ada,rockstar,2026-01-31\n"
    #expect(
      Asked(csv: header + row + row + row + row, limits: limits).findings
        == ["a.csv:1:1: error: the file has more than 100 bytes"])
    limits = Ledger.Limits()
    limits.awards = 2
    let rows = (0..<5).map { "Ada,ada-\($0),rockstar,2026-01-31\n" }.joined()
    let asked = Asked(csv: header + rows, limits: limits)
    #expect(asked.findings == ["a.csv:4:1: error: more than 2 awards"])
    #expect(asked.grants.count == 2)
    limits = Ledger.Limits()
    limits.field = 50
    let long = String(repeating: "x", count: 51)
    #expect(
      Asked(
        csv: header + "\(long),a,rockstar,2026-01-31\n\"\(long)\",b,rockstar,2026-01-31\n",
        limits: limits
      )
      .findings
        == [
          "a.csv:2:1: error: a field of more than 50 bytes",
          "a.csv:3:1: error: this quote is not closed within 50 bytes",
        ])
    limits.yamlBytes = 20
    #expect(
      Asked(yaml: "blazon: 1\nawards: [] # none\n", limits: limits).findings
        == ["a.yaml:1:1: error: the file has more than 20 bytes"])
  }

  @Test func `a row and a header of thousands of fields are refused, and the next row is read`() {
    let commas = String(repeating: ",", count: 5000)
    let row = "Ada,ada,rockstar,2026-01-31\n"
    let asked = Asked(csv: header + "x\(commas)\n" + row)
    #expect(asked.findings == ["a.csv:2:1: error: this row has 5001 fields, the header 4"])
    #expect(asked.grants.count == 1)
    #expect(
      Asked(csv: "name\(commas)\n" + row).findings
        == ["a.csv:1:1: error: a header of 5001 columns"])
  }

  @Test func `the awards of all files together have a limit`() {
    var limits = Ledger.Limits()
    limits.awards = 3
    let rows = (0..<2).map { "Ada,ada-\($0),rockstar,2026-01-31\n" }.joined()
    let bytes = Array((header + rows).utf8)
    let asked = Asked([("a.csv", bytes), ("b.csv", bytes)], limits: limits)
    #expect(asked.findings.last == "b.csv:3:1: error: more than 3 awards")
  }

  @Test(arguments: ["[", "{a: ", "- "])
  func `deep YAML is refused`(_ bracket: String) {
    let text =
      "blazon: 1\nawards: \(bracket == "- " ? "\n " : "")"
      + String(repeating: bracket, count: 100_000)
    let spent = seconds {
      #expect(Asked(yaml: text).findings.map { $0.contains("nested more than 8 levels") } == [true])
    }
    #expect(spent < 2)
  }

  @Test func `a billion laughs are cut short`() {
    var text = "blazon: 1\na: &a [l, l, l, l, l, l, l, l, l]\n"
    for (name, before) in zip("bcdefghi", "abcdefgh") {
      let nine = Array(repeating: "*\(before)", count: 9).joined(separator: ", ")
      text += "\(name): &\(name) [\(nine)]\n"
    }
    #expect(Asked(yaml: text).report.errorCount == 1)
  }

  @Test func `10 000 awards in YAML are read in seconds`() {
    var text = "blazon: 1\nawards:\n"
    for number in 0..<10_000 {
      text += "  - {name: Ada \(number), handle: ada-\(number), badge: cao, issued: 2026-01-31}\n"
    }
    let source = SourceText(name: "a.yaml", bytes: Array(text.utf8))
    let spent = seconds {
      var report = Report()
      let ledger = Ledger([source], report: &report)
      #expect(ledger.awards.count == 10_000)
      var dice = Dice(1)
      var places = Set<Int>()
      let fixed = ledger.fixed(
        source, in: standardDirectory, preferring: "acme", places: &places,
        randomBytes: { dice.bytes($0) },
        report: &report)
      #expect(fixed?.count == text.utf8.count + 10_000 * 20)
      #expect(report.diagnostics.isEmpty)
    }
    #expect(spent < 6)
  }

  @Test func `no bytes crash the reader`() {
    var dice = Dice(42)
    let pieces = [
      "name", "handle", "badge", "issued", ",", ";", "\t", "\"", "\"\"", "\n", "\r\n", "\r", "ada",
      "cao",
      "2026-01-31", "id", " ", "\u{202E}", "é", "\u{0}", "blazon: 1\n", "awards:\n", "  - ", "{",
      "}", ": ",
      "&a ", "*a", "#", "[", "]", "'", "|", ">-",
    ]
    for round in 0..<3000 {
      var bytes: [UInt8] = []
      if Bool.random(using: &dice) {
        bytes += (round % 2 == 0 ? header : "blazon: 1\nawards:\n").utf8
      }
      for _ in 0..<Int.random(in: 0..<40, using: &dice) {
        if Int.random(in: 0..<30, using: &dice) == 0 {
          bytes += dice.bytes(2)
        } else {
          bytes += (pieces.randomElement(using: &dice) ?? "").utf8
        }
      }
      for name in ["a.csv", "a.yaml"] {
        var report = Report()
        let source = SourceText(name: name, bytes: bytes)
        let ledger = Ledger([source], report: &report)
        _ = ledger.grants(in: standardDirectory, preferring: "acme", report: &report)
        var places = Set<Int>()
        _ = ledger.fixed(
          source, in: standardDirectory, preferring: "acme", places: &places,
          randomBytes: { dice.bytes($0) },
          report: &report)
        for finding in report.sorted { _ = MessageFormat.text.print(finding) }
      }
    }
  }
}
