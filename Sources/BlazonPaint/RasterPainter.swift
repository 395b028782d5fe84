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
    do throws(CairoError) {
      let surface = try surface(scene)
      return Raster(width: surface.width, height: surface.height, pixels: straight(surface))
    } catch {
      throw PaintError(description: error.description)
    }
  }

  /// The picture as Cairo keeps it.
  func surface(_ scene: Scene) throws(CairoError) -> ImageSurface {
    let width = Int((scene.size.width * scale).rounded())
    let height = Int((scene.size.height * scale).rounded())
    let surface = try ImageSurface(width: width, height: height)
    let canvas = Canvas(width: width, height: height)
    try surface.draw { (context: borrowing Context) throws(CairoError) in
      try canvas.draw(scene.nodes, on: context, .scale(scale))
      try context.check()
    }
    return surface
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
      case .shape(let shape): context.draw(shape, map)
      case .group(let group): try draw(group, on: context, map)
      case .text(let run):
        context.fill(run.outline, run.paint, map)
        try draw(run.art, on: context, map)
      case .image(let picture): try context.draw(picture, map)
      case .repeated(let copies):
        for copy in copies.transforms { try draw([copies.child], on: context, map.after(copy)) }
      }
    }
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
    context.clip(to: group.clip, map)
    try draw(group.children, on: context, map)
    if group.opacity < 1 { context.popGroup(alpha: group.opacity) }
    context.restore()
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
      inner.clip(to: group.clip, local)
      try draw(group.children, on: inner, local)
      inner.restore()
      try inner.check()
    }
    let mask = try inner.shadowMask(blur)
    context.save()
    if group.opacity < 1 { context.pushGroup() }
    context.setSource(Source(.color(shadow.color), opacity: 1))
    context.mask(
      mask, x: Double(left - blur.reach) + offset.x, y: Double(top - blur.reach) + offset.y)
    context.paint(inner, x: Double(left), y: Double(top), alpha: 1)
    if group.opacity < 1 { context.popGroup(alpha: group.opacity) }
    context.restore()
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
