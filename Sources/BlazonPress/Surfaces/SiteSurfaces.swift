internal import BlazonDesign
internal import BlazonIntake
internal import BlazonLedger
internal import BlazonPaint
internal import BlazonScene
internal import BlazonShelf
internal import BlazonSite
internal import BlazonSource
internal import BlazonSpec

// The pages of people, badges, programmes and of all: a site of plain files.

extension Surface {
  /// What the command line calls the pages that are nobody's own.
  static let siteID = "site"

  private static let siteSummary =
    "the pages of badges and programmes, lists of people, the look-up of numbers, the sitemap"

  /// The page of a person.
  static let personPage = Surface(
    id: page.id, scope: .person, summary: page.summary, formats: [], check: nil,
    make: { (work) throws(WorldError) in
      guard case .person(let range) = work.item.subject, let person = work.person(range)
      else { return }
      let text = BlazonSite.personPage(
        for: person.subject, in: work.context(in: person.language))
      let handle = work.loaded.grants[range.lowerBound].award.handle.value
      try work.take(work.item.address.file(.page), text, recipient: handle)
    })

  /// The pages of a badge.
  static let badgePage = Surface(
    id: siteID, scope: .badge, summary: siteSummary, formats: [], check: nil,
    make: { (work) throws(WorldError) in
      let (badge, language) = work.badge
      guard work.isWritten(in: language) else { return }
      let context = work.context(in: language ?? work.programme.language)
      // Where everybody's time may be over, the badge is drawn so already.
      for (state, scene) in work.states(of: badge, in: language)
      where state != .expired || badge.expired == nil {
        let folder = Address.badge(badge.id.value, of: work.programme.id, in: language)
        try work.take(
          Artifact(
            SVGPainter().paint(scene), at: folder.file(.state(state.rawValue)),
            badge: badge.id.value, width: Int(scene.size.width), height: Int(scene.size.height),
            alt: scene.description, key: work.key))
      }
      for page in badgePages(for: work.subject(of: badge, in: language), in: context) {
        try work.take(page.folder.file(.page), page.html, badge: badge.id.value)
      }
      for alias in badge.words.aliases {
        let folder = Address.badge(alias.value, of: work.programme.id, in: language)
        let page = leadingPage(
          from: folder, to: .badge(badge.id.value, of: work.programme.id, in: language),
          titled: work.word(.moved, in: context.language), in: context)
        try work.take(folder.file(.page), page, badge: badge.id.value)
      }
    })

  /// The pages of a programme, its logo and its part of the sitemap.
  static let programmePages = Surface(
    id: siteID, scope: .programme, summary: siteSummary, formats: [], check: nil,
    make: { (work) throws(WorldError) in
      let programme = work.programme
      for language in work.languages {
        let context = work.context(in: language ?? programme.language)
        let pages = BlazonSite.programmePages(for: work.subject(in: language), in: context)
        for page in pages { try work.take(page.folder.file(.page), page.html) }
      }
      try drawLogo(&work)
      let context = work.context(in: programme.language)
      for (number, text) in sitemaps(of: work.loaded.indexedFolders, in: context).enumerated() {
        try work.take(Address.home(of: programme.id).file(.sitemap(number)), text)
      }
    })

  /// The page of all programmes, and the one that looks numbers up.
  static let rootPages = Surface(
    id: siteID, scope: .output, summary: siteSummary, formats: [], check: nil,
    make: { (work) throws(WorldError) in
      var context = work.context(in: work.programme.language)
      // One without badges has no pages.
      let parties = work.programmes.filter { !$0.programme.badges.isEmpty }
        .map { $0.party(in: context.language) }
      // These are of no programme; of a single one they have the name.
      if parties.count > 1 { context.name = work.word(.programmes, in: context.language) }
      (context.programme, context.logo, context.partner) = ("", nil, nil)
      var root = Artifact(
        Array(rootPage(parties, in: context).utf8), at: Address.root.file(.page), alt: "",
        key: work.key)
      // The owner of the folder may have a page of their own there.
      root.ownMark = generatorMark
      // A run of some programmes leaves the page of all as it is.
      let ours = Set(work.programmes.map { Address.home(of: $0.programme.id) })
      if work.volume?.listsProgrammes(besides: ours) != true {
        try work.take(root)
        try takeSitemaps(&work, context)
      }
      let isSigning = work.programmes.contains { $0.programme.credentials != nil }
      try work.take(
        Address.verify().file(.page), verifyPage(in: context, checkingFiles: isSigning))
    })
}

