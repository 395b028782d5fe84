internal import CXML

/// The beginning of an element, while a text is read piece by piece.
public struct Tag: Sendable {
  /// Without its prefix.
  public let name: String
  fileprivate(set) var attributes: [(name: String, isQualified: Bool, value: String)] = []

  /// The value of an attribute without a prefix.
  public subscript(name: String) -> String? {
    attributes.first { $0.name == name && !$0.isQualified }?.value
  }

  /// The value of an attribute with a prefix, whichever that is.
  public subscript(prefixed name: String) -> String? {
    attributes.first { $0.name == name && $0.isQualified }?.value
  }
}

/// Who is told what stands in a text that is read piece by piece. Each says whether to go on.
public protocol Listener: AnyObject {
  func begin(_ tag: Tag) -> Bool
  /// `text` is what stands between the last tag and this one: all that is in an element of words alone.
  func end(_ name: String, text: [UInt8]) -> Bool
}

/// How much of a stranger's XML is read piece by piece.
public struct EventLimits: Sendable {
  public var depth = 64
  /// Bytes between two tags.
  public var text = 1 << 20
  public var attributes = 200
  /// Different names of elements, attributes and namespaces.
  public var names = 5000
  /// The names of the namespaces that are told. Elements of others are passed over, with all that is in them.
  public var namespaces: Set<String>

  public init(namespaces: Set<String>) { self.namespaces = namespaces }
}

/// An XML text that is read piece by piece, whatever its length: UTF-8 or UTF-16, without a document type. Nothing is
/// fetched, and no entity but the five of XML stands for anything.
@safe public final class EventReader {
  private let listener: any Listener
  private let limits: EventLimits
  private var context: xmlParserCtxtPtr?
  private var error: XMLError?
  private var hasStopped = false
  private var hasRoot = false

  private var depth = 0
  /// The depth of the element that is passed over with all that is in it.
  private var passedOver: Int?
  private var text: [UInt8] = []
  /// libxml2 keeps each name once, so that its address says which it is; it lives as long as the text is read.
  private var names: [UnsafeRawPointer: String] = unsafe [:]
  private var told: [UnsafeRawPointer: Bool] = unsafe [:]

  public init(_ listener: any Listener, limits: EventLimits) {
    (self.listener, self.limits) = (listener, limits)
    xmlInitParser()
    var handler = unsafe xmlSAXHandler()
    unsafe handler.initialized = XML_SAX2_MAGIC
    unsafe handler.internalSubset = { me, _, _, _ in
      unsafe EventReader.at(me)?.refuse(
        "a document type", help: "remove <!DOCTYPE …>; nothing needs it")
    }
    unsafe handler.startElementNs = { me, name, _, namespace, spaces, pairs, count, _, attributes in
      guard let reader = unsafe EventReader.at(me) else { return }
      unsafe reader.know(pairs, 2 * Int(spaces))
      unsafe reader.begin(name, namespace, Int(count), attributes)
    }
    unsafe handler.processingInstruction = { me, name, _ in
      guard let name = unsafe name else { return }
      _ = unsafe EventReader.at(me)?.name(name)
    }
    unsafe handler.endElementNs = { me, name, _, _ in unsafe EventReader.at(me)?.end(name) }
    unsafe handler.characters = { me, start, count in
      unsafe EventReader.at(me)?.keep(start, Int(count))
    }
    unsafe handler.ignorableWhitespace = { me, start, count in
      unsafe EventReader.at(me)?.keep(start, Int(count))
    }
    unsafe handler.cdataBlock = { me, start, count in
      unsafe EventReader.at(me)?.keep(start, Int(count))
    }
    let me = unsafe Unmanaged.passUnretained(self).toOpaque()
    unsafe context = xmlCreatePushParserCtxt(&handler, me, nil, 0, nil)
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
      | XML_PARSE_IGNORE_ENC.rawValue
    if let context = unsafe context { _ = unsafe xmlCtxtUseOptions(context, Int32(options)) }
  }

  deinit { if let context = unsafe context { unsafe xmlFreeParserCtxt(context) } }

