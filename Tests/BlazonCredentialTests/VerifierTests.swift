import BlazonCredential
import BlazonJSON
import Crypto
import Testing

/// What is true is told so, and every forgery is refused for its own reason.
@Suite struct VerifierTests {
  private let issuer = Issuer()

  private func answers(_ found: Verification) -> [Verdict.Answer] {
    found.verdicts.map(\.verdict.answer)
  }

  @Test func `a credential of an issuer whose site is at hand is true`() {
    let found = verifier(issuer.site()).verify(issuer.jwt)
    #expect(answers(found) == [.yes, .yes, .yes], "\(found)")
    let claims = found.claims.map { "\($0.name): \($0.value)" }
    #expect(claims.contains("recipient: Đặng Quỳnh ® ’ 🧭"))
    #expect(claims.contains("title: Expert") && claims.contains("skills: Knots"))
    #expect(claims.contains("valid until: 2028-03-09T23:59:59Z"))
    #expect(!claims.contains { $0.contains("00ff") }, "a hash is no claim")
  }

  @Test func `without the site its integrity and issuer are told by trusted keys, or not at all`()
    throws
  {
    let alone = verifier([:]).verify(issuer.jwt)
    #expect(answers(alone) == [.unknown, .unknown, .unknown] && alone.claims.isEmpty)
    let trust = try #require(TrustList(issuer.didDocument()))
    let pinned = verifier([:], trusting: trust).verify(issuer.jwt)
    #expect(answers(pinned) == [.yes, .yes, .unknown], "\(pinned)")
    // A pin for somebody else vouches for nothing.
    let other = try #require(TrustList(Issuer("other.example").didDocument()))
    #expect(verifier([:], trusting: other).verify(issuer.jwt).issuer.answer == .unknown)
  }

  @Test func `the recipient is told by their address`() {
    let site = issuer.site()
    for (address, answer) in [
      ("ada@example.org", Verdict.Answer.yes), (" ADA@EXAMPLE.ORG", .yes), ("eve@example.org", .no),
    ] {
      let found = verifier(site, recipient: address).verify(issuer.jwt)
      #expect(found.recipient?.answer == answer, "\(address)")
    }
  }

  @Test func `time and the status list decide whether it holds`() {
    func status(
      _ moment: String, _ list: [UInt8]? = nil
    ) -> Verdict {
      verifier(issuer.site(list: list), at: moment).verify(issuer.jwt).status
    }
    #expect(status("2026-03-08T23:59:59Z").reason == "not valid before 2026-03-09T00:00:00Z")
    #expect(status("2028-03-10T00:00:00Z").reason == "expired on 2028-03-09T23:59:59Z")
    let revoked = status("2026-03-16T00:00:00Z", issuer.list([7]))
    #expect(revoked.answer == .no && revoked.reason.hasPrefix("taken back"))
    #expect(status("2026-03-16T00:00:00Z", issuer.list([6, 8])).answer == .yes)
    // An old list, kept by somebody, says nothing any more, but what it takes back stays taken back.
    #expect(status("2026-07-01T00:00:00Z").answer == .unknown)
    #expect(status("2026-07-01T00:00:00Z", issuer.list([7])).answer == .no)
  }

  /// A forgery by its name: what is verified, what stands at the addresses, and which question the answer to is
  /// no longer yes, with a part of the reason.
  private struct Forgery {
    var name: String
    var text: [UInt8]
    var site: [String: [UInt8]]
    var question: String
    var answer: Verdict.Answer = .no
    var reason: String
  }

