import Testing

@testable import BlazonReadme

/// Links, titles and ids.
@Suite struct LinkTests {
  private static let one = ["https://example.org/?a=1&b=<\">"]
  private static let two = ["https://example.org/left", "http://example.org/right"]

  @Test(arguments: ReadmeStyle.allCases)
  func `without a link the badge is a picture with a name`(_ style: ReadmeStyle) throws {
    let svg = try Elements(try ReadmeBadge(label: "cactus", message: "grown", style: style))
    let name = [ReadmeStyle.forTheBadge: "CACTUS: GROWN", .social: "Cactus: grown"][style]
    #expect(svg.root.attributes["role"] == "img")
    #expect(svg.accessibleNames == [name ?? "cactus: grown"])
    #expect(svg.named("a").isEmpty && svg.named("style").isEmpty)
    let alone = try Elements(try ReadmeBadge(label: "", message: "x", style: style))
    #expect(alone.accessibleNames == [style == .forTheBadge ? "X" : "x"])
  }

  @Test(arguments: ReadmeStyle.allCases)
  func `one link is around everything`(_ style: ReadmeStyle) throws {
    let badge = try ReadmeBadge(label: "a", message: "b", style: style, links: LinkTests.one)
    let svg = try Elements(badge)
    #expect(svg.named("a").map { $0.attributes["xlink:href"] } == LinkTests.one)
    #expect(svg.named("a").map { $0.attributes["target"] } == ["_blank"])
    #expect(svg.named("title").count == 1)
    for element in svg.all where !["svg", "title", "a"].contains(element.name) {
      #expect(element.path.prefix(2) == ["svg", "a"], "\(element.name)")
    }
  }

  @Test(arguments: ReadmeStyle.allCases)
  func `two links are around their halves`(_ style: ReadmeStyle) throws {
    let badge = try ReadmeBadge(label: "a", message: "b", style: style, links: LinkTests.two)
    let svg = try Elements(badge)
    #expect(svg.named("a").map { $0.attributes["xlink:href"] } == LinkTests.two)
    #expect(svg.named("title").isEmpty)
    #expect(svg.root.attributes["role"] == nil && svg.accessibleNames.isEmpty)
    #expect(svg.words.allSatisfy { $0.path.last == "a" })
    let targets = svg.named("rect").filter { $0.path.last == "a" }
    #expect(targets.count == 2)
    #expect(targets.last?.attributes["fill"] == "rgba(0,0,0,0)")
    let plain = try Elements(try ReadmeBadge(label: "a", message: "b", style: style))
    #expect(svg.words.map { $0["x"] } == plain.words.map { $0["x"] })
  }

  @Test(arguments: [
    "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "//example.org",
    "example.org",
    "", "https:", "https://", "https:///path", "ftp://example.org", "https://a b.org",
    "https://example.org/\n", "https://example.org/\u{202E}", " https://example.org",
    "http:example",
    "https://" + String(repeating: "a", count: 2048),
  ])
  func `a link that leads to no page is refused with a reason`(_ link: String) {
    for links in [[link], ["https://example.org", link], [link, "https://example.org"]] {
      let error = #expect(throws: ReadmeBadgeError.self) {
        try ReadmeBadge(label: "a", message: "b", links: links)
      }
      #expect(error?.message.contains("link") == true && error?.help.isEmpty == false)
    }
  }

  @Test func `a badge has at most two links`() {
    #expect(throws: ReadmeBadgeError.self) {
      try ReadmeBadge(label: "a", message: "b", links: LinkTests.two + LinkTests.one)
    }
  }

  @Test(arguments: ReadmeStyle.allCases)
  func `every id ends with the badge's name, and every reference finds one`(
    _ style: ReadmeStyle
  ) throws {
    for links in [[], LinkTests.two] {
      let badge = try ReadmeBadge(label: "a", message: "b", style: style, links: links)
      let svg = try Elements(badge)
      let ids = svg.all.compactMap { $0.attributes["id"] }
      let expected: [ReadmeStyle: Set<Substring>] = [
        .flat: ["s", "r"], .plastic: ["s", "r"],
        .social: links.isEmpty ? ["a", "llink", "rlink"] : ["a", "b", "llink", "rlink"],
      ]
      let names = (expected[style] ?? []).union(links.isEmpty ? ["t"] : [])
      #expect(Set(ids.map { $0.prefix { $0 != "-" } }) == names && Set(ids).count == ids.count)
      #expect(Set(ids.map { $0.drop { $0 != "-" } }).count <= 1)
      let text = String(decoding: badge.svg, as: UTF8.self)
      for piece in text.split(separator: "url(#").dropFirst() {
        #expect(ids.contains(String(piece.prefix { $0 != ")" })))
      }
      for piece in text.split(separator: "a:hover #").dropFirst() {
        #expect(ids.contains(String(piece.prefix { $0 != "{" })))
      }
    }
  }

  @Test func `two badges that differ in anything share no id, and one has the same bytes again`()
    throws
  {
    let badges = try ReadmeStyle.allCases.flatMap { style in
      [
        try ReadmeBadge(label: "a", message: "b", style: style),
        try ReadmeBadge(label: "a", message: "c", style: style),
        try ReadmeBadge(label: "b", message: "a", style: style),
        try ReadmeBadge(label: "a", message: "b", style: style, links: LinkTests.one),
        try ReadmeBadge(label: "a", message: "b", style: style, logo: redSquare),
      ]
    }
    let ids = try badges.flatMap { badge in
      try Elements(badge).all.compactMap { $0.attributes["id"] }
    }
    #expect(Set(ids).count == ids.count && ids.count >= badges.count)
    for badge in badges { #expect(badge.svg == badge.svg) }
  }

  @Test(arguments: ReadmeStyle.allCases)
  func `xlink is declared where it is used, and every stop has an offset`(
    _ style: ReadmeStyle
  ) throws {
    let plain = try ReadmeBadge(label: "a", message: "b", style: style)
    let linked = try ReadmeBadge(label: "a", message: "b", style: style, links: LinkTests.one)
    let drawn = try ReadmeBadge(label: "a", message: "b", style: style, logo: redSquare)
    for (badge, isUsed) in [(plain, false), (linked, true), (drawn, true)] {
      let svg = try Elements(badge)
      #expect((svg.root.attributes["xmlns:xlink"] != nil) == isUsed)
      #expect(svg.all.allSatisfy { $0.attributes["href"] == nil })
      #expect(svg.named("stop").allSatisfy { $0["offset"] != nil })
    }
  }
}
