import BlazonSource
import TestSupport
import Testing

@testable import BlazonLedger

/// Random ledgers of all forms, amended at random.
@Suite struct EditPropertyTests {
  private static let texts = [
    "Ada", "=1+1", "a: b", "# x", "it's \"so\"", "a, b; c", "tab\tbed", "Zoë 😀 慕容", "- x", "null",
    "true", "12", "1e3", "x:", "[a]", "{b: c}", "&a *b !c", "| > %", "two\nlines", "\\n \\", "@ada",
    "ends ", "¿", "'", "\"", "''", "\"\"", "~", "…", "a#b", "a #b", "ليلى", "-", ":",
    "https://a.b/c#d",
    "2026-01-31", "Yes", "e\u{301}", "+1", "\u{FEFF}bom", "\u{85}nel", "1_000", "0x1F", ".5", "<<",
  ]

  /// An award by its keys.
  private typealias Row = [(key: AwardKey, text: String)]

  private struct Shape {
    var name: String
    var newline: String
    var delimiter: String
    var isFlow: Bool
    var areAllQuoted: Bool
    var endsInNewline: Bool

    init(_ dice: inout Dice) {
      name = ["a.csv", "a.yaml", "a.json"].randomElement(using: &dice)!
      newline = Bool.random(using: &dice) ? "\n" : "\r\n"
      delimiter = [",", ";", "\t"].randomElement(using: &dice)!
      isFlow = Bool.random(using: &dice)
      areAllQuoted = Bool.random(using: &dice)
      endsInNewline = Bool.random(using: &dice)
    }

    func text(of rows: [Row], columns: [AwardKey], _ dice: inout Dice) -> String {
      let body: [String]
      if name == "a.csv" {
        let table =
          [columns.map(\.rawValue)]
          + rows.map { row in
            columns.map { key in row.first { $0.key == key }?.text ?? "" }
          }
        body = table.map { $0.map(cell).joined(separator: delimiter) }
      } else if name == "a.json" || isFlow {
        let (open, close) = isFlow ? ("{", "}") : ("{\(newline)    ", "\(newline)  }")
        let gap = isFlow ? ", " : ",\(newline)    "
        let items = rows.map { "  \(open)\($0.map(pair).joined(separator: gap))\(close)" }
        let head = name == "a.json" ? "{\"blazon\": 1, \"awards\": [" : "{blazon: 1, awards: ["
        body = [head, items.joined(separator: "," + newline), "]}"]
      } else {
        body =
          ["blazon: 1", "awards:"]
          + rows.map { row in
            let indent = String(repeating: " ", count: 2)
            return indent + "- " + row.map(pair).joined(separator: "\(newline)\(indent)  ")
              + (Bool.random(using: &dice) ? " # said\(newline)" : "")
          }
      }
      return body.joined(separator: newline) + (endsInNewline ? newline : "")
    }

    private func cell(_ text: String) -> String {
      let isHard = text.utf8.contains { "\"\r\n\(delimiter)".utf8.contains($0) }
      return areAllQuoted || isHard || text.hasSuffix(" ") ? CSVText.quoted(text) : text
    }

    private func pair(_ key: AwardKey, _ text: String) -> String {
      name == "a.json"
        ? YAMLText.pair(key, text, isJSON: true)
        : YAMLText.pair(
          key, value: areAllQuoted ? YAMLText.quoted(text) : YAMLText.scalar(text), isJSON: false)
    }
  }

  private func rows(_ dice: inout Dice) -> [Row] {
    func text(_ key: AwardKey) -> String {
      let written = EditPropertyTests.texts.randomElement(using: &dice)!
      return written.contains { $0.isLetter || $0.isNumber || $0 == "=" || $0 == "?" }
        && !written.unicodeScalars.contains { "@\u{FEFF}".unicodeScalars.contains($0) }
        ? written : "Zoë"
    }
    return (0..<Int.random(in: 1...5, using: &dice)).map { number in
      var row: Row = [
        (.name, "N \(number % 3)"), (.handle, "h\(number % 3)"),
        (.badge, ["acme/docs-author", "rockstar", "watch"].randomElement(using: &dice)!),
        (.issued, "20\(20 + number)-01-31"),
      ]
      if Bool.random(using: &dice) { row.append((.statement, text(.statement))) }
      if Bool.random(using: &dice) { row.append((.legalName, text(.legalName))) }
      if Bool.random(using: &dice) { row.append((.email, "h\(number)@example.org")) }
      if Bool.random(using: &dice) {
        row.append((.visibility, ["redacted", "public"].randomElement(using: &dice)!))
      }
      return row.shuffled(using: &dice)
    }
  }

  /// What an award says, by key.
  private func said(_ text: String, _ name: String) -> [[AwardKey: String]] {
    var report = Report()
    let source = SourceText(name: name, bytes: Array(text.utf8))
    let ledger = Ledger(asWritten: LedgerSource(source), report: &report)
    #expect(!report.hasErrors, "\(report.sorted.map { MessageFormat.text.print($0) })\n\(text)")
    return ledger.awards.map { award in
      var said: [AwardKey: String] = [:]
      for key in AwardKey.allCases { said[key] = award.text(key) }
      return said
    }
  }

