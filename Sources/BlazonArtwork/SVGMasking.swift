internal import BlazonScene
internal import XML

// What is cut out and what shows through (CSS Masking 1).

extension SVGReader {
  /// An outline that cuts out, or nodes through whose light parts something shows.
  private enum Opening {
    case outline(Path, isEvenOdd: Bool)
    case nodes([Node])
  }

  /// `nodes` cut out by the `clipPath` that the object names.
  mutating func clipped(_ nodes: [Node], _ object: SVGObject) throws(ArtworkError) -> [Node] {
    guard let attribute = object.element.attribute("clip-path") else { return nodes }
    return try clipped(nodes, by: attribute, object)
  }

  private mutating func clipped(
    _ nodes: [Node], by attribute: SVGElement.Attribute, _ object: SVGObject
  ) throws(ArtworkError) -> [Node] {
    guard let found = try definition(attribute, of: "clipPath") else { return nodes }
    return try showing(found.id, attribute) { (reader) throws(ArtworkError) in
      try reader.clipped(nodes, by: found.definition, object)
    }
  }

  private mutating func clipped(
    _ nodes: [Node], by found: SVGDefinitions.Definition, _ object: SVGObject
  ) throws(ArtworkError) -> [Node] {
    let element = SVGElement(found.element)
    let around = try style(around: found, object.style)
    guard let (style, ownMap) = try enter(element, around, object.map, isShown: true) else {
      return []
    }
    var map = ownMap
    if element.attribute("clipPathUnits")?.value == "objectBoundingBox" {
      guard let box = object.box else { return [] }
      map = map.after(Affine(box.width, 0, 0, box.height, box.x, box.y))
    }
    var nodes = nodes
    // One that is cut out itself cuts out what is in both.
    if let own = element.attribute("clip-path"), !element.isNone("clip-path") {
      nodes = try clipped(
        nodes, by: own, SVGObject(element, style, map, outline: nil, nodes: nodes))
    }
    guard !nodes.isEmpty else { return [] }
    switch try opening(element, style, map) {
    case .outline(let path, let isEvenOdd):
      if path.isEmpty { return [] }
      // Editors cut the whole frame out of itself.
      if path.contains(nodes) { return nodes }
      return [.group(Group(nodes, clip: path, isClipEvenOdd: isEvenOdd))]
    case .nodes(let mask):
      if mask.isEmpty { return [] }
      try budget.takeEffect(element)
      return [.group(Group(nodes, mask: mask))]
    }
  }

  /// What a `clipPath` leaves open: one outline where its shapes make one, else the shapes in white.
  private mutating func opening(
    _ element: SVGElement, _ style: SVGStyle, _ map: Affine
  ) throws(ArtworkError) -> Opening {
    var parts: [(nodes: [Node], outline: Path, isEvenOdd: Bool)] = []
    for child in element.children {
      if let part = try clipPart(child, style, map) { parts.append(part) }
    }
    if parts.count == 1, parts[0].nodes.isEmpty {
      return .outline(parts[0].outline, isEvenOdd: parts[0].isEvenOdd)
    }
    if parts.allSatisfy({ $0.nodes.isEmpty && !$0.isEvenOdd && $0.outline.outlineCount <= 1 }) {
      return .outline(Path(joining: parts.map(\.outline.windingOnce)), isEvenOdd: false)
    }
    return .nodes(
      parts.flatMap { part -> [Node] in
        if !part.nodes.isEmpty { return part.nodes }
        return [.shape(Shape(part.outline, fill: .white, isEvenOdd: part.isEvenOdd))]
      })
  }

  /// A shape in a `clipPath`: its outline, or nodes in white where it is cut out itself; `nil` where nothing of it is seen.
  private mutating func clipPart(
    _ child: Element, _ outer: SVGStyle, _ outerMap: Affine
  ) throws(ArtworkError) -> (nodes: [Node], outline: Path, isEvenOdd: Bool)? {
    guard child.namespace == nil || child.namespace == SVGElement.namespace else { return nil }
    try budget.takeBytes(of: child)
    let element = SVGElement(child)
    try budget.takeElement(element)
    guard let (style, map) = try enter(element, outer, outerMap) else { return nil }
    var part: (nodes: [Node], outline: Path, isEvenOdd: Bool)
    if element.name == "use" {
      guard let (id, attribute) = try element.target(), let found = definitions[id]?.element,
        SVGShape(rawValue: found.localName) != nil || found.localName == "text"
      else { return nil }
      let place = map.after(
        .translation(
          try length(element, "x", .across, outer), try length(element, "y", .down, outer)))
      let inner = try showing(id, attribute) { (reader) throws(ArtworkError) in
        try reader.clipPart(found, style, place)
      }
      guard let inner else { return nil }
      part = inner
    } else if let shape = SVGShape(rawValue: element.name) {
      guard style.isVisible else { return nil }
      let outline = try outline(of: element, shape, style)
      try budget.take(segments: outline.segments.count, element)
      guard !outline.isEmpty else { return nil }
      part = ([], try checked(outline.transformed(by: map), element), style.isClipEvenOdd)
    } else {
      guard element.name == "text" else { return nil }
      let outline = try outline(ofText: element, style)
      try budget.take(segments: outline.segments.count, element)
      guard !outline.isEmpty else { return nil }
      part = ([], try checked(outline.transformed(by: map), element), false)
    }
    if !element.isNone("clip-path") {
      let white = Node.shape(Shape(part.outline, fill: .white, isEvenOdd: part.isEvenOdd))
      let object = SVGObject(element, style, map, outline: nil, nodes: [white])
      part.nodes = try clipped(part.nodes.isEmpty ? [white] : part.nodes, object)
      if part.nodes.isEmpty { return nil }
    }
    return part
  }

