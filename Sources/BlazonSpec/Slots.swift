public import BlazonArt
public import BlazonScene
public import BlazonSource

/// A preset, read: every slot that is drawn, in the order of painting.
public struct Slots: Sendable {
  public var vars: [(name: String, value: TokenExpression)] = []
  public var back: [Figure] = []
  public var shape: Figure
  public var field: PaintExpression
  public var patterns: [PatternSlot]
  public var border: [Band]
  /// A line along the inside of the edge that keeps it crisp on any page.
  public var hairline: Band?
  /// A line below the badge that shows the edge of pale metals on white.
  public var outerLine: Band?
  public var rings: [Figure]
  public var laurel: LaurelSlot?
  public var texts: [TextSlot]
  public var emblem: EmblemSlot?
  public var stars: StarsSlot?
  public var ribbon: RibbonSlot?
  public var marker: MarkerSlot?
  public var layers: [Figure]

  /// One band of a border: aligned inside, outside in.
  public struct Band: Sendable {
    public var width: Double
    public var fill: PaintExpression
    public var opacity: Double

    enum Keys {
      static let width = Key("width", .length, "how wide the band is")
      static let fill = Key("fill", .paint, "its paint")
      static let opacity = Key("opacity", .opacity, "0 to 1")
      static let all = [KeyDeclaration(width), .init(fill), .init(opacity)]
    }

    static let form = Form<Band>("a band {width, fill}") { tree, reading in
      guard var fields = Fields(tree, of: "a band", declared: Keys.all, &reading) else { return nil }
      let width = fields.require(Keys.width, &reading)
      let fill = fields.require(Keys.fill, &reading)
      let opacity = fields.take(Keys.opacity, &reading) ?? 1
      fields.finish(&reading)
      guard let width, let fill else { return nil }
      return Band(width: width.value, fill: fill.value, opacity: opacity)
    }

    static let mapForm = Form<[Band]>("bands by name") { tree, reading in
      reading.list(tree) { form.read($0, &$1) }
    }
  }

  enum Keys {
    static let vars = Key("vars", Form<Tree>.map, "tokens of the preset, by name: colours and metals")
    static let back = Key("back", Figure.mapForm, "shapes behind the badge, by name")
    static let shape = Key("shape", Figure.form, "the outline, its paint below everything, its shadow")
    static let field = Key("field", .paint, "the paint inside the border")
    static let patterns = Key("patterns", PatternSlot.mapForm, "textures of the field, by name")
    static let border = Key("border", Band.mapForm, "bands by name, outside in, aligned inside the shape")
    static let hairline = Key("hairline", Band.form, "a fine line inside the edge")
    static let outerLine = Key("outer-line", Band.form, "a fine line around the edge, below the badge")
    static let rings = Key("rings", Figure.mapForm, "shapes above the field, by name")
    static let laurel = Key("laurel", LaurelSlot.form, "a wreath")
    static let texts = Key("texts", TextSlot.mapForm, "words, by name")
    static let emblem = Key("emblem", EmblemSlot.form, "where the emblem stands, and its paints")
    static let stars = Key("stars", StarsSlot.form, "where stars stand")
    static let ribbon = Key("ribbon", RibbonSlot.form, "a ribbon across the badge")
    static let marker = Key("marker", MarkerSlot.form, "the place of the marker")
    static let layers = Key("layers", Figure.mapForm, "shapes above everything, by name")
    static let when = Key("when", Form<Tree>.map, "overrides by the words a badge says: `metal`, `marker stars`, `letters`")
    static let states = Key("states", Form<Tree>.map, "overrides by state")
    static let optical = Key("optical", Form<Tree>.map, "overrides by largest pixel width, widest first")
    static let extends = Key("extends", Form<String>.id, "the preset to derive from")
    static let all = [
      KeyDeclaration(extends), .init(vars), .init(back), .init(shape), .init(field), .init(patterns),
      .init(border), .init(hairline), .init(outerLine), .init(rings), .init(laurel), .init(texts),
      .init(emblem), .init(stars), .init(ribbon), .init(marker), .init(layers), .init(when),
      .init(states), .init(optical),
    ]
  }

