internal import BlazonForm
internal import BlazonSource

/// Finds the bytes of a ledger in YAML or JSON that an edit is about.
struct YAMLEditor {
  private let source: LedgerSource
  private let isJSON: Bool
  private let lines: LineTable

  init(_ source: LedgerSource, isJSON: Bool) {
    (self.source, self.isJSON) = (source, isJSON)
    lines = LineTable(source.text.bytes)
  }

  /// `nil` if there is no list of awards; reading has said so. Where awards begin that cannot be edited is added to `refused`.
  func patches(of edit: LedgerEdit, refused: inout Set<Position>) -> [Patch]? {
    var quiet = Findings()
    guard let ledger = YAMLLedger(source, limits: Ledger.Limits(), &quiet) else { return nil }
    var patches: [Patch] = []
    var done = Set<Position>()
    for item in ledger.awards {
      guard let entries = item.entries, let start = entries.first?.key.place.start,
        done.insert(start).inserted
      else { continue }
      if edit.removed.contains(start) {
        // What stands between brackets leaves a comma.
        guard !isJSON, let patch = removal(of: item, from: start) else {
          refused.insert(start)
          continue
        }
        patches.append(patch)
        continue
      }
      let map = Map(item, entries, isFlow: isFlow(item))
      if let changes = edit.changes[start] {
        if let own = self.patches(map, changes) { patches += own } else { refused.insert(start) }
      }
      if let changes = edit.copies[start] {
        if let copy = copy(of: map, changes, in: ledger.list) {
          patches.append(copy)
        } else {
          refused.insert(start)
        }
      }
    }
    return patches
  }

  /// An award, and how it is written.
  private struct Map {
    var tree: Tree
    var entries: [Tree.Entry]
    /// In braces.
    var isFlow: Bool

    init(_ tree: Tree, _ entries: [Tree.Entry], isFlow: Bool) {
      (self.tree, self.entries, self.isFlow) = (tree, entries, isFlow)
    }
  }

  private func isFlow(_ tree: Tree) -> Bool {
    lines.begins(at: lines.offset(tree.place.start), with: "{[")
  }

  // MARK: Keys

  private func patches(_ map: Map, _ changes: LedgerEdit.Changes) -> [Patch]? {
    let gone = Set(changes.filter { $0.value == nil }.keys.map(\.rawValue))
    var patches: [Patch] = []
    var missing: [(AwardKey, String)] = []
    for key in AwardKey.allCases {
      guard let change = changes[key] else { continue }
      let index = map.entries.firstIndex { $0.key.value == key.rawValue }
      switch (index, change) {
      case (nil, nil): break
      case (nil, let text?): missing.append((key, text))
      case (let index?, let text?):
        let value = map.entries[index].value
        guard case .scalar(_, let isPlain) = value.value, let range = self.value(map.entries[index])
        else { return nil }
        let scalar = isPlain && !isJSON ? YAMLText.scalar(text) : YAMLText.quoted(text)
        patches.append(Patch(range, scalar.utf8))
      case (let index?, nil):
        // `null` is absent already.
        if map.entries[index].value.isNull { continue }
        guard let patch = cut(index, of: map, gone) else { return nil }
        patches.append(patch)
      }
    }
    guard !missing.isEmpty else { return patches }
    let pairs = missing.map { YAMLText.pair($0, $1, isJSON: isJSON) }
    guard let patch = insertion(of: pairs, into: map) else { return nil }
    return patches + [patch]
  }

  /// Where a value stands, on its own and as no block of text; `nil` where that is elsewhere, as an alias's is.
  private func value(_ entry: Tree.Entry, isBlockFine: Bool = false) -> Range<Int>? {
    let key = lines.offset(entry.key.place.end)
    let start = lines.offset(entry.value.place.start)
    var end = lines.offset(entry.value.place.end)
    guard key <= start, start < end, lines.isBlank(key..<start, but: ":"),
      !"&*!".utf8.contains(source.text.bytes[start])
    else { return nil }
    if "|>".utf8.contains(source.text.bytes[start]) {
      guard isBlockFine else { return nil }
      end = max(lines.writtenEnd(before: end), start + 1)
    }
    return start..<end
  }

