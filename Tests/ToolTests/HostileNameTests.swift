import Foundation
import FoundationXML
import TestSupport
import Testing

/// Names that mean harm, or just look so: drawn as they are written, and harmless in every file.
@Suite struct HostileNameTests {
  private static let names = [
    "\"><script>alert(1)</script>", "](javascript:alert(1))", "![x](javascript:y)", "`code` ```",
    "a|b|c", "new\nline\r\nand\ttab", "' onerror='alert(1)", "--><!--", "]]>", "&lt;b&gt; &#x202E;",
    "\\](x)\\", "\u{202E}txet\u{2066}evil\u{2069}", "</title><svg onload=a>", "<https://a.b>",
    "{{recipient.name}} {{x", "%22%3E../..", "www.evil.example", "# *x* _y_ ~z~", "$(id) $x$ ${y}",
    "\u{1B}[31mred", "\u{FEFF}Zo\u{200B}e\u{301}",
  ]

  /// A place where people of all these names have earned a certificate, drawn.
  private struct Drawn: Sendable {
    var place: Workplace
    var answer: Answer
    var files: [String: Data]

    init() throws {
      let rows = HostileNameTests.names.enumerated().map { index, name in
        "\(Workplace.quoted(name)),h\(index),expert,2026-03-09,,,hostile-\(index)x\n"
      }
      place = try Workplace(Workplace.people(rows.joined()), named: "hostile-names")
      answer = try place.blazon("render", "--size", "64")
      files = try place.files()
    }

    func text(_ index: Int, _ name: String) -> String {
      files["acme/people/h\(index)/expert/\(name)"].map { String(decoding: $0, as: UTF8.self) }
        ?? ""
    }
  }

  private static let drawn = Result { try Drawn() }

  private func drawn() throws -> Drawn { try HostileNameTests.drawn.get() }

  /// The name as it is drawn: on one line, without what nobody can see.
  private func visible(_ name: String) -> String {
    let kept = name.unicodeScalars.filter {
      $0.properties.isWhitespace
        || ($0.properties.generalCategory != .control && !$0.properties.isDefaultIgnorableCodePoint)
    }
    return String(String.UnicodeScalarView(kept)).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  @Test func `all are drawn, and what was taken out is told`() throws {
    let drawn = try drawn()
    #expect(drawn.answer.status == 0, "\(drawn.answer.error)")
    for index in HostileNameTests.names.indices {
      #expect(drawn.files.keys.count { $0.hasPrefix("acme/people/h\(index)/expert/") } == 9)
    }
    #expect(drawn.answer.error.contains("U+202E"))
    #expect(drawn.answer.error.contains("U+001B"))
    #expect(!drawn.answer.error.contains("\u{1B}") && !drawn.answer.error.contains("\u{202E}"))
  }

  // MARK: XML

  private final class Elements: NSObject, XMLParserDelegate {
    var names: Set<String> = []
    var attributes: [(name: String, value: String)] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes values: [String: String]
    ) {
      names.insert(name)
      attributes += values.map { ($0.key, $0.value) }
    }
  }

