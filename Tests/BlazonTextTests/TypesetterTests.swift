import Testing

@testable import BlazonScene
@testable import BlazonText

struct TypesetterTests {
  @Test("The same text is set the same, whatever was set before and by whom")
  func repeatable() {
    let style = FontFace(named: "Inter Bold").map { TextStyle(face: $0, size: 37) }
    guard let style else { return #expect(Bool(false), "Inter Bold is missing") }
    var used = Typesetter(fonts: library)
    let first = used.set("First Light — fi", in: style).runs()
    for words in ["Ελλάδα", "زمن", "مرحبا", "other"] { _ = used.set(words, in: style) }
    let second = used.set("First Light — fi", in: style).runs()
    var fresh = Typesetter(fonts: library)
    let third = fresh.set("First Light — fi", in: style).runs()
    #expect(first == second && first == third)
  }

  @Test("Typesetters on different threads set the same")
  func parallel() async {
    let expected = line("Quick Ваза Ζώδια", "Sora ExtraBold").runs()
    await withTaskGroup(of: [GlyphRun].self) { group in
      for _ in 0..<8 { group.addTask { line("Quick Ваза Ζώδια", "Sora ExtraBold").runs() } }
      for await runs in group { #expect(runs == expected) }
    }
  }

  @Test("Everything scales with the size, hinting nothing", arguments: FontFace.all.map(\.name))
  func linear(face: String) {
    let (small, large) = (
      line("AVATAR fig 0123", face, size: 7), line("AVATAR fig 0123", face, size: 700)
    )
    #expect(small.width > 0 && abs(large.width / small.width - 100) < 1e-6)
    #expect(abs(large.capHeight / small.capHeight - 100) < 1e-6)
    for (a, b) in zip(small.glyphs, large.glyphs) {
      #expect(a.id == b.id && abs(b.x - a.x * 100) < 1e-6 && abs(b.y - a.y * 100) < 1e-6)
    }
  }

  @Test(
    "Pairs are kerned", arguments: ["Inter", "EB Garamond", "Sora ExtraBold", "Manrope ExtraBold"])
  func kerning(face: String) {
    #expect(line("AV", face).width < line("A", face).width + line("V", face).width - 1)
  }

  @Test(
    "Letters join in a ligature, unless they are spaced", arguments: ["EB Garamond", "DejaVu Sans"])
  func ligatures(face: String) {
    let alone = line("f", face).ids + line("i", face).ids
    let (joined, spaced) = (line("fi", face), line("fi", face, spacing: 5))
    // DejaVu Sans has one glyph for both, EB Garamond two that fit together.
    #expect(joined.ids != alone)
    #expect(spaced.ids != joined.ids && spaced.glyphs.count == 2)
    #expect(spaced.ids.last == alone.last, "the i has its own shape")
    #expect(spaced.runs().map(\.words) == ["fi"] && joined.runs().map(\.words) == ["fi"])
  }

  @Test("Letter-spacing is added between characters, not after the last", arguments: [-3.0, 12])
  func spacing(spacing: Double) {
    for text in ["A", "HOHO", "n n", "Việt", "e\u{301}a"] {
      let (plain, spaced) = (line(text), line(text, spacing: spacing))
      let gaps = Double(text.count - 1)
      #expect(abs(spaced.width - plain.width - gaps * spacing) < 1e-9, "\(text)")
      #expect(spaced.ids == plain.ids)
    }
  }

  @Test("The ink's ascent and descent are those of the letters, whatever the capitals' height")
  func inkReach() {
    let (low, high, empty) = (line("nnn"), line("Ĵg"), line(" "))
    #expect(low.inkAscent < low.capHeight && low.inkDescent < low.size * 0.03)
    #expect(high.inkAscent > high.capHeight && high.inkDescent > high.size * 0.1)
    #expect(empty.inkAscent == 0 && empty.inkDescent == 0)
    let scaled = line("Ĵg", size: high.size * 3)
    #expect(abs(scaled.inkAscent - 3 * high.inkAscent) < 1e-9)
  }

  @Test func styleIsScaledWithItsSpacing() throws {
    let face = try #require(FontFace(named: "Inter"))
    let half = TextStyle(face: face, size: 40, letterSpacing: 3).scaled(by: 0.5)
    #expect(half == TextStyle(face: face, size: 20, letterSpacing: 1.5))
  }

  @Test func nothingIsSetAsNothing() {
    for text in ["", " ", "\u{200D}", "\u{A0}", "\t"] {
      let empty = line(text)
      #expect(empty.runs().allSatisfy { $0.outline.isEmpty }, "\(text.debugDescription)")
      #expect(empty.missing == [], "\(text.debugDescription)")
    }
    #expect(line("").width == 0 && line("").runs() == [])
    #expect(line(" ").width > 10)
  }

  @Test func outlinesStandOnTheBaselineAtTheOrigin() throws {
    let run = try #require(line("H").runs(at: Point(30, 200), paint: .white).first)
    let box = try #require(run.outline.controlBox)
    #expect(abs(box.maxY - 200) < 0.01)
    #expect(abs(box.height - line("H").capHeight) < 1)
    #expect(box.minX > 30 && box.maxX < 30 + line("H").width)
    #expect(run.paint == .white && run.size == 100 && run.face == "Inter-Regular.otf")
  }

  @Test("A glyph's outline is what its placement makes of the font's")
  func placement() throws {
    let text = line("Rg")
    let run = try #require(text.runs(at: Point(7, 9), paint: .black).first)
    for (glyph, source) in zip(run.glyphs, text.glyphs) {
      #expect(glyph.outline == source.outline.transformed(by: glyph.placement))
      #expect(glyph.placement.b == 0 && glyph.placement.a > 0 && glyph.placement.d < 0)
    }
    #expect(run.glyphs.map(\.cluster) == [0, 1])
  }

  @Test("A very long text is set to its end")
  func long() {
    let text = line(String(repeating: "Long ", count: 2000))
    #expect(text.glyphs.count == 10_000)
    #expect(abs(text.width - line("Long ").width * 2000) < text.width * 0.01)
  }

  @Test("Typesetters come and go on many threads at once")
  func comingAndGoing() async {
    let expected = FontFace.all.map { line("Ваза Q", $0.name).width }
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask {
          (0..<40).allSatisfy { _ in
            var typesetter = Typesetter(fonts: library)
            return zip(FontFace.all, expected).allSatisfy { face, width in
              typesetter.set("Ваза Q", in: TextStyle(face: face, size: 100)).width == width
            }
          }
        }
      }
      for await isSame in group { #expect(isSame) }
    }
  }
}
