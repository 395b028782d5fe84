internal import BlazonArtwork
internal import BlazonDesign
internal import BlazonForm
internal import BlazonIntake
internal import BlazonLayout
internal import BlazonLedger
internal import BlazonPaint
internal import BlazonScene
internal import BlazonShelf
internal import BlazonSite
internal import BlazonSource
internal import BlazonSpec

// What the pages of the site are told of programmes, badges, people and awards.

extension Programme {
  /// The language of pages for readers of `language`: that, or English where no words of pages are known in it. What is
  /// in the other is told apart on the page.
  func pageLanguage(for language: String) -> String {
    wording.hasPageWords(in: language) ? language : "en"
  }

  /// `text` for readers of `language`.
  func siteText(_ text: LocalizedText?, for language: String) -> SiteText? {
    text?.resolved(in: language, or: self.language).map { SiteText($0.text, in: $0.language) }
  }

  /// The languages that its pages are written in, its own first.
  var pageLanguages: [String] { [language] + languages.filter { $0 != language } }
}

extension LoadedProgramme {
  /// The logo as its file shows it, and as it is on dark pages where that is another; `nil` where there is none.
  var logo: (picture: SitePicture, size: Size, nodes: [Node], dark: [Node]?)? {
    guard let path = programme.logo?.file(in: .light).path, let artwork = artworks.pictures[path]
    else { return nil }
    let address = Address.home(of: programme.id).file(.logo)
    let scale = LoadedProgramme.logoHeight / artwork.size.height
    let size = Size(
      width: (artwork.size.width * scale).rounded(.up), height: LoadedProgramme.logoHeight)
    let picture = SitePicture(address, width: Int(size.width), height: Int(size.height))
    let dark = programme.logo.flatMap { artworks.picture($0.file(in: .dark).path, in: .dark) }
    let fit = dark.map { min(size.width / $0.size.width, size.height / $0.size.height) } ?? scale
    func nodes(_ artwork: Artwork, _ scale: Double) -> [Node] {
      [.group(Group(artwork.nodes, transform: .scale(scale)))]
    }
    return (
      picture, size, nodes(artwork, scale),
      dark.flatMap { $0 == artwork ? nil : nodes($0, fit) }
    )
  }

  private static var logoHeight: Double { 64 }

  /// The programme as others' pages name it.
  func party(in language: String) -> SiteContext.Party {
    SiteContext.Party(
      name: programme.name(in: language), home: .home(of: programme.id), logo: logo?.picture,
      description: programme.siteText(programme.description, for: language))
  }
}

extension Work {
  /// What all pages of the programme have in common for readers of `language`.
  func context(in language: String) -> SiteContext {
    // Pages stand where the programme's languages do; words are those that are known.
    let isOwn = language == programme.language || !programme.wording.hasPageWords(in: language)
    let written = programme.languages.filter {
      $0 != programme.language && programme.wording.hasPageWords(in: $0)
    }
    let words = programme.pageLanguage(for: language)
    var context = SiteContext(
      programme: programme.id, name: programme.name(in: language), language: words,
      folder: isOwn ? nil : language,
      languages: [(programme.pageLanguage(for: programme.language), nil)]
        + written.map { ($0, $0) }, publish: programme.publish, color: siteColor,
      wording: programme.wording)
    context.website = programme.website
    context.linkedIn = programme.linkedIn
    context.logo = loaded.logo?.picture
    // One without badges has no pages; of a run of some badges nobody knows, and all others have them.
    context.partner = programmes.first {
      $0.programme.id == programme.partnerOf
        && (!$0.programme.badges.isEmpty || !selection.only.isEmpty)
    }?
    .party(in: language)
    if context.partner == nil,
      let name = programme.partner?.names.resolved(in: language, or: language)
    {
      // Its pages stand elsewhere, if anywhere.
      context.partner = SiteContext.Party(name: name.text, home: nil)
    }
    return context
  }

  /// The programme's colour, or that of its first badge.
  var siteColor: Color {
    guard let badge = programme.badges.first else { return Color(hex: 0x0B7A86) }
    let palette = Design(badge, of: programme, width: .max).palette
    return palette.color(programme.colors(in: .light).color ?? .token("color"))
  }

  /// A fixed word for readers of `language`.
  func word(_ word: Wording.Word, in language: String) -> String {
    programme.wording.text(word, in: programme.pageLanguage(for: language))
  }

  // MARK: Awards

  /// What the page of `award` says.
  func subject(of award: AwardDesign) -> AwardSubject {
    let (language, ledger) = (award.language, award.grant.award)
    let snippet = snippet(of: award)
    let title = award.facts[.awardTitle].map { SiteText($0.plainText, in: $0.language) }
    func text(_ run: TextTemplate.Run?) -> SiteText? {
      run.map { SiteText($0.plainText, in: $0.language) }
    }
    var subject = AwardSubject(
      snippet, standing: award.grant.standing, visibility: ledger.visibility,
      title: title ?? SiteText(award.badge.id.value, in: "und"),
      sentence: award.sentence() + ".", badge: picture(of: award))
    subject.revoked = ledger.revoked?.value
    subject.renewed = award.grant.renewed
    subject.facts = programme.facts.compactMap { fact in
      ledger.fact(fact.name).map { (fact.header.value, $0.value) }
    }
    subject.standingWord = award.standing.map { _ in
      Wording.Word(award.grant.standing).map { word($0, in: language) } ?? ""
    }
    subject.criteria = text(award.facts[.awardCriteria])
    let statement = text(award.facts[.awardStatement])
    subject.statement = statement == subject.criteria ? nil : statement
    subject.skills = award.skills.map { SiteText($0.plainText, in: $0.language) }
    subject.competencies = award.badge.competencies(in: programme.language)
    subject.evidence = ledger.evidence?.value
    subject.reason = ledger.reason?.value
    subject.result = ledger.result.map { result in
      let name = award.badge.words.achievement?.result?.name
      return name.map { "\($0): \(result.value)" } ?? result.value
    }
    subject.links = ledger.links.map(\.value)
    subject.progress = ledger.progress
    subject.hasDarkBadge = snippet.darkBadge != nil
    subject.certificate = certificatePicture(of: award)
    if award.hasCertificate, let certificate = award.badge.words.certificate {
      subject.signatures = certificate.signatures.map { signature in
        let role =
          signature.role?.value.text(in: language)
          ?? signature.role?.value.text(in: programme.language)
        return SiteText(
          [signature.name.value, role].compactMap(\.self).joined(separator: ", "), in: language)
      }
      let certified = award.facts[.recipientLegalName]?.plainText
      subject.certifiedName = certified == snippet.recipientName ? nil : certified
    }
    subject.proof = proof(of: award.grant)
    subject.next = loaded.successor(of: award.grant)?.address
    return subject
  }

