public import BlazonScene

/// Laurels, drawn the same wherever they stand.
public enum Ornament {
  /// How the leaves of a laurel stand.
  public enum Leaves: String, CaseIterable, Sendable {
    /// All outside the stem, like rays.
    case outward
    /// In pairs on both sides of the stem, as they grow.
    case along
  }

  /// Two branches of leaves about `center`, open at the top by twice `opening`.
  public static func laurel(
    at center: Point, radius: Double, pairs: Int, leaf length: Double, opening: Angle,
    light: Paint, dark: Paint, stem: Color, leaves: Leaves = .outward
  ) -> [Node] {
    [-1.0, 1].flatMap { side in
      branch(
        center, radius, side: side, pairs: pairs, length: length, from: 10,
        to: 180 - opening.degrees, light: light, dark: dark, stem: stem, leaves: leaves)
    }
  }

  private static func branch(
    _ center: Point, _ radius: Double, side: Double, pairs: Int, length: Double,
    from start: Double, to end: Double, light: Paint, dark: Paint, stem: Color, leaves: Leaves
  ) -> [Node] {
    // Degrees are counted from straight down, up along the branch.
    func point(_ degrees: Double) -> Point {
      let angle = Angle(degrees: degrees)
      return Point(center.x + side * radius * angle.sine, center.y + radius * angle.cosine)
    }
    func leaf(at degrees: Double, scale: Double, splay: Double, side flip: Double) -> Path {
      let p = point(degrees)
      let turn = Angle(degrees: side * (leaves == .along ? -degrees : 90 - degrees))
      let map = Affine.translation(p.x, p.y).after(.rotation(turn))
        .after(.scale(side, 1)).after(.rotation(Angle(degrees: -splay * flip)))
        .after(.scale(length * scale, length * scale * flip))
      return leafPath.transformed(by: map)
    }
    var stemPath = Path()
    stemPath.append(
      arc: center, radius: radius, from: Angle(degrees: 180 - side * start),
      to: Angle(degrees: 180 - side * end), joining: .move)
    var (outside, inside) = (Path(), Path())
    for i in 0..<pairs {
      let t = (Double(i) + 0.35) / Double(pairs)
      let scale = t > 0.3 ? 1 - 0.34 * t : 0.86 + 0.4 * t
      let degrees = start + (end - start) * t
      outside.append(leaf(at: degrees, scale: scale, splay: 34, side: -1))
      inside.append(leaf(at: degrees, scale: scale * 0.82, splay: 30, side: 1))
    }
    outside.append(leaf(at: end, scale: 0.66, splay: 0, side: 1))
    return [
      .shape(Shape(stemPath, stroke: Stroke(.color(stem), width: 2.4, cap: .round))),
      .shape(Shape(outside, fill: light)), .shape(Shape(inside, fill: dark)),
    ]
  }

  /// A leaf from (0, 0) to (1, 0).
  private static let leafPath = Path("M0 0C.22-.37.72-.3 1 0C.72.21.22.27 0 0Z")
}

/// A star of facets in two tones, as cut from a thick sheet of metal.
public struct BevelledStar: Sendable {
  private var center: Point
  private var corners: [Point]

  /// `inner` is the radius of its notches over that of its points.
  public init(at center: Point, radius: Double, inner: Double = 0.47, points: Int = 5) {
    self.center = center
    corners = Path.starPoints(center: center, outer: radius, inner: radius * inner, points: points)
  }

  public var outline: Path { Path(polygon: corners) }

  public func nodes(light: Color, dark: Color) -> [Node] {
    let facets = Path(
      joining: stride(from: 1, to: corners.count, by: 2).map {
        Path(polygon: [center, corners[$0], corners[($0 + 1) % corners.count]])
      })
    return [
      .shape(Shape(outline, fill: .color(dark))), .shape(Shape(facets, fill: .color(light))),
    ]
  }
}
