public import BlazonArt
public import BlazonForm
public import BlazonScene
internal import BlazonSource

/// A shape of a preset with its paint: the badge's own outline, a ring, a layer.
public struct Figure: Sendable {
  public enum Outline: Sendable {
    case silhouette(Silhouette, Silhouette.Measures)
    case path(Path)
  }

  public var outline: Outline
  public var fill: PaintExpression?
  public var stroke: PaintExpression?
  public var strokeWidth: Double
  public var dashes: [Double]
  public var cap: Stroke.Cap
  public var join: Stroke.Join
  public var opacity: Double
  public var patterns: [PatternSlot]
  /// Dark bands just inside the edge, as `[width, opacity]`, that make a shape look sunk.
  public var innerShadow: [Double]
  public var shadow: ShadowSlot?
  /// Clipped to the badge's outline.
  public var isClipped: Bool
  public var emblem: Emblem?
  public var emblemInk: ColorExpression?
  /// Whether it stands about the emblem and grows with it: its coordinates are then hundredths of the
  /// emblem's size, from the emblem's centre.
  public var isAroundEmblem: Bool
  /// The share of the line that is drawn, from its start; the badge's progress where it is `progress`.
  public var trim: Share?
  /// The text without which it is not drawn.
  public var companion: String?

  /// A share of a whole, 0…1.
  public enum Share: Hashable, Sendable {
    case fixed(Double)
    case progress
    /// High enough that all words of the stack stand on what the level fills.
    case words

    static let form = Form<Share>(
      "a share, progress or words", .either([.number(0...1), .choice(["progress", "words"])])
    ) { tree, reading in
      if case .scalar("progress", _) = tree.value { return .progress }
      if case .scalar("words", _) = tree.value { return .words }
      return Form<Double>.opacity.read(tree, &reading).map { .fixed($0) }
    }
  }

  enum Keys {
    static let around = Key(
      "around", Form<Anchor>.choice("anchor"),
      "what it stands about and grows with: coordinates are then hundredths of the emblem's size")
    static let trim = Key("trim", Share.form, "the share of the line that is drawn, from its start")
    static let companion = Key("with", .id, "the text without which it is not drawn")
    static let type = Key("type", Form<Silhouette>.choice("shape"), "the silhouette")
    static let at = Key("at", .point, "the centre")
    static let radius = Key(
      "radius", .size, "from the centre to the outermost points; half the width")
    static let height = Key("height", .size, "the whole height, where it is not twice the radius")
    static let corner = Key("corner", .length, "the radius of rounded corners")
    static let rotate = Key("rotate", Form<Double>.number, "a clockwise turn in degrees")
    static let count = Key(
      "count", Form<Int>.count(in: 3...120), "lobes of a seal, points of a star")
    static let depth = Key("depth", .length, "how deep lobes or points are cut")
    static let d = Key("d", .pathData, "SVG path data, instead of a type")
    static let fill = Key("fill", .paint, "the paint of the area")
    static let stroke = Key("stroke", .paint, "the paint of the line")
    static let strokeWidth = Key("stroke-width", .length, "the width of the line")
    static let dashes = Key(
      "stroke-dasharray", .dashes,
      "dash and gap in turn")
    static let cap = Key("stroke-linecap", Form<Stroke.Cap>.choice("line cap"), "the ends of lines")
    static let join = Key(
      "stroke-linejoin", Form<Stroke.Join>.choice("line join"), "the corners of lines")
    static let opacity = Key("opacity", .opacity, "0 to 1")
    static let patterns = Key("patterns", PatternSlot.mapForm, "textures by name")
    static let innerShadow = Key(
      "inner-shadow", Form<[Double]>.numbers(2...2, name: "[width, opacity]"),
      "a dark band just inside the edge")
    static let shadow = Key("shadow", ShadowSlot.form, "the shadow it throws")
    static let clip = Key("clip", .bool, "whether the badge's outline cuts it off")
    static let emblem = Key(
      "emblem", EmblemSlot.nameForm,
      "an emblem of the library, instead of a shape; `radius` is its own")
    static let ink = Key("ink", .color, "the one colour of that emblem")
    static let all = [
      KeyDeclaration(type), .init(at), .init(radius), .init(height), .init(corner), .init(rotate),
      .init(count), .init(depth), .init(d), .init(fill), .init(stroke), .init(strokeWidth),
      .init(dashes), .init(cap), .init(join), .init(opacity), .init(patterns), .init(innerShadow),
      .init(shadow), .init(clip), .init(emblem), .init(ink), .init(around), .init(trim),
      .init(companion),
    ]
  }

