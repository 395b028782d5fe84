/// A stranger's font, read far enough to know that the libraries behind us can be handed it.
///
/// Of what the file holds, only the tables that outlines, widths and shaping need are kept: no program that hints,
/// no picture, no name but its family's.
public struct OpenTypeFont: Hashable, Sendable {
  /// What a variable font lets be chosen.
  public struct Axis: Hashable, Sendable {
    /// Four characters, such as `wght`.
    public let tag: String
    public let range: ClosedRange<Double>
    public let normal: Double
  }

  /// Why a document may not carry its glyphs as a font (OpenType, OS/2, fsType).
  public enum Restriction: String, Sendable {
    case restricted = "its licence does not let documents carry it"
    case whole = "its licence does not let documents carry a part of it"
    case bitmaps = "its licence lets documents carry its bitmaps alone"
  }

  /// What is wrong with a file, and what would be right.
  public struct Problem: Error, Hashable, Sendable {
    /// Goes on from the file's name.
    public let message: String
    public let help: String

    init(_ message: String, help: String = Problem.accepted) {
      (self.message, self.help) = (message, help)
    }

    static let accepted =
      "a TrueType or OpenType font (.ttf, .otf) with outlines, of at most 8 MB, is read"
  }

  /// The most bytes of a file.
  public static let sizeLimit = 8_000_000

  /// The tables that are kept, as a font file.
  let program: [UInt8]
  public let axes: [Axis]
  public let restriction: Restriction?
  /// Whether its outlines are PostScript's.
  let isCFF: Bool
  /// The families that it says it is of, by which drawings ask for it.
  let families: [String]
  /// CSS's 1…1000, as it says; 400 where it does not.
  let weight: Int
  let isItalic: Bool

  /// Tables that are kept.
  private static let kept: Set = [
    "CFF ", "CFF2", "GDEF", "GPOS", "GSUB", "HVAR", "MVAR", "OS/2", "avar", "cmap", "fvar", "glyf",
    "gvar", "head", "hhea", "hmtx", "kern", "loca", "maxp", "post",
  ]

  public init(_ bytes: [UInt8]) throws(Problem) {
    guard bytes.count <= OpenTypeFont.sizeLimit else {
      throw Problem("has more than \(OpenTypeFont.sizeLimit) bytes")
    }
    let tables = try OpenTypeTables(bytes)
    let glyphCount = try tables.checkedGlyphCount()
    try tables.checkMetrics(glyphCount)
    (isCFF, axes) = (tables["glyf"] == nil, try tables.axes())
    if isCFF {
      try tables.checkPostScript()
    } else {
      var outlines = try TrueTypeOutlines(of: tables, glyphCount)
      try outlines.check()
    }
    try tables.checkLayout("GSUB")
    try tables.checkLayout("GPOS")
    restriction = tables.restriction
    (families, weight, isItalic) = (tables.families, tables.weight, tables.isItalic)
    program = tables.file(keeping: OpenTypeFont.kept)
  }
}

/// The directory of a font file, whose tables all lie inside it.
struct OpenTypeTables {
  private struct Entry {
    var tag: String
    var checksum: Int
    var range: Range<Int>
  }

  private let bytes: [UInt8]
  private let flavour: ArraySlice<UInt8>
  private var entries: [Entry] = []

  init(_ bytes: [UInt8]) throws(OpenTypeFont.Problem) {
    (self.bytes, flavour) = (bytes, bytes.prefix(4))
    let all = FontBytes(bytes[...])
    switch String(decoding: bytes.prefix(4), as: UTF8.self) {
    case "\0\u{1}\0\0", "OTTO", "true": break
    case "ttcf":
      throw OpenTypeFont.Problem(
        "is a collection of fonts", help: "take one out of it, as a .ttf or .otf file")
    case "wOFF", "wOF2":
      throw OpenTypeFont.Problem(
        "is packed for the web", help: "unpack it, or take the .ttf or .otf file that it is made of"
      )
    default: throw OpenTypeFont.Problem("is no font")
    }
    let count = try all.uint16(4)
    guard (1...64).contains(count) else {
      throw OpenTypeFont.Problem("is damaged: it has \(count) tables")
    }
    for index in 0..<count {
      let start = 12 + 16 * index
      let tag = String(decoding: try all.slice(start, 4), as: UTF8.self)
      let (offset, length) = (try all.uint32(start + 8), try all.uint32(start + 12))
      guard offset >= 12 + 16 * count, offset <= bytes.count, length <= bytes.count - offset else {
        throw OpenTypeFont.Problem("is damaged: its table “\(tag.shown)” lies outside of it")
      }
      guard !entries.contains(where: { $0.tag == tag }) else {
        throw OpenTypeFont.Problem("is damaged: its table “\(tag.shown)” is there twice")
      }
      entries.append(
        Entry(tag: tag, checksum: try all.uint32(start + 4), range: offset..<offset + length))
    }
  }

