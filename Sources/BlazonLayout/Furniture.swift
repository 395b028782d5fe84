internal import BlazonArt
internal import BlazonArtwork
internal import BlazonDesign
internal import BlazonForm
internal import BlazonLetters
internal import BlazonScene
internal import BlazonSource
internal import BlazonSpec
internal import BlazonText

/// The parts of a badge that mix shapes and words: emblem, ribbon, marker.
extension Composer {
  mutating func emblem(_ style: Style, _ report: inout Report) -> [Node] {
    guard let slot = style.design.slots.emblem, let choice = style.design.emblem else { return [] }
    let box = Rect(center: slot.at, width: slot.size, height: slot.size)
    func paint(_ expression: PaintExpression) -> Paint {
      style.paint(expression, over: box) ?? .color(Color.white.withAlpha(0))
    }
    let nodes: [Node]
    switch choice {
    case .drawn(let emblem):
      let map = style.emblemMap(slot)
      switch slot.style {
      case .outline:
        nodes = emblem.outlineNodes(
          paint(slot.fill), ground: slot.ground.flatMap { style.paint($0, over: box) },
          width: slot.lineWidth, map: map)
      case .filled, .simple:
        let isSmall = slot.style == .simple
        let rims = outlines(of: emblem, slot, style).flatMap { band in
          style.paint(band.fill, over: box).map { paint in
            emblem.surround(paint, width: band.width, map: map, isSmall: isSmall)
          } ?? []
        }
        nodes =
          rims
          + emblem.nodes(
            .init(
              light: paint(slot.fill), tint: paint(slot.tint), mid: paint(slot.mid),
              deep: paint(slot.deep), accent: paint(slot.accent), glass: paint(slot.glass)),
            map: map, isSmall: isSmall, isNatural: style.design.isNatural)
      }
    case .typed(let letters):
      nodes = self.letters(letters, slot, paint(slot.fill), style, &report)
    case .artwork(let path):
      nodes = artworks.emblems[path].map { drawing($0, in: slot) } ?? []
    }
    return style.shadowed(nodes, slot.shadow, opacity: slot.opacity)
  }

  /// The lines around an emblem, widest first. One in colours of nature has one in the ink of the others, so that it stands out of any
  /// field.
  ///
  /// Where others have a line themselves, as the field is light here and dark there, it has both: one of them is seen.
  private func outlines(of emblem: Emblem, _ slot: EmblemSlot, _ style: Style) -> [Slots.Band] {
    let own = [slot.outline].compactMap(\.self)
    guard style.design.isNatural, emblem.isNatural else { return own }
    // No pixel of the smallest is wholly of a thinner line; beside another line a wide one would keep that from the edge.
    let isSmallest = (style.design.pixelWidth ?? .max) <= 32
    let usual = slot.style == .simple ? (isSmallest ? 17.0 : 10) : 6.4
    let width = slot.outline.map { $0.width + min(usual, 8) * 0.6 } ?? usual
    return [Slots.Band(width: width, fill: slot.fill, opacity: 1)] + own
  }

  /// A drawing of the programme's own, in the middle of the emblem's circle.
  private func drawing(_ artwork: Artwork, in slot: EmblemSlot) -> [Node] {
    let size = artwork.size
    let diagonal = (size.width * size.width + size.height * size.height).squareRoot()
    let scale =
      switch slot.fit {
      // A little over the circle: the corners of most drawings are empty.
      case .circle: slot.size * 1.12 / diagonal
      case .square: slot.size / max(size.width, size.height)
      }
    let corner = slot.at + Point(-size.width * scale / 2, -size.height * scale / 2)
    return [
      .group(Group(artwork.nodes, transform: Affine(scale, 0, 0, scale, corner.x, corner.y)))
    ]
  }

