internal import BlazonScene

/// What painting some nodes costs: how often their canvas is filled, and how deep layers lie in each other.
struct SVGWork {
  /// Canvases that are filled, one colour at a time; more take seconds.
  static let limit = 500.0
  /// Edges that outlines and pens have, in heights of the canvas: what fills them follows each down its way.
  static let edgeLimit = 4000.0
  /// Layers in each other: each is a canvas of its own, kept until it is laid on the next.
  static let depthLimit = 12

  private(set) var fills = 0.0
  private(set) var edges = 0.0
  private(set) var depth = 0
  private let canvas: Rect

  init(_ nodes: [Node], on canvas: Size) {
    self.canvas = Rect(x: 0, y: 0, width: canvas.width, height: canvas.height)
    add(nodes, .identity, within: 0)
  }

  private mutating func add(_ nodes: [Node], _ map: Affine, within layers: Int) {
    depth = max(depth, layers)
    for node in nodes { add(node, map, within: layers) }
  }

  private mutating func add(_ node: Node, _ map: Affine, within layers: Int) {
    switch node {
    case .shape(let shape):
      let paints = [shape.fill, shape.stroke?.paint].compactMap(\.self)
      fills += share(node, map) * paints.reduce(0) { $0 + $1.cost }
      add(shape, map)
    case .text: fills += 2 * share(node, map)
    case .image(let picture):
      // All its pixels are looked at, however small it is drawn.
      let pixels = Double(picture.raster.width * picture.raster.height)
      fills += 2 * share(node, map) + 8 * pixels / (Artwork.side * Artwork.side)
    case .group(let group):
      let inner = map.after(group.transform)
      if let clip = group.clip { add(Shape(clip, fill: .black), inner) }
      let isLayer =
        group.opacity < 1 || group.blur > 0 || !group.mask.isEmpty || group.shadow != nil
      if isLayer {
        fills += share(node, map) * (2 + (group.mask.isEmpty ? 0 : 4))
        if group.blur > 0, let ink = node.inkBox(map) {
          // As far as it reaches, seen or not.
          let reach = ink.expanded(by: 3 * group.blur * inner.scale)
          fills += 20 * reach.width * reach.height / (canvas.width * canvas.height)
        }
      }
      let depth = layers + (isLayer ? 1 : 0)
      add(group.children, inner, within: depth)
      add(group.mask, inner, within: depth)
    case .repeated(let copies):
      for copy in copies.transforms { add([copies.child], map.after(copy), within: layers) }
    }
  }

  private mutating func add(_ shape: Shape, _ map: Affine) {
    var (height, length, points) = (0.0, 0.0, 0.0)
    for polygon in shape.path.transformed(by: map).flattened(steps: 2) {
      points += Double(polygon.count)
      for (one, other) in zip(polygon, polygon.dropFirst()) {
        height += min(abs(other.y - one.y), canvas.height)
        length += (other - one).length
      }
    }
    if shape.fill != nil { edges += height / canvas.height }
    guard let stroke = shape.stroke else { return }
    // A pen has two sides, and edges round each corner and each dash.
    let period = stroke.dashes.reduce(0, +) * map.scale
    let dashes = period > 0 ? 2 * length / period : 0
    let round = stroke.join == .round || stroke.cap == .round ? 6.0 : 3
    let corners = (points + dashes) * min(stroke.width * map.scale, canvas.height) * round
    edges += (2 * height + corners) / canvas.height
  }

  /// How much of the canvas the box of a node covers.
  private func share(_ node: Node, _ map: Affine) -> Double {
    guard let box = node.inkBox(map)?.intersection(canvas) else { return 0 }
    return box.width * box.height / (canvas.width * canvas.height)
  }
}

extension Paint {
  /// How much longer it takes than one colour.
  fileprivate var cost: Double {
    switch self {
    case .color: 1
    case .linear: 2
    case .radial: 4
    }
  }
}