  private static func at(_ me: UnsafeMutableRawPointer?) -> EventReader? {
    unsafe me.map { unsafe Unmanaged<EventReader>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Reads the next bytes; whether to go on.
  public func read(_ bytes: ArraySlice<UInt8>) throws(XMLError) -> Bool {
    guard !hasStopped else { return false }
    guard let context = unsafe context else {
      throw problem("no memory to read the file", "try again")
    }
    let code = unsafe bytes.withUnsafeBytes { bytes in
      unsafe xmlParseChunk(
        context, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), 0)
    }
    try check(code)
    return !hasStopped
  }

  /// Says that no more follows.
  public func finish() throws(XMLError) {
    guard !hasStopped, let context = unsafe context else { return }
    try check(unsafe xmlParseChunk(context, nil, 0, 1))
    guard hasRoot || hasStopped else { throw problem("no element", "a part of the file is empty") }
  }

  private func check(_ code: Int32) throws(XMLError) {
    if let error { throw error }
    // A name of a namespace that is no address is no harm.
    guard code != 0, !hasStopped, let context = unsafe context,
      unsafe context.pointee.wellFormed == 0
    else { return }
    var message = "this is not XML"
    if let said = unsafe context.pointee.lastError.message {
      message += ": \(unsafe String(cString: said).prefix { !$0.isNewline })"
    }
    throw problem(message, "well-formed XML, each element closed")
  }

  private func problem(_ message: String, _ help: String) -> XMLError {
    var mark = Mark(line: 1, column: 1)
    if let context = unsafe context, let input = unsafe context.pointee.input {
      mark = unsafe Mark(
        line: max(1, Int(input.pointee.line)), column: max(1, Int(input.pointee.col)))
    }
    return XMLError(message: message, help: help, start: mark, end: mark)
  }

  private func refuse(_ message: String, help: String) {
    if error == nil { error = problem(message, help) }
    stop()
  }

  private func stop() {
    hasStopped = true
    if let context = unsafe context { unsafe xmlStopParser(context) }
  }

  /// The name at `pointer`, which counts: libxml2 keeps all names that a text has, and one may invent them without end.
  private func name(_ pointer: UnsafePointer<xmlChar>) -> String {
    if let name = unsafe names[UnsafeRawPointer(pointer)] { return name }
    if unsafe names.count == limits.names {
      refuse("more than \(limits.names) names of elements and attributes", help: "take some away")
      return ""
    }
    let name = unsafe String(cString: pointer)
    unsafe names[UnsafeRawPointer(pointer)] = name
    return name
  }

  private func isTold(_ namespace: UnsafePointer<xmlChar>?) -> Bool {
    guard let namespace = unsafe namespace else { return limits.namespaces.contains("") }
    if let known = unsafe told[UnsafeRawPointer(namespace)] { return known }
    let isTold = unsafe limits.namespaces.contains(String(cString: namespace))
    unsafe told[UnsafeRawPointer(namespace)] = isTold
    return isTold
  }

  private func begin(
    _ name: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?, _ count: Int,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard !hasStopped, let name = unsafe name else { return }
    hasRoot = true
    depth += 1
    guard depth <= limits.depth else {
      return refuse("nested more than \(limits.depth) levels deep", help: "take it apart")
    }
    guard count <= limits.attributes else {
      return refuse("more than \(limits.attributes) attributes", help: "take some away")
    }
    text.removeAll(keepingCapacity: true)
    var tag = unsafe Tag(name: self.name(name))
    if passedOver == nil, unsafe !isTold(namespace) { passedOver = depth }
    guard passedOver == nil else {
      for index in 0..<count { unsafe know(attributes.map { unsafe $0 + 5 * index }, 2) }
      return
    }
    // "pointer to the array of (localname/prefix/URI/value/end) attribute values"
    if count > 0, let attributes = unsafe attributes {
      tag.attributes.reserveCapacity(count)
      for index in stride(from: 0, to: 5 * count, by: 5) {
        guard let name = unsafe attributes[index], let start = unsafe attributes[index + 3],
          let end = unsafe attributes[index + 4]
        else { continue }
        let value = unsafe String(
          decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
        unsafe tag.attributes.append((self.name(name), attributes[index + 1] != nil, value))
      }
    }
    if !hasStopped, !listener.begin(tag) { stop() }
  }

  /// Counts the names at `pointers`, some of which may be none.
  private func know(_ pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int) {
    guard let pointers = unsafe pointers else { return }
    for index in 0..<count where !hasStopped {
      if let pointer = unsafe pointers[index] { _ = unsafe name(pointer) }
    }
  }

  private func end(_ name: UnsafePointer<xmlChar>?) {
    guard !hasStopped, let name = unsafe name else { return }
    depth -= 1
    if let passed = passedOver {
      if depth < passed { passedOver = nil }
    } else if unsafe !listener.end(self.name(name), text: text) {
      stop()
    }
    text.removeAll(keepingCapacity: true)
  }

  private func keep(_ start: UnsafePointer<xmlChar>?, _ count: Int) {
    guard !hasStopped, passedOver == nil, let start = unsafe start else { return }
    guard text.count + count <= limits.text else {
      return refuse("a text of more than \(limits.text) bytes", help: "shorten it")
    }
    unsafe text.append(contentsOf: UnsafeBufferPointer(start: start, count: count))
  }
}
