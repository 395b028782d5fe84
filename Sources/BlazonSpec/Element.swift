public import BlazonForm
public import BlazonScene
public import BlazonSource

/// One thing on a page: where it stands, and what it is.
public struct Element: Sendable {
  public indirect enum Content: Sendable {
    case text(TextElement)
    /// A shape at its own place on the page.
    case shape(Figure)
    case area(AreaElement)
    case image(ImageElement)
    /// The badge of the award, this wide.
    case badge(Double)
    /// The programme's logo, this high; of two drawings the one for what it stands `on`, or for the page's theme.
    case logo(size: Double, fill: PaintExpression, on: Theme?)
    case qr(QRElement)
    case pills(PillsElement)
    case signatures(SignaturesElement)
    case ring(RingElement)
    /// The recipient's picture as a disc, this wide, in a ring.
    case avatar(size: Double, ring: PaintExpression)
    /// The logo of the programme that this one is a partner of, this high.
    case partnerLogo(Double)
    case rule(RuleElement)
    case frame(FrameElement)
    case guilloche(GuillocheElement)
    case container(Container)
  }

  /// Where along a line, or down a column.
  public enum Alignment: String, CaseIterable, Sendable { case start, middle, end }

  public var content: Content
  /// Where it is laid out; the whole page, or what its container gives it, unless said.
  public var region: Region
  /// The space before it in a stack or a row, beside the gap.
  public var margin: Double
  /// Across its container, or in its region.
  public var align: Alignment
  /// Down its region, outside containers.
  public var justify: Alignment
  /// Takes what room is left in a row.
  public var grows: Bool
  public var opacity: Double
  /// Drawn only where this fact is known.
  public var condition: TextTemplate.Fact?
  /// Drawn only where this fact is not known.
  public var exception: TextTemplate.Fact?
  /// Where it is written.
  public var place: Place

  public enum Region: Hashable, Sendable {
    case whole
    case box(Rect)
    case inset(Insets)
  }

  enum Keys {
    static let box = Key("box", .box, "where it is laid out")
    static let inset = Key(
      "inset", Form<[Double]>.numbers(4...4, name: "[top, right, bottom, left]"),
      "the same, as distances from the sides of the page")
    static let margin = Key(
      "margin", Form<Double>.number(in: -200...600), "the space before it, beside the gap")
    static let align = Key(
      "align", Form<Alignment>.choice("alignment"), "across: start, middle or end")
    static let justify = Key(
      "justify", Form<Alignment>.choice("alignment"), "down its box: start, middle or end")
    static let grow = Key("grow", .bool, "whether it takes the room that is left in a row")
    static let opacity = Key("opacity", .opacity, "0 to 1")
    static let condition = Key("if", .fact, "drawn only where this is known, as in award.expires")
    static let exception = Key(
      "unless", .fact, "drawn only where this is not known, as in award.competencies")
    static let all = [
      KeyDeclaration(box), .init(inset), .init(margin), .init(align), .init(justify), .init(grow),
      .init(opacity), .init(condition), .init(exception),
    ]
  }
}

/// Words on a page.
public struct TextElement: Sendable {
  public var text: TextTemplate
  public var place: Place
  public var type: TypeSlot
  public var fill: PaintExpression
  /// Below this share of the largest size, one line more is tried.
  public var wrapBelow: Double

  enum Keys {
    static let text = Key("text", .template, "the words, such as \"{{recipient.name}}\"")
    static let style = Key("style", Form<String>.id, "a look of the page's styles")
    static let fill = Key("fill", .paint, "the paint")
    static let wrapBelow = Key(
      "wrap-below", .opacity, "the share of the size below which one line more is tried")
    static let look = TypeSlot.Keys.all + [KeyDeclaration(fill), .init(wrapBelow)]
    static let all = [KeyDeclaration(text), .init(style)] + look
  }

  /// Reads a member of `styles` for the mistakes in it.
  static func checkStyle(_ tree: Tree, _ reading: inout Reading) {
    guard var fields = Fields(tree, of: "a style", declared: Keys.look, &reading) else { return }
    _ = TypeSlot(&fields, &reading)
    _ = fields.take(Keys.fill, &reading)
    _ = fields.take(Keys.wrapBelow, &reading)
    fields.finish(&reading)
  }
}

