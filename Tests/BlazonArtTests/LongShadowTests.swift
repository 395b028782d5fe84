import Testing

@testable import BlazonArt
@testable import BlazonScene

struct LongShadowTests {
  /// Half the way of a shadow of length 100 to the lower right.
  private let half = Point(35.355, 35.355)

  @Test(
    "The shadow covers the emblem's points on half their way", arguments: Emblem.all.map(\.name))
  func covers(name: String) throws {
    let emblem = try #require(Emblem(named: name))
    let shadow = emblem.longShadow(length: 100, map: .identity)
    for part in emblem.drawing {
      let (outline, points) = try part.throwing()
      for p in points {
        // On its way a point is over the emblem or over its shadow.
        let q = p + half
        #expect(
          shadow.contains(q, evenOdd: false) || outline.contains(q, evenOdd: true),
          "\(p) of \(part)")
      }
    }
  }

  @Test(
    "The shadow covers nothing that no point of the emblem passes",
    arguments: Emblem.all.map(\.name))
  func staysBehind(name: String) throws {
    let emblem = try #require(Emblem(named: name))
    let shadow = emblem.longShadow(length: 100, map: .identity)
    for polygon in shadow.flattened(steps: 1) {
      #expect(polygon.signedArea > -1e-6, "all turn clockwise, or they would cancel out")
    }
    for p in shadow.points {
      // Across the light a shadow is no wider than the emblem; along it, no longer than asked.
      #expect(abs(p.x - p.y) / 2.0.squareRoot() <= 60.5)
      #expect((-60.5...160.5).contains((p.x + p.y) / 2.0.squareRoot()))
    }
  }

  @Test func aHoleLetsTheLightThrough() {
    // A ring of 100 with a hole of 60, pushed by less than the hole is wide.
    var ring = Sweep(dx: 20, dy: 0)
    ring.add(
      fill: Path(rect: Rect(x: 0, y: 0, width: 100, height: 100))
        + Path(rect: Rect(x: 20, y: 20, width: 60, height: 60)))
    func isShaded(_ x: Double, _ y: Double) -> Bool {
      ring.path.contains(Point(x, y), evenOdd: false)
    }
    #expect(isShaded(110, 50) && !isShaded(121, 50))
    #expect(isShaded(30, 50) && !isShaded(41, 50))
    #expect(!isShaded(-1, 50) && !isShaded(70, 50))
  }

  @Test func theEdgeThatClosesAStrokeThrowsItsShadowToo() throws {
    var sweep = Sweep(dx: 30, dy: 0)
    sweep.add(stroke: try Path(data: "M0 0H-50V40H0Z"), width: 2)
    #expect(sweep.path.contains(Point(15, 20), evenOdd: false))
  }

  @Test func theWindingOfAnOutlineDoesNotMatter() {
    let square = [Point(0, 0), Point(10, 0), Point(10, 10), Point(0, 10)]
    var (one, other) = (Sweep(dx: 7, dy: 7), Sweep(dx: 7, dy: 7))
    one.add(fill: Path(polygon: square))
    other.add(fill: Path(polygon: square.reversed()))
    for x in stride(from: -5.1, to: 25, by: 1) {
      for y in stride(from: -5.2, to: 25, by: 1) {
        let p = Point(x, y)
        #expect(one.path.contains(p, evenOdd: false) == other.path.contains(p, evenOdd: false))
      }
    }
  }
}

extension Emblem.Part {
  /// The outline of a part that throws a shadow, and points of it; nothing for the other parts.
  fileprivate func throwing() throws -> (outline: Path, points: [Point]) {
    let path = try Path(data: data)
    switch self {
    case .fill(.light, _, _), .fill(.accent, _, _), .fill(.tint, _, _):
      let grid = stride(from: -59.63, to: 60, by: 5).flatMap { x in
        stride(from: -59.41, to: 60, by: 5).map { Point(x, $0) }
      }
      return (path, grid.filter { path.contains($0, evenOdd: true) })
    case .stroke(.light, _, _, _), .stroke(.accent, _, _, _):
      return (Path(), Array(path.flattened(steps: 4).joined()))
    case .fill, .stroke: return (Path(), [])
    }
  }
}
