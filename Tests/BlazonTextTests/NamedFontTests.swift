import Foundation
import TestSupport
import Testing

@testable import BlazonScene
@testable import BlazonText

/// Faces that drawings ask for by name.
@Suite struct NamedFontTests {
  private static func font(_ name: String) throws -> Typeface.Font {
    TestFont.font(try OpenTypeFont(TestFont.bytes(name)), name: name)
  }

  @Test func `every font that ships is found by its family, and sets words in itself`() throws {
    let fonts = NamedFonts()
    let faces = fonts.families.flatMap(fonts.faces(ofFamily:))
    #expect(faces.count == FontFace.all.count && Set(faces).count == faces.count)
    for face in faces {
      let line = try fonts.set("Hamburgefonstiv", in: face)
      #expect(line.missing.isEmpty && line.glyphs.count >= 13, "\(face.family)")
      #expect((0.7...1.3).contains(line.ascent) && (0.1...0.5).contains(line.descent))
    }
    #expect(fonts.faces(ofFamily: "iNTER").count == 3)
    #expect(fonts.faces(ofFamily: "Inter Bold").isEmpty && fonts.faces(ofFamily: "").isEmpty)
  }

  @Test func `the page on artwork lists the families and weights that ship`() throws {
    let page = try String(contentsOf: project.appending(path: "docs/artwork.md"), encoding: .utf8)
    let fonts = NamedFonts()
    for family in fonts.families {
      let weights = Set(fonts.faces(ofFamily: family).map(\.weight)).sorted().map { "\($0)" }
      let row = "| \(family) | \(weights.joined(separator: ", "))"
      #expect(page.contains("\n\(row) |\n") || page.contains("\n\(row), upright and italic |\n"))
    }
  }

  @Test func `words are set as the house sets them in the same face`() throws {
    let fonts = NamedFonts()
    for name in ["Inter", "Sora ExtraBold", "Manrope ExtraBold", "JetBrains Mono"] {
      let face = try #require(FontFace(named: name))
      let named = try #require(fonts.faces(ofFamily: face.design).nearest(to: face.weight))
      let (ours, theirs) = (line("AVATAR fi", name, size: 1), try fonts.set("AVATAR fi", in: named))
      #expect(abs(ours.width - theirs.width) < 1e-9, "\(name)")
      let points = ours.runs().flatMap(\.glyphs).flatMap(\.outline.points)
      let distances = zip(points, theirs.glyphs.flatMap(\.outline.points)).map { ($0 - $1).length }
      #expect(points.count > 50 && distances.allSatisfy { $0 < 1e-9 }, "\(name)")
    }
  }

  @Test func `nothing stands in for a letter that a face lacks`() throws {
    let fonts = NamedFonts()
    let face = try #require(fonts.faces(ofFamily: "Inter").first)
    #expect(try fonts.set("a你b😀", in: face).missing == ["你", "😀"])
  }

  @Test(arguments: [
    (100, 400), (400, 400), (450, 400), (500, 400), (550, 600), (600, 600), (650, 700), (900, 700),
  ])
  func `the nearest weight is the one that browsers choose`(_ asked: Int, _ found: Int) {
    #expect(NamedFonts().faces(ofFamily: "Inter").nearest(to: asked)?.weight == found)
  }

  @Test func `a programme's own fonts are known by the names in their files`() throws {
    let variable = try Self.font("variable.ttf")
    let fonts = NamedFonts(Typeface([.title: variable, .text: try Self.font("static.otf")]))
    let own = try #require(variable.font.families.first)
    #expect(fonts.families.contains(own) && fonts.families.contains("Inter"))
    let faces = fonts.faces(ofFamily: own)
    #expect(faces.map(\.weight).allSatisfy { $0 % 100 == 0 } && faces.count > 1, "\(faces)")
    let light = try fonts.set("Hello", in: try #require(faces.first))
    let heavy = try fonts.set("Hello", in: try #require(faces.last))
    #expect(light.glyphs.map(\.outline) != heavy.glyphs.map(\.outline))
    #expect(light.missing.isEmpty && light.glyphs.count == 5)
  }
}
