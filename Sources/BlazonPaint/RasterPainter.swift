public import BlazonScene
internal import Cairo

/// The world failed while pixels were made, e.g. for want of memory.
public struct PaintError: Error, Hashable, Sendable, CustomStringConvertible {
  public let description: String
}

/// Paints a scene as pixels, rasterised at the target size.
public struct RasterPainter: Sendable {
  /// Pixels for each scene unit.
  public let scale: Double

  public init(scale: Double) { self.scale = scale }

  /// The painter that makes a scene `width` pixels wide.
  public init(width: Int, of scene: Scene) { scale = Double(width) / scene.size.width }

  public func paint(_ scene: Scene) throws(PaintError) -> Raster {
    let width = Int((scene.size.width * scale).rounded())
    let height = Int((scene.size.height * scale).rounded())
    do throws(CairoError) {
      let surface = try ImageSurface(width: width, height: height)
      let canvas = Canvas(width: width, height: height)
      try surface.draw { (context: borrowing Context) throws(CairoError) in
        try canvas.draw(scene.nodes, on: context, .scale(scale))
        try context.check()
      }
      return Raster(width: width, height: height, pixels: straight(surface))
    } catch {
      throw PaintError(description: error.description)
    }
  }
}

/// One painting. `map` is always the map from the node's coordinates to the context's pixels.
private struct Canvas {
  let width: Int, height: Int

  func draw(
    _ nodes: [Node], on context: borrowing Context, _ map: Affine
  ) throws(CairoError) {
    for node in nodes {
      switch node {
      case .shape(let shape): draw(shape, on: context, map)
      case .group(let group): try draw(group, on: context, map)
      case .text(let run): fill(run.outline, run.paint, isEvenOdd: false, 1, on: context, map)
      }
    }
  }

  private func draw(_ shape: Shape, on context: borrowing Context, _ map: Affine) {
    // Fill and stroke together fade as one.
    let isLayered = shape.opacity < 1 && shape.fill != nil && shape.stroke != nil
    if isLayered { context.pushGroup() }
    let opacity = isLayered ? 1 : shape.opacity
    if let fill = shape.fill {
      self.fill(shape.path, fill, isEvenOdd: shape.isEvenOdd, opacity, on: context, map)
    }
    if let stroke = shape.stroke {
      context.save()
      context.transform(map)
      context.add(shape.path)
      context.setSource(Source(stroke.paint, opacity: opacity))
      // SVG's default miter limit is 4, Cairo's is 10.
      context.setStroke(
        width: stroke.width, cap: stroke.cap.cairo, join: stroke.join.cairo, miterLimit: 4,
        dashes: stroke.dashes)
      context.stroke()
      context.restore()
    }
    if isLayered { context.popGroup(alpha: shape.opacity) }
  }

  private func fill(
    _ path: Path, _ paint: Paint, isEvenOdd: Bool, _ opacity: Double, on context: borrowing Context,
    _ map: Affine
  ) {
    context.save()
    context.transform(map)
    context.add(path)
    context.setFillRule(isEvenOdd ? .evenOdd : .nonZero)
    context.setSource(Source(paint, opacity: opacity))
    context.fill()
    context.restore()
  }

  private func draw(
    _ group: Group, on context: borrowing Context, _ map: Affine
  ) throws(CairoError) {
    let map = map.after(group.transform)
    if let shadow = group.shadow {
      try draw(group, with: shadow, on: context, map)
      return
    }
    context.save()
    if group.opacity < 1 { context.pushGroup() }
    clip(to: group.clip, on: context, map)
    try draw(group.children, on: context, map)
    if group.opacity < 1 { context.popGroup(alpha: group.opacity) }
    context.restore()
  }

  private func clip(to path: Path?, on context: borrowing Context, _ map: Affine) {
    guard let path else { return }
    context.add(path.transformed(by: map))
    context.setFillRule(.nonZero)
    context.clip()
  }

