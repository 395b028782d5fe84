internal import BlazonCheck
package import BlazonLedger
internal import BlazonSource
internal import BlazonSpec
internal import Files

/// All ledgers of a run: those that programmes name, and those that were asked for beside them.
public struct Roll {
  /// Ledgers that are read together.
  private struct Entry {
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

  private let entries: [Entry]
  private let directory: BadgeDirectory
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

  private init(_ entries: [Entry], like other: Roll) {
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
  private var tenure: Tenure {
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

  /// Takes the rows of `handle` out of all ledgers, or out of none. How many, by the files that were changed.
  func forget(
    _ handle: String, report: inout Report
  ) throws(WorldError) -> [(file: String, rows: Int)] {
    var changed: [(source: SourceText, bytes: [UInt8], rows: Int)] = []
    for entry in entries {
      for source in entry.sources.map(\.text) {
        guard let bytes = entry.ledger.forgetting(handle, in: source, report: &report) else {
          continue
        }
        changed.append((source, bytes, entry.ledger.count(of: handle, in: source)))
      }
    }
    guard !report.hasErrors else { return [] }
    for (source, bytes, _) in changed {
      try Roll.write(bytes, to: source.name, over: source.bytes)
    }
    return changed.map { ($0.source.name, $0.rows) }
  }

  /// Writes ids where certificates need them, uuids where credentials do. The names of the files that were changed.
  func fix(report: inout Report) throws(WorldError) -> [String] {
    var (whole, written) = (self, [String]())
    // Who earned two badges by one award gets the second in the next round.
    for _ in 0..<20 {
      guard let (next, files) = try whole.addingDerived(&report), !report.hasErrors else { break }
      (whole, written) = (next, written + files)
    }
    guard !report.hasErrors else { return written }
    let numbered = try whole.number(&report)
    return (written + numbered).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// Writes rows for derived badges that need numbers and have none; `nil` if there are none. A day has to have come: the
  /// newest of the ledgers.
  private func addingDerived(
    _ report: inout Report
  ) throws(WorldError) -> (roll: Roll, files: [String])? {
    guard directory.hasTenure, let day = newestDay else { return nil }
    let missing = tenure.missing(on: day).filter { one in
      directory.entries[one.badge].needsID || directory.entries[one.badge].needsUUID
    }
    guard !missing.isEmpty else { return nil }
    var (changed, files) = (entries, [String]())
    for (index, entry) in entries.enumerated() {
      for (number, source) in entry.sources.map(\.text).enumerated() {
        guard
          let bytes = entry.ledger.adding(missing, to: source, in: directory, report: &report)
        else { continue }
        try Roll.write(bytes, to: source.name, over: source.bytes)
        changed[index].replace(number, by: bytes)
        files.append(source.name)
      }
    }
    return files.isEmpty ? nil : (Roll(changed, like: self), files)
  }

  private func number(_ report: inout Report) throws(WorldError) -> [String] {
    var changed: [String] = []
    var places = statusPlaces
    for entry in entries {
      for source in entry.sources.map(\.text) {
        guard let bytes = try fixed(source, of: entry, &places, &report) else { continue }
        try Roll.write(bytes, to: source.name, over: source.bytes)
        changed.append(source.name)
      }
    }
    return changed
  }

  /// The places in status lists that awards have.
  private var statusPlaces: Set<Int> {
    entries.reduce(into: Set<Int>()) { $0.formUnion($1.ledger.statusPlaces) }
  }

  private func fixed(
    _ source: SourceText, of entry: Entry, _ places: inout Set<Int>, _ report: inout Report
  ) throws(WorldError) -> [UInt8]? {
    try wrapping { () throws(FileError) in
      try entry.ledger.fixed(
        source, in: directory, preferring: entry.programme, places: &places,
        randomBytes: randomBytes, report: &report)
    }
  }

  /// Writes `bytes` in the place of `old`, which is what was read of the file.
  private static func write(
    _ bytes: [UInt8], to file: String, over old: [UInt8]
  ) throws(WorldError) {
    var now: [UInt8]?
    do throws(FileError) { now = try read(file, limit: old.count + 1) } catch {
      guard error.isTooLong else { throw WorldError(error.description) }
    }
    guard now == old else { throw WorldError("“\(file)” has changed meanwhile; ask again") }
    try wrapping { () throws(FileError) in try replace(file, with: bytes) }
  }
}

// MARK: - Amendments

extension Roll {
  /// Amends the awards that `question` means, in all ledgers or in none; writes nothing if it is a `trial`. What was done,
  /// award by award.
  func amend(
    _ question: AwardFinder.Question, by amendment: Amendment, trial: Bool, report: inout Report
  ) throws(WorldError) -> [SpecFolder.Amended] {
    let found = AwardFinder(entries.map { ($0.ledger, $0.programme) }, in: directory)
      .awards(question, for: amendment, report: &report)
    var amended: [SpecFolder.Amended] = []
    var (changed, places) = (entries, statusPlaces)
    for (index, entry) in entries.enumerated() {
      for (number, source) in entry.sources.map(\.text).enumerated() {
        let own = found.filter { $0.ledger == index && $0.award.place.source === source }
          .map(\.award)
        guard !own.isEmpty,
          let (bytes, awards) = entry.ledger.amended(
            own, in: source, by: amendment, report: &report), !awards.isEmpty
        else { continue }
        changed[index].replace(number, by: bytes)
        // A new award has numbers of its own.
        if case .renew = amendment, !report.hasErrors,
          let numbered = try fixed(
            changed[index].sources[number].text, of: changed[index], &places, &report)
        {
          changed[index].replace(number, by: numbered)
        }
        amended += awards.map { award in
          SpecFolder.Amended(
            file: source.name, line: award.place.start.line,
            what: amendment.told(
              award.badge.value, of: award.handle.value, wasIn: own[0].state?.value))
        }
      }
    }
    if !found.isEmpty, amended.isEmpty, !report.hasErrors {
      report.error("the ledgers say so already", at: found[0].award.place)
    }
    // Nothing is written that a check would not accept.
    if !report.hasErrors {
      var (former, found) = ([FormerNumber](), Report())
      _ = Roll(changed, like: self).grants(former: &former, report: &found)
      if found.hasErrors { report.add(found) }
    }
    guard !report.hasErrors else { return [] }
    if trial { return amended }
    for (old, new) in zip(entries, changed) {
      for (old, new) in zip(old.sources.map(\.text), new.sources.map(\.text)) where old !== new {
        try Roll.write(new.bytes, to: new.name, over: old.bytes)
      }
    }
    return amended
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
