internal import BlazonLedger
internal import BlazonScene
internal import BlazonShelf
internal import BlazonSpec

/// `index.html` of one award: what its address shows, and what link previews and search engines read.
///
/// It needs no script and fetches nothing but the pictures of its own site.
public func awardPage(for subject: AwardSubject, in context: SiteContext) -> String {
  AwardPage(subject: subject, context: context).html
}

private struct AwardPage {
  let subject: AwardSubject
  let context: SiteContext
  private let frame: PageFrame

  init(subject: AwardSubject, context: SiteContext) {
    (self.subject, self.context) = (subject, context)
    let snippet = subject.snippet
    let words = [subject.title.text, snippet.recipientName].joined(separator: " – ")
    let title = subject.standingWord.map { "\($0): \(words)" } ?? words
    var frame = PageFrame(
      context: context, folder: subject.folder, title: title, description: subject.sentence)
    frame.parts = [.award, .embed]
    frame.isIndexed = subject.visibility == .public && subject.standing == .inForce
    frame.footNote = "\(context(.recordNote))"
    frame.head =
      previewTags(snippet, titled: title, in: context)
      // What is not earned is no credential.
      + (subject.standing == .underWay ? .empty : credentialData(of: subject, in: context))
    self.frame = frame
  }

  var html: String {
    frame.page(
      """
      <div class="hero"><div class="wrap">
      <figure>\(badge)</figure>
      <div>\(state)<p class="label">\(context(.awardedTo))</p>
      <h1><bdi>\(snippet.recipientName)</bdi></h1>
      <p class="title">\(context.html(subject.title))</p>
      \(facts)\(issuer)</div>
      </div></div>
      <div class="wrap columns">
      <div>\(texts)</div>
      <div>\(sharing)\(downloads)\(embedding)</div>
      </div>
      """)
  }

  private var snippet: SnippetSubject { subject.snippet }

  private var badge: HTML {
    var picture = subject.badge
    if subject.hasDarkBadge { picture.address = picture.address.adapting }
    return frame.image(picture, alt: snippet.alt, width: 320)
  }

  // MARK: How it stands

  private var state: HTML {
    func note(_ sentence: Wording.Word, isBad: Bool = false, _ more: HTML = .empty) -> HTML {
      let word = subject.standingWord ?? ""
      let mark: HTML = isBad ? " bad" : ""
      return "<p class=\"state\(mark)\"><strong>\(word)</strong> · \(context(sentence))\(more)</p>"
    }
    switch subject.standing {
    case .inForce:
      let proved: HTML = subject.proof == nil ? "" : " · \(context(.verified))"
      let valid: HTML = "<span aria-hidden=\"true\">✓</span>\(context(.inForce))\(proved)"
      guard let expires = snippet.expires else { return "<p class=\"ok\">\(valid)</p>" }
      // For who comes when that day is over: the page itself does not know what day it is.
      let word = context.wording.text(.expired, in: context.language)
      return """
        <p class="ok" data-while="\(expires.isoText)">\(valid)</p>\
        <p class="state" data-until="\(expires.isoText)" hidden><strong>\(word)</strong> · \(context(.expiredNote))</p>
        """
    case .revoked:
      let reason: HTML? = subject.reason.map { "<br><bdi>\($0)</bdi>" }
      return note(.revokedNote, isBad: true, reason ?? .empty)
    case .expired: return note(.expiredNote)
    case .notYetValid: return note(.notYetNote)
    case .underWay:
      let share: HTML? = subject.progress.map {
        " · \(String(Int((100 * $0).rounded()))) %"
      }
      return
        "<p class=\"state\"><strong>\(subject.standingWord ?? "")</strong>\(share ?? .empty)</p>"
    case .superseded:
      let next: HTML? = subject.next.map { " \(frame.link($0, "\(context(.seeNewer))"))" }
      return note(.supersededNote, next ?? .empty)
    }
  }

  private var facts: HTML {
    // What is under way has neither a first day nor a last.
    if subject.standing == .underWay { return .empty }
    var rows: [(Wording.Word, HTML)] = []
    let isLater = subject.standing == .notYetValid
    // Of the same badge once more the first day is history.
    let isRenewal = subject.renewed == snippet.issued
    rows.append(
      (isLater ? .validFrom : isRenewal ? .renewedOn : .issued, frame.day(snippet.issued)))
    if let renewed = subject.renewed, renewed > snippet.issued {
      rows.append((.renewedOn, frame.day(renewed)))
    }
    if let revoked = subject.revoked, subject.standing == .revoked {
      rows.append((.revokedOn, frame.day(revoked)))
    } else if let expires = snippet.expires, subject.standing != .revoked {
      rows.append((subject.standing == .expired ? .expiredOn : .validUntil, frame.day(expires)))
    }
    if let id = snippet.id { rows.append((.awardNumber, "<bdi>\(id)</bdi>")) }
    if let name = subject.certifiedName { rows.append((.certifiedName, "<bdi>\(name)</bdi>")) }
    let items =
      rows.map { word, value -> HTML in
        "<div><dt>\(context(word))</dt><dd>\(value)</dd></div>"
      }
      + subject.facts.map { name, value -> HTML in
        "<div><dt><bdi>\(name)</bdi></dt><dd><bdi>\(value)</bdi></dd></div>"
      }
    return "<dl>\(items.joined())</dl>"
  }

