import Foundation
import TestSupport
import Testing

/// Tables as forms, shops and learning software write them become awards in two commands.
@Suite struct ImportTableTests {
  private static let names = [
    "Ada Lovelace", "Grace Hopper", "Łukasz Żółć", "王秀英", "عمر خالد", "Zoë Müller", "Søren Ærø",
    "Íñigo Núñez de la Peña", "Tom O'Brien", "Nguyễn Thị Minh Khai", "Олена Коваль",
  ]

  /// Two hundred people, no two of a name.
  private static func person(_ index: Int) -> String {
    "\(names[index % names.count]) \(["Alba", "Berg", "Cole", "Diaz", "Eide", "Fox", "Gray", "Hill", "Ito", "Jung", "Kim", "Lund", "Moss", "Nye", "Ono", "Park", "Quin", "Rey", "Sun"][index / names.count])"
  }

  private static func day(_ index: Int) -> (year: Int, month: Int, day: Int) {
    (2026, index % 12 + 1, index % 28 + 1)
  }

  private static func cell(_ text: String) -> String {
    "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  /// Each export: its file, the words of the command beside it, how many people it makes awards of.
  private static var exports: [(name: String, text: String, words: [String], awards: Int)] {
    let people = (0..<200).map { index in (index, person(index), day(index)) }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let pretix =
      "Order code,Email,Order date,Product,Variation,Attendee name,Attendee email,Event start,Price\r\n"
      + people.map { index, name, day in
        "A\(index)X,mail\(index)@example.org,2026-01-0\(index % 9 + 1) 10:22:01,\(index % 3 == 0 ? "Speaker" : "Summit 2026"),,\(cell(name)),a\(index)@example.org,2026-10-14 09:00:00,120.00\r\n"
      }.joined()
    let indico =
      "ID,Name,Email,Affiliation,Registration date,State,Payment\n"
      + people.map { index, name, day in
        "\(index + 1),\(cell(name)),m\(index)@example.org,University,2026-\(two(day.month))-\(two(day.day)),\(index % 10 == 9 ? "Rejected" : "Complete"),\n"
      }.joined()
    let moodle =
      "\u{FEFF}First name,Surname,ID number,Institution,Department,Email address,Quiz: Harbour lights (Real),Course total (Real),Last downloaded from this course\n"
      + people.map { index, name, _ in
        let parts = name.split(separator: " ", maxSplits: 1)
        return
          "\(cell(String(parts[0]))),\(cell(String(parts[1]))),,School,,m\(index)@example.org,9.50,\(60 + index % 40).00,1780000000\n"
      }.joined()
    let github =
      "["
      + people.map { index, _, _ in
        "{\"login\": \"octo-\(index)\", \"id\": \(9000 + index), \"node_id\": \"MDQ=\", \"avatar_url\": \"https://example.org/\(index).png\", \"site_admin\": false, \"contributions\": \(index + 1)}"
      }.joined(separator: ",\n") + "]"
    return [
      ("pretix.csv", pretix, [], 200),
      ("indico.csv", indico, ["--badge", "Harbour School"], 180),
      ("moodle.csv", moodle, ["--badge", "Harbour Lights", "--issued", "2026-06-30"], 200),
      ("contributors.json", github, ["--badge", "Contributor", "--issued", "2026-06-30"], 200),
    ]
  }

  @Test func `a form's answers become cards in two commands`() throws {
    let sheet =
      "\u{FEFF}Timestamp;Email Address;Full Name;GitHub Username;Which badge?;Date earned;Link to your work;I agree\r\n"
      + "11/2/2026 9:14:22;ada@example.org;Ada Lovelace;@adal;First Patch;3/11/2026;https://example.org/1;Yes\r\n"
      + "11/2/2026 9:20:01;;Łukasz Żółć;https://github.com/lukasz-z;Docs Author;2026-03-12;;Yes\r\n;;;;;;;\r\n"
      + "11/3/2026 8:00:00;omar@example.org;عمر خالد;omar-k;Certified Pilot;16 Mar 2026;github.com/x/y/pull/7;Yes\r\n"
      + "11/4/2026 8:00:00;zoe@example.org;Zoë Müller;zoe;First Patch;1/13/2026;;Yes\r\n"
    let place = try Workplace([:])
    try place.write(sheet, to: "answers.csv")
    let answer = try place.blazon("import", "answers.csv")
    #expect(answer.status == 0, "\(answer.error)")
    #expect(
      answer.text.contains(
        "name: Ada Lovelace; handle: adal; badge: First Patch; issued: 2026-03-11"))
    #expect(answer.error.contains("“Email Address” holds e-mail addresses"))
    #expect(answer.text.hasSuffix("Draw it with: blazon render badge-specs/answers\n"))
    let drawn = try place.blazon("render", "badge-specs/answers", "--size", "64")
    #expect(drawn.status == 0, "\(drawn.error)")
    for path in [
      "adal/first-patch/card.jpg", "lukasz-z/docs-author/card.jpg",
      "omar-k/certified-pilot/card.jpg", "zoe/first-patch/card.jpg",
    ] {
      #expect(place.exists("output/answers/people/\(path)"), "\(path)")
    }
    // A certification got its number, and so a certificate.
    #expect(place.exists("output/answers/people/omar-k/certified-pilot/certificate.pdf"))
    let site = try place.files("output")
    #expect(!site.values.contains { String(decoding: $0, as: UTF8.self).contains("@example.org") })
    // What stands there is overwritten by nothing.
    let again = try place.blazon("import", "answers.csv")
    #expect(again.status == 1 && again.error.contains("is there already"), "\(again.error)")
  }

