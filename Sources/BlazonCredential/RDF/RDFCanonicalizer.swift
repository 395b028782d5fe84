/// The algorithm of RDFC-1.0 section 4. Blank nodes are numbers here, and hashes are texts of
/// hexadecimal digits in UTF-8.
struct RDFCanonicalizer {
  typealias Bytes = [UInt8]

  /// Where a blank node stands in a statement about another.
  private struct Relation {
    var node: Int
    var position: UInt8
    var predicate: ExactText
  }

  private let hash: ([UInt8]) -> [UInt8]
  private let limits: CanonicalDataset.Limits
  private var work = 0
  private var names: [ExactText] = []
  /// Of each blank node: the other blank nodes in its statements.
  private var relations: [[Relation]] = []
  /// Of each blank node: the hash of its statements, all other blank nodes being alike.
  private var firstDegree: [Bytes] = []
  private var canonical = IdentifierIssuer(prefix: "c14n")

  /// `quads` are distinct.
  init(
    _ quads: [RDFQuad], limits: CanonicalDataset.Limits, hash: @escaping ([UInt8]) -> [UInt8]
  ) {
    self.hash = hash
    self.limits = limits
    var numbers: [ExactText: Int] = [:]
    var statements: [[RDFQuad]] = []
    for quad in quads {
      let places = quad.blankNodes
      for (name, _) in places where numbers[name] == nil {
        numbers[name] = names.count
        names.append(name)
        relations.append([])
        statements.append([])
      }
      for name in Set(places.map(\.name)) {
        statements[numbers[name]!].append(quad)
        relations[numbers[name]!] += places.filter { $0.name != name }.map {
          Relation(node: numbers[$0.name]!, position: $0.position, predicate: quad.predicate)
        }
      }
    }
    firstDegree = zip(names, statements).map { name, quads in
      hexadecimal(
        Array(
          quads.map { quad in quad.line { $0 == name ? "a" : "z" } }
            .sorted { $0.lexicographicallyPrecedes($1) }
            .joined()))
    }
  }

  /// The canonical name of each blank node (section 4.4.3).
  mutating func labels() throws(LinkedDataProblem) -> [ExactText: String] {
    let groups = Dictionary(grouping: names.indices) { firstDegree[$0] }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
    for (_, nodes) in groups where nodes.count == 1 { canonical.issue(nodes[0]) }
    for (_, nodes) in groups where nodes.count > 1 {
      var paths: [Path] = []
      for node in nodes where canonical.name(of: node) == nil {
        var issuer = IdentifierIssuer(prefix: "b")
        issuer.issue(node)
        paths.append(try nDegree(node, issuer, depth: 0))
      }
      for path in paths.sorted(by: { $0.hash.lexicographicallyPrecedes($1.hash) }) {
        for node in path.issuer.nodes { canonical.issue(node) }
      }
    }
    return Dictionary(
      uniqueKeysWithValues: names.indices.map { (names[$0], canonical.name(of: $0)!) })
  }

  private func hexadecimal(_ bytes: Bytes) -> Bytes {
    let digits = Array("0123456789abcdef".utf8)
    return hash(bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
  }

  private mutating func spend(_ amount: Int) throws(LinkedDataProblem) {
    work += amount
    guard work <= limits.work else { throw LinkedDataProblem(CanonicalDataset.tooMuchWork) }
  }
}

// MARK: Telling nodes apart by those around them

extension RDFCanonicalizer {
  /// A hash of what surrounds a node, and the names given on the way.
  private struct Path {
    var hash: Bytes
    var issuer: IdentifierIssuer
  }

  /// Hash Related Blank Node (section 4.7).
  private func related(_ relation: Relation, _ issuer: IdentifierIssuer) -> Bytes {
    var input = [relation.position]
    if relation.position != UInt8(ascii: "g") { input += "<\(relation.predicate.string)>".utf8 }
    if let name = canonical.name(of: relation.node) ?? issuer.name(of: relation.node) {
      input += "_:\(name)".utf8
    } else {
      input += firstDegree[relation.node]
    }
    return hexadecimal(input)
  }

  /// Hash N-Degree Quads (section 4.8).
  private mutating func nDegree(
    _ node: Int, _ issuer: IdentifierIssuer, depth: Int
  ) throws(LinkedDataProblem) -> Path {
    guard depth < limits.depth else { throw LinkedDataProblem(CanonicalDataset.tooMuchWork) }
    try spend(relations[node].count + 1)
    let groups = Dictionary(grouping: relations[node]) { related($0, issuer) }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
    var (issuer, data) = (issuer, Bytes())
    for (hash, relations) in groups {
      data += hash
      var chosen: Path?
      var order = relations.map(\.node).sorted()
      repeat {
        if let path = try path(through: order, issuer, shorterThan: chosen?.hash, depth: depth) {
          chosen = path
        }
      } while order.advanceToNextPermutation()
      data += chosen!.hash
      issuer = chosen!.issuer
    }
    return Path(hash: hexadecimal(data), issuer: issuer)
  }

  /// The path (unhashed) that visits `nodes` in this order; `nil` if it does not come before `best`.
  private mutating func path(
    through nodes: [Int], _ issuer: IdentifierIssuer, shorterThan best: Bytes?, depth: Int
  ) throws(LinkedDataProblem) -> Path? {
    // Copying the issuer is work, too.
    try spend(nodes.count + issuer.nodes.count / 16)
    var path = Path(hash: [], issuer: issuer)
    var unnamed: [Int] = []
    func isWorse() -> Bool {
      guard let best else { return false }
      return path.hash.count >= best.count && best.lexicographicallyPrecedes(path.hash)
    }
    for node in nodes {
      if let name = canonical.name(of: node) {
        path.hash += "_:\(name)".utf8
      } else {
        if path.issuer.name(of: node) == nil { unnamed.append(node) }
        path.hash += "_:\(path.issuer.issue(node))".utf8
      }
      if isWorse() { return nil }
    }
    for node in unnamed {
      let deeper = try nDegree(node, path.issuer, depth: depth + 1)
      path.hash += "_:\(path.issuer.issue(node))<".utf8
      path.hash += deeper.hash
      path.hash.append(UInt8(ascii: ">"))
      path.issuer = deeper.issuer
      if isWorse() { return nil }
    }
    guard let best else { return path }
    return path.hash.lexicographicallyPrecedes(best) ? path : nil
  }
}

extension RDFQuad {
  /// The blank nodes of this statement, and where they stand: `s`, `o` or `g`.
  fileprivate var blankNodes: [(name: ExactText, position: UInt8)] {
    let places: [(RDFTerm?, UInt8)] = [
      (subject, UInt8(ascii: "s")), (object, UInt8(ascii: "o")), (graph, UInt8(ascii: "g")),
    ]
    return places.compactMap { term, position in
      if case .blank(let name)? = term { (name, position) } else { nil }
    }
  }
}

extension Array where Element == Int {
  /// Makes this the next permutation in lexicographic order; `false` after the last.
  fileprivate mutating func advanceToNextPermutation() -> Bool {
    guard let pivot = indices.dropLast().last(where: { self[$0] < self[$0 + 1] }) else {
      return false
    }
    let successor = indices.last { self[$0] > self[pivot] }!
    swapAt(pivot, successor)
    self[(pivot + 1)...].reverse()
    return true
  }
}
