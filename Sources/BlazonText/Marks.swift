internal import BlazonLetters
internal import BlazonScene
internal import Pango

// Letters with marks for which Unicode has no character: ọ́, g̃, m̧.

extension String {
  /// Whether marks are left over when letters are composed, on letters whose marks fonts must attach.
  var hasFreeMarks: Bool {
    guard utf8.contains(where: { $0 >= 0xCC && $0 <= 0xE1 || $0 == 0xEF }) else { return false }
    return composed(self).unicodeScalars.contains(where: \.isFreeMark)
  }
}

/// Alphabets whose letters stand in one word, each from any font that has it.
private enum Alphabet { case latin, greek, cyrillic }

extension Unicode.Scalar {
  fileprivate var alphabet: Alphabet? {
    guard properties.isAlphabetic else { return nil }
    return switch value {
    case 0x41...0x24F, 0x1E00...0x1EFF: .latin
    case 0x370...0x3FF, 0x1F00...0x1FFF: .greek
    case 0x400...0x52F: .cyrillic
    default: nil
    }
  }

  /// Of the blocks for Latin, Greek and Cyrillic letters.
  fileprivate var isFreeMark: Bool {
    switch value {
    case 0x0300...0x036F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20F0, 0xFE20...0xFE2F: true
    default: false
    }
  }
}

extension Engine {
  /// The text of `order` in `families`, or with that of them first whose letters go together: a mark of
  /// another font than its letter's cannot find its place, and a word in two fonts looks like a mistake.
  func whole(_ order: Order, _ families: [String]) -> (families: [String], shaped: ShapedText) {
    let first = (families, shape(order, families))
    guard isTorn(first.1, order) else { return first }
    for family in families.dropFirst() {
      let families = [family] + families
      let shaped = shape(order, families)
      if shaped.missing.isEmpty, !isTorn(shaped, order) { return (families, shaped) }
    }
    return first
  }

  private func isTorn(_ shaped: ShapedText, _ order: Order) -> Bool {
    let text = order.text
    // Letters before U+0100 are in all fonts that ship; what is in a programme's own nobody knows.
    guard order.own != nil || text.utf8.contains(where: { $0 >= 0xC4 }) else { return false }
    return isMixed(shaped, text) || text.hasFreeMarks && hasStrayMarks(shaped, text)
  }

  /// Whether a letter and its marks come from different fonts.
  private func hasStrayMarks(_ shaped: ShapedText, _ text: String) -> Bool {
    let letters = Letters(of: text)
    var faces: [Int: Int] = [:]
    return shaped.glyphs.contains { glyph in
      let face = faces.updateValue(glyph.face, forKey: letters.index(at: glyph.cluster))
      return face.map { $0 != glyph.face } ?? false
    }
  }

  /// Whether letters of one alphabet come from different fonts, or a letter that Unicode has as one comes in
  /// parts, as the font has these alone: each would be right, beside each other they look like a mistake.
  private func isMixed(_ shaped: ShapedText, _ text: String) -> Bool {
    let (letters, characters) = (Letters(of: text), Array(text))
    var faces: [Alphabet: Int] = [:]
    var last: Int?
    return shaped.glyphs.contains { glyph in
      guard let alphabet = text.visibleScalar(at: glyph.cluster)?.alphabet else {
        return false
      }
      let letter = letters.index(at: glyph.cluster)
      let isPart =
        letter == last && characters.indices.contains(letter)
        && composed(String(characters[letter])).unicodeScalars.count == 1
      last = letter
      let face = faces.updateValue(glyph.face, forKey: alphabet)
      return isPart || face.map { $0 != glyph.face } ?? false
    }
  }

  /// Puts marks that their font does not attach over or under the middle of their letter, clear of it.
  mutating func placeMarks(of order: Order, _ families: [String], in shaped: inout ShapedText) {
    let free = shape(order, families, features: "mark=0, mkmk=0")
    guard free.glyphs.map(\.id) == shaped.glyphs.map(\.id) else { return }
    let (letters, characters) = (Letters(of: order.text), Array(order.text))
    var index = 0
    while index < shaped.glyphs.count {
      let letter = letters.index(at: shaped.glyphs[index].cluster)
      let end =
        shaped.glyphs[index...].firstIndex { letters.index(at: $0.cluster) != letter }
        ?? shaped.glyphs.count
      let isAttached = (index..<end).contains { i in
        free.glyphs[i].x != shaped.glyphs[i].x || free.glyphs[i].y != shaped.glyphs[i].y
      }
      if end > index + 1, characters.indices.contains(letter) {
        let scalars = composed(String(characters[letter])).unicodeScalars
        placeMarks(of: Array(scalars), areAttached: isAttached, in: &shaped.glyphs[index..<end])
      }
      index = end
    }
  }

