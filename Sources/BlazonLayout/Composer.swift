internal import BlazonArt
public import BlazonArtwork
public import BlazonDesign
internal import BlazonForm
public import BlazonScene
public import BlazonSource
internal import BlazonSpec
public import BlazonText

/// A design in, a scene out: the badge on its canvas of 512 × 512 units.
public struct Composer: ~Copyable {
  public static let canvas = Size(width: 512, height: 512)

  var typesetter: Typesetter
  let artworks: Artworks
  let badges: ComposedBadges?

  /// What `badges` has of the badges on pages is not composed again.
  public init(
    fonts: FontLibrary, artworks: Artworks = Artworks(), badges: ComposedBadges? = nil
  ) {
    typesetter = Typesetter(fonts: fonts)
    (self.artworks, self.badges) = (artworks, badges)
  }

  /// The scene of `design`. What does not fit or cannot be written is in the report.
  public mutating func compose(_ design: Design, report: inout Report) -> Scene {
    let layers = layers(of: design, report: &report)
    return Scene(
      size: Composer.canvas, nodes: layers.flatMap(\.nodes), title: design.title,
      description: design.sentence, language: design.language,
      credits: credits(of: design.provenance))
  }

  func credits(of provenance: Provenance) -> Credits {
    badges?.credits(of: provenance) ?? provenance.credits
  }

  /// The same in layers, lowest first: whoever looks at the picture knows what is what.
  package mutating func layers(of design: Design, report: inout Report) -> [Layer] {
    let logo = design.logo.flatMap { artworks.pictures[$0.value] }
    let arrangement = typesetter.arrange(design, logo: logo?.size, &report)
    var design = design
    design.slots = arrangement.slots
    let slots = design.slots
    let outline = path(of: slots.shape)
    let bounds = outline.controlBox ?? Rect(x: 0, y: 0, width: 512, height: 512)
    let style = Style(design: design, outline: outline, bounds: bounds)

    var ground = style.edges() + style.tails()
    ground += slots.back.flatMap { style.nodes(of: $0) }
    ground += style.pleats() + style.ground()
    let furniture = style.rings()
    let around = slots.rings.filter(\.isAroundEmblem).flatMap { style.nodes(of: $0) }
    let sewn = style.stitch()
    let laurel = style.laurel()
    var layers = [
      Layer(.ground, style.cracked(ground + furniture + sewn)),
      // What stands about the emblem is in the ground too, where a crack goes through both.
      Layer(.furniture, style.cracked(laurel), likeness: around + laurel),
    ]
    if design.scene == nil {
      layers.append(Layer(.emblem, style.cracked(emblem(style, &report))))
    }
    layers.append(Layer(.stars, style.cracked(style.stars())))
    layers.append(Layer(.ground, style.cracked(style.brokenEdge())))
    for text in slots.texts {
      layers += typesetter.layers(of: text, arrangement, style, &report)
    }
    layers += ribbon(style, &report)
    layers += marker(style, &report)
    layers.append(Layer(.logo, logo.map { style.logo($0, scale: arrangement.logoScale) } ?? []))
    layers.append(Layer(.ornament, style.cracked(slots.layers.flatMap { style.nodes(of: $0) })))
    if isTooMuch(design, layers, &report) { return [] }
    return layers.filter { !$0.nodes.isEmpty || !$0.likeness.isEmpty }
  }
}

/// A part of a badge's picture.
package struct Layer: Sendable {
  /// What is to be seen in it.
  package enum Content: Hashable, Sendable {
    /// The badge itself.
    case ground
    case emblem, stars
    /// The plate of the marker, without its words.
    case marker
    /// The programme's logo with its plate.
    case logo
    case ribbon
    /// What stands about the emblem: gauges, dials, wreaths.
    case furniture
    /// What lies above everything.
    case ornament
    /// Words, by the name that messages call them.
    case words(Words)
  }

  /// Words as they stand in the picture.
  package struct Words: Hashable, Sendable {
    package var name: String
    package var text: String
    package var place: Place
    /// The size of the letters in canvas units.
    package var size: Double
    package var ink: Color
  }

  package var content: Content
  package var nodes: [Node]
  /// The part alone, where `nodes` are less or more than that.
  package var likeness: [Node]

  init(_ content: Content, _ nodes: [Node], likeness: [Node]? = nil) {
    (self.content, self.nodes, self.likeness) = (content, nodes, likeness ?? nodes)
  }
}

/// The outline of a figure.
func path(of figure: Figure) -> Path {
  switch figure.outline {
  case .silhouette(let silhouette, let measures): silhouette.path(measures)
  case .path(let path): path
  }
}

