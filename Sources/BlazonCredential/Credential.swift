package import BlazonJSON
internal import Checksum
package import Crypto

/// Who issues: the profile of Open Badges 3.0, known by a DID whose document lists its keys.
package struct IssuerProfile: Hashable, Sendable {
  /// As in `did:web:badges.example.org:acme`.
  package var did: String
  package var name: String
  package var url: String?
  package var email: String?
  package var description: String?
  /// The address of its logo.
  package var image: String?

  package init(did: String, name: String) { (self.did, self.name) = (did, name) }
}

/// What is earned: a badge, whoever has it.
package struct Achievement: Hashable, Sendable {
  /// The address of the file that tells of it.
  package var id: String
  /// As `Badge`, `Certification`, `Membership`: a term of Open Badges 3.0.
  package var type: String
  package var name: String
  package var description: String
  package var criteria: String
  /// The address of its picture.
  package var image: String?
  package var language: String?
  package var tags: [String] = []
  package var alignments: [Alignment] = []
  package var result: ResultDescription?

  /// Something in a framework that it stands for.
  package struct Alignment: Hashable, Sendable {
    package var name: String
    package var url: String
    package var framework: String?
    package var code: String?
    /// As `ceasn:Competency`: a term of Open Badges 3.0.
    package var type: String?

    package init(
      name: String, url: String, framework: String?, code: String? = nil, type: String? = nil
    ) {
      (self.name, self.url, self.framework) = (name, url, framework)
      (self.code, self.type) = (code, type)
    }
  }

  /// What the results of its awards are.
  package struct ResultDescription: Hashable, Sendable {
    package var id: String
    package var name: String
    /// As `Percent`: a term of Open Badges 3.0.
    package var type: String
    package var required: String?
    package var minimum: String?
    package var maximum: String?

    package init(id: String, name: String, type: String) {
      (self.id, self.name, self.type) = (id, name, type)
    }
  }

  package init(
    id: String, type: String, name: String, description: String, criteria: String
  ) {
    (self.id, self.type, self.name) = (id, type, name)
    (self.description, self.criteria) = (description, criteria)
  }
}

/// One award, as it is told to verifiers.
package struct Credential: Hashable, Sendable {
  /// What a recipient is known by.
  package enum Identity: Hashable, Sendable {
    /// SHA-256 of an e-mail address in lower case and a salt, as hexadecimal digits. Who knows the address can compare it.
    case email(hash: String, salt: String)
    /// The name, as it is drawn.
    case name(String)
  }

  /// The address of a status list, and the place in it.
  package struct StatusPlace: Hashable, Sendable {
    package var list: String
    package var index: Int

    package init(list: String, index: Int) { (self.list, self.index) = (list, index) }
  }

  /// As in `urn:uuid:…`.
  package var id: String
  /// The recipient: a DID of theirs, or a number that nothing else has.
  package var subject: String
  package var identities: [Identity] = []
  package var issuer: IssuerProfile
  package var achievement: Achievement
  package var validFrom: Moment
  package var validUntil: Moment?
  package var awarded: Moment
  /// A sentence about this award.
  package var narrative: String?
  /// What was reached, in the terms of the achievement's result.
  package var result: String?
  /// Addresses of what was done.
  package var evidence: [String] = []
  package var status: StatusPlace?

  package init(
    id: String, subject: String, issuer: IssuerProfile, achievement: Achievement,
    validFrom: Moment, awarded: Moment
  ) {
    (self.id, self.subject, self.issuer, self.achievement) = (id, subject, issuer, achievement)
    (self.validFrom, self.awarded) = (validFrom, awarded)
  }
}

extension JSON {
  static func strings(_ texts: [String]) -> JSON { .array(texts.map { .string($0) }) }

  /// `nil` where there is nothing: Open Badges know no empty lists.
  static func list(_ elements: [JSON]) -> JSON? { elements.isEmpty ? nil : .array(elements) }
}

extension Credential {
  /// The contexts that credentials name, in this order. Nothing else gives their words a meaning.
  package static let contexts = [
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
    "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json",
  ]

  private static let schema =
    "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json"

