package import BlazonJSON
internal import Crypto

/// Keys that whoever verifies has from elsewhere, and knows whose they are.
package struct TrustList: Sendable {
  /// A key, and the id of whose it is; `nil` where that is not said.
  private var pins: [(issuer: String?, key: PublicKey)] = []

  package init() {}

  /// The keys of a DID document, of a JSON Web Key Set whose keys say by `iss` whose they are, or of one such key;
  /// `nil` for anything else.
  package init?(_ document: JSON) {
    if let did = document["id"]?.text, let known = DIDDocument(document, of: did) {
      pins = known.methods.filter(\.isAsserting).map { (did, $0.key) }
    } else {
      for jwk in document["keys"]?.elements ?? [document] {
        guard let key = PublicKey(jwk: jwk) else { return nil }
        // Its owner has said that it vouches for nothing.
        guard jwk["compromised"] != .bool(true) else { continue }
        pins.append((jwk["iss"]?.text, key))
      }
    }
    guard !pins.isEmpty else { return nil }
  }

  package mutating func add(_ other: TrustList) { pins += other.pins }

  /// Those that may be `issuer`'s, and whether somebody has said that they are.
  func keys(of issuer: String) -> [(key: PublicKey, isOwn: Bool)] {
    pins.filter { $0.issuer?.isExactly(issuer) ?? true }
      .map { ($0.key, $0.issuer != nil) }
      .sorted { $0.isOwn && !$1.isOwn }
  }
}
