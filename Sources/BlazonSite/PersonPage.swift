internal import BlazonLedger
internal import BlazonScene
public import BlazonShelf
internal import BlazonSpec

/// A person with all that they earned of a programme, as lists show it.
public struct PersonSubject: Sendable {
  public var name: String
  /// The folder of what they earned.
  public var folder: Address
  public var awards: [SiteEntry]
  /// What snippets tell of each, in the same order.
  public var snippets: [SnippetSubject]
  /// Whether search engines may keep the page.
  public var isPublic: Bool
  /// All of it in one picture, where the programme draws one, and what that is called.
  public var wall: (picture: Address, alt: String)?

  public init(
    name: String, folder: Address, awards: [SiteEntry], snippets: [SnippetSubject], isPublic: Bool
  ) {
    (self.name, self.folder, self.awards) = (name, folder, awards)
    (self.snippets, self.isPublic) = (snippets, isPublic)
  }
}

/// `index.html` of a person's folder.
public func personPage(for subject: PersonSubject, in context: SiteContext) -> String {
  let sentence = context(
    .personSentence, ["name": subject.name, "programme": context.name])
  var frame = PageFrame(
    context: context, folder: subject.folder,
    title: [subject.name, context.name].joined(separator: " – "), description: sentence)
  frame.isIndexed = subject.isPublic
  frame.section = .people
  frame.parts = [.lists, .embed]
  return frame.page(
    """
    <div class="hero plain"><div class="wrap"><div><h1><bdi>\(subject.name)</bdi></h1>
    <p class="lead">\(sentence)</p></div></div></div>
    <div class="wrap">
    <section><h2>\(context(.awards))</h2>
    \(frame.gallery(subject.awards, size: 200, isLarge: true))</section>
    \(row(of: subject, in: context))
    </div>
    """)
}

/// A row of single linked badges.
private func row(of subject: PersonSubject, in context: SiteContext) -> HTML {
  let codes = [
    ("wall", wallSnippet(subject, in: context)), ("code", badgeRow(subject.snippets, in: context)),
  ]
  .filter { !$0.1.isEmpty }
  guard !codes.isEmpty else { return .empty }
  let blocks = codes.map { id, code -> HTML in
    """
    <details><summary>Markdown\(id == "wall" ? " · wall.svg" : "")</summary>
    <pre id="\(id)" tabindex="0"><code>\(HTML(markup: htmlLines(code)))</code></pre>
    <button class="button" hidden data-copy="\(id)" data-done="\(context(.copied))">\(context(.copy))</button></details>
    """
  }
  return """
    <section class="screen"><h2>\(context(.showIt))</h2>
    \(blocks.joined(separator: "\n"))</section>
    """
}

/// The wall of a person, linked to their page: one picture that READMEs show for years. Empty where there is none, or where
/// nothing is published.
public func wallSnippet(_ subject: PersonSubject, in context: SiteContext) -> String {
  guard let wall = subject.wall, let picture = context.url(wall.picture),
    let page = context.url(subject.folder)
  else { return "" }
  let image = "![\(markdownText(wall.alt))](\(markdownDestination(picture)))"
  return "[\(image)](\(markdownDestination(page)))"
}

/// The badges of several awards beside each other, each linked to its page, as READMEs show them.
public func badgeRow(_ subjects: [SnippetSubject], in context: SiteContext) -> String {
  subjects.filter(\.isInForce).compactMap { snippet(.markdown, for: $0, in: context) }
    .joined(separator: "\n")
}
