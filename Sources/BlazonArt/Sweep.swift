internal import BlazonScene

/// The area that outlines cover while they are pushed along a vector.
///
/// The far side of an outline, pushed, covers everything between; so each stretch of edges that
/// look along the vector becomes one polygon. All of them turn the same way, so that the non-zero
/// rule unites them.
struct Sweep {
  let vector: Point
  private(set) var path = Path()

  init(dx: Double, dy: Double) { vector = Point(dx, dy) }

  mutating func add(fill outline: Path) {
    let polygons = outline.flattened(steps: 5)
    for polygon in polygons {
      let inside = pointInside(polygon)
      let depth = polygons.count { $0 != polygon && contains($0, inside) }
      add(polygon, isHole: !depth.isMultiple(of: 2))
    }
  }

  mutating func add(stroke line: Path, width: Double) {
    let normal = Point(-vector.y, vector.x) * (width / 2 / vector.length)
    for polygon in line.flattened(steps: 4) {
      for (a, b) in zip(polygon, polygon.dropFirst()) where a != b {
        let corners = [a + normal, a - normal, b + normal, b - normal]
        append(convexHull(corners + corners.map { $0 + vector }))
      }
    }
  }

  private mutating func add(_ polygon: [Point], isHole: Bool) {
    var points = polygon
    if points.first == points.last { points.removeLast() }
    guard points.count > 2 else { return }
    if (area(points) < 0) != isHole { points.reverse() }
    // Clockwise on screen, the outward normal of an edge (dx, dy) is (dy, −dx).
    let count = points.count
    let looksAlong = (0..<count).map { i in
      let edge = points[(i + 1) % count] - points[i]
      return edge.y * vector.x - edge.x * vector.y > 1e-9
    }
    guard
      let first = (0..<count).first(where: {
        looksAlong[$0] && !looksAlong[($0 + count - 1) % count]
      })
    else { return }
    var chain: [Point] = []
    for offset in 0...count {
      let i = (first + offset) % count
      if offset < count, looksAlong[i] {
        if chain.isEmpty { chain.append(points[i]) }
        chain.append(points[(i + 1) % count])
      } else if !chain.isEmpty {
        append(chain + chain.reversed().map { $0 + vector })
        chain = []
      }
    }
  }

  private mutating func append(_ polygon: [Point]) {
    path.append(Path(polygon: area(polygon) < 0 ? polygon.reversed() : polygon))
  }
}

/// Twice the signed area; positive for clockwise on screen.
private func area(_ points: [Point]) -> Double {
  zip(points, points.dropFirst() + points.prefix(1)).reduce(0) {
    $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y
  }
}

/// A point just inside `polygon`: a corner would not do, neighbours may share it.
private func pointInside(_ polygon: [Point]) -> Point {
  let sides = zip(polygon, polygon.dropFirst() + polygon.prefix(1))
  guard let (a, b) = sides.max(by: { ($0.1 - $0.0).length < ($1.1 - $1.0).length }), a != b else {
    return polygon[0]
  }
  let inwards = Point(a.y - b.y, b.x - a.x) * ((area(polygon) < 0 ? -1e-3 : 1e-3) / (b - a).length)
  return a.mixed(with: b, 0.5) + inwards
}

private func contains(_ polygon: [Point], _ p: Point) -> Bool {
  var isInside = false
  for (a, b) in zip(polygon, polygon.dropFirst() + polygon.prefix(1))
  where (a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x {
    isInside.toggle()
  }
  return isInside
}

/// The corners of the smallest convex polygon that holds all `points` (Andrew’s monotone chain).
func convexHull(_ points: [Point]) -> [Point] {
  let sorted = points.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
  func half(_ points: [Point]) -> [Point] {
    var hull: [Point] = []
    for p in points {
      while hull.count > 1 {
        let (a, b) = (hull[hull.count - 2], hull[hull.count - 1])
        guard (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x) <= 0 else { break }
        hull.removeLast()
      }
      hull.append(p)
    }
    return Array(hull.dropLast())
  }
  return half(sorted) + half(sorted.reversed())
}
