import Testing

@testable import BlazonArt
@testable import BlazonScene

struct SilhouetteTests {
  private static let measures = [
    Silhouette.Measures(center: Point(256, 256), radius: 240),
    Silhouette.Measures(center: Point(256, 250), radius: 180, halfHeight: 240, corner: 24),
    Silhouette.Measures(
      center: Point(256, 256), radius: 230, corner: 8, rotation: 15, count: 12, depth: 40),
  ]

  @Test("A silhouette is one closed path", arguments: Silhouette.allCases)
  func closed(silhouette: Silhouette) {
    for measures in Self.measures {
      let segments = silhouette.path(measures).segments
      #expect(segments.last == .close)
      #expect(segments.dropLast().allSatisfy { $0 != .close })
      let moves = segments.count { if case .move = $0 { true } else { false } }
      #expect(moves == 1)
    }
  }

  @Test(
    "A silhouette is drawn clockwise and fills a good part of its bounds",
    arguments: Silhouette.allCases)
  func clockwise(silhouette: Silhouette) {
    for measures in Self.measures {
      let area = silhouette.path(measures).points.signedArea
      let bounds = 4 * measures.radius * measures.halfHeight
      #expect(
        area > 0.4 * bounds || (silhouette.isRegular && area > measures.radius * measures.radius))
      #expect(area <= 4 * max(measures.radius, measures.halfHeight) * measures.radius + 1)
    }
  }

  @Test("A silhouette keeps to its measures and to the canvas", arguments: Silhouette.allCases)
  func bounds(silhouette: Silhouette) throws {
    for m in Self.measures {
      let points = silhouette.path(m).points
      let height = silhouette.isRegular ? m.radius : m.halfHeight
      for p in points {
        #expect(abs(p.x - m.center.x) <= m.radius + 0.5, "\(p)")
        #expect(abs(p.y - m.center.y) <= height + 0.5, "\(p)")
        #expect((0...512).contains(p.x) && (0...512).contains(p.y))
      }
      // The height is used, not only kept; rounded and turned corners may fall a little short.
      let ys = points.map(\.y)
      let used = try #require(ys.max()) - (try #require(ys.min()))
      #expect(used > height * 1.7, "\(used) of \(2 * height)")
    }
  }

  @Test(
    "What is not turned is its own mirror image",
    arguments: Silhouette.allCases)
  func mirrored(silhouette: Silhouette) {
    let measures = Silhouette.Measures(center: Point(256, 256), radius: 200, corner: 10)
    #expect(silhouette.path(measures).points.isSymmetric(about: 256))
  }

  @Test func thePennantIsDrawnOnTheCanvasOf512Units() {
    for outline in [Pennant.outline, Pennant.smallOutline] {
      #expect(outline.points.isSymmetric(about: 256))
      #expect(outline.points.allSatisfy { (0...512).contains($0.x) && (0...512).contains($0.y) })
    }
  }

  @Test func aSealHasItsLobesAndAStarItsPoints() {
    let m = Silhouette.Measures(center: Point(256, 256), radius: 200, count: 9, depth: 30)
    func peaks(_ silhouette: Silhouette) -> Int {
      let distances = silhouette.path(m).flattened(steps: 9).joined().map { ($0 - m.center).length }
      let turns = zip(
        zip(distances, distances.dropFirst() + distances.prefix(1)),
        distances.dropFirst(2) + distances.prefix(2))
      return turns.count { $0.0.1 > $0.0.0 + 1e-9 && $0.0.1 >= $0.1 - 1e-9 }
    }
    #expect(peaks(.seal) == 9)
    #expect(peaks(.star) == 9)
  }

  @Test func rotationTurnsWhatIsRegular() {
    for silhouette in Silhouette.allCases where silhouette.isRegular && silhouette != .circle {
      let m = Self.measures[0]
      var turned = m
      turned.rotation = 10
      let expected = silhouette.path(m).transformed(by: .rotation(10, about: m.center)).points
      for (a, b) in zip(silhouette.path(turned).points, expected) { #expect((a - b).length < 1e-6) }
    }
  }
}

extension Silhouette {
  /// Whether it is cut from a circle, so that the half height does not count.
  fileprivate var isRegular: Bool {
    switch self {
    case .circle, .hexagon, .octagon, .diamond, .star, .seal: true
    case .shield, .squircle, .rect, .pennant, .smallPennant: false
    }
  }
}
