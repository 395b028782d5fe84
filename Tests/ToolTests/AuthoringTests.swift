import Foundation
import TestSupport
import Testing

/// What helps whoever writes specs: beginning a programme, looking things up, seeing what changed.
@Suite struct AuthoringTests {
  // MARK: new

  @Test func `a new programme renders at once`() throws {
    let place = try Workplace([:])
    let answer = try place.blazon("new", "--name", "Harbour Club", "--color", "teal")
    #expect(answer.status == 0, "\(answer.error)")
    #expect(
      Set(try place.files("badge-specs/harbour-club").keys)
        == ["programme.yaml", "badges.yaml", "awards/first.csv", "blazon.schema.json"])
    #expect(answer.text.hasSuffix("\n\nDraw it with: blazon render badge-specs/harbour-club\n"))
    let drawn = try place.blazon("render", "--size", "64")
    #expect(drawn.status == 0, "\(drawn.error)")
    #expect(drawn.text.hasPrefix("5 badges and 2 awards,"), "\(drawn.text)")
    #expect(place.exists("output/harbour-club/people/ada/first-contribution/card.jpg"))
    #expect(place.exists("output/harbour-club/people/ada/certified-operator/certificate.pdf"))
  }

  @Test func `an editor finds the schema that the first line names, and it holds`() throws {
    let place = try Workplace([:])
    #expect(try place.blazon("new", "--name", "Harbour Club", "--color", "teal").status == 0)
    for file in ["programme.yaml", "badges.yaml"] {
      // As yaml-language-server looks for it: the path stands from the file's own folder.
      let script = """
        import json, re, sys, jsonschema, yaml
        text = open(sys.argv[1]).read()
        name = re.match(r"# yaml-language-server: \\$schema=(\\S+)\\n", text).group(1)
        schema = json.load(open(name))
        assert schema["$id"].startswith("urn:blazon:spec:1"), schema.get("$id")
        jsonschema.Draft202012Validator(schema).validate(yaml.safe_load(text))
        """
      let answer = try run(
        "/usr/bin/python3", ["-c", script, file], in: place.url("badge-specs/harbour-club"))
      #expect(answer.status == 0, "\(answer.error)")
    }
  }

  @Test(arguments: [
    "\"\nx", "a\tb", "a\u{1B}[31m", "a\u{85}", "{{title}}", "<b>x</b>", "\u{202E}ab", "\u{2028}",
    "\u{200B}",
    String(repeating: "x", count: 201),
  ])
  func `a title that check would refuse makes no programme`(title: String) throws {
    let place = try Workplace([:])
    for words in [["--name", title, "--id", "y"], ["--name", "Y", "--badge", title]] {
      #expect(try run(blazon, ["new"] + words, in: place.folder).status == 64, "\(words)")
      #expect(!place.exists("badge-specs"))
    }
  }

  @Test func `no programme and no badge is called as a device of Windows is`() throws {
    let place = try Workplace([:])
    #expect(try place.blazon("new", "--name", "Con", "--badge", "Nul").status == 0)
    #expect(place.exists("badge-specs/con-1/programme.yaml"))
    #expect(try place.blazon("check", "badge-specs/con-1").status == 0)
  }

  @Test(arguments: [
    ["Certified Foo"], ["Certified Foo", "First Light"], ["Мастер", "日本"], ["Twice", "Twice!"],
    ["Say “so”: \"x\" #1", "* & !"],
  ])
  func `every title becomes a badge, and whoever has the first is well`(titles: [String]) throws {
    let place = try Workplace([:])
    let words = ["new", "--name", "Y", "y"] + titles.flatMap { ["--badge", $0] }
    #expect(try run(blazon, words, in: place.folder).status == 0)
    let text = try String(contentsOf: place.url("y/badges.yaml"), encoding: .utf8)
    let count = text.split(separator: "\n").count { $0.hasPrefix("    title: ") }
    #expect(count == titles.count)
    let check = try place.blazon("check", "y")
    // A letter that no shipped font has is the only thing that may be wrong.
    let others = check.error.components(separatedBy: "\n")
      .filter { $0.contains(": error: ") && !$0.contains("no font") }
    #expect(others.isEmpty, "\(check.error)")
    if titles.allSatisfy({ $0.allSatisfy { $0.isASCII || "“”".contains($0) } }) {
      #expect(check.status == 0, "\(check.error)")
    }
  }

  /// What `new` writes as emblems of badges with these titles.
  private func emblems(of titles: [String]) throws -> [String] {
    let place = try Workplace([:])
    let words = ["new", "--name", "Y", "y"] + titles.flatMap { ["--badge", $0] }
    #expect(try run(blazon, words, in: place.folder).status == 0)
    let text = try String(contentsOf: place.url("y/badges.yaml"), encoding: .utf8)
    let start = "    emblem: "
    return text.components(separatedBy: "\n").filter { $0.hasPrefix(start) }
      .map { String($0.dropFirst(start.count)) }
  }

  @Test
  func
    `no two titles get the same, however many are alike, and signs get none that nobody can read`()
    throws
  {
    let titles =
      Array(repeating: "Winner", count: 40) + ["🎉", "* & !", "Z\u{301}\u{301}\u{301}\u{301}oe"]
    let found = try emblems(of: titles)
    #expect(found.count == titles.count && Set(found).count == titles.count, "\(found)")
    #expect(!found.contains { $0.contains("🎉") || $0.contains("star") })
  }

  @Test func `every title gets an emblem of its own that fits`() throws {
    let fitting = [
      "First Talk": ["microphone", "lectern"], "Podcast Guest": ["microphone", "headphones"],
      "Machine Learning": ["neural-net", "brain"], "Kubernetes Ninja": ["ship-wheel", "container"],
      "Accessibility Ally": ["wheelchair", "signing-hands"], "Bug Hunter": ["bug-hunter", "bug"],
      "Translator": ["translation"], "Python Trainer": ["snake", "mentor"],
    ]
    let titles = fitting.keys.sorted()
    let found = try emblems(of: titles)
    #expect(Set(found).count == 8)
    for (title, emblem) in zip(titles, found) {
      #expect(fitting[title]?.contains(emblem) == true, "\(title): \(emblem)")
    }
    #expect(Set(try emblems(of: ["Bug Hunter", "Bug Squasher", "Bug Catcher"])).count == 3)
  }

  @Test func `a title that suggests no emblem gets its letters`() throws {
    #expect(
      try emblems(of: [
        "Xyzzy of the Plugh", "Xyzzy Quux", "Xyzzy Qwop", "Öxyzzy", "Xyzzy", "ქართ",
      ])
        == [
          "{letters: XP}", "{letters: XQ}", "{letters: XYQ}", "{letters: \"Ö\"}", "{letters: X}",
          "{letters: \"ქ\"}",
        ])
    // Where all letters are taken they are numbered.
    #expect(try emblems(of: ["Q!", "Q?"]) == ["{letters: Q}", "{letters: \"Q2\"}"])
  }

  @Test(arguments: ["programme.yaml", "badges.yaml", "awards/first.csv", "logo.svg"])
  func `nothing that is there already is touched`(name: String) throws {
    let place = try Workplace(["here/\(name)": "mine\n", "mark.svg": Workplace.mark])
    let answer = try place.blazon("new", "--name", "X", "--logo", "mark.svg", "here")
    #expect(answer.status == 1)
    #expect(answer.error.contains("“here/\(name)”"), "\(answer.error)")
    #expect(try place.files("here") == [name: Data("mine\n".utf8)])
  }

  // MARK: list, show

  @Test func `emblems are found by their tags`() throws {
    let place = try Workplace([:])
    let all = try place.blazon("list", "emblems")
    let books = try place.blazon("list", "emblems", "book")
    #expect(all.status == 0 && books.status == 0)
    let (lines, found) = (all.text.split(separator: "\n"), books.text.split(separator: "\n"))
    #expect(found.contains { $0.hasPrefix("  open-book ") })
    #expect(found.count > 1 && found.count < lines.count)
    #expect(
      Set(found.map { $0.split(separator: " ")[0] }).isSubset(
        of: lines.map { $0.split(separator: " ")[0] }))
    let title = try place.blazon("list", "emblems", "machine", "learning")
    #expect(title.text.hasPrefix("  neural-net "), "\(title.text)")
    #expect(try place.blazon("list", "emblems", "翻訳").text.hasPrefix("  translation "))
    #expect(try place.blazon("list", "emblems", "cat").error == "nothing found for “cat”\n")
    let none = try place.blazon("list", "emblems", "lighthose")
    #expect(none.status == 1)
    #expect(none.error.contains("did you mean “lighthouse”?"))
  }

  @Test(arguments: [
    ("presets", "hex", "hexagon"), ("fonts", "sora", "Sora"), ("formats", "png", "png"),
    ("rules", "contrast", "contrast"),
  ])
  func `other things are found by how their words begin`(list: String, word: String, name: String)
    throws
  {
    let place = try Workplace([:])
    #expect(try place.blazon("list", list, word).text.contains("  \(name)"))
    #expect(try place.blazon("list", list, String(word.dropFirst())).status == 1)
  }

  @Test func `badges of the folder are listed by id and title`() throws {
    let place = try Workplace()
    #expect(
      try place.blazon("list", "badges").text == "  first   First Light\n  second  Second Wind\n")
    #expect(try place.blazon("list", "badges", "wind").text == "  second  Second Wind\n")
    #expect(
      try place.blazon("list", "badges", "wind", "--json").text
        == "[\n  {\"name\": \"second\", \"summary\": \"Second Wind\"}\n]\n")
    let emblems = try place.blazon("list", "emblems", "--json").text
    let names = try JSONDecoder().decode([[String: String]].self, from: Data(emblems.utf8))
    #expect(
      names.map { $0["name"] ?? "" }
        == (try place.blazon("list", "emblems").text.split(separator: "\n").map {
          $0.split(separator: " ").first.map(String.init)
        }))
    #expect(try place.blazon("list", "badges", "-o", "x.png").status == 64)
    #expect(try place.blazon("list", "badges", "zebra").status == 1)
  }

  @Test(arguments: ["emblems", "presets", "fonts"])
  func `a sheet is one picture of all entries`(name: String) throws {
    let place = try Workplace([:])
    #expect(try place.blazon("list", name, "-o", "sheet.png").status == 0)
    let sheet = try #require(png(try Data(contentsOf: place.url("sheet.png"))))
    #expect(sheet.width > 500 && sheet.height > 200)
    #expect(Set(sheet.squares(of: 16)).count > 50, "there is something to see")
  }

  @Test func `show prints a spec that draws the same badge`() throws {
    let place = try Workplace()
    let scene = try place.blazon("show", "scene", "--badge", "second")
    let spec = try place.blazon("show", "spec", "--badge", "second", "--expanded")
    #expect(scene.status == 0 && spec.status == 0, "\(scene.error)\(spec.error)")
    try place.write(spec.text, to: "again/badges.yaml")
    try place.write(
      "blazon: 1\nprogramme: acme\nname: Acme\nfamilies: {plain: {band: Plain}}\n",
      to: "again/programme.yaml")
    let again = try place.blazon("show", "scene", "again", "--badge", "second")
    #expect(again.status == 0, "\(again.error)")
    #expect(again.text == scene.text)
    let sentence = try place.blazon("show", "sentence", "--badge", "first")
    #expect(sentence.text.hasPrefix("The first badge shows light.\n"), "\(sentence.text)")
    let unknown = try place.blazon("show", "spec", "--badge", "secnd")
    #expect(unknown.status == 1)
    #expect(unknown.error.contains("did you mean “second”?"))
  }

  // MARK: diff

  @Test func `a change of one badge is one picture, and nothing else`() throws {
    let place = try Workplace()
    #expect(try place.blazon("render", "--size", "64", "-o", "old").status == 0)
    try place.write(
      Workplace.badges.replacingOccurrences(of: "sunrise", with: "ship"),
      to: "badge-specs/acme/badges.yaml")
    #expect(try place.blazon("render", "--size", "64", "-o", "new").status == 0)
    let same = try place.blazon("diff", "old", "old")
    #expect(same.status == 0)
    #expect(same.text.hasPrefix("No picture changed ("))
    let answer = try place.blazon("diff", "old", "new", "-o", "changes")
    #expect(answer.status == 1)
    #expect(answer.text.contains("`acme/badges/first@64.png` | changed |"), "\(answer.text)")
    #expect(!answer.text.contains("second"))
    let files = try place.files("changes")
    #expect(files["acme/badges/first@64.png"] != nil)
    let summary = String(decoding: files["summary.md"] ?? Data(), as: UTF8.self)
    #expect(summary.contains("![](acme/badges/first%4064.png)"), "\(summary)")
  }

  @Test func `names of pictures stay apart, and do nothing in Markdown`() throws {
    let place = try Workplace()
    #expect(try place.blazon("render", "--size", "64", "-o", "art").status == 0)
    let picture = try Data(contentsOf: place.url("art/acme/badges/first@64.png"))
    let names = ["x/y.png", "x-y.png", "a|b`c](javascript:x).png", "<script>.png"]
    for name in names {
      let file = place.url("new/\(name)")
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try picture.write(to: file)
    }
    try FileManager.default.createDirectory(
      at: place.url("old"), withIntermediateDirectories: true)
    try picture.write(to: place.url("old/x-y.png"))
    let answer = try place.blazon("diff", "old", "new", "-o", "changes")
    #expect(answer.status == 1, "\(answer.error)")
    let files = try place.files("changes")
    #expect(files.count == 4, "three pictures and the summary: \(files.keys.sorted())")
    let summary = String(decoding: files["summary.md"] ?? Data(), as: UTF8.self)
    let rows = summary.split(separator: "\n").filter { $0.hasPrefix("|") }.dropFirst(2)
    #expect(
      rows.map(String.init) == [
        "| `<script>.png` | added |  | ![](%3Cscript%3E.png) |",
        "| ``a\\|b`c](javascript:x).png`` | added |  | ![](a%7Cb%60c%5D%28javascript%3Ax%29.png) |",
        "| `x/y.png` | added |  | ![](x/y.png) |",
      ])
  }

  @Test func `two commits are compared, or one with the work at hand`() throws {
    let place = try Workplace()
    func git(_ words: String...) throws {
      let who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
      let answer = try run("git", who + words, in: place.folder)
      try #require(answer.status == 0, "\(answer.error)")
    }
    try git("init", "-q")
    try git("add", "badge-specs")
    try git("commit", "-q", "-m", "one")
    let same = try place.blazon("diff", "HEAD", "badge-specs")
    #expect(same.status == 0, "\(same.error)")
    let file = place.url("badge-specs/acme/badges.yaml")
    let specs = try String(contentsOf: file, encoding: .utf8)
    try place.write(specs.replacing("sunrise", with: "rocket"), to: "badge-specs/acme/badges.yaml")
    let open = try place.blazon("diff", "HEAD", "badge-specs")
    #expect(
      open.status == 1 && open.text.contains("`acme/badges/first`"), "\(open.text)\(open.error)")
    try git("commit", "-q", "-a", "-m", "two")
    let both = try place.blazon("diff", "HEAD~1", "HEAD", "-o", "diff")
    #expect(both.status == 1 && both.text == open.text, "\(both.text)\(both.error)")
    #expect(place.exists("diff/acme/badges/first.png") && place.exists("diff/summary.md"))
    #expect(try place.blazon("diff", "HEAD~1:badge-specs/acme", "HEAD~1").status == 0)
    // One that extends its neighbour.
    try place.write(
      "blazon: 1\nprogramme: beta\nname: Beta\nextends: ../acme\ninclude: first\n",
      to: "badge-specs/beta/programme.yaml")
    try git("add", "badge-specs")
    try git("commit", "-q", "-m", "three")
    let extended = try place.blazon("diff", "HEAD:badge-specs/beta", "badge-specs/beta")
    #expect(extended.status == 0, "\(extended.text)\(extended.error)")
    for wrong in ["nosuch", "HEAD:nosuch", "HEAD:../x", "HEAD:/etc", "--output=x"] {
      let answer = try place.blazon("diff", "--", wrong, "HEAD")
      #expect(answer.status == 70 && answer.error.hasPrefix("error: "), "\(wrong): \(answer.error)")
    }
  }

  // MARK: check

  @Test func `a check says what it checked`() throws {
    let place = try Workplace(Workplace.twoPeople)
    func said(_ words: String...) throws -> String {
      String(try run(blazon, ["check"] + words, in: place.folder).text.prefix { $0 != "," })
    }
    #expect(try said() == "2 badges and 3 awards checked")
    #expect(try said("--people", "jan") == "1 award checked")
    #expect(try said("--only", "expert") == "1 badge and 1 award checked")
    try place.write(
      "blazon: 1\nbadges:\n  steps: {title: Steps, emblem: star, family: plain, counts: [1, 5]}\n",
      to: "badge-specs/acme/steps.yaml")
    #expect(try said() == "3 badges and 3 awards checked")
  }

  @Test func `two ledgers do not give one number twice`() throws {
    let place = try Workplace(Workplace.twoPeople)
    let header = Workplace.ledgerHeader
    try place.write(
      header + "Ola Moe,ola,expert,2026-06-01,,,7yhb-16q4-dgrg\n", to: "more.csv")
    let answer = try place.blazon("check", "--awards", "more.csv")
    #expect(answer.status == 1)
    #expect(
      answer.error.hasPrefix("more.csv:2:33: error: the id “7yhb-16q4-dgrg” is given twice"),
      "\(answer.error)")
    // The same award in both is one award.
    try place.write(
      header + "Åsa Lindgren-Okoro,asa-lo,expert,2026-04-27,,,7YHB-16Q4-DGRG\n", to: "more.csv")
    #expect(try place.blazon("check", "--awards", "more.csv").status == 0)
  }
}

extension Workplace {
  static let mark = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4"/></svg>
    """
}
