internal import BlazonForm
public import BlazonLedger
public import BlazonSource
public import BlazonSpec

/// An award with everything its pictures say, in one language: names, dates, words.
public struct AwardDesign: Sendable {
  public typealias Run = TextTemplate.Run

  public let grant: Grant
  public let programme: Programme
  /// In the state of the award.
  public let badge: Badge
  /// BCP 47: the recipient's, where the programme draws it, else the programme's.
  public let language: String
  public let facts: [TextTemplate.Fact: Run]
  public let skills: [Run]
  /// Where the award's files will be served, with a slash at the end; `nil` where the programme is
  /// not published.
  public let address: String?

  /// Where the award is written: the place of what is wrong with its pictures.
  public var place: Place { grant.award.place }

  /// `badge` is the badge of the grant in its programme, which `Programme.prepare` read in the award's
  /// state; `address` is where its files will be served, with a slash at the end.
  public init(_ grant: Grant, of badge: Badge, in programme: Programme, address: String? = nil) {
    let award = grant.award
    (self.grant, self.programme, self.address) = (grant, programme, address)
    self.badge = badge.awarded(by: award)
    let wanted = award.language?.value ?? programme.language
    language = programme.languages.contains(wanted) ? wanted : programme.language
    let place = badge.id.place
    let pageLanguage = language
    skills = badge.words.skills.map { Run($0, in: pageLanguage, at: place) }
    facts = AwardDesign.words(of: badge, in: programme, language, at: award.place)
      .merging(AwardDesign.facts(of: grant, in: programme, language, address)) { $1 }
      .merging(AwardDesign.texts(of: grant, badge, language)) { $1 }
  }

  /// The text of `template`; `nil` if a fact is not known.
  public func text(of template: TextTemplate) -> Run? {
    template.run(in: language, at: place) { facts[$0] }
  }

  /// What a certificate is for: only awards that hold have one.
  public var hasCertificate: Bool { badge.words.certificate != nil && isInForce }

  /// Whether there is something to show: a revoked award has no card.
  public var isInForce: Bool { badge.isInForce }

  /// “Amara Osei has earned …”: the card's alternative text, without what the badge looks like.
  var sentence: String {
    let issued = facts[.awardIssued]?.text ?? ""
    return "\(grant.award.name.value) has earned \(facts[.awardTitle]?.text ?? "") of "
      + "\(programme.name), issued \(issued)"
  }
}

extension Badge {
  /// The badge as `award` shows it: its variant, in the state that `Programme.prepare` read it in.
  public func awarded(by award: Award) -> Badge {
    let drawn = variant(tier: award.tier?.value, count: award.count?.value)
    guard let badge = drawn.personal(state: drawn.state(awarded: award.state?.value)) else {
      preconditionFailure("a badge is read in the states of its awards when those are loaded")
    }
    return badge
  }

  /// Whether there is something to show of it, in the state of an award.
  public var isInForce: Bool { words.state != .revoked }
}

extension AwardDesign {
  /// What is known of the badge and the programme, and the fixed words of pages.
  static func words(
    of badge: Badge, in programme: Programme, _ language: String, at place: Place
  ) -> [TextTemplate.Fact: Run] {
    let words = badge.words
    func text(_ word: LocalizedText?) -> String? {
      word.flatMap { $0.text(in: language) ?? $0.text(in: programme.language) }
    }
    func run(_ text: String?, _ place: Place) -> Run? {
      text.map { Run($0, in: language, at: place) }
    }
    let titlePlace = words.title?.place ?? badge.id.place
    let name = text(words.title?.value) ?? badge.id.value
    let title = [name, text(words.subtitle?.value)].compactMap(\.self).joined(separator: ", ")
    var facts = fixedWords(of: programme, in: language, at: place)
    facts[.title] = run(name, titlePlace)
    facts[.short] = run(text(words.short?.value) ?? name, titlePlace)
    facts[.band] = run(text(words.band?.value), titlePlace)
    facts[.awardTitle] = run(title, titlePlace)
    facts[.issuerName] = run(programme.name(in: language), badge.id.place)
    facts[.programme] = facts[.issuerName]
    facts[.issuerHost] = run(programme.publishedHost, place)
    facts[.awardCriteria] = run(words.criteria, badge.id.place)
    facts[.awardStatement] = facts[.awardCriteria]
    facts[.awardDescription] =
      run(text(words.description), badge.id.place) ?? facts[.awardCriteria]
    if !words.skills.isEmpty {
      facts[.awardSkills] = run(words.skills.joined(separator: "  ·  "), badge.id.place)
    }
    return facts
  }

  private static func fixedWords(
    of programme: Programme, in language: String, at place: Place
  ) -> [TextTemplate.Fact: Run] {
    let words: [(TextTemplate.Fact, Wording.Word)] = [
      (.certificateWord, .certificate), (.certifyWord, .certify), (.earnedWord, .earned),
      (.issuedWord, .issued), (.validUntilWord, .validUntil), (.numberWord, .number),
      (.skillsWord, .skills),
    ]
    return Dictionary(
      uniqueKeysWithValues: words.map { fact, word in
        (fact, Run(programme.wording.text(word, in: language), in: language, at: place))
      })
  }

  /// What is known of who earned the badge, and when.
  private static func facts(
    of grant: Grant, in programme: Programme, _ language: String, _ address: String?
  ) -> [TextTemplate.Fact: Run] {
    let award = grant.award
    let wording = programme.wording
    func run(_ text: String, _ place: Place) -> Run { Run(text, in: language, at: place) }
    func date(_ day: CalendarDate) -> String {
      wording.date(year: day.year, month: day.month, day: day.day, in: language)
    }
    // A name is written in its owner's language, whatever the page is.
    func name(_ name: Located<String>) -> Run {
      Run(name.value, in: award.language?.value ?? "und", at: name.place)
    }
    var facts: [TextTemplate.Fact: Run] = [
      .recipientName: name(award.name), .recipientLegalName: name(award.legalName ?? award.name),
      .recipientHandle: run(award.handle.value, award.handle.place),
      .awardIssued: run(date(award.issued.value), award.issued.place),
    ]
    facts[.awardExpires] = grant.expires.map {
      run(date($0), award.expires?.place ?? award.issued.place)
    }
    facts[.awardID] = award.id.map { run($0.value, $0.place) }
    facts[.awardTier] = award.tier.map { run(wording.tier($0.value, in: language), $0.place) }
    facts[.awardCount] = award.count.flatMap {
      $0.value > 1 ? run(wording.times($0.value, in: language), $0.place) : nil
    }
    facts[.awardURL] = address.map { run($0, award.place) }
    return facts
  }

  /// What the certificate states: what the award says, the badge's certificate, or its criteria.
  private static func texts(
    of grant: Grant, _ badge: Badge, _ language: String
  ) -> [TextTemplate.Fact: Run] {
    let statement = grant.award.statement ?? badge.words.certificate?.statement
    return statement.map { [.awardStatement: Run($0.value, in: language, at: $0.place)] } ?? [:]
  }
}