  /// `glyphs` are those of one letter, the letter's own first. Marks that are attached stay over their
  /// letter, and are moved clear of it where they would cross it.
  private mutating func placeMarks(
    of scalars: [Unicode.Scalar], areAttached: Bool, in glyphs: inout ArraySlice<ShapedText.Glyph>
  ) {
    let marks = scalars.suffix(glyphs.count - 1)
    guard let first = scalars.first, marks.count < scalars.count,
      marks.allSatisfy(\.isFreeMark), let base = glyphs.first
    else { return }
    let face = shaper.faces[base.face]
    let unit = 1000 / face.unitsPerEm
    takeDot(off: first, beneath: marks, &glyphs[glyphs.startIndex])
    guard let box = ink(of: glyphs[glyphs.startIndex]) else { return }
    var taken = box
    for (mark, place) in zip(marks, glyphs.indices.dropFirst()) {
      guard let ink = ink(of: glyphs[place]) else { continue }
      let isCrossing =
        ink.minY < taken.maxY - 5 && ink.maxY > taken.minY + 5 && ink.minX < taken.maxX
        && ink.maxX > taken.minX
      var raise: Double
      switch mark.properties.canonicalCombiningClass.rawValue {
      case 230:
        let gap = min(90, max(25, ink.minY - face.xHeight * unit))
        raise = max(0, taken.maxY + (areAttached ? 25 : gap) - ink.minY)
      case 220:
        raise = min(0, taken.minY - min(90, max(25, -ink.maxY)) - ink.maxY)
      case 202: raise = 0
      default: continue
      }
      if areAttached, !isCrossing { raise = 0 }
      // A hook hangs from the letter's right foot; all else is over or under its middle.
      let lean = face.slant * (ink.center.y + raise - box.center.y)
      let shift =
        mark == "\u{328}" ? box.maxX - ink.maxX : box.center.x + lean - ink.center.x
      let x = areAttached ? 0 : shift
      glyphs[place].x += x
      glyphs[place].y -= raise
      taken = taken.union(
        Rect(x: ink.x + x, y: ink.y + raise, width: ink.width, height: ink.height))
    }
  }

  /// A box around the ink of `glyph`, where it stands, in thousandths of the size, y up.
  private mutating func ink(of glyph: ShapedText.Glyph) -> Rect? {
    let unit = 1000 / shaper.faces[glyph.face].unitsPerEm
    return drawing(of: glyph.id, in: glyph.face).outline.inkBox.map { box in
      Rect(
        x: glyph.x + box.x * unit, y: box.y * unit - glyph.y, width: box.width * unit,
        height: box.height * unit)
    }
  }

  /// The dot of i and j gives way to a mark above it.
  private func takeDot(
    off letter: Unicode.Scalar, beneath marks: ArraySlice<Unicode.Scalar>,
    _ glyph: inout ShapedText.Glyph
  ) {
    let dotless: [Unicode.Scalar: Unicode.Scalar] = ["i": "\u{131}", "j": "\u{237}"]
    guard let bare = dotless[letter], shaper.glyph(for: letter, in: glyph.face) == glyph.id,
      marks.contains(where: { $0.properties.canonicalCombiningClass.rawValue == 230 }),
      let id = shaper.glyph(for: bare, in: glyph.face)
    else { return }
    glyph.id = id
  }
}

extension Path {
  /// A box around what is inked, not around control points; `nil` if nothing is.
  fileprivate var inkBox: Rect? {
    let points = flattened(steps: 8).joined()
    guard let first = points.first else { return nil }
    var box = Rect(x: first.x, y: first.y, width: 0, height: 0)
    for point in points { box = box.union(Rect(x: point.x, y: point.y, width: 0, height: 0)) }
    return box
  }
}
