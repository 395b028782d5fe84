internal import Checksum
package import Crypto

/// The signature of a document as PDF files carry it (PAdES baseline B-B, ETSI EN 319 142-1): a detached CMS of RSA and
/// SHA-256, with the certificates of who signs.
package struct DocumentSignature: Sendable {
  private let key: PrivateKey
  private let chain: [X509Certificate]

  /// `key` is the one that the first certificate of `chain` is of; `nil` if it is not.
  package init?(by key: PrivateKey, _ chain: [X509Certificate]) {
    guard let own = chain.first, own.isOf(key.publicKey) else { return nil }
    (self.key, self.chain) = (key, chain)
  }

  /// The certificates, as PEM files have them.
  package var certificates: String {
    String(decoding: chain.flatMap(\.pem), as: UTF8.self)
  }

  /// How many bytes each has.
  package var count: Int { signature(of: [])?.count ?? 0 }

  /// The signature of all of `parts`, one after another; `nil` if the key fails.
  package func signature(of parts: [ArraySlice<UInt8>]) -> [UInt8]? {
    let own = chain[0]
    var sum = SHA256()
    for part in parts { sum.add(part) }
    func attribute(_ id: [UInt8], _ value: [UInt8]) -> [UInt8] { DER.sequence(id, DER.set(value)) }
    let attributes = DER.sorted([
      // What kind of content, and its digest (RFC 5652, section 11). When it was signed the document says itself.
      attribute(DER.identifier(1, 2, 840, 113_549, 1, 9, 3), DocumentSignature.data),
      attribute(DER.identifier(1, 2, 840, 113_549, 1, 9, 4), DER.octets(sum.digest)),
      // By which certificate (RFC 5035, section 3), so that nobody puts another in its place.
      attribute(
        DER.identifier(1, 2, 840, 113_549, 1, 9, 16, 2, 47),
        DER.sequence(DER.sequence(DER.sequence(DER.octets(sha256Bytes(own.bytes)))))),
    ])
    guard let signature = key.signature(of: DER.value(0x31, attributes)) else { return nil }
    let signer = DER.sequence(
      DER.integer(1), DER.sequence(own.issuer, own.serial), DocumentSignature.sha256,
      DER.tagged(0, attributes), DocumentSignature.rsa, DER.octets(signature))
    let signed = DER.sequence(
      DER.integer(1), DER.set(DocumentSignature.sha256), DER.sequence(DocumentSignature.data),
      DER.tagged(0, DER.sorted(chain.map(\.bytes))), DER.set(signer))
    return DER.sequence(DER.identifier(1, 2, 840, 113_549, 1, 7, 2), DER.tagged(0, signed))
  }

  private static let data = DER.identifier(1, 2, 840, 113_549, 1, 7, 1)
  private static let sha256 = DER.sequence(DER.identifier(2, 16, 840, 1, 101, 3, 4, 2, 1), DER.null)
  private static let rsa = DER.sequence(DER.identifier(1, 2, 840, 113_549, 1, 1, 1), DER.null)
}
