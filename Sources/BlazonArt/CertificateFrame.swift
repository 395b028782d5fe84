public import BlazonScene

/// The ornate border of a page: a band of fine waves between metal lines, stars in its corners, and an
/// inner line with hollow corners.
public struct CertificateFrame: Sendable {
  public var size: Size
  /// From the edge of the page to the band, and the band's width.
  public var inset: Double, width: Double
  /// The paint of the band, and that of all metal lines.
  public var fill: Paint, edge: Paint
  /// The colour of the waves.
  public var line: Color
  public var star: Metal
  /// The radius of the hollow corners.
  public var notch: Double

  public init(
    size: Size, inset: Double, width: Double, fill: Paint, edge: Paint, line: Color, star: Metal,
    notch: Double
  ) {
    (self.size, self.inset, self.width) = (size, inset, width)
    (self.fill, self.edge, self.line) = (fill, edge, line)
    (self.star, self.notch) = (star, notch)
  }

  public func nodes() -> [Node] {
    band() + corners.flatMap(corner) + innerLines()
  }

  private func page(inset: Double) -> Rect {
    Rect(x: 0, y: 0, width: size.width, height: size.height).expanded(by: -inset)
  }

  /// The middle of the band in the four corners, clockwise from the upper left.
  private var corners: [Point] { page(inset: inset + width / 2).corners }

  private func metalLine(_ path: Path, _ width: Double, opacity: Double = 1) -> Node {
    .shape(Shape(path, stroke: Stroke(edge, width: width), opacity: opacity))
  }

  private func band() -> [Node] {
    let (outer, inner) = (page(inset: inset), page(inset: inset + width))
    let outlines = Path(rect: outer) + Path(rect: inner)
    return [
      .shape(Shape(outlines, fill: fill, isEvenOdd: true))
    ] + waves() + [
      metalLine(outlines, 2.4),
      metalLine(Path(rect: outer.expanded(by: 7)) + Path(rect: inner.expanded(by: -7)), 0.9),
    ]
  }

  /// Four lines along each side. Each is the first, moved along by quarters of a wave; its ends lie below the
  /// corners.
  private func waves() -> [Node] {
    let halfTurn = Affine(-1, 0, 0, -1, size.width, size.height)
    return zip(corners, corners.dropFirst()).prefix(2).compactMap { start, end in
      // A frame may be so wide that nothing is left of a side.
      guard (end - start).length > 0.01 else { return nil }
      let strand = Guilloche.strand(
        from: start, to: end, amplitude: width / 2 - 3, period: width)
      let quarter = (end - start) * (1 / max(1, ((end - start).length / width).rounded()) / 4)
      let places = [-1.5, -0.5, 0.5, 1.5].map { share in
        Affine.translation(quarter.x * share, quarter.y * share)
      }
      return .repeated(
        Repeat(
          .shape(Shape(strand, stroke: Stroke(.color(line), width: 0.8))),
          at: places + places.map { halfTurn.after($0) }))
    }
  }

  private func corner(_ center: Point) -> [Node] {
    let half = width * 0.61
    let square = Path(rect: Rect(center: center, width: 2 * half, height: 2 * half))
    return [
      .shape(Shape(square, fill: fill)),
      metalLine(square, 2.2),
      metalLine(Path(circle: center, radius: width * 0.42), 1.3),
    ]
      + BevelledStar(at: center, radius: width * 0.42, inner: 0.28, points: 4)
      .nodes(light: star.light, dark: star.deep)
  }

  private func innerLines() -> [Node] {
    let depth = inset + width + 17
    var nodes = [metalLine(hollow(depth), 1.5), metalLine(hollow(depth + 5), 0.7)]
    for (index, corner) in page(inset: depth).corners.enumerated() {
      let start = 90 + 90 * Double(index)
      for (radius, opacity) in [(0.78, 1.0), (0.62, 0.7), (0.47, 0.5)] {
        var arc = Path()
        arc.append(
          arc: corner, radius: notch * radius, from: Angle(degrees: start),
          to: Angle(degrees: start + 90), joining: .move)
        nodes.append(metalLine(arc, 1.1, opacity: opacity))
      }
      nodes += BevelledStar(
        at: corner.polar(notch * 0.25, Angle(degrees: start + 45)), radius: notch * 0.19,
        inner: 0.3, points: 4
      ).nodes(light: star.body, dark: star.deep)
    }
    return nodes
  }

  /// A rectangle whose corners are cut out by circles about them.
  private func hollow(_ inset: Double) -> Path {
    var path = Path()
    for (index, corner) in page(inset: inset).corners.enumerated() {
      let start = 180 + 90 * Double(index)
      path.append(
        arc: corner, radius: notch, from: Angle(degrees: start), to: Angle(degrees: start - 90),
        joining: index == 0 ? .move : .line)
    }
    path.close()
    return path
  }
}

extension Rect {
  /// Clockwise from the upper left.
  fileprivate var corners: [Point] {
    [Point(minX, minY), Point(maxX, minY), Point(maxX, maxY), Point(minX, maxY)]
  }
}
