import Testing

@testable import BlazonArt
@testable import BlazonScene

struct EmblemSceneTests {
  private static let colors = [0x0B7A86, 0xB91C1C, 0xF5C518, 0x111827, 0xFFFFFF].map {
    Color(hex: $0)
  }

  private func shapes(_ scene: EmblemScene, _ color: Color, isFlat: Bool = false) -> [Shape] {
    scene.nodes(color: color, map: .identity, isFlat: isFlat).compactMap {
      if case .shape(let shape) = $0 { shape } else { nil }
    }
  }

  @Test func `there are twelve, by name, each of an emblem of the library`() {
    let names = EmblemScene.all.map(\.name)
    #expect(names.count >= 12 && names == names.sorted() && Set(names).count == names.count)
    for scene in EmblemScene.all {
      #expect(scene.emblem.name == scene.name && EmblemScene(named: scene.name) == scene)
    }
    #expect(EmblemScene(named: "star") == nil)
  }

  /// Any frame of the shipped presets is full of it, wherever the picture is moved for words below it.
  @Test(arguments: EmblemScene.all.map(\.name)) func `its ground fills every frame`(name: String)
    throws
  {
    let scene = try #require(EmblemScene(named: name))
    let opaque = shapes(scene, Self.colors[0]).filter { shape in
      guard shape.opacity == 1, let fill = shape.fill else { return false }
      return fill.flat.alpha == 1
    }
    for x in stride(from: -110.0, through: 110, by: 10) {
      for y in stride(from: -84.0, through: 120, by: 6) where abs(x) < 90 || y > -40 {
        let point = Point(x + 0.31, y + 0.17)
        #expect(opaque.contains { $0.path.contains(point, evenOdd: true) }, "\(point)")
      }
    }
  }

  @Test(arguments: EmblemScene.all.map(\.name))
  func `a part of it is in the badge's colour, and it is no heavier than a badge can carry`(
    name: String
  ) throws {
    let scene = try #require(EmblemScene(named: name))
    #expect((25...80).contains(scene.parts.count))
    let bytes = scene.parts.reduce(0) { sum, part in
      switch part {
      case .fill(_, let data, _), .stroke(_, _, let data, _): sum + data.utf8.count + 40
      }
    }
    #expect(bytes < 15_000)
    let pictures = Set(Self.colors.map { shapes(scene, $0) })
    #expect(pictures.count == Self.colors.count)
  }

  @Test(arguments: EmblemScene.all.map(\.name)) func `a flat one has no gradients`(name: String)
    throws
  {
    let scene = try #require(EmblemScene(named: name))
    let rich = shapes(scene, Self.colors[0])
    let flat = shapes(scene, Self.colors[0], isFlat: true)
    func isPlain(_ shape: Shape) -> Bool {
      if case .color? = shape.fill ?? shape.stroke?.paint { true } else { false }
    }
    #expect(flat.allSatisfy(isPlain) && !rich.allSatisfy(isPlain))
    #expect(flat.count <= rich.count && flat.count > rich.count / 2)
  }
}