  @Test(arguments: names.indices, ["certificate.svg", "readme.svg"])
  func `SVG is well-formed and has nothing that runs or leads elsewhere`(
    _ index: Int, _ file: String
  ) throws {
    let elements = Elements()
    let parser = XMLParser(data: Data(try drawn().text(index, file).utf8))
    parser.delegate = elements
    #expect(parser.parse(), "\(parser.parserError.map { "\($0)" } ?? "")")
    #expect(elements.names.contains("svg"))
    #expect(
      elements.names.isDisjoint(with: ["script", "style", "foreignObject", "animate", "set"]))
    for (name, value) in elements.attributes {
      #expect(!name.lowercased().hasPrefix("on"), "\(name)")
      guard name.hasSuffix("href") else { continue }
      let isOwn = [
        "#", "data:image/png;base64,", "https://badges.example.org/acme/people/h\(index)/",
      ]
      .contains { value.hasPrefix($0) }
      #expect(isOwn, "\(value)")
    }
  }

  // MARK: HTML

  private struct Page: Decodable {
    var tags: [[String]]
    var attributes: [[String]]
    var text: String
    var title: String
  }

  private func parsed(_ pages: [String]) throws -> [Page] {
    let script = """
      import json, sys
      from html.parser import HTMLParser
      class Reader(HTMLParser):
        def __init__(self):
          super().__init__(convert_charrefs=True)
          self.page = {"tags": [], "attributes": [], "text": "", "title": ""}
          self.open = ""
        def handle_starttag(self, tag, attrs):
          self.open = tag
          self.page["tags"].append([tag])
          self.page["attributes"] += [[tag, k, v or ""] for k, v in attrs]
        def handle_endtag(self, tag): self.open = ""
        def handle_data(self, data):
          self.page["title" if self.open == "title" else "text"] += data
        def handle_comment(self, data): self.page["tags"].append(["!--"])
        def unknown_decl(self, data): self.page["tags"].append(["!["])
        def handle_pi(self, data): self.page["tags"].append(["?"])
      out = []
      for text in json.load(sys.stdin):
        reader = Reader()
        reader.feed(text)
        reader.close()
        out.append(reader.page)
      print(json.dumps(out))
      """
    let answer = try python(script, input: JSONEncoder().encode(pages))
    try #require(answer.status == 0, "\(answer.error)")
    return try JSONDecoder().decode([Page].self, from: answer.output)
  }

  @Test func `the page of an award holds its own elements alone, and the name as text`() throws {
    let drawn = try drawn()
    let indices = HostileNameTests.names.indices
    let pages = try parsed(indices.map { drawn.text($0, "index.html") })
    let known: Set = [
      "html", "head", "meta", "title", "link", "style", "body", "main", "a", "picture", "source",
      "img", "h1", "h2", "bdi", "p", "time", "ul", "li", "script", "header", "nav", "span", "div",
      "figure", "dl", "dt", "dd", "section", "button", "details", "summary", "pre", "code",
      "strong",
      "footer",
    ]
    let networks = [
      "https://www.linkedin.com/profile/add?",
      "https://www.linkedin.com/sharing/share-offsite/?url=",
      "https://x.com/intent/post?text=", "https://bsky.app/intent/compose?text=",
      "https://share.joinmastodon.org/#text=", "mailto:?subject=",
    ]
    for (index, page) in zip(indices, pages) {
      let tags = Set(page.tags.map { $0[0] })
      #expect(tags.isSubset(of: known), "\(index): \(tags.subtracting(known))")
      #expect(page.tags.count { $0 == ["h1"] } == 1)
      for attribute in page.attributes {
        let (name, value) = (attribute[1], attribute[2])
        #expect(!name.hasPrefix("on") && name != "style", "\(index): \(attribute)")
        if ["href", "src", "srcset", "action"].contains(name) {
          let isOwn =
            value.hasPrefix("https://badges.example.org/acme/people/h\(index)/expert/")
            || value.wholeMatch(of: /[a-z]+(\.[a-z]+)+/) != nil
            || value.wholeMatch(of: /(\.\.\/)+([a-z0-9-]+\/)*([a-z]+\.(svg|png))?/) != nil
            || ["./", "#main", "../"].contains(value) || networks.contains { value.hasPrefix($0) }
          #expect(isOwn, "\(index): \(value)")
        }
      }
      let name = visible(HostileNameTests.names[index])
      #expect(page.text.contains(name), "\(name)")
      #expect(page.title.contains(name), "\(name)")
    }
  }

  // MARK: Markdown

  @Test(arguments: names.indices)
  func `snippets hold no link but their own outside their blocks of code`(_ index: Int) throws {
    let text = try drawn().text(index, "snippets.md")
    var prose = ""
    var fence: Int?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let ticks = line.prefix { $0 == "`" }.count
      if let open = fence {
        if ticks >= open, line.allSatisfy({ $0 == "`" }) { fence = nil }
      } else if ticks >= 3, !line.dropFirst(ticks).contains("`") {
        fence = ticks
      } else {
        prose += line + "\n"
      }
    }
    #expect(fence == nil, "every block ends")
    #expect(prose.contains("# Certified Expert"))
    // What a backslash stands before is a character.
    let bare = prose.replacing(/\\[!-\/:-@\[-`{-~]/, with: "")
    let targets = bare.matches(of: /\]\(([^)]*)\)/).map { String($0.1) }
    for target in targets {
      #expect(target.hasPrefix("https://www.linkedin.com/profile/add?"), "\(target)")
    }
    #expect(targets.count == 1)
    #expect(!bare.contains("<") && !bare.contains("`") && !bare.contains("]:"), "\(bare)")
    let headings = prose.split(separator: "\n").filter { $0.hasPrefix("#") }
    #expect(headings.count == 10, "\(headings)")
  }

  // MARK: PDF

  @Test(arguments: names.indices)
  func `the certificate is sound and shows the name`(_ index: Int) throws {
    let drawn = try drawn()
    let path = drawn.place.url("output/acme/people/h\(index)/expert/certificate.pdf").path
    let check = try run("qpdf", ["--check", path])
    #expect(check.status == 0, "\(check.text)\(check.error)")
    let info = try run("pdfinfo", ["-enc", "UTF-8", path])
    let name = visible(HostileNameTests.names[index])
    #expect(info.text.contains("\(name): Certified Expert\n"), "\(info.text)")
    #expect(info.text.contains("JavaScript:      no"))
    let words = try run("pdftotext", ["-enc", "UTF-8", path, "-"]).text
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    // pdftotext takes a hyphen at the end of a line for a divided word.
    let shown = name.hasSuffix("-") ? String(name.dropLast()) : name
    #expect(words.contains(shown), "\(name) in \(words)")
  }

  // MARK: The rest

  @Test func `the manifest is JSON, and nothing is written outside the output folder`() throws {
    let drawn = try drawn()
    let manifest = try Manifest(drawn.place.url("output/manifest.json"))
    #expect(Set(manifest.files.map(\.path)).union(manifest.lists) == Set(drawn.files.keys))
    let all = try allFiles(below: drawn.place.folder).keys.filter { !$0.hasPrefix("output/") }
    #expect(
      Set(all) == [
        "badge-specs/acme/programme.yaml", "badge-specs/acme/badges.yaml",
        "badge-specs/acme/awards/2026.csv",
      ])
    for entry in manifest.files where entry.recipient != nil {
      let isPlain = entry.alt.unicodeScalars.allSatisfy {
        $0.properties.generalCategory != .control && !$0.properties.isDefaultIgnorableCodePoint
      }
      #expect(isPlain, "\(entry.path)")
    }
  }

  @Test(arguments: [
    "..", ".", "a/b", "../../evil", "CON", "nul", "a..b", "a.", "a\\b", "/etc", "a b",
  ])
  func `a handle that is no folder's name is an error, and nothing is written`(_ handle: String)
    throws
  {
    let place = try Workplace(
      Workplace.people(
        "Jan,jan,first,2026-05-02,,,\nEvil,\(Workplace.quoted(handle)),first,2026-05-03,,,\n"))
    let before = try allFiles(below: place.folder)
    let answer = try place.blazon("render")
    #expect(answer.status == 1)
    #expect(answer.error.contains("badge-specs/acme/awards/2026.csv:3:"), "\(answer.error)")
    #expect(try allFiles(below: place.folder) == before)
  }

  @Test func `a letter with 199 marks is drawn whole or refused where it stands`() throws {
    let name = "e" + String(repeating: "\u{301}", count: 199)
    let place = try Workplace(
      Workplace.people("\(name),zalgo,expert,2026-05-02,,,JBNC-BE1W-5HB6\n"))
    let answer = try place.blazon("render")
    #expect(answer.status == 1)
    #expect(answer.error.contains("2026.csv:2:"), "\(answer.error)")
    #expect(answer.error.contains("to “zalgo”"), "\(answer.error)")
    // One mark more than a name may have characters.
    let longer = try Workplace(
      Workplace.people("\(name)\u{301},zalgo,first,2026-05-02,,,\n"))
    let refused = try longer.blazon("render")
    #expect(refused.status == 1)
    #expect(refused.error.contains("2026.csv:2:1: error: a name of 201 characters is too long"))
  }

  @Test func `a link in place of a person's folder leads nowhere`() throws {
    let place = try Workplace(Workplace.twoPeople)
    let outside = place.url("outside")
    try FileManager.default.createDirectory(at: outside, withIntermediateDirectories: true)
    try FileManager.default.createDirectory(
      at: place.url("output/acme/people"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: place.url("output/acme/people/jan"), withDestinationURL: outside)
    let answer = try place.blazon("render", "--size", "64")
    #expect(answer.status == 70)
    #expect(answer.error.contains("output/acme/people/jan” is a link"), "\(answer.error)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: outside.path).isEmpty)
  }
}
