internal import BlazonScene

// How far paints, outlines and nodes reach.

extension Paint {
  /// Whether all coordinates are numbers of at most `reach`.
  func isNear(_ reach: Double) -> Bool {
    let values =
      switch self {
      case .color: [0.0]
      case .linear(let g): [g.start.x, g.start.y, g.end.x, g.end.y]
      case .radial(let g): [g.center.x, g.center.y, g.focus.x, g.focus.y, g.radius]
      }
    return values.allSatisfy { $0.magnitude <= reach }
  }
}

extension Path {
  /// How long the outline is at most.
  var reach: Double {
    flattened(steps: 16).reduce(0) { sum, polygon in
      zip(polygon, polygon.dropFirst()).reduce(sum) { $0 + ($1.1 - $1.0).length }
    }
  }

  /// The box of the outline itself, its curves followed.
  var tightBox: Rect? {
    Path(joining: flattened(steps: 16).map { Path(polygon: $0) }).controlBox
  }

  /// Whether the path, a box, holds all that is seen of `nodes`.
  func contains(_ nodes: [Node]) -> Bool {
    guard let box = controlBox, let ink = Node.group(Group(nodes)).inkBox(.identity),
      isRectangle(box)
    else { return false }
    return box.expanded(by: 0.01).contains(ink)
  }

  /// Whether it goes from corner to corner of `box`, its own, and round it once.
  private func isRectangle(_ box: Rect) -> Bool {
    let polygons = flattened(steps: 2)
    guard polygons.count == 1, var corners = polygons.first, (4...5).contains(corners.count) else {
      return false
    }
    if corners.count == 5, corners.first == corners.last { corners.removeLast() }
    guard corners.count == 4 else { return false }
    let sides = zip(corners, corners.dropFirst() + corners.prefix(1))
    let isAtCorners = corners.allSatisfy {
      ($0.x == box.minX || $0.x == box.maxX) && ($0.y == box.minY || $0.y == box.maxY)
    }
    return isAtCorners && Set(corners).count == 4
      && sides.allSatisfy { ($0.x == $1.x) != ($0.y == $1.y) }
  }
}

extension [Node] {
  /// The box of the outlines of what they draw, mapped by `map`, strokes and effects left out; `nil` where they draw nothing.
  func outlineBox(_ map: Affine) -> Rect? {
    compactMap { $0.outlineBox(map) }.reduce(nil) { $0?.union($1) ?? $1 }
  }

  /// The same shapes, each in `color`, with what they let through.
  /// Hard ones let nothing through.
  func colored(_ color: Color, isHard: Bool = false) -> [Node] {
    map { $0.recolored { color.withAlpha(isHard && $0.alpha > 0 ? 1 : $0.alpha) } }
  }

  /// Whether nothing shows through them where they are.
  var isOpaque: Bool {
    allSatisfy { node in
      switch node {
      case .shape(let shape):
        shape.opacity == 1 && shape.fill?.isOpaque != false
          && shape.stroke?.paint.isOpaque != false
      case .text: true
      case .image(let picture): picture.raster.isOpaque
      case .group(let group):
        group.opacity == 1 && group.blur == 0 && group.mask.isEmpty && group.children.isOpaque
      case .repeated(let copies): [copies.child].isOpaque
      }
    }
  }

  /// The same shapes, the red, green and blue of their colours by the rows of a matrix.
  func colored(by rows: [Double]) -> [Node] {
    map { node in
      node.recolored { color in
        let values = [color.red, color.green, color.blue, color.alpha, 1]
        func channel(_ row: Int) -> Double {
          let sum = (0..<5).reduce(0) { $0 + rows[row * 5 + $1] * values[$1] }
          return Swift.max(0, Swift.min(1, sum))
        }
        return Color(red: channel(0), green: channel(1), blue: channel(2), alpha: color.alpha)
      }
    }
  }
}

