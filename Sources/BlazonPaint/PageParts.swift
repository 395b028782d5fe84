internal import BlazonScene
internal import Cairo

extension Node {
  /// The colours of what is drawn over a page's shared parts.
  fileprivate var inks: [Color] {
    func colors(_ paint: Paint?) -> [Color] {
      switch paint {
      case .color(let color): [color]
      case .linear(let gradient): gradient.stops.map(\.color)
      case .radial(let gradient): gradient.stops.map(\.color)
      case nil: []
      }
    }
    return switch self {
    case .text(let run): colors(run.paint)
    case .shape(let shape): colors(shape.fill) + colors(shape.stroke?.paint)
    case .group(let group): group.children.flatMap(\.inks)
    case .image, .repeated: []
    }
  }

  /// A group where it would stand if it were not moved.
  fileprivate var atOrigin: Node {
    guard case .group(var group) = self else { return self }
    (group.transform.tx, group.transform.ty) = (0, 0)
    return .group(group)
  }

  /// Whether it is a badge or a drawing, which other pages may have too: a group without words that leads
  /// nowhere.
  var isPart: Bool {
    func hasWords(_ node: Node) -> Bool {
      switch node {
      case .text: true
      case .group(let group): group.children.contains(where: hasWords)
      case .repeated(let copies): hasWords(copies.child)
      case .shape, .image: false
      }
    }
    guard case .group(let group) = self else { return false }
    if case .link = group.role { return false }
    return !hasWords(self)
  }

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
    guard let box = box(node) else { return nil }
    return try cache.part(key([node])) { () throws(CairoError) in
      try paint(
        [node], x: box.x.lowerBound, y: box.y.lowerBound, width: box.x.count, height: box.y.count)
    }
  }

  /// The pixels of the page that `node` can paint.
  private func box(_ node: Node) -> PagePalette.Box? {
    guard let ink = node.inkBox(.scale(scale)) else { return nil }
    let left = max(0, Int(ink.minX.rounded(.down)) - 1)
    let top = max(0, Int(ink.minY.rounded(.down)) - 1)
    let right = min(canvas.width, Int(ink.maxX.rounded(.up)) + 1)
    let bottom = min(canvas.height, Int(ink.maxY.rounded(.up)) + 1)
    guard right > left, bottom > top else { return nil }
    return PagePalette.Box(x: left..<right, y: top..<bottom)
  }

  /// Where the parts of a page are.
  func boxes(_ scene: Scene) -> [PagePalette.Box] { scene.nodes.filter(\.isPart).compactMap(box) }

  /// What pages like `scene` share, wherever their parts stand, and what tells the inks of all else.
  private func shared(_ scene: Scene) -> (
    ground: [Node], parts: [Node], inks: [Color], key: PaintCache.Key
  ) {
    let ground = Array(scene.nodes.prefix { $0.isGround })
    let others = scene.nodes.dropFirst(ground.count)
    let parts = others.filter(\.isPart).map(\.atOrigin)
    let inks = Set(others.filter { !$0.isPart }.flatMap(\.inks)).sorted { $0.hexText < $1.hexText }
    let marks = inks.map { Node.shape(Shape(Path(), fill: .color($0))) }
    var key = key(ground + parts + marks)
    key.purpose = .palette(ground: ground.count, parts: parts.count)
    return (ground, parts, inks, key)
  }

  /// The pixels of the ground of `scene`, and their indices in `palette`, which is that of its pages.
  func indexedGround(
    _ scene: Scene, _ palette: PagePalette
  ) throws(CairoError) -> (pixels: [UInt8], rows: [UInt8]) {
    let (ground, parts, _, key) = shared(scene)
    let pixels = try self.ground(ground)
    var indexKey = key
    indexKey.purpose = .indices(ground: ground.count, parts: parts.count)
    let indices = try cache.part(indexKey) { () throws(CairoError) in
      PaintCache.Part(
        x: 0, y: 0, width: canvas.width, height: canvas.height,
        pixels: palette.rows(of: try ImageSurface(pixels)))
    }
    return (pixels.pixels, indices.pixels)
  }

  /// The palette of pages like `scene`: of its ground and its parts, wherever these stand on it, and of the
  /// inks of all else.
  func palette(_ scene: Scene) throws(CairoError) -> PagePalette {
    let (ground, parts, inks, key) = shared(scene)
    return try cache.palette(key) { () throws(CairoError) in
      let page = try ImageSurface(try self.ground(ground))
      let base = Raster(width: page.width, height: page.height, pixels: page.straightPixels())
      let paper = base.commonest
      var rasters: [Raster] = []
      for part in parts {
        guard let ink = part.inkBox(.scale(scale)) else { continue }
        let (x, y) = (Int(ink.minX.rounded(.down)), Int(ink.minY.rounded(.down)))
        let width = min(canvas.width, Int(ink.maxX.rounded(.up)) - x)
        let height = min(canvas.height, Int(ink.maxY.rounded(.up)) - y)
        guard width > 0, height > 0 else { continue }
        let sheet = Node.shape(
          Shape(
            Path(
              rect: Rect(
                x: Double(x) / scale, y: Double(y) / scale, width: Double(width) / scale,
                height: Double(height) / scale)), fill: .color(paper)))
        let painted = try paint([sheet, part], x: x, y: y, width: width, height: height)
        let surface = try ImageSurface(painted)
        rasters.append(Raster(width: width, height: height, pixels: surface.straightPixels()))
      }
      return PagePalette(ground: base, parts: rasters, paper: paper, inks: inks)
    }
  }

  private func paint(
    _ nodes: [Node], x: Int, y: Int, width: Int, height: Int
  ) throws(CairoError) -> PaintCache.Part {
    let surface = try ImageSurface(width: width, height: height)
    let canvas = Canvas(width: width, height: height)
    let map = Affine.translation(-Double(x), -Double(y)).after(.scale(scale))
    var others: [Node] = []
    func drawOthers() throws(CairoError) {
      try surface.draw { (context: borrowing Context) throws(CairoError) in
        try canvas.draw(others, on: context, map)
        try context.check()
      }
      others = []
    }
    for node in nodes {
      if let gradient = GradientTable(node, map, width: width, height: height) {
        try drawOthers()
        surface.paint(gradient.shape, gradient.colors, x: gradient.columns, y: gradient.rows)
      } else {
        others.append(node)
      }
    }
    try drawOthers()
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
