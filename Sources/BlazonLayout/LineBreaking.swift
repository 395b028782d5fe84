internal import BlazonScene
internal import BlazonText

extension Typesetter {
  /// The break of `words` into `count` lines whose widest is narrowest; `nil` if there are not so many
  /// places to break.
  mutating func balanced(
    _ words: String, into count: Int, face: FontFace, language: String
  ) -> [String]? {
    for pieces in pieces(of: words, language: language) {
      let lines = balanced(pieces, into: count, face: face, language: language)
      if let lines { return lines }
    }
    return nil
  }

  /// The break of `pieces`, which no line divides, into `count` lines whose widest is narrowest; `nil` if
  /// they are fewer.
  mutating func balanced(
    _ pieces: [String], into count: Int, face: FontFace, language: String
  ) -> [String]? {
    guard pieces.count >= count else { return nil }
    let style = TextStyle(face: face, size: 100, language: language)
    var widths: [Range<Int>: Double] = [:]
    func line(_ range: Range<Int>) -> String { trimmed(pieces[range].joined()) }
    func width(_ range: Range<Int>, _ typesetter: inout Typesetter) -> Double {
      if let known = widths[range] { return known }
      let width = typesetter.width(of: line(range), in: style)
      widths[range] = width
      return width
    }
    // The fewest lines not wider than `limit`, each filled before the next begins.
    func filled(_ limit: Double, _ typesetter: inout Typesetter) -> [Range<Int>]? {
      var lines: [Range<Int>] = []
      var start = 0
      while start < pieces.count {
        guard lines.count < count else { return nil }
        var end = start + 1
        while end < pieces.count, width(start..<end + 1, &typesetter) <= limit { end += 1 }
        lines.append(start..<end)
        start = end
      }
      let isWithin = lines.allSatisfy { width($0, &typesetter) <= limit }
      return isWithin || limit == .infinity ? lines : nil
    }
    let whole = width(0..<pieces.count, &self)
    var (low, high) = (whole / Double(count) * 0.8, whole)
    var best = filled(whole, &self)
    // A hundredth of the em is finer than an eye can tell.
    while high - low > 1 {
      let middle = (low + high) / 2
      if let lines = filled(middle, &self) { (best, high) = (lines, middle) } else { low = middle }
    }
    guard var lines = best else { return nil }
    // Filling may have found fewer lines: the widest is split where that makes the most of it.
    while lines.count < count {
      guard
        let index = lines.indices.filter({ lines[$0].count > 1 })
          .max(by: { width(lines[$0], &self) < width(lines[$1], &self) })
      else { return nil }
      let range = lines[index]
      let cuts = (range.lowerBound + 1)..<range.upperBound
      guard
        let cut = cuts.min(by: { a, b in
          max(width(range.lowerBound..<a, &self), width(a..<range.upperBound, &self))
            < max(width(range.lowerBound..<b, &self), width(b..<range.upperBound, &self))
        })
      else { return nil }
      lines.replaceSubrange(index...index, with: [range.lowerBound..<cut, cut..<range.upperBound])
    }
    return lines.map(line)
  }

  /// What no line break divides: Unicode lets lines end after a slash or a closing bracket too, where
  /// names and titles are better kept whole, and within compounds of names. The next set has smaller pieces, for lines that would be too
  /// wide without.
  ///
  /// More than a page has room for are joined, so that a long text costs no more than it shows.
  func pieces(of words: String, language: String) -> [[String]] {
    let utf8 = Array(words.utf8)
    var sets = lineBreaks(in: words, language: language).map { breaks in
      breaks.filter { end in
        let last = utf8[end - 1]
        return last > 0x7F || last == UInt8(ascii: " ") || last == UInt8(ascii: "-")
      }
    }
    if let first = sets.first {
      let whole = Compounds.keepingWhole(first, in: utf8)
      if whole.count < first.count { sets.insert(whole, at: 0) }
    }
    return sets.map { parts(of: utf8, endingAt: $0) }
  }

  private func parts(of utf8: [UInt8], endingAt breaks: [Int]) -> [String] {
    let ends = breaks + [utf8.count]
    var pieces: [String] = []
    var start = 0
    let step = max(1, ends.count / 120)
    for (index, end) in ends.enumerated() where index % step == 0 || end == utf8.count {
      guard end > start else { continue }
      pieces.append(String(decoding: utf8[start..<end], as: UTF8.self))
      start = end
    }
    return pieces
  }
}

/// Without the spaces at both ends, which a line does not show; a soft hyphen at its end is one to be seen.
private func trimmed(_ line: String) -> String {
  var scalars = Substring(line).unicodeScalars
  while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
  if scalars.last == "\u{AD}" {
    scalars.replaceSubrange(scalars.index(before: scalars.endIndex)..., with: "-".unicodeScalars)
  }
  while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
  return String(scalars)
}
