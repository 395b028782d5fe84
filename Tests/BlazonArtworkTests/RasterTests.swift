import Foundation
import TestSupport
import Testing

@testable import BlazonArtwork
@testable import BlazonScene

/// A stranger's PNG.
@Suite struct RasterTests {
  private static let good = pngFile(width: 6, height: 3) { x, y in
    [UInt8(x * 40), UInt8(y * 80), 7, x == 0 ? 128 : 255]
  }

  @Test func `becomes one image that fills the canvas`() throws {
    let artwork = try Artwork(RasterTests.good)
    #expect(artwork.kind == .png && artwork.size == Size(width: 512, height: 256))
    guard case .image(let picture) = artwork.nodes.first, artwork.nodes.count == 1 else {
      Issue.record("\(artwork.nodes)")
      return
    }
    #expect(picture.box == Rect(x: 0, y: 0, width: 512, height: 256))
    let file = try #require(PNGFile(RasterTests.good))
    #expect(picture.raster.pixels == file.pixels)
  }

  @Test(arguments: 0..<8)
  func `a truncated or spoilt file is refused`(_ part: Int) {
    let good = RasterTests.good
    #expect(throws: ArtworkError.self) { try Artwork(Array(good.prefix(good.count * part / 10))) }
    var spoilt = good
    spoilt[33 + part] ^= 0x55
    _ = try? Artwork(spoilt)
  }

  @Test(arguments: [
    (100_000, 100_000), (1 << 31, 1), (0, 5), (5, 0), (8193, 1), (4097, 4096), (0xFFFF_FFFF, 9),
  ])
  func `a size out of all bounds is refused before memory is made`(_ width: Int, _ height: Int) {
    var bytes = RasterTests.good
    for (at, value) in [(16, width), (20, height)] {
      for i in 0..<4 { bytes[at + i] = UInt8(value >> (24 - 8 * i) & 255) }
    }
    let error = #expect(throws: ArtworkError.self) { try Artwork(bytes) }
    #expect(error?.message.contains("×") == true, "\(error?.message ?? "")")
  }

  @Test func `a file of too many bytes is refused`() {
    let bytes = RasterTests.good + Array(repeating: 0, count: 1 << 23)
    #expect(throws: ArtworkError.self) { try Artwork(bytes) }
  }

  @Test func `every byte spoilt in turn ends well`() {
    let good = RasterTests.good
    for index in good.indices {
      for flip: UInt8 in [1, 0x80, 0xFF] {
        var spoilt = good
        spoilt[index] ^= flip
        _ = try? Artwork(spoilt)
      }
    }
  }
}
