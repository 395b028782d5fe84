internal import BlazonLedger
internal import BlazonSource
internal import Files

extension Roll {
  /// Takes the rows of `handle` out of all ledgers, or out of none. How many, by the files that were changed.
  func forget(
    _ handle: String, trial isTrial: Bool, report: inout Report
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
    for (source, bytes, _) in changed where !isTrial {
      try Roll.write(bytes, to: source.name, over: source.bytes)
    }
    return changed.map { ($0.source.name, $0.rows) }
  }

  /// Writes ids where certificates need them, uuids where credentials do. The names of the files that were changed.
  func fix(trial isTrial: Bool, report: inout Report) throws(WorldError) -> [String] {
    var (whole, written) = (self, [String]())
    // Who earned two badges by one award gets the second in the next round.
    for _ in 0..<1000 {
      guard let (next, files) = try whole.addingDerived(isTrial, &report) else { break }
      (whole, written) = (next, written + files)
      if report.hasErrors { break }
    }
    // Rows that were written get their numbers, whatever cannot be.
    let numbered = try whole.number(isTrial, &report)
    return (written + numbered).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// Writes rows for derived badges that need numbers and have none; `nil` if there are none. A day has to have come: the
  /// newest of the ledgers.
  private func addingDerived(
    _ isTrial: Bool, _ report: inout Report
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
        if !isTrial { try Roll.write(bytes, to: source.name, over: source.bytes) }
        changed[index].replace(number, by: bytes)
        files.append(source.name)
      }
    }
    return files.isEmpty ? nil : (Roll(changed, like: self), files)
  }

  private func number(
    _ isTrial: Bool, _ report: inout Report
  ) throws(WorldError) -> [String] {
    var changed: [String] = []
    var places = statusPlaces
    for entry in entries {
      for source in entry.sources.map(\.text) {
        guard let bytes = try fixed(source, of: entry, &places, &report) else { continue }
        if !isTrial { try Roll.write(bytes, to: source.name, over: source.bytes) }
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
    try wrapping { () throws(FileError) in try rewrite(file, with: bytes) }
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
