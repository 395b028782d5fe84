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

/// `pixels`, four bytes each (red, green, blue, and one that is ignored; with blue first and red third, where
/// `isBlueFirst`) and rows from the top, as a baseline JPEG with full colour resolution.
///
/// A card is coded as suits most cards, any other picture as suits it best, which takes twice as long. `quality` is 1…100. The accurate transform is used: its result is the same on every processor.
public func jpeg(
  _ pixels: Span<UInt8>, width: Int, height: Int, isBlueFirst: Bool = false, isCard: Bool = false,
  quality: Int
) throws(JPEGError) -> [UInt8] {
  precondition(pixels.count == width * height * 4, "four bytes a pixel")
  var message = [CChar](repeating: 0, count: 200)
  var count = 0
  let made: UnsafeMutablePointer<UInt8>? = unsafe pixels.withUnsafeBufferPointer { pixels in
    guard let base = pixels.baseAddress else { return nil }
    return unsafe blazon_jpeg(
      base, Int32(width), Int32(height), isBlueFirst ? 1 : 0, isCard ? 1 : 0, Int32(quality),
      &count, &message)
  }
  guard let bytes = unsafe made else {
    let text = message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    throw JPEGError(description: "writing a JPEG: \(String(decoding: text, as: UTF8.self))")
  }
  defer { unsafe free(bytes) }
  return unsafe Array(UnsafeBufferPointer(start: bytes, count: count))
}
