internal import BlazonJSON

/// A JSON-LD context that is compiled in: documents name it, nothing is fetched.
///
/// Each of them has `id` for `@id` and `type` for `@type`, and protects its terms; so the tables do
/// not say so. They are made from the published documents by `make-terms.py`.
struct KnownContext: Sendable {
  let url: ExactText
  let terms: TermList

  init(_ url: ExactText, _ terms: [LinkedTerm]) {
    (self.url, self.terms) = (url, TermList(terms))
  }

  /// All of them, in the one order in which a document may name them.
  static let all = [credentials, openBadges, extensions, dataIntegrity]
}

extension KnownContext {
  /// The contexts that `json` names: an array of URLs (or the one URL), the first of them that of
  /// Verifiable Credentials 2.0, the others in the order of `all`.
  ///
  /// The meaning of a document hangs on them, so that nothing else is taken: no context in
  /// place, no other URL or spelling, none twice.
  static func named(by json: JSON) throws(LinkedDataProblem) -> [KnownContext] {
    let names = json.list
    var rest = all[...]
    var contexts: [KnownContext] = []
    for name in names {
      guard let text = name.text else { throw LinkedDataProblem(inline) }
      let url = ExactText(text)
      guard all.contains(where: { $0.url == url }) else { throw LinkedDataProblem(unknown(text)) }
      guard let place = rest.firstIndex(where: { $0.url == url }) else {
        throw LinkedDataProblem(reordered(text))
      }
      contexts.append(rest[place])
      rest = rest[(place + 1)...]
    }
    guard contexts.first?.url == credentials.url else { throw LinkedDataProblem(notCredentials) }
    return contexts
  }

  static let notCredentials = "the first context must be “\(credentials.url.string)”"

  static let inline = "a context other than a URL"

  static func unknown(_ url: String) -> String { "unknown context “\(url.clipped)”" }

  static func reordered(_ url: String) -> String {
    "the context “\(url.clipped)” out of its order"
  }
}

/// The terms that are defined at one place of a document (JSON-LD 1.1 API section 4.1).
struct ActiveContext {
  private var lists: [TermList] = []
  /// What holds again in the next node, where the last lists come from a node's own classes.
  private var outer: [TermList]?

  /// Whether nothing is defined, not even `id`.
  var isEmpty: Bool { lists.isEmpty }

  /// The term `name`, as the last of the contexts has it that has one.
  func term(_ name: String) -> LinkedTerm? {
    // Every term is ASCII. To Swift, a name with U+212A equals one with “K”.
    guard name.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    for list in lists.reversed() { if let term = list[name] { return term } }
    return nil
  }

  /// The context without what the classes of the node around it have added.
  var forNextNode: ActiveContext {
    var context = self
    if let outer { (context.lists, context.outer) = (outer, nil) }
    return context
  }

  /// Adds the scope of a property, which may redefine even what is protected.
  mutating func add(propertyScope scope: LinkedTerm.Scope) {
    switch scope {
    case .cleared: self = ActiveContext()
    case .terms(let list): lists.append(list)
    }
  }

  /// Adds the scope of a class, for this node alone.
  mutating func add(classScope list: TermList) throws(LinkedDataProblem) {
    let before = lists
    try add(list)
    if outer == nil { outer = before }
  }

  /// Adds a context that may not change what others have defined.
  mutating func add(_ list: TermList) throws(LinkedDataProblem) {
    var isNew = false
    for term in list.terms {
      guard let known = self.term(term.name) else {
        isNew = true
        continue
      }
      guard known == term else { throw LinkedDataProblem(Self.redefined(term.name)) }
    }
    // Documents repeat their contexts within; looking terms up is to stay short.
    if isNew { lists.append(list) }
  }

  static func redefined(_ name: String) -> String {
    "the term “\(name)” has two meanings here"
  }
}
