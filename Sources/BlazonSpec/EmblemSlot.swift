public import BlazonArt
public import BlazonForm
public import BlazonScene

/// Where the emblem stands.
public struct EmblemSlot: Sendable {
  public enum Style: String, CaseIterable, Sendable {
    case filled, outline
    /// The simple drawing of small sizes.
    case simple
  }

  public var at: Point
  /// The longer side of its ink.
  public var size: Double
  /// What a full stack may shrink it to.
  public var leastSize: Double
  /// An emblem that is drawn instead of the badge's own.
  public var replacement: Emblem?
  /// What a drawing of the programme's own fills.
  public var fit: Fit
  /// How wide what stands around it is, over its own size.
  public var halo: Double
  /// How wide the circle round its ink may be, over its size; `nil` for any.
  public var round: Double?
  public var fill: PaintExpression
  public var tint: PaintExpression, mid: PaintExpression, deep: PaintExpression
  public var accent: PaintExpression, glass: PaintExpression
  /// A line around all of it, below it.
  public var outline: Slots.Band?
  public var style: Style
  public var lineWidth: Double
  /// What fills the parts of the outline style.
  public var ground: PaintExpression?
  public var opacity: Double
  public var shadow: ShadowSlot?
  public var longShadow: LongShadow?
  /// Letters in place of a picture: how wide at most, how large, how many.
  public var letters: Letters

  /// What of its place a drawing of the programme's own fills.
  public enum Fit: String, CaseIterable, Sendable {
    /// The circle, but for its corners.
    case circle
    /// The square, from edge to edge: the drawing is the badge, in its own colours and outline.
    case square
  }

  public struct LongShadow: Sendable {
    public var length: Double, color: ColorExpression, opacity: Double

    enum Keys {
      static let length = Key("length", .size, "how far it falls")
      static let color = Key("color", .color, "its colour")
      static let opacity = Key("opacity", .opacity, "0 to 1")
      static let all = [KeyDeclaration(length), .init(color), .init(opacity)]
    }

    static let form = Form<LongShadow>(
      "a long shadow {length, color, opacity}", .chapter("long-shadow")
    ) { tree, reading in
      guard var fields = Fields(tree, of: "a long shadow", declared: Keys.all, &reading) else {
        return nil
      }
      let slot = LongShadow(
        length: fields.take(Keys.length, &reading) ?? 300,
        color: fields.take(Keys.color, &reading) ?? .color(.black),
        opacity: fields.take(Keys.opacity, &reading) ?? 0.3)
      fields.finish(&reading)
      return slot
    }
  }

  public struct Letters: Sendable {
    /// Widest and largest; by the emblem's size unless given.
    public var width: Double?, size: Double?
    public var count: Int, font: String
  }

