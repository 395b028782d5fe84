/// A straight piece of an outline, from its upper end to its lower one.
struct Edge {
  var top: Point, bottom: Point

  init(_ one: Point, _ other: Point) {
    (top, bottom) = one.y <= other.y ? (one, other) : (other, one)
  }

  var height: Double { bottom.y - top.y }
  var length: Double { (bottom - top).length }

  /// The pieces of what fills `path`, of each curve those from control point to control point: it is no longer than they.
  static func filling(_ path: Path) -> [Edge] { filling(path.controlPolygons) }

  /// The sides of `polygons`, which end where they begin.
  static func filling(_ polygons: [[Point]]) -> [Edge] {
    var edges: [Edge] = []
    for polygon in polygons {
      for (one, other) in zip(polygon, polygon.dropFirst()) { edges.append(Edge(one, other)) }
      if let first = polygon.first, let last = polygon.last, first != last {
        edges.append(Edge(last, first))
      }
    }
    return edges
  }

  /// The two sides of each piece of what a pen `width` wide draws along `path`.
  static func stroking(_ path: Path, width: Double) -> [Edge] {
    var edges: [Edge] = []
    for polygon in path.controlPolygons {
      for (one, other) in zip(polygon, polygon.dropFirst()) {
        let along = other - one
        let aside = along.length > 0 ? along * (width / 2 / along.length) : Point(0, 0)
        let normal = Point(-aside.y, aside.x)
        edges.append(Edge(one + normal, other + normal))
        edges.append(Edge(one - normal, other - normal))
      }
    }
    return edges
  }

  /// The box around `edges`; `nil` for none.
  static func box(of edges: [Edge]) -> Rect? {
    guard let first = edges.first else { return nil }
    var (left, right, top, bottom) = (first.top.x, first.top.x, first.top.y, first.bottom.y)
    for edge in edges {
      (left, right) = (
        min(left, edge.top.x, edge.bottom.x), max(right, edge.top.x, edge.bottom.x)
      )
      (top, bottom) = (min(top, edge.top.y), max(bottom, edge.bottom.y))
    }
    return Rect(x: left, y: top, width: right - left, height: bottom - top)
  }

  /// Whether its own box and `box` have anything in common.
  func touches(_ box: Rect) -> Bool {
    top.y <= box.maxY && bottom.y >= box.minY && min(top.x, bottom.x) <= box.maxX
      && max(top.x, bottom.x) >= box.minX
  }

  private func x(at y: Double) -> Double {
    height > 0 ? top.x + (bottom.x - top.x) * ((y - top.y) / height) : top.x
  }

  /// How many pairs of `edges` change sides on a canvas `height` high, a little more or less; at most a little more than
  /// `limit`.
  ///
  /// In each of 64 bands those are counted whose order at the top is not that at the bottom.
  static func crossings(of edges: [Edge], down height: Double, upTo limit: Int) -> Int {
    let bands = 64
    let step = height / Double(bands)
    var ways = [[SIMD2<Double>]](repeating: [], count: bands)
    for edge in edges where edge.bottom.y > 0 && edge.top.y < height && edge.height > 0 {
      let first = max(0, min(bands - 1, Int(max(0, edge.top.y) / step)))
      let last = max(first, min(bands - 1, Int(min(height, edge.bottom.y) / step)))
      for band in first...last {
        let (top, bottom) = (Double(band) * step, Double(band + 1) * step)
        ways[band].append(
          SIMD2(edge.x(at: max(top, edge.top.y)), edge.x(at: min(bottom, edge.bottom.y))))
      }
    }
    var count = 0
    for way in ways where count <= limit {
      count += inversions(way.sorted { ($0.x, $0.y) < ($1.x, $1.y) }.map(\.y))
    }
    return count
  }

  /// How many pairs of `numbers` are not in order: what a merge sort moves past each other.
  private static func inversions(_ numbers: [Double]) -> Int {
    var (from, to) = (numbers, numbers)
    var (count, width) = (0, 1)
    while width < numbers.count {
      for start in stride(from: 0, to: numbers.count, by: 2 * width) {
        let middle = min(start + width, numbers.count)
        let end = min(start + 2 * width, numbers.count)
        var (left, right) = (start, middle)
        for index in start..<end {
          if right >= end || (left < middle && from[left] <= from[right]) {
            to[index] = from[left]
            left += 1
          } else {
            count += middle - left
            to[index] = from[right]
            right += 1
          }
        }
      }
      swap(&from, &to)
      width *= 2
    }
    return count
  }
}

extension Edge {
  /// Whether the two meet between their ends.
  fileprivate func crosses(_ other: Edge) -> Bool {
    func side(_ edge: Edge, _ point: Point) -> Double {
      let (along, to) = (edge.bottom - edge.top, point - edge.top)
      return along.x * to.y - along.y * to.x
    }
    return side(self, other.top) * side(self, other.bottom) < 0
      && side(other, top) * side(other, bottom) < 0
  }
}

extension Path {
  /// Its subpaths, each curve as the way from control point to control point.
  fileprivate var controlPolygons: [[Point]] {
    var lines = Path()
    lines.segments = segments.flatMap { segment -> [Segment] in
      switch segment {
      case .move, .line, .close: [segment]
      case .quad(let control, let point): [.line(control), .line(point)]
      case .cubic(let first, let second, let point): [.line(first), .line(second), .line(point)]
      }
    }
    return lines.flattened(steps: 1)
  }

  /// Whether more than `limit` pairs of its straight pieces, curves in four, cross. Of one with more than two thousand
  /// pieces that is taken for granted.
  public func crossesItself(moreThan limit: Int) -> Bool {
    let edges = Edge.filling(flattened(steps: 4)).sorted { $0.top.y < $1.top.y }
    guard edges.count <= 2000 else { return true }
    var count = 0
    for (index, edge) in edges.enumerated() {
      for other in edges[(index + 1)...].prefix(while: { $0.top.y <= edge.bottom.y })
      where edge.crosses(other) {
        count += 1
        if count > limit { return true }
      }
    }
    return false
  }
}
