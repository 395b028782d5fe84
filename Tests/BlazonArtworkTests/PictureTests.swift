import Foundation
import TestSupport
import Testing

@testable import BlazonArtwork
@testable import BlazonScene

/// A picture of twelve squares, as `make-fixtures.py` made it, and their colours as Pillow and Little CMS see them.
struct PictureFixture: Decodable, CustomTestStringConvertible {
  var name = ""
  var width: Int, height: Int
  var tolerance: Int
  var squares: [[Int]]

  private enum CodingKeys: CodingKey { case width, height, tolerance, squares }

  var testDescription: String { name }
  var bytes: [UInt8] { PictureFixture.file(name) }

  static let folder = project.appending(path: "Tests/BlazonArtworkTests/Fixtures")

  static func file(_ name: String) -> [UInt8] {
    (try? Data(contentsOf: folder.appending(path: name))).map(Array.init) ?? []
  }

  static let all: [PictureFixture] = {
    let found = try? JSONDecoder().decode(
      [String: PictureFixture].self, from: Data(file("expected.json")))
    return (found ?? [:]).sorted { $0.key < $1.key }.map { name, fixture in
      var fixture = fixture
      fixture.name = name
      return fixture
    }
  }()
}

extension Raster {
  func pixel(_ x: Int, _ y: Int) -> [Int] { (0..<4).map { Int(pixels[(y * width + x) * 4 + $0]) } }
}

/// Bits from the lowest of each byte, as lossless WebP has them.
private struct BitWriter {
  private var bits: [Bool] = []

  mutating func add(_ value: Int, _ count: Int) {
    for index in 0..<count { bits.append(value >> index & 1 == 1) }
  }

  /// An even number of them.
  var bytes: [UInt8] {
    stride(from: 0, to: (bits.count + 15) / 16 * 16, by: 8).map { start in
      (0..<8).reduce(0) {
        $0 | (start + $1 < bits.count && bits[start + $1] ? 1 << UInt8($1) : 0)
      }
    }
  }
}

/// Strangers' pictures of pixels of every kind.
@Suite struct PictureTests {
  @Test func `there are fixtures of each kind`() {
    for ending in [".png", ".jpg", ".webp"] {
      #expect(PictureFixture.all.count { $0.name.hasSuffix(ending) } >= 6)
    }
  }

  @Test(arguments: PictureFixture.all)
  func `a picture has the colours that others see`(_ fixture: PictureFixture) throws {
    let raster = try RasterReader.raster(fixture.bytes)
    #expect(raster.width == fixture.width && raster.height == fixture.height)
    guard raster.width == fixture.width, raster.height == fixture.height else { return }
    let columns = raster.width / 8
    for (index, square) in fixture.squares.enumerated() {
      let seen = raster.pixel(index % columns * 8 + 4, index / columns * 8 + 4)
      // What is clear has no colour.
      let isSame = zip(seen, square).allSatisfy { abs($0 - $1) <= fixture.tolerance }
      #expect(isSame || seen[3] == 0 && square[3] == 0, "\(index): \(seen), others \(square)")
    }
  }

  @Test func `an artwork knows its kind`() throws {
    for (name, kind) in [
      ("rgb8.png", Artwork.Kind.png), ("baseline.jpg", .jpeg), ("lossy.webp", .webp),
    ] {
      let artwork = try Artwork(PictureFixture.file(name))
      #expect(artwork.kind == kind && artwork.size == Size(width: 512, height: 384))
    }
  }

  @Test(arguments: [
    (2000, 10, 1024, 5), (10, 2000, 5, 1024), (3000, 1, 1024, 1), (1024, 3, 1024, 3),
  ])
  func `a large picture is made smaller as it is read`(
    _ width: Int, _ height: Int, _ newWidth: Int, _ newHeight: Int
  ) throws {
    // Stripes of one pixel, black and white, become grey.
    let file = pngFile(width: width, height: height) { x, y in
      (x + y) % 2 == 0 ? [0, 0, 0, 255] : [255, 255, 255, 255]
    }
    let raster = try RasterReader.raster(file)
    #expect(raster.width == newWidth && raster.height == newHeight)
    #expect(try RasterReader.raster(file, longerSide: 4096).width == width)
    guard width != newWidth else { return }
    let levels = raster.pixels.enumerated().filter { $0.offset % 4 == 0 }.map(\.element)
    #expect(levels.allSatisfy { height == 1 || 60...195 ~= $0 })
  }

  @Test func `a large JPEG and a large WebP have the colours of small ones`() throws {
    for name in ["baseline.jpg", "lossless.webp"] {
      let small = try RasterReader.raster(PictureFixture.file(name), longerSide: 16)
      #expect(small.width == 16 && small.height == 12)
      // Squares of eight pixels are four wide.
      for (at, color) in [(1, [200, 60, 40]), (5, [30, 160, 70]), (9, [40, 70, 190])] {
        let seen = small.pixel(at, 1)
        #expect(zip(seen, color).allSatisfy { abs($0 - $1) <= 4 }, "\(name): \(seen)")
      }
    }
  }

