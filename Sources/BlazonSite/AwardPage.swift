internal import BlazonLedger
internal import BlazonScene
internal import BlazonShelf

/// `index.html` of one award: what its address shows, and what link previews read.
///
/// A file that stands alone: no script, nothing fetched but the pictures beside it. It follows the
/// reader's theme.
public func awardPage(for subject: SnippetSubject, language: String) -> String {
  let title = htmlAttribute("\(subject.badgeTitle) – \(subject.recipientName)")
  let head = (previewTags(subject) ?? []).map { "  \($0)\n" }.joined()
  return """
    <!doctype html>
    <html lang="\(htmlAttribute(language))"\(direction(of: language))>
    <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(title)</title>
    \(head)  <style>
        body { margin: 0; font: 1.125rem/1.5 system-ui, sans-serif; background: #f6f8fa; color: #1f2328; }
        main { max-width: 60rem; margin: 0 auto; padding: 2rem 1rem 3rem; }
        img { display: block; max-width: 100%; height: auto; border-radius: 0.75rem; }
        h1 { font-size: 1.75rem; line-height: 1.2; margin: 1.75rem 0 0.25rem; }
        p { margin: 0.25rem 0; } .facts { color: #59636e; }
        ul { display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; list-style: none; margin: 1.5rem 0 0; padding: 0; }
        a { color: #0550ae; }
        @media (prefers-color-scheme: dark) {
          body { background: #0d1117; color: #f0f6fc; } .facts { color: #9198a1; } a { color: #79c0ff; }
        }
      </style>
    </head>
    <body>
    <main>
    \(picture(subject))
    <h1><bdi>\(htmlAttribute(subject.recipientName))</bdi></h1>
    <p><bdi>\(htmlAttribute(subject.badgeTitle))</bdi>, <bdi>\(htmlAttribute(subject.programmeName))</bdi></p>
    <p dir="auto">\(htmlAttribute(subject.description))</p>
    <p class="facts" dir="auto">\(facts(subject))</p>
    <ul>
    \(links(subject))
    </ul>
    </main>
    </body>
    </html>

    """
}

/// Said only where a page runs from the right: the other way is HTML's own.
private func direction(of language: String) -> String {
  TextDirection(ofLanguage: language) == .rightToLeft ? " dir=\"rtl\"" : ""
}

private func picture(_ subject: SnippetSubject) -> String {
  var subject = subject
  // By their names alone: the page shows them wherever its folder stands.
  subject.publish = nil
  if let card = themedCard(subject, shownAt: 1200) { return card.joined(separator: "\n") }
  return subject.badgeFile.map {
    htmlImage($0, shownAt: 320, subject.alt, subject, withHeight: false)
  } ?? ""
}

/// What the ledger says, and nothing more.
private func facts(_ subject: SnippetSubject) -> String {
  func day(_ date: CalendarDate) -> String {
    "<time datetime=\"\(date.isoText)\">\(date.isoText)</time>"
  }
  var parts = ["Issued \(day(subject.issued))"]
  if let expires = subject.expires { parts.append("valid until \(day(expires))") }
  if let id = subject.id { parts.append("no. \(htmlAttribute(id))") }
  return parts.joined(separator: ", ")
}

private func links(_ subject: SnippetSubject) -> String {
  let badges = subject.badgeFiles.map { ($0, "Badge (\($0.name.ending.uppercased()))") }
  let files: [(name: FileName, label: String)] = [
    (.certificate(nil, nil, .pdf), "Certificate (PDF, A4)"),
    (.certificate(nil, "letter", .pdf), "Certificate (PDF, US Letter)"),
    (.snippets, "Snippets to paste"),
  ]
  let others = files.compactMap { name, label in subject.file(name).map { ($0, label) } }
  return (badges + others)
    .map { "<li><a href=\"\(htmlAttribute(subject.path(to: $0)))\">\($1)</a></li>" }
    .joined(separator: "\n")
}
