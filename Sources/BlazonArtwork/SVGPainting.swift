internal import BlazonScene
internal import XML

// Fills and strokes (SVG 2, chapter 13).

extension SVGReader {
  /// Dashes of one outline.
  private static let dashLimit = 20_000

  mutating func draw(
    _ element: SVGElement, _ shape: SVGShape, _ outer: SVGStyle, _ outerMap: Affine
  ) throws(ArtworkError) -> [Node] {
    for name in ["marker", "marker-start", "marker-mid", "marker-end"] where !element.isNone(name) {
      guard let marker = element.attribute(name), let id = try marker.reference()?.id,
        definitions[id] != nil
      else { continue }
      throw marker.error("is not drawn", help: "convert the stroke to a path, or give a PNG")
    }
    for child in element.children where SVGReader.lively.contains(child.localName) {
      warn(of: child)
    }
    guard let (style, map) = try enter(element, outer, outerMap), style.isVisible else { return [] }
    let outline = try outline(of: element, shape, style)
    guard !outline.isEmpty, map.scale > 1e-9 else { return [] }
    try budget.take(segments: outline.segments.count, element)
    let object = SVGObject(element, style, map, outline: outline, nodes: [])
    return try finished(try painted(object), as: element, style, map, outline: outline)
  }

  /// The outline of `object`, filled and stroked.
  mutating func painted(_ object: SVGObject) throws(ArtworkError) -> [Node] {
    var parts = [try fill(object), try stroke(object)]
    if object.style.isStrokeFirst { parts.swapAt(0, 1) }
    return parts.flatMap(\.self)
  }

  private mutating func fill(_ object: SVGObject) throws(ArtworkError) -> [Node] {
    guard let outline = object.outline else { return [] }
    let style = object.style
    let placed = try checked(outline.transformed(by: object.map), object.element)
    switch try paint(style.fill, style.fillOpacity, object, object.map) {
    case .none: return []
    case .plain(let paint):
      return [.shape(Shape(placed, fill: paint, isEvenOdd: style.isEvenOdd))]
    case .stretched(let paint, let stretch):
      guard let back = stretch.inverse else { return [] }
      let inner = try checked(placed.transformed(by: back), object.element)
      return [
        .group(
          Group(
            [.shape(Shape(inner, fill: paint, isEvenOdd: style.isEvenOdd))],
            transform: try checked(stretch, object.element)))
      ]
    case .tiles(let nodes):
      return [.group(Group(nodes, clip: placed, isClipEvenOdd: style.isEvenOdd))]
    }
  }

  private mutating func stroke(_ object: SVGObject) throws(ArtworkError) -> [Node] {
    let style = object.style
    let map = object.map
    guard style.strokeWidth > 0, let outline = object.outline else { return [] }
    // A pen stays round only where circles do; elsewhere it is drawn round and stretched with all.
    let k = object.hasFixedStroke ? unit : map.scale
    let inner = map.isSimilarity || object.hasFixedStroke ? map : .scale(k)
    let painting = try paint(style.stroke, style.strokeOpacity, object, inner)
    if case .none = painting { return [] }
    // What is no plain paint shows through the stroke.
    let paint = if case .plain(let paint) = painting { paint } else { Paint.white }
    var node = Node.shape(
      try shape(
        outline.transformed(by: inner), paint, k, style, object.element,
        dashScale: object.dashScale))
    if !map.isSimilarity, !object.hasFixedStroke {
      node = .group(
        Group([node], transform: try checked(map.after(.scale(1 / k)), object.element)))
    }
    let shown: [Node]
    switch painting {
    case .none, .plain: return [node]
    case .tiles(let nodes): shown = nodes
    case .stretched(let paint, let stretch):
      guard let back = stretch.inverse, let box = node.inkBox(.identity) else { return [] }
      let area = try checked(Path(rect: box).transformed(by: back), object.element)
      shown = [
        .group(
          Group(
            [.shape(Shape(area, fill: paint))], transform: try checked(stretch, object.element)))
      ]
    }
    try budget.takeEffect(object.element)
    return [.group(Group(shown, mask: [node]))]
  }

