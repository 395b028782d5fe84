internal import BlazonLedger
internal import BlazonScene
public import BlazonShelf
internal import BlazonSpec

/// A badge as its page tells of it, whoever has it.
public struct BadgeSubject: Sendable {
  public var id: String
  public var title: SiteText
  /// The family's name, or what else stands on its ribbon.
  public var family: SiteText?
  /// The alternative text.
  public var alt: String
  public var picture: SitePicture
  /// Whether it is another on dark pages.
  public var hasDarkPicture = false
  public var description: SiteText?
  public var criteria: SiteText?
  public var skills: [SiteText] = []
  /// What is shown by whoever earns it, with its share in percent.
  public var competencies: [(name: SiteText, share: Int)] = []
  /// A word for its state, unless that needs none.
  public var state: String?
  /// Its tiers, or years and counts.
  public var variants: [SiteEntry] = []
  /// How it looks to those who do not hold it as it is: expired, revoked.
  public var states: [SiteEntry] = []
  /// What must be held first.
  public var required: [SiteEntry] = []
  /// Who has it and may be listed.
  public var holders: [SiteEntry] = []
  /// A PNG of it, and the SVG.
  public var files: [Address] = []

  public init(
    id: String, title: SiteText, alt: String, picture: SitePicture
  ) {
    (self.id, self.title, self.alt, self.picture) = (id, title, alt, picture)
  }
}

/// The pages of a badge: its own, and those on which the list of its holders goes on.
public func badgePages(
  for subject: BadgeSubject, in context: SiteContext
) -> [(folder: Address, html: String)] {
  // The first page is for search engines too: it shows those who let themselves be found, the others all.
  let open = subject.holders.filter(\.isPublic)
  let isWhole = open.count == subject.holders.count && open.count <= entriesOfPage
  let holders = isWhole ? [] : pages(of: subject.holders)
  let lists = [Array(open.prefix(entriesOfPage))] + holders.map { Array($0) }
  return lists.indices.map { index in
    let page = BadgePage(
      subject: subject, context: context, number: index + 1, count: lists.count,
      holders: lists[index])
    return (page.folder, page.html)
  }
}

private struct BadgePage {
  let subject: BadgeSubject
  let context: SiteContext
  let number: Int, count: Int
  let holders: [SiteEntry]

  private func address(_ number: Int, in folder: String?) -> Address {
    .badge(subject.id, of: context.programme, in: folder, page: number)
  }

  var folder: Address { address(number, in: context.folder) }

  private var frame: PageFrame {
    let sentence = context(
      .badgeSentence, ["title": subject.title.text, "programme": context.name])
    var frame = PageFrame(
      context: context, folder: folder,
      title: [subject.title.text, context.name].joined(separator: " – "),
      description: subject.criteria?.text ?? sentence)
    frame.section = .badges
    frame.parts = [.award, .lists]
    frame.isIndexed = number == 1
    if number == 1 {
      frame.translations = context.languages.map { ($0.tag, address(1, in: $0.folder)) }
    }
    frame.head = pictureTags(frame, subject.picture, subject.alt)
    return frame
  }

  var html: String {
    let frame = frame
    var list: HTML = holders.isEmpty ? "" : frame.list(holders)
    if holders.isEmpty, count == 1 { list = "<p>\(context(.noHolders))</p>" }
    if number == 1, count > 1 {
      let all = frame.link(
        address(2, in: context.folder), "\(context(.holders)): \(subject.holders.count)",
        class: "button")
      list += "<p>\(all)</p>"
    } else if number > 1 {
      list += frame.pager(number - 1, of: count - 1) { address($0 + 1, in: context.folder) }
    }
    let holding: HTML = "<section><h2>\(context(.holders))</h2>\(list)</section>"
    if number > 1 {
      return frame.page(
        """
        <div class="hero plain"><div class="wrap"><div><p class="label">\(frame.link(address(1, in: context.folder), "\(context(.badge))"))</p>
        <h1>\(context.html(subject.title))</h1></div></div></div>
        <div class="wrap">\(holding)</div>
        """)
    }
    return frame.page(
      """
      <div class="hero"><div class="wrap">
      <figure>\(picture(frame))</figure>
      <div>\(label)<h1>\(context.html(subject.title))</h1>
      \(state)\(lead)\(downloads(frame))</div>
      </div></div>
      <div class="wrap">
      \(texts(frame))\(holding)
      </div>
      """)
  }

  private func picture(_ frame: PageFrame) -> HTML {
    var picture = subject.picture
    if subject.hasDarkPicture { picture.address = picture.address.adapting }
    return frame.image(picture, alt: subject.alt, width: 320)
  }

  private var label: HTML {
    subject.family.map { "<p class=\"label\">\(context.html($0))</p>" } ?? .empty
  }

  private var state: HTML {
    subject.state.map { "<p class=\"state\"><strong>\($0)</strong></p>" } ?? .empty
  }

  private var lead: HTML {
    subject.description.map { context.paragraph($0, class: "lead") } ?? .empty
  }

  private func downloads(_ frame: PageFrame) -> HTML {
    let links = subject.files.compactMap { address -> HTML? in
      guard let ending = address.file?.ending.uppercased() else { return nil }
      return """
        <li><a class="button" download href="\(context.link(to: address, from: folder))">\(context(.picture, ["format": ending]))</a></li>
        """
    }
    return links.isEmpty ? .empty : "<ul class=\"actions\">\(links.joined())</ul>"
  }

  private func texts(_ frame: PageFrame) -> HTML {
    var html = HTML.empty
    func section(_ word: Wording.Word, _ body: HTML) {
      html += "<section><h2>\(context(word))</h2>\(body)</section>\n"
    }
    if let criteria = subject.criteria {
      section(.howToEarn, context.paragraph(criteria, class: "lead"))
    }
    if !subject.required.isEmpty { section(.requires, frame.gallery(subject.required, size: 112)) }
    if let pills = frame.pills(subject.skills, subject.competencies) {
      section(.skills, pills)
    }
    if !subject.variants.isEmpty { section(.tiers, frame.gallery(subject.variants)) }
    if !subject.states.isEmpty { section(.states, frame.gallery(subject.states)) }
    return html
  }
}

/// What link previews read of a page that shows a badge.
func pictureTags(_ frame: PageFrame, _ picture: SitePicture?, _ alt: String) -> HTML {
  guard let page = frame.context.url(frame.folder) else { return .empty }
  var tags: [(HTML, String)] = [
    ("og:title", frame.title), ("og:description", frame.description), ("og:type", "website"),
    ("og:url", page), ("og:locale", openGraphLocale(frame.context.language)),
    ("og:site_name", frame.context.name),
  ]
  if let picture, let address = frame.context.url(picture.address) {
    tags += [("og:image", address), ("og:image:alt", alt)]
  }
  return tags.map { "<meta property=\"\($0)\" content=\"\($1)\">\n" as HTML }.joined()
    + "<meta name=\"twitter:card\" content=\"summary\">\n"
}