  /// The tokens every badge has.
  public static let baseTokens: Set<String> = ["color", "accent", "metal", "paper", "ink"]

  /// The slots of a preset with all overrides merged in.
  init?(_ tree: Tree, _ reading: inout Reading) {
    guard var fields = Fields(tree, of: "a preset", declared: Keys.all, &reading) else { return nil }
    reading.tokens = Slots.baseTokens
    if let tokens = fields.take(Keys.vars, &reading) {
      for entry in tokens.entries ?? [] {
        guard reading.checkID(entry.key.value, at: entry.key.place) else { continue }
        if let value = Form<TokenExpression>.token.read(entry.value, &reading) {
          vars.append((entry.key.value, value))
        }
        reading.tokens.insert(entry.key.value)
      }
    }
    back = fields.take(Keys.back, &reading) ?? []
    let shape = fields.require(Keys.shape, &reading)
    field = fields.take(Keys.field, &reading) ?? .none
    patterns = fields.take(Keys.patterns, &reading) ?? []
    border = fields.take(Keys.border, &reading) ?? []
    hairline = fields.take(Keys.hairline, &reading)
    outerLine = fields.take(Keys.outerLine, &reading)
    rings = fields.take(Keys.rings, &reading) ?? []
    laurel = fields.take(Keys.laurel, &reading)
    texts = fields.take(Keys.texts, &reading) ?? []
    emblem = fields.take(Keys.emblem, &reading)
    stars = fields.take(Keys.stars, &reading)
    ribbon = fields.take(Keys.ribbon, &reading)
    marker = fields.take(Keys.marker, &reading)
    layers = fields.take(Keys.layers, &reading) ?? []
    // Merged before, by whoever made this tree.
    _ = fields.take(Keys.when, &reading)
    _ = fields.take(Keys.states, &reading)
    _ = fields.take(Keys.optical, &reading)
    _ = fields.take(Keys.extends, &reading)
    fields.finish(&reading)
    guard let shape else { return nil }
    self.shape = shape.value
  }
}

/// A wreath of two branches.
public struct LaurelSlot: Sendable {
  public var at: Point, radius: Double, pairs: Int, leaf: Double, opening: Angle
  public var light: PaintExpression, dark: PaintExpression, stem: ColorExpression

  enum Keys {
    static let at = Key("at", .point, "the centre")
    static let radius = Key("radius", .length, "of the stems")
    static let pairs = Key("pairs", Form<Int>.count(in: 2...24), "pairs of leaves on each branch")
    static let leaf = Key("leaf", .length, "the length of a leaf")
    static let opening = Key("opening", Form<Double>.number(in: 0...90), "half the gap at the top, in degrees")
    static let light = Key("light", .paint, "the outer leaves")
    static let dark = Key("dark", .paint, "the inner leaves")
    static let stem = Key("stem", .color, "the stem")
    static let all = [
      KeyDeclaration(at), .init(radius), .init(pairs), .init(leaf), .init(opening), .init(light),
      .init(dark), .init(stem),
    ]
  }

  static let form = Form<LaurelSlot>("a wreath") { tree, reading in
    guard var fields = Fields(tree, of: "a laurel", declared: Keys.all, &reading) else { return nil }
    let slot = LaurelSlot(
      at: fields.take(Keys.at, &reading) ?? Point(256, 256),
      radius: fields.take(Keys.radius, &reading) ?? 100,
      pairs: fields.take(Keys.pairs, &reading) ?? 9, leaf: fields.take(Keys.leaf, &reading) ?? 36,
      opening: Angle(degrees: fields.take(Keys.opening, &reading) ?? 30),
      light: fields.take(Keys.light, &reading) ?? .color(.color(.white)),
      dark: fields.take(Keys.dark, &reading) ?? .color(.color(.white)),
      stem: fields.take(Keys.stem, &reading) ?? .color(.white))
    fields.finish(&reading)
    return slot
  }
}

