public import BlazonForm
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
  /// Facts that are the programme's own, by name.
  public let ownFacts: [String: Run]
  public let skills: [Run]
  /// What an earner has shown, with how much weight each had.
  public let competencies: [(name: Run, weight: Double)]
  /// Where the award's files will be served, with a slash at the end; `nil` where the programme is
  /// not published.
  public let address: String?

  /// Where the award is written: the place of what is wrong with its pictures.
  public var place: Place { grant.award.place }

  /// `badge` is the badge of the grant in its programme, which `Programme.prepare` read in the award's
  /// state; `address` is where its files will be served, with a slash at the end.
  ///
  /// `language` is another than the recipient's, where a page asks for one.
  public init(
    _ grant: Grant, of badge: Badge, in programme: Programme, address: String? = nil,
    language asked: String? = nil
  ) {
    let award = grant.award
    (self.grant, self.programme, self.address) = (grant, programme, address)
    self.badge = badge.awarded(by: grant)
    let wanted = award.language?.value ?? programme.language
    language = asked ?? (programme.languages.contains(wanted) ? wanted : programme.language)
    let place = badge.id.place
    let pageLanguage = language
    skills = self.badge.words.skills.compactMap {
      Run($0, for: pageLanguage, of: programme, at: place)
    }
    competencies = self.badge.words.competencies.map {
      (Run($0.name.value, in: programme.language, at: $0.name.place), $0.weight)
    }
    ownFacts = Dictionary(
      programme.facts.compactMap { fact in
        award.fact(fact.name).map { (fact.name, Run($0.value, in: "und", at: $0.place)) }
      }, uniquingKeysWith: { first, _ in first })
    facts = AwardDesign.words(of: self.badge, in: programme, language, at: award.place)
      .merging(AwardDesign.facts(of: grant, in: programme, language, address)) { $1 }
      .merging(AwardDesign.texts(of: grant, self.badge, programme, language)) { $1 }
  }

  /// The two languages of its certificate, the reader's first; `nil` for a certificate in one.
  public var certificateLanguages: (first: String, second: String)? {
    guard let pair = badge.words.certificate?.languages.map(\.value), pair.count == 2 else {
      return nil
    }
    return pair[1] == language ? (pair[1], pair[0]) : (pair[0], pair[1])
  }

  /// The award in another language.
  public func translated(into language: String) -> AwardDesign {
    guard let badge = programme.badge(badge.id.value) else { return self }
    return AwardDesign(grant, of: badge, in: programme, address: address, language: language)
  }

  /// `text` for readers of the award's language.
  func run(_ text: LocalizedText, at place: Place) -> Run? {
    Run(text, for: language, of: programme, at: place)
  }

  /// The text of `template`; `nil` if a fact is not known.
  public func text(of template: TextTemplate) -> Run? {
    template.run(in: language, at: place, own: { ownFacts[$0] }, { facts[$0] })
  }

  /// Whether it comes with a certificate: one that was revoked has none.
  public var hasCertificate: Bool { badge.words.certificate != nil && isInForce && isEarned }

  /// Whether it is not only under way.
  public var isEarned: Bool { grant.standing != .underWay }

  /// Whether it was not revoked.
  public var isInForce: Bool { grant.standing != .revoked }

  /// A text about the badge, which says first if the award does not hold.
  public func told(_ text: String) -> String { standing.map { "\($0): \(text)" } ?? text }

  /// What is said of it where it does not hold: `Revoked`; `nil` where it does.
  public var standing: String? {
    Wording.Word(grant.standing).map { programme.wording.text($0, in: language) }
  }

  /// “Amara Osei has earned …”: what a picture or a page says, without what the badge looks like and without a full stop;
  /// `name` is the one that is drawn, the usual one unless given.
  public func sentence(naming name: String? = nil) -> String {
    let wording = programme.wording
    let values = [
      "name": name ?? grant.award.name.value, "title": facts[.awardTitle]?.plainText ?? "",
      "programme": programme.name(in: language), "date": facts[.awardIssued]?.plainText ?? "",
      "state": standing ?? "",
    ]
    let form: Wording.Word = standing == nil ? .hasEarned : .notInForceSentence
    let sentence = wording.text(form, in: language, filling: values)
    return sentence.last.map { ".。".contains($0) } == true ? String(sentence.dropLast()) : sentence
  }
}

extension Wording.Word {
  /// What is said of an award that does not hold; `nil` of one that does.
  public init?(_ standing: Standing) {
    switch standing {
    case .inForce: return nil
    case .notYetValid: self = .notYet
    case .underWay: self = .inProgress
    case .superseded: self = .superseded
    case .expired: self = .expired
    case .revoked: self = .revoked
    }
  }
}

extension TextTemplate.Run {
  /// `text` for readers of `language`, in the language that it is in; `nil` if there is none.
  public init?(
    _ text: LocalizedText, for language: String, of programme: Programme, at place: Place
  ) {
    guard let (text, tag) = text.resolved(in: language, or: programme.language) else { return nil }
    self.init(text, in: tag, at: place)
  }
}

extension Badge {
  /// The badge as `grant` shows it: its variant, in the state that `Programme.prepare` read it in.
  public func awarded(by grant: Grant) -> Badge {
    let award = grant.award
    let drawn = variant(tier: award.tier?.value, count: award.count?.value)
    let progress = award.progress
    let own = drawn.personal(
      state: drawn.state(awarded: award.state?.value), progress: progress)
    let now = drawn.personal(state: drawn.state(awarded: grant.state), progress: progress)
    guard let badge = now ?? own else {
      preconditionFailure("a badge is read in the states of its awards when those are loaded")
    }
    return badge
  }

}

