internal import CPNG

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

/// An image: straight (not premultiplied) RGBA, 8 bits a channel, sRGB, rows from the top.
public struct Image: Hashable, Sendable {
  public var width: Int, height: Int
  public var pixels: [UInt8]
}

/// The image in the PNG file `bytes`. Its size is looked at before memory is made for it.
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
  let image = unsafe bytes.withUnsafeBytes { unsafe read($0, width: width, height: height) }
  switch image {
  case .success(let image): return image
  case .failure(let error): throw error
  }
}

/// The size that the file's header states (PNG, 11.2.2).
private func size(of bytes: [UInt8]) throws(PNGError) -> (width: Int, height: Int) {
  let start: [UInt8] = [
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52,
  ]
  guard bytes.count >= 33, bytes.starts(with: start) else {
    throw PNGError(description: "this is no PNG file")
  }
  func number(_ at: Int) -> Int { bytes[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
  let (width, height) = (number(16), number(20))
  guard width > 0, height > 0, width < 1 << 31, height < 1 << 31 else {
    throw PNGError(description: "the image states a size of \(width)×\(height)")
  }
  return (width, height)
}

/// By libpng's simplified interface, which reports errors as values. It keeps the address of the
/// bytes between its calls.
private func read(
  _ bytes: UnsafeRawBufferPointer, width: Int, height: Int
) -> Result<Image, PNGError> {
  var image = unsafe png_image()
  unsafe image.version = png_uint_32(PNG_IMAGE_VERSION)
  // "png_image_free … may be called at any time after the structure is initialized."
  defer { unsafe png_image_free(&image) }
  func failure() -> Result<Image, PNGError> {
    let said = unsafe withUnsafeBytes(of: image.message) { message in
      unsafe String(decoding: message.prefix { $0 != 0 }, as: UTF8.self)
    }
    return .failure(PNGError(description: "the PNG file is damaged: \(said)"))
  }
  guard unsafe png_image_begin_read_from_memory(&image, bytes.baseAddress, bytes.count) != 0 else {
    return failure()
  }
  guard unsafe Int(image.width) == width, unsafe Int(image.height) == height else {
    return failure()
  }
  unsafe image.format = png_uint_32(PNG_FORMAT_FLAG_ALPHA | PNG_FORMAT_FLAG_COLOR)
  var pixels = [UInt8](repeating: 0, count: width * height * 4)
  guard unsafe png_image_finish_read(&image, nil, &pixels, 0, nil) != 0 else { return failure() }
  return .success(Image(width: width, height: height, pixels: pixels))
}
