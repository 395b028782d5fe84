import BlazonArt
import BlazonForm
import BlazonScene
import BlazonSource
import Testing

@testable import BlazonSpec

/// How trees inherit.
@Suite struct MergeTests {
  private func merged(_ parent: String, _ child: String) -> String {
    tree(parent).merged(with: tree(child)).compact
  }

  @Test func `maps merge deeply`() {
    #expect(merged("{a: {b: 1, c: 2}}", "{a: {c: 3, d: 4}}") == "{a: {b: 1, c: 3, d: 4}}")
  }

  @Test func `lists replace`() {
    #expect(merged("{a: [1, 2, 3]}", "{a: [4]}") == "{a: [4]}")
  }

  @Test func `a key with + appends`() {
    #expect(merged("{a: [1, 2]}", "{a+: [3]}") == "{a: [1, 2, 3]}")
    #expect(merged("{a: 1}", "{a+: [2]}") == "{a: [1, 2]}")
    #expect(merged("{a: [1]}", "{a+: 2}") == "{a: [1, 2]}")
    #expect(merged("{}", "{a+: [1]}") == "{a: [1]}")
    #expect(merged("{}", "{b: {a+: [1]}}") == "{b: {a: [1]}}")
    #expect(merged("{b: {a: [1]}}", "{b: {a+: [2]}}") == "{b: {a: [1, 2]}}")
  }

  @Test(arguments: ["null", "~", "Null", "NULL"])
  func `null removes`(_ null: String) {
    #expect(merged("{a: {b: 1, c: 2}, d: 3}", "{a: {b: \(null)}, d: \(null)}") == "{a: {c: 2}}")
    #expect(merged("{}", "{a: {b: \(null), c: 1}}") == "{a: {c: 1}}")
  }

  @Test func `null in quotes is a text`() {
    #expect(merged("{a: 1}", "{a: \"null\"}") == "{a: null}")
  }

  @Test func `a scalar and a map replace each other`() {
    #expect(merged("{a: 1}", "{a: {b: 2}}") == "{a: {b: 2}}")
    #expect(merged("{a: {b: 2}}", "{a: 1}") == "{a: 1}")
  }

  @Test func `order is kept, and what is new comes last`() {
    #expect(merged("{z: 1, a: 2, m: 3}", "{b: 4, m: 5, z: 6}") == "{z: 6, a: 2, m: 5, b: 4}")
  }

  @Test func `a removed key that comes back stands in its old place, as new`() {
    let removed = tree("{a: {x: 1}, b: 2}").merged(with: tree("{a: null}"))
    #expect(removed.compact == "{b: 2}")
    #expect(removed.merged(with: tree("{a: {y: 3}}")).compact == "{a: {y: 3}, b: 2}")
  }

  @Test func `removing and appending reach through every step of inheritance`() {
    let child = tree("{a: null, b+: [3]}").merged(with: tree("{c: 4, b+: [5]}"))
    let result = tree("{a: 1, b: [2]}").merged(with: child)
    #expect(result.compact == "{b: [2, 3, 5], c: 4}")
  }

  @Test func `merging is associative where nothing is removed or appended`() {
    let (a, b, c) = (tree("{x: {p: 1}, y: [1]}"), tree("{x: {q: 2}}"), tree("{x: {p: 3}, y: [2]}"))
    #expect(
      a.merged(with: b).merged(with: c).compact == a.merged(with: b.merged(with: c)).compact)
  }

  @Test func `every value keeps its place`() {
    let result = tree("\na: {b: 1, c: 2}").merged(with: tree("\n\n\na: {c: 3}"))
    #expect(result["a"]?["b"]?.place.start == Position(line: 2, column: 8))
    #expect(result["a"]?["c"]?.place.start == Position(line: 4, column: 8))
  }
}

extension Tree {
  /// The tree as YAML on one line, as a reader sees it: without what is removed.
  fileprivate var compact: String {
    switch value {
    case .scalar(let text, _): text
    case .list(let items): "[\(items.map(\.compact).joined(separator: ", "))]"
    case .map(let entries):
      "{"
        + entries.filter { !$0.value.isNull }
        .map { "\($0.key.plainName): \($0.value.compact)" }.joined(separator: ", ") + "}"
    }
  }
}

/// Who gives a badge its looks, from the weakest to the strongest.
@Suite struct InheritanceTests {
  private func radius(_ badge: Badge?, width: Int = .max) -> Double? {
    guard case .silhouette(_, let measures)? = badge?.slots(width: width).shape.outline else {
      return nil
    }
    return measures.radius
  }

