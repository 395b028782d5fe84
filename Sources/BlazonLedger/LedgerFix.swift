public import BlazonSource

extension Ledger {
  /// The text of `source`, one of the ledger's own, with an id and a uuid for every award whose badge needs one and
  /// that has none. Every other byte stays; a CSV without these columns gains them.
  ///
  /// `nil` if there is nothing to write. `randomBytes` gives as many bytes of the system's as it is asked
  /// for. An award that must be numbered by hand is reported. `places` are those that are taken in status lists, of other
  /// ledgers too; those that are given away are added.
  public func fixed<Failure: Error>(
    _ source: SourceText, in directory: BadgeDirectory, preferring programme: String? = nil,
    places: inout Set<Int>, randomBytes: (Int) throws(Failure) -> [UInt8], report: inout Report
  ) throws(Failure) -> [UInt8]? {
    let ids = try newIDs(for: source, in: directory, programme, randomBytes)
    let uuids = try newUUIDs(for: source, in: directory, programme, &places, randomBytes)
    var edit = LedgerEdit()
    for (start, id) in ids { edit.changes[start, default: [:]][.id] = id }
    for (start, uuid) in uuids { edit.changes[start, default: [:]][.uuid] = uuid }
    return edit.isEmpty ? nil : edit.edited(self.source(of: source), report: &report)?.bytes
  }

  /// A value for the start of each award of `source` that needs one and for which `lacks` holds. The same award written
  /// twice stays the same.
  private func newNumbers<Failure: Error>(
    for source: SourceText, in directory: BadgeDirectory, _ programme: String?,
    where lacks: (Award, BadgeDirectory.Entry) -> Bool, _ make: () throws(Failure) -> String
  ) throws(Failure) -> [Position: String] {
    var numbers: [Position: String] = [:]
    var same: [[String]: String] = [:]
    for award in awards where award.place.source === source {
      guard case .one(let index) = directory.badge(award.badge.value, preferring: programme),
        lacks(award, directory.entries[index]), numbers[award.place.start] == nil
      else { continue }
      let entry = directory.entries[index]
      let content = [entry.programme, entry.id] + award.content
      let number: String
      if let known = same[content] { number = known } else { number = try make() }
      numbers[award.place.start] = number
      same[content] = number
    }
    return numbers
  }

  private func newIDs<Failure: Error>(
    for source: SourceText, in directory: BadgeDirectory, _ programme: String?,
    _ randomBytes: (Int) throws(Failure) -> [UInt8]
  ) throws(Failure) -> [Position: String] {
    var taken = Set(awards.compactMap { $0.id?.value.uppercased() })
    return try newNumbers(for: source, in: directory, programme) { award, entry in
      entry.needsID && award.id == nil
    } _: { () throws(Failure) in
      try unused(of: &taken, as: \.text) { () throws(Failure) in
        AwardID(random: try randomBytes(AwardID.byteCount))
      }.text
    }
  }

  /// Each with a place in the status list that no other has.
  private func newUUIDs<Failure: Error>(
    for source: SourceText, in directory: BadgeDirectory, _ programme: String?,
    _ places: inout Set<Int>, _ randomBytes: (Int) throws(Failure) -> [UInt8]
  ) throws(Failure) -> [Position: String] {
    var taken = places
    defer { places = taken }
    return try newNumbers(for: source, in: directory, programme) { award, entry in
      // Nine of ten places; the check tells of what has none.
      entry.needsUUID && award.uuid == nil && taken.count < CredentialID.placeCount / 10 * 9
    } _: { () throws(Failure) in
      try unused(of: &taken, as: \.statusIndex) { () throws(Failure) in
        CredentialID(random: try randomBytes(CredentialID.byteCount))
      }.text
    }
  }

  /// What `make` makes until it is known by something that is not `taken`, which it is from then on.
  private func unused<Number, Mark: Hashable, Failure: Error>(
    of taken: inout Set<Mark>, as mark: KeyPath<Number, Mark>,
    _ make: () throws(Failure) -> Number
  ) throws(Failure) -> Number {
    var number = try make()
    // Where nine of ten are taken, as many tries in a row fail once in 10^45.
    for _ in 0..<1000 where taken.contains(number[keyPath: mark]) { number = try make() }
    precondition(taken.insert(number[keyPath: mark]).inserted, "random bytes repeat themselves")
    return number
  }

  /// The places in status lists that its awards have.
  public var statusPlaces: Set<Int> {
    Set(awards.compactMap { $0.uuid.flatMap { CredentialID($0.value)?.statusIndex } })
  }
}
