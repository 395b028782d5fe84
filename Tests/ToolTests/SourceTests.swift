import Foundation
import TestSupport
import Testing

/// Awards come from tables of every kind, and are the same awards.
@Suite struct SourceTests {
  private static let rows:
    [(name: String, handle: String, badge: String, issued: String, hours: String)] = [
      ("Ada Lovelace", "ada", "first", "2026-03-09", "12"),
      ("Łukasz “Lu” Żółć, jr.", "lukasz", "second", "2026-03-10", ""),
      ("王秀英", "xiuying", "first", "2026-03-11", "7½"),
      ("عمر خالد", "omar", "second", "2026-03-12", "40"),
    ]

  private static func programme(_ awards: String) -> [String: String] {
    [
      "badge-specs/acme/programme.yaml": Workplace.programme("acme") + "\n" + awards
        + "facts: {hours: Hours}\n",
      "badge-specs/acme/badges.yaml": Workplace.badges,
      "badge-specs/acme/cards.yaml": """
      blazon: 1
      cards:
        open-graph:
          extends: open-graph
          layers: {hours: {text: "{{award.hours}}", style: small, box: [96, 538, 400, 24]}}
      """,
    ]
  }

  private static let query =
    "select name as \\\"name\\\", handle as \\\"handle\\\", badge as \\\"badge\\\", issued as \\\"issued\\\", hours as \\\"Hours\\\" from awards order by issued"

  private static var csv: String {
    "name,handle,badge,issued,Hours\n"
      + rows.map { "\"\($0.name)\",\($0.handle),\($0.badge),\($0.issued),\($0.hours)\n" }.joined()
  }

  /// What is drawn of everybody.
  private func drawn(_ place: Workplace, _ words: [String] = []) throws -> [String: Data] {
    let answer = try run(
      TestSupport.blazon, ["render", "--size", "64", "--surface", "badge,card,page"] + words,
      in: place.folder)
    try #require(answer.status == 0, "\(answer.error)")
    return try place.files().filter { $0.key.contains("people/") }
  }

  private static let database = """
    import sys, json, sqlite3
    rows = json.load(sys.stdin)
    base = sqlite3.connect(sys.argv[1])
    base.execute('create table awards (name text, handle text, badge text, issued text, hours text)')
    base.executemany('insert into awards values (?, ?, ?, ?, ?)', [r[:4] + [r[4] or None] for r in rows])
    base.commit()
    """

  /// A workbook as its standard has it: texts in the cells, days as numbers with a format.
  private static let workbook = """
    import sys, json, zipfile, datetime
    from xml.sax.saxutils import escape
    main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
    def text(cell, value):
        return f'<c r="{cell}" t="inlineStr"><is><t>{escape(value)}</t></is></c>' if value else ''
    lines = ['<row r="1">' + ''.join(text(c + '1', v) for c, v in zip('ABCDE', ['name', 'handle', 'badge', 'issued', 'Hours'])) + '</row>']
    for number, row in enumerate(json.load(sys.stdin), 2):
        day = (datetime.date.fromisoformat(row[3]) - datetime.date(1899, 12, 30)).days
        cells = ''.join(text(c + str(number), v) for c, v in zip('ABC', row)) + f'<c r="D{number}" s="1"><v>{day}</v></c>' + text(f'E{number}', row[4])
        lines.append(f'<row r="{number}">{cells}</row>')
    kind = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    package = 'http://schemas.openxmlformats.org/package/2006/relationships'
    with zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED) as book:
        book.writestr('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>')
        book.writestr('_rels/.rels', f'<Relationships xmlns="{package}"><Relationship Id="r1" Type="{kind}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        book.writestr('xl/workbook.xml', f'<workbook xmlns="{main}" xmlns:r="{kind}"><sheets><sheet name="People" sheetId="1" r:id="r1"/></sheets></workbook>')
        book.writestr('xl/_rels/workbook.xml.rels', f'<Relationships xmlns="{package}"><Relationship Id="r1" Type="{kind}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{kind}/styles" Target="styles.xml"/></Relationships>')
        book.writestr('xl/styles.xml', f'<styleSheet xmlns="{main}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>')
        book.writestr('xl/worksheets/sheet1.xml', f'<worksheet xmlns="{main}"><sheetData>{"".join(lines)}</sheetData></worksheet>')
    """

