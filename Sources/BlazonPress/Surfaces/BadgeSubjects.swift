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

// What the pages of badges and programmes are told.

extension Work {
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
    subject.hasDarkPicture = hasDarkFile(badge, in: reader)
    subject.family = text(.band)
    subject.description = programme.siteText(words.description, for: reader)
    subject.criteria = text(.awardCriteria)
    subject.skills = words.skills.compactMap { programme.siteText($0, for: reader) }
    subject.competencies = badge.competencies(in: programme.language)
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

extension Array {
  /// Those that satisfy `isFirst`, and the others.
  fileprivate func split(_ isFirst: (Element) -> Bool) -> ([Element], [Element]) {
    (filter(isFirst), filter { !isFirst($0) })
  }
}
