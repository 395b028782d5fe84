internal import BlazonJSON
internal import Checksum
internal import Crypto

/// Checks credentials, without a network: what they refer to comes from folders that stand for addresses.
package struct Verifier: Sendable {
  /// What stands at an address; `nil` where nobody knows.
  package typealias Documents = @Sendable (String) -> [UInt8]?

  let documents: Documents
  let trust: TrustList
  let now: Moment
  /// The e-mail address of whom the credential should be of, where somebody asks.
  let recipient: String?

  package init(
    _ documents: @escaping Documents, trusting trust: TrustList, at now: Moment,
    recipient: String? = nil
  ) {
    (self.documents, self.trust, self.now, self.recipient) = (documents, trust, now, recipient)
  }

  /// Checks the text that a picture or a file carries: a compact JWS or JSON.
  package func verify(_ text: [UInt8]) -> Verification {
    if JWS.isLikely(text) { return verify(jwt: text) }
    guard text.first == UInt8(ascii: "{") else {
      return .refused("no credential", "it is neither a JWT nor JSON")
    }
    do throws(JSON.Problem) {
      let document = try JSON(text)
      return document["@context"] == hostedContext
        ? verify(assertion: document) : verify(document: document)
    } catch {
      return .refused("JSON", error.message)
    }
  }

  /// The JSON document at `address`, where it is known and is one.
  func document(at address: String) -> JSON? {
    documents(address).flatMap { bytes in
      do throws(JSON.Problem) { return try JSON(bytes) } catch { return nil }
    }
  }
}

// MARK: - Open Badges 3.0 as a JSON Web Token

extension Verifier {
  private static let jwtFormat = "Open Badges 3.0, JWT"

  /// The members that a header may have: whatever else it says would have to be understood.
  private static let headerNames: Set<String> = ["alg", "kid", "jwk", "typ"]

  private func verify(jwt text: [UInt8]) -> Verification {
    let jws: JWS
    do throws(JWS.Problem) { jws = try JWS(text) } catch {
      return .refused(Verifier.jwtFormat, error.message)
    }
    if jws.payload["@context"] == hostedContext { return verify(signedAssertion: jws) }
    if let problem = headerProblem(of: jws) { return .refused(Verifier.jwtFormat, problem) }
    // Verifiable Credentials 1.1 have the credential in a claim of its own.
    let isOld = jws.payload["vc"] != nil
    guard let credential = jws.payload["vc"] ?? Verifier.withoutClaims(jws.payload) else {
      return .refused(Verifier.jwtFormat, "its payload is no credential")
    }
    let format = isOld ? "\(Verifier.jwtFormat), VC 1.1" : Verifier.jwtFormat
    guard let issuer = issuerID(of: credential) else {
      return .refused(format, "the credential names no issuer")
    }
    let signer = signer(of: jws, for: issuer)
    var found = Verification(
      format: format, integrity: signer.integrity, issuer: signer.issuer,
      status: .unknown("its integrity is not given"))
    guard found.integrity.answer != .no else { return found }
    let problem = problem(of: credential, isOld: isOld) ?? disagreement(jws.payload, credential)
    if let problem { return .refused(format, problem) }
    tell(credential, by: issuer, &found)
    return found
  }

  /// What of the header would have to be understood, and is not.
  func headerProblem(of jws: JWS) -> String? {
    for member in jws.header.members ?? [] where !Verifier.headerNames.contains(member.name) {
      return "its header has “\(member.name)”, which is not accepted"
    }
    if let type = jws.header["typ"], type.text?.lowercased() != "jwt" {
      return "its header does not say that it is a JWT"
    }
    return nil
  }

  /// Adds what `credential` says, and whether it holds; nothing where nobody is known to have signed it.
  func tell(_ credential: JSON, by issuer: String, _ found: inout Verification) {
    guard found.integrity.answer == .yes else { return }
    found.status = status(of: credential, by: issuer)
    found.recipient = recipient.map { isOf($0, credential["credentialSubject"]) }
    found.claims = Verifier.claims(of: credential)
  }

  /// The payload of a credential that is the payload itself, without the claims of JWT.
  private static func withoutClaims(_ payload: JSON) -> JSON? {
    let claims: Set<String> = ["iss", "jti", "nbf", "sub", "exp", "iat", "aud"]
    return payload.members.map { .object($0.filter { !claims.contains($0.name) }) }
  }

  func issuerID(of credential: JSON) -> String? {
    credential["issuer"]?["id"]?.text ?? credential["issuer"]?.text
  }

