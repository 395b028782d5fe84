internal import BlazonScene

/// What an emblem's parts cover, asked at the points of a grid over the square around its disc.
struct EmblemCoverage {
  /// Points along a side.
  static let side = 128

  /// Which part is on top at each point, row by row; `nil` where only lenses are, or nothing.
  private(set) var top: [Emblem.Role?]
  /// Whether a part that stands out from the field is at each point, on top or not.
  private(set) var isBacked: [Bool]
  /// Whether a detail or a cut-out is at each point, on top or not.
  private(set) var isDetailed: [Bool]

  /// The disc is the smallest about `middle` that holds all of `parts`.
  init(_ parts: [Emblem.Part], about middle: Point) {
    let count = Self.side * Self.side
    top = Array(repeating: nil, count: count)
    (isBacked, isDetailed) = (
      Array(repeating: false, count: count), Array(repeating: false, count: count)
    )
    let radius = parts.map { $0.radius(about: middle) }.max() ?? 1
    let grid = Grid(
      corner: middle + Point(-radius, -radius), step: 2 * radius / Double(Self.side))
    for part in parts where part.role != .glass {
      for index in grid.indices(of: part) {
        top[index] = part.role
        switch part.role {
        case .light, .tint, .accent: isBacked[index] = true
        case .mid, .deep: isDetailed[index] = true
        case .glass: break
        }
      }
    }
  }

  /// What shows at each point, by its strength, over the points of the disc.
  var weight: Double { share(top.reduce(0) { $0 + ($1?.strength ?? 0) }) }

  /// The points at which a detail or a cut-out has nothing behind it, over those of the disc.
  var strayDetails: Double {
    share(Double(zip(isDetailed, isBacked).count { $0 && !$1 }))
  }

  private func share(_ points: Double) -> Double {
    points / (Double(Self.side * Self.side) * .pi / 4)
  }
}

extension Emblem.Part {
  /// How far the ink reaches from `middle`.
  fileprivate func radius(about middle: Point) -> Double {
    let farthest = path.flattened(steps: 16).joined().map { ($0 - middle).length }.max() ?? 0
    switch self {
    case .fill: return farthest
    case .stroke(_, let width, _, _): return farthest + width / 2
    }
  }
}

/// The points of a square, row by row, each in the middle of its cell.
private struct Grid {
  var corner: Point
  var step: Double

  func indices(of part: Emblem.Part) -> [Int] {
    let polygons = part.path.flattened(steps: 16)
    switch part {
    case .fill: return inside(polygons)
    case .stroke(_, let width, _, _): return polygons.flatMap { near($0, width / 2) }
    }
  }

  /// By the even-odd rule.
  private func inside(_ polygons: [[Point]]) -> [Int] {
    var found: [Int] = []
    for row in 0..<EmblemCoverage.side {
      let y = corner.y + (Double(row) + 0.5) * step
      var crossings: [Double] = []
      for polygon in polygons {
        for (a, b) in zip(polygon, polygon.dropFirst() + polygon.prefix(1))
        where (a.y > y) != (b.y > y) {
          crossings.append((b.x - a.x) * (y - a.y) / (b.y - a.y) + a.x)
        }
      }
      crossings.sort()
      for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
        for column in cells(crossings[pair], crossings[pair + 1], from: corner.x) {
          found.append(row * EmblemCoverage.side + column)
        }
      }
    }
    return found
  }

  /// The points no farther than `reach` from a line.
  private func near(_ line: [Point], _ reach: Double) -> [Int] {
    var found: [Int] = []
    for (a, b) in zip(line, line.dropFirst()) {
      let along = b - a
      let square = along.x * along.x + along.y * along.y
      let columns = cells(min(a.x, b.x) - reach, max(a.x, b.x) + reach, from: corner.x)
      for row in cells(min(a.y, b.y) - reach, max(a.y, b.y) + reach, from: corner.y) {
        for column in columns {
          let p = corner + Point(Double(column) + 0.5, Double(row) + 0.5) * step
          let from = p - a
          let t = square > 0 ? (from.x * along.x + from.y * along.y) / square : 0
          guard (from - along * max(0, min(1, t))).length <= reach else { continue }
          found.append(row * EmblemCoverage.side + column)
        }
      }
    }
    return found
  }

  /// The cells whose middle lies between two coordinates.
  private func cells(_ low: Double, _ high: Double, from origin: Double) -> Range<Int> {
    func cell(_ value: Double) -> Int {
      max(0, min(EmblemCoverage.side, Int(((value - origin) / step + 0.5).rounded(.down))))
    }
    let first = cell(low)
    return first..<max(first, cell(high))
  }
}
