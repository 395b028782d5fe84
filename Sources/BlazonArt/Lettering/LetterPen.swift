internal import BlazonScene

/// Draws one letter of heavy bars, bands and rings, which its region unites.
///
/// Its box is `width` wide from x = 0, the cap line at y = 0, the base line at `height`.
struct LetterPen {
  let width: Double, height: Double
  /// How thick upright strokes are, and level ones, which look as thick when they are thinner.
  let stem: Double, bar: Double
  private(set) var pieces: [Piece] = []

  init(width: Double, height: Double, stem: Double, bar: Double) {
    (self.width, self.height) = (width, height)
    (self.stem, self.bar) = (stem, bar)
  }

  /// A corner of a polygon, rounded.
  struct Corner {
    var point: Point
    var radius: Double
  }

  /// A polygon, and one that is cut out of it.
  struct Piece {
    var body: [Corner]
    var hole: [Corner] = []
  }

  mutating func polygon(_ points: [(Double, Double)]) {
    pieces.append(Piece(body: points.map { Corner(point: Point($0.0, $0.1), radius: 0) }))
  }

  /// From the left, the top, the right and the bottom.
  mutating func box(_ left: Double, _ top: Double, _ right: Double, _ bottom: Double) {
    polygon([(left, top), (right, top), (right, bottom), (left, bottom)])
  }

  /// A slanted stroke between level cuts, `breadth` wide, by its left ends.
  mutating func slant(
    _ x: Double, _ y: Double, to endX: Double, _ endY: Double, breadth: Double
  ) {
    polygon([(x, y), (x + breadth, y), (endX + breadth, endY), (endX, endY)])
  }

  /// A ring as round as its box allows; one with a straight left side if it `hasStem`.
  mutating func ring(
    _ left: Double, _ top: Double, _ right: Double, _ bottom: Double, hasStem: Bool = false
  ) {
    let outer = min(right - left, bottom - top) / 2
    let most = min(right - left - 2 * stem, bottom - top - 2 * bar) / 2
    let inner = min(max(outer - min(stem, bar), 1), most)
    func corners(_ inset: (Double, Double), _ radius: Double) -> [Corner] {
      let (x, y, endX, endY) = (
        left + inset.0, top + inset.1, right - inset.0, bottom - inset.1
      )
      let radii = hasStem ? [0, radius, radius, 0] : [radius, radius, radius, radius]
      return zip([Point(x, y), Point(endX, y), Point(endX, endY), Point(x, endY)], radii).map {
        Corner(point: $0, radius: $1)
      }
    }
    pieces.append(Piece(body: corners((0, 0), outer), hole: corners((stem, bar), inner)))
  }

  /// A stroke along `points`, its bends rounded outside by `radii`, or all by the last of them.
  mutating func band(_ points: [(Double, Double)], radii: Double..., lastBreadth: Double? = nil) {
    let line = points.map { Point($0.0, $0.1) }
    let count = line.count - 1
    let breadths = (0..<count).map { index -> Double in
      if index == count - 1, let lastBreadth { return lastBreadth }
      let way = line[index + 1] - line[index]
      return abs(way.x) > 3 * abs(way.y) ? bar : stem
    }
    func edge(_ index: Int, _ side: Double) -> OutlineEdge {
      let way = line[index + 1] - line[index]
      let aside = Point(way.y, -way.x) * (side * breadths[index] / 2 / way.length)
      return OutlineEdge(line[index] + aside, line[index + 1] + aside)
    }
    func sideCorners(_ side: Double) -> [Corner] {
      var corners = [Corner(point: edge(0, side).start, radius: 0)]
      for index in 1..<count {
        let (before, after) = (edge(index - 1, side), edge(index, side))
        let isOuter = before.chord.cross(after.chord) > 0 ? side > 0 : side < 0
        let radius = radii[min(index, radii.count) - 1]
        let inner = max(0, radius - min(breadths[index - 1], breadths[index]))
        corners.append(
          Corner(
            point: before.meetings(with: after).first ?? after.start,
            radius: isOuter ? radius : inner))
      }
      return corners + [Corner(point: edge(count - 1, side).end, radius: 0)]
    }
    pieces.append(Piece(body: sideCorners(1) + sideCorners(-1).reversed()))
  }

  /// How wide the level cut of a slanted stroke is that runs `across` in all, itself included.
  func breadth(across: Double, down: Double, thickness: Double) -> Double {
    (0..<6).reduce(thickness) { breadth, _ in
      thickness * Point(1, max(0, across - breadth) / down).length
    }
  }

