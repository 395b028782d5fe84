import BlazonArt
import BlazonCheck
import BlazonForm
import BlazonScene
import BlazonSource
import Foundation
import TestSupport
import Testing

@testable import BlazonLedger
@testable import BlazonSpec

/// The keys of the language are declared once, and all of them are read.
@Suite struct DeclarationTests {
  private static let lists: [(name: String, keys: [KeyDeclaration])] = [
    ("file", FileKeys.all), ("programme", ProgrammeKeys.all), ("badge", Words.Keys.all),
    ("awards", AwardsSpec.Keys.all), ("columns", TableReading.ColumnKeys.all),
    ("always", TableReading.AlwaysKeys.all), ("emblem-choice", EmblemChoice.Keys.all),
    ("tier", VariantEntry.Keys.all),
    ("preset", Slots.Keys.all),
    ("band", Slots.Band.Keys.all),
    ("figure", Figure.Keys.all), ("shadow", ShadowSlot.Keys.all), ("pattern", PatternSlot.Keys.all),
    ("tails", TailsSlot.Keys.all), ("pleats", PleatsSlot.Keys.all),
    ("stitch", StitchSlot.Keys.all), ("crack", CrackSlot.Keys.all),
    ("laurel", LaurelSlot.Keys.all), ("scene", SceneSlot.Keys.all), ("seats", StackSlot.Keys.all),
    ("type", TypeSlot.Keys.all),
    ("text", TextSlot.Keys.all),
    ("emblem", EmblemSlot.Keys.all), ("long-shadow", EmblemSlot.LongShadow.Keys.all),
    ("stars", StarsSlot.Keys.all), ("ribbon", RibbonSlot.Keys.all), ("marker", MarkerSlot.Keys.all),
    ("logo", LogoSlot.Keys.all),
    ("page", PageSpec.Keys.all), ("element", Element.Keys.all),
    ("text-element", TextElement.Keys.all), ("picture", ElementReader.pictureKeys),
    ("area", AreaElement.Keys.all), ("image", ImageElement.Keys.all),
    ("themed-logo", Logo.Keys.all), ("qr", QRElement.Keys.all), ("ring", RingElement.Keys.all),
    ("pills", PillsElement.Keys.all), ("wall", WallSpec.Keys.all),
    ("signatures", SignaturesElement.Keys.all), ("rule", RuleElement.Keys.all),
    ("frame", FrameElement.Keys.all), ("guilloche", GuillocheElement.Keys.all),
    ("path", KeptPath.Keys.all), ("stack", Container.Keys.stackKeys),
    ("row", Container.Keys.rowKeys),
    ("grid", Container.Keys.gridKeys), ("certificate", Certificate.Keys.all),
    ("signature", Certificate.Signature.Keys.all), ("readme-badge", ReadmeSpec.Keys.all),
    ("words", Wording.Keys.all), ("fonts", FontFamilies.Keys.all),
    ("font", TypefaceSpec.Keys.all), ("font-file", TypefaceSpec.Keys.file),
    ("counted", CountedText.Keys.all), ("themes", ThemesKeys.all), ("theme", ThemeKeys.all),
    ("themed", ThemedKeys.all),
    ("budget", Budget.Keys.all), ("check", CheckKeys.all),
    ("achievement", AchievementSpec.Keys.all),
    ("alignment", AchievementSpec.Alignment.Keys.all),
    ("result", AchievementSpec.Result.Keys.all),
    ("credentials", CredentialSpec.Keys.all),
  ]

  /// Lists that hold the keys of type beside their own.
  private static let typed: Set = [
    "text", "ribbon", "marker", "text-element", "pills", "ring", "signatures",
  ]

  private func names(_ list: String) -> Set<String> {
    Set((DeclarationTests.lists.first { $0.name == list }?.keys ?? []).map(\.name))
  }

  @Test func `every key has a summary and a form`() {
    for (list, keys) in DeclarationTests.lists {
      #expect(!keys.isEmpty)
      for key in keys {
        #expect(key.summary.count >= 4, "\(list): \(key.name)")
        #expect(!key.summary.hasSuffix("."), "\(list): \(key.name)")
        #expect(!key.form.isEmpty, "\(list): \(key.name)")
        #expect(key.name.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil, "\(list): \(key.name)")
      }
    }
  }

  @Test func `no key is declared twice in one list`() {
    for (list, keys) in DeclarationTests.lists {
      #expect(Set(keys.map(\.name)).count == keys.count, "\(list)")
    }
  }

