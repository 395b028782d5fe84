internal import BlazonLedger
internal import BlazonScene
public import BlazonShelf
internal import BlazonSpec

/// A programme as its pages tell of it.
public struct ProgrammeSubject: Sendable {
  /// Badges under one heading.
  public struct Group: Sendable {
    public var title: SiteText
    public var badges: [SiteEntry]

    public init(_ title: SiteText, _ badges: [SiteEntry]) {
      (self.title, self.badges) = (title, badges)
    }
  }

  public var description: SiteText?
  /// Badges that come with a certificate, by track.
  public var certifications: [Group]
  /// All others, by family.
  public var families: [Group]
  /// Who has earned something and may be listed.
  public var people: [SiteEntry]
  /// Programmes that are partners of this one.
  public var partners: [SiteContext.Party]

  public init(
    description: SiteText?, certifications: [Group], families: [Group], people: [SiteEntry],
    partners: [SiteContext.Party]
  ) {
    (self.description, self.certifications, self.families) = (description, certifications, families)
    (self.people, self.partners) = (people, partners)
  }
}

/// The pages of a programme in one language: its own, and the list of its people.
public func programmePages(
  for subject: ProgrammeSubject, in context: SiteContext
) -> [(folder: Address, html: String)] {
  let people = pages(of: subject.people)
  return [(context.home, programmePage(for: subject, in: context))]
    + people.indices.map { index in
      peoplePage(Array(people[index]), index + 1, of: people.count, in: context)
    }
}

private func programmePage(for subject: ProgrammeSubject, in context: SiteContext) -> String {
  let sentence = context(.programmeSentence, ["programme": context.name])
  var frame = PageFrame(
    context: context, folder: context.home, title: context.name, description: sentence)
  frame.section = .badges
  frame.parts = [.award, .lists]
  frame.translations = context.languages.map { language in
    (language.tag, .home(of: context.programme, in: language.folder))
  }
  frame.head = pictureTags(frame, nil, "")
  var html = HTML.empty
  func groups(_ word: Wording.Word, _ groups: [ProgrammeSubject.Group]) {
    guard !groups.isEmpty else { return }
    html += "<section><h2>\(context(word))</h2>\n"
    for group in groups {
      let title: HTML =
        groups.count == 1 || group.title.text.isEmpty
        ? .empty : "<h3>\(context.html(group.title))</h3>\n"
      html += "\(title)\(frame.gallery(group.badges))\n"
    }
    html += "</section>\n"
  }
  groups(.certifications, subject.certifications)
  groups(.badges, subject.families)
  if !subject.partners.isEmpty || context.partner != nil {
    html += partners(subject.partners, frame)
  }
  let website: HTML? = context.website.map {
    "<p><a href=\"\($0)\"><bdi>\($0)</bdi></a></p>"
  }
  let description =
    subject.description.map { context.paragraph($0, class: "lead") }
    ?? "<p class=\"lead\">\(sentence)</p>"
  let logo = context.logo.map { "<p>\(frame.image($0, alt: ""))</p>" as HTML }
  return frame.page(
    """
    <div class="hero plain"><div class="wrap"><div>\(logo)<h1>\(context.name)</h1>
    \(description)\(website)</div></div></div>
    <div class="wrap">
    \(html)</div>
    """)
}

private func partners(_ parties: [SiteContext.Party], _ frame: PageFrame) -> HTML {
  let context = frame.context
  func party(_ party: SiteContext.Party) -> HTML {
    let logo = party.logo.map { frame.image($0, alt: "") }
    let words: HTML = "\(logo)<span>\(party.name)</span>"
    return party.home.map { frame.link($0, words) } ?? words
  }
  var html = HTML.empty
  if let partner = context.partner {
    html +=
      "<div class=\"by\"><span class=\"label\">\(context(.partnerOf))</span>\(party(partner))</div>"
  }
  guard !parties.isEmpty else { return html }
  return html
    + "<section><h2>\(context(.partners))</h2><div class=\"by\">\(parties.map(party).joined(separator: "\n"))</div></section>\n"
}

