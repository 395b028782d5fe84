internal import BlazonArtwork
internal import BlazonPaint
internal import BlazonScene
internal import BlazonSource
internal import BlazonText
internal import Checksum

/// A picture in a folder of others, and what was measured of it. Its pixels are not kept.
struct FoundPicture: Sendable {
  var path: String
  var kind: Artwork.Kind
  var bytes: Int
  var digest: String
  /// How wide it is, over its height; `nil` where it cannot be drawn.
  var proportion: Double?
  /// Its pixels, as they would be kept by a programme that shows it; `nil` of a drawing.
  var pixels: (width: Int, height: Int)?
  /// What keeps it from being drawn.
  var problems: [Diagnostic] = []
  /// What it looks like, small.
  var look: Look?
  /// Of an SVG alone.
  var drawing: DrawingFacts?

  static let endings: Set<String> = ["svg", "png", "jpg", "jpeg", "webp"]
  /// What a picture may be saved as, and is not read here.
  static let otherEndings: Set<String> = ["gif", "avif", "bmp", "tif", "tiff", "ico"]

  /// What stands in `bytes`.
  init(_ path: String, _ bytes: [UInt8], called name: String) {
    self.path = path
    self.bytes = bytes.count
    digest = sha256(bytes)
    let source = SourceText(name: name, bytes: bytes)
    kind =
      switch path.ending {
      case "svg": .svg
      case "png": .png
      case "webp": .webp
      default: .jpeg
      }
    if kind == .svg { drawing = DrawingFacts(source) }
    do throws(ArtworkError) {
      let artwork = try Artwork(bytes)
      kind = artwork.kind
      proportion = artwork.size.width / artwork.size.height
      look = Look(artwork)
      if case .image(let picture)? = artwork.nodes.first, kind.isRaster {
        pixels = (picture.raster.width, picture.raster.height)
      }
    } catch {
      problems = error.diagnostics(in: source)
    }
  }
}

/// What a picture looks like, small enough to compare every picture of a folder with every other.
struct Look: Hashable, Sendable {
  /// Pixels on each side.
  static let side = 64

  /// The ink on white, three bytes a pixel, as large as it has room in the square.
  private let pixels: [UInt8]
  /// How wide the ink is, over its height.
  private let proportion: Double
  /// How much of the height and of the width lets everything through, 0…1.
  let emptyHeight: Double, emptyWidth: Double
  /// The commonest strong colour, red, green and blue; `nil` where there is none.
  let color: [Int]?

  /// `nil` where nothing is to be seen, or memory is short.
  init?(_ artwork: Artwork) {
    let scene = Scene(size: artwork.size, nodes: artwork.nodes, title: "", description: "")
    guard let raster = try? RasterPainter(scale: 0.5).paint(scene) else { return nil }
    let box = Look.ink(of: raster)
    guard let box else { return nil }
    emptyWidth = 1 - Double(box.width) / Double(raster.width)
    emptyHeight = 1 - Double(box.height) / Double(raster.height)
    proportion = Double(box.width) / Double(box.height)
    guard let ink = Look.painted(artwork, box) else { return nil }
    let small = ink.scaled(to: Look.side)
    var pixels = [UInt8](repeating: 255, count: Look.side * Look.side * 3)
    let (left, top) = ((Look.side - small.width) / 2, (Look.side - small.height) / 2)
    var tally: [Int: (count: Int, sum: [Int])] = [:]
    for y in 0..<small.height {
      for x in 0..<small.width {
        let at = (y * small.width + x) * 4
        let alpha = Int(small.pixels[at + 3])
        let to = ((y + top) * Look.side + x + left) * 3
        for c in 0..<3 {
          pixels[to + c] = UInt8(
            (Int(small.pixels[at + c]) * alpha + 255 * (255 - alpha) + 127) / 255)
        }
        let rgb = (0..<3).map { Int(small.pixels[at + $0]) }
        guard alpha > 200, (rgb.max() ?? 0) - (rgb.min() ?? 0) > 50 else { continue }
        let key = rgb[0] / 48 * 36 + rgb[1] / 48 * 6 + rgb[2] / 48
        let known = tally[key] ?? (0, [0, 0, 0])
        tally[key] = (known.count + 1, zip(known.sum, rgb).map(+))
      }
    }
    self.pixels = pixels
    color = tally.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }
      .map { entry in entry.value.sum.map { $0 / entry.value.count } }
  }

  /// What stands in `box`, a part of the picture painted at half its size, with twice as many pixels as are compared.
  private static func painted(
    _ artwork: Artwork, _ box: (x: Int, y: Int, width: Int, height: Int)
  ) -> Raster? {
    let scale = Double(side) / Double(max(box.width, box.height))
    let map = Affine(
      scale, 0, 0, scale, -2 * Double(box.x) * scale, -2 * Double(box.y) * scale)
    let size = Size(
      width: max(1, 2 * Double(box.width) * scale), height: max(1, 2 * Double(box.height) * scale))
    let scene = Scene(
      size: size, nodes: [.group(Group(artwork.nodes, transform: map))], title: "",
      description: "")
    return try? RasterPainter(scale: 1).paint(scene)
  }

  /// The least box about all that is seen; of a picture without transparency, about all that is not as its corner.
  private static func ink(of raster: Raster) -> (x: Int, y: Int, width: Int, height: Int)? {
    let isOpaque = raster.isOpaque
    let corner = raster.pixels.prefix(4).map(Int.init)
    var (left, right, top, bottom) = (raster.width, -1, raster.height, -1)
    for y in 0..<raster.height {
      for x in 0..<raster.width {
        let at = (y * raster.width + x) * 4
        let isInk =
          isOpaque
          ? (0..<3).contains { abs(Int(raster.pixels[at + $0]) - corner[$0]) > 24 }
          : raster.pixels[at + 3] > 16
        guard isInk else { continue }
        (left, right) = (min(left, x), max(right, x))
        (top, bottom) = (min(top, y), max(bottom, y))
      }
    }
    return right < left ? nil : (left, top, right - left + 1, bottom - top + 1)
  }

  /// What differs by more in red, green or blue is seen to differ in two exports of one picture, whose edges never are the
  /// same; and in two pictures that are meant to be told apart.
  static let exportTolerance = 36, twinTolerance = 16

  /// The share of pixels that differ by more than `tolerance`, once both are trimmed and as large: of those where either
  /// has ink.
  func difference(from other: Look, tolerance: Int = Look.exportTolerance) -> Double {
    // Another outline is another picture, however it is stretched.
    let ratio = proportion / other.proportion
    if max(ratio, 1 / ratio) > 1.25 { return 1 }
    var (seen, different) = (0, 0)
    let (a, b) = (pixels.span, other.pixels.span)
    for pixel in 0..<Look.side * Look.side {
      let at = pixel * 3
      var (isSeen, isDifferent) = (false, false)
      for c in 0..<3 {
        let (p, q) = (Int(a[at + c]), Int(b[at + c]))
        if p < 250 || q < 250 { isSeen = true }
        if abs(p - q) > tolerance { isDifferent = true }
      }
      if isSeen { seen += 1 }
      if isDifferent { different += 1 }
    }
    return seen == 0 ? 0 : Double(different) / Double(seen)
  }
}
