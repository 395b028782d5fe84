import BlazonLedger
import BlazonScene
import BlazonShelf
import BlazonSite
import BlazonSpec
import Foundation
import TestSupport
import Testing

func date(_ text: String) -> CalendarDate {
  guard let date = CalendarDate(iso: text) else { preconditionFailure(text) }
  return date
}

/// An award with all that snippets can show.
func subject(publish: String? = "https://badges.example.org") -> SnippetSubject {
  SnippetSubject(
    programme: "acme", programmeName: "Acme Project", handle: "ada", badge: "review-rockstar",
    recipientName: "Ada Lindqvist", badgeTitle: "Review Rockstar",
    alt: "A green hexagon with a magnifier", cardAlt: "Ada Lindqvist earned Review Rockstar",
    description: "Gives thorough code reviews.", siteName: "Acme Badges",
    issued: date("2026-03-09"), expires: date("2028-11-09"), id: "7K3M-9QX2-4TBD",
    publish: publish, page: .page,
    badgeFiles: [
      .init(.badge(.svg), width: 512, height: 512), .init(.badge(.png), width: 512, height: 512),
    ],
    files: [
      .init(.card(), width: 1200, height: 630), .init(.card(nil, "dark"), width: 1200, height: 630),
      .init(.readme, width: 180, height: 20),
    ])
}

/// What pages of a programme in `language` have in common.
func context(
  _ language: String = "en", publish: String? = "https://badges.example.org"
) -> SiteContext {
  SiteContext(
    programme: "acme", name: "Acme Project", language: language, languages: [(language, nil)],
    publish: publish, color: Color(hex: 0x00A08E), wording: .shipped)
}

func snippets(for subject: SnippetSubject) -> String {
  snippets(for: subject, in: context(publish: subject.publish))
}

/// The award that `subject` tells of, with all that its page shows.
func award(_ snippet: SnippetSubject = subject()) -> AwardSubject {
  var award = AwardSubject(
    snippet, standing: .inForce, visibility: .public, title: SiteText(snippet.badgeTitle, in: "en"),
    sentence: "\(snippet.recipientName) has earned \(snippet.badgeTitle).",
    badge: SitePicture(
      Address.badges(of: "acme").file(.badge("review-rockstar", .light, .svg)), width: 512,
      height: 512))
  award.criteria = SiteText(snippet.description, in: "en")
  award.statement = SiteText(snippet.description, in: "de")
  award.skills = [SiteText(snippet.description, in: "en")]
  award.evidence = "https://example.org/pull/902"
  award.links = ["https://ada.example"]
  return award
}

/// What people write into names when they mean harm, or nothing.
let hostileTexts = [
  "\"><script>alert(1)</script>", "' onerror='alert(1)", "](javascript:alert(1))", "![x](y)",
  "[a]: https://evil.example", "`code` ```\nfence", "``````````", "a|b|c",
  "line\nbreak\r\n\r\n# not a heading",
  "\u{202E}txet\u{2066}\u{200F}", "--><!--", "]]>", "&lt;b&gt; &amp; &#x202E;", "\\", "\\](x)\\",
  "Tab\there",
  "</code></pre>", "~~~", "$x$ ${y} {{z}}", "www.evil.example https://evil.example",
  "نجم <b>ساری</b>", "<https://a.b>",
  "\u{0}\u{1B}[31m", "x\" srcset=\"https://evil.example", "</title><svg onload=a>", "{% raw %}",
  "%22%3E", "\u{2028}-\u{2029}",
  ":tada:", "***", "# ", "",
]

/// A block of code in Markdown, as CommonMark finds it.
struct Block: Equatable {
  var language: String
  var text: String
}

/// `markdown` without its blocks, and these.
func blocks(_ markdown: String) -> (prose: String, blocks: [Block]) {
  var prose: [Substring] = []
  var blocks: [Block] = []
  var fence: Int?
  for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
    let ticks = line.prefix { $0 == "`" }.count
    if let open = fence {
      if ticks >= open, line.dropFirst(ticks).allSatisfy({ $0 == " " }) {
        fence = nil
      } else {
        let last = blocks.count - 1
        blocks[last].text += (blocks[last].text.isEmpty ? "" : "\n") + line
      }
    } else if ticks >= 3, !line.dropFirst(ticks).contains("`") {
      fence = ticks
      blocks.append(Block(language: String(line.dropFirst(ticks)), text: ""))
    } else {
      prose.append(line)
    }
  }
  #expect(fence == nil)
  return (prose.joined(separator: "\n"), blocks)
}

/// A tag as Python's `html.parser` finds it, with its attributes in order.
struct Tag: Decodable, Equatable {
  var name: String
  var attributes: [[String]]

  var attributeNames: [String] { attributes.map { $0[0] } }

  subscript(_ name: String) -> String? { attributes.first { $0[0] == name }?[1] }
}

/// The tags of several HTML texts, and whatever of each is neither tag nor white space.
func parsed(_ texts: [String]) throws -> [(tags: [Tag], rest: String)] {
  struct Page: Decodable {
    var tags: [Tag]
    var rest: String
  }
  let script = """
    import json, sys
    from html.parser import HTMLParser
    class Reader(HTMLParser):
      def __init__(self):
        super().__init__(convert_charrefs=True)
        self.tags, self.rest = [], []
      def handle_starttag(self, tag, attrs):
        self.tags.append({"name": tag, "attributes": [[k, v or ""] for k, v in attrs]})
      def handle_startendtag(self, tag, attrs): self.rest.append("<%s/>" % tag)
      def handle_endtag(self, tag): self.tags.append({"name": "/" + tag, "attributes": []})
      def handle_data(self, data): self.rest.append(data.strip())
      def handle_comment(self, data): self.rest.append("<!--" + data)
      def handle_decl(self, decl): self.rest.append("<!" + decl)
      def unknown_decl(self, data): self.rest.append("<![" + data)
      def handle_pi(self, data): self.rest.append("<?" + data)
    pages = []
    for text in json.load(sys.stdin):
      reader = Reader()
      reader.feed(text)
      reader.close()
      pages.append({"tags": reader.tags, "rest": "".join(reader.rest)})
    print(json.dumps(pages))
    """
  let answer = try run(
    "python3", ["-I", "-c", script], environment: ["PYTHONUTF8": "1"],
    input: try JSONEncoder().encode(texts))
  try #require(answer.status == 0, "\(answer.error)")
  return try JSONDecoder().decode([Page].self, from: answer.output).map { ($0.tags, $0.rest) }
}
