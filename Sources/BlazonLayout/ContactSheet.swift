public import BlazonScene
public import BlazonText

/// All badges of a programme on one sheet: once on white, once on a dark page.
public struct ContactSheet {
  public struct Cell {
    public var scene: Scene
    public var label: String

    public init(scene: Scene, label: String) { (self.scene, self.label) = (scene, label) }
  }

  private static let cell = Size(width: 200, height: 226)
  private static let badge = 176.0
  private static let margin = 24.0
  private static let heading = 64.0

  /// How many badges a sheet holds; more need another sheet, as memory and Cairo have limits.
  public static let capacity = 96

  /// The pixel width at which a badge appears, for its optical drawing.
  public static let badgeWidth = Int(badge)

  /// The sheet's scene; one unit is one pixel.
  public static func scene(
    titled title: String, _ cells: [Cell], typesetter: inout Typesetter
  ) -> Scene {
    let columns = max(1, min(8, Int(Double(cells.count).squareRoot().rounded(.up))))
    let rows = (cells.count + columns - 1) / columns
    let width = Double(columns) * cell.width + 2 * margin
    let height = Double(rows) * cell.height + 2 * margin + heading
    let pages = [
      (Color.white, Color(hex: 0x1F2328), 0.0),
      (Color(hex: 0x0D1117), Color(hex: 0xE6EDF3), height),
    ]
    var nodes: [Node] = []
    for (paper, ink, top) in pages {
      nodes.append(
        .shape(
          Shape(Path(rect: Rect(x: 0, y: top, width: width, height: height)), fill: .color(paper))))
      let name = typesetter.fitted(title, "Inter Display Bold", 30, width: width - 2 * margin)
      nodes += name.runs(at: Point(margin, top + margin + 30), paint: .color(ink)).map { .text($0) }
      for (index, item) in cells.enumerated() {
        let x = margin + Double(index % columns) * cell.width
        let y = top + margin + heading + Double(index / columns) * cell.height
        let scale = badge / item.scene.size.width
        let left = x + (cell.width - badge) / 2
        nodes.append(
          .group(Group(item.scene.nodes, transform: Affine(scale, 0, 0, scale, left, y))))
        let label = typesetter.fitted(item.label, "Inter", 12, width: cell.width - 12)
        let start = Point(x + (cell.width - label.width) / 2, y + badge + 20)
        nodes += label.runs(at: start, paint: .color(ink.withAlpha(0.8))).map { .text($0) }
      }
    }
    return Scene(
      size: Size(width: width, height: 2 * height), nodes: nodes, title: title,
      description: "\(title), on a white and on a dark page.")
  }
}

extension Typesetter {
  /// One line of `text`, shrunk to `width` if need be.
  fileprivate mutating func fitted(
    _ text: String, _ font: String, _ size: Double, width: Double
  ) -> TextLine {
    set(text, in: TextStyle(face: FontFace(known: font), size: size), within: width)
  }
}