  private static var data: Data {
    get throws {
      try JSONEncoder().encode(rows.map { [$0.name, $0.handle, $0.badge, $0.issued, $0.hours] })
    }
  }

  private static let server = Result {
    let setup = try temporaryFolder().appending(path: "setup.sql")
    let values = rows.map { row in
      let hours = row.hours.isEmpty ? "NULL" : "'\(row.hours)'"
      return "('\(row.name)', '\(row.handle)', '\(row.badge)', '\(row.issued)', \(hours))"
    }
    let sql = """
      CREATE DATABASE members;
      CREATE ROLE reader LOGIN PASSWORD 'sesame';
      \\connect members
      CREATE TABLE awards (name text, handle text, badge text, issued date, hours text);
      INSERT INTO awards VALUES \(values.joined(separator: ", "));
      GRANT SELECT ON awards TO reader;
      """
    try Data(sql.utf8).write(to: setup)
    return try PostgreSQLServer(setup: setup)
  }

  // MARK: The same

  @Test func `SQLite, PostgreSQL, a workbook, JSON and CSV give the same files byte for byte`()
    throws
  {
    let plain = try Workplace(
      SourceTests.programme("awards: awards.csv\n").merging(
        ["badge-specs/acme/awards.csv": SourceTests.csv]) { $1 })
    let wanted = try drawn(plain)
    #expect(wanted.count > 12)

    let database = try Workplace(
      SourceTests.programme("awards: {from: members, query: \"\(SourceTests.query)\"}\n"))
    let file = database.url("members.db")
    let made = try run("python3", ["-c", SourceTests.database, file.path], input: SourceTests.data)
    try #require(made.status == 0, "\(made.error)")
    #expect(try drawn(database, ["--database", "members=sqlite:members.db"]) == wanted)
    // Or by the environment.
    let answer = try run(
      TestSupport.blazon, ["check"], in: database.folder,
      environment: ["BLAZON_DATABASE_MEMBERS": file.path])
    #expect(answer.status == 0, "\(answer.error)")

    let served = try Workplace(
      SourceTests.programme("awards: {from: members, query: \"\(SourceTests.query)\"}\n"))
    let url = try SourceTests.server.get().url("reader", password: "sesame", database: "members")
    #expect(try drawn(served, ["--database", "members=\(url)"]) == wanted)

    let book = try Workplace(SourceTests.programme("awards: people.xlsx\n"))
    let path = book.url("badge-specs/acme/people.xlsx").path
    let workbook = try run(
      "python3", ["-c", SourceTests.workbook, path], input: SourceTests.data)
    try #require(workbook.status == 0, "\(workbook.error)")
    #expect(try drawn(book) == wanted)

    let lines = try SourceTests.rows.map { row in
      let object = [
        "name": row.name, "handle": row.handle, "badge": row.badge, "issued": row.issued,
        "Hours": row.hours,
      ]
      return String(decoding: try JSONEncoder().encode(object), as: UTF8.self)
    }
    let json = try Workplace(
      SourceTests.programme("awards: {file: people.jsonl}\n").merging(
        ["badge-specs/acme/people.jsonl": lines.joined(separator: "\n")]) { $1 })
    #expect(try drawn(json) == wanted)
  }

  // MARK: What cannot be

