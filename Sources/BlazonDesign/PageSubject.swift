internal import BlazonLedger
public import BlazonScene
public import BlazonSource
public import BlazonSpec

/// What something is made for once each.
public enum Scope: String, CaseIterable, Sendable {
  case output, programme, badge, drawing, person, award
}

/// Whom or what a page shows: facts, lists of facts, badges, signatures, in one language.
///
/// An award, a person, a badge and a programme are subjects alike; a page shows of its facts what is known.
public struct PageSubject: Sendable {
  public typealias Run = TextTemplate.Run

  public var scope: Scope
  /// BCP 47.
  public var language: String
  public var facts: [TextTemplate.Fact: Run]
  /// Facts of an award that are the programme's own, by name.
  public var ownFacts: [String: Run] = [:]
  public var lists: [PillsElement.ListFact: [Run]] = [:]
  /// What an earner has shown, with how much weight each had.
  public var competencies: [(name: Run, weight: Double)] = []
  /// As they are shown to whom the page is for; the first is the one that stands alone on a page.
  public var badges: [Badge]
  public var signatures: [Signature] = []
  /// The recipient's picture.
  public var avatar: Portrait?
  /// What it says in a second language on the same page, and which that is.
  public var second: (facts: [TextTemplate.Fact: Run], language: String)?
  /// The name of who or what it is, for the picture's title.
  public var title: String
  /// A sentence without what the badges look like, and without a full stop.
  public var sentence: String
  /// Where it is written: the place of what is wrong with its pages.
  public var place: Place

  /// A picture of somebody, or a logo, as nodes in its own units.
  public struct Portrait: Sendable {
    public var size: Size
    public var nodes: [Node]

    public init(_ size: Size, _ nodes: [Node]) { (self.size, self.nodes) = (size, nodes) }
  }

  /// Who signs, as what, and the file of the signature.
  public struct Signature: Sendable {
    public var name: Run
    public var role: Run?
    public var image: Located<String>?
  }

  /// The text of `template` in the second language, where that says it otherwise.
  public func secondText(of template: TextTemplate) -> Run? {
    guard let second, let first = text(of: template) else { return nil }
    let run = template.run(
      in: second.language, at: place, own: { ownFacts[$0] }, { second.facts[$0] })
    return run?.plainText == first.plainText ? nil : run
  }

  /// The text of `template`; `nil` if a fact is not known.
  public func text(of template: TextTemplate) -> Run? {
    template.run(in: language, at: place, own: { ownFacts[$0] }, { facts[$0] })
  }
}

extension PageSubject {
  /// An award: on a certificate under the recipient's legal name.
  public init(_ award: AwardDesign, on kind: PageKind) {
    let name =
      switch kind {
      case .card: award.facts[.recipientName]
      case .certificate: award.facts[.recipientLegalName]
      }
    self.init(
      scope: .award, language: award.language, facts: award.facts, badges: [award.badge],
      title: "\(name?.text ?? ""): \(award.facts[.awardTitle]?.text ?? "")",
      sentence: award.sentence(naming: name?.text), place: award.place)
    ownFacts = award.ownFacts
    lists[.skills] = award.skills
    competencies = award.competencies
    signatures = (award.badge.words.certificate?.signatures ?? []).map { signature in
      // In which language a name is, a spec does not say.
      Signature(
        name: Run(signature.name.value, in: award.language, at: signature.name.place),
        role: signature.role.flatMap { role in award.run(role.value, at: role.place) },
        image: signature.image)
    }
  }

  /// A person with all that they earned, which is at least one award.
  public init(person awards: [AwardDesign]) {
    guard let first = awards.first else { preconditionFailure("a person has an award") }
    let own: Set<TextTemplate.Fact> = [
      .recipientName, .recipientLegalName, .recipientHandle, .programme, .issuerName, .issuerHost,
    ]
    let name = first.grant.award.name.value
    self.init(
      scope: .person, language: first.language, facts: first.facts.filter { own.contains($0.key) },
      badges: awards.map(\.badge), title: name,
      sentence: PageSubject.sentence(
        .personSentence, ["name": name], of: first.programme, in: first.language),
      place: first.place)
    var known = Set<String>()
    lists[.skills] = awards.flatMap(\.skills).filter { known.insert($0.text).inserted }
  }

  /// A badge, whoever earns it, in a language of the programme.
  public init(_ badge: Badge, of programme: Programme, language: String? = nil) {
    let language = language ?? programme.language
    let facts = AwardDesign.words(of: badge, in: programme, language, at: badge.id.place)
    let title = facts[.awardTitle]?.text ?? badge.id.value
    self.init(
      scope: .badge, language: language, facts: facts, badges: [badge], title: title,
      sentence: PageSubject.sentence(.badgeSentence, ["title": title], of: programme, in: language),
      place: badge.id.place)
    lists[.skills] = badge.words.skills.compactMap {
      Run($0, for: language, of: programme, at: badge.id.place)
    }
  }

  /// A programme with all its badges; `nil` for one that has none.
  public init?(_ programme: Programme, language: String? = nil) {
    guard let place = programme.badges.first?.id.place else { return nil }
    let language = language ?? programme.language
    let name = Run(programme.name(in: language), in: language, at: place)
    var facts: [TextTemplate.Fact: Run] = [.programme: name, .issuerName: name]
    facts[.issuerHost] = programme.publishedHost.map { Run($0, in: language, at: place) }
    self.init(
      scope: .programme, language: language, facts: facts, badges: programme.badges,
      title: name.text,
      sentence: PageSubject.sentence(.programmeSentence, [:], of: programme, in: language),
      place: place)
  }

  private static func sentence(
    _ word: Wording.Word, _ values: [String: String], of programme: Programme, in language: String
  ) -> String {
    let values = values.merging(["programme": programme.name(in: language)]) { $1 }
    return programme.wording.text(word, in: language, filling: values)
  }
}
