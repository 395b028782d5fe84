public import BlazonScene

/// A line of set text, its baseline on y = 0 and its left end at x = 0, in scene units.
public struct TextLine: Sendable {
  struct Glyph: Sendable {
    var id: UInt32
    var cluster: Int
    /// The number of the letter that it belongs to, with its marks.
    var letter: Int
    var isRightToLeft: Bool
    var file: String
    /// Whether documents may carry it as a font's.
    var isEmbeddable = true
    /// Whether it is of the programme's own font.
    var isOwn = false
    var x: Double, y: Double
    var advance: Double
    /// From font units to scene units.
    var scale: Double
    var drawing: GlyphDrawing

    /// In font units, y up; empty for a glyph in colours.
    var outline: Path { drawing.colors == nil ? drawing.outline : Path() }
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
  /// The installed families that its glyphs come from, each once.
  public let families: [String]

  /// Whether any of it is in the programme's own font.
  var isOwn: Bool { glyphs.contains(where: \.isOwn) }

  /// A box around the outlines, as the line stands on y = 0; `nil` if it shows nothing.
  public var ink: Rect? {
    let boxes = glyphs.compactMap { glyph -> Rect? in
      glyph.drawing.box.map { box in
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

  /// The line bent along a curve, each letter turned about the middle of its width, its marks with it.
  ///
  /// `frame` maps a point on the baseline, given by its distance from the line's middle, to the
  /// place and turn of the curve there: it takes (0, 0) to the curve, x along it, y below it.
  public func runs(paint: Paint, along frame: (_ distance: Double) -> Affine) -> [GlyphRun] {
    let middles = middles
    return runs(paint: paint) { glyph in
      let middle = middles[glyph.letter] ?? glyph.x + glyph.advance / 2
      return frame(middle - width / 2)
        .after(Affine(glyph.scale, 0, 0, -glyph.scale, glyph.x - middle, glyph.y))
    }
  }

  /// The middles of the letters' widths, by their numbers. A mark has no width.
  private var middles: [Int: Double] {
    var spans: [Int: (Double, Double)] = [:]
    for glyph in glyphs where glyph.advance > 0 {
      let (start, end) = spans[glyph.letter] ?? (glyph.x, glyph.x)
      spans[glyph.letter] = (min(start, glyph.x), max(end, glyph.x + glyph.advance))
    }
    return spans.mapValues { ($0.0 + $0.1) / 2 }
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
          words: words, face: first.file, isEmbeddable: first.isEmbeddable, size: size,
          isRightToLeft: first.isRightToLeft,
          letterSpacing: letterSpacing, paint: paint,
          glyphs: stretch.map { glyph in
            let placement = placing(glyph)
            return GlyphRun.Glyph(
              id: glyph.id, cluster: glyph.cluster - start, placement: placement,
              outline: glyph.outline.transformed(by: placement),
              art: glyph.drawing.colors?.nodes(at: placement, paint) ?? [])
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

extension GlyphDrawing.Colors {
  /// What is painted where `placement` puts the glyph, `paint` being the text's.
  fileprivate func nodes(at placement: Affine, _ paint: Paint) -> [Node] {
    switch self {
    case .layers(let layers):
      return layers.map { outline, color in
        .shape(
          Shape(outline.transformed(by: placement), fill: color.map { .color($0) } ?? paint))
      }
    case .picture(let raster, let box):
      // Rows of pixels run downwards, font units upwards.
      let size = Size(width: box.width * placement.scale, height: box.height * placement.scale)
      let corner = placement(Point(box.minX, box.maxY))
      if placement.b == 0 {
        return [
          .image(
            Picture(
              raster, in: Rect(x: corner.x, y: corner.y, width: size.width, height: size.height)))
        ]
      }
      let (cosine, sine) = (placement.a / placement.scale, placement.b / placement.scale)
      let picture = Picture(raster, in: Rect(x: 0, y: 0, width: size.width, height: size.height))
      return [
        .group(
          Group(
            [.image(picture)], transform: Affine(cosine, sine, -sine, cosine, corner.x, corner.y)))
      ]
    }
  }
}