  subscript(tag: String) -> FontBytes? {
    entries.first { $0.tag == tag }.map { FontBytes(bytes[$0.range], of: tag) }
  }

  func need(_ tag: String) throws(OpenTypeFont.Problem) -> FontBytes {
    guard let table = self[tag] else {
      throw OpenTypeFont.Problem("has no table “\(tag.shown)”")
    }
    return table
  }

  /// A font file of the tables called as one of `tags`.
  func file(keeping tags: Set<String>) -> [UInt8] {
    let kept = entries.filter { tags.contains($0.tag) }
    var head = Array(flavour)
    var body: [UInt8] = []
    func add(_ value: Int, bytes: Int) {
      for index in (0..<bytes).reversed() {
        head.append(UInt8(truncatingIfNeeded: value >> (8 * index)))
      }
    }
    var log = 0
    while 2 << log <= kept.count { log += 1 }
    for value in [kept.count, 16 << log, log, 16 * kept.count - (16 << log)] {
      add(value, bytes: 2)
    }
    for entry in kept {
      head += entry.tag.utf8
      add(entry.checksum, bytes: 4)
      add(12 + 16 * kept.count + body.count, bytes: 4)
      add(entry.range.count, bytes: 4)
      body += bytes[entry.range]
      body += [UInt8](repeating: 0, count: (4 - body.count % 4) % 4)
    }
    return head + body
  }
}

/// Numbers of a table, none of which is read outside of it.
struct FontBytes {
  let bytes: ArraySlice<UInt8>
  private let tag: String

  init(_ bytes: ArraySlice<UInt8>, of tag: String = "") { (self.bytes, self.tag) = (bytes, tag) }

  var count: Int { bytes.count }

  private func truncated() -> OpenTypeFont.Problem {
    OpenTypeFont.Problem(
      tag.isEmpty
        ? "is damaged: it ends too early" : "is damaged: its table “\(tag.shown)” ends too early")
  }

  func uint16(_ offset: Int) throws(OpenTypeFont.Problem) -> Int {
    guard offset >= 0, offset <= count - 2 else { throw truncated() }
    let start = bytes.startIndex + offset
    return Int(bytes[start]) << 8 | Int(bytes[start + 1])
  }

  func int16(_ offset: Int) throws(OpenTypeFont.Problem) -> Int {
    Int(Int16(truncatingIfNeeded: try uint16(offset)))
  }

  func uint32(_ offset: Int) throws(OpenTypeFont.Problem) -> Int {
    try uint16(offset) << 16 | (try uint16(offset + 2))
  }

  func slice(_ offset: Int, _ length: Int) throws(OpenTypeFont.Problem) -> ArraySlice<UInt8> {
    guard offset >= 0, length >= 0, offset <= count, length <= count - offset else {
      throw truncated()
    }
    return bytes[bytes.startIndex + offset..<bytes.startIndex + offset + length]
  }

  func part(_ offset: Int, _ length: Int) throws(OpenTypeFont.Problem) -> FontBytes {
    FontBytes(try slice(offset, length), of: tag)
  }

  /// What begins at `offset`.
  func part(from offset: Int) throws(OpenTypeFont.Problem) -> FontBytes {
    try part(offset, count - offset)
  }
}

extension String {
  /// The name of a table or an axis as messages show it, whatever bytes it is of.
  var shown: String {
    String(
      unicodeScalars.map { (0x20...0x7E).contains($0.value) ? Character($0) : "?" }
    ).trimmed
  }

  private var trimmed: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
