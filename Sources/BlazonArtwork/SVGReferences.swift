internal import BlazonScene
internal import XML

/// The elements of a drawing by their ids, the first of each, with those that they stand in (SVG 2, chapter 5).
struct SVGDefinitions {
  struct Definition {
    var element: Element
    /// From the outermost to the parent.
    var ancestors: [Element]
  }

  private var definitions: [String: Definition] = [:]

  init() {}

  init(in root: Element) { collect(root, []) }

  private mutating func collect(_ element: Element, _ ancestors: [Element]) {
    guard !element.children.isEmpty else { return }
    // Without what stands beside: only its looks are handed down.
    var shell = element
    shell.children = []
    let inner = ancestors + [shell]
    for child in element.children {
      if let id = child.attributes.first(where: { $0.name == "id" })?.value,
        definitions[id] == nil
      {
        definitions[id] = Definition(element: child, ancestors: inner)
      }
      collect(child, inner)
    }
  }

  subscript(_ id: String) -> Definition? { definitions[id] }
}

extension SVGReader {
  /// The style that is handed down to a definition, where it stands.
  mutating func style(
    around definition: SVGDefinitions.Definition, _ style: SVGStyle
  ) throws(ArtworkError) -> SVGStyle {
    var inner = SVGStyle(ink: ink, viewport: style.units.viewport, hasText: hasText)
    for ancestor in definition.ancestors {
      try budget.takeBytes(of: ancestor)
      inner = try inner.applying(SVGElement(ancestor), &findings)
    }
    return inner
  }

  /// Calls `body` while `id` is being shown; what shows itself is an error at `attribute`.
  mutating func showing<Value>(
    _ id: String, _ attribute: SVGElement.Attribute,
    _ body: (inout SVGReader) throws(ArtworkError) -> Value
  ) throws(ArtworkError) -> Value {
    guard shown.count < SVGBudget.depth, !shown.contains(id) else {
      throw attribute.error("goes round in a circle", help: "let nothing show itself")
    }
    shown.append(id)
    defer { shown.removeLast() }
    return try body(&self)
  }

  /// What stands under the id that `element`, a `use`, names, at its place.
  mutating func use(
    _ element: SVGElement, _ outer: SVGStyle, _ outerMap: Affine
  ) throws(ArtworkError) -> [Node] {
    guard let (id, attribute) = try element.target(),
      let (style, map) = try enter(element, outer, outerMap)
    else { return [] }
    guard let found = definitions[id]?.element else {
      findings.warn(
        attribute.error("names nothing in this file", help: "give what it shows this id"))
      return []
    }
    let place = map.after(
      .translation(
        try length(element, "x", .across, outer), try length(element, "y", .down, outer)))
    let nodes = try showing(id, attribute) { (reader) throws(ArtworkError) in
      let isViewport = found.localName == "symbol" || found.localName == "svg"
      guard isViewport else { return try reader.node(found, style, place) }
      let inner = SVGElement(found)
      return try reader.viewport(
        inner, style, place,
        size: (
          element.attribute("width") ?? inner.attribute("width"),
          element.attribute("height") ?? inner.attribute("height")
        ))
    }
    return try finished(nodes, as: element, style, map)
  }
}