  /// What is not as a credential is, whoever signed it.
  func problem(of credential: JSON, isOld: Bool) -> String? {
    let first = isOld ? "https://www.w3.org/2018/credentials/v1" : Credential.contexts[0]
    guard let contexts = credential["@context"]?.list, contexts.first?.text == first,
      contexts.count > 1, contexts.allSatisfy({ Verifier.isKnown($0) })
    else { return "its contexts are not those of Open Badges" }
    do throws(Shape.Problem) { try Shape.check(credential: credential) } catch {
      return "“\(error.pointer.isEmpty ? "/" : error.pointer)” \(error.message)"
    }
    // Each version has names of its own for its time.
    let (own, others) = isOld ? (oldTimes, newTimes) : (newTimes, oldTimes)
    for name in others where credential[name] != nil {
      return "“/\(name)” is a member of another version of Verifiable Credentials"
    }
    guard credential[own[0]] != nil else { return "it does not say from when it is valid" }
    return isOld ? nil : unexplainedClass(in: credential)
  }

  private var newTimes: [String] { ["validFrom", "validUntil"] }
  private var oldTimes: [String] { ["issuanceDate", "expirationDate"] }

  /// A class of 1EdTech's that no context of `credential` explains.
  private func unexplainedClass(in credential: JSON) -> String? {
    if credential["@context"]?.list.contains(.string(Credential.contexts[2])) == true { return nil }
    for name in ["credentialSchema", "credentialStatus", "refreshService"] {
      for object in credential[name]?.list ?? [] {
        let types = (object["type"]?.list ?? []).compactMap(\.text)
        guard let type = types.first(where: { $0.hasPrefix("1EdTech") }) else { continue }
        return "“/\(name)” is of the class \(type), which its contexts do not have"
      }
    }
    return nil
  }

  /// Contexts by their addresses; one that is written out could mean anything.
  private static func isKnown(_ context: JSON) -> Bool {
    guard let address = context.text else { return false }
    return address == Credential.contexts[0] || address == "https://www.w3.org/2018/credentials/v1"
      || address.hasPrefix("https://purl.imsglobal.org/spec/ob/v3p0/")
      || address == "https://imsglobal.github.io/openbadges-specification/context.json"
  }

  /// The claims of JWT say the same as the credential, or one of the two was changed.
  private func disagreement(_ payload: JSON, _ credential: JSON) -> String? {
    // A NumericDate may have a fraction (RFC 7519, section 2).
    func seconds(_ name: String) -> Int? {
      guard case .number(let text)? = payload[name], let value = Double(text), abs(value) < 1e15
      else { return nil }
      return value == value.rounded() ? Int(value) : nil
    }
    let texts: [(claim: String, said: JSON?)] = [
      ("iss", issuerID(of: credential).map { .string($0) }), ("jti", credential["id"]),
      ("sub", credential["credentialSubject"]?["id"]),
    ]
    // What is not said twice is said once, under the same signature; but not who speaks.
    for (claim, said) in texts where payload[claim] != nil || claim == "iss" {
      guard payload[claim] != said else { continue }
      return "the claim “\(claim)” is not what the credential says"
    }
    let moments: [(claim: String, said: Moment?)] = [
      ("nbf", start(of: credential)), ("exp", end(of: credential)),
    ]
    for (claim, said) in moments where payload[claim] != nil {
      if let seconds = seconds(claim), seconds == said?.seconds { continue }
      return "the claim “\(claim)” is not what the credential says"
    }
    return nil
  }

  func start(of credential: JSON) -> Moment? {
    (credential["validFrom"] ?? credential["issuanceDate"])?.text.flatMap(Moment.init)
  }

  func end(of credential: JSON) -> Moment? {
    (credential["validUntil"] ?? credential["expirationDate"])?.text.flatMap(Moment.init)
  }

  /// Whether the salted hash of an address is one that `subject` is known by (Open Badges 3.0, section B.2.3).
  func isOf(_ address: String, _ subject: JSON?) -> Verdict {
    let identities = (subject?["identifier"]?.list ?? []).filter {
      $0["identityType"]?.text == "emailAddress"
    }
    guard !identities.isEmpty else { return .unknown("it names no e-mail address") }
    let address = Credential.Identity.normalized(address)
    for identity in identities {
      let answer = Verifier.isOf(
        address, identity["identityHash"]?.text ?? "", salt: identity["salt"]?.text ?? "",
        isHashed: identity["hashed"] == .bool(true))
      if answer.answer != .no { return answer }
    }
    return .no("it is of another address")
  }

