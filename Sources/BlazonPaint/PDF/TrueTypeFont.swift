internal import BlazonScene

/// A TrueType font of outlines that were set already, letters and words that are composed of them: the tables that
/// PDF asks for (ISO 32000-1, 9.9), as OpenType describes them.
///
/// Glyph 0 is blank; the words follow, then the letters.
struct TrueTypeFont {
  /// A letter of a word, and where it stands: in font units from the word's beginning, y upwards.
  struct Component: Hashable {
    /// Its place among the letters.
    var letter: Int
    var x: Int, y: Int
  }

  struct Word {
    var components: [Component]
    /// How far the next word is.
    var width: Int
  }

  static let unitsPerEm = 2000
  /// What coordinates may be; offsets of letters, as much again.
  static let reach = 16_000.0
  /// How far letters reach above and below the line: what readers mark.
  static let ascent = 1600, descent = -400

  private struct Glyph {
    var bytes = BigEndian()
    var width = 0
    var box: (Int, Int, Int, Int)?
    var points = 0, contours = 0, components = 0
  }

  private var glyphs = [Glyph()]

  /// The outlines are in font units, y upwards.
  init(words: [Word], letters: [Path]) {
    let drawn = letters.map(glyph)
    glyphs += words.map { glyph($0, of: drawn, first: words.count + 1) }
    glyphs += drawn
  }

  private func glyph(_ outline: Path) -> Glyph {
    let contours = contours(of: outline)
    let points = contours.joined()
    var glyph = Glyph(points: points.count, contours: contours.count)
    guard !points.isEmpty else { return glyph }
    glyph.box = box(points.map { ($0.x, $0.y) })
    write(contours, to: &glyph)
    return glyph
  }

  private func glyph(_ word: Word, of letters: [Glyph], first: Int) -> Glyph {
    var glyph = Glyph(width: word.width)
    let parts = word.components.filter { letters[$0.letter].box != nil }
    guard !parts.isEmpty else { return glyph }
    glyph.components = parts.count
    var corners: [(Int, Int)] = []
    for part in parts {
      let letter = letters[part.letter]
      glyph.points += letter.points
      glyph.contours += letter.contours
      if let box = letter.box {
        corners += [(box.0 + part.x, box.1 + part.y), (box.2 + part.x, box.3 + part.y)]
      }
    }
    glyph.box = box(corners)
    glyph.bytes.add(Int16(-1))
    write(glyph.box, to: &glyph.bytes)
    for (index, part) in parts.enumerated() {
      // Offsets, in 16 bits; more follow.
      glyph.bytes.add(UInt16(index + 1 < parts.count ? 0x23 : 0x03), UInt16(first + part.letter))
      glyph.bytes.add(Int16(clamping: part.x), Int16(clamping: part.y))
    }
    return glyph
  }

  private func box(_ points: [(Int, Int)]) -> (Int, Int, Int, Int) {
    let (x, y) = (points.map(\.0), points.map(\.1))
    return (x.min() ?? 0, y.min() ?? 0, x.max() ?? 0, y.max() ?? 0)
  }

  // MARK: Outlines

  private struct Point {
    var x: Int, y: Int
    var isOnCurve: Bool

    init(_ point: BlazonScene.Point, isOnCurve: Bool) {
      func unit(_ value: Double) -> Int {
        Int(max(-TrueTypeFont.reach, min(TrueTypeFont.reach, value)).rounded())
      }
      (x, y, self.isOnCurve) = (unit(point.x), unit(point.y), isOnCurve)
    }
  }

