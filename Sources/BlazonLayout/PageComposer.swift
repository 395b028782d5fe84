internal import BlazonArt
internal import BlazonArtwork
internal import BlazonCheck
public import BlazonDesign
internal import BlazonForm
public import BlazonScene
public import BlazonSource
internal import BlazonSpec
internal import BlazonText

extension Composer {
  /// The scene of a card or certificate. What does not fit or cannot be written is in the report.
  public mutating func compose(_ design: PageDesign, report: inout Report) -> Scene {
    let isTooMuch = isTooMuch(design, &report)
    let badges = design.badges.map { badge($0, &report) }
    var layout = PageLayout(
      design: design, artworks: artworks.pictures(in: design.theme), badges: badges)
    var nodes: [Node] = []
    var found = Report()
    for element in isTooMuch ? [] : design.page.layers {
      nodes += layout.nodes(of: element, typesetter: &typesetter, report: &found)
    }
    let size = design.page.format.size
    // What is too high reaches out: that is said already.
    if !found.hasErrors { layout.checkSafeArea(nodes, &found) }
    report.add(found)
    return Scene(
      size: size, nodes: nodes, title: design.title, description: design.sentence,
      language: design.subject.language, credits: credits(of: design.provenance))
  }
}

/// Something laid out: how large it is, and how it is drawn once its place is known.
struct Block {
  var size: Size
  /// The nodes with the block's upper left corner at the point.
  var nodes: (Point) -> [Node]
}

/// Turns the elements of one page into blocks, and blocks into nodes.
struct PageLayout {
  let design: PageDesign
  let artworks: [String: Artwork]
  /// The badges, each on its canvas of 512 units.
  let badges: [[Node]]
  /// The one that stands alone.
  var badge: [Node] { badges.first ?? [] }
  /// Where the text is written that is the page's title: of all texts the largest by design, of such the first.
  let heading: Place?
  /// What lays out asks for closer gaps and smaller texts by, until a column fits.
  var squeeze = Squeeze.none

  init(design: PageDesign, artworks: [String: Artwork], badges: [[Node]]) {
    (self.design, self.artworks, self.badges) = (design, artworks, badges)
    let texts = design.page.layers.flatMap(\.texts).filter {
      design.subject.text(of: $0.text) != nil
    }
    heading =
      texts.reduce(nil as TextElement?) { largest, text in
        text.type.largest > (largest?.type.largest ?? 0) ? text : largest
      }?.place
  }

  struct Squeeze {
    var gaps: Double
    var type: Double

    static let none = Squeeze(gaps: 1, type: 1)

    /// Gaps close before letters shrink, so that sheets of one series are set alike.
    static let steps =
      [none, Squeeze(gaps: 0.92, type: 1), Squeeze(gaps: 0.85, type: 1)]
      + stride(from: 0.96, through: 0.64, by: -0.04).map { Squeeze(gaps: $0 * 0.85, type: $0) }
  }

  var page: Rect {
    let size = design.page.format.size
    return Rect(x: 0, y: 0, width: size.width, height: size.height)
  }

  // MARK: Regions

  /// An element of the page itself, in its region.
  mutating func nodes(
    of element: Element, typesetter: inout Typesetter, report: inout Report
  ) -> [Node] {
    guard isShown(element) else { return [] }
    let region = region(of: element)
    if let painted = painted(element, over: region) {
      return mirrored(faded(painted, element.opacity))
    }
    if case .image(let image) = element.content {
      let box = isMirrored ? region.mirrored(in: page) : region
      return faded(nodes(of: image, in: box), element.opacity)
    }
    var block: Block?
    var found = Report()
    for step in Squeeze.steps {
      squeeze = step
      found = Report()
      block = self.block(of: element, width: region.width, &typesetter, &found)
      guard let block, block.size.height > region.height + 0.5 else { break }
    }
    squeeze = .none
    report.add(found)
    guard let block else { return [] }
    let place = isMirrored ? region.mirrored(in: page) : region
    if block.size.height > region.height + 0.5, !found.hasErrors {
      report.add(
        .fit,
        "this \(design.subject.scope.rawValue)'s words do not fit its \(design.kind.rawValue)",
        at: design.subject.place,
        measure: Measure(block.size.height, "units high", limit: region.height),
        help: "shorten the name, the title, the description or the statement")
    }
    let y = region.y + element.justify.share * (region.height - block.size.height)
    let x = place.x + share(element.align) * (region.width - block.size.width)
    return faded(block.nodes(Point(x, y)), element.opacity)
  }

