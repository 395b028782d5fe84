internal import BlazonForm
public import BlazonIntake
public import BlazonLedger
internal import BlazonSource
internal import BlazonSpec

/// Who has what, and until when: all awards of some programmes as rows.
public struct AwardsTable: Sendable {
  public struct Row: Sendable {
    public var programme: String
    public var handle: String
    public var name: String
    public var badge: String
    /// What the badge is called, in its programme's language.
    public var title: String
    public var issued: CalendarDate
    public var expires: CalendarDate?
    public var renewed: CalendarDate?
    public var standing: Standing
    public var tier: String?
    public var count: Int?
    /// Whether it follows from others.
    public var isDerived: Bool
    public var id: String?
  }

  public private(set) var rows: [Row]

  /// The forms in which it is written.
  public enum Form: String, CaseIterable, Sendable { case text, csv, json, ics }

  /// The awards of `programmes` that lists may show, by programme, handle and badge.
  public init(_ programmes: [LoadedProgramme]) {
    rows = programmes.flatMap { loaded in
      loaded.grants.filter(\.award.visibility.isListed).map { grant in
        let badge = loaded.programme.badge(grant.badge)
        let title = badge?.words.title?.value.resolved(
          in: loaded.programme.language, or: loaded.programme.language)
        return Row(
          programme: grant.programme, handle: grant.award.handle.value,
          name: grant.award.name.value, badge: grant.badge, title: title?.text ?? grant.badge,
          issued: grant.award.issued.value, expires: grant.expires, renewed: grant.renewed,
          standing: grant.standing, tier: grant.award.tier?.value,
          count: grant.award.count?.value, isDerived: grant.isDerived,
          id: grant.award.id?.value)
      }
    }
  }

  /// Keeps what ends within `days` days of `today`, and holds until then, the first to end first.
  public mutating func keep(expiringWithin days: Int, of today: CalendarDate) {
    let last = today.adding(days: days)
    rows = rows.enumerated().filter { _, row in
      guard row.standing == .inForce, let end = row.expires else { return false }
      return today <= end && end <= last
    }.sorted { a, b in
      guard let end = a.element.expires, let other = b.element.expires, end != other else {
        return a.offset < b.offset
      }
      return end < other
    }.map(\.element)
  }

  // MARK: Texts

  /// Its rows in a form; calendars have those that end.
  public func text(_ form: Form) -> String {
    switch form {
    case .text: columns
    case .csv: csv
    case .json: json
    case .ics: calendar
    }
  }

  private static let keys = [
    "programme", "handle", "name", "badge", "title", "issued", "expires", "renewed", "standing",
    "tier", "count", "derived", "id",
  ]

  private func values(_ row: Row) -> [String] {
    [
      row.programme, row.handle, row.name, row.badge, row.title, row.issued.isoText,
      row.expires?.isoText ?? "", row.renewed?.isoText ?? "", row.standing.name, row.tier ?? "",
      row.count.map { String($0) } ?? "", row.isDerived ? "true" : "", row.id ?? "",
    ]
  }

  private var csv: String { AwardsTable.csv([AwardsTable.keys] + rows.map(values)) }

  private static func csv(_ rows: [[String]]) -> String {
    rows.map { $0.map(field).joined(separator: ",") + "\r\n" }.joined()
  }

