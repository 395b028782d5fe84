internal import BlazonScene

/// The colours of a picture, each once, in the order in which they come, and which of them every pixel has.
struct DistinctColors {
  /// Packed: red in the lowest byte, alpha in the highest; 0 for all that is invisible.
  private(set) var colors: [UInt32] = []
  /// How many pixels have each.
  private(set) var counts: [Float] = []
  /// The place of every pixel's colour among `colors`.
  private(set) var pixels: [Int] = []

  init(_ raster: Raster) {
    let count = raster.width * raster.height
    var places = ColorTable<Int>(empty: 0)
    pixels.reserveCapacity(count)
    let input = raster.pixels.span
    for pixel in 0..<count {
      let at = pixel &* 4
      let alpha = UInt32(input[at &+ 3])
      let color =
        alpha == 0
        ? 0
        : UInt32(input[at]) | UInt32(input[at &+ 1]) << 8 | UInt32(input[at &+ 2]) << 16
          | alpha << 24
      // In the table no colour is 0, and none that is invisible is 1.
      let key = max(color, 1)
      if let place = places[key] {
        counts[place] += 1
        pixels.append(place)
      } else {
        places[key] = colors.count
        pixels.append(colors.count)
        colors.append(color)
        counts.append(1)
      }
    }
  }

  /// The most colours among which a palette is looked for one by one.
  private static let limit = 4096

  /// Where the colours are very many, those that agree in the upper six bits of every channel as one: the mean of what
  /// stands for them among `vectors`, and what it counts.
  func groups<Vector: SIMD<Float>>(
    of vectors: [Vector]
  ) -> (means: [Vector], weights: [Float])? {
    guard colors.count > DistinctColors.limit else { return nil }
    var places = ColorTable<Int>(empty: 0)
    var (sums, weights) = ([Vector](), [Float]())
    for (index, color) in colors.enumerated() {
      let key = color & 0xFCFC_FCFC | 1
      let place = places[key, default: sums.count]
      if place == sums.count {
        places[key] = place
        sums.append(Vector())
        weights.append(0)
      }
      sums[place] += vectors[index] * counts[index]
      weights[place] += counts[index]
    }
    return (sums.indices.map { sums[$0] / weights[$0] }, weights)
  }
}
