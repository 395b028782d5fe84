import Testing

@testable import BlazonArt
@testable import BlazonScene

struct RibbonTests {
  private static let arcs = [-40.0, 0, 12.5, 40]

  private func ribbon(_ arc: Double) -> Ribbon {
    Ribbon(
      center: Point(256, 300), width: 400, height: 70, arc: arc, tail: 40, overlap: 30, drop: 18,
      notch: 20)
  }

  @Test("Both edges of the band are the parabola", arguments: arcs)
  func edges(arc: Double) {
    let polygon = ribbon(arc).band.flattened(steps: 25)[0]
    #expect(polygon.signedArea > 0)
    for (index, p) in polygon.dropLast().enumerated() {
      let u = (p.x - 256) / 200
      let edge = index <= 25 ? 265.0 : 335
      #expect(abs(p.y - (edge - arc * u * u)) < 1e-9)
      #expect(abs(u) <= 1 + 1e-12)
    }
  }

  @Test("A positive arc bends the ends up", arguments: [20.0])
  func direction(arc: Double) throws {
    let band = ribbon(arc).band.points
    let left = try #require(band.min { $0.x < $1.x })
    #expect(left.y < 300 - 35 + 1e-9)
  }

  @Test("The ribbon is its own mirror image", arguments: arcs)
  func mirrored(arc: Double) {
    let r = ribbon(arc)
    #expect(r.band.points.isSymmetric(about: 256))
    #expect(Path(joining: r.tails).points.isSymmetric(about: 256))
    #expect(r.folds.points.isSymmetric(about: 256))
    #expect(r.line(at: 5, inset: 8).points.isSymmetric(about: 256))
  }

  @Test("The bounds hold band, tails and folds", arguments: arcs)
  func bounds(arc: Double) {
    let r = ribbon(arc)
    for p in ([r.band, r.folds] + r.tails).flatMap(\.points) {
      #expect(r.bounds.expanded(by: 1e-9).contains(Rect(center: p, width: 0, height: 0)), "\(p)")
    }
  }

  @Test(
    "A tail is notched by as much as asked, reaches out and hides behind the band", arguments: arcs)
  func tails(arc: Double) throws {
    let left = ribbon(arc).tails[0].points
    let xs = left.map(\.x)
    #expect(xs.min() == 16 && xs.max() == 86)
    let notch = try #require(left.first { abs($0.x - 36) < 1e-9 })
    let outer = left.filter { $0.x == 16 }.map(\.y)
    #expect(outer.count == 2 && abs(outer[0] + outer[1] - 2 * notch.y) < 1e-9)
    #expect(abs(outer[1] - outer[0] - 70) < 1e-9)
  }

  @Test("A letter's frame lies on the band's middle and along it", arguments: arcs)
  func frames(arc: Double) {
    let r = ribbon(arc)
    for distance in stride(from: -190.0, through: 190, by: 38) {
      let frame = r.frame(at: distance, capHeight: 30)
      #expect(abs(frame.scale - 1) < 1e-9)
      // The middle of a capital is on the parabola half way down.
      let u = distance / 200
      let middle = frame(Point(0, -15))
      #expect((middle - Point(256 + distance, 300 - arc * u * u)).length < 1e-9)
      // Its foot points the way the edge goes.
      let along = frame(Point(1, 0)) - frame(Point(0, 0))
      #expect(abs(along.y / along.x - -2 * arc * u / 200) < 1e-9 && along.x > 0)
    }
  }
}
