internal import CNettle

/// A SHA-256 under way (FIPS 180-4).
public struct SHA256 {
  private var context = sha256_ctx()

  public init() { unsafe nettle_sha256_init(&context) }

  public mutating func add(_ bytes: ArraySlice<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer {
      unsafe nettle_sha256_update(&context, $0.count, $0.baseAddress)
    }
  }

  /// The digest of all that was added.
  public var digest: [UInt8] {
    var (context, digest) = (context, [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE)))
    unsafe nettle_sha256_digest(&context, digest.count, &digest)
    return digest
  }

  /// The digest in base 64 (RFC 4648, section 4), as a content security policy writes it.
  public func base64() -> String {
    let digest = digest
    // Four characters for every three bytes.
    var text = [CChar](repeating: 0, count: (digest.count + 2) / 3 * 4)
    unsafe nettle_base64_encode_raw(&text, digest.count, digest)
    return String(decoding: text.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The digest of all that was added, as 64 lower-case hexadecimal digits.
  public func hexadecimal() -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}

/// The SHA-256 of `bytes`, as 64 lower-case hexadecimal digits.
public func sha256(_ bytes: [UInt8]) -> String {
  var sum = SHA256()
  sum.add(bytes[...])
  return sum.hexadecimal()
}

/// The SHA-256 of `bytes`: 32 bytes.
public func sha256Bytes(_ bytes: [UInt8]) -> [UInt8] {
  var sum = SHA256()
  sum.add(bytes[...])
  return sum.digest
}

/// The SHA-256 of all of `parts`, with their lengths, so that no two lists are one text.
public func sha256(_ parts: [String]) -> String {
  sha256(Array(parts.map { "\($0.utf8.count):\($0)" }.joined().utf8))
}
