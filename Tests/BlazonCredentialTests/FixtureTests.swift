import BlazonJSON
import Crypto
import Foundation
import TestSupport
import Testing

@testable import BlazonCredential

/// The credentials of a public validator's tests, signed again with keys of ours, so that nothing is wrong with each but
/// what it is named after. The table of `docs/credentials.md` is theirs.
@Suite struct FixtureTests {
  private static let (rsa, ed) = (PrivateKey(new: .rsa)!, PrivateKey(new: .ed25519)!)
  private static let (v1, v2) = (
    JSON.string("https://www.w3.org/2018/credentials/v1"), JSON.string(Credential.contexts[0])
  )

  enum Form: String {
    case jwt = "JWT"
    case proof = "Data Integrity"
  }

  /// What is done to a fixture besides signing it again.
  enum Change {
    case achievement
    case remove([String])
    case set([String], JSON)
    case rename(String, String)
  }

  struct Case: CustomTestStringConvertible {
    var file: String
    var defect: String
    var changes: [Change] = []
    var forms: [Form] = [.jwt]
    /// The question that it is about, the answer, and the reason; `nil` for one that is well.
    var question = "integrity"
    var reason: String?
    var answer = Verdict.Answer.no
    var method: String?
    var lists: [String: [UInt8]] = [:]

    var testDescription: String { "\(file): \(defect)" }

    /// Its row in the table of the docs.
    var row: String {
      let answers = reason.map { "\(question): \(answer), “\($0)”" } ?? "yes"
      let name = file.split(separator: "/").last!
      return
        "| `\(name)` | \(defect) | \(forms.map(\.rawValue).joined(separator: ", ")) | \(answers) |"
    }
  }

  static let cases: [Case] = {
    func type(_ pointer: String, _ name: String, in file: String) -> Case {
      Case(
        file: "simple-err-\(file)-type.json", defect: "an unknown class at `\(pointer)`",
        reason: "“\(pointer)/type” does not say “\(name)”")
    }
    func method(_ name: String, _ defect: String, _ method: String, _ reason: String) -> Case {
      Case(
        file: "simple-err-proof-method\(name).json", defect: defect, forms: [.proof],
        reason: reason, method: method)
    }
    let both: [Form] = [.jwt, .proof]
    return [
      Case(file: "simple.json", defect: "none", forms: both),
      Case(file: "simple-context-alias.json", defect: "none", forms: both),
      Case(file: "simple-multiple-proofs.json", defect: "none", forms: both),
      Case(file: "simple-did-key-method.json", defect: "none", forms: both, method: "did:key:KEY"),
      Case(file: "simple_v1.json", defect: "none", changes: [.remove(["@context", "2"])]),
      Case(file: "simple-eddsa-2022.json", defect: "none", changes: [.remove(["@context", "2"])]),
      Case(file: "simple-context-version.json", defect: "an older context"),
      Case(
        file: "simple-noproof.json", defect: "no proof", changes: [.achievement], forms: [.proof],
        reason: "it has no proof"),
      Case(
        file: "simple-err-context.json", defect: "no context of Verifiable Credentials",
        changes: [.rename("issuanceDate", "validFrom"), .achievement],
        reason: "its contexts are not those of Open Badges"),
      Case(
        file: "simple-err-issuer.json", defect: "no issuer", changes: [.achievement],
        reason: "the credential names no issuer"),
      Case(
        file: "simple-err-type.json", defect: "another type", changes: [.achievement],
        reason: "“/type” is not that of an open badge"),
      Case(
        file: "simple-err-issued.json", defect: "not valid before 2040", changes: [.achievement],
        forms: both, question: "status", reason: "not valid before 2040-01-01"),
      Case(
        file: "simple-err-expired.json", defect: "expired in 2010", forms: both,
        question: "status", reason: "expired on 2010-01-01"),
      type("/credentialSubject", "AchievementSubject", in: "credential-subject"),
      type("/credentialSubject/identifier", "IdentityObject", in: "credential-subject-identifier"),
      type("/credentialSubject/source", "Profile", in: "credential-subject-profile"),
      type("/credentialSubject/result", "Result", in: "credential-subject-result"),
      type(
        "/credentialSubject/achievement/resultDescription", "ResultDescription",
        in: "credential-subject-achievement-result-description"),
      type("/evidence", "Evidence", in: "evidence"),
      type("/issuer", "Profile", in: "issuer"),
      type("/issuer/parentOrg", "Profile", in: "issuer-parentorg"),
      type("/issuer/otherIdentifier", "IdentifierEntry", in: "issuer-otheridentifier"),
      Case(
        file: "simple-err-proof-value.json", defect: "a wrong digit in the proof", forms: [.proof],
        reason: "its signature is not by the key that it names"),
      method(
        "", "no key in the name of the key", "ISSUER#z6MkjZRsdasKEY", "names a key that is none"),
      method("-no-scheme", "a key without a scheme", "KEY", "does not say where its key is"),
      method(
        "-unknown-scheme", "a key of an unknown scheme", "xxx:KEY", "does not say where its key is"),
      method(
        "-unknown-did-method", "a key of an unknown kind of DID", "did:example:KEY",
        "by a kind of DID that is not read"),
      Case(
        file: "credential-status-revoked.json", defect: "on the issuer's list of 1EdTech's kind",
        changes: [.remove(["@context", "3"])], question: "status",
        reason: "taken back by its issuer"),
      Case(
        file: "bit-string-list/credential-status-revoked.json", defect: "its bit is set",
        changes: [.set(["credentialStatus", "statusListIndex"], .string("23"))], forms: both,
        question: "status", reason: "taken back by its issuer"),
      Case(
        file: "simple.jwt", defect: "no achievement",
        reason: "“/credentialSubject” lacks “achievement”"),
    ]
  }()

