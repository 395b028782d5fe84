internal import BlazonScene
internal import BlazonSource
internal import XML

// What a drawing defines once and shows elsewhere (SVG 2, chapter 5; CSS Masking 1, section 5).

/// The elements of a drawing by their ids; the first of each.
struct SVGDefinitions {
  private var elements: [String: Element] = [:]

  init(in root: Element) { collect(root) }

  private mutating func collect(_ element: Element) {
    for child in element.children {
      if let id = child.attributes.first(where: { $0.name == "id" })?.value, elements[id] == nil {
        elements[id] = child
      }
      collect(child)
    }
  }

  subscript(_ id: String) -> Element? { elements[id] }
}

extension SVGElement {
  /// The id that an attribute leads to, as in `#wave`; `nil` where it is not given.
  func target() throws(ArtworkError) -> (id: String, attribute: Attribute)? {
    guard let attribute = attribute("href") ?? attribute("xlink:href") else { return nil }
    let text = trimmed(attribute.value)
    guard text.first == "#" else {
      throw attribute.error(
        "leads out of the drawing", help: "put what it shows into this file, with an id")
    }
    return (String(text.dropFirst()), attribute)
  }

  /// The id in `url(#id)`.
  static func reference(in attribute: Attribute) throws(ArtworkError) -> String {
    let text = trimmed(attribute.value)
    guard text.hasPrefix("url("), text.hasSuffix(")") else {
      throw attribute.error("is not drawn", help: "name an element of this file, as in url(#id)")
    }
    let name = trimmed(text.dropFirst(4).dropLast()).filter { $0 != "\"" && $0 != "'" }
    guard name.first == "#" else {
      throw attribute.error(
        "leads out of the drawing", help: "name an element of this file, as in url(#id)")
    }
    return String(name.dropFirst())
  }
}

extension SVGReader {
  /// What stands under the id that `element`, a `use`, names, at its place.
  mutating func use(
    _ element: SVGElement, _ outer: SVGStyle, _ outerMap: Affine
  ) throws(ArtworkError) -> [Node] {
    try SVGStyle.check(
      element, known: ["x", "y", "width", "height", "href", "xlink:href"])
    guard let (id, attribute) = try element.target(),
      let (style, map) = try enter(element, outer, outerMap)
    else { return [] }
    guard let found = definitions?[id] else {
      throw attribute.error("names nothing in this file", help: "give what it shows this id")
    }
    uses += 1
    guard uses <= SVGReader.useLimit, shown.count < SVGReader.useDepth, !shown.contains(id) else {
      throw attribute.error("goes round, or is shown too often", help: "show it less often")
    }
    shown.append(id)
    defer { shown.removeLast() }
    let place = map.after(.translation(try element.number("x"), try element.number("y")))
    let nodes: [Node]
    if found.localName == "symbol" {
      let symbol = try SVGElement(found)
      guard symbol.attribute("viewBox") == nil else {
        throw symbol.error(
          "a symbol with a viewBox is not drawn", help: "make it a group, <g>, with a transform")
      }
      try SVGStyle.check(symbol, known: ["width", "height"])
      nodes = try group(symbol, style, place)
    } else {
      nodes = try node(found, style, place)
    }
    return try finished(nodes, as: element, place)
  }

  /// The outlines that all have to lie in, of what `attribute` names, in the drawing's coordinates.
  mutating func clips(
    _ attribute: SVGElement.Attribute, _ outer: Affine
  ) throws(ArtworkError) -> [Path] {
    let id = try SVGElement.reference(in: attribute)
    guard let found = definitions?[id], found.localName == "clipPath" else {
      throw attribute.error("names no clipPath of this file", help: "give one this id")
    }
    guard shown.count < SVGReader.useDepth, !shown.contains(id) else {
      throw attribute.error("goes round", help: "let no outline cut itself out")
    }
    shown.append(id)
    defer { shown.removeLast() }
    let element = try SVGElement(found)
    try SVGStyle.check(element, known: ["clipPathUnits"])
    if let units = element.attribute("clipPathUnits"), units.value != "userSpaceOnUse" {
      throw units.error("is not drawn", help: "give the outlines in the drawing's own units")
    }
    var outlines: [Path] = []
    var nested: [Path] = []
    if let (style, map) = try enter(element, SVGStyle(ink: ink), outer) {
      for child in found.children { outlines += try clipOutlines(child, style, map) }
      if let own = element.attribute("clip-path"), own.value != "none" {
        nested = try clips(own, map)
      }
    }
    return [Path(joining: outlines)] + nested
  }

  /// The outlines of a shape in a `clipPath`, or of one that it shows.
  private mutating func clipOutlines(
    _ child: Element, _ outer: SVGStyle, _ outerMap: Affine
  ) throws(ArtworkError) -> [Path] {
    let element = try SVGElement(child)
    if ["title", "desc", "metadata"].contains(element.name) { return [] }
    if element.name == "use" {
      guard let (id, attribute) = try element.target(), let found = definitions?[id],
        let (style, map) = try enter(element, outer, outerMap)
      else { return [] }
      guard SVGShape(rawValue: found.localName) != nil else {
        throw attribute.error("names no shape", help: "put the shape itself into the clipPath")
      }
      let place = map.after(.translation(try element.number("x"), try element.number("y")))
      return try clipOutlines(found, style, place)
    }
    guard let shape = SVGShape(rawValue: element.name) else { throw refusal(of: element) }
    try SVGStyle.check(element, known: shape.attributes)
    if let own = element.attribute("clip-path"), own.value != "none" {
      throw own.error("is not drawn here", help: "cut out the shape itself")
    }
    guard let (style, map) = try enter(element, outer, outerMap), style.isVisible else { return [] }
    let outline = try element.outline(shape)
    if let rule = element.attribute("clip-rule"), rule.value == "evenodd", outline.outlineCount > 1
    {
      throw rule.error("is not drawn", help: "let inner outlines wind the other way")
    }
    segments += outline.segments.count
    guard segments <= SVGReader.segmentLimit else {
      throw element.error(
        "more than \(SVGReader.segmentLimit) pieces of outlines", help: "draw it more simply")
    }
    return [try checked(outline.transformed(by: map), element).windingOnce]
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
