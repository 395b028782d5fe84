import BlazonCredential
import BlazonJSON
import Testing

/// Assertions of Open Badges 2.0: true as long as their issuer publishes them.
@Suite struct HostedAssertionTests {
  private let issuer = Issuer()
  private let home = "https://badges.example.org/acme/"
  private var id: String { home + "people/ada/expert/assertion.json" }

  private var assertion: JSON {
    issuer.credential.hostedDocument(at: id, badge: home + "badges/b.json", isRevoked: false)!
  }

  private var badge: JSON {
    var achievement = issuer.credential.achievement
    achievement.image = home + "badges/expert.png"
    return achievement.hostedDocument(at: home + "badges/b.json", issuer: home + "issuer.json")!
  }

  private var profile: JSON {
    var profile = issuer.profile
    (profile.url, profile.email) = ("https://acme.example", "badges@acme.example")
    return profile.hostedDocument(
      at: home + "issuer.json", scope: home, revocations: home + "revoked-assertions.json")!
  }

  private func site(_ change: (inout [String: JSON]) -> Void = { _ in }) -> [String: [UInt8]] {
    var site = [id: assertion, home + "badges/b.json": badge, home + "issuer.json": profile]
    change(&site)
    return site.mapValues(\.bytes)
  }

  private func answers(_ found: Verification) -> [Verdict.Answer] {
    found.verdicts.map(\.verdict.answer)
  }

  @Test func `what its issuer publishes is true`() {
    let found = verifier(site(), recipient: "ada@example.org").verify(assertion.bytes)
    #expect(answers(found) == [.yes, .yes, .yes, .yes], "\(found)")
    #expect(found.claims.contains { $0.name == "title" && $0.value == "Expert" })
    // Members in another order say the same.
    let turned = JSON.object(assertion.members!.reversed())
    #expect(answers(verifier(site()).verify(turned.bytes)) == [.yes, .yes, .yes])
    let other = verifier(site(), recipient: "eve@example.org").verify(assertion.bytes)
    #expect(other.recipient?.answer == .no)
  }

  @Test func `what is not published so is not`() throws {
    let changed = assertion.setting("issuedOn", .string("2020-01-01T00:00:00Z"))
    let found = verifier(site()).verify(changed.bytes)
    #expect(found.integrity.answer == .no && found.claims.isEmpty)
    #expect(answers(verifier([:]).verify(assertion.bytes)) == [.unknown, .unknown, .unknown])
    let taken = try #require(
      issuer.credential.hostedDocument(at: id, badge: "", isRevoked: true))
    let revoked = verifier(site { $0[id] = taken }).verify(assertion.bytes)
    #expect(revoked.status.answer == .no && revoked.claims.isEmpty, "\(revoked)")
    #expect(verifier(site { $0[id] = taken }).verify(taken.bytes).status.answer == .no)
    let late = verifier(site(), at: "2029-01-01T00:00:00Z").verify(assertion.bytes)
    #expect(late.status.answer == .no)
  }

  @Test func `nobody vouches for what stands on another's site`() {
    // A stranger's assertion that names our badge.
    let theirs = "https://evil.example/a.json"
    let forged = assertion.setting("id", .string(theirs))
    let found = verifier(site { $0[theirs] = forged }).verify(forged.bytes)
    #expect(found.integrity.answer == .yes && found.issuer.answer == .no, "\(found)")
    // And a profile of theirs that says that all the world is theirs to vouch for.
    let profile = self.profile.setting("id", .string("https://evil.example/issuer.json"))
      .setting(
        "verification",
        .object(["startsWith": .array([.string("https://"), .string(home)])]))
    let badge = self.badge.setting("issuer", .string("https://evil.example/issuer.json"))
    let stolen = verifier(
      site {
        $0["https://evil.example/issuer.json"] = profile
        $0[home + "badges/b.json"] = badge
      }
    ).verify(assertion.bytes)
    #expect(stolen.issuer.answer == .no, "\(stolen)")
    let gone = verifier(site { $0[home + "issuer.json"] = nil }).verify(assertion.bytes)
    #expect(gone.issuer.answer == .unknown)
  }

  @Test func `who has no address has no assertion`() {
    var credential = issuer.credential
    credential.identities = [.name("Ada")]
    #expect(credential.hostedDocument(at: id, badge: "", isRevoked: false) == nil)
    #expect(credential.hostedDocument(at: id, badge: "", isRevoked: true) == nil)
  }
}
