internal import BlazonDesign
internal import BlazonForm
internal import BlazonLayout
internal import BlazonLedger
internal import BlazonScene
internal import BlazonShelf
internal import BlazonSite
internal import BlazonSource
internal import BlazonSpec

// The texts that carry the pictures. They tell of all files that an award has, whichever of them a run makes.

extension Surface {
  /// The lines of Markdown and HTML that show the others.
  static let snippets = Surface(
    id: "snippets", scope: .award, summary: "lines to paste into READMEs, pages and profiles",
    formats: [], check: nil,
    make: { (work) throws(WorldError) in
      let text = BlazonSite.snippets(for: SnippetSubject(work.award))
      try work.take(.snippets, Array(text.utf8))
    })

  /// The page that the award's address shows.
  static let page = Surface(
    id: "page", scope: .award, summary: "the page that an award's address shows", formats: [],
    check: nil,
    make: { (work) throws(WorldError) in
      let award = work.award
      let text = awardPage(for: SnippetSubject(award), language: award.language)
      try work.take(.page, Array(text.utf8))
    })
}

extension SnippetSubject {
  /// What snippets and the page say of `award`.
  init(_ award: AwardDesign) {
    let (programme, grant) = (award.programme, award.grant)
    let badge = Design(
      award.badge, of: programme, width: .max, language: award.language, facts: award.facts)
    let template = programme.pages.template(.card)
    let card = PageDesign(template, of: PageSubject(award, on: .card), in: programme)
    let title = award.facts[.awardTitle]?.text ?? award.badge.id.value
    self.init(
      programme: programme.id, programmeName: programme.name, handle: grant.award.handle.value,
      badge: award.badge.id.value, recipientName: grant.award.name.value, badgeTitle: title,
      alt: badge.sentence, cardAlt: card.sentence,
      description: award.facts[.awardDescription]?.text ?? "\(title), \(programme.name)",
      siteName: programme.name, issued: grant.award.issued.value, expires: grant.expires,
      id: grant.award.id?.value, publish: programme.publish,
      themeColor: badge.palette.color(.token("color")).hexText, page: .page,
      isInForce: award.isInForce, badgeFiles: SnippetSubject.badgeFiles(of: award),
      files: SnippetSubject.files(of: award, template))
  }

  /// The badge's own files where the award shows it as they do, or else those in the award's folder.
  private static func badgeFiles(of award: AwardDesign) -> [File] {
    let canvas = Int(Composer.canvas.width)
    let (badge, programme) = (award.badge, award.programme)
    guard badge.isShared(in: programme) else {
      return [.svg, .png].map { File(.badge($0), width: canvas, height: canvas) }
    }
    let language = award.language == programme.language ? nil : award.language
    let folder = Address.badges(of: programme.id, in: language)
    return [.svg, .png].map { format in
      File(
        .badge(badge.fileName, .light, format), in: folder, width: canvas, height: canvas)
    }
  }

  /// The files that an award has, as far as texts tell of them.
  private static func files(of award: AwardDesign, _ card: PageTemplate) -> [File] {
    var files = [File(.readme), File(.snippets)]
    if award.isInForce {
      let size = card.page().format.size
      for variant in [nil] + card.variants.map(Optional.some) {
        files.append(
          File(.card(nil, variant), width: Int(size.width), height: Int(size.height)))
      }
    }
    guard award.hasCertificate else { return files }
    let own = award.badge.words.certificate?.preset?.value
    let certificate = award.programme.pages.template(.certificate, own)
    for variant in [nil] + certificate.variants.map(Optional.some) {
      files.append(File(.certificate(nil, variant, .pdf)))
    }
    return files
  }
}
