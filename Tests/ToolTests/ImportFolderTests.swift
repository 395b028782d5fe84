import Foundation
import TestSupport
import Testing

/// Folders of badges that others made become programmes, and whatever is lost or doubtful on the way is said.
@Suite struct ImportFolderTests {
  private func imported(
    _ words: String..., at place: Workplace
  ) throws -> (answer: Answer, specs: String) {
    let answer = try run(blazon, ["import", "site", "-o", "specs"] + words, in: place.folder)
    var specs = ""
    for (path, data) in try place.files("specs").sorted(by: { $0.key < $1.key })
    where path.hasSuffix(".yaml") {
      specs += String(decoding: data, as: UTF8.self)
    }
    return (answer, specs)
  }

  @Test(arguments: ["as-they-are", "emblems", "redraw"])
  func `a public folder becomes a programme that is well, and every old path is answered`(
    pictures: String
  ) throws {
    let place = try Workplace([:])
    try PublicFolder.write(into: place)
    let (answer, _) = try imported("--pictures", pictures, at: place)
    #expect(answer.status == 0, "\(answer.error)")
    #expect(answer.text.hasPrefix("12 badges: "), "\(answer.text)")
    let check = try place.blazon("check", "specs")
    #expect(check.status == 0, "\(check.error)")
    let render = try place.blazon("render", "specs", "-o", "output", "--surface", "badge")
    #expect(render.status == 0, "\(render.error)")
    let manifest = try Manifest(place.url("output/manifest.json"))
    for path in PublicFolder.paths {
      let file = "output/specs/\(path)"
      #expect(place.exists(file), "\(path)")
      #expect(manifest.files.contains { $0.path == "specs/\(path)" }, "\(path)")
      if path.hasSuffix(".png") {
        // As high and wide as before, so that pages that say a size show no other shape.
        let picture = try #require(png(try Data(contentsOf: place.url(file))))
        #expect(picture.width == 240 && picture.height == 340, "\(path)")
      } else {
        // Where there are no pixels beside it, it has no size but its proportion.
        let box = path.contains("board") || path.contains("port/") ? "361 512" : "240 340"
        let text = try String(contentsOf: place.url(file), encoding: .utf8)
        #expect(text.contains("viewBox=\"0 0 \(box)\""), "\(path)")
      }
    }
  }

