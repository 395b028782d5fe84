internal import CJPEG

/// What libjpeg-turbo says went wrong.
public struct JPEGError: Error, Hashable, Sendable, CustomStringConvertible {
  public let description: String
}

/// `rgb`, three bytes a pixel and rows from the top, as a baseline JPEG with full colour resolution.
///
/// `quality` is 1…100. The accurate transform is used: its result is the same on every processor.
public func jpeg(
  _ rgb: [UInt8], width: Int, height: Int, quality: Int
) throws(JPEGError) -> [UInt8] {
  precondition(rgb.count == width * height * 3, "three bytes a pixel")
  guard let compressor = unsafe tjInitCompress() else {
    throw JPEGError(description: "no memory for a JPEG of \(width)×\(height)")
  }
  defer { unsafe tjDestroy(compressor) }
  var buffer: UnsafeMutablePointer<UInt8>?
  var size: UInt = 0
  // "If you choose to let TurboJPEG allocate the buffer, then it must be freed with tjFree."
  defer { unsafe tjFree(buffer) }
  let status = unsafe tjCompress2(
    compressor, rgb, Int32(width), 0, Int32(height), Int32(TJPF_RGB.rawValue), &buffer, &size,
    Int32(TJSAMP_444.rawValue), Int32(quality), TJFLAG_ACCURATEDCT)
  guard status == 0, let buffer = unsafe buffer else {
    throw JPEGError(
      description: unsafe "writing a JPEG: \(String(cString: tjGetErrorStr2(compressor)))")
  }
  return unsafe Array(UnsafeBufferPointer(start: buffer, count: Int(size)))
}
