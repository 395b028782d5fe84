import BlazonLedger
import BlazonSource
import Testing

/// A ledger of one file, amended.
struct Amended {
  var text: String?
  var lines: [Int] = []
  var findings: [String]
  var help: [String]

  init(
    _ name: String, _ text: String, _ question: AwardFinder.Question, _ amendment: Amendment
  ) {
    var report = Report()
    let source = SourceText(name: name, bytes: Array(text.utf8))
    let ledger = Ledger([source], report: &report)
    let finder = AwardFinder([(ledger, "acme")], in: standardDirectory)
    let found = finder.awards(question, for: amendment, report: &report)
    if !found.isEmpty,
      let amended = ledger.amended(
        found.map(\.award), in: source, by: amendment, report: &report)
    {
      self.text = String(decoding: amended.bytes, as: UTF8.self)
      lines = amended.awards.map(\.place.start.line)
    }
    findings = report.sorted.map { ($0.place.map { "\($0.label): " } ?? "") + $0.message }
    help = report.sorted.map { $0.help ?? "" }
  }
}

func day(_ text: String) -> CalendarDate { CalendarDate(iso: text)! }

private let revoking = Amendment.revoke(on: day("2026-11-02"), reason: "Sold, they say: \"won\"")
private let ada = AwardFinder.Question.newest(person: "Ada", badge: "docs-author")

/// Each amendment changes the bytes that it is about, and no other.
@Suite struct AmendmentTests {
  private func check(
    _ name: String, _ before: String, _ amendment: Amendment, _ after: String,
    _ question: AwardFinder.Question = ada, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let amended = Amended(name, before, question, amendment)
    #expect(amended.findings == [], sourceLocation: sourceLocation)
    #expect(amended.text == after, sourceLocation: sourceLocation)
    #expect(Asked([(name, Array(after.utf8))]).findings == [], sourceLocation: sourceLocation)
  }

  /// And the other way round.
  private func checkBoth(
    _ name: String, _ before: String, _ after: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    check(name, before, revoking, after, sourceLocation: sourceLocation)
    check(name, after, .reinstate, before, sourceLocation: sourceLocation)
  }

  @Test func `cells are filled and emptied, whatever quotes and blanks stand beside them`() {
    checkBoth(
      "a.csv",
      "name;handle;reason;badge;issued;revoked;state\r\nBo;bo;;docs-author;2026-01-30;;\r\nAda;Ada;;docs-author; 2026-01-31 ; ;\"\"\r\n",
      "name;handle;reason;badge;issued;revoked;state\r\nBo;bo;;docs-author;2026-01-30;;\r\nAda;Ada;\"Sold, they say: \"\"won\"\"\";docs-author; 2026-01-31 ;2026-11-02 ;\"revoked\"\r\n"
    )
  }

  @Test func `a column that is missing is added at the end, and stays`() {
    let before = "name,handle,badge,issued\nAda,ada,docs-author,2026-01-31\nBo,bo,watch,2026-01-31"
    let revoked =
      "name,handle,badge,issued,state,revoked,reason\nAda,ada,docs-author,2026-01-31,revoked,2026-11-02,\"Sold, they say: \"\"won\"\"\"\nBo,bo,watch,2026-01-31,,,"
    check("a.csv", before, revoking, revoked)
    check(
      "a.csv", revoked, .reinstate,
      "name,handle,badge,issued,state,revoked,reason\nAda,ada,docs-author,2026-01-31,,,\nBo,bo,watch,2026-01-31,,,"
    )
    check(
      "a.csv", before, .revoke(on: day("2026-11-02"), reason: nil),
      "name,handle,badge,issued,state,revoked\nAda,ada,docs-author,2026-01-31,revoked,2026-11-02\nBo,bo,watch,2026-01-31,,"
    )
  }

