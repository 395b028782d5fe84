package import BlazonJSON

/// Reads JSON-LD 1.1 as RDF, for the contexts of `KnownContext`.
///
/// What JSON-LD would leave out without a word is refused here (“safe mode”), and so is what says
/// the same in a second way: a signature is to cover every byte that a reader believes.
package struct LinkedDataReader {
  /// How much of a stranger's document is read.
  package struct Limits: Sendable {
    package var quads = 2_000
    /// In JSON values within each other.
    package var depth = 64

    package init() {}
  }

  private let limits: Limits
  private var quads: [RDFQuad] = []
  private var blankNodes = 0
  private var pointer = JSONPointer()

  /// The statements of `document`, an object with its `@context`.
  package static func quads(
    of document: JSON, limits: Limits = Limits()
  ) throws(LinkedDataProblem) -> [RDFQuad] {
    var reader = LinkedDataReader(limits: limits)
    guard let members = document.members else { throw reader.problem(notAnObject) }
    guard members.contains(where: { $0.name == "@context" }) else {
      throw reader.problem(noContext)
    }
    _ = try reader.node(members, ActiveContext(), graph: nil)
    guard !reader.quads.isEmpty else { throw reader.problem(nothingSaid) }
    return reader.quads
  }

  private init(limits: Limits) { self.limits = limits }

  private func problem(_ message: String) -> LinkedDataProblem {
    LinkedDataProblem(message, at: pointer.text)
  }

  /// Runs `body` one step further down, at a member's name or an element's index.
  private mutating func at<Result>(
    _ step: JSONPointer.Step, _ body: (inout Self) throws(LinkedDataProblem) -> Result
  ) throws(LinkedDataProblem) -> Result {
    pointer.enter(step)
    guard pointer.depth <= limits.depth else { throw problem(Self.tooDeep(limits.depth)) }
    let result = try body(&self)
    pointer.leave()
    return result
  }

  /// Gives a problem that knows no place the place that has been reached.
  private func placed<Result>(
    _ body: () throws(LinkedDataProblem) -> Result
  ) throws(LinkedDataProblem) -> Result {
    do { return try body() } catch { throw problem(error.message) }
  }

  private mutating func emit(
    _ subject: RDFTerm, _ predicate: ExactText, _ object: RDFTerm, _ graph: RDFTerm?
  ) throws(LinkedDataProblem) {
    guard quads.count < limits.quads else {
      throw problem(CanonicalDataset.tooManyQuads(limits.quads))
    }
    quads.append(RDFQuad(subject, predicate, object, graph: graph))
  }

  private mutating func newBlankNode() -> RDFTerm {
    blankNodes += 1
    return .blank(ExactText("b\(blankNodes - 1)"))
  }

  static let notAnObject = "not an object"

  static let noContext = "no “@context”"

  static let nothingSaid = "nothing is said here"

  static func tooDeep(_ limit: Int) -> String { "nested deeper than \(limit)" }
}

// MARK: Nodes

extension LinkedDataReader {
  /// Reads an object as a node, states what it says in `graph`, and answers the node.
  private mutating func node(
    _ members: [JSON.Member], _ surroundings: ActiveContext, scope: LinkedTerm.Scope? = nil,
    graph: RDFTerm?
  ) throws(LinkedDataProblem) -> RDFTerm {
    var context = surroundings.forNextNode
    if let scope { context.add(propertyScope: scope) }
    if let named = members.value("@context") {
      try at(.name("@context")) { reader throws(LinkedDataProblem) in
        try reader.placed { () throws(LinkedDataProblem) in
          for known in try KnownContext.named(by: named) { try context.add(known.terms) }
        }
      }
    }
    guard !context.isEmpty else { throw problem(Self.noContext) }

    let classes = try classes(members, &context)
    let node = try identity(members) ?? newBlankNode()
    for iri in classes { try emit(node, RDF.type, .iri(iri), graph) }
    for member in members where !["@context", "id", "type"].contains(member.name) {
      try at(.name(member.name)) { reader throws(LinkedDataProblem) in
        guard let term = context.term(member.name), term.kind == .property else {
          throw reader.problem(
            member.name.utf8.first == UInt8(ascii: "@")
              ? Self.keyword(member.name) : Self.undefined(member.name))
        }
        try reader.state(member.value, of: node, term, context, graph)
      }
    }
    return node
  }

