#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A Gaussian blur of one 8-bit channel, as SVG's `feGaussianBlur` describes it.
///
/// From a deviation of 2 pixels up, three box blurs stand for the Gaussian, as the specification
/// allows and as renderers do; below, a true kernel.
struct GaussianBlur {
  /// The standard deviation, in pixels.
  let deviation: Double

  /// How far the blur reaches, in pixels.
  var reach: Int { Int((deviation * 3).rounded(.up)) + 2 }

  /// `pixels`, `width` a row, blurred. What lies outside counts as empty.
  func blurred(_ pixels: [UInt8], width: Int, height: Int) -> [UInt8] {
    guard deviation > 0.05, width > 0, height > 0 else { return pixels }
    let across = blurredRows(pixels, width: width, height: height)
    let turned = transposed(across, width: width, height: height)
    let both = blurredRows(turned, width: height, height: width)
    return transposed(both, width: height, height: width)
  }

  private func blurredRows(_ pixels: [UInt8], width: Int, height: Int) -> [UInt8] {
    guard deviation >= 2 else { return convolved(pixels, width: width, height: height) }
    // "… let d = floor(s * 3 * sqrt(2 * pi) / 4 + 0.5). If d is odd, use three box-blurs of size d,
    // centered on the output pixel. If d is even, two box-blurs of size d (the first one centered on
    // the pixel boundary between the output pixel and the one to the left, the second one … to the
    // right) and one box blur of size d+1 centered on the output pixel."
    let size = Int(deviation * 3 * (2 * Double.pi).squareRoot() / 4 + 0.5)
    let half = size / 2
    let boxes =
      size.isMultiple(of: 2)
      ? [(half, half - 1), (half - 1, half), (half, half)]
      : [(half, half), (half, half), (half, half)]
    return boxes.reduce(pixels) { box($0, width: width, height: height, left: $1.0, right: $1.1) }
  }

  /// The mean of the pixels from `left` before to `right` after, by a running sum.
  private func box(_ pixels: [UInt8], width: Int, height: Int, left: Int, right: Int) -> [UInt8] {
    let size = UInt32(left + right + 1)
    // Division by a multiplication: exact for sums of up to 255 × 256.
    let factor = (UInt32(1) << 24) / size + 1
    var result = [UInt8](repeating: 0, count: pixels.count)
    let input = pixels.span
    var output = result.mutableSpan
    for y in 0..<height {
      let row = y &* width
      var sum: UInt32 = 0
      for x in 0..<min(right, width) { sum &+= UInt32(input[row &+ x]) }
      for x in 0..<width {
        if x &+ right < width { sum &+= UInt32(input[row &+ x &+ right]) }
        if x &- left &- 1 >= 0 { sum &-= UInt32(input[row &+ x &- left &- 1]) }
        let mean = (UInt64(sum &+ size / 2) &* UInt64(factor)) >> 24
        output[row &+ x] = UInt8(truncatingIfNeeded: mean)
      }
    }
    return result
  }

  private func convolved(_ pixels: [UInt8], width: Int, height: Int) -> [UInt8] {
    let kernel = self.kernel
    let radius = kernel.count / 2
    var result = [UInt8](repeating: 0, count: pixels.count)
    let input = pixels.span
    var output = result.mutableSpan
    for y in 0..<height {
      for x in 0..<width {
        var sum: UInt32 = 1 << 15
        for k in max(0, radius - x)..<min(kernel.count, width - x + radius) {
          sum &+= kernel[k] &* UInt32(input[y &* width &+ x &+ k &- radius])
        }
        output[y &* width &+ x] = UInt8(truncatingIfNeeded: sum >> 16)
      }
    }
    return result
  }

  /// Weights in 1/65536. Rounded to that, they are the same on every processor.
  private var kernel: [UInt32] {
    let radius = max(1, Int((deviation * 3).rounded(.up)))
    let weights = (-radius...radius).map { exp(-Double($0 * $0) / (2 * deviation * deviation)) }
    let sum = weights.reduce(0, +)
    var kernel = weights.map { UInt32(($0 / sum * 65536).rounded()) }
    kernel[radius] = 65536 &- (kernel.reduce(0, &+) &- kernel[radius])
    return kernel
  }

  private func transposed(_ pixels: [UInt8], width: Int, height: Int) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: pixels.count)
    let input = pixels.span
    var output = result.mutableSpan
    // In tiles, so that both sides stay in the cache.
    for top in stride(from: 0, to: height, by: 32) {
      for left in stride(from: 0, to: width, by: 32) {
        for y in top..<min(top &+ 32, height) {
          for x in left..<min(left &+ 32, width) {
            output[x &* height &+ y] = input[y &* width &+ x]
          }
        }
      }
    }
    return result
  }
}