/// How words look, wherever they stand.
public struct TypeSlot: Sendable {
  public enum Transform: String, CaseIterable, Sendable {
    case none, uppercase
    /// Capitals for at most 16 characters, where they still read as a word.
    case auto
  }

  public var font: String
  /// The largest sizes for one line, two lines, and so on.
  public var sizes: [Double]
  /// What the text may shrink to.
  public var minimum: Double
  public var letterSpacing: Double
  public var lineHeight: Double
  public var transform: Transform

  enum Keys {
    static let font = Key("font", Form<String>.name(of: "a font") { TypeSlot.fontNames }, "the face")
    static let size = Key(
      "font-size", Form<[Double]>.numbers(1...3, name: "a size, or one for each number of lines"),
      "the largest size; a list allows as many lines")
    static let minimum = Key("min-font-size", .length, "the size below which it is an error")
    static let spacing = Key("letter-spacing", Form<Double>.number(in: -20...60), "between characters")
    static let lineHeight = Key("line-height", Form<Double>.number(in: 0.8...3), "as a share of the size")
    static let transform = Key("text-transform", Form<Transform>.choice("text transform"), "capitals or not")
    static let all = [
      KeyDeclaration(font), .init(size), .init(minimum), .init(spacing), .init(lineHeight),
      .init(transform),
    ]
  }

  /// The faces of `fonts/`, by the names that specs use.
  public static let fontNames = [
    "Inter", "Inter SemiBold", "Inter Bold", "Inter Display Bold", "Sora SemiBold",
    "Sora ExtraBold", "Manrope ExtraBold", "EB Garamond", "EB Garamond Italic",
    "Vollkorn SemiBold", "JetBrains Mono", "DejaVu Sans",
  ]

  init(_ fields: inout Fields, _ reading: inout Reading) {
    font = fields.take(Keys.font, &reading) ?? "Manrope ExtraBold"
    sizes = fields.take(Keys.size, &reading) ?? [24]
    minimum = fields.take(Keys.minimum, &reading) ?? 12
    letterSpacing = fields.take(Keys.spacing, &reading) ?? 0
    lineHeight = fields.take(Keys.lineHeight, &reading) ?? 1.16
    transform = fields.take(Keys.transform, &reading) ?? .none
  }
}

/// Words on the field: in a box, or along an arc.
public struct TextSlot: Sendable {
  public enum Placement: Sendable {
    case box(Rect)
    case arc(center: Point, radius: Double, isBottom: Bool, maxAngle: Angle)
  }

  public enum Position: String, CaseIterable, Sendable { case top, bottom }

  public var text: TextTemplate
  public var place: Place
  public var type: TypeSlot
  public var placement: Placement
  public var fill: PaintExpression
  public var shadow: ShadowSlot?
  /// Below this share of the largest size, two lines are tried.
  public var wrapBelow: Double

  enum Keys {
    static let text = Key("text", .template, "the words, such as \"{{title}}\"")
    static let box = Key("box", .box, "where the lines are centred")
    static let at = Key("at", .point, "the centre of an arc")
    static let radius = Key("radius", .length, "of the arc through the middle of the capitals")
    static let position = Key("position", Form<Position>.choice("position"), "top or bottom of the arc")
    static let maxAngle = Key("max-angle", Form<Double>.number(in: 10...180), "how much of the circle it may take")
    static let fill = Key("fill", .paint, "the paint")
    static let shadow = Key("shadow", ShadowSlot.form, "the shadow it throws")
    static let wrapBelow = Key("wrap-below", .opacity, "the share of the size below which two lines are tried")
    static let all =
      [
        KeyDeclaration(text), .init(box), .init(at), .init(radius), .init(position),
        .init(maxAngle), .init(fill), .init(shadow), .init(wrapBelow),
      ] + TypeSlot.Keys.all
  }

