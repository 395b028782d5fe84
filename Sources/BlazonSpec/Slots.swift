public import BlazonForm
internal import BlazonScene
internal import BlazonSource

/// A preset, read: every slot that is drawn, in the order of painting.
public struct Slots: Sendable {
  public var vars: [(name: String, value: TokenExpression)] = []
  public var back: [Figure] = []
  public var tails: TailsSlot?
  public var pleats: [PleatsSlot]
  public var shape: Figure
  public var field: PaintExpression
  public var patterns: [PatternSlot]
  public var border: [Band]
  /// A line along the inside of the edge that keeps it crisp on any page.
  public var hairline: Band?
  /// A line below the badge that shows the edge of pale metals on white.
  public var outerLine: Band?
  public var rings: [Figure]
  public var stitch: StitchSlot?
  public var laurel: LaurelSlot?
  public var scene: SceneSlot?
  public var stack: StackSlot?
  public var crack: CrackSlot?
  public var texts: [TextSlot]
  public var emblem: EmblemSlot?
  public var stars: StarsSlot?
  public var ribbon: RibbonSlot?
  public var marker: MarkerSlot?
  public var logo: LogoSlot?
  public var layers: [Figure]

  /// One band of a border: aligned inside, outside in.
  public struct Band: Sendable {
    public var width: Double
    public var fill: PaintExpression
    public var opacity: Double

    public init(width: Double, fill: PaintExpression, opacity: Double) {
      (self.width, self.fill, self.opacity) = (width, fill, opacity)
    }

    enum Keys {
      static let width = Key("width", .length, "how wide the band is")
      static let fill = Key("fill", .paint, "its paint")
      static let opacity = Key("opacity", .opacity, "0 to 1")
      static let all = [KeyDeclaration(width), .init(fill), .init(opacity)]
    }

    static let form = Form<Band>("a band {width, fill}", .chapter("band")) { tree, reading in
      guard var fields = Fields(tree, of: "a band", declared: Keys.all, &reading) else {
        return nil
      }
      let width = fields.require(Keys.width, &reading)
      let fill = fields.require(Keys.fill, &reading)
      let opacity = fields.take(Keys.opacity, &reading) ?? 1
      fields.finish(&reading)
      guard let width, let fill else { return nil }
      return Band(width: width.value, fill: fill.value, opacity: opacity)
    }

    static let mapForm = Form<[Band]>("bands by name", .map(.chapter("band"))) { tree, reading in
      reading.list(tree) { form.read($0, &$1) }
    }
  }

  enum Keys {
    static let vars = Key(
      "vars", Form<Tree>.map(.id, of: .text), "tokens of the preset, by name: colours and metals")
    static let back = Key("back", Figure.mapForm, "shapes behind the badge, by name")
    static let tails = Key("tails", TailsSlot.form, "the hanging tails of a rosette")
    static let pleats = Key("pleats", PleatsSlot.mapForm, "wheels of pleated ribbon, by name")
    static let shape = Key(
      "shape", Figure.form, "the outline, its paint below everything, its shadow")
    static let field = Key("field", .paint, "the paint inside the border")
    static let patterns = Key("patterns", PatternSlot.mapForm, "textures of the field, by name")
    static let border = Key(
      "border", Band.mapForm, "bands by name, outside in, aligned inside the shape")
    static let hairline = Key("hairline", Band.form, "a fine line inside the edge")
    static let outerLine = Key(
      "outer-line", Band.form,
      "a fine line around the edge, below the badge; around a ribbon, of its cloth")
    static let rings = Key("rings", Figure.mapForm, "shapes above the field, by name")
    static let stitch = Key("stitch", StitchSlot.form, "a seam inside the edge")
    static let laurel = Key("laurel", LaurelSlot.form, "a wreath")
    static let scene = Key(
      "scene", SceneSlot.form, "where an emblem that is a scene is painted, in full colours")
    static let stack = Key(
      "stack", StackSlot.form,
      "the place that emblem, words, stars, marker and logo share, row by row")
    static let crack = Key(
      "crack", CrackSlot.form, "a break through all but words, ribbon, marker, logo and layers")
    static let texts = Key("texts", TextSlot.mapForm, "words, by name")
    static let emblem = Key("emblem", EmblemSlot.form, "where the emblem stands, and its paints")
    static let stars = Key("stars", StarsSlot.form, "where stars stand")
    static let ribbon = Key("ribbon", RibbonSlot.form, "a ribbon across the badge")
    static let marker = Key("marker", MarkerSlot.form, "the place of the marker")
    static let logo = Key("logo", LogoSlot.form, "the place of the programme's logo")
    static let layers = Key("layers", Figure.mapForm, "shapes above everything, by name")
    static let when = Key(
      "when", Form<Tree>.map(Words.asked, of: .chapter("preset")),
      "overrides by the words a badge says: `metal`, `marker stars`, `letters`")
    static let states = Key(
      "states",
      Form<Tree>.map(.choice(Words.State.allCases.map(\.rawValue)), of: .chapter("preset")),
      "overrides by state")
    static let optical = Key(
      "optical", Form<Tree>.map(.pattern("^([89]|[1-9][0-9]{1,3})$"), of: .chapter("preset")),
      "overrides by largest pixel width, widest first")
    static let extends = Key("extends", Form<String>.id, "the preset to derive from")
    static let all = [
      KeyDeclaration(extends), .init(vars), .init(back), .init(tails), .init(pleats), .init(shape),
      .init(field), .init(patterns), .init(border), .init(hairline), .init(outerLine),
      .init(rings), .init(stitch), .init(laurel), .init(scene), .init(stack), .init(crack),
      .init(texts),
      .init(emblem),
      .init(stars), .init(ribbon), .init(marker), .init(logo), .init(layers), .init(when),
      .init(states), .init(optical),
    ]
  }

