import Testing

@testable import BlazonScene

struct ShapesTests {
  private let center = Point(256, 250)

  @Test("A rounded corner stays inside its polygon, however large it is asked to be")
  func roundedCorners() {
    for sides in 3...12 {
      let polygon = Path.regularPolygon(center: center, radius: 200, sides: sides, rotation: 11)
      for corner in [0, 1, 30, 120, 1000] as [Double] {
        let path = Path(polygon: polygon, corner: corner)
        for p in path.flattened(steps: 8).joined() {
          for (a, b) in zip(polygon, polygon.dropFirst() + polygon.prefix(1)) {
            // Clockwise with y down, the inside lies to the right of every side.
            let side = (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)
            #expect(side > -1e-6)
          }
        }
      }
    }
  }

  @Test func theCornersOfARectangleAreQuartersOfCircles() {
    let path = Path(rect: Rect(x: 0, y: 0, width: 100, height: 60), corner: 20)
    let corner = path.flattened(steps: 16).joined().filter { $0.x < 20 && $0.y < 20 }
    #expect(corner.count > 10)
    for p in corner { #expect(abs((p - Point(20, 20)).length - 20) < 0.01) }
  }

  @Test("A side of no length makes no point that is not a number")
  func repeatedPoints() {
    let p = Point(1, 1)
    let path = Path(polygon: [p, p, Point(5, 1), Point(5, 5)], corner: 2)
    #expect(path.isFinite, "\(path)")
    #expect(Path(rect: Rect(x: 0, y: 0, width: 10, height: 0), corner: 3).isFinite)
  }

  @Test("Polygons and stars that begin at the top are their own mirror image", arguments: 3...9)
  func mirrored(count: Int) {
    let shapes = [
      Path(polygon: Path.regularPolygon(center: center, radius: 90, sides: count), corner: 12),
      Path(
        polygon: Path.starPoints(center: center, outer: 90, inner: 40, points: count), corner: 5),
      Path(circle: center, radius: 90),
    ]
    for path in shapes {
      let points = Array(path.flattened(steps: 6).joined())
      for p in points {
        let image = Point(2 * center.x - p.x, p.y)
        #expect(points.contains { $0.isNear(image, within: 1e-6) })
      }
    }
  }

  @Test func aCircleIsRoundAndClosed() {
    let path = Path(circle: center, radius: 200)
    #expect(path.segments.last == .close)
    for p in path.flattened(steps: 10).joined() {
      #expect(abs((p - center).length - 200) < 200 * 1e-5)
    }
  }

  @Test func anArcMayTurnBothWays() {
    for (start, end) in [(10.0, 200.0), (200, 10), (-30, -400)] {
      var path = Path()
      path.append(
        arc: center, radius: 50, from: Angle(degrees: start), to: Angle(degrees: end),
        joining: .move)
      #expect(path.points[0].isNear(center.polar(50, Angle(degrees: start))))
      #expect(path.end?.isNear(center.polar(50, Angle(degrees: end))) == true)
      let middle = center.polar(50, Angle(degrees: (start + end) / 2))
      #expect(path.flattened(steps: 30).joined().contains { $0.isNear(middle, within: 0.7) })
    }
  }

  @Test("A line after a close begins where the closed subpath began")
  func flatteningAfterAClose() throws {
    let path = try Path(data: "M10 10H20V20ZL0 0M50 50L60 60")
    #expect(
      path.flattened(steps: 4) == [
        [Point(10, 10), Point(20, 10), Point(20, 20), Point(10, 10)],
        [Point(10, 10), Point(0, 0)],
        [Point(50, 50), Point(60, 60)],
      ])
  }

  @Test func flattenedCurvesPassThroughTheirMiddle() throws {
    let quad = try Path(data: "M0 0Q10 20 20 0").flattened(steps: 2)
    #expect(quad == [[Point(0, 0), Point(10, 10), Point(20, 0)]])
    let cubic = try Path(data: "M0 0C0 8 8 8 8 0").flattened(steps: 2)
    #expect(cubic == [[Point(0, 0), Point(4, 6), Point(8, 0)]])
  }

  @Test func theControlBoxHoldsTheCurveAndFollowsTheMap() throws {
    let path = try Path(data: "M3 4C-5 9 30 20 7-8Q1 1 2 2Z")
    let box = try #require(path.controlBox)
    #expect(box == Rect(x: -5, y: -8, width: 35, height: 28))
    let moved = path.transformed(by: .translation(10, 20)).controlBox
    #expect(moved == Rect(x: 5, y: 12, width: 35, height: 28))
    #expect(Path().controlBox == nil)
  }
}
