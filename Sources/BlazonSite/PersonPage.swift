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
  let code = badgeRow(subject.snippets, in: context)
  guard !code.isEmpty else { return .empty }
  return """
    <section class="screen"><h2>\(context(.showIt))</h2>
    <details><summary>Markdown</summary>
    <pre id="code" tabindex="0"><code>\(HTML(markup: htmlLines(code)))</code></pre>
    <button class="button" hidden data-copy="code" data-done="\(context(.copied))">\(context(.copy))</button></details></section>
    """
}

/// The badges of several awards beside each other, each linked to its page, as READMEs show them.
public func badgeRow(_ subjects: [SnippetSubject], in context: SiteContext) -> String {
  subjects.filter(\.isInForce).compactMap { snippet(.markdown, for: $0, in: context) }
    .joined(separator: "\n")
}
