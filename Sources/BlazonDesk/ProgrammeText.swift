internal import BlazonForm
internal import BlazonLedger
internal import BlazonSource

/// A member of `awards` that reads a table as it was guessed.
struct AwardsMember {
  /// What it says, in its order; of columns, what each key says.
  private let columns: [(key: String, value: String)]
  private let file: String
  private let others: [(key: String, value: String)]

  init(_ file: String, _ guess: TableGuess, named always: [(key: AwardKey, text: String)]) {
    func list(_ texts: [String]) -> String {
      "[\(texts.map(YAMLText.scalar).joined(separator: ", "))]"
    }
    func map(_ pairs: [(String, String)]) -> String {
      "{\(pairs.map { "\($0): \($1)" }.joined(separator: ", "))}"
    }
    self.file = YAMLText.scalar(file)
    columns = guess.reading.columns.map { column in
      let names = column.headers.map(\.value)
      return (column.key.rawValue, names.count == 1 ? YAMLText.scalar(names[0]) : list(names))
    }
    var others: [(key: String, value: String)] = []
    if !always.isEmpty {
      others.append(("always", map(always.map { ($0.key.rawValue, YAMLText.scalar($0.text)) })))
    }
    let only = guess.reading.conditions.map { (YAMLText.scalar($0.header.value), list($0.values)) }
    if !only.isEmpty { others.append(("only", map(only))) }
    if !guess.ignored.isEmpty {
      // What calls itself as a ledger's own columns do has to be named.
      let own = guess.ignored.filter { ColumnGuess.isOwn($0) }
      others.append(("ignore", list(guess.ignored.count > 8 ? own + ["others"] : guess.ignored)))
    }
    if let dates = guess.reading.dates { others.append(("dates", dates.rawValue)) }
    self.others = others
  }

  /// As a block of YAML: lines of which the first begins with a hyphen.
  var block: String {
    let lines =
      ["- file: \(file)", "  columns:"] + columns.map { "    \($0.key): \($0.value)" }
      + others.map { "  \($0.key): \($0.value)" }
    return lines.map { "  \($0)\n" }.joined()
  }

  /// The same on one line.
  var flow: String {
    let own = columns.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
    let pairs = ["file: \(file)", "columns: {\(own)}"] + others.map { "\($0.key): \($0.value)" }
    return "{\(pairs.joined(separator: ", "))}"
  }
}

/// The text of `programme.yaml`, which somebody keeps by hand.
enum ProgrammeText {
  /// The text of a programme with one more member of `awards`; `nil` if it cannot be told how to write it.
  static func adding(_ member: AwardsMember, to source: SourceText) -> [UInt8]? {
    let entry = member.block
    guard let tree = try? Tree.document(in: source), let entries = tree.entries else { return nil }
    // Lines end as they do; where they end in two ways, nobody knows which is meant.
    let newline = UInt8(ascii: "\n")
    let carriageReturn = UInt8(ascii: "\r")
    let rows = source.bytes.split(separator: newline, omittingEmptySubsequences: false)
    let hasReturns = rows.dropLast().contains { $0.last == carriageReturn }
    guard !hasReturns || rows.dropLast().allSatisfy({ $0.last == carriageReturn }) else {
      return nil
    }
    var lines = rows.map { row in
      String(decoding: row.last == carriageReturn ? row.dropLast() : row, as: UTF8.self)
    }
    if let awards = entries.first(where: { $0.key.value == "awards" }) {
      guard write(entry, into: &lines, awards, source) else { return nil }
    } else {
      if lines.last == "" { lines.removeLast() }
      lines += ["awards:"] + members(entry) + [""]
    }
    let bytes = Array(lines.joined(separator: hasReturns ? "\r\n" : "\n").utf8)
    // Nothing is written that does not read as meant.
    guard let after = try? Tree.document(in: SourceText(name: source.name, bytes: bytes)),
      after.removing(["awards"]).source == tree.removing(["awards"]).source,
      members(of: after).count == members(of: tree).count + 1,
      zip(members(of: tree), members(of: after)).allSatisfy({ $0.source == $1.source })
    else { return nil }
    return bytes
  }

  private static func members(of tree: Tree) -> [Tree] {
    guard let awards = tree["awards"] else { return [] }
    if case .list(let items) = awards.value { return items }
    return [awards]
  }

  private static func members(_ entry: String) -> [String] {
    entry.split(separator: "\n").map(String.init)
  }

  /// Behind the members that stand there; those in brackets, or one without a hyphen, get lines of their own first.
  private static func write(
    _ entry: String, into lines: inout [String], _ awards: Tree.Entry, _ source: SourceText
  ) -> Bool {
    let (key, value) = (awards.key.place, awards.value.place)
    let line = key.start.line - 1
    func slice(_ place: Place) -> String? {
      guard place.start.line == place.end.line else { return nil }
      let text = Array(lines[place.start.line - 1].unicodeScalars)
      guard place.end.column - 1 <= text.count else { return nil }
      return String(
        String.UnicodeScalarView(text[(place.start.column - 1)..<(place.end.column - 1)]))
    }
    let isBlock = value.start.line > key.start.line
    if case .list(let items) = awards.value.value, isBlock {
      guard let last = items.map(\.lastLine).max(), last <= lines.count else { return false }
      let indent = String(lines[value.start.line - 1].prefix { $0 == " " })
      let more = members(entry).map { indent + String($0.dropFirst(2)) }
      lines.insert(contentsOf: more, at: last)
      return true
    }
    guard !isBlock, value.start.line == value.end.line else { return false }
    let items: [Tree]
    if case .list(let list) = awards.value.value { items = list } else { items = [awards.value] }
    let texts = items.compactMap { slice($0.place) }
    guard texts.count == items.count else { return false }
    let text = Array(lines[line].unicodeScalars)
    let rest = String(String.UnicodeScalarView(text[min(text.count, value.end.column - 1)...]))
    let head =
      "awards:" + (rest.allSatisfy(\.isWhitespace) ? "" : " " + String(rest.drop { $0 == " " }))
    lines.replaceSubrange(line...line, with: [head] + texts.map { "  - \($0)" } + members(entry))
    return true
  }
}

extension Tree {
  /// The line on which the last of what it says ends.
  fileprivate var lastLine: Int {
    switch value {
    case .scalar: place.end.column == 1 ? max(place.start.line, place.end.line - 1) : place.end.line
    case .list(let items): items.map(\.lastLine).max() ?? place.end.line
    case .map(let entries): entries.map(\.value.lastLine).max() ?? place.end.line
    }
  }
}
