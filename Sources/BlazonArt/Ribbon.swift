public import BlazonScene

/// A ribbon across a badge, bent along a parabola; its edges are exact cubics.
public struct Ribbon: Hashable, Sendable {
  /// The middle of the band.
  public var center: Point
  public var width: Double
  public var height: Double
  /// The sagitta: positive bends the ends up, negative down.
  public var arc: Double
  /// How far the tails reach beyond the band.
  public var tail: Double
  /// How far the tails reach behind the band.
  public var overlap: Double
  /// How far the tails hang below the band.
  public var drop: Double
  /// How deep the tails are notched.
  public var notch: Double

  public init(
    center: Point, width: Double, height: Double, arc: Double, tail: Double, overlap: Double,
    drop: Double, notch: Double
  ) {
    (self.center, self.width, self.height, self.arc) = (center, width, height, arc)
    (self.tail, self.overlap, self.drop, self.notch) = (tail, overlap, drop, notch)
  }

  private var half: Double { width / 2 }
  private var top: Double { center.y - height / 2 }

  /// The point `u` beside the axis and `v` below the upper edge.
  private func point(_ u: Double, _ v: Double) -> Point {
    Point(center.x + u, top + v - arc * (u / half) * (u / half))
  }

  private func slope(_ u: Double) -> Double { -2 * arc * u / (half * half) }

  /// The edge at depth `v` from `u0` to `u1`: a parabola is one cubic.
  private func edge(_ path: inout Path, from u0: Double, to u1: Double, at v: Double) {
    let (a, b) = (point(u0, v), point(u1, v))
    let third = (u1 - u0) / 3
    path.cubic(
      Point(a.x + third, a.y + slope(u0) * third), Point(b.x - third, b.y - slope(u1) * third),
      to: b)
  }

  /// The band itself.
  public var band: Path {
    var path = Path()
    path.move(to: point(-half, 0))
    edge(&path, from: -half, to: half, at: 0)
    path.line(to: point(half, height))
    edge(&path, from: half, to: -half, at: height)
    path.close()
    return path
  }

  /// A line along the band, `inset` short of its ends.
  public func line(at depth: Double, inset: Double = 0) -> Path {
    var path = Path()
    path.move(to: point(-half + inset, depth))
    edge(&path, from: -half + inset, to: half - inset, at: depth)
    return path
  }

  /// The left and the right tail.
  public var tails: [Path] {
    [-1.0, 1].map { side in
      let (outer, inner) = (side * (half + tail), side * (half - overlap))
      return Path(polygon: [
        point(inner, drop), point(outer, drop),
        point(side * (half + tail - notch), 0)
          + Point(0, point(outer, drop).y + height / 2 - point(side * (half + tail - notch), 0).y),
        point(outer, drop) + Point(0, height), point(inner, drop) + Point(0, height),
      ])
    }
  }

  /// The dark corners where the tails fold behind the band.
  public var folds: Path {
    Path(
      joining: [-1.0, 1].map { side in
        let inner = side * (half - overlap)
        return Path(polygon: [
          point(side * half, height), point(inner, height), point(inner, height) + Point(0, drop),
        ])
      })
  }

  /// The horizontal extent of a tail from behind the band (0) to its tip (1).
  public func tailExtent(side: Double) -> (start: Point, end: Point) {
    (point(side * (half - overlap), 0), point(side * (half + tail), 0))
  }

  /// The frame for a letter `distance` beside the middle: the origin on a baseline that centres
  /// capitals of height `capHeight`, x along the band.
  public func frame(at distance: Double, capHeight: Double) -> Affine {
    let p = point(distance, height / 2)
    let tangent = slope(distance)
    let length = (1 + tangent * tangent).squareRoot()
    let (c, s) = (1 / length, tangent / length)
    return Affine.translation(p.x, p.y)
      .after(Affine(c, s, -s, c, 0, 0)).after(.translation(0, capHeight / 2))
  }

  /// Everything the ribbon covers.
  public var bounds: Rect {
    ([band] + tails).compactMap(\.controlBox).reduce(
      Rect(center: center, width: width, height: height)
    ) { $0.union($1) }
  }
}