  @Test(arguments: [
    ("select name, handle, badge from awards", "the ledger has no column “issued”"),
    ("select nane from awards", "nane"), ("delete from awards", ""),
    ("select 1; select 2", ""), ("select * from nowhere", "nowhere"),
  ])
  func `a wrong query is one error, and nothing is written`(_ query: String, _ told: String) throws
  {
    let url = try SourceTests.server.get().url("reader", password: "sesame", database: "members")
    let place = try Workplace(
      SourceTests.programme("awards: {from: members, query: \"\(query)\"}\n"))
    let file = place.url("members.db")
    _ = try run("python3", ["-c", SourceTests.database, file.path], input: SourceTests.data)
    for address in [url, file.path] {
      let answer = try place.blazon("render", "--database", "members=\(address)")
      #expect(answer.status == 1, "\(answer.error)")
      #expect(answer.error.components(separatedBy: ": error: ").count == 2, "\(answer.error)")
      #expect(
        (told.isEmpty || answer.error.contains(told)) && !answer.error.contains("sesame"),
        "\(answer.error)")
      #expect(!place.exists("output"))
    }
  }

  @Test func `a database that nobody has given an address, or that is away, is one error`() throws {
    let place = try Workplace(
      SourceTests.programme("awards: {from: members, query: select 1}\n"))
    let nobody = try place.blazon("render")
    #expect(nobody.status == 1 && !place.exists("output"))
    #expect(nobody.error.contains("programme.yaml:"))
    #expect(nobody.error.contains("nobody has said where the database “members” is"))
    #expect(nobody.error.contains("BLAZON_DATABASE_MEMBERS"))
    for address in [
      "postgresql://reader:geheim@/x?host=/tmp/nowhere-at-all", "sqlite:nothing.db", "mysql://x/y",
    ] {
      let away = try place.blazon("render", "--database", "members=\(address)")
      #expect(away.status == 1 && !place.exists("output"), "\(away.error)")
      #expect(away.error.components(separatedBy: ": error: ").count == 2, "\(away.error)")
      #expect(!away.error.contains("geheim"))
    }
    #expect(try place.blazon("render", "--database", "members").status == 64)
  }

  @Test func `awards that cannot be right are left out where that is asked for`() throws {
    let text =
      "name,handle,badge,issued\nAda,ada,first,2026-03-09\nBo,b o,first,2026-03-09\n"
      + "Cy,cy,nothing,2026-03-09\n\u{E000}\u{E001},di,first,2026-03-09\nEd,ed,second,2026-03-09\n"
    let place = try Workplace([
      "badge-specs/acme/programme.yaml": Workplace.programme("acme") + "\nawards: a.csv\n",
      "badge-specs/acme/badges.yaml": Workplace.badges, "badge-specs/acme/a.csv": text,
    ])
    let strict = try place.blazon("render", "--size", "64")
    #expect(strict.status == 1 && !place.exists("output"))
    let answer = try place.blazon("render", "--size", "64", "--keep-going")
    #expect(answer.status == 1, "\(answer.error)")
    #expect(answer.text.contains("3 awards left out"), "\(answer.text)\(answer.error)")
    for line in 3...5 { #expect(answer.error.contains("a.csv:\(line):"), "\(answer.error)") }
    #expect(
      place.exists("output/acme/people/ada/first") && place.exists("output/acme/people/ed/second"))
    for handle in ["cy", "di", "b o"] { #expect(!place.exists("output/acme/people/\(handle)")) }
    // What is wrong in a badge stops everything, as ever.
    try place.write(
      Workplace.badges.replacing("emblem: ship", with: "emblem: shipp"),
      to: "badge-specs/acme/badges.yaml")
    try FileManager.default.removeItem(at: place.url("output"))
    #expect(try place.blazon("render", "--keep-going").status == 1)
    #expect(!place.exists("output"))
  }

  @Test func `a fact is shown where pages name it, and unknown where no programme does`() throws {
    let place = try Workplace(
      SourceTests.programme("awards: awards.csv\n").merging(
        ["badge-specs/acme/awards.csv": SourceTests.csv]) { $1 })
    let before = try drawn(place)
    try place.write(
      SourceTests.csv.replacing(",12\n", with: ",13\n"), to: "badge-specs/acme/awards.csv")
    let after = try drawn(place)
    let changed = before.keys.filter { before[$0] != after[$0] }
    #expect(changed.contains { $0.contains("people/ada/") && $0.hasSuffix("card.jpg") })
    #expect(changed.allSatisfy { $0.contains("people/ada/") }, "\(changed)")
    let text = try String(contentsOf: place.url("badge-specs/acme/programme.yaml"), encoding: .utf8)
    try place.write(
      text.replacing("facts: {hours: Hours}\n", with: "ignore: Hours\n"),
      to: "badge-specs/acme/programme.yaml")
    let answer = try place.blazon("check")
    #expect(answer.status == 1 && answer.error.contains("unknown word “{{award.hours}}”"))
  }
}
