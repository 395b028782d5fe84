internal import BlazonDesign
internal import BlazonForm
internal import BlazonIntake
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
      let award = work.award
      let context = work.context(in: award.language)
      let text = BlazonSite.snippets(for: work.snippet(of: award), in: context)
      try work.take(work.item.address.file(.snippets), text, of: award)
    })

  /// The page that the award's address shows; pages that lead to it from its number and from where it stood.
  static let page = Surface(
    id: "page", scope: .award, summary: "the page that an award's address shows, and a person's",
    formats: [], check: nil,
    make: { (work) throws(WorldError) in
      let award = work.award
      let context = work.context(in: award.language)
      let page = awardPage(for: work.subject(of: award), in: context)
      try work.take(work.item.address.file(.page), page, of: award)
      for folder in award.formerFolders {
        let page = leadingPage(
          from: folder, to: work.item.address, titled: work.word(.moved, in: award.language),
          in: context)
        try work.take(folder.file(.page), page, of: award)
      }
      // Those of awards that this one renews are printed somewhere.
      let former = work.loaded.formerNumbers(of: award.grant)
      for id in [award.grant.award.id?.value].compactMap(\.self) + former {
        let folder = Address.verify(id)
        let leading = leadingPage(
          from: folder, to: work.item.address, titled: work.word(.verifyFound, in: award.language),
          in: context)
        try work.take(folder.file(.page), leading, of: award)
      }
    })
}

extension Work {
  fileprivate func take(
    _ address: Address, _ text: String, of award: AwardDesign
  ) throws(WorldError) {
    try take(
      address, text, badge: award.badge.id.value, recipient: award.grant.award.handle.value)
  }

  /// What snippets say of `award`.
  func snippet(of award: AwardDesign) -> SnippetSubject {
    var subject = SnippetSubject(award)
    subject.darkBadge = darkBadge(of: award)
    return subject
  }

  /// The badge of `award` on dark pages, where that is another.
  private func darkBadge(of award: AwardDesign) -> SnippetSubject.File? {
    let badge = award.badge
    let canvas = Int(Composer.canvas.width)
    guard badge.dark != nil, hasDarkFile(badge, in: award.language, award.facts) else { return nil }
    let language = award.language == programme.language ? nil : award.language
    guard let shared = badge.sharedFile(.svg, .dark, in: programme, language) else {
      return .init(.badge(.svg, .dark), width: canvas, height: canvas)
    }
    return .init(shared.name, in: shared.folder, width: canvas, height: canvas)
  }

  /// Whether `badge` has a file of its own for dark pages: what comes out the same on both has one.
  func hasDarkFile(
    _ badge: Badge, in language: String, _ facts: [TextTemplate.Fact: TextTemplate.Run] = [:]
  ) -> Bool {
    guard badge.dark != nil else { return false }
    return copies.answer(badge.likeness(in: programme, language)) {
      var report = Report()
      let texts = Theme.allCases.map { theme in
        let design = Design(
          badge, of: programme, width: .max, language: language, theme: theme, facts: facts)
        return bench.compose(design, report: &report).text
      }
      return texts[0] != texts[1]
    }
  }
}

extension SnippetSubject {
  /// What snippets and the page say of `award`.
  init(_ award: AwardDesign) {
    let (programme, grant) = (award.programme, award.grant)
    let badge = Design(
      award.badge, of: programme, width: .max, language: award.language, facts: award.facts)
    let template = programme.pages.template(.card)
    let card = PageDesign(template, of: PageSubject(award, on: .card), in: programme)
    let title = award.facts[.awardTitle]?.plainText ?? award.badge.id.value
    self.init(
      programme: programme.id, programmeName: programme.name(in: award.language),
      handle: grant.award.handle.value,
      badge: award.badge.id.value, recipientName: grant.award.name.value, badgeTitle: title,
      alt: award.told(badge.sentence), cardAlt: card.sentence,
      description: award.standing.map { "\($0): \(title)" }
        ?? award.facts[.awardDescription]?.plainText ?? title,
      siteName: programme.name(in: award.language), issued: grant.award.issued.value,
      expires: grant.expires,
      id: grant.award.id?.value, publish: programme.publish,
      page: .page,
      isInForce: award.isInForce && award.isEarned,
      badgeFiles: SnippetSubject.badgeFiles(of: award),
      files: SnippetSubject.files(of: award, template))
  }

  /// The badge's own files where the award shows it as they do, or else those in the award's folder.
  private static func badgeFiles(of award: AwardDesign) -> [File] {
    let canvas = Int(Composer.canvas.width)
    let (badge, programme) = (award.badge, award.programme)
    let language = award.language == programme.language ? nil : award.language
    return [ImageFormat.svg, .png].map { format in
      guard let shared = badge.sharedFile(format, in: programme, language) else {
        return File(.badge(format), width: canvas, height: canvas)
      }
      return File(shared.name, in: shared.folder, width: canvas, height: canvas)
    }
  }

  /// The files that an award has, as far as texts tell of them.
  private static func files(of award: AwardDesign, _ card: PageTemplate) -> [File] {
    var files = [File(.readme), File(.snippets)]
    do {
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
