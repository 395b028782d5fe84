public import BlazonArt
public import BlazonForm
internal import BlazonScene
public import BlazonSource

/// A ribbon with its words.
public struct RibbonSlot: Sendable {
  public var text: TextTemplate?
  public var place: Place
  public var type: TypeSlot
  public var geometry: Ribbon
  public var padding: Double
  /// Whether it is drawn only where it has words.
  public var isOptional: Bool
  /// What it is made of: all its paints follow from that, unless they are given.
  public var cloth: MetalExpression
  public var fill: PaintExpression?
  public var ink: ColorExpression?
  public var tailTip: ColorExpression?, tailShade: ColorExpression?, fold: ColorExpression?
  public var hairline: ColorExpression?
  public var hairlineInset: Double
  public var hairlineWidth: Double
  /// A line of light on the upper edge.
  public var edge: Double?
  public var isShadowed: Bool
  public var dashes: [Double]

  enum Keys {
    static let text = Key(
      "text", .template, "the words, such as \"{{band}}\"; none for a plain ribbon")
    static let at = Key("at", .point, "the middle of the band")
    static let width = Key("width", .size, "of the band, without tails")
    static let height = Key("height", .size, "of the band")
    static let arc = Key(
      "arc", Form<Double>.number(in: -80...80), "the sagitta; + bends the ends up")
    static let tail = Key("tail", .length, "how far tails reach out; 0 for none")
    static let overlap = Key("overlap", .length, "how far tails reach behind the band")
    static let drop = Key("drop", .length, "how far tails hang below the band")
    static let notch = Key("notch", .length, "how deep tails are notched")
    static let padding = Key("padding", .length, "between the words and the ends")
    static let optional = Key("optional", .bool, "whether it is drawn only where it has words")
    static let cloth = Key(
      "cloth", .metal, "a metal or a colour, from which all its paints follow; $cloth unless given")
    static let fill = Key("fill", .paint, "the band's paint")
    static let ink = Key("ink", .color, "the words' colour; by contrast unless given")
    static let tailTip = Key("tail-tip", .color, "the tails' colour at the tips")
    static let tailShade = Key("tail-shade", .color, "the tails' colour behind the band")
    static let fold = Key("fold", .color, "the dark corners")
    static let hairline = Key("hairline", .color, "the fine lines inside both edges")
    static let hairlineInset = Key("hairline-inset", .length, "how far inside")
    static let hairlineWidth = Key("hairline-width", .length, "how wide; 0 for none")
    static let edge = Key("edge", .opacity, "how much light the upper edge catches")
    static let shadow = Key("shadow", .bool, "whether it throws a shadow")
    static let dashes = Key(
      "hairline-dasharray", .dashes,
      "stitches instead of lines")
    static let all =
      [
        KeyDeclaration(text), .init(at), .init(width), .init(height), .init(arc), .init(tail),
        .init(overlap), .init(drop), .init(notch), .init(padding), .init(optional), .init(cloth),
        .init(fill), .init(ink),
        .init(tailTip), .init(tailShade), .init(fold), .init(hairline), .init(hairlineInset),
        .init(hairlineWidth), .init(edge), .init(shadow), .init(dashes),
      ] + TypeSlot.Keys.all
  }

  static let form = Form<RibbonSlot>("a ribbon", .chapter("ribbon")) { tree, reading in
    guard var fields = Fields(tree, of: "a ribbon", declared: Keys.all, &reading) else {
      return nil
    }
    let text = fields.locate(Keys.text, &reading)
    let slot = RibbonSlot(
      text: text?.value, place: text?.place ?? fields.place, type: TypeSlot(&fields, &reading),
      geometry: Ribbon(
        center: fields.take(Keys.at, &reading) ?? Point(256, 350),
        width: fields.take(Keys.width, &reading) ?? 340,
        height: fields.take(Keys.height, &reading) ?? 56, arc: fields.take(Keys.arc, &reading) ?? 0,
        tail: fields.take(Keys.tail, &reading) ?? 0,
        overlap: fields.take(Keys.overlap, &reading) ?? 26,
        drop: fields.take(Keys.drop, &reading) ?? 16,
        notch: fields.take(Keys.notch, &reading) ?? 14),
      padding: fields.take(Keys.padding, &reading) ?? 20,
      isOptional: fields.take(Keys.optional, &reading) ?? false,
      cloth: fields.take(Keys.cloth, &reading) ?? .token("cloth"),
      fill: fields.take(Keys.fill, &reading),
      ink: fields.take(Keys.ink, &reading),
      tailTip: fields.take(Keys.tailTip, &reading),
      tailShade: fields.take(Keys.tailShade, &reading),
      fold: fields.take(Keys.fold, &reading),
      hairline: fields.take(Keys.hairline, &reading),
      hairlineInset: fields.take(Keys.hairlineInset, &reading) ?? 5,
      hairlineWidth: fields.take(Keys.hairlineWidth, &reading) ?? 1.4,
      edge: fields.take(Keys.edge, &reading),
      isShadowed: fields.take(Keys.shadow, &reading) ?? true,
      dashes: fields.take(Keys.dashes, &reading) ?? [])
    fields.finish(&reading)
    return slot
  }
}
