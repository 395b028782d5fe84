import BlazonPaint
import BlazonText
import Foundation
import TestSupport
import Testing

@testable import BlazonReadme
@testable import BlazonScene

/// The scene of a badge, against an independent reading of its SVG.
@Suite struct PictureTests {
  private static let library = try? FontLibrary()
  private static let scale = 4

  private func raster(_ badge: ReadmeBadge) throws -> PNGFile {
    var typesetter = Typesetter(fonts: try #require(PictureTests.library))
    let raster = try RasterPainter(scale: Double(PictureTests.scale)).paint(
      badge.scene(&typesetter))
    return try #require(PNGFile(PNGEncoder().encode(raster)))
  }

  private func reading(_ badge: ReadmeBadge) throws -> PNGFile {
    let answer = try run("rsvg-convert", ["-z", "\(PictureTests.scale)"], input: Data(badge.svg))
    #expect(answer.status == 0, "\(answer.error)")
    return try #require(PNGFile(Array(answer.output)))
  }

  @Test(arguments: GeometryTests.cases.filter { $0.label.count < 20 })
  func `has the SVG's size and its colours`(_ c: GeometryTests.Case) throws {
    let badge = try c.badge()
    let (ours, theirs) = (try raster(badge), try reading(badge))
    #expect(ours.height == theirs.height)
    #expect(abs(ours.width - theirs.width) < PictureTests.scale)
    // Along the middle of the free margins above and below the letters, and down the edges.
    let layout = ReadmeLayout(badge)
    let scale = Double(PictureTests.scale)
    for half in [layout.label, layout.message] {
      guard let box = half?.box, box.width > 4 else { continue }
      for x in [box.minX + 2.4, box.maxX - 2.4] {
        for y in stride(from: 2.4, to: layout.size.height - 2, by: 2) {
          let pixel = (Int(x * scale), Int(y * scale))
          let (a, b) = (ours.pixel(pixel.0, pixel.1), theirs.pixel(pixel.0, pixel.1))
          let apart = zip(a, b).map { abs(Int($0) - Int($1)) }.max() ?? 0
          #expect(apart <= 4, "at \(x), \(y): \(a) and \(b)")
        }
      }
    }
  }

  @Test(arguments: ReadmeStyle.allCases)
  func `is the same picture but for the letters`(_ style: ReadmeStyle) throws {
    let badge = try ReadmeBadge(label: " ", message: " ", style: style, logo: redSquare)
    let parity = try #require(Parity(try raster(badge), try reading(badge)))
    #expect(parity.mean < 1 && parity.outliers < 1, "\(parity)")
  }

  @Test(arguments: ReadmeStyle.allCases)
  func `letters fill the width that was measured`(_ style: ReadmeStyle) throws {
    var typesetter = Typesetter(fonts: try #require(PictureTests.library))
    for (label, message) in [("HHHHHHH", "HHH"), ("contributor", "H merged H")] {
      let badge = try ReadmeBadge(label: label, message: message, style: style)
      let layout = ReadmeLayout(badge)
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
    #expect(badge.missingCharacters(&typesetter).contains("\u{10FFFD}"))
    let fine = try ReadmeBadge(label: "Größe", message: "Привет")
    #expect(fine.missingCharacters(&typesetter).isEmpty)
  }

  @Test func `the same badge gives the same bytes`() throws {
    let badge = try GeometryTests.Case(
      style: .plastic, label: "a", message: "b", hasLogo: true, hasLabelColor: true
    ).badge()
    #expect(badge.svg == badge.svg)
    #expect(try raster(badge) == raster(badge))
  }
}

@Suite struct Base64Tests {
  @Test(arguments: 0..<9)
  func `base 64 is Foundation's`(_ count: Int) {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 73 + 200) }
    #expect(base64(bytes) == Data(bytes).base64EncodedString())
  }
}
