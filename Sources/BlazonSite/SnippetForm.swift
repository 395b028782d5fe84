internal import BlazonLedger
internal import BlazonScene
internal import BlazonShelf
internal import BlazonSpec

/// A place that an award is shown in, and how it is told there.
public enum SnippetForm: String, CaseIterable, Sendable {
  case markdown, picture, html, card, readme, rst, asciidoc, email, linkedin

  /// As headings call it.
  var title: String {
    switch self {
    case .markdown: "Markdown"
    case .picture: "HTML, <picture>"
    case .html: "HTML"
    case .card: "GitHub"
    case .readme: "README"
    case .rst: "reStructuredText"
    case .asciidoc: "AsciiDoc"
    case .email: "HTML, e-mail"
    case .linkedin: "LinkedIn"
    }
  }

  /// What it is pasted into.
  public var summary: String {
    switch self {
    case .markdown: "READMEs and other Markdown"
    case .picture: "HTML that follows light and dark pages, where the badge has a drawing for each"
    case .html: "HTML"
    case .card: "the share card, light and dark, as GitHub shows it"
    case .readme: "the flat badge of READMEs"
    case .rst: "reStructuredText, as on Read the Docs"
    case .asciidoc: "AsciiDoc"
    case .email: "signatures of e-mails: a PNG at twice its size"
    case .linkedin: "an address that opens LinkedIn's form for a certification, filled in"
    }
  }

  /// The language of the block of Markdown that shows it.
  var fence: StaticString {
    switch self {
    case .markdown, .readme: "markdown"
    case .picture, .html, .card, .email: "html"
    case .rst: "rst"
    case .asciidoc: "asciidoc"
    case .linkedin: "text"
    }
  }

  /// Whether pages show it to be copied; the others stand in `snippets.md` alone.
  var isShown: Bool { [.markdown, .picture, .html, .card, .readme].contains(self) }
}

/// How wide a badge is shown, in pixels, and in signatures of e-mails.
private let (shownWidth, signatureWidth) = (160, 96)

/// The lines that show `subject` in a place; `nil` where it has no file for that, or no address.
public func snippet(
  _ form: SnippetForm, for subject: SnippetSubject, in context: SiteContext
) -> String? {
  let page = subject.pageAddress
  switch form {
  case .markdown:
    return subject.badgeFile.map { file in
      // Markdown itself knows no width.
      let image = markdownHTML(
        htmlImage(file, shownAt: shownWidth, subject.alt, subject, withHeight: false))
      return page.map { "[\(image)](\(markdownDestination($0)))" } ?? image
    }
  case .picture:
    guard let file = subject.badgeFiles.first, let dark = subject.darkBadge else { return nil }
    let source = htmlAttribute(subject.address(of: dark))
    let image = htmlImage(file, shownAt: shownWidth, subject.alt, subject, withHeight: false)
    return linkedHTML(
      [
        "<picture>", "  <source media=\"(prefers-color-scheme: dark)\" srcset=\"\(source)\">",
        "  \(image)", "</picture>",
      ], page)
  case .html:
    return subject.badgeFile.map { file in
      linkedHTML(
        [htmlImage(file, shownAt: shownWidth, subject.alt, subject, withHeight: true)], page)
    }
  case .card: return themedCard(subject, shownAt: 600).map { linkedHTML($0, page) }
  case .readme:
    return subject.file(.readme).map { file in
      let alt = subject.readmeAlt
      let image = "![\(markdownText(alt))](\(markdownDestination(subject.address(of: file))))"
      return page.map { "[\(image)](\(markdownDestination($0)))" } ?? image
    }
  case .rst:
    return subject.badgeFile.map { file in
      var lines = [
        ".. image:: \(markdownDestination(subject.address(of: file)))",
        "   :width: \(shownWidth)px",
        "   :alt: \(rstText(subject.alt))",
      ]
      if let page { lines.append("   :target: \(markdownDestination(page))") }
      return lines.joined(separator: "\n")
    }
  case .asciidoc:
    return subject.badgeFile.map { file in
      let link = page.map { ",link=\"\(asciidocAddress($0))\"" } ?? ""
      return "image::\(asciidocAddress(subject.address(of: file)))"
        + "[\"\(asciidocText(subject.alt))\",width=\(shownWidth)\(link)]"
    }
  case .email:
    // Readers of e-mail know no SVG, and take sizes from attributes alone.
    guard page != nil, let file = subject.badgeFiles.first(where: { $0.name.ending == "png" })
    else { return nil }
    let image = htmlImage(file, shownAt: signatureWidth, subject.alt, subject, withHeight: true)
      .replacing(">", with: " border=\"0\">")
    return linkedHTML([image], page)
  case .linkedin: return linkedIn(subject, context)
  }
}

