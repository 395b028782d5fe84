// What the tables of a font must say before anything else reads them.

extension OpenTypeTables {
  private typealias Problem = OpenTypeFont.Problem

  /// How many glyphs there are, of a design grid that can be.
  func checkedGlyphCount() throws(OpenTypeFont.Problem) -> Int {
    let head = try need("head")
    guard head.count >= 54, try head.uint32(12) == 0x5F0F_3CF5 else {
      throw Problem("is damaged: its table “head” is none")
    }
    let unitsPerEm = try head.uint16(18)
    guard (16...16384).contains(unitsPerEm) else {
      throw Problem("is damaged: its em has \(unitsPerEm) units, and can have 16 to 16384")
    }
    let count = try need("maxp").uint16(4)
    guard count > 0 else { throw Problem("has no glyphs") }
    return count
  }

  /// Widths, and characters: what every text asks for first.
  func checkMetrics(_ glyphCount: Int) throws(OpenTypeFont.Problem) {
    let hhea = try need("hhea")
    let widths = try hhea.uint16(34)
    guard (1...glyphCount).contains(widths), try need("hmtx").count >= 4 * widths else {
      throw Problem("is damaged: its table “hmtx” has not the widths that it should")
    }
    let cmap = try need("cmap")
    let count = try cmap.uint16(2)
    guard (1...64).contains(count) else {
      throw Problem("is damaged: its table “cmap” has \(count) parts")
    }
    var parts: Set<Int> = []
    for index in 0..<count { parts.insert(try cmap.uint32(4 + 8 * index + 4)) }
    for part in parts {
      // Each character is in one range, so that all together are no more than there are.
      guard try characterCount(of: cmap.part(from: part)) <= 0x220000 else {
        throw Problem("is damaged: its table “cmap” has more characters than there are")
      }
    }
  }

  /// How many characters the ranges of a part of “cmap” have.
  private func characterCount(of part: FontBytes) throws(OpenTypeFont.Problem) -> Int {
    var count = 0
    switch try part.uint16(0) {
    case 4:
      let double = try part.uint16(6) & ~1
      for offset in stride(from: 14, to: 14 + double, by: 2) {
        count += max(0, try part.uint16(offset) - part.uint16(offset + double + 2) + 1)
      }
    case 8, 12, 13:
      let first = try part.uint16(0) == 8 ? 8208 : 16
      let groups = try part.uint32(first - 4)
      guard groups <= part.count / 12 else {
        throw Problem("is damaged: its table “cmap” ends too early")
      }
      for group in 0..<groups {
        let at = first + 12 * group
        count += max(0, min(0x10FFFF, try part.uint32(at + 4)) - (try part.uint32(at)) + 1)
      }
    default: break
    }
    return count
  }

  /// The axes of a variable font; none of any other.
  func axes() throws(OpenTypeFont.Problem) -> [OpenTypeFont.Axis] {
    guard let fvar = self["fvar"], self["gvar"] != nil || self["CFF2"] != nil else { return [] }
    let (start, count, size) = (try fvar.uint16(4), try fvar.uint16(8), try fvar.uint16(10))
    guard (1...32).contains(count), size >= 20 else {
      throw Problem("is damaged: its table “fvar” has \(count) axes")
    }
    // Where widths vary, each width asks all regions.
    if let widths = self["HVAR"], widths.count > 0 {
      let store = try widths.part(from: widths.uint32(4))
      let regions = try store.part(from: store.uint32(2))
      guard try regions.uint16(0) * regions.uint16(2) <= 65_536 else {
        throw Problem("has widths that vary in too many ways")
      }
    }
    var axes: [OpenTypeFont.Axis] = []
    for index in 0..<count {
      let at = start + size * index
      let tag = String(decoding: try fvar.slice(at, 4), as: UTF8.self)
      func value(_ offset: Int) throws(OpenTypeFont.Problem) -> Double {
        Double(Int32(truncatingIfNeeded: try fvar.uint32(at + offset))) / 65536
      }
      let (low, normal, high) = (try value(4), try value(8), try value(12))
      guard low <= normal, normal <= high, !axes.contains(where: { $0.tag == tag }) else {
        throw Problem("is damaged: its axis “\(tag.shown)” has no range")
      }
      axes.append(OpenTypeFont.Axis(tag: tag, range: low...high, normal: normal))
    }
    return axes
  }

  /// That the outlines are PostScript's: HarfBuzz counts the steps of each, so only their beginning is looked at.
  func checkPostScript() throws(OpenTypeFont.Problem) {
    guard let table = self["CFF "] ?? self["CFF2"] else {
      throw Problem("has no outlines that letters could be drawn from")
    }
    let major = try table.slice(0, 1).first
    let header = try table.slice(2, 1).first.map(Int.init) ?? 0
    guard major == 1 || major == 2, header >= 4, header < table.count else {
      throw Problem("is damaged: its outlines have no beginning")
    }
  }

  /// Lookups and their parts: each is tried on every text.
  func checkLayout(_ tag: String) throws(OpenTypeFont.Problem) {
    guard let table = self[tag], table.count > 0 else { return }
    let lists = try table.part(from: table.uint16(8))
    let count = try lists.uint16(0)
    var parts = 0
    for index in 0..<count {
      let lookup = try lists.part(from: lists.uint16(2 + 2 * index))
      parts += try lookup.uint16(4)
      guard parts <= 20_000 else {
        throw Problem("has more rules in “\(tag)” than texts can be set by")
      }
    }
  }