  private mutating func letters(
    _ letters: String, _ slot: EmblemSlot, _ paint: Paint, _ style: Style, _ report: inout Report
  ) -> [Node] {
    guard let place = style.design.facts[.title]?.place else { return [] }
    let line = typesetter.line(of: letters, in: slot)
    typesetter.checkLetters(of: letters, setAs: [line], at: place, &report)
    // The middle of their ink is the middle of the emblem.
    let rise = (line.inkAscent - line.inkDescent) / 2
    let origin = Point(slot.at.x - line.width / 2, slot.at.y + rise)
    let runs = line.runs(at: origin, paint: paint)
    func lines(_ paint: Paint, _ width: Double) -> [Node] {
      runs.map { .shape(Shape($0.outline, stroke: Stroke(paint, width: width, join: .round))) }
    }
    if slot.style == .outline { return lines(paint, slot.lineWidth) }
    let box = Rect(center: slot.at, width: slot.size, height: slot.size)
    let rim = slot.outline.flatMap { band in
      style.paint(band.fill, over: box).map { lines($0, 2 * band.width) }
    }
    return (rim ?? []) + runs.map { .text($0) }
  }

  mutating func ribbon(_ style: Style, _ report: inout Report) -> [Layer] {
    guard let slot = style.design.slots.ribbon else { return [] }
    let ribbon = slot.geometry
    let box = ribbon.band.controlBox ?? style.bounds
    let cloth = style.design.palette.cloth(slot.cloth)
    let fill = style.paint(slot.fill ?? .cloth(slot.cloth), over: box) ?? .white
    var nodes: [Node] = []
    if ribbon.tail > 0 { nodes += tails(ribbon, slot, cloth, style) }
    nodes += style.shadowed(
      [.shape(Shape(ribbon.band, fill: fill))], slot.isShadowed ? .band : nil)
    let edge = slot.edge ?? cloth.edge
    if edge > 0, !style.design.isFlat {
      let light = Color.white.withAlpha(edge)
      nodes.append(
        .shape(Shape(ribbon.line(at: 0.8, inset: 0.4), stroke: Stroke(.color(light), width: 1.5))))
    }
    if slot.hairlineWidth > 0 {
      nodes.append(
        .shape(
          Shape(
            ribbon.line(at: slot.hairlineInset)
              + ribbon.line(at: ribbon.height - slot.hairlineInset),
            stroke: Stroke(
              .color(slot.hairline.map { style.color($0) } ?? cloth.hairline),
              width: slot.hairlineWidth, dashes: slot.dashes),
            opacity: 0.8)))
    }
    let band = Layer(.ribbon, nodes)
    guard let template = slot.text, let text = style.design.text(of: template) else {
      return [band]
    }
    let face = FontFace(known: slot.type.font)
    let words = slot.type.transform.applied(
      to: text.text, language: style.design.language, hasCapitals: style.design.hasCapitals)
    let room = Size(width: ribbon.width - 2 * slot.padding, height: ribbon.height * 0.86)
    let lines = ribbonLines(words, slot.type, face, room, language: style.design.language)
    let size = lines.map(\.size).min() ?? 0
    let leading = InkReach.leading(lines, size * slot.type.lineHeight)
    let shift = InkReach(lines, leading: leading).shift(within: room.height)
    if style.design.isTooSmall(size) { return [band] }
    typesetter.check(
      lines, size: size, slot.type, words, of: text, style.design, slot.text, &report)
    let ink =
      slot.ink.map { style.color($0) }
      ?? (slot.fill == nil ? cloth.ink : readableInk(on: fill.flat))
    let letters = lines.enumerated().flatMap { index, line -> [Node] in
      let depth = (Double(index) - Double(lines.count - 1) / 2) * leading + shift
      return line.runs(paint: .color(ink)) {
        ribbon.frame(at: $0, capHeight: line.capHeight).after(.translation(0, depth))
      }.map { .text($0) }
    }
    return [band, Layer(.words(.init("ribbon", text, words, size, ink)), letters)]
  }

  /// One line; two of one size where the slot allows two and they can be larger. All are as low as `room`.
  private mutating func ribbonLines(
    _ words: String, _ type: TypeSlot, _ face: FontFace, _ room: Size, language: String
  ) -> [TextLine] {
    let face = typesetter.face(face, for: words, language: language)
    let lines = ribbonLines(words, type, face, width: room.width, language: language)
    let size = lines.map(\.size).min() ?? 0
    let leading = InkReach.leading(lines, size * type.lineHeight)
    let height = InkReach(lines, leading: leading).height
    guard height > room.height else { return lines }
    let lower = type.scaled(by: size / (type.sizes.first ?? size) * room.height / height)
    return lines.map {
      typesetter.set(
        $0.text,
        in: TextStyle(
          face: face, size: lower.sizes[0], letterSpacing: lower.letterSpacing, language: language,
          direction: TextDirection(of: words)))
    }
  }

