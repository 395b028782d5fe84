internal import BlazonScene
internal import BlazonSource
internal import XML

/// Reads the part of SVG that is a still picture.
struct SVGReader {
  /// Pieces of outlines in one file, so that painting ends soon.
  static let segmentLimit = 50_000
  /// How far from the drawing coordinates may lie, in units of the artwork.
  private static let reach = 1e5
  /// Groups that fade as one: each is a canvas of its own.
  private static let fadingLimit = 200
  /// Dashes of one outline.
  private static let dashLimit = 20_000

  /// Elements that others show, and how deep they may show each other.
  static let useLimit = 2000
  private static let visitLimit = 50_000
  static let useDepth = 16

  let ink: Color
  var definitions: SVGDefinitions?
  var uses = 0
  private var visits = 0
  /// The ids that are being shown, the outermost first.
  var shown: [String] = []
  private var gradients: SVGGradients?
  var segments = 0
  private var fadings = 0

  init(ink: Color) { self.ink = ink }

  /// The nodes of the drawing in `bytes`, and the size of its canvas.
  mutating func read(_ bytes: [UInt8]) throws(ArtworkError) -> ([Node], Size) {
    var root: Element
    var limits = XML.Limits()
    limits.passesOverDocumentType = true
    do throws(XMLError) { root = try XML.parse(bytes, limits: limits) } catch {
      throw ArtworkError(
        error.message, help: error.help, start: Position(error.start), end: Position(error.end))
    }
    if let sheet = try SVGStyleSheet(in: root) { root = sheet.applied(to: root) }
    definitions = SVGDefinitions(in: root)
    let svg = try SVGElement(root)
    guard svg.name == "svg", [nil, SVGElement.namespace].contains(root.namespace) else {
      throw svg.error("“\(svg.name)” is no SVG", help: "an SVG begins with <svg …>")
    }
    try SVGStyle.check(svg, known: ["viewBox", "width", "height", "x", "y"])
    let view = try viewBox(of: svg)
    let scale = Artwork.side / max(view.width, view.height)
    let size = Size(width: view.width * scale, height: view.height * scale)
    gradients = try SVGGradients(
      in: root, viewSize: Size(width: view.width, height: view.height))
    let map = Affine(scale, 0, 0, scale, -view.x * scale, -view.y * scale)
    let nodes = try group(svg, SVGStyle(ink: ink), map)
    // What lies outside the canvas is not seen.
    let canvas = Path(rect: Rect(x: 0, y: 0, width: size.width, height: size.height))
    return (nodes.isEmpty ? [] : [.group(Group(nodes, clip: canvas))], size)
  }

  private func viewBox(of svg: SVGElement) throws(ArtworkError) -> Rect {
    var box: Rect
    if let attribute = svg.attribute("viewBox") {
      guard let v = numbers(in: attribute.value), v.count == 4 else {
        throw attribute.error("is no box", help: "write x, y, width and height, as in 0 0 24 24")
      }
      box = Rect(x: v[0], y: v[1], width: v[2], height: v[3])
      guard box.width > 0, box.height > 0 else {
        throw attribute.error("is empty", help: "write a width and a height above 0")
      }
    } else {
      box = Rect(x: 0, y: 0, width: try svg.size("width"), height: try svg.size("height"))
    }
    let ratio = box.width / box.height
    guard box.width >= 1e-3, box.height >= 1e-3, (0.02...50).contains(ratio) else {
      throw svg.error(
        "the drawing has no size", help: "give it a viewBox, as in viewBox=\"0 0 24 24\"")
    }
    return box
  }

  // MARK: Elements

  /// The nodes of all that stands in `element`, faded together as it says.
  mutating func group(
    _ element: SVGElement, _ outer: SVGStyle, _ outerMap: Affine
  ) throws(ArtworkError) -> [Node] {
    guard let (style, map) = try enter(element, outer, outerMap) else { return [] }
    var nodes: [Node] = []
    for child in element.children { nodes += try node(child, style, map) }
    return try finished(nodes, as: element, map)
  }

  /// `nodes` cut out and faded together, as `element` says, whose coordinates are mapped by `map`.
  mutating func finished(
    _ nodes: [Node], as element: SVGElement, _ map: Affine
  ) throws(ArtworkError) -> [Node] {
    var nodes = nodes
    if let attribute = element.attribute("clip-path"), attribute.value != "none", !nodes.isEmpty {
      for clip in try clips(attribute, map) {
        nodes = clip.segments.isEmpty ? [] : [.group(Group(nodes, clip: clip))]
      }
    }
    return try faded(nodes, as: element)
  }

