public import BlazonForm
public import BlazonScene

/// A ribbon laid in pleats about a point: one wheel of a rosette.
public struct PleatsSlot: Sendable {
  public var at: Point
  public var radius: Double, inner: Double
  public var count: Int
  public var zigzag: Double
  public var rotation: Angle
  public var fill: PaintExpression
  /// The two sides of a pleat, over the fill.
  public var light: ColorExpression, dark: ColorExpression
  public var shade: ColorExpression
  public var shadow: ShadowSlot?

  enum Keys {
    static let at = Key("at", .point, "the centre")
    static let radius = Key("radius", .size, "to the outer edge")
    static let inner = Key("inner", .length, "where the pleats vanish below what lies on them")
    static let count = Key("count", Form<Int>.count(in: 8...90), "how many pleats")
    static let zigzag = Key("zigzag", .length, "how deep the edge is notched")
    static let rotate = Key("rotate", Form<Double>.number, "a clockwise turn in degrees")
    static let fill = Key("fill", .paint, "the ribbon's paint")
    static let light = Key("light", .color, "over the lit side of each pleat")
    static let dark = Key("dark", .color, "over the dark side of each pleat")
    static let shade = Key("shade", .color, "the depth at the inner end")
    static let shadow = Key("shadow", ShadowSlot.form, "the shadow it throws")
    static let all = [
      KeyDeclaration(at), .init(radius), .init(inner), .init(count), .init(zigzag), .init(rotate),
      .init(fill), .init(light), .init(dark), .init(shade), .init(shadow),
    ]
  }

  static let mapForm = Form<[PleatsSlot]>("wheels of pleats by name", .map(.chapter("pleats"))) {
    tree, reading in
    reading.list(tree) { tree, reading in
      guard var fields = Fields(tree, of: "a wheel of pleats", declared: Keys.all, &reading) else {
        return nil
      }
      let radius = fields.take(Keys.radius, &reading) ?? 200
      let slot = PleatsSlot(
        at: fields.take(Keys.at, &reading) ?? Point(256, 256), radius: radius,
        inner: fields.take(Keys.inner, &reading) ?? radius * 0.75,
        count: fields.take(Keys.count, &reading) ?? 40,
        zigzag: fields.take(Keys.zigzag, &reading) ?? radius * 0.035,
        rotation: Angle(degrees: fields.take(Keys.rotate, &reading) ?? 0),
        fill: fields.take(Keys.fill, &reading) ?? .color(.color(.white)),
        light: fields.take(Keys.light, &reading) ?? .alpha(.color(.white), 0.12),
        dark: fields.take(Keys.dark, &reading) ?? .alpha(.color(.black), 0.2),
        shade: fields.take(Keys.shade, &reading) ?? .color(.black),
        shadow: fields.take(Keys.shadow, &reading))
      fields.finish(&reading)
      return slot
    }
  }
}
