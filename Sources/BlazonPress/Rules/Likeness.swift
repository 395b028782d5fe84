internal import BlazonLayout
internal import BlazonPaint
internal import BlazonScene
internal import BlazonSource

/// A badge's picture as its rules look at it: pixels of what an eye would see.
struct Likeness {
  let layers: [Layer]
  /// Pixels across.
  let width: Int

  init(_ layers: [Layer], width: Int) { (self.layers, self.width) = (layers, width) }

  /// `nodes` alone, on nothing.
  func raster(of nodes: [Node]) throws(WorldError) -> Raster {
    let scene = Scene(size: Composer.canvas, nodes: nodes, title: "", description: "")
    return try wrapping { () throws(PaintError) in
      try RasterPainter(width: width, of: scene).paint(scene)
    }
  }

  /// Which pixels `nodes` cover by half or more.
  func mask(of nodes: [Node]) throws(WorldError) -> Mask {
    Mask(try raster(of: nodes), from: 128)
  }
}

/// A set of pixels of a square picture.
struct Mask {
  let width: Int
  private(set) var bits: [Bool]

  /// The pixels of `raster` that are at least so opaque, of 255.
  init(_ raster: Raster, from alpha: UInt8) {
    width = raster.width
    bits = stride(from: 3, to: raster.pixels.count, by: 4).map { raster.pixels[$0] >= alpha }
  }

  /// The pixels of `raster` that are less opaque than that.
  init(_ raster: Raster, below alpha: UInt8) {
    self.init(raster, from: alpha)
    bits = bits.map { !$0 }
  }

  var count: Int { bits.count { $0 } }

  /// How many pixels both hold.
  func common(with other: Mask) -> Int {
    zip(bits, other.bits).count { $0 && $1 }
  }

  /// Those within `reach` pixels of one that is held.
  func grown(by reach: Int) -> Mask {
    var mask = self
    for _ in 0..<reach {
      let before = mask.bits
      for y in 0..<width {
        for x in 0..<width where !before[y * width + x] {
          let isNear =
            (x > 0 && before[y * width + x - 1]) || (x + 1 < width && before[y * width + x + 1])
            || (y > 0 && before[(y - 1) * width + x])
            || (y + 1 < width && before[(y + 1) * width + x])
          if isNear { mask.bits[y * width + x] = true }
        }
      }
    }
    return mask
  }

  /// Those within `reach` pixels of one that is not held.
  func border(_ reach: Int) -> [Int] {
    var outside = self
    outside.bits = bits.map { !$0 }
    let near = outside.grown(by: reach)
    return bits.indices.filter { bits[$0] && near.bits[$0] }
  }

  /// The largest `value` of those at most `reach` pixels to the side and `reach` up or down of `index`.
  func best(near index: Int, _ reach: Int, _ value: (Int) -> Double) -> Double {
    let (x, y) = (index % width, index / width)
    var best = 1.0
    for row in max(0, y - reach)...min(width - 1, y + reach) {
      for column in max(0, x - reach)...min(width - 1, x + reach) where bits[row * width + column] {
        best = max(best, value(row * width + column))
      }
    }
    return best
  }

  var indices: [Int] { bits.indices.filter { bits[$0] } }
}

extension Raster {
  /// The colour of the pixel at `index`, counted along the rows, as it is seen on `page`.
  func color(_ index: Int, on page: Color) -> Color {
    let alpha = Double(pixels[4 * index + 3]) / 255
    func channel(_ offset: Int, _ below: Double) -> Double {
      Double(pixels[4 * index + offset]) / 255 * alpha + below * (1 - alpha)
    }
    return Color(
      red: channel(0, page.red), green: channel(1, page.green), blue: channel(2, page.blue))
  }

  func alpha(_ index: Int) -> UInt8 { pixels[4 * index + 3] }

  /// The relative luminance of every pixel (WCAG 2.2), as it is seen on `page`.
  func luminances(on page: Color) -> [Double] {
    let below = [page.red, page.green, page.blue].map { Int(($0 * 255).rounded()) }
    return stride(from: 0, to: pixels.count, by: 4).map { pixel in
      let alpha = Int(pixels[pixel + 3])
      func light(_ offset: Int) -> Double {
        let mixed = Int(pixels[pixel + offset]) * alpha + below[offset] * (255 - alpha)
        return light8[(mixed + 127) / 255]
      }
      return 0.2126 * light(0) + 0.7152 * light(1) + 0.0722 * light(2)
    }
  }
}

/// The pages that badges stand on: white, and the dark page of code forges.
let pages = [Color.white, Color(hex: 0x0D1117)]

/// The light of each step of a channel.
private let light8 = (0..<256).map { Color(red: Double($0) / 255, green: 0, blue: 0).linearRed }

/// The contrast ratio of two luminances (WCAG 2.2).
func contrast(_ a: Double, _ b: Double) -> Double { (max(a, b) + 0.05) / (min(a, b) + 0.05) }