  /// The group is drawn on a surface of its own, just large enough, whose alpha becomes the shadow.
  private func draw(
    _ group: Group, with shadow: Shadow, on context: borrowing Context, _ map: Affine
  ) throws(CairoError) {
    let blur = GaussianBlur(deviation: shadow.blur * map.scale)
    guard let ink = Node.group(Group(group.children, clip: group.clip)).inkBox(map) else { return }
    let offset = shadow.offset(map)
    // What lies outside the image may still throw its shadow inside.
    let (aside, down) = (Int(offset.x.rounded(.up)), Int(offset.y.rounded(.up)))
    let left = max(Int(ink.minX.rounded(.down)) - 2, -blur.reach - max(0, aside))
    let top = max(Int(ink.minY.rounded(.down)) - 2, -blur.reach - max(0, down))
    let right = min(Int(ink.maxX.rounded(.up)) + 2, width + blur.reach - min(0, aside - 1))
    let bottom = min(Int(ink.maxY.rounded(.up)) + 2, height + blur.reach - min(0, down - 1))
    guard right > left, bottom > top else { return }
    let inner = try ImageSurface(width: right - left, height: bottom - top)
    let local = Affine.translation(-Double(left), -Double(top)).after(map)
    try inner.draw { (inner: borrowing Context) throws(CairoError) in
      inner.save()
      clip(to: group.clip, on: inner, local)
      try draw(group.children, on: inner, local)
      inner.restore()
      try inner.check()
    }
    let mask = try shadowMask(of: inner, blur)
    context.save()
    if group.opacity < 1 { context.pushGroup() }
    context.setSource(Source(.color(shadow.color), opacity: 1))
    context.mask(
      mask, x: Double(left - blur.reach) + offset.x, y: Double(top - blur.reach) + offset.y)
    context.paint(inner, x: Double(left), y: Double(top), alpha: 1)
    if group.opacity < 1 { context.popGroup(alpha: group.opacity) }
    context.restore()
  }

  /// The alpha of `surface`, blurred, with the blur's reach as a margin.
  private func shadowMask(
    of surface: borrowing ImageSurface, _ blur: GaussianBlur
  ) throws(CairoError) -> ImageSurface {
    let margin = blur.reach
    let (width, height) = (surface.width + 2 * margin, surface.height + 2 * margin)
    var alpha = [UInt8](repeating: 0, count: width * height)
    let stride = surface.stride
    let inner = (width: surface.width, height: surface.height)
    surface.withPixels { pixels in
      for y in 0..<inner.height {
        for x in 0..<inner.width {
          alpha[(y + margin) * width + x + margin] = pixels[y * stride + x * 4 + 3]
        }
      }
    }
    let blurred = blur.blurred(alpha, width: width, height: height)
    var mask = try ImageSurface(.a8, width: width, height: height)
    let maskStride = mask.stride
    mask.withMutablePixels { pixels in
      for y in 0..<height {
        for x in 0..<width { pixels[y * maskStride + x] = blurred[y * width + x] }
      }
    }
    return mask
  }
}

/// Premultiplied BGRA to straight RGBA.
private func straight(_ surface: borrowing ImageSurface) -> [UInt8] {
  let (width, height, stride) = (surface.width, surface.height, surface.stride)
  return surface.withPixels { pixels in
    var out = [UInt8](repeating: 0, count: width * height * 4)
    var o = 0
    for y in 0..<height {
      var i = y * stride
      for _ in 0..<width {
        let alpha = UInt32(pixels[i + 3])
        if alpha == 255 {
          (out[o], out[o + 1], out[o + 2], out[o + 3]) = (
            pixels[i + 2], pixels[i + 1], pixels[i], 255
          )
        } else if alpha > 0 {
          func channel(_ value: UInt8) -> UInt8 {
            UInt8(min(255, (UInt32(value) * 255 + alpha / 2) / alpha))
          }
          out[o] = channel(pixels[i + 2])
          out[o + 1] = channel(pixels[i + 1])
          out[o + 2] = channel(pixels[i])
          out[o + 3] = UInt8(alpha)
        }
        i += 4
        o += 4
      }
    }
    return out
  }
}

