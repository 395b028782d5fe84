internal import BlazonJSON

// What a credential claims, for people to read.

extension Verifier {
  /// In the order of a certificate: whom, what, why, when, by whom.
  static func claims(of credential: JSON) -> [Verification.Claim] {
    var claims: [Verification.Claim] = []
    func add(_ name: String, _ value: String?) {
      guard let value, !value.isEmpty else { return }
      claims.append(Verification.Claim(name: name, value: value))
    }
    let subject = credential["credentialSubject"]
    for identity in subject?["identifier"]?.list ?? [] {
      let isName = identity["identityType"]?.text == "name" && identity["hashed"] == .bool(false)
      if isName { add("recipient", identity["identityHash"]?.text) }
    }
    add("recipient's id", subject?["id"]?.text)
    let achievement = subject?["achievement"]
    add("title", achievement?["name"]?.text)
    add("kind", achievement?["achievementType"]?.text)
    add("description", achievement?["description"]?.text)
    add(
      "criteria",
      achievement?["criteria"]?["narrative"]?.text ?? achievement?["criteria"]?["id"]?.text)
    add("about this award", subject?["narrative"]?.text)
    let skills = (achievement?["tag"]?.list ?? []).compactMap(\.text)
    add("skills", skills.joined(separator: ", "))
    for alignment in achievement?["alignment"]?.list ?? [] {
      guard let name = alignment["targetName"]?.text, !skills.contains(name) else { continue }
      add("stands for", alignment["targetFramework"]?.text.map { "\(name) (\($0))" } ?? name)
    }
    for result in subject?["result"]?.list ?? [] {
      // As its description calls it.
      let about = (achievement?["resultDescription"]?.list ?? []).first {
        $0["id"] != nil && $0["id"] == result["resultDescription"]
      }
      guard let value = result["value"]?.text ?? result["status"]?.text else { continue }
      add("result", about?["name"]?.text.map { "\($0): \(value)" } ?? value)
    }
    for evidence in credential["evidence"]?.list ?? [] {
      add("evidence", evidence["id"]?.text ?? evidence["narrative"]?.text)
    }
    add("awarded", credential["awardedDate"]?.text)
    add("valid from", (credential["validFrom"] ?? credential["issuanceDate"])?.text)
    add("valid until", (credential["validUntil"] ?? credential["expirationDate"])?.text)
    add("issuer", credential["issuer"]?["name"]?.text)
    add("issuer's id", credential["issuer"]?["id"]?.text ?? credential["issuer"]?.text)
    add("credential's id", credential["id"]?.text)
    return claims
  }
}
