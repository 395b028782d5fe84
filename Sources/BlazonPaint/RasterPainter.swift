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
  /// What parts of pages are kept in; `nil` paints every node on the picture itself, as suits a badge.
  private let cache: PaintCache?

  public init(scale: Double) { (self.scale, cache) = (scale, nil) }

  /// The painter of pages: the ground below the words, and each badge or drawing on it, is painted
  /// as a part of its own, which `cache` may have from another page.
  public init(scale: Double, parts cache: PaintCache) { (self.scale, self.cache) = (scale, cache) }

  /// The painter that makes a scene `width` pixels wide.
  public init(width: Int, of scene: Scene) {
    (scale, cache) = (Double(width) / scene.size.width, nil)
  }

  public func paint(_ scene: Scene) throws(PaintError) -> Raster {
    do throws(CairoError) {
      let surface = try surface(scene)
      return Raster(width: surface.width, height: surface.height, pixels: surface.straightPixels())
    } catch {
      throw PaintError(description: error.description)
    }
  }

  /// A page as a JPEG file of the first of `qualities`, 1…100, with which it has at most `limit` bytes, or of the last;
  /// what lets light through is laid over white.
  public func jpeg(
    _ page: Scene, qualities: [Int], limit: Int
  ) throws(PaintError) -> (bytes: [UInt8], width: Int, height: Int) {
    let surface: ImageSurface
    do throws(CairoError) { surface = try self.surface(page) } catch {
      throw PaintError(description: error.description)
    }
    let (width, height) = (surface.width, surface.height)
    let raster =
      surface.isOpaque
      ? nil : Raster(width: width, height: height, pixels: surface.straightPixels())
    let packet = XMPPacket(scene: page, format: "image/jpeg")
    var bytes: [UInt8] = []
    for quality in qualities {
      let encoder = JPEGEncoder(quality: quality)
      if let raster {
        bytes = try encoder.encode(raster)
      } else {
        bytes = try encoder.encode(surface)
      }
      bytes = JPEGEncoder.adding(packet, to: bytes)
      if bytes.count <= limit { break }
    }
    return (bytes, width, height)
  }

  /// A page as a PNG file of at most 256 colours, which are those that suit its design. The painter is one of
  /// pages, and the page lets nothing through; one that does is written without loss.
  /// The file says that the page is `inches` wide, where that is given.
  public func png(
    _ page: Scene, inches: Double? = nil, isOptimizing: Bool = false
  ) throws(PaintError) -> (bytes: [UInt8], width: Int, height: Int) {
    do throws(CairoError) {
      let surface = try surface(page)
      let (width, height) = (surface.width, surface.height)
      let density = inches.map { Double(width) / $0 }
      guard let cache, surface.isOpaque else {
        let raster = Raster(width: width, height: height, pixels: surface.straightPixels())
        return (
          PNGEncoder(of: page, pixelsPerInch: density, isOptimizing: isOptimizing).encode(raster),
          width, height
        )
      }
      let parts = PageParts(
        canvas: Canvas(width: width, height: height), scale: scale, cache: cache)
      let palette = try parts.palette(page)
      let rows = palette.rows(
        of: surface, mixingIn: parts.boxes(page), over: try parts.indexedGround(page, palette))
      let bytes = PNGEncoder(
        level: 6, of: page, pixelsPerInch: density, isOptimizing: isOptimizing
      ).encode(
        rows, width: width, height: height, in: palette)
      return (bytes, width, height)
    } catch {
      throw PaintError(description: error.description)
    }
  }

  /// The picture as Cairo keeps it.
  func surface(_ scene: Scene) throws(CairoError) -> ImageSurface {
    let width = max(1, Int((scene.size.width * scale).rounded()))
    let height = max(1, Int((scene.size.height * scale).rounded()))
    let canvas = Canvas(width: width, height: height)
    guard let cache else {
      let surface = try ImageSurface(width: width, height: height)
      try surface.draw { (context: borrowing Context) throws(CairoError) in
        try canvas.draw(scene.nodes, on: context, .scale(scale))
        try context.check()
      }
      return surface
    }
    let page = PageParts(canvas: canvas, scale: scale, cache: cache)
    let ground = scene.nodes.prefix { $0.isGround }
    let surface = try ImageSurface(try page.ground(Array(ground)))
    try surface.draw { (context: borrowing Context) throws(CairoError) in
      for node in scene.nodes.dropFirst(ground.count) {
        if node.isPart {
          if let part = try page.part(node) {
            context.paint(try ImageSurface(part), x: Double(part.x), y: Double(part.y), alpha: 1)
          }
        } else {
          try canvas.draw([node], on: context, .scale(scale))
        }
      }
      try context.check()
    }
    return surface
  }
}

