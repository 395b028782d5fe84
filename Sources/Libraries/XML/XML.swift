internal import CXML

/// A place in an XML text. Lines and columns start at 1; columns count Unicode scalars.
public struct Mark: Hashable, Sendable {
  public var line: Int, column: Int

  public init(line: Int, column: Int) { (self.line, self.column) = (line, column) }
}

/// An attribute, without the declarations of namespaces.
public struct Attribute: Hashable, Sendable {
  /// With its prefix, as it is written.
  public var name: String
  public var namespace: String?
  public var value: String
  /// Where the name stands.
  public var start: Mark, end: Mark

  /// One without a namespace.
  public init(name: String, value: String, start: Mark, end: Mark) {
    (self.name, self.value, self.start, self.end) = (name, value, start, end)
  }

  init(name: String, namespace: String?, value: String, start: Mark, end: Mark) {
    self.init(name: name, value: value, start: start, end: end)
    self.namespace = namespace
  }
}

/// An element with the place of its name.
public struct Element: Hashable, Sendable {
  /// With its prefix, as it is written.
  public var name: String
  public var localName: String
  public var namespace: String?
  public var attributes: [Attribute]
  public var children: [Element] = []
  /// What stands directly in it, beside its children: character data and CDATA.
  public var text = ""
  /// How much of the text of the element that it stands in stands before it, in bytes of UTF-8: by this the order of
  /// words and elements is known, at the price of a number an element.
  public var textOffset = 0
  public var start: Mark, end: Mark
}

/// What is wrong in an XML text, and where.
public struct XMLError: Error, Hashable, Sendable {
  public var message: String
  public var help: String
  public var start: Mark, end: Mark
}

/// How much of a stranger's XML is read.
public struct Limits: Sendable {
  public var bytes = 1 << 19
  public var depth = 32
  public var elements = 2000
  /// Attributes of one element.
  public var attributes = 100
  /// Whether prefixes that nothing explains are refused, as browsers refuse them (Namespaces in XML 1.0, section 6).
  public var refusesUnknownPrefixes = false
  /// Whether a document type before the first element is passed over that declares nothing itself, or, with
  /// `readsEntities`, nothing but plain words. What it names is not fetched.
  public var passesOverDocumentType = false
  /// Whether entities of plain words that the text itself declares stand for these (XML 1.0, section 4.4).
  public var readsEntities = false

  public init() {}
}

/// The root element of `text`: UTF-8, without a document type unless `limits` say so.
///
/// Nothing is fetched, and nothing but the text is read.
public func parse(_ text: [UInt8], limits: Limits = Limits()) throws(XMLError) -> Element {
  var text = text
  if limits.passesOverDocumentType, text.count <= limits.bytes {
    do throws(DocumentType.Problem) {
      if let type = try DocumentType(in: text, readsEntities: limits.readsEntities) {
        text = try type.resolved(in: text)
      }
    } catch {
      var cursor = Cursor(text)
      cursor.advance(to: error.offset)
      throw XMLError(
        message: error.message, help: "remove it, or save the drawing as plain SVG",
        start: cursor.mark, end: cursor.mark)
    }
  }
  var cursor = Cursor(text)
  func error(_ message: String, _ help: String) -> XMLError {
    XMLError(message: message, help: help, start: cursor.mark, end: cursor.mark)
  }
  guard text.count <= limits.bytes else {
    throw error("the file has more than \(limits.bytes) bytes", "draw it more simply")
  }
  if let offset = invalidUTF8(in: text) {
    cursor.advance(to: offset)
    throw error("the text is not UTF-8", "save the file as UTF-8")
  }
  // A few of them look like another encoding to libxml2, which complains to the standard error itself.
  if let offset = text.firstIndex(of: 0) {
    cursor.advance(to: offset)
    throw error("the invisible character U+0000", "remove it; save the file as UTF-8")
  }
  // Looked for in the bytes, since a parser would read the declarations in it first. That finds one
  // in a comment, too.
  if let offset = cursor.offset(of: "<!DOCTYPE") {
    cursor.advance(to: offset)
    throw error("a document type", "remove <!DOCTYPE …>; nothing needs it")
  }
  if let offset = crowdedTag(in: text, limit: max(1000, 10 * limits.attributes)) {
    cursor.advance(to: offset)
    throw error("more than \(limits.attributes) attributes", "take some away")
  }
  xmlInitParser()
  var reader = Reader(cursor: cursor, limits: limits)
  return try reader.read(text)
}

