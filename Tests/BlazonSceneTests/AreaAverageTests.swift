import Testing

@testable import BlazonScene

/// Pictures made smaller.
@Suite struct AreaAverageTests {
  private func raster(
    _ width: Int, _ height: Int, _ pixel: (Int, Int) -> [UInt8]
  ) -> Raster {
    Raster(
      width: width, height: height,
      pixels: (0..<height).flatMap { y in (0..<width).flatMap { x in pixel(x, y) } })
  }

  @Test func `what is small enough stays as it is`() {
    let picture = raster(7, 5) { x, y in [UInt8(x * 30), UInt8(y * 50), 9, UInt8(x * y)] }
    #expect(picture.scaled(to: 7) == picture && picture.scaled(to: 100) == picture)
  }

  @Test(arguments: [1, 2, 3, 16, 63, 64, 99])
  func `one colour stays that colour`(_ side: Int) {
    let picture = raster(100, 64) { _, _ in [200, 60, 40, 130] }
    let smaller = picture.scaled(to: side)
    #expect(smaller.width == side && smaller.height == max(1, (64 * side + 50) / 100))
    #expect(smaller == raster(smaller.width, smaller.height) { _, _ in [200, 60, 40, 130] })
  }

  @Test(arguments: [200, 150, 99, 40, 7])
  func `a fine checkerboard becomes an even grey`(_ side: Int) {
    let picture = raster(400, 400) { x, y in
      let level: UInt8 = (x + y) % 2 == 0 ? 255 : 0
      return [level, level, level, 255]
    }
    let smaller = picture.scaled(to: side)
    #expect(smaller.pixels.enumerated().allSatisfy { $0 % 4 == 3 || abs(Int($1) - 128) <= 10 })
  }

  @Test func `areas count by how much of them is covered`() {
    let picture = raster(3, 1) { x, _ in [UInt8(x * 90), 0, 0, 255] }
    // Two pixels from three: one and a half each, (0 + 90/2) / 1.5 and (90/2 + 180) / 1.5.
    #expect(picture.scaled(to: 2).pixels == [30, 0, 0, 255, 150, 0, 0, 255])
  }

  @Test func `what is clear lends no colour`() {
    let picture = raster(2, 2) { x, _ in x == 0 ? [255, 0, 0, 255] : [0, 255, 0, 0] }
    #expect(picture.scaled(to: 1).pixels == [255, 0, 0, 128])
    let clear = raster(2, 2) { _, _ in [9, 9, 9, 0] }
    #expect(clear.scaled(to: 1).pixels == [0, 0, 0, 0])
  }

  @Test func `sixteen bits are kept`() {
    var average = AreaAverage(width: 2, height: 1, longerSide: 1, isDeep: true)
    average.add([1000, 2000, 3000, 65535, 1003, 2001, 3000, 65535])
    guard case .deep(let samples) = average.samples else {
      Issue.record("8 bits")
      return
    }
    #expect(samples == [1002, 2001, 3000, 65535])
  }

  @Test func `the largest sums fit`() {
    var average = AreaAverage(width: 1 << 14, height: 2, longerSide: 1)
    let white = [UInt16](repeating: 65535, count: 4 << 14)
    average.add(white)
    average.add(white)
    guard case .shallow(let samples) = average.samples else { return }
    #expect(samples == [255, 255, 255, 255])
  }
}
