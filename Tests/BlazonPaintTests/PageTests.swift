import TestSupport
import Testing

@testable import BlazonPaint
@testable import BlazonScene

/// Pages whose parts are painted once: the same picture, whatever was kept.
@Suite struct PageTests {
  /// Paper with a gradient, a badge and words: `badge` and `words` say where they stand.
  private func page(badge: Double = 40, words: Double = 0) -> Scene {
    let paper = Paint.radial(
      RadialGradient(
        center: Point(256, 256), radius: 360, focus: Point(256, 256),
        stops: [GradientStop(0, .white), GradientStop(1, Color(hex: 0xF6E9C8))]))
    let ground: [Node] = [
      Samples.filled(Path(rect: Rect(x: 0, y: 0, width: 512, height: 512)), paper),
      .repeated(
        Repeat(
          .shape(
            Shape(Samples.zigzag, stroke: Stroke(.color(Samples.ruby.withAlpha(0.1)), width: 1))),
          at: (0..<4).map { .translation(0, Double($0) * 7) })),
    ]
    let group = Node.group(
      Group(
        [
          Samples.filled(Samples.circle, Samples.linear),
          Samples.shadowed([Samples.filled(Samples.star, .color(Samples.teal))], blur: 6),
        ], transform: Affine(0.5, 0, 0, 0.5, badge, 220.25)))
    let moved = Node.group(Group([Samples.text], transform: Affine(0.4, 0, 0, 0.4, words, 0)))
    let line = Samples.filled(
      Path(rect: Rect(x: 20, y: 470, width: 400, height: 3)), .color(Color(hex: 0x002121)))
    return Scene(
      size: Size(width: 512, height: 512), nodes: ground + [group, moved, line], title: "",
      description: "")
  }

  private func paint(_ page: Scene, _ cache: PaintCache) throws -> Raster {
    try RasterPainter(scale: 1.5, parts: cache).paint(page)
  }

  @Test func `what is kept changes no pixel`() throws {
    let warm = PaintCache()
    let pages = [page(), page(words: 90), page(badge: 60.7), page(badge: 300, words: 10)]
    for page in pages + pages {
      let cold = try paint(page, PaintCache())
      #expect(try paint(page, warm) == cold)
      #expect(try paint(page, PaintCache(capacity: 0)) == cold)
      #expect(try paint(page, PaintCache(capacity: 800 * 800 * 4)) == cold)
    }
  }

  @Test func `a page in parts is the page that is painted at once`() throws {
    for page in [page(), page(badge: -90.3, words: 350), page(badge: 430)] {
      let (parts, whole) = (
        try paint(page, PaintCache()), try RasterPainter(scale: 1.5).paint(page)
      )
      let differences = zip(parts.pixels, whole.pixels).map { abs(Int($0) - Int($1)) }
      #expect(differences.max() ?? 0 <= 3)
      #expect(Double(differences.reduce(0, +)) / Double(differences.count) < 0.02)
    }
  }

