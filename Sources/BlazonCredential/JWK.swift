package import BlazonJSON
package import Crypto

extension PublicKey {
  /// The key that a JSON Web Key tells (RFC 7517): `OKP` with Ed25519, `RSA`, or `EC` with P-256. `nil` for any other,
  /// and where it is a private one that somebody let slip.
  package init?(jwk: JSON) {
    func number(_ name: String) -> [UInt8]? {
      jwk[name]?.text.flatMap { Base64URL.bytes(of: $0.utf8) }
    }
    guard jwk["d"] == nil else { return nil }
    switch (jwk["kty"]?.text, jwk["crv"]?.text) {
    case ("OKP", "Ed25519"):
      guard let x = number("x") else { return nil }
      self.init(ed25519: x)
    case ("EC", "P-256"):
      guard let x = number("x"), let y = number("y") else { return nil }
      self.init(p256: x, y)
    case ("RSA", nil):
      guard let n = number("n"), let e = number("e") else { return nil }
      self.init(rsa: n, exponent: e)
    default: return nil
    }
  }

  /// The key as a JSON Web Key. There is no way to write a private one.
  package var jwk: JSON {
    func member(_ name: Character) -> JSON { .string(Base64URL.text(of: number(name))) }
    return switch algorithm {
    case .ed25519: .object(["kty": .string("OKP"), "crv": .string("Ed25519"), "x": member("x")])
    case .rsa: .object(["kty": .string("RSA"), "n": member("n"), "e": member("e")])
    case .p256:
      .object([
        "kty": .string("EC"), "crv": .string("P-256"), "x": member("x"), "y": member("y"),
      ])
    }
  }

  /// The algorithm of JSON Web Signatures that this key is for, and no other (RFC 7518, RFC 8037).
  package var jwsAlgorithm: String {
    switch algorithm {
    case .ed25519: "EdDSA"
    case .rsa: "RS256"
    case .p256: "ES256"
    }
  }
}
