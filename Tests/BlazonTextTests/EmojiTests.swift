import Testing

@testable import BlazonScene
@testable import BlazonText

/// Letters that a font holds as pictures.
@Suite struct EmojiTests {
  @Test(arguments: ["🎉", "👨‍👩‍👧", "🇩🇪", "⭐", "❤️", "👍🏽", "1️⃣"])
  func `an emoji is one picture, as wide as it says`(_ emoji: String) throws {
    let line = line("a\(emoji)b")
    let pictures = line.glyphs.filter { $0.drawing.colors != nil }
    #expect(pictures.count == 1 && line.missing == [], "\(line.files)")
    let picture = try #require(pictures.first)
    let last = try #require(line.glyphs.last)
    #expect(last.x >= picture.x + picture.advance - 1e-9 && picture.advance > 90)
    let node = try #require(line.runs().flatMap(\.art).first)
    guard case .image(let image) = node else { return #expect(Bool(false), "\(node)") }
    #expect(image.box.width > 80 && image.box.minX >= picture.x - 1)
    #expect(image.raster.pixels.contains { $0 > 0 })
    #expect(line.runs().map(\.words).joined() == "a\(emoji)b")
  }

  @Test func `its ink counts`() throws {
    let line = line("🎉")
    #expect(line.inkAscent > 60 && line.inkDescent > 5)
    let ink = try #require(line.ink)
    #expect(ink.width > 80 && line.capHeight > 60)
  }

  @Test func `on a curve it turns`() throws {
    let line = line("🎉🚀")
    let art = line.runs(paint: .black) { distance in
      Affine.rotation(Angle(radians: distance / 100)).after(.translation(0, -100))
    }.flatMap(\.art)
    for (node, sign) in zip(art, [-1.0, 1]) {
      guard case .group(let group) = node else { return #expect(Bool(false), "\(node)") }
      #expect(group.transform.b * sign > 0.1 && abs(group.transform.scale - 1) < 1e-9)
    }
    #expect(art.count == 2)
  }

  @Test func `a family of pictures that is named draws no blanks`() throws {
    let fonts = try FontLibrary(FallbackFamilies(sans: ["Noto Color Emoji"]))
    let line = BlazonTextTests.line("Ada 12 # ♥ 🎉", fonts: fonts)
    #expect(line.missing == [])
    let shown = line.glyphs.filter { !$0.drawing.isBlank }
    #expect(shown.count == 8, "every letter but the blanks")
  }

  @Test func `where no font has pictures an outline is drawn, or nothing is`() {
    #expect(line("😀", fonts: closedLibrary).files == ["DejaVuSans.ttf"])
    #expect(line("🦾", fonts: closedLibrary).missing == ["🦾"])
  }

  private func line(_ text: String, fonts: FontLibrary = library) -> TextLine {
    BlazonTextTests.line(text, fonts: fonts)
  }
}
