/// A finished image: straight (not premultiplied) RGBA, 8 bits a channel, rows from the top.
public struct Raster: Hashable, Sendable {
  public let width: Int, height: Int
  public let pixels: [UInt8]

  public init(width: Int, height: Int, pixels: [UInt8]) {
    precondition(pixels.count == width * height * 4, "four bytes a pixel")
    (self.width, self.height, self.pixels) = (width, height, pixels)
  }

  /// Whether no pixel lets anything through.
  public var isOpaque: Bool {
    let bytes = pixels.span
    var all: UInt8 = 255
    for pixel in 0..<width &* height { all &= bytes[pixel &* 4 &+ 3] }
    return all == 255
  }
}
