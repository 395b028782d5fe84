/// One term of a JSON-LD 1.1 context: what it stands for, and how its values are read.
struct LinkedTerm: Hashable, Sendable {
  /// In ASCII.
  let name: String
  let iri: ExactText
  let kind: Kind
  var coercion = Coercion.none
  var container = Container.none
  var scope: Scope?

  /// A class names what a node is, a property what is said of it. JSON-LD does not mind which is
  /// used where; our documents do.
  enum Kind: Hashable, Sendable {
    case `class`, property
  }

  /// What a text stands for: `@type` of a term definition.
  enum Coercion: Hashable, Sendable {
    case none
    /// An IRI (`@id`).
    case iri
    /// A term (`@vocab`).
    case term
    /// Any JSON value (`@json`).
    case json
    /// A literal of the datatype with this IRI.
    case datatype(ExactText)
  }

  /// What an array stands for: `@container` of a term definition.
  enum Container: Hashable, Sendable {
    case none
    case set
    /// Values in their order.
    case list
    /// Each value in a graph of its own.
    case graph
  }

  /// The context in which the values of a property, or the nodes of a class, are read.
  enum Scope: Hashable, Sendable {
    case terms(TermList)
    /// Nothing is defined until the value brings its own context (`null`).
    case cleared
  }
}

/// The terms of one context, found by their names.
struct TermList: Hashable, Sendable {
  let terms: [LinkedTerm]
  private let places: [String: Int]

  init(_ terms: [LinkedTerm]) {
    self.terms = terms
    places = Dictionary(uniqueKeysWithValues: zip(terms.map(\.name), terms.indices))
  }

  subscript(_ name: String) -> LinkedTerm? { places[name].map { terms[$0] } }

  static func == (left: Self, right: Self) -> Bool { left.terms == right.terms }

  func hash(into hasher: inout Hasher) { hasher.combine(terms) }
}

// MARK: The rows of the tables

extension LinkedTerm {
  static func `class`(_ name: String, _ iri: String, _ scope: [LinkedTerm]? = nil) -> Self {
    LinkedTerm(
      name: name, iri: expanded(iri), kind: .class, scope: scope.map { .terms(TermList($0)) })
  }

  static func property(
    _ name: String, _ iri: String, _ coercion: Coercion = .none, in container: Container = .none,
    scope: [LinkedTerm]? = nil
  ) -> Self {
    LinkedTerm(
      name: name, iri: expanded(iri), kind: .property, coercion: coercion, container: container,
      scope: scope.map { .terms(TermList($0)) })
  }

  /// A property whose values bring their own context.
  static func clearing(
    _ name: String, _ iri: String, _ coercion: Coercion, in container: Container
  ) -> Self {
    LinkedTerm(
      name: name, iri: expanded(iri), kind: .property, coercion: coercion, container: container,
      scope: .cleared)
  }

  /// What the tables shorten. These prefixes are theirs alone; documents cannot use them.
  private static let prefixes: [String: String] = [
    "cred": "https://www.w3.org/2018/credentials#",
    "dc": "http://purl.org/dc/terms/",
    "jose": "https://www.iana.org/assignments/jose#",
    "jwt": "https://www.iana.org/assignments/jwt#",
    "ob": "https://purl.imsglobal.org/spec/vc/ob/vocab.html#",
    "schema": "https://schema.org/",
    "sec": "https://w3id.org/security#",
    "status": "https://www.w3.org/ns/credentials/status#",
    "xs": "http://www.w3.org/2001/XMLSchema#",
    // Not the IRI of XML Schema, but what these contexts say.
    "xss": "https://www.w3.org/2001/XMLSchema#",
  ]

  fileprivate static func expanded(_ text: String) -> ExactText {
    guard let colon = text.firstIndex(of: ":"), let prefix = prefixes[String(text[..<colon])]
    else { return ExactText(text) }
    return ExactText(prefix + text[text.index(after: colon)...])
  }
}

extension LinkedTerm.Coercion {
  static func type(_ iri: String) -> Self { .datatype(LinkedTerm.expanded(iri)) }
}
