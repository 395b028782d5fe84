import Foundation
import TestSupport
import Testing

/// What a programme says beside its badges: themes, tiers of its own, what is withdrawn, budgets, checks.
@Suite struct ProgrammeKeyTests {
  private static let badges = """
    blazon: 1
    badges:
      one: {preset: shield, title: One, emblem: rocket, tiers: {bronze: 1, legend: 5}}
      two: {preset: hexagon, title: Two, emblem: heart, color: "#8B1E3F"}
      three: {preset: hexagon, title: Three, emblem: heart, color: {light: "#333333", dark: "#ffcc00"}}

    """

  private func place(_ more: String, badges: String = badges) throws -> Workplace {
    let programme = "blazon: 1\nprogramme: acme\nname: Acme\ncolor: \"#0B3A46\"\n"
    let tiers = more.contains("tiers:") ? "" : "tiers: {legend: {metal: ruby, stars: 5}}\n"
    return try Workplace([
      "badge-specs/acme/programme.yaml": programme + tiers + more,
      "badge-specs/acme/badges.yaml": badges,
    ])
  }

  private func badges(_ place: Workplace) throws -> [String: Data] {
    try place.files("output/acme/badges")
  }

  // MARK: themes

  @Test func `a badge that is other on dark pages is drawn twice, and no other`() throws {
    let place = try place("themes: {dark: {color: \"#5FD3DF\"}}\n")
    let answer = try place.blazon("render", "--size", "64")
    #expect(answer.status == 0, "\(answer.error)")
    let files = try badges(place)
    #expect(
      Set(files.keys.filter { $0.contains(".dark") })
        == [
          "one.dark.svg", "one.dark@64.png", "one.bronze.dark.svg", "one.bronze.dark@64.png",
          "one.legend.dark.svg", "one.legend.dark@64.png", "three.dark.svg", "three.dark@64.png",
        ])
    #expect(files["one.dark.svg"] != files["one.svg"])
    // What the theme says is what the programme itself would say.
    let other = try self.place("")
    try other.write(
      "blazon: 1\nprogramme: acme\nname: Acme\ncolor: \"#5FD3DF\"\ntiers: {legend: {metal: ruby, stars: 5}}\n",
      to: "badge-specs/acme/programme.yaml")
    #expect(try other.blazon("render", "--size", "64").status == 0)
    let others = try badges(other)
    for name in ["one", "one.legend"] {
      let (a, b) = (
        others["\(name)@64.png"].flatMap(png), files["\(name).dark@64.png"].flatMap(png)
      )
      #expect(a != nil && a == b, "\(name)")
    }
    let manifest = try String(contentsOf: place.url("output/manifest.json"), encoding: .utf8)
    #expect(manifest.contains("\"acme/badges/three.dark.svg\""))
  }

  @Test func `without themes nothing is drawn twice`() throws {
    let place = try place(
      "", badges: Self.badges.replacing("{light: \"#333333\", dark: \"#ffcc00\"}", with: "teal"))
    #expect(try place.blazon("render", "--size", "64").status == 0)
    #expect(try badges(place).keys.allSatisfy { !$0.contains("dark") })
  }

  @Test(arguments: [
    ("themes: {drak: {}}", "did you mean “dark”?"),
    ("themes: {dark: {colour: red}}", "did you mean “color”?"),
    ("themes: {dark: {color: reddish}}", "“reddish” is not a colour"),
    ("accent: {light: red}", "a colour on light and dark pages has both"),
    ("accent: {light: red, dark: bleu}", "“bleu” is not a colour"),
    ("tiers: {legend: {metal: rubby}}", "did you mean “ruby”?"),
    ("tiers: {legend: {years: {2020: {}}}}", "a tier has no “years”"),
    ("tiers: {Legend!: {}}", "“Legend!” is not an id"),
    ("withdrawn: [../x]", "“../x” is no path of this programme"),
    ("withdrawn: [badges/two]", "“badges/two” is withdrawn, and “acme/badges/two” is drawn"),
    ("budget: {svg: 40}", "as in 40 kB or 1.2 MB"),
    ("budget: {svgs: 40 kB}", "did you mean “svg”?"),
    ("check: {sentences: no}", "use one of: error, warning, off"),
    ("check: {fit: off}", "unknown key “fit”"),
  ])
  func `what is wrong is said with its place`(line: String, message: String) throws {
    let answer = try place("\(line)\n").blazon("check")
    #expect(answer.status == 1)
    #expect(answer.error.contains(message), "\(answer.error)")
    #expect(
      answer.error.contains("badge-specs/acme/programme.yaml:5:")
        || answer.error.contains("programme.yaml:6:"), "\(answer.error)")
  }

  // MARK: tiers

  @Test func `a tier of the programme's own has its words, and a shipped one takes more`() throws {
    let place = try place(
      "tiers: {bronze: {band: Bronze grade}, legend: {metal: ruby, stars: 4}}\n")
    let spec = try place.blazon("show", "spec", "--badge", "one.legend")
    #expect(spec.text.contains("metal: ruby") && spec.text.contains("stars: 4"), "\(spec.text)")
    let bronze = try place.blazon("show", "spec", "--badge", "one.bronze")
    #expect(bronze.text.contains("metal: bronze") && bronze.text.contains("band: Bronze grade"))
    let sentence = try place.blazon("show", "sentence", "--badge", "one.legend")
    #expect(sentence.text.contains("legend tier"), "\(sentence.text)")
    let unknown = try self.place("tiers: {}\n").blazon("check")
    #expect(unknown.error.contains("unknown tier “legend”"), "\(unknown.error)")
  }

  // MARK: withdrawn

  @Test func `what is withdrawn is removed, and nothing else`() throws {
    let place = try place("")
    #expect(try place.blazon("render").status == 0)
    try place.write("mine", to: "output/acme/badges/two-mine.svg")
    let fewer = Self.badges.split(separator: "\n").filter { !$0.contains(" two:") }.joined(
      separator: "\n")
    try place.write(fewer, to: "badge-specs/acme/badges.yaml")
    let forgotten = try place.blazon("render")
    #expect(forgotten.status == 0)
    #expect(forgotten.error.contains("drawn by nothing any more"), "\(forgotten.error)")
    #expect(place.exists("output/acme/badges/two.svg"))
    // It is told again until somebody decides, also after a run over a part.
    #expect(try place.blazon("render", "--only", "one").status == 0)
    let again = try place.blazon("render")
    #expect(again.error.contains("drawn by nothing any more"), "\(again.error)")
    let specs = try String(
      contentsOf: place.url("badge-specs/acme/programme.yaml"), encoding: .utf8)
    try place.write(specs + "withdrawn: [badges/two]\n", to: "badge-specs/acme/programme.yaml")
    let gone = try place.blazon("render")
    #expect(gone.status == 0 && !gone.error.contains("drawn by nothing"), "\(gone.error)")
    let left = try badges(place)
    #expect(left.keys.allSatisfy { !$0.hasPrefix("two") || $0 == "two-mine.svg" }, "\(left.keys)")
    #expect(left["two-mine.svg"] == Data("mine".utf8) && left["one.svg"] != nil)
  }

  @Test func `what is withdrawn is not removed through a link`() throws {
    let place = try place("")
    #expect(try place.blazon("render", "--size", "64").status == 0)
    try FileManager.default.moveItem(at: place.url("output/acme"), to: place.url("elsewhere"))
    try FileManager.default.createSymbolicLink(
      at: place.url("output/acme"), withDestinationURL: place.url("elsewhere"))
    try place.write(
      "blazon: 1\nprogramme: beta\nname: Beta\nwithdrawn: [badges/x]\n",
      to: "badge-specs/beta/programme.yaml")
    _ = try place.blazon("render", "badge-specs/beta")
    #expect(place.exists("elsewhere/badges/two.svg"))
  }

  // MARK: budget

  @Test func `a file over its budget is refused and what stood there stays`() throws {
    let place = try place("")
    #expect(try place.blazon("render", "--size", "64").status == 0)
    let before = try badges(place)
    let specs = try String(
      contentsOf: place.url("badge-specs/acme/programme.yaml"), encoding: .utf8)
    try place.write(
      specs + "budget: {svg: 10 kB, png: 1 kB}\n", to: "badge-specs/acme/programme.yaml")
    let answer = try place.blazon("render", "--size", "64")
    #expect(answer.status == 1)
    #expect(answer.error.contains("“acme/badges/two.svg” has "), "\(answer.error)")
    #expect(answer.error.contains("more than its budget of 10000"))
    #expect(answer.error.contains("programme.yaml:6:"))
    #expect(try badges(place) == before)
    let manifest = try String(contentsOf: place.url("output/manifest.json"), encoding: .utf8)
    #expect(manifest.contains("\"acme/badges/two.svg\""))
    // A run with an error writes nothing, not even what is within its budget.
    #expect(try place.blazon("render", "-o", "fresh", "--size", "64").status == 1)
    #expect(!place.exists("fresh"))
  }

  @Test func `a budget of a PNG is met with fewer colours where that serves`() throws {
    let rich = try place("")
    #expect(try rich.blazon("render").status == 0)
    let size = try #require(try badges(rich)["two.png"]?.count)
    let limit = size / 1000 * 8 / 10
    let small = try place("budget: {png: \(limit) kB}\n")
    let answer = try small.blazon("render", "--only", "two", "--size", "512")
    #expect(answer.status == 0, "\(answer.error)")
    #expect(try #require(try badges(small)["two.png"]?.count) <= limit * 1000)
  }

  // MARK: check

  @Test func `what is a matter of taste can weigh less`() throws {
    let same = Self.badges + "  four: {preset: hexagon, title: Two, emblem: heart, color: red}\n"
    let strict = try place("", badges: same).blazon("check")
    #expect(strict.status == 1 && strict.error.contains("the same alternative text"))
    let mild = try place("check: {sentences: warning}\n", badges: same).blazon("check")
    #expect(mild.status == 0 && mild.error.contains("warning: "), "\(mild.error)")
    let off = try place("check: {sentences: off}\n", badges: same).blazon("check")
    #expect(off.status == 0 && !off.error.contains("alternative text"), "\(off.error)")
  }
}