/// A reading of one text: libxml2 says what stands in it, the cursor follows and says where.
private struct Reader {
  private var cursor: Cursor
  private let limits: Limits
  private var open: [Element] = []
  private var root: Element?
  private var count = 0

  init(cursor: Cursor, limits: Limits) { (self.cursor, self.limits) = (cursor, limits) }

  mutating func read(_ text: [UInt8]) throws(XMLError) -> Element {
    // libxml2 keeps the address of its input.
    let input = UnsafeMutableBufferPointer<CChar>.allocate(capacity: max(1, text.count))
    defer { unsafe input.deallocate() }
    _ = unsafe input.initialize(from: text.map(CChar.init(bitPattern:)))
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
    guard
      let reader = unsafe xmlReaderForMemory(
        input.baseAddress, Int32(text.count), nil, "UTF-8", Int32(options))
    else { throw error("no memory to read the file", "try again") }
    defer { unsafe xmlFreeTextReader(reader) }
    xmlResetLastError()
    while true {
      // "1 if the node was read successfully, 0 if there is no more nodes to read, or -1 in case of
      // error"
      switch unsafe xmlTextReaderRead(reader) {
      case 1: try unsafe take(reader)
      case 0:
        guard let root else { throw error("no element", "an SVG begins with <svg …>") }
        if limits.refusesUnknownPrefixes, let last = unsafe xmlGetLastError(),
          unsafe last.pointee.domain == XML_FROM_NAMESPACE.rawValue
        {
          throw syntaxError(text)
        }
        return root
      default: throw syntaxError(text)
      }
    }
  }

  private mutating func take(_ reader: xmlTextReaderPtr) throws(XMLError) {
    switch unsafe xmlTextReaderNodeType(reader) {
    case 1: try unsafe begin(reader)
    case 15: end()
    // Blanks between elements are a kind of their own (13, 14).
    case 3, 13, 14: unsafe keep(xmlTextReaderConstValue(reader))
    case 4:
      unsafe keep(xmlTextReaderConstValue(reader))
      cursor.skip("<![CDATA[", to: "]]>")
    case 7: cursor.skip("<?", to: "?>")
    case 8: cursor.skip("<!--", to: "-->")
    case 5, 10: throw error("an entity or a document type", "write the characters themselves")
    default: break
    }
  }

  private mutating func begin(_ reader: xmlTextReaderPtr) throws(XMLError) {
    let name = unsafe string(xmlTextReaderConstName(reader)) ?? ""
    let spans = cursor.tag(named: name)
    count += 1
    guard count <= limits.elements else {
      throw error("more than \(limits.elements) elements", "draw it more simply")
    }
    guard open.count < limits.depth else {
      throw error("nested more than \(limits.depth) levels deep", "take groups apart")
    }
    guard spans.attributes.count <= limits.attributes else {
      throw error("more than \(limits.attributes) attributes", "take some away")
    }
    var element = unsafe Element(
      name: name, localName: string(xmlTextReaderConstLocalName(reader)) ?? "",
      namespace: string(xmlTextReaderConstNamespaceUri(reader)), attributes: [],
      start: spans.start, end: spans.end)
    element.textOffset = open.last?.text.utf8.count ?? 0
    let isEmpty = unsafe xmlTextReaderIsEmptyElement(reader) == 1
    while unsafe xmlTextReaderMoveToNextAttribute(reader) == 1 {
      guard unsafe xmlTextReaderIsNamespaceDecl(reader) != 1 else { continue }
      let name = unsafe string(xmlTextReaderConstName(reader)) ?? ""
      let span = spans.attributes[name] ?? (spans.start, spans.end)
      unsafe element.attributes.append(
        Attribute(
          name: name, namespace: string(xmlTextReaderConstNamespaceUri(reader)),
          value: string(xmlTextReaderConstValue(reader)) ?? "", start: span.0, end: span.1))
    }
    open.append(element)
    if isEmpty { end() }
  }

  private mutating func end() {
    guard let element = open.popLast() else { return }
    if open.isEmpty { root = element } else { open[open.count - 1].children.append(element) }
  }

