package import BlazonSource
internal import YAML

/// How much of a stranger's text is read as a tree.
package struct TreeLimits: Sendable {
  package var bytes = 1 << 20
  package var depth = 32
  /// Values in one file.
  package var nodes = 100_000
  /// Bytes of one value.
  package var scalar = 1 << 16

  package init() {}

  fileprivate var yaml: YAML.Limits {
    var limits = YAML.Limits()
    (limits.bytes, limits.depth, limits.nodes, limits.scalar) = (bytes, depth, nodes, scalar)
    return limits
  }
}

/// Why a text is no tree.
package struct TreeError: Error {
  package var message: String
  package var help: String?
  package var place: Place
}

extension Tree {
  /// The tree of a document in YAML, or in JSON if the file's name ends in `.json`; `nil` if it is empty.
  package static func document(
    in source: SourceText, limits: TreeLimits = TreeLimits()
  ) throws(TreeError) -> Tree? {
    ReadingCount.add()
    let json = source.name.lowercased().hasSuffix(".json") ? JSONText(source.bytes) : nil
    let text = Text(source: source, json: json)
    do throws(YAMLError) {
      return try parse(json?.bytes ?? source.bytes, limits: limits.yaml).map { Tree($0, text) }
    } catch {
      let place = text.place(error.start, error.end)
      let message =
        json == nil
        ? error.message : error.message.replacing("this is not YAML", with: "this is not JSON")
      throw TreeError(message: message, help: Tree.help(at: place, error), place: place)
    }
  }

  /// The tree of a document; `nil` when it is empty or broken, which is then reported.
  package init?(_ source: SourceText, report: inout Report) {
    do throws(TreeError) {
      guard let tree = try Tree.document(in: source) else {
        let first = Position(line: 1, column: 1)
        report.error(
          "the file is empty", at: Place(source, start: first, end: first),
          help: "begin with “blazon: 1”")
        return nil
      }
      self = tree
    } catch {
      report.error(error.message, at: error.place, help: error.help)
      return nil
    }
  }

  /// Templates and colours that want quotes are the commonest accidents.
  private static func help(at place: Place, _ error: YAMLError) -> String? {
    guard let line = place.source.line(place.start.line) else { return error.help }
    if line.prefix(while: \.isWhitespace).contains("\t") {
      return "indent with spaces, not with tabs"
    }
    if line.contains("{{") { return "text that begins with {{ needs quotes" }
    if let help = Tree.helpForSign(in: line) { return help }
    if let before = place.source.line(place.start.line - 1),
      let help = Tree.helpForColon(in: before)
    {
      return help
    }
    if error.message.hasSuffix("mapping values are not allowed in this context") {
      return "a text with a colon and a space in it needs quotes; a key begins a line of its own"
    }
    if error.message.hasSuffix("did not find expected ',' or '}'")
      || error.message.hasSuffix("did not find expected ',' or ']'")
    {
      return "commas stand between the entries of {…} and […]"
    }
    if error.message.hasSuffix("did not find expected key") {
      return "the keys of one map begin in one column" + (error.help.map { ": \($0)" } ?? "")
    }
    return error.help
  }

  /// Where the value on `line` begins with a sign that means something in YAML.
  static func helpForSign(in line: String) -> String? {
    guard let colon = line.ranges(of: ": ").first else { return nil }
    let key = line[..<colon.lowerBound].drop { $0 == " " || $0 == "-" }
    var value = line[colon.upperBound...].drop { $0 == " " }
    while value.last == " " || value.last == "\r" { value.removeLast() }
    guard let sign = value.first, "@%`\"'[{*&!>|".contains(sign), value.count < 200,
      key.utf8.allSatisfy({ (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "-") })
    else { return nil }
    // A list, a map or a text in quotes that is whole is none of them.
    let closing: [Character: Character] = ["[": "]", "{": "}", "\"": "\"", "'": "'"]
    if let last = closing[sign], value.count > 1, value.last == last { return nil }
    let quoted = value.contains("\"") ? "'\(value.replacing("'", with: "''"))'" : "\"\(value)\""
    return "a text that begins with \(sign) needs quotes: \(key): \(quoted)"
  }

  /// Where `line` has a key, a colon and a value without a blank between them.
  private static func helpForColon(in line: String) -> String? {
    let text = line.drop { $0 == " " }
    guard let colon = text.firstIndex(of: ":"), !text.contains(": "), !text.hasSuffix(":"),
      text[..<colon].utf8.allSatisfy({ (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "-") }),
      colon > text.startIndex, !text[colon...].hasPrefix("://")
    else { return nil }
    return "write a blank behind the colon: \(text[..<colon]): \(text[text.index(after: colon)...])"
  }

  /// A source, and how it was written anew for the parser.
  private struct Text {
    let source: SourceText
    let json: JSONText?

    func place(_ start: Mark, _ end: Mark) -> Place {
      Place(source, start: position(start), end: position(end))
    }

    private func position(_ mark: Mark) -> Position {
      let position = Position(line: mark.line, column: mark.column)
      return json?.original(position) ?? position
    }
  }

  private init(_ node: Node, _ text: Text) {
    let value: Value
    switch node.value {
    case .scalar(let words, let isPlain): value = .scalar(words, isPlain: isPlain)
    case .sequence(let items): value = .list(items.map { Tree($0, text) })
    case .mapping(let entries):
      value = .map(
        entries.map { entry in
          guard case .scalar(let name, _) = entry.key.value else {
            preconditionFailure("the parser lets only scalars be keys")
          }
          let place = text.place(entry.key.start, entry.key.end)
          return Entry(key: Located(name, place), value: Tree(entry.value, text))
        })
    }
    self.init(value, text.place(node.start, node.end))
  }
}
