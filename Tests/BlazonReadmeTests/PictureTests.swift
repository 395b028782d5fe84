import BlazonPaint
import BlazonText
import Foundation
import TestSupport
import Testing

@testable import BlazonLayout
@testable import BlazonReadme
@testable import BlazonScene

/// The scene of a badge, against an independent reading of its SVG.
@Suite struct PictureTests {
  private static let library = try? FontLibrary()
  private static let scale = 4

  private func paint(_ scene: Scene) throws -> PNGFile {
    let raster = try RasterPainter(scale: Double(PictureTests.scale)).paint(scene)
    return try #require(PNGFile(PNGEncoder().encode(raster)))
  }

  private func raster(_ badge: ReadmeBadge) throws -> PNGFile {
    var typesetter = Typesetter(fonts: try #require(PictureTests.library))
    return try paint(badge.scene(&typesetter))
  }

  /// The badge without its letters, whose font the other renderer does not have: our picture and
  /// the other's.
  private func bare(_ badge: ReadmeBadge) throws -> (ours: PNGFile, theirs: PNGFile) {
    var typesetter = Typesetter(fonts: try #require(PictureTests.library))
    let scene = badge.scene(&typesetter)
    let nodes = scene.nodes.filter { if case .text = $0 { false } else { true } }
    let ours = try paint(Scene(size: scene.size, nodes: nodes, title: "", description: ""))
    let width = decimal(ReadmeLayout(badge, badge.tableWidths).size.width)
    let svg = String(decoding: badge.svg, as: UTF8.self)
      .replacing(/<text[^>]*>[^<]*<\/text>/, with: "")
      // The other renderer has no crisp edges.
      .replacing(
        "width=\"\(width)\"", with: "width=\"\(decimal(scene.size.width))\""
      )
      .replacing("viewBox=\"0 0 \(width) ", with: "viewBox=\"0 0 \(decimal(scene.size.width)) ")
    let answer = try run("rsvg-convert", ["-z", "\(PictureTests.scale)"], input: Data(svg.utf8))
    #expect(answer.status == 0, "\(answer.error)")
    return (ours, try #require(PNGFile(Array(answer.output))))
  }

  @Test(arguments: GeometryTests.cases.filter { $0.label.count < 20 })
  func `is the SVG's picture but for the letters`(_ c: GeometryTests.Case) throws {
    let (ours, theirs) = try bare(try c.badge())
    let parity = try #require(Parity(ours, theirs), "\(ours.width) and \(theirs.width) pixels")
    #expect(parity.mean < 1.2 && parity.outliers < 1, "\(parity)")
  }

  @Test(arguments: ReadmeStyle.allCases)
  func `letters fill the width that was measured`(_ style: ReadmeStyle) throws {
    var typesetter = Typesetter(fonts: try #require(PictureTests.library))
    for (label, message) in [("HHHHHHH", "HHH"), ("contributor", "H merged H")] {
      let badge = try ReadmeBadge(label: label, message: message, style: style)
      let layout = ReadmeLayout(badge, badge.tableWidths)
      let runs = badge.scene(&typesetter).nodes.compactMap { node -> GlyphRun? in
        if case .text(let run) = node { run } else { nil }
      }
      for words in [try #require(layout.label?.words), try #require(layout.message?.words)] {
        let run = try #require(runs.first { $0.words == words.text })
        let ink = try #require(run.outline.controlBox)
        #expect(abs(ink.center.x - words.middle) < 0.8)
        #expect(ink.width < words.length && ink.width > words.length - 3.2, "\(ink), \(words)")
      }
    }
  }

  @Test func `a width that is no whole number is drawn to the next pixel`() throws {
    let badge = try ReadmeBadge(label: "cactus", message: "grown", style: .forTheBadge)
    let image = try raster(badge)
    #expect(image.width == 147 * PictureTests.scale)
    #expect(image.pixel(image.width - 1, 2) == [0x44, 0xCC, 0x11, 255])
  }

  @Test func `characters without a glyph are named`() throws {
    var typesetter = Typesetter(fonts: try #require(PictureTests.library))
    let badge = try ReadmeBadge(label: "中a中", message: "\u{10FFFD}")
    let missing = badge.missingLetters(&typesetter)
    #expect(missing?.letters == ["\u{10FFFD}"])
    let fine = try ReadmeBadge(label: "Größe 中", message: "Привет สถานะ 🎉")
    let none = fine.missingLetters(&typesetter)
    #expect(none == nil)
  }

  @Test(arguments: ["الحالة", "प्रमाणित", "ผ่านแล้ว", "ラベル", "🎉 ok"])
  func `letters of other scripts fill the width that was measured`(_ text: String) throws {
    var typesetter = Typesetter(fonts: try #require(PictureTests.library))
    for style in ReadmeStyle.allCases {
      let badge = try ReadmeBadge(label: text, message: text, style: style)
      let layout = ReadmeLayout(badge, badge.widths(&typesetter))
      let half = try #require(layout.message)
      let words = try #require(half.words)
      let runs = badge.scene(&typesetter).nodes.compactMap { node -> GlyphRun? in
        if case .text(let run) = node { run } else { nil }
      }
      let boxes = runs.flatMap { run in
        run.glyphs.compactMap(\.outline.controlBox)
          + run.art.compactMap { node in if case .image(let image) = node { image.box } else { nil }
          }
      }
      let ink = try #require(boxes.map(\.maxX).max())
      #expect(ink <= half.box.maxX - 3 && ink >= words.middle + words.length / 2 - 4, "\(style)")
    }
  }

  @Test func `the same badge gives the same bytes`() throws {
    let badge = try GeometryTests.Case(
      style: .plastic, label: "a", message: "b", hasLogo: true, hasLabelColor: true
    ).badge()
    #expect(badge.svg == badge.svg)
    #expect(try raster(badge) == raster(badge))
  }
}
