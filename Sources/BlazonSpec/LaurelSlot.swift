public import BlazonArt
public import BlazonForm
public import BlazonScene

/// A wreath of two branches.
public struct LaurelSlot: Sendable {
  public var at: Point, radius: Double, pairs: Int, leaf: Double, opening: Angle
  public var leaves: Ornament.Leaves
  public var light: PaintExpression, dark: PaintExpression, stem: ColorExpression
  /// Whether it stands about the emblem, measured in hundredths of the emblem's size.
  public var isAroundEmblem: Bool

  enum Keys {
    static let at = Key("at", .point, "the centre")
    static let radius = Key("radius", .size, "of the stems")
    static let pairs = Key("pairs", Form<Int>.count(in: 2...24), "pairs of leaves on each branch")
    static let leaf = Key("leaf", .size, "the length of a leaf")
    static let opening = Key(
      "opening", Form<Double>.number(in: 0...90), "half the gap at the top, in degrees")
    static let leaves = Key(
      "leaves", Form<Ornament.Leaves>.choice("way of leaves"),
      "all outward, or along both sides of the stem")
    static let light = Key("light", .paint, "the outer leaves")
    static let dark = Key("dark", .paint, "the inner leaves")
    static let stem = Key("stem", .color, "the stem")
    static let around = Key(
      "around", Form<Anchor>.choice("anchor"),
      "what it stands about and grows with: coordinates are then hundredths of the emblem's size")
    static let all = [
      KeyDeclaration(around), .init(at), .init(radius), .init(pairs), .init(leaf), .init(opening),
      .init(leaves),
      .init(light), .init(dark), .init(stem),
    ]
  }

  static let form = Form<LaurelSlot>("a wreath", .chapter("laurel")) { tree, reading in
    guard var fields = Fields(tree, of: "a laurel", declared: Keys.all, &reading) else {
      return nil
    }
    let isAround = fields.take(Keys.around, &reading) != nil
    let slot = LaurelSlot(
      at: fields.take(Keys.at, &reading) ?? (isAround ? Point(0, 0) : Point(256, 256)),
      radius: fields.take(Keys.radius, &reading) ?? 100,
      pairs: fields.take(Keys.pairs, &reading) ?? 9, leaf: fields.take(Keys.leaf, &reading) ?? 36,
      opening: Angle(degrees: fields.take(Keys.opening, &reading) ?? 30),
      leaves: fields.take(Keys.leaves, &reading) ?? .outward,
      light: fields.take(Keys.light, &reading) ?? .color(.color(.white)),
      dark: fields.take(Keys.dark, &reading) ?? .color(.color(.white)),
      stem: fields.take(Keys.stem, &reading) ?? .color(.white), isAroundEmblem: isAround)
    fields.finish(&reading)
    return slot
  }
}
