import TestSupport
import Testing

@testable import BlazonScene

/// What painting costs: counted where it can be known, and a limit where it would take too long.
@Suite struct PaintWorkTests {
  private let canvas = Size(width: 100, height: 100)

  private func work(_ nodes: Node...) -> PaintWork { PaintWork(nodes, on: canvas) }

  private func lines(_ points: [(Double, Double)]) -> Path {
    Path(polygon: points.map { Point($0.0, $0.1) }, isClosed: false)
  }

  private func filled(_ path: Path) -> Node { .shape(Shape(path, fill: .black)) }

  @Test func `lines that cross are counted, lines side by side are not`() {
    // Each of 600 that lean one way crosses each of 600 that lean the other.
    var crossing = Path()
    var side = Path()
    for index in 0..<600 {
      let x = Double(index) / 60
      crossing.append(lines([(x, 0), (x + 80, 100)]))
      crossing.append(lines([(99 - x, 0), (19 - x, 100)]))
      side.append(lines([(x, 0), (x + 80, 100)]))
    }
    // To and back: what fills a line goes down both its sides.
    let count = work(filled(crossing)).crossings
    #expect(count >= 600 * 600)
    #expect(count <= 5 * 600 * 600)
    #expect(work(filled(side)).crossings < 600)
  }

  @Test func `a pen has two sides that cross those of others`() {
    var path = Path()
    for index in 0..<600 {
      path.append(lines([(Double(index) / 6, 0), (100 - Double(index) / 6, 100)]))
    }
    let thin = work(.shape(Shape(path, stroke: Stroke(.black, width: 0.01)))).crossings
    let pairs = 600 * 599 / 2
    #expect(thin >= 3 * pairs)
    #expect(thin <= 5 * pairs)
  }

  @Test func `what lies outside the canvas crosses nothing there`() {
    var path = Path()
    for index in 0..<1200 {
      path.append(lines([(Double(index), 200), (1200 - Double(index), 300)]))
    }
    #expect(work(filled(path)).crossings == 0)
  }

  @Test func `clips cut what is in them, rectangles do not`() {
    let disc = filled(Path(circle: Point(50, 50), radius: 40))
    func cut(at clip: Path) -> PaintWork {
      work(.group(Group(Array(repeating: disc, count: 10), clip: clip)))
    }
    let ring = cut(at: Path(circle: Point(50, 50), radius: 30)).cuts
    // Some curves of two pieces each, ten times, and what they may cross.
    #expect(ring >= 160)
    #expect(ring <= 1200)
    #expect(cut(at: Path(rect: Rect(x: 3, y: 3, width: 9, height: 9))).cuts == 0)
  }

  @Test func `a gradient costs more the more stops it has`() {
    func fills(_ count: Int) -> Double {
      let stops = (0..<count).map { GradientStop(Double($0) / Double(count), .white) }
      let paint = Paint.radial(RadialGradient(center: Point(50, 50), radius: 50, stops: stops))
      let path = Path(rect: Rect(x: 0, y: 0, width: 100, height: 100))
      return work(.shape(Shape(path, fill: paint))).fills
    }
    #expect(fills(2) > work(filled(Path(rect: Rect(x: 0, y: 0, width: 100, height: 100)))).fills)
    #expect(fills(400) > 4 * fills(2))
  }

  @Test func `what is too much is said, and counting ends there`() {
    var generator = SeededGenerator(seed: 3)
    var tangle = Path()
    for index in 0..<50_000 {
      let point = Point(
        .random(in: 0...20, using: &generator), .random(in: 0...20, using: &generator))
      if index == 0 { tangle.move(to: point) } else { tangle.line(to: point) }
    }
    // A million of them would take days to count.
    let work = work(
      .repeated(Repeat(filled(tangle), at: Array(repeating: .identity, count: 1_000_000))))
    #expect(
      work.excess(of: "badge")
        == "its outlines cross each other more than \(PaintWork.crossingLimit) times")
    #expect(self.work(filled(rectangle)).excess(of: "badge") == nil)
  }

  private var rectangle: Path { Path(rect: Rect(x: 1, y: 2, width: 3, height: 4)) }

  @Test func `words that differ from picture to picture are left out where that is asked`() {
    let glyph = GlyphRun.Glyph(
      id: 1, cluster: 0, placement: .identity,
      outline: Path(rect: Rect(x: 0, y: 0, width: 90, height: 90)))
    let run = Node.text(GlyphRun(words: "a", face: "x", size: 90, paint: .black, glyphs: [glyph]))
    var with = PaintWork(on: canvas)
    with.add([run])
    var without = PaintWork(on: canvas, countingWords: false)
    without.add([run])
    #expect(with.fills > 0)
    #expect(with.edges > 0)
    #expect(without.fills + without.edges == 0)
  }

  @Test func `a rectangle is one from any corner, either way about`() {
    let corners = [(1.0, 2.0), (4.0, 2.0), (4.0, 6.0), (1.0, 6.0)]
    for first in 0..<4 {
      let turned = Array(corners[first...] + corners[..<first])
      for points in [turned, turned.reversed()] {
        #expect(Path(polygon: points.map { Point($0.0, $0.1) }).isRectangle)
      }
    }
    #expect(!Path(polygon: [Point(1, 2), Point(4, 2), Point(4, 6), Point(2, 6)]).isRectangle)
    #expect(!Path(joining: [rectangle, rectangle]).isRectangle)
    #expect(!Path(rect: Rect(x: 1, y: 2, width: 3, height: 4), corner: 1).isRectangle)
    #expect(!Path().isRectangle)
    var open = Path(polygon: [Point(0, 0), Point(4, 0)])
    for corner in [Point(4, 4), Point(0, 4)] { open.line(to: corner) }
    open.close()
    #expect(!open.isRectangle, "drawn on after it was closed")
  }

  @Test func `an outline that crosses itself is told from one that does not`() {
    var star = Path()
    for index in 0..<51 {
      let point = Point(50, 50).polar(40, Angle(degrees: Double(index * 25) * 360 / 51))
      if index == 0 { star.move(to: point) } else { star.line(to: point) }
    }
    star.close()
    #expect(star.crossesItself(moreThan: 500))
    #expect(!star.crossesItself(moreThan: 51 * 50 / 2))
    let ring = Path(joining: [
      Path(circle: Point(50, 50), radius: 40), Path(circle: Point(50, 50), radius: 30),
    ])
    #expect(!ring.crossesItself(moreThan: 0))
  }
}