  private var issuer: HTML {
    func party(_ name: String, _ logo: SitePicture?, _ href: String?) -> HTML {
      let image = logo.map { frame.image($0, alt: "") }
      let words: HTML = "\(image)<span>\(name)</span>"
      return href.map { "<a href=\"\($0)\">\(words)</a>" } ?? words
    }
    let home = context.website ?? context.link(to: context.home, from: subject.folder)
    var parts: [HTML] = [
      "<span class=\"label\">\(context(.issuedBy))</span>", party(context.name, context.logo, home),
    ]
    if let partner = context.partner {
      parts.append("<span class=\"label\">\(context(.partnerOf))</span>")
      parts.append(
        party(
          partner.name, partner.logo,
          partner.home.map { context.link(to: $0, from: subject.folder) }))
    }
    return "<div class=\"by\">\(parts.joined(separator: "\n"))</div>"
  }

  // MARK: What it is for

  private var texts: HTML {
    var html = HTML.empty
    func section(_ word: Wording.Word, _ body: HTML) {
      html += "<section><h2>\(context(word))</h2>\(body)</section>\n"
    }
    if let statement = subject.statement {
      section(.statement, context.paragraph(statement, class: "lead"))
    }
    if let criteria = subject.criteria {
      section(.criteria, context.paragraph(criteria, class: "lead"))
    }
    if let pills = frame.pills(subject.skills, subject.competencies) {
      section(.skills, pills)
    }
    html += certificate
    if let result = subject.result { section(.result, "<p><bdi>\(result)</bdi></p>") }
    if let evidence = subject.evidence { section(.evidence, addresses([evidence])) }
    if !subject.links.isEmpty { section(.links, addresses(subject.links)) }
    if !subject.signatures.isEmpty {
      let names = subject.signatures.map { "<li>\(context.html($0))</li>" as HTML }
      section(.signedBy, "<ul class=\"links\">\(names.joined())</ul>")
    }
    if let proof = subject.proof { section(.credential, evidence(of: proof)) }
    let badge = Address.badge(snippet.badge, of: snippet.programme, in: context.folder)
    let person = Address.person(snippet.handle, in: snippet.programme)
    var more: [HTML] = [frame.link(badge, "\(context(.badge)): \(context.html(subject.title))")]
    if subject.visibility.isListed {
      more.append(frame.link(person, "\(context(.awards)): \(snippet.recipientName)"))
    }
    return html + "<p class=\"more screen\">\(more.joined(separator: " · "))</p>"
  }

  /// What the credential says of itself, and where it can be asked.
  private func evidence(of proof: AwardSubject.Proof) -> HTML {
    let words = Dictionary(
      uniqueKeysWithValues: Wording.verifying(in: context.language).map { ($0.name, $0.text) })
    let rows = [("issuer-id", proof.issuer), ("domain", proof.domain), ("id", proof.id)]
    let items = rows.map { name, value -> HTML in
      "<div><dt>\(words[name] ?? name)</dt><dd><bdi>\(value)</bdi></dd></div>"
    }
    let link = frame.link(.verify(), "\(words["heading"] ?? "")")
    return "<dl>\(items.joined())</dl><p class=\"screen\">\(link)</p>"
  }

  /// Strangers' addresses: no search engine counts them as ours.
  private func addresses(_ all: [String]) -> HTML {
    let items = all.map { address -> HTML in
      "<li><a href=\"\(address)\" rel=\"nofollow ugc noopener\"><bdi>\(address)</bdi></a></li>"
    }
    return "<ul class=\"links\">\(items.joined())</ul>"
  }

  // MARK: What to do with it

  private var certificate: HTML {
    guard let picture = subject.certificate else { return card }
    let target =
      snippet.file(.certificate(nil, nil, .pdf)).map { subject.folder.file($0.name) }
      ?? picture.address
    let image = frame.image(
      picture, alt: context(.showCertificate), width: 640, isLazy: true)
    let word = context.wording.text(.certificate, in: context.language)
    return """
      <section class="screen"><h2>\(word)</h2>\(frame.link(target, image, class: "paper"))</section>

      """
  }

