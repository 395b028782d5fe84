// Open Badges 2.0: an award is true because its issuer publishes it (ob_v2p0, HostedBadge).

/// The context of all that is of version 2. One text, as some readers compare it.
let hostedContext = JSON.string("https://w3id.org/openbadges/v2")

extension IssuerProfile {
  /// The issuer as a profile of Open Badges 2.0 at `address`; what stands below `scope` is its own to say. `nil` without a
  /// web and an e-mail address, which that version asks for.
  package func hostedDocument(at address: String, scope: String) -> JSON? {
    guard let url, let email else { return nil }
    return .object([
      "@context": hostedContext, "type": .string("Issuer"), "id": .string(address),
      "name": .string(name), "url": .string(url), "email": .string(email),
      "description": description.map { .string($0) }, "image": image.map { .string($0) },
      "verification": .object([
        "type": .string("VerificationObject"), "startsWith": .string(scope),
      ]),
    ])
  }
}

extension Achievement {
  /// The achievement as a badge class at `address`, of the issuer at another; `nil` without a picture.
  package func hostedDocument(at address: String, issuer: String) -> JSON? {
    guard let image else { return nil }
    return .object([
      "@context": hostedContext, "type": .string("BadgeClass"), "id": .string(address),
      "name": .string(name), "description": .string(description), "image": .string(image),
      "criteria": .object(["narrative": .string(criteria)]), "issuer": .string(issuer),
      "tags": .list(tags.map { .string($0) }),
    ])
  }
}

extension Credential {
  /// The award as an assertion at `address`, of the badge class at another. One that was taken back says that alone.
  ///
  /// `nil` for a recipient without an e-mail address: version 2 knows people by nothing else that every reader has.
  package func hostedDocument(at address: String, badge: String, isRevoked: Bool) -> JSON? {
    for case .email(let hash, let salt) in identities {
      guard !isRevoked else {
        return .object([
          "@context": hostedContext, "type": .string("Assertion"), "id": .string(address),
          "revoked": .bool(true), "revocationReason": .string("taken back by its issuer"),
        ])
      }
      return .object([
        "@context": hostedContext, "type": .string("Assertion"), "id": .string(address),
        "recipient": .object([
          "type": .string("email"), "hashed": .bool(true), "salt": .string(salt),
          "identity": .string("sha256$\(hash)"),
        ]),
        "badge": .string(badge), "verification": .object(["type": .string("HostedBadge")]),
        "issuedOn": .string(awarded.text), "expires": validUntil.map { .string($0.text) },
        "narrative": narrative.map { .string($0) },
        "evidence": .list(evidence.map { .object(["id": .string($0)]) }),
      ])
    }
    return nil
  }
}