  /// The credential of Open Badges 3.0, without a proof (Verifiable Credentials 2.0).
  package var document: JSON {
    .object([
      "@context": .strings(Credential.contexts), "id": .string(id),
      "type": .strings(["VerifiableCredential", "OpenBadgeCredential"]),
      "name": .string(achievement.name), "issuer": issuer.document,
      "validFrom": .string(validFrom.text), "validUntil": validUntil.map { .string($0.text) },
      "awardedDate": .string(awarded.text), "credentialSubject": subjectDocument,
      "evidence": .list(
        evidence.map {
          .object(["id": .string($0), "type": .strings(["Evidence"])])
        }),
      "credentialSchema": .array([
        .object([
          "id": .string(Credential.schema), "type": .string("1EdTechJsonSchemaValidator2019"),
        ])
      ]),
      "credentialStatus": status.map { place in
        .object([
          "id": .string("\(place.list)#\(place.index)"),
          "type": .string("BitstringStatusListEntry"),
          "statusPurpose": .string("revocation"),
          "statusListIndex": .string(String(place.index)),
          "statusListCredential": .string(place.list),
        ])
      },
    ])
  }

  private var subjectDocument: JSON {
    .object([
      "id": .string(subject), "type": .strings(["AchievementSubject"]),
      "identifier": .list(identities.map(\.document)),
      "narrative": narrative.map { .string($0) }, "achievement": achievement.document,
      "result": resultDocument,
    ])
  }

  private var resultDocument: JSON? {
    guard let result else { return nil }
    return .array([
      .object([
        "type": .strings(["Result"]),
        "resultDescription": achievement.result.map { .string($0.id) }, "value": .string(result),
      ])
    ])
  }

  /// The credential as a JSON Web Token, signed by `key`, which its issuer's DID document lists as `keyID`; `nil` if
  /// the key fails.
  ///
  /// The claims of JWT say once more what the credential says (Open Badges 3.0, section 8.2.4).
  package func jwt(signedBy key: PrivateKey, calledBy keyID: String) -> [UInt8]? {
    var members = document.members ?? []
    func add(_ name: String, _ value: JSON) { members.append(JSON.Member(name, value)) }
    add("iss", .string(issuer.did))
    add("jti", .string(id))
    add("nbf", .number(String(validFrom.seconds)))
    add("sub", .string(subject))
    if let validUntil { add("exp", .number(String(validUntil.seconds))) }
    return JWS.signed(.object(members), by: key, calledBy: keyID)
  }
}

extension IssuerProfile {
  package var document: JSON {
    .object([
      "id": .string(did), "type": .strings(["Profile"]), "name": .string(name),
      "url": url.map { .string($0) }, "email": email.map { .string($0) },
      "description": description.map { .string($0) },
      "image": image.map { .object(["id": .string($0), "type": .string("Image")]) },
    ])
  }
}

extension Achievement {
  package var document: JSON {
    .object([
      "id": .string(id), "type": .strings(["Achievement"]), "achievementType": .string(type),
      "name": .string(name), "description": .string(description),
      "criteria": .object(["narrative": .string(criteria)]),
      "image": image.map { .object(["id": .string($0), "type": .string("Image")]) },
      "inLanguage": language.map { .string($0) }, "tag": .list(tags.map { .string($0) }),
      "alignment": .list(alignments.map(\.document)),
      "resultDescription": result.map { .array([$0.document]) },
    ])
  }
}

extension Achievement.Alignment {
  fileprivate var document: JSON {
    .object([
      "type": .strings(["Alignment"]), "targetName": .string(name), "targetUrl": .string(url),
      "targetFramework": framework.map { .string($0) }, "targetCode": code.map { .string($0) },
      "targetType": type.map { .string($0) },
    ])
  }
}

extension Achievement.ResultDescription {
  fileprivate var document: JSON {
    .object([
      "id": .string(id), "type": .strings(["ResultDescription"]), "name": .string(name),
      "resultType": .string(type), "requiredValue": required.map { .string($0) },
      "valueMin": minimum.map { .string($0) }, "valueMax": maximum.map { .string($0) },
    ])
  }
}

extension Credential.Identity {
  /// The identity of an e-mail address, with a salt of hexadecimal digits that nothing else has.
  package static func email(_ address: String, salt: String) -> Credential.Identity {
    .email(hash: sha256(Array("\(normalized(address))\(salt)".utf8)), salt: salt)
  }

  /// `address` as it is hashed: in lower case, without blanks around it.
  static func normalized(_ address: String) -> String {
    var text = address.lowercased()[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  fileprivate var document: JSON {
    switch self {
    case .email(let hash, let salt):
      .object([
        "type": .string("IdentityObject"), "hashed": .bool(true),
        "identityHash": .string("sha256$\(hash)"), "identityType": .string("emailAddress"),
        "salt": .string(salt),
      ])
    case .name(let name):
      .object([
        "type": .string("IdentityObject"), "hashed": .bool(false), "identityHash": .string(name),
        "identityType": .string("name"),
      ])
    }
  }
}
