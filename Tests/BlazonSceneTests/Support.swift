@testable import BlazonScene

/// SplitMix64: the same numbers in every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

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
