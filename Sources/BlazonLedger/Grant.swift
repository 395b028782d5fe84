internal import BlazonCheck
public import BlazonSource

/// An award whose badge is known: what is drawn.
public struct Grant: Sendable {
  public let award: Award
  // Small, as there may be hundreds of thousands: in the lower 28 bits the last day, 0 for none; above them how it
  // stands.
  private var lastDay: UInt32
  private var subject: BadgeDirectory.Subject

  init(_ award: Award, of index: Int, in directory: BadgeDirectory) {
    (self.award, subject) = (award, directory.subjects[index])
    let months = directory.entries[index].validMonths
    let expires = award.expires?.value ?? months.map { award.issued.value.adding(months: $0) }
    lastDay = expires?.packed ?? 0
  }

  /// One that follows from others.
  init(derived award: Award, of index: Int, in directory: BadgeDirectory) {
    self.init(award, of: index, in: directory)
    subject = BadgeDirectory.Subject(subject, renewed: nil, isDerived: true)
  }

  public var programme: String { subject.programme }
  /// The day on which it was last renewed, by an award of the same badge or of one that renews it; `nil` where it never was.
  public var renewed: CalendarDate? { subject.renewed }
  /// Whether no ledger says it: it follows from what else is held.
  public var isDerived: Bool { subject.isDerived }

  /// The same that lasts until `day`, and was renewed.
  func lasting(until day: CalendarDate?, renewed: CalendarDate?) -> Grant {
    var grant = self
    grant.lastDay = day?.packed ?? 0
    if renewed != nil {
      grant.subject = BadgeDirectory.Subject(subject, renewed: renewed, isDerived: isDerived)
    }
    return grant
  }

  /// The badge's own id, whichever alias the award wrote.
  public var badge: String { subject.id }
  /// The last day: as the ledger gives it, or the same day of the month when the badge's time is over.
  public var expires: CalendarDate? { CalendarDate(packed: lastDay & 0x0FFF_FFFF) }
  /// Whether it holds, on the day that the ledgers were asked for.
  public var standing: Standing { Standing(rawValue: UInt8(lastDay >> 28)) ?? .inForce }
}

/// The numbers that a person's badge had before it was renewed: they are printed somewhere, and the one still leads to the
/// award, while the other's credential is as good or as bad as it was.
public struct FormerNumber: Hashable, Sendable {
  public var programme: String
  public var badge: String
  public var handle: String
  /// The award's own.
  public var number: String?
  /// That of its credential.
  public var uuid: String?
  /// The day from which it was taken back; `nil` where it was not.
  public var revoked: CalendarDate?

  /// `nil` for an award that has neither.
  init?(_ award: Award, programme: String, badge: String) {
    guard award.id != nil || award.uuid != nil else { return nil }
    (self.programme, self.badge, handle) = (programme, badge, award.handle.value)
    (number, uuid) = (award.id?.value, award.uuid?.value)
    revoked = award.state?.value == "revoked" ? award.issued.value : award.revoked?.value
  }
}

extension Grant {
  /// The state in which its badge is drawn; `nil` for the badge's own.
  public var state: String? {
    switch standing {
    case .revoked: "revoked"
    case .expired: "expired"
    // What took its place tells of it: the badge itself is as good as it was.
    case .superseded: nil
    case .notYetValid, .inForce, .underWay: award.state?.value
    }
  }

  /// The grant as it stands on the day `today`.
  public func settled(on today: CalendarDate) -> Grant {
    var grant = self
    let standing = award.standing(on: today, until: expires)
    grant.lastDay = lastDay & 0x0FFF_FFFF | UInt32(standing.rawValue) << 28
    return grant
  }
}

