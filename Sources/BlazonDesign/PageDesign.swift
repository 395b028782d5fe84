internal import BlazonScene
internal import BlazonSource
public import BlazonSpec

/// A card or a certificate of one award, resolved until nothing is left to look up.
public struct PageDesign: Sendable {
  public let kind: PageKind
  public let page: PageSpec
  public let award: AwardDesign
  public let palette: Palette
  /// The badge that stands on the page.
  public let badge: Design
  public let title: String
  /// The alternative text.
  public let sentence: String

  /// The card or certificate of `award` in one variant: `dark`, `letter`, or `nil` for the page as
  /// its design says. `nil` if the design was already reported as broken.
  public init?(_ kind: PageKind, of award: AwardDesign, variant: String? = nil) {
    let name =
      switch kind {
      case .card: "open-graph"
      case .certificate: award.badge.words.certificate?.preset?.value ?? "guilloche"
      }
    let theme: Theme = variant == Theme.dark.rawValue ? .dark : .light
    guard let page = award.programme.pages.page(kind, name, variant: variant),
      let badge = Design(
        award.badge, of: award.programme, width: .max, language: award.language,
        theme: theme, facts: award.facts)
    else { return nil }
    self.kind = kind
    self.page = page
    self.award = award
    self.badge = badge
    let words = theme == .dark ? (award.badge.dark ?? award.badge).words : award.badge.words
    palette = Palette(
      words: words, of: award.programme.colors(in: theme), vars: page.vars, isFlat: false)
    let facts = award.facts
    let recipient = kind == .card ? facts[.recipientName] : facts[.recipientLegalName]
    title = "\(recipient?.value ?? ""): \(facts[.awardTitle]?.value ?? "")"
    switch kind {
    case .card: sentence = "\(award.sentence). The badge: \(badge.sentence)"
    case .certificate: sentence = "Certificate: \(award.sentence). The badge: \(badge.sentence)"
    }
  }
}
