import BlazonLedger
import BlazonSource
import Testing

/// `fixed` writes the ids that are missing and touches nothing else.
@Suite struct FixTests {
  private struct Fixed {
    var text: String?
    var ids: [String] = []
    var report = Report()

    init(_ name: String, _ text: String) {
      var report = Report()
      let source = SourceText(name: name, bytes: Array(text.utf8))
      let ledger = Ledger([source], report: &report)
      var dice = Dice(5)
      var places = Set<Int>()
      let bytes = ledger.fixed(
        source, in: standardDirectory, preferring: "acme", places: &places,
        randomBytes: { dice.bytes($0) },
        report: &self.report)
      self.text = bytes.map { String(decoding: $0, as: UTF8.self) }
      let again = Dice(5)
      var other = again
      ids = (0..<4).map { _ in AwardID(random: other.bytes(AwardID.byteCount)).text }
    }
  }

  private func check(
    _ name: String, _ before: String, _ after: (_ ids: [String]) -> String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let fixed = Fixed(name, before)
    #expect(fixed.text == after(fixed.ids), sourceLocation: sourceLocation)
    #expect(fixed.report.diagnostics.isEmpty, sourceLocation: sourceLocation)
    guard let text = fixed.text else { return }
    let asked = Asked([(name, Array(text.utf8))])
    #expect(asked.findings == [], sourceLocation: sourceLocation)
    // What is whole is left alone.
    #expect(Fixed(name, text).text == nil, sourceLocation: sourceLocation)
  }

  @Test func `an empty cell is filled`() {
    check(
      "a.csv", "name,id,handle,badge,issued\nAda,,ada,cao,2026-01-31\nBo,,bo,watch,2026-01-31\n"
    ) { "name,id,handle,badge,issued\nAda,\($0[0]),ada,cao,2026-01-31\nBo,,bo,watch,2026-01-31\n" }
  }

  @Test func `a column is added to all rows, with the file's own delimiter, quotes and line ends`()
  {
    check(
      "a.csv",
      "\u{FEFF}\"Name\";Handle;badge;ISSUED\r\n\r\n\"Ada \"\"A\"\"\";ada;\"cao\";2026-01-31\r\nBo;bo;watch;2026-01-31\r\n;;;\r\nCy;cy;operator;2026-01-31"
    ) {
      "\u{FEFF}\"Name\";Handle;badge;ISSUED;id\r\n\r\n\"Ada \"\"A\"\"\";ada;\"cao\";2026-01-31;\($0[0])\r\nBo;bo;watch;2026-01-31;\r\n;;;;\r\nCy;cy;operator;2026-01-31;\($0[1])"
    }
  }

  @Test func `quoted and blank cells are filled where they stand`() {
    check(
      "a.csv",
      "name\thandle\tbadge\tissued\tId\nA\ta\tcao\t2026-01-31\t\"\"\nB\tb\tcao\t2026-01-31\t\nC\tc\tcao\t2026-01-31\t "
    ) {
      "name\thandle\tbadge\tissued\tId\nA\ta\tcao\t2026-01-31\t\"\($0[0])\"\nB\tb\tcao\t2026-01-31\t\($0[1])\nC\tc\tcao\t2026-01-31\t\($0[2]) "
    }
  }

  @Test func `fields over several lines stay`() {
    check(
      "a.csv", "name,handle,badge,issued,statement\nA,a,cao,2026-01-31,\"one\n\ntwo, \"\"x\"\"\"\n"
    ) {
      "name,handle,badge,issued,statement,id\nA,a,cao,2026-01-31,\"one\n\ntwo, \"\"x\"\"\",\($0[0])\n"
    }
  }

  @Test func `a block map gains a line, a flow map a pair`() {
    check(
      "a.yaml",
      """
      # The ledger.
      blazon: 1
      awards:   # all of them
        - name: Ada   # the first
          handle: ada
          badge: cao
          issued: 2026-01-31   # a Saturday
          # nothing else

        - {name: Bo, handle: bo, badge: watch, issued: 2026-01-31}
        - { name: "Cy, {C}", handle: cy, badge: operator, issued: '2026-01-31' , tier: gold }
        -
            issued: 2026-01-31
            badge: cao
            statement: |
              Two
              lines.
            name: Di
            handle: di
      """
    ) {
      """
      # The ledger.
      blazon: 1
      awards:   # all of them
        - name: Ada   # the first
          handle: ada
          badge: cao
          issued: 2026-01-31   # a Saturday
          id: \($0[0])
          # nothing else

        - {name: Bo, handle: bo, badge: watch, issued: 2026-01-31}
        - { name: "Cy, {C}", handle: cy, badge: operator, issued: '2026-01-31', id: \($0[1]) , tier: gold }
        -
            issued: 2026-01-31
            badge: cao
            statement: |
              Two
              lines.
            name: Di
            handle: di
            id: \($0[2])
      """
    }
  }

