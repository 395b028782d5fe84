internal import BlazonScene
internal import XML

// Patterns (SVG 2, section 14.3): nodes that are drawn again and again.

extension SVGReader {
  /// The tiles of a pattern that cover `object`, in the drawing's coordinates.
  mutating func tiles(
    of found: SVGDefinitions.Definition, for object: SVGObject
  ) throws(ArtworkError) -> [Node] {
    let chain = try chain(from: found)
    func given(_ name: String) -> SVGElement.Attribute? {
      for link in chain { if let attribute = link.element.attribute(name) { return attribute } }
      return nil
    }
    guard let box = object.box,
      let filled = chain.first(where: { link in
        link.element.children.contains {
          $0.namespace == nil || $0.namespace == SVGElement.namespace
        }
      })
    else { return [] }
    let isOfBox = given("patternUnits")?.value != "userSpaceOnUse"
    guard !isOfBox || box.width > 0 && box.height > 0 else { return [] }
    var units = object.style.units
    if isOfBox { units.viewport = Size(width: 1, height: 1) }
    func length(_ name: String, _ axis: SVGUnits.Axis) -> Double {
      given(name).flatMap { units.length($0.value, axis) } ?? 0
    }
    var tile = Rect(
      x: length("x", .across), y: length("y", .down), width: length("width", .across),
      height: length("height", .down))
    if isOfBox {
      tile = Rect(
        x: box.x + tile.x * box.width, y: box.y + tile.y * box.height,
        width: tile.width * box.width, height: tile.height * box.height)
    }
    guard tile.width > 0, tile.height > 0 else { return [] }
    var map = object.map
    if let attribute = given("patternTransform") {
      guard let own = Affine(svg: attribute.value) else {
        throw attribute.error("is no transform", help: "write it as rotate(45) or matrix(…)")
      }
      map = map.after(own)
    }
    guard let back = map.inverse else { return [] }
    var style = try self.style(around: filled.definition, object.style)
    style = try style.applying(filled.element, &findings)
    // What is in a tile is placed from its corner.
    var inner = map.after(.translation(tile.x, tile.y))
    if let holder = chain.first(where: { $0.element.attribute("viewBox") != nil }),
      let view = try viewBox(of: holder.element)
    {
      inner = map.after(aspectRatio(of: holder.element).map(view, into: tile))
      style.units.viewport = Size(width: view.width, height: view.height)
    } else if given("patternContentUnits")?.value == "objectBoundingBox" {
      inner = inner.after(.scale(box.width, box.height))
    }
    var nodes = try children(of: filled.element, style, inner)
    guard !nodes.isEmpty else { return [] }
    let frame = try checked(Path(rect: tile).transformed(by: map), filled.element)
    if !frame.contains(nodes) { nodes = [.group(Group(nodes, clip: frame))] }
    let child = nodes.count == 1 ? nodes[0] : .group(Group(nodes))
    let places = try places(of: tile, over: object, map, back)
    try budget.take(segments: [child].segmentCount * places.count, filled.element)
    return [.repeated(Repeat(child, at: places))]
  }

  /// Where the tiles stand that cover `object` and its stroke.
  private mutating func places(
    of tile: Rect, over object: SVGObject, _ map: Affine, _ back: Affine
  ) throws(ArtworkError) -> [Affine] {
    let margin = object.style.strokeWidth * max(2, object.style.miterLimit / 2)
    let wide = object.box?.expanded(by: margin) ?? .zero
    guard let area = Path(rect: wide).transformed(by: back.after(object.map)).controlBox else {
      return []
    }
    func range(_ least: Double, _ most: Double, _ start: Double, _ step: Double) -> ClosedRange<
      Int
    >? {
      let (first, last) = (
        ((least - start) / step).rounded(.down), ((most - start) / step).rounded(.up)
      )
      guard first.magnitude < 1e6, last.magnitude < 1e6, last >= first else { return nil }
      return Int(first)...Int(last)
    }
    guard let columns = range(area.minX, area.maxX, tile.x, tile.width),
      let rows = range(area.minY, area.maxY, tile.y, tile.height)
    else {
      try budget.take(tiles: SVGBudget.tileLimit + 1, object.element)
      return []
    }
    try budget.take(tiles: columns.count * rows.count, object.element)
    return rows.flatMap { row in
      columns.map { column in
        let step = map.direction(Point(Double(column) * tile.width, Double(row) * tile.height))
        return .translation(step.x, step.y)
      }
    }
  }
}