  @Test func `a block map gains and loses lines`() {
    checkBoth(
      "a.yaml",
      "blazon: 1\nawards:\n# All.\n- name: Ada  # her\n  handle: ada\n  badge: docs-author\n  issued: 2026-01-31   # a Saturday\n\n- {name: Bo, handle: bo, badge: watch, issued: 2026-01-31}\n",
      "blazon: 1\nawards:\n# All.\n- name: Ada  # her\n  handle: ada\n  badge: docs-author\n  issued: 2026-01-31   # a Saturday\n  state: revoked\n  revoked: 2026-11-02\n  reason: \"Sold, they say: \\\"won\\\"\"\n\n- {name: Bo, handle: bo, badge: watch, issued: 2026-01-31}\n"
    )
    checkBoth(
      "a.yml",
      "blazon: 1\r\nawards:\r\n  -\r\n    name: Ada\r\n    handle: ada\r\n    badge: docs-author\r\n    issued: 2026-01-31",
      "blazon: 1\r\nawards:\r\n  -\r\n    name: Ada\r\n    handle: ada\r\n    badge: docs-author\r\n    issued: 2026-01-31\r\n    state: revoked\r\n    revoked: 2026-11-02\r\n    reason: \"Sold, they say: \\\"won\\\"\""
    )
  }

  @Test func `a map in braces gains and loses pairs, in JSON as it is laid out`() {
    checkBoth(
      "a.yaml",
      "{blazon: 1, awards: [{name: Ada, handle: ada, issued: 2026-01-31 , badge: 'docs-author'}]}",
      "{blazon: 1, awards: [{name: Ada, handle: ada, issued: 2026-01-31 , badge: 'docs-author', state: revoked, revoked: 2026-11-02, reason: \"Sold, they say: \\\"won\\\"\"}]}"
    )
    checkBoth(
      "a.json",
      "{\"blazon\": 1, \"awards\": [\n  {\n    \"name\": \"Ada \\ud83d\\ude00\",\n    \"handle\": \"ada\",\n    \"issued\": \"2026-01-31\",\n    \"badge\": \"docs-author\",\n    \"tier\": null\n  }\n]}\n",
      "{\"blazon\": 1, \"awards\": [\n  {\n    \"name\": \"Ada \\ud83d\\ude00\",\n    \"handle\": \"ada\",\n    \"issued\": \"2026-01-31\",\n    \"badge\": \"docs-author\",\n    \"state\": \"revoked\",\n    \"revoked\": \"2026-11-02\",\n    \"reason\": \"Sold, they say: \\\"won\\\"\",\n    \"tier\": null\n  }\n]}\n"
    )
    checkBoth(
      "a.json",
      "{\"blazon\":1,\"awards\":[{\"name\":\"Ada\",\"handle\":\"ada\",\"issued\":\"2026-01-31\",\"badge\":\"docs-author\"}]}",
      "{\"blazon\":1,\"awards\":[{\"name\":\"Ada\",\"handle\":\"ada\",\"issued\":\"2026-01-31\",\"badge\":\"docs-author\", \"state\": \"revoked\", \"revoked\": \"2026-11-02\", \"reason\": \"Sold, they say: \\\"won\\\"\"}]}"
    )
  }

  @Test func `what leads a map, spans lines or has a comment is taken out alone`() {
    check(
      "a.yaml",
      "blazon: 1\nawards:\n  - state: revoked\n    reason: >-\n      Sold,\n      they say\n\n    revoked: 2026-11-02 # told by mail\n    name: Ada\n    handle: ada\n    badge: docs-author\n    issued: 2026-01-31\n",
      .reinstate,
      "blazon: 1\nawards:\n  -  # told by mail\n    name: Ada\n    handle: ada\n    badge: docs-author\n    issued: 2026-01-31\n"
    )
    check(
      "a.yaml",
      "{blazon: 1, awards: [{state: revoked, revoked: 2026-11-02, name: Ada, reason: 'x',\n handle: ada, badge: docs-author, issued: 2026-01-31}]}\n",
      .reinstate,
      "{blazon: 1, awards: [{name: Ada,\n handle: ada, badge: docs-author, issued: 2026-01-31}]}\n")
  }

  @Test func `a state of before gives way`() {
    check(
      "a.yaml",
      "blazon: 1\nawards:\n- {name: Ada, handle: ada, badge: docs-author, issued: 2026-01-31, state: \"active\"}\n",
      .revoke(on: day("2026-11-02"), reason: nil),
      "blazon: 1\nawards:\n- {name: Ada, handle: ada, badge: docs-author, issued: 2026-01-31, revoked: 2026-11-02, state: \"revoked\"}\n"
    )
  }

