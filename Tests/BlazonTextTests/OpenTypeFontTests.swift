import Foundation
import TestSupport
import Testing

@testable import BlazonText

/// A stranger's font is read before any library is handed it, and what is wrong is one sentence.
@Suite struct OpenTypeFontTests {
  @Test func `sound fonts are read, with their axes`() throws {
    let variable = try OpenTypeFont(TestFont.bytes("variable.ttf"))
    #expect(variable.axes == [.init(tag: "wght", range: 100...900, normal: 400)])
    #expect(!variable.isCFF && variable.restriction == nil)
    let plain = try OpenTypeFont(TestFont.bytes("static.otf"))
    #expect(plain.axes == [] && plain.isCFF && plain.restriction == nil)
  }

  @Test func `the fonts that ship are read`() throws {
    for name in ["DejaVuSans.ttf", "EBGaramond12-Italic.otf", "Vollkorn-SemiBold.ttf"] {
      let bytes = Array(try Data(contentsOf: project.appending(path: "fonts/\(name)")))
      #expect(throws: Never.self) { try OpenTypeFont(bytes) }
    }
  }

  @Test func `what is no font says so, and what would be read`() throws {
    func message(_ bytes: [UInt8]) -> String? { TestFont.problem(bytes)?.message }
    #expect(message([]) == "is no font")
    #expect(message(Array("<html>not here</html>".utf8)) == "is no font")
    #expect(message(Array("wOF2".utf8)) == "is packed for the web")
    #expect(message(Array("ttcf\0\u{1}\0\0".utf8)) == "is a collection of fonts")
    let large = [UInt8](repeating: 0, count: OpenTypeFont.sizeLimit + 1)
    #expect(message(large) == "has more than 8000000 bytes")
    #expect(TestFont.problem([])?.help.contains(".ttf, .otf") == true)
  }

  @Test(arguments: ["tiny-variable.ttf", "tiny-static.otf"])
  func `a font that is cut off anywhere is refused`(_ name: String) throws {
    let bytes = try TestFont.bytes(name)
    for count in 0..<bytes.count - 4 {
      #expect(TestFont.problem(Array(bytes.prefix(count))) != nil, "\(count) bytes")
    }
  }

  @Test(arguments: ["tiny-variable.ttf", "tiny-static.otf"])
  func `whatever byte is another, a font is refused or sets text`(_ name: String) throws {
    let bytes = try TestFont.bytes(name)
    var read = 0
    for index in stride(from: 0, to: bytes.count, by: 3) {
      for byte in [0, 0x7F, 0xFF] as [UInt8] {
        var bytes = bytes
        bytes[index] = byte
        guard let font = try? OpenTypeFont(bytes) else { continue }
        read += 1
        TestFont.set("Hello gj 123", in: try FontLibrary(alone: TestFont.font(font)))
      }
    }
    #expect(read > 200)
  }

  @Test func `tables that lie elsewhere, or are there twice, are refused`() throws {
    let bytes = try TestFont.bytes("variable.ttf")
    #expect(
      TestFont.problem(bytes.with(uint32: 0xFFFF_FFF0, at: 12 + 8))?.message
        == "is damaged: its table “GDEF” lies outside of it")
    #expect(
      TestFont.problem(bytes.with(uint32: 0xFFFF_FFFF, at: 12 + 12))?.message
        == "is damaged: its table “GDEF” lies outside of it")
    let twice = bytes.with(Array("GPOS".utf8), at: 12)
    #expect(TestFont.problem(twice)?.message == "is damaged: its table “GPOS” is there twice")
    #expect(
      TestFont.problem(bytes.with([0xFF, 0xFF], at: 4))?.message
        == "is damaged: it has 65535 tables")
  }

  @Test func `grids and counts that cannot be are refused`() throws {
    let bytes = try TestFont.bytes("variable.ttf")
    let (head, maxp) = (try bytes.table("head"), try bytes.table("maxp"))
    for units in [0, 15, 16385, 65535] {
      let font = bytes.with([UInt8(units >> 8), UInt8(units & 255)], at: head + 18)
      #expect(
        TestFont.problem(font)?.message
          == "is damaged: its em has \(units) units, and can have 16 to 16384")
    }
    #expect(TestFont.problem(bytes.with([0, 0], at: maxp + 4))?.message == "has no glyphs")
    #expect(
      TestFont.problem(bytes.with([0xFF, 0xFF], at: maxp + 4))?.message
        == "is damaged: its table “loca” is too short")
    let fvar = try bytes.table("fvar")
    #expect(
      TestFont.problem(bytes.with([0xFF, 0xFF], at: fvar + 8))?.message
        == "is damaged: its table “fvar” has 65535 axes")
  }

  @Test func `a glyph that is made of itself is refused`() throws {
    let bytes = try TestFont.bytes("tiny-variable.ttf")
    let glyph = 3
    let start = try bytes.table("glyf") + bytes.glyphOffset(glyph)
    #expect(bytes[start] == 0xFF, "é is made of e and its accent")
    let loop = bytes.with([0, UInt8(glyph)], at: start + 12)
    #expect(
      TestFont.problem(loop)?.message == "is damaged: its glyph 3 is made of itself, or too deep")
    let elsewhere = bytes.with([0xFF, 0xFE], at: start + 12)
    #expect(
      TestFont.problem(elsewhere)?.message
        == "is damaged: a glyph is made of glyph 65534, which is not there")
  }

  @Test func `ranges of characters without end are refused`() throws {
    let bytes = try TestFont.bytes("tiny-variable.ttf")
    func font(_ groups: [(UInt32, UInt32)], format: UInt32 = 13) -> [UInt8] {
      let header: [UInt32] = [
        1, 0x0003_000A, 12, format << 16, UInt32(16 + 12 * groups.count), 0, UInt32(groups.count),
      ]
      let numbers = header + groups.flatMap { [$0.0, $0.1, 1] }
      return bytes.replacing(
        "cmap",
        with: numbers.flatMap { number in
          (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * UInt32($0))) }
        })
    }
    #expect(TestFont.problem(font([(0x41, 0x5A)])) == nil)
    let endless = Array(repeating: (UInt32(0), UInt32(0xFFFF_FFFF)), count: 1000)
    for format in [12, 13] as [UInt32] {
      #expect(
        TestFont.problem(font(endless, format: format))?.message
          == "is damaged: its table “cmap” has more characters than there are")
    }
    // As many as one part can have.
    let all = try OpenTypeFont(font([(0, 0x10FFFF)]))
    TestFont.set("Hello gj 123", in: try FontLibrary(alone: TestFont.font(all)))
  }

  @Test(
    arguments: [
      (0, nil), (4, nil), (8, nil), (2, .restricted), (0x100, .whole), (0x200, .bitmaps),
      (0x108, .whole), (0x302, .restricted),
    ] as [(Int, OpenTypeFont.Restriction?)])
  func `the bits of its licence say whether documents carry it`(
    _ bits: Int, _ restriction: OpenTypeFont.Restriction?
  ) throws {
    for name in ["tiny-variable.ttf", "tiny-static.otf"] {
      let font = try OpenTypeFont(TestFont.bytes(name, licensed: bits))
      #expect(font.restriction == restriction, "\(name)")
    }
  }

  @Test func `of several levels, as old fonts have, the least strict holds`() throws {
    var bytes = try TestFont.bytes("tiny-variable.ttf", licensed: 6)
    let table = try bytes.table("OS/2")
    #expect(try OpenTypeFont(bytes).restriction == .restricted)
    bytes = bytes.with([0, 2], at: table)
    #expect(try OpenTypeFont(bytes).restriction == nil)
  }
}

