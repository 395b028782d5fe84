import BlazonCredential
import BlazonJSON
import Crypto
import Foundation
import Testing

/// Credentials in JSON with a proof in them: made, checked, and forged.
@Suite struct EmbeddedProofTests {
  private let issuer = Issuer()
  private let key = PrivateKey(new: .ed25519)!
  private var method: String { "\(issuer.did)#\(key.publicKey.multikey!)" }

  private var document: DIDDocument {
    DIDDocument(did: issuer.did, methods: [.init(id: method, key: key.publicKey)])
  }

  private var listAddress: String { "https://badges.example.org/acme/revocations.json" }

  private func list(revoked: [Int] = []) -> [UInt8] {
    var list = StatusList(count: 1 << 20)
    for index in revoked { list[index] = true }
    let document = list.document(
      at: listAddress, issuer: issuer.profile, from: Issuer.day,
      until: Moment("2026-06-01T00:00:00Z")!)
    return document.proved(by: key, calledBy: method, at: Issuer.day)!.bytes
  }

  private func site(_ list: [UInt8]? = nil) -> [String: [UInt8]] {
    [
      "https://badges.example.org/acme/did.json": document.document.bytes,
      listAddress: list ?? self.list(),
    ]
  }

  private var credential: Credential {
    var credential = issuer.credential
    credential.status = .init(list: listAddress, index: 7)
    return credential
  }

