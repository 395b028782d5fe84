internal import BlazonScene

/// The crown of a cut stone seen from above: facets between the girdle and the table.
struct CutStone {
  var center: Point
  /// To the girdle's and to the table's corners.
  var radius: Double, table: Double
  var sides: Int
  var rotation: Angle
  /// The colours that light makes of it, from the upper left to the lower right.
  var colors: [Color]

  /// How many pairs of facets stand along each side.
  private static let cuts = 4
  /// No two facets of a real stone catch the same light.
  private static let glints = [
    -0.011, 0.018, 0.026, -0.020, 0.007, -0.026, 0.013, 0.029, -0.016, 0.004, -0.029, 0.022,
    0.010, -0.007, 0.024, -0.023, 0.016, -0.013, 0.028, -0.004, -0.019, 0.020, 0.002, -0.027,
    0.012, 0.025, -0.009, 0.017, -0.022, 0.006, 0.021, -0.015,
  ]

  func nodes() -> [Node] {
    let (girdle, table) = (points(radius), points(table))
    var nodes: [Node] = []
    var (edges, corners) = (Path(), Path())
    for index in girdle.indices {
      let next = (index + 1) % girdle.count
      let (a, b, c, d) = (girdle[index], girdle[next], table[next], table[index])
      let leans = index.isMultiple(of: 2)
      // Like neighbours in a fan, facets lean to and from the middle of their pair.
      let facets =
        leans
        ? [([a, b, c], 0.055), ([a, c, d], -0.045)] : [([a, b, d], -0.035), ([b, c, d], 0.065)]
      for (place, facet) in facets.enumerated() {
        nodes.append(
          self.facet(facet.0, side: index / Self.cuts, facet.1, glint: 2 * index + place))
      }
      edges.append(Path(polygon: leans ? [a, c] : [b, d], isClosed: false))
      if index.isMultiple(of: Self.cuts) {
        corners.append(Path(polygon: [a, d], isClosed: false))
      }
    }
    let white = Color.white
    nodes.append(.shape(Shape(edges, stroke: Stroke(.color(white.withAlpha(0.45)), width: 0.9))))
    nodes.append(.shape(Shape(corners, stroke: Stroke(.color(white.withAlpha(0.6)), width: 1.2))))
    return nodes
  }

  /// The corners of a polygon and the points that cut its sides.
  private func points(_ radius: Double) -> [Point] {
    let corners = Path.regularPolygon(
      center: center, radius: radius, sides: sides, rotation: rotation)
    return corners.indices.flatMap { index in
      (0..<Self.cuts).map {
        corners[index].mixed(
          with: corners[(index + 1) % sides], Double($0) / Double(Self.cuts))
      }
    }
  }

  private func facet(_ corners: [Point], side: Int, _ lift: Double, glint: Int) -> Node {
    let middle = corners.reduce(Point(0, 0), +) * (1 / Double(corners.count)) - center
    let along = 0.5 + (middle.x * 0.8 + middle.y * 0.6) / (1.85 * radius)
    let normal = Angle(degrees: rotation.degrees + 360 * (Double(side) + 0.5) / Double(sides))
    let light = (-normal.sine * 0.5 + normal.cosine * 0.87) * 0.1
    let value = light + lift + Self.glints[glint % Self.glints.count]
    let (first, last) = (
      color(along).lightened(by: value), color(along + 0.1).lightened(by: value - 0.05)
    )
    let fill = LinearGradient(
      start: corners[0], end: corners[2], stops: [GradientStop(0, first), GradientStop(1, last)])
    // The thin line hides the seam to the neighbour.
    return .shape(
      Shape(
        Path(polygon: corners), fill: .linear(fill),
        stroke: Stroke(.color(first), width: 0.7, join: .round)))
  }

  private func color(_ share: Double) -> Color {
    guard let last = colors.last, colors.count > 1 else { return colors.first ?? .white }
    let place = max(0, min(1, share)) * Double(colors.count - 1)
    let index = Int(place)
    guard index < colors.count - 1 else { return last }
    return colors[index].mixed(with: colors[index + 1], place - Double(index))
  }
}