  /// Moves all that is drawn so far down.
  mutating func lower(by distance: Double) {
    func lowered(_ corners: [Corner]) -> [Corner] {
      corners.map { Corner(point: $0.point + Point(0, distance), radius: $0.radius) }
    }
    pieces = pieces.map { Piece(body: lowered($0.body), hole: lowered($0.hole)) }
  }

  /// A small ring.
  mutating func dot(_ center: Point, radius: Double, hole: Double) {
    func square(_ radius: Double) -> [Corner] {
      [(-1, -1), (1, -1), (1, 1), (-1, 1)].map { x, y in
        Corner(point: center + Point(x, y) * radius, radius: radius)
      }
    }
    pieces.append(Piece(body: square(radius), hole: square(hole)))
  }

  /// What is drawn, every stroke thicker by `growth` on all sides, its corner at `origin`.
  func region(at origin: Point, growth: Double = 0) -> OutlineRegion {
    OutlineRegion(
      pieces.flatMap { piece -> [OutlineEdge] in
        let body = Polygon(piece.body).grown(by: growth)
        let hole = Polygon(piece.hole).grown(by: -growth)
        return body.edges + (hole.area > 4 ? hole.edges.reversed().map(\.reversed) : [])
      }
    ).moved(by: origin)
  }
}

/// A clockwise polygon with rounded corners.
private struct Polygon {
  var corners: [LetterPen.Corner]

  init(_ corners: [LetterPen.Corner]) {
    let points = corners.map(\.point)
    let kept = zip(corners, points.suffix(1) + points.dropLast())
      .filter { ($0.point - $1).length > 1e-3 }.map(\.0)
    self.corners = Self.area(kept) < 0 ? kept.reversed() : kept
  }

  var area: Double { Self.area(corners) }

  private static func area(_ corners: [LetterPen.Corner]) -> Double {
    zip(corners, corners.dropFirst() + corners.prefix(1)).reduce(0) {
      $0 + $1.0.point.cross($1.1.point) / 2
    }
  }

  private func unit(_ index: Int) -> Point {
    let way = corners[(index + 1) % corners.count].point - corners[index].point
    return way * (1 / way.length)
  }

  func grown(by growth: Double) -> Polygon {
    guard growth != 0 else { return self }
    var other = self
    for index in corners.indices {
      let (arriving, leaving) = (unit((index + corners.count - 1) % corners.count), unit(index))
      let sum = arriving + leaving
      let miter = Point(sum.y, -sum.x) * (growth / max(0.25, 1 + arriving.dot(leaving)))
      other.corners[index].point = corners[index].point + miter
      let isConvex = arriving.cross(leaving) > 0
      other.corners[index].radius = max(0, corners[index].radius + (isConvex ? growth : -growth))
    }
    return other
  }

  var edges: [OutlineEdge] {
    let count = corners.count
    guard count > 2 else { return [] }
    let ways = corners.indices.map(unit)
    let sides = corners.indices.map {
      (corners[($0 + 1) % count].point - corners[$0].point).length
    }
    // The tangent of half the turn at each corner, and how much of its sides the rounding takes.
    let halves = corners.indices.map { index -> Double in
      let (arriving, leaving) = (ways[(index + count - 1) % count], ways[index])
      return abs(arriving.cross(leaving)) / max(1e-3, 1 + arriving.dot(leaving))
    }
    var cuts = corners.indices.map { corners[$0].radius * halves[$0] }
    for index in corners.indices {
      let next = (index + 1) % count
      let both = cuts[index] + cuts[next]
      guard both > sides[index] else { continue }
      cuts[index] *= sides[index] / both
      cuts[next] *= sides[index] / both
    }
    var (edges, last): ([OutlineEdge], Point?) = ([], nil)
    for index in corners.indices.map({ $0 }) + [0] {
      let (arriving, leaving) = (ways[(index + count - 1) % count], ways[index])
      let corner = corners[index].point
      let isRound = cuts[index] > 1e-6 && halves[index] > 1e-6
      let first = isRound ? (corner - arriving * cuts[index]).settled : corner.settled
      if let last, (first - last).length > 2e-5 { edges.append(OutlineEdge(last, first)) }
      guard isRound else {
        last = first
        continue
      }
      let end = (corner + leaving * cuts[index]).settled
      let isFirstAgain = last != nil && index == 0
      let radius = cuts[index] / halves[index]
      let turn = arriving.cross(leaving) > 0 ? 1.0 : -1
      let center = first + Point(-arriving.y, arriving.x) * (radius * turn)
      if !isFirstAgain {
        edges += OutlineEdge.edges(
          from: first, to: end,
          OutlineEdge.Arc(center: center, radius: radius, isClockwise: turn > 0))
      }
      last = end
    }
    return edges
  }
}
