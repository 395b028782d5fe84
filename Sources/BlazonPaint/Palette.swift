internal import BlazonScene

/// An image in at most 256 colours, each with its own alpha.
struct PalettedImage {
  /// Straight RGBA. Those that let light through come first, as PNG's `tRNS` wants them.
  var colors: [[UInt8]]
  /// One index a pixel.
  var indices: [UInt8]
}

/// Finds the 256 colours that show a picture best, as an eye sees it.
///
/// Boxes of colours are cut where they vary most, in OKLab with alpha; the means are then refined by
/// k-means, and the remaining error is spread over neighbouring pixels (Floyd and Steinberg).
struct PaletteQuantizer {
  typealias Vector = LinearLight.Vector

  private let weights: [Float]
  private let vectors: [Vector]
  private let linear: LinearLight

  private init(_ vectors: [Vector], _ weights: [Float], _ linear: LinearLight) {
    (self.vectors, self.weights, self.linear) = (vectors, weights, linear)
  }

  /// At most `count` colours, packed, that stand best for those of `distinct`, which count as much as
  /// `weights` say.
  static func palette(
    _ distinct: [UInt32], _ weights: [Float], count: Int, _ linear: LinearLight
  ) -> [UInt32] {
    PaletteQuantizer(distinct.map(linear.vector(of:)), weights, linear).palette(count)
  }

  /// `raster` in at most `count` colours.
  static func quantized(_ raster: Raster, to count: Int = 256) -> PalettedImage {
    let linear = LinearLight()
    let distinct = DistinctColors(raster)
    let vectors = distinct.colors.map(linear.vector(of:))
    let all = PaletteQuantizer(vectors, distinct.counts, linear)
    let palette: [UInt32]
    if let groups = distinct.groups(of: vectors) {
      let few = PaletteQuantizer(groups.means, groups.weights, linear)
      var centers = few.cut(into: count)
      for _ in 0..<8 { centers = few.refined(centers) }
      for _ in 0..<2 { centers = all.refined(centers) }
      palette = all.colors(of: centers)
    } else {
      palette = all.palette(count)
    }
    return PalettedImage(
      colors: palette.map {
        [UInt8($0 & 255), UInt8($0 >> 8 & 255), UInt8($0 >> 16 & 255), UInt8($0 >> 24)]
      },
      indices: dithered(raster, distinct, vectors, in: palette, linear))
  }

  private func palette(_ count: Int) -> [UInt32] {
    var centers = cut(into: count)
    for _ in 0..<10 { centers = refined(centers) }
    return colors(of: centers)
  }

  /// The colours of `centers`, each once, those that let light through first.
  private func colors(of centers: [Vector]) -> [UInt32] {
    // An opaque colour stays opaque and an invisible one invisible.
    var colors = Set<UInt32>()
    for center in centers { colors.insert(color(of: center)) }
    return colors.sorted { a, b in
      let (x, y) = (a >> 24 != 255, b >> 24 != 255)
      return x == y ? a < b : x
    }
  }

  // MARK: Colours

  /// The nearest colour that 8 bits can say.
  private func color(of vector: Vector) -> UInt32 {
    let alpha = max(0, min(1, vector.w))
    guard alpha > 0.002 else { return 0 }
    let lab = OKLab(
      lightness: Double(vector.x / alpha), a: Double(vector.y / alpha), b: Double(vector.z / alpha))
    let color = lab.color()
    func byte(_ value: Double) -> UInt32 { UInt32((max(0, min(1, value)) * 255).rounded()) }
    return byte(color.red) | byte(color.green) << 8 | byte(color.blue) << 16
      | byte(Double(alpha)) << 24
  }

  // MARK: Cutting

  private struct Box {
    var range: Range<Int>
    var mean: Vector
    /// The weighted sum of squares from the mean, for each axis.
    var spread: Vector
  }

  /// The means of boxes, each cut across the axis on which it varies most.
  private func cut(into count: Int) -> [Vector] {
    var order = Array(vectors.indices)
    var boxes = [box(0..<order.count, order)]
    while boxes.count < count {
      guard
        let worst = boxes.indices.filter({ boxes[$0].range.count > 1 })
          .max(by: { boxes[$0].spread.sum() < boxes[$1].spread.sum() }),
        boxes[worst].spread.sum() > 0
      else { break }
      let box = boxes[worst]
      let axis = (0..<4).max { box.spread[$0] < box.spread[$1] } ?? 0
      order[box.range].sort {
        (vectors[$0][axis], $0) < (vectors[$1][axis], $1)
      }
      let middle = order[box.range].firstIndex { vectors[$0][axis] > box.mean[axis] }
      let at = min(
        max(middle ?? box.range.upperBound - 1, box.range.lowerBound + 1), box.range.upperBound - 1)
      boxes[worst] = self.box(box.range.lowerBound..<at, order)
      boxes.append(self.box(at..<box.range.upperBound, order))
    }
    return boxes.map(\.mean)
  }