  @Test func `a picture that is kept looks as it did`() throws {
    let place = try Workplace([:])
    try PublicFolder.write(into: place)
    _ = try imported(at: place)
    // Copied to the byte.
    for (copy, original) in [
      ("art/smp.svg", "smp/smp.svg"), ("art/docs.png", "docs/docs.png"),
      ("art/mentor.png", "mentor/mentor.png"),
    ] {
      #expect(
        try Data(contentsOf: place.url("specs/\(copy)"))
          == Data(contentsOf: place.url("site/assets/badges/\(original)")))
    }
    _ = try place.blazon("render", "specs", "-o", "output", "--surface", "badge")
    let drawn = try #require(
      png(try Data(contentsOf: place.url("output/specs/assets/badges/smp/smp.png"))))
    #expect(drawn.pixel(33, 66) == [0x77, 0x33, 0xAA, 255])
    #expect(drawn.pixel(120, 150) == [255, 255, 255, 255])
    #expect(drawn.pixel(6, 335)[3] == 0)
  }

  @Test func `what is doubtful is told with its place, and marked`() throws {
    let place = try Workplace([:])
    try PublicFolder.write(into: place)
    let (answer, specs) = try imported(at: place)
    for line in [
      "docs.svg:2:100: warning: “docs.svg” cannot be drawn as it is: “text” is not drawn: no font of “QuayhandSoft-Bold” is there",
      "mentor.svg:1:2: warning: “mentor.svg” and “mentor.png” are two pictures: ",
      "badgesInfo.json:5:51: warning: no picture “assets/badges/ghost/ghost.png” is in this folder",
      "jan.md:6:5: warning: no badge is called “chp”; its letters are those of “certified-harbour-pilot”",
      "asa.md:3:10: warning: no badge is called “cloud”", "note: on 2 pages",
      "warning: 12 badges have no criteria", "have no title but the name of a folder",
    ] {
      #expect(answer.error.contains(line), "\(line)\n\(answer.error)")
    }
    for line in [
      "title: \"Docs: Author\"", "title: \"Issue #1 Fixer\"", "description: \"@octocat\"",
      "title: \"Yes\"", "description: \"2026\"", "aliases: [service-mesh-performance]",
      "aliases: [first]", "aliases: [goldmember]", "aliases: [chp]",
      "# doubtful: its SVG and its PNG were two pictures; this is the PNG",
      "# doubtful: members call it chp", "# criteria: …   # doubtful: none was given",
      "certification: {preset: picture, band: Certified}", "duplicate: warning",
      "title: Photo   # doubtful: the folder's name",
    ] {
      #expect(specs.contains(line), "\(line)\n\(specs)")
    }
  }

  @Test func `a trial and a folder in the way change nothing`() throws {
    let place = try Workplace(["specs/note.txt": "mine"])
    try PublicFolder.write(into: place)
    let trial = try place.blazon("import", "site", "-o", "new", "--dry-run")
    #expect(trial.status == 0 && trial.text.contains("Nothing was written"))
    #expect(!place.exists("new"))
    let answer = try place.blazon("import", "site", "-o", "specs")
    #expect(answer.status == 1 && answer.error.contains("“specs” is there already"))
    #expect(try place.files("specs") == ["note.txt": Data("mine".utf8)])
    // Unless told otherwise it stands among the others.
    #expect(try place.blazon("import", "site/assets/badges").status == 0)
    #expect(place.exists("badge-specs/site/programme.yaml"))
  }

  @Test func `what was imported and drawn once is not brought again`() throws {
    let place = try Workplace([:])
    try PublicFolder.write(into: place)
    let first = try place.blazon("import", "site", "-o", "site/badge-specs/acme")
    _ = try place.blazon("render", "site/badge-specs", "-o", "site/output", "--surface", "badge")
    let second = try place.blazon("import", "site", "--dry-run")
    #expect(first.status == 0 && place.exists("site/output/acme/assets/badges/docs/docs.png"))
    #expect(
      second.text.split(separator: "\n").prefix(2) == first.text.split(separator: "\n").prefix(2))
  }

  @Test func `a file, nothing and an empty folder are told`() throws {
    let place = try Workplace(["table.csv": "a,b\n", "empty/readme.txt": "x"])
    let table = try place.blazon("import", "table.csv")
    #expect(table.status == 1 && table.error.contains("no column of the table tells who"))
    #expect(try place.blazon("import", "table.csv", "--pictures", "redraw").status == 64)
    #expect(try place.blazon("import", "empty", "--badge", "x").status == 64)
    #expect(try place.blazon("import", "gone").status == 64)
    #expect(try place.blazon("import").status == 64)
    let empty = try place.blazon("import", "empty")
    #expect(empty.status == 1 && empty.error.contains("“empty” has no badges"))
    #expect(!place.exists("badge-specs"))
  }

  // MARK: Badge classes

  @Test func `badge classes bring their words, and a picture in the text`() throws {
    let place = try Workplace([:])
    let picture = try PublicFolder.pixels("#0b7a86").base64EncodedString()
    try place.write(
      """
      {"@context": "https://w3id.org/openbadges/v2", "type": "BadgeClass", "id": "https://example.org/pilot",
       "name": "Harbour Pilot", "description": "Brings ships in: safely.",
       "image": "data:image/png;base64,\(picture)",
       "criteria": {"narrative": "Brought ten ships in."},
       "issuer": {"type": "Profile", "name": "Harbour Club", "url": "https://example.org"},
       "tags": ["ships", "tides, currents"],
       "alignment": [{"targetName": "Piloting", "targetUrl": "https://example.org/f/1", "targetCode": "P1"}],
       "related": "x"}
      """, to: "site/pilot.json")
    try place.write(
      """
      [{"type": ["BadgeClass"], "name": "Deckhand", "description": "d", "image": "https://example.org/d.png",
        "criteria": "https://example.org/deckhand", "issuer": "https://example.org"}]
      """, to: "site/more.json")
    let (answer, specs) = try imported(at: place)
    #expect(answer.status == 0, "\(answer.error)")
    for line in [
      "name: Harbour Club\n", "title: Harbour Pilot", "emblem: art/harbour-pilot.png",
      "description: \"Brings ships in: safely.\"", "criteria: Brought ten ships in.",
      "skills: [ships, \"tides, currents\"]", "- name: Piloting",
      "url: \"https://example.org/f/1\"",
      "code: P1", "# was https://example.org/pilot",
      "criteria: As told at https://example.org/deckhand",
    ] {
      #expect(specs.contains(line), "\(line)\n\(specs)")
    }
    for line in [
      "“related” of a badge class has no place in specs",
      "the criteria of “deckhand” are an address",
      "no picture “d.png” is in this folder",
    ] {
      #expect(answer.error.contains(line), "\(line)\n\(answer.error)")
    }
    let check = try place.blazon("check", "specs")
    #expect(check.status == 0, "\(check.error)")
    #expect(try place.blazon("render", "specs", "--surface", "badge").status == 0)
  }
}