  @Test(arguments: exports.indices)
  func `two hundred rows of an export become awards`(_ index: Int) throws {
    let export = ImportTableTests.exports[index]
    let place = try Workplace([:])
    try place.write(export.text, to: export.name)
    let answer = try run(
      TestSupport.blazon,
      ["import", export.name, "badge-specs/acme", "--name", "Acme"] + export.words,
      in: place.folder)
    #expect(answer.status == 0, "\(answer.error)")
    let table = try place.blazon("awards", "--as", "csv")
    #expect(table.status == 0, "\(table.error)")
    let rows = table.text.split(separator: "\r\n").dropFirst()
    #expect(rows.count == export.awards)
    let drawn = try place.blazon(
      "render", "--surface", "card", "--people", String(rows.first?.split(separator: ",")[1] ?? ""))
    #expect(drawn.status == 0, "\(drawn.error)")
    #expect(try place.files().keys.contains { $0.hasSuffix("card.jpg") })
  }

  @Test func `a table comes into a programme that is there, and what stands in it stays`() throws {
    let programme = Workplace.programme("acme")
    for (awards, members) in [
      ("", 1), ("awards: awards/*.csv   # by hand\n", 2),
      ("awards: [awards/*.csv, \"more.yaml\"] # two\n", 3),
      (
        "awards:\n  - awards/*.csv\n  # one more\n  - file: more.yaml\n    dates: day-month-year\n\n# the end\n",
        3
      ),
      ("awards:\n- awards/*.csv\n- more.yaml\n", 3),
    ] {
      let place = try Workplace([
        "badge-specs/acme/programme.yaml": programme + "\n" + awards,
        "badge-specs/acme/badges.yaml": Workplace.badges,
        "badge-specs/acme/awards/2025.csv": "name,handle,badge,issued\nJan,jan,first,2025-01-02\n",
        "badge-specs/acme/more.yaml": awards.contains("more.yaml")
          ? "blazon: 1\nawards: []\n" : "blazon: 1\nbadges: {}\n",
        "sheet.csv": "Who;Badge;When\nAda;First Light;31/12/2026\nBo;second;1/2/2026\n",
      ])
      let answer = try place.blazon(
        "import", "sheet.csv", "badge-specs/acme", "--column", "name=Who")
      #expect(answer.status == 0, "\(awards)\(answer.error)\(answer.text)")
      let text = try String(
        contentsOf: place.url("badge-specs/acme/programme.yaml"), encoding: .utf8)
      #expect(
        text.components(separatedBy: "\n").filter {
          $0.contains("- ") && ($0.contains(".csv") || $0.contains(".yaml"))
        }.count == members, "\(text)")
      #expect(text.contains("dates: day-month-year"))
      for comment in ["# by hand", "# two", "# one more", "# the end"]
      where awards.contains(comment) {
        #expect(text.contains(comment), "\(text)")
      }
      let table = try place.blazon("awards", "--as", "csv")
      #expect(table.status == 0, "\(text)\(table.error)")
      #expect(
        table.text.contains("acme,ada,Ada,first,") && table.text.contains(",2026-12-31,"),
        "\(table.text)")
      #expect(table.text.contains("acme,bo,Bo,second,") && table.text.contains(",2026-02-01,"))
    }
  }

  @Test func `line ends of Windows stay, and a table gets a name that every programme reads`()
    throws
  {
    for awards in ["", "awards: awards/*.csv\n", "awards:\n  - awards/*.csv\n"] {
      let text = (Workplace.programme("acme") + "\n" + awards).replacing("\n", with: "\r\n")
      let place = try Workplace([
        "badge-specs/acme/programme.yaml": text, "badge-specs/acme/badges.yaml": Workplace.badges,
        "badge-specs/acme/awards/a.csv": "name,handle,badge,issued\n",
        "UP *Blatt 1.CSV": "Who;Badge;When\nAda;First Light;31/12/2026\n",
      ])
      let answer = try place.blazon(
        "import", "UP *Blatt 1.CSV", "badge-specs/acme", "--column", "name=who")
      #expect(answer.status == 0, "\(awards)\(answer.error)")
      #expect(place.exists("badge-specs/acme/awards/up-blatt-1.csv"))
      let bytes = try Data(contentsOf: place.url("badge-specs/acme/programme.yaml"))
      #expect(
        String(decoding: bytes, as: UTF8.self).unicodeScalars.split(separator: "\n").dropLast()
          .allSatisfy { $0.last == "\r" })
      #expect(try place.blazon("awards").text.contains("acme/first"))
    }
  }

  @Test func `what cannot be added by itself is told on one line that can be pasted`() throws {
    let programme = Workplace.programme("acme") + "\nawards: null\n"
    let place = try Workplace([
      "badge-specs/acme/programme.yaml": programme,
      "badge-specs/acme/badges.yaml": Workplace.badges,
      "a.csv": "Name,\"Which, then?\",When\nAda,First Light,2026-03-04\n",
    ])
    let answer = try place.blazon("import", "a.csv", "badge-specs/acme")
    #expect(answer.status == 1 && !place.exists("badge-specs/acme/awards"), "\(answer.error)")
    let flow = try #require(answer.error.components(separatedBy: "under “awards”: - ").last)
      .prefix { !$0.isNewline }
    try place.write(
      programme.replacing("awards: null", with: "awards: [\(flow)]"),
      to: "badge-specs/acme/programme.yaml")
    try place.write(
      "Name,\"Which, then?\",When\nAda,First Light,2026-03-04\n",
      to: "badge-specs/acme/awards/a.csv")
    #expect(try place.blazon("awards").text.contains("acme/first"), "\(flow)")
  }

  @Test func `two people of one name and without handles are told`() throws {
    let place = try Workplace()
    try place.write(
      "E-Mail,Name,Badge,When\na@example.org,Ana Silva,First Light,2026-03-04\n"
        + "A@example.org,Ana Silva,Second Wind,2026-03-05\n"
        + "b@example.org,Ana  Silva,First Light,2026-03-06\nc@example.org,Bo,Second Wind,2026-03-06\n",
      to: "a.csv")
    let answer = try place.blazon("import", "a.csv", "badge-specs/acme", "--dry-run")
    #expect(
      answer.status == 0
        && answer.error.contains(
          "“Ana Silva” has 2 addresses under “E-Mail”: rows of one name are one person")
        && answer.error.contains("--column handle=COLUMN"), "\(answer.error)")
  }

  @Test func `a table is written through no link`() throws {
    let place = try Workplace()
    try place.write("Name,Badge,When\nAda,First Light,2026-03-04\n", to: "a.csv")
    try FileManager.default.createDirectory(
      at: place.url("elsewhere"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: place.url("badge-specs/acme/awards"), withDestinationURL: place.url("elsewhere"))
    let answer = try place.blazon("import", "a.csv", "badge-specs/acme")
    #expect(answer.status == 1 && answer.error.contains("is a link"), "\(answer.error)")
    #expect(try place.files("elsewhere").isEmpty)
  }

  @Test func `what is not known is asked for, and nothing is written`() throws {
    let place = try Workplace()
    try place.write("Name,Team\nAda,Red\n", to: "a.csv")
    try place.write("Name,Badge,When\nAda,First Light,3/4/2026\n", to: "b.csv")
    try place.write("Name,Badge,When\nAda,First Ligth,2026-03-04\n", to: "c.csv")
    try place.write("{", to: "d.json")
    let before = try place.files("badge-specs")
    for (file, told, help) in [
      ("a.csv", "no column of the table tells which badge", "--badge ID, one of: first, second"),
      ("a.csv", "no column of the table tells when", "--issued 2026-10-14"),
      ("b.csv", "“3/4/2026” may mean two days", "--dates day-month-year"),
      ("c.csv", "unknown badge “First Ligth”", "did you mean “first”?"),
      ("d.json", "this “{” is not closed", "d.json"),
      ("e.csv", "nothing is at “e.csv”", "blazon help import"),
    ] {
      let answer = try place.blazon("import", file, "badge-specs/acme")
      #expect(
        answer.status != 0 && answer.error.contains(told) && answer.error.contains(help),
        "\(answer.error)")
      #expect(try place.files("badge-specs") == before)
    }
    let dry = try place.blazon(
      "import", "b.csv", "badge-specs/acme", "--dates", "day-month-year", "--dry-run")
    #expect(dry.status == 0 && dry.text.contains("issued: 2026-04-03"), "\(dry.error)")
    #expect(try place.files("badge-specs") == before)
    #expect(try place.blazon("import").status == 64)
    #expect(try place.blazon("import", "a.csv", "--column", "nonsense").status == 64)
  }
}