  /// What proves the award of `grant`; `nil` where nobody signs for it.
  private func proof(of grant: Grant) -> AwardSubject.Proof? {
    guard let spec = programme.credentials, grant.hasCredential(in: programme),
      let uuid = grant.award.uuid, let did, let publish = programme.publish
    else { return nil }
    let own = spec.formats.compactMap { format -> FileName? in
      switch format {
      case .jwt: .credential
      case .dataIntegrity: .credentialDocument
      case .hosted: nil
      }
    }
    let host = publish.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first
    return AwardSubject.Proof(
      files: [.credential(.png), .credential(.svg)] + own, id: "urn:uuid:\(uuid.value)",
      issuer: did,
      domain: host.map(String.init) ?? publish)
  }

  /// The badge as an award shows it.
  private func picture(of award: AwardDesign) -> SitePicture {
    let canvas = Int(Composer.canvas.width)
    let language = award.language == programme.language ? nil : award.language
    let shared = award.badge.sharedFile(.svg, in: programme, language)
    let file = shared.map { $0.folder.file($0.name) } ?? award.grant.address.file(.badge(.svg))
    return SitePicture(file, width: canvas, height: canvas)
  }

  /// A badge's own picture.
  func picture(of badge: Badge, in language: String?, _ theme: Theme = .light) -> SitePicture {
    let canvas = Int(Composer.canvas.width)
    return SitePicture(
      Address.badges(of: programme.id, in: language).file(.badge(badge.fileName, theme, .svg)),
      width: canvas, height: canvas)
  }

  private func certificatePicture(of award: AwardDesign) -> SitePicture? {
    guard award.hasCertificate else { return nil }
    let own = award.badge.words.certificate?.preset?.value
    let size = programme.pages.template(.certificate, own).page().format.size
    let scale = certificateScale
    return SitePicture(
      award.grant.address.file(.certificate(nil, nil, .png)),
      width: Int((size.width * scale).rounded()), height: Int((size.height * scale).rounded()))
  }

  // MARK: People

  /// What a person's page says; their grants stand at `range`. `nil` where nothing of it may be listed.
  func person(_ range: Range<Int>) -> (subject: PersonSubject, language: String)? {
    let listed = range.map { loaded.grants[$0] }.filter { $0.award.visibility.isListed }
    guard let first = listed.first else { return nil }
    let awards = listed.map { AwardDesign($0, in: loaded) }
    let language = awards[0].language
    let entries = awards.map { award in
      SiteEntry(
        SiteText(award.facts[.awardTitle]?.plainText ?? "", in: award.language),
        at: award.grant.address, picture: picture(of: award),
        issued: award.grant.award.issued.value, state: award.standing,
        weight: award.grant.standing.weight)
    }
    let folder = Address.person(first.award.handle.value, in: programme.id)
    var subject = PersonSubject(
      name: first.award.name.value, folder: folder, awards: entries,
      snippets: awards.map { SnippetSubject($0) },
      isPublic: listed.allSatisfy { $0.award.visibility == .public })
    if let spec = programme.walls.first(where: { $0.name == WallSpec.standard.name }),
      let wall = WallDesign(spec, of: awards, lacking: [], .light)
    {
      subject.wall = (folder.file(.wall(spec.name)), wall.sentence)
    }
    return (subject, language)
  }

  /// People as lists show them: whose awards may be listed, in the order of their handles.
  func people(in language: String) -> [SiteEntry] {
    loaded.people.compactMap { first in
      guard
        let grant = loaded.grants(from: first).map({ loaded.grants[$0] })
          .first(where: { $0.award.visibility.isListed })
      else { return nil }
      let award = grant.award
      return SiteEntry(
        SiteText(award.name.value, in: award.language?.value ?? "und"),
        at: .person(award.handle.value, in: programme.id))
    }
  }
}

extension Badge {
  /// What an earner has shown, in percent of all.
  func competencies(in language: String) -> [(name: SiteText, share: Int)] {
    let total = words.competencies.reduce(0) { $0 + $1.weight }
    return words.competencies.map {
      (SiteText($0.name.value, in: language), Int((100 * $0.weight / total).rounded()))
    }
  }
}

extension Standing {
  /// How much it weighs in a list.
  var weight: SiteEntry.Weight {
    switch self {
    case .inForce: .plain
    case .notYetValid, .superseded, .expired, .underWay: .warning
    case .revoked: .grave
    }
  }
}