  /// As RFC 4180 has it. A text that a spreadsheet would take for a formula is left as it is: quotes do not help there, and
  /// a changed name is a wrong name.
  private static func field(_ text: String) -> String {
    guard text.utf8.contains(where: { ",\"\r\n".utf8.contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  private var json: String { AwardsTable.json(AwardsTable.keys, rows.map(values)) }

  private static func json(_ keys: [String], _ rows: [[String]]) -> String {
    let items = rows.map { row in
      let pairs = zip(keys, row).filter { !$0.1.isEmpty }.map { key, value in
        let isText = key != "count" && key != "derived"
        return "\"\(key)\": " + (isText ? quoted(value) : value)
      }
      return "  {" + pairs.joined(separator: ", ") + "}"
    }
    return items.isEmpty ? "[]\n" : "[\n" + items.joined(separator: ",\n") + "\n]\n"
  }

  /// Who is one badge away, in a form; `nil` as a calendar: nothing of it has a day.
  public static func text(_ lacks: [SpecFolder.Lack], _ form: Form) -> String? {
    let keys = ["programme", "handle", "name", "badge", "lacks"]
    let rows = lacks.map { [$0.programme, $0.handle, $0.name, $0.badge, $0.part] }
    switch form {
    case .text:
      let width = lacks.map { $0.handle.count }.max() ?? 0
      return lacks.map { lack in
        let blanks = String(repeating: " ", count: width - lack.handle.count)
        return "\(lack.handle)\(blanks)  \(lack.programme)/\(lack.badge)  lacks \(lack.part)\n"
      }.joined()
    case .csv: return csv([keys] + rows)
    case .json: return json(keys, rows)
    case .ics: return nil
    }
  }

  private var columns: String {
    let lines = rows.map { row in
      let until = row.expires.map { " until \($0.isoText)" } ?? ""
      let more = [
        row.tier, row.count.map { "\($0)×" }, row.renewed.map { "renewed \($0.isoText)" },
        row.isDerived ? "derived" : nil, row.standing == .inForce ? nil : row.standing.told,
      ].compactMap(\.self)
      return [
        row.handle, "\(row.programme)/\(row.badge)", row.issued.isoText + until,
        more.joined(separator: ", "),
      ]
    }
    let widths = (0..<3).map { column in lines.map { $0[column].count }.max() ?? 0 }
    return lines.map { line in
      var text = ""
      for (column, value) in line.enumerated() where !value.isEmpty {
        let width = column < 3 ? widths[column] : 0
        text += value + String(repeating: " ", count: max(0, width - value.count)) + "  "
      }
      while text.hasSuffix(" ") { text.removeLast() }
      return text + "\n"
    }.joined()
  }

  /// RFC 5545: a day for each award that ends. The stamp is the day on which it was issued: no clock is asked.
  private var calendar: String {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Blazon//Awards//EN", "CALSCALE:GREGORIAN",
    ]
    func compact(_ day: CalendarDate) -> String { day.isoText.filter { $0 != "-" } }
    for row in rows {
      guard let end = row.expires, row.standing == .inForce else { continue }
      lines += [
        "BEGIN:VEVENT",
        "UID:\(row.programme)/\(row.handle)/\(row.badge)/\(end.isoText)@blazon",
        "DTSTAMP:\(compact(row.issued))T000000Z", "DTSTART;VALUE=DATE:\(compact(end))",
        "SUMMARY:" + AwardsTable.escaped("\(row.name): \(row.title)"),
        "DESCRIPTION:" + AwardsTable.escaped("\(row.programme)/\(row.badge), until \(end.isoText)"),
        "TRANSP:TRANSPARENT", "END:VEVENT",
      ]
    }
    lines.append("END:VCALENDAR")
    return lines.map { AwardsTable.folded($0) + "\r\n" }.joined()
  }

  private static func escaped(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if "\\;,".unicodeScalars.contains(scalar) { out.append("\\") }
      out.append(scalar)
    }
    return String(out)
  }

  /// No line has more than 75 bytes; a letter is never parted.
  private static func folded(_ line: String) -> String {
    var (out, count) = ("", 0)
    for character in line {
      let bytes = character.utf8.count
      if count + bytes > 73, count > 0 {
        out += "\r\n "
        count = 1
      }
      out.append(character)
      count += bytes
    }
    return out
  }
}

extension Standing {
  /// As tables call it.
  fileprivate var name: String {
    switch self {
    case .inForce: "in-force"
    case .notYetValid: "not-yet-valid"
    case .superseded: "superseded"
    case .expired: "expired"
    case .revoked: "revoked"
    case .underWay: "under-way"
    }
  }

  fileprivate var told: String { name.replacing("-", with: " ") }
}
