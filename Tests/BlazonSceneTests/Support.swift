@testable import BlazonScene

extension Point {
  func isNear(_ other: Point, within tolerance: Double = 1e-9) -> Bool {
    (self - other).length <= tolerance
  }

  var isFinite: Bool { x.isFinite && y.isFinite }
}

extension Path {
  /// All points of all segments, control points too.
  var points: [Point] {
    segments.flatMap { segment -> [Point] in
      switch segment {
      case .move(let p), .line(let p): [p]
      case .quad(let c, let p): [c, p]
      case .cubic(let c1, let c2, let p): [c1, c2, p]
      case .close: []
      }
    }
  }

  var isFinite: Bool { points.allSatisfy(\.isFinite) }
}