extension AwardDesign {
  /// What is known of the badge and the programme, and the fixed words of pages.
  package static func words(
    of badge: Badge, in programme: Programme, _ language: String, at place: Place
  ) -> [TextTemplate.Fact: Run] {
    let words = badge.words
    func run(_ text: LocalizedText?, _ place: Place) -> Run? {
      text.flatMap { Run($0, for: language, of: programme, at: place) }
    }
    func plain(_ text: String?, _ place: Place) -> Run? {
      text.map { Run($0, in: language, at: place) }
    }
    let titlePlace = words.title?.place ?? badge.id.place
    let name =
      run(words.title?.value, titlePlace) ?? Run(badge.id.value, in: "und", at: badge.id.place)
    var facts = fixedWords(of: programme, in: language, at: place)
    facts[.title] = name
    facts[.short] = run(words.short?.value, titlePlace) ?? name
    facts[.band] = run(words.band?.value, titlePlace)
    let title = [name.text] + details(of: badge, called: name.text, in: programme, language)
    facts[.awardTitle] = Run(title.joined(separator: ", "), in: name.language, at: titlePlace)
    facts[.issuerName] = plain(programme.name(in: language), badge.id.place)
    facts[.programme] = facts[.issuerName]
    facts[.issuerPartner] = run(programme.partner?.names, badge.id.place)
    facts[.issuerHost] = plain(programme.publishedHost, place)
    facts[.awardCriteria] = run(words.criteria, badge.id.place)
    facts[.awardStatement] = facts[.awardCriteria]
    facts[.awardDescription] = run(words.description, badge.id.place) ?? facts[.awardCriteria]
    if let first = words.competencies.first {
      let names = words.competencies.map(\.name.value).joined(separator: "  ·  ")
      facts[.awardCompetencies] = Run(names, in: programme.language, at: first.name.place)
    }
    let skills = words.skills.compactMap { run($0, badge.id.place) }
    if let first = skills.first {
      let text = skills.map(\.text).joined(separator: "  ·  ")
      facts[.awardSkills] = Run(text, in: first.language, at: first.place)
    }
    return facts
  }

  /// What a title says beside the badge's name: its subtitle, its tier or year; nothing that the name says already.
  static func details(
    of badge: Badge, called name: String, in programme: Programme, _ language: String
  ) -> [String] {
    let subtitle = badge.words.subtitle.flatMap {
      Run($0.value, for: language, of: programme, at: $0.place)?.text
    }
    var details: [String] = []
    // A year is often in the title already.
    for part in [subtitle, variantName(of: badge, in: programme, language)].compactMap(\.self)
    where !([name] + details).contains(where: { $0.contains(part) }) {
      details.append(part)
    }
    return details
  }

  /// What tells a tier or a year from the badge's others: `Gold`, `2025`; `nil` for a count, which is told apart.
  private static func variantName(
    of badge: Badge, in programme: Programme, _ language: String
  ) -> String? {
    guard let variant = badge.variant else { return nil }
    return switch variant.kind {
    case .tier: programme.wording.tier(variant.name, in: language)
    case .year: variant.name
    case .count: nil
    }
  }

  private static func fixedWords(
    of programme: Programme, in language: String, at place: Place
  ) -> [TextTemplate.Fact: Run] {
    var words: [(TextTemplate.Fact, Wording.Word)] = [
      (.certificateWord, .certificate), (.certifyWord, .certify), (.earnedWord, .earned),
      (.issuedWord, .issued), (.validUntilWord, .validUntil), (.numberWord, .number),
      (.skillsWord, .skills),
    ]
    // The words of pages are a long file, and this one stands before a partner's name alone.
    if programme.partner != nil { words.append((.partnerOfWord, .partnerOf)) }
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
    facts[.awardRenewed] = grant.renewed.map { run(date($0), award.issued.place) }
    facts[.awardID] = award.id.map { run($0.value, $0.place) }
    facts[.awardTier] = award.tier.map { run(wording.tier($0.value, in: language), $0.place) }
    facts[.awardCount] = award.count.flatMap {
      $0.value > 1 ? run(wording.times($0.value, in: language), $0.place) : nil
    }
    facts[.awardURL] = address.map { run($0, award.place) }
    facts[.awardStanding] = Wording.Word(grant.standing).map {
      run(wording.text($0, in: language), award.place)
    }
    if grant.standing == .inForce, programme.credentials != nil, award.uuid != nil {
      facts[.awardVerified] = run(wording.text(.verified, in: language), award.place)
    }
    return facts
  }

  /// What the certificate states: what the award says, the badge's certificate, or its criteria.
  private static func texts(
    of grant: Grant, _ badge: Badge, _ programme: Programme, _ language: String
  ) -> [TextTemplate.Fact: Run] {
    if let own = grant.award.statement {
      let tag = grant.award.language?.value ?? language
      return [.awardStatement: Run(own.value, in: tag, at: own.place)]
    }
    guard let statement = badge.words.certificate?.statement,
      let run = Run(statement.value, for: language, of: programme, at: statement.place)
    else { return [:] }
    return [.awardStatement: run]
  }
}