  @Test func `Windows line ends, a byte order mark and flow maps over lines stay`() {
    check(
      "a.yaml",
      "\u{FEFF}blazon: 1\r\nawards:\r\n- name: É\r\n  handle: a\r\n  badge: cao\r\n  issued: 2026-01-31\r\n- {name: B,\r\n   handle: b, badge: cao,\r\n   issued: 2026-01-31,\r\n   }\r\n"
    ) {
      "\u{FEFF}blazon: 1\r\nawards:\r\n- name: É\r\n  handle: a\r\n  badge: cao\r\n  issued: 2026-01-31\r\n  id: \($0[0])\r\n- {name: B,\r\n   handle: b, badge: cao,\r\n   issued: 2026-01-31, id: \($0[1]),\r\n   }\r\n"
    }
  }

  @Test func `anchors, aliases and flow lists stay`() {
    check(
      "a.yaml",
      "{blazon: 1, awards: [&x {name: &n A, handle: a, badge: &b cao, issued: 2026-01-31}, {issued: 2025-01-31, badge: *b, handle: a, name: *n}]}\n"
    ) {
      "{blazon: 1, awards: [&x {name: &n A, handle: a, badge: &b cao, issued: 2026-01-31, id: \($0[0])}, {issued: 2025-01-31, badge: *b, handle: a, id: \($0[1]), name: *n}]}\n"
    }
  }

  @Test func `the same award written twice gets the same id`() {
    let fixed = Fixed(
      "a.csv", "name,handle,badge,issued\nA,a,cao,2026-01-31\nA,a,operator,2026-01-31\n")
    let id = fixed.ids[0]
    #expect(
      fixed.text
        == "name,handle,badge,issued,id\nA,a,cao,2026-01-31,\(id)\nA,a,operator,2026-01-31,\(id)\n")
  }

  @Test func `an id that stands in the ledger already is not given again`() {
    var dice = Dice(5)
    let taken = AwardID(random: dice.bytes(AwardID.byteCount)).text
    let fixed = Fixed(
      "a.csv",
      "name,handle,badge,issued,id\nA,a,cao,2026-01-31,\(taken)\nB,b,cao,2026-01-31,\n")
    #expect(fixed.text?.contains("B,b,cao,2026-01-31,\(fixed.ids[1])\n") == true)
  }

  @Test(arguments: [
    "name,handle,badge,issued\nA,a,cao,2026-01-31\nB,b,cao\n",
    "name,handle,badge,issued\nA,a,cao,2026-01-31\nB,\"b,cao\n",
    "name,handle,badge,issued\nA,a,caoo,2026-01-31\n", "name\n", "",
    "name,handle,badge,issued\nA,a,watch,2026-01-31\n",
  ])
  func `a ledger that is broken, or needs no id, is not written`(_ text: String) {
    #expect(Fixed("a.csv", text).text == nil)
  }

  @Test func `an award with no line to write at is reported, with the id to write`() {
    let fixed = Fixed(
      "a.yaml",
      """
      blazon: 1
      awards:
        - name: >-
            A
          handle:
            a
          badge: |-
            cao
          issued:
            2026-01-31
      """)
    #expect(fixed.text == nil)
    let id = fixed.ids[0]
    #expect(fixed.report.diagnostics.map(\.message) == ["no id can be written into this award"])
    #expect(fixed.report.diagnostics.map(\.help) == ["write it yourself: id: \(id)"])
  }

  @Test func `random ledgers keep every other byte`() {
    var dice = Dice(11)
    for _ in 0..<200 {
      let delimiter = [",", ";", "\t"].randomElement(using: &dice) ?? ","
      let end = Bool.random(using: &dice) ? "\n" : "\r\n"
      let hasColumn = Bool.random(using: &dice)
      var header = ["name", "handle", "badge", "issued", "statement"]
      if hasColumn { header.insert("id", at: Int.random(in: 0...5, using: &dice)) }
      var text = header.joined(separator: delimiter) + end
      for row in 0..<Int.random(in: 1...6, using: &dice) {
        let cells = header.map { column -> String in
          switch column {
          case "name": return "\"N\(row)\(delimiter)\"\"x\"\"\""
          case "handle": return "h\(row)"
          case "badge": return ["cao", "watch", "\"operator\""].randomElement(using: &dice) ?? ""
          case "issued": return "2026-01-31"
          case "id": return Bool.random(using: &dice) ? "" : "AB-00\(row)"
          default: return ["-", "plain", "\"two\(end)lines\""].randomElement(using: &dice) ?? ""
          }
        }
        text += cells.joined(separator: delimiter) + end
        if Int.random(in: 0..<4, using: &dice) == 0 { text += end }
      }
      guard let fixed = Fixed("a.csv", text).text else { continue }
      #expect(Asked([("a.csv", Array(fixed.utf8))]).findings == [])
      // Without what was added, the bytes are those of before.
      var rest = fixed
      for award in Asked([("a.csv", Array(fixed.utf8))]).ledger.awards {
        guard let id = award.id?.value, !text.contains(id) else { continue }
        rest = rest.replacing(id, with: "")
      }
      if !hasColumn {
        rest = rest.replacing(delimiter + "id" + end, with: end)
        rest = rest.replacing(delimiter + end, with: end)
        #expect(rest == text)
      } else {
        #expect(rest == text)
      }
    }
  }
}
