public import BlazonScene
internal import Deflate

/// Writes PNG files (ISO/IEC 15948).
public struct PNGEncoder: Sendable {
  /// libdeflate's level, 1 to 12.
  public var level: Int
  /// Whether every filter is tried and the file made as small as it can be, in several times the time.
  public var isOptimizing: Bool
  /// The chunks in which the file says what it is.
  private let information: [UInt8]

  /// `scene` is what the pixels show: the file says its title, its description and where it comes from.
  /// `pixelsPerInch` is the size at which it is meant to be seen. Level 5 costs half of level 7 and is 4 % larger
  /// (measured on the shipped badges).
  public init(
    level: Int = 5, of scene: Scene? = nil, pixelsPerInch: Double? = nil,
    isOptimizing: Bool = false
  ) {
    (self.level, self.isOptimizing) = (level, isOptimizing)
    var chunks: [UInt8] = []
    // Colours are sRGB, rendering intent perceptual.
    chunks.appendChunk("sRGB", [0])
    if let pixelsPerInch {
      let perMetre = UInt32((pixelsPerInch / 0.0254).rounded())
      chunks.appendChunk("pHYs", bigEndian(perMetre, perMetre) + [1])
    }
    if let scene { chunks.append(contentsOf: PNGText(scene).chunks) }
    information = chunks
  }

  /// `raster` as a PNG file of at most `budget` bytes, if that can be: without loss where that is small
  /// enough, else in the 256 colours that show it best.
  public func encode(_ raster: Raster, within budget: Int) -> [UInt8] {
    var usual = self
    usual.isOptimizing = false
    var lossless = usual.encode(raster)
    // A sixth is what other filters save where the usual ones serve badly.
    func isWorthATrial(against size: Int) -> Bool { isOptimizing && lossless.count / 6 * 5 <= size }
    let isTried = isWorthATrial(against: budget)
    if isTried { lossless = encode(raster) }
    if lossless.count <= budget { return lossless }
    let paletted = encode(paletted: raster)
    if !isTried, isWorthATrial(against: paletted.count) { lossless = encode(raster) }
    return paletted.count < lossless.count ? paletted : lossless
  }

  /// `raster` in at most 256 colours, each with its alpha.
  public func encode(paletted raster: Raster) -> [UInt8] {
    let image = PaletteQuantizer.quantized(raster)
    var rows: [UInt8] = []
    rows.reserveCapacity((raster.width + 1) * raster.height)
    for y in 0..<raster.height {
      // Indices are no amounts: their differences mean nothing.
      rows.append(0)
      rows.append(contentsOf: image.indices[y * raster.width..<(y + 1) * raster.width])
    }
    var png = PNGEncoder.signature
    png.appendChunk(
      "IHDR", size(raster.width, raster.height) + [8, 3, 0, 0, 0])
    png += information
    png.appendChunk("PLTE", image.colors.flatMap { $0[..<3] })
    let alphas = image.colors.map { $0[3] }
    let transparent = (alphas.lastIndex { $0 < 255 } ?? -1) + 1
    if transparent > 0 { png.appendChunk("tRNS", Array(alphas[..<transparent])) }
    png.appendChunk("IDAT", Compressor(level: isOptimizing ? 12 : 9).zlib(rows))
    png.appendChunk("IEND", [])
    return png
  }

  /// A page, which is opaque, as `rows` of indices in the colours of `palette`.
  func encode(
    _ rows: [UInt8], width: Int, height: Int, in palette: PagePalette
  ) -> [UInt8] {
    var png = PNGEncoder.signature
    png.appendChunk("IHDR", size(width, height) + [8, 3, 0, 0, 0])
    png += information
    png.appendChunk(
      "PLTE",
      palette.colors.flatMap { color in
        [0, 8, 16].map { UInt8(truncatingIfNeeded: color >> $0) }
      })
    // Indices are few bytes, and every award has a page of them.
    png.appendChunk("IDAT", Compressor(level: isOptimizing ? 12 : 7).zlib(rows))
    png.appendChunk("IEND", [])
    return png
  }

  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// `raster` as a PNG file: RGB if it is opaque, else RGBA.
  public func encode(_ raster: Raster) -> [UInt8] {
    let isOpaque = raster.isOpaque
    let rows = PNGRows(raster, isOpaque: isOpaque)
    let data: [UInt8]
    if isOptimizing {
      data = rows.smallest()
    } else {
      data = Compressor(level: level).zlib(rows.usual())
    }

    var png = PNGEncoder.signature
    png.appendChunk(
      "IHDR",
      size(raster.width, raster.height) + [8, isOpaque ? 2 : 6, 0, 0, 0])
    png += information
    png.appendChunk("IDAT", data)
    png.appendChunk("IEND", [])
    return png
  }
}

/// What a PNG says of itself: text under the keywords of the standard (PNG, 11.3.3), and the digest of its spec.
private struct PNGText {
  private(set) var chunks: [UInt8] = []

  init(_ scene: Scene) {
    let language = plain(scene.language)
    add("Title", scene.title, in: language)
    add("Description", scene.description, in: language)
    add("Author", scene.credits?.author)
    add("Copyright", scene.credits?.license)
    add("Software", Program.title)
    add("Spec", scene.credits?.source)
  }

  /// As Latin-1 where it is ASCII, which every reader knows.
  private mutating func add(
    _ keyword: Literal, _ text: String?, in language: [UInt8] = []
  ) {
    guard let text, !text.isEmpty else { return }
    let bytes = plain(text)
    let name = Array(keyword.utf8)
    if bytes.allSatisfy({ $0 < 0x80 }) {
      chunks.appendChunk("tEXt", name + [0] + bytes)
    } else {
      // Not compressed, in its language, its keyword not translated.
      chunks.appendChunk("iTXt", name + [0, 0, 0] + language + [0, 0] + bytes)
    }
  }
}

/// `text` in UTF-8 without control characters, which text in files that end it by NUL must not have.
private func plain(_ text: String) -> [UInt8] {
  text.utf8.map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }
}

/// A picture's width and height, as its header has them.
private func size(_ width: Int, _ height: Int) -> [UInt8] {
  bigEndian(UInt32(width), UInt32(height))
}

extension [UInt8] {
  fileprivate mutating func appendChunk(_ type: Literal, _ data: [UInt8]) {
    append(contentsOf: bigEndian(UInt32(data.count)))
    let start = count
    append(contentsOf: type.utf8)
    append(contentsOf: data)
    append(contentsOf: bigEndian(crc32(self[start...])))
  }
}