/// One painting. `map` is always the map from the node's coordinates to the context's pixels.
struct Canvas {
  let width: Int, height: Int
  /// Whether what is drawn is cut at an outline.
  var isCut = false

  func draw(
    _ nodes: [Node], on context: borrowing Context, _ map: Affine
  ) throws(CairoError) {
    for node in nodes {
      switch node {
      case .shape(let shape):
        if isCut, shape.isEvenOdd, shape.path.transformed(by: map).isTangled {
          try drawApart(node, on: context, map)
        } else {
          context.draw(shape, map)
        }
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
    // What is flattened is not seen, and Cairo stops at a matrix that flattens.
    guard map.scale > 1e-9 else { return }
    if let shadow = group.shadow {
      try draw(group, with: shadow, on: context, map)
      return
    }
    context.save()
    if group.opacity < 1 { context.pushGroup() }
    try draw(contentsOf: group, on: context, map)
    if group.opacity < 1 { context.popGroup(alpha: group.opacity) }
    context.restore()
  }

  /// What is in the group, blurred, clipped and masked, in coordinates that `map` maps already.
  private func draw(
    contentsOf group: Group, on context: borrowing Context, _ map: Affine
  ) throws(CairoError) {
    guard let clip = group.clip else {
      try draw(maskedContentsOf: group, on: context, map)
      return
    }
    var inside = self
    inside.isCut = true
    guard clip.transformed(by: map).isHardToCutAt(isEvenOdd: group.isClipEvenOdd) else {
      context.clip(to: group, map)
      try inside.draw(maskedContentsOf: group, on: context, map)
      return
    }
    let outline = Node.shape(Shape(clip, fill: .black, isEvenOdd: group.isClipEvenOdd))
    guard let part = CanvasPart(of: outline, on: self, map) else { return }
    context.pushGroup()
    try inside.draw(maskedContentsOf: group, on: context, map)
    context.popGroupToSource()
    context.mask(try part.surface([outline], map), x: Double(part.left), y: Double(part.top))
  }

  /// Draws `node` on a surface of its own, and that where it belongs.
  private func drawApart(
    _ node: Node, on context: borrowing Context, _ map: Affine
  ) throws(CairoError) {
    guard let part = CanvasPart(of: node, on: self, map) else { return }
    context.paint(
      try part.surface([node], map), x: Double(part.left), y: Double(part.top), alpha: 1)
  }

  private func draw(
    maskedContentsOf group: Group, on context: borrowing Context, _ map: Affine
  ) throws(CairoError) {
    guard !group.mask.isEmpty else {
      try drawBlurred(group, on: context, map)
      return
    }
    guard let ink = Node.group(Group(group.mask)).inkBox(map),
      let part = CanvasPart(ink, on: self)
    else { return }
    context.pushGroup()
    try drawBlurred(group, on: context, map)
    context.popGroupToSource()
    let mask = try part.surface(group.mask, map)
    context.mask(try mask.luminanceMask(), x: Double(part.left), y: Double(part.top))
  }

  private func drawBlurred(
    _ group: Group, on context: borrowing Context, _ map: Affine
  ) throws(CairoError) {
    let blur = GaussianBlur(deviation: group.blur * map.scale)
    guard blur.deviation > 0.05 else {
      try draw(group.children, on: context, map)
      return
    }
    guard let ink = Node.group(Group(group.children)).inkBox(map),
      let part = CanvasPart(ink, on: self, reach: blur.reach)
    else { return }
    let blurred = try part.surface(group.children, map).blurred(blur)
    context.paint(
      blurred, x: Double(part.left - blur.reach), y: Double(part.top - blur.reach), alpha: 1)
  }

  /// The group is drawn on a surface of its own, just large enough, whose alpha becomes the shadow.
  private func draw(
    _ group: Group, with shadow: Shadow, on context: borrowing Context, _ map: Affine
  ) throws(CairoError) {
    let blur = GaussianBlur(deviation: shadow.blur * map.scale)
    let whole = Node.group(group.unshadowed)
    guard let ink = whole.inkBox(map),
      let part = CanvasPart(ink, on: self, reach: blur.reach, thrownBy: shadow.offset(map))
    else { return }
    let inner = try part.surface([whole], map)
    let mask = try inner.shadowMask(blur)
    let offset = shadow.offset(map)
    context.save()
    if group.opacity < 1 { context.pushGroup() }
    context.setSource(Source(.color(shadow.color), opacity: 1))
    context.mask(
      mask, x: Double(part.left - blur.reach) + offset.x,
      y: Double(part.top - blur.reach) + offset.y
    )
    context.paint(inner, x: Double(part.left), y: Double(part.top), alpha: 1)
    if group.opacity < 1 { context.popGroup(alpha: group.opacity) }
    context.restore()
  }
}

/// A part of a canvas that is painted by itself: just large enough for what shows on it.
private struct CanvasPart {
  let left: Int, top: Int, width: Int, height: Int

  /// The part for ink in the box `ink`, of which as much shows as `reach` and an offset bring onto `canvas`; `nil` where
  /// none does.
  init?(_ ink: Rect, on canvas: Canvas, reach: Int = 0, thrownBy offset: Point = Point(0, 0)) {
    // What lies outside the image may still throw its shadow inside.
    let (aside, down) = (Int(offset.x.rounded(.up)), Int(offset.y.rounded(.up)))
    left = max(Int(ink.minX.rounded(.down)) - 2, -reach - max(0, aside))
    top = max(Int(ink.minY.rounded(.down)) - 2, -reach - max(0, down))
    let right = min(Int(ink.maxX.rounded(.up)) + 2, canvas.width + reach - min(0, aside - 1))
    let bottom = min(Int(ink.maxY.rounded(.up)) + 2, canvas.height + reach - min(0, down - 1))
    guard right > left, bottom > top else { return nil }
    (width, height) = (right - left, bottom - top)
  }

  /// The part for `node`, whose coordinates `map` maps to `canvas`; `nil` where nothing of it shows.
  init?(of node: Node, on canvas: Canvas, _ map: Affine) {
    guard let ink = node.inkBox(map) else { return nil }
    self.init(ink, on: canvas)
  }

  /// `nodes`, whose coordinates `map` maps to the canvas, on a surface of this part.
  func surface(_ nodes: [Node], _ map: Affine) throws(CairoError) -> ImageSurface {
    let surface = try ImageSurface(width: width, height: height)
    let local = Affine.translation(-Double(left), -Double(top)).after(map)
    try surface.draw { (context: borrowing Context) throws(CairoError) in
      try Canvas(width: width, height: height).draw(nodes, on: context, local)
      try context.check()
    }
    return surface
  }
}

extension Group {
  /// What throws the group's shadow, in its own coordinates.
  var unshadowed: Group {
    var group = self
    (group.transform, group.shadow, group.opacity) = (.identity, nil, 1)
    return group
  }
}