  /// Whether `said`, a hash of an address and `salt` or an address, is that of `address`.
  static func isOf(_ address: String, _ said: String, salt: String, isHashed: Bool) -> Verdict {
    let isSame: Bool
    if isHashed {
      guard said.lowercased().hasPrefix("sha256$") else {
        return .unknown("its hash of an address is of a kind that is not read")
      }
      isSame = said.lowercased().isExactly("sha256$" + sha256(Array("\(address)\(salt)".utf8)))
    } else {
      isSame = Credential.Identity.normalized(said).isExactly(address)
    }
    return isSame ? .yes("it is of this address") : .no("it is of another address")
  }

  // MARK: Who signed

  /// A signature, whatever it is made of.
  struct Signature {
    /// What it calls its key; `nil` where it does not say.
    var keyID: String?
    /// The key that it brings along.
    var ownKey: PublicKey?
    var isBy: (PublicKey) -> Bool
  }

  func signer(of jws: JWS, for issuer: String) -> (integrity: Verdict, issuer: Verdict) {
    signer(
      of: Signature(
        keyID: jws.header["kid"]?.text,
        ownKey: jws.header["jwk"].flatMap(PublicKey.init(jwk:)), isBy: jws.isSigned), for: issuer)
  }

  /// Whether a key that is known made `signature`, and whether that key is one of `issuer`.
  func signer(
    of signature: Signature, for issuer: String
  ) -> (integrity: Verdict, issuer: Verdict) {
    let keyID = signature.keyID
    let document = didDocument(of: issuer)
    // What its issuer has withdrawn, nobody's older copy brings back.
    let withdrawn = document?.methods.first { !$0.isAsserting(at: now) && signature.isBy($0.key) }
    if withdrawn == nil,
      let (_, isNamed) = trust.keys(of: issuer).first(where: { signature.isBy($0.key) })
    {
      // A did:key is the very key that is trusted, whoever it is said to be of.
      let isKey =
        issuer.hasPrefix("did:key:")
        && document?.methods.contains { signature.isBy($0.key) } == true
      let isOwn = isNamed || isKey
      let verdict: Verdict =
        isOwn
        ? .yes("signed by a key that you trust for “\(issuer)”")
        : .unknown("signed by a key that you trust, which does not say whose it is")
      // The issuer's own document may know.
      if isOwn || document == nil { return (.yes("its signature agrees"), verdict) }
    }
    if let document {
      let methods = document.methods.filter { keyID == nil || keyID?.isExactly($0.id) == true }
      if let method = methods.first(where: { signature.isBy($0.key) }) {
        // What is a key and its name in one says nothing of whose it is.
        if issuer.hasPrefix("did:key:") {
          return (
            .yes("its signature agrees"),
            .unknown("signed by “\(issuer)”, which is a key; nothing here tells whose")
          )
        }
        return (
          .yes("its signature agrees"),
          method.isAsserting(at: now)
            ? .yes("signed by a key of “\(issuer)”")
            : .no("signed by a key that its issuer has withdrawn")
        )
      }
      guard keyID != nil, methods.isEmpty else {
        return (
          .no("its signature is not by the key that it names"),
          .unknown("its integrity is not given")
        )
      }
      return withOwnKey(
        signature, .no("the issuer's document has no key “\(keyID ?? "")”"))
    }
    return withOwnKey(
      signature,
      .unknown(
        "nothing here tells the keys of “\(issuer)”"
          + (DIDDocument.address(of: issuer).map { ": “\($0)” is not at hand" } ?? "")
          + "; --trust or --base may bring them"))
  }

  /// A key that a credential brings along says that nothing was changed since; whose it is, it cannot say.
  private func withOwnKey(
    _ signature: Signature, _ verdict: Verdict
  ) -> (integrity: Verdict, issuer: Verdict) {
    guard let key = signature.ownKey else {
      return (.unknown("no key is known that could have signed it"), verdict)
    }
    return signature.isBy(key)
      ? (.yes("its signature agrees with the key that it brings along"), verdict)
      : (.no("its signature is not by the key that it brings along"), verdict)
  }

  /// The document of a `did:web` issuer, where a folder stands for its address; that of a `did:key`, which is in its name.
  func didDocument(of issuer: String) -> DIDDocument? {
    if issuer.hasPrefix("did:key:") {
      let text = String(issuer.dropFirst(8))
      return Verifier.key(text).map { key in
        DIDDocument(did: issuer, methods: [.init(id: "\(issuer)#\(text)", key: key)])
      }
    }
    return DIDDocument.address(of: issuer).flatMap(document(at:)).flatMap {
      DIDDocument($0, of: issuer)
    }
  }
}
