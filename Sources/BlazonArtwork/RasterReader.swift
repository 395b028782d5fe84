internal import BlazonScene
internal import ICC
internal import JPEG
internal import PNG
internal import WebP

/// Reads a stranger's picture of pixels, PNG, JPEG or WebP, as browsers show it: upright, in sRGB.
///
/// Its size is looked at before memory is made for it, and it is made smaller row by row as it is read.
enum RasterReader {
  /// What the file `bytes` begins as; `nil` if as none of them.
  static func kind(of bytes: [UInt8]) -> Artwork.Kind? {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return .png }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
    let isRIFF = bytes.starts(with: Array("RIFF".utf8))
    return isRIFF && bytes.dropFirst(8).starts(with: Array("WEBP".utf8)) ? .webp : nil
  }

  /// The picture in the file `bytes`, with at most `longerSide` pixels on its longer side.
  static func raster(
    _ bytes: [UInt8], limits: Artwork.Limits = .strangers, longerSide: Int = Artwork.longerSide
  ) throws(ArtworkError) -> Raster {
    let kind = kind(of: bytes)
    guard bytes.count <= limits.bytes else {
      throw ArtworkError(
        "the file has \(bytes.count) bytes; at most \(limits.bytes) are read",
        help: "use a smaller picture")
    }
    return switch kind {
    case .png: try png(bytes, limits, longerSide)
    case .jpeg: try jpeg(bytes, limits, longerSide)
    case .webp: try webp(bytes, limits, longerSide)
    case .svg, nil:
      throw ArtworkError(
        "this is none of PNG, JPEG and WebP", help: "use a PNG, JPEG or WebP file")
    }
  }

  private static func png(
    _ bytes: [UInt8], _ limits: Artwork.Limits, _ longerSide: Int
  ) throws(ArtworkError) -> Raster {
    let size = try whole { () throws(PNGError) in try PNG.size(of: bytes) }
    try limits.check(size.width, size.height)
    var reader = try whole { () throws(PNGError) in try PNG.Reader(bytes) }
    var picture = AreaAverage(
      width: reader.width, height: reader.height, longerSide: longerSide, isDeep: reader.isDeep)
    var row = [UInt16](repeating: 0, count: reader.width * 4)
    for _ in 0..<reader.height {
      try whole { () throws(PNGError) in try reader.read(into: &row) }
      picture.add(row)
    }
    let colors = try PictureColors(reader.color, isGray: reader.isGray)
    return Orientation(exif: reader.exif).upright(colors.raster(of: picture))
  }

  private static func jpeg(
    _ bytes: [UInt8], _ limits: Artwork.Limits, _ longerSide: Int
  ) throws(ArtworkError) -> Raster {
    var reader = try whole { () throws(JPEGError) in
      try JPEG.Reader(bytes, scans: limits.scans)
    }
    try limits.check(reader.width, reader.height)
    guard reader.coefficients <= limits.coefficients else {
      throw ArtworkError(
        "a progressive JPEG of \(reader.width)×\(reader.height) pixels takes "
          + "\(reader.coefficients >> 20) MB to read; at most \(limits.coefficients >> 20) are given",
        help: "make the picture smaller, or save it without “progressive”")
    }
    try whole { () throws(JPEGError) in try reader.shrink(to: longerSide) }
    var picture = AreaAverage(
      width: reader.width, height: reader.height, longerSide: longerSide, hasAlpha: false)
    var row = [UInt16](repeating: 0, count: reader.width * 4)
    for _ in 0..<reader.height {
      try whole { () throws(JPEGError) in try reader.read(into: &row) }
      picture.add(row)
    }
    let segments = JPEG.Segments(bytes)
    let colors = try PictureColors(
      profile: segments.profile, isGray: reader.isGray, isCMYK: reader.isCMYK)
    return Orientation(exif: segments.exif).upright(colors.raster(of: picture))
  }

  private static func webp(
    _ bytes: [UInt8], _ limits: Artwork.Limits, _ longerSide: Int
  ) throws(ArtworkError) -> Raster {
    let reader = try whole { () throws(WebPError) in try WebP.Reader(bytes) }
    try limits.check(reader.width, reader.height)
    guard !reader.isAnimated else {
      throw ArtworkError("an animated WebP cannot be drawn", help: "give a still picture")
    }
    let memory = try whole { () throws(WebPError) in try reader.memory() }
    guard memory <= limits.memory else {
      throw ArtworkError(
        "a WebP of \(reader.width)×\(reader.height) pixels without loss takes "
          + "\(memory >> 20) MB to read; at most \(limits.memory >> 20) are given",
        help: "make the picture smaller, or save it with loss")
    }
    // What is large is made smaller while it is decoded, to less than twice what is asked for.
    let isLarge = reader.width * reader.height > 1 << 22
    let step = isLarge ? max(1, max(reader.width, reader.height) / longerSide) : 1
    let decoded = try whole { () throws(WebPError) in try reader.pixels(every: step) }
    var picture = AreaAverage(
      width: decoded.width, height: decoded.height, longerSide: longerSide)
    let count = decoded.width * 4
    for y in 0..<decoded.height {
      picture.add(decoded.pixels[y * count..<(y + 1) * count].map { UInt16($0) * 257 })
    }
    let colors = try PictureColors(profile: reader.profile)
    return Orientation(exif: reader.exif).upright(colors.raster(of: picture))
  }

  /// What `body` gives; an error of a library means that the file is damaged.
  private static func whole<Value: ~Copyable, Failure: Error & CustomStringConvertible>(
    _ body: () throws(Failure) -> Value
  ) throws(ArtworkError) -> Value {
    do throws(Failure) { return try body() } catch {
      throw ArtworkError(error.description, help: "use a whole file, saved anew")
    }
  }
}

extension Artwork.Limits {
  var bytes: Int { self == .strangers ? 1 << 23 : 1 << 26 }
  private var side: Int { self == .strangers ? 1 << 13 : 1 << 14 }
  private var pixels: Int { self == .strangers ? 1 << 24 : 1 << 25 }
  /// Bytes of a JPEG file's coefficients, which are in memory as a whole if it comes in several scans.
  fileprivate var coefficients: Int { self == .strangers ? 1 << 26 : 1 << 28 }
  /// Bytes of what is coded without loss in a WebP file, which is in memory as a whole.
  fileprivate var memory: Int { self == .strangers ? 80 << 20 : 1 << 28 }
  /// How often a JPEG file may go over its picture. Those of cameras and programs do so about ten times.
  fileprivate var scans: Int { 100 }

  /// Refuses a picture that is too large to be read.
  fileprivate func check(_ width: Int, _ height: Int) throws(ArtworkError) {
    guard width <= side, height <= side, width * height <= pixels else {
      throw ArtworkError(
        "the picture has \(width)×\(height) pixels; at most \(side) a side and \(pixels) in all are "
          + "read", help: "make the picture smaller")
    }
  }
}
