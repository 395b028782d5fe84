/// Base58 with the alphabet of Bitcoin, and Multibase's `z` before it (draft-multiformats-multibase).
package enum Base58 {
  private static let alphabet = Array(
    "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".utf8)

  /// The digits of `bytes`; a zero byte in front is a `1`.
  package static func encode(_ bytes: [UInt8]) -> String {
    // The lowest first.
    var digits: [UInt8] = []
    for byte in bytes.drop(while: { $0 == 0 }) {
      var carry = Int(byte)
      for place in digits.indices {
        carry += Int(digits[place]) << 8
        digits[place] = UInt8(carry % 58)
        carry /= 58
      }
      while carry > 0 {
        digits.append(UInt8(carry % 58))
        carry /= 58
      }
    }
    let zeros = repeatElement(alphabet[0], count: bytes.prefix { $0 == 0 }.count)
    return String(decoding: zeros + digits.reversed().map { alphabet[Int($0)] }, as: UTF8.self)
  }

  /// The bytes of `text`; `nil` if it has another character, or more than `limit` of them.
  ///
  /// The work grows with the square of the length: a signature has 88 digits.
  package static func decode(_ text: some StringProtocol, limit: Int = 512) -> [UInt8]? {
    guard text.utf8.count <= limit else { return nil }
    var bytes: [UInt8] = []
    for digit in text.utf8.drop(while: { $0 == alphabet[0] }) {
      guard var carry = alphabet.firstIndex(of: digit) else { return nil }
      for place in bytes.indices {
        carry += Int(bytes[place]) * 58
        bytes[place] = UInt8(carry & 0xFF)
        carry >>= 8
      }
      while carry > 0 {
        bytes.append(UInt8(carry & 0xFF))
        carry >>= 8
      }
    }
    return Array(repeating: 0, count: text.utf8.prefix { $0 == alphabet[0] }.count)
      + bytes.reversed()
  }
}

/// Bytes as Multibase text in base58btc, the only base that `eddsa-rdfc-2022` allows.
package enum Multibase {
  package static func encode(_ bytes: [UInt8]) -> String { "z" + Base58.encode(bytes) }

  /// The bytes of `text`; `nil` if it does not begin with `z`, or is no base58btc after it.
  package static func decode(_ text: String) -> [UInt8]? {
    guard text.utf8.first == UInt8(ascii: "z") else { return nil }
    return Base58.decode(text.dropFirst())
  }
}

/// An Ed25519 public key as a Multikey (Controlled Identifiers 1.0): `z6Mk…`.
package struct Multikey: Hashable, Sendable {
  /// The 32 bytes of the key.
  package let publicKey: [UInt8]

  /// `ed25519-pub` of Multicodec, as a varint.
  private static let prefix: [UInt8] = [0xED, 0x01]

  /// The Multikey of the 32 bytes `publicKey`.
  package init(publicKey: [UInt8]) {
    precondition(publicKey.count == 32, "an Ed25519 key has 32 bytes")
    self.publicKey = publicKey
  }

  /// Reads `text`; `nil` if it is no Ed25519 public key.
  package init?(_ text: String) {
    guard let bytes = Multibase.decode(text), bytes.count == 34, bytes.starts(with: Self.prefix)
    else { return nil }
    publicKey = Array(bytes.dropFirst(2))
  }

  package var text: String { Multibase.encode(Self.prefix + publicKey) }
}
