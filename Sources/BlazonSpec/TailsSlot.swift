public import BlazonForm
public import BlazonScene

/// The two tails that hang from a rosette.
public struct TailsSlot: Sendable {
  /// Between the two, where they are fixed.
  public var at: Point
  public var width: Double, length: Double
  /// How far each is turned outwards.
  public var angle: Angle
  /// From the middle to each.
  public var spread: Double
  public var notch: Double
  public var fill: PaintExpression
  /// The two lines along each tail.
  public var stripe: PaintExpression
  public var stripeWidth: Double
  /// The shadow of what they hang below.
  public var shade: ColorExpression
  public var shadow: ShadowSlot?

  enum Keys {
    static let at = Key("at", .point, "between the two, where they are fixed")
    static let width = Key("width", .size, "of one tail")
    static let length = Key("length", .size, "of one tail")
    static let angle = Key(
      "angle", Form<Double>.number(in: -45...45), "how far each is turned outwards, in degrees")
    static let spread = Key("spread", .length, "from the middle to each")
    static let notch = Key("notch", .length, "how deep the ends are notched")
    static let fill = Key("fill", .paint, "their paint")
    static let stripe = Key("stripe", .paint, "the paint of the two lines along each")
    static let stripeWidth = Key("stripe-width", .length, "how wide those are; 0 for none")
    static let shade = Key("shade", .color, "the shadow of what they hang below")
    static let shadow = Key("shadow", ShadowSlot.form, "the shadow they throw")
    static let all = [
      KeyDeclaration(at), .init(width), .init(length), .init(angle), .init(spread), .init(notch),
      .init(fill), .init(stripe), .init(stripeWidth), .init(shade), .init(shadow),
    ]
  }

  static let form = Form<TailsSlot>("hanging tails", .chapter("tails")) { tree, reading in
    guard var fields = Fields(tree, of: "the tails' slot", declared: Keys.all, &reading) else {
      return nil
    }
    let slot = TailsSlot(
      at: fields.take(Keys.at, &reading) ?? Point(256, 268),
      width: fields.take(Keys.width, &reading) ?? 74,
      length: fields.take(Keys.length, &reading) ?? 230,
      angle: Angle(degrees: fields.take(Keys.angle, &reading) ?? 13),
      spread: fields.take(Keys.spread, &reading) ?? 52,
      notch: fields.take(Keys.notch, &reading) ?? 26,
      fill: fields.take(Keys.fill, &reading) ?? .color(.color(.white)),
      stripe: fields.take(Keys.stripe, &reading) ?? .color(.color(.white)),
      stripeWidth: fields.take(Keys.stripeWidth, &reading) ?? 0,
      shade: fields.take(Keys.shade, &reading) ?? .alpha(.color(.black), 0.5),
      shadow: fields.take(Keys.shadow, &reading))
    fields.finish(&reading)
    return slot
  }
}