  /// The classes of a node, whose scopes `context` gets.
  private mutating func classes(
    _ members: [JSON.Member], _ context: inout ActiveContext
  ) throws(LinkedDataProblem) -> [ExactText] {
    guard let value = members.value("type") else { return [] }
    let outside = context
    return try at(.name("type")) { reader throws(LinkedDataProblem) in
      guard !value.list.isEmpty else { throw reader.problem(Self.dropped("an empty array")) }
      var terms: [LinkedTerm] = []
      for name in value.list {
        guard let name = name.text else { throw reader.problem(Self.notAClass) }
        guard let term = outside.term(name), term.kind == .class else {
          throw reader.problem(Self.unknownClass(name))
        }
        guard !terms.contains(term) else { throw reader.problem(Self.twice(name)) }
        terms.append(term)
      }
      for term in terms.sorted(by: { ExactText($0.name) < ExactText($1.name) }) {
        guard case .terms(let list) = term.scope else { continue }
        try reader.placed { () throws(LinkedDataProblem) in try context.add(classScope: list) }
      }
      return terms.map(\.iri)
    }
  }

  /// The IRI that a node is known by, if it has one.
  private mutating func identity(
    _ members: [JSON.Member]
  ) throws(LinkedDataProblem) -> RDFTerm? {
    guard let value = members.value("id") else { return nil }
    return try at(.name("id")) { reader throws(LinkedDataProblem) in
      guard let text = value.text else { throw reader.problem(Self.notAnIRI("")) }
      return try reader.iri(text)
    }
  }

  private func iri(_ text: String) throws(LinkedDataProblem) -> RDFTerm {
    guard IRI.isAbsolute(text) else { throw problem(Self.notAnIRI(text)) }
    return .iri(ExactText(text))
  }

  static func keyword(_ name: String) -> String {
    "“\(name.clipped)” is not taken here, only “@context”, “id” and “type”"
  }

  static func undefined(_ name: String) -> String { "undefined term “\(name.clipped)”" }

  static func unknownClass(_ name: String) -> String { "unknown type “\(name.clipped)”" }

  static func twice(_ name: String) -> String { "the type “\(name.clipped)” is given twice" }

  static let notAClass = "a type that is not a text"

  static func notAnIRI(_ text: String) -> String {
    text.isEmpty ? "not an IRI" : "not an absolute IRI: “\(text.clipped)”"
  }

  static func dropped(_ what: String) -> String { "\(what) would not be signed" }
}

// MARK: Values

extension LinkedDataReader {
  /// States that `subject` has `value` for its `term`.
  private mutating func state(
    _ value: JSON, of subject: RDFTerm, _ term: LinkedTerm, _ context: ActiveContext,
    _ graph: RDFTerm?
  ) throws(LinkedDataProblem) {
    if term.coercion == .json {
      guard let text = value.canonicalText(depth: limits.depth - pointer.depth) else {
        throw problem(Self.notCanonical)
      }
      let literal = RDFLiteral(text, datatype: RDF.json)
      return try emit(subject, term.iri, .literal(literal), graph)
    }
    guard let elements = value.elements else {
      let object = try object(value, term, context, graph)
      return try emit(subject, term.iri, try list([object], term, graph) ?? object, graph)
    }
    guard !elements.isEmpty || term.container == .list else {
      throw problem(Self.dropped("an empty array"))
    }
    var objects: [RDFTerm] = []
    for (index, element) in elements.enumerated() {
      objects.append(
        try at(.index(index)) { reader throws(LinkedDataProblem) in
          try reader.object(element, term, context, graph)
        })
    }
    if let list = try list(objects, term, graph) { objects = [list] }
    for object in objects { try emit(subject, term.iri, object, graph) }
  }

