public import BlazonForm
public import BlazonScene
public import BlazonSource

/// Words on the field: in a box, or along an arc.
public struct TextSlot: Sendable {
  public enum Placement: Sendable {
    case box(Rect)
    case arc(center: Point, radius: Double, isBottom: Bool, maxAngle: Angle)
  }

  public enum Position: String, CaseIterable, Sendable { case top, bottom }

  /// As the preset calls it.
  public var name: String
  public var text: TextTemplate
  public var place: Place
  public var type: TypeSlot
  /// `nil` for a row of the stack.
  public var placement: Placement?
  public var fill: PaintExpression
  public var shadow: ShadowSlot?
  /// Below this share of the largest size, two lines are tried.
  public var wrapBelow: Double

  enum Keys {
    static let text = Key("text", .template, "the words, such as \"{{title}}\"")
    static let box = Key("box", .box, "where the lines are centred")
    static let at = Key("at", .point, "the centre of an arc")
    static let radius = Key("radius", .size, "of the arc through the middle of the capitals")
    static let position = Key(
      "position", Form<Position>.choice("position"), "top or bottom of the arc")
    static let maxAngle = Key(
      "max-angle", Form<Double>.number(in: 10...180), "how much of the circle it may take")
    static let fill = Key("fill", .paint, "the paint")
    static let shadow = Key("shadow", ShadowSlot.form, "the shadow it throws")
    static let wrapBelow = Key(
      "wrap-below", .opacity, "the share of the size below which two lines are tried")
    static let all =
      [
        KeyDeclaration(text), .init(box), .init(at), .init(radius), .init(position),
        .init(maxAngle), .init(fill), .init(shadow), .init(wrapBelow),
      ] + TypeSlot.Keys.all
  }

  static let mapForm = Form<[TextSlot]>("texts by name", .map(.chapter("text"))) { tree, reading in
    reading.namedList(tree) { name, tree, reading in
      guard var fields = Fields(tree, of: "a text", declared: Keys.all, &reading) else {
        return nil
      }
      let text = fields.require(Keys.text, &reading)
      let box = fields.take(Keys.box, &reading)
      let at = fields.take(Keys.at, &reading) ?? Point(256, 256)
      let radius = fields.take(Keys.radius, &reading)
      let position = fields.take(Keys.position, &reading) ?? .top
      let maxAngle = Angle(degrees: fields.take(Keys.maxAngle, &reading) ?? 150)
      let fill = fields.take(Keys.fill, &reading) ?? .color(.color(.white))
      let shadow = fields.take(Keys.shadow, &reading)
      let wrapBelow = fields.take(Keys.wrapBelow, &reading) ?? 0.86
      let type = TypeSlot(&fields, &reading)
      fields.finish(&reading)
      guard let text else { return nil }
      var placement: Placement?
      if let box {
        placement = .box(box)
      } else if let radius {
        placement = .arc(
          center: at, radius: radius, isBottom: position == .bottom, maxAngle: maxAngle)
      } else if fields.has("box") || fields.has("radius") {
        return nil
      }
      return TextSlot(
        name: name, text: text.value, place: text.place, type: type, placement: placement,
        fill: fill,
        shadow: shadow, wrapBelow: wrapBelow)
    }
  }
}
