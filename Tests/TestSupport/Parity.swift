/// How far two pictures of the same thing are apart, laid over white or over black.
public struct Parity: CustomStringConvertible, Sendable {
  /// The mean difference of a channel, of 255; the worse of white and black.
  public var mean: Double
  /// The share of pixels, in percent, with a channel more than 32 apart.
  public var outliers: Double

  public var description: String { "mean \(mean)/255, \(outliers) % of pixels past 32" }

  /// `nil` if the sizes differ.
  public init?(_ a: PNGFile, _ b: PNGFile) {
    guard a.width == b.width, a.height == b.height else { return nil }
    (mean, outliers) = (0, 0)
    for ground in [255, 0] {
      var (sum, count) = (0, 0)
      for i in stride(from: 0, to: a.pixels.count, by: 4) {
        var worst = 0
        for c in 0..<3 {
          func over(_ p: [UInt8]) -> Int {
            (Int(p[i + c]) * Int(p[i + 3]) + ground * (255 - Int(p[i + 3])) + 127) / 255
          }
          let difference = abs(over(a.pixels) - over(b.pixels))
          sum += difference
          worst = max(worst, difference)
        }
        if worst > 32 { count += 1 }
      }
      let pixels = Double(a.width * a.height)
      mean = max(mean, Double(sum) / (pixels * 3))
      outliers = max(outliers, Double(count) / pixels * 100)
    }
  }
}
