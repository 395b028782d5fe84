import BlazonArt
import BlazonLayout
import BlazonPaint
import BlazonScene
import BlazonText
import Foundation
import TestSupport
import Testing

/// `docs/emblems.md` and its pictures are what the program draws today.
@Suite struct EmblemPageTests {
  @Test(arguments: Emblem.Topic.allCases)
  func `a picture of every topic`(topic: Emblem.Topic) throws {
    try expect([EmblemSheet.Section(title: "", emblems: topic.emblems)], at: topic.rawValue)
  }

  @Test func `a picture of the scenes`() throws {
    try expect([EmblemSheet.Section(title: "", scenes: EmblemScene.all)], at: "scenes")
  }

  private func expect(_ sections: [EmblemSheet.Section], at name: String) throws {
    var typesetter = Typesetter(fonts: try FontLibrary())
    let scene = EmblemSheet.scene(of: sections, titled: "Emblems", typesetter: &typesetter)
    let raster = try RasterPainter(scale: 1).paint(scene)
    try References.expect(
      Data(try JPEGEncoder(quality: 82).encode(raster)), toBe: "docs/pictures/emblems-\(name).jpg")
  }

  @Test func `the page`() throws {
    var page = """
      # Emblems

      \(Emblem.all.count) emblems ship with Blazon. A badge names one: `emblem: lighthouse`. Look for one by a word, in
      any of eleven languages: `blazon list emblems Übersetzung`. Beside each stands its drawing for small sizes. Those
      marked ● have colours of their own, which a badge shows with `emblem-color: natural`.

      This page is generated.


      """
    for topic in Emblem.Topic.allCases {
      page += "## \(topic.title)\n\n![\(topic.title)](pictures/emblems-\(topic.rawValue).jpg)\n\n"
      page += "| name | shows | found by |\n|---|---|---|\n"
      for emblem in topic.emblems {
        let mark = emblem.isNatural ? " ●" : ""
        page +=
          "| `\(emblem.name)`\(mark) | \(emblem.subject) | \(emblem.tags.joined(separator: ", ")) |\n"
      }
      page += "\n"
    }
    page += """
      ## Scenes

      These emblems are pictures in full colours too, for `patch`, `seal` and `hexagon`: `emblem: {scene: lighthouse}`. A part of each
      is in the badge's own colour. Other presets, small sizes and other states show the emblem.

      ![Scenes](pictures/emblems-scenes.jpg)

      """
    page += EmblemScene.all.map { "`\($0.name)`" }.joined(separator: ", ") + "\n"
    try References.expect(Data(page.utf8), toBe: "docs/emblems.md")
  }
}
