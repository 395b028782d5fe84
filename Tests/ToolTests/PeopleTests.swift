import Foundation
import TestSupport
import Testing

/// Ledgers on the command line: what is drawn of whom, and what is wrong where.
@Suite struct PeopleTests {
  private let texts: Set = ["readme.svg", "snippets.md", "index.html"]
  private let cards: Set = ["card.jpg", "card.dark.jpg"]
  private let certificate: Set = [
    "certificate.pdf", "certificate.letter.pdf", "certificate.png", "certificate.svg",
  ]

  /// The names of the files in an award's folder.
  private func names(_ place: Workplace, _ award: String) throws -> Set<String> {
    let prefix = "acme/people/\(award)/"
    return Set(
      try place.files().keys.filter { $0.hasPrefix(prefix) }.map {
        String($0.dropFirst(prefix.count))
      })
  }

  private func people(_ place: Workplace) throws -> Set<String> {
    Set(
      try place.files().keys.compactMap { path in
        let parts = path.split(separator: "/")
        return parts.count > 2 && parts[1] == "people" ? String(parts[2]) : nil
      })
  }

  // MARK: What is drawn

  @Test func `every award has its files, and the manifest says whose they are`() throws {
    let place = try Workplace(Workplace.twoPeople)
    let answer = try place.blazon("render", "--size", "64")
    #expect(answer.status == 0, "\(answer.error)")
    #expect(answer.text.hasPrefix("2 badges and 3 awards, "), "\(answer.text)")
    #expect(try names(place, "asa-lo/first") == texts.union(cards))
    #expect(try names(place, "asa-lo/expert") == texts.union(cards).union(certificate))
    #expect(try names(place, "jan/first") == texts.union(cards))
    let manifest = try Manifest(place.url("output/manifest.json"))
    let files = try place.files()
    for entry in manifest.files {
      let parts = entry.path.split(separator: "/").map(String.init)
      let isPersons = parts.count > 3 && parts[1] == "people"
      let isNumber = parts.count > 2 && parts[0] == "verify"
      #expect(
        entry.recipient == (isPersons ? parts[2] : isNumber ? "asa-lo" : nil), "\(entry.path)")
      if parts.count > 4, parts[1] == "people" {
        #expect(entry.badge == (parts[3] == "xp" ? "expert" : parts[3]))
      }
      #expect(entry.bytes == files[entry.path]?.count)
    }
    #expect(Set(manifest.files.map(\.path)).union(manifest.lists) == Set(files.keys))
  }

  @Test func `a second run changes no byte`() throws {
    let place = try Workplace(Workplace.twoPeople)
    #expect(try place.blazon("render").status == 0)
    let before = try place.files()
    #expect(try place.blazon("render").status == 0)
    #expect(try place.files() == before)
  }

  @Test func `--people draws what they earned and nothing else`() throws {
    let place = try Workplace(Workplace.twoPeople)
    let answer = try place.blazon("render", "--people", "JAN")
    #expect(answer.status == 0, "\(answer.error)")
    #expect(answer.text.hasPrefix("1 award, 6 files, "), "\(answer.text)")
    let files = try place.files()
    #expect(
      files.keys.allSatisfy { $0.hasPrefix("acme/people/jan/") || $0.contains("manifest") })
    #expect(files.count == 8)
  }

  @Test func `--only draws a badge and who earned it`() throws {
    let place = try Workplace(Workplace.twoPeople)
    #expect(try place.blazon("render", "--only", "expert", "--size", "64").status == 0)
    let files = try place.files()
    #expect(try people(place) == ["asa-lo"])
    #expect(files["acme/badges/expert.svg"] != nil && files["acme/badges/xp@64.png"] != nil)
    #expect(files.keys.allSatisfy { !$0.contains("first") })
  }

  @Test(arguments: [
    ("badge", []), ("card", ["card.jpg", "card.dark.jpg"]),
    (
      "certificate",
      ["certificate.pdf", "certificate.letter.pdf", "certificate.png", "certificate.svg"]
    ), ("readme", ["readme.svg"]), ("snippets", ["snippets.md"]), ("page", ["index.html"]),
    ("card,readme", ["card.jpg", "card.dark.jpg", "readme.svg"]),
  ])
  func `--surface draws these kinds alone`(_ surface: String, _ expected: [String]) throws {
    let place = try Workplace(Workplace.twoPeople)
    #expect(try place.blazon("render", "--surface", surface, "--size", "64").status == 0)
    #expect(try names(place, "asa-lo/expert") == Set(expected))
    #expect(place.exists("output/acme/badges/first.svg") == (surface == "badge"))
    #expect(!place.exists("output/acme/contact-sheet.png"))
  }

  @Test(arguments: [
    ("svg", ["readme.svg", "certificate.svg"]),
    ("png", ["certificate.png"]),
    ("jpg", ["card.jpg", "card.dark.jpg"]), ("pdf", ["certificate.pdf", "certificate.letter.pdf"]),
  ])
  func `--format draws these kinds of picture, and the texts that tell of all`(
    _ format: String, _ expected: [String]
  ) throws {
    let place = try Workplace(Workplace.twoPeople)
    #expect(try place.blazon("render", "--format", format, "--people", "asa-lo").status == 0)
    #expect(try names(place, "asa-lo/expert") == Set(expected + ["snippets.md", "index.html"]))
  }

  @Test func `--awards reads a ledger that no programme names, beside the others`() throws {
    let place = try Workplace(Workplace.twoPeople)
    try place.write(
      "blazon: 1\nawards:\n  - {name: Nia, handle: nia, badge: acme/first, issued: 2026-01-01}\n",
      to: "new.yaml")
    let answer = try place.blazon("render", "--awards", "new.yaml", "--surface", "readme")
    #expect(answer.status == 0, "\(answer.error)")
    #expect(try people(place) == ["asa-lo", "jan", "nia"])
    let missing = try place.blazon("render", "--awards", "old.yaml")
    #expect(missing.status == 70)
    #expect(missing.error.contains("old.yaml"))
  }

  @Test(arguments: [
    (
      ["--people", "jann"], "--people: nobody is called “jann” in the ledgers",
      "did you mean “jan”?"
    ),
    (["--only", "exprt"], "--only: no badge is called “exprt”", "did you mean “expert”?"),
  ])
  func `who and what is not there is an error with a suggestion`(
    _ words: [String], _ message: String, _ help: String
  ) throws {
    let place = try Workplace(Workplace.twoPeople)
    let answer = try run(blazon, ["render"] + words, in: place.folder)
    #expect(answer.status == 1)
    #expect(answer.error.contains(message) && answer.error.contains(help), "\(answer.error)")
    #expect(!place.exists("output"))
  }

  @Test func `an unknown surface is explained`() throws {
    let place = try Workplace(Workplace.twoPeople)
    let answer = try place.blazon("render", "--surface", "cards")
    #expect(answer.status == 64)
    #expect(
      answer.error
        == "blazon render: --surface: unknown value “cards”; did you mean “card”?\nTry “blazon help render”.\n"
    )
  }

  @Test func `a revoked award has a plain card, no certificate and no link for profiles`() throws {
    let row = "Jan Ek,jan,expert,2026-05-02,,STATE,JBNC-BE1W-5HB6\n"
    let place = try Workplace(Workplace.people(row.replacing("STATE", with: "")))
    #expect(try place.blazon("render", "--size", "64").status == 0)
    #expect(try names(place, "jan/expert") == texts.union(cards).union(certificate))
    func text(_ name: String) throws -> String {
      try String(contentsOf: place.url("output/acme/people/jan/expert/\(name)"), encoding: .utf8)
    }
    #expect(try text("snippets.md").contains("linkedin.com"))
    try place.write(
      Workplace.ledgerHeader + row.replacing("STATE", with: "revoked"),
      to: "badge-specs/acme/awards/2026.csv")
    let fresh = try place.blazon("render", "--size", "64", "-o", "fresh")
    #expect(fresh.status == 0, "\(fresh.error)")
    let left = try place.files("fresh").keys.filter { $0.hasPrefix("acme/people/jan/expert/") }
    #expect(
      Set(left.map { String($0.dropFirst("acme/people/jan/expert/".count)) })
        == texts.union(cards).union(["badge.svg", "badge.png"]))
    for name in ["snippets.md", "index.html"] {
      let text = try String(
        contentsOf: place.url("fresh/acme/people/jan/expert/\(name)"), encoding: .utf8)
      for word in ["linkedin.com", "certificate.pdf"] {
        #expect(!text.lowercased().contains(word), "\(name): \(word)")
      }
    }
    #expect(
      try Manifest(place.url("fresh/manifest.json")).files.contains { $0.alt.contains("evoked") })
  }

  // MARK: Ids

  @Test func `check --fix numbers certificates once`() throws {
    let rows = "Jan Ek,jan,expert,2026-05-02,,,\nNia,nia,first,2026-05-03,,,\n"
    let place = try Workplace(Workplace.people(rows))
    let file = place.url("badge-specs/acme/awards/2026.csv")
    let before = try String(contentsOf: file, encoding: .utf8)
    let unnumbered = try place.blazon("check")
    #expect(unnumbered.status == 1)
    #expect(unnumbered.error.contains("awards/2026.csv:2:"), "\(unnumbered.error)")
    #expect(unnumbered.error.contains("--fix"), "\(unnumbered.error)")
    let first = try place.blazon("check", "--fix")
    #expect(first.status == 0, "\(first.error)")
    #expect(
      first.text.hasPrefix("badge-specs/acme/awards/2026.csv: ids written\n"), "\(first.text)")
    let after = try String(contentsOf: file, encoding: .utf8)
    let id = try #require(
      after.firstMatch(of: /Jan Ek,jan,expert,2026-05-02,,,([0-9A-Z-]{14})\n/)?.1)
    #expect(after.replacing(id, with: "") == before, "nothing else changes")
    let second = try place.blazon("check", "--fix")
    #expect(second.status == 0)
    #expect(second.text.hasPrefix("2 badges and 2 awards checked, nothing wrong"))
    #expect(try String(contentsOf: file, encoding: .utf8) == after)
    #expect(try place.blazon("render", "--people", "jan", "--surface", "page").status == 0)
    let page = try String(
      contentsOf: place.url("output/acme/people/jan/expert/index.html"), encoding: .utf8)
    #expect(page.contains(id))
  }

  @Test func `the sample's ledgers need no ids and have nothing wrong`() throws {
    let place = try Workplace([:])
    let copy = place.url("badge-specs")
    try FileManager.default.copyItem(at: project.appending(path: "badge-specs"), to: copy)
    let before = try allFiles(below: copy)
    let answer = try place.blazon("check", "--fix", "--size", "512")
    #expect(answer.status == 64, "check accepts no sizes")
    let fixed = try place.blazon("check", "--fix")
    #expect(fixed.status == 0 && fixed.error.isEmpty, "\(fixed.error)")
    #expect(fixed.text.hasPrefix("83 badges and 48 awards checked, nothing wrong"), "\(fixed.text)")
    #expect(try allFiles(below: copy) == before)
  }

  // MARK: Fonts

  @Test func `a family that is not installed is an error where it is named`() throws {
    let place = try Workplace(
      Workplace.people(
        "Jan,jan,first,2026-05-02,,,\n",
        programme: "fonts: {sans: [Noto Sans Hebrew, Noto Sans Klingon]}\n"))
    let answer = try place.blazon("render")
    #expect(answer.status == 1)
    let line = try #require(
      try String(contentsOf: place.url("badge-specs/acme/programme.yaml"), encoding: .utf8)
        .components(separatedBy: "\n").firstIndex { $0.hasPrefix("fonts:") })
    #expect(
      answer.error.hasPrefix(
        "badge-specs/acme/programme.yaml:\(line + 1):34: error: no font of the family “Noto Sans Klingon” is installed\n"
      ), "\(answer.error)")
    #expect(answer.error.contains("help: install it"))
    #expect(!place.exists("output"))
  }

  /// Names that the sample's certificates do not show: other scripts, ligatures, vowels, joiners, and both
  /// directions in one. A line that begins from the right and goes on in Latin is not among them:
  /// Poppler gives its words in their order on the page.
  private static let scripts: [(name: String, language: String)] = [
    ("נגה בן־שחק", "he"), ("ميسون نجم الدين", "ar"), ("پژمان گلچین", "fa"),
    ("علاء سلام", "ar"), ("الأميرة لؤلؤة", "ar"), ("لارا إلياس", "ar"), ("مُحَمَّد", "ar"),
    ("می\u{200C}خواهم نیک\u{200C}زاد", "fa"), ("יוֹסֵף בֶּן־דָּוִד", "he"), ("Sara سارة", "en"),
    ("ดวงแก้ว ศรีจันทร์ลอย", "th"),
    ("慕容星禾", "zh-Hans"), ("한솔별누리", "ko"), ("灯里 Moonbeam 星ヶ浜", "ja"), ("क्षत्रिय ज्ञानी श्रीमती", "hi"),
    ("Ngô Đức Thịnh", "vi"), ("q\u{323}\u{302} e\u{301}", "en"), ("fi ffi fl office Th", "en"),
    ("Ḥāfiẓ Ā\u{303}", "en"), ("葛\u{E0100}城", "ja"), ("Ωμέγα Ж", "el"), ("O’Neil-D'Arc", "en"),
  ]

  @Test func `names of every script are copied from a certificate as they were written`() throws {
    let rows = PeopleTests.scripts.enumerated().map { index, person in
      "\(Workplace.quoted(person.name)),p\(index),expert,2026-05-02,\(person.language),,script-\(index)x\n"
    }
    let fonts = """
      fonts:
        sans: [Noto Sans Arabic, Noto Sans Hebrew, Noto Sans Devanagari, Noto Sans Thai, Noto Sans CJK SC, Noto Sans CJK JP, Noto Sans CJK KR]
        serif: [Noto Naskh Arabic, Noto Serif Hebrew, Noto Serif Devanagari, Noto Serif Thai, Noto Serif CJK SC, Noto Serif CJK JP, Noto Serif CJK KR]

      """
    let place = try Workplace(Workplace.people(rows.joined(), programme: fonts))
    let answer = try place.blazon("render", "--surface", "certificate", "--format", "pdf")
    try #require(answer.status == 0, "\(answer.error)")
    for (index, person) in PeopleTests.scripts.enumerated() {
      for paper in ["certificate.pdf", "certificate.letter.pdf"] {
        let path = place.url("output/acme/people/p\(index)/expert/\(paper)").path
        let text = try run("pdftotext", ["-enc", "UTF-8", path, "-"]).text
        // Without the marks of direction that pdftotext adds.
        let scalars = text.unicodeScalars.filter {
          ![0x200E, 0x200F].contains($0.value) && !(0x202A...0x202E).contains($0.value)
            && !(0x2066...0x2069).contains($0.value)
        }
        let words = String(String.UnicodeScalarView(scalars)).split(whereSeparator: \.isWhitespace)
          .joined(separator: " ")
        let isThere =
          Array(words.unicodeScalars).firstRange(of: Array(person.name.unicodeScalars)) != nil
        #expect(isThere, "\(person.name) in \(words)")
      }
    }
  }

  // MARK: Lengths

  @Test
  func
    `a name of one letter is drawn, and of 200 with spaces or without is refused where it stands`()
    throws
  {
    let short = try Workplace(Workplace.people("Q,q,expert,2026-05-02,,,JBNC-BE1W-5HB6\n"))
    #expect(try short.blazon("render", "--size", "64").status == 0)
    for count in [80, 200] {
      let name = String(repeating: "wide", count: count / 4)
      let place = try Workplace(
        Workplace.people("Jan,jan,first,2026-05-02,,,\n\(name),wide,first,2026-05-03,,,\n"))
      let answer = try place.blazon("render")
      #expect(answer.status == 1, "\(count)")
      let message = try #require(
        answer.error.firstMatch(
          of: /2026.csv:3:1: error: “(wide)+” does not fit the card: about (\d+) characters would\n/
        ),
        "\(answer.error)")
      let fitting = try #require(Int(message.2))
      #expect((20...60).contains(fitting) && fitting < count)
      #expect(answer.error.contains("help: shorten it, or break it with spaces"))
      #expect(answer.error.contains("in the award of “first” to “wide”"))
      // As many characters as it says do fit.
      let fixed = try Workplace(
        Workplace.people("\(name.prefix(fitting)),wide,first,2026-05-03,,,\n"))
      #expect(try fixed.blazon("check").status == 0, "\(fitting)")
    }
  }
}