  /// The first node of the list of `objects`, if that is what `term` takes.
  private mutating func list(
    _ objects: [RDFTerm], _ term: LinkedTerm, _ graph: RDFTerm?
  ) throws(LinkedDataProblem) -> RDFTerm? {
    guard term.container == .list else { return nil }
    var rest = RDFTerm.iri(RDF.nil)
    for object in objects.reversed() {
      let node = newBlankNode()
      try emit(node, RDF.first, object, graph)
      try emit(node, RDF.rest, rest, graph)
      rest = node
    }
    return rest
  }

  /// One value of `term`.
  private mutating func object(
    _ value: JSON, _ term: LinkedTerm, _ context: ActiveContext, _ graph: RDFTerm?
  ) throws(LinkedDataProblem) -> RDFTerm {
    switch value {
    case .null: throw problem(Self.dropped("null"))
    case .array: throw problem(Self.nested)
    case .object(let members) where members.contains { $0.name == "@value" }:
      return .literal(try languageText(members, term))
    case .object(let members):
      guard term.container == .graph else {
        return try node(members, context, scope: term.scope, graph: graph)
      }
      let (inner, before) = (newBlankNode(), quads.count)
      _ = try node(members, context, scope: term.scope, graph: inner)
      // A node without a statement leaves an empty graph, and its `id` nowhere.
      guard quads[before...].contains(where: { $0.graph == inner }) else {
        throw problem(Self.nothingSaid)
      }
      return inner
    case .string, .number, .bool:
      guard term.container != .graph else { throw problem(Self.dropped("a value alone")) }
      return try scalar(value, term, context)
    }
  }

  /// A text, number or truth value, as the type of `term` has it.
  private func scalar(
    _ value: JSON, _ term: LinkedTerm, _ context: ActiveContext
  ) throws(LinkedDataProblem) -> RDFTerm {
    let datatype: ExactText? = if case .datatype(let iri) = term.coercion { iri } else { nil }
    switch (value, term.coercion) {
    case (.string(let text), .iri): return try iri(text)
    case (.string(let text), .term):
      var context = context
      if let scope = term.scope { context.add(propertyScope: scope) }
      guard let named = context.term(text) else { throw problem(Self.undefined(text)) }
      return .iri(named.iri)
    case (.string(let text), _):
      return .literal(RDFLiteral(text, datatype: datatype ?? XSD.string))
    case (.bool(let truth), _):
      return .literal(RDFLiteral(truth ? "true" : "false", datatype: datatype ?? XSD.boolean))
    case (.number(let text), _):
      guard let number = LinkedNumber(text, isDouble: datatype == XSD.double) else {
        throw problem(Self.notExact(text))
      }
      return .literal(
        RDFLiteral(
          number.text, datatype: datatype ?? (number.isInteger ? XSD.integer : XSD.double)))
    case (.null, _), (.array, _), (.object, _): throw problem(Self.nested)
    }
  }

  /// `{"@value": …, "@language": …}`, the one form of a value object that is taken.
  ///
  /// JSON-LD leaves it to the reader whether the tag is put in lower case. PyLD and jsonld.js do.
  private func languageText(
    _ members: [JSON.Member], _ term: LinkedTerm
  ) throws(LinkedDataProblem) -> RDFLiteral {
    guard members.count == 2, term.coercion == .none, term.container != .graph,
      let text = members.value("@value")?.text,
      let language = members.value("@language")?.text, IRI.isLanguageTag(language)
    else { throw problem(Self.valueObject) }
    return RDFLiteral(text, language: language.lowercased())
  }

  static let nested = "an array within an array"

  static let valueObject = "a value object other than a text with its language"

  static let notCanonical = "a JSON value too deep, or with a number that is none of IEEE 754"

  static func notExact(_ text: String) -> String {
    "the number \(text.clipped) is not the same for every reader"
  }
}

extension [JSON.Member] {
  /// The value called `name`, which is ASCII.
  fileprivate func value(_ name: String) -> JSON? { first { $0.name == name }?.value }
}
