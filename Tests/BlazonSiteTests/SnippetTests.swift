import BlazonLedger
import BlazonScene
import BlazonShelf
import BlazonSite
import BlazonSource
import Foundation
import TestSupport
import Testing

@Suite struct SnippetTests {
  private let base = "https://badges.example.org/acme/people/ada/review-rockstar/"

  @Test func `an award's snippets, in full`() {
    let linkedIn =
      "https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME&name=Review%20Rockstar"
      + "&organizationName=Acme%20Project&issueYear=2026&issueMonth=3&expirationYear=2028"
      + "&expirationMonth=11&certUrl=https%3A%2F%2Fbadges.example.org%2Facme%2Fpeople%2Fada"
      + "%2Freview-rockstar%2F&certId=7K3M-9QX2-4TBD"
    #expect(
      snippets(for: subject()) == """
        # Review Rockstar – Ada Lindqvist

        ## Markdown

        ```markdown
        [<img src="\(base)badge.svg" width="160" alt="A green hexagon with a magnifier">](\(base))
        ```

        ## HTML

        ```html
        <a href="\(base)">
          <img src="\(base)badge.svg" width="160" height="160" alt="A green hexagon with a magnifier">
        </a>
        ```

        ## GitHub

        ```html
        <a href="\(base)">
          <picture>
            <source media="(prefers-color-scheme: dark)" srcset="\(base)card.dark.jpg">
            <img src="\(base)card.jpg" width="600" alt="Ada Lindqvist earned Review Rockstar">
          </picture>
        </a>
        ```

        ## README

        ```markdown
        [![Acme Project\\: Review Rockstar](\(base)readme.svg)](\(base))
        ```

        ## reStructuredText

        ```rst
        .. image:: \(base)badge.svg
           :width: 160px
           :alt: A green hexagon with a magnifier
           :target: \(base)
        ```

        ## AsciiDoc

        ```asciidoc
        image::\(base)badge.svg["A green hexagon with a magnifier",width=160,link="\(base)"]
        ```

        ## HTML, e-mail

        ```html
        <a href="\(base)">
          <img src="\(base)badge.png" width="96" height="96" alt="A green hexagon with a magnifier" border="0">
        </a>
        ```

        ## LinkedIn

        [Add it to your profile](\(linkedIn)), or copy the address:

        ```text
        \(linkedIn)
        ```

        ## Link previews: in the head of a page

        ```html
        <meta property="og:title" content="Review Rockstar – Ada Lindqvist">
        <meta property="og:description" content="Gives thorough code reviews.">
        <meta property="og:type" content="website">
        <meta property="og:url" content="\(base)">
        <meta property="og:locale" content="en_US">
        <meta property="og:image" content="\(base)card.jpg">
        <meta property="og:image:type" content="image/jpeg">
        <meta property="og:image:width" content="1200">
        <meta property="og:image:height" content="630">
        <meta property="og:image:alt" content="Ada Lindqvist earned Review Rockstar">
        <meta property="og:site_name" content="Acme Badges">
        <meta name="twitter:card" content="summary_large_image">
        <meta name="twitter:title" content="Review Rockstar – Ada Lindqvist">
        <meta name="twitter:description" content="Gives thorough code reviews.">
        <meta name="twitter:image" content="\(base)card.jpg">
        <meta name="twitter:image:alt" content="Ada Lindqvist earned Review Rockstar">
        ```

        """)
  }

  @Test(arguments: [nil, "", "ftp://badges.example.org", "javascript:alert(1)"])
  func `without an address to serve from, paths are relative and say so`(_ publish: String?) {
    let text = snippets(for: subject(publish: publish))
    #expect(text.contains("Absolute addresses need `publish` in `programme.yaml`"))
    let (prose, blocks) = blocks(text)
    #expect(
      prose.split(separator: "\n").filter { $0.hasPrefix("## ") } == [
        "## Markdown", "## HTML", "## GitHub", "## README",
        "## reStructuredText", "## AsciiDoc",
      ])
    #expect(
      blocks.first?.text
        == "<img src=\"badge.svg\" width=\"160\" alt=\"A green hexagon with a magnifier\">")
    #expect(blocks.contains { $0.text.contains("src=\"card.jpg\"") })
    for word in ["://", "href", "linkedin", "og:"] { #expect(!text.contains(word), "\(word)") }
  }

  @Test func `only files that exist are shown`() {
    var award = subject()
    (award.badgeFiles, award.files) = ([.init(.badge(.png), width: 96, height: 90)], [])
    let text = snippets(for: award)
    #expect(text.contains("badge.png\" width=\"96\" height=\"90\""))
    for name in ["badge.svg", "card", "readme.svg", "og:image"] {
      #expect(!text.contains(name), "\(name)")
    }
    award.badgeFiles = []
    #expect(!snippets(for: award).contains("<img"))
  }

  @Test func `a shared file is shown from where it stands`() {
    let folder = Address.badges(of: "acme")
    var award = subject()
    award.badgeFiles = [
      .init(.badge("rock star", .light, .svg), in: folder, width: 512, height: 512)
    ]
    #expect(
      snippets(for: award).contains("\"https://badges.example.org/acme/badges/rock%20star.svg\""))
    award.publish = nil
    #expect(snippets(for: award).contains("\"../../../badges/rock%20star.svg\""))
    #expect(
      awardPage(for: BlazonSiteTests.award(award), in: context(publish: nil))
        .contains("href=\"../../../badges/rock%20star.svg\""))
  }

  @Test func `without a page a click leads to the badge`() {
    var award = subject()
    award.page = nil
    #expect(snippets(for: award).contains(">](\(base)badge.svg)"))
    award.page = .card("über uns")
    #expect(snippets(for: award).contains("](\(base)card.%C3%BCber%20uns.jpg)"))
  }

  @Test func `slashes at the end of the address do not double`() {
    #expect(
      snippets(for: subject(publish: "https://badges.example.org//"))
        == snippets(for: subject()))
  }

  @Test func `what an award does not have is not asked of LinkedIn`() {
    var award = subject()
    (award.expires, award.id, award.issued) = (nil, nil, date("2026-12-31"))
    let text = snippets(for: award)
    #expect(text.contains("&issueYear=2026&issueMonth=12&certUrl="))
    #expect(!text.contains("expiration") && !text.contains("certId"))
  }

  /// `subject` with one hostile text everywhere.
  private func hostile(_ text: String, publish: String?) -> SnippetSubject {
    var award = subject(publish: publish)
    (award.programmeName, award.recipientName, award.badgeTitle) = (text, text, text)
    (award.alt, award.cardAlt, award.description, award.siteName) = (text, text, text, text)
    award.id = text
    return award
  }

  @Test(arguments: ["https://badges.example.org", nil])
  func `hostile texts make no tag and no attribute`(_ publish: String?) throws {
    let meant = blocks(snippets(for: subject(publish: publish))).blocks
    var texts: [String] = []
    var expected: [String] = []
    for hostile in hostileTexts {
      let found = blocks(snippets(for: self.hostile(hostile, publish: publish))).blocks
      #expect(found.map(\.language) == meant.map(\.language), "\(hostile.debugDescription)")
      texts += found.filter { $0.language == "html" }.map(\.text)
      expected += meant.filter { $0.language == "html" }.map(\.text)
    }
    let pages = try parsed(texts)
    for (page, plain) in zip(pages, try parsed(expected)) {
      #expect(page.rest.isEmpty && plain.rest.isEmpty)
      #expect(page.tags.map(\.name) == plain.tags.map(\.name))
      #expect(page.tags.map(\.attributeNames) == plain.tags.map(\.attributeNames))
      for (tag, meant) in zip(page.tags, plain.tags) {
        for name in [
          "src", "srcset", "href", "media", "width", "height", "rel", "property", "name",
        ] {
          #expect(tag[name] == meant[name])
        }
      }
    }
  }

  @Test func `a text arrives in attributes as it is, on one line`() throws {
    let pages = hostileTexts.map { text in
      blocks(snippets(for: hostile(text, publish: nil))).blocks
        .filter { $0.language == "html" }.map(\.text).joined(separator: "\n")
    }
    for (text, page) in zip(hostileTexts, try parsed(pages)) {
      let images = page.tags.filter { $0.name == "img" }
      #expect(images.map { $0["alt"] } == [PlainText(text).text, PlainText(text).text])
    }
  }

  @Test(arguments: hostileTexts)
  func `hostile texts leave the lines of a page as they are`(_ text: String) {
    func shape(_ award: SnippetSubject) -> [Substring] {
      blocks(snippets(for: award)).prose.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.hasPrefix("# ") ? "# title" : $0.hasPrefix("[Add") ? "[Add]" : $0 }
    }
    #expect(
      shape(hostile(text, publish: "https://a.example"))
        == shape(subject(publish: "https://a.example")))
    #expect(shape(hostile(text, publish: nil)) == shape(subject(publish: nil)))
  }

  @Test(arguments: hostileTexts)
  func `the address for LinkedIn holds each text whole`(_ text: String) throws {
    let award = hostile(text, publish: "https://a.example")
    let block = try #require(blocks(snippets(for: award)).blocks.first { $0.language == "text" })
    let items = try #require(URLComponents(string: block.text)?.queryItems)
    #expect(
      items.map(\.name) == [
        "startTask", "name", "organizationName", "issueYear", "issueMonth", "expirationYear",
        "expirationMonth", "certUrl", "certId",
      ])
    #expect(items[1].value ?? "" == PlainText(text).text)
    #expect(items[7].value == "https://a.example/acme/people/ada/review-rockstar/")
  }

  @Test func `the same award makes the same page`() {
    #expect(snippets(for: subject()) == snippets(for: subject()))
  }
}