/// The card in the reader's theme, at most `width` pixels wide; `nil` if there is none.
private func themedCard(_ subject: SnippetSubject, shownAt width: Int) -> [String]? {
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

private func htmlImage(
  _ file: SnippetSubject.File, shownAt width: Int, _ alt: String, _ subject: SnippetSubject,
  withHeight: Bool
) -> String {
  let shown = min(width, file.width)
  let height = Int((Double(file.height) * Double(shown) / Double(max(1, file.width))).rounded())
  return "<img src=\"\(htmlAttribute(subject.address(of: file)))\" width=\"\(shown)\""
    + (withHeight ? " height=\"\(height)\"" : "") + " alt=\"\(htmlAttribute(alt))\">"
}

private func linkedHTML(_ lines: [String], _ page: String?) -> String {
  guard let page else { return lines.joined(separator: "\n") }
  return (["<a href=\"\(htmlAttribute(page))\">"] + lines.map { "  \($0)" } + ["</a>"])
    .joined(separator: "\n")
}

/// The address that opens LinkedIn's form for a certification, filled in.
private func linkedIn(_ subject: SnippetSubject, _ context: SiteContext) -> String? {
  guard let page = subject.pageAddress, subject.isInForce else { return nil }
  var fields: [(StaticString, String)] = [("name", subject.badgeTitle)]
  // With the organisation's number LinkedIn shows its logo and leads to its page.
  if let number = context.linkedIn {
    fields.append(("organizationId", number))
  } else {
    fields.append(("organizationName", subject.programmeName))
  }
  fields += [
    ("issueYear", String(subject.issued.year)), ("issueMonth", String(subject.issued.month)),
  ]
  if let expires = subject.expires {
    fields += [
      ("expirationYear", String(expires.year)), ("expirationMonth", String(expires.month)),
    ]
  }
  fields.append(("certUrl", page))
  if let id = subject.id { fields.append(("certId", id)) }
  return "https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME"
    + fields.map { "&\($0)=\(queryEncoded($1))" }.joined()
}

/// Open Graph, X and the rest of what link previews read; empty where there is nothing to preview.
func previewTags(
  _ subject: SnippetSubject, titled title: String, in context: SiteContext
) -> HTML {
  guard let page = subject.pageAddress, subject.folderAddress != nil, let card = subject.card
  else { return .empty }
  let image = subject.address(of: card)
  let properties: [(HTML, String)] = [
    ("og:title", title), ("og:description", subject.description), ("og:type", "website"),
    ("og:url", page), ("og:locale", openGraphLocale(context.language)), ("og:image", image),
    ("og:image:type", card.name.mediaType),
    ("og:image:width", String(card.width)), ("og:image:height", String(card.height)),
    ("og:image:alt", subject.cardAlt), ("og:site_name", subject.siteName),
  ]
  let names: [(HTML, String)] = [
    ("twitter:card", "summary_large_image"), ("twitter:title", title),
    ("twitter:description", subject.description), ("twitter:image", image),
    ("twitter:image:alt", subject.cardAlt),
  ]
  return properties.map { "<meta property=\"\($0)\" content=\"\($1)\">\n" as HTML }.joined()
    + names.map { "<meta name=\"\($0)\" content=\"\($1)\">\n" as HTML }.joined()
}

/// A language as Open Graph writes it: with the region where most of its readers are, as in `de_DE`.
func openGraphLocale(_ language: String) -> String {
  let parts = language.split(separator: "-").map(String.init)
  guard let first = parts.first else { return "en_US" }
  if let region = parts.dropFirst().first(where: { $0.utf8.count == 2 }) {
    return "\(first)_\(region.uppercased())"
  }
  let regions = [
    "en": "US", "ja": "JP", "zh": "CN", "ko": "KR", "ar": "AR", "he": "IL", "cs": "CZ", "da": "DK",
    "sv": "SE", "nb": "NO", "el": "GR", "uk": "UA", "hi": "IN", "fa": "IR", "vi": "VN", "et": "EE",
    "sl": "SI", "ga": "IE", "cy": "GB", "pt": "PT",
  ]
  return "\(first)_\(regions[first] ?? first.uppercased())"
}