  /// The closed curves of `path`, of quadratic arcs.
  private func contours(of path: Path) -> [[Point]] {
    var contours: [[Point]] = []
    var current: [Point] = []
    var pen = BlazonScene.Point(0, 0)
    var start = pen
    func finish() {
      if let first = current.first, let last = current.last, current.count > 1, last.isOnCurve,
        first.x == last.x, first.y == last.y
      {
        current.removeLast()
      }
      if current.count > 1 { contours.append(TrueTypeFont.withoutMiddles(current)) }
      current = []
    }
    func line(to point: BlazonScene.Point) {
      let next = Point(point, isOnCurve: true)
      if let last = current.last, last.isOnCurve, last.x == next.x, last.y == next.y { return }
      current.append(next)
    }
    for segment in path.segments {
      switch segment {
      case .move(let point):
        finish()
        current = [Point(point, isOnCurve: true)]
        (pen, start) = (point, point)
      case .line(let point):
        line(to: point)
        pen = point
      case .quad(let control, let point):
        current.append(Point(control, isOnCurve: false))
        current.append(Point(point, isOnCurve: true))
        pen = point
      case .cubic(let a, let b, let end):
        for arc in quadratics(pen, a, b, end) {
          current.append(Point(arc.control, isOnCurve: false))
          current.append(Point(arc.end, isOnCurve: true))
        }
        pen = end
      case .close:
        finish()
        current = [Point(start, isOnCurve: true)]
        pen = start
      }
    }
    finish()
    return contours.filter { $0.count > 2 }
  }

  /// The contour without those points that readers add by themselves: midway between two control points.
  private static func withoutMiddles(_ contour: [Point]) -> [Point] {
    contour.indices.compactMap { index in
      let (point, count) = (contour[index], contour.count)
      let (before, after) = (contour[(index + count - 1) % count], contour[(index + 1) % count])
      let isMiddle =
        abs(before.x + after.x - 2 * point.x) <= 2 && abs(before.y + after.y - 2 * point.y) <= 2
      return index > 0 && point.isOnCurve && !before.isOnCurve && !after.isOnCurve && isMiddle
        ? nil : point
    }
  }

  /// As many quadratic arcs as stay within half a unit of a cubic one.
  private func quadratics(
    _ start: BlazonScene.Point, _ a: BlazonScene.Point, _ b: BlazonScene.Point,
    _ end: BlazonScene.Point
  ) -> [(control: BlazonScene.Point, end: BlazonScene.Point)] {
    // The distance of a cubic from its best quadratic is √3/36 of this; it falls with the cube of the parts.
    let bend = (end - b * 3 + a * 3 - start).length * 0.0481
    var count = 1
    while bend / Double(count * count * count) > 0.5, count < 8 { count += 1 }
    func point(_ t: Double) -> BlazonScene.Point {
      let (p, q, r) = (start.mixed(with: a, t), a.mixed(with: b, t), b.mixed(with: end, t))
      return p.mixed(with: q, t).mixed(with: q.mixed(with: r, t), t)
    }
    func slope(_ t: Double) -> BlazonScene.Point {
      let (p, q, r) = (a - start, b - a, end - b)
      return p.mixed(with: q, t).mixed(with: q.mixed(with: r, t), t) * 3
    }
    return (0..<count).map { index in
      let (from, to) = (Double(index) / Double(count), Double(index + 1) / Double(count))
      let (p, q) = (point(from), point(to))
      // The control point of the quadratic that has the part's ends and, on the whole, its slopes.
      let reach = (to - from) / 4
      let control = (p + q) * 0.5 + (slope(from) - slope(to)) * reach
      return (control, index == count - 1 ? end : q)
    }
  }

  private func write(_ contours: [[Point]], to glyph: inout Glyph) {
    glyph.bytes.add(Int16(contours.count))
    write(glyph.box, to: &glyph.bytes)
    var last = -1
    for contour in contours {
      last += contour.count
      glyph.bytes.add(UInt16(clamping: last))
    }
    // No instructions.
    glyph.bytes.add(UInt16(0))
    var (flags, xs, ys) = (BigEndian(), BigEndian(), BigEndian())
    var (x, y) = (0, 0)
    func add(_ step: Int, short: UInt8, same: UInt8, to out: inout BigEndian) -> UInt8 {
      if step == 0 { return same }
      if abs(step) < 256 {
        out.add(UInt8(abs(step)))
        return step > 0 ? short | same : short
      }
      out.add(Int16(clamping: step))
      return 0
    }
    for point in contours.joined() {
      var flag: UInt8 = point.isOnCurve ? 1 : 0
      flag |= add(point.x - x, short: 2, same: 16, to: &xs)
      flag |= add(point.y - y, short: 4, same: 32, to: &ys)
      flags.add(flag)
      (x, y) = (point.x, point.y)
    }
    glyph.bytes.bytes += flags.bytes + xs.bytes + ys.bytes
    if glyph.bytes.bytes.count % 2 != 0 { glyph.bytes.add(UInt8(0)) }
  }