  /// The tokens every badge has.
  public static let baseTokens: Set<String> = [
    "color", "accent", "metal", "paper", "ink", "ground", "cloth",
  ]

  /// The slots of a preset with all overrides merged in.
  init?(_ tree: Tree, _ reading: inout Reading) {
    guard var fields = Fields(tree, of: "a preset", declared: Keys.all, &reading) else {
      return nil
    }
    reading.tokens = Slots.baseTokens
    vars = reading.variables(fields.take(Keys.vars, &reading))
    back = fields.take(Keys.back, &reading) ?? []
    tails = fields.take(Keys.tails, &reading)
    pleats = fields.take(Keys.pleats, &reading) ?? []
    let shape = fields.require(Keys.shape, &reading)
    field = fields.take(Keys.field, &reading) ?? .none
    patterns = fields.take(Keys.patterns, &reading) ?? []
    border = fields.take(Keys.border, &reading) ?? []
    hairline = fields.take(Keys.hairline, &reading)
    // Where a preset says nothing of it, an edge is drawn that is seen on any page.
    let line = Band(
      width: 5.4, fill: .color(.ground(.edge, .token("color"))), opacity: 1)
    let saidLine = fields.take(Keys.outerLine, &reading)
    outerLine = tree["outer-line"] == nil ? line : saidLine
    rings = fields.take(Keys.rings, &reading) ?? []
    stitch = fields.take(Keys.stitch, &reading)
    laurel = fields.take(Keys.laurel, &reading)
    scene = fields.take(Keys.scene, &reading)
    stack = fields.take(Keys.stack, &reading)
    crack = fields.take(Keys.crack, &reading)
    texts = fields.take(Keys.texts, &reading) ?? []
    emblem = fields.take(Keys.emblem, &reading)
    stars = fields.take(Keys.stars, &reading)
    ribbon = fields.take(Keys.ribbon, &reading)
    marker = fields.take(Keys.marker, &reading)
    logo = fields.take(Keys.logo, &reading)
    layers = fields.take(Keys.layers, &reading) ?? []
    // Merged before, by whoever made this tree.
    _ = fields.take(Keys.when, &reading)
    _ = fields.take(Keys.states, &reading)
    _ = fields.take(Keys.optical, &reading)
    _ = fields.take(Keys.extends, &reading)
    fields.finish(&reading)
    guard let shape else { return nil }
    self.shape = shape.value
    checkPlaces(&reading)
  }

  /// Every text has a place of its own, or a row of the stack.
  private func checkPlaces(_ reading: inout Reading) {
    let rows = Set(stack?.rows.map(\.value) ?? [])
    for text in texts where text.placement == nil && !rows.contains(.text(text.name)) {
      reading.error(
        "a text needs “box” or “radius”", at: text.place,
        help: "or a row of the “stack”: rows: [emblem, \(text.name)]")
    }
  }
}

extension Slots {
  /// The facts that its texts show.
  public var facts: Set<TextTemplate.Fact> {
    let templates = texts.map(\.text) + [ribbon?.text, marker?.text].compactMap(\.self)
    return Set(
      templates.flatMap(\.pieces).compactMap { piece in
        if case .fact(let fact) = piece { fact } else { nil }
      })
  }
}