  /// What its licence says of documents: of several levels, as only old fonts have, the least strict.
  var restriction: OpenTypeFont.Restriction? {
    guard let table = self["OS/2"], let bits = try? table.uint16(8),
      let version = try? table.uint16(0)
    else { return nil }
    let isRestricted = version >= 3 ? bits & 2 != 0 : bits & 0xE == 2
    if isRestricted { return .restricted }
    if bits & 0x200 != 0 { return .bitmaps }
    return bits & 0x100 != 0 ? .whole : nil
  }
}

/// The outlines of a TrueType font: parts that are made of parts could call each other for ever.
struct TrueTypeOutlines {
  private struct Size {
    var points = 0
    var parts = 0
    var depth = 0
  }

  /// More than any letter has, and what HarfBuzz draws.
  private static let pointLimit = 10_000
  private static let partLimit = 256
  private static let depthLimit = 16
  /// Points times variations of one glyph: each is added up for each letter of a text.
  private static let deltaLimit = 2_000_000

  private let glyf: FontBytes
  private let loca: FontBytes
  private let isLong: Bool
  private let count: Int
  private let gvar: FontBytes?
  private var sizes: [Size?]
  private var isOpen: [Bool]

  init(of tables: OpenTypeTables, _ glyphCount: Int) throws(OpenTypeFont.Problem) {
    glyf = try tables.need("glyf")
    loca = try tables.need("loca")
    isLong = try tables.need("head").uint16(50) != 0
    (count, gvar) = (glyphCount, tables["gvar"])
    sizes = Array(repeating: nil, count: glyphCount)
    isOpen = Array(repeating: false, count: glyphCount)
    guard loca.count >= (glyphCount + 1) * (isLong ? 4 : 2) else {
      throw OpenTypeFont.Problem("is damaged: its table “loca” is too short")
    }
  }

  mutating func check() throws(OpenTypeFont.Problem) {
    for glyph in 0..<count {
      let size = try size(of: glyph, depth: 0)
      let variations = try variations(of: glyph)
      guard size.points * variations <= TrueTypeOutlines.deltaLimit else {
        throw OpenTypeFont.Problem(
          "has a glyph of \(size.points) points and \(variations) variations")
      }
    }
  }

  private func range(of glyph: Int) throws(OpenTypeFont.Problem) -> Range<Int> {
    func offset(_ index: Int) throws(OpenTypeFont.Problem) -> Int {
      try isLong ? loca.uint32(4 * index) : 2 * loca.uint16(2 * index)
    }
    let (start, end) = (try offset(glyph), try offset(glyph + 1))
    guard start <= end, end <= glyf.count else {
      throw OpenTypeFont.Problem("is damaged: its glyph \(glyph) lies outside of it")
    }
    return start..<end
  }

  private mutating func size(of glyph: Int, depth: Int) throws(OpenTypeFont.Problem) -> Size {
    guard glyph < count else {
      throw OpenTypeFont.Problem(
        "is damaged: a glyph is made of glyph \(glyph), which is not there")
    }
    if let size = sizes[glyph] { return size }
    guard !isOpen[glyph], depth <= TrueTypeOutlines.depthLimit else {
      throw OpenTypeFont.Problem("is damaged: its glyph \(glyph) is made of itself, or too deep")
    }
    isOpen[glyph] = true
    let range = try range(of: glyph)
    var size = Size()
    if !range.isEmpty {
      let bytes = try glyf.part(range.lowerBound, range.count)
      let contours = try bytes.int16(0)
      if contours > 0 {
        size.points = try bytes.uint16(8 + 2 * contours) + 1
      } else if contours < 0 {
        size = try composite(bytes, depth: depth)
      }
    }
    guard size.points <= TrueTypeOutlines.pointLimit, size.parts <= TrueTypeOutlines.partLimit,
      size.depth <= TrueTypeOutlines.depthLimit
    else {
      throw OpenTypeFont.Problem(
        "has a glyph that is too large: number \(glyph), of \(size.points) points in \(size.parts) parts"
      )
    }
    isOpen[glyph] = false
    sizes[glyph] = size
    return size
  }

  /// A glyph made of others.
  private mutating func composite(
    _ bytes: FontBytes, depth: Int
  ) throws(OpenTypeFont.Problem) -> Size {
    var (size, at, hasMore) = (Size(), 10, true)
    while hasMore {
      let flags = try bytes.uint16(at)
      let part = try self.size(of: bytes.uint16(at + 2), depth: depth + 1)
      size.points += part.points
      size.parts += max(1, part.parts)
      size.depth = max(size.depth, part.depth + 1)
      guard size.parts <= TrueTypeOutlines.partLimit else { break }
      at += 4 + (flags & 1 != 0 ? 4 : 2)
      // A scale, one for each direction, or a matrix.
      at += flags & 8 != 0 ? 2 : flags & 0x40 != 0 ? 4 : flags & 0x80 != 0 ? 8 : 0
      hasMore = flags & 0x20 != 0
    }
    return size
  }

  /// How many variations a glyph has.
  private func variations(of glyph: Int) throws(OpenTypeFont.Problem) -> Int {
    guard let gvar, gvar.count >= 20, try glyph < gvar.uint16(12) else { return 0 }
    let isLong = try gvar.uint16(14) & 1 != 0
    func offset(_ index: Int) throws(OpenTypeFont.Problem) -> Int {
      try isLong ? gvar.uint32(20 + 4 * index) : 2 * gvar.uint16(20 + 2 * index)
    }
    let (start, end) = (try offset(glyph), try offset(glyph + 1))
    guard start <= end else {
      throw OpenTypeFont.Problem("is damaged: variations of its glyph \(glyph) lie outside of it")
    }
    guard start < end else { return 0 }
    return try gvar.part(from: gvar.uint32(16)).uint16(start) & 0xFFF
  }
}