  @Test func `every key that the sources make is in a list`() throws {
    var made: [String] = []
    for room in ["BlazonForm", "BlazonSpec"] {
      let folder = project.appending(path: "Sources/\(room)")
      for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
      where name.hasSuffix(".swift") {
        let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        made += text.matches(of: /= Key\(\s*"([^"]+)"/).map { String($0.1) }
      }
    }
    // Each rule that is a matter of taste makes one.
    made += Rule.all.filter(\.isMatterOfTaste).map(\.id)
    made += Wording.Word.allCases.map(\.rawValue)
    var listed: [String] = []
    let type = names("type")
    // These are made in another list.
    let borrowed: Set = [
      "blazon", "presets", "badges", "metal", "finish", "ground", "capitals",
    ]
    for (list, keys) in DeclarationTests.lists {
      for key in keys.map(\.name) {
        if list == "programme", borrowed.contains(key) { continue }
        if list == "theme" { continue }
        // The keys of awards, which the ledger declares.
        if ["columns", "always"].contains(list) { continue }
        if list == "awards", ["columns", "ignore", "dates"].contains(key) { continue }
        if DeclarationTests.typed.contains(list), type.contains(key) { continue }
        if list == "font", names("font-file").contains(key) { continue }
        if ["row", "grid"].contains(list), ["gap", "padding"].contains(key) { continue }
        listed.append(key)
      }
    }
    #expect(made.sorted() == listed.sorted())
  }

  @Test func `every list is a chapter of the help, but for those that others hold`() {
    let chapters = Dictionary(
      Language.chapters.map { ($0.name, $0.keys) }, uniquingKeysWith: { first, _ in first })
    #expect(chapters.count == Language.chapters.count, "no two chapters share a name")
    // The figure's chapter is called as its slot is.
    let names = ["figure": "shape"]
    for (list, keys) in DeclarationTests.lists
    where !["type", "emblem-choice", "tier"].contains(list) {
      #expect(chapters[names[list] ?? list] == keys, "\(list)")
    }
  }

  // MARK: Readers

  private func keys(_ tree: Tree?) -> Set<String> {
    Set((tree?.entries ?? []).map(\.key.value))
  }

  @Test func `a preset with every key of every slot is read without a finding`() throws {
    let folder = project.appending(path: "Tests/BlazonSpecTests/Fixtures/every-slot.yaml")
    let text = try String(contentsOf: folder, encoding: .utf8)
    let preset = try #require(tree(text)["presets"]?["every"])
    #expect(keys(preset) == names("preset"))
    #expect(keys(preset["border"]?["rim"]) == names("band"))
    #expect(keys(preset["shape"]) == names("figure"))
    #expect(keys(preset["shape"]?["shadow"]) == names("shadow"))
    #expect(keys(preset["patterns"]?["rays"]) == names("pattern"))
    #expect(keys(preset["tails"]) == names("tails"))
    #expect(keys(preset["pleats"]?["outer"]) == names("pleats"))
    #expect(keys(preset["stitch"]) == names("stitch"))
    #expect(keys(preset["crack"]) == names("crack"))
    #expect(keys(preset["laurel"]) == names("laurel"))
    #expect(keys(preset["scene"]) == names("scene"))
    #expect(keys(preset["stack"]) == names("seats"))
    #expect(keys(preset["texts"]?["title"]) == names("text"))
    #expect(keys(preset["emblem"]) == names("emblem"))
    #expect(keys(preset["emblem"]?["long-shadow"]) == names("long-shadow"))
    #expect(keys(preset["stars"]) == names("stars"))
    #expect(keys(preset["ribbon"]) == names("ribbon"))
    #expect(keys(preset["marker"]) == names("marker"))
    #expect(keys(preset["logo"]) == names("logo"))
    let read = Read(["badges.yaml": text])
    #expect(read.findings == [])
    #expect(read.badge("one") != nil)
  }

