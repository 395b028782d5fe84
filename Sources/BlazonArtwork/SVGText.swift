internal import BlazonLetters
internal import BlazonScene
internal import BlazonText
internal import XML

// Words, as outlines (SVG 2, chapter 11).

/// The letters of a `text` where they stand, in its own coordinates.
struct SVGWords {
  /// The outlines of each span, in the order in which they are painted.
  var outlines: [Path]
  /// Around the em boxes of all letters, seen or not.
  var box: Rect
}

extension SVGReader {
  mutating func text(
    _ element: SVGElement, _ outer: SVGStyle, _ outerMap: Affine
  ) throws(ArtworkError) -> [Node] {
    guard let (style, map) = try enter(element, outer, outerMap) else { return [] }
    let content = try content(of: element, style)
    guard let words = try words(of: content), map.scale > 1e-9 else { return [] }
    var nodes: [Node] = []
    for (span, outline) in zip(content.spans, words.outlines)
    where span.style.isVisible && span.opacity > 0 && !outline.isEmpty {
      try budget.take(segments: outline.segments.count, span.element)
      var object = SVGObject(span.element, span.style, map, outline: outline, nodes: [])
      object.frame = words.box
      nodes += try faded(try painted(object), by: span.opacity, as: span.element)
    }
    return try finished(nodes, as: element, style, map, outline: Path(rect: words.box))
  }

  /// The outlines of what is seen of `element`, a `text` of this style, as one.
  mutating func outline(
    ofText element: SVGElement, _ style: SVGStyle
  ) throws(ArtworkError) -> Path {
    let content = try content(of: element, style)
    guard let words = try words(of: content) else { return Path() }
    let seen = zip(content.spans, words.outlines).filter { $0.0.style.isVisible }.map(\.1)
    return Path(joining: seen)
  }

  /// Where the letters stand; `nil` where there are none, or not all can be drawn, which is told.
  private mutating func words(of content: SVGTextContent) throws(ArtworkError) -> SVGWords? {
    guard !content.isBroken, !content.letters.isEmpty else { return nil }
    var layout = SVGTextLayout(content, fonts)
    try layout.run()
    return layout.box.map { SVGWords(outlines: layout.outlines.map(Path.init(joining:)), box: $0) }
  }
}

/// Sets letters one after the other, from one place that is asked for to the next (SVG 2, section 11.5).
struct SVGTextLayout {
  private let content: SVGTextContent
  private let fonts: NamedFonts
  /// By spans.
  private(set) var outlines: [[Path]]
  private(set) var box: Rect?
  private var pen = Point(0, 0)

  /// A glyph of a chunk before it is anchored.
  private struct Glyph {
    var span: Int
    var outline: Path
    var box: Rect
  }

  init(_ content: SVGTextContent, _ fonts: NamedFonts) {
    (self.content, self.fonts) = (content, fonts)
    outlines = content.spans.map { _ in [] }
  }

  mutating func run() throws(ArtworkError) {
    let letters = content.letters
    let starts = letters.indices.filter {
      $0 == 0 || letters[$0].x != nil || letters[$0].y != nil
    }
    for (start, end) in zip(starts, starts.dropFirst() + [letters.count]) {
      if start > 0, letters[start - 1].joins, letters[start].joins {
        throw refusal(start, "its letters join, and are set apart")
      }
      try setChunk(start..<end)
    }
  }

  /// Letters that one place is asked for, which they are anchored to.
  private mutating func setChunk(_ range: Range<Int>) throws(ArtworkError) {
    let first = content.letters[range.lowerBound]
    let words = content.spans[first.span].words
    let direction = content.spans[0].words.direction
    pen = Point(first.x ?? pen.x, first.y ?? pen.y)
    var (glyphs, isRightToLeft, runs) = ([Glyph](), direction == .rightToLeft, 0)
    let start = pen.x + (first.dx ?? 0)
    var (low, high) = (start, start)
    var index = range.lowerBound
    while index < range.upperBound {
      let font = Font(content.spans[content.letters[index].span])
      let end =
        (index..<range.upperBound).first { Font(content.spans[content.letters[$0].span]) != font }
        ?? range.upperBound
      let (run, runsBack) = try setRun(index..<end, font, direction)
      for glyph in run where glyph.box.width > 0 {
        let spacing = content.spans[glyph.span].words.spacing
        (low, high) = (min(low, glyph.box.minX), max(high, glyph.box.maxX + spacing))
      }
      glyphs += run
      isRightToLeft = isRightToLeft || runsBack
      (runs, index) = (runs + 1, end)
    }
    let isMoved = content.letters[range].dropFirst().contains { $0.dx ?? 0 != 0 || $0.dy ?? 0 != 0 }
    // What comes first is then not at the left.
    if isRightToLeft, runs > 1 || isMoved || first.x == nil && range.lowerBound > 0 {
      throw refusal(range.lowerBound, "it runs from the right, in pieces")
    }
    let anchor =
      switch (words.anchor, direction) {
      case (.start, .leftToRight), (.end, .rightToLeft): start - low
      case (.end, .leftToRight), (.start, .rightToLeft): start - high
      case (.middle, _): start - (low + high) / 2
      }
    for glyph in glyphs {
      if !glyph.outline.isEmpty {
        outlines[glyph.span].append(glyph.outline.transformed(by: .translation(anchor, 0)))
      }
      let placed = glyph.box.offset(anchor)
      box = box?.union(placed) ?? placed
    }
  }