  init?(_ tree: Tree, _ reading: inout Reading) {
    guard var fields = Fields(tree, of: "a shape", declared: Keys.all, &reading) else { return nil }
    let type = fields.take(Keys.type, &reading)
    isAroundEmblem = fields.take(Keys.around, &reading) != nil
    trim = fields.take(Keys.trim, &reading)
    companion = fields.take(Keys.companion, &reading)
    let at = fields.take(Keys.at, &reading) ?? (isAroundEmblem ? Point(0, 0) : Point(256, 256))
    let radius = fields.take(Keys.radius, &reading)
    let height = fields.take(Keys.height, &reading)
    let corner = fields.take(Keys.corner, &reading) ?? 0
    let rotate = fields.take(Keys.rotate, &reading) ?? 0
    let count = fields.take(Keys.count, &reading)
    let depth = fields.take(Keys.depth, &reading)
    let path = fields.take(Keys.d, &reading)
    fill = fields.take(Keys.fill, &reading)
    stroke = fields.take(Keys.stroke, &reading)
    strokeWidth = fields.take(Keys.strokeWidth, &reading) ?? 1
    dashes = fields.take(Keys.dashes, &reading) ?? []
    cap = fields.take(Keys.cap, &reading) ?? .butt
    join = fields.take(Keys.join, &reading) ?? .miter
    opacity = fields.take(Keys.opacity, &reading) ?? 1
    patterns = fields.take(Keys.patterns, &reading) ?? []
    innerShadow = fields.take(Keys.innerShadow, &reading) ?? []
    shadow = fields.take(Keys.shadow, &reading)
    isClipped = fields.take(Keys.clip, &reading) ?? false
    let emblemName = fields.take(Keys.emblem, &reading)
    emblem = emblemName.flatMap { Emblem(named: $0) }
    emblemInk = fields.take(Keys.ink, &reading)
    fields.finish(&reading)
    let silhouette = type ?? .circle
    if let path {
      outline = .path(path)
    } else {
      outline = .silhouette(
        silhouette,
        .init(
          center: at, radius: radius ?? 100, halfHeight: height.map { $0 / 2 }, corner: corner,
          rotation: Angle(degrees: rotate), count: count ?? (silhouette == .star ? 5 : 28),
          depth: depth ?? (silhouette == .star ? (radius ?? 100) * 0.53 : nil)))
    }
    if path == nil, radius == nil {
      guard !fields.has("radius"), !fields.has("d") else { return nil }
      reading.error("a shape needs “radius” or “d”", at: fields.place)
      return nil
    }
  }

  static let form = Form<Figure>("a shape", .chapter("shape")) { tree, reading in
    Figure(tree, &reading)
  }

  /// Shapes by name, in the written order.
  static let mapForm = Form<[Figure]>("shapes by name", .map(.chapter("shape"))) { tree, reading in
    reading.list(tree) { tree, reading in Figure(tree, &reading) }
  }
}

extension Reading {
  /// The values of a map of names, in the written order.
  mutating func list<Value>(
    _ tree: Tree, _ read: (Tree, inout Reading) -> Value?
  ) -> [Value]? {
    guard let entries = tree.entries else {
      error("expected a map of names", at: tree.place)
      return nil
    }
    return entries.filter { !$0.value.isNull }.compactMap { read($0.value, &self) }
  }

  /// The same, for values that know their names.
  mutating func namedList<Value>(
    _ tree: Tree, _ read: (String, Tree, inout Reading) -> Value?
  ) -> [Value]? {
    guard let entries = tree.entries else {
      error("expected a map of names", at: tree.place)
      return nil
    }
    return entries.filter { !$0.value.isNull }.compactMap { read($0.key.value, $0.value, &self) }
  }
}

/// What something stands about.
public enum Anchor: String, CaseIterable, Sendable { case emblem }

/// A drop shadow.
public struct ShadowSlot: Sendable {
  public var dx: Double, dy: Double, blur: Double
  public var color: ColorExpression
  public var opacity: Double

  public init(dx: Double, dy: Double, blur: Double, color: ColorExpression, opacity: Double) {
    (self.dx, self.dy, self.blur) = (dx, dy, blur)
    (self.color, self.opacity) = (color, opacity)
  }

  enum Keys {
    static let dx = Key("dx", Form<Double>.number(in: -64...64), "how far to the right")
    static let dy = Key("dy", Form<Double>.number(in: -64...64), "how far down")
    static let blur = Key(
      "blur", Form<Double>.number(in: 0...60), "the standard deviation, in canvas units")
    static let color = Key("color", .color, "black unless given")
    static let opacity = Key("opacity", .opacity, "0 to 1")
    static let all = [
      KeyDeclaration(dx), .init(dy), .init(blur), .init(color), .init(opacity),
    ]
  }

  static let form = Form<ShadowSlot>("a shadow {dy, blur, color, opacity}", .chapter("shadow")) {
    tree, reading in
    guard var fields = Fields(tree, of: "a shadow", declared: Keys.all, &reading) else {
      return nil
    }
    defer { fields.finish(&reading) }
    return ShadowSlot(
      dx: fields.take(Keys.dx, &reading) ?? 0, dy: fields.take(Keys.dy, &reading) ?? 0,
      blur: fields.take(Keys.blur, &reading) ?? 0,
      color: fields.take(Keys.color, &reading) ?? .color(.black),
      opacity: fields.take(Keys.opacity, &reading) ?? 0.35)
  }
}

