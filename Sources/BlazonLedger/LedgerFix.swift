internal import BlazonForm
public import BlazonSource

extension Ledger {
  /// What is written into the awards that start at these places, by the key that they lack.
  private struct Numbers {
    var ids: [Position: String] = [:]
    var uuids: [Position: String] = [:]

    var isEmpty: Bool { ids.isEmpty && uuids.isEmpty }

    /// In the order in which they are written.
    var byKey: [(key: AwardKey, values: [Position: String])] {
      [(.id, ids), (.uuid, uuids)].filter { !$0.values.isEmpty }
    }

    func values(at place: Position) -> [(key: AwardKey, value: String)] {
      byKey.compactMap { key, values in values[place].map { (key, $0) } }
    }
  }

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
    var numbers = Numbers()
    numbers.ids = try newIDs(for: source, in: directory, programme, randomBytes)
    numbers.uuids = try newUUIDs(for: source, in: directory, programme, &places, randomBytes)
    guard !numbers.isEmpty else { return nil }
    var findings = Findings()
    defer { findings.conclude(in: &report) }
    var edits: [Edit]?
    switch Format(fileName: source.name) {
    case .csv: edits = csvEdits(source, numbers)
    case .yaml, .json: edits = yamlEdits(source, numbers, &findings)
    case nil: break
    }
    guard let edits, !edits.isEmpty else { return nil }
    let bytes = applying(edits, to: source.bytes)
    // Nothing is written that does not read as meant.
    guard agrees(bytes, with: source, numbers) else {
      for award in awards {
        let values = numbers.values(at: award.place.start)
        if award.place.source === source, !values.isEmpty { refuse(award.place, values, &findings) }
      }
      return nil
    }
    return bytes
  }

  /// Bytes to be put in at an offset.
  private struct Edit {
    var offset: Int
    var bytes: [UInt8]
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

  private func applying(_ edits: [Edit], to bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var from = 0
    // Those at one offset stay in their order.
    let sorted = edits.enumerated().sorted {
      ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset)
    }
    for (_, edit) in sorted {
      out += bytes[from..<edit.offset]
      out += edit.bytes
      from = edit.offset
    }
    return out + bytes[from...]
  }

  /// Whether `bytes` read as the awards of `source`, with these numbers and no other change.
  private func agrees(_ bytes: [UInt8], with source: SourceText, _ numbers: Numbers) -> Bool {
    var quiet = Report()
    let again = Ledger([SourceText(name: source.name, bytes: bytes)], report: &quiet)
    let own = awards.filter { $0.place.source === source }
    return own.count == again.awards.count
      && zip(own, again.awards).allSatisfy { before, after in
        let id = before.id?.value ?? numbers.ids[before.place.start] ?? ""
        let uuid = before.uuid?.value ?? numbers.uuids[before.place.start] ?? ""
        return after.id?.value ?? "" == id && after.uuid?.value ?? "" == uuid
          && after.badge.value == before.badge.value
          && after.contentWithoutNumbers == before.contentWithoutNumbers
      }
  }

  private func refuse(
    _ place: Place, _ values: [(key: AwardKey, value: String)], _ findings: inout Findings
  ) {
    let pairs = values.map { "\($0.key.rawValue): \($0.value)" }.joined(separator: ", ")
    findings.error(
      "no \(values.map(\.key.rawValue).joined(separator: " or ")) can be written into this award",
      at: place, help: "write it yourself: \(pairs)")
  }
}

// MARK: - CSV

extension Ledger {
  /// `nil` if the file's rows cannot be told apart; reading has said so.
  private func csvEdits(_ source: SourceText, _ numbers: Numbers) -> [Edit]? {
    let longest = Limits().field
    var findings = Findings()
    let delimiter = CSVHeader.delimiter(of: source, longestField: longest)
    var text = CSVText(source, delimiter: delimiter, longestField: longest)
    guard let header = CSVHeader(&text, &findings) else { return nil }
    let keys = numbers.byKey.map { (key: $0.key, column: header.keys.firstIndex(of: $0.key)) }
    var edits: [Edit] = []
    /// What new columns hold goes to the end of the row.
    func append(_ values: [String], to row: Range<Int>) {
      guard !values.isEmpty else { return }
      edits.append(
        Edit(offset: row.upperBound, bytes: values.flatMap { [delimiter] + Array($0.utf8) }))
    }
    append(keys.filter { $0.column == nil }.map(\.key.rawValue), to: header.row.bytes)
    while let row = text.next(&findings) {
      if row.isBroken || row.fieldCount != header.keys.count && !row.isEmpty { return nil }
      let values = Dictionary(
        uniqueKeysWithValues: numbers.values(at: row.place.start).map { ($0.key, $0.value) })
      for (key, column) in keys {
        guard let column, let value = values[key], row.fields.indices.contains(column) else {
          continue
        }
        let field = row.fields[column]
        edits.append(
          Edit(
            offset: field.bytes.lowerBound + (field.isQuoted ? 1 : 0), bytes: Array(value.utf8)))
      }
      // Behind what the last field may have got.
      append(keys.filter { $0.column == nil }.map { values[$0.key] ?? "" }, to: row.bytes)
    }
    return edits
  }
}

