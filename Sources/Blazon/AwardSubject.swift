internal import BlazonDesign
internal import BlazonForm
internal import BlazonLayout
internal import BlazonLedger
internal import BlazonScene
internal import BlazonSite
internal import BlazonSource
internal import BlazonSpec

extension SnippetSubject {
  /// What snippets and the page say of `award`; `nil` only if its design is broken.
  init?(_ award: AwardDesign) {
    guard
      let badge = Design(
        award.badge, of: award.programme, width: .max, language: award.language, facts: award.facts),
      let card = PageDesign(.card, of: award)
    else { return nil }
    let canvas = Int(Composer.canvas.width)
    var files = [
      File("badge.svg", width: canvas, height: canvas),
      File("badge.png", width: canvas, height: canvas), File("readme.svg"), File("snippets.md"),
    ]
    if award.isInForce {
      let size = card.page.format.size
      for name in ["card.jpg", "card.dark.jpg"] {
        files.append(File(name, width: Int(size.width), height: Int(size.height)))
      }
    }
    if award.hasCertificate { files += [File("certificate.pdf"), File("certificate.letter.pdf")] }
    let grant = award.grant
    let title = award.facts[.awardTitle]?.value ?? award.badge.id.value
    self.init(
      programme: award.programme.id, programmeName: award.programme.name,
      handle: grant.award.handle.value, badge: award.badge.id.value,
      recipientName: grant.award.name.value, badgeTitle: title, alt: badge.sentence,
      cardAlt: card.sentence,
      description: award.facts[.awardDescription]?.value ?? "\(title), \(award.programme.name)",
      siteName: award.programme.name, issued: grant.award.issued.value, expires: grant.expires,
      id: grant.award.id?.value, publish: award.programme.publish,
      themeColor: badge.palette.color(.token("color")).hexText, page: "index.html",
      isInForce: award.isInForce, files: files)
  }
}
