import TestSupport
import Testing

@testable import BlazonPaint
@testable import BlazonScene

/// What Cairo stops the program at, where it is left to cut outlines at each other.
@Suite struct HardClipTests {
  private let side = 24.0

  /// An outline of one of three kinds, of pieces that are small or large, on a grid or not.
  private func outline(_ generator: inout SeededGenerator) -> Path {
    let size: Double = [1, 2, 4, 16].randomElement(using: &generator) ?? 1
    let grid: Double = [1, 2, 10, 256].randomElement(using: &generator) ?? 1
    let count = [3, 8, 24, 80, 240].randomElement(using: &generator) ?? 3
    func point() -> Point {
      func coordinate() -> Double {
        4 + (Double.random(in: 0...size, using: &generator) * grid).rounded() / grid
      }
      return Point(coordinate(), coordinate())
    }
    switch Int.random(in: 0..<3, using: &generator) {
    case 0: return Path(polygon: (0..<count).map { _ in point() })
    case 1:
      return Path(
        joining: (0..<count / 3).map { _ in
          let (a, b) = (point(), point())
          return Path(rect: Rect(x: a.x, y: a.y, width: b.x / 3, height: b.y / 3))
        })
    default:
      return Path(
        joining: (0..<count / 3).map { _ in Path(polygon: [point(), point(), point()]) })
    }
  }

  /// In 200 units from the corner: Cairo's sums differ with the place.
  private func polygon(_ points: [(Double, Double)]) -> Path {
    Path(polygon: points.map { Point($0.0 + 200, $0.1 + 200) })
  }

  @Test func `a few lines in two pixels are cut, at which Cairo stops`() throws {
    let triangle = polygon([(1.8, 1.2), (0.5, 0.9), (1.4, 1.4)])
    let tangle = polygon([
      (1.6, 0.4), (0.1, 1.7), (1.9, 1.3), (1.9, 0), (0.4, 1.2), (0.5, 0.9), (1.2, 0.9), (0.1, 0.4),
      (1.3, 0.3), (1.8, 0.8), (1.9, 0.5), (1.4, 0.4), (1.5, 0.8), (1.9, 1.4), (1.1, 1.5),
      (1.3, 0.5), (1.6, 1.9), (0.9, 1.4), (0.4, 0.6), (1.8, 0.5), (0.5, 1.9),
    ])
    _ = try RasterPainter(scale: 1).paint(
      scene(
        .group(
          Group(
            [.shape(Shape(tangle, fill: .black, isEvenOdd: true))], clip: triangle,
            isClipEvenOdd: true)), side: 512))
    let clip = polygon([
      (0.9, 1.1), (0.9, 0.3), (1.3, 0.5), (0.5, 1.7), (0, 1), (1.8, 0.4), (1.3, 0.4), (1.8, 1.5),
      (1, 1), (1.1, 0.6), (0.2, 1), (0.4, 1.9), (1.6, 1.5), (0.5, 1.4), (1.4, 1.3), (0.9, 0.7),
      (1.2, 1.2), (1.8, 1.1), (1, 1.5), (0, 0.2), (1.9, 1.7), (1.5, 0.4),
    ])
    let boxes = Path(joining: [
      Path(rect: Rect(x: 201.2, y: 200.2, width: 0.2 / 3, height: 1.3 / 3)),
      Path(rect: Rect(x: 201.7, y: 201.1, width: 0.8 / 3, height: 1.6 / 3)),
    ])
    _ = try RasterPainter(scale: 1).paint(
      scene(
        .group(
          Group([.shape(Shape(boxes, fill: .black))], clip: clip, isClipEvenOdd: true)), side: 512))
    let other = polygon([
      (1.5, 0.8), (0.9, 0.9), (1.6, 1.1), (0.3, 0.1), (1.3, 0), (1.8, 1.6), (1.2, 1.2), (1.3, 0),
      (0.9, 0.7), (1.8, 1.1), (0.9, 1.1), (1.1, 0.3),
    ])
    let inside = polygon([
      (0.9, 0.6), (1.8, 0.3), (1.4, 1.8), (0.2, 0.7), (1.4, 0.1), (1.9, 1.3), (0.4, 0.6),
      (1.4, 1.2), (1.6, 1.6), (1.4, 0.2), (0.4, 1.9), (1, 0.9), (1.2, 0.5), (1.8, 0.9), (1, 0.7),
      (1.2, 0.5), (1.8, 1.5), (0.9, 0), (1.2, 1.7), (1.8, 1.2), (1.5, 0.7), (0.2, 1.5), (1.9, 1.2),
    ])
    _ = try RasterPainter(scale: 1).paint(
      scene(
        .group(
          Group(
            [.shape(Shape(inside, fill: .black, isEvenOdd: true))], clip: other, isClipEvenOdd: true
          )), side: 512))
  }

