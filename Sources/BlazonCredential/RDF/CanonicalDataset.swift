/// A dataset with names for its blank nodes that do not depend on how it was written: RDFC-1.0.
package struct CanonicalDataset: Sendable {
  /// Canonical N-Quads, the lines in the order of code points, in UTF-8.
  package let bytes: [UInt8]
  /// What each blank node of the input is called now: `c14n0` and so on.
  package let labels: [ExactText: String]

  /// How much of a stranger's dataset is worked on.
  package struct Limits: Sendable {
    package var quads = 2_000
    /// In relations between blank nodes that are followed. A graph made to look alike from every
    /// node (“poison”) would need more than anyone has.
    package var work = 20_000
    /// How far one blank node is followed to the next.
    package var depth = 200

    package init() {}
  }

  /// Names the blank nodes of `quads`; `hash` is SHA-256 (or SHA-384), from bytes to bytes.
  package init(
    _ quads: [RDFQuad], limits: Limits = Limits(), hash: @escaping ([UInt8]) -> [UInt8]
  ) throws(LinkedDataProblem) {
    var seen = Set<RDFQuad>()
    let distinct = quads.filter { seen.insert($0).inserted }
    guard distinct.count <= limits.quads else {
      throw LinkedDataProblem(Self.tooManyQuads(limits.quads))
    }
    var canonicalizer = RDFCanonicalizer(distinct, limits: limits, hash: hash)
    let labels = try canonicalizer.labels()
    self.labels = labels
    bytes = Array(
      distinct.map { quad in quad.line { labels[$0]! } }
        .sorted { $0.lexicographicallyPrecedes($1) }
        .joined())
  }

  static func tooManyQuads(_ limit: Int) -> String { "more than \(limit) statements" }

  static let tooMuchWork = "blank nodes that cannot be told apart with reasonable effort"
}

/// Names given in the order in which they are asked for (RDFC-1.0 section 4.5).
struct IdentifierIssuer {
  let prefix: String
  private var numbers: [Int: Int] = [:]
  /// The nodes that have a name, in the order of their names.
  private(set) var nodes: [Int] = []

  init(prefix: String) { self.prefix = prefix }

  /// The name of `node`, if it has one.
  func name(of node: Int) -> String? { numbers[node].map { prefix + String($0) } }

  /// The name of `node`, a new one if it has none.
  @discardableResult mutating func issue(_ node: Int) -> String {
    if let name = name(of: node) { return name }
    numbers[node] = nodes.count
    nodes.append(node)
    return prefix + String(nodes.count - 1)
  }
}
