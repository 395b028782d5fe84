import TestSupport
import Testing

@testable import BlazonPaint
@testable import BlazonScene

struct PNGEncoderTests {
  private static let sizes = [(1, 1), (1, 9), (7, 1), (3, 5), (17, 13), (64, 31), (255, 3)]

  private func isSame(_ raster: Raster) throws -> Bool {
    for isOptimizing in [false, true] {
      let file = try #require(PNGFile(PNGEncoder(isOptimizing: isOptimizing).encode(raster)))
      guard (file.width, file.height) == (raster.width, raster.height), file.pixels == raster.pixels
      else { return false }
    }
    return true
  }

  @Test("libpng reads back every pixel of noise", arguments: sizes)
  func noise(width: Int, height: Int) throws {
    var random = SeededGenerator(seed: UInt64(width * 1000 + height))
    for isOpaque in [true, false] {
      let pixels = (0..<width * height * 4).map {
        isOpaque && $0 % 4 == 3 ? 255 : UInt8.random(in: 0...255, using: &random)
      }
      #expect(try isSame(Raster(width: width, height: height, pixels: pixels)))
    }
  }

  @Test("libpng reads back every pixel of a gradient, which other filters serve", arguments: sizes)
  func smooth(width: Int, height: Int) throws {
    for isOpaque in [true, false] {
      var pixels: [UInt8] = []
      for y in 0..<height {
        for x in 0..<width {
          pixels += [
            UInt8(x * 255 / width), UInt8(y * 255 / height), UInt8((x + y) % 256),
            isOpaque ? 255 : UInt8(255 - (x * y) % 256),
          ]
        }
      }
      #expect(try isSame(Raster(width: width, height: height, pixels: pixels)))
    }
  }

  @Test(arguments: [1, 6, 12])
  func everyLevelReadsBackAndTheSameTwiceIsTheSame(level: Int) throws {
    let raster = Raster(width: 40, height: 40, pixels: (0..<6400).map { UInt8($0 / 97 % 256) })
    let bytes = PNGEncoder(level: level).encode(raster)
    #expect(try #require(PNGFile(bytes)).pixels == raster.pixels)
    #expect(PNGEncoder(level: level).encode(raster) == bytes)
  }

  /// The chunks by type, with their data.
  private func chunks(_ png: [UInt8]) -> [(type: String, data: [UInt8])] {
    var (chunks, at) = ([(type: String, data: [UInt8])](), 8)
    while at + 12 <= png.count {
      let length = png[at..<at + 4].reduce(0) { $0 << 8 | Int($1) }
      let type = String(decoding: png[at + 4..<at + 8], as: UTF8.self)
      chunks.append((type, Array(png[at + 8..<at + 8 + length])))
      at += 12 + length
    }
    return chunks
  }

  @Test("An opaque image is RGB; one pixel that is not makes it RGBA")
  func colourType() {
    var pixels = [UInt8](repeating: 255, count: 12 * 4)
    let opaque = chunks(PNGEncoder().encode(Raster(width: 4, height: 3, pixels: pixels)))
    #expect(opaque.map(\.type) == ["IHDR", "sRGB", "IDAT", "IEND"])
    #expect(opaque[0].data == [0, 0, 0, 4, 0, 0, 0, 3, 8, 2, 0, 0, 0])
    pixels[4 * 11 + 3] = 254
    let other = chunks(PNGEncoder().encode(Raster(width: 4, height: 3, pixels: pixels)))
    #expect(other[0].data == [0, 0, 0, 4, 0, 0, 0, 3, 8, 6, 0, 0, 0])
  }

  @Test func aFlatImageIsSmall() {
    let raster = Raster(width: 512, height: 512, pixels: .init(repeating: 255, count: 512 * 2048))
    #expect(PNGEncoder().encode(raster).count < 2500)
  }

  @Test func `the smallest file is smaller, by the filters that its rows want`() throws {
    var pixels: [UInt8] = []
    for y in 0..<96 {
      for x in 0..<96 {
        let (dx, dy) = (Double(x) - 48, Double(y) - 48)
        let radius = (dx * dx + dy * dy).squareRoot()
        let shade = UInt8(max(0, 255 - radius * 4))
        pixels += [shade, shade / 2, UInt8(x + y), radius < 44 ? 255 : UInt8(x)]
      }
    }
    let raster = Raster(width: 96, height: 96, pixels: pixels)
    let (usual, smallest) = (
      PNGEncoder().encode(raster), PNGEncoder(isOptimizing: true).encode(raster)
    )
    #expect(smallest.count < usual.count * 95 / 100, "\(smallest.count) of \(usual.count)")
    #expect(PNGFile(smallest)?.pixels == PNGFile(usual)?.pixels)
    // Where no filter keeps a budget, fewer colours are tried, and the smaller file is taken.
    let few = PNGEncoder(isOptimizing: true).encode(raster, within: 1500)
    #expect(few.count <= smallest.count && PNGFile(few)?.width == 96)
  }
}