  @Test func `outlines that cross in a few pixels are cut at such, by either rule`() throws {
    var generator = SeededGenerator(seed: 18)
    for _ in 0..<1000 {
      var node = Node.shape(
        Shape(outline(&generator), fill: .black, isEvenOdd: .random(using: &generator)))
      for _ in 0..<Int.random(in: 1...2, using: &generator) {
        node = .group(
          Group(
            [node], clip: outline(&generator), isClipEvenOdd: .random(using: &generator),
            opacity: Bool.random(using: &generator) ? 1 : 0.5))
      }
      _ = try RasterPainter(scale: 1).paint(scene(node, side: side))
    }
  }

  @Test func `what is painted apart looks like what is cut`() throws {
    // Crosses itself more often than is left to Cairo; by the even-odd rule a chequered star.
    let star = Path(
      polygon: (0..<31).map { Point(32, 32).polar(28, Angle(degrees: Double($0 * 15) * 360 / 31)) })
    #expect(star.isTangled)
    let shape = Node.shape(Shape(star, fill: .color(Color(hex: 0xB01020)), isEvenOdd: true))
    let circle = Path(circle: Point(32, 32), radius: 20)
    let cut = try RasterPainter(scale: 4).paint(scene(.group(Group([shape], clip: circle))))
    let whole = try RasterPainter(scale: 4).paint(scene(shape))
    for y in stride(from: 0, to: 256, by: 3) {
      for x in stride(from: 0, to: 256, by: 3) {
        let distance = (Point(Double(x) + 0.5, Double(y) + 0.5) - Point(128, 128)).length
        if distance < 79 { #expect(cut.pixel(x, y) == whole.pixel(x, y)) }
        if distance > 81 { #expect(cut.pixel(x, y)[3] == 0) }
      }
    }
  }

  @Test func `several rectangles are cut at as one outline is`() throws {
    let clip = Path(joining: [rect(8.5, 8.5, 20, 20), rect(36, 36, 20.25, 20)])
    #expect(clip.isHardToCutAt(isEvenOdd: false))
    #expect(!rect(8.5, 8.5, 20, 20).isHardToCutAt(isEvenOdd: false))
    let picture = try RasterPainter(scale: 1).paint(
      scene(.group(Group([shape(rect(0, 0, 64, 64), 0x00FF00)], clip: clip))))
    #expect(picture.pixel(20, 20) == [0, 255, 0, 255])
    #expect(picture.pixel(40, 40) == [0, 255, 0, 255])
    #expect(picture.pixel(32, 32) == [0, 0, 0, 0])
    #expect(abs(Int(picture.pixel(20, 8)[3]) - 128) <= 1)
    #expect(abs(Int(picture.pixel(56, 40)[3]) - 64) <= 1)
  }

  @Test func `plain outlines are left to Cairo`() {
    #expect(!Path(circle: Point(32, 32), radius: 20).isHardToCutAt(isEvenOdd: true))
    let ring = Path(joining: [
      Path(circle: Point(32, 32), radius: 20), Path(circle: Point(32, 32), radius: 12),
    ])
    #expect(!ring.isTangled)
  }
}
