internal import CWebP

/// Whether libwebp is installed, by which WebP files are read.
public var canReadWebP: Bool { blazon_webp_is_there() != 0 }

/// Why a WebP file cannot be read.
public struct WebPError: Error, Hashable, Sendable, CustomStringConvertible {
  public let description: String
}

/// A WebP file whose size is known, and what stands beside its picture.
public struct Reader: Sendable {
  public let width: Int, height: Int
  public let isAnimated: Bool
  /// The Exif data, which begins as a TIFF file, and the ICC profile; empty without.
  public private(set) var exif: [UInt8] = []
  public private(set) var profile: [UInt8] = []
  private let bytes: [UInt8]
  /// What is coded without loss: all of the picture, or its alpha.
  private var picture: ArraySlice<UInt8>?, alpha: ArraySlice<UInt8>?

  public init(_ bytes: [UInt8]) throws(WebPError) {
    var header = blazon_webp_header()
    try WebPError.check(unsafe blazon_webp_look(bytes, bytes.count, &header))
    (width, height) = (Int(header.width), Int(header.height))
    isAnimated = header.isAnimated != 0
    self.bytes = bytes
    // Without a chunk of a known name at the front, libwebp would take the rest for a bare picture.
    let names: [[UInt8]] = ["VP8 ", "VP8L", "VP8X"].map { Array($0.utf8) }
    guard names.contains(Array(bytes.dropFirst(12).prefix(4))) else { throw WebPError.damaged }
    var hasPicture = false
    // Each chunk has a name, a length and, if that is odd, a byte to spare (WebP Container Specification).
    var at = 12
    while at + 8 <= bytes.count {
      let length = (0..<4).reduce(0) { $0 | Int(bytes[at + 4 + $1]) << (8 * $1) }
      guard length <= bytes.count - at - 8 else { break }
      let chunk = bytes[at + 8..<at + 8 + length]
      switch bytes[at..<at + 4] {
      case [0x49, 0x43, 0x43, 0x50] where profile.isEmpty: profile = Array(chunk)
      case [0x45, 0x58, 0x49, 0x46] where exif.isEmpty: exif = Array(chunk)
      case [0x41, 0x4C, 0x50, 0x48] where !hasPicture: alpha = chunk
      case [0x56, 0x50, 0x38, 0x4C] where !hasPicture: (picture, hasPicture) = (chunk, true)
      case [0x56, 0x50, 0x38, 0x20]: hasPicture = true
      default: break
      }
      at += 8 + length + length % 2
    }
    guard hasPicture || isAnimated else { throw WebPError.short }
  }

  /// The most bytes that libwebp makes room for, beside the pixels that it hands out: what is coded without loss, a
  /// picture or its alpha, is in memory as a whole, and so are tables for its codes.
  public func memory() throws(WebPError) -> Int {
    var memory = 0
    if let picture {
      memory += try width * height * 4 + tables(of: picture, hasHeader: true)
    }
    if let alpha {
      memory += width * height * 2
      if let first = alpha.first, first & 3 == 1 {
        memory += try tables(of: alpha.dropFirst(), hasHeader: false)
      }
    }
    return memory
  }

  private func tables(of data: ArraySlice<UInt8>, hasHeader: Bool) throws(WebPError) -> Int {
    guard
      let groups = LosslessCodes.groups(
        of: data, width: width, height: height, hasHeader: hasHeader)
    else { throw WebPError.damaged }
    // Of one group, at most.
    return groups * 20_000
  }

  /// All pixels, straight (not premultiplied) RGBA, 8 bits a channel, rows from the top: of every square of `step`
  /// pixels a side one, which is their mean.
  public func pixels(
    every step: Int = 1
  ) throws(WebPError) -> (width: Int, height: Int, pixels: [UInt8]) {
    let (width, height) = ((width + step - 1) / step, (height + step - 1) / step)
    var pixels = [UInt8](repeating: 0, count: width * height * 4)
    let status = unsafe blazon_webp_read(
      bytes, bytes.count, Int32(width), Int32(height), &pixels, pixels.count)
    try WebPError.check(status)
    return (width, height, pixels)
  }
}

extension WebPError {
  fileprivate static let short = damaged("the file ends early")
  fileprivate static let damaged = damaged("its data are no picture")

  private static func damaged(_ what: String) -> WebPError {
    WebPError(description: "the WebP file is damaged: \(what)")
  }

  fileprivate static func check(_ status: Int32) throws(WebPError) {
    switch Int(status) {
    case blazon_webp_ok: return
    case blazon_webp_missing:
      throw WebPError(description: "a WebP file is read with libwebp, which is not installed")
    case blazon_webp_no_memory: throw damaged("no memory")
    case blazon_webp_short: throw short
    default: throw damaged
    }
  }
}
