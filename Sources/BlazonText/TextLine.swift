public import BlazonScene

/// A line of set text, its baseline on y = 0 and its left end at x = 0, in scene units.
public struct TextLine: Sendable {
  struct Glyph: Sendable {
    var id: UInt32
    var cluster: Int
    var isRightToLeft: Bool
    var file: String
    var x: Double, y: Double
    var advance: Double
    /// From font units to scene units.
    var scale: Double
    /// In font units, y up.
    var outline: Path
  }

  public let text: String
  public let size: Double
  let letterSpacing: Double
  public let width: Double
  /// The height of flat capitals of the first glyph's font.
  public let capHeight: Double
  let glyphs: [Glyph]
  /// The characters that no font can write.
  public let missing: [Unicode.Scalar]

  /// A box around the outlines, as the line stands on y = 0; `nil` if it shows nothing.
  public var ink: Rect? {
    let boxes = glyphs.compactMap { glyph -> Rect? in
      glyph.outline.controlBox.map { box in
        Rect(
          x: glyph.x + box.x * glyph.scale, y: glyph.y - box.maxY * glyph.scale,
          width: box.width * glyph.scale, height: box.height * glyph.scale)
      }
    }
    return boxes.dropFirst().reduce(boxes.first) { $0?.union($1) }
  }

  /// How far the outlines reach above the baseline, in scene units; at least 0.
  ///
  /// It is what a text needs, where `capHeight` is what Latin capitals of its face need: marks above
  /// marks, Nastaliq and Burmese reach higher.
  public var inkAscent: Double { max(0, -(ink?.minY ?? 0)) }

  /// How far the outlines reach below the baseline, in scene units; at least 0.
  public var inkDescent: Double { max(0, ink?.maxY ?? 0) }

  /// The line with its baseline's left end at `origin`.
  public func runs(at origin: Point, paint: Paint) -> [GlyphRun] {
    runs(paint: paint) { glyph in
      Affine(glyph.scale, 0, 0, -glyph.scale, origin.x + glyph.x, origin.y + glyph.y)
    }
  }

  /// The line bent along a curve, each glyph turned about the middle of its advance.
  ///
  /// `frame` maps a point on the baseline, given by its distance from the line's middle, to the
  /// place and turn of the curve there: it takes (0, 0) to the curve, x along it, y below it.
  public func runs(paint: Paint, along frame: (_ distance: Double) -> Affine) -> [GlyphRun] {
    runs(paint: paint) { glyph in
      frame(glyph.x + glyph.advance / 2 - width / 2)
        .after(Affine(glyph.scale, 0, 0, -glyph.scale, -glyph.advance / 2, glyph.y))
    }
  }

  /// One run for each stretch of glyphs from the same font in the same direction.
  private func runs(paint: Paint, placing: (Glyph) -> Affine) -> [GlyphRun] {
    var runs: [GlyphRun] = []
    var stretch: [Glyph] = []
    func finish() {
      guard let first = stretch.first else { return }
      let (words, start) = words(of: stretch)
      runs.append(
        GlyphRun(
          words: words, face: first.file, size: size, isRightToLeft: first.isRightToLeft,
          letterSpacing: letterSpacing, paint: paint,
          glyphs: stretch.map { glyph in
            let placement = placing(glyph)
            return GlyphRun.Glyph(
              id: glyph.id, cluster: glyph.cluster - start, placement: placement,
              outline: glyph.outline.transformed(by: placement))
          }))
      stretch = []
    }
    for glyph in glyphs {
      if let last = stretch.last,
        last.file != glyph.file || last.isRightToLeft != glyph.isRightToLeft
      {
        finish()
      }
      stretch.append(glyph)
    }
    finish()
    return runs
  }

  /// The part of the text that `stretch` stands for, and where it begins.
  private func words(of stretch: [Glyph]) -> (words: String, start: Int) {
    let utf8 = Array(text.utf8)
    let clusters = stretch.map(\.cluster)
    guard let first = clusters.min(), let last = clusters.max() else { return ("", 0) }
    let next = glyphs.map(\.cluster).filter { $0 > last }.min() ?? utf8.count
    let start = min(first, utf8.count)
    return (String(decoding: utf8[start..<min(next, utf8.count)], as: UTF8.self), start)
  }
}