  /// What is wrong with documents that are nobody's file.
  static let more: [Case] = [
    Case(
      file: "simple.json", defect: "a subject that is nobody",
      changes: [.remove(["credentialSubject", "id"])], forms: [.jwt, .proof],
      reason: "has neither “id” nor “identifier”"),
    Case(
      file: "simple.json", defect: "a time of VC 1.1",
      changes: [.rename("validFrom", "issuanceDate")],
      reason: "a member of another version"),
    Case(
      file: "simple_v1.json", defect: "a time of VC 2.0",
      changes: [.remove(["@context", "2"]), .rename("issuanceDate", "validFrom")],
      reason: "a member of another version"),
    Case(
      file: "simple.json", defect: "a class without its context",
      changes: [
        .set(
          ["credentialSchema"],
          .array([
            .object([
              "id": .string("https://e.org/s"), "type": .string("1EdTechJsonSchemaValidator2019"),
            ])
          ]))
      ], reason: "which its contexts do not have"),
    Case(
      file: "simple.json", defect: "another key in the name of the key", forms: [.proof],
      reason: "its signature is not by the key that it names", method: "ISSUER#OTHER"),
    Case(
      file: "simple-context-version.json", defect: "an older context", forms: [.proof],
      reason: "are not known here", answer: .unknown),
    Case(
      file: "bit-string-list/credential-status-revoked.json", defect: "two bits each",
      changes: [
        .set(["credentialStatus", "statusListIndex"], .string("11")),
        .set(["credentialStatus", "statusSize"], .number("2")),
      ], forms: [.jwt, .proof], question: "status", reason: "more than one bit", answer: .unknown),
    Case(
      file: "bit-string-list/credential-status-revoked.json", defect: "a place with a sign",
      changes: [.set(["credentialStatus", "statusListIndex"], .string("+24"))], forms: [.jwt],
      question: "status", reason: "names no place"),
  ]