  /// Takes a pair out; of those in `gone` it is one.
  private func cut(_ index: Int, of map: Map, _ gone: Set<String>) -> Patch? {
    let entry = map.entries[index]
    guard let end = value(entry, isBlockFine: !map.isFlow)?.upperBound else { return nil }
    let start = lines.offset(entry.key.place.start)
    let next =
      index + 1 < map.entries.count
      ? lines.offset(map.entries[index + 1].key.place.start) : nil
    let isFirst = map.entries[..<index].allSatisfy { gone.contains($0.key.value) }
    if map.isFlow {
      if isFirst {
        guard let next, end <= next, lines.isBlank(end..<next, but: ",") else { return nil }
        return Patch(start..<next)
      }
      return lines.last(",", before: start).map { Patch($0..<end) }
    }
    // Behind a hyphen the next takes its place.
    if isFirst, !lines.beginsLine(lines.offset(map.entries[0].key.place.start)) {
      guard let next, end <= next else { return nil }
      return Patch(start..<(lines.isBlank(end..<next) ? next : end))
    }
    guard lines.beginsLine(start) else { return nil }
    // A comment behind it stays.
    guard lines.isBlank(end..<lines.lineEnd(after: end)) else { return Patch(start..<end) }
    // With the line break before it: the last line of a file may have none behind it.
    return Patch(lines.previousLineEnd(before: start)..<lines.lineEnd(after: end))
  }

  /// After the last scalar that must be there: in a block map lines of their own, in a flow map more
  /// pairs. Scalars over several lines and aliases are passed over.
  private func insertion(of pairs: [String], into map: Map) -> Patch? {
    let required = Set((AwardKey.required + [.handle]).map(\.rawValue))
    let anchor = map.entries.last { entry in
      required.contains(entry.key.value) && entry.value.text != nil
        && entry.value.place.start.line == entry.key.place.start.line
        && entry.value.place.end.line == entry.key.place.start.line
        && entry.value.place.start.column > entry.key.place.end.column
    }
    guard let anchor else { return nil }
    let end = lines.offset(anchor.value.place.end)
    if map.isFlow {
      let separator = self.separator(of: map)
      return Patch(at: end, pairs.flatMap { separator + $0.utf8 })
    }
    let lineEnd = lines.lineEnd(after: end)
    let indent = String(repeating: " ", count: anchor.key.place.start.column - 1)
    let newline = lines.newline(at: lineEnd)
    return Patch(at: lineEnd, pairs.flatMap { newline + Array("\(indent)\($0)".utf8) })
  }

  /// What parts the pairs of a map in braces: where each begins a line, a comma and a new line.
  private func separator(of map: Map) -> [UInt8] {
    let starts = map.entries.map { lines.offset($0.key.place.start) }
    guard let last = starts.last, starts.allSatisfy({ lines.beginsLine($0) }) else {
      return Array(", ".utf8)
    }
    let line = lines.lineStart(of: last)
    let end = lines.lineEnd(after: lines.offset(map.tree.place.start))
    return Array(",".utf8) + lines.newline(at: end) + source.text.bytes[line..<last]
  }

  // MARK: Awards

  /// The lines of an item.
  private func removal(of item: Tree, from start: Position) -> Patch? {
    let first = lines.lineStart(of: lines.offset(start))
    let end = lastLineEnd(of: item, from: start)
    return first <= end ? Patch(first..<lines.nextLine(after: end)) : nil
  }

  /// Where the last line ends on which something of `item` stands.
  private func lastLineEnd(of item: Tree, from start: Position) -> Int {
    var last = item.last
    // A value may end at the beginning of the line after it.
    if last.column == 1, last.line > start.line {
      last = Position(line: last.line - 1, column: 1)
    }
    return lines.lineEnd(after: lines.offset(last))
  }

