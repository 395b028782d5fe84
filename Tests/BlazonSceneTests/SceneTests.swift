import TestSupport
import Testing

@testable import BlazonScene

struct SceneTests {
  private func scene(_ nodes: [Node]) -> Scene {
    Scene(size: Size(width: 100, height: 50), nodes: nodes, title: "T", description: "D.")
  }

  @Test("Every coordinate of a scene is a hundredth, and none is −0")
  func rounding() throws {
    var random = SeededGenerator(seed: 6)
    for _ in 0..<200 {
      func number() -> Double {
        Bool.random(using: &random)
          ? .random(in: -0.01...0.01, using: &random) : .random(in: -500...500, using: &random)
      }
      func point() -> Point { Point(number(), number()) }
      let path = Path([
        .move(point()), .line(point()), .quad(point(), point()),
        .cubic(point(), point(), point()), .close,
      ])
      let group = Group([.shape(Shape(path, fill: .black))], clip: path)
      let made = scene([.group(group)])
      guard case .group(let g) = made.nodes[0], case .shape(let shape) = g.children[0] else {
        throw Unexpected()
      }
      for value in (shape.path.points + (g.clip?.points ?? [])).flatMap({ [$0.x, $0.y] }) {
        #expect(value == (value * 100).rounded() / 100)
        #expect(value != 0 || value.sign == .plus)
      }
      for (a, b) in zip(shape.path.points, path.points) {
        #expect(abs(a.x - b.x) <= 0.005 + 1e-9 && abs(a.y - b.y) <= 0.005 + 1e-9)
      }
      #expect(scene(made.nodes) == made, "rounding twice is rounding once")
    }
  }

  private struct Unexpected: Error {}

  @Test func theLastBitOfAProcessorDoesNotShow() {
    func node(_ e: Double) -> Node {
      let stops = [
        GradientStop(0.3 + e, Color(red: 0.2 + e, green: 0.4, blue: 0.6, alpha: 0.5 - e))
      ]
      let radial = RadialGradient(
        center: Point(1 + e, 2 - e), radius: 3 + e, focus: Point(1, 2 + e), stops: stops)
      let linear = LinearGradient(start: Point(e, e), end: Point(1 - e, e), stops: stops)
      let shape = Shape(
        Path(circle: Point(3 - e, 4 + e), radius: 5), fill: .radial(radial),
        stroke: Stroke(.linear(linear), width: 2 - e, dashes: [1 + e, 2]), opacity: 0.5 + e)
      return .group(
        Group(
          [.shape(shape)], transform: Affine(1 + e, e, -e, 1, 4 + e, -e),
          shadow: Shadow(dx: -e, dy: 2 + e, blur: 3 - e, color: Color(red: e, green: 0, blue: 0)),
          opacity: 0.9 - e))
    }
    #expect(scene([node(1e-13)]) == scene([node(0)]))
    #expect(scene([node(1e-13)]).text == scene([node(0)]).text)
    #expect(scene([node(0.02)]) != scene([node(0)]))
  }

  @Test func aRepeatedNodeIsRoundedAndReadsAsOneNodeAtItsPlaces() {
    let dot = Shape(Path(polygon: [Point(0.001, 0), Point(1, 0), Point(1, 1.004)]), fill: .black)
    let made = scene([
      .repeated(Repeat(.shape(dot), at: [.identity, Affine(0.123456, 0, 0, 1, 2.004, -0.001)]))
    ])
    #expect(
      made.text.hasSuffix(
        """
        repeated at 1 0 0 1 0 0, 0.12346 0 0 1 2 0
          shape fill #000000 path M0,0L1,0L1,1Z

        """), "\(made.text)")
    #expect(scene(made.nodes) == made)
  }

  @Test func aSceneAsTextIsAStableTree() throws {
    let gradient = LinearGradient(
      start: Point(0, 0), end: Point(0, 50),
      stops: [GradientStop(0, .white), GradientStop(1, Color(hex: 0x00B39F).withAlpha(0.5))])
    let radial = RadialGradient(
      center: Point(5, 5), radius: 7.5, focus: Point(4, 4), stops: [GradientStop(0.25, .black)])
    let outline = try Path(data: "M0 0L10 0Q12 5 10 10C8 12 2 12 0 10Z")
    let glyph = GlyphRun.Glyph(id: 7, cluster: 0, placement: .identity, outline: outline)
    let made = scene([
      .shape(Shape(outline, fill: .linear(gradient), isEvenOdd: true)),
      .group(
        Group(
          [
            .shape(
              Shape(
                outline, stroke: Stroke(.radial(radial), width: 1.5, cap: .round, dashes: [2, 1]),
                opacity: 0.25)),
            .text(
              GlyphRun(words: "Hi", face: "A.otf", size: 12, paint: .black, glyphs: [glyph])),
          ], transform: .translation(3, 4), clip: Path(rect: Rect(x: 0, y: 0, width: 9, height: 9)),
          shadow: Shadow(dx: 1, dy: 2, blur: 3, color: Color.black.withAlpha(0.3)), opacity: 0.5)),
    ])
    let path = "M0,0L10,0Q12,5 10,10C8,12 2,12 0,10Z"
    #expect(
      made.text == """
        scene 100 50 en
        title T
        description D.
        shape fill linear(0,0 0,50: 0 #ffffff, 1 #00b39f/0.5) evenodd path \(path)
        group transform 1 0 0 1 3 4 clip M0,0L9,0L9,9L0,9Z shadow 1 2 3 #000000/0.3 opacity 0.5
          shape stroke radial(5,5 7.5 4,4: 0.25 #000000) 1.5 round miter [2 1] opacity 0.25 path \(path)
          text A.otf 12 #000000 “Hi” path \(path)

        """)
  }
}