  // MARK: Direction

  /// Whether the page runs from the right, as its language does: it is laid out as its design says, with
  /// left and right exchanged. Texts, badges and drawings stay as they are.
  var isMirrored: Bool { TextDirection(ofLanguage: design.subject.language) == .rightToLeft }

  /// The share of the free room that lies on the left of what is aligned so.
  func share(_ align: Element.Alignment) -> Double { isMirrored ? 1 - align.share : align.share }

  /// Where what is `width` wide and begins `x` after the start of `across` has its left edge.
  func edge(of x: Double, width: Double, in across: Double) -> Double {
    isMirrored ? across - x - width : x
  }

  /// What is painted behind the words, turned with them.
  private func mirrored(_ nodes: [Node]) -> [Node] {
    guard isMirrored, !nodes.isEmpty else { return nodes }
    return [.group(Group(nodes, transform: Affine(-1, 0, 0, 1, page.width, 0)))]
  }

  private func region(of element: Element) -> Rect {
    switch element.region {
    case .whole: page
    case .box(let box): box
    case .inset(let insets): page.inset(by: insets)
    }
  }

  /// What is read must not lie where pages are cropped or trimmed.
  func checkSafeArea(_ nodes: [Node], _ report: inout Report) {
    let safe = page.inset(by: design.page.format.safeArea)
    for node in nodes.flatMap(\.texts) {
      guard case .text(let run) = node else { continue }
      // A letter may lean a little out of its own width.
      let tolerance = 0.04 * run.size
      guard let box = node.extent, !safe.expanded(by: tolerance).contains(box)
      else { continue }
      let reach = max(
        safe.minX - box.minX, box.maxX - safe.maxX, safe.minY - box.minY, box.maxY - safe.maxY)
      report.add(
        .safeArea, "“\(run.words)” reaches out of the \(design.kind.rawValue)'s safe area",
        at: design.subject.place, weights: design.weights,
        measure: Measure(reach, "units outside", limit: tolerance),
        help: "change the box of that text in the design")
    }
  }

  // MARK: Paint

  func paint(_ expression: PaintExpression, over box: Rect) -> Paint? {
    design.palette.paint(expression, over: box)
  }

  /// Elements that need no measuring; `nil` for the others.
  private func painted(_ element: Element, over region: Rect) -> [Node]? {
    switch element.content {
    case .area(let area):
      let path = Path(rect: region, corner: area.corner)
      let stroke = area.stroke.flatMap { paint($0, over: region) }
        .map { Stroke($0, width: area.strokeWidth) }
      return [.shape(Shape(path, fill: paint(area.fill, over: region), stroke: stroke))]
    case .shape(let figure): return nodes(of: figure)
    case .frame(let frame): return nodes(of: frame)
    case .guilloche(let guilloche):
      return nodes(of: guilloche)
    case .text, .image, .badge, .logo, .avatar, .partnerLogo, .qr, .pills, .signatures, .ring,
      .rule, .container:
      return nil
    }
  }

  /// A plain figure: fill and line.
  private func nodes(of figure: Figure) -> [Node] {
    let path = path(of: figure)
    let box = path.controlBox ?? page
    let stroke = figure.stroke.flatMap { paint($0, over: box) }.map {
      Stroke(
        $0, width: figure.strokeWidth, cap: figure.cap, join: figure.join, dashes: figure.dashes)
    }
    let fill = figure.fill.flatMap { paint($0, over: box) }
    guard !figure.patterns.isEmpty else {
      return [.shape(Shape(path, fill: fill, stroke: stroke, opacity: figure.opacity))]
    }
    let textures = figure.patterns.flatMap { slot in
      let palette = design.palette
      var pattern = Pattern(
        slot.kind, color: palette.color(slot.color), opacity: slot.opacity,
        center: slot.at ?? box.center, radius: slot.radius, count: slot.count, step: slot.step,
        line: slot.line, rotation: slot.rotation, box: slot.box ?? box)
      pattern.colors = slot.colors.map { palette.color($0) }
      (pattern.inner, pattern.lines, pattern.lobes) = (slot.inner, slot.lines, slot.lobes)
      return pattern.nodes()
    }
    var nodes: [Node] = fill.map { [.shape(Shape(path, fill: $0))] } ?? []
    nodes.append(.group(Group(textures, clip: path)))
    if let stroke { nodes.append(.shape(Shape(path, stroke: stroke))) }
    return faded(nodes, figure.opacity)
  }

