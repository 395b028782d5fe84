internal import BlazonForm
public import BlazonSource

/// One row of a ledger: somebody earned a badge on a day.
///
/// It is small, and unpacks a value when it is asked for one.
public struct Award: Sendable {
  private let packed: PackedAwards
  private let offset: UInt32

  init(_ packed: PackedAwards, at offset: UInt32) {
    (self.packed, self.offset) = (packed, offset)
  }

  /// The row, or the map.
  public var place: Place { packed.place(at: offset) }
  /// The recipient's name, as it will be drawn.
  public var name: Located<String> { packed.required(.name, at: offset) }
  /// The name on certificates, where it is another.
  public var legalName: Located<String>? { packed.text(.legalName, at: offset) }
  /// The recipient's folder, in lower case.
  public var handle: Located<String> { packed.required(.handle, at: offset) }
  /// The badge as it was written: an id, an alias, or `programme/id`.
  public var badge: Located<String> { packed.required(.badge, at: offset) }
  public var issued: Located<CalendarDate> {
    guard let issued = packed.date(.issued, at: offset) else {
      preconditionFailure("an award without a day is not packed")
    }
    return issued
  }
  /// The last day, where the ledger gives it.
  public var expires: Located<CalendarDate>? { packed.date(.expires, at: offset) }
  /// A language tag of BCP 47, as in `zh-Hans`.
  public var language: Located<String>? { packed.text(.language, at: offset) }
  public var tier: Located<String>? { packed.text(.tier, at: offset) }
  public var count: Located<Int>? { packed.number(.count, at: offset) }
  /// A web address.
  public var evidence: Located<String>? { packed.text(.evidence, at: offset) }
  public var statement: Located<String>? { packed.text(.statement, at: offset) }
  public var id: Located<String>? { packed.text(.id, at: offset) }
  public var state: Located<String>? { packed.text(.state, at: offset) }
  /// The day it was taken back.
  public var revoked: Located<CalendarDate>? { packed.date(.revoked, at: offset) }
  /// Why it was taken back.
  public var reason: Located<String>? { packed.text(.reason, at: offset) }
  /// What was reached, in the terms of the badge's achievement.
  public var result: Located<String>? { packed.text(.result, at: offset) }
  /// The badge of the same person that has taken its place, as it was written.
  public var supersededBy: Located<String>? { packed.text(.supersededBy, at: offset) }
  /// Who may find it; `listed` where the ledger says nothing.
  public var visibility: Visibility {
    packed.text(.visibility, at: offset).flatMap { Visibility(rawValue: $0.value) } ?? .listed
  }
  /// The recipient's picture: a path below the programme's folder.
  public var avatar: Located<String>? { packed.text(.avatar, at: offset) }
  /// How much is done of what is in progress, 0…1.
  public var progress: Double? {
    packed.text(.progress, at: offset).flatMap { Share($0.value)?.value }
  }
  /// The number of its credential: a UUID of version 4 in lower case.
  public var uuid: Located<String>? { packed.text(.uuid, at: offset) }
  /// The recipient's e-mail address. No file has it.
  public var email: Located<String>? { packed.text(.email, at: offset) }
  /// The recipient's decentralised identifier.
  public var did: Located<String>? { packed.text(.did, at: offset) }
  /// Web addresses.
  public var links: [Located<String>] { packed.texts(.links, at: offset) }

  /// What the ledger says of it under a name of the programme's own.
  public func fact(_ name: String) -> Located<String>? { packed.fact(name, at: offset) }

  /// The text under a key whose values are texts.
  func written(_ key: AwardKey) -> String? { packed.text(key, at: offset)?.value }

  /// Whether it says the same as `other`, wherever that stands.
  func isSame(as other: Award) -> Bool {
    packed.isSame(at: offset, as: other.packed, at: other.offset)
  }

  /// The bytes of the text under `key`, to be compared.
  func bytes(of key: AwardKey) -> ArraySlice<UInt8>? { packed.bytes(of: key, at: offset) }

  /// Everything but the badge and the places: what makes two rows the same.
  public var content: [String] { contentWithoutNumbers + [id?.value ?? "", uuid?.value ?? ""] }

  var contentWithoutNumbers: [String] {
    [
      name.value, handle.value, issued.value.isoText, legalName?.value ?? "",
      expires?.value.isoText ?? "", language?.value ?? "", tier?.value ?? "",
      count.map { String($0.value) } ?? "", evidence?.value ?? "", statement?.value ?? "",
      state?.value ?? "", revoked?.value.isoText ?? "", reason?.value ?? "",
      supersededBy?.value ?? "",
      visibility.rawValue, result?.value ?? "", progress.map { "\($0)" } ?? "", avatar?.value ?? "",
      did?.value ?? "",
    ] + links.map(\.value) + packed.factTexts(at: offset)
  }
}

