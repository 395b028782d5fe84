public import BlazonScene

/// A seal of metal foil pressed into paper: a scalloped edge, a raised rim, and a field of enamel for a badge.
public struct FoilSeal: Sendable {
  public var center: Point
  /// From the centre to the crests of the scallops.
  public var radius: Double
  public var metal: Metal
  /// The colour of the enamel.
  public var enamel: Color

  public init(center: Point, radius: Double, metal: Metal, enamel: Color) {
    (self.center, self.radius, self.metal, self.enamel) = (center, radius, metal, enamel)
  }

  /// The light comes from the upper left; what is hollow has its sheen the other way round.
  public func nodes() -> [Node] {
    let scallops = Silhouette.seal.path(
      Silhouette.Measures(center: center, radius: radius, count: 40, depth: radius * 0.045))
    return [
      shadow(),
      .shape(
        Shape(
          scallops, fill: sheen(135, over: radius),
          stroke: Stroke(.color(metal.deep.withAlpha(0.55)), width: radius * 0.008))),
      disc(0.90, sheen(315, over: radius * 0.90)),
      disc(0.875, sheen(135, over: radius * 0.875)),
      disc(0.80, .color(metal.deep)),
      disc(0.785, glow()),
      rays(from: 0.46, to: 0.74),
      ring(0.755, 0.012, metal.body),
    ]
  }

  /// What the seal throws on the paper, a little below it.
  private func shadow() -> Node {
    let (middle, reach) = (Point(center.x, center.y + radius * 0.045), radius * 1.09)
    let dark = metal.deep.tone(0.25)
    return .shape(
      Shape(
        Path(circle: middle, radius: reach),
        fill: .radial(
          RadialGradient(
            center: middle, radius: reach,
            stops: [
              GradientStop(0.82, dark.withAlpha(0.42)), GradientStop(0.93, dark.withAlpha(0.13)),
              GradientStop(1, dark.withAlpha(0)),
            ]))))
  }

  private func sheen(_ degrees: Double, over reach: Double) -> Paint {
    .linear(
      LinearGradient(
        angle: Angle(degrees: degrees),
        over: Rect(center: center, width: 2 * reach, height: 2 * reach), stops: metal.stops))
  }

  /// The enamel, lit from the middle.
  private func glow() -> Paint {
    .radial(
      RadialGradient(
        center: center, radius: radius * 0.785,
        stops: [
          GradientStop(0, enamel.mixed(with: .white, 0.34)),
          GradientStop(0.6, enamel.mixed(with: .white, 0.14)), GradientStop(1, enamel),
        ]))
  }

  private func disc(_ share: Double, _ fill: Paint) -> Node {
    .shape(Shape(Path(circle: center, radius: radius * share), fill: fill))
  }

  private func ring(_ share: Double, _ width: Double, _ color: Color) -> Node {
    .shape(
      Shape(
        Path(circle: center, radius: radius * share),
        stroke: Stroke(.color(color), width: radius * width)))
  }

  /// Engraved rays: the dashes of one broad circle.
  private func rays(from low: Double, to high: Double) -> Node {
    let count = 96.0
    let middle = radius * (low + high) / 2
    let pitch = 2 * .pi * middle / count
    let dash = (pitch * 0.42).hundredths
    return .shape(
      Shape(
        Path(circle: center, radius: middle),
        stroke: Stroke(
          .color(metal.light.withAlpha(0.16)), width: radius * (high - low),
          dashes: [dash, pitch - dash])))
  }
}