  private func nodes(of frame: FrameElement) -> [Node] {
    CertificateFrame(
      size: design.page.format.size, inset: frame.inset, width: frame.width,
      fill: paint(frame.fill, over: page) ?? .black, edge: paint(frame.edge, over: page) ?? .black,
      line: design.palette.color(frame.line), star: design.palette.metal(frame.star),
      notch: frame.notch
    ).nodes()
  }

  /// The badge, `size` wide, its upper left corner at `origin`: a picture, whose words are not among
  /// those of the page.
  func badgeNodes(at origin: Point, size: Double) -> [Node] {
    let scale = size / Composer.canvas.width
    return [
      .group(
        Group(
          badge.map(\.outlined), transform: Affine(scale, 0, 0, scale, origin.x, origin.y),
          role: .figure(design.badges.first?.sentence ?? "")))
    ]
  }

  // MARK: Blocks

  /// Whether the facts are known, and unknown, that the element asks for.
  private func isShown(_ element: Element) -> Bool {
    let facts = design.subject.facts
    if let condition = element.condition, facts[condition] == nil { return false }
    return element.exception.map { facts[$0] == nil } ?? true
  }

  /// The element laid out in `width`, or as wide as it likes; `nil` if it shows nothing.
  mutating func block(
    of element: Element, width: Double?, _ typesetter: inout Typesetter, _ report: inout Report
  ) -> Block? {
    guard isShown(element) else { return nil }
    switch element.content {
    case .image(let image): return block(of: image, width: width)
    case .text(let text):
      return block(
        of: text, width: width, align: element.align, &typesetter, &report)
    case .badge(let size):
      return Block(size: Size(width: size, height: size)) { [self] in
        badgeNodes(at: $0, size: size)
      }
    case .logo(let size, let fill, let ground): return logo(size, fill, on: ground, &typesetter)
    case .avatar(let size, let ring): return avatar(size, ring)
    case .partnerLogo(let size): return partnerLogo(size)
    case .ring(let ring):
      return block(of: ring, width: width ?? page.width, &typesetter, &report)
    case .qr(let element): return code(element)
    case .pills(let pills): return block(of: pills, width: width, &typesetter, &report)
    case .signatures(let signatures):
      return block(
        of: signatures, width: width ?? page.width, align: element.align, &typesetter, &report)
    case .rule(let rule): return block(of: rule, width: width ?? page.width)
    case .container(let container):
      return block(
        of: container, width: width, align: element.align, &typesetter, &report)
    case .area, .shape, .frame, .guilloche: return nil
    }
  }

  private func block(of rule: RuleElement, width: Double) -> Block {
    let length = rule.length > 0 ? min(rule.length, width) : width
    let height = max(rule.width, 2 * rule.diamond)
    return Block(size: Size(width: length, height: height)) { [self] origin in
      let middle = Point(origin.x + length / 2, origin.y + height / 2)
      let box = Rect(center: middle, width: length, height: height)
      guard let paint = paint(rule.paint, over: box) else { return [] }
      // Upright gradients of a line of no height would not be drawn; a thin area is.
      let line = Path(rect: Rect(center: middle, width: length, height: rule.width))
      var nodes: [Node] = [.shape(Shape(line, fill: paint))]
      if rule.diamond > 0 {
        let corners = Path.regularPolygon(center: middle, radius: rule.diamond, sides: 4)
        nodes.append(.shape(Shape(Path(polygon: corners), fill: .color(paint.flat))))
      }
      return nodes
    }
  }
}

extension Rect {
  fileprivate func mirrored(in page: Rect) -> Rect {
    Rect(x: page.width - maxX, y: y, width: width, height: height)
  }
}

extension Element {
  /// The texts in it, in the order of reading.
  fileprivate var texts: [TextElement] {
    switch content {
    case .text(let text): [text]
    case .container(let container): container.children.flatMap(\.texts)
    case .area, .shape, .image, .frame, .guilloche, .badge, .logo, .avatar, .partnerLogo, .qr,
      .pills,
      .signatures,
      .ring, .rule:
      []
    }
  }
}

extension TypeSlot {
  fileprivate var largest: Double { sizes.max() ?? 0 }
}

extension Element.Alignment {
  /// The share of the free room that lies before.
  var share: Double {
    switch self {
    case .start: 0
    case .middle: 0.5
    case .end: 1
    }
  }
}
