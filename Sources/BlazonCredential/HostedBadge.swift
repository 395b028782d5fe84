package import BlazonJSON

// Open Badges 2.0: an award is true because its issuer publishes it (ob_v2p0, HostedBadge).

/// The context of all that is of version 2. One text, as some readers compare it.
let hostedContext = JSON.string("https://w3id.org/openbadges/v2")

extension IssuerProfile {
  /// The issuer as a profile of Open Badges 2.0 at `address`; what stands below `scope` is its own to say. `nil` without a
  /// web and an e-mail address, which that version asks for. What it has taken back is told at `revocations`.
  package func hostedDocument(
    at address: String, scope: String, revocations: String
  ) -> JSON? {
    guard let url, let email else { return nil }
    return .object([
      "@context": hostedContext, "type": .string("Issuer"), "id": .string(address),
      "name": .string(name), "url": .string(url), "email": .string(email),
      "description": description.map { .string($0) }, "image": image.map { .string($0) },
      "verification": .object([
        "type": .string("VerificationObject"), "startsWith": .string(scope),
      ]),
      "revocationList": .string(revocations),
    ])
  }
}

/// The assertions that an issuer has taken back, as Open Badges 2.0 list them.
package struct RevocationList: Hashable, Sendable {
  /// An assertion's address, and why it was taken back, where somebody said.
  package struct Entry: Hashable, Sendable {
    package var id: String
    package var reason: String?

    package init(id: String, reason: String?) { (self.id, self.reason) = (id, reason) }
  }

  package var entries: [Entry]

  package init(_ entries: [Entry]) { self.entries = entries }

  /// Numbers that no assertion has. Readers are known that pass over the entry of a list that has only one.
  private static let nobody = ["0", "1"].map { "urn:uuid:00000000-0000-4000-8000-00000000000\($0)" }

  /// The list at `address`, of the issuer at another.
  package func document(at address: String, issuer: String) -> JSON {
    let own = entries.map { entry in
      JSON.object([
        "id": .string(entry.id),
        "revocationReason": .string(entry.reason ?? Credential.takenBack),
      ])
    }
    let others = RevocationList.nobody.map { JSON.object(["id": .string($0)]) }
    return .object([
      "@context": hostedContext, "type": .string("RevocationList"), "id": .string(address),
      "issuer": .string(issuer), "revokedAssertions": .array(own + others),
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
  /// What is said of an award that was taken back, where nobody said more.
  static let takenBack = "taken back by its issuer"

  /// The award as an assertion at `address`, of the badge class at another. One that was taken back says that alone.
  ///
  /// `nil` for a recipient without an e-mail address: version 2 knows people by nothing else that every reader has.
  package func hostedDocument(
    at address: String, badge: String, isRevoked: Bool, reason: String? = nil
  ) -> JSON? {
    for case .email(let hash, let salt) in identities {
      guard !isRevoked else {
        return .object([
          "@context": hostedContext, "type": .string("Assertion"), "id": .string(address),
          "revoked": .bool(true), "revocationReason": .string(reason ?? Credential.takenBack),
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
