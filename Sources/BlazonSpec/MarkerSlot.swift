public import BlazonArt
public import BlazonForm
public import BlazonScene
public import BlazonSource

/// The place a preset keeps for the marker: a plate with up to four characters, or a glyph.
public struct MarkerSlot: Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case diamond, rosette, disc
    /// The glyph alone.
    case bare
  }

  public var kind: Kind
  public var at: Point
  public var radius: Double
  public var text: TextTemplate?
  public var place: Place
  public var type: TypeSlot
  public var glyph: Emblem?
  public var glyphSize: Double
  public var metal: MetalExpression
  public var fill: PaintExpression
  public var ink: ColorExpression
  public var accent: PaintExpression
  public var width: Double

  enum Keys {
    static let type = Key("type", Form<Kind>.choice("marker"), "the plate")
    static let at = Key("at", .point, "the centre")
    static let radius = Key("radius", .size, "of the plate")
    static let text = Key("text", .template, "the words, such as \"{{marker}}\"")
    static let glyph = Key("glyph", EmblemSlot.nameForm, "an emblem instead of words")
    static let glyphSize = Key("glyph-size", .size, "its diameter")
    static let metal = Key("metal", .metal, "the rim")
    static let fill = Key("fill", .paint, "the plate's paint")
    static let ink = Key("ink", .color, "the words' or glyph's colour")
    static let accent = Key("accent", .paint, "the glyph's telling detail")
    static let width = Key("width", .size, "how wide the words may be")
    static let all =
      [
        KeyDeclaration(type), .init(at), .init(radius), .init(text), .init(glyph), .init(glyphSize),
        .init(metal), .init(fill), .init(ink), .init(accent), .init(width),
      ] + TypeSlot.Keys.all
  }

  static let form = Form<MarkerSlot>("a marker", .chapter("marker")) { tree, reading in
    guard var fields = Fields(tree, of: "a marker's slot", declared: Keys.all, &reading) else {
      return nil
    }
    let text = fields.locate(Keys.text, &reading)
    let radius = fields.take(Keys.radius, &reading) ?? 40
    let ink = fields.take(Keys.ink, &reading) ?? .color(.white)
    let slot = MarkerSlot(
      kind: fields.take(Keys.type, &reading) ?? .disc,
      at: fields.take(Keys.at, &reading) ?? Point(256, 430), radius: radius, text: text?.value,
      place: text?.place ?? fields.place, type: TypeSlot(&fields, &reading),
      glyph: fields.take(Keys.glyph, &reading).flatMap { Emblem(named: $0) },
      glyphSize: fields.take(Keys.glyphSize, &reading) ?? radius,
      metal: fields.take(Keys.metal, &reading) ?? .named(.common),
      fill: fields.take(Keys.fill, &reading) ?? .color(.color(.black)), ink: ink,
      accent: fields.take(Keys.accent, &reading) ?? .color(ink),
      width: fields.take(Keys.width, &reading) ?? radius * 1.2)
    fields.finish(&reading)
    return slot
  }
}