  @Test func `an animated WebP is refused`() {
    let error = #expect(throws: ArtworkError.self) {
      try Artwork(PictureFixture.file("animated.webp"))
    }
    #expect(error?.message == "an animated WebP cannot be drawn")
    #expect(error?.help == "give a still picture")
  }

  @Test(arguments: ["GIF89a", "BM", "RIFF\0\0\0\0WAVE", "\0\0\0 ftypavif", "hello", ""])
  func `other files are none of the four kinds`(_ start: String) {
    let error = #expect(throws: ArtworkError.self) {
      try Artwork(Array(start.utf8) + [UInt8](repeating: 0, count: 64))
    }
    #expect(error?.message == "this is none of SVG, PNG, JPEG and WebP")
  }

  // MARK: Hostile files

  @Test(arguments: PictureFixture.all)
  func `a file cut anywhere ends well`(_ fixture: PictureFixture) {
    let bytes = fixture.bytes
    for end in stride(from: 0, to: bytes.count, by: 64) { _ = try? Artwork(Array(bytes[..<end])) }
  }

  @Test(arguments: PictureFixture.all)
  func `a file with spoilt bytes ends well`(_ fixture: PictureFixture) {
    let bytes = fixture.bytes
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<200 {
      var spoilt = bytes
      for _ in 0...Int.random(in: 0...3, using: &generator) {
        spoilt[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(
          in: 0...255, using: &generator)
      }
      _ = try? Artwork(spoilt)
    }
  }

  @Test(arguments: ["baseline.jpg", "gray.jpg", "cmyk.jpg", "lossless.webp", "lossy.webp"])
  func `a file that ends in the middle is refused`(_ name: String) {
    let bytes = PictureFixture.file(name)
    #expect(throws: ArtworkError.self) { try Artwork(Array(bytes[..<(bytes.count * 9 / 16)])) }
  }

  @Test func `a PNG without its end is refused`() {
    let bytes = PictureFixture.file("wide.png")
    for left in [12, 8, 4, 1] {
      #expect(throws: ArtworkError.self) { try Artwork(Array(bytes.dropLast(left))) }
    }
  }

  @Test func `a PNG whose pixels have a wrong sum is refused, and other sums do not matter`() throws
  {
    let good = PictureFixture.file("wide.png")
    func spoilt(_ chunk: String) throws -> [UInt8] {
      var bytes = good
      let at = try #require(bytes.firstRange(of: Array(chunk.utf8))?.lowerBound)
      let length = bytes[at - 4..<at].reduce(0) { $0 << 8 | Int($1) }
      bytes[at + 4 + length] ^= 1
      return bytes
    }
    #expect(throws: ArtworkError.self) { try Artwork(try spoilt("IDAT")) }
    _ = try Artwork(try spoilt("iCCP"))
  }

  @Test func `a PNG chunk that says it is longer than the file is given no memory`() throws {
    var bytes = PictureFixture.file("turned6.png")
    let at = try #require(bytes.firstRange(of: Array("eXIf".utf8))?.lowerBound)
    bytes[at - 4] = 0x66
    let error = #expect(throws: ArtworkError.self) { try Artwork(bytes) }
    #expect(error?.message.contains("longer than the file") == true, "\(error?.message ?? "")")
  }

  @Test func `a JPEG of very many scans is refused`() throws {
    let bytes = PictureFixture.file("progressive.jpg")
    // The first scan again and again: from its header to the next marker that is no part of its data.
    let start = try #require(bytes.firstRange(of: [0xFF, 0xDA])?.lowerBound)
    let end = try #require(
      bytes.indices.dropFirst(start + 2).first { bytes[$0] == 0xFF && bytes[$0 + 1] != 0 })
    let scan = bytes[start..<end]
    let many = Array(bytes[..<end] + (0..<5000).flatMap { _ in scan } + bytes[end...])
    let error = #expect(throws: ArtworkError.self) { try Artwork(many) }
    #expect(error?.message.contains("more than 100 scans") == true, "\(error?.message ?? "")")
  }

  @Test func `a progressive JPEG that would take too much memory is refused with numbers`() throws {
    var bytes = PictureFixture.file("progressive.jpg")
    let at = try #require(bytes.firstRange(of: [0xFF, 0xC2])?.lowerBound)
    // 4096 pixels each way.
    for (index, byte) in [0x10, 0, 0x10, 0].enumerated() { bytes[at + 5 + index] = UInt8(byte) }
    let error = #expect(throws: ArtworkError.self) { try Artwork(bytes) }
    #expect(
      error?.message
        == "a progressive JPEG of 4096×4096 pixels takes 96 MB to read; at most 64 are given")
  }

  @Test func `a lossless WebP that would take tables without end is refused with numbers`() {
    var bits = BitWriter()
    bits.add(0x2F, 8)
    // 1024 pixels each way, no alpha, no transforms, no cache; a map of codes for every four pixels.
    for (value, count) in [(1023, 14), (1023, 14), (0, 1), (0, 3), (0, 1), (0, 1), (1, 1), (0, 3)] {
      bits.add(value, count)
    }
    bits.add(0, 1)
    // The map says everywhere “the last of 65,536”: green and red are 255, the rest 0.
    for symbol in [255, 255, 0, 0, 0] {
      bits.add(symbol > 0 ? 0b101 : 0b001, 3)
      bits.add(symbol, symbol > 0 ? 8 : 1)
    }
    let data = bits.bytes + [UInt8](repeating: 0, count: 64)
    func size(_ count: Int) -> [UInt8] { (0..<4).map { UInt8(count >> (8 * $0) & 255) } }
    let file =
      Array("RIFF".utf8) + size(data.count + 12) + Array("WEBPVP8L".utf8) + size(data.count) + data
    let error = #expect(throws: ArtworkError.self) { try Artwork(file) }
    #expect(
      error?.message
        == "a WebP of 1024×1024 pixels without loss takes 1254 MB to read; at most 80 are given")
  }

  @Test func `a JPEG of a size out of all bounds is refused with numbers`() throws {
    var bytes = PictureFixture.file("baseline.jpg")
    let at = try #require(bytes.firstRange(of: [0xFF, 0xC0])?.lowerBound)
    for index in 0..<4 { bytes[at + 5 + index] = 0x7F }
    let error = #expect(throws: ArtworkError.self) { try Artwork(bytes) }
    #expect(error?.message.contains("32639×32639") == true, "\(error?.message ?? "")")
  }
}
