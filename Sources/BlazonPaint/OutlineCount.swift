internal import BlazonScene

/// How often each outline is drawn, by its path data.
struct OutlineCount {
  private(set) var counts: [[UInt8]: Int] = [:]

  init(_ nodes: [Node]) {
    for node in nodes { add(node) }
  }

  private mutating func add(_ node: Node) {
    switch node {
    case .shape(let shape): add(shape.path)
    case .text(let run): for node in run.art { add(node) }
    case .image: break
    case .group(let group):
      if let clip = group.clip { add(clip) }
      for child in group.children { add(child) }
    case .repeated(let copies): add(copies.child)
    }
  }

  private mutating func add(_ path: Path) { counts[path.data, default: 0] += 1 }
}
