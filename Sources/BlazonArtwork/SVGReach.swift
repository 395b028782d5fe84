internal import BlazonScene

// How far paints and outlines reach.

extension Paint {
  /// Whether all coordinates are numbers of at most `reach`.
  func isNear(_ reach: Double) -> Bool {
    let values =
      switch self {
      case .color: [0.0]
      case .linear(let g): [g.start.x, g.start.y, g.end.x, g.end.y]
      case .radial(let g): [g.center.x, g.center.y, g.focus.x, g.focus.y, g.radius]
      }
    return values.allSatisfy { $0.magnitude <= reach }
  }
}

extension Path {
  /// How long the outline is at most.
  var reach: Double {
    flattened(steps: 8).reduce(0) { sum, polygon in
      zip(polygon, polygon.dropFirst()).reduce(sum) { $0 + ($1.1 - $1.0).length }
    }
  }

  /// The box of the outline itself, its curves followed.
  var tightBox: Rect? {
    Path(joining: flattened(steps: 16).map { Path(polygon: $0) }).controlBox
  }
}