/// A painted rectangle.
public struct AreaElement: Sendable {
  public var fill: PaintExpression
  public var corner: Double
  public var stroke: PaintExpression?
  public var strokeWidth: Double

  enum Keys {
    static let area = Key("area", .paint, "the paint of a rectangle: its box, or the whole page")
    static let corner = Key("corner", .length, "the radius of its corners")
    static let stroke = Key("stroke", .paint, "the paint of its line")
    static let strokeWidth = Key("stroke-width", .length, "the width of its line")
    static let all = [KeyDeclaration(area), .init(corner), .init(stroke), .init(strokeWidth)]
  }
}

/// A QR code with its quiet zone.
public struct QRElement: Sendable {
  public var text: TextTemplate
  public var size: Double
  public var fill: PaintExpression
  public var ground: PaintExpression
  public var corner: Double

  enum Keys {
    static let qr = Key("qr", .template, "what it says, as \"{{award.url}}\"")
    static let size = Key("size", .size, "its width, quiet zone included")
    static let fill = Key("fill", .paint, "the dark modules; black unless given")
    static let ground = Key("ground", .paint, "the light ones; white unless given")
    static let corner = Key("corner", .length, "the radius of the corners of the ground")
    static let all = [
      KeyDeclaration(qr), .init(size), .init(fill), .init(ground), .init(corner),
    ]
  }
}

/// The badge's skills, each in a rounded frame; as many rows as they need.
public struct PillsElement: Sendable {
  public var list: ListFact
  public var type: TypeSlot
  public var ink: PaintExpression
  public var fill: PaintExpression
  public var stroke: PaintExpression
  public var padding: Double
  public var height: Double
  public var gap: Double
  public var rows: Int

  /// A fact of several items.
  public enum ListFact: String, CaseIterable, Sendable { case skills = "award.skills" }

  enum Keys {
    static let pills = Key(
      "pills", Form<ListFact>.choice("list"), "a list whose items are shown in rounded frames")
    static let ink = Key("ink", .paint, "the paint of the words")
    static let fill = Key("fill", .paint, "the paint inside the frames")
    static let stroke = Key("stroke", .paint, "the paint of the frames")
    static let padding = Key("padding", .length, "between the words and the ends")
    static let height = Key("height", .size, "of a frame")
    static let gap = Key("gap", .length, "between frames")
    static let rows = Key(
      "max-lines", Form<Int>.count(in: 1...6), "rows at most; what does not fit is counted")
    static let all =
      [
        KeyDeclaration(pills), .init(ink), .init(fill), .init(stroke), .init(padding),
        .init(height), .init(gap), .init(rows),
      ] + TypeSlot.Keys.all
  }
}

/// The signatures of a certificate, with its badge between or beside them.
public struct SignaturesElement: Sendable {
  /// The width of the badge; 0 for none.
  public var badge: Double
  /// The height of a signature's picture.
  public var height: Double
  /// The widest column.
  public var width: Double
  public var gap: Double
  public var line: PaintExpression
  public var ink: PaintExpression
  public var muted: PaintExpression
  /// Of names.
  public var type: TypeSlot
  /// Of roles, which are a little smaller.
  public var roleFont: String
  /// The paint of a ribbon's tails below the badge; none unless given.
  public var ribbon: PaintExpression?
  /// The metal of a seal of foil that the badge lies on; none unless given.
  public var seal: MetalExpression?

  enum Keys {
    static let signatures = Key("signatures", .size, "the height of a signature's picture")
    static let badge = Key("badge-size", .length, "the width of the badge among them; 0 for none")
    static let width = Key("width", .size, "of the widest column")
    static let gap = Key("gap", .length, "between columns")
    static let line = Key("line", .paint, "the paint of the lines to sign on")
    static let ink = Key("ink", .paint, "the paint of names")
    static let muted = Key("muted", .paint, "the paint of roles")
    static let roleFont = Key(
      "role-font", Form<String>.name(of: "a font") { TypeSlot.fontNames }, "the face of roles")
    static let ribbon = Key("ribbon", .paint, "the paint of a ribbon's tails below the badge")
    static let seal = Key(
      "seal", .metal, "the metal of a seal of foil below a badge that is not round itself")
    static let all =
      [
        KeyDeclaration(signatures), .init(badge), .init(width), .init(gap), .init(line),
        .init(ink), .init(muted), .init(roleFont), .init(ribbon), .init(seal),
      ] + TypeSlot.Keys.all
  }
}

