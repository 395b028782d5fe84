internal import BlazonForm
internal import BlazonSource

extension LedgerReader {
  /// Awards that stand in trees: under `awards` of a ledger in YAML or JSON, in a list of JSON, on lines of JSON, in the
  /// front matter of a page.
  mutating func readTrees() {
    guard let items = YAMLLedger(source, limits: limits, &findings)?.awards else { return }
    let columns = ColumnMeanings(source.reading)
    checkColumns(of: items)
    var count = 0
    for item in items {
      for one in parted(item, columns) {
        if isFull(at: item.place, count) { return }
        count += 1
        findings.isInRow = true
        let record = record(one, columns)
        findings.isInRow = false
        if let record { add(record) }
      }
    }
  }

  /// Each column that the programme names has to be a key of some item.
  private mutating func checkColumns(of items: [Tree]) {
    // Of pages each says what it likes.
    guard !items.isEmpty, source.format != .page,
      !source.reading.isStrict || !source.reading.facts.isEmpty
    else { return }
    var names: [String] = []
    var known = Set<String>()
    for entry in items.lazy.compactMap(\.entries).joined()
    where known.insert(entry.key.value).inserted { names.append(entry.key.value) }
    checkColumns(names)
  }

  /// A map with a list of badges is as many awards.
  private func parted(_ tree: Tree, _ columns: ColumnMeanings) -> [Tree] {
    // A page of somebody who has earned nothing is no award.
    if source.format == .page, source.reading.always.allSatisfy({ $0.key != .badge }),
      !(tree.entries ?? []).contains(where: {
        columns.key(of: $0.key.value) == .badge && !$0.value.isNull && $0.value.text != ""
      })
    {
      return []
    }
    guard case .map(let entries) = tree.value,
      let index = entries.firstIndex(where: { columns.key(of: $0.key.value) == .badge }),
      case .list(let badges) = entries[index].value.value
    else { return [tree] }
    return badges.map { badge in
      var entries = entries
      entries[index].value = badge
      return Tree(.map(entries), tree.place)
    }
  }

  private mutating func record(_ tree: Tree, _ columns: ColumnMeanings) -> Record? {
    guard let entries = tree.entries else {
      findings.error(
        "an award is a map of keys and values", at: tree.place,
        help: "as in {name: …, handle: …, badge: …, issued: 2026-10-14}")
      return nil
    }
    guard isWanted(entries, columns) else { return nil }
    var record = Record(at: entries.first?.key.place ?? tree.place)
    var parts: [AwardKey: [(part: Int, text: Located<String>)]] = [:]
    var unknown = false
    for entry in entries {
      let name = entry.key.value
      guard let meanings = meanings(of: name, columns) else {
        unknown = true
        findings.error(
          "unknown key “\(name.prefix(60))” in an award", at: entry.key.place,
          help: source.reading.isStrict
            ? helpText(for: name, among: AwardKey.names)
            : LedgerReader.help(forColumn: name, among: AwardKey.names))
        continue
      }
      for meaning in meanings {
        switch meaning {
        case .key(let key, let part):
          if let text = read(entry, key, into: &record) {
            parts[key, default: []].append((part, text))
          }
        case .fact(let number):
          if let text = entry.value.text, !text.allSatisfy(\.isWhitespace), !entry.value.isNull {
            record.facts.append((number, Located(text, entry.value.place)))
          }
        case .condition: break
        }
      }
    }
    for key in AwardKey.allCases {
      guard let said = parts[key]?.sorted(by: { $0.part < $1.part }).map(\.text) else { continue }
      let text =
        said.count == 1 ? said[0].value : said.map { trimmed($0.value) }.joined(separator: " ")
      set(key, text, at: said[0].place, in: &record)
    }
    return unknown && record.isBare ? nil : record
  }

  /// Whether the map is one of those that count: what it does not say is none of the values that are asked for.
  private func isWanted(_ entries: [Tree.Entry], _ columns: ColumnMeanings) -> Bool {
    guard !source.reading.conditions.isEmpty else { return true }
    var held = Set<Int>()
    for entry in entries {
      for case .condition(let number) in columns.meanings(of: entry.key.value) ?? []
      where source.reading.conditions[number].holds(entry.value.text ?? "") { held.insert(number) }
    }
    return held.count == source.reading.conditions.count
  }

  /// What a key of a map means: in a ledger of ours, as it is written.
  private func meanings(
    of name: String, _ columns: ColumnMeanings
  ) -> [ColumnMeanings.Meaning]? {
    guard let found = columns.meanings(of: name) else { return nil }
    guard source.reading.isStrict, case .key(let key, _)? = found.first, key.rawValue != name else {
      return found
    }
    return nil
  }

  /// The text under `key`; `nil` where it says nothing, or nothing that can be, which is reported.
  private mutating func read(
    _ entry: Tree.Entry, _ key: AwardKey, into record: inout Record
  ) -> Located<String>? {
    let value = entry.value
    if value.isNull { return nil }
    if key == .links, case .list(let items) = value.value {
      for item in items {
        guard let text = item.text else {
          findings.error("expected a web address", at: item.place)
          continue
        }
        record.links.append(Located(text, item.place))
      }
      return nil
    }
    guard case .scalar(let text, let isPlain) = value.value else {
      record.reported.insert(key)
      findings.error(
        "expected \(key == .links ? "a list of web addresses" : "text")", at: value.place,
        help: "\(key.rawValue) is \(key.summary)")
      return nil
    }
    guard !text.allSatisfy(\.isWhitespace) else {
      // Tables of others have empty cells.
      guard source.reading.isStrict else { return nil }
      record.reported.insert(key)
      findings.error(
        "“\(key.rawValue)” has no value", at: isPlain ? entry.key.place : value.place,
        help: AwardKey.required.contains(key)
          ? "\(key.rawValue) is \(key.summary)" : "write one, or leave the key out")
      return nil
    }
    if key.isWords, let lost = value.lostWords {
      findings.warning(lost.message, at: lost.place, help: lost.help)
    }
    return Located(text, value.place)
  }
}
