internal import CDeflate

/// A zlib-format compressor. Owns a `libdeflate_compressor`.
@safe public struct Compressor: ~Copyable {
  private let pointer: OpaquePointer

  /// `level` is libdeflate's: 1 (fastest) to 12 (smallest).
  public init(level: Int) {
    unsafe pointer = libdeflate_alloc_compressor(Int32(level))!
  }

  deinit { unsafe libdeflate_free_compressor(pointer) }

  /// `bytes` as one zlib stream (RFC 1950).
  public func zlib(_ bytes: [UInt8]) -> [UInt8] {
    let bound = unsafe libdeflate_zlib_compress_bound(pointer, bytes.count)
    return unsafe [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
      count = unsafe libdeflate_zlib_compress(
        pointer, bytes, bytes.count, buffer.baseAddress, bound)
    }
  }
}

/// The CRC-32 of `bytes`, as PNG chunks end with (ISO 3309).
public func crc32(_ bytes: ArraySlice<UInt8>) -> UInt32 {
  unsafe bytes.withUnsafeBufferPointer { unsafe libdeflate_crc32(0, $0.baseAddress, $0.count) }
}