/// Small fonts of tests, and what can be done to them.
enum TestFont {
  static func bytes(_ name: String) throws -> [UInt8] {
    let file = project.appending(path: "Tests/BlazonTextTests/Fixtures/\(name)")
    return Array(try Data(contentsOf: file))
  }

  /// The same with `bits` as its licence.
  static func bytes(_ name: String, licensed bits: Int) throws -> [UInt8] {
    let bytes = try bytes(name)
    return bytes.with([UInt8(bits >> 8), UInt8(bits & 255)], at: try bytes.table("OS/2") + 8)
  }

  static func problem(_ bytes: [UInt8]) -> OpenTypeFont.Problem? {
    do throws(OpenTypeFont.Problem) {
      _ = try OpenTypeFont(bytes)
      return nil
    } catch { return error }
  }

  static func font(_ font: OpenTypeFont, name: String = "a.otf") -> Typeface.Font {
    Typeface.Font(name: name, digest: name, font: font)
  }

  /// Sets `text` as titles and texts are.
  static func set(_ text: String, in fonts: FontLibrary) {
    for face in ["Inter", "Sora ExtraBold"] { _ = line(text, face, fonts: fonts).runs() }
  }
}

extension [UInt8] {
  func with(_ bytes: [UInt8], at offset: Int) -> [UInt8] {
    var copy = self
    copy.replaceSubrange(offset..<offset + bytes.count, with: bytes)
    return copy
  }

  func with(uint32 value: UInt32, at offset: Int) -> [UInt8] {
    with((0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * UInt32($0))) }, at: offset)
  }

  /// Where the table called `tag` begins.
  func table(_ tag: String) throws -> Int {
    let count = Int(self[4]) << 8 | Int(self[5])
    let entry = try #require(
      (0..<count).map { 12 + 16 * $0 }.first { Array(self[$0..<$0 + 4]) == Array(tag.utf8) })
    return uint32(entry + 8)
  }

  /// The font with other bytes as its table `tag`.
  func replacing(_ tag: String, with bytes: [UInt8]) -> [UInt8] {
    let count = Int(self[4]) << 8 | Int(self[5])
    var font = self
    for entry in (0..<count).map({ 12 + 16 * $0 })
    where Array(self[entry..<entry + 4]) == Array(tag.utf8) {
      font = font.with(uint32: UInt32(self.count), at: entry + 8)
        .with(uint32: UInt32(bytes.count), at: entry + 12)
    }
    return font + bytes
  }

  /// Where a glyph begins in “glyf”.
  func glyphOffset(_ glyph: Int) throws -> Int {
    let isLong = self[try table("head") + 51] != 0
    let loca = try table("loca")
    return isLong
      ? uint32(loca + 4 * glyph)
      : 2 * (Int(self[loca + 2 * glyph]) << 8 | Int(self[loca + 2 * glyph + 1]))
  }

  private func uint32(_ offset: Int) -> Int {
    self[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
  }
}
