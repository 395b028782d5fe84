internal import BlazonLedger
internal import BlazonScene
public import BlazonShelf
internal import BlazonSpec

/// What tells a page of ours from others'.
public let generatorMark = "<meta name=\"generator\" content=\"blazon\">"

/// A page of the site: what all have around what each shows.
struct PageFrame {
  let context: SiteContext
  /// Where it stands.
  var folder: Address
  var title: String
  /// A sentence for search engines and link previews.
  var description: String
  /// Whether search engines may keep it.
  var isIndexed = true
  /// What else stands in its head.
  var head: HTML = .empty
  /// The same page in other languages, with its own: a tag and the folder of each.
  var translations: [(language: String, folder: Address)] = []
  /// Which of the links at the top it belongs to.
  var section: Section?

  enum Section { case badges, people, verify }

  /// What is on it, for its style sheet.
  var parts: Set<SiteStyle.Part> = [.lists]

  /// The page around `main`, which follows the skip link.
  func page(_ main: HTML) -> String {
    let language = context.language
    let direction: HTML =
      TextDirection(ofLanguage: language) == .rightToLeft ? " dir=\"rtl\"" : ""
    let robots: HTML = isIndexed ? "" : "\n<meta name=\"robots\" content=\"noindex\">"
    let canonical: HTML? = context.url(folder).map { "\n<link rel=\"canonical\" href=\"\($0)\">" }
    let sheet = context.style.sheet(of: parts)
    let style = HTML(markup: "<style>\(sheet.text)</style>")
    let script = HTML(markup: "<script>\(SiteStyle.script)</script>")
    let html: HTML = """
      <!doctype html>
      <html lang="\(language)"\(direction)>
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(sheet.policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      \(HTML(markup: generatorMark))
      <title>\(title)</title>
      <meta name="description" content="\(description)">\(robots)
      <meta name="referrer" content="strict-origin-when-cross-origin">
      <meta name="theme-color" content="\(context.style.themeColor)">\(canonical)\(alternates)\(icon)
      \(head)\(style)
      </head>
      <body>
      <a class="skip" href="#main">\(context(.skip))</a>
      \(top)
      <main id="main">
      \(main)
      </main>
      \(foot)
      \(script)
      </body>
      </html>

      """
    return html.text
  }

  private var alternates: HTML {
    guard translations.count > 1, context.isPublished else { return .empty }
    return translations.map { language, folder in
      "\n<link rel=\"alternate\" hreflang=\"\(language)\" href=\"\(context.url(folder) ?? "")\">"
        as HTML
    }.joined()
  }

  private var icon: HTML {
    guard !context.programme.isEmpty else { return "\n<link rel=\"icon\" href=\"data:,\">" }
    let address = Address.home(of: context.programme).file(.icon)
    return
      "\n<link rel=\"icon\" type=\"image/svg+xml\" href=\"\(context.link(to: address, from: folder))\">"
  }

  private var top: HTML {
    func link(_ word: Wording.Word, _ target: Address, _ section: Section) -> HTML {
      let current: HTML = section == self.section ? " aria-current=\"true\"" : ""
      return
        "<li><a href=\"\(context.link(to: target, from: folder))\"\(current)>\(context(word))</a></li>"
    }
    guard !context.programme.isEmpty else {
      return """
        <header><a class="home" href="\(context.link(to: .root, from: folder))">\(context.name)</a>
        <nav aria-label="\(context.name)"><ul>\(link(.verify, .verify(), .verify))</ul></nav></header>
        """
    }
    let logo = context.logo.map { image($0, alt: "") }
    return """
      <header><a class="home" href="\(context.link(to: context.home, from: folder))">\(logo)\(context.name)</a>
      <nav aria-label="\(context.name)"><ul>\(link(.badges, context.home, .badges))\
      \(link(.people, .people(of: context.programme, in: context.folder), .people))\
      \(link(.verify, .verify(), .verify))</ul></nav></header>
      """
  }