  static let mapForm = Form<[TextSlot]>("texts by name") { tree, reading in
    reading.list(tree) { tree, reading in
      guard var fields = Fields(tree, of: "a text", declared: Keys.all, &reading) else { return nil }
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
      let placement: Placement
      if let box {
        placement = .box(box)
      } else if let radius {
        placement = .arc(
          center: at, radius: radius, isBottom: position == .bottom, maxAngle: maxAngle)
      } else {
        reading.error("a text needs “box” or “radius”", at: fields.place)
        return nil
      }
      return TextSlot(
        text: text.value, place: text.place, type: type, placement: placement, fill: fill,
        shadow: shadow, wrapBelow: wrapBelow)
    }
  }
}

/// Where the emblem stands.
public struct EmblemSlot: Sendable {
  public enum Style: String, CaseIterable, Sendable {
    case filled, outline
    /// The simple drawing of small sizes.
    case simple
  }

  public var at: Point
  /// The diameter of the circle it fills.
  public var size: Double
  public var fill: PaintExpression
  public var tint: PaintExpression, mid: PaintExpression, deep: PaintExpression
  public var accent: PaintExpression, glass: PaintExpression
  public var style: Style
  public var lineWidth: Double
  public var opacity: Double
  public var shadow: ShadowSlot?
  public var longShadow: LongShadow?
  /// Letters in place of a picture: how wide at most, how large, how many.
  public var letters: Letters

  public struct LongShadow: Sendable {
    public var length: Double, color: ColorExpression, opacity: Double

    enum Keys {
      static let length = Key("length", .length, "how far it falls")
      static let color = Key("color", .color, "its colour")
      static let opacity = Key("opacity", .opacity, "0 to 1")
      static let all = [KeyDeclaration(length), .init(color), .init(opacity)]
    }

    static let form = Form<LongShadow>("a long shadow {length, color, opacity}") { tree, reading in
      guard var fields = Fields(tree, of: "a long shadow", declared: Keys.all, &reading) else { return nil }
      let slot = LongShadow(
        length: fields.take(Keys.length, &reading) ?? 300,
        color: fields.take(Keys.color, &reading) ?? .color(.black),
        opacity: fields.take(Keys.opacity, &reading) ?? 0.3)
      fields.finish(&reading)
      return slot
    }
  }

  public struct Letters: Sendable {
    public var width: Double, size: Double, count: Int, font: String
  }

  enum Keys {
    static let at = Key("at", .point, "the centre")
    static let size = Key("size", .length, "the diameter of the circle it fills")
    static let fill = Key("fill", .paint, "the body's paint")
    static let tint = Key("tint", .paint, "the paint of second planes")
    static let mid = Key("mid", .paint, "the paint of details on the body")
    static let deep = Key("deep", .paint, "the paint of cut-outs in the body")
    static let accent = Key("accent", .paint, "the paint of the one telling detail")
    static let glass = Key("glass", .paint, "the paint of lenses and screens")
    static let style = Key("style", Form<Style>.choice("emblem style"), "filled, outline, or the simple drawing")
    static let lineWidth = Key("line-width", .length, "of the outline style")
    static let opacity = Key("opacity", .opacity, "0 to 1")
    static let shadow = Key("shadow", ShadowSlot.form, "the shadow it throws")
    static let longShadow = Key("long-shadow", LongShadow.form, "a long shadow across the field")
    static let lettersWidth = Key("letters-width", .length, "how wide letters may be")
    static let lettersSize = Key("letters-size", .length, "the largest size of letters")
    static let lettersCount = Key("letters-count", Form<Int>.count(in: 1...4), "how many letters are shown")
    static let lettersFont = Key("letters-font", Form<String>.name(of: "a font") { TypeSlot.fontNames }, "their face")
    static let all = [
      KeyDeclaration(at), .init(size), .init(fill), .init(tint), .init(mid), .init(deep),
      .init(accent), .init(glass), .init(style), .init(lineWidth), .init(opacity), .init(shadow),
      .init(longShadow), .init(lettersWidth), .init(lettersSize), .init(lettersCount),
      .init(lettersFont),
    ]
  }