  private mutating func ribbonLines(
    _ words: String, _ type: TypeSlot, _ face: FontFace, width: Double, language: String
  ) -> [TextLine] {
    let line = typesetter.shrink(words, type, face, width: width, language: language)
    guard type.sizes.count > 1, line.size < type.sizes[1],
      let halves = typesetter.balanced(words, into: 2, face: face, language: language)
    else { return [line] }
    var largest = type
    largest.sizes = [type.sizes[1]]
    largest.letterSpacing *= type.sizes[1] / type.sizes[0]
    let size =
      halves.map {
        typesetter.shrink($0, largest, face, width: width, language: language).size
      }.min() ?? 0
    guard size > line.size else { return [line] }
    largest.letterSpacing *= size / type.sizes[1]
    let style = TextStyle(
      face: face, size: size, letterSpacing: largest.letterSpacing, language: language,
      direction: TextDirection(of: words))
    return halves.map { typesetter.set($0, in: style) }
  }

  private func tails(_ ribbon: Ribbon, _ slot: RibbonSlot, _ cloth: Cloth, _ style: Style) -> [Node]
  {
    let tip = slot.tailTip.map { style.color($0) } ?? cloth.tailTip
    let shade = slot.tailShade.map { style.color($0) } ?? cloth.tailShade
    var nodes: [Node] = zip([-1.0, 1], ribbon.tails).map { side, tail in
      let extent = ribbon.tailExtent(side: side)
      let gradient = LinearGradient(
        start: Point(extent.start.x, 0), end: Point(extent.end.x, 0),
        stops: [GradientStop(0, shade), GradientStop(0.42, shade), GradientStop(1, tip)])
      return .shape(Shape(tail, fill: style.design.isFlat ? .color(tip) : .linear(gradient)))
    }
    nodes.append(
      .shape(Shape(ribbon.folds, fill: .color(slot.fold.map { style.color($0) } ?? cloth.fold))))
    return style.shadowed(nodes, slot.isShadowed ? .tails : nil)
  }

  mutating func marker(_ style: Style, _ report: inout Report) -> [Layer] {
    guard let slot = style.design.slots.marker else { return [] }
    let text = slot.text.flatMap { style.design.text(of: $0) }
    // A word says more than a glyph, as long as it can be read.
    let line = text.map {
      typesetter.shrink(
        $0.text, slot.type, FontFace(known: slot.type.font), width: slot.width,
        language: style.design.language)
    }
    let isRead = line.map { !style.design.isTooSmall($0.size) } ?? false
    guard slot.glyph != nil || isRead else { return [] }
    var nodes = plate(slot, style)
    if let text, let line, isRead {
      typesetter.check(
        [line], size: line.size, slot.type, text.text, of: text, style.design, slot.text, &report)
      let origin = Point(slot.at.x - line.width / 2, slot.at.y + line.capHeight / 2)
      let ink = style.color(slot.ink)
      let letters = line.runs(at: origin, paint: .color(ink)).map { Node.text($0) }
      return [
        Layer(.marker, nodes),
        Layer(.words(.init("marker", text, text.text, line.size, ink)), letters),
      ]
    } else if let glyph = slot.glyph {
      let ink = Paint.color(style.color(slot.ink))
      let clear = Paint.color(Color.black.withAlpha(0))
      // What is cut out of the glyph is the plate, where there is one.
      let plate = slot.kind == .bare ? clear : style.paint(slot.fill, over: style.bounds) ?? clear
      let box = Rect(center: slot.at, width: slot.glyphSize, height: slot.glyphSize)
      nodes += glyph.nodes(
        .init(
          light: ink, tint: ink, mid: plate, deep: plate,
          accent: style.paint(slot.accent, over: box) ?? ink, glass: clear),
        map: glyph.map(at: slot.at, size: slot.glyphSize, isSmall: true), isSmall: true)
    }
    return [Layer(.marker, nodes)]
  }