  @Test func `preset, when, state, adjust and optical size win in this order`() throws {
    let read = Read([
      "badges.yaml": """
      blazon: 1
      presets:
        root: {shape: {type: circle, radius: 10}}
        one:
          extends: root
          shape: {radius: 11}
          when: {metal: {shape: {radius: 12}}, metal stars: {shape: {radius: 13}}}
          states: {locked: {shape: {radius: 14}}}
          optical: {64: {shape: {radius: 16}}, 32: {shape: {radius: 17}}}
      badges:
        root: {preset: root, title: A}
        plain: {preset: one, title: B}
        metal: {preset: one, title: C, metal: gold}
        stars: {preset: one, title: D, stars: 2}
        both: {preset: one, title: E, metal: gold, stars: 2}
        state: {preset: one, title: F, metal: gold, stars: 2, state: locked}
        adjust:
          {preset: one, title: G, metal: gold, state: locked, adjust: {shape: {radius: 15}}}
      """
    ])
    #expect(read.findings == [])
    let ids = ["root", "plain", "metal", "stars", "both", "state", "adjust"]
    #expect(ids.map { radius(read.badge($0)) } == [10, 11, 12, 11, 13, 14, 15])
    let adjusted = read.badge("adjust")
    let widths = [512, 65, 64, 33, 32, 16]
    #expect(widths.map { radius(adjusted, width: $0) } == [15, 15, 16, 16, 17, 17])
  }

  private static let base = [
    "programme.yaml": """
    blazon: 1
    programme: base
    name: Base
    color: "#00FF00"
    accent: "#0000FF"
    presets: {disc: {shape: {type: circle, radius: 200}}}
    families:
      plain: {preset: disc, band: Plain, color: "#FF0000"}
      shiny: {preset: disc, metal: gold, color: "#FF0000"}
    badges:
      one: {family: plain, title: One, aliases: [uno]}
      red: {family: plain, title: Red, color: "#880000"}
    """
  ]

  private func partner(_ rest: String) -> Read {
    Read(
      ["programme.yaml": "blazon: 1\nprogramme: partner\nname: Partner\nextends: base\n\(rest)"],
      base: InheritanceTests.base)
  }

  private let own = ColorExpression.color(Color(hex: 0xDA291C))

  @Test func `family over programme, badge over family`() throws {
    let read = Read(InheritanceTests.base)
    #expect(read.findings == [])
    #expect(read.badge("one")?.words.color == .color(Color(hex: 0xFF0000)))
    #expect(read.badge("one")?.words.accent == .color(Color(hex: 0x0000FF)))
    #expect(read.badge("red")?.words.color == .color(Color(hex: 0x880000)))
    #expect(read.badge("one")?.words.band?.value.text(in: "en") == "Plain")
  }

  @Test func `a partner draws included badges in its own colour, and none of the others`() {
    let read = partner("color: \"#DA291C\"\ninclude: [one]")
    #expect(read.findings == [])
    #expect(read.programme?.badges.map(\.id.value) == ["one"])
    #expect(read.badge("one")?.words.color == own)
    #expect(read.badge("one")?.words.accent == .color(Color(hex: 0x0000FF)))
    #expect(read.badge("one")?.words.aliases.map(\.value) == ["uno"])
  }

  @Test func `a partner without a colour keeps those of its base's families`() {
    let read = partner("include: [one]")
    #expect(read.badge("one")?.words.color == .color(Color(hex: 0xFF0000)))
  }

  @Test func `a partner's family refines its base's, whose colour is lost`() {
    let read = partner(
      """
      color: "#DA291C"
      families:
        shiny: {band: Shiny}
        green: {preset: disc, color: "#008000"}
      badges:
        two: {family: shiny, title: Two}
        three: {family: green, title: Three}
        four: {extends: one, title: Four}
      """)
    #expect(read.findings == [])
    #expect(read.badge("two")?.words.color == own)
    #expect(read.badge("two")?.words.metal == .gold)
    #expect(read.badge("two")?.words.band?.value.text(in: "en") == "Shiny")
    #expect(read.badge("three")?.words.color == .color(Color(hex: 0x008000)))
    #expect(read.badge("four")?.words.color == own)
    #expect(read.badge("four")?.words.aliases.isEmpty == true, "an alias is not inherited")
  }

  @Test func `a badge that extends another inherits its words`() {
    let read = Read([
      "badges.yaml": """
      blazon: 1
      badges:
        one: {family: plain, title: One, skills: [A, B], emblem: heart, alt: First., aliases: [a]}
        two: {extends: one, title: Two, skills+: [C], emblem: null, aliases+: [b]}
      """
    ])
    #expect(read.findings == [])
    #expect(read.badge("two")?.words.skills.map { $0.text(in: "en") } == ["A", "B", "C"])
    #expect(read.badge("two")?.words.emblem == nil)
    #expect(read.badge("two")?.words.alt == nil, "another badge sounds different")
    #expect(read.badge("two")?.words.aliases.map(\.value) == ["b"])
  }

  @Test func `an alias given by a family is refused, as every badge would write it`() {
    let read = Read([
      "badges.yaml": """
      blazon: 1
      badges:
        one: {extends: three, title: One}
        two: {extends: three, title: Two, aliases: [one]}
        three: {family: plain, title: Three}
      """
    ])
    #expect(read.findings == ["x/badges.yaml:4:47: error: “one” would be written by two badges"])
    let family = Read([
      "programme.yaml": standardProgramme.replacing("band: Plain", with: "aliases: [shared]"),
      "badges.yaml": """
      blazon: 1
      badges:
        one: {family: plain, title: One}
        two: {family: plain, title: Two}
      """,
    ])
    #expect(
      family.findings == ["x/programme.yaml:10:35: error: “shared” would be written by two badges"])
  }
}
