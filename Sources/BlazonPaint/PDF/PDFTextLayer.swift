internal import BlazonScene

/// A line of a page as text.
///
/// Readers gather text by place and by the order of the stream, each in its own way. What all of them put together as
/// it was written: words without gaps between their parts; blanks as glyphs; a line that runs from the right
/// character by character from the left.
struct PDFTextLayer {
  /// Characters that are told at once, and where.
  private struct Cell {
    var words: String
    var left: Double, right: Double
    var letters: [Letter] = []

    var isMark: Bool {
      words.unicodeScalars.first?.properties.generalCategory == .nonspacingMark
    }
  }

  private struct Letter {
    var glyph: GlyphRun.Glyph
    var run: GlyphRun
  }

  /// In the order of the stream.
  private var cells: [Cell] = []
  private let size: Double
  private let baseline: Double
  /// Whether the characters stand in the stream from left to right, and are read from right to left.
  let isReversed: Bool

  /// The line of `runs`, which stand from left to right; `nil` for one that is not level or shows nothing.
  init?(_ runs: [GlyphRun], _ direction: TextDirection) {
    guard let first = runs.first, let start = first.glyphs.first?.placement, first.size > 0,
      runs.allSatisfy({ run in run.glyphs.allSatisfy { $0.placement.isLevel } })
    else { return nil }
    (size, baseline) = (first.size, start.ty)
    isReversed = direction == .rightToLeft
    let spans = PDFTextLayer.spans(of: runs)
    let isMixed = !isReversed && runs.contains(where: \.isRightToLeft)
    for (run, span) in zip(runs, spans) {
      if run.isRightToLeft {
        let characters = PDFTextLayer.characters(of: run, span)
        cells += isMixed ? PDFTextLayer.inReadingOrder(characters) : characters
      } else {
        let letters = PDFTextLayer.letters(of: run, span)
        // What turns the characters of a line around must leave such words as they are.
        cells += isReversed ? PDFTextLayer.joined(letters) : letters
      }
    }
    if isMixed { markEdges(runs, spans) }
    addLetters(of: runs)
    guard let left = cells.map(\.left).min(), let right = cells.map(\.right).max() else {
      return nil
    }
    // A blank at the end tells this line from the next.
    let blank = size / 4
    if isReversed {
      // A vowel at the end, which has no direction, is taken for part of the line when a letter that has stands after.
      if cells.first?.isMark == true {
        cells.insert(Cell(words: "\u{200F}", left: left, right: left), at: 0)
      }
      cells.insert(Cell(words: " ", left: left - blank, right: left), at: 0)
    } else {
      cells.append(Cell(words: " ", left: right, right: right + blank))
    }
  }

  /// Adds each letter to the cell over which it stands.
  private mutating func addLetters(of runs: [GlyphRun]) {
    let order = cells.indices.sorted { (cells[$0].left, $1) < (cells[$1].left, $0) }
    let lefts = order.map { cells[$0].left }
    for run in runs {
      for glyph in run.glyphs where !order.isEmpty {
        let x = glyph.placement.tx + 0.001 * size
        let place = order[max(0, lefts.count(upTo: x) - 1)]
        cells[place].letters.append(Letter(glyph: glyph, run: run))
      }
    }
  }

  /// Writes the line as one text object (ISO 32000-1, 9.4) in `font`, which the content knows as `object`; what is
  /// drawn already, without letters.
  func write(
    to content: inout PDFContent, _ font: inout PDFTextFont, _ object: Int, isDrawn: Bool
  ) {
    guard let start = cells.first?.left else { return }
    if isReversed { content += "/ReversedChars BMC\n" }
    content += isDrawn ? "BT 3 Tr " : "BT 0 Tr "
    content.add(.font, object)
    content += " "
    content.add(size)
    content += "Tf 1 0 0 -1 "
    content.add(start)
    content.add(baseline)
    content += "Tm["
    let unit = size / Double(TrueTypeFont.unitsPerEm)
    // From the start: rounded from the true place, so that errors do not add up.
    func place(_ x: Double) -> Int { Int(((x - start) / unit).rounded()) }
    var pen = 0
    var isOpen = false
    for cell in cells {
      let (left, right) = (place(cell.left), place(cell.right))
      let letters = cell.letters.compactMap { letter -> PDFTextFont.Letter? in
        guard !isDrawn, let number = font.letter(letter.glyph, of: letter.run) else { return nil }
        let place = letter.glyph.placement
        return PDFTextFont.Letter(
          number: number, x: Int(((place.tx - cell.left) / unit).rounded()),
          y: Int(((baseline - place.ty) / unit).rounded()))
      }
      guard let glyph = font.glyph(of: cell.words, width: right - left, letters) else { break }
      if left != pen {
        if isOpen { content += ">" }
        // In thousandths of the size.
        content.add(Double(pen - left) * 1000 / Double(TrueTypeFont.unitsPerEm), parts: 10)
        isOpen = false
      }
      if !isOpen { content += "<" }
      isOpen = true
      content.write { $0.add(hex: [glyph.code]) }
      pen = left + glyph.width
    }
    if isOpen { content += ">" }
    content += "]TJ ET\n"
    if isReversed { content += "EMC\n" }
  }

  /// Whether its letters can be a font's: they stand within the reach of coordinates from where their characters begin.
  var hasNearLetters: Bool { cells.allSatisfy { $0.right - $0.left < 15 * size } }

  // MARK: Places

  /// From where to where each run reaches: to the next one, the last to the end of its ink.
  private static func spans(of runs: [GlyphRun]) -> [ClosedRange<Double>] {
    let lefts = runs.map { run in run.glyphs.map(\.placement.tx).min() ?? 0 }
    return runs.indices.map { index in
      let ink = runs[index].inkRight ?? lefts[index]
      let right = index + 1 < runs.count ? lefts[index + 1] : ink
      return lefts[index]...max(lefts[index], right)
    }
  }

