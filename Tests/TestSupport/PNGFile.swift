internal import CPNG

/// A PNG file as libpng reads it: an opinion on our encoder that is not our own.
public struct PNGFile: Equatable, Sendable {
  public let width: Int, height: Int
  /// Straight RGBA, rows from the top.
  public let pixels: [UInt8]

  /// `nil` if libpng refuses the file.
  public init?(_ bytes: [UInt8]) {
    var image = png_image()
    image.version = png_uint_32(PNG_IMAGE_VERSION)
    defer { png_image_free(&image) }
    guard png_image_begin_read_from_memory(&image, bytes, bytes.count) != 0 else { return nil }
    image.format = png_uint_32(PNG_FORMAT_FLAG_ALPHA | PNG_FORMAT_FLAG_COLOR)
    var pixels = [UInt8](repeating: 0, count: Int(image.width) * Int(image.height) * 4)
    guard png_image_finish_read(&image, nil, &pixels, 0, nil) != 0 else { return nil }
    (width, height, self.pixels) = (Int(image.width), Int(image.height), pixels)
  }

  /// One pixel as [red, green, blue, alpha].
  public func pixel(_ x: Int, _ y: Int) -> [UInt8] {
    let at = (y * width + x) * 4
    return Array(pixels[at..<at + 4])
  }
}