  @Test func `a page with every key of every element is read without a finding`() throws {
    let file = fixtures.appending(path: "every-element.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    let page = try #require(tree(text)["cards"]?["every"])
    #expect(keys(page) == names("page"))
    let layers = try #require(page["layers"])
    #expect(keys(page["styles"]?["plain"]) == Set(TextElement.Keys.look.map(\.name)))
    #expect(keys(layers["common"]) == names("element").union(["area"]))
    #expect(keys(layers["text"]) == names("text-element"))
    let pictures = ["shape", "badge", "logo", "partner", "avatar"].flatMap { keys(layers[$0]) }
    #expect(Set(pictures) == names("picture"))
    for kind in [
      "area", "image", "qr", "ring", "pills", "signatures", "rule", "frame", "guilloche", "stack",
      "row",
      "grid",
    ] {
      #expect(keys(layers[kind]) == names(kind), "\(kind)")
    }
    #expect(keys(tree(text)["readme-badges"]?["award"]) == names("readme-badge"))
    let read = Read(["badges.yaml": text])
    #expect(read.findings == [])
    let spec = try #require(read.programme?.pages.template(.card, "every").page())
    // Those of the page that it extends stand before its own.
    #expect(spec.layers.count > layers.entries?.count ?? 0)
    #expect(read.programme?.readmeBadge.style == .flat)
  }

  @Test func `a programme and a badge with every key are read without an error`() throws {
    let url = fixtures.appending(path: "every-word/programme.yaml")
    let text = try String(contentsOf: url, encoding: .utf8)
    let programme = tree(text)
    #expect(keys(programme) == names("programme"))
    guard case .list(let sources)? = programme["awards"]?.value else {
      Issue.record("awards are a list")
      return
    }
    #expect(Set(sources.flatMap { keys($0) }) == names("awards"))
    #expect(keys(sources[1]["columns"]) == names("columns"))
    #expect(keys(sources[1]["always"]) == names("always"))
    let badge = programme["badges"]?["one"]
    let years = programme["badges"]?["two"]
    #expect(years?["years"] != nil)
    #expect(keys(badge).union(["years"]) == names("badge"))
    let emblems = ["one", "two", "three", "four"].map { programme["badges"]?[$0]?["emblem"] }
    #expect(Set(emblems.flatMap { keys($0) }) == names("emblem-choice"))
    #expect(keys(badge?["certificate"]) == names("certificate"))
    let signatures = badge?["certificate"]?["signatures"]
    guard case .list(let list)? = signatures?.value else {
      Issue.record("signatures are a list")
      return
    }
    #expect(keys(list.first) == names("signature"))
    if case .list(let paths)? = badge?["paths"]?.value {
      #expect(keys(paths.last) == names("path"))
    }
    #expect(keys(programme["fonts"]) == names("fonts"))
    #expect(keys(programme["font"]) == names("font"))
    #expect(keys(programme["font"]?["title"]) == names("font-file"))
    #expect(keys(programme["credentials"]) == names("credentials"))
    let achievement = badge?["achievement"]
    #expect(keys(achievement) == names("achievement"))
    #expect(keys(achievement?["result"]) == names("result"))
    if case .list(let alignments)? = achievement?["alignment"]?.value {
      #expect(keys(alignments.first) == names("alignment"))
    }
    let file = fixtures.appending(path: "every-word/badges.yaml")
    #expect(keys(tree(try String(contentsOf: file, encoding: .utf8))) == names("file"))
  }

  // MARK: Presets

  @Test func `the shipped presets are well, every override included`() {
    #expect(ShippedPreset.check().diagnostics.map(\.message) == [])
    #expect(ShippedPreset.sources.count >= 2)
  }

  @Test func `a preset holds no literal hue`() throws {
    let folder = project.appending(path: "Sources/BlazonSpec/Presets")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      // The words of tiers are names of metals, and no colours.
      .filter {
        $0.hasSuffix(".yaml")
          && ![
            "wording.yaml", "page-words.yaml", "picture-words.yaml", "verify-words.yaml",
            "emblem-words.yaml",
          ].contains($0)
      }
    #expect(names.count >= 2)
    for name in names {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      for (index, line) in text.components(separatedBy: "\n").enumerated() {
        #expect(hues(in: line) == [], "\(name):\(index + 1)")
      }
    }
  }

  @Test func `a literal hue would be seen`() {
    #expect(hues(in: "field: mix($color, #0B7A86, 10%)") == ["#0B7A86"])
    #expect(hues(in: "ink: rebeccapurple") == ["rebeccapurple"])
    #expect(hues(in: "fill: \"linear-gradient(0deg, white, teal 30%)\"") == ["teal"])
    #expect(hues(in: "red: alpha(black, 24%) # like blue") == [])
    #expect(hues(in: "spark: gold") == [])
  }

  /// What in `line` is a colour by itself, but white and black. Metals are no hues.
  private func hues(in line: String) -> [String] {
    let code = line.replacing(/(^|\s)# .*/, with: "")
    var found = code.matches(of: /#[0-9A-Fa-f]{3,8}\b/).map { String($0.0) }
    let values = code.replacing(/[a-z0-9-]+:/, with: "").replacing(/[$#][A-Za-z0-9-]+/, with: "")
    for match in values.matches(of: /[A-Za-z]+/) {
      let word = String(match.0)
      if ["white", "black", "none", "transparent"].contains(word.lowercased()) { continue }
      if Metal.Name(rawValue: word) == nil, Color(css: word) != nil { found.append(word) }
    }
    return found
  }
}
