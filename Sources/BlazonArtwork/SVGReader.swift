internal import BlazonScene
internal import BlazonSource
internal import BlazonText
internal import XML

/// Reads SVG as a browser shows it in a page: a still picture, which runs and fetches nothing.
struct SVGReader {
  /// How far from the drawing coordinates may lie, in units of the artwork.
  static let reach = 1e5

  let ink: Color
  let fonts: NamedFonts
  /// Where lists of families stand of which no face is there, which was told.
  var refusedFamilies: Set<Position> = []
  /// Whether words stand in it.
  var hasText = false
  var findings = SVGFindings()
  var budget = SVGBudget()
  /// Of pictures in it.
  var pixels = 0
  var pictures = 0
  /// Whether it is a drawing inside a drawing.
  var isInside = false
  var definitions = SVGDefinitions()
  /// A unit of the outermost `svg` in the drawing's.
  var unit = 1.0
  /// The ids that are being shown, the outermost first.
  var shown: [String] = []

  init(ink: Color, fonts: NamedFonts) { (self.ink, self.fonts) = (ink, fonts) }

  /// What is not as the file says, and near enough.
  var warnings: [ArtworkError] { findings.warnings }

  /// The nodes of the drawing in `bytes`, and the size of its canvas.
  mutating func read(_ bytes: [UInt8]) throws(ArtworkError) -> ([Node], Size) {
    var root: Element
    var limits = XML.Limits()
    (limits.bytes, limits.elements, limits.depth) = (1 << 22, 20_000, 100)
    (limits.passesOverDocumentType, limits.readsEntities) = (true, true)
    do throws(XMLError) { root = try XML.parse(bytes, limits: limits) } catch {
      throw ArtworkError(
        error.message, help: error.help, start: Position(error.start), end: Position(error.end))
    }
    if let sheet = try SVGStyleSheet(in: root, &findings) { root = try sheet.applied(to: root) }
    definitions = SVGDefinitions(in: root)
    hasText = SVGReader.hasText(root)
    let svg = SVGElement(root)
    guard svg.name == "svg", [nil, SVGElement.namespace].contains(root.namespace) else {
      throw svg.error("“\(svg.name)” is no SVG", help: "an SVG begins with <svg …>")
    }
    let canvas = try canvas(of: svg)
    let scale = Artwork.side / max(canvas.size.width, canvas.size.height)
    unit = scale
    let size = Size(width: canvas.size.width * scale, height: canvas.size.height * scale)
    let map = Affine.scale(scale).after(canvas.map)
    var nodes: [Node] = []
    do throws(ArtworkError) {
      var style = SVGStyle(ink: ink, viewport: canvas.viewport, hasText: hasText)
      style.units.rootFontSize = try style.applying(svg, &findings).units.fontSize
      nodes = try group(svg, style, map)
    } catch { findings.add(error) }
    try findings.check()
    if let excess = PaintWork(nodes, on: size).excess(of: "drawing") {
      throw svg.error(
        excess, help: "simplify its paths and dashes, take groups apart, or give a PNG")
    }
    // What lies outside the canvas is not seen.
    let frame = Path(rect: Rect(x: 0, y: 0, width: size.width, height: size.height))
    return (nodes.isEmpty ? [] : [.group(Group(nodes, clip: frame))], size)
  }

  // MARK: Elements

  /// The nodes of all that stands in `element`, as it says.
  mutating func group(
    _ element: SVGElement, _ outer: SVGStyle, _ outerMap: Affine
  ) throws(ArtworkError) -> [Node] {
    guard let (style, map) = try enter(element, outer, outerMap) else { return [] }
    return try finished(try children(of: element, style, map), as: element, style, map)
  }

