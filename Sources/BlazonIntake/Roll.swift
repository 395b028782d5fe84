internal import BlazonCheck
package import BlazonLedger
internal import BlazonSource
internal import BlazonSpec
internal import Files

/// All ledgers of a run: those that programmes name, and those that were asked for beside them.
public struct Roll {
  /// Ledgers that are read together.
  struct Entry {
    var ledger: Ledger
    var sources: [LedgerSource]
    /// Whose badges plain ids mean first.
    var programme: String?

    /// Reads the file at `number` among the sources anew.
    mutating func replace(_ number: Int, by bytes: [UInt8]) {
      sources[number].text = SourceText(name: sources[number].text.name, bytes: bytes)
      // Whoever edits it has read it again.
      var quiet = Report()
      ledger = Ledger(sources, report: &quiet)
    }
  }

  let entries: [Entry]
  let directory: BadgeDirectory
  /// The tiers of badges that have some, by `programme/id`.
  private let ladders: [String: [String]]
  /// How much each programme minds what is a matter of taste.
  private let weights: [String: Weights]
  /// Whether an award that cannot be right does not stop the others.
  private let keepsGoing: Bool

  /// The ledgers of `programmes`, and `others`. What is wrong in them is in the report.
  ///
  /// Where `isMissingSome`, because programmes cannot be read, any badge may be one of theirs.
  init(
    _ read: [ReadProgramme], isMissingSome: Bool, _ others: [LedgerSource],
    keepsGoing: Bool = false, report: inout Report
  ) {
    self.keepsGoing = keepsGoing
    weights = Dictionary(
      read.map { ($0.loaded.programme.id, $0.loaded.programme.weights) },
      uniquingKeysWith: { first, _ in first })
    let programmes = read.map(\.loaded)
    directory = BadgeDirectory(of: programmes, isMissingSome: isMissingSome)
    var ladders: [String: [String]] = [:]
    for loaded in programmes {
      for badge in loaded.programme.badges {
        let tiers = badge.variants.compactMap { $0.variant?.kind == .tier ? $0.variant?.name : nil }
        if !tiers.isEmpty { ladders["\(loaded.programme.id)/\(badge.id.value)"] = tiers }
      }
    }
    self.ladders = ladders
    var entries: [Entry] = []
    for programme in read where !programme.ledgers.isEmpty {
      entries.append(
        Entry(
          ledger: Ledger(programme.ledgers, keepsGoing: keepsGoing, report: &report),
          sources: programme.ledgers,
          programme: programme.loaded.programme.id))
    }
    if !others.isEmpty {
      entries.append(
        Entry(
          ledger: Ledger(others, keepsGoing: keepsGoing, report: &report), sources: others))
    }
    self.entries = entries
  }

  init(_ entries: [Entry], like other: Roll) {
    (self.entries, directory, ladders) = (entries, other.directory, other.ladders)
    weights = other.weights
    keepsGoing = false
  }

  /// The roll of `source` alone, for the same programmes.
  func with(_ source: SourceText, report: inout Report) -> Roll {
    let entry = Entry(
      ledger: Ledger([source], report: &report), sources: [LedgerSource(source)])
    return Roll([entry], like: self)
  }

  /// The newest award of every badge to everybody, by programme, handle and badge, as it stands on the day `today`: the
  /// newest on which something happened, unless given. Never the clock: the same ledgers give the same files. Whoever is to
  /// be `renamed` may have had several names.
  func grants(
    today: CalendarDate? = nil, renamed: String? = nil, former: inout [FormerNumber],
    report: inout Report
  ) -> [Grant] {
    var all: [[Grant]] = []
    for entry in entries {
      all.append(
        entry.ledger.grants(
          in: directory, preferring: entry.programme, renamed: renamed, former: &former,
          report: &report))
    }
    let grants = Grant.newest(of: all, former: &former, report: &report)
    var sound: [Grant] = []
    sound.reserveCapacity(grants.count)
    var taken: [String: [Int: Located<String>]] = [:]
    for grant in grants {
      var found = Report()
      check(grant, &found)
      checkCredential(of: grant, &taken, &found)
      if !found.hasErrors || !keepsGoing { sound.append(grant) }
      if !found.diagnostics.isEmpty { report.add(found, leavingOut: keepsGoing) }
    }
    guard let day = today ?? newestDay else { return sound }
    if directory.hasTenure {
      var found = Report()
      sound = tenure.settled(
        sound, on: day, weights: { weights[$0] ?? Weights() }, former: &former, report: &found)
      if keepsGoing {
        let wrong = Set(found.diagnostics.filter { $0.severity == .error }.compactMap(\.place))
        sound.removeAll { grant in
          wrong.contains { $0 == grant.award.place || $0 == grant.award.badge.place }
        }
      }
      report.add(found, leavingOut: keepsGoing)
    }
    return sound.map { $0.settled(on: day) }
  }

