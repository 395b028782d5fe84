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

extension Compressor {
  /// `bytes` as one gzip member (RFC 1952) without name or time.
  public func gzip(_ bytes: [UInt8]) -> [UInt8] {
    let bound = unsafe libdeflate_gzip_compress_bound(pointer, bytes.count)
    var out = unsafe [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
      count = unsafe libdeflate_gzip_compress(
        pointer, bytes, bytes.count, buffer.baseAddress, bound)
    }
    // Which level was used, and on what: nothing that a reader asks for.
    (out[8], out[9]) = (0, 255)
    return out
  }
}

/// What the gzip member `bytes` holds (RFC 1952); `nil` if it is broken, holds more than `limit` bytes, or something
/// follows it.
public func gunzip(_ bytes: [UInt8], limit: Int) -> [UInt8]? {
  unsafe inflated(bytes, limit: limit, more: 0, by: libdeflate_gzip_decompress_ex)
}

/// What the zlib stream holds that `bytes` begin with (RFC 1950); `nil` if it is broken, or holds more than `limit` bytes.
/// Up to `more` bytes may follow it.
public func unzlib(_ bytes: [UInt8], limit: Int, more: Int = 0) -> [UInt8]? {
  unsafe inflated(bytes, limit: limit, more: more, by: libdeflate_zlib_decompress_ex)
}

private func inflated(
  _ bytes: [UInt8], limit: Int, more: Int,
  by decompress: (
    OpaquePointer?, UnsafeRawPointer?, Int, UnsafeMutableRawPointer?, Int,
    UnsafeMutablePointer<Int>?, UnsafeMutablePointer<Int>?
  ) -> libdeflate_result
) -> [UInt8]? {
  guard let decompressor = unsafe libdeflate_alloc_decompressor() else { return nil }
  defer { unsafe libdeflate_free_decompressor(decompressor) }
  var (used, isSound) = (0, false)
  let out = unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
    let result = unsafe decompress(
      decompressor, bytes, bytes.count, buffer.baseAddress, limit, &used, &count)
    isSound = result == LIBDEFLATE_SUCCESS
    if !isSound { count = 0 }
  }
  return isSound && (0...more).contains(bytes.count - used) ? out : nil
}

/// The CRC-32 of `bytes`, as PNG chunks end with (ISO 3309).
public func crc32(_ bytes: ArraySlice<UInt8>) -> UInt32 {
  unsafe bytes.withUnsafeBufferPointer { unsafe libdeflate_crc32(0, $0.baseAddress, $0.count) }
}