  /// The style and the map inside `element`; `nil` if nothing of it is displayed.
  func enter(
    _ element: SVGElement, _ style: SVGStyle, _ map: Affine
  ) throws(ArtworkError) -> (SVGStyle, Affine)? {
    let inner = try style.applying(element)
    if element.attribute("display")?.value == "none" { return nil }
    guard let transform = element.attribute("transform"), transform.value != "none" else {
      return (inner, map)
    }
    guard let own = Affine(svg: transform.value) else {
      throw transform.error(
        "is no transform", help: "write it as translate(10 20) rotate(45) or matrix(…)")
    }
    return (inner, map.after(own))
  }

  private mutating func faded(
    _ nodes: [Node], as element: SVGElement
  ) throws(ArtworkError) -> [Node] {
    guard let attribute = element.attribute("opacity") else { return nodes }
    let opacity = try SVGStyle.opacity(attribute)
    if opacity == 1 || nodes.isEmpty { return nodes }
    if opacity == 0 { return [] }
    if nodes.count == 1, case .shape(var shape) = nodes[0] {
      shape.opacity *= opacity
      return [.shape(shape)]
    }
    fadings += 1
    guard fadings <= SVGReader.fadingLimit else {
      throw attribute.error(
        "is one of more than \(SVGReader.fadingLimit) groups that fade",
        help: "use fill-opacity and stroke-opacity on the shapes")
    }
    return [.group(Group(nodes, opacity: opacity))]
  }

  mutating func node(
    _ child: Element, _ style: SVGStyle, _ map: Affine
  ) throws(ArtworkError) -> [Node] {
    if let namespace = child.namespace, namespace != SVGElement.namespace {
      // Editors keep their notes in elements of their own, which no browser shows; those of pages would run.
      guard namespace == SVGReader.xhtml else { return [] }
      throw try refusal(of: SVGElement(child))
    }
    let element = try SVGElement(child)
    visits += 1
    guard visits <= SVGReader.visitLimit else {
      throw element.error(
        "more than \(SVGReader.visitLimit) elements, with those that are shown again",
        help: "draw it more simply")
    }
    if let shape = SVGShape(rawValue: child.localName) {
      try SVGStyle.check(element, known: shape.attributes)
      for inner in child.children where !["title", "desc", "metadata"].contains(inner.localName) {
        throw try refusal(of: SVGElement(inner))
      }
      return try draw(element, shape, style, map)
    }
    switch child.localName {
    case "g":
      try SVGStyle.check(element, known: [])
      return try group(element, style, map)
    case "use": return try use(element, style, map)
    // The rules are in the elements by now.
    case "title", "desc", "metadata", "style": return []
    // Nothing of them is seen but where something names them.
    case "linearGradient", "radialGradient", "clipPath", "mask", "filter", "pattern", "marker",
      "symbol":
      return []
    case "defs":
      for inner in child.children where SVGReader.active.contains(inner.localName) {
        throw try refusal(of: SVGElement(inner))
      }
      return []
    default: throw refusal(of: element)
    }
  }

  /// What is no picture, wherever it stands.
  private static let active = [
    "script", "foreignObject", "iframe", "video", "audio", "animate", "animateTransform",
    "animateMotion", "set",
  ]

  private static let xhtml = "http://www.w3.org/1999/xhtml"

  func refusal(of element: SVGElement) -> ArtworkError {
    let help =
      switch element.name {
      case "script": "remove it: a picture runs nothing"
      case "text", "tspan", "textPath": "turn text into outlines"
      case "image", "foreignObject", "iframe", "video", "audio":
        "remove it, or draw it as shapes"
      case "animate", "animateTransform", "animateMotion", "set": "remove it: pictures are still"
      case "a": "take the link away and keep the shapes"
      case "svg": "make it a group, <g>"
      default:
        helpText(
          for: element.name,
          among: SVGShape.allCases.map(\.rawValue) + ["g", "defs", "title", "desc"]
            + SVGGradients.names)
      }
    return element.error("“\(element.element.name)” is not drawn", help: help)
  }

  // MARK: Shapes

  private mutating func draw(
    _ element: SVGElement, _ shape: SVGShape, _ outer: SVGStyle, _ outerMap: Affine
  ) throws(ArtworkError) -> [Node] {
    guard let (style, map) = try enter(element, outer, outerMap), style.isVisible else { return [] }
    let outline = try element.outline(shape)
    guard !outline.isEmpty, map.scale > 1e-9 else { return [] }
    segments += outline.segments.count
    guard segments <= SVGReader.segmentLimit else {
      throw element.error(
        "more than \(SVGReader.segmentLimit) pieces of outlines", help: "draw it more simply")
    }
    let nodes = try fill(outline, style, map, element) + stroke(outline, style, map, element)
    return try finished(nodes, as: element, map)
  }

