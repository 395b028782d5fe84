public import BlazonForm
public import BlazonScene

/// Where stars stand: in a row about a point.
public struct StarsSlot: Sendable {
  public var at: Point, radius: Double, gap: Double
  /// The widest row; more stars are drawn smaller.
  public var width: Double
  /// How far the outer ones of a row stand above (+) its middle.
  public var bow: Double
  public var light: ColorExpression, dark: ColorExpression
  /// A line around each of them, below it.
  public var outline: Slots.Band?
  public var shadow: ShadowSlot?

  enum Keys {
    static let at = Key("at", .point, "the middle of the row")
    static let radius = Key("radius", .size, "of one star")
    static let gap = Key("gap", .size, "from star to star")
    static let width = Key("width", .size, "of the widest row; more stars are drawn smaller")
    static let bow = Key(
      "bow", Form<Double>.number, "how far the outer stars stand above the middle")
    static let light = Key("light", .color, "the lit facets")
    static let dark = Key("dark", .color, "the dark facets")
    static let outline = Key(
      "outline", Slots.Band.form, "a line around each of them {width, fill}, seen on any ground")
    static let shadow = Key("shadow", ShadowSlot.form, "the shadow they throw")
    static let all = [
      KeyDeclaration(at), .init(radius), .init(gap), .init(width), .init(bow), .init(light),
      .init(dark), .init(outline), .init(shadow),
    ]
  }

  static let form = Form<StarsSlot>("where stars stand", .chapter("stars")) { tree, reading in
    guard var fields = Fields(tree, of: "the stars' slot", declared: Keys.all, &reading) else {
      return nil
    }
    let slot = StarsSlot(
      at: fields.take(Keys.at, &reading) ?? Point(256, 256),
      radius: fields.take(Keys.radius, &reading) ?? 20, gap: fields.take(Keys.gap, &reading) ?? 46,
      width: fields.take(Keys.width, &reading) ?? 400,
      bow: fields.take(Keys.bow, &reading) ?? 0,
      light: fields.take(Keys.light, &reading) ?? .color(.white),
      dark: fields.take(Keys.dark, &reading) ?? .color(Color(hex: 0xCCCCCC)),
      outline: fields.take(Keys.outline, &reading), shadow: fields.take(Keys.shadow, &reading))
    fields.finish(&reading)
    return slot
  }
}
