internal import BlazonArt
public import BlazonScene

/// What a ribbon is made of, with the tones of its tails and folds and the ink of its words.
public struct Cloth: Hashable, Sendable {
  /// Top to bottom for cloth, left to right for a plate of metal.
  private var stops: [GradientStop]
  private var angle: Angle
  /// The one tone of the flat finish.
  public var flat: Color
  public var ink: Color
  public var tailTip: Color, tailShade: Color, fold: Color
  public var hairline: Color
  /// The line around it that is seen on any page.
  public var outline: Color
  /// How much light the upper edge catches, 0…1.
  public var edge: Double

  /// A plate of metal.
  init(_ metal: Metal) {
    (stops, angle) = (metal.ribbonStops, 90)
    flat = metal.light.mixed(with: metal.body, 0.25)
    ink = metal.ink
    (tailTip, tailShade) = (metal.body, metal.deep)
    fold = metal.deep.lightened(by: -0.1)
    hairline = metal.light.mixed(with: .white, 0.5)
    outline = metal.body.ground(.edge)
    edge = 0.6
  }

  /// Woven cloth of `color`, as asked; where its ink needs it, a little darker or lighter. Cloth like paper
  /// is lined with `lining`, the badge's ground, which its tails show.
  init(_ color: Color, lining: Color) {
    let middle = color.ground(.under)
    ink = color.ground(.on)
    let isDark = middle.contrast(with: .white) > middle.contrast(with: .black)
    // The light falls where the ink can bear it.
    let (above, below) = isDark ? (0.02, -0.05) : (0.05, -0.01)
    stops = [
      GradientStop(0, middle.lightened(by: above)), GradientStop(0.5, middle),
      GradientStop(1, middle.lightened(by: below)),
    ]
    angle = 180
    flat = middle
    let lightness = OKLab(middle).lightness
    let depth = isDark ? min(0.14, lightness * 0.4) : 0.16
    (tailTip, tailShade) = (
      middle.tone(lightness - depth * 0.5), middle.tone(max(0.05, lightness - depth * 1.4))
    )
    fold = middle.tone(max(0.03, lightness * 0.42))
    // Light cloth is sewn with lighter thread, unless it is paler than any.
    hairline =
      isDark
      ? middle.lightened(by: 0.2)
      : lightness < 0.88 ? middle.mixed(with: .white, 0.6) : middle.tone(lightness - 0.2)
    outline = middle.ground(.edge)
    let isPaper = lightness > 0.93 && OKLab(lining).lightness < 0.8
    if isPaper {
      let back = lining.ground(.field)
      let depth = OKLab(back).lightness
      (tailTip, tailShade) = (back, back.tone(depth * 0.76))
      fold = back.tone(depth * 0.48)
      outline = lining.ground(.edge)
    }
    edge = isDark ? 0.4 : 0.75
  }

  /// The band's paint over `box`.
  func paint(over box: Rect) -> Paint {
    .linear(LinearGradient(angle: angle, over: box, stops: stops))
  }
}