  /// Another award behind `map`, written as that is.
  private func copy(of map: Map, _ changes: LedgerEdit.Changes, in list: Tree) -> Patch? {
    guard let pairs = pairs(of: map, changes) else { return nil }
    let start = lines.offset(map.tree.place.start)
    if isFlow(list) {
      guard map.isFlow else { return nil }
      let end = lines.offset(map.tree.place.end)
      let line = source.text.bytes[lines.lineStart(of: start)..<start]
      let gap =
        lines.beginsLine(start)
        ? lines.newline(at: lines.lineEnd(after: start)) + line : Array(" ".utf8)
      let indent = line.prefix { " \t".utf8.contains($0) }
      return Patch(at: end, Array(",".utf8) + gap + braces(pairs, map, indent: indent))
    }
    let dash = String(repeating: " ", count: list.place.start.column - 1) + "- "
    let body: [UInt8]
    var end: Int
    if map.isFlow {
      end = lines.lineEnd(after: lines.offset(map.tree.place.end))
      body = Array("{\(pairs.joined(separator: ", "))}".utf8)
    } else {
      end = lastLineEnd(of: map.tree, from: map.entries[0].key.place.start)
      end = max(lines.writtenEnd(before: end), start)
      end = lines.commentEnd(below: end, deeperThan: dash.utf8.count - 2)
      let newline = lines.newline(at: end)
      let indent = Array(String(repeating: " ", count: dash.utf8.count).utf8)
      body = Array(pairs.map { Array($0.utf8) }.joined(separator: newline + indent))
    }
    return Patch(at: end, lines.newline(at: end) + dash.utf8 + body)
  }

  /// `{…}`, over as many lines as `map` is.
  private func braces(_ pairs: [String], _ map: Map, indent: ArraySlice<UInt8>) -> [UInt8] {
    let separator = separator(of: map)
    guard separator.count > 2 else { return Array("{\(pairs.joined(separator: ", "))}".utf8) }
    let newline = lines.newline(at: lines.lineEnd(after: lines.offset(map.tree.place.start)))
    return Array("{".utf8) + separator.dropFirst()
      + pairs.map { Array($0.utf8) }.joined(separator: separator) + newline + indent
      + Array("}".utf8)
  }

  /// What a copy says, in the order of the award it is made from; keys that this lacks come last.
  private func pairs(of map: Map, _ changes: LedgerEdit.Changes) -> [String]? {
    let own = map.entries.compactMap { AwardKey(rawValue: $0.key.value) }
    var pairs: [String] = []
    for (key, entry) in zip(own, map.entries) {
      if let change = changes[key] {
        if let change { pairs.append(YAMLText.pair(key, change, isJSON: isJSON)) }
      } else {
        guard let value = written(entry.value) else { return nil }
        pairs.append(YAMLText.pair(key, value: value, isJSON: isJSON))
      }
    }
    for key in AwardKey.allCases where !own.contains(key) {
      if let text = changes[key] ?? nil {
        pairs.append(YAMLText.pair(key, text, isJSON: isJSON))
      }
    }
    return pairs
  }

  /// A value of another place, to be written again.
  private func written(_ value: Tree) -> String? {
    switch value.value {
    // Numbers and `null` are words of JSON too.
    case .scalar(let text, isPlain: true): isJSON ? text : YAMLText.scalar(text)
    case .scalar(let text, isPlain: false): YAMLText.quoted(text)
    case .list(let items):
      "[" + items.compactMap { written($0) }.joined(separator: ", ") + "]"
    case .map: nil
    }
  }
}

extension Tree {
  /// The end of the last thing in it.
  fileprivate var last: Position {
    let inner: [Position]
    switch value {
    case .map(let entries): inner = entries.map(\.value.last)
    case .list(let items): inner = items.map(\.last)
    case .scalar: inner = []
    }
    return inner.max() ?? place.end
  }
}