  /// What people have held by all ledgers.
  var tenure: Tenure {
    Tenure(
      entries.flatMap { $0.ledger.rows(in: directory, preferring: $0.programme) }, in: directory)
  }

  /// What some people have lacked on the day `today`, or the newest, of a derived badge: all its parts but one.
  package func almost(on today: CalendarDate? = nil) -> [Tenure.Lack] {
    guard directory.hasTenure, let day = today ?? newestDay else { return [] }
    return tenure.almost(on: day)
  }

  /// The newest on which something happened; `nil` where nothing did.
  var newestDay: CalendarDate? { entries.compactMap(\.ledger.newestDay).max() }

  /// Reports a credential that has its number, or its place in the status list, from another.
  private func checkCredential(
    of grant: Grant, _ taken: inout [String: [Int: Located<String>]], _ report: inout Report
  ) {
    guard let uuid = grant.award.uuid, let index = CredentialID(uuid.value)?.statusIndex else {
      return
    }
    guard let other = taken[grant.programme]?[index] else {
      taken[grant.programme, default: [:]][index] = uuid
      return
    }
    report.add(
      .numbers,
      other.value == uuid.value
        ? "the uuid “\(uuid.value)” is given twice"
        : "the uuid “\(uuid.value)” has the place of another in the status list",
      at: uuid.place,
      help: "the other stands at \(other.place.label): take this one out, and blazon check --fix "
        + "writes a new one")
  }

  /// Reports a tier that the badge's ladder does not have.
  private func check(_ grant: Grant, _ report: inout Report) {
    guard let tier = grant.award.tier,
      let ladder = ladders["\(grant.programme)/\(grant.badge)"], !ladder.contains(tier.value)
    else { return }
    report.error(
      "“\(grant.badge)” has no tier “\(tier.value)”", at: tier.place,
      help: helpText(for: tier.value, among: ladder))
  }

  /// The numbers of all credentials of `handle`, those of renewed awards too.
  func uuids(of handle: String) -> [String] {
    entries.flatMap(\.ledger.awards).filter { $0.handle.value == handle }
      .compactMap { $0.uuid?.value }
  }
}

extension BadgeDirectory {
  /// The badges of `programmes`, as awards may name them.
  init(of programmes: [LoadedProgramme], isMissingSome: Bool) {
    self.init(
      programmes.flatMap { loaded in
        loaded.programme.badges.map { badge in
          var entry = Entry(
            programme: loaded.programme.id, id: badge.id.value,
            aliases: badge.words.aliases.map(\.value), titles: badge.words.allTitles,
            validMonths: badge.words.valid, needsID: badge.words.certificate != nil,
            needsUUID: loaded.programme.credentials != nil)
          entry.requires = badge.words.requires.map(\.value)
          entry.isDerived = badge.words.isDerived
          entry.renewedBy = badge.words.renewedBy.map(\.value)
          return entry
        }
      },
      unread: programmes.map(\.programme).map {
        Unread(programme: $0.id, names: $0.unreadBadges, isOpen: $0.hasUnreadFiles)
      }, isOpen: isMissingSome,
      states: Words.State.allCases.map(\.rawValue) + ["superseded"])
  }

  /// The badges of one programme, whose awards are yet to get their numbers.
  package init(of loaded: LoadedProgramme) {
    self.init(
      loaded.programme.badges.map { badge in
        Entry(
          programme: loaded.programme.id, id: badge.id.value,
          aliases: badge.words.aliases.map(\.value), titles: badge.words.allTitles,
          validMonths: badge.words.valid)
      })
  }
}
