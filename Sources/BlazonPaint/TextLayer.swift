internal import BlazonScene
internal import Cairo

/// The text that lies unseen over a run's outlines, so that it is copied as it was written.
///
/// Readers of PDF gather letters by place. Where one shape stands for one character the shape's place is
/// its own; where it does not, the characters are given places that every reader puts in order.
enum TextLayer {
  /// Text to be shown at once, its letters `stretch` times as wide as the run's.
  struct Piece {
    var text: ShownText
    var stretch = 1.0
  }

  /// From left to right.
  static func pieces(of run: GlyphRun, in face: TextFace) -> [Piece] {
    if !run.art.isEmpty { return overPictures(run, in: face) }
    return run.isRightToLeft ? fromRight(run, in: face) : [Piece(text: fromLeft(run))]
  }

  /// One letter of `face` over each picture, as wide as it, that stands for the picture's characters.
  private static func overPictures(_ run: GlyphRun, in face: TextFace) -> [Piece] {
    guard let letter = face.glyph(for: "m"), letter.advance > 0 else { return [] }
    let groups = run.glyphs.chunked { $0.cluster == $1.cluster }
    let glyphs = (run.isRightToLeft ? groups.reversed() : groups).compactMap(\.first)
    let bytes = Array(run.words.utf8)
    let ends = glyphs.dropFirst().map(\.cluster) + [bytes.count]
    return zip(glyphs.indices, ends).map { index, end in
      let start = index == 0 ? 0 : glyphs[index].cluster
      let words = String(decoding: bytes[min(start, end)..<end], as: UTF8.self)
      let place = glyphs[index].placement
      return Piece(
        text: ShownText(
          words: words, glyphs: [.init(id: letter.id, x: place.tx, y: place.ty)],
          clusters: [.init(bytes: words.utf8.count, glyphs: 1)], isBackward: false),
        stretch: 1.1 / letter.advance)
    }
  }

  private static func fromLeft(_ run: GlyphRun) -> ShownText {
    // A mark that was put on its letter is told with it, and stands where the letter does: readers take
    // what is higher for another line.
    let letters = letterStarts(in: run.words)
    let clusters = run.glyphs.map { glyph in letters.last { $0 <= glyph.cluster } ?? 0 }
    // Letters that stand far apart would be read as words of one letter: each word is told whole.
    let isSpaced = run.letterSpacing > 0.08 * run.size
    let spaces = Set(run.words.utf8.enumerated().filter { $0.element == 0x20 }.map(\.offset))
    func word(_ cluster: Int) -> Int {
      spaces.count { $0 < cluster } * 2 + (spaces.contains(cluster) ? 1 : 0)
    }
    var list: [ShownText.Cluster] = []
    var start = 0
    while start < clusters.count {
      let end =
        clusters[start...].firstIndex {
          isSpaced ? word($0) != word(clusters[start]) : $0 != clusters[start]
        } ?? clusters.count
      let next = end < clusters.count ? clusters[end] : run.words.utf8.count
      list.append(.init(bytes: next - (start == 0 ? 0 : clusters[start]), glyphs: end - start))
      start = end
    }
    var glyphs: [ShownText.Glyph] = []
    var first = 0
    for (index, glyph) in run.glyphs.enumerated() {
      if clusters[index] != clusters[first] { first = index }
      let place = run.glyphs[first].placement
      glyphs.append(
        .init(id: glyph.id, x: max(place.tx, glyph.placement.tx), y: place.ty))
    }
    return ShownText(words: run.words, glyphs: glyphs, clusters: list, isBackward: false)
  }

  /// Where the characters of `words` begin, as their readers count them, in bytes.
  private static func letterStarts(in words: String) -> [Int] {
    var (starts, start): ([Int], Int) = ([], 0)
    for character in words {
      starts.append(start)
      start += character.utf8.count
    }
    return starts
  }

