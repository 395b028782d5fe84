public import BlazonForm
internal import BlazonScene

/// A seam along the inside of the outline.
public struct StitchSlot: Sendable {
  /// The seam's size as a share of the outline's.
  public var scale: Double
  public var width: Double
  public var dashes: [Double]
  public var fill: PaintExpression
  public var opacity: Double
  public var shadow: ShadowSlot?

  enum Keys {
    static let scale = Key(
      "scale", Form<Double>.number(in: 0.2...1), "its size as a share of the outline's")
    static let width = Key("width", .length, "of the thread")
    static let dashes = Key(
      "stroke-dasharray", .dashes, "stitch and gap; stretched a little, so that they come out even")
    static let fill = Key("fill", .paint, "the thread's paint")
    static let opacity = Key("opacity", .opacity, "0 to 1")
    static let shadow = Key("shadow", ShadowSlot.form, "the shadow it throws")
    static let all = [
      KeyDeclaration(scale), .init(width), .init(dashes), .init(fill), .init(opacity),
      .init(shadow),
    ]
  }

  static let form = Form<StitchSlot>("a seam", .chapter("stitch")) { tree, reading in
    guard var fields = Fields(tree, of: "a seam", declared: Keys.all, &reading) else { return nil }
    let slot = StitchSlot(
      scale: fields.take(Keys.scale, &reading) ?? 0.955,
      width: fields.take(Keys.width, &reading) ?? 3,
      dashes: fields.take(Keys.dashes, &reading) ?? [11.9, 6],
      fill: fields.take(Keys.fill, &reading) ?? .color(.color(.white)),
      opacity: fields.take(Keys.opacity, &reading) ?? 0.95,
      shadow: fields.take(Keys.shadow, &reading))
    fields.finish(&reading)
    return slot
  }
}