private func peoplePage(
  _ people: [SiteEntry], _ number: Int, of count: Int, in context: SiteContext
) -> (folder: Address, html: String) {
  func address(_ number: Int, in folder: String?) -> Address {
    .people(of: context.programme, in: folder, page: number)
  }
  let folder = address(number, in: context.folder)
  let sentence = context(.programmeSentence, ["programme": context.name])
  var frame = PageFrame(
    context: context, folder: folder,
    title: [context(.people), context.name].joined(separator: " – "), description: sentence)
  // Names are for who visits, not for search engines.
  frame.isIndexed = false
  frame.section = .people
  if number == 1 {
    frame.translations = context.languages.map { ($0.tag, address(1, in: $0.folder)) }
  }
  let list: HTML =
    people.isEmpty
    ? "<p>\(context(.noHolders))</p>"
    : frame.list(people) + frame.pager(number, of: count) { address($0, in: context.folder) }
  return (
    folder,
    frame.page(
      """
      <div class="hero plain"><div class="wrap"><div><p class="label">\(context.name)</p>
      <h1>\(context(.people))</h1></div></div></div>
      <div class="wrap">\(list)</div>
      """)
  )
}

/// `index.html` of the root: all programmes.
public func rootPage(_ programmes: [SiteContext.Party], in context: SiteContext) -> String {
  var frame = PageFrame(
    context: context, folder: .root, title: context.name, description: context.name)
  frame.head = pictureTags(frame, nil, "")
  frame.parts = [.cards]
  let items = programmes.map { party -> HTML in
    let logo = party.logo.map { frame.image($0, alt: "") }
    let words = party.description.map { "<small>\(context.html($0))</small>" as HTML }
    return
      "<li>\(frame.link(party.home ?? .root, "\(logo)<span class=\"t\">\(party.name)</span>\(words)"))</li>"
  }
  return frame.page(
    """
    <div class="hero plain"><div class="wrap"><h1>\(context.name)</h1></div></div>
    <div class="wrap"><ul class="cards">\(items.joined(separator: "\n"))</ul></div>
    """)
}

/// The most addresses that one sitemap may have (sitemaps.org, 0.9).
private let sitemapLimit = 50_000

/// How many sitemaps it takes for `count` pages.
public func sitemapCount(for count: Int) -> Int {
  max(1, (count + sitemapLimit - 1) / sitemapLimit)
}

/// What search engines read of all pages that they may keep (sitemaps.org, 0.9): addresses of folders, in as many files as
/// it takes. None where nothing is published.
public func sitemaps(of folders: [Address], in context: SiteContext) -> [String] {
  guard context.isPublished else { return [] }
  return (0..<sitemapCount(for: folders.count)).map { number in
    let page = folders.dropFirst(number * sitemapLimit).prefix(sitemapLimit)
    return sitemap("urlset", page.map { $0 }, "url", in: context)
  }
}

/// The list of the sitemaps of all programmes; `nil` where nothing is published.
public func sitemapIndex(of files: [Address], in context: SiteContext) -> String? {
  guard context.isPublished else { return nil }
  return sitemap("sitemapindex", files, "sitemap", in: context)
}

private func sitemap(
  _ root: String, _ addresses: [Address], _ element: String, in context: SiteContext
) -> String {
  let entries = addresses.compactMap { context.url($0) }.map {
    "<\(element)><loc>\(htmlAttribute($0))</loc></\(element)>\n"
  }
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    + "<\(root) xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n\(entries.joined())</\(root)>\n"
}

/// What tells search engines where the list is (RFC 9309); they ask for it at the root of a host alone.
public func robots(in context: SiteContext) -> String? {
  context.url(Address.root.file(.sitemap())).map { "User-agent: *\nAllow: /\n\nSitemap: \($0)\n" }
}
