internal import BlazonForm
public import BlazonLedger
public import BlazonSource
public import BlazonSpec

/// An award with everything its pictures say, in one language: names, dates, words.
public struct AwardDesign: Sendable {
  public let grant: Grant
  public let programme: Programme
  /// In the state of the award.
  public let badge: Badge
  /// BCP 47: the recipient's, where the programme draws it, else the programme's.
  public let language: String
  public let facts: [TextTemplate.Fact: Located<String>]
  public let skills: [String]
  /// Where the award's files will be served, with a slash at the end; `nil` where the programme is
  /// not published.
  public let address: String?

  /// Where the award is written: the place of what is wrong with its pictures.
  public var place: Place { grant.award.place }

  /// The language that `text` is written in: names in their owner's, all else in the page's.
  public func language(of text: String) -> String {
    let award = grant.award
    let isName = text == award.name.value || text == award.legalName?.value
    return isName ? award.language?.value ?? "und" : language
  }

  /// The folder of the award's files in the output tree.
  public var folder: String {
    "\(programme.id)/people/\(grant.award.handle.value)/\(badge.id.value)"
  }

  /// `badge` is the badge of the grant in its programme.
  public init(_ grant: Grant, of badge: Badge, in programme: Programme) {
    let award = grant.award
    let state = award.state.flatMap { Words.State(rawValue: $0.value) } ?? badge.words.state
    self.grant = grant
    self.programme = programme
    self.badge = badge.variant(tier: award.tier?.value, count: award.count?.value)
      .personal(state: state)
    let wanted = award.language?.value ?? programme.language
    let language = programme.languages.contains(wanted) ? wanted : programme.language
    self.language = language
    skills = badge.words.skills
    let path = "\(programme.id)/people/\(award.handle.value)/\(badge.id.value)/"
    address = programme.publish.map { ($0.hasSuffix("/") ? $0 : $0 + "/") + path }

    let words = badge.words
    func text(_ word: LocalizedText?) -> String? {
      word.flatMap { $0.text(in: language) ?? $0.text(in: programme.language) }
    }
    func date(_ day: CalendarDate) -> String {
      programme.wording.date(year: day.year, month: day.month, day: day.day, in: language)
    }
    func fixed(_ word: Wording.Word) -> Located<String> {
      Located(programme.wording.text(word, in: language), award.place)
    }
    let titlePlace = words.title?.place ?? badge.id.place
    let title = [text(words.title?.value) ?? badge.id.value, text(words.subtitle?.value)]
      .compactMap(\.self).joined(separator: ", ")
    let criteria = words.criteria.map { Located($0, badge.id.place) }
    let statement = words.certificate?.statement
    var facts: [TextTemplate.Fact: Located<String>] = [
      .recipientName: award.name, .recipientLegalName: award.legalName ?? award.name,
      .recipientHandle: award.handle, .awardTitle: Located(title, titlePlace),
      .awardIssued: Located(date(award.issued.value), award.issued.place),
      .issuerName: Located(programme.name(in: language), badge.id.place),
      .certificateWord: fixed(.certificate),
      .certifyWord: fixed(.certify), .earnedWord: fixed(.earned), .issuedWord: fixed(.issued),
      .validUntilWord: fixed(.validUntil), .numberWord: fixed(.number), .skillsWord: fixed(.skills),
    ]
    facts[.title] = Located(text(words.title?.value) ?? badge.id.value, titlePlace)
    facts[.short] = text(words.short?.value).map { Located($0, titlePlace) } ?? facts[.title]
    facts[.band] = text(words.band?.value).map { Located($0, titlePlace) }
    facts[.programme] = facts[.issuerName]
    facts[.issuerHost] = programme.publish.map { address in
      let host = address.drop { $0 != ":" }.drop { $0 == ":" || $0 == "/" }
      return Located(String(host.hasSuffix("/") ? host.dropLast() : host), award.place)
    }
    facts[.awardCriteria] = criteria
    facts[.awardDescription] =
      text(words.description).map { Located($0, badge.id.place) } ?? criteria
    facts[.awardStatement] = award.statement ?? statement ?? criteria
    facts[.awardExpires] = grant.expires.map {
      Located(date($0), award.expires?.place ?? award.issued.place)
    }
    facts[.awardID] = award.id
    facts[.awardTier] = award.tier.map {
      Located(programme.wording.tier($0.value, in: language), $0.place)
    }
    facts[.awardCount] = award.count.flatMap {
      $0.value > 1 ? Located(programme.wording.times($0.value, in: language), $0.place) : nil
    }
    facts[.awardURL] = address.map { Located($0, award.place) }
    if !skills.isEmpty {
      facts[.awardSkills] = Located(skills.joined(separator: "  ·  "), badge.id.place)
    }
    self.facts = facts
  }

  /// The text of `template`, and the place of the fact it shows; `nil` if a fact is not known.
  public func text(of template: TextTemplate) -> Located<String>? {
    template.located { facts[$0] }
      ?? template.text { facts[$0]?.value }.map {
        Located($0, grant.award.place)
      }
  }

  /// What a certificate is for: only awards that hold have one.
  public var hasCertificate: Bool { badge.words.certificate != nil && isInForce }

  /// Whether there is something to show: a revoked award has no card.
  public var isInForce: Bool { badge.words.state != .revoked }

  /// “Amara Osei has earned …”: the card's alternative text, without what the badge looks like.
  var sentence: String {
    let issued = facts[.awardIssued]?.value ?? ""
    return "\(grant.award.name.value) has earned \(facts[.awardTitle]?.value ?? "") of "
      + "\(programme.name), issued \(issued)"
  }
}

extension TextTemplate {
  /// The text with the place of the first fact in it; `nil` if a fact is not known or none is shown.
  func located(_ fact: (Fact) -> Located<String>?) -> Located<String>? {
    guard let text = text({ fact($0)?.value }) else { return nil }
    for case .fact(let name) in pieces {
      if let place = fact(name)?.place { return Located(text, place) }
    }
    return nil
  }
}
