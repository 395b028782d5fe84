internal import CPNG

/// A PNG file as libpng reads it: an opinion on our encoder that is not our own.
public struct PNGFile: Equatable, Sendable {
  public let width: Int, height: Int
  /// Straight RGBA, rows from the top.
  public let pixels: [UInt8]

  /// `nil` if libpng refuses the file.
  public init?(_ bytes: [UInt8]) {
    // libpng keeps the address between its two calls.
    let decoded = bytes.withUnsafeBytes { PNGFile.decode($0) }
    guard let decoded else { return nil }
    self = decoded
  }

  /// A picture that was never in a file.
  public init(width: Int, height: Int, pixels: [UInt8]) {
    precondition(pixels.count == width * height * 4, "four bytes a pixel")
    (self.width, self.height, self.pixels) = (width, height, pixels)
  }

  private static func decode(_ bytes: UnsafeRawBufferPointer) -> PNGFile? {
    var image = png_image()
    image.version = png_uint_32(PNG_IMAGE_VERSION)
    defer { png_image_free(&image) }
    guard png_image_begin_read_from_memory(&image, bytes.baseAddress, bytes.count) != 0 else {
      return nil
    }
    image.format = png_uint_32(PNG_FORMAT_FLAG_ALPHA | PNG_FORMAT_FLAG_COLOR)
    let (width, height) = (Int(image.width), Int(image.height))
    var pixels = [UInt8](repeating: 0, count: width * height * 4)
    guard png_image_finish_read(&image, nil, &pixels, 0, nil) != 0 else { return nil }
    return PNGFile(width: width, height: height, pixels: pixels)
  }

  /// The mean red, green and blue of every square of `side` pixels, row by row, what lets light
  /// through laid over white; a margin narrower than a square is left out.
  public func squares(of side: Int) -> [[Int]] {
    (0..<height / side).flatMap { row in
      (0..<width / side).map { column in
        var sums = [0, 0, 0]
        for y in row * side..<(row + 1) * side {
          for x in column * side..<(column + 1) * side {
            let at = (y * width + x) * 4
            let alpha = Int(pixels[at + 3])
            for c in 0..<3 { sums[c] += (Int(pixels[at + c]) * alpha + 255 * (255 - alpha)) / 255 }
          }
        }
        return sums.map { $0 / (side * side) }
      }
    }
  }

  /// One pixel as [red, green, blue, alpha].
  public func pixel(_ x: Int, _ y: Int) -> [UInt8] {
    let at = (y * width + x) * 4
    return Array(pixels[at..<at + 4])
  }
}
