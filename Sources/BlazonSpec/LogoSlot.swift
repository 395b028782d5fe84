public import BlazonForm
public import BlazonScene

/// The place a preset keeps for the programme's logo: a plate as wide as the logo needs.
public struct LogoSlot: Sendable {
  /// The middle of the plate, where no row of a stack places it.
  public var at: Point
  /// Of the plate of a wide logo; that of a squarish one is a fifth higher.
  public var height: Double
  /// The widest plate; a wider logo is drawn lower in it.
  public var width: Double
  /// Between the logo and the plate's edge.
  public var padding: Double
  /// The plate's paint: a light one, as the logo for light pages stands on it.
  public var fill: PaintExpression
  /// A line along the inside of the plate's edge.
  public var outline: Slots.Band?
  public var shadow: ShadowSlot?

  enum Keys {
    static let at = Key("at", .point, "the middle of the plate, where no stack has it as a row")
    static let height = Key("height", .size, "of the plate")
    static let width = Key("width", .size, "of the widest plate; a wider logo is drawn lower in it")
    static let padding = Key("padding", .length, "between the logo and the plate's edge")
    static let fill = Key("fill", .paint, "the plate's paint, under the logo for light pages")
    static let outline = Key(
      "outline", Slots.Band.form, "a line along the inside of the plate's edge {width, fill}")
    static let shadow = Key("shadow", ShadowSlot.form, "the shadow the plate throws")
    static let all = [
      KeyDeclaration(at), .init(height), .init(width), .init(padding), .init(fill), .init(outline),
      .init(shadow),
    ]
  }

  static let form = Form<LogoSlot>("where the logo stands", .chapter("logo")) { tree, reading in
    guard var fields = Fields(tree, of: "the logo's slot", declared: Keys.all, &reading) else {
      return nil
    }
    let slot = LogoSlot(
      at: fields.take(Keys.at, &reading) ?? Point(256, 430),
      height: fields.take(Keys.height, &reading) ?? 40,
      width: fields.take(Keys.width, &reading) ?? 160,
      padding: fields.take(Keys.padding, &reading) ?? 8,
      fill: fields.take(Keys.fill, &reading) ?? .color(.color(.white)),
      outline: fields.take(Keys.outline, &reading), shadow: fields.take(Keys.shadow, &reading))
    fields.finish(&reading)
    return slot
  }
}

extension LogoSlot {
  /// The plate and the drawing on it for a logo of `size`, both about (0, 0), `scale` times as large as asked.
  ///
  /// A logo that is about as high as wide has a plate a fifth higher, or it would look smaller than a wide one.
  public func fitted(_ size: Size, scale: Double = 1) -> (plate: Size, drawing: Size) {
    let height = size.width < 1.6 * size.height ? height * 1.2 : height
    // Its ends are round: beside the logo there is more of it than above.
    let beside = 1.3 * padding
    let room = Size(width: max(1, width - 2 * beside), height: max(1, height - 2 * padding))
    let factor = min(room.width / size.width, room.height / size.height)
    let drawing = Size(width: size.width * factor * scale, height: size.height * factor * scale)
    let plate = Size(
      width: max(height * scale, drawing.width + 2 * beside * scale), height: height * scale)
    return (plate, drawing)
  }
}
