internal import BlazonScene
internal import XML

// Filters (Filter Effects 1), as far as they are softenings and shadows: pictures of what is drawn, moved, blurred and in
// one colour, one over the other.

/// One picture that a filter makes of what it is given.
struct FilterLayer: Hashable {
  /// What it is in, all of it; `nil` for the colours that it has.
  var color: Color?
  /// Whether it is a colour everywhere, and not the picture at all.
  var isFlood = false
  var dx = 0.0, dy = 0.0
  /// The standard deviation of a Gaussian.
  var blur = 0.0
  var opacity = 1.0
  /// Whether what lets some light through lets none.
  var isHard = false
  /// Whether nothing of it is seen where the picture itself is.
  var isOutside = false
  /// Whether it is what of the picture lies outside of its own silhouette, moved and blurred: a shadow that falls inwards.
  var isInner = false
  /// What is done to its colours, by rows of red, green, blue, alpha and a constant; `nil` for nothing.
  var matrix: [Double]?
}

extension SVGReader {
  /// `nodes` as the filter of `object` shows them.
  mutating func filtered(_ nodes: [Node], _ object: SVGObject) throws(ArtworkError) -> [Node] {
    guard let attribute = object.element.attribute("filter") else { return nodes }
    let box = object.box ?? .zero
    let layers: [FilterLayer]
    var region: Rect?
    if let found = try definition(of: attribute, "filter") {
      let element = SVGElement(found.definition.element)
      region = self.region(of: element, "filterUnits", object, box)
      guard region != nil else { return [] }
      var graph = FilterGraph(object: object)
      guard let result = graph.layers(of: element) else {
        throw attribute.error(
          "is not drawn",
          help:
            "of filters, blurs, shadows and matrices of colours in sRGB are; draw the result as shapes, or give a PNG"
        )
      }
      layers = result
    } else if let shadow = FilterGraph(object: object).layers(css: attribute.value) {
      layers = shadow
    } else {
      guard try attribute.reference() != nil else {
        throw attribute.error("is not drawn", help: "draw the result as shapes, or give a PNG")
      }
      _ = try definition(attribute, of: "filter")
      return nodes
    }
    if let rest = try attribute.reference()?.rest, !rest.isEmpty {
      throw attribute.error("is not drawn", help: "use one filter, or give a PNG")
    }
    if layers == [FilterLayer()] { return nodes }
    let frame = try region.map { (region) throws(ArtworkError) in
      try checked(Path(rect: region).transformed(by: object.map), object.element)
    }
    // What lies outside the filter's region is not seen by it.
    var nodes = nodes
    if let frame, !frame.contains(nodes) { nodes = [.group(Group(nodes, clip: frame))] }
    var shown: [Node] = []
    for layer in layers {
      try budget.takeEffect(object.element)
      try budget.take(segments: nodes.segmentCount, object.element)
      let copies =
        if let color = layer.color {
          nodes.colored(color.withAlpha(1), isHard: layer.isHard)
        } else if let matrix = layer.matrix { nodes.colored(by: matrix) } else { nodes }
      let offset = object.map.direction(Point(layer.dx, layer.dy))
      if layer.isInner, let color = layer.color,
        let ink = Node.group(Group(nodes)).inkBox(.identity)
      {
        let silhouette = Group(
          nodes.colored(.black), transform: .translation(offset.x, offset.y),
          blur: layer.blur * object.map.scale)
        try budget.takeEffect(object.element)
        // Its edge is the mask's, and not the shapes' too.
        let all = Shape(Path(rect: ink), fill: .color(color.withAlpha(1)))
        shown.append(
          .group(
            Group(
              [.shape(all)], mask: nodes.colored(.white) + [.group(silhouette)],
              opacity: layer.opacity * color.alpha)))
        continue
      }
      let group = Group(
        copies, transform: .translation(offset.x, offset.y), blur: layer.blur * object.map.scale,
        opacity: layer.opacity * (layer.color?.alpha ?? 1))
      guard layer.isOutside, !nodes.isOpaque, let ink = Node.group(group).inkBox(.identity) else {
        shown.append(.group(group))
        continue
      }
      let all = Path(rect: ink.expanded(by: 1))
      shown.append(
        .group(
          Group(
            [.group(group)],
            mask: [.shape(Shape(all, fill: .white))] + nodes.colored(.black, isHard: true))))
    }
    guard let frame, !shown.isEmpty else { return shown }
    return frame.contains(shown) ? shown : [.group(Group(shown, clip: frame))]
  }
}