  /// An outline that is stroked as `style` says, `scale` times as large.
  private func shape(
    _ outline: Path, _ paint: Paint, _ scale: Double, _ style: SVGStyle, _ element: SVGElement,
    dashScale: Double
  ) throws(ArtworkError) -> Shape {
    let width = style.strokeWidth * scale
    guard width <= SVGReader.reach else {
      throw element.error("the stroke is wider than the drawing", help: "make it finer")
    }
    let placed = try checked(outline, element)
    // Lengths are rounded to hundredths, of which the least dashes would be nothing.
    let dashes = style.dashes.map { $0 * scale * dashScale }
    let period = dashes.reduce(0, +)
    guard period == 0 || placed.reach / period <= Double(SVGReader.dashLimit),
      period <= SVGReader.reach * 10
    else {
      throw element.error(
        "more than \(SVGReader.dashLimit) dashes", help: "make them longer, or the line whole")
    }
    var offset = 0.0
    if period > 0 {
      offset = (style.dashOffset * scale * dashScale).truncatingRemainder(dividingBy: period)
      if offset < 0 { offset += period }
    }
    return Shape(
      placed,
      stroke: Stroke(
        paint, width: width, cap: style.cap, join: style.join, dashes: dashes, dashOffset: offset,
        miterLimit: style.miterLimit))
  }

  /// What an outline is painted with.
  private enum Painting {
    case none
    case plain(Paint)
    /// A paint in a space of its own, and the map from there to the drawing.
    case stretched(Paint, Affine)
    /// Nodes that cover it.
    case tiles([Node])
  }

  /// The paint for an object whose outline is mapped by `map`; patterns are placed by the object's own map.
  private mutating func paint(
    _ source: SVGStyle.Source, _ opacity: Double, _ object: SVGObject, _ map: Affine
  ) throws(ArtworkError) -> Painting {
    switch source {
    case .none: return .none
    case .current: return try paint(.color(object.style.ink), opacity, object, map)
    case .color(let color):
      let alpha = color.alpha * opacity
      return alpha > 0 ? .plain(.color(color.withAlpha(alpha))) : .none
    case .reference(let id, let attribute, let fallback):
      guard let found = definitions[id] else {
        if case .none = fallback {
          findings.warn(
            attribute.error(
              "names no gradient and no pattern of this file",
              help: "give a linearGradient the id “\(id)”"))
        }
        return try paint(fallback, opacity, object, map)
      }
      guard opacity > 0 else { return .none }
      if found.element.localName == "pattern" {
        return try showing(id, attribute) { (reader) throws(ArtworkError) in
          let tiles = try reader.tiles(of: found, for: object)
          guard !tiles.isEmpty else { return .none }
          return .tiles(opacity < 1 ? [.group(Group(tiles, opacity: opacity))] : tiles)
        }
      }
      guard var gradient = try gradient(found, object, attribute), !gradient.stops.isEmpty else {
        return .none
      }
      for index in gradient.stops.indices { gradient.stops[index].color.alpha *= opacity }
      let painted: (paint: Paint, stretch: Affine?)?
      do throws(SVGGradient.Problem) {
        painted = try gradient.paint(over: object.box ?? .zero, map)
      } catch {
        throw attribute.error(
          "is repeated more often than is drawn", help: "use a pattern, or give a PNG")
      }
      guard let (paint, stretch) = painted else {
        return try self.paint(fallback, opacity, object, map)
      }
      guard paint.isNear(SVGReader.reach * 10) else {
        throw attribute.error("reaches far out of the drawing", help: "keep it near its shapes")
      }
      return stretch.map { .stretched(paint, $0) } ?? .plain(paint)
    }
  }

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

/// What an element draws, for paints, outlines and filters that are told in shares of its box.
struct SVGObject {
  let element: SVGElement
  let style: SVGStyle
  /// From the element's coordinates to the drawing's.
  let map: Affine
  /// In its own coordinates; `nil` for what is no single shape.
  let outline: Path?
  /// Of words: around the em boxes of all that stand with it, in its own coordinates.
  var frame: Rect?
  private let nodes: [Node]

  init(
    _ element: SVGElement, _ style: SVGStyle, _ map: Affine, outline: Path?, nodes: [Node]
  ) {
    (self.element, self.style, self.map) = (element, style, map)
    (self.outline, self.nodes) = (outline, nodes)
  }

  /// The box of what it draws, without strokes, in its own coordinates (SVG 2, section 8.10); `nil` where it draws nothing.
  var box: Rect? {
    if let frame { return frame }
    if let outline { return outline.tightBox }
    return map.inverse.flatMap { nodes.outlineBox($0) }
  }

  /// How much longer the outline is than it says, by which its dashes are told (SVG 2, section 9.6.1).
  var dashScale: Double {
    guard let text = element.attribute("pathLength")?.value, let length = number(in: text),
      length > 0, let outline
    else { return 1 }
    return max(1e-6, outline.reach) / length
  }

  /// Whether its stroke is as wide as it says, however much it is enlarged.
  var hasFixedStroke: Bool {
    element.attribute("vector-effect")?.value == "non-scaling-stroke"
  }
}

extension Rect {
  static let zero = Rect(x: 0, y: 0, width: 0, height: 0)
}