/// Turns slots into nodes, with one badge's palette and outline at hand.
struct Style {
  let design: Design
  let outline: Path
  let bounds: Rect

  var slots: Slots { design.slots }

  func paint(_ expression: PaintExpression, over box: Rect) -> Paint? {
    design.palette.paint(expression, over: box)
  }

  func color(_ expression: ColorExpression) -> Color { design.palette.color(expression) }

  /// `nil` in the flat finish.
  func shadow(_ slot: ShadowSlot?) -> Shadow? {
    guard let slot, !design.isFlat else { return nil }
    let color = color(slot.color)
    return Shadow(
      dx: slot.dx, dy: slot.dy, blur: slot.blur, color: color.withAlpha(color.alpha * slot.opacity))
  }

  /// `nodes` in a group with a shadow, or as they are.
  func shadowed(_ nodes: [Node], _ slot: ShadowSlot?, opacity: Double = 1) -> [Node] {
    let shadow = shadow(slot)
    if nodes.isEmpty || (shadow == nil && opacity == 1) { return nodes }
    return [.group(Group(nodes, shadow: shadow, opacity: opacity))]
  }

  // MARK: Outline, field, border

  /// The outline with its shadow, the field in it, the border on it.
  func ground() -> [Node] {
    var nodes: [Node] = []
    let base = slots.shape.fill ?? slots.border.first?.fill ?? slots.field
    var below: [Node] = []
    if let paint = paint(base, over: bounds) { below.append(.shape(Shape(outline, fill: paint))) }
    nodes += shadowed(below, slots.shape.shadow)

    var inside: [Node] = []
    if let paint = paint(slots.field, over: bounds) {
      inside.append(.shape(Shape(outline, fill: paint)))
    }
    inside += patterns(slots.patterns, over: bounds)
    inside += longShadow()
    inside += border()
    if !inside.isEmpty { nodes.append(.group(Group(inside, clip: outline))) }
    return nodes
  }

  /// The bands as strokes aligned inside: the outline stroked twice as wide, clipped to itself. The
  /// innermost is painted first, so that each covers the outer part of the one below.
  private func border() -> [Node] {
    var nodes: [Node] = []
    var depth = slots.border.reduce(0) { $0 + $1.width }
    for band in slots.border.reversed() {
      if let paint = paint(band.fill, over: bounds) {
        nodes.append(
          .shape(
            Shape(
              outline, stroke: Stroke(paint, width: 2 * depth, join: .round), opacity: band.opacity)
          ))
      }
      depth -= band.width
    }
    if let line = slots.hairline, let paint = paint(line.fill, over: bounds) {
      nodes.append(
        .shape(
          Shape(
            outline, stroke: Stroke(paint, width: 2 * line.width, join: .round),
            opacity: line.opacity)))
    }
    return nodes
  }

  /// In the flat finish only those that say something.
  func patterns(_ slots: [PatternSlot], over box: Rect) -> [Node] {
    // A level says something: that is no ornament.
    slots.filter { !design.isFlat || $0.level != nil }.flatMap { slot in
      var pattern = Pattern(
        slot.kind, color: color(slot.color), opacity: slot.opacity, center: slot.at ?? box.center,
        radius: slot.radius, count: slot.count, step: slot.step, line: slot.line,
        rotation: slot.rotation, box: slot.box ?? Rect(x: 0, y: 0, width: 512, height: 512))
      if let level = slot.level {
        let y = level.empty + design.share(level.share) * (level.full - level.empty)
        pattern.center = Point(slot.at?.x ?? box.center.x, y)
      }
      pattern.colors = slot.colors.map { color($0) }
      (pattern.inner, pattern.lines, pattern.lobes) = (slot.inner, slot.lines, slot.lobes)
      return pattern.nodes()
    }
  }

  private func longShadow() -> [Node] {
    guard !design.isFlat, let slot = slots.emblem, let long = slot.longShadow,
      case .drawn(let emblem) = design.emblem, design.scene == nil
    else { return [] }
    let path = emblem.longShadow(length: long.length, map: emblemMap(slot))
    return [.shape(Shape(path, fill: .color(color(long.color).withAlpha(long.opacity))))]
  }

  func emblemMap(_ slot: EmblemSlot) -> Affine {
    let isSmall = slot.style == .simple
    var size = slot.size
    if let round = slot.round, case .drawn(let emblem) = design.emblem {
      size *= min(1, round / emblem.roundness(isSmall: isSmall))
    }
    // Figures stand upright at their ends, where a wreath is closest.
    if let laurel = slots.laurel, laurel.isAroundEmblem, case .drawn(let emblem) = design.emblem,
      emblem.name == "numeral"
    {
      size = min(size, 1.94 * (laurel.radius - 0.8 * laurel.leaf))
    }
    return design.emblemMap(at: slot.at, size: size, isSmall: isSmall)
  }

