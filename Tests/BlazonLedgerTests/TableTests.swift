import BlazonSource
import Testing

@testable import BlazonLedger

/// Tables that were not made to be ledgers, and what is said of them.
@Suite struct TableTests {
  private static let nowhere: Place = {
    let start = Position(line: 7, column: 3)
    return Place(SourceText(name: "programme.yaml", bytes: []), start: start, end: start)
  }()

  private func located(_ text: String) -> Located<String> { Located(text, TableTests.nowhere) }

  /// A reading whose columns are `columns`, each a name or several with “+” between them.
  private func reading(
    _ columns: [AwardKey: String], ignoring: [String] = [], _ dates: TableReading.DateOrder? = nil
  ) -> TableReading {
    var reading = TableReading()
    reading.columns = AwardKey.allCases.compactMap { key in
      columns[key].map { names in
        TableReading.Column(key, names.split(separator: "+").map { located(String($0)) })
      }
    }
    reading.ignored = ignoring.filter { $0 != "others" }.map(located)
    reading.ignoresOthers = ignoring.contains("others")
    (reading.dates, reading.isStrict) = (dates, false)
    return reading
  }

  private struct Read {
    var ledger: Ledger
    var report = Report()
    var grants: [Grant]

    init(
      _ text: String, _ reading: TableReading = TableReading(), name: String = "a.csv",
      keepsGoing: Bool = false
    ) {
      let source = LedgerSource(SourceText(name: name, bytes: Array(text.utf8)), as: reading)
      ledger = Ledger([source], keepsGoing: keepsGoing, report: &report)
      grants = ledger.grants(in: TableTests.directory, preferring: "acme", report: &report)
    }

    var findings: [String] {
      report.sorted.map { finding in
        (finding.place.map { "\($0.label): " } ?? "") + finding.message
      }
    }
    var told: [String] {
      ledger.awards.map {
        "\($0.name.value)|\($0.handle.value)|\($0.badge.value)|\($0.issued.value.isoText)"
      }
    }
  }

  fileprivate static let directory = BadgeDirectory([
    .init(programme: "acme", id: "first-patch", titles: ["First Patch", "Erster Flicken"]),
    .init(programme: "acme", id: "docs", aliases: ["author"], titles: ["Docs “Author”"]),
    .init(programme: "acme", id: "ci", titles: ["CI/CD Hero"]),
    .init(programme: "acme", id: "one", titles: ["Twin"]),
    .init(programme: "acme", id: "two", titles: ["Twin"]),
    .init(programme: "acme", id: "expert", needsID: true),
  ])

  // MARK: Columns