  static let nameForm = Form<String>.name(of: "an emblem") { Emblem.all.map(\.name).sorted() }

  static let form = Form<EmblemSlot>("where the emblem stands") { tree, reading in
    guard var fields = Fields(tree, of: "the emblem's slot", declared: Keys.all, &reading) else { return nil }
    let white = PaintExpression.color(.color(.white))
    let at = fields.take(Keys.at, &reading) ?? Point(256, 256)
    let size = fields.take(Keys.size, &reading) ?? 200
    let slot = EmblemSlot(
      at: at, size: size, fill: fields.take(Keys.fill, &reading) ?? white,
      tint: fields.take(Keys.tint, &reading) ?? white, mid: fields.take(Keys.mid, &reading) ?? white,
      deep: fields.take(Keys.deep, &reading) ?? white,
      accent: fields.take(Keys.accent, &reading) ?? white,
      glass: fields.take(Keys.glass, &reading) ?? white,
      style: fields.take(Keys.style, &reading) ?? .filled,
      lineWidth: fields.take(Keys.lineWidth, &reading) ?? 2.6,
      opacity: fields.take(Keys.opacity, &reading) ?? 1,
      shadow: fields.take(Keys.shadow, &reading),
      longShadow: fields.take(Keys.longShadow, &reading),
      letters: Letters(
        width: fields.take(Keys.lettersWidth, &reading) ?? size,
        size: fields.take(Keys.lettersSize, &reading) ?? size * 0.5,
        count: fields.take(Keys.lettersCount, &reading) ?? 4,
        font: fields.take(Keys.lettersFont, &reading) ?? "Sora ExtraBold"))
    fields.finish(&reading)
    return slot
  }
}

/// Where stars stand: in a row about a point.
public struct StarsSlot: Sendable {
  public var at: Point, radius: Double, gap: Double
  /// How far the outer ones of a row stand above (+) its middle.
  public var bow: Double
  public var light: ColorExpression, dark: ColorExpression
  public var shadow: ShadowSlot?

  enum Keys {
    static let at = Key("at", .point, "the middle of the row")
    static let radius = Key("radius", .length, "of one star")
    static let gap = Key("gap", .length, "from star to star")
    static let bow = Key("bow", Form<Double>.number, "how far the outer stars stand above the middle")
    static let light = Key("light", .color, "the lit facets")
    static let dark = Key("dark", .color, "the dark facets")
    static let shadow = Key("shadow", ShadowSlot.form, "the shadow they throw")
    static let all = [
      KeyDeclaration(at), .init(radius), .init(gap), .init(bow), .init(light), .init(dark),
      .init(shadow),
    ]
  }

  static let form = Form<StarsSlot>("where stars stand") { tree, reading in
    guard var fields = Fields(tree, of: "the stars' slot", declared: Keys.all, &reading) else { return nil }
    let slot = StarsSlot(
      at: fields.take(Keys.at, &reading) ?? Point(256, 256),
      radius: fields.take(Keys.radius, &reading) ?? 20, gap: fields.take(Keys.gap, &reading) ?? 46,
      bow: fields.take(Keys.bow, &reading) ?? 0,
      light: fields.take(Keys.light, &reading) ?? .color(.white),
      dark: fields.take(Keys.dark, &reading) ?? .color(Color(hex: 0xCCCCCC)),
      shadow: fields.take(Keys.shadow, &reading))
    fields.finish(&reading)
    return slot
  }
}