  @Test func `of several awards the newest is meant, and both where it is written twice`() {
    let header = "name,handle,badge,issued,state,revoked\n"
    check(
      "a.csv",
      header
        + "Ada,ada,docs-author,2026-03-01,,\nAda,ada,docs-author,2026-01-31,,\nAda,ada,watch,2026-05-01,,\n",
      .revoke(on: day("2026-11-02"), reason: nil),
      header
        + "Ada,ada,docs-author,2026-03-01,revoked,2026-11-02\nAda,ada,docs-author,2026-01-31,,\nAda,ada,watch,2026-05-01,,\n"
    )
    let twice = Amended(
      "a.csv", header + String(repeating: "Ada,ada,docs-author,2026-03-01,,\n", count: 2), ada,
      revoking)
    #expect(twice.lines == [2, 3])
  }

  @Test func `a renewal is the same person's, and a new award`() {
    let renewing = Amendment.renew(on: day("2027-02-01"), expires: day("2029-02-01"))
    check(
      "a.csv",
      "name,handle,badge,issued,id,email,expires,statement,tier\n\"Ek, Ada\",Ada,\"docs-author\",2026-01-31,AB-0001,ada@example.org,2027-01-31,Said.,gold\nBo,bo,watch,2026-01-31,,,,,",
      renewing,
      "name,handle,badge,issued,id,email,expires,statement,tier\n\"Ek, Ada\",Ada,\"docs-author\",2026-01-31,AB-0001,ada@example.org,2027-01-31,Said.,gold\n\"Ek, Ada\",Ada,\"docs-author\",2027-02-01,,ada@example.org,2029-02-01,,gold\nBo,bo,watch,2026-01-31,,,,,"
    )
    check(
      "a.csv", "name,handle,badge,issued\nAda,ada,docs-author,2026-01-31", renewing,
      "name,handle,badge,issued,expires\nAda,ada,docs-author,2026-01-31,\nAda,ada,docs-author,2027-02-01,2029-02-01"
    )
    check(
      "a.yaml",
      "blazon: 1\nawards:\n  # The first.\n  - name: \"Ada\"\n    handle: Ada\n    links: [https://a.example, https://b.example/?x]\n    state: expired\n    badge: docs-author\n    issued: 2026-01-31\n    statement: |\n      Said.\n\n    # Nothing else.\n\n  # The second.\n  - {name: Bo, handle: bo, badge: watch, issued: 2026-01-31}\n",
      renewing,
      "blazon: 1\nawards:\n  # The first.\n  - name: \"Ada\"\n    handle: Ada\n    links: [https://a.example, https://b.example/?x]\n    state: expired\n    badge: docs-author\n    issued: 2026-01-31\n    statement: |\n      Said.\n\n    # Nothing else.\n  - name: \"Ada\"\n    handle: Ada\n    links: [https://a.example, \"https://b.example/?x\"]\n    badge: docs-author\n    issued: 2027-02-01\n    expires: 2029-02-01\n\n  # The second.\n  - {name: Bo, handle: bo, badge: watch, issued: 2026-01-31}\n"
    )
    check(
      "a.yaml",
      "blazon: 1\nawards:\n- {name: Ada, handle: ada, badge: docs-author, issued: 2026-01-31} # x",
      renewing,
      "blazon: 1\nawards:\n- {name: Ada, handle: ada, badge: docs-author, issued: 2026-01-31} # x\n- {name: Ada, handle: ada, badge: docs-author, issued: 2027-02-01, expires: 2029-02-01}"
    )
    check(
      "a.json",
      "{\"blazon\": 1, \"awards\": [\n  {\n    \"name\": \"A\\u0064a\",\n    \"handle\": \"ada\",\n    \"count\": 3,\n    \"issued\": \"2026-01-31\",\n    \"badge\": \"docs-author\"\n  }\n]}\n",
      renewing,
      "{\"blazon\": 1, \"awards\": [\n  {\n    \"name\": \"A\\u0064a\",\n    \"handle\": \"ada\",\n    \"count\": 3,\n    \"issued\": \"2026-01-31\",\n    \"badge\": \"docs-author\"\n  },\n  {\n    \"name\": \"Ada\",\n    \"handle\": \"ada\",\n    \"count\": 3,\n    \"issued\": \"2027-02-01\",\n    \"badge\": \"docs-author\",\n    \"expires\": \"2029-02-01\"\n  }\n]}\n"
    )
  }

