@testable import BlazonArt
@testable import BlazonScene

extension Path {
  /// Whether `p` is inside, by the rule asked for, each curve cut into `steps` chords.
  func contains(_ p: Point, evenOdd: Bool, steps: Int = 5) -> Bool {
    let winding = flattened(steps: steps).reduce(0) { $0 + $1.winding(about: p) }
    return evenOdd ? !winding.isMultiple(of: 2) : winding != 0
  }

  var points: [Point] { Array(flattened(steps: 12).joined()) }
}

extension [Point] {
  /// How often the polygon turns around `p`.
  func winding(about p: Point) -> Int {
    var winding = 0
    for (a, b) in zip(self, dropFirst() + prefix(1)) where (a.y > p.y) != (b.y > p.y) {
      if p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x { winding += a.y < b.y ? 1 : -1 }
    }
    return winding
  }

  /// Positive for clockwise on screen.
  var signedArea: Double {
    zip(self, dropFirst() + prefix(1)).reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y } / 2
  }

  /// Whether each point has a mirror image among the points.
  func isSymmetric(about axis: Double, within tolerance: Double = 1e-6) -> Bool {
    allSatisfy { p in
      contains { abs($0.x + p.x - 2 * axis) <= tolerance && abs($0.y - p.y) <= tolerance }
    }
  }
}

extension Emblem.Part {
  var data: String {
    switch self {
    case .fill(_, let data, _), .stroke(_, _, let data, _): data
    }
  }

  /// How far the ink reaches from the outline.
  var reach: Double {
    switch self {
    case .fill: 0
    case .stroke(_, let width, _, _): width / 2
    }
  }
}
