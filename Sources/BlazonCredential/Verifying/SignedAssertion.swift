internal import BlazonJSON
internal import Crypto

// Assertions of Open Badges 2.0 that are signed (section 4.6.2, SignedBadge): the key stands at an address that the issuer's
// profile names.

extension Verifier {
  private static let format = "Open Badges 2.0, signed"

  func verify(signedAssertion jws: JWS) -> Verification {
    if let problem = headerProblem(of: jws) { return .refused(Verifier.format, problem) }
    let assertion = jws.payload
    guard assertion["type"]?.list.contains(.string("Assertion")) == true,
      assertion["id"]?.text != nil
    else { return .refused(Verifier.format, "it is no assertion of Open Badges 2.0") }
    let kind = assertion["verification"]?["type"]?.list.compactMap(\.text) ?? []
    guard kind.contains("SignedBadge") || kind.contains("signed") else {
      return .refused(Verifier.format, "it does not say that it is signed")
    }
    guard let badge = document(in: assertion["badge"]), badge["type"] == .string("BadgeClass"),
      let issuer = document(in: badge["issuer"]), let issuerID = issuer["id"]?.text
    else { return .unread(Verifier.format, "its badge class or its issuer is not at hand") }
    let told = signer(of: jws, assertion, issuer, issuerID)
    var found = Verification(
      format: Verifier.format, integrity: told.integrity, issuer: told.issuer,
      status: .unknown("its integrity is not given"))
    guard told.integrity.answer == .yes else { return found }
    found.status = status(of: assertion, issuer, issuerID)
    found.recipient = recipient.map { isRecipient($0, assertion["recipient"]) }
    found.claims = claims(of: assertion, badge, issuer)
    return found
  }

  private func signer(
    of jws: JWS, _ assertion: JSON, _ issuer: JSON, _ issuerID: String
  ) -> (integrity: Verdict, issuer: Verdict) {
    let isPinned = trust.keys(of: issuerID).contains { $0.isOwn && jws.isSigned(by: $0.key) }
    if isPinned {
      return (
        .yes("its signature agrees"), .yes("signed by a key that you trust for “\(issuerID)”")
      )
    }
    let published = (issuer["publicKey"]?.list ?? []).compactMap { $0.text ?? $0["id"]?.text }
    guard let address = assertion["verification"]?["creator"]?.text ?? published.first else {
      return (.unknown("nothing tells which key signed it"), .unknown("its integrity is not given"))
    }
    guard let document = document(at: address), document["id"] == .string(address),
      let key = document["publicKeyPem"]?.text.flatMap({ PublicKey(pem: Array($0.utf8)) })
    else {
      return (
        .unknown("the key “\(address)” is not at hand"), .unknown("its integrity is not given")
      )
    }
    guard jws.isSigned(by: key) else {
      return (
        .no("its signature is not by the key that it names"), .unknown("its integrity is not given")
      )
    }
    // Issuer and key each name the other.
    let isOwn =
      published.contains { $0.isExactly(address) }
      && document["owner"]?.text?.isExactly(issuerID) == true
    return (
      .yes("its signature agrees"),
      isOwn
        ? .yes("signed by a key of “\(issuerID)”")
        : .no("signed by a key that its issuer does not list")
    )
  }

  private func status(of assertion: JSON, _ issuer: JSON, _ issuerID: String) -> Verdict {
    if let expires = assertion["expires"] {
      guard let end = expires.text.flatMap(Moment.init) else { return .no("its end is no date") }
      if end < now { return .no("expired on \(end.text)") }
    }
    guard let member = issuer["revocationList"] else {
      return .yes("within its time; its issuer keeps no list of what was taken back")
    }
    guard let address = member.text ?? member["id"]?.text else {
      return .unknown("what its issuer says of its revocation list is not read")
    }
    guard let list = document(at: address), list["id"] == .string(address),
      list["issuer"]?.text?.isExactly(issuerID) == true
    else { return .unknown("the revocation list “\(address)” is not at hand") }
    guard list["type"]?.list.contains(.string("RevocationList")) == true,
      let entries = list["revokedAssertions"]?.elements,
      entries.allSatisfy({ $0.text != nil || $0.members != nil })
    else { return .unknown("the revocation list “\(address)” is broken") }
    let entry = entries.first { entry in
      // An entry is an address, or says more.
      let id = entry.text ?? entry["id"]?.text
      return id != nil && id == assertion["id"]?.text
        || entry["uid"] != nil && entry["uid"] == assertion["uid"]
    }
    guard let entry else { return .yes("not on the revocation list at hand") }
    let reason = entry["revocationReason"]?.text.map { ": \($0)" } ?? ""
    return .no("taken back by its issuer\(reason)")
  }
}