  private mutating func keep(_ text: UnsafePointer<xmlChar>?) {
    guard !open.isEmpty, let text = unsafe string(text) else { return }
    open[open.count - 1].text += text
  }

  private func string(_ pointer: UnsafePointer<xmlChar>?) -> String? {
    unsafe pointer.map { unsafe String(cString: $0) }
  }

  private func error(_ message: String, _ help: String) -> XMLError {
    XMLError(message: message, help: help, start: cursor.tagStart, end: cursor.tagEnd)
  }

  /// What libxml2 could not read. Its last error is the thread's.
  private func syntaxError(_ text: [UInt8]) -> XMLError {
    var message = "this is not XML"
    var mark = Mark(line: 1, column: 1)
    if let last = unsafe xmlGetLastError() {
      if let said = unsafe last.pointee.message {
        let line = unsafe String(cString: said).prefix { !$0.isNewline }
        message += ": \(line)"
      }
      mark = unsafe Mark(
        line: max(1, Int(last.pointee.line)), column: max(1, Int(last.pointee.int2)))
    }
    return XMLError(
      message: message, help: "an SVG is well-formed XML, each element closed", start: mark,
      end: mark)
  }
}

/// A place that moves forward through a text.
private struct Cursor {
  private let bytes: [UInt8]
  private var offset = 0
  private(set) var mark = Mark(line: 1, column: 1)
  /// Where the name of the last tag stands.
  private(set) var tagStart = Mark(line: 1, column: 1)
  private(set) var tagEnd = Mark(line: 1, column: 1)

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func advance(to end: Int) {
    while offset < min(end, bytes.count) {
      if bytes[offset] == UInt8(ascii: "\n") {
        mark.line += 1
        mark.column = 1
      } else if bytes[offset] & 0xC0 != 0x80 {
        mark.column += 1
      }
      offset += 1
    }
  }

  /// Where `piece` stands next.
  func offset(of piece: StaticString) -> Int? {
    offset(of: Array("\(piece)".utf8))
  }

  private func offset(of piece: [UInt8]) -> Int? {
    guard let first = piece.first else { return nil }
    var at = offset
    while at + piece.count <= bytes.count {
      if bytes[at] == first, bytes[at..<at + piece.count].elementsEqual(piece) { return at }
      at += 1
    }
    return nil
  }

  /// Moves behind the next stretch from `start` to `end`. Only in such can `<` stand that begins no
  /// tag.
  mutating func skip(_ start: StaticString, to end: StaticString) {
    if let at = offset(of: start) { advance(to: at + start.utf8CodeUnitCount) }
    if let at = offset(of: end) { advance(to: at + end.utf8CodeUnitCount) }
  }

  /// Moves into the next tag of `name`; where its name and its attributes' names stand.
  mutating func tag(
    named name: String
  ) -> (start: Mark, end: Mark, attributes: [String: (Mark, Mark)]) {
    let piece = [UInt8(ascii: "<")] + Array(name.utf8)
    while let at = offset(of: piece) {
      advance(to: at + 1)
      let after = at + piece.count
      if after >= bytes.count || isBlank(after) || "/>".utf8.contains(bytes[after]) { break }
    }
    tagStart = mark
    advance(to: offset + name.utf8.count)
    tagEnd = mark
    var attributes: [String: (Mark, Mark)] = [:]
    while true {
      advance(to: end { isBlank($0) })
      guard offset < bytes.count, !"/>".utf8.contains(bytes[offset]) else { break }
      let (start, first) = (mark, offset)
      advance(to: end { !isBlank($0) && bytes[$0] != UInt8(ascii: "=") })
      let name = String(decoding: bytes[first..<offset], as: UTF8.self)
      attributes[name] = (start, mark)
      advance(to: end { bytes[$0] != UInt8(ascii: "\"") && bytes[$0] != UInt8(ascii: "'") })
      guard offset < bytes.count else { break }
      let quote = bytes[offset]
      advance(to: offset + 1)
      advance(to: end { bytes[$0] != quote })
      advance(to: offset + 1)
    }
    return (tagStart, tagEnd, attributes)
  }

  private func isBlank(_ at: Int) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) }

  /// Where the stretch from here ends in which `condition` holds.
  private func end(_ condition: (Int) -> Bool) -> Int {
    bytes.indices[offset...].first { !condition($0) } ?? bytes.count
  }
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