  private func box(_ range: Range<Int>, _ order: [Int]) -> Box {
    var (sum, total) = (Vector(), Float(0))
    for index in order[range] {
      sum += vectors[index] * weights[index]
      total += weights[index]
    }
    let mean = sum / max(total, 1)
    var spread = Vector()
    for index in order[range] {
      let distance = vectors[index] - mean
      spread += distance * distance * weights[index]
    }
    return Box(range: range, mean: mean, spread: spread)
  }

  /// Each centre moved to the mean of the colours that are nearest to it.
  private func refined(_ centers: [Vector]) -> [Vector] {
    var sums = [Vector](repeating: Vector(), count: centers.count)
    var totals = [Float](repeating: 0, count: centers.count)
    let search = NearestSearch(centers)
    for index in vectors.indices {
      let nearest = search.nearest(to: vectors[index])
      sums[nearest] += vectors[index] * weights[index]
      totals[nearest] += weights[index]
    }
    return centers.indices.map { totals[$0] > 0 ? sums[$0] / totals[$0] : centers[$0] }
  }

  // MARK: Dithering

  /// The share of an error that is passed on: all of it would make smooth areas noisy.
  private static let diffusion: Float = 0.5

  /// The index of a colour for every pixel, row by row, there and back.
  private static func dithered(
    _ raster: Raster, _ distinct: DistinctColors, _ vectors: [Vector], in palette: [UInt32],
    _ linear: LinearLight
  ) -> [UInt8] {
    let (width, height) = (raster.width, raster.height)
    let centers = palette.map(linear.vector(of:))
    let search = NearestSearch(centers)
    let places = Dictionary(uniqueKeysWithValues: zip(palette, palette.indices))
    let exact = distinct.colors.map { places[$0] ?? -1 }
    var last = 0
    var indices = [UInt8](repeating: 0, count: width * height)
    var below = [Vector](repeating: Vector(), count: width + 2)
    for y in 0..<height {
      var here = below
      below = [Vector](repeating: Vector(), count: width + 2)
      let isForward = y.isMultiple(of: 2)
      for step in 0..<width {
        let x = isForward ? step : width - 1 - step
        let number = distinct.pixels[y * width + x]
        let color = distinct.colors[number]
        // What the palette has exactly stays, and so does what is invisible.
        if exact[number] >= 0, color == 0 || color >> 24 == 255 && here[x + 1] == Vector() {
          indices[y * width + x] = UInt8(exact[number])
          continue
        }
        let target = vectors[number] + here[x + 1]
        // What served the pixel before is seldom far off.
        let index = search.nearest(to: target, from: last)
        last = index
        indices[y * width + x] = UInt8(index)
        let error = (target - centers[index]) * PaletteQuantizer.diffusion
        let side = isForward ? 1 : -1
        here[x + 1 + side] += error * (7.0 / 16)
        below[x + 1 - side] += error * (3.0 / 16)
        below[x + 1] += error * (5.0 / 16)
        below[x + 1 + side] += error * (1.0 / 16)
      }
    }
    return indices
  }
}

/// How colours are compared.
struct LinearLight: Sendable {
  /// OKLab times alpha, and alpha. What is invisible is all alike.
  typealias Vector = SIMD4<Float>

  /// Linear light of each of the 256 values of a channel.
  private let values = (0..<256).map { value in
    Color(red: Double(value) / 255, green: 0, blue: 0).linearRed
  }

  /// A packed colour.
  func vector(of color: UInt32) -> Vector {
    let lab = OKLab(
      linearRed: values[Int(color & 255)], green: values[Int(color >> 8 & 255)],
      blue: values[Int(color >> 16 & 255)])
    let alpha = Float(color >> 24) / 255
    return Vector(Float(lab.lightness) * alpha, Float(lab.a) * alpha, Float(lab.b) * alpha, alpha)
  }
}

/// The nearest of some points, found among those that are near on one axis.
struct NearestSearch: Sendable {
  private let points: [SIMD4<Float>]
  /// Indices of the points by their first coordinate, and those coordinates.
  private let order: [Int]
  private let keys: [Float]

  init(_ points: [SIMD4<Float>]) {
    self.points = points
    order = points.indices.sorted { (points[$0].x, $0) < (points[$1].x, $1) }
    keys = order.map { points[$0].x }
  }

  /// The index of the point that is nearest; of those that are equally near, that at `guess` if it is one.
  func nearest(to point: SIMD4<Float>, from guess: Int? = nil) -> Int {
    var (low, high) = (0, keys.count)
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < point.x { low = middle + 1 } else { high = middle }
    }
    var best = (index: order[min(low, order.count - 1)], distance: Float.infinity)
    if let guess {
      let difference = points[guess] - point
      best = (guess, (difference * difference).sum())
    }
    func look(_ place: Int) -> Bool {
      let apart = keys[place] - point.x
      guard apart * apart < best.distance else { return false }
      let difference = points[order[place]] - point
      let distance = (difference * difference).sum()
      if distance < best.distance { best = (order[place], distance) }
      return true
    }
    var (down, up) = (low - 1, low)
    while down >= 0 || up < keys.count {
      if up < keys.count { up = look(up) ? up + 1 : keys.count }
      if down >= 0 { down = look(down) ? down - 1 : -1 }
    }
    return best.index
  }
}
