import Testing

@testable import BlazonScene
@testable import BlazonText

struct CurvedTextTests {
  private let center = Point(256, 256)
  private let radius = 180.0

  /// Along the upper half of a circle, clockwise, the line's middle at the top.
  private func frame(_ distance: Double) -> Affine {
    let turn = Angle(radians: distance / radius)
    let p = center.polar(radius, turn)
    return Affine.translation(p.x, p.y).after(.rotation(turn))
  }

  @Test("The middle of every glyph's advance lies on the curve, the glyph along it")
  func onTheCurve() {
    let text = line("WAVE AROUND fi", "Inter Bold", size: 40)
    let runs = text.runs(paint: .black, along: frame)
    #expect(runs.map(\.words).joined() == text.text)
    for (glyph, source) in zip(runs.flatMap(\.glyphs), text.glyphs) {
      let middle = glyph.placement(Point(source.advance / 2 / source.scale, 0))
      #expect(abs((middle - center).length - radius) < 1e-6)
      let turn = Angle(radians: (source.x + source.advance / 2 - text.width / 2) / radius)
      #expect((middle - center.polar(radius, turn)).length < 1e-6)
      let along = glyph.placement(Point(1, 0)) - glyph.placement(Point(0, 0))
      #expect((along * (1 / along.length) - Point(turn.cosine, turn.sine)).length < 1e-6)
      #expect(abs(glyph.placement.scale - source.scale) < 1e-9)
    }
  }

  @Test func aPalindromeIsItsOwnMirrorImage() throws {
    let boxes = line("HOH", "Inter", size: 60).runs(paint: .black, along: frame)
      .flatMap(\.glyphs).compactMap(\.outline.controlBox)
    #expect(boxes.count == 3)
    #expect(abs(boxes[0].center.x + boxes[2].center.x - 512) < 0.5)
    #expect(abs(boxes[0].center.y - boxes[2].center.y) < 0.5)
    #expect(boxes[1].center.y < boxes[0].center.y, "the middle is at the top")
  }

  @Test func onAStraightLineACurveChangesNothing() {
    let text = line("Straight", "Vollkorn SemiBold", size: 30)
    let bent = text.runs(paint: .black) { .translation($0 + text.width / 2, 0) }
    for (a, b) in zip(bent.flatMap(\.glyphs), text.runs().flatMap(\.glyphs)) {
      #expect(abs(a.placement.tx - b.placement.tx) < 1e-9)
      #expect(abs(a.placement.ty - b.placement.ty) < 1e-9)
      #expect(a.id == b.id && a.outline.segments.count == b.outline.segments.count)
    }
  }
}
