/// The plain shapes that everything else is cut from. Closed, and drawn clockwise.
extension Path {
  public init(polygon points: [Point], isClosed: Bool = true) {
    for (index, point) in points.enumerated() {
      segments.append(index == 0 ? .move(point) : .line(point))
    }
    if isClosed { close() }
  }

  public init(rect: Rect, corner: Double = 0) {
    self.init(
      polygon: [
        Point(rect.minX, rect.minY), Point(rect.maxX, rect.minY),
        Point(rect.maxX, rect.maxY), Point(rect.minX, rect.maxY),
      ], corner: corner)
  }

  public init(circle center: Point, radius: Double) {
    self.init()
    append(arc: center, radius: radius, from: 90, to: 450, joining: .move)
    close()
  }

  /// A polygon with rounded corners; a corner never takes more than half of a side.
  public init(polygon points: [Point], corner: Double) {
    self.init(polygon: points, corners: Array(repeating: corner, count: points.count))
  }

  /// A polygon with a corner radius for each of its points.
  public init(polygon points: [Point], corners: [Double]) {
    self.init()
    let count = points.count
    for i in 0..<count {
      let (before, corner, after) = (
        points[(i + count - 1) % count], points[i], points[(i + 1) % count]
      )
      let (toBefore, toAfter) = (before - corner, after - corner)
      let (l1, l2) = (toBefore.length, toAfter.length)
      let (u1, u2) = (toBefore * (1 / l1), toAfter * (1 / l2))
      let angle = Math.arcCosine(max(-1, min(1, u1.x * u2.x + u1.y * u2.y)))
      guard corners[i] > 0, l1 > 0, l2 > 0, angle < .pi - 1e-3 else {
        segments.append(isEmpty ? .move(corner) : .line(corner))
        continue
      }
      let cut = min(corners[i] / Math.tangent(angle / 2), l1 / 2, l2 / 2)
      let radius = cut * Math.tangent(angle / 2)
      let handle = 4.0 / 3 * Math.tangent((.pi - angle) / 4) * radius
      let (start, end) = (corner + u1 * cut, corner + u2 * cut)
      segments.append(isEmpty ? .move(start) : .line(start))
      cubic(start - u1 * handle, end - u2 * handle, to: end)
    }
    close()
  }

  /// The points of a regular polygon, the first at the angle `rotation`.
  public static func regularPolygon(
    center: Point, radius: Double, sides: Int, rotation: Angle = 0
  ) -> [Point] {
    (0..<sides).map {
      center.polar(radius, Angle(degrees: rotation.degrees + 360 * Double($0) / Double(sides)))
    }
  }

  /// The points of a star, outer and inner in turn, the first outer one at the angle `rotation`.
  public static func starPoints(
    center: Point, outer: Double, inner: Double, points: Int, rotation: Angle = 0
  ) -> [Point] {
    (0..<2 * points).map {
      center.polar(
        $0.isMultiple(of: 2) ? outer : inner,
        Angle(degrees: rotation.degrees + 180 * Double($0) / Double(points)))
    }
  }

  public enum ArcJoin: Sendable { case move, line, none }

  /// Appends a circular arc as cubics of at most 46 degrees.
  ///
  /// The error of a cubic over 46 degrees is below 1e-5 of the radius.
  public mutating func append(
    arc center: Point, radius: Double, from start: Angle, to end: Angle, joining: ArcJoin
  ) {
    let sweep = end.degrees - start.degrees
    let count = max(1, Int((abs(sweep) / 46).rounded(.up)))
    let step = Angle(degrees: sweep / Double(count))
    let handle = 4.0 / 3 * Math.tangent(step.radians / 4) * radius
    func tangent(_ angle: Angle) -> Point { Point(angle.cosine, angle.sine) }
    var angle = start
    var from = center.polar(radius, angle)
    switch joining {
    case .move: move(to: from)
    case .line: line(to: from)
    case .none: break
    }
    for i in 1...count {
      let next = Angle(degrees: start.degrees + step.degrees * Double(i))
      let to = center.polar(radius, next)
      cubic(from + tangent(angle) * handle, to - tangent(next) * handle, to: to)
      (angle, from) = (next, to)
    }
  }
}
