public import BlazonSource

/// One row of a ledger: somebody earned a badge on a day.
public struct Award: Sendable {
  /// The row, or the map.
  public let place: Place
  /// The recipient's name, as it will be drawn.
  public let name: Located<String>
  /// The name on certificates, where it is another.
  public let legalName: Located<String>?
  /// The recipient's folder, in lower case.
  public let handle: Located<String>
  /// The badge as it was written: an id, an alias, or `programme/id`.
  public let badge: Located<String>
  public let issued: Located<CalendarDate>
  /// The last day, where the ledger gives it.
  public let expires: Located<CalendarDate>?
  /// A language tag of BCP 47, as in `zh-Hans`.
  public let language: Located<String>?
  public let tier: Located<String>?
  public let count: Located<Int>?
  /// A web address.
  public let evidence: Located<String>?
  public let statement: Located<String>?
  public let id: Located<String>?
  public let state: Located<String>?
  /// Web addresses.
  public let links: [Located<String>]

  /// `nil` if something in `record` is wrong, which is then reported.
  init?(_ record: Record, _ findings: inout Findings) {
    let errors = findings.errorCount
    let name = record.plainText(.name, limit: 200, &findings)
    legalName = record.plainText(.legalName, limit: 200, &findings)
    let handle = record.read(.handle, as: Handle.init, &findings)
    let badge = record.read(.badge, as: BadgeName.init, &findings)
    let issued = record.read(.issued, as: CalendarDate.init(written:), &findings)
    expires = record.read(.expires, as: CalendarDate.init(written:), &findings)
    language = record.read(.language, as: LanguageTag.init, &findings)?.text
    tier = record.read(.tier, as: PlainID.init, &findings)?.text
    count = record.read(.count, as: Count.init, &findings).map { Located($0.value.value, $0.place) }
    evidence = record.read(.evidence, as: WebAddress.init, &findings)?.text
    statement = record.plainText(.statement, limit: 400, &findings)
    id = record.read(.id, as: WrittenID.init, &findings)?.text
    state = record.read(.state, as: PlainID.init, &findings)?.text
    links = record.addresses(&findings)
    if let issued, let expires, expires.value < issued.value {
      findings.error(
        "“expires” is before “issued”, \(issued.value.isoText)", at: expires.place,
        help: "write a later day, or leave it out")
    }
    for key in AwardKey.required where record[key] == nil && !record.reported.contains(key) {
      findings.error(
        "this award has no “\(key.rawValue)”", at: record.place(of: key),
        help: "\(key.rawValue) is \(key.summary)")
    }
    guard let name, let handle, let badge, let issued, findings.errorCount == errors else {
      return nil
    }
    place = record.place
    (self.name, self.handle, self.badge) = (name, handle.text, badge.text)
    self.issued = issued
  }

  /// Everything but the badge and the places: what makes two rows the same.
  public var content: [String] { contentWithoutID + [id?.value ?? ""] }

  var contentWithoutID: [String] {
    [
      name.value, handle.value, issued.value.isoText, legalName?.value ?? "",
      expires?.value.isoText ?? "", language?.value ?? "", tier?.value ?? "",
      count.map { String($0.value) } ?? "", evidence?.value ?? "", statement?.value ?? "",
      state?.value ?? "",
    ] + links.map(\.value)
  }
}

/// Why a text is not what it should be, and what would be accepted.
struct Refusal: Error {
  var message: String
  var help: String?
}

extension Record {
  /// The value under `key`; `nil` if it is absent, or wrong and therefore reported.
  func read<Value>(
    _ key: AwardKey, as make: (String) throws(Refusal) -> Value, _ findings: inout Findings
  ) -> Located<Value>? {
    guard let written = self[key] else { return nil }
    return read(written, as: make, &findings)
  }

  private func read<Value>(
    _ written: Located<String>, as make: (String) throws(Refusal) -> Value,
    _ findings: inout Findings
  ) -> Located<Value>? {
    do throws(Refusal) {
      return Located(try make(written.value), written.place)
    } catch {
      findings.error(error.message, at: written.place, help: error.help)
      return nil
    }
  }

  fileprivate func addresses(_ findings: inout Findings) -> [Located<String>] {
    guard links.count <= Record.linkLimit else {
      findings.error(
        "\(links.count) links are too many", at: links[0].place,
        help: "use at most \(Record.linkLimit)")
      return []
    }
    return links.compactMap { read($0, as: WebAddress.init, &findings)?.text }
  }

  private static let linkLimit = 16
}

/// A value that is a checked text.
protocol CheckedText: Sendable {
  var text: String { get }
}

extension Located where Value: CheckedText {
  var text: Located<String> { Located<String>(value.text, place) }
}
