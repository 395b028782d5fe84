import BlazonLedger
import BlazonSource
import Testing

/// What a ledger understands, and what it answers.
@Suite struct LedgerTests {
  @Test func `every column arrives as a value with its place`() throws {
    let asked = Asked(
      csv: """
        Name,Handle,Badge,Issued,Legal Name,Language,Tier,Count,Expires,Evidence,Statement,ID,State,Links
        Ada,Ada-L,rockstar,2026-01-31,Ada Lindqvist,zh-hans-tw,gold,12,2027-01-31,HTTPS://example.org/7,"So, there.",7K3M,active,https://a.example  http://b.example

        """)
    #expect(asked.findings == [])
    let award = try #require(asked.ledger.awards.first)
    #expect(award.name.value == "Ada")
    #expect(award.handle.value == "ada-l")
    #expect(award.badge.value == "rockstar")
    #expect(award.issued.value.isoText == "2026-01-31")
    #expect(award.legalName?.value == "Ada Lindqvist")
    #expect(award.language?.value == "zh-Hans-TW")
    #expect(award.tier?.value == "gold")
    #expect(award.count?.value == 12)
    #expect(award.expires?.value.isoText == "2027-01-31")
    #expect(award.evidence?.value == "https://example.org/7")
    #expect(award.statement?.value == "So, there.")
    #expect(award.id?.value == "7K3M")
    #expect(award.state?.value == "active")
    #expect(award.links.map(\.value) == ["https://a.example", "http://b.example"])
    #expect(award.place.label == "a.csv:2:1")
    #expect(award.statement?.place.label == "a.csv:2:97")
    #expect(award.statement?.place.end.column == 109)
  }

  @Test func `a reason is one line, and another reason makes another award`() throws {
    func revoked(_ reason: String) throws -> Award {
      let row = "A,a,watch,2026-01-31,2026-02-01,\(reason)\n"
      let asked = Asked(csv: "name,handle,badge,issued,revoked,reason\n" + row)
      #expect(asked.findings == [])
      return try #require(asked.ledger.awards.first)
    }
    let award = try revoked("\" The \"\"talk\"\",\n was another's \"")
    #expect(award.reason?.value == "The \"talk\", was another's")
    #expect(award.reason?.place.label == "a.csv:2:33")
    #expect(try award.content != revoked("").content)
  }