  @Test func `a form's sheet is read by what its columns are said to say`() {
    let read = Read(
      """
      Timestamp;Full Name;GitHub;Which badge?;Terms
      11/2/2026 9:14:22;Ada Lovelace;@ada;First Patch;Yes
      13/3/2026 9:14:22;Grace;https://github.com/grace/;erster  flicken;Yes
      """,
      reading(
        [.name: "full name", .handle: "GitHub", .badge: "Which badge?", .issued: "Timestamp"],
        ignoring: ["Terms"], .dayMonthYear))
    #expect(read.findings == [])
    #expect(
      read.told == [
        "Ada Lovelace|ada|First Patch|2026-02-11", "Grace|grace|erster  flicken|2026-03-13",
      ])
    #expect(read.grants.map(\.badge) == ["first-patch", "first-patch"])
  }

  @Test func `texts of several columns are one name, in the order in which they are named`() {
    let read = Read(
      "Surname,First,badge,issued\nLovelace,Ada,docs,2026-01-02\n,Cher,docs,2026-01-02\n",
      reading([.name: "First+Surname"]))
    #expect(read.findings == [])
    #expect(read.ledger.awards.map(\.name.value) == ["Ada Lovelace", "Cher"])
  }

  @Test func `one column may say two things`() {
    let read = Read(
      "login,badge,issued\nada,docs,2026-01-02\n", reading([.name: "login", .handle: "login"]))
    #expect(read.told == ["ada|ada|docs|2026-01-02"])
  }

  @Test func `an unknown column is told with what can be said of it`() throws {
    let read = Read("name,badge,issued,Terms,Expiry Date\nAda,docs,2026-01-02,Yes,2027-01-02\n")
    #expect(
      read.findings == [
        "a.csv:1:19: unknown column “Terms”", "a.csv:1:25: unknown column “Expiry Date”",
      ])
    let help = read.report.sorted.compactMap(\.help)
    #expect(help[0].contains("ignore: [Terms]"))
    #expect(help[1].contains("columns: {expires: Expiry Date}"))
    #expect(
      Read("name,badge,issued,Terms\nAda,docs,2026-01-02,x\n", reading([:], ignoring: ["others"]))
        .findings == [])
  }

  @Test func `a column that is named and is not there is an error where it is named`() {
    let read = Read(
      "Nane,badge,issued\nAda,docs,2026-01-02\n", reading([.name: "Name"], ignoring: ["others"]))
    #expect(
      read.findings.contains("programme.yaml:7:3: “a.csv” has no column “Name”"), "\(read.findings)"
    )
    #expect(read.report.sorted.compactMap(\.help).contains("did you mean “Nane”?"))
  }

  @Test func `what is ignored is not taken for a ledger's own`() {
    let text = "id,name,badge,issued\n1,Ada,docs,2026-01-02\n"
    #expect(Read(text).report.hasErrors)
    let read = Read(text, reading([.name: "name"], ignoring: ["id"]))
    #expect(read.findings == [])
    #expect(read.ledger.awards[0].id == nil)
  }

  @Test func `rows count by what a column says, and all may say the same`() {
    var table = reading([.name: "Name"], ignoring: ["others"])
    table.conditions = [TableReading.Condition(located("State"), ["complete", "Paid"])]
    table.always = [(.badge, located("docs")), (.issued, located("2026-05-01"))]
    let read = Read("Name,State\nAda,Complete\nBo,Rejected\nCy,paid\n", table)
    #expect(read.findings == [])
    #expect(read.told == ["Ada|ada|docs|2026-05-01", "Cy|cy|docs|2026-05-01"])
  }

  @Test func `a badge that every row names and that there is not is one error`() {
    var table = reading([.name: "Name"])
    table.always = [(.badge, located("dosc")), (.issued, located("2026-05-01"))]
    #expect(Read("Name\nAda\nBo\nCy\n", table).findings == ["a.csv:2:1: unknown badge “dosc”"])
  }

  @Test func `words of the table stand for badges`() {
    var table = reading([.badge: "Ticket"])
    table.badges = [TableReading.folded("Early  Bird"): "docs"]
    let read = Read("name,Ticket,issued\nAda,early bird,2026-01-02\n", table)
    #expect(read.grants.map(\.badge) == ["docs"])
  }

  @Test func `facts are kept under names of the programme's own`() {
    var table = TableReading()
    table.facts = [TableReading.Fact("hours", located("Hours spent"))]
    let read = Read(
      "name,badge,issued,Hours spent\nAda,docs,2026-01-02, 12½ \nBo,docs,2026-01-02,\n", table)
    #expect(read.findings == [])
    #expect(read.ledger.awards.map { $0.fact("hours")?.value } == ["12½", nil])
    #expect(read.ledger.awards[0].fact("days") == nil)
    #expect(read.ledger.awards[0].content != read.ledger.awards[1].content)
  }

  // MARK: Days

  @Test(arguments: [
    ("2026-03-09", "2026-03-09"), ("2026-03-09 14:00:01", "2026-03-09"),
    ("2026-03-09T14:00:01Z", "2026-03-09"), ("2026/3/9", "2026-03-09"),
    ("9 March 2026", "2026-03-09"), ("March 9, 2026", "2026-03-09"),
    ("Mar 9, 2026, 9:14 AM", "2026-03-09"), ("9-Mar-26", "2026-03-09"),
    ("Monday, 9 March 2026, 9:14 AM", "2026-03-09"), ("09.03.2026", "2026-03-09"),
    ("9.3.26", "2026-03-09"), ("Sept 5, 2026", "2026-09-05"), ("2026 May 5", "2026-05-05"),
  ])
  func `a day that means one day is understood in any table`(_ written: String, _ day: String) {
    for order in [nil] + TableReading.DateOrder.allCases {
      let read = Read(
        "name,badge,When\nAda,docs,\"\(written)\"\n", reading([.issued: "When"], order))
      #expect(read.told == ["Ada|ada|docs|\(day)"], "\(read.findings)")
    }
  }

  @Test(arguments: [
    (TableReading.DateOrder.dayMonthYear, "3/11/2026", "2026-11-03"),
    (.monthDayYear, "3/11/2026", "2026-03-11"), (.dayMonthYear, "3-11-26", "2026-11-03"),
    (.monthDayYear, "12/31/2026 23:59", "2026-12-31"), (.monthDayYear, "14.03.2026", "2026-03-14"),
  ])
  func `the order of days is what the programme says`(
    _ order: TableReading.DateOrder, _ written: String, _ day: String
  ) {
    let read = Read("name,badge,When\nAda,docs,\(written)\n", reading([.issued: "When"], order))
    #expect(read.told == ["Ada|ada|docs|\(day)"], "\(read.findings)")
  }

  @Test func `a day that may mean two is an error that names both`() throws {
    let read = Read("name,badge,When\nAda,docs,3/11/2026\n", reading([.issued: "When"]))
    #expect(
      read.findings == ["a.csv:2:10: “3/11/2026” may mean several days: 2026-03-11, 2026-11-03"])
    #expect(try #require(read.report.sorted[0].help).contains("dates: day-month-year"))
  }

  @Test(arguments: [
    "31/2/2026", "13/13/2026", "x", "", "3/11", "99999/1/1", "1/1/0001", "::", "0/0/0",
    "2026-W10-3",
  ])
  func `what is no day is an error in any order`(_ written: String) {
    for order in [nil] + TableReading.DateOrder.allCases {
      let read = Read("name,badge,When\nAda,docs,\(written)\n", reading([.issued: "When"], order))
      #expect(read.told == [] && read.report.errorCount == 1, "\(written): \(read.findings)")
    }
  }

  @Test func `a ledger of ours is asked for days as ledgers write them`() {
    #expect(Read("name,badge,issued\nAda,docs,9 March 2026\n").report.errorCount == 1)
  }

  // MARK: Badges

  @Test(arguments: [
    ("First Patch", "first-patch"), ("FIRST  patch", "first-patch"), ("author", "docs"),
    ("docs \"author\"", "docs"), ("CI/CD Hero", "ci"), ("acme/docs", "docs"),
  ])
  func `a badge is meant by its id, an alias or its title`(_ written: String, _ id: String) {
    let read = Read("name;badge;issued\nAda;\(CSVText.quoted(written));2026-01-02\n")
    #expect(read.grants.map(\.badge) == [id], "\(read.findings)")
  }

  @Test func `a title that two badges have is an error that names both`() throws {
    let read = Read("name,badge,issued\nAda,Twin,2026-01-02\n")
    #expect(read.findings == ["a.csv:2:5: “Twin” means 2 badges"])
    #expect(try #require(read.report.sorted[0].help) == "write one of: acme/one, acme/two")
    let misspelt = Read("name,badge,issued\nAda,Frist Patch,2026-01-02\n")
    #expect(
      misspelt.report.sorted.map(\.help) == [
        "did you mean “first-patch”? A badge that was renamed keeps its old id under “aliases”"
      ])
  }

  // MARK: Handles

  @Test(arguments: [
    ("Łukasz Żółć", "lukasz-zolc"), ("Søren Ærø", "soren-aero"), ("Tom O'Brien", "tom-obrien"),
    ("Marie-Hélène d’Aboville", "marie-helene-daboville"), ("Jose\u{301}", "jose"),
    ("José", "jose"),
    ("Олена Коваль", "olena-koval"), ("Γιώργος Παπαδόπουλος", "giorgos-papadopoylos"),
    ("Straße İzmir", "strasse-izmir"), ("SMITH, JOHN", "smith-john"), ("con", "con-1"),
    ("王秀英", "person-c7d3db13"), ("Nguyễn Thị Minh Khai", "nguyen-thi-minh-khai"),
    ("Dr. Ada  (Countess) Lovelace 3rd", "dr-ada-countess-lovelace-3rd"), ("R2-D2", "r2-d2"),
    (
      "A very long name that goes on and on and on for ever", "a-very-long-name-that-goes-on-and-on"
    ),
  ])
  func `a handle that nobody gave is made of the name`(_ name: String, _ handle: String) {
    let read = Read("name,badge,issued\n\"\(name)\",docs,2026-01-02\n")
    #expect(read.report.errorCount == 0)
    let made = read.ledger.awards.map(\.handle.value)
    if handle.hasPrefix("person-") {
      #expect(made.count == 1 && made[0].hasPrefix("person-") && made[0].count == 15, "\(made)")
    } else {
      #expect(made == [handle])
    }
  }

  @Test func `one name makes one handle, composed or not, and always one that is good`() {
    for (a, b) in [
      ("が", "か\u{3099}"), ("한국", "\u{1112}\u{1161}\u{11AB}\u{1100}\u{116E}\u{11A8}"),
      ("Ünal", "U\u{308}nal"),
    ] {
      #expect(Handle(madeOf: a).text == Handle(madeOf: b).text)
    }
    for name in [
      "'", "😀", "—", "...", "ß", "İ", "index.html", "nul", String(repeating: "w", count: 200),
      "ÅÄÖ",
    ] {
      let handle = Handle(madeOf: name).text
      #expect((try? Handle(handle))?.text == handle, "\(name)")
    }
  }

  @Test func `a redacted award whose handle would tell the name is an error`() {
    let read = Read("name,badge,issued,visibility\nAda,docs,2026-01-02,redacted\n")
    #expect(read.ledger.awards.isEmpty && read.report.errorCount == 1)
    #expect(read.findings[0].contains("a redacted award needs a handle"))
  }

  @Test func `two names that make one handle are two people`() {
    let read = Read("name,badge,issued\nJan Ek,docs,2026-01-02\nJán Ek,ci,2026-01-02\n")
    #expect(read.findings.count == 1 && read.findings[0].contains("has two names"))
  }

  // MARK: Letters

  @Test func `what nobody sees is taken out of ids and columns, with a warning`() {
    let read = Read(
      "\u{FEFF}\u{FEFF}na\u{200B}me,handle,badge,issued\nJan,jan\u{200B},do\u{AD}cs,2026-01-02\u{200E}\n"
    )
    #expect(read.told == ["Jan|jan|docs|2026-01-02"])
    #expect(read.report.errorCount == 0 && read.findings.count == 4, "\(read.findings)")
    #expect(
      read.findings.contains(
        "a.csv:2:8: the invisible character U+200B (zero width space) is taken out of the handle"))
  }

  @Test func `a delimiter inside quotes parts no columns, and controls are no letters of a badge`()
  {
    let read = Read(
      "name,\"Which? (Pilot; Captain; Admiral)\",issued\nAda,do\u{1B}cs,2026-01-02\n",
      reading([.badge: "Which? (Pilot; Captain; Admiral)"]))
    #expect(read.told == ["Ada|ada|docs|2026-01-02"], "\(read.findings)")
    #expect(read.findings.count == 1 && read.findings[0].contains("U+001B"))
  }

  @Test(arguments: ["sep=;\n", "\"sep=;\"\r\n", "\u{FEFF}sep=;\n", "SEP=;\n"])
  func `the line that says how fields are divided is understood`(_ line: String) {
    let read = Read(line + "name;badge;issued\n\"Ek; Jan\";docs;2026-01-02\n")
    #expect(read.told == ["Ek; Jan|ek-jan|docs|2026-01-02"] && read.findings == [])
    // Places count that line.
    let broken = Read(line + "name;badge;issued\nJan;docs;x\n")
    #expect(broken.findings.map { $0.prefix(9) } == ["a.csv:3:1"])
  }

  @Test(arguments: [
    ("JosÃ©", "José"), ("MÃ¼ller", "Müller"), ("ÐŸÐµÑ‚Ñ€", "Петр"), ("ZoÃ«", "Zoë"),
    ("å¼\u{A0}ä¼Ÿ", "张伟"), ("JosÃƒÂ©", "José"), ("Oâ€™Brien", "O’Brien"),
  ])
  func `letters that were read as others are told with what was meant`(
    _ name: String, _ meant: String
  ) {
    let read = Read("name,handle,badge,issued\n\(name),x,docs,2026-01-02\n")
    #expect(read.findings.count == 1 && !read.report.hasErrors)
    #expect(read.report.sorted[0].help?.contains("“\(meant)”") == true, "\(read.report.sorted)")
  }

  @Test(arguments: ["J?rg M?ller", "Jaros?aw", "????", "??? ??"])
  func `letters that were lost are told`(_ name: String) {
    let read = Read("name,handle,badge,issued\n\(name),x,docs,2026-01-02\n")
    #expect(read.findings.count == 1 && read.findings[0].contains("where a letter was lost"))
  }

  @Test(arguments: [
    "Ångström", "Ñandú", "Ðorđe", "Who?", "Ærø", "Ø", "São", "Ä", "Mårten", "Âme", "Zoë & Ø",
    "Ãurea", "ÂNGELA", "TÃO", "Robert “Bob” Ø", "張偉",
  ])
  func `names that are as they should be are passed over`(_ name: String) {
    #expect(Read("name,handle,badge,issued\n\"\(name)\",x,docs,2026-01-02\n").findings == [])
  }

  @Test func `what Windows and Excel write is read`() {
    let text = "name;badge;issued\r\nZoë Müller – “Z”;docs;2026-01-02\r\n"
    let utf16: [UInt8] =
      [0xFF, 0xFE]
      + text.utf16.flatMap { (unit: UInt16) -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(WindowsText.utf8(ofUTF16: utf16) == Array(text.utf8))
    let big: [UInt8] =
      [0xFE, 0xFF]
      + text.utf16.flatMap { (unit: UInt16) -> [UInt8] in [UInt8(unit >> 8), UInt8(unit & 0xFF)] }
    #expect(WindowsText.utf8(ofUTF16: big) == Array(text.utf8))
    #expect(WindowsText.utf8(ofUTF16: Array(text.utf8)) == nil)
    let windows: [UInt8] = [0x5A, 0x6F, 0xEB, 0x20, 0x96, 0x20, 0x93, 0x5A, 0x94, 0x80]
    #expect(String(decoding: WindowsText.utf8(windows), as: UTF8.self) == "Zoë – “Z”€")
  }
}
