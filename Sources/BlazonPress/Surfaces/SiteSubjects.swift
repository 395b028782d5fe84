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
  /// The logo as its file shows it; `nil` where there is none.
  var logo: (picture: SitePicture, size: Size, nodes: [Node])? {
    guard let path = programme.logo?.path, let artwork = artworks.pictures[path] else { return nil }
    let address = Address.home(of: programme.id).file(.logo)
    let scale = LoadedProgramme.logoHeight / artwork.size.height
    let size = Size(
      width: (artwork.size.width * scale).rounded(.up), height: LoadedProgramme.logoHeight)
    let picture = SitePicture(address, width: Int(size.width), height: Int(size.height))
    return (picture, size, [.group(Group(artwork.nodes, transform: .scale(scale)))])
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
    context.partner = programmes.first {
      $0.programme.id == programme.partnerOf && !$0.programme.badges.isEmpty
    }?
    .party(in: language)
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
    subject.standingWord = award.standing.map { _ in
      Wording.Word(award.grant.standing).map { word($0, in: language) } ?? ""
    }
    subject.criteria = text(award.facts[.awardCriteria])
    let statement = text(award.facts[.awardStatement])
    subject.statement = statement == subject.criteria ? nil : statement
    subject.skills = award.skills.map { SiteText($0.plainText, in: $0.language) }
    subject.evidence = ledger.evidence?.value
    subject.links = ledger.links.map(\.value)
    subject.darkBadge = snippet.darkBadge.map { file in
      SitePicture(
        (file.folder ?? item.address).file(file.name), width: file.width, height: file.height)
    }
    subject.certificate = certificatePicture(of: award)
    subject.next = loaded.successor(of: award.grant)?.address
    return subject
  }

  /// The badge as an award shows it.
  private func picture(of award: AwardDesign) -> SitePicture {
    let canvas = Int(Composer.canvas.width)
    guard award.badge.isShared(in: programme) else {
      return SitePicture(award.grant.address.file(.badge(.svg)), width: canvas, height: canvas)
    }
    let language = award.language == programme.language ? nil : award.language
    return picture(of: award.badge, in: language)
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
    let handle = first.award.handle.value
    return (
      PersonSubject(
        name: first.award.name.value, folder: .person(handle, in: programme.id), awards: entries,
        snippets: awards.map { SnippetSubject($0) },
        isPublic: listed.allSatisfy { $0.award.visibility == .public }), language
    )
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

  // MARK: Badges

  /// A badge as galleries show it, for readers of `language`, which is `nil` for the programme's own.
  func entry(of badge: Badge, in language: String?) -> SiteEntry {
    let reader = language ?? programme.language
    let facts = PageSubject(badge, of: programme, language: language).facts
    let title = facts[.awardTitle].map { SiteText($0.plainText, in: $0.language) }
    let level = badge.words.level.flatMap { Wording.Word(rawValue: $0.rawValue) }
    return SiteEntry(
      title ?? SiteText(badge.id.value, in: "und"),
      at: .badge(badge.id.value, of: programme.id, in: language),
      picture: picture(of: badge, in: language), note: level.map { word($0, in: reader) },
      state: badge.words.state.word.map { programme.wording.text($0, in: reader) })
  }

  /// What snippets say of `badge`, whoever has it.
  func snippet(of badge: Badge) -> SnippetSubject {
    let canvas = Int(Composer.canvas.width)
    let language = programme.language
    let design = Design(badge, of: programme, width: .max)
    let facts = PageSubject(badge, of: programme).facts
    let folder = Address.badges(of: programme.id)
    func file(_ theme: Theme, _ format: ImageFormat) -> SnippetSubject.File {
      .init(
        .badge(badge.fileName, theme, format), in: folder, width: canvas, height: canvas)
    }
    // The day is asked for by profiles alone, which take no badge that nobody earned.
    guard let day = CalendarDate(year: 1, month: 1, day: 1) else {
      preconditionFailure("the calendar begins on that day")
    }
    var subject = SnippetSubject(
      programme: programme.id, programmeName: programme.name, handle: "", badge: badge.id.value,
      recipientName: "", badgeTitle: facts[.awardTitle]?.plainText ?? badge.id.value,
      alt: design.sentence, cardAlt: design.sentence, description: design.sentence,
      siteName: programme.name, issued: day, publish: programme.publish, page: .page,
      isInForce: false, badgeFiles: [file(.light, .svg), file(.light, .png)], files: [])
    subject.home = .badge(badge.id.value, of: programme.id)
    if hasDarkFile(badge, in: language) { subject.darkBadge = file(.dark, .svg) }
    return subject
  }

  /// What the page of `badge` says.
  func subject(of badge: Badge, in language: String?) -> BadgeSubject {
    let reader = language ?? programme.language
    let design = Design(badge, of: programme, width: .max, language: language)
    let facts = PageSubject(badge, of: programme, language: language).facts
    let words = badge.words
    func text(_ fact: TextTemplate.Fact) -> SiteText? {
      facts[fact].map { SiteText($0.plainText, in: $0.language) }
    }
    var subject = BadgeSubject(
      id: badge.id.value, title: text(.awardTitle) ?? SiteText(badge.id.value, in: "und"),
      alt: design.sentence, picture: picture(of: badge, in: language))
    if hasDarkFile(badge, in: reader) {
      subject.darkPicture = picture(of: badge, in: language, .dark)
    }
    subject.family = text(.band)
    subject.description = programme.siteText(words.description, for: reader)
    subject.criteria = text(.awardCriteria)
    subject.skills = words.skills.compactMap { programme.siteText($0, for: reader) }
    subject.state = words.state.word.map { programme.wording.text($0, in: reader) }
    subject.variants = badge.variants.map { variant in
      var entry = entry(of: variant, in: language)
      let name = variant.variant?.name ?? ""
      entry.title = SiteText(
        variant.variant?.kind == .tier ? programme.wording.tier(name, in: reader) : name,
        in: programme.pageLanguage(for: reader))
      entry.alt = Design(variant, of: programme, width: .max, language: language).sentence
      entry.address = entry.picture?.address ?? entry.address
      return entry
    }
    let folder = Address.badge(badge.id.value, of: programme.id, in: language)
    subject.states = shownStates(of: badge).map { state, badge in
      let picture = SitePicture(
        folder.file(.state(state.rawValue)), width: subject.picture.width,
        height: subject.picture.height)
      let word = state.word.map { programme.wording.text($0, in: reader) } ?? ""
      return SiteEntry(
        SiteText(word, in: programme.pageLanguage(for: reader)), at: picture.address,
        picture: picture,
        alt: Design(badge, of: programme, width: .max, language: language).sentence)
    }
    subject.required = words.requires.compactMap { programme.badge($0.value) }
      .map { entry(of: $0, in: language) }
    subject.holders = (loaded.holders[badge.id.value] ?? []).map { loaded.grants[$0] }
      .filter { $0.award.visibility.isListed && $0.standing != .revoked }
      .map { holder($0, reader) }
    let files = Address.badges(of: programme.id, in: language)
    subject.files = [.svg, .png].map { files.file(.badge(badge.fileName, .light, $0)) }
    return subject
  }

  private func holder(_ grant: Grant, _ reader: String) -> SiteEntry {
    let award = grant.award
    var entry = SiteEntry(
      SiteText(award.name.value, in: award.language?.value ?? "und"), at: grant.address,
      note: award.tier.map { programme.wording.tier($0.value, in: reader) },
      issued: award.issued.value,
      state: Wording.Word(grant.standing).map { word($0, in: reader) },
      weight: grant.standing.weight)
    entry.isPublic = award.visibility == .public
    return entry
  }

  // MARK: The programme

  /// What the programme's pages say for readers of `language`, which is `nil` for its own.
  func subject(in language: String?) -> ProgrammeSubject {
    let reader = language ?? programme.language
    let (certified, others) = programme.badges.split {
      $0.words.certificate != nil || $0.words.track != nil || $0.words.level != nil
    }
    let levels = Words.Level.allCases
    func level(_ badge: Badge) -> Int {
      badge.words.level.flatMap { levels.firstIndex(of: $0) } ?? levels.count
    }
    // From the lowest level, else as they are written.
    let byLevel = certified.enumerated()
      .sorted { (level($0.element), $0.offset) < (level($1.element), $1.offset) }.map(\.element)
    let partners = programmes.filter { $0.programme.partnerOf == programme.id }
      .map { $0.party(in: reader) }
    return ProgrammeSubject(
      description: programme.siteText(programme.description, for: reader),
      certifications: groups(byLevel, in: language) {
        programme.siteText($0.words.track, for: reader)
      },
      families: groups(others, in: language) {
        programme.siteText($0.words.band?.value, for: reader)
      }, people: people(in: reader), partners: partners)
  }

  /// `badges` under the headings that `title` gives them, in the order in which these come first.
  private func groups(
    _ badges: [Badge], in language: String?, _ title: (Badge) -> SiteText?
  ) -> [ProgrammeSubject.Group] {
    var (titles, members) = ([String: SiteText](), [(key: String, badges: [SiteEntry])]())
    // What can be earned now comes first.
    let (open, others) = badges.split { $0.words.state == .active }
    for badge in open + others {
      let heading = title(badge)
      // Of one family, whatever it is called.
      let key = heading?.text ?? badge.words.family?.value ?? ""
      titles[key] = heading ?? SiteText("", in: "und")
      let entry = entry(of: badge, in: language)
      if let index = members.firstIndex(where: { $0.key == key }) {
        members[index].badges.append(entry)
      } else {
        members.append((key, [entry]))
      }
    }
    return members.map {
      ProgrammeSubject.Group(titles[$0.key] ?? SiteText("", in: "und"), $0.badges)
    }
  }
}

extension Standing {
  /// How much it weighs in a list.
  fileprivate var weight: SiteEntry.Weight {
    switch self {
    case .inForce: .plain
    case .notYetValid, .superseded, .expired: .warning
    case .revoked: .grave
    }
  }
}

extension Array {
  /// Those that satisfy `isFirst`, and the others.
  fileprivate func split(_ isFirst: (Element) -> Bool) -> ([Element], [Element]) {
    (filter(isFirst), filter { !isFirst($0) })
  }
}
