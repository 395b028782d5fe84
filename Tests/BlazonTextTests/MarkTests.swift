import Testing

@testable import BlazonScene
@testable import BlazonText

/// Letters whose marks have no character of their own with them.
@Suite struct MarkTests {
  private func box(_ glyph: TextLine.Glyph) -> Rect? {
    let points = glyph.outline.flattened(steps: 8).joined().map {
      Point(glyph.x + $0.x * glyph.scale, glyph.y - $0.y * glyph.scale)
    }
    guard let first = points.first else { return nil }
    return points.reduce(Rect(x: first.x, y: first.y, width: 0, height: 0)) {
      $0.union(Rect(x: $1.x, y: $1.y, width: 0, height: 0))
    }
  }

  @Test(arguments: FontFace.all.map(\.name))
  func `a mark stands over or under the middle of its letter, clear of it`(_ face: String) throws {
    for text in [
      "ọ́", "Ọ́", "ẹ̀", "Ẹ̀", "m̀", "M̀", "n̄", "g̃", "G̃", "ũ̀", "ė̃", "Ė̃", "q̊", "ɛ́", "x̱",
    ] {
      let line = line(text, face)
      #expect(line.missing == [] && line.files.count == 1, "\(text) by \(line.files)")
      let boxes = line.glyphs.compactMap(box)
      guard boxes.count > 1, let letter = boxes.first else { continue }
      for mark in boxes.dropFirst() {
        let isApart = mark.maxY <= letter.minY + 0.5 || mark.minY >= letter.maxY - 0.5
        #expect(isApart, "\(text) in \(face)")
        // An italic leans; anchors of a font are where its designer wants them.
        #expect(abs(mark.center.x - letter.center.x) < 30, "\(text) in \(face)")
      }
    }
  }

  @Test(arguments: FontFace.all.map(\.name))
  func `a letter in parts is set as the letter it is`(face: String) {
    for (parts, letter) in [
      ("Η\u{301} Α", "\u{389} Α"), ("e\u{301}", "\u{E9}"), ("И\u{306}", "\u{419}"),
    ] {
      #expect(line(parts, face).ids == line(letter, face).ids, "\(letter)")
      #expect(line(parts, face).width == line(letter, face).width, "\(letter)")
    }
  }

  @Test func `marks do not widen a text, and stand one over the other`() throws {
    let line = line("o\u{323}\u{301}\u{300}", "Inter Bold")
    let tops = line.glyphs.dropFirst().compactMap(box)
    #expect(tops.count == 2 && tops[1].maxY <= tops[0].minY)
    #expect(abs(line.width - self.line("ọ").width) < 0.5)
  }

  private func line(_ text: String) -> TextLine { BlazonTextTests.line(text, "Inter Bold") }

  private func line(_ text: String, _ face: String) -> TextLine {
    BlazonTextTests.line(text, face)
  }

  @Test func `the dot of i gives way to a mark`() {
    let (dotted, bare) = (line("i\u{30B}"), line("ı"))
    #expect(dotted.ids.first == bare.ids.first)
    #expect(line("i").ids.first != bare.ids.first)
  }

  @Test func `spacing parts letters, not marks, and no script that joins or stacks`() {
    for text in ["ที่ปรึกษา", "ສົມພອນ", "ស្រីពៅ", "ကြည်", "ليلى", "श्री", "བསྟན"] {
      let (plain, spaced) = (
        BlazonTextTests.line(text), BlazonTextTests.line(text, spacing: 9)
      )
      #expect(abs(plain.width - spaced.width) < 1e-9, "\(text)")
    }
    for text in ["Ọ́m", "שָׁלוֹם", "e\u{301}a"] {
      let (plain, spaced) = (
        BlazonTextTests.line(text, "DejaVu Sans Bold"),
        BlazonTextTests.line(text, "DejaVu Sans Bold", spacing: 9)
      )
      let gaps = Double(text.count - 1) * 9
      #expect(abs(spaced.width - plain.width - gaps) < 1e-9, "\(text)")
    }
  }

  @Test func `on a curve a mark turns with its letter`() throws {
    let line = line("mọ́m")
    let runs = line.runs(paint: .black) { distance in
      Affine.rotation(Angle(radians: distance / 100)).after(.translation(0, -100))
    }
    let glyphs = runs.flatMap(\.glyphs)
    try #require(glyphs.count == 4)
    let (letter, mark) = (glyphs[1].placement, glyphs[2].placement)
    #expect(letter.a == mark.a && letter.b == mark.b)
    #expect(glyphs[0].placement.b != letter.b)
  }
}