  private func forgeries() throws -> [Forgery] {
    let other = Issuer("other.example")
    let (site, payload) = (issuer.site(), issuer.payload)
    var all: [Forgery] = []
    func add(
      _ name: String, _ text: [UInt8], _ site: [String: [UInt8]], _ question: String = "integrity",
      _ answer: Verdict.Answer = .no, _ reason: String
    ) {
      all.append(
        Forgery(
          name: name, text: text, site: site, question: question, answer: answer, reason: reason))
    }
    func resigned(_ change: (inout [JSON.Member]) -> Void) -> [UInt8] {
      var members = payload
      change(&members)
      return issuer.signed(members)
    }
    func header(_ members: KeyValuePairs<String, JSON?>, _ signature: [UInt8] = [0]) -> [UInt8] {
      token(.object(members), signature)
    }
    func token(_ members: JSON, _ signature: [UInt8] = [0]) -> [UInt8] {
      let parts = String(decoding: issuer.jwt, as: UTF8.self).split(separator: ".")
      return Array("\(base64URL(members.bytes)).\(parts[1]).\(base64URL(signature))".utf8)
    }
    // Of signatures.
    add(
      "another's key under our name", other.signed(payload, calledBy: issuer.keyID), site,
      "integrity", .no, "not by the key that it names")
    var edited = issuer.jwt
    let middle = edited.count / 2
    edited[middle] = edited[middle] == 0x41 ? 0x42 : 0x41
    all.append(
      Forgery(
        name: "an edited letter", text: edited, site: site, question: "integrity", reason: ""))
    add(
      "no algorithm", header(["alg": .string("none"), "kid": .string(issuer.keyID)]), site,
      "integrity", .no, "not by the key that it names")
    add(
      "our public key as a secret",
      header(["alg": .string("HS256"), "kid": .string(issuer.keyID)]),
      site, "integrity", .no, "not by the key that it names")
    add(
      "RSA called ECDSA", header(["alg": .string("ES256"), "kid": .string(issuer.keyID)]), site,
      "integrity", .no, "not by the key that it names")
    add("no signature", header(["alg": .string("RS256")], []), site, "integrity", .no, "not by")
    let pieces = String(decoding: issuer.jwt, as: UTF8.self).split(separator: ".")
    add(
      "a fourth part", issuer.jwt + Array(".\(pieces[1])".utf8), site, "integrity", .no,
      "neither")
    add("padding", issuer.jwt + Array("=".utf8), site, "integrity", .no, "base64url")
    // Of keys.
    add(
      "a key that the issuer does not list", issuer.signed(payload, calledBy: "\(issuer.did)#new"),
      site, "issuer", .no, "has no key")
    let brought = withOwnKey(payload, by: other)
    add("a key of its own", brought, site, "issuer", .no, "has no key")
    add("a key of its own, far from the site", brought, [:], "issuer", .unknown, "tells the keys")
    add(
      "a withdrawn key", issuer.jwt, issuer.site(isAsserting: false), "issuer", .no, "withdrawn")
    var wrong = site
    wrong["https://badges.example.org/acme/did.json"] = other.didDocument().bytes
    add("another's document in its place", issuer.jwt, wrong, "integrity", .unknown, "no key")
    let controlled = issuer.didDocument().setting(
      "verificationMethod",
      .array(
        issuer.didDocument()["verificationMethod"]!.elements!.map {
          $0.setting("controller", .string(other.did))
        }))
    wrong["https://badges.example.org/acme/did.json"] = controlled.bytes
    add("a key under another's control", issuer.jwt, wrong, "issuer", .no, "has no key")
    // Of what is said twice.
    for (claim, value) in [
      ("iss", JSON.string(other.did)), ("sub", .string("urn:uuid:somebody")),
      ("jti", .string("urn:uuid:another")), ("nbf", .number("1")), ("exp", .number("4102444800")),
      ("nbf", .string("1772928000")), ("nbf", .number("1e3")),
    ] {
      add(
        "another \(claim) \(value)", resigned { $0[claim] = value }, site, "integrity", .no,
        "the claim “\(claim)”")
    }
    add("nobody speaks", resigned { $0["iss"] = nil }, site, "integrity", .no, "the claim “iss”")
    // Of shape.
    for member in ["@context", "type", "credentialSubject", "validFrom", "issuer"] {
      add("without \(member)", resigned { $0[member] = nil }, site, "integrity", .no, "")
    }
    add(
      "an unknown member", resigned { $0["rank"] = .string("admiral") }, site, "integrity", .no,
      "“/rank” is a member")
    add(
      "an unknown member inside",
      resigned { $0["credentialSubject"] = $0["credentialSubject"]!.setting("rank", .bool(true)) },
      site, "integrity", .no, "“/credentialSubject/rank”")
    add(
      "a context of its own",
      resigned { $0["@context"] = .array($0["@context"]!.elements! + [.object(["a": .null])]) },
      site, "integrity", .no, "contexts")
    add(
      "contexts the other way round",
      resigned { $0["@context"] = .array($0["@context"]!.elements!.reversed()) }, site,
      "integrity", .no, "contexts")
    add(
      "two subjects",
      resigned { $0["credentialSubject"] = .array([$0["credentialSubject"]!, .object([])]) }, site,
      "integrity", .no, "is a list")
    add(
      "a date without a zone", resigned { $0["awardedDate"] = .string("2026-03-09T00:00:00") },
      site, "integrity", .no, "is no date")
    // Of headers.
    for (name, value) in [
      ("crit", JSON.array([.string("b64")])), ("jku", .string("https://other.example/jwks.json")),
      ("x5u", .string("https://other.example")), ("b64", .bool(false)),
    ] {
      let members = JSON.object(["alg": .string("RS256"), "kid": .string(issuer.keyID)])
      add(
        "a header with \(name)", token(members.setting(name, value)), site, "integrity", .no,
        "“\(name)”")
    }
    add(
      "another type", header(["alg": .string("RS256"), "typ": .string("vc+jwt")]), site,
      "integrity", .no, "not say that it is a JWT")
    // Of status lists.
    func listed(_ list: [UInt8]) -> [String: [UInt8]] { issuer.site(list: list) }
    add(
      "a list of another issuer", issuer.jwt, listed(other.list(at: issuer.listAddress)), "status",
      .unknown, "another issuer")
    add(
      "a list signed by another", issuer.jwt, listed(issuer.list(by: other)), "status", .unknown,
      "not signed by its issuer")
    add(
      "a list from another address", issuer.jwt,
      listed(issuer.list(at: "https://badges.example.org/acme/old.jwt")), "status", .unknown,
      "another address")
    add(
      "a list from the future", issuer.jwt,
      listed(issuer.list(from: Moment("2027-01-01T00:00:00Z")!)), "status", .unknown, "not valid")
    add(
      "no list", issuer.jwt,
      ["https://badges.example.org/acme/did.json": issuer.didDocument().bytes],
      "status", .unknown, "not at hand")
    add(
      "a credential as a list", issuer.jwt, listed(issuer.jwt), "status", .unknown,
      "another address")
    func place(_ index: String) -> [UInt8] {
      resigned {
        $0["credentialStatus"] = $0["credentialStatus"]!.setting("statusListIndex", .string(index))
      }
    }
    add("a place beyond the list", place("99999999"), site, "status", .no, "beyond the end")
    add("a place before it", place("-1"), site, "status", .no, "no place")
    add("a place in words", place("seven"), site, "status", .no, "no place")
    return all
  }

