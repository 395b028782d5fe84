internal import BlazonForm
internal import BlazonSource

extension LedgerReader {
  /// `blazon: 1`, and under `awards` a list of maps.
  mutating func readYAML() {
    guard let items = YAMLLedger(source, limits: limits, &findings)?.awards else { return }
    for (count, item) in items.enumerated() {
      if isFull(at: item.place, count) { return }
      if let record = record(item) { add(record) }
    }
  }

  private mutating func record(_ tree: Tree) -> Record? {
    guard let entries = tree.entries else {
      findings.error(
        "an award is a map of keys and values", at: tree.place,
        help: "as in {name: …, handle: …, badge: …, issued: 2026-10-14}")
      return nil
    }
    var record = Record(at: entries.first?.key.place ?? tree.place)
    var unknown = false
    for entry in entries {
      let name = entry.key.value
      guard let key = AwardKey(rawValue: name) else {
        unknown = true
        findings.error(
          "unknown key “\(name.prefix(60))” in an award", at: entry.key.place,
          help: helpText(for: name, among: AwardKey.names))
        continue
      }
      read(entry, key, into: &record)
    }
    return unknown && record.isBare ? nil : record
  }

  private mutating func read(_ entry: Tree.Entry, _ key: AwardKey, into record: inout Record) {
    let value = entry.value
    if value.isNull { return }
    if key == .links, case .list(let items) = value.value {
      for item in items {
        guard let text = item.text else {
          findings.error("expected a web address", at: item.place)
          continue
        }
        record.links.append(Located(text, item.place))
      }
      return
    }
    guard case .scalar(let text, let isPlain) = value.value else {
      record.reported.insert(key)
      findings.error(
        "expected \(key == .links ? "a list of web addresses" : "text")", at: value.place,
        help: "\(key.rawValue) is \(key.summary)")
      return
    }
    guard !text.allSatisfy(\.isWhitespace) else {
      record.reported.insert(key)
      findings.error(
        "“\(key.rawValue)” has no value", at: isPlain ? entry.key.place : value.place,
        help: AwardKey.required.contains(key)
          ? "\(key.rawValue) is \(key.summary)" : "write one, or leave the key out")
      return
    }
    if key == .links {
      record.links = text.split(whereSeparator: \.isWhitespace).map {
        Located(String($0), value.place)
      }
    } else {
      record.set(key, Located(text, value.place))
    }
  }
}

/// A ledger in YAML or JSON as trees, checked down to its list of awards.
struct YAMLLedger {
  let awards: [Tree]
  /// The list that they stand in.
  let list: Tree

  /// `nil` if there is no such list; everything wrong is among the findings.
  init?(_ source: SourceText, limits: Ledger.Limits, _ findings: inout Findings) {
    let first = Position(line: 1, column: 1)
    let start = Place(source, start: first, end: first)
    let form = "begin with “blazon: 1”, and list the awards under “awards:”"
    do throws(TreeError) {
      guard let tree = try Tree.document(in: source, limits: YAMLLedger.limits(limits)) else {
        findings.error("the file is empty", at: start, help: form)
        return nil
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

extension Tree {
  /// What is written, for a value that is no list and no map.
  var text: String? {
    if case .scalar(let text, _) = value { return text }
    return nil
  }
}
