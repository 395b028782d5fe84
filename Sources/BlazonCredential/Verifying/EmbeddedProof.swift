package import BlazonJSON
internal import Checksum
package import Crypto

// Credentials in JSON, with their proof in them (Data Integrity, `eddsa-rdfc-2022`).

extension Verifier {
  private static let format = "Open Badges 3.0, Data Integrity"
  /// Each has the whole document made canonical.
  private static let proofCount = 4

  /// Checks a document that has its proof in it.
  func verify(document: JSON) -> Verification {
    guard let members = document.members else { return .refused("JSON", "it is no object") }
    guard let proofs = document["proof"]?.list, !proofs.isEmpty else {
      return .refused("JSON", "it has no proof")
    }
    let credential = JSON.object(members.filter { $0.name != "proof" })
    guard let issuer = issuerID(of: credential) else {
      return .refused(Verifier.format, "the credential names no issuer")
    }
    let known = proofs.filter { $0["cryptosuite"] == .string(DataIntegrity.cryptosuite) }
    guard !known.isEmpty else {
      return .unread(Verifier.format, "its proof is of a kind that is not read")
    }
    if let problem = problem(of: credential, isOld: false) {
      return .refused(Verifier.format, problem)
    }
    // Nothing shows that it was changed; but what its words mean is not known here.
    let contexts = (credential["@context"]?.list ?? []).compactMap(\.text)
    if let context = contexts.first(where: { !Credential.contexts.contains($0) }) {
      return .unread(Verifier.format, "the words of its context “\(context)” are not known here")
    }
    guard proofs.count <= Verifier.proofCount else {
      return .refused(Verifier.format, "it has more than \(Verifier.proofCount) proofs")
    }
    let told = known.map { signer(of: $0, over: credential, for: issuer) }
    // All of them hold, or the document does not.
    let worst = [Verdict.Answer.no, .unknown, .yes].lazy
      .compactMap { answer in told.first { $0.integrity.answer == answer } }.first
    guard let worst else { return .refused(Verifier.format, "it has no proof") }
    var found = Verification(
      format: Verifier.format, integrity: worst.integrity, issuer: worst.issuer,
      status: .unknown("its integrity is not given"))
    tell(credential, by: issuer, &found)
    return found
  }

  /// Whether a key that is known made `proof`, one of the suite, over `document`; whose it is.
  func signer(
    of proof: JSON, over document: JSON, for issuer: String
  ) -> (integrity: Verdict, issuer: Verdict) {
    func refused(_ why: String) -> (Verdict, Verdict) {
      (.no(why), .unknown("its integrity is not given"))
    }
    guard proof["proofPurpose"] == .string("assertionMethod") else {
      return refused("its proof is not made to vouch for anything")
    }
    guard let method = proof["verificationMethod"]?.text,
      let value = proof["proofValue"]?.text.flatMap(Multibase.decode), value.count == 64
    else { return refused("its proof names no key, or has no value") }
    let isNamed = ["did:", "https:", "http:"].contains { method.hasPrefix($0) }
    guard isNamed else { return refused("its proof does not say where its key is") }
    let parts = method.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
    let isRead =
      !method.hasPrefix("did:") || parts[0].isExactly(issuer)
      || ["did:web:", "did:key:"].contains { method.hasPrefix($0) }
    guard isRead else {
      return refused("its proof names its key by a kind of DID that is not read")
    }
    // What would have to be understood, and is not.
    for name in ["challenge", "domain", "previousProof", "nonce"] where proof[name] != nil {
      return refused("its proof has “\(name)”, which is not accepted")
    }
    if let end = proof["expires"] {
      guard let moment = end.text.flatMap(Moment.init) else {
        return refused("the end of its proof is no date")
      }
      guard now <= moment else { return refused("its proof was good until \(moment.text)") }
    }
    let signed: [UInt8]
    do throws(LinkedDataProblem) {
      let configuration = JSON.object(
        (proof.members ?? []).filter { $0.name != "proofValue" })
      signed = try DataIntegrity(
        document: document, configuration: configuration, hash: sha256Bytes
      ).signedBytes
    } catch {
      let place = error.pointer.isEmpty ? "/" : error.pointer
      return refused("“\(place)” \(error.message)")
    }
    var ownKey = parts.count == 2 ? Verifier.key(parts[1]) : nil
    var keyID = method
    // A name that should be a key of Ed25519.
    if parts.count == 2, parts[1].hasPrefix("z6Mk"), ownKey == nil {
      return refused("its proof names a key that is none")
    }
    if parts[0].hasPrefix("did:key:") {
      let text = String(parts[0].dropFirst(8))
      guard parts.count == 1 || parts.count == 2 && parts[1].isExactly(text) else {
        return refused("its proof names a key that is not that of its DID")
      }
      ownKey = Verifier.key(text)
      guard ownKey != nil else { return refused("its proof names a key that is none") }
      // Its document calls it so.
      if issuer.isExactly(parts[0]) { keyID = "\(issuer)#\(text)" }
    }
    // Who names a key by itself is held to it, whoever else is trusted.
    if let ownKey, !ownKey.isSignature(value, of: signed) {
      return refused("its signature is not by the key that it names")
    }
    return signer(
      of: Signature(
        keyID: keyID, ownKey: ownKey,
        isBy: { $0.algorithm == .ed25519 && $0.isSignature(value, of: signed) }),
      for: issuer)
  }

  /// The key that a Multikey is, such as the name of a method ends in.
  static func key(_ text: String) -> PublicKey? {
    Multikey(text).flatMap { PublicKey(ed25519: $0.publicKey) }
  }
}

extension JSON {
  /// The document with a proof of it by `key`, of Ed25519, which its issuer's document lists as `method`; `nil` if it is
  /// no document that can be signed, or the key fails.
  package func proved(
    by key: PrivateKey, calledBy method: String, at created: Moment
  ) -> JSON? {
    let configuration: [Member] = [
      .init("type", .string("DataIntegrityProof")),
      .init("cryptosuite", .string(DataIntegrity.cryptosuite)),
      .init("created", .string(created.text)), .init("verificationMethod", .string(method)),
      .init("proofPurpose", .string("assertionMethod")),
    ]
    do throws(LinkedDataProblem) {
      let signed = try DataIntegrity(
        document: self, configuration: .object(configuration), hash: sha256Bytes
      ).signedBytes
      guard key.algorithm == .ed25519, let signature = key.signature(of: signed) else { return nil }
      let proof = configuration + [.init("proofValue", .string(Multibase.encode(signature)))]
      return .object((members ?? []) + [.init("proof", .array([.object(proof)]))])
    } catch { return nil }
  }
}

extension PublicKey {
  /// An Ed25519 key as a Multikey, `z6Mk…`; `nil` for other keys.
  package var multikey: String? {
    algorithm == .ed25519 ? Multikey(publicKey: number("x")).text : nil
  }
}
