import TestSupport
import Testing

@testable import BlazonScene

struct GeometryTests {
  @Test(
    "An angle of 0 points up, and angles turn clockwise",
    arguments: [
      (0, Point(5, -5)), (90, Point(15, 5)), (180, Point(5, 15)), (270, Point(-5, 5)),
      (-90, Point(-5, 5)), (450, Point(15, 5)),
    ])
  func angles(degrees: Double, expected: Point) {
    #expect(Point(5, 5).polar(10, Angle(degrees: degrees)).isNear(expected))
  }

  @Test func radiansAndDegreesAreTheSameAngle() {
    #expect(abs(Angle(radians: .pi / 3).degrees - 60) < 1e-12)
    #expect(abs(Angle(degrees: 45).radians - .pi / 4) < 1e-12)
  }

  @Test("`outer.after(inner)` applies the inner map first")
  func order() {
    let map = Affine.translation(100, 0).after(.scale(2))
    #expect(map(Point(3, 4)) == Point(106, 8))
    let other = Affine.scale(2).after(.translation(100, 0))
    #expect(other(Point(3, 4)) == Point(206, 8))
  }

  @Test func mapsComposeLikeFunctions() {
    var random = SeededGenerator(seed: 1)
    func map() -> Affine {
      let n = (0..<6).map { _ in Double.random(in: -3...3, using: &random) }
      return Affine(n[0], n[1], n[2], n[3], n[4], n[5])
    }
    for _ in 0..<200 {
      let (f, g, h) = (map(), map(), map())
      let p = Point(
        .random(in: -9...9, using: &random), .random(in: -9...9, using: &random))
      #expect(f.after(g)(p).isNear(f(g(p)), within: 1e-9))
      #expect(f.after(g).after(h)(p).isNear(f.after(g.after(h))(p), within: 1e-9))
      #expect(f.after(.identity) == f && Affine.identity.after(f) == f)
    }
  }

  @Test("A rotation keeps its centre and turns clockwise about it")
  func rotation() {
    let center = Point(30, -7)
    for degrees in stride(from: -720.0, through: 720, by: 37) {
      let map = Affine.rotation(Angle(degrees: degrees), about: center)
      #expect(map(center).isNear(center))
      let p = center.polar(12, 20)
      #expect(map(p).isNear(center.polar(12, Angle(degrees: 20 + degrees))))
      #expect(abs(map.scale - 1) < 1e-12)
    }
  }

  @Test func theScaleOfAMapIsHowMuchLengthsGrow() {
    #expect(Affine.scale(3).after(.rotation(40)).scale.isNear(3))
    #expect(Affine.scale(2, 8).scale == 4)
    #expect(Affine.scale(-1, 1).scale == 1)
  }

  @Test func rectanglesUniteGrowAndContain() {
    let a = Rect(x: 0, y: 0, width: 10, height: 10)
    let b = Rect(center: Point(20, -5), width: 4, height: 2)
    let both = a.union(b)
    #expect(both == Rect(x: 0, y: -6, width: 22, height: 16))
    #expect(both.contains(a) && both.contains(b) && !a.contains(b))
    #expect(a.expanded(by: 2) == Rect(x: -2, y: -2, width: 14, height: 14))
  }
}

extension Double {
  fileprivate func isNear(_ other: Double) -> Bool { abs(self - other) < 1e-9 }
}
