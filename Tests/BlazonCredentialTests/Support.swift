import BlazonCredential
import BlazonJSON
import Crypto

/// An issuer with keys, what it publishes, and a credential of somebody.
struct Issuer {
  static let day = Moment("2026-03-09T00:00:00Z")!

  let host: String
  let key = PrivateKey(new: .rsa)!
  var did: String { "did:web:\(host):acme" }
  var keyID: String { "\(did)#acme-2026" }
  var listAddress: String { "https://\(host)/acme/revocations.jwt" }

  init(_ host: String = "badges.example.org") { self.host = host }

  var profile: IssuerProfile { IssuerProfile(did: did, name: "Acme") }

  func didDocument(isAsserting: Bool = true) -> JSON {
    DIDDocument(
      did: did, methods: [.init(id: keyID, key: key.publicKey, isAsserting: isAsserting)]
    ).document
  }

  var credential: Credential {
    var achievement = Achievement(
      id: "https://\(host)/acme/badges/expert/achievement.json", type: "Certification",
      name: "Expert", description: "Knows it all.", criteria: "Passed.")
    achievement.tags = ["Knots"]
    var credential = Credential(
      id: "urn:uuid:f81d4fae-7dec-41d0-a765-00a0c91e6bf6",
      subject: "urn:uuid:0b499d4b-bec7-871d-a12b-a0e00aefc2ac", issuer: profile,
      achievement: achievement, validFrom: Issuer.day, awarded: Issuer.day)
    credential.validUntil = Moment("2028-03-09T23:59:59Z")
    credential.identities = [
      .name("Đặng Quỳnh ® ’ 🧭"), .email("Ada@Example.org ", salt: "00ff"),
    ]
    credential.status = .init(list: listAddress, index: 7)
    return credential
  }

  var jwt: [UInt8] { credential.jwt(signedBy: key, calledBy: keyID)! }

  /// The credential's payload, to be changed and signed again.
  var payload: [JSON.Member] { try! JWS(jwt).payload.members! }

  func signed(_ members: [JSON.Member], calledBy keyID: String? = nil) -> [UInt8] {
    JWS.signed(.object(members), by: key, calledBy: keyID ?? self.keyID)!
  }

  /// The list with the bits at `revoked`, from its day on.
  func list(
    _ revoked: [Int] = [], from start: Moment = Issuer.day, at address: String? = nil,
    by other: Issuer? = nil
  ) -> [UInt8] {
    var list = StatusList(count: 1 << 20)
    for index in revoked { list[index] = true }
    let document = list.document(
      at: address ?? listAddress, issuer: profile, from: start,
      until: Moment(seconds: start.seconds + 90 * 86_400))
    return JWS.signed(document, by: (other ?? self).key, calledBy: keyID)!
  }

  /// What stands at the issuer's addresses.
  func site(list: [UInt8]? = nil, isAsserting: Bool = true) -> [String: [UInt8]] {
    [
      "https://\(host)/acme/did.json": didDocument(isAsserting: isAsserting).bytes,
      listAddress: list ?? self.list(),
    ]
  }
}

/// A verifier that knows `documents`, a week after the credentials of tests were signed.
func verifier(
  _ documents: [String: [UInt8]], trusting trust: TrustList = TrustList(),
  at moment: String = "2026-03-16T00:00:00Z", recipient: String? = nil
) -> Verifier {
  Verifier({ documents[$0] }, trusting: trust, at: Moment(moment)!, recipient: recipient)
}

extension [JSON.Member] {
  subscript(_ name: String) -> JSON? {
    get { first { $0.name == name }?.value }
    set {
      let index = firstIndex { $0.name == name }
      switch (index, newValue) {
      case (let index?, let value?): self[index].value = value
      case (let index?, nil): remove(at: index)
      case (nil, let value?): append(JSON.Member(name, value))
      case (nil, nil): break
      }
    }
  }
}

extension JSON {
  /// With another value under `name`, or none.
  func setting(_ name: String, _ value: JSON?) -> JSON {
    var members = self.members ?? []
    members[name] = value
    return .object(members)
  }
}
