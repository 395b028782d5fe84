package import BlazonJSON
package import Crypto

/// The document of a `did:web`: an issuer's public keys, as a file below its own address (DID 1.0).
package struct DIDDocument: Sendable {
  /// A key, and what it is called.
  package struct Method: Sendable {
    /// As in `did:web:badges.example.org:acme#acme-2026`.
    package var id: String
    package var key: PublicKey
    /// Whether it may vouch for credentials. One that somebody else got hold of may not any longer.
    package var isAsserting = true
    /// The moment from which it is no key of theirs any more; `nil` for none.
    var end: Moment?

    /// Whether it vouches for credentials at a moment.
    func isAsserting(at moment: Moment) -> Bool {
      isAsserting && end.map { moment < $0 } ?? true
    }

    package init(id: String, key: PublicKey, isAsserting: Bool = true) {
      (self.id, self.key, self.isAsserting) = (id, key, isAsserting)
    }
  }

  package var did: String
  package var methods: [Method]

  package init(did: String, methods: [Method]) { (self.did, self.methods) = (did, methods) }

  /// The DID of what is published at `address`, `https://HOST[:PORT]/PATH`: `did:web:HOST:PATH`; `nil` for any other.
  package static func did(at address: String) -> String? {
    guard address.hasPrefix("https://") else { return nil }
    let parts = address.dropFirst(8).split(separator: "/")
    guard let host = parts.first, !host.contains("@") else { return nil }
    // A colon divides the parts of a DID.
    let place = [host.lowercased().replacing(":", with: "%3A")] + parts.dropFirst().map(String.init)
    let did = "did:web:" + place.joined(separator: ":")
    // What a DID cannot spell leads nowhere, or elsewhere.
    let path = parts.dropFirst().map { "/\($0)" }.joined()
    let home = path.isEmpty ? "/.well-known" : path
    return self.address(of: did) == "https://\(host.lowercased())\(home)/did.json" ? did : nil
  }

  /// Where the document of `did` stands (did:web, section 3.2): `nil` for other methods.
  package static func address(of did: String) -> String? {
    let parts = did.split(separator: ":", omittingEmptySubsequences: false)
    let isPlain = did.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || ":.-_%".utf8.contains(byte)
    }
    guard isPlain, parts.count >= 3, parts[0] == "did", parts[1] == "web", !parts[2].isEmpty,
      parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." && !$0.contains("/") })
    else { return nil }
    let host = parts[2].replacing("%3A", with: ":").replacing("%3a", with: ":")
    let path = parts.count == 3 ? ".well-known" : parts.dropFirst(3).joined(separator: "/")
    return "https://\(host)/\(path)/did.json"
  }

  package var document: JSON {
    .object([
      "@context": .strings([
        "https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1",
        "https://w3id.org/security/jwk/v1",
      ]),
      "id": .string(did),
      "verificationMethod": .array(
        methods.map { method in
          let multikey = method.key.multikey
          return .object([
            "id": .string(method.id),
            "type": .string(multikey == nil ? "JsonWebKey" : "Multikey"),
            "controller": .string(did), "publicKeyMultibase": multikey.map { .string($0) },
            "publicKeyJwk": multikey == nil ? method.key.jwk : nil,
          ])
        }),
      "assertionMethod": .strings(methods.filter(\.isAsserting).map(\.id)),
    ])
  }

  /// What `document` says, which was found where `did` leads to; `nil` where it is another's, or broken.
  package init?(_ document: JSON, of did: String) {
    guard document["id"] == .string(did), let written = document["verificationMethod"]?.elements
    else { return nil }
    let asserting = Set((document["assertionMethod"]?.list ?? []).compactMap(\.text))
    var methods: [Method] = []
    for method in written {
      // A key that is somebody else's to control vouches for nothing here.
      guard let id = method["id"]?.text, method["controller"] == .string(did),
        let key = method["publicKeyJwk"].flatMap(PublicKey.init(jwk:))
          ?? method["publicKeyMultibase"]?.text.flatMap(Multikey.init)
          .flatMap({ PublicKey(ed25519: $0.publicKey) })
      else { continue }
      // Where the document calls it `#name`, that is meant below its own DID.
      let full = id.hasPrefix("#") ? did + id : id
      var known = Method(
        id: full, key: key, isAsserting: asserting.contains(id) || asserting.contains(full))
      for name in ["revoked", "expires"] {
        guard let written = method[name] else { continue }
        // What is no date has been written to say something.
        let end = written.text.flatMap(Moment.init) ?? Moment(seconds: 0)
        known.end = min(known.end ?? end, end)
      }
      methods.append(known)
    }
    self.init(did: did, methods: methods)
  }
}