  @Test func `a list whose braces begin behind its bracket is gone on with`() {
    check(
      "a.json",
      "{\"blazon\": 1,\n  \"awards\": [{\n    \"name\": \"Ada\",\n    \"handle\": \"ada\",\n    \"issued\": \"2026-01-31\",\n    \"badge\": \"docs-author\"\n  }]}",
      .renew(on: day("2027-02-01"), expires: nil),
      "{\"blazon\": 1,\n  \"awards\": [{\n    \"name\": \"Ada\",\n    \"handle\": \"ada\",\n    \"issued\": \"2026-01-31\",\n    \"badge\": \"docs-author\"\n  }, {\n    \"name\": \"Ada\",\n    \"handle\": \"ada\",\n    \"issued\": \"2027-02-01\",\n    \"badge\": \"docs-author\"\n  }]}"
    )
  }

  @Test func `a redacted award is renewed and corrected with all that is written of it`() {
    let before =
      "name,handle,badge,issued,visibility,legal-name,email\nAda Ek,ada,docs-author,2026-01-31,redacted,Ada Maria Ek,ada@example.org\n"
    check(
      "a.csv", before, .renew(on: day("2027-02-01"), expires: nil),
      before + "Ada Ek,ada,docs-author,2027-02-01,redacted,Ada Maria Ek,ada@example.org\n")
    check(
      "a.csv", before, .correct(name: "Ada Ode", legalName: nil),
      "name,handle,badge,issued,visibility,legal-name,email\nAda Ode,ada,docs-author,2026-01-31,redacted,Ada Maria Ek,ada@example.org\n",
      .all(person: "ADA"))
  }

  @Test func `a name is corrected wherever it stands, and stays where it is right`() {
    check(
      "a.yaml",
      "blazon: 1\nawards:\n- {name: Ade, handle: ada, badge: docs-author, issued: 2026-01-31}\n- name:   'Ade'  # ?\n  handle: ADA\n  badge: watch\n  issued: 2026-01-31\n  legal-name: A. Ek\n- {name: \"Ad\\u0061\", handle: ada, badge: harbour/docs-author, issued: 2026-01-31, legal-name: A}\n",
      .correct(name: "Ada", legalName: ""),
      "blazon: 1\nawards:\n- {name: Ada, handle: ada, badge: docs-author, issued: 2026-01-31}\n- name:   \"Ada\"  # ?\n  handle: ADA\n  badge: watch\n  issued: 2026-01-31\n- {name: \"Ad\\u0061\", handle: ada, badge: harbour/docs-author, issued: 2026-01-31}\n",
      .all(person: "ada"))
    check(
      "a.csv", "name,handle,badge,issued\nAda,ada,watch,2026-01-31\n",
      .correct(name: nil, legalName: "Ek, Ada"),
      "name,handle,badge,issued,legal-name\nAda,ada,watch,2026-01-31,\"Ek, Ada\"\n",
      .all(person: "ada"))
  }