  private func fill(
    _ outline: Path, _ style: SVGStyle, _ map: Affine, _ element: SVGElement
  ) throws(ArtworkError) -> [Node] {
    guard let (paint, stretch) = try paint(style.fill, style.fillOpacity, style, outline, map)
    else { return [] }
    let placed = try checked(outline.transformed(by: map), element)
    let isEvenOdd = style.isEvenOdd
    guard let stretch, let back = stretch.inverse else {
      return [.shape(Shape(placed, fill: paint, isEvenOdd: isEvenOdd))]
    }
    let inner = try checked(placed.transformed(by: back), element)
    return [
      .group(
        Group(
          [.shape(Shape(inner, fill: paint, isEvenOdd: isEvenOdd))],
          transform: try checked(stretch, element)))
    ]
  }

  private func stroke(
    _ outline: Path, _ style: SVGStyle, _ map: Affine, _ element: SVGElement
  ) throws(ArtworkError) -> [Node] {
    guard style.strokeWidth > 0 else { return [] }
    // A pen stays round only where circles do; elsewhere it is drawn round and stretched with all.
    let k = map.scale
    let inner = map.isSimilarity ? map : .scale(k)
    guard let (paint, stretch) = try paint(style.stroke, style.strokeOpacity, style, outline, inner)
    else { return [] }
    guard stretch == nil else {
      throw element.error(
        "a stroke in a stretched radial gradient is not drawn", help: "give the stroke one colour")
    }
    let width = style.strokeWidth * k
    let dashes = style.dashes.map { $0 * k }
    guard width <= SVGReader.reach else {
      throw element.error("the stroke is wider than the drawing", help: "make it finer")
    }
    let placed = try checked(outline.transformed(by: inner), element)
    let period = dashes.reduce(0, +)
    guard period == 0 || placed.reach / period <= Double(SVGReader.dashLimit),
      period <= SVGReader.reach
    else {
      throw element.error(
        "more than \(SVGReader.dashLimit) dashes", help: "make them longer, or the line whole")
    }
    let node = Node.shape(
      Shape(
        placed,
        stroke: Stroke(paint, width: width, cap: style.cap, join: style.join, dashes: dashes)))
    if map.isSimilarity { return [node] }
    return [.group(Group([node], transform: try checked(map.after(.scale(1 / k)), element)))]
  }

  /// The paint for an outline that is mapped by `map`, and how it must be stretched afterwards.
  private func paint(
    _ source: SVGStyle.Source, _ opacity: Double, _ style: SVGStyle, _ outline: Path, _ map: Affine
  ) throws(ArtworkError) -> (Paint, Affine?)? {
    switch source {
    case .none: return nil
    case .color(let color):
      let alpha = color.alpha * opacity
      return alpha > 0 ? (.color(color.withAlpha(alpha)), nil) : nil
    case .reference(let id, let attribute):
      guard let gradients, opacity > 0 else { return nil }
      var gradient = try gradients.gradient(id, named: attribute, style: style)
      guard !gradient.stops.isEmpty else { return nil }
      for index in gradient.stops.indices { gradient.stops[index].color.alpha *= opacity }
      let box = outline.tightBox ?? Rect(x: 0, y: 0, width: 0, height: 0)
      let (paint, stretch) = gradient.paint(over: box, map)
      guard paint.isNear(SVGReader.reach * 10) else {
        throw attribute.error("reaches far out of the drawing", help: "keep it near its shapes")
      }
      return (paint, stretch)
    }
  }

  func checked(_ path: Path, _ element: SVGElement) throws(ArtworkError) -> Path {
    guard let box = path.controlBox else { return path }
    let isNear = [box.minX, box.minY, box.maxX, box.maxY].allSatisfy {
      $0.magnitude <= SVGReader.reach
    }
    guard isNear else {
      throw element.error(
        "“\(element.name)” reaches far out of the drawing", help: "keep it inside the viewBox")
    }
    return path
  }
}

extension SVGReader {
  /// `map`, which keeps areas: what it stretches one way it squeezes the other.
  private func checked(_ map: Affine, _ element: SVGElement) throws(ArtworkError) -> Affine {
    let isMild = [map.a, map.b, map.c, map.d].allSatisfy { $0.magnitude <= 1000 }
    guard isMild, map.tx.magnitude <= SVGReader.reach, map.ty.magnitude <= SVGReader.reach else {
      throw element.error(
        "“\(element.name)” is stretched too far", help: "use a milder transform")
    }
    return map
  }
}