/// The badge's competencies as a ring of arcs, as long as their weights, with their names beside it.
public struct RingElement: Sendable {
  public var size: Double
  public var width: Double
  /// Between the ring and the names.
  public var gap: Double
  /// Of the names.
  public var type: TypeSlot
  public var ink: PaintExpression
  public var muted: PaintExpression
  /// The colour that the arcs are tones of.
  public var fill: ColorExpression

  /// What a ring shows.
  enum List: String, CaseIterable { case competencies = "award.competencies" }

  enum Keys {
    static let ring = Key("ring", Form<List>.choice("list"), "a list of weights, shown as arcs")
    static let size = Key("size", .size, "across")
    static let width = Key("stroke-width", .size, "how thick the arcs are")
    static let gap = Key("gap", .length, "between the ring and the names")
    static let ink = Key("ink", .paint, "the paint of the names")
    static let muted = Key("muted", .paint, "the paint of the shares")
    static let fill = Key("fill", .color, "the colour that the arcs are tones of")
    static let all =
      [
        KeyDeclaration(ring), .init(size), .init(width), .init(gap), .init(ink), .init(muted),
        .init(fill),
      ] + TypeSlot.Keys.all
  }
}

/// A horizontal line, with a diamond in its middle if asked.
public struct RuleElement: Sendable {
  public var paint: PaintExpression
  public var width: Double
  /// 0 for the whole width.
  public var length: Double
  public var diamond: Double

  enum Keys {
    static let rule = Key("rule", .paint, "the paint of a horizontal line")
    static let width = Key("stroke-width", .length, "how thick it is")
    static let length = Key("length", .length, "how long; the whole width unless given")
    static let diamond = Key("diamond", .length, "the radius of a diamond in its middle")
    static let all = [KeyDeclaration(rule), .init(width), .init(length), .init(diamond)]
  }
}

/// The ornate border of a certificate.
public struct FrameElement: Sendable {
  public var inset: Double
  public var width: Double
  public var fill: PaintExpression
  public var edge: PaintExpression
  public var line: ColorExpression
  public var star: MetalExpression
  /// The radius of the hollow corners of the inner lines.
  public var notch: Double

  enum Keys {
    static let frame = Key("frame", .paint, "the paint of the band")
    static let inset = Key("band-inset", .length, "from the edge of the page to the band")
    static let width = Key("width", .size, "of the band")
    static let edge = Key("edge", .paint, "the paint of its fine lines")
    static let line = Key("line", .color, "the colour of the guilloche in the band")
    static let star = Key("metal", .metal, "the metal of the stars in the corners")
    static let notch = Key("notch", .length, "the radius of the hollow inner corners")
    static let all = [
      KeyDeclaration(frame), .init(inset), .init(width), .init(edge), .init(line), .init(star),
      .init(notch),
    ]
  }
}

/// A rosette of fine waves, as on banknotes.
public struct GuillocheElement: Sendable {
  public var paint: PaintExpression
  public var at: Point
  public var inner: Double
  public var outer: Double
  public var lines: Int
  public var lobes: Int
  public var width: Double

  enum Keys {
    static let guilloche = Key("guilloche", .paint, "the paint of a rosette of fine waves")
    static let at = Key("at", .point, "the centre")
    static let inner = Key("inner", .length, "the inner radius")
    static let outer = Key("outer", .size, "the outer radius")
    static let lines = Key("lines", Form<Int>.count(in: 1...24), "how many waves")
    static let lobes = Key("lobes", Form<Int>.count(in: 3...60), "how many crests each has")
    static let width = Key("stroke-width", .size, "how thick the lines are")
    static let all = [
      KeyDeclaration(guilloche), .init(at), .init(inner), .init(outer), .init(lines), .init(lobes),
      .init(width),
    ]
  }
}

extension Form where Value == TextTemplate.Fact {
  static let fact = Form("the name of a fact", .choice(TextTemplate.Fact.allCases.map(\.rawValue)))
  { tree, reading in
    let names = TextTemplate.Fact.allCases.map(\.rawValue)
    return Form<String>.name(of: "a fact") { names }.read(tree, &reading)
      .flatMap(TextTemplate.Fact.init)
  }
}