  private func proved(_ change: (JSON) -> JSON = { $0 }) throws -> JSON {
    try #require(
      change(credential.document).proved(by: key, calledBy: method, at: Issuer.day))
  }

  private func answers(_ found: Verification) -> [Verdict.Answer] {
    found.verdicts.map(\.verdict.answer)
  }

  @Test func `a document with its proof is true, and the same each time`() throws {
    let document = try proved()
    #expect(document == (try proved()))
    let found = verifier(site()).verify(file: document.bytes)
    #expect(found.map(answers) == [[.yes, .yes, .yes]], "\(found)")
    // However it is laid out, it says the same.
    #expect(
      verifier(site()).verify(file: document.prettyBytes).map(answers) == [[.yes, .yes, .yes]])
    #expect(verifier(site(list(revoked: [7]))).verify(document.bytes).status.answer == .no)
    // Without the site the key in its name says that nothing was changed; whose it is, nothing says.
    #expect(answers(verifier([:]).verify(document.bytes)) == [.yes, .unknown, .unknown])
    let trust = try #require(TrustList(self.document.document))
    #expect(
      answers(verifier([:], trusting: trust).verify(document.bytes)) == [.yes, .yes, .unknown])
  }

  @Test func `every change of a document is seen`() throws {
    let document = try proved()
    /// Each text of a value changed in turn.
    func changed(_ value: JSON) -> [JSON] {
      switch value {
      case .string(let text): [.string(text + "x")]
      case .number, .bool, .null: []
      case .array(let elements):
        elements.indices.flatMap { index in
          changed(elements[index]).map { element in
            var elements = elements
            elements[index] = element
            return .array(elements)
          }
        }
      case .object(let members):
        members.indices.flatMap { index in
          changed(members[index].value).map { value in
            var members = members
            members[index].value = value
            return .object(members)
          }
        }
      }
    }
    let all = changed(document)
    #expect(all.count > 40)
    for forged in all {
      let found = verifier(site()).verify(forged.bytes)
      #expect(
        answers(found) != [.yes, .yes, .yes], "\(String(decoding: forged.bytes, as: UTF8.self))")
      if found.integrity.answer != .yes { #expect(found.claims.isEmpty) }
    }
  }

  @Test func `forgeries of proofs are refused for their own reason`() throws {
    let other = PrivateKey(new: .ed25519)!
    let sound = try proved()
    let proof = try #require(sound["proof"]?.elements?.first)
    func with(_ proof: JSON) -> JSON { sound.setting("proof", .array([proof])) }
    let byOther = try #require(
      credential.document.proved(by: other, calledBy: method, at: Issuer.day))
    let ownName = try #require(
      credential.document.proved(
        by: other, calledBy: "\(issuer.did)#\(other.publicKey.multikey!)", at: Issuer.day))
    let keyName = try #require(
      credential.document.proved(
        by: other, calledBy: "did:key:\(other.publicKey.multikey!)", at: Issuer.day))
    let alias = sound.setting("https://schema.org/name", .string("Eve"))
    let cases:
      [(name: String, document: JSON, question: String, answer: Verdict.Answer, reason: String)] =
        [
          ("another's key", byOther, "integrity", .no, "not by the key that it names"),
          ("a key in its own name", ownName, "issuer", .no, "has no key"),
          ("a did:key that is not the issuer", keyName, "issuer", .no, "has no key"),
          (
            "made for something else",
            with(proof.setting("proofPurpose", .string("authentication"))),
            "integrity", .no, "not made to vouch"
          ),
          (
            "a key without an address",
            with(proof.setting("verificationMethod", .string(key.publicKey.multikey!))),
            "integrity",
            .no, "where its key is"
          ),
          ("no value", with(proof.setting("proofValue", nil)), "integrity", .no, "no value"),
          (
            "another base", with(proof.setting("proofValue", .string("uAAAA"))), "integrity", .no,
            "no value"
          ),
          (
            "another suite", with(proof.setting("cryptosuite", .string("eddsa-jcs-2022"))),
            "integrity", .unknown, "not read"
          ),
          ("no proof", sound.setting("proof", nil), "integrity", .no, "no proof"),
          ("an alias", alias, "integrity", .no, "is a member"),
          (
            "another context",
            sound.setting(
              "@context", .array(sound["@context"]!.elements! + [.string("https://example.org/c")])),
            "integrity", .no, "contexts"
          ),
          (
            "a second proof that does not hold",
            sound.setting("proof", .array([proof, byOther["proof"]!.elements![0]])), "integrity",
            .no, "not by the key"
          ),
          (
            "the proof of another credential",
            with(
              try #require(
                try proved { $0.setting("name", .string("Other")) }["proof"]?.elements?.first)),
            "integrity", .no, "not by the key"
          ),
        ]
    for (name, document, question, answer, reason) in cases {
      let found = verifier(site()).verify(document.bytes)
      let verdict = try #require(found.verdicts.first { $0.name == question }?.verdict)
      #expect(verdict.answer == answer, "\(name): \(found)")
      #expect(verdict.reason.contains(reason), "\(name): \(verdict.reason)")
    }
    let foreign = try #require(
      StatusList(count: 1 << 20).document(
        at: listAddress, issuer: issuer.profile, from: Issuer.day,
        until: Moment("2026-06-01T00:00:00Z")!
      ).proved(by: other, calledBy: method, at: Issuer.day))
    let found = verifier(site(foreign.bytes)).verify(sound.bytes)
    #expect(found.status.answer == .unknown && found.status.reason.contains("not signed"))
  }

  @Test func `a did key vouches for itself alone`() throws {
    let (victim, other) = (PrivateKey(new: .ed25519)!, PrivateKey(new: .ed25519)!)
    let (mine, theirs) = (victim.publicKey.multikey!, other.publicKey.multikey!)
    var credential = self.credential
    credential.issuer.did = "did:key:\(mine)"
    credential.status = nil
    func answers(_ key: PrivateKey, _ method: String) -> [Verdict.Answer] {
      let document = credential.document.proved(by: key, calledBy: method, at: Issuer.day)!
      return self.answers(verifier([:]).verify(document.bytes))
    }
    // A key says nothing of whose it is.
    #expect(answers(victim, "did:key:\(mine)") == [.yes, .unknown, .yes])
    #expect(answers(victim, "did:key:\(mine)#\(mine)") == [.yes, .unknown, .yes])
    let pin = JSON.object(
      (victim.publicKey.jwk.members ?? []) + [.init("iss", .string("did:key:\(mine)"))])
    let trust = try #require(TrustList(.object(["keys": .array([pin])])))
    let plain = try #require(TrustList(victim.publicKey.jwk))
    let known = credential.document.proved(
      by: victim, calledBy: "did:key:\(mine)", at: Issuer.day)!
    #expect(
      self.answers(verifier([:], trusting: trust).verify(known.bytes)) == [.yes, .yes, .yes])
    #expect(
      self.answers(verifier([:], trusting: plain).verify(known.bytes)) == [.yes, .yes, .yes])
    // The name of another's key behind the issuer's own.
    #expect(answers(other, "did:key:\(mine)#\(theirs)")[0] == .no)
    #expect(answers(other, "did:key:\(theirs)#\(mine)")[0] == .no)
    // All its keys are known: there is one.
    #expect(answers(other, "did:key:\(theirs)") == [.yes, .no, .yes])
    #expect(answers(other, "did:key:\(mine)#")[0] == .no)
    // A token of the same.
    func token(_ key: PrivateKey, _ method: String) -> [Verdict.Answer] {
      self.answers(verifier([:]).verify(credential.jwt(signedBy: key, calledBy: method)!))
    }
    #expect(token(victim, "did:key:\(mine)#\(mine)") == [.yes, .unknown, .yes])
    #expect(token(other, "did:key:\(mine)#\(mine)")[0] == .no)
    #expect(token(other, "did:key:\(theirs)#\(theirs)")[1] == .no)
  }

  @Test func `what a proof says of its time and purpose is heeded`() throws {
    let proof = try #require(try proved()["proof"]?.elements?.first)
    /// Signed with more members.
    func found(_ name: String, _ value: JSON) throws -> Verification {
      var configuration = try #require(proof.members?.filter { $0.name != "proofValue" })
      configuration[name] = value
      let signed = try DataIntegrity(
        document: credential.document, configuration: .object(configuration), hash: SHA2.sha256
      ).signedBytes
      let sealed = JSON.object(configuration).setting(
        "proofValue", .string(Multibase.encode(try #require(key.signature(of: signed)))))
      return verifier(site()).verify(
        credential.document.setting("proof", .array([sealed])).bytes)
    }
    #expect(try answers(found("expires", .string("2026-12-01T00:00:00Z"))) == [.yes, .yes, .yes])
    #expect(try found("expires", .string("2026-03-10T00:00:00Z")).integrity.answer == .no)
    #expect(try found("expires", .string("soon")).integrity.answer == .no)
    for name in ["challenge", "domain", "nonce"] {
      let refused = try found(name, .string("x")).integrity
      #expect(refused.answer == .no && refused.reason.contains("“\(name)”"), "\(refused)")
    }
    // The worst of several proofs tells; and there are not many.
    let bad = proof.setting(
      "proofValue", .string(Multibase.encode([UInt8](repeating: 1, count: 64))))
    let unknown = proof.setting("verificationMethod", .string("did:web:other.example#k"))
    func together(_ proofs: [JSON]) -> Verdict.Answer {
      verifier(site()).verify(credential.document.setting("proof", .array(proofs)).bytes)
        .integrity.answer
    }
    #expect(together([proof, bad, unknown]) == .no && together([unknown, bad]) == .no)
    #expect(together([proof, proof]) == .yes)
    #expect(together([JSON](repeating: proof, count: 5)) == .no)
  }

  @Test func `a status is heeded however JSON-LD writes it`() throws {
    func status(_ change: (JSON) -> JSON) throws -> Verdict.Answer {
      // None of this changes what was signed.
      let document = try proved()
      let status = try #require(document["credentialStatus"])
      return verifier(site(list(revoked: [7])))
        .verify(document.setting("credentialStatus", change(status)).bytes).status.answer
    }
    #expect(try status { $0 } == .no)
    #expect(try status { .array([$0]) } == .no)
    #expect(try status { $0.setting("type", .array([$0["type"]!])) } == .no)
  }

  @Test func `credentials of a public validator are read`() throws {
    for name in ["complete.json", "simple.json"] {
      let document = try JSON(bytes("fixtures/\(name)"))
      let found = verifier([:]).verify(document.bytes)
      #expect(found.integrity.answer == .yes, "\(name): \(found)")
      #expect(found.issuer.answer == .unknown)
      // The key that its proof names, pinned by somebody who knows whose it is.
      let method = try #require(document["proof"]?.list.first?["verificationMethod"]?.text)
      let issuer = try #require(document["issuer"]?["id"]?.text)
      let multikey = method.split(separator: "#").last.map(String.init) ?? ""
      let key = try #require(Multikey(multikey).flatMap { PublicKey(ed25519: $0.publicKey) })
      let pin = JSON.object((key.jwk.members ?? []) + [.init("iss", .string(issuer))])
      let trust = try #require(TrustList(pin))
      let pinned = verifier([:], trusting: trust).verify(document.bytes)
      #expect(pinned.integrity.answer == .yes && pinned.issuer.answer == .yes, "\(name): \(pinned)")
    }
  }
}