  private func base64URL(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    var (bits, count, text) = (0, 0, "")
    for byte in bytes {
      (bits, count) = (bits << 8 | Int(byte), count + 8)
      while count >= 6 {
        count -= 6
        text.append(alphabet[bits >> count & 63])
      }
      bits &= 0xFF
    }
    if count > 0 { text.append(alphabet[bits << (6 - count) & 63]) }
    return text
  }

  /// Signed by `signer`, whose public key stands in the header.
  private func withOwnKey(_ payload: [JSON.Member], by signer: Issuer) -> [UInt8] {
    let header = JSON.object([
      "alg": .string("RS256"), "kid": .string("\(issuer.did)#own"), "jwk": signer.key.publicKey.jwk,
    ])
    let signed = "\(base64URL(header.bytes)).\(base64URL(JSON.object(payload).bytes))"
    let signature = signer.key.signature(of: Array(signed.utf8))!
    return Array("\(signed).\(base64URL(signature))".utf8)
  }

  @Test func `every forgery is refused for its own reason`() throws {
    let forgeries = try forgeries()
    #expect(forgeries.count >= 40, "\(forgeries.count)")
    for forgery in forgeries {
      let found = verifier(forgery.site).verify(forgery.text)
      let verdict = try #require(
        found.verdicts.first { $0.name == forgery.question }?.verdict, "\(forgery.name)")
      #expect(verdict.answer == forgery.answer, "\(forgery.name): \(found)")
      #expect(verdict.reason.contains(forgery.reason), "\(forgery.name): \(verdict.reason)")
      // Nothing of a forgery is shown as if it had been vouched for.
      if found.integrity.answer != .yes { #expect(found.claims.isEmpty, "\(forgery.name)") }
    }
  }

