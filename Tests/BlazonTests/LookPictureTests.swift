import BlazonDesign
import BlazonIntake
import BlazonLayout
import BlazonPaint
import BlazonScene
import BlazonSource
import BlazonSpec
import BlazonText
import Foundation
import TestSupport
import Testing

/// The pictures of `docs/looks.md` are what the program draws today.
@Suite struct LookPictureTests {
  private static let cell = 132

  @Test(arguments: LookMatrix.presets)
  func `a preset in every state, with every set of words`(preset: String) throws {
    try References.expect(
      try sheet(LookMatrix.badges(of: preset, emblem: "open-book"), columns: 8),
      toBe: "docs/pictures/looks-\(preset).jpg")
  }

  @Test func `the kinds that are easiest to get wrong`() throws {
    try References.expect(
      try sheet(LookMatrix.kinds, columns: 7), toBe: "docs/pictures/looks-kinds.jpg")
  }

  /// The badges side by side, row by row, on white; as a JPEG file.
  private func sheet(_ badges: [String], columns: Int) throws -> Data {
    let list = badges.enumerated().map { "  b\($0): {\($1)}\n" }.joined()
    let text = "blazon: 1\nprogramme: looks\nname: Meridian\ncolor: \"#2563EB\"\nbadges:\n\(list)"
    var report = Report()
    let programmes = try SpecFolder.load(
      ["looks"], from: SpecSource(["looks/programme.yaml": Array(text.utf8)]), report: &report)
    let programme = try #require(programmes.first)
    var composer = Composer(fonts: try FontLibrary())
    let cell = Double(Self.cell)
    let scale = (cell - 8) / Composer.canvas.width
    var nodes: [Node] = []
    for (index, badge) in programme.badges.flatMap(\.drawings).enumerated() {
      let scene = composer.compose(
        Design(badge, of: programme.programme, width: .max), report: &report)
      let (x, y) = (Double(index % columns) * cell + 4, Double(index / columns) * cell + 4)
      nodes.append(.group(Group(scene.nodes, transform: Affine(scale, 0, 0, scale, x, y))))
    }
    #expect(!report.hasErrors, "\(report.diagnostics)")
    let rows = (badges.count + columns - 1) / columns
    let size = Size(width: Double(columns) * cell, height: Double(rows) * cell)
    let scene = Scene(size: size, nodes: nodes, title: "", description: "")
    let raster = try RasterPainter(width: columns * Self.cell, of: scene).paint(scene)
    return Data(try JPEGEncoder(quality: 80).encode(raster))
  }
}