/// The list of all sitemaps and what leads to it, where all programmes are published below one address.
private func takeSitemaps(_ work: inout Work, _ context: SiteContext) throws(WorldError) {
  let programmes = work.programmes.filter { !$0.programme.badges.isEmpty }
  guard Set(programmes.map(\.programme.publish)).count == 1 else { return }
  let files = programmes.flatMap { loaded in
    (0..<loaded.sitemapCount).map {
      Address.home(of: loaded.programme.id).file(.sitemap($0))
    }
  }
  for (name, text) in [
    (FileName.sitemap(), sitemapIndex(of: files, in: context)), (.robots, robots(in: context)),
  ] {
    if let text { try work.take(Address.root.file(name), text) }
  }
}

/// The logo, and a small square picture for browsers.
private func drawLogo(_ work: inout Work) throws(WorldError) {
  let programme = work.programme
  let folder = Address.home(of: programme.id)
  func take(
    _ name: FileName, _ size: Size, _ nodes: [Node], dark: [Node]? = nil, _ work: Work
  ) throws(WorldError) {
    func scene(_ nodes: [Node]) -> Scene {
      Scene(
        size: size, nodes: nodes, title: programme.name, description: programme.name,
        language: programme.language)
    }
    try work.take(
      Artifact(
        SVGPainter().paint(scene(nodes), dark: dark.map(scene)), at: folder.file(name),
        width: Int(size.width),
        height: Int(size.height), alt: programme.name, key: work.key))
  }
  let side = 64.0
  let square = Size(width: side, height: side)
  if let logo = work.loaded.logo {
    try take(.logo, logo.size, logo.nodes, dark: logo.dark, work)
    // The whole of it, in the middle of the square.
    let scale = side / max(logo.size.width, logo.size.height)
    let shift = Affine.translation(
      (side - logo.size.width * scale) / 2, (side - logo.size.height * scale) / 2)
    func centred(_ nodes: [Node]) -> [Node] {
      [.group(Group(nodes, transform: shift.after(.scale(scale))))]
    }
    try take(.icon, square, centred(logo.nodes), dark: logo.dark.map(centred), work)
  } else {
    let box = Path(rect: Rect(x: 4, y: 4, width: 56, height: 56), corner: 16)
    try take(.icon, square, [.shape(Shape(box, fill: .color(work.siteColor)))], work)
  }
}

extension Work {
  /// The badge as those see it who have it in another state than it is in: expired, revoked.
  fileprivate func states(of badge: Badge, in language: String?) -> [(Words.State, Scene)] {
    var report = Report()
    return shownStates(of: badge).map { state, badge in
      let design = Design(badge, of: programme, width: .max, language: language)
      return (state, bench.compose(design, report: &report))
    }
  }

  /// The states in which somebody has `badge`, with the badge in each; none where it shows a name.
  func shownStates(of badge: Badge) -> [(Words.State, Badge)] {
    guard !badge.isPersonal else { return [] }
    return [Words.State.expired, .revoked].filter { $0 != badge.words.state }
      .compactMap { state in badge.personal(state: state).map { (state, $0) } }
  }

  fileprivate var languages: [String?] { programme.writtenLanguages }

  fileprivate func isWritten(in language: String?) -> Bool { programme.isWritten(in: language) }
}

extension Programme {
  /// The languages of the programme's pages, its own as `nil`; of those that no words of pages are known in, none but
  /// its own.
  fileprivate var writtenLanguages: [String?] {
    [nil] + languages.filter { $0 != language && isWritten(in: $0) }.map(Optional.some)
  }

  fileprivate func isWritten(in language: String?) -> Bool {
    language.map { wording.hasPageWords(in: $0) } ?? true
  }
}

extension LoadedProgramme {
  /// How many sitemaps it has.
  var sitemapCount: Int { BlazonSite.sitemapCount(for: indexedFolders.count) }

  /// The folders of all pages that search engines may keep.
  fileprivate var indexedFolders: [Address] {
    let languages = programme.writtenLanguages
    var folders = languages.map { Address.home(of: programme.id, in: $0) }
    for language in languages {
      folders += programme.badges.map { .badge($0.id.value, of: programme.id, in: language) }
    }
    folders += people.compactMap { first in
      let grants = self.grants(from: first).map { self.grants[$0] }
      let listed = grants.filter { $0.award.visibility.isListed }
      guard !listed.isEmpty, listed.allSatisfy({ $0.award.visibility == .public }) else {
        return nil
      }
      return .person(grants[0].award.handle.value, in: programme.id)
    }
    folders += grants.filter {
      $0.award.visibility == .public && $0.standing == .inForce
    }.map(\.address)
    return folders
  }
}
