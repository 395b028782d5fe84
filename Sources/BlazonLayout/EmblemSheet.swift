public import BlazonArt
public import BlazonScene
public import BlazonText

/// Emblems side by side under headings: each on a disc, as badges draw it large and at 24 pixels, with its name.
public enum EmblemSheet {
  /// What stands under one heading.
  public struct Section: Sendable {
    public var title: String
    public var emblems: [Emblem]
    /// Pictures in full colours, which stand for their emblems.
    public var scenes: [EmblemScene]

    public init(title: String, emblems: [Emblem] = [], scenes: [EmblemScene] = []) {
      (self.title, self.emblems, self.scenes) = (title, emblems, scenes)
    }
  }

  private static let cell = Size(width: 132, height: 150)
  private static let columns = 8
  private static let margin = 20.0
  private static let heading = 46.0
  private static let disc = 108.0
  private static let ground = Color(hex: 0x0B7A86)

  /// The sheet's scene; one unit is one pixel. A section without a title has no room for one.
  public static func scene(
    of sections: [Section], titled title: String, typesetter: inout Typesetter
  ) -> Scene {
    var nodes: [Node] = []
    var y = margin
    for section in sections {
      if !section.title.isEmpty {
        let style = TextStyle(face: FontFace(known: "Inter Display Bold"), size: 22)
        let line = typesetter.set(section.title, in: style)
        nodes += line.runs(at: Point(margin, y + 26), paint: .color(ink)).map { .text($0) }
        y += heading
      }
      let pictures =
        section.emblems.map { (name: $0.name, nodes: cell(of: $0)) }
        + section.scenes.map { (name: $0.name, nodes: cell(of: $0)) }
      for (index, picture) in pictures.enumerated() {
        let x = margin + Double(index % columns) * cell.width
        let top = y + Double(index / columns) * cell.height
        nodes.append(
          .group(
            Group(
              picture.nodes,
              transform: .translation(x + cell.width / 2, top + disc / 2))))
        let line = typesetter.set(
          picture.name, in: TextStyle(face: FontFace(known: "Inter"), size: 12),
          within: cell.width - 8)
        let start = Point(x + (cell.width - line.width) / 2, top + disc + 18)
        nodes += line.runs(at: start, paint: .color(ink)).map { .text($0) }
      }
      y += Double((pictures.count + columns - 1) / columns) * cell.height
    }
    let size = Size(width: Double(columns) * cell.width + 2 * margin, height: y + margin / 2)
    let paper = Shape(
      Path(rect: Rect(x: 0, y: 0, width: size.width, height: size.height)), fill: .white)
    return Scene(
      size: size, nodes: [.shape(paper)] + nodes, title: title, description: "\(title).")
  }

  private static let ink = Color(hex: 0x1F2328)

  /// The emblem about (0, 0): on a disc, and small beside it.
  private static func cell(of emblem: Emblem) -> [Node] {
    func tone(_ lightness: Double) -> Paint { .color(ground.tone(lightness)) }
    let inks = Emblem.Inks(
      light: .white, tint: tone(0.86), mid: tone(0.5), deep: tone(0.3),
      accent: .color(Color(hex: 0xFFD166)), glass: .color(ground.tone(0.86).withAlpha(0.34)))
    func picture(_ center: Point, radius: Double, isSmall: Bool) -> [Node] {
      let scale = radius / (isSmall ? 70 : 76)
      let map = Affine.translation(center.x, center.y).after(.scale(scale))
      return [.shape(Shape(Path(circle: center, radius: radius), fill: .color(ground)))]
        + emblem.nodes(inks, map: map, isSmall: isSmall)
    }
    return picture(Point(0, 0), radius: disc / 2, isSmall: false)
      + [.shape(Shape(Path(circle: Point(46, 42), radius: 15), fill: .white))]
      + picture(Point(46, 42), radius: 12, isSmall: true)
  }

  private static func cell(of scene: EmblemScene) -> [Node] {
    let circle = Path(circle: Point(0, 0), radius: disc / 2)
    let map = Affine.scale(disc / 2 / EmblemScene.radius)
    return [.group(Group(scene.nodes(color: ground, map: map, isFlat: false), clip: circle))]
  }
}

extension EmblemSheet.Section {
  /// Every emblem by topic, and the scenes.
  public static let all =
    Emblem.Topic.allCases.map { EmblemSheet.Section(title: $0.title, emblems: $0.emblems) } + [
      EmblemSheet.Section(title: "Scenes", scenes: EmblemScene.all)
    ]
}