  /// The nodes of what stands in `element`. What cannot be drawn is kept for later, and the rest is read: all that is
  /// wrong is told at once.
  mutating func children(
    of element: SVGElement, _ style: SVGStyle, _ map: Affine
  ) throws(ArtworkError) -> [Node] {
    var nodes: [Node] = []
    for child in element.children {
      do throws(ArtworkError) { nodes += try node(child, style, map) } catch {
        guard !error.isEnding else { throw error }
        findings.add(error)
      }
    }
    return nodes
  }

  /// The style and the map inside `element`; `nil` if nothing of it is displayed, which matters unless `isShown`.
  mutating func enter(
    _ element: SVGElement, _ outer: SVGStyle, _ outerMap: Affine, isShown: Bool = false
  ) throws(ArtworkError) -> (SVGStyle, Affine)? {
    if !isShown, element.attribute("display")?.value == "none" { return nil }
    let style = try outer.applying(element, &findings)
    guard let transform = element.attribute("transform"), !element.isNone("transform") else {
      return (style, outerMap)
    }
    guard let own = Affine(svg: transform.value) else {
      throw transform.error(
        "is no transform", help: "write it as translate(10 20) rotate(45) or matrix(…)")
    }
    let origin = element.attribute("transform-origin").flatMap { style.units.origin($0.value) }
    let center = origin ?? Point(0, 0)
    let map = outerMap.after(.translation(center.x, center.y)).after(own)
      .after(.translation(-center.x, -center.y))
    let parts = [map.a, map.b, map.c, map.d, map.tx, map.ty]
    guard parts.allSatisfy({ $0.magnitude <= 1e9 }) else {
      throw transform.error("reaches far out of the drawing", help: "use a milder transform")
    }
    // What is flattened is not seen (SVG 2, section 8.5).
    return map.inverse == nil ? nil : (style, map)
  }

  mutating func node(
    _ child: Element, _ style: SVGStyle, _ map: Affine
  ) throws(ArtworkError) -> [Node] {
    // Editors keep their notes in elements of their own, which no browser shows.
    if let namespace = child.namespace, namespace != SVGElement.namespace { return [] }
    try budget.takeBytes(of: child)
    let element = SVGElement(child)
    try budget.takeElement(element)
    guard element.suits else { return [] }
    if let shape = SVGShape(rawValue: child.localName) {
      return try draw(element, shape, style, map)
    }
    switch child.localName {
    case "g", "a": return try group(element, style, map)
    case "use": return try use(element, style, map)
    case "svg":
      return try viewport(
        element, style, map, size: (element.attribute("width"), element.attribute("height")))
    case "switch": return try choice(element, style, map)
    case "image": return try image(element, style, map)
    case "text": return try text(element, style, map)
    case "foreignObject", "flowRoot", "video", "audio", "iframe", "canvas":
      guard child.localName != "flowRoot" || SVGReader.hasWords(child) else { return [] }
      throw element.error("“\(element.element.name)” is not drawn", help: SVGReader.help(child))
    case _ where SVGReader.lively.contains(child.localName):
      warn(of: child)
      return []
    // Nothing else is seen but where something names it.
    default: return []
    }
  }

  /// What would run, or move.
  static let lively: Set = [
    "script", "animate", "animateTransform", "animateMotion", "animateColor", "set",
  ]

  /// Says that `element` is passed over.
  mutating func warn(of element: Element) {
    findings.warn(
      SVGElement.named(element).error(
        "“\(element.name)” is passed over", help: "a picture is still, and runs nothing"))
  }

  private static func help(_ element: Element) -> String {
    switch element.localName {
    case "flowRoot": "convert the text to an object and then to paths, or give a PNG"
    default: "draw it as shapes, or give a PNG"
    }
  }