  /// Readers turn letters that run from the right one by one, but not the two of a ligature or a letter
  /// and its vowel: in a word that has such, every character gets an equal part of the word's width.
  private static func fromRight(_ run: GlyphRun, in face: TextFace) -> [Piece] {
    let words = Cluster.all(of: run).chunked { $0.isSpace == $1.isSpace }
    return words.reversed().flatMap { word in
      word.allSatisfy(\.isPlain)
        ? [asDrawn(word)] : inParts(word, of: run.size, in: face) ?? [asDrawn(word)]
    }
  }

  private static func asDrawn(_ word: ArraySlice<Cluster>) -> Piece {
    Piece(
      text: ShownText(
        words: String(String.UnicodeScalarView(word.flatMap(\.characters))),
        glyphs: word.reversed().flatMap { $0.glyphs.map(ShownText.Glyph.init) },
        clusters: word.map { .init(bytes: $0.byteCount, glyphs: $0.glyphs.count) },
        isBackward: true))
  }

  /// `nil` where the face lacks a character by itself, as it may lack the half of a ligature.
  private static func inParts(_ word: ArraySlice<Cluster>, of size: Double, in face: TextFace)
    -> [Piece]?
  {
    guard let first = word.first, let last = word.last, let y = last.glyphs.first?.placement.ty
    else { return nil }
    let characters = word.flatMap(\.characters)
    let part = (first.right - last.left) / Double(characters.count)
    // What has no width of its own, a vowel or a joiner, is shown as a shape that has.
    guard
      let standIn = characters.lazy.compactMap(face.glyph(for:)).first(where: { $0.advance > 0 })
    else { return nil }
    var pieces: [Piece] = []
    for (index, character) in characters.reversed().enumerated() {
      guard var glyph = face.glyph(for: character) else { return nil }
      if glyph.advance <= 0 { glyph = standIn }
      let text = String(character)
      pieces.append(
        Piece(
          text: ShownText(
            words: text, glyphs: [.init(id: glyph.id, x: last.left + part * Double(index), y: y)],
            clusters: [.init(bytes: text.utf8.count, glyphs: 1)], isBackward: false),
          stretch: part / (glyph.advance * size)))
    }
    return pieces
  }
}

/// Characters and glyphs that stand for each other, in a run that reads from the right.
private struct Cluster {
  var characters: [Unicode.Scalar]
  /// From left to right.
  var glyphs: ArraySlice<GlyphRun.Glyph>
  var left: Double, right: Double

  var byteCount: Int { characters.reduce(0) { $0 + UTF8.width($1) } }
  var isSpace: Bool { characters == [" "] }
  /// Whether one shape with a width stands for one character.
  var isPlain: Bool { characters.count == 1 && glyphs.count == 1 && right - left > 0 }

  /// In the order of the text.
  static func all(of run: GlyphRun) -> [Cluster] {
    let bytes = Array(run.words.utf8)
    var (start, right) = (0, run.outline.controlBox?.maxX ?? 0)
    var list: [Cluster] = []
    let groups = run.glyphs.chunked { $0.cluster == $1.cluster }.reversed()
    for (glyphs, following) in zip(groups, groups.dropFirst().map(\.first?.cluster) + [nil]) {
      let end = following ?? bytes.count
      let left = glyphs.map(\.placement.tx).min() ?? right
      list.append(
        Cluster(
          characters: Array(String(decoding: bytes[start..<end], as: UTF8.self).unicodeScalars),
          glyphs: glyphs, left: left, right: right))
      (start, right) = (end, left)
    }
    return list
  }
}

extension ShownText.Glyph {
  fileprivate init(_ glyph: GlyphRun.Glyph) {
    self.init(id: glyph.id, x: glyph.placement.tx, y: glyph.placement.ty)
  }
}

extension Collection {
  /// In stretches whose neighbours belong together.
  fileprivate func chunked(by belong: (Element, Element) -> Bool) -> [SubSequence] {
    var (list, start): ([SubSequence], Index) = ([], startIndex)
    for (before, here) in zip(indices, indices.dropFirst()) where !belong(self[before], self[here])
    {
      list.append(self[start..<here])
      start = here
    }
    return isEmpty ? [] : list + [self[start...]]
  }
}