  /// What letters of a run have in common: they are set together, whatever their colours.
  private struct Font: Equatable {
    var face: NamedFace
    var size: Double
    var spacing: Double
    var language: String

    init(_ span: SVGTextContent.Span) {
      (face, size) = (span.face, span.style.units.fontSize)
      (spacing, language) = (span.words.spacing, span.words.language)
    }
  }

  /// Sets letters of one font from the pen on; whether some of them run from the right.
  private mutating func setRun(
    _ range: Range<Int>, _ font: Font, _ direction: TextDirection
  ) throws(ArtworkError) -> (glyphs: [Glyph], runsBack: Bool) {
    let letters = content.letters[range]
    let text = String(String.UnicodeScalarView(letters.map(\.scalar)))
    if font.spacing != 0, !text.canBeSpaced {
      throw refusal(range.lowerBound, "its letters join, and letter-spacing parts them")
    }
    let line = try line(text, font, direction, range.lowerBound)
    // The letter at each byte.
    let indices = range.flatMap {
      Array(repeating: $0, count: UTF8.width(content.letters[$0].scalar))
    }
    var glyphs: [Glyph] = []
    var (next, last, runsBack) = (range.lowerBound, Int?.none, false)
    func move(to index: Int) {
      while next <= index, next < range.upperBound {
        pen.x += content.letters[next].dx ?? 0
        pen.y += content.letters[next].dy ?? 0
        next += 1
      }
    }
    for glyph in line.glyphs where indices.indices.contains(glyph.cluster) {
      var letter = indices[glyph.cluster]
      move(to: letter)
      while letter > range.lowerBound, content.letters[letter].isMark { letter -= 1 }
      if let last, last != letter { pen.x += font.spacing }
      (last, runsBack) = (letter, runsBack || glyph.isRightToLeft)
      glyphs.append(
        Glyph(
          span: content.letters[letter].span,
          outline: glyph.outline.transformed(
            by: Affine(font.size, 0, 0, font.size, pen.x, pen.y)),
          box: Rect(
            x: pen.x + glyph.x * font.size, y: pen.y - line.ascent * font.size,
            width: glyph.advance * font.size, height: (line.ascent + line.descent) * font.size)))
    }
    move(to: range.upperBound)
    pen.x += line.width * font.size + (last == nil ? 0 : font.spacing)
    return (glyphs, runsBack)
  }

  private func line(
    _ text: String, _ font: Font, _ direction: TextDirection, _ index: Int
  ) throws(ArtworkError) -> NamedLine {
    let line: NamedLine
    do throws(FontLibraryError) {
      line = try fonts.set(
        text, in: font.face, isSpaced: font.spacing != 0, language: font.language,
        direction: direction)
    } catch { throw refusal(index, error.description).ending }
    if let letter = line.missing.first {
      throw refusal(index, "“\(font.face.family)” has no “\(letter)”")
    }
    return line
  }

  private func refusal(_ index: Int, _ reason: String) -> ArtworkError {
    let element = content.spans[content.letters[index].span].element
    return element.error(
      "“\(element.element.name)” is not drawn: \(reason)", help: SVGReader.textHelp)
  }
}

extension SVGTextContent.Letter {
  /// Whether it is of a script whose letters join.
  fileprivate var joins: Bool { !String(Character(scalar)).canBeSpaced }
}

extension Rect {
  fileprivate func offset(_ dx: Double) -> Rect {
    Rect(x: x + dx, y: y, width: width, height: height)
  }
}
