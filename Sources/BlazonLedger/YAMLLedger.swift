internal import BlazonSource
internal import YAML

extension LedgerReader {
  /// `blazon: 1`, and under `awards` a list of maps.
  mutating func readYAML() {
    guard let items = YAMLLedger(source, limits: limits, &findings)?.awards else { return }
    for (count, item) in items.enumerated() {
      if isFull(at: place(of: item), count) { return }
      if let record = record(item) { add(record) }
    }
  }

  private func place(of node: Node) -> Place { Place(source, node) }

  private mutating func record(_ node: Node) -> Record? {
    guard case .mapping(let entries) = node.value else {
      findings.error(
        "an award is a map of keys and values", at: place(of: node),
        help: "as in {name: …, handle: …, badge: …, issued: 2026-10-14}")
      return nil
    }
    var record = Record(at: Place(source, firstLineOf: node))
    var unknown = false
    for entry in entries {
      let name = entry.key.text ?? ""
      guard let key = AwardKey(rawValue: name) else {
        unknown = true
        findings.error(
          "unknown key “\(name.prefix(60))” in an award", at: place(of: entry.key),
          help: helpText(for: name, among: AwardKey.names))
        continue
      }
      read(entry, key, into: &record)
    }
    return unknown && record.isBare ? nil : record
  }

  private mutating func read(_ entry: Node.Entry, _ key: AwardKey, into record: inout Record) {
    let value = entry.value
    if value.isNull { return }
    if key == .links, case .sequence(let items) = value.value {
      for item in items {
        guard let text = item.text else {
          findings.error("expected a web address", at: place(of: item))
          continue
        }
        record.links.append(Located(text, place(of: item)))
      }
      return
    }
    guard case .scalar(let text, let isPlain) = value.value else {
      record.reported.insert(key)
      findings.error(
        "expected \(key == .links ? "a list of web addresses" : "text")", at: place(of: value),
        help: "\(key.rawValue) is \(key.summary)")
      return
    }
    guard !text.allSatisfy(\.isWhitespace) else {
      record.reported.insert(key)
      findings.error(
        "“\(key.rawValue)” has no value", at: place(of: isPlain ? entry.key : value),
        help: AwardKey.required.contains(key)
          ? "\(key.rawValue) is \(key.summary)" : "write one, or leave the key out")
      return
    }
    if key == .links {
      record.links = text.split(whereSeparator: \.isWhitespace).map {
        Located(String($0), place(of: value))
      }
    } else {
      record.set(key, Located(text, place(of: value)))
    }
  }
}

/// A ledger in YAML as nodes, checked down to its list of awards.
struct YAMLLedger {
  let awards: [Node]

  /// `nil` if there is no such list; everything wrong is among the findings.
  init?(_ source: SourceText, limits: Ledger.Limits, _ findings: inout Findings) {
    let first = Position(line: 1, column: 1)
    let start = Place(source, start: first, end: first)
    let form = "begin with “blazon: 1”, and list the awards under “awards:”"
    do throws(YAMLError) {
      guard let node = try YAML.parse(source.bytes, limits: YAMLLedger.limits(limits)) else {
        findings.error("the file is empty", at: start, help: form)
        return nil
      }
      guard case .mapping(let entries) = node.value else {
        findings.error("a ledger is a map of keys and values", at: start, help: form)
        return nil
      }
      guard let items = YAMLLedger.items(of: entries, source, start, &findings) else { return nil }
      awards = items
    } catch {
      let place = Place(source, start: Position(error.start), end: Position(error.end))
      findings.error(error.message, at: place, help: error.help)
      return nil
    }
  }

  private static func items(
    of entries: [Node.Entry], _ source: SourceText, _ start: Place, _ findings: inout Findings
  ) -> [Node]? {
    var version: Node?
    var awards: Node.Entry?
    for entry in entries {
      let name = entry.key.text ?? ""
      switch name {
      case "blazon": version = entry.value
      case "awards": awards = entry
      default:
        findings.error(
          "unknown key “\(name.prefix(60))” in a ledger", at: Place(source, entry.key),
          help: helpText(for: name, among: ["blazon", "awards"]))
      }
    }
    if let version {
      if version.text != "1" {
        findings.error(
          "this release reads version 1 of the language", at: Place(source, version),
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
    if case .sequence(let items) = awards.value.value { return items }
    findings.error(
      "awards are a list", at: Place(source, awards.key),
      help: "begin each with “- ”; an empty ledger says awards: []")
    return nil
  }

  private static func limits(_ limits: Ledger.Limits) -> YAML.Limits {
    var own = YAML.Limits()
    own.bytes = limits.yamlBytes
    own.depth = 8
    own.nodes = 1_000_000
    own.scalar = limits.field
    return own
  }
}

extension Node {
  var text: String? {
    if case .scalar(let text, _) = value { return text }
    return nil
  }

  fileprivate var isNull: Bool {
    if case .scalar(let text, isPlain: true) = value {
      return ["null", "Null", "NULL", "~"].contains(text)
    }
    return false
  }
}

extension Position {
  init(_ mark: Mark) { self.init(line: mark.line, column: mark.column) }
}

extension Place {
  init(_ source: SourceText, _ node: Node) {
    self.init(source, start: Position(node.start), end: Position(node.end))
  }

  /// Of a map, its first key: a caret under the whole of it would say no more.
  fileprivate init(_ source: SourceText, firstLineOf map: Node) {
    guard case .mapping(let entries) = map.value, let first = entries.first else {
      self.init(source, map)
      return
    }
    self.init(source, start: Position(first.key.start), end: Position(first.key.end))
  }
}
