import Testing

@testable import BlazonPaint
@testable import BlazonScene

struct RasterPainterTests {
  private let clear: [UInt8] = [0, 0, 0, 0]

  private func paint(_ nodes: Node..., scale: Double = 1) throws -> Raster {
    let scene = Scene(
      size: Size(width: 64, height: 64), nodes: nodes, title: "T", description: "D")
    return try RasterPainter(scale: scale).paint(scene)
  }

  @Test("A rectangle on whole pixels is exact, at every scale", arguments: [1, 2, 5])
  func rectangle(scale: Int) throws {
    let image = try paint(shape(rect(8, 16, 20, 10), 0x00B39F), scale: Double(scale))
    #expect(image.width == 64 * scale && image.height == 64 * scale)
    for y in 0..<image.height {
      for x in 0..<image.width {
        let isInside = (8 * scale..<28 * scale).contains(x) && (16 * scale..<26 * scale).contains(y)
        #expect(image.pixel(x, y) == (isInside ? [0x00, 0xB3, 0x9F, 0xFF] : clear))
      }
    }
  }

  @Test func aPainterForAWidthScalesTheScene() throws {
    let wide = Scene(size: Size(width: 1200, height: 630), nodes: [], title: "", description: "")
    let image = try RasterPainter(width: 400, of: wide).paint(wide)
    #expect(image.width == 400 && image.height == 210)
    #expect(image.pixels.allSatisfy { $0 == 0 })
  }

  @Test("Half transparent, a colour is still itself")
  func premultiplication() throws {
    for hex: UInt32 in [0xFFFFFF, 0x000000, 0xFF0000, 0x00B39F, 0x8090A0, 0x123456, 0x7E3F80] {
      let image = try paint(shape(rect(0, 0, 64, 64), hex, alpha: 0.5))
      let pixel = image.pixel(9, 9).map(Int.init)
      let expected = [hex >> 16 & 255, hex >> 8 & 255, hex & 255].map { Int($0) }
      #expect(pixel[3] == 127 || pixel[3] == 128)
      // Premultiplied, a step is worth two; Cairo cuts off rather than rounds.
      for c in 0..<3 {
        #expect((0...2).contains(expected[c] - pixel[c]), "\(String(hex, radix: 16)): \(pixel)")
        // Of the values that premultiply to what Cairo kept, the middle one.
        let kept = (pixel[c] * pixel[3] + 127) / 255
        #expect(pixel[c] == (kept * 255 + pixel[3] / 2) / pixel[3])
      }
    }
    let faint = try paint(shape(rect(0, 0, 64, 64), 0xFFFFFF, alpha: 0.02)).pixel(3, 3)
    #expect(faint == [255, 255, 255, 5])
  }

  @Test("A group fades as one: what is under its top shape does not show through")
  func groupOpacity() throws {
    let nodes = [shape(rect(0, 0, 40, 64), 0xFF0000), shape(rect(20, 0, 40, 64), 0x0000FF)]
    let image = try paint(.group(Group(nodes, opacity: 0.5)))
    #expect(image.pixel(10, 10).prefix(3) == [255, 0, 0])
    #expect(image.pixel(30, 10).prefix(3) == [0, 0, 255])
    #expect(image.pixel(30, 10)[3] == image.pixel(10, 10)[3])
    let shapes = nodes.map { node -> Node in .group(Group([node], opacity: 0.5)) }
    let other = try paint(shapes[0], shapes[1])
    #expect(other.pixel(30, 10)[0] > 50, "faded one by one it does")
  }

  @Test func `a picture fills its box to sharp edges, however much it is enlarged`() throws {
    let pixel = Raster(width: 1, height: 1, pixels: [0x00, 0xB3, 0x9F, 0xFF])
    let image = try paint(.image(Picture(pixel, in: Rect(x: 8, y: 16, width: 40, height: 20))))
    for y in 0..<64 {
      for x in 0..<64 {
        let isInside = (8..<48).contains(x) && (16..<36).contains(y)
        #expect(image.pixel(x, y) == (isInside ? [0x00, 0xB3, 0x9F, 0xFF] : clear))
      }
    }
  }