  /// The characters of a run that reads from the left, each with its marks, or all of what one shape stands for.
  private static func letters(of run: GlyphRun, _ span: ClosedRange<Double>) -> [Cell] {
    let bytes = Array(run.words.utf8)
    let letters = letters(of: run.words)
    guard !letters.isEmpty else { return [] }
    // The places where a letter begins that has a glyph of its own.
    var places: [(offset: Int, x: Double)] = []
    for glyph in run.glyphs {
      let start = letters[max(0, letters.count(upTo: glyph.cluster) - 1)]
      if places.last?.offset != start { places.append((start, glyph.placement.tx)) }
    }
    places.sort { $0.offset < $1.offset }
    guard !places.isEmpty else { return [] }
    places[0].offset = 0
    return places.indices.map { index in
      let place = places[index]
      let next =
        index + 1 < places.count ? places[index + 1] : (offset: bytes.count, x: span.upperBound)
      let words = String(
        decoding: bytes[place.offset..<max(place.offset, next.offset)], as: UTF8.self)
      return Cell(words: words, left: place.x, right: max(place.x, next.x))
    }
  }

  /// The words of `letters`, and the blanks between them.
  private static func joined(_ letters: [Cell]) -> [Cell] {
    var words: [Cell] = []
    for letter in letters {
      if let last = words.last, last.words != " ", letter.words != " " {
        words[words.count - 1].words += letter.words
        words[words.count - 1].right = letter.right
      } else {
        words.append(letter)
      }
    }
    return words
  }

  /// Where the letters of `words` begin, in bytes.
  private static func letters(of words: String) -> [Int] {
    var (list, offset): ([Int], Int) = ([], 0)
    for letter in words {
      list.append(offset)
      offset += letter.utf8.count
    }
    return list
  }

  /// The characters of a run that reads from the right, as they stand from the left: those of a word share its
  /// width evenly, as readers turn characters one by one, ligatures and vowels too.
  private static func characters(of run: GlyphRun, _ span: ClosedRange<Double>) -> [Cell] {
    // Characters beyond 16 bits nobody turns: the run is told whole.
    if run.words.unicodeScalars.first.map({ $0.value > 0xFFFF }) == true {
      return [Cell(words: run.words, left: span.lowerBound, right: span.upperBound)]
    }
    let bytes = Array(run.words.utf8)
    // From right to left, as they are read: clusters with their places.
    var clusters: [(offset: Int, left: Double)] = []
    for glyph in run.glyphs.reversed() {
      if let last = clusters.last, last.offset == glyph.cluster {
        clusters[clusters.count - 1].left = min(last.left, glyph.placement.tx)
      } else {
        clusters.append((glyph.cluster, glyph.placement.tx))
      }
    }
    clusters.sort { $0.offset < $1.offset }
    guard !clusters.isEmpty else { return [] }
    clusters[0].offset = 0
    var words: [(characters: [Unicode.Scalar], left: Double, right: Double)] = []
    var right = span.upperBound
    var isBlank: Bool?
    for (index, cluster) in clusters.enumerated() {
      let end = index + 1 < clusters.count ? clusters[index + 1].offset : bytes.count
      let scalars = Array(
        String(decoding: bytes[cluster.offset..<max(cluster.offset, end)], as: UTF8.self)
          .unicodeScalars)
      let left = min(cluster.left, right)
      let isSpace = scalars.first?.properties.isWhitespace ?? false
      if isSpace == isBlank {
        words[words.count - 1].characters += scalars
        words[words.count - 1].left = left
      } else {
        words.append((scalars, left, right))
      }
      (isBlank, right) = (isSpace, left)
    }
    return words.reversed().flatMap { word in
      let part = (word.right - word.left) / Double(word.characters.count)
      return word.characters.reversed().enumerated().map { index, character in
        Cell(
          words: String(character), left: word.left + part * Double(index),
          right: word.left + part * Double(index + 1))
      }
    }
  }

  // MARK: Two directions

  /// Words that read from the right in a line that reads from the left: the words in their order, the characters of
  /// each as they stand.
  private static func inReadingOrder(_ characters: [Cell]) -> [Cell] {
    var words: [[Cell]] = []
    for cell in characters {
      let isBlank = cell.words == " "
      if let last = words.last?.last, (last.words == " ") == isBlank {
        words[words.count - 1].append(cell)
      } else {
        words.append([cell])
      }
    }
    return words.reversed().flatMap { $0 }
  }

  /// Marks of direction at the blanks around words that read from the right, so that what follows them, such as a
  /// bracket, is not taken for theirs (UAX #9, 2.6).
  private mutating func markEdges(_ runs: [GlyphRun], _ spans: [ClosedRange<Double>]) {
    for (run, span) in zip(runs, spans) where run.isRightToLeft {
      for index in cells.indices where cells[index].words == " " {
        let isBeside = cells[index].right == span.lowerBound || cells[index].left == span.upperBound
        if isBeside { cells[index].words = "\u{200E} " }
      }
    }
  }
}

extension Array where Element: Comparable {
  /// How many elements of a sorted array are at most `value`: by bisection, as a line may be long.
  fileprivate func count(upTo value: Element) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension GlyphRun {
  /// Where the ink of its outlines and pictures ends.
  fileprivate var inkRight: Double? { Node.text(self).inkBox(.identity)?.maxX }
}

extension Affine {
  /// Whether it turns nothing and turns nothing over but y.
  fileprivate var isLevel: Bool { b == 0 && c == 0 && a > 0 }
}
