internal import BlazonForm
public import BlazonSource

extension Ledger {
  /// The text of `source`, one of the ledger's own, with an id for every award whose badge needs one and
  /// that has none. Every other byte stays; a CSV without a column `id` gains one.
  ///
  /// `nil` if there is nothing to write. `randomBytes` gives as many bytes of the system's as it is asked
  /// for. An award that must be numbered by hand is reported.
  public func fixed<Failure: Error>(
    _ source: SourceText, in directory: BadgeDirectory, preferring programme: String? = nil,
    randomBytes: (Int) throws(Failure) -> [UInt8], report: inout Report
  ) throws(Failure) -> [UInt8]? {
    let ids = try newIDs(for: source, in: directory, programme, randomBytes)
    guard !ids.isEmpty else { return nil }
    var findings = Findings()
    defer { findings.conclude(in: &report) }
    var edits: [Edit]?
    switch Format(fileName: source.name) {
    case .csv: edits = csvEdits(source, ids)
    case .yaml, .json: edits = yamlEdits(source, ids, &findings)
    case nil: break
    }
    guard let edits, !edits.isEmpty else { return nil }
    let bytes = applying(edits, to: source.bytes)
    // Nothing is written that does not read as meant.
    guard agrees(bytes, with: source, ids) else {
      for award in awards where ids[award.place.start] != nil {
        refuse(award.place, ids[award.place.start] ?? "", &findings)
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

  /// An id for the start of each award that needs one.
  private func newIDs<Failure: Error>(
    for source: SourceText, in directory: BadgeDirectory, _ programme: String?,
    _ randomBytes: (Int) throws(Failure) -> [UInt8]
  ) throws(Failure) -> [Position: String] {
    var taken = Set(awards.compactMap { $0.id?.value.uppercased() })
    var ids: [Position: String] = [:]
    // The same award written twice stays the same.
    var same: [[String]: String] = [:]
    for award in awards where award.place.source === source && award.id == nil {
      guard case .one(let index) = directory.badge(award.badge.value, preferring: programme),
        directory.entries[index].needsID, ids[award.place.start] == nil
      else { continue }
      let entry = directory.entries[index]
      let content = [entry.programme, entry.id] + award.content
      if let id = same[content] {
        ids[award.place.start] = id
        continue
      }
      var id = AwardID(random: try randomBytes(AwardID.byteCount))
      for _ in 0..<100 where taken.contains(id.text) {
        id = AwardID(random: try randomBytes(AwardID.byteCount))
      }
      precondition(taken.insert(id.text).inserted, "random bytes repeat themselves")
      ids[award.place.start] = id.text
      same[content] = id.text
    }
    return ids
  }

  private func applying(_ edits: [Edit], to bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var from = 0
    for edit in edits.sorted(by: { $0.offset < $1.offset }) {
      out += bytes[from..<edit.offset]
      out += edit.bytes
      from = edit.offset
    }
    return out + bytes[from...]
  }

  /// Whether `bytes` read as the awards of `source`, with these ids and no other change.
  private func agrees(
    _ bytes: [UInt8], with source: SourceText, _ ids: [Position: String]
  ) -> Bool {
    var quiet = Report()
    let again = Ledger([SourceText(name: source.name, bytes: bytes)], report: &quiet)
    let own = awards.filter { $0.place.source === source }
    return own.count == again.awards.count
      && zip(own, again.awards).allSatisfy { before, after in
        let id = before.id?.value ?? ids[before.place.start] ?? ""
        return after.id?.value ?? "" == id && after.badge.value == before.badge.value
          && after.contentWithoutID == before.contentWithoutID
      }
  }

  private func refuse(_ place: Place, _ id: String, _ findings: inout Findings) {
    findings.error(
      "no id can be written into this award", at: place, help: "write it yourself: id: \(id)")
  }
}

// MARK: - CSV

extension Ledger {
  /// `nil` if the file's rows cannot be told apart; reading has said so.
  private func csvEdits(_ source: SourceText, _ ids: [Position: String]) -> [Edit]? {
    let longest = Limits().field
    var findings = Findings()
    let delimiter = CSVHeader.delimiter(of: source, longestField: longest)
    var text = CSVText(source, delimiter: delimiter, longestField: longest)
    guard let header = CSVHeader(&text, &findings) else { return nil }
    let column = header.keys.firstIndex(of: .id)
    var edits: [Edit] = []
    if column == nil {
      edits.append(Edit(offset: header.row.bytes.upperBound, bytes: [delimiter] + "id".utf8))
    }
    while let row = text.next(&findings) {
      if row.isBroken || row.fieldCount != header.keys.count && !row.isEmpty { return nil }
      let id = Array((ids[row.place.start] ?? "").utf8)
      if let column {
        guard !id.isEmpty, row.fields.indices.contains(column) else { continue }
        let field = row.fields[column]
        edits.append(Edit(offset: field.bytes.lowerBound + (field.isQuoted ? 1 : 0), bytes: id))
      } else {
        edits.append(Edit(offset: row.bytes.upperBound, bytes: [delimiter] + id))
      }
    }
    return edits
  }
}

// MARK: - YAML

extension Ledger {
  private func yamlEdits(
    _ source: SourceText, _ ids: [Position: String], _ findings: inout Findings
  ) -> [Edit]? {
    var quiet = Findings()
    guard let items = YAMLLedger(source, limits: Limits(), &quiet)?.awards else { return nil }
    let text = LineTable(source.bytes)
    var edits: [Edit] = []
    var done = Set<Position>()
    for item in items {
      guard let entries = item.entries, let first = entries.first else { continue }
      let start = first.key.place.start
      guard let id = ids[start], done.insert(start).inserted else { continue }
      let isJSON = Ledger.Format(fileName: source.name) == .json
      if let edit = edit(item, entries, isJSON ? "\"id\": \"\(id)\"" : "id: \(id)", text) {
        edits.append(edit)
      } else {
        refuse(first.key.place, id, &findings)
      }
    }
    return edits
  }

  /// After the last scalar that must be there: in a block map a line of its own, in a flow map one more
  /// pair. Scalars over several lines and aliases are passed over.
  private func edit(
    _ map: Tree, _ entries: [Tree.Entry], _ pair: String, _ text: LineTable
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
      return Edit(offset: end, bytes: Array(", \(pair)".utf8))
    }
    let lineEnd = text.lineEnd(after: end)
    let indent = String(repeating: " ", count: anchor.key.place.start.column - 1)
    let line = Array("\(indent)\(pair)".utf8)
    return Edit(offset: lineEnd, bytes: text.newline(at: lineEnd) + line)
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