  @Test func `the same award is the same in both forms`() throws {
    let csv = Asked(
      csv: "name,handle,badge,issued,count,links\nÅsa,asa,watch,2026-01-31,7,https://a.example\n")
    let yaml = Asked(
      yaml: """
        blazon: 1
        awards:
          - name: Åsa
            handle: asa
            badge: watch
            issued: 2026-01-31
            count: 7
            links: [https://a.example]
        """)
    #expect(csv.findings + yaml.findings == [])
    let (a, b) = (try #require(csv.grants.first), try #require(yaml.grants.first))
    #expect(a.award.name.value == b.award.name.value)
    #expect(a.award.links.map(\.value) == b.award.links.map(\.value))
    #expect(a.award.count?.value == b.award.count?.value)
    #expect(a.expires == b.expires)
    #expect(b.award.place.label == "a.yaml:3:5")
  }

  @Test(arguments: [
    ("Ada\n  Lindqvist\t ", "Ada Lindqvist"), ("  Bo", "Bo"), ("C\u{202E}y", "Cy"),
    ("D\u{A0}\u{3000}i", "D i"), ("Robert <b>Tables</b> & Sons", "Robert <b>Tables</b> & Sons"),
    ("م\u{200C}ن", "م\u{200C}ن"), ("👩\u{200D}💻", "👩\u{200D}💻"), ("葛\u{E0100}城", "葛\u{E0100}城"),
    ("E\u{2028}f", "E f"), ("\u{FEFF}G", "G"), ("O’Neill \"Bee\"", "O’Neill \"Bee\""),
    ("\u{0600}1", "\u{0600}1"), ("H\u{0000}\u{001B}[31mi", "H[31mi"),
  ])
  func `a name becomes what will be drawn`(_ written: String, _ drawn: String) throws {
    let field = "\"" + written.replacing("\"", with: "\"\"") + "\""
    let asked = Asked(csv: "name,handle,badge,issued\n\(field),a,watch,2026-01-31\n")
    #expect(asked.ledger.awards.map(\.name.value) == [drawn])
    #expect(!asked.report.hasErrors)
  }

  @Test func `a name of one letter and one of two hundred are names`() {
    for name in ["X", String(repeating: "x", count: 200)] {
      let asked = Asked(csv: "name,handle,badge,issued\n\(name),a,watch,2026-01-31\n")
      #expect(asked.findings == [])
      #expect(asked.ledger.awards.map(\.name.value) == [name])
    }
  }

  @Test func `lines that end in carriage returns alone are refused`() {
    let asked = Asked(csv: "name,handle,badge,issued\rAda,ada,docs-author,2026-01-31\r")
    #expect(asked.findings == ["a.csv:1:25: error: the lines end in carriage returns alone"])
  }

  @Test func `a plain id means the preferred programme's badge, and two badges are one too many`() {
    let text = "name,handle,badge,issued\nAda,ada,docs-author,2026-01-31\nBo,bo,watch,2026-01-31\n"
    let bytes = Array(text.utf8)
    #expect(Asked([("a.csv", bytes)]).paths == ["acme/ada/docs-author", "harbour/bo/night-watch"])
    #expect(
      Asked([("a.csv", bytes)], preferring: "harbour").paths
        == ["harbour/ada/docs-author", "harbour/bo/night-watch"])
    let open = Asked([("a.csv", bytes)], preferring: nil)
    #expect(open.findings == ["a.csv:2:9: error: “docs-author” means 2 badges"])
    #expect(
      open.report.diagnostics[0].help == "write one of: acme/docs-author, harbour/docs-author")
    #expect(open.paths == ["harbour/bo/night-watch"])
  }

  @Test func `an alias of two programmes is ambiguous too`() {
    let text = "name,handle,badge,issued,id\nAda,ada,cao,2026-01-31,AB-0001\n"
    let asked = Asked([("a.csv", Array(text.utf8))], preferring: nil)
    #expect(asked.findings == ["a.csv:2:9: error: “cao” means 2 badges"])
    #expect(
      asked.report.diagnostics[0].help
        == "write one of: acme/certified-operator, harbour/certified-keeper")
  }

  @Test func `grants stand by programme, handle and badge, whatever the order of the rows`() {
    let rows = [
      "Cy,cy,docs-author,2026-01-01", "Ada,ada,watch,2026-01-01", "Ada,ada,rockstar,2026-01-01",
      "Ada,ada,docs-author,2026-01-01", "Bo,bo,harbour/docs-author,2026-01-01",
    ]
    var dice = Dice(1)
    for _ in 0..<20 {
      let text = "name,handle,badge,issued\n" + rows.shuffled(using: &dice).joined(separator: "\n")
      #expect(
        Asked(csv: text).paths == [
          "acme/ada/docs-author", "acme/ada/review-rockstar", "acme/cy/docs-author",
          "harbour/ada/night-watch", "harbour/bo/docs-author",
        ])
    }
  }

  @Test func `of several days the newest counts, in any order and under any alias`() throws {
    let text = """
      name,handle,badge,issued
      Ada,ada,watch,2025-01-31
      Ada,ada,night-watch,2026-02-28
      Ada,ADA,harbour/watch,2024-02-29
      """
    let asked = Asked(csv: text)
    #expect(asked.findings == [])
    let grant = try #require(asked.grants.first)
    #expect(asked.grants.count == 1)
    #expect(grant.award.issued.value.isoText == "2026-02-28")
    #expect(grant.expires?.isoText == "2027-02-28")
  }

  @Test func `an award lasts as the ledger says, or else as the badge says`() {
    let text = """
      name,handle,badge,issued,expires,id
      Ada,ada,operator,2024-02-29,,AB-0001
      Bo,bo,operator,2024-02-29,2024-12-31,AB-0002
      Cy,cy,docs-author,2024-02-29,,
      """
    #expect(
      Asked(csv: text).grants.map { $0.expires?.isoText } == ["2026-02-28", "2024-12-31", nil])
  }

  @Test func `ledgers are read together: names, ids and renewals across files`() {
    let asked = Asked([
      ("a.csv", Array("name,handle,badge,issued\nAda,ada,watch,2025-01-31\n".utf8)),
      (
        "b.yaml",
        Array(
          """
          blazon: 1
          awards:
            - {name: Ada B., handle: ada, badge: watch, issued: 2026-01-31}
          """.utf8)
      ),
    ])
    #expect(
      asked.findings == [
        "b.yaml:3:12: error: the handle “ada” has two names: “Ada” and “Ada B.”"
      ])
    #expect(asked.grants.map(\.award.issued.value.isoText) == ["2026-01-31"])
  }

  @Test func `names that only Unicode writes in two ways are one name`() {
    let asked = Asked(
      csv:
        "name,handle,badge,issued\nJos\u{E9},a,watch,2025-01-31\nJose\u{301},a,watch,2026-01-31\n")
    #expect(asked.findings == [])
  }

  @Test func `a row that is wrong does not take the others with it`() {
    let asked = Asked(
      csv: "name,handle,badge,issued\nAda,ada,watch,x\nBo,bo,watch,2026-01-31\nCy,cy\n")
    #expect(asked.paths == ["harbour/bo/night-watch"])
    #expect(asked.report.errorCount == 2)
  }

  @Test func `a directory without states and tiers accepts any`() {
    var report = Report()
    let text = "name,handle,badge,issued,tier,state\nAda,ada,x,2026-01-31,mythril,asleep\n"
    let ledger = Ledger([SourceText(name: "a.csv", bytes: Array(text.utf8))], report: &report)
    let directory = BadgeDirectory([.init(programme: "p", id: "x")])
    #expect(ledger.grants(in: directory, report: &report).count == 1)
    #expect(report.diagnostics.isEmpty)
  }
}