  /// `nodes` as they show through the `mask` that the object names.
  mutating func masked(_ nodes: [Node], _ object: SVGObject) throws(ArtworkError) -> [Node] {
    guard let attribute = object.element.attribute("mask"),
      let found = try definition(attribute, of: "mask")
    else { return nodes }
    return try showing(found.id, attribute) { (reader) throws(ArtworkError) in
      try reader.masked(nodes, by: found.definition, object)
    }
  }

  private mutating func masked(
    _ nodes: [Node], by found: SVGDefinitions.Definition, _ object: SVGObject
  ) throws(ArtworkError) -> [Node] {
    let element = SVGElement(found.element)
    let box = object.box ?? .zero
    guard let region = region(of: element, "maskUnits", object, box) else { return [] }
    var map = object.map
    if element.attribute("maskContentUnits")?.value == "objectBoundingBox" {
      map = map.after(Affine(box.width, 0, 0, box.height, box.x, box.y))
    }
    let around = try style(around: found, object.style)
    let style = try around.applying(element, &findings)
    var mask = try children(of: element, style, map)
    if element.attribute("mask-type")?.value == "alpha" { mask = mask.colored(.white) }
    guard !mask.isEmpty else { return [] }
    let frame = try checked(Path(rect: region).transformed(by: object.map), element)
    var nodes = nodes
    if !element.isNone("mask") {
      nodes = try masked(nodes, SVGObject(element, style, object.map, outline: nil, nodes: nodes))
    }
    if !frame.contains(mask) { nodes = [.group(Group(nodes, clip: frame))] }
    // One white shape shows what an outline cuts out.
    if mask.count == 1, case .shape(let shape) = mask[0], shape.stroke == nil, shape.opacity == 1,
      shape.fill == .white
    {
      if shape.path.contains(nodes) { return nodes }
      return [.group(Group(nodes, clip: shape.path, isClipEvenOdd: shape.isEvenOdd))]
    }
    try budget.takeEffect(element)
    return [.group(Group(nodes, mask: mask))]
  }

  /// Where a mask or a filter has its effect, in the coordinates of `object`, whose box is `box`; `nil` for nowhere.
  func region(
    of element: SVGElement, _ unitsName: String, _ object: SVGObject, _ box: Rect
  ) -> Rect? {
    let isOfBox = element.attribute(unitsName)?.value != "userSpaceOnUse"
    var units = object.style.units
    if isOfBox { units.viewport = Size(width: 1, height: 1) }
    func length(_ name: String, _ axis: SVGUnits.Axis, _ usual: String) -> Double {
      units.length(element.attribute(name)?.value ?? usual, axis) ?? 0
    }
    var region = Rect(
      x: length("x", .across, "-10%"), y: length("y", .down, "-10%"),
      width: length("width", .across, "120%"), height: length("height", .down, "120%"))
    if isOfBox {
      region = Rect(
        x: box.x + region.x * box.width, y: box.y + region.y * box.height,
        width: region.width * box.width, height: region.height * box.height)
    }
    return region.width > 0 && region.height > 0 ? region : nil
  }

  /// The element called `name` that an attribute names; `nil`, with a word of warning, where it names none.
  func definition(
    of attribute: SVGElement.Attribute, _ name: String
  ) throws(ArtworkError) -> (id: String, definition: SVGDefinitions.Definition)? {
    guard let id = try attribute.reference()?.id, let found = definitions[id],
      found.element.localName == name
    else { return nil }
    return (id, found)
  }

  mutating func definition(
    _ attribute: SVGElement.Attribute, of name: String
  ) throws(ArtworkError) -> (id: String, definition: SVGDefinitions.Definition)? {
    if let found = try definition(of: attribute, name) { return found }
    guard try attribute.reference() != nil else {
      throw attribute.error("is not drawn", help: "name a \(name) of this file, or give a PNG")
    }
    findings.warn(
      attribute.error("names no \(name) of this file, and is passed over", help: "give one this id")
    )
    return nil
  }
}

extension Path {
  /// The outline, turned if need be so that it winds once about what is in it: outlines that all do are one area together.
  var windingOnce: Path {
    let area = flattened(steps: 8).reduce(0.0) { sum, polygon in
      zip(polygon, polygon.dropFirst() + polygon.prefix(1)).reduce(sum) {
        $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y
      }
    }
    return area < 0 ? reversed : self
  }

  /// How many outlines it has.
  var outlineCount: Int {
    segments.count { if case .move = $0 { true } else { false } }
  }
}

extension Path {
  /// The same outlines, each from its end to its start.
  fileprivate var reversed: Path {
    var out: [Segment] = []
    var (points, pieces, isClosed) = ([Point](), [Segment](), false)
    func finish() {
      guard let last = points.last else { return }
      out.append(.move(last))
      for (index, piece) in pieces.enumerated().reversed() {
        switch piece {
        case .line: out.append(.line(points[index]))
        case .quad(let control, _): out.append(.quad(control, points[index]))
        case .cubic(let one, let two, _): out.append(.cubic(two, one, points[index]))
        case .move, .close: break
        }
      }
      if isClosed { out.append(.close) }
      (points, pieces, isClosed) = ([], [], false)
    }
    for segment in segments {
      switch segment {
      case .move(let point):
        finish()
        points = [point]
      case .line(let end), .quad(_, let end), .cubic(_, _, let end):
        // After a closed outline the next begins where that did.
        if isClosed {
          let start = points[0]
          finish()
          points = [start]
        }
        points.append(end)
        pieces.append(segment)
      case .close: isClosed = true
      }
    }
    finish()
    return Path(out)
  }
}
