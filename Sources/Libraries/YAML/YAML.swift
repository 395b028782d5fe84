internal import CYAML

/// A place in a YAML text. Lines and columns start at 1; columns count Unicode scalars.
public struct Mark: Hashable, Sendable {
  public var line: Int, column: Int

  public init(line: Int, column: Int) { (self.line, self.column) = (line, column) }

  init(_ mark: yaml_mark_t) {
    line = Int(mark.line) + 1
    column = Int(mark.column) + 1
  }
}

/// A YAML value with the place it came from.
public struct Node: Hashable, Sendable {
  public indirect enum Value: Hashable, Sendable {
    /// `isPlain`: written without quotes, so that `null` and `true` mean what YAML says.
    case scalar(String, isPlain: Bool)
    case sequence([Node])
    case mapping([Entry])
  }

  public struct Entry: Hashable, Sendable {
    public var key: Node, value: Node
  }

  public var value: Value
  public var start: Mark, end: Mark
}

/// What is wrong in a YAML text, and where.
public struct YAMLError: Error, Hashable, Sendable {
  public var message: String
  public var help: String?
  public var start: Mark, end: Mark

  init(_ message: String, help: String? = nil, _ start: Mark, _ end: Mark? = nil) {
    (self.message, self.help, self.start, self.end) = (message, help, start, end ?? start)
  }
}

/// How much of a stranger's YAML is read.
public struct Limits: Sendable {
  public var bytes = 1 << 20
  public var depth = 32
  public var nodes = 100_000
  /// Nodes that aliases stand for, all together.
  public var aliasExpansion = 10_000
  /// Bytes of one scalar.
  public var scalar = 1 << 16

  public init() {}
}

/// The one document in `text`, YAML 1.2 core schema left to the reader; `nil` if there is none.
public func parse(_ text: [UInt8], limits: Limits = Limits()) throws(YAMLError) -> Node? {
  let start = Mark(line: 1, column: 1)
  guard text.count <= limits.bytes else {
    throw YAMLError("the file has more than \(limits.bytes) bytes", start)
  }
  if let offset = invalidUTF8(in: text) {
    throw YAMLError(
      "the text is not UTF-8", help: "save the file as UTF-8", mark(of: offset, in: text))
  }
  if let (offset, name) = oddLineBreak(in: text) {
    throw YAMLError(
      "the invisible line break \(name)", help: "remove it", mark(of: offset, in: text))
  }
  // libyaml skips a byte order mark only where it may guess the encoding.
  let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
  var parser = Parser(limits: limits)
  return try parser.document(of: text.starts(with: mark) ? Array(text.dropFirst(3)) : text)
}

/// The offset of the first byte that is not UTF-8.
private func invalidUTF8(in text: [UInt8]) -> Int? {
  var decoder = UTF8()
  var iterator = text.makeIterator()
  var offset = 0
  while true {
    switch decoder.decode(&iterator) {
    case .scalarValue(let scalar): offset += UTF8.width(scalar)
    case .emptyInput: return nil
    case .error: return offset
    }
  }
}

/// The first line break that YAML 1.1 knows and editors do not show: it would shift all places.
private func oddLineBreak(in text: [UInt8]) -> (offset: Int, name: String)? {
  for index in text.indices.dropLast() {
    if text[index] == 0xC2, text[index + 1] == 0x85 { return (index, "U+0085") }
    guard text[index] == 0xE2, index + 2 < text.count, text[index + 1] == 0x80 else { continue }
    if text[index + 2] == 0xA8 { return (index, "U+2028") }
    if text[index + 2] == 0xA9 { return (index, "U+2029") }
  }
  return nil
}

/// The place of the byte at `offset`. libyaml's reader errors give an offset and a useless line.
private func mark(of offset: Int, in text: [UInt8]) -> Mark {
  var mark = Mark(line: 1, column: 1)
  for byte in text.prefix(offset) {
    if byte == UInt8(ascii: "\n") {
      mark.line += 1
      mark.column = 1
    } else if byte & 0xC0 != 0x80 {
      mark.column += 1
    }
  }
  return mark
}