  @Test(arguments: cases + more)
  func `each is refused for its defect alone`(_ one: Case) throws {
    for form in one.forms {
      let (text, issuer) = try signed(one, form)
      let lists = try lists(one, issuer)
      let moment = "2026-01-01T00:00:00Z"
      let pinned = verifier(lists, trusting: try pins(of: issuer), at: moment)
      for found in [[pinned.verify(text)], pinned.verify(file: text)] {
        let found = try #require(found.first, "\(form)")
        if let reason = one.reason {
          let verdict = try #require(found.verdicts.first { $0.name == one.question }?.verdict)
          #expect(
            verdict.answer == one.answer && verdict.reason.contains(reason), "\(form): \(found)")
          // Nothing else is wrong with it.
          if one.question != "integrity" {
            #expect(
              found.integrity.answer == .yes && found.issuer.answer == .yes, "\(form): \(found)")
          }
        } else {
          #expect(found.verdicts.allSatisfy { $0.verdict.answer == .yes }, "\(form): \(found)")
        }
      }
      // Nobody has said whose the key is: then nobody says who signed it.
      let alone = verifier(lists, at: moment).verify(text)
      #expect(alone.issuer.answer == .unknown, "\(form): \(alone)")
      if one.reason == nil { #expect(alone.integrity.answer == .yes, "\(form): \(alone)") }
    }
  }

  @Test func `the docs have the table`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let docs = try String(contentsOf: root.appending(path: "docs/credentials.md"), encoding: .utf8)
    let rows = Set(docs.split(separator: "\n").map(String.init))
    let missing = FixtureTests.cases.map(\.row).filter { !rows.contains($0) }
    #expect(missing.isEmpty, "\n\(FixtureTests.cases.map(\.row).joined(separator: "\n"))")
  }

  // MARK: Signing

  private func signed(_ one: Case, _ form: Form) throws -> (text: [UInt8], issuer: String) {
    let file = try bytes("fixtures/\(one.file)")
    var document = one.file.hasSuffix(".jwt") ? try JWS(file).payload : try JSON(file)
    let proofs = (document["proof"]?.list ?? []).dropLast()
    document = document.without("proof")
    if let old = document["vc"] { document = old }
    for change in one.changes { document = try changed(document, change) }
    let issuer = document["issuer"]?["id"]?.text ?? document["issuer"]?.text ?? ""
    switch form {
    case .jwt:
      let isOld = document["@context"]?.list.first == FixtureTests.v1
      var members = isOld ? [JSON.Member("vc", document)] : document.members!
      members.append(.init("iss", .string(issuer)))
      // The key comes along, as it does in the validator's own.
      return (signed(members), issuer)
    case .proof:
      if one.defect == "no proof" { return (document.bytes, issuer) }
      let key = FixtureTests.ed.publicKey.multikey!
      let other = PrivateKey(new: .ed25519)!.publicKey.multikey!
      let method = (one.method ?? "ISSUER#KEY").replacing("ISSUER", with: issuer)
        .replacing("KEY", with: key).replacing("OTHER", with: other)
      // A name that cannot be signed is put in afterwards: it is refused before the signature is looked at.
      let isSigned = method.contains(":") && !method.hasPrefix("xxx:")
      // So is one in words that are not known.
      let signable =
        one.answer == .unknown && one.question == "integrity"
        ? document.with("@context", .strings(Array(Credential.contexts.prefix(2)))) : document
      let proved = try #require(
        signable.proved(
          by: FixtureTests.ed, calledBy: isSigned ? method : "\(issuer)#\(key)",
          at: Moment("2024-03-20T14:53:19Z")!))
      var proof = proved["proof"]!.list[0].with("verificationMethod", .string(method))
      if one.file.contains("proof-value") {
        var value = Array(proof["proofValue"]!.text!)
        value[20] = value[20] == "2" ? "3" : "2"
        proof = proof.with("proofValue", .string(String(value)))
      }
      return (document.with("proof", .array(proofs + [proof])).bytes, issuer)
    }
  }

  private func signed(_ payload: [JSON.Member]) -> [UInt8] {
    let key = FixtureTests.rsa
    let header = JSON.object([
      "alg": .string("RS256"), "typ": .string("JWT"), "jwk": key.publicKey.jwk,
    ])
    let parts = [header, .object(payload)].map { Base64URL.text(of: $0.bytes) }
    let signed = parts.joined(separator: ".")
    return Array("\(signed).\(Base64URL.text(of: key.signature(of: Array(signed.utf8))!))".utf8)
  }

  private func pins(of issuer: String) throws -> TrustList {
    let keys = [FixtureTests.rsa, FixtureTests.ed].map { key in
      JSON.object((key.publicKey.jwk.members ?? []) + [.init("iss", .string(issuer))])
    }
    return try #require(TrustList(.object(["keys": .array(keys)])))
  }

  /// What stands where the credential says that its issuer's lists do.
  private func lists(_ one: Case, _ issuer: String) throws -> [String: [UInt8]] {
    guard one.file.contains("status-revoked") else { return [:] }
    let document = try JSON(bytes("fixtures/\(one.file)"))
    let status = try #require(document["credentialStatus"])
    guard let address = status["statusListCredential"]?.text else {
      let list = JSON.object([
        "id": status["id"], "issuer": .string(issuer),
        "revokedCredential": .array([
          .object([
            "id": document["id"], "revoked": .bool(true), "revocationReason": .string("A test."),
          ])
        ]),
      ])
      return [status["id"]!.text!: list.bytes]
    }
    var list = StatusList(count: 1 << 17)
    list[23] = true
    let start = Moment("2025-12-01T00:00:00Z")!
    let signed = list.document(
      at: address, issuer: IssuerProfile(did: issuer, name: "A test"), from: start,
      until: Moment("2026-02-01T00:00:00Z")!)
    return [address: self.signed(signed.members!)]
  }

  // MARK: Changing

  private func changed(_ document: JSON, _ change: Change) throws -> JSON {
    switch change {
    case .achievement:
      let whole = try JSON(bytes("fixtures/simple.json"))["credentialSubject"]!["achievement"]!
      return document.with(
        "credentialSubject", document["credentialSubject"]!.with("achievement", whole))
    case .remove(let path): return setting(document, path[...], nil)
    case .set(let path, let value): return setting(document, path[...], value)
    case .rename(let old, let new):
      return .object(document.members!.map { $0.name == old ? .init(new, $0.value) : $0 })
    }
  }

  private func setting(_ value: JSON, _ path: ArraySlice<String>, _ new: JSON?) -> JSON {
    guard let first = path.first else { return new ?? .null }
    let rest = path.dropFirst()
    if var elements = value.elements, let index = Int(first) {
      if rest.isEmpty, new == nil {
        elements.remove(at: index)
      } else {
        elements[index] = setting(elements[index], rest, new)
      }
      return .array(elements)
    }
    if rest.isEmpty, new == nil { return value.without(first) }
    return value.with(first, setting(value[first] ?? .null, rest, new))
  }
}