extension Ledger {
  /// The newest award of every badge to everybody, by programme, handle and badge.
  ///
  /// Plain ids are looked up in `programme` first: a programme's own ledgers mean its own badges. The numbers of older
  /// awards are added to `former`. Whoever is to be `renamed` may have had several names.
  public func grants(
    in directory: BadgeDirectory, preferring programme: String? = nil, renamed: String? = nil,
    former: inout [FormerNumber], report: inout Report
  ) -> [Grant] {
    var findings = Findings(keepsGoing: keepsGoing)
    findings.isInRow = true
    defer { findings.conclude(in: &report) }
    var sorting = GrantSorting(awards, directory)
    sorting.checkNames(but: renamed, &findings)
    sorting.lookUp(preferring: programme, &findings)
    sorting.keepNewest(&findings)
    former += sorting.former
    return sorting.grants()
  }

  /// The same, whatever numbers older awards had.
  public func grants(
    in directory: BadgeDirectory, preferring programme: String? = nil, report: inout Report
  ) -> [Grant] {
    var former: [FormerNumber] = []
    return grants(in: directory, preferring: programme, former: &former, report: &report)
  }
}

extension Grant {
  /// The newest of every badge to everybody among the grants of several ledgers, which were asked one by
  /// one in `directory`; an id that two of them give to two awards is reported.
  public static func newest(
    of ledgers: [[Grant]], former: inout [FormerNumber], report: inout Report
  ) -> [Grant] {
    guard ledgers.count > 1 else { return ledgers.first ?? [] }
    let all = ledgers.flatMap(\.self)
    let owners = ledgers.indices.flatMap { Array(repeating: $0, count: ledgers[$0].count) }
    var (pairs, ids) = (IndexTable(count: all.count), IndexTable(count: all.count))
    var newest = [UInt32?](repeating: nil, count: all.count)
    // The last that has an id, of the first that has it.
    var holders = Array(all.indices.map { UInt32($0) })
    for (index, grant) in all.enumerated() {
      if let id = grant.award.foldedID {
        let first = ids.first(index) {
          $0.combine(id)
        } isSame: {
          all[$0].award.foldedID == id
        }
        let holder = Int(holders[first])
        // Those of one ledger are compared where it is read.
        if first != index, owners[holder] != owners[index], !grant.isSame(as: all[holder]) {
          grant.reportID(of: all[holder], &report)
        } else {
          holders[first] = UInt32(index)
        }
      }
      let first = pairs.first(index) {
        grant.hash(into: &$0)
      } isSame: {
        grant.isSame(as: all[$0])
      }
      let issued = grant.award.issued.value
      guard let other = newest[first].map({ all[Int($0)] }) else {
        newest[first] = UInt32(index)
        continue
      }
      let isOlder = other.award.issued.value >= issued
      if let number = (isOlder ? grant : other).formerNumber { former.append(number) }
      if !isOlder { newest[first] = UInt32(index) }
    }
    return newest.compactMap { $0.map { all[Int($0)] } }.sorted { $0.comes(before: $1) }
  }

  private var formerNumber: FormerNumber? {
    FormerNumber(award, programme: programme, badge: badge)
  }

  private func reportID(of other: Grant, _ report: inout Report) {
    guard let id = award.id, let known = other.award.id else { return }
    report.add(
      .numbers, "the id “\(id.value)” is given twice", at: id.place,
      help: "the first stands at \(known.place.label): no two certificates share one")
  }

  /// Whether it is the same badge to the same handle.
  private func isSame(as other: Grant) -> Bool {
    subject === other.subject && award.bytes(of: .handle) == other.award.bytes(of: .handle)
  }

  private func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(subject))
    hasher.combine(award.bytes(of: .handle))
  }

  func comes(before other: Grant) -> Bool {
    if programme != other.programme { return programme < other.programme }
    if award.bytes(of: .handle) != other.award.bytes(of: .handle) {
      return award.handleComes(before: other.award)
    }
    return badge < other.badge
  }
}

extension Award {
  /// Somebody will type it in lower case.
  var foldedID: [UInt8]? {
    bytes(of: .id)?.map { (0x61...0x7A).contains($0) ? $0 - 0x20 : $0 }
  }

  func handleComes(before other: Award) -> Bool {
    guard let own = bytes(of: .handle), let others = other.bytes(of: .handle) else { return false }
    return own.lexicographicallyPrecedes(others)
  }
}
