internal import CCrypto

/// Whether the library of keys, OpenSSL 3, is installed: without it there are none.
public var canUseKeys: Bool { blazon_crypto_is_there() == 1 }

/// The algorithms that keys are for.
public enum KeyAlgorithm: Int32, Hashable, Sendable {
  /// EdDSA on Curve25519 (RFC 8032).
  case ed25519 = 1
  /// RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017), at least 2,048 bits.
  case rsa = 2
  /// ECDSA on P-256 with SHA-256 (FIPS 186).
  case p256 = 3
}

/// A key of OpenSSL's, which lives as long as this does and is wiped with it.
@safe private final class Handle: @unchecked Sendable {
  // OpenSSL's keys may be used by many threads while nobody changes them, and nobody does.
  let key: OpaquePointer

  init(_ key: OpaquePointer) { unsafe self.key = key }

  deinit { unsafe blazon_key_free(key) }
}

/// Somebody's public key: it says whether a signature is theirs.
@safe public struct PublicKey: Sendable {
  private let handle: Handle
  public let algorithm: KeyAlgorithm

  fileprivate init?(_ key: OpaquePointer?) {
    guard let key = unsafe key else { return nil }
    unsafe handle = Handle(key)
    guard let algorithm = KeyAlgorithm(rawValue: unsafe blazon_key_algorithm(key)) else {
      return nil
    }
    self.algorithm = algorithm
  }

  fileprivate init(_ key: PrivateKey) { (handle, algorithm) = (key.handle, key.algorithm) }

  /// The 32 bytes of an Ed25519 key; `nil` for any other number of bytes.
  public init?(ed25519 x: [UInt8]) { unsafe self.init(blazon_key_ed25519(x, x.count)) }

  /// Modulus and exponent, big endian; `nil` for moduli of less than 2,048 or more than 8,192 bits, and for exponents
  /// that are even or 1.
  public init?(rsa n: [UInt8], exponent e: [UInt8]) {
    unsafe self.init(blazon_key_rsa(n, n.count, e, e.count))
  }

  /// An RSA key as `-----BEGIN PUBLIC KEY-----` has it; `nil` for other keys, and what is no sound one.
  public init?(pem: [UInt8]) { unsafe self.init(blazon_key_public(pem, pem.count)) }

  /// The coordinates of a point, 32 bytes each; `nil` for what is not on the curve.
  public init?(p256 x: [UInt8], _ y: [UInt8]) {
    unsafe self.init(blazon_key_p256(x, x.count, y, y.count))
  }

  /// The public number called as RFC 7518 calls it: `x`, `y`, `n` or `e`; empty where the key has none.
  public func number(_ name: Character) -> [UInt8] {
    guard let ascii = name.asciiValue else { return [] }
    var bytes = [UInt8](repeating: 0, count: 1024)
    let count = unsafe blazon_key_number(
      handle.key, CChar(bitPattern: ascii), &bytes, bytes.count)
    return Array(bytes.prefix(count))
  }

  /// Whether `signature` is one of `bytes` by this key: of P-256, r and s as RFC 7515 has them.
  public func isSignature(_ signature: [UInt8], of bytes: [UInt8]) -> Bool {
    unsafe blazon_verify(handle.key, bytes, bytes.count, signature, signature.count) == 1
  }
}

/// One's own key: it signs. It is never written unless encrypted.
@safe public struct PrivateKey: Sendable {
  fileprivate let handle: Handle
  public let algorithm: KeyAlgorithm

  private init?(_ key: OpaquePointer?) {
    guard let key = unsafe key else { return nil }
    unsafe handle = Handle(key)
    guard let algorithm = KeyAlgorithm(rawValue: unsafe blazon_key_algorithm(key)) else {
      return nil
    }
    self.algorithm = algorithm
  }

  /// A new key, of RSA one of 3,072 bits; `nil` for P-256, which is read and never made, and where the system gives
  /// no randomness.
  public init?(new algorithm: KeyAlgorithm) {
    unsafe self.init(blazon_key_new(algorithm.rawValue))
  }

  /// The key of an encrypted PKCS#8 file in PEM; `nil` where it is none or `passphrase` is another's.
  public init?(pem: [UInt8], passphrase: borrowing Passphrase) {
    unsafe self.init(
      blazon_key_read(
        pem, pem.count, passphrase.start, passphrase.bytes.count))
  }

  public var publicKey: PublicKey { PublicKey(self) }

  /// The key as an encrypted PKCS#8 file in PEM: AES-256-CBC by PBKDF2 with HMAC-SHA-256 (RFC 8018); `nil` if that
  /// fails.
  public func pem(encryptedWith passphrase: borrowing Passphrase) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: 16_384)
    let count = unsafe blazon_key_write(
      handle.key, passphrase.start, passphrase.bytes.count, PrivateKey.iterations, &bytes,
      bytes.count)
    return count > 0 ? Array(bytes.prefix(count)) : nil
  }

  /// As OWASP counsels for PBKDF2 with HMAC-SHA-256.
  private static let iterations: Int32 = 600_000

  /// The signature of `bytes`; `nil` if the key fails.
  public func signature(of bytes: [UInt8]) -> [UInt8]? {
    var out = [UInt8](repeating: 0, count: 1024)
    let count = unsafe blazon_sign(handle.key, bytes, bytes.count, &out, out.count)
    return count > 0 ? Array(out.prefix(count)) : nil
  }
}

/// What opens a key's file. It is wiped with its last use, and cannot be copied.
@safe public struct Passphrase: ~Copyable {
  fileprivate let bytes: UnsafeMutableBufferPointer<UInt8>

  /// Takes over `bytes`, and leaves nothing of them where they were.
  public init(taking bytes: inout [UInt8]) {
    unsafe self.bytes = .allocate(capacity: bytes.count)
    _ = unsafe self.bytes.initialize(from: bytes)
    unsafe bytes.withUnsafeMutableBytes { buffer in
      if let address = buffer.baseAddress { unsafe blazon_wipe(address, buffer.count) }
    }
    bytes = []
  }

  public var isEmpty: Bool { unsafe bytes.isEmpty }

  /// Where they begin; anywhere, of none.
  fileprivate var start: UnsafePointer<UInt8> {
    unsafe bytes.baseAddress.map { unsafe UnsafePointer($0) }
      ?? UnsafePointer(bitPattern: MemoryLayout<UInt8>.alignment)!
  }

  deinit {
    if let address = unsafe bytes.baseAddress { unsafe blazon_wipe(address, bytes.count) }
    unsafe bytes.deallocate()
  }
}
