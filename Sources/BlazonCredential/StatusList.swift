package import BlazonJSON
internal import Deflate

/// Which of an issuer's credentials were taken back: a bit for each, in one list (Bitstring Status List 1.0).
package struct StatusList: Sendable {
  /// Lists of others may be larger, but no one's is.
  private static let limit = 1 << 24

  private var bits: [UInt8]

  /// A list of `count` places, a multiple of 8 and at least 131,072, of which none was taken back.
  package init(count: Int) { bits = [UInt8](repeating: 0, count: count / 8) }

  /// Whether the credential at `index` was taken back; index 0 is the highest bit of the first byte.
  package subscript(_ index: Int) -> Bool {
    get { bits[index / 8] & UInt8(0x80) >> UInt8(index % 8) != 0 }
    set {
      let mask = UInt8(0x80) >> UInt8(index % 8)
      bits[index / 8] = newValue ? bits[index / 8] | mask : bits[index / 8] & ~mask
    }
  }

  package var count: Int { bits.count * 8 }

  /// The bits as lists have them: gzip, in base64url behind `u`. The same bits have the same text.
  package var encoded: String { "u" + Base64URL.text(of: Compressor(level: 9).gzip(bits)) }

  /// `nil` for what is no such text, or has fewer than the least number of places, 131,072.
  package init?(encoded text: String) {
    guard text.hasPrefix("u"), let packed = Base64URL.bytes(of: text.utf8.dropFirst()),
      let bits = gunzip(packed, limit: StatusList.limit / 8), bits.count >= 131_072 / 8
    else { return nil }
    self.bits = bits
  }

  /// The list as a credential of `issuer`, that stands at `address` and holds from one moment to another; without a
  /// proof.
  package func document(
    at address: String, issuer: IssuerProfile, from start: Moment, until end: Moment
  ) -> JSON {
    .object([
      "@context": .strings([Credential.contexts[0]]), "id": .string(address),
      "type": .strings(["VerifiableCredential", "BitstringStatusListCredential"]),
      "issuer": .string(issuer.did), "validFrom": .string(start.text),
      "validUntil": .string(end.text),
      "credentialSubject": .object([
        "id": .string("\(address)#list"), "type": .string("BitstringStatusList"),
        "statusPurpose": .string("revocation"), "encodedList": .string(encoded),
      ]),
    ])
  }
}
