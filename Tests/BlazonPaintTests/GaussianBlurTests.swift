import Testing

@testable import BlazonPaint

struct GaussianBlurTests {
  private static let deviations = [0.3, 0.5, 1, 1.7, 1.99, 2, 2.5, 3, 4.2, 7, 11, 20]

  /// A block of 255 in the middle of an empty square, with room for the blur.
  private func block(_ deviation: Double, side: Int) -> (pixels: [UInt8], width: Int) {
    let margin = GaussianBlur(deviation: deviation).reach
    let width = side + 2 * margin
    var pixels = [UInt8](repeating: 0, count: width * width)
    for y in margin..<margin + side {
      for x in margin..<margin + side { pixels[y * width + x] = 255 }
    }
    return (pixels, width)
  }

  @Test("A blur keeps the sum, within rounding", arguments: deviations)
  func sum(deviation: Double) {
    let (pixels, width) = block(deviation, side: 80)
    let blurred = GaussianBlur(deviation: deviation).blurred(pixels, width: width, height: width)
    let (before, after) = (
      pixels.reduce(0) { $0 + Int($1) }, blurred.reduce(0) { $0 + Int($1) }
    )
    #expect(abs(Double(after - before)) < Double(before) * 0.005, "\(before) became \(after)")
  }

  @Test("A blur is symmetric across, down and about the diagonal", arguments: deviations)
  func symmetric(deviation: Double) {
    let (pixels, width) = block(deviation, side: 31)
    let out = GaussianBlur(deviation: deviation).blurred(pixels, width: width, height: width)
    for y in 0..<width {
      for x in 0..<width {
        let value = out[y * width + x]
        #expect(value == out[y * width + width - 1 - x])
        #expect(value == out[(width - 1 - y) * width + x])
        // Rows are rounded before columns: about the diagonal a step of one may remain.
        #expect(abs(Int(value) - Int(out[x * width + y])) <= 1)
      }
    }
  }

  @Test("A blur is as wide as its deviation says, and ends within its reach", arguments: deviations)
  func spread(deviation: Double) {
    // An edge, blurred, is the error function: its slopes' second moment is the deviation's square.
    let reach = GaussianBlur(deviation: deviation).reach
    let width = 4 * reach
    let row = (0..<width).map { UInt8($0 < width / 2 ? 0 : 255) }
    let rows = Array(repeatElement(row, count: width).joined())
    let blurred = GaussianBlur(deviation: deviation).blurred(rows, width: width, height: width)
    let edge = blurred[(width / 2) * width..<(width / 2 + 1) * width].map(Double.init)
    var (mass, moment, variance) = (0.0, 0.0, 0.0)
    for x in reach..<3 * reach {
      let slope = edge[x + 1] - edge[x]
      let distance = Double(x + 1 - width / 2)
      mass += slope
      moment += slope * distance
      variance += slope * distance * distance
    }
    #expect(abs(mass - 255) < 2)
    #expect(abs(moment / mass) < 0.05, "the edge stays where it was")
    let found = (variance / mass).squareRoot()
    // Below half a pixel a sampled kernel is narrower than the Gaussian; three boxes may be off by
    // 8 percent, as the specification has it.
    #expect(found < 1.08 * deviation + 0.02, "\(found)")
    #expect(found > 0.92 * deviation - 0.02 || deviation < 0.5, "\(found)")
    #expect(edge[width / 2 - reach - 1] == 0 && edge[width / 2 + reach] == 255)
  }

  @Test func noBlurChangesNothing() {
    let pixels: [UInt8] = [1, 2, 3, 4, 5, 6]
    #expect(GaussianBlur(deviation: 0).blurred(pixels, width: 3, height: 2) == pixels)
    #expect(GaussianBlur(deviation: 5).blurred([], width: 0, height: 0) == [])
  }

  @Test(
    "Images smaller than the blur, of any shape, are blurred without harm", arguments: deviations)
  func small(deviation: Double) {
    for (width, height) in [(1, 1), (1, 50), (50, 1), (2, 3), (33, 31)] {
      let pixels = [UInt8](repeating: 255, count: width * height)
      let out = GaussianBlur(deviation: deviation).blurred(pixels, width: width, height: height)
      #expect(out.count == pixels.count)
      // What lies outside is empty, so the middle is not lighter than the rim.
      #expect(out[(height / 2) * width + width / 2] >= out[0])
    }
  }
}