  @Test func `aliases and other awards that would change are refused, with what to write`() {
    let text =
      "blazon: 1\nawards:\n- {name: &n Ade, handle: ada, badge: docs-author, issued: 2026-01-31}\n- {name: *n, handle: ada, badge: watch, issued: 2026-01-31}\n"
    let amended = Amended(
      "a.yaml", text, .all(person: "ada"), .correct(name: "Ada: #1", legalName: nil))
    #expect(amended.text == nil)
    #expect(
      amended.findings == [
        "a.yaml:3:4: no name can be written into this award",
        "a.yaml:4:4: no name can be written into this award",
      ])
    #expect(amended.help.first == "write it yourself: name: \"Ada: #1\"")
  }

  @Test(arguments: [
    (
      AwardFinder.Question.newest(person: "adda", badge: "docs-author"),
      "nobody is called “adda” in the ledgers", "did you mean “ada”?"
    ),
    (
      .newest(person: "ada ek", badge: "docs-author"), "nobody is called “ada ek” in the ledgers",
      "did you mean “ada”?"
    ),
    (
      .newest(person: "ada", badge: "docs-auhtor"), "unknown badge “docs-auhtor”",
      "did you mean “docs-author”?"
    ),
    (
      .newest(person: "ada", badge: "night-watch"), "“ada” has no award of “night-watch”",
      "the ledgers have: docs-author, harbour/docs-author, review-rockstar"
    ),
    (
      .newest(person: "ada", badge: "docs-author"), "“docs-author” means 2 badges of “ada”",
      "write one of: acme/docs-author, harbour/docs-author"
    ),
    (.number("AB-0002"), "no award has the number “AB-0002”", "did you mean “AB-0001”?"),
    (
      .number("7YHB-16Q4-DGRH"),
      "a character of the id “7YHB-16Q4-DGRH” is off: its last one does not agree",
      "compare it with where it was first written"
    ),
    (.number("ada"), "“ada” is a person", "name the badge too, as in ada docs-author"),
  ])
  func `whoever is not there is one error, which suggests`(
    _ question: AwardFinder.Question, _ message: String, _ help: String
  ) {
    let text =
      "name,handle,badge,issued,id\nAda Ek,ada,docs-author,2026-01-31,\nAda Ek,ada,harbour/docs-author,2026-01-31,AB-0001\nAda Ek,ada,review-rockstar,2026-01-31,7YHB-16Q4-DGRG\n"
    let amended = Amended("a.csv", text, question, .reinstate)
    #expect(amended.text == nil)
    #expect(amended.findings == [message])
    #expect(amended.help == [help])
  }

  @Test(arguments: [
    (Amendment.reinstate, "bo", "a.csv:3:1: this award is not revoked"),
    (revoking, "ada", "a.csv:2:33: this award is revoked already"),
    (
      .revoke(on: day("2026-01-30"), reason: nil), "bo",
      "a.csv:3:19: 2026-01-30 is before the award was issued, 2026-01-31"
    ),
    (
      .renew(on: day("2026-01-31"), expires: nil), "bo",
      "a.csv:3:19: 2026-01-31 is not later than the newest award, 2026-01-31"
    ),
  ])
  func `what an award does not allow is one error, at its place`(
    _ amendment: Amendment, _ person: String, _ message: String
  ) {
    let text =
      "name,handle,badge,issued,state,revoked\nAda,ada,docs-author,2026-01-31,,2026-02-01\nBo,bo,docs-author,2026-01-31,,\n"
    let amended = Amended("a.csv", text, .newest(person: person, badge: "rockstar"), amendment)
    #expect(amended.findings == ["“\(person)” has no award of “rockstar”"])
    let other = Amended(
      "a.csv", text, .newest(person: person, badge: "acme/docs-author"), amendment)
    #expect(other.text == nil)
    #expect(other.findings == [message])
  }

  @Test func `a number is found in any capitals`() {
    let header = "name,handle,badge,issued,id,uuid,state,revoked\n"
    let uuid = "f81d4fae-7dec-41d0-a765-00a0c91e6bf6"
    let text = header + "Ada,ada,docs-author,2026-01-31,7YHB-16Q4-DGRG,\(uuid),,\n"
    for number in ["7yhb-16q4-dgrg", uuid.uppercased()] {
      let amended = Amended(
        "a.csv", text, .number(number), .revoke(on: day("2026-11-02"), reason: nil))
      #expect(amended.text == text.replacing(",,\n", with: ",revoked,2026-11-02\n"))
    }
  }

  @Test func `who takes back an old certificate hears of the newer one`() {
    let amended = Amended(
      "a.csv",
      "name,handle,badge,issued,id,revoked,state\nAda,ada,cao,2026-01-31,AB-0001,,\nAda,ada,operator,2028-01-31,AB-0002,,\n",
      .number("ab-0001"), .revoke(on: day("2026-11-02"), reason: nil))
    #expect(amended.lines == [2])
    #expect(
      amended.findings == [
        "a.csv:3:1: pages show a newer award of the same badge, which stays as it is"
      ])
    #expect(amended.help == ["name it by “ada operator”"])
  }
}