  @Test(arguments: [16, 8, 4])
  func `of a picture made very small no stripe is left out`(_ side: Int) throws {
    // Half of each 64 columns is black: Cairo looks at sixteen of them.
    let pixels: [UInt8] = (0..<1024 * 1024).flatMap { index -> [UInt8] in
      let level: UInt8 = index % 64 < 32 ? 0 : 255
      return [level, level, level, 255]
    }
    let stripes = Raster(width: 1024, height: 1024, pixels: pixels)
    let box = Rect(x: 0, y: 0, width: Double(side), height: Double(side))
    let image = try paint(.image(Picture(stripes, in: box)))
    for x in 1..<side - 1 { #expect(96...160 ~= image.pixel(x, 1)[0], "\(image.pixel(x, 1))") }
  }

  @Test func clipsCutAndNestedClipsIntersect() throws {
    let inner = Node.group(Group([shape(rect(0, 0, 64, 64), 0xFF0000)], clip: rect(0, 0, 32, 64)))
    let image = try paint(
      .group(Group([inner], clip: rect(0, 0, 64, 16))), shape(rect(60, 60, 4, 4), 0x00FF00))
    #expect(image.pixel(31, 15) == [255, 0, 0, 255])
    #expect(image.pixel(32, 15) == clear && image.pixel(31, 16) == clear)
    #expect(image.pixel(62, 62) == [0, 255, 0, 255], "a clip ends with its group")
  }

  @Test func aClipIsInItsGroupsCoordinates() throws {
    let image = try paint(
      .group(
        Group(
          [shape(rect(0, 0, 64, 64), 0xFF0000)], transform: .translation(10, 20),
          clip: rect(0, 0, 8, 8))))
    #expect(image.pixel(10, 20) == [255, 0, 0, 255] && image.pixel(17, 27) == [255, 0, 0, 255])
    #expect(image.pixel(9, 20) == clear && image.pixel(18, 27) == clear)
  }

  @Test func theEvenOddRuleMakesAHole() throws {
    let ring = rect(0, 0, 60, 60) + rect(20, 20, 20, 20)
    func center(_ evenOdd: Bool) throws -> [UInt8] {
      try paint(.shape(Shape(ring, fill: .black, isEvenOdd: evenOdd))).pixel(30, 30)
    }
    #expect(try center(true) == clear)
    #expect(try center(false) == [0, 0, 0, 255])
  }

  @Test("A shadow lies beside its group, in its colour, and never on top of it")
  func shadow() throws {
    let shadow = Shadow(dx: 10, dy: 20, blur: 0, color: Color(hex: 0x0000FF).withAlpha(0.5))
    let image = try paint(.group(Group([shape(rect(4, 4, 20, 20), 0xFF0000)], shadow: shadow)))
    #expect(image.pixel(5, 5) == [255, 0, 0, 255] && image.pixel(20, 23) == [255, 0, 0, 255])
    for (x, y) in [(15, 25), (33, 43), (33, 25)] {
      let pixel = image.pixel(x, y)
      #expect(pixel[2] == 255 && (127...128).contains(pixel[3]), "\(pixel)")
    }
    #expect(image.pixel(35, 44) == clear && image.pixel(13, 30) == clear)
  }

  @Test("A blurred shadow fades out on all sides and is not cut off")
  func blurredShadow() throws {
    let shadow = Shadow(dy: 0, blur: 6, color: .black)
    let image = try paint(
      .group(Group([shape(rect(24, 24, 16, 16), 0xFF0000)], shadow: shadow)), scale: 2)
    for y in 0..<128 {
      for x in 0..<128 {
        let difference = Int(image.pixel(x, y)[3]) - Int(image.pixel(y, x)[3])
        #expect(abs(difference) <= 1)
      }
    }
    let row = (0..<128).map { Int(image.pixel($0, 64)[3]) }
    #expect(row == row.reversed())
    #expect(zip(row.prefix(48), row.prefix(48).dropFirst()).allSatisfy { $0 <= $1 })
    #expect(row[47] > 90 && row[30] > 4 && row[0] <= 1)
    // No step larger than the slope of the blur allows.
    #expect(zip(row.prefix(48), row.prefix(48).dropFirst()).allSatisfy { $1 - $0 < 12 })
  }

  @Test func aShadowOfWhatLiesOutsideStillFallsInside() throws {
    let shadow = Shadow(dx: 40, dy: 0, blur: 2, color: .black)
    let image = try paint(.group(Group([shape(rect(-30, 20, 20, 20), 0xFF0000)], shadow: shadow)))
    #expect(image.pixel(20, 30)[3] > 200)
    #expect(image.pixel(50, 30) == clear)
  }

  @Test func transformsNestFromTheOutsideIn() throws {
    let inner = Group([shape(rect(0, 0, 1, 1), 0xFF0000)], transform: .scale(8))
    let image = try paint(.group(Group([.group(inner)], transform: .translation(10, 30))))
    #expect(image.pixel(10, 30) == [255, 0, 0, 255] && image.pixel(17, 37) == [255, 0, 0, 255])
    #expect(image.pixel(18, 37) == clear && image.pixel(9, 30) == clear)
  }

  @Test func theSameSceneIsTheSamePixels() throws {
    let painter = RasterPainter(scale: 0.25)
    #expect(try painter.paint(Samples.everything) == painter.paint(Samples.everything))
  }
}