extension Context {
  fileprivate borrowing func transform(_ m: Affine) {
    transform(a: m.a, b: m.b, c: m.c, d: m.d, tx: m.tx, ty: m.ty)
  }

  /// Begins the path anew with `path`.
  fileprivate borrowing func add(_ path: Path) {
    newPath()
    var current = Point(0, 0)
    var start = Point(0, 0)
    for segment in path.segments {
      switch segment {
      case .move(let p):
        move(x: p.x, y: p.y)
        (current, start) = (p, p)
      case .line(let p):
        line(x: p.x, y: p.y)
        current = p
      case .quad(let c, let p):
        let (c1, c2) = (current.mixed(with: c, 2.0 / 3), p.mixed(with: c, 2.0 / 3))
        cubic(x1: c1.x, y1: c1.y, x2: c2.x, y2: c2.y, x: p.x, y: p.y)
        current = p
      case .cubic(let c1, let c2, let p):
        cubic(x1: c1.x, y1: c1.y, x2: c2.x, y2: c2.y, x: p.x, y: p.y)
        current = p
      case .close:
        closePath()
        current = start
      }
    }
  }
}

extension Source {
  fileprivate init(_ paint: Paint, opacity: Double) {
    func rgba(_ color: Color) -> RGBA {
      RGBA(red: color.red, green: color.green, blue: color.blue, alpha: color.alpha * opacity)
    }
    func stops(_ stops: [GradientStop]) -> [(offset: Double, color: RGBA)] {
      stops.map { ($0.offset, rgba($0.color)) }
    }
    switch paint {
    case .color(let color): self = .color(rgba(color))
    case .linear(let g):
      self = .linear(
        x0: g.start.x, y0: g.start.y, x1: g.end.x, y1: g.end.y, stops: stops(g.stops))
    case .radial(let g):
      self = .radial(
        focusX: g.focus.x, focusY: g.focus.y, x: g.center.x, y: g.center.y, r: g.radius,
        stops: stops(g.stops))
    }
  }
}

extension Stroke.Cap {
  fileprivate var cairo: LineCap {
    switch self {
    case .butt: .butt
    case .round: .round
    case .square: .square
    }
  }
}

extension Stroke.Join {
  fileprivate var cairo: LineJoin {
    switch self {
    case .miter: .miter
    case .round: .round
    case .bevel: .bevel
    }
  }
}

extension Shadow {
  /// How far the shadow lies from its group, mapped by `map`.
  fileprivate func offset(_ map: Affine) -> Point { map(Point(dx, dy)) - map(Point(0, 0)) }
}

extension Node {
  /// A box around all that the node can paint, mapped by `map`; `nil` if it paints nothing.
  func inkBox(_ map: Affine) -> Rect? {
    switch self {
    case .shape(let shape):
      guard let box = shape.path.transformed(by: map).controlBox else { return nil }
      // A miter reaches at most 4 half widths out.
      let reach = shape.stroke.map { $0.width * map.scale * ($0.join == .miter ? 2 : 0.75) } ?? 0
      return box.expanded(by: reach)
    case .text(let run): return run.outline.transformed(by: map).controlBox
    case .group(let group):
      let map = map.after(group.transform)
      let boxes = group.children.compactMap { $0.inkBox(map) }
      guard var box = boxes.first else { return nil }
      for other in boxes.dropFirst() { box = box.union(other) }
      if let clip = group.clip?.transformed(by: map).controlBox {
        let (left, top) = (max(box.minX, clip.minX), max(box.minY, clip.minY))
        let (right, bottom) = (min(box.maxX, clip.maxX), min(box.maxY, clip.maxY))
        guard right > left, bottom > top else { return nil }
        box = Rect(x: left, y: top, width: right - left, height: bottom - top)
      }
      if let shadow = group.shadow {
        let reach = shadow.blur * 3 * map.scale
        let offset = shadow.offset(map)
        box = box.union(
          Rect(x: box.x + offset.x, y: box.y + offset.y, width: box.width, height: box.height)
            .expanded(by: reach))
      }
      return box
    }
  }
}
