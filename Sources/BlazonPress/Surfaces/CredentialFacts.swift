internal import BlazonCredential
internal import BlazonDesign
internal import BlazonForm
internal import BlazonJSON
internal import BlazonLedger
internal import BlazonScene
internal import BlazonShelf
internal import BlazonSource
internal import BlazonSpec

// What credentials say, taken from the award and its programme.

extension Work {
  /// Who signs for the programme; `nil` where nobody does.
  var signer: Signer? { selection.signers[programme.id] }

  /// The issuer: the folder of its pages.
  var did: String? {
    programme.publish.flatMap { DIDDocument.did(at: Address.home(of: programme.id).url(below: $0)) }
  }

  func issuerProfile(_ did: String) -> IssuerProfile {
    var profile = IssuerProfile(did: did, name: programme.name)
    let home = Address.home(of: programme.id)
    profile.url = programme.website ?? programme.publish.map { home.url(below: $0) }
    profile.email = programme.credentials?.email
    profile.description = programme.description?.text(in: programme.language)
    if programme.logo != nil {
      profile.image = programme.publish.map { home.file(.logo).url(below: $0) }
    }
    return profile
  }

  /// What `badge` stands for; `facts` are its words.
  func achievement(
    _ badge: Badge, _ facts: [TextTemplate.Fact: TextTemplate.Run], _ publish: String,
    _ language: String
  ) -> Achievement {
    let title = facts[.awardTitle]?.plainText ?? badge.id.value
    let criteria = facts[.awardCriteria]?.plainText
    let description = facts[.awardDescription]?.plainText ?? criteria ?? title
    let file = Address.badge(badge.id.value, of: programme.id).file(.achievement)
    // Tiers and years are told apart by what stands behind the address.
    let variant = badge.variant.map { "#\($0.name)" } ?? ""
    var achievement = Achievement(
      id: file.url(below: publish) + variant,
      type: badge.achievementType.rawValue, name: title,
      description: description, criteria: criteria ?? description)
    achievement.language = language
    achievement.tags = skills(of: badge, language)
    achievement.alignments = alignments(of: badge, achievement.tags, publish)
    achievement.result = badge.words.achievement?.result.map { spec in
      var result = Achievement.ResultDescription(
        id: file.url(below: publish) + "#result", name: spec.name, type: spec.kind.rawValue)
      (result.required, result.minimum, result.maximum) = (
        spec.required, spec.minimum, spec.maximum
      )
      return result
    }
    let picture = Address.badges(of: programme.id).file(.badge(badge.fileName, .light, .png))
    achievement.image = picture.url(below: publish)
    return achievement
  }

  /// What its earners can do, each once.
  private func skills(of badge: Badge, _ language: String) -> [String] {
    var names = badge.words.competencies.map(\.name.value)
    for skill in badge.words.skills {
      let run = TextTemplate.Run(skill, for: language, of: programme, at: badge.id.place)
      if let name = run?.plainText, !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// What it stands for in frameworks of others, and its skills as its own page tells them.
  private func alignments(
    of badge: Badge, _ skills: [String], _ publish: String
  ) -> [Achievement.Alignment] {
    let others = (badge.words.achievement?.alignments ?? []).map { alignment in
      Achievement.Alignment(
        name: alignment.name, url: alignment.url, framework: alignment.framework,
        code: alignment.code)
    }
    let page = Address.badge(badge.id.value, of: programme.id).url(below: publish)
    let own = skills.filter { skill in !others.contains { $0.name == skill } }.map { skill in
      Achievement.Alignment(
        name: skill, url: page, framework: programme.name, type: "ceasn:Competency")
    }
    return others + own
  }

  /// The credential of the award that the item is made for; `nil` where it has no number for one.
  mutating func credential(in format: CredentialSpec.Format) -> Credential? {
    let award = award
    let row = award.grant.award
    guard let did, let publish = programme.publish,
      let id = row.uuid.flatMap({ CredentialID($0.value) })
    else { return nil }
    let issued = Moment(of: row.issued.value)
    var credential = Credential(
      id: "urn:uuid:\(id.text)", subject: row.did?.value ?? "urn:uuid:\(subjectNumber(of: id))",
      issuer: issuerProfile(did),
      achievement: achievement(award.badge, award.facts, publish, award.language),
      validFrom: issued, awarded: issued)
    // Until its last day is over.
    credential.validUntil = award.grant.expires.map {
      Moment(seconds: Moment(of: $0).seconds + 86_399)
    }
    if let email = row.email {
      let salt = String(digest(of: ["blazon salt", id.text]).prefix(32))
      credential.identities.append(.email(email.value, salt: salt))
    }
    if row.visibility != .redacted {
      credential.identities.append(.name(row.name.value))
      // As the certificate has it, that carries the credential.
      if let certified = row.legalName?.value, award.hasCertificate, certified != row.name.value {
        credential.identities.append(.name(certified))
      }
    }
    credential.narrative = row.statement?.value
    credential.result = row.result?.value
    credential.evidence = [row.evidence?.value].compactMap(\.self)
    credential.status = format.revocations.map { name in
      let list = Address.home(of: programme.id).file(name).url(below: publish)
      return .init(list: list, index: id.statusIndex)
    }
    return credential
  }

  /// The award as an assertion of Open Badges 2.0, in its folder; `nil` without a recipient's address.
  mutating func assertion(_ credential: Credential) -> JSON? {
    guard let publish = programme.publish else { return nil }
    let badge = award.badge
    let kind = Address.badge(badge.id.value, of: programme.id)
      .file(.badgeClass(badge.variant?.name)).url(below: publish)
    return credential.hostedDocument(
      at: item.address.file(.assertion).url(below: publish), badge: kind,
      isRevoked: award.grant.standing == .revoked, reason: award.grant.award.reason?.value)
  }

  /// A number for whom the credential is of, who has none of their own: as random as the credential's, and another
  /// (a UUID of version 8, RFC 9562).
  private func subjectNumber(of id: CredentialID) -> String {
    var digits = Array(digest(of: ["blazon subject", id.text]).prefix(32))
    (digits[12], digits[16]) = ("8", "a")
    return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }
      .joined(separator: "-")
  }
}

extension Badge {
  /// As its spec says, or what a badge with a certificate is, and one without.
  fileprivate var achievementType: AchievementSpec.Kind {
    words.achievement?.kind ?? (words.certificate == nil ? .badge : .certification)
  }
}