  private func write(_ box: (Int, Int, Int, Int)?, to out: inout BigEndian) {
    let box = box ?? (0, 0, 0, 0)
    out.add(Int16(clamping: box.0), Int16(clamping: box.1), Int16(clamping: box.2))
    out.add(Int16(clamping: box.3))
  }

  // MARK: The file

  var file: [UInt8] {
    let count = UInt16(clamping: glyphs.count)
    let all = box(glyphs.compactMap(\.box).flatMap { [($0.0, $0.1), ($0.2, $0.3)] })
    var head = BigEndian()
    head.add(UInt32(0x0001_0000), UInt32(0x0001_0000), UInt32(0), UInt32(0x5F0F_3CF5))
    head.add(UInt16(0x000B), UInt16(TrueTypeFont.unitsPerEm))
    // Made at no time: when 1904 began.
    head.add(UInt64(0), UInt64(0))
    write(all, to: &head)
    // Offsets of “loca” have 32 bits.
    head.add(UInt16(0), UInt16(8), UInt16(2), UInt16(1), UInt16(0))
    var hhea = BigEndian()
    hhea.add(UInt32(0x0001_0000))
    hhea.add(
      Int16(TrueTypeFont.ascent), Int16(TrueTypeFont.descent), 0,
      Int16(clamping: glyphs.map(\.width).max() ?? 0),
      Int16(clamping: all.0), 0, Int16(clamping: all.2), 1)
    hhea.add(Int16(0), 0, 0, 0, 0, 0, 0)
    hhea.add(count)
    var hmtx = BigEndian()
    for glyph in glyphs {
      hmtx.add(UInt16(clamping: glyph.width))
      hmtx.add(Int16(clamping: glyph.box?.0 ?? 0))
    }
    let simple = glyphs.filter { $0.components == 0 }
    let composite = glyphs.filter { $0.components > 0 }
    func most(_ glyphs: [Glyph], _ quality: (Glyph) -> Int) -> UInt16 {
      UInt16(clamping: glyphs.map(quality).max() ?? 0)
    }
    var maxp = BigEndian()
    maxp.add(UInt32(0x0001_0000))
    maxp.add(
      count, most(simple, \.points), most(simple, \.contours), most(composite, \.points),
      most(composite, \.contours), 1, 0, 0, 0, 0, 0, 0, most(composite, \.components),
      composite.isEmpty ? 0 : 1)
    var (loca, glyf) = (BigEndian(), [UInt8]())
    for glyph in glyphs {
      loca.add(UInt32(glyf.count))
      glyf += glyph.bytes.bytes
    }
    loca.add(UInt32(glyf.count))
    if glyf.isEmpty { glyf = [0] }
    return file(of: [
      ("glyf", glyf), ("head", head.bytes), ("hhea", hhea.bytes), ("hmtx", hmtx.bytes),
      ("loca", loca.bytes), ("maxp", maxp.bytes),
    ])
  }

  private func file(of tables: [(tag: String, bytes: [UInt8])]) -> [UInt8] {
    var file = BigEndian()
    file.add(UInt32(0x0001_0000))
    file.add(UInt16(tables.count), 64, 2, UInt16(tables.count * 16 - 64))
    var body: [UInt8] = []
    for table in tables {
      let padded = table.bytes + [UInt8](repeating: 0, count: (4 - table.bytes.count % 4) % 4)
      var sum: UInt32 = 0
      for (index, byte) in padded.enumerated() {
        sum &+= UInt32(byte) << UInt32(24 - index % 4 * 8)
      }
      file.bytes += table.tag.utf8
      file.add(sum, UInt32(12 + 16 * tables.count + body.count), UInt32(table.bytes.count))
      body += padded
    }
    return file.bytes + body
  }
}