  @Test func `gradients from a table are those that are worked out for every pixel`() throws {
    var random = SeededGenerator(seed: 11)
    func number(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &random) }
    func stops(opaque: Bool) -> [GradientStop] {
      (0..<Int.random(in: 2...4, using: &random)).map { _ in
        GradientStop(
          number(0...1),
          Color(
            red: number(0...1), green: number(0...1), blue: number(0...1),
            alpha: opaque ? 1 : number(0...1)))
      }
    }
    let sheet = Path(rect: Rect(x: 0, y: 0, width: 120, height: 80))
    var count = 0
    for index in 0..<60 {
      let isOpaque = index % 3 == 0
      let paint =
        index % 2 == 0
        ? Paint.linear(
          LinearGradient(
            start: Point(number(-40...120), number(-40...80)),
            end: Point(number(0...160), number(0...120)), stops: stops(opaque: isOpaque)))
        : .radial(
          RadialGradient(
            center: Point(number(-20...140), number(-20...100)), radius: number(5...200),
            stops: stops(opaque: isOpaque)))
      let scene = Scene(
        size: Size(width: 120, height: 80),
        nodes: [Samples.filled(sheet, .color(Color(hex: 0x88AACC))), Samples.filled(sheet, paint)],
        title: "", description: "")
      let table = try RasterPainter(scale: 2, parts: PaintCache()).paint(scene)
      let plain = try RasterPainter(scale: 2).paint(scene)
      let differences = zip(table.pixels, plain.pixels).map { abs(Int($0) - Int($1)) }
      #expect(Double(differences.reduce(0, +)) / Double(differences.count) < 0.5, "\(paint)")
      // Where two stops meet at once, the pixels of the seam may fall on either side.
      let far = differences.count { $0 > 4 }
      #expect(Double(far) / Double(differences.count) < 0.01, "\(paint)")
      if GradientTable(scene.nodes[1], .scale(2), width: 240, height: 160) != nil { count += 1 }
    }
    #expect(count == 60, "tables were used")
  }

  @Test func `indices over a known ground are those of the whole page`() throws {
    let cache = PaintCache()
    for page in [page(), page(badge: 60.7, words: 90), page(badge: 300)] {
      let surface = try RasterPainter(scale: 1.5, parts: cache).surface(page)
      let parts = PageParts(canvas: Canvas(width: 768, height: 768), scale: 1.5, cache: cache)
      let palette = try parts.palette(page)
      let boxes = parts.boxes(page)
      let ground = try parts.indexedGround(page, palette)
      #expect(
        palette.rows(of: surface, mixingIn: boxes, over: ground)
          == palette.rows(of: surface, mixingIn: boxes))
      #expect(palette.rows(of: surface, mixingIn: boxes, over: ground) != ground.rows)
    }
  }

  /// The chunk called `type` of a PNG file.
  private func chunk(_ type: String, of png: [UInt8]) -> [UInt8]? {
    var at = 8
    while at + 12 <= png.count {
      let length = png[at..<at + 4].reduce(0) { $0 << 8 | Int($1) }
      if Array(png[at + 4..<at + 8]) == Array(type.utf8) {
        return Array(png[at + 8..<at + 8 + length])
      }
      at += 12 + length
    }
    return nil
  }

  @Test func `a page in few colours looks the same, its paper to two levels`() throws {
    let page = page()
    let raster = try paint(page, PaintCache())
    let png = try RasterPainter(scale: 1.5, parts: PaintCache()).png(page)
    #expect(png.width == 768 && png.height == 768)
    #expect(png.bytes.count < PNGEncoder().encode(raster).count)
    let read = try #require(PNGFile(png.bytes))
    var (sum, close, count) = (0, 0, 0)
    for y in 0..<768 {
      for x in 0..<768 {
        let at = (y * 768 + x) * 4
        let pixel = read.pixel(x, y)
        let apart = (0..<3).map { abs(Int(pixel[$0]) - Int(raster.pixels[at + $0])) }
        sum += apart.reduce(0, +)
        // Paper alone, above and beside everything.
        guard y < 80 || x > 700 else { continue }
        count += 1
        if apart.max() ?? 0 <= 2 { close += 1 }
      }
    }
    #expect(Double(sum) / Double(768 * 768 * 3) < 1)
    #expect(Double(close) / Double(count) > 0.98, "\(close) of \(count)")
  }

  @Test func `pages of one design have one palette, wherever their parts stand, in any order`()
    throws
  {
    func palettes(_ pages: [Scene]) throws -> [[UInt8]] {
      let cache = PaintCache()
      return try pages.map {
        let bytes = try RasterPainter(scale: 1.5, parts: cache).png($0).bytes
        return try #require(chunk("PLTE", of: bytes))
      }
    }
    let pages = [page(), page(words: 120), page(badge: 80, words: 20)]
    let first = try palettes(pages)
    #expect(Set(first).count == 1 && first[0].count <= 768)
    #expect(try palettes(pages.reversed()) == first)
    // And the same bytes from a cache that knows others.
    let warm = PaintCache()
    for page in pages { _ = try RasterPainter(scale: 1.5, parts: warm).png(page) }
    #expect(
      try RasterPainter(scale: 1.5, parts: warm).png(pages[1]).bytes
        == RasterPainter(scale: 1.5, parts: PaintCache()).png(pages[1]).bytes)
  }

  @Test func `a page that lets light through keeps every bit`() throws {
    let scene = Samples.scene([Samples.filled(Samples.circle, Samples.linear)])
    let png = try RasterPainter(scale: 0.5, parts: PaintCache()).png(scene)
    let raster = try RasterPainter(scale: 0.5).paint(scene)
    #expect(png.bytes == PNGEncoder(of: scene).encode(raster))
  }

  @Test func `a table knows each colour's last value, and no other colour`() {
    var table = ColorTable<Int>(empty: 0)
    for color in 1...20_000 as ClosedRange<UInt32> { table[color &* 77_777] = Int(color) }
    for color in 1...20_000 as ClosedRange<UInt32> { table[color &* 77_777, default: 0] += 1 }
    for color in 1...20_000 as ClosedRange<UInt32> {
      #expect(table[color &* 77_777] == Int(color) + 1)
      #expect(table[color &* 77_777 + 1] == nil)
    }
  }
}
