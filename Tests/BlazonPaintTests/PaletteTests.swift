import BlazonScene
import TestSupport
import Testing

@testable import BlazonPaint

/// The 256 colours of a picture that is too large without loss.
@Suite struct PaletteTests {
  /// A grained picture of one hue, lighter and darker, on a clear ground.
  private func picture(_ side: Int = 128) -> Raster {
    var pixels: [UInt8] = []
    var grain: UInt32 = 1
    for y in 0..<side {
      for x in 0..<side {
        let (dx, dy) = (Double(x) - Double(side) / 2, Double(y) - Double(side) / 2)
        let distance = (dx * dx + dy * dy).squareRoot() / Double(side) * 2
        let alpha = max(0, min(1, (1 - distance) * 6))
        grain = grain &* 1_664_525 &+ 1_013_904_223
        let tone = 60 + 120 * x / side + Int(grain >> 29)
        pixels += [
          UInt8(tone / 3), UInt8(tone), UInt8(80 + 100 * y / side), UInt8(alpha * 255),
        ]
      }
    }
    return Raster(width: side, height: side, pixels: pixels)
  }

  private func decoded(_ bytes: [UInt8]) throws -> PNGFile {
    let file = withExtendedLifetime(bytes) { PNGFile(bytes) }
    return try #require(file)
  }

  /// The peak signal-to-noise ratio in decibels, over `ground`.
  private func ratio(_ a: [UInt8], _ b: [UInt8], over ground: Double) -> Double {
    var sum = 0.0
    for at in stride(from: 0, to: a.count, by: 4) {
      for channel in 0..<3 {
        func over(_ p: [UInt8]) -> Double {
          let alpha = Double(p[at + 3]) / 255
          return Double(p[at + channel]) * alpha + ground * (1 - alpha)
        }
        let difference = over(a) - over(b)
        sum += difference * difference
      }
    }
    let error = sum / Double(a.count / 4 * 3)
    // 10·log10 by doublings: this target imports no mathematics.
    var (value, decibels) = (255 * 255 / max(error, 1e-9), 0.0)
    while value >= 1.02 {
      value /= 1.023_292_992_3
      decibels += 0.1
    }
    return decibels
  }

  @Test func `a picture in 256 colours is smaller and close to the eye`() throws {
    let raster = picture()
    let paletted = PNGEncoder().encode(paletted: raster)
    #expect(paletted.count < PNGEncoder().encode(raster).count)
    let read = try decoded(paletted)
    #expect((read.width, read.height) == (raster.width, raster.height))
    for ground in [0.0, 255] { #expect(ratio(raster.pixels, read.pixels, over: ground) >= 38) }
  }

  @Test func `clear pixels stay clear and opaque ones opaque`() throws {
    let raster = picture()
    let read = try decoded(PNGEncoder().encode(paletted: raster))
    for at in stride(from: 3, to: raster.pixels.count, by: 4) {
      if raster.pixels[at] == 0 { #expect(read.pixels[at] == 0) }
      if raster.pixels[at] == 255 { #expect(read.pixels[at] >= 250) }
    }
  }

  @Test func `a picture of few colours loses nothing`() throws {
    var pixels: [UInt8] = []
    for index in 0..<64 * 64 {
      let value = UInt8(index / 64 % 5 * 50)
      pixels += [value, 255 - value, 20, index % 7 == 0 ? 0 : 255]
    }
    for at in stride(from: 0, to: pixels.count, by: 4) where pixels[at + 3] == 0 {
      (pixels[at], pixels[at + 1], pixels[at + 2]) = (0, 0, 0)
    }
    let read = try decoded(
      PNGEncoder().encode(paletted: Raster(width: 64, height: 64, pixels: pixels)))
    #expect(read.pixels == pixels)
  }

  @Test func `the budget decides, and what fits keeps every bit`() throws {
    let raster = picture()
    let lossless = PNGEncoder().encode(raster)
    #expect(PNGEncoder().encode(raster, within: lossless.count) == lossless)
    let smaller = PNGEncoder().encode(raster, within: lossless.count - 1)
    #expect(smaller.count < lossless.count)
    #expect(smaller[25] == 3, "the colour type of a palette")
  }

  @Test func `the same picture gives the same bytes`() {
    let raster = picture(40)
    #expect(PNGEncoder().encode(paletted: raster) == PNGEncoder().encode(paletted: raster))
  }
}
