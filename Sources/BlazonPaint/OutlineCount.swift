internal import BlazonScene

/// How often each outline is drawn, by its path data, and each letter.
struct OutlineCount {
  private(set) var counts: [[UInt8]: Int] = [:]
  private(set) var letters: [Letter: Uses] = [:]

  /// A letter of level text, wherever it stands and however large it is.
  struct Letter: Hashable {
    var face: String
    var glyph: UInt32
  }

  struct Uses {
    var count: Int
    /// Where it is largest, and its outline most exact.
    var largest: GlyphRun.Glyph
  }

  init(_ nodes: [Node]) {
    for node in nodes { add(node) }
  }

  private mutating func add(_ node: Node) {
    switch node {
    case .shape(let shape): add(shape.path)
    case .text(let run):
      for node in run.art { add(node) }
      for glyph in run.glyphs where run.hasLetter(glyph) {
        let letter = run.letter(glyph)
        guard var uses = letters[letter] else {
          letters[letter] = Uses(count: 1, largest: glyph)
          continue
        }
        uses.count += 1
        if glyph.placement.a > uses.largest.placement.a { uses.largest = glyph }
        letters[letter] = uses
      }
    case .image: break
    case .group(let group):
      if let clip = group.clip { add(clip) }
      for child in group.children + group.mask { add(child) }
    case .repeated(let copies): add(copies.child)
    }
  }

  private mutating func add(_ path: Path) { counts[path.data, default: 0] += 1 }
}

extension GlyphRun {
  /// Which letter `glyph` is.
  func letter(_ glyph: Glyph) -> OutlineCount.Letter {
    OutlineCount.Letter(face: face, glyph: glyph.id)
  }

  /// Whether `glyph` looks the same wherever it stands: it is level and as large as the others, in one colour that lets
  /// nothing through, where letters that overlap would be darker.
  func hasLetter(_ glyph: Glyph) -> Bool {
    guard case .color(let color) = paint, color.alpha == 1, !glyph.outline.isEmpty else {
      return false
    }
    let place = glyph.placement
    return place.b == 0 && place.c == 0 && place.a > 0 && place.d == -place.a
      && place.a == glyphs[0].placement.a
  }

}

extension GlyphRun.Glyph {
  /// The outline of a letter in the units of its font, whole as they are there, unless it is set so small that a
  /// hundredth of a scene's unit is more.
  var inFontUnits: Path {
    outline.mapPoints { point in
      Point(
        ((point.x - placement.tx) / placement.a).rounded(),
        ((point.y - placement.ty) / placement.a).rounded())
    }
  }
}