  // MARK: Figures

  /// A scene is the ground of what stands on it, from edge to edge; the plates of words are above it.
  func rings() -> [Node] {
    guard let scene = design.scene else { return slots.rings.flatMap { nodes(of: $0) } }
    let plates = slots.rings.filter { $0.companion != nil }
    let others = slots.rings.filter { $0.companion == nil }
    return others.flatMap { nodes(of: $0) } + self.scene(scene) + plates.flatMap { nodes(of: $0) }
  }

  /// A figure: fill and patterns, its sunken edge, its line.
  func nodes(of figure: Figure) -> [Node] {
    if let emblem = figure.emblem { return glyph(emblem, figure) }
    let path = path(of: figure)
    let box = path.controlBox ?? bounds
    var nodes: [Node] = []
    if let fill = figure.fill.flatMap({ paint($0, over: box) }) {
      nodes.append(.shape(Shape(path, fill: fill)))
    }
    var inside = patterns(figure.patterns, over: box)
    if let width = figure.innerShadow.first, let opacity = figure.innerShadow.last, !design.isFlat {
      inside.append(
        .shape(
          Shape(
            path,
            stroke: Stroke(.color(Color.black.withAlpha(opacity)), width: 2 * width, join: .round)))
      )
    }
    if !inside.isEmpty { nodes.append(.group(Group(inside, clip: path))) }
    if let paint = figure.stroke.flatMap({ paint($0, over: box) }) {
      nodes.append(
        .shape(
          Shape(
            path,
            stroke: Stroke(
              paint, width: figure.strokeWidth, cap: figure.cap, join: figure.join,
              dashes: dashes(of: figure, along: path)))))
    }
    if figure.isClipped { nodes = [.group(Group(nodes, clip: outline))] }
    return shadowed(nodes, figure.shadow, opacity: figure.opacity)
  }

  /// The dashes of the line; one dash as long as its share where it is trimmed.
  private func dashes(of figure: Figure, along path: Path) -> [Double] {
    guard let trim = figure.trim else { return figure.dashes }
    let length = path.length
    return [max(0.01, length * design.share(trim)), length]
  }

  private func glyph(_ emblem: Emblem, _ figure: Figure) -> [Node] {
    guard case .silhouette(_, let measures) = figure.outline else { return [] }
    let ink = Paint.color(figure.emblemInk.map { color($0) } ?? .white)
    let clear = Paint.color(Color.black.withAlpha(0))
    let nodes = emblem.nodes(
      .init(light: ink, tint: ink, mid: clear, deep: clear, accent: ink, glass: clear),
      map: .translation(measures.center.x, measures.center.y).after(.scale(measures.radius / 58)),
      isSmall: true)
    return shadowed(nodes, figure.shadow, opacity: figure.opacity)
  }
}

extension Design {
  func share(_ share: Figure.Share) -> Double {
    switch share {
    case .fixed(let value): value
    case .progress: progress
    // Settled by the arrangement, which knows where the words are.
    case .words: 1
    }
  }

  /// From the emblem's own units to the canvas: its ink's middle at `center`, the longer side `size`.
  func emblemMap(at center: Point, size: Double, isSmall: Bool) -> Affine {
    guard case .drawn(let emblem) = emblem else {
      return .translation(center.x, center.y).after(.scale(size / 116))
    }
    return emblem.map(at: center, size: size, isSmall: isSmall)
  }
}

extension Emblem {
  /// How wide the circle about its ink's middle is that holds all of it, over the ink's longer side.
  func roundness(isSmall: Bool) -> Double {
    let ink = isSmall ? smallInk : self.ink
    let reach = hull(isSmall: isSmall).map { ($0 - ink.center).length }.max() ?? 0
    return 2 * reach / max(ink.width, ink.height)
  }

  /// From its own units to the canvas: its ink's middle at `center`, the longer side `size`.
  func map(at center: Point, size: Double, isSmall: Bool) -> Affine {
    let ink = isSmall ? smallInk : self.ink
    return .translation(center.x, center.y).after(.scale(size / max(ink.width, ink.height)))
      .after(.translation(-ink.center.x, -ink.center.y))
  }
}

extension Path {
  /// How long its lines are, to within a thousandth.
  var length: Double {
    flattened(steps: 24).reduce(0) { sum, polygon in
      zip(polygon, polygon.dropFirst()).reduce(sum) { $0 + ($1.1 - $1.0).length }
    }
  }
}
