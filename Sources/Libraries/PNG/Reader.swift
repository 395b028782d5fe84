internal import CPNGReader

/// What a PNG file says of its colours, the more exact before the less (PNG, 11.3.2).
public enum ColorChunk: Hashable, Sendable {
  /// Nothing, or that they are sRGB.
  case sRGB
  /// An ICC profile.
  case profile([UInt8])
  /// The exponent with which light was made a sample, and x and y of white, red, green and blue if they are said.
  case gamma(Double, chromaticities: [Double]?)
}

/// A PNG file of any kind, read row after row. Its size is known before memory is made for its pixels. Owns libpng's
/// reader and the bytes that it reads.
@safe public struct Reader: ~Copyable {
  public let width: Int, height: Int
  /// Whether the samples have 16 bits; others are 8 bits widened to 16.
  public let isDeep: Bool
  public let isGray: Bool
  /// Whether all rows are in memory at once, four bytes a pixel.
  public let isInterlaced: Bool
  public let color: ColorChunk
  /// The Exif data, which begins as a TIFF file; empty without.
  public let exif: [UInt8]
  private let reader: OpaquePointer
  private let bytes: UnsafeMutableBufferPointer<UInt8>

  /// Reads what stands before the pixels of a file.
  public init(_ file: [UInt8]) throws(PNGError) {
    _ = try size(of: file)
    let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, file.count))
    _ = unsafe bytes.update(fromContentsOf: file)
    var header = unsafe blazon_png_header()
    var message = [CChar](repeating: 0, count: 200)
    guard
      let reader = unsafe blazon_png_open(
        bytes.baseAddress!, file.count, &header, &message)
    else {
      unsafe bytes.deallocate()
      throw PNGError(message)
    }
    unsafe (self.reader, self.bytes) = (reader, bytes)
    unsafe (width, height) = (Int(header.width), Int(header.height))
    unsafe (isDeep, isGray) = (header.isDeep != 0, header.isGray != 0)
    unsafe isInterlaced = header.isInterlaced != 0
    unsafe exif = Array(UnsafeBufferPointer(start: header.exif, count: header.exifCount))
    unsafe color = ColorChunk(header)
  }

  deinit {
    unsafe blazon_png_close(reader)
    unsafe bytes.deallocate()
  }

  /// The next row: red, green, blue and alpha of each pixel, straight.
  public mutating func read(into row: inout [UInt16]) throws(PNGError) {
    precondition(row.count == width * 4, "four samples a pixel")
    var message = [CChar](repeating: 0, count: 200)
    guard unsafe blazon_png_row(reader, &row, &message) != 0 else { throw PNGError(message) }
  }
}

/// The size that the header of the file `bytes` states (PNG, 11.2.2), whatever else is wrong with the file.
public func size(of bytes: [UInt8]) throws(PNGError) -> (width: Int, height: Int) {
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

extension PNGError {
  fileprivate init(_ message: [CChar]) {
    let text = message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    description = "the PNG file is damaged: \(String(decoding: text, as: UTF8.self))"
  }
}

extension ColorChunk {
  fileprivate init(_ header: blazon_png_header) {
    let profile = unsafe Array(
      UnsafeBufferPointer(start: header.profile, count: header.profileCount))
    if !profile.isEmpty {
      self = .profile(profile)
    } else if unsafe header.isSRGB == 0, unsafe header.gamma > 0 {
      let c = unsafe header.chromaticities
      let places = [c.0, c.1, c.2, c.3, c.4, c.5, c.6, c.7].map { Double($0) / 100_000 }
      self = unsafe .gamma(
        Double(header.gamma) / 100_000,
        chromaticities: header.hasChromaticities != 0 ? places : nil)
    } else {
      self = .sRGB
    }
  }
}
