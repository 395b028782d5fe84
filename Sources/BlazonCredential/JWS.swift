package import BlazonJSON
package import Crypto

/// A JSON Web Signature in its compact form (RFC 7515): `header.payload.signature`.
package struct JWS: Sendable {
  package let header: JSON
  package let payload: JSON
  /// The bytes that were signed: the first two parts, as they are written.
  private let signed: [UInt8]
  private let signature: [UInt8]

  /// Why a text is none, or none that is accepted.
  package struct Problem: Error, Hashable, Sendable {
    package var message: String
  }

  /// What `text` says; nothing of it is believed yet.
  package init(_ text: [UInt8]) throws(Problem) {
    let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 3, let header = Base64URL.bytes(of: parts[0]),
      let payload = Base64URL.bytes(of: parts[1]), let signature = Base64URL.bytes(of: parts[2])
    else { throw Problem(message: "not three parts in base64url") }
    do throws(JSON.Problem) {
      self.header = try JSON(header)
      self.payload = try JSON(payload)
    } catch { throw Problem(message: "its JSON is broken: \(error.message)") }
    signed = Array(text.prefix(parts[0].count + 1 + parts[1].count))
    self.signature = signature
  }

  /// Whether `text` may be one: what a stranger's file has instead of JSON.
  package static func isLikely(_ text: [UInt8]) -> Bool {
    text.starts(with: "ey".utf8) && text.count { $0 == UInt8(ascii: ".") } == 2
      && !text.contains(UInt8(ascii: " "))
  }

  /// Whether it is signed by `key`, with the algorithm that the key is for: what the header calls it decides nothing.
  package func isSigned(by key: PublicKey) -> Bool {
    header["alg"]?.text == key.jwsAlgorithm && key.isSignature(signature, of: signed)
  }

  /// `payload` signed with `key`, whose public part verifiers find as `keyID`; `nil` if the key fails.
  package static func signed(
    _ payload: JSON, by key: PrivateKey, calledBy keyID: String
  ) -> [UInt8]? {
    let header = JSON.object([
      "alg": .string(key.publicKey.jwsAlgorithm), "kid": .string(keyID), "typ": .string("JWT"),
    ])
    let signed = [header, payload].map { Base64URL.text(of: $0.bytes) }.joined(separator: ".")
    return key.signature(of: Array(signed.utf8)).map {
      Array("\(signed).\(Base64URL.text(of: $0))".utf8)
    }
  }
}
