import TestSupport
import Testing

@testable import BlazonScene

struct PathArcTests {
  @Test("A circle made of two arcs is a circle", arguments: [0.5, 10, 58, 90])
  func circle(radius r: Double) throws {
    let path = try Path(data: "M\(-r) 0A\(r) \(r) 0 1 1 \(r) 0A\(r) \(r) 0 1 1 \(-r) 0Z")
    for p in path.flattened(steps: 20).joined() { #expect(abs(p.length - r) < 1e-3) }
  }

  @Test(
    "The two flags choose among the four arcs",
    arguments: [
      ("0 0", Point(-7.0711, -7.0711)), ("1 1", Point(7.0711, 7.0711)),
      ("0 1", Point(-2.9289, -2.9289)), ("1 0", Point(-17.0711, -17.0711)),
    ])
  func flags(flags: String, middle: Point) throws {
    let path = try Path(data: "M0-10A10 10 0 \(flags)-10 0")
    let points = Array(path.flattened(steps: 8).joined())
    #expect(points[(points.count - 1) / 2].isNear(middle, within: 1e-3))
    #expect(points.last == Point(-10, 0))
  }

  @Test("Every point of a turned elliptic arc lies on its ellipse, and the middle where it should")
  func ellipses() throws {
    var random = SeededGenerator(seed: 2)
    for _ in 0..<300 {
      let center = Point(
        .random(in: -50...50, using: &random), .random(in: -50...50, using: &random))
      let (rx, ry) = (
        Double.random(in: 1...40, using: &random), Double.random(in: 1...40, using: &random)
      )
      let turn = Double.random(in: -180...180, using: &random)
      let start = Double.random(in: 0...360, using: &random)
      var sweep = Double.random(in: 5...355, using: &random)
      if abs(sweep - 180) < 2 { sweep = 170 }
      if Bool.random(using: &random) { sweep = -sweep }
      let map = Affine.translation(center.x, center.y)
        .after(.rotation(Angle(degrees: turn))).after(.scale(rx, ry))
      func on(_ degrees: Double) -> Point {
        let angle = Angle(degrees: degrees)
        return map(Point(angle.cosine, angle.sine))
      }
      let (from, to) = (on(start), on(start + sweep))
      let path = try Path(
        data: "M\(from.x) \(from.y)A\(rx) \(ry) \(turn) \(abs(sweep) > 180 ? 1 : 0) "
          + "\(sweep > 0 ? 1 : 0) \(to.x) \(to.y)")
      let points = Array(path.flattened(steps: 10).joined())
      for p in points {
        let q = Affine.rotation(Angle(degrees: -turn))(p - center)
        #expect(abs(Point(q.x / rx, q.y / ry).length - 1) < 1e-4)
      }
      let middle = on(start + sweep / 2)
      #expect(points.contains { $0.isNear(middle, within: max(rx, ry) * 0.05) })
      #expect(path.end?.isNear(to) == true)
    }
  }

  @Test func radiiTooSmallGrowToAHalfCircle() throws {
    let path = try Path(data: "M0 0A1 1 0 0 1 10 0")
    for p in path.flattened(steps: 10).joined() {
      #expect(abs((p - Point(5, 0)).length - 5) < 1e-3)
      #expect(p.y < 1e-9)
    }
  }

  @Test func radiiMayBeNegativeAndZeroRadiusMakesALine() throws {
    #expect(try Path(data: "M0 0A-5-5 0 0 1 8 0") == Path(data: "M0 0A5 5 0 0 1 8 0"))
    #expect(try Path(data: "M0 0A0 5 0 0 1 8 0") == Path(data: "M0 0L8 0"))
    #expect(try Path(data: "M1 1A5 5 0 1 1 1 1").points.allSatisfy { $0 == Point(1, 1) })
  }

  @Test(
    "Radii and distances that vanish beside each other still give points",
    arguments: [
      "M0 0A1e-300 5 0 0 1 8 0", "M0 0a1 1 0 0 1 1e-200 0", "M0 0A1e200 1e200 0 1 1 8 0",
      "M0 0A1e-9 1e9 45 1 0 1e-9 1", "M1e300 0l1e300 0",
    ])
  func extremes(data: String) {
    // Refusing is fine; a point that is no number is not.
    guard let path = try? Path(data: data) else { return }
    #expect(path.isFinite, "\(path)")
  }
}