  private var foot: HTML {
    var links: [HTML] = []
    for (language, other) in translations where language != context.language {
      let name = context.wording.languageName(language)
      links.append(
        "<a href=\"\(context.link(to: other, from: folder))\" lang=\"\(language)\" hreflang=\"\(language)\">\(name)</a>"
      )
    }
    if !context.programme.isEmpty {
      links.append(
        "<a href=\"\(context.link(to: .root, from: folder))\">\(context(.allProgrammes))</a>")
    }
    return "<footer>\(note)\(links.joined(separator: " "))</footer>"
  }

  /// A sentence at the foot of the page.
  var footNote: HTML?

  private var note: HTML { footNote.map { "<p>\($0)</p>" } ?? .empty }

  /// A picture, `height` pixels high at most where one is given. Its size is told, so that nothing moves while it loads.
  func image(
    _ picture: SitePicture, alt: String, width shown: Int? = nil, isLazy: Bool = false
  ) -> HTML {
    let width = shown ?? picture.width
    let height = Int(
      (Double(picture.height) * Double(width) / Double(max(1, picture.width))).rounded())
    let loading: HTML = isLazy ? " loading=\"lazy\"" : ""
    return """
      <img src="\(context.link(to: picture.address, from: folder))" width="\(width)" height="\(height)" alt="\(alt)"\(loading)>
      """
  }

  /// What an earner can do, or has shown, each in a frame; `nil` for nothing.
  func pills(_ skills: [SiteText], _ competencies: [(name: SiteText, share: Int)]) -> HTML? {
    let items =
      competencies.isEmpty
      ? skills.map { "<li>\(context.html($0))</li>" as HTML }
      : competencies.map { "<li>\(context.html($0.name)) · \(String($0.share)) %</li>" as HTML }
    return items.isEmpty ? nil : "<ul class=\"pills\">\(items.joined())</ul>"
  }

  /// A link to a folder or a file of ours.
  func link(_ target: Address, _ words: HTML, class name: String? = nil) -> HTML {
    let mark: HTML = name.map { " class=\"\($0)\"" } ?? ""
    return "<a\(mark) href=\"\(context.link(to: target, from: folder))\">\(words)</a>"
  }

  /// A day as the page's language writes it.
  func day(_ date: CalendarDate) -> HTML {
    let text = context.wording.date(
      year: date.year, month: date.month, day: date.day, in: context.language)
    return "<time datetime=\"\(date.isoText)\">\(text)</time>"
  }

  /// Links between the pages of a list, of which this is `number` of `count`; `address` is where each stands.
  func pager(_ number: Int, of count: Int, _ address: (Int) -> Address) -> HTML {
    guard count > 1 else { return .empty }
    var parts: [HTML] = []
    if number > 1 { parts.append(link(address(number - 1), "\(context(.previous))")) }
    parts.append(
      "<span>\(context(.pageNumber, ["page": String(number), "count": String(count)]))</span>")
    if number < count { parts.append(link(address(number + 1), "\(context(.next))")) }
    return "<nav class=\"pages\" aria-label=\"\(context(.pages))\">\(parts.joined())</nav>"
  }
}

/// A page that leads on to `target`, at once and without a script: what has moved, or the folder of a number. There are many,
/// and nobody stays on one: it has no style sheet.
public func leadingPage(
  from folder: Address, to target: Address, titled title: String, in context: SiteContext
) -> String {
  let link = context.link(to: target, from: folder)
  let direction: HTML =
    TextDirection(ofLanguage: context.language) == .rightToLeft ? " dir=\"rtl\"" : ""
  let canonical: HTML? = context.url(target).map { "<link rel=\"canonical\" href=\"\($0)\">\n" }
  let html: HTML = """
    <!doctype html>
    <html lang="\(context.language)"\(direction)>
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>\(title)</title>
    <meta name="robots" content="noindex">
    \(canonical)<link rel="icon" href="data:,">
    <meta http-equiv="refresh" content="0; url=\(link)">
    </head>
    <body>
    <main>
    <h1>\(title)</h1>
    <p><a href="\(link)">\(context(.goOn))</a></p>
    </main>
    </body>
    </html>

    """
  return html.text
}
