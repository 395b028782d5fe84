internal import Checksum
package import Crypto

/// A certificate of somebody's public key (X.509, RFC 5280).
package struct X509Certificate: Sendable {
  /// All of it, by the Distinguished Encoding Rules.
  package let bytes: [UInt8]
  /// The parts that a signature names it by.
  let issuer: [UInt8]
  let serial: [UInt8]
  private let keyInformation: [UInt8]

  /// `nil` for what is no certificate.
  package init?(_ bytes: [UInt8]) {
    guard let all = DER.values(in: bytes[...]), all.count == 1, all[0].tag == 0x30,
      let parts = DER.values(in: all[0].content), parts.count == 3, parts[0].tag == 0x30,
      var fields = DER.values(in: parts[0].content)
    else { return nil }
    // The version stands under a tag of its own, and may be missing.
    if fields.first?.tag == 0xA0 { fields.removeFirst() }
    guard fields.count >= 6, fields[0].tag == 0x02, fields[2].tag == 0x30, fields[5].tag == 0x30
    else { return nil }
    self.bytes = bytes
    (serial, issuer) = (Array(fields[0].whole), Array(fields[2].whole))
    keyInformation = Array(fields[5].whole)
  }

  /// The certificates of a PEM file (RFC 7468), in their order; `nil` if one of them is none, or there is none.
  package static func chain(_ pem: [UInt8]) -> [X509Certificate]? {
    let text = String(decoding: pem, as: UTF8.self)
    let (begin, end) = ("-----BEGIN CERTIFICATE-----", "-----END CERTIFICATE-----")
    var (chain, rest) = ([X509Certificate](), text[...])
    while let start = rest.firstRange(of: begin) {
      guard let stop = rest[start.upperBound...].firstRange(of: end) else { return nil }
      let digits = rest[start.upperBound..<stop.lowerBound].filter { !$0.isWhitespace }
      guard let bytes = Base64.bytes(of: digits), let one = X509Certificate(bytes) else {
        return nil
      }
      chain.append(one)
      rest = rest[stop.upperBound...]
    }
    return chain.isEmpty ? nil : chain
  }

  /// As a PEM file has it.
  package var pem: [UInt8] {
    let digits = Array(Base64.text(of: bytes))
    let lines = stride(from: 0, to: digits.count, by: 64).map {
      String(digits[$0..<min($0 + 64, digits.count)])
    }
    return Array(
      "-----BEGIN CERTIFICATE-----\n\(lines.joined(separator: "\n"))\n-----END CERTIFICATE-----\n"
        .utf8)
  }

  /// Whether it is of `key`, of RSA.
  package func isOf(_ key: PublicKey) -> Bool {
    key.algorithm == .rsa && keyInformation == X509Certificate.information(of: key)
  }

  /// A certificate that `key`, of RSA, gives itself: it says who somebody calls themselves, and nobody vouches for it.
  ///
  /// `nil` if the key fails.
  package init?(
    selfMadeBy key: PrivateKey, for name: String, from start: Moment, until end: Moment
  ) {
    let publicKey = key.publicKey
    guard publicKey.algorithm == .rsa else { return nil }
    let information = X509Certificate.information(of: publicKey)
    let subject = DER.sequence(
      DER.set(DER.sequence(DER.identifier(2, 5, 4, 3), DER.text(String(name.prefix(64))))))
    func `extension`(_ id: [UInt8], _ content: [UInt8]) -> [UInt8] {
      // Critical: who does not know it does not trust it.
      DER.sequence(id, [0x01, 0x01, 0xFF], DER.octets(content))
    }
    let extensions = DER.tagged(
      3,
      DER.sequence(
        // It signs no other certificates.
        `extension`(DER.identifier(2, 5, 29, 19), DER.sequence()),
        // It signs, and does not take back what it has signed.
        `extension`(DER.identifier(2, 5, 29, 15), [0x03, 0x02, 0x06, 0xC0])))
    // The same key, name and days have the same number.
    let number = sha256Bytes(information + subject + DER.time(start) + DER.time(end)).prefix(16)
    let signed = DER.sequence(
      DER.tagged(0, DER.integer(2)), DER.integer([0x01] + number), X509Certificate.algorithm,
      subject, DER.sequence(DER.time(start), DER.time(end)), subject, information, extensions)
    guard let signature = key.signature(of: signed) else { return nil }
    self.init(DER.sequence(signed, X509Certificate.algorithm, DER.bits(signature)))
  }

  /// RSASSA-PKCS1-v1_5 with SHA-256.
  private static let algorithm = DER.sequence(
    DER.identifier(1, 2, 840, 113_549, 1, 1, 11), DER.null)

  /// The key as SubjectPublicKeyInfo.
  private static func information(of key: PublicKey) -> [UInt8] {
    DER.sequence(
      DER.sequence(DER.identifier(1, 2, 840, 113_549, 1, 1, 1), DER.null),
      DER.bits(DER.sequence(DER.integer(key.number("n")), DER.integer(key.number("e")))))
  }
}

/// Base 64 as PEM files have it (RFC 4648, section 4).
private enum Base64 {
  static func text(of bytes: [UInt8]) -> String {
    let plain = Base64URL.text(of: bytes).replacing("-", with: "+").replacing("_", with: "/")
    return plain + String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4)
  }

  static func bytes(of text: String) -> [UInt8]? {
    var plain = text[...]
    while plain.last == "=" { plain.removeLast() }
    let other = plain.replacing("+", with: "-").replacing("/", with: "_")
    return Base64URL.bytes(of: Array(other.utf8)[...])
  }
}
