public import BlazonCheck
public import BlazonScene
public import BlazonSpec

/// A page of one subject: a card or a certificate, resolved until nothing is left to look up.
public struct PageDesign: Sendable {
  public let kind: PageKind
  public let page: PageSpec
  public var subject: PageSubject
  public let palette: Palette
  /// The kind of page that it is for.
  public let theme: Theme
  /// The badges that stand on the page, as they are drawn on it.
  public let badges: [Design]
  /// The programme's logo.
  private let logo: Logo?
  /// The file of the logo of whose partner the programme is.
  public let partnerLogo: String?
  /// What stands where there is no logo: the first letter of the programme's name.
  public let initial: Character?
  /// How much the programme minds each rule.
  public let weights: Weights
  public let title: String
  /// The alternative text.
  public let sentence: String
  /// Where its picture comes from.
  public let provenance: Provenance
  /// What pages of one programme have in common that are the same but for whom they are of; `nil` for one whose design
  /// ships.
  public let likeness: String?

  /// `subject` on the page `template` of `programme` in one variant: `dark`, a paper, or `nil` for the
  /// page as its design says.
  public init(
    _ template: PageTemplate, _ variant: String? = nil, of subject: PageSubject,
    in programme: Programme
  ) {
    let theme = PageTemplate.theme(of: variant)
    let page = template.page(variant)
    let facts = subject.facts
    badges = subject.badges.map { badge in
      Design(
        badge, of: programme, width: .max, language: subject.language, theme: theme, facts: facts)
    }
    (kind, self.page, self.subject) = (template.kind, page, subject)
    let badge = subject.badges.first
    let words = (theme == .dark ? badge?.dark : nil)?.words ?? badge?.words
    palette = Palette(
      words: words, of: programme.colors(in: theme), vars: page.vars, isFlat: false)
    self.theme = theme
    logo = programme.logo
    partnerLogo = programme.partner?.logo?.file(in: theme).path
    initial = programme.name.first { $0.isLetter || $0.isNumber }
    weights = programme.weights
    title = subject.title
    provenance = Provenance(badge, of: programme, on: template)
    likeness =
      programme.pages.written(template.kind).contains(template.name)
      ? ([provenance.name, variant ?? "", subject.language]
        + badges.map { $0.likeness ?? $0.provenance.name }).joined(separator: "/") : nil
    let (wording, language) = (programme.wording, subject.language)
    var parts = ["\(subject.sentence)."]
    if template.kind == .certificate {
      parts[0] = "\(wording.text(.certificate, in: language)): \(parts[0])"
    }
    if badges.count == 1 {
      let values = ["sentence": badges[0].sentence]
      parts.append(wording.text(.theBadge, in: language, filling: values))
    }
    sentence = parts.joined(separator: " ")
  }

  /// The file of the programme's logo for what it stands on; for pages of this theme unless said.
  public func logo(on ground: Theme?) -> String? { logo?.file(in: ground ?? theme).path }
}