  /// The plate under a marker: a rim of metal, its reversed lip, the disc.
  private func plate(_ slot: MarkerSlot, _ style: Style) -> [Node] {
    let metal = slot.metal
    func outline(_ inset: Double) -> Path {
      let r = slot.radius - inset
      switch slot.kind {
      case .disc, .bare: return Path(circle: slot.at, radius: r)
      case .diamond:
        return Path(
          polygon: [
            slot.at + Point(0, -r * 0.8), slot.at + Point(r, 0), slot.at + Point(0, r * 0.8),
            slot.at + Point(-r, 0),
          ], corners: [7, 9, 7, 9])
      case .rosette:
        guard inset == 0 else { return Path(circle: slot.at, radius: r - slot.radius * 0.1) }
        return Path(
          polygon: Path.starPoints(center: slot.at, outer: r, inner: r * 0.88, points: 24),
          corner: 2)
      }
    }
    guard slot.kind != .bare else { return [] }
    let rim = slot.radius * 0.125
    let outer = outline(0)
    let box = outer.controlBox ?? style.bounds
    func shape(_ path: Path, _ paint: PaintExpression) -> Node? {
      style.paint(paint, over: box).map { .shape(Shape(path, fill: $0)) }
    }
    let plate = [shape(outer, .metal(metal, 152))].compactMap { $0 }
    return style.shadowed(plate, .plate)
      + [shape(outline(rim), .metal(metal, 332)), shape(outline(rim * 1.35), slot.fill)]
      .compactMap { $0 }
  }
}

extension Style {
  /// An emblem as a picture in full colours, cut off by its outline, with what lies over it.
  func scene(_ scene: EmblemScene) -> [Node] {
    guard let slot = slots.scene else { return [] }
    let map = Affine.translation(slot.at.x, slot.at.y)
      .after(.scale(slot.size / (2 * EmblemScene.radius)))
    let picture = scene.nodes(
      color: design.palette.color(.token("color")), map: map, isFlat: design.isFlat)
    let clip = slot.inside.map { path(of: $0) } ?? Path(circle: slot.at, radius: slot.size / 2)
    return [.group(Group(picture, clip: clip))] + (slot.inside.map { nodes(of: $0) } ?? [])
  }

  /// The programme's logo on its plate.
  func logo(_ artwork: Artwork, scale: Double) -> [Node] {
    guard let slot = slots.logo else { return [] }
    let (plate, drawing) = slot.fitted(artwork.size, scale: scale)
    let box = Rect(center: slot.at, width: plate.width, height: plate.height)
    let factor = drawing.width / artwork.size.width
    let corner = slot.at + Point(-drawing.width / 2, -drawing.height / 2)
    func pill(inset: Double) -> Path {
      let size = Size(width: plate.width - 2 * inset, height: plate.height - 2 * inset)
      return Path(
        rect: Rect(center: slot.at, width: size.width, height: size.height), corner: size.height / 2
      )
    }
    let fill = paint(slot.fill, over: box).map { Node.shape(Shape(pill(inset: 0), fill: $0)) }
    let line = slot.outline.flatMap { band in
      paint(band.fill, over: box).map { paint in
        Node.shape(
          Shape(
            pill(inset: band.width / 2), stroke: Stroke(paint, width: band.width),
            opacity: band.opacity))
      }
    }
    return shadowed([fill].compactMap(\.self), slot.shadow) + [line].compactMap(\.self) + [
      .group(Group(artwork.nodes, transform: Affine(factor, 0, 0, factor, corner.x, corner.y)))
    ]
  }
}

extension ShadowSlot {
  fileprivate static func black(_ dy: Double, _ blur: Double, _ opacity: Double) -> ShadowSlot {
    ShadowSlot(dx: 0, dy: dy, blur: blur, color: .color(.black), opacity: opacity)
  }

  fileprivate static let band = black(4, 4, 0.34)
  fileprivate static let tails = black(3, 3, 0.22)
  fileprivate static let plate = black(2, 3, 0.4)
}

/// White, or the ground mixed four fifths to black, whichever contrasts more.
func readableInk(on ground: Color) -> Color {
  let dark = ground.mixed(with: .black, 0.8)
  return ground.contrast(with: .white) >= ground.contrast(with: dark) ? .white : dark
}