  @Test func `a trusted key speaks for whom it says, and not when it is withdrawn`() throws {
    let jwk = issuer.key.publicKey.jwk
    func found(_ pin: JSON, _ site: [String: [UInt8]] = [:]) -> [Verdict.Answer] {
      guard let trust = TrustList(pin) else { return [] }
      return answers(verifier(site, trusting: trust).verify(issuer.jwt))
    }
    let own = jwk.setting("iss", .string(issuer.did))
    #expect(found(own) == [.yes, .yes, .unknown])
    // Nobody has said whose it is.
    #expect(found(jwk) == [.yes, .unknown, .unknown])
    #expect(found(jwk, issuer.site()) == [.yes, .yes, .yes])
    #expect(
      found(jwk.setting("iss", .string("did:web:nasa.gov"))) == [.unknown, .unknown, .unknown])
    // An older copy of a key that its issuer has withdrawn since.
    #expect(found(own, issuer.site(isAsserting: false)) == [.yes, .no, .unknown])
    #expect(found(own.setting("compromised", .bool(true))) == [], "no key is left")
    // Keys that have an end in their document.
    for (end, answer) in [
      ("2026-03-10T00:00:00Z", Verdict.Answer.no), ("2027-01-01T00:00:00Z", .yes),
    ] {
      for name in ["revoked", "expires"] {
        let methods = issuer.didDocument()["verificationMethod"]!.elements!
        let document = issuer.didDocument().setting(
          "verificationMethod", .array(methods.map { $0.setting(name, .string(end)) }))
        var site = issuer.site()
        site["https://badges.example.org/acme/did.json"] = document.bytes
        #expect(verifier(site).verify(issuer.jwt).issuer.answer == answer, "\(name) \(end)")
      }
    }
  }

  @Test func `the list of 1EdTech takes back whatever else it says`() {
    let address = "https://badges.example.org/acme/taken.json"
    var members = issuer.payload
    members["credentialStatus"] = .object([
      "id": .string(address), "type": .string("1EdTechRevocationList"),
    ])
    let jwt = issuer.signed(members)
    func status(_ entries: [JSON]) -> Verdict.Answer {
      var site = issuer.site()
      site[address] =
        JSON.object([
          "id": .string(address), "issuer": .string(issuer.did),
          "revokedCredential": .array(entries),
        ]).bytes
      return verifier(site).verify(jwt).status.answer
    }
    func entry(_ revoked: Bool?) -> JSON {
      .object(["id": members["id"], "revoked": revoked.map { .bool($0) }])
    }
    #expect(status([]) == .yes && status([entry(false)]) == .yes)
    #expect(status([entry(nil)]) == .no && status([entry(true)]) == .no)
    #expect(status([entry(false), entry(true)]) == .no)
  }

  @Test func `files that were damaged are told, and lists are no credentials`() {
    let verifier = verifier(issuer.site())
    #expect(verifier.verify(file: issuer.list()).isEmpty)
    #expect(verifier.verify(file: Array("{\"a\": 1}".utf8)).isEmpty)
    let twice = Array("{\"type\": \"OpenBadgeCredential\", \"type\": 1}".utf8)
    #expect(verifier.verify(file: twice).map(\.integrity.answer) == [.no])
    let spaced = [0xEF, 0xBB, 0xBF, 0x20] + issuer.jwt + [0x0A]
    #expect(verifier.verify(file: spaced).map(answers) == [[.yes, .yes, .yes]])
    let broken = issuer.jwt.prefix(60) + [0x2A] + issuer.jwt.dropFirst(61)
    #expect(verifier.verify(file: Array(broken)).map(\.integrity.answer) == [.no])
  }

  @Test func `a token of Verifiable Credentials 1 1 is read`() {
    var credential = JSON.object(
      issuer.payload.filter { !["iss", "jti", "nbf", "sub", "exp"].contains($0.name) })
    credential = credential.setting("issuanceDate", credential["validFrom"]).setting(
      "validFrom", nil)
    credential = credential.setting("expirationDate", credential["validUntil"])
      .setting("validUntil", nil).setting("credentialStatus", nil)
    credential = credential.setting(
      "@context",
      .array([
        .string("https://www.w3.org/2018/credentials/v1"),
        .string("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"),
      ]))
    let payload = issuer.payload.filter { ["iss", "jti", "nbf", "sub", "exp"].contains($0.name) }
    let found = verifier(issuer.site()).verify(issuer.signed([.init("vc", credential)] + payload))
    #expect(answers(found) == [.yes, .yes, .yes], "\(found)")
    #expect(found.format.hasSuffix("VC 1.1"))
  }
}
