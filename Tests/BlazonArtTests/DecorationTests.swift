import Testing

@testable import BlazonArt
@testable import BlazonScene

/// Patterns and ornaments.
struct DecorationTests {
  private let box = Rect(x: 56, y: 6, width: 400, height: 500)

  private func pattern(_ kind: Pattern.Kind, opacity: Double = 0.2) -> Pattern {
    Pattern(
      kind, color: Color(hex: 0x00B39F), opacity: opacity, center: box.center, radius: 330,
      count: 12, step: 24, line: 3, rotation: 7, box: box)
  }

  private func shapes(_ nodes: [Node]) -> [Shape] {
    nodes.flatMap { node -> [Shape] in
      switch node {
      case .shape(let shape): return [shape]
      case .group(let group): return group.opacity > 0 ? shapes(group.children) : []
      case .repeated(let copies):
        return shapes([copies.child]).flatMap { shape in
          copies.transforms.map { map in
            var copy = shape
            copy.path = shape.path.transformed(by: map)
            return copy
          }
        }
      case .text, .image: return []
      }
    }
  }

  @Test("A pattern paints something, everywhere in its field", arguments: Pattern.Kind.allCases)
  func covers(kind: Pattern.Kind) throws {
    let shapes = shapes(pattern(kind).nodes())
    #expect(!shapes.isEmpty)
    let boxes = shapes.compactMap(\.path.controlBox)
    let all = boxes.dropFirst().reduce(try #require(boxes.first)) { $0.union($1) }
    // A tide stands at the centre.
    let field =
      kind == .wave ? Rect(x: box.x, y: box.center.y, width: box.width, height: 250) : box
    // Within a step of every edge.
    #expect(all.expanded(by: 24).contains(field), "\(all)")
    let points = shapes.flatMap(\.path.points)
    #expect(points.allSatisfy { $0.x.isFinite && $0.y.isFinite })
  }

  @Test("A pattern without opacity is not to be seen", arguments: Pattern.Kind.allCases)
  func opacity(kind: Pattern.Kind) {
    for shape in shapes(pattern(kind, opacity: 0).nodes()) {
      for paint in [shape.fill, shape.stroke?.paint].compactMap(\.self) {
        switch paint {
        case .color(let color): #expect(color.alpha == 0)
        case .linear(let gradient): #expect(gradient.stops.allSatisfy { $0.color.alpha == 0 })
        case .radial(let gradient): #expect(gradient.stops.allSatisfy { $0.color.alpha == 0 })
        }
      }
    }
  }

  @Test func raysAreAsManyAsAskedAndHalfOfTheCircle() throws {
    let rays = try #require(shapes(pattern(.rays).nodes()).first).path.flattened(steps: 1)
    #expect(rays.count == 12)
    let shaded = (0..<3600).count { step in
      let p = box.center.polar(100, Angle(degrees: Double(step) / 10 + 0.03))
      return rays.contains { $0.winding(about: p) != 0 }
    }
    #expect(abs(shaded - 1800) < 20)
  }

  @Test func aLaurelIsItsOwnMirrorImageAndOpenAtTheTop() {
    let center = Point(256, 256)
    let nodes = Ornament.laurel(
      at: center, radius: 180, pairs: 9, leaf: 50, opening: 30, light: .white, dark: .black,
      stem: .black)
    let points = shapes(nodes).flatMap(\.path.points)
    #expect(nodes.count == 6)
    #expect(points.isSymmetric(about: 256, within: 1e-6))
    for p in points where p.y < 256 {
      let fromTop = abs((p.x - 256) / (256 - p.y))
      #expect(fromTop > Angle(degrees: 8).sine, "\(p) is in the opening")
    }
  }

  @Test func theFacetsOfAStarLieOnItAndCoverHalf() throws {
    let nodes = BevelledStar(at: Point(50, 50), radius: 40).nodes(light: .white, dark: .black)
    let parts = shapes(nodes)
    #expect(parts.count == 2)
    let star = parts[0].path
    let facets = parts[1].path.flattened(steps: 1)
    #expect(facets.count == 5)
    let area = facets.map { abs($0.signedArea) }.reduce(0, +)
    #expect(abs(area - star.points.signedArea / 2) < 1e-6)
    for facet in facets {
      let middle = facet.dropLast().reduce(Point(0, 0), +) * (1.0 / 3)
      #expect(star.contains(middle, evenOdd: false))
    }
  }
}
