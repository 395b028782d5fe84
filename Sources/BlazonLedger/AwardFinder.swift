public import BlazonSource

/// Finds awards among all ledgers of a run.
public struct AwardFinder {
  /// Which awards are meant.
  public enum Question: Sendable {
    /// The one with this id or uuid.
    case number(String)
    /// The newest of a badge, named by its id, an alias or `programme/id`, to the person with this handle.
    case newest(person: String, badge: String)
    /// All of a person.
    case all(person: String)
  }

  /// An award, and the place of its ledger among all.
  public struct Found: Sendable {
    public var ledger: Int
    public var award: Award
  }

  private let ledgers: [(ledger: Ledger, programme: String?)]
  private let directory: BadgeDirectory

  /// Each with the programme whose badges plain ids mean first.
  public init(_ ledgers: [(ledger: Ledger, programme: String?)], in directory: BadgeDirectory) {
    (self.ledgers, self.directory) = (ledgers, directory)
  }

  /// The awards that `question` means and `amendment` is about; none if something is wrong, which is reported. One that is
  /// written twice is found twice.
  public func awards(
    _ question: Question, for amendment: Amendment, report: inout Report
  ) -> [Found] {
    var found: [Found]
    switch question {
    case .number(let number): found = numbered(number, &report)
    case .newest(let person, let badge): found = newest(of: badge, to: person, &report)
    case .all(let person): found = awards(of: person, &report)
    }
    guard !found.isEmpty, amendment.fits(found.map(\.award), &report) else { return [] }
    if case .number = question { warn(ofNewerThan: found[0], &report) }
    if case .renew = amendment { found = [found[0]] }
    return found
  }

  private func find(_ isMeant: (Award) -> Bool) -> [Found] {
    ledgers.indices.flatMap { index in
      ledgers[index].ledger.awards.filter(isMeant).map { Found(ledger: index, award: $0) }
    }
  }

  // MARK: Numbers

  /// Whether `text` is written as ids and uuids are that “check --fix” makes.
  public static func isNumber(_ text: String) -> Bool {
    AwardID.isSound(text) || CredentialID(text.lowercased()) != nil
  }

  private func numbered(_ number: String, _ report: inout Report) -> [Found] {
    let (folded, uuid) = (Array(number.uppercased().utf8), Array(number.lowercased().utf8)[...])
    let found = find { $0.foldedID == folded || $0.bytes(of: .uuid) == uuid }
    if !found.isEmpty { return found }
    if let problem = AwardID.problem(in: number.uppercased()) {
      report.error(problem.message, at: nil, help: problem.help)
    } else if handles.contains(number.lowercased()) {
      report.error(
        "“\(number)” is a person", at: nil,
        help: "name the badge too, as in \(number) \(badges(of: number.lowercased())[0])")
    } else {
      let numbers = find { _ in true }.flatMap { found in
        [found.award.id, found.award.uuid].compactMap { $0?.value }
      }
      report.error(
        "no award has the number “\(number)”", at: nil,
        help: suggestions(for: number, among: numbers).first.map { "did you mean “\($0)”?" })
    }
    return []
  }

  /// Whoever names an old certificate may mean all that it stood for.
  private func warn(ofNewerThan old: Found, _ report: inout Report) {
    guard let badge = badge(old) else { return }
    let (handle, day) = (old.award.handle.value, old.award.issued.value)
    let newer = find { $0.handle.value == handle && $0.issued.value > day }
      .first { self.badge($0) == badge }
    guard let newer else { return }
    report.add(
      Diagnostic(
        .warning, "pages show a newer award of the same badge, which stays as it is",
        at: newer.award.place,
        help: "name it by “\(handle) \(newer.award.badge.value)”"))
  }

  // MARK: People

  private var handles: Set<String> {
    ledgers.reduce(into: Set()) { $0.formUnion($1.ledger.awards.map(\.handle.value)) }
  }

  /// All awards of somebody; of nobody is an error.
  private func awards(of person: String, _ report: inout Report) -> [Found] {
    let handle = Array(person.lowercased().utf8)[...]
    let found = find { $0.bytes(of: .handle) == handle }
    if !found.isEmpty { return found }
    // Whoever wrote the name knows the person.
    let named = find { $0.name.value.lowercased() == person.lowercased() }.first
    report.error(
      "nobody is called “\(person)” in the ledgers", at: nil,
      help: named.map { "did you mean “\($0.award.handle.value)”?" }
        ?? helpText(for: person, among: handles.sorted()))
    return []
  }

  /// The newest awards of a badge to somebody: all that are of one day.
  private func newest(of badge: String, to person: String, _ report: inout Report) -> [Found] {
    let own = awards(of: person, &report)
    guard let handle = own.first?.award.handle.value else { return [] }
    let wanted: Set<Int>
    switch directory.badge(badge, preferring: nil) {
    case .one(let index): wanted = [index]
    case .several(let indices): wanted = Set(indices)
    case .noBadge, .noProgramme, .unread:
      let names = badges(of: handle)
      report.error(
        "unknown badge “\(badge)”", at: nil,
        help: suggestions(for: badge, among: names).isEmpty
          ? directory.help(for: badge, preferring: nil) : helpText(for: badge, among: names))
      return []
    }
    let found = own.filter { self.badge($0).map(wanted.contains) ?? false }
    let held = Set(found.compactMap(self.badge)).map { directory.entries[$0] }
      .map { "\($0.programme)/\($0.id)" }.sorted()
    guard let newest = found.map(\.award.issued.value).max(), held.count == 1 else {
      if held.isEmpty {
        report.error(
          "“\(handle)” has no award of “\(badge)”", at: nil,
          help: "the ledgers have: \(badges(of: handle).joined(separator: ", "))")
      } else {
        report.error(
          "“\(badge)” means \(held.count) badges of “\(handle)”", at: nil,
          help: "write one of: \(held.joined(separator: ", "))")
      }
      return []
    }
    return found.filter { $0.award.issued.value == newest }
  }

  private func badge(_ found: Found) -> Int? {
    let word = found.award.badge.value
    guard
      case .one(let index) = directory.badge(word, preferring: ledgers[found.ledger].programme)
    else { return nil }
    return index
  }

  /// What somebody has, as the ledgers name it.
  private func badges(of handle: String) -> [String] {
    Set(find { $0.handle.value == handle }.map(\.award.badge.value)).sorted()
  }
}
