internal import BlazonForm
internal import BlazonSource

/// Awards in YAML or JSON as trees, checked down to their list.
struct YAMLLedger {
  let awards: [Tree]
  /// The list that they stand in.
  let list: Tree

  /// `nil` if there is no such list; everything wrong is among the findings.
  init?(_ source: LedgerSource, limits: Ledger.Limits, _ findings: inout Findings) {
    let first = Position(line: 1, column: 1)
    let start = Place(source.text, start: first, end: first)
    let form = "begin with “blazon: 1”, and list the awards under “awards:”"
    let part = TextPart(of: source, limit: limits.yamlBytes)
    do throws(TreeError) {
      guard let part else {
        findings.warning(
          "the page has no front matter, and is passed over", at: start,
          help: "between two lines of --- at its beginning stand its keys")
        return nil
      }
      guard let tree = try part.tree(YAMLLedger.limits(limits)) else {
        findings.error("the file is empty", at: start, help: form)
        return nil
      }
      switch (tree.value, source.format) {
      case (.list(let items), .json), (.list(let items), .jsonLines):
        (awards, list) = (items, tree)
        return
      case (.map, .page):
        (awards, list) = ([tree], tree)
        return
      default: break
      }
      guard let entries = tree.entries else {
        findings.error("a ledger is a map of keys and values", at: start, help: form)
        return nil
      }
      guard let list = YAMLLedger.list(of: entries, start, &findings),
        case .list(let items) = list.value
      else { return nil }
      (awards, self.list) = (items, list)
    } catch {
      findings.error(error.message, at: error.place, help: error.help)
      return nil
    }
  }

  private static func list(
    of entries: [Tree.Entry], _ start: Place, _ findings: inout Findings
  ) -> Tree? {
    var version: Tree?
    var awards: Tree.Entry?
    for entry in entries {
      let name = entry.key.value
      switch name {
      case "blazon": version = entry.value
      case "awards": awards = entry
      default:
        findings.error(
          "unknown key “\(name.prefix(60))” in a ledger", at: entry.key.place,
          help: helpText(for: name, among: ["blazon", "awards"]))
      }
    }
    if let version {
      if version.text != "1" {
        findings.error(
          "this release reads version 1 of the language", at: version.place,
          help: "blazon: 1")
      }
    } else {
      findings.error("a ledger needs “blazon”", at: start, help: "blazon: 1")
    }
    guard let awards else {
      findings.error(
        "a ledger needs “awards”", at: start, help: "list them under “awards:”")
      return nil
    }
    if case .list = awards.value.value { return awards.value }
    findings.error(
      "awards are a list", at: awards.key.place,
      help: "begin each with “- ”; an empty ledger says awards: []")
    return nil
  }

  private static func limits(_ limits: Ledger.Limits) -> TreeLimits {
    var own = TreeLimits()
    (own.bytes, own.depth, own.nodes) = (limits.yamlBytes, 8, 1_000_000)
    own.scalar = limits.field
    return own
  }
}

/// What of a file is a tree: the whole, the front matter of a page, or lines that are a list together.
private struct TextPart {
  let source: SourceText
  /// What is read.
  private let text: SourceText
  /// How many lines of `source` stand before it, or how many fewer.
  private let lines: Int

  /// `nil` for a page that has none.
  init?(of source: LedgerSource, limit: Int) {
    self.source = source.text
    let bytes = source.text.bytes
    switch source.format {
    case .page:
      guard let matter = TextPart.frontMatter(of: bytes) else { return nil }
      (text, lines) = (SourceText(name: "\(source.text.name).yaml", bytes: matter), 1)
    // One that is too long is told so as it is.
    case .jsonLines where bytes.count <= limit:
      (text, lines) = (
        SourceText(name: "\(source.text.name).json", bytes: TextPart.listed(bytes)), -1
      )
    case .csv, .yaml, .json, .jsonLines, nil: (text, lines) = (source.text, 0)
    }
  }

  func tree(_ limits: TreeLimits) throws(TreeError) -> Tree? {
    do throws(TreeError) {
      let tree = try Tree.document(in: text, limits: limits)
      return text === source ? tree : tree.map(moved)
    } catch {
      var error = error
      if text !== source { error.place = moved(error.place) }
      throw error
    }
  }

  private func moved(_ tree: Tree) -> Tree {
    let value: Tree.Value
    switch tree.value {
    case .scalar: value = tree.value
    case .list(let items): value = .list(items.map(moved))
    case .map(let entries):
      value = .map(
        entries.map {
          Tree.Entry(key: Located($0.key.value, moved($0.key.place)), value: moved($0.value))
        })
    }
    return Tree(value, moved(tree.place))
  }

  private func moved(_ place: Place) -> Place {
    func moved(_ position: Position) -> Position {
      Position(line: max(1, position.line + lines), column: position.column)
    }
    return Place(source, start: moved(place.start), end: moved(place.end))
  }

  /// What stands between the first two lines of hyphens.
  private static func frontMatter(of bytes: [UInt8]) -> [UInt8]? {
    func isMark(_ line: ArraySlice<UInt8>) -> Bool {
      let text = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      return text.elementsEqual("---".utf8)
    }
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var (rest, body) = (bytes[mark...], [UInt8]())
    func next() -> ArraySlice<UInt8>? {
      guard !rest.isEmpty else { return nil }
      let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
      defer { rest = rest[min(end + 1, rest.endIndex)...] }
      return rest[..<end]
    }
    guard let first = next(), isMark(first) else { return nil }
    while let line = next() {
      if isMark(line) { return body }
      body += line
      body.append(UInt8(ascii: "\n"))
    }
    return nil
  }

  /// Lines of JSON as a list of them, each on its line but one further down.
  private static func listed(_ bytes: [UInt8]) -> [UInt8] {
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var out = Array("[\n".utf8)
    out.reserveCapacity(bytes.count + 64)
    let blanks = Set(" \t\r".utf8)
    var isFirst = true
    for line in bytes[mark...].split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    {
      let isBlank = line.allSatisfy(blanks.contains)
      // The comma ends the line before, whose columns it leaves alone.
      if !isBlank {
        if !isFirst { out.insert(UInt8(ascii: ","), at: out.count - 1) }
        isFirst = false
      }
      // A carriage return alone would be another line.
      out += line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      out.append(UInt8(ascii: "\n"))
    }
    return out + Array("]".utf8)
  }
}

extension Tree {
  /// What is written, for a value that is no list and no map.
  var text: String? {
    if case .scalar(let text, _) = value { return text }
    return nil
  }
}
