/// Why a PNG file cannot be read.
public struct PNGError: Error, Hashable, Sendable, CustomStringConvertible {
  public let description: String
}

/// How much of a PNG file is read: its bytes, its longer side and all its pixels.
public struct Limits: Sendable {
  public var bytes: Int, side: Int, pixels: Int

  public init(bytes: Int, side: Int, pixels: Int) {
    (self.bytes, self.side, self.pixels) = (bytes, side, pixels)
  }
}

/// An image: straight (not premultiplied) RGBA, 8 bits a channel, rows from the top.
public struct Image: Hashable, Sendable {
  public var width: Int, height: Int
  public var pixels: [UInt8]
}

/// The image in the PNG file `bytes`, whose colours are taken for sRGB.
public func decode(_ bytes: [UInt8], limits: Limits) throws(PNGError) -> Image {
  guard bytes.count <= limits.bytes else {
    throw PNGError(description: "the file has more than \(limits.bytes) bytes")
  }
  let (width, height) = try size(of: bytes)
  guard width <= limits.side, height <= limits.side, width * height <= limits.pixels else {
    throw PNGError(
      description: "the image has \(width)×\(height) pixels; at most \(limits.side) a side and "
        + "\(limits.pixels) in all are read")
  }
  var reader = try Reader(bytes)
  var row = [UInt16](repeating: 0, count: width * 4)
  var pixels: [UInt8] = []
  pixels.reserveCapacity(width * height * 4)
  for _ in 0..<height {
    try reader.read(into: &row)
    for sample in row { pixels.append(UInt8((UInt32(sample) * 255 + 32767) / 65535)) }
  }
  return Image(width: width, height: height, pixels: pixels)
}
