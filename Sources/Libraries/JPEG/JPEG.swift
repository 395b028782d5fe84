internal import CJPEG

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// What libjpeg-turbo says went wrong.
public struct JPEGError: Error, Hashable, Sendable, CustomStringConvertible {
  public let description: String
}

/// `pixels`, four bytes each (red, green, blue, and one that is ignored) and rows from the top, as a baseline
/// JPEG with full colour resolution.
///
/// `quality` is 1…100. The accurate transform is used: its result is the same on every processor.
public func jpeg(
  _ pixels: [UInt8], width: Int, height: Int, quality: Int
) throws(JPEGError) -> [UInt8] {
  precondition(pixels.count == width * height * 4, "four bytes a pixel")
  var message = [CChar](repeating: 0, count: 200)
  var count = 0
  guard
    let bytes = unsafe blazon_jpeg(
      pixels, Int32(width), Int32(height), Int32(quality), &count, &message)
  else {
    let text = message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    throw JPEGError(description: "writing a JPEG: \(String(decoding: text, as: UTF8.self))")
  }
  defer { unsafe free(bytes) }
  return unsafe Array(UnsafeBufferPointer(start: bytes, count: count))
}