  private func lines(_ text: String) -> [String] {
    text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func `an amendment changes the award that is meant, and no other line`() throws {
    var dice = Dice(23)
    for round in 0..<600 {
      let (shape, rows) = (Shape(&dice), rows(&dice))
      var columns = AwardKey.allCases.shuffled(using: &dice)
      if Bool.random(using: &dice) {
        columns.removeAll {
          ![.name, .handle, .badge, .issued].contains($0) && !rows.joined().map(\.key).contains($0)
        }
      }
      let text = shape.text(of: rows, columns: columns, &dice)
      let before = said(text, shape.name)
      let target = rows.indices.randomElement(using: &dice)!
      let (handle, badge) = (before[target][.handle]!, before[target][.badge]!)
      let own = before.indices.filter { before[$0][.handle] == handle }
      // The last is the newest.
      let newest = own.filter { before[$0][.badge] == badge }.max()!
      var report = Report()
      let written = EditPropertyTests.texts.randomElement(using: &dice)!
      let value = AwardKey.reason.text(written, report: &report)
      let newDay = day("2031-02-03")
      let amendment: Amendment
      var after = before
      var question = AwardFinder.Question.newest(person: handle, badge: badge)
      switch Int.random(in: 0..<3, using: &dice) {
      case 0:
        amendment = .revoke(on: newDay, reason: value)
        after[newest][.state] = "revoked"
        after[newest][.revoked] = newDay.isoText
        after[newest][.reason] = value
      case 1:
        amendment = .renew(on: newDay, expires: round % 2 == 0 ? newDay : nil)
        var copy = before[newest]
        copy[.issued] = newDay.isoText
        copy[.expires] = round % 2 == 0 ? newDay.isoText : nil
        copy[.statement] = nil
        after.insert(copy, at: newest + 1)
      default:
        amendment = .correct(name: value ?? "Zoë", legalName: round % 2 == 0 ? "" : nil)
        question = .all(person: handle)
        for index in own {
          after[index][.name] = value ?? "Zoë"
          if round % 2 == 0 { after[index][.legalName] = nil }
        }
      }
      let amended = Amended(shape.name, text, question, amendment)
      #expect(amended.findings == [], "\(text)")
      let new = try #require(amended.text)
      #expect(said(new, shape.name) == after, "\(amendment)\n\(text)\n\(new)")
      // Lines of others are as they were, unless a column was added to all.
      let keepsColumns = shape.name != "a.csv" || columns.count == AwardKey.allCases.count
      if keepsColumns {
        let starts = Ledger(
          asWritten: LedgerSource(SourceText(name: shape.name, bytes: Array(text.utf8))),
          report: &report
        ).awards.map(\.place.start.line)
        for change in lines(new).difference(from: lines(text)).removals {
          guard case .remove(let offset, let line, _) = change else { continue }
          let index = starts.lastIndex { $0 <= offset + 1 }
          #expect(index.map(own.contains) == true, "\(line)\n\(text)\n\(new)")
        }
      }
      guard case .revoke = amendment else { continue }
      let again = Amended(shape.name, new, question, .reinstate)
      #expect(again.findings == [], "\(new)")
      let back = try #require(again.text)
      #expect(said(back, shape.name) == before)
      if keepsColumns { #expect(back == text) }
    }
  }

  @Test func `no bytes make an edit crash, or change what is not meant`() {
    var dice = Dice(29)
    let pieces = [
      "name", "handle", "badge", "issued", "state: revoked", "revoked: 2026-02-01", ",", ";", "\"",
      "\n", "\r\n", "\r", "ada", "watch", "2026-01-31", "reason: x", " ", "é", "\u{85}", "\u{2028}",
      "  - ", "{", "}", ": ", "&a ", "*a", "#", "[", "]", "'", "|\n", ">-\n",
      "{name: A, handle: ada, badge: watch, issued: 2026-01-31}",
      "- name: A\n  handle: ada\n  badge: watch\n  issued: 2026-01-31\n",
      "A,ada,watch,2026-01-31\n", "\"A\",ada,watch,2026-01-31",
    ]
    for round in 0..<3000 {
      var text =
        round % 3 == 0
        ? "name,handle,badge,issued\n"
        : round % 3 == 1 ? "blazon: 1\nawards:\n" : "{blazon: 1, awards: ["
      for _ in 0..<Int.random(in: 1..<8, using: &dice) {
        text += pieces.randomElement(using: &dice)!
      }
      if round % 3 == 2 { text += "]}" }
      let name = round % 3 == 0 ? "a.csv" : Bool.random(using: &dice) ? "a.yaml" : "a.json"
      let ada = AwardFinder.Question.newest(person: "ada", badge: "watch")
      for amendment in [
        Amendment.revoke(on: day("2026-02-01"), reason: "x"), .reinstate,
        .renew(on: day("2027-02-01"), expires: nil),
      ] { _ = Amended(name, text, ada, amendment) }
      _ = Amended(name, text, .all(person: "ada"), .correct(name: "B", legalName: "C"))
    }
  }
}