  enum Keys {
    static let at = Key("at", .point, "the centre")
    static let size = Key("size", .size, "the longer side of its ink")
    static let leastSize = Key(
      "min-size", .size, "what the rows of a stack may shrink it to; its size unless given")
    static let scale = Key(
      "scale", Form<Double>.number(in: 0.1...4), "a factor for both, where less room is left")
    static let fit = Key(
      "fit", Form<Fit>.choice("fit"),
      "whether a drawing of one's own fills its circle or its square; circle unless given")
    static let halo = Key(
      "halo", Form<Double>.number(in: 0...4),
      "how wide what stands around it is, over its own size: the room it keeps in a stack")
    static let round = Key(
      "round", Form<Double>.number(in: 0.5...2),
      "how wide the circle round its ink may be, over its size: square ones shrink to stand in a ring"
    )
    static let replacement = Key("glyph", EmblemSlot.nameForm, "an emblem instead of the badge's")
    static let fill = Key("fill", .paint, "the body's paint")
    static let tint = Key("tint", .paint, "the paint of second planes")
    static let mid = Key("mid", .paint, "the paint of details on the body")
    static let deep = Key("deep", .paint, "the paint of cut-outs in the body")
    static let accent = Key("accent", .paint, "the paint of the one telling detail")
    static let glass = Key("glass", .paint, "the paint of lenses and screens")
    static let outline = Key(
      "outline", Slots.Band.form, "a line around all of it {width, fill}, as of a sewn picture")
    static let style = Key(
      "style", Form<Style>.choice("emblem style"), "filled, outline, or the simple drawing")
    static let lineWidth = Key("line-width", .length, "of the outline style")
    static let ground = Key(
      "ground", .paint, "what fills the parts of the outline style, to hide lines")
    static let opacity = Key("opacity", .opacity, "0 to 1")
    static let shadow = Key("shadow", ShadowSlot.form, "the shadow it throws")
    static let longShadow = Key("long-shadow", LongShadow.form, "a long shadow across the field")
    static let lettersWidth = Key("letters-width", .size, "how wide letters may be")
    static let lettersSize = Key("letters-size", .size, "the largest size of letters")
    static let lettersCount = Key(
      "letters-count", Form<Int>.count(in: 1...4), "how many letters are shown")
    static let lettersFont = Key(
      "letters-font", Form<String>.name(of: "a font") { TypeSlot.fontNames }, "their face")
    static let all = [
      KeyDeclaration(at), .init(size), .init(leastSize), .init(scale), .init(fit), .init(halo),
      .init(round),
      .init(replacement), .init(fill), .init(tint), .init(mid), .init(deep),
      .init(accent), .init(glass), .init(outline), .init(style), .init(lineWidth), .init(ground),
      .init(opacity),
      .init(shadow),
      .init(longShadow), .init(lettersWidth), .init(lettersSize), .init(lettersCount),
      .init(lettersFont),
    ]
  }

  static let nameForm = Form<String>.name(
    of: "an emblem", meaning: { EmblemIndex.shipped.emblems(for: $0).first?.name },
    among: { Emblem.names })

  static let form = Form<EmblemSlot>("where the emblem stands", .chapter("emblem")) {
    tree, reading in
    guard var fields = Fields(tree, of: "the emblem's slot", declared: Keys.all, &reading) else {
      return nil
    }
    let white = PaintExpression.color(.color(.white))
    let at = fields.take(Keys.at, &reading) ?? Point(256, 256)
    let scale = fields.take(Keys.scale, &reading) ?? 1
    let size = (fields.take(Keys.size, &reading) ?? 200) * scale
    let slot = EmblemSlot(
      at: at, size: size,
      leastSize: min(size, fields.take(Keys.leastSize, &reading).map { $0 * scale } ?? size),
      replacement: fields.take(Keys.replacement, &reading).flatMap { Emblem(named: $0) },
      fit: fields.take(Keys.fit, &reading) ?? .circle,
      halo: fields.take(Keys.halo, &reading) ?? 0, round: fields.take(Keys.round, &reading),
      fill: fields.take(Keys.fill, &reading) ?? white,
      tint: fields.take(Keys.tint, &reading) ?? white,
      mid: fields.take(Keys.mid, &reading) ?? white,
      deep: fields.take(Keys.deep, &reading) ?? white,
      accent: fields.take(Keys.accent, &reading) ?? white,
      glass: fields.take(Keys.glass, &reading) ?? white,
      outline: fields.take(Keys.outline, &reading),
      style: fields.take(Keys.style, &reading) ?? .filled,
      lineWidth: fields.take(Keys.lineWidth, &reading) ?? 2.6,
      ground: fields.take(Keys.ground, &reading),
      opacity: fields.take(Keys.opacity, &reading) ?? 1,
      shadow: fields.take(Keys.shadow, &reading),
      longShadow: fields.take(Keys.longShadow, &reading),
      letters: Letters(
        width: fields.take(Keys.lettersWidth, &reading),
        size: fields.take(Keys.lettersSize, &reading),
        count: fields.take(Keys.lettersCount, &reading) ?? 4,
        font: fields.take(Keys.lettersFont, &reading) ?? "Sora ExtraBold"))
    fields.finish(&reading)
    return slot
  }
}
