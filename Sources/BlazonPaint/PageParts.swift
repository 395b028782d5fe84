internal import BlazonScene
internal import Cairo

extension Node {
  /// Whether it belongs to the ground of a page where it comes before all words and groups.
  var isGround: Bool {
    switch self {
    case .shape, .image, .repeated: true
    case .group, .text: false
    }
  }
}

/// The parts of one page.
struct PageParts {
  let canvas: Canvas
  let scale: Double
  let cache: PaintCache

  private func key(_ nodes: [Node]) -> PaintCache.Key {
    PaintCache.Key(nodes: nodes, scale: scale, width: canvas.width, height: canvas.height)
  }

  /// `nodes` on the whole page.
  func ground(_ nodes: [Node]) throws(CairoError) -> PaintCache.Part {
    try cache.part(key(nodes)) { () throws(CairoError) in
      try paint(nodes, x: 0, y: 0, width: canvas.width, height: canvas.height)
    }
  }

  /// `node` alone, on as much of the page as it needs; `nil` if it paints nothing there.
  func part(_ node: Node) throws(CairoError) -> PaintCache.Part? {
    guard let ink = node.inkBox(.scale(scale)) else { return nil }
    let (left, top) = (
      max(0, Int(ink.minX.rounded(.down)) - 1), max(0, Int(ink.minY.rounded(.down)) - 1)
    )
    let right = min(canvas.width, Int(ink.maxX.rounded(.up)) + 1)
    let bottom = min(canvas.height, Int(ink.maxY.rounded(.up)) + 1)
    guard right > left, bottom > top else { return nil }
    return try cache.part(key([node])) { () throws(CairoError) in
      try paint([node], x: left, y: top, width: right - left, height: bottom - top)
    }
  }

  private func paint(
    _ nodes: [Node], x: Int, y: Int, width: Int, height: Int
  ) throws(CairoError) -> PaintCache.Part {
    let surface = try ImageSurface(width: width, height: height)
    let canvas = Canvas(width: width, height: height)
    try surface.draw { (context: borrowing Context) throws(CairoError) in
      try canvas.draw(
        nodes, on: context, Affine.translation(-Double(x), -Double(y)).after(.scale(scale)))
      try context.check()
    }
    return PaintCache.Part(
      x: x, y: y, width: width, height: height,
      pixels: surface.copiedPixels())
  }
}

extension ImageSurface {
  /// A copy of `part`, which can be painted on.
  init(_ part: PaintCache.Part) throws(CairoError) {
    try self.init(width: part.width, height: part.height, copying: part.pixels)
  }
}