  /// The share card, where there is no certificate to look at.
  private var card: HTML {
    guard subject.standing != .revoked, let file = snippet.card else { return .empty }
    func picture(_ file: SnippetSubject.File) -> SitePicture {
      SitePicture(subject.folder.file(file.name), width: file.width, height: file.height)
    }
    let image = frame.image(picture(file), alt: snippet.cardAlt, width: 640, isLazy: true)
    let dark = snippet.file(.card(nil, "dark")).map { file in
      let link = context.link(to: picture(file).address, from: subject.folder)
      return "<source media=\"(prefers-color-scheme: dark)\" srcset=\"\(link)\">" as HTML
    }
    let shown: HTML = "<picture>\(dark)\(image)</picture>"
    let card = frame.link(subject.folder.file(file.name), shown, class: "paper")
    return "<section class=\"screen\">\(card)</section>\n"
  }

  private var downloads: HTML {
    var links: [HTML] = []
    func add(_ target: Address, _ words: String) {
      links.append(
        "<li><a class=\"button\" download href=\"\(context.link(to: target, from: subject.folder))\">\(words)</a></li>"
      )
    }
    for file in snippet.badgeFiles {
      let format = file.name.ending.uppercased()
      add((file.folder ?? subject.folder).file(file.name), context(.picture, ["format": format]))
    }
    for (variant, paper) in [(String?.none, "A4"), ("letter", "US Letter")] {
      let name = FileName.certificate(nil, variant, .pdf)
      guard snippet.file(name) != nil else { continue }
      add(subject.folder.file(name), context(.certificateAs, ["paper": paper]))
    }
    for file in subject.proof?.files ?? [] {
      add(
        subject.folder.file(file), context(.verifiableBadge, ["format": file.ending.uppercased()]))
    }
    guard !links.isEmpty else { return .empty }
    return """
      <section><h2>\(context(.download))</h2><ul class="actions">\(links.joined())</ul></section>

      """
  }

  private var sharing: HTML {
    guard let page = snippet.pageAddress, subject.standing == .inForce else { return .empty }
    var links: [HTML] = []
    if let profile = BlazonSite.snippet(.linkedin, for: snippet, in: context) {
      links.append(
        "<li class=\"wide\"><a class=\"button first\" href=\"\(profile)\">\(context(.addToLinkedin))</a></li>"
      )
    }
    let text = queryEncoded(subject.sentence)
    let address = queryEncoded(page)
    let networks = [
      ("LinkedIn", "https://www.linkedin.com/sharing/share-offsite/?url=\(address)"),
      ("X", "https://x.com/intent/post?text=\(text)&url=\(address)"),
      ("Bluesky", "https://bsky.app/intent/compose?text=\(text)%20\(address)"),
      ("Mastodon", "https://share.joinmastodon.org/#text=\(text)%20\(address)"),
    ]
    for (site, href) in networks {
      links.append(
        """
        <li><a class="button" href="\(href)" aria-label="\(context(.shareOn, ["site": site]))">\(site)</a></li>
        """)
    }
    let mail = "mailto:?subject=\(queryEncoded(frame.title))&body=\(text)%20\(address)"
    links.append(
      "<li class=\"wide\"><a class=\"button\" href=\"\(mail)\">\(context(.byEmail))</a></li>")
    links.append(
      """
      <li class="wide"><button class="button" hidden data-copy="\(page)" data-done="\(context(.copied))">\(context(.copyLink))</button></li>
      """)
    let time: HTML? = snippet.expires.map { " data-while=\"\($0.isoText)\"" }
    return """
      <section\(time)><h2>\(context(.share))</h2><ul class="actions">\(links.joined(separator: "\n"))</ul></section>

      """
  }

  private var embedding: HTML {
    guard subject.standing != .revoked else { return .empty }
    let forms = SnippetForm.allCases.filter(\.isShown).compactMap { form -> HTML? in
      guard let code = BlazonSite.snippet(form, for: snippet, in: context) else { return nil }
      return """
        <details><summary>\(form.title)</summary>
        <pre id="code-\(form.rawValue)" tabindex="0"><code>\(HTML(markup: htmlLines(code)))</code></pre>
        <button class="button" hidden data-copy="code-\(form.rawValue)" data-done="\(context(.copied))">\(context(.copy))</button></details>
        """
    }
    guard !forms.isEmpty else { return .empty }
    return """
      <section class="screen"><h2>\(context(.embed))</h2>
      <details><summary>Markdown, HTML, …</summary>
      \(forms.joined(separator: "\n"))
      <p>\(frame.link(subject.folder.file(.snippets), "reStructuredText, AsciiDoc, …"))</p></details></section>
      """
  }
}