extension Node {
  fileprivate func outlineBox(_ map: Affine) -> Rect? {
    switch self {
    case .shape(let shape): return shape.path.transformed(by: map).tightBox
    case .text, .image: return inkBox(map)
    case .group(let group):
      let inner = map.after(group.transform)
      return group.children.compactMap { $0.outlineBox(inner) }
        .reduce(nil) { $0?.union($1) ?? $1 }
    case .repeated(let copies):
      return copies.transforms.compactMap { copies.child.outlineBox(map.after($0)) }
        .reduce(nil) { $0?.union($1) ?? $1 }
    }
  }

  /// The same with its colours changed, wherever they are.
  fileprivate func recolored(_ change: (Color) -> Color) -> Node {
    switch self {
    case .shape(var shape):
      shape.fill = shape.fill?.recolored(change)
      if let stroke = shape.stroke { shape.stroke?.paint = stroke.paint.recolored(change) }
      return .shape(shape)
    case .text(let run): return .group(Group(run.shapes.map { $0.recolored(change) }))
    case .image(let picture):
      var pixels = picture.raster.pixels
      var known: [UInt32: [UInt8]] = [:]
      for index in stride(from: 0, to: pixels.count, by: 4) {
        let key = (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(pixels[index + $1]) }
        let changed =
          known[key]
          ?? {
            func share(_ channel: Int) -> Double { Double(pixels[index + channel]) / 255 }
            let color = change(
              Color(red: share(0), green: share(1), blue: share(2), alpha: share(3)))
            return [color.red, color.green, color.blue].map { UInt8(($0 * 255).rounded()) }
          }()
        known[key] = changed
        for channel in 0..<3 { pixels[index + channel] = changed[channel] }
      }
      let raster = Raster(
        width: picture.raster.width, height: picture.raster.height, pixels: pixels)
      return .image(Picture(raster, in: picture.box))
    case .group(var group):
      group.children = group.children.map { $0.recolored(change) }
      return .group(group)
    case .repeated(var copies):
      copies.child = copies.child.recolored(change)
      return .repeated(copies)
    }
  }
}

extension Paint {
  fileprivate var isOpaque: Bool {
    switch self {
    case .color(let color): color.alpha == 1
    case .linear(let gradient): gradient.stops.allSatisfy { $0.color.alpha == 1 }
    case .radial(let gradient): gradient.stops.allSatisfy { $0.color.alpha == 1 }
    }
  }

  fileprivate func recolored(_ change: (Color) -> Color) -> Paint {
    func stops(_ stops: [GradientStop]) -> [GradientStop] {
      stops.map { GradientStop($0.offset, change($0.color)) }
    }
    switch self {
    case .color(let own): return .color(change(own))
    case .linear(let g):
      return .linear(LinearGradient(start: g.start, end: g.end, stops: stops(g.stops)))
    case .radial(let g):
      return .radial(
        RadialGradient(center: g.center, radius: g.radius, focus: g.focus, stops: stops(g.stops)))
    }
  }
}

extension Artwork {
  /// How many pixels are kept for it.
  public var pixelCount: Int { nodes.pixelCount }
  /// How many pieces of outlines are drawn for it.
  public var segmentCount: Int { nodes.segmentCount }
}

extension [Node] {
  /// The pieces of outlines in them, as often as they are drawn.
  var segmentCount: Int { reduce(0) { $0 + $1.segmentCount } }
  fileprivate var pixelCount: Int { reduce(0) { $0 + $1.pixelCount } }
}

extension Node {
  fileprivate var segmentCount: Int {
    switch self {
    case .shape(let shape): shape.path.segments.count
    case .text(let run): run.outline.segments.count
    case .image: 4
    case .group(let group):
      group.children.segmentCount + group.mask.segmentCount + (group.clip?.segments.count ?? 0)
    case .repeated(let copies): [copies.child].segmentCount * copies.transforms.count
    }
  }

  fileprivate var pixelCount: Int {
    switch self {
    case .shape, .text: 0
    case .image(let picture): picture.raster.width * picture.raster.height
    case .group(let group): group.children.pixelCount + group.mask.pixelCount
    case .repeated(let copies): [copies.child].pixelCount
    }
  }
}