  /// The first of the children that suits (SVG 2, section 5.9).
  private mutating func choice(
    _ element: SVGElement, _ outer: SVGStyle, _ outerMap: Affine
  ) throws(ArtworkError) -> [Node] {
    guard let (style, map) = try enter(element, outer, outerMap) else { return [] }
    let shown = ["g", "a", "use", "svg", "switch", "image", "text", "foreignObject"]
    let child = element.children.first { child in
      guard child.namespace == nil || child.namespace == SVGElement.namespace else { return false }
      return (shown.contains(child.localName) || SVGShape(rawValue: child.localName) != nil)
        && SVGElement(child).suits
    }
    let nodes = try child.map { (child) throws(ArtworkError) in try node(child, style, map) } ?? []
    return try finished(nodes, as: element, style, map)
  }

  /// A length of `element`; 0 if it is not given.
  func length(
    _ element: SVGElement, _ name: String, _ axis: SVGUnits.Axis, _ style: SVGStyle
  ) throws(ArtworkError) -> Double {
    guard let attribute = element.attribute(name), attribute.value != "auto" else { return 0 }
    guard let value = style.units.length(attribute.value, axis) else {
      throw attribute.error(
        "is no length of at most a million", help: "write a number, as in 12 or 3mm")
    }
    return value
  }

  // MARK: What is done to what is drawn

  /// `nodes` filtered, cut out, masked and faded, as `element` says, whose coordinates are mapped by `map`. The box of
  /// what it draws is that of `outline`, or else that of the nodes.
  mutating func finished(
    _ nodes: [Node], as element: SVGElement, _ style: SVGStyle, _ map: Affine,
    outline: Path? = nil
  ) throws(ArtworkError) -> [Node] {
    guard !nodes.isEmpty else { return [] }
    var nodes = nodes
    let object = SVGObject(element, style, map, outline: outline, nodes: nodes)
    if let blend = element.attribute("mix-blend-mode"), blend.value != "normal" {
      throw blend.error("is not drawn", help: "draw the result in plain colours, or give a PNG")
    }
    if !element.isNone("filter") { nodes = try filtered(nodes, object) }
    if !element.isNone("clip-path") { nodes = try clipped(nodes, object) }
    if !element.isNone("mask") { nodes = try masked(nodes, object) }
    return try faded(nodes, as: element)
  }

  private mutating func faded(
    _ nodes: [Node], as element: SVGElement
  ) throws(ArtworkError) -> [Node] {
    guard let attribute = element.attribute("opacity") else { return nodes }
    guard let opacity = SVGStyle.opacity(attribute.value) else {
      findings.warn(attribute.error("is passed over", help: "write a number from 0 to 1"))
      return nodes
    }
    return try faded(nodes, by: opacity, as: element)
  }

  /// `nodes` as one, which lets through as much as `opacity` leaves.
  mutating func faded(
    _ nodes: [Node], by opacity: Double, as element: SVGElement
  ) throws(ArtworkError) -> [Node] {
    if opacity == 1 || nodes.isEmpty { return nodes }
    if opacity == 0 { return [] }
    if nodes.count == 1, case .shape(var shape) = nodes[0] {
      shape.opacity *= opacity
      return [.shape(shape)]
    }
    try budget.takeFading(element)
    return [.group(Group(nodes, opacity: opacity))]
  }

  func checked(_ path: Path, _ element: SVGElement) throws(ArtworkError) -> Path {
    // Each by itself: the greatest of some is told even where one is no number.
    let isNear = path.points.allSatisfy {
      $0.x.magnitude <= SVGReader.reach && $0.y.magnitude <= SVGReader.reach
    }
    guard isNear else {
      throw element.error(
        "“\(element.name)” reaches far out of the drawing", help: "keep it inside the viewBox")
    }
    return path
  }
}

extension SVGElement {
  /// Whether it is for readers that know no extensions and whose language is English (SVG 2, section 5.8).
  var suits: Bool {
    if let needs = attribute("requiredExtensions"), !needs.value.isEmpty { return false }
    guard let languages = attribute("systemLanguage") else { return true }
    return languages.value.split(separator: ",").contains { language in
      let tag = trimmed(language).lowercased()
      return tag == "en" || tag.hasPrefix("en-")
    }
  }
}
