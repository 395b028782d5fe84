internal import BlazonLedger
internal import BlazonShelf

/// `snippets.md` of one award: what its recipient pastes into READMEs, pages and profiles.
///
/// Places that need absolute addresses are left out where nothing is published.
public func snippets(for subject: SnippetSubject) -> String {
  let title = markdownText("\(subject.badgeTitle) – \(subject.recipientName)")
  var sections = ["# \(title)\n"]
  if subject.folderAddress == nil {
    sections.append(
      "The paths below are relative to this folder. Absolute addresses need `publish` in "
        + "`programme.yaml`:\nwith it, this page also has tags for link previews and a link for "
        + "LinkedIn.\n")
  }
  sections += [
    markdown(subject), picture(subject), image(subject), readmeBadge(subject), tags(subject),
    linkedIn(subject),
  ].compactMap(\.self)
  return sections.joined(separator: "\n")
}

// MARK: - Sections

private func section(_ title: StaticString, _ text: String) -> String {
  "## \(title)\n\n\(text)"
}

private func markdown(_ subject: SnippetSubject) -> String? {
  guard let file = subject.badgeFile else { return nil }
  let code = linked(markdownImage(file, subject.alt, subject), subject)
  return section("Markdown", fenced(code, as: "markdown"))
}

private func readmeBadge(_ subject: SnippetSubject) -> String? {
  guard let file = subject.file(.readme) else { return nil }
  let alt = "\(subject.programmeName): \(subject.badgeTitle)"
  let code = linked(markdownImage(file, alt, subject), subject)
  return section("README badge", fenced(code, as: "markdown"))
}

private func markdownImage(
  _ file: SnippetSubject.File, _ alt: String, _ subject: SnippetSubject
) -> String {
  "![\(markdownText(alt))](\(markdownDestination(subject.address(of: file))))"
}

private func linked(_ image: String, _ subject: SnippetSubject) -> String {
  guard let page = subject.pageAddress else { return image }
  return "[\(image)](\(markdownDestination(page)))"
}

/// The card as GitHub shows it.
private func picture(_ subject: SnippetSubject) -> String? {
  themedCard(subject, shownAt: 600).map {
    section("GitHub: the card", fenced(linkedHTML($0, subject), as: "html"))
  }
}

/// The card in the reader's theme, at most `width` pixels wide; `nil` if there is none.
func themedCard(_ subject: SnippetSubject, shownAt width: Int) -> [String]? {
  guard let card = subject.card else { return nil }
  var lines = ["<picture>"]
  if let dark = subject.file(.card(nil, "dark")) {
    let source = htmlAttribute(subject.address(of: dark))
    lines.append("  <source media=\"(prefers-color-scheme: dark)\" srcset=\"\(source)\">")
  }
  // A height would stay where the page narrows the width.
  lines += ["  \(htmlImage(card, shownAt: width, subject.cardAlt, subject, withHeight: false))"]
  return lines + ["</picture>"]
}

private func image(_ subject: SnippetSubject) -> String? {
  guard let file = subject.badgeFile else { return nil }
  let lines = [htmlImage(file, shownAt: 256, subject.alt, subject, withHeight: true)]
  return section("HTML", fenced(linkedHTML(lines, subject), as: "html"))
}

func htmlImage(
  _ file: SnippetSubject.File, shownAt width: Int, _ alt: String, _ subject: SnippetSubject,
  withHeight: Bool
) -> String {
  let shown = min(width, file.width)
  let height = Int((Double(file.height) * Double(shown) / Double(max(1, file.width))).rounded())
  return "<img src=\"\(htmlAttribute(subject.address(of: file)))\" width=\"\(shown)\""
    + (withHeight ? " height=\"\(height)\"" : "") + " alt=\"\(htmlAttribute(alt))\">"
}

private func linkedHTML(_ lines: [String], _ subject: SnippetSubject) -> String {
  guard let page = subject.pageAddress else { return lines.joined(separator: "\n") }
  return (["<a href=\"\(htmlAttribute(page))\">"] + lines.map { "  \($0)" } + ["</a>"])
    .joined(separator: "\n")
}

private func tags(_ subject: SnippetSubject) -> String? {
  previewTags(subject).map {
    section("Link previews: in the head of a page", fenced($0.joined(separator: "\n"), as: "html"))
  }
}

/// Open Graph, X and the rest of what link previews read; `nil` where there is nothing to preview.
func previewTags(_ subject: SnippetSubject) -> [String]? {
  guard let page = subject.pageAddress, subject.folderAddress != nil,
    let card = subject.card
  else { return nil }
  let title = "\(subject.badgeTitle) – \(subject.recipientName)"
  let image = subject.address(of: card)
  var lines = ["<link rel=\"canonical\" href=\"\(htmlAttribute(page))\">"]
  let properties: [(StaticString, String)] = [
    ("og:title", title), ("og:description", subject.description), ("og:type", "website"),
    ("og:url", page), ("og:image", image),
    ("og:image:type", card.name.mediaType),
    ("og:image:width", String(card.width)), ("og:image:height", String(card.height)),
    ("og:image:alt", subject.cardAlt), ("og:site_name", subject.siteName),
  ]
  let names: [(StaticString, String)] = [
    ("twitter:card", "summary_large_image"), ("twitter:title", title),
    ("twitter:description", subject.description), ("twitter:image", image),
    ("twitter:image:alt", subject.cardAlt),
  ]
  lines += properties.map { "<meta property=\"\($0)\" content=\"\(htmlAttribute($1))\">" }
  lines += names.map { "<meta name=\"\($0)\" content=\"\(htmlAttribute($1))\">" }
  if let color = subject.themeColor {
    lines.append("<meta name=\"theme-color\" content=\"\(htmlAttribute(color))\">")
  }
  return lines
}

/// The address that opens LinkedIn's form for a certification, filled in.
private func linkedIn(_ subject: SnippetSubject) -> String? {
  guard let page = subject.pageAddress, subject.isInForce else { return nil }
  var fields: [(StaticString, String)] = [
    ("name", subject.badgeTitle), ("organizationName", subject.programmeName),
    ("issueYear", String(subject.issued.year)), ("issueMonth", String(subject.issued.month)),
  ]
  if let expires = subject.expires {
    fields += [
      ("expirationYear", String(expires.year)), ("expirationMonth", String(expires.month)),
    ]
  }
  fields.append(("certUrl", page))
  if let id = subject.id { fields.append(("certId", id)) }
  let address =
    "https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME"
    + fields.map { "&\($0)=\(queryEncoded($1))" }.joined()
  return section(
    "LinkedIn",
    "[Add it to your profile](\(address)), or copy the address:\n\n" + fenced(address, as: "text"))
}
