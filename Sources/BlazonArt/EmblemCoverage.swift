internal import BlazonScene

/// What an emblem's parts cover, asked at the points of a grid over a square.
struct EmblemCoverage {
  /// Points along a side.
  static let side = 128

  /// Which part is on top at each point, row by row; `nil` where only lenses are, or nothing.
  private(set) var top: [Emblem.Role?]
  /// Whether a part that stands out from the field is at each point, on top or not.
  private(set) var isBacked: [Bool]
  /// Whether a detail or a cut-out is at each point, on top or not.
  private(set) var isDetailed: [Bool]

  /// `parts` over the square about the middle of `box`, as wide as its longer side.
  init(_ parts: [Emblem.Part], over box: Rect) {
    let count = Self.side * Self.side
    top = Array(repeating: nil, count: count)
    (isBacked, isDetailed) = (
      Array(repeating: false, count: count), Array(repeating: false, count: count)
    )
    let width = max(box.width, box.height)
    let grid = Grid(
      corner: box.center + Point(-width / 2, -width / 2), step: width / Double(Self.side))
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

  /// The points that show paint, cut-outs excluded, over those of the disc in the square.
  var weight: Double { share(top.count { $0 != nil && $0 != .deep }) }

  /// The points at which a detail or a cut-out has nothing behind it, over those of the disc.
  var strayDetails: Double {
    share(zip(isDetailed, isBacked).count { $0 && !$1 })
  }

  private func share(_ points: Int) -> Double {
    Double(points) / (Double(Self.side * Self.side) * .pi / 4)
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
    case .stroke(_, let width, _): return polygons.flatMap { near($0, width / 2) }
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