extension AwardPacker {
  /// Packs the award of `record`; nothing if something in it is wrong, which is then reported.
  mutating func add(_ record: Record, _ findings: inout Findings) {
    let errors = findings.errorCount
    var name = record.plainText(.name, &findings)
    var legalName = record.plainText(.legalName, &findings)
    let visibility = record.read(.visibility, as: WrittenVisibility.init, &findings)
    let isRedacted = visibility?.value.text == Visibility.redacted.rawValue
    let handle = handle(of: record, named: name, isRedacted, &findings)
    let badge = record.read(.badge, as: BadgeName.init, &findings)
    let reading = reading
    func day(_ written: String) throws(Refusal) -> CalendarDate {
      try CalendarDate(written: written, in: reading)
    }
    let issued = record.read(.issued, as: day, &findings)
    let expires = record.read(.expires, as: day, &findings)
    let language = record.read(.language, as: LanguageTag.init, &findings)
    let tier = record.read(.tier, as: PlainID.init, &findings)
    let count = record.read(.count, as: Count.init, &findings)
    func address(_ written: String) throws(Refusal) -> WebAddress {
      try WebAddress(of: written, inTable: !reading.isStrict)
    }
    let evidence = record.read(.evidence, as: address, &findings)
    let statement = record.plainText(.statement, &findings)
    let id = record.read(.id, as: WrittenID.init, &findings)
    let state = record.read(.state, as: PlainID.init, &findings)
    var links = record.addresses(as: address, &findings)
    let revoked = record.read(.revoked, as: day, &findings)
    let reason = record.plainText(.reason, &findings)
    let result = record.plainText(.result, &findings)
    let supersededBy = record.read(.supersededBy, as: BadgeName.init, &findings)
    var avatar = record.read(.avatar, as: PicturePath.init, &findings)
    let progress = record.read(.progress, as: WrittenShare.init, &findings)
    let uuid = record.read(.uuid, as: WrittenUUID.init, &findings)
    var email = record.read(.email, as: EmailAddress.init, &findings)
    var did = record.read(.did, as: WrittenDID.init, &findings)
    let facts = record.facts.compactMap { fact in
      record.plainFact(fact.text, reading.facts[fact.number].name, &findings)
        .map { (fact.number, $0) }
    }
    if let issued, let revoked, revoked.value < issued.value {
      findings.error(
        "“revoked” is before “issued”, \(issued.value.isoText)", at: revoked.place,
        help: "write a later day")
    }
    if let reason, record[.revoked] == nil, !record.mayBeRevoked {
      findings.error(
        "a reason is given, and nothing was taken back", at: reason.place,
        help: "write the day under “revoked”, or leave the reason out")
    }
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
    // What is not kept can reach no file.
    if !keepsAll, isRedacted {
      name = name.map { Located(initials(of: $0.value), $0.place) }
      (legalName, links, avatar) = (nil, [], nil)
      (email, did) = (nil, nil)
    }
    guard let name, let handle, let badge, let issued, findings.errorCount == errors else { return }
    begin(at: record.place)
    // What is asked for most stands first.
    add(.handle, handle.text)
    add(.name, name)
    add(.badge, badge.text)
    add(.issued, issued)
    add(.id, id?.text)
    add(.legalName, legalName)
    add(.expires, expires)
    add(.language, language?.text)
    add(.tier, tier?.text)
    add(.count, count.map { Located($0.value.value, $0.place) })
    add(.evidence, evidence?.text)
    add(.statement, statement)
    add(.state, state?.text)
    for link in links { add(.links, link) }
    add(.revoked, revoked)
    add(.reason, reason)
    add(.result, result)
    add(.supersededBy, supersededBy?.text)
    add(.visibility, visibility?.text)
    add(.progress, progress?.text)
    add(.avatar, avatar?.text)
    add(.uuid, uuid?.text)
    add(.email, email?.text)
    add(.did, did?.text)
    for (number, fact) in facts { add(fact: number, fact) }
    end()
  }

  /// Whose award it is: whom the ledger says, or whom the name makes.
  private func handle(
    of record: Record, named name: Located<String>?, _ isRedacted: Bool,
    _ findings: inout Findings
  ) -> Located<Handle>? {
    if let written = record[.handle] {
      // What stands in somebody's table may be an address of theirs.
      if !reading.isStrict, let meant = Handle.meant(by: written.value),
        let handle = try? Handle(meant)
      {
        return Located(handle, written.place)
      }
      return record.read(.handle, as: { text throws(Refusal) in try Handle(text) }, &findings)
    }
    guard let name, !record.reported.contains(.handle) else { return nil }
    if isRedacted {
      findings.error(
        "a redacted award needs a handle: one made of the name would tell it",
        at: record.place(of: .handle), help: "write one that does not")
      return nil
    }
    return Located(Handle(madeOf: name.value), name.place)
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

  /// Whether its state is `revoked`, or meant to be: a misspelling is reported as that alone.
  fileprivate var mayBeRevoked: Bool {
    self[.state].map { !suggestions(for: $0.value, among: ["revoked"]).isEmpty } ?? false
  }

  fileprivate func addresses(
    as make: (String) throws(Refusal) -> WebAddress, _ findings: inout Findings
  ) -> [Located<String>] {
    guard links.count <= Record.linkLimit else {
      findings.error(
        "\(links.count) links are too many", at: links[0].place,
        help: "use at most \(Record.linkLimit)")
      return []
    }
    return links.compactMap { read($0, as: make, &findings)?.text }
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