/// A texture of a field.
public struct PatternSlot: Sendable {
  public var kind: Pattern.Kind
  public var at: Point?
  public var radius: Double
  public var count: Int
  public var step: Double
  public var line: Double
  public var rotation: Angle
  public var box: Rect?
  public var color: ColorExpression
  public var colors: [ColorExpression]
  public var inner: Double
  public var lines: Int, lobes: Int
  public var opacity: Double
  /// Where a wave's level lies between `empty` and `full`, instead of at the height of `at`.
  public var level: Level?

  /// A level that a share sets.
  public struct Level: Sendable {
    public var share: Figure.Share
    /// The heights of 0 and of 1.
    public var empty: Double, full: Double

    public init(share: Figure.Share, empty: Double, full: Double) {
      (self.share, self.empty, self.full) = (share, empty, full)
    }
  }

  enum Keys {
    static let level = Key(
      "level", Figure.Share.form, "how high a wave stands between `empty` and `full`")
    static let empty = Key("empty", Form<Double>.number(in: -2048...2048), "the height of level 0")
    static let full = Key("full", Form<Double>.number(in: -2048...2048), "the height of level 1")
    static let type = Key("type", Form<Pattern.Kind>.choice("pattern"), "the texture")
    static let at = Key(
      "at", .point, "the middle of rays, facets, glows, discs and what turns; the level of a wave")
    static let radius = Key(
      "radius", .size, "how far rays, facets, glows, discs and what turns reach")
    static let inner = Key("inner", .length, "where a guilloche or a crown ends inside")
    static let count = Key(
      "count", Form<Int>.count(in: 3...120), "how many rays or facets, or sides of a crown")
    static let lines = Key("lines", Form<Int>.count(in: 1...24), "how many waves of a guilloche")
    static let lobes = Key(
      "lobes", Form<Int>.count(in: 3...96), "how many crests each wave of a guilloche has")
    static let step = Key(
      "step", Form<Double>.number(in: 2...512), "the distance between neighbours")
    static let line = Key(
      "line", .length, "the width of lines, the size of dots, the height of waves")
    static let rotate = Key("rotate", Form<Double>.number, "a clockwise turn in degrees")
    static let box = Key("box", .box, "the part that is filled; the whole canvas unless given")
    static let color = Key("color", .color, "white unless given")
    static let colors = Key(
      "colors", Form<[Located<ColorExpression>]>.list(of: .color, named: "a list of colours"),
      "what a crown is shaded with, from the upper left to the lower right")
    static let opacity = Key("opacity", .opacity, "0 to 1")
    static let all = [
      KeyDeclaration(type), .init(at), .init(radius), .init(inner), .init(count), .init(lines),
      .init(lobes), .init(step), .init(line), .init(rotate), .init(box), .init(color),
      .init(colors), .init(opacity), .init(level), .init(empty), .init(full),
    ]
  }

  static let mapForm = Form<[PatternSlot]>("patterns by name", .map(.chapter("pattern"))) {
    tree, reading in
    reading.list(tree) { tree, reading in
      guard var fields = Fields(tree, of: "a pattern", declared: Keys.all, &reading) else {
        return nil
      }
      let kind = fields.require(Keys.type, &reading)?.value
      let share = fields.take(Keys.level, &reading)
      let empty = fields.take(Keys.empty, &reading) ?? 512
      let full = fields.take(Keys.full, &reading) ?? 0
      let slot = PatternSlot(
        kind: kind ?? .rays, at: fields.take(Keys.at, &reading),
        radius: fields.take(Keys.radius, &reading) ?? 420,
        count: fields.take(Keys.count, &reading) ?? kind?.usualCount ?? 22,
        step: fields.take(Keys.step, &reading) ?? 16, line: fields.take(Keys.line, &reading) ?? 2,
        rotation: Angle(degrees: fields.take(Keys.rotate, &reading) ?? 0),
        box: fields.take(Keys.box, &reading),
        color: fields.take(Keys.color, &reading) ?? .color(.white),
        colors: (fields.take(Keys.colors, &reading) ?? []).map(\.value),
        inner: fields.take(Keys.inner, &reading) ?? 0,
        lines: fields.take(Keys.lines, &reading) ?? 6,
        lobes: fields.take(Keys.lobes, &reading) ?? 24,
        opacity: fields.take(Keys.opacity, &reading) ?? 0.12,
        level: share.map { Level(share: $0, empty: empty, full: full) })
      fields.finish(&reading)
      return kind == nil ? nil : slot
    }
  }
}

extension Pattern.Kind {
  fileprivate var usualCount: Int {
    switch self {
    case .facets: 6
    case .crown: 4
    case .rays, .dots, .grid, .stripes, .chevrons, .crosshatch, .guilloche, .glow, .fade, .disc,
      .wave:
      22
    }
  }
}