/// A ribbon with its words.
public struct RibbonSlot: Sendable {
  public var text: TextTemplate?
  public var place: Place
  public var type: TypeSlot
  public var geometry: Ribbon
  public var padding: Double
  public var fill: PaintExpression
  /// By contrast unless given.
  public var ink: ColorExpression?
  public var tailTip: ColorExpression, tailShade: ColorExpression, fold: ColorExpression
  public var hairline: ColorExpression
  public var hairlineInset: Double
  public var hairlineWidth: Double
  /// A line of light on the upper edge.
  public var edge: Double
  public var isShadowed: Bool
  public var dashes: [Double]

  enum Keys {
    static let text = Key("text", .template, "the words, such as \"{{band}}\"; none for a plain ribbon")
    static let at = Key("at", .point, "the middle of the band")
    static let width = Key("width", .length, "of the band, without tails")
    static let height = Key("height", .length, "of the band")
    static let arc = Key("arc", Form<Double>.number(in: -80...80), "the sagitta; + bends the ends up")
    static let tail = Key("tail", .length, "how far tails reach out; 0 for none")
    static let overlap = Key("overlap", .length, "how far tails reach behind the band")
    static let drop = Key("drop", .length, "how far tails hang below the band")
    static let notch = Key("notch", .length, "how deep tails are notched")
    static let padding = Key("padding", .length, "between the words and the ends")
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
      "hairline-dasharray", Form<[Double]>.numbers(0...8, name: "a list of lengths"), "stitches instead of lines")
    static let all =
      [
        KeyDeclaration(text), .init(at), .init(width), .init(height), .init(arc), .init(tail),
        .init(overlap), .init(drop), .init(notch), .init(padding), .init(fill), .init(ink),
        .init(tailTip), .init(tailShade), .init(fold), .init(hairline), .init(hairlineInset),
        .init(hairlineWidth), .init(edge), .init(shadow), .init(dashes),
      ] + TypeSlot.Keys.all
  }

  static let form = Form<RibbonSlot>("a ribbon") { tree, reading in
    guard var fields = Fields(tree, of: "a ribbon", declared: Keys.all, &reading) else { return nil }
    let text = fields.locate(Keys.text, &reading)
    let white = ColorExpression.color(.white)
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
      fill: fields.take(Keys.fill, &reading) ?? .color(white),
      ink: fields.take(Keys.ink, &reading),
      tailTip: fields.take(Keys.tailTip, &reading) ?? white,
      tailShade: fields.take(Keys.tailShade, &reading) ?? white,
      fold: fields.take(Keys.fold, &reading) ?? .color(.black),
      hairline: fields.take(Keys.hairline, &reading) ?? white,
      hairlineInset: fields.take(Keys.hairlineInset, &reading) ?? 5,
      hairlineWidth: fields.take(Keys.hairlineWidth, &reading) ?? 1.4,
      edge: fields.take(Keys.edge, &reading) ?? 0,
      isShadowed: fields.take(Keys.shadow, &reading) ?? true,
      dashes: fields.take(Keys.dashes, &reading) ?? [])
    fields.finish(&reading)
    return slot
  }
}

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
    static let radius = Key("radius", .length, "of the plate")
    static let text = Key("text", .template, "the words, such as \"{{marker}}\"")
    static let glyph = Key("glyph", EmblemSlot.nameForm, "an emblem instead of words")
    static let glyphSize = Key("glyph-size", .length, "its diameter")
    static let metal = Key("metal", .metal, "the rim")
    static let fill = Key("fill", .paint, "the plate's paint")
    static let ink = Key("ink", .color, "the words' or glyph's colour")
    static let accent = Key("accent", .paint, "the glyph's telling detail")
    static let width = Key("width", .length, "how wide the words may be")
    static let all =
      [
        KeyDeclaration(type), .init(at), .init(radius), .init(text), .init(glyph), .init(glyphSize),
        .init(metal), .init(fill), .init(ink), .init(accent), .init(width),
      ] + TypeSlot.Keys.all
  }

  static let form = Form<MarkerSlot>("a marker") { tree, reading in
    guard var fields = Fields(tree, of: "a marker's slot", declared: Keys.all, &reading) else { return nil }
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
