internal import CJPEG

/// A JPEG file, read row after row. Its size is known before memory is made for its pixels. Owns libjpeg-turbo's reader
/// and the bytes that it reads.
@safe public struct Reader: ~Copyable {
  /// Of the rows that come: those of the file, or less after `shrink`.
  public private(set) var width: Int, height: Int
  public let isGray: Bool
  /// Whether the samples are cyan, magenta, yellow and black instead of red, green, blue and alpha.
  public let isCMYK: Bool
  /// The bytes that are in memory at once because the picture comes in several scans; 0 if it comes in one.
  public let coefficients: Int
  private let reader: OpaquePointer
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private var hasBegun = false

  /// Reads what stands before the pixels of the file `bytes`. More than `scans` scans are an error, then or later.
  public init(_ file: [UInt8], scans: Int) throws(JPEGError) {
    let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, file.count))
    _ = unsafe bytes.update(fromContentsOf: file)
    var header = blazon_jpeg_header()
    var message = [CChar](repeating: 0, count: 200)
    guard
      let reader = unsafe blazon_jpeg_open(
        bytes.baseAddress!, file.count, Int32(scans), &header, &message)
    else {
      unsafe bytes.deallocate()
      throw JPEGError(message)
    }
    unsafe (self.reader, self.bytes) = (reader, bytes)
    (width, height) = (Int(header.width), Int(header.height))
    (isGray, isCMYK) = (header.isGray != 0, header.isCMYK != 0)
    coefficients = header.coefficients
  }

  deinit {
    unsafe blazon_jpeg_close(reader)
    unsafe bytes.deallocate()
  }

  /// Has the picture come halved once, twice or thrice, as long as its longer side keeps `side` pixels. It is asked for
  /// before the first row.
  public mutating func shrink(to side: Int) throws(JPEGError) {
    precondition(!hasBegun, "rows have one length")
    let longer = max(width, height)
    let eighths = [1, 2, 4].first { longer * $0 / 8 >= side } ?? 8
    var header = blazon_jpeg_header()
    header.isCMYK = isCMYK ? 1 : 0
    var message = [CChar](repeating: 0, count: 200)
    guard unsafe blazon_jpeg_begin(reader, Int32(eighths), &header, &message) != 0 else {
      throw JPEGError(message)
    }
    (width, height) = (Int(header.width), Int(header.height))
    hasBegun = true
  }

  /// The next row, four samples a pixel, each 8 bits widened to 16. Those of inks are as they stand in the file:
  /// mostly turned round, 65,535 for no ink.
  public mutating func read(into row: inout [UInt16]) throws(JPEGError) {
    if !hasBegun { try shrink(to: .max) }
    precondition(row.count == width * 4, "four samples a pixel")
    var message = [CChar](repeating: 0, count: 200)
    guard unsafe blazon_jpeg_row(reader, &row, &message) != 0 else { throw JPEGError(message) }
  }
}

extension JPEGError {
  fileprivate init(_ message: [CChar]) {
    let text = message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    description = "the JPEG file is damaged: \(String(decoding: text, as: UTF8.self))"
  }
}
