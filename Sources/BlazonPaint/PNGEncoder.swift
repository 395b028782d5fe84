public import BlazonScene
internal import Deflate

/// Writes PNG files (ISO/IEC 15948).
public struct PNGEncoder: Sendable {
  /// libdeflate's level, 1 to 12.
  public var level: Int
  /// The chunks in which the file says what it is.
  private let information: [UInt8]

  /// `scene` is what the pixels show: the file says its title, its description and where it comes from.
  /// `pixelsPerInch` is the size at which it is meant to be seen. Level 7 costs a third of level 8 and is 2 % larger
  /// (measured on the shipped badges).
  public init(level: Int = 7, of scene: Scene? = nil, pixelsPerInch: Double? = nil) {
    self.level = level
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
    let lossless = encode(raster)
    if lossless.count <= budget { return lossless }
    let paletted = encode(paletted: raster)
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
    png.appendChunk("IDAT", Compressor(level: 9).zlib(rows))
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
    png.appendChunk("IDAT", Compressor(level: level).zlib(rows))
    png.appendChunk("IEND", [])
    return png
  }

  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// `raster` as a PNG file: RGB if it is opaque, else RGBA.
  public func encode(_ raster: Raster) -> [UInt8] {
    let isOpaque = raster.isOpaque
    // Unfiltered rows gain nothing from more.
    let level = isOpaque ? min(level, 6) : level
    let data = Compressor(level: level).zlib(Rows(raster, isOpaque: isOpaque).bytes())

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
    let language = Text.plain(scene.language)
    add("Title", scene.title, in: language)
    add("Description", scene.description, in: language)
    add("Author", scene.credits?.author)
    add("Copyright", scene.credits?.license)
    add("Software", Program.title)
    add("Spec", scene.credits?.source)
  }

  /// As Latin-1 where it is ASCII, which every reader knows.
  private mutating func add(
    _ keyword: StaticString, _ text: String?, in language: [UInt8] = []
  ) {
    guard let text, !text.isEmpty else { return }
    let bytes = Text.plain(text)
    let name = Array("\(keyword)".utf8)
    if bytes.allSatisfy({ $0 < 0x80 }) {
      chunks.appendChunk("tEXt", name + [0] + bytes)
    } else {
      // Not compressed, in its language, its keyword not translated.
      chunks.appendChunk("iTXt", name + [0, 0, 0] + language + [0, 0] + bytes)
    }
  }
}

extension Text {
  /// `text` in UTF-8 without control characters, which text in files that end it by NUL must not have.
  fileprivate static func plain(_ text: String) -> [UInt8] {
    text.utf8.map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }
  }
}

/// A picture's width and height, as its header has them.
private func size(_ width: Int, _ height: Int) -> [UInt8] {
  bigEndian(UInt32(width), UInt32(height))
}

extension [UInt8] {
  fileprivate mutating func appendChunk(_ type: StaticString, _ data: [UInt8]) {
    append(contentsOf: bigEndian(UInt32(data.count)))
    let start = count
    append(contentsOf: "\(type)".utf8)
    append(contentsOf: data)
    append(contentsOf: bigEndian(crc32(self[start...])))
  }
}

/// The rows of an image, each after the number of its filter (PNG, section 9).
///
/// Opaque pictures are pages: flat areas and gradients whose rows repeat, which unfiltered compress best and
/// soonest. Badges have shadows and shining metals, for which each row is filtered by Sub or Up, whichever
/// leaves the smaller differences: with Average and Paeth among them they compress worse, in twice the time.
private struct Rows {
  private let raster: Raster
  private let isOpaque: Bool

  init(_ raster: Raster, isOpaque: Bool) { (self.raster, self.isOpaque) = (raster, isOpaque) }

  func bytes() -> [UInt8] { isOpaque ? packed() : filtered() }

  /// Red, green and blue, unfiltered.
  private func packed() -> [UInt8] {
    let (width, height) = (raster.width, raster.height)
    let input = raster.pixels.span
    return [UInt8](capacity: (width * 3 + 1) * height) { out in
      for y in 0..<height {
        out.append(0)
        var i = y &* width &* 4
        for _ in 0..<width {
          out.append(input[i])
          out.append(input[i &+ 1])
          out.append(input[i &+ 2])
          i &+= 4
        }
      }
    }
  }

  /// Red, green, blue and alpha, each row by the filter whose differences are smaller.
  private func filtered() -> [UInt8] {
    let length = raster.width * 4
    var out = [UInt8](repeating: 0, count: (length + 1) * raster.height)
    var rows = out.mutableSpan
    let input = raster.pixels.span
    for y in 0..<raster.height {
      let (start, row) = (y &* length, y &* (length &+ 1))
      let isUp = sumOfUp(input, start, length) <= sumOfSub(input, start, length)
      rows[row] = isUp ? 2 : 1
      let back = isUp ? (y > 0 ? length : 0) : 4
      let first = isUp ? (y > 0 ? 0 : length) : min(4, length)
      for i in 0..<first { rows[row &+ 1 &+ i] = input[start &+ i] }
      for i in first..<length {
        rows[row &+ 1 &+ i] = input[start &+ i] &- input[start &+ i &- back]
      }
    }
    return out
  }

  /// The sum of the differences from the row above, each without its sign.
  private func sumOfUp(_ input: Span<UInt8>, _ start: Int, _ length: Int) -> Int {
    let back = start > 0 ? length : 0
    var sum = 0
    for i in start..<start &+ length {
      let value = back > 0 ? input[i] &- input[i &- back] : input[i]
      sum &+= Int(Int8(bitPattern: value).magnitude)
    }
    return sum
  }

  /// The sum of the differences from the pixel before, each without its sign.
  private func sumOfSub(_ input: Span<UInt8>, _ start: Int, _ length: Int) -> Int {
    var sum = 0
    for i in start..<start &+ min(4, length) { sum &+= Int(Int8(bitPattern: input[i]).magnitude) }
    for i in start &+ min(4, length)..<start &+ length {
      sum &+= Int(Int8(bitPattern: input[i] &- input[i &- 4]).magnitude)
    }
    return sum
  }
}