// MARK: - YAML

extension Ledger {
  private func yamlEdits(
    _ source: SourceText, _ numbers: Numbers, _ findings: inout Findings
  ) -> [Edit]? {
    var quiet = Findings()
    guard let items = YAMLLedger(source, limits: Limits(), &quiet)?.awards else { return nil }
    let text = LineTable(source.bytes)
    var edits: [Edit] = []
    var done = Set<Position>()
    for item in items {
      guard let entries = item.entries, let first = entries.first else { continue }
      let start = first.key.place.start
      let values = numbers.values(at: start)
      guard !values.isEmpty, done.insert(start).inserted else { continue }
      let isJSON = Ledger.Format(fileName: source.name) == .json
      let pairs = values.map { key, value in
        isJSON ? "\"\(key.rawValue)\": \"\(value)\"" : "\(key.rawValue): \(value)"
      }
      if let edit = edit(item, entries, pairs, text) {
        edits.append(edit)
      } else {
        refuse(first.key.place, values, &findings)
      }
    }
    return edits
  }

  /// After the last scalar that must be there: in a block map lines of their own, in a flow map more
  /// pairs. Scalars over several lines and aliases are passed over.
  private func edit(
    _ map: Tree, _ entries: [Tree.Entry], _ pairs: [String], _ text: LineTable
  ) -> Edit? {
    let required = Set(AwardKey.required.map(\.rawValue))
    let anchor = entries.last { entry in
      required.contains(entry.key.value) && entry.value.text != nil
        && entry.value.place.start.line == entry.key.place.start.line
        && entry.value.place.end.line == entry.key.place.start.line
        && entry.value.place.start.column > entry.key.place.end.column
    }
    guard let anchor else { return nil }
    let end = text.offset(anchor.value.place.end)
    if text.beginsFlow(at: text.offset(map.place.start)) {
      return Edit(offset: end, bytes: pairs.flatMap { Array(", \($0)".utf8) })
    }
    let lineEnd = text.lineEnd(after: end)
    let indent = String(repeating: " ", count: anchor.key.place.start.column - 1)
    let newline = text.newline(at: lineEnd)
    return Edit(
      offset: lineEnd, bytes: pairs.flatMap { newline + Array("\(indent)\($0)".utf8) })
  }
}

/// Offsets of the places in a text.
private struct LineTable {
  private let bytes: [UInt8]
  private var starts: [Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    starts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(index + 1)
    }
  }

  func offset(_ mark: Position) -> Int {
    var offset = starts[min(mark.line, starts.count) - 1]
    var column = 1
    while offset < bytes.count, column < mark.column {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      column += 1
    }
    return offset
  }

  /// Where the line of `offset` ends, before its line break.
  func lineEnd(after offset: Int) -> Int {
    let end = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    return end > offset && bytes[end - 1] == UInt8(ascii: "\r") ? end - 1 : end
  }

  /// The line break at `offset`; at the end of the file, that of the first line.
  func newline(at offset: Int) -> [UInt8] {
    if offset < bytes.count {
      return bytes[offset] == UInt8(ascii: "\r") ? Array("\r\n".utf8) : Array("\n".utf8)
    }
    let first = bytes.firstIndex(of: UInt8(ascii: "\n")) ?? 0
    return first > 0 && bytes[first - 1] == UInt8(ascii: "\r")
      ? Array("\r\n".utf8) : Array("\n".utf8)
  }

  /// Whether the map at `offset` is written in braces; an anchor may stand before them.
  func beginsFlow(at offset: Int) -> Bool {
    var rest = bytes[offset...]
    if rest.first == UInt8(ascii: "&") {
      rest = rest.drop { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\n") }
      rest = rest.drop { $0 == UInt8(ascii: " ") }
    }
    return rest.first == UInt8(ascii: "{")
  }
}
