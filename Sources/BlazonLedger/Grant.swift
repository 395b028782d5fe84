public import BlazonSource

/// An award whose badge is known: what is drawn.
public struct Grant: Sendable {
  public let award: Award
  public let programme: String
  /// The badge's own id, whichever alias the award wrote.
  public let badge: String
  /// The last day: as the ledger gives it, or the same day of the month when the badge's time is over.
  public let expires: CalendarDate?
}

extension Ledger {
  /// The newest award of every badge to everybody, by programme, handle and badge.
  ///
  /// Plain ids are looked up in `programme` first: a programme's own ledgers mean its own badges.
  public func grants(
    in directory: BadgeDirectory, preferring programme: String? = nil, report: inout Report
  ) -> [Grant] {
    var findings = Findings()
    defer { findings.conclude(in: &report) }
    checkNames(&findings)
    let grants = awards.compactMap { award in
      award.grant(in: directory, preferring: programme, &findings)
    }
    // Grants are large; their indices are sorted instead.
    return newest(grants, &findings)
      .map { (index: $0, order: grants[$0].order) }
      .sorted { $0.order < $1.order }
      .map { grants[$0.index] }
  }

  /// Reports every handle that two people seem to share.
  private func checkNames(_ findings: inout Findings) {
    var first: [String: Located<String>] = [:]
    var others = Set<[String]>()
    for award in awards {
      let (handle, name) = (award.handle.value, award.name)
      guard let known = first[handle] else {
        first[handle] = name
        continue
      }
      if known.value == name.value || !others.insert([handle, name.value]).inserted { continue }
      findings.error(
        "the handle “\(award.handle.value)” has two names: “\(known.value)” and “\(award.name.value)”",
        at: award.name.place,
        help:
          "the first stands at \(known.place.label): write one name in both, or give one of them "
          + "another handle")
    }
  }

  /// The indices of the newest grants of each badge to each handle; duplicates, clashes and ids that
  /// are given twice are reported.
  private func newest(_ grants: [Grant], _ findings: inout Findings) -> some Collection<Int> {
    struct Pair: Hashable { var programme: String, badge: String, handle: String }
    struct Day: Hashable { var pair: Pair, date: CalendarDate }
    var days: [Day: Int] = [:]
    var newest: [Pair: Int] = [:]
    var ids: [String: Int] = [:]
    for index in grants.indices {
      let award = grants[index].award
      let pair = Pair(
        programme: grants[index].programme, badge: grants[index].badge, handle: award.handle.value)
      let day = Day(pair: pair, date: award.issued.value)
      if let first = days[day] {
        award.reportRepetition(of: grants[first], &findings)
        continue
      }
      days[day] = index
      // Somebody will type it in lower case.
      if let id = award.id {
        if let first = ids[id.value.uppercased()].flatMap({ grants[$0].award.id }) {
          findings.error(
            "the id “\(id.value)” is given twice", at: id.place,
            help: "the first stands at \(first.place.label): empty one of them, and "
              + "blazon check --fix writes another")
        } else {
          ids[id.value.uppercased()] = index
        }
      }
      if let other = newest[pair], grants[other].award.issued.value > award.issued.value {
        continue
      }
      newest[pair] = index
    }
    return newest.values
  }
}

extension Grant {
  fileprivate var order: (String, String, String) { (programme, award.handle.value, badge) }
}

extension Award {
  /// The award with its badge looked up; `nil` if something is wrong, which is then reported.
  fileprivate func grant(
    in directory: BadgeDirectory, preferring programme: String?, _ findings: inout Findings
  ) -> Grant? {
    check(state, "state", among: directory.states, &findings)
    check(tier, "tier", among: directory.tiers, &findings)
    switch directory.badge(badge.value, preferring: programme) {
    case .one(let entry):
      if entry.needsID, id == nil {
        findings.error(
          "an award of “\(entry.id)” needs an id", at: badge.place,
          help: "blazon check --fix writes one")
      }
      return Grant(
        award: self, programme: entry.programme, badge: entry.id,
        expires: expires?.value ?? entry.validMonths.map { issued.value.adding(months: $0) })
    case .several(let entries):
      let names = entries.map { "\($0.programme)/\($0.id)" }
      findings.error(
        "“\(badge.value)” means \(names.count) badges", at: badge.place,
        help: "write one of: \(names.joined(separator: ", "))")
    case .noBadge:
      findings.error(
        "unknown badge “\(badge.value)”", at: badge.place,
        help: directory.help(for: badge.value, preferring: programme))
    case .noProgramme:
      findings.error(
        "unknown programme in “\(badge.value)”", at: badge.place,
        help: directory.help(for: badge.value, preferring: programme))
    }
    return nil
  }

  private func check(
    _ word: Located<String>?, _ what: String, among names: [String], _ findings: inout Findings
  ) {
    guard let word, !names.isEmpty, !names.contains(word.value) else { return }
    findings.error(
      "unknown \(what) “\(word.value)”", at: word.place,
      help: helpText(for: word.value, among: names))
  }

  /// Reports that the same badge, handle and day stand in `first` already.
  fileprivate func reportRepetition(of first: Grant, _ findings: inout Findings) {
    if content == first.award.content {
      findings.warning(
        "this award stands twice, and counts once", at: place,
        help: "the first stands at \(first.award.place.label): remove one")
    } else {
      findings.error(
        "“\(handle.value)” earned “\(first.badge)” twice on \(issued.value.isoText)", at: place,
        help: "the first stands at \(first.award.place.label): remove one, or mend its date")
    }
  }
}
