public import BlazonScene

/// The parts of a rosette of ribbon: a wheel of pleats, and the tails that hang from it.
public enum Rosette {
  /// A ribbon laid in `count` pleats about `center`, its edge a zigzag `zigzag` deep.
  ///
  /// Each pleat has a side in the light and one in the dark; towards `inner` they sink into `shade`.
  public static func wheel(
    at center: Point, radius: Double, inner: Double, count: Int, zigzag: Double, rotation: Angle,
    fill: Paint, light: Color, dark: Color, shade: Color
  ) -> [Node] {
    let edge = edge(
      at: center, radius: radius, count: count, zigzag: zigzag, rotation: rotation)
    // Every other side of the pleats is a dash of a broad circle.
    let (low, high) = (inner * 0.85, radius * 1.03)
    let dash = ((low + high) / 2 * .pi / Double(count)).hundredths
    let middle = dash * Double(count) / .pi
    func sides(from first: Double, _ color: Color) -> Node {
      let start = rotation.degrees + first * 180 / Double(count)
      var circle = Path()
      circle.append(
        arc: center, radius: middle, from: Angle(degrees: start), to: Angle(degrees: start + 360),
        joining: .move)
      return .shape(
        Shape(circle, stroke: Stroke(.color(color), width: high - low, dashes: [dash, dash])))
    }
    let (start, share) = (max(0, min(0.9, inner / radius)), 0.14)
    let sunk = RadialGradient(
      center: center, radius: radius,
      stops: [
        GradientStop(start, shade.withAlpha(shade.alpha * 0.62)),
        GradientStop(start + share, shade.withAlpha(shade.alpha * 0.1)),
        GradientStop(0.93, shade.withAlpha(0)),
      ])
    let rim = RadialGradient(
      center: center, radius: radius,
      stops: [
        GradientStop(0.88, Color.white.withAlpha(0)), GradientStop(1, Color.white.withAlpha(0.2)),
      ])
    return [
      .shape(Shape(edge, fill: fill)),
      .group(
        Group(
          [
            sides(from: 0, dark), sides(from: 1, light),
            .shape(Shape(edge, fill: .radial(sunk))), .shape(Shape(edge, fill: .radial(rim))),
          ], clip: edge)),
    ]
  }

  /// The zigzag edge of a wheel.
  public static func edge(
    at center: Point, radius: Double, count: Int, zigzag: Double, rotation: Angle
  ) -> Path {
    Path(
      polygon: Path.starPoints(
        center: center, outer: radius, inner: radius - zigzag, points: count, rotation: rotation),
      corner: 3)
  }

  /// The outlines of the two tails that hang from `top`, `spread` to its left and right, each turned
  /// outwards by `angle`, and the maps that hang them there.
  public static func tails(
    from top: Point, width: Double, length: Double, angle: Angle, spread: Double, notch: Double
  ) -> [(outline: Path, map: Affine)] {
    let half = width / 2
    let straight = Path(polygon: [
      Point(-half, 0), Point(half, 0), Point(half, length), Point(0, length - notch),
      Point(-half, length),
    ])
    return [-1.0, 1].map { side in
      let map = Affine.translation(top.x + side * spread, top.y)
        .after(.rotation(Angle(degrees: -side * angle.degrees)))
      return (straight.transformed(by: map), map)
    }
  }
}