@safe private struct Parser {
  private struct Event {
    var kind: yaml_event_type_t
    var start: Mark, end: Mark
    var anchor: String?
    var tag: String?
    var text = ""
    var isPlain = false
  }

  private let limits: Limits
  private var anchors: [String: (node: Node, cost: Int)] = [:]
  private var nodes = 0
  private var expanded = 0
  private var parser = unsafe yaml_parser_t()
  private var text: [UInt8] = []

  init(limits: Limits) { self.limits = limits }

  mutating func document(of text: [UInt8]) throws(YAMLError) -> Node? {
    self.text = text
    guard unsafe yaml_parser_initialize(&parser) != 0 else {
      throw YAMLError("out of memory", Mark(line: 1, column: 1))
    }
    defer { unsafe yaml_parser_delete(&parser) }
    // libyaml keeps the address of its input.
    let input = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, text.count))
    defer { unsafe input.deallocate() }
    _ = unsafe input.initialize(from: text)
    unsafe yaml_parser_set_input_string(&parser, input.baseAddress, text.count)
    unsafe yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)

    _ = try next()  // the stream's start
    let opening = try next()
    guard opening.kind != YAML_STREAM_END_EVENT else { return nil }
    let root = try node(try next(), depth: 1).node
    _ = try next()  // the document's end
    let last = try next()
    guard last.kind == YAML_STREAM_END_EVENT else {
      throw YAMLError("a file holds one document; here begins a second", last.start)
    }
    return root
  }

  private mutating func next() throws(YAMLError) -> Event {
    var raw = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(&parser, &raw) != 0 else { throw syntaxError() }
    defer { unsafe yaml_event_delete(&raw) }
    func string(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
      unsafe pointer.map { unsafe String(cString: $0) }
    }
    var event = unsafe Event(kind: raw.type, start: Mark(raw.start_mark), end: Mark(raw.end_mark))
    switch unsafe raw.type {
    case YAML_ALIAS_EVENT: event.anchor = unsafe string(raw.data.alias.anchor)
    case YAML_SCALAR_EVENT:
      let scalar = unsafe raw.data.scalar
      event.anchor = unsafe string(scalar.anchor)
      event.tag = unsafe string(scalar.tag)
      event.isPlain = unsafe scalar.style == YAML_PLAIN_SCALAR_STYLE
      event.text = unsafe String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
    case YAML_SEQUENCE_START_EVENT:
      event.anchor = unsafe string(raw.data.sequence_start.anchor)
      event.tag = unsafe string(raw.data.sequence_start.tag)
    case YAML_MAPPING_START_EVENT:
      event.anchor = unsafe string(raw.data.mapping_start.anchor)
      event.tag = unsafe string(raw.data.mapping_start.tag)
    default: break
    }
    if event.tag != nil {
      throw YAMLError(
        "tags (here “\(event.tag ?? "")”) are not part of this language",
        help: "leave the tag out", event.start, event.end)
    }
    return event
  }

  private func syntaxError() -> YAMLError {
    let problem = unsafe parser.problem.map { unsafe String(cString: $0) } ?? "this is not YAML"
    if unsafe parser.error == YAML_READER_ERROR {
      let help =
        problem == "control characters are not allowed" ? "remove the invisible character" : nil
      return unsafe YAMLError(problem, help: help, mark(of: Int(parser.problem_offset), in: text))
    }
    let refused = unsafe Mark(parser.problem_mark)
    if let error = Brackets.error(in: text, refusedAt: refused) { return error }
    // Some contexts say no more than that a token was looked for where it was not found.
    let context = unsafe parser.context.map { unsafe String(cString: $0) }
    let isElsewhere = unsafe parser.context_mark.line != parser.problem_mark.line
    return YAMLError(
      "this is not YAML: \(problem)",
      help: isElsewhere
        ? context.map { unsafe "\($0) that began on line \(parser.context_mark.line + 1)" } : nil,
      refused)
  }

  /// The cost is the number of nodes under it once aliases are expanded: what a hostile text makes
  /// explode.
  private mutating func node(
    _ event: Event, depth: Int
  ) throws(YAMLError) -> (node: Node, cost: Int) {
    guard depth <= limits.depth else {
      throw YAMLError("nested more than \(limits.depth) levels deep", event.start)
    }
    nodes += 1
    guard nodes <= limits.nodes else {
      throw YAMLError("more than \(limits.nodes) values in one file", event.start)
    }
    switch event.kind {
    case YAML_ALIAS_EVENT: return try alias(event, depth: depth)
    case YAML_SCALAR_EVENT:
      guard event.text.utf8.count <= limits.scalar else {
        throw YAMLError("a value of more than \(limits.scalar) bytes", event.start)
      }
      return finish(.scalar(event.text, isPlain: event.isPlain), event, end: event.end, cost: 1)
    case YAML_SEQUENCE_START_EVENT:
      var items: [Node] = []
      var cost = 1
      while true {
        let child = try next()
        guard child.kind != YAML_SEQUENCE_END_EVENT else {
          return finish(.sequence(items), event, end: child.end, cost: cost)
        }
        let (item, itemCost) = try node(child, depth: depth + 1)
        items.append(item)
        cost += itemCost
      }
    case YAML_MAPPING_START_EVENT: return try mapping(event, depth: depth)
    default: throw YAMLError("this is not YAML", event.start)
    }
  }

  private mutating func alias(
    _ event: Event, depth: Int
  ) throws(YAMLError) -> (node: Node, cost: Int) {
    let name = event.anchor ?? ""
    guard let (node, cost) = anchors[name] else {
      throw YAMLError("no “&\(name)” stands before this “*\(name)”", event.start, event.end)
    }
    expanded += cost
    guard expanded <= limits.aliasExpansion else {
      throw YAMLError(
        "aliases stand for more than \(limits.aliasExpansion) values", event.start, event.end)
    }
    guard depth + height(of: node) - 1 <= limits.depth else {
      throw YAMLError("nested more than \(limits.depth) levels deep", event.start, event.end)
    }
    return (node, cost)
  }

  /// The levels of `node`, itself included.
  private func height(of node: Node) -> Int {
    switch node.value {
    case .scalar: 1
    case .sequence(let items): 1 + (items.map(height).max() ?? 0)
    case .mapping(let entries): 1 + (entries.map { height(of: $0.value) }.max() ?? 0)
    }
  }

  private mutating func mapping(
    _ event: Event, depth: Int
  ) throws(YAMLError) -> (node: Node, cost: Int) {
    var entries: [Node.Entry] = []
    var seen = Set<String>()
    var cost = 1
    while true {
      let child = try next()
      guard child.kind != YAML_MAPPING_END_EVENT else {
        return finish(.mapping(entries), event, end: child.end, cost: cost)
      }
      let (key, keyCost) = try node(child, depth: depth + 1)
      guard case .scalar(let name, _) = key.value else {
        throw YAMLError("a key is a word, not a list or a map", key.start, key.end)
      }
      guard name != "<<" else {
        throw YAMLError(
          "merge keys (<<) are not part of this language", help: "use “extends”", key.start, key.end
        )
      }
      guard seen.insert(name).inserted else {
        let first = entries.first { $0.key.value == key.value }?.key.start.line ?? 1
        throw YAMLError(
          "the key “\(name)” is given twice", help: "the first stands on line \(first)", key.start,
          key.end)
      }
      let (value, valueCost) = try node(try next(), depth: depth + 1)
      entries.append(.init(key: key, value: value))
      cost += keyCost + valueCost
    }
  }

  private mutating func finish(
    _ value: Node.Value, _ event: Event, end: Mark, cost: Int
  ) -> (node: Node, cost: Int) {
    let node = Node(value: value, start: event.start, end: end)
    if let anchor = event.anchor { anchors[anchor] = (node, cost) }
    return (node, cost)
  }
}
