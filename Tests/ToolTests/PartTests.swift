import Foundation
import TestSupport
import Testing

/// Runs of a part between runs of all: nothing is lost that is true, and nothing stays that is not.
@Suite struct PartTests {
  private static let programme = """
    blazon: 1
    programme: acme
    name: Acme
    color: "#2563EB"
    publish: https://badges.example.org
    awards: awards/*.csv
    badges:
      first: {preset: seal, title: First, emblem: quill, criteria: Done., valid: 1 year, aliases: [prime]}
      third: {preset: shield, title: Third, emblem: ship, criteria: Done.}
      expert: {preset: seal, title: Expert, emblem: anchor, criteria: Passed., certificate: {signatures: [{name: Ada}]}}

    """
  private static let rows = """
    name,handle,badge,issued,id,state,visibility,progress
    Ann Ode,ann,expert,2026-01-01,A-0001,,,
    Bob Ode,bob,expert,2026-01-01,B-0001,in-progress,,12/25
    Dan Ode,dan,first,2026-01-02,,,redacted,
    Eve Ode,eve,first,2024-01-02,,,,

    """

  private func place(_ pages: String, _ rows: String = rows) throws -> Workplace {
    try Workplace([
      "badge-specs/acme/programme.yaml": PartTests.programme,
      "badge-specs/acme/pages.yaml": "blazon: 1\n\(pages)\n",
      "badge-specs/acme/awards/a.csv": rows,
    ])
  }

  private func write(_ rows: String, in place: Workplace) throws {
    try place.write(rows, to: "badge-specs/acme/awards/a.csv")
  }

  @discardableResult private func render(_ place: Workplace, _ words: String...) throws -> String {
    let answer = try run(blazon, ["render"] + words, in: place.folder)
    #expect(answer.status == 0, "\(answer.text)\(answer.error)")
    return answer.text
  }

  @Test(arguments: [
    ["--surface", "certificate.modern"], ["--surface", "card.square"], ["--format", "svg"],
    ["--format", "pdf,svg", "--size", "64"], ["--surface", "wall"], ["--people", "ann"],
  ])
  func `a run of a part loses nothing of a run of all`(_ words: [String]) throws {
    let place = try place("cards: [square]\ncertificates: [modern]\nwalls:\n  wall: {}")
    try render(place)
    let before = try place.files()
    let part = try run(blazon, ["render", "-q"] + words, in: place.folder)
    #expect(part.status == 0, "\(part.error)")
    // What the part added alone is drawn by nothing else.
    #expect(try render(place).contains("(0 drawn)"))
    let after = try place.files()
    for (path, bytes) in before where !path.hasSuffix(".json") {
      #expect(after[path] == bytes, "\(path)")
    }
    _ = try render(place, "--prune")
    #expect(try Set(place.files().keys) == Set(before.keys))
  }

  @Test func `what is under way is no credential`() throws {
    let place = try place("walls:\n  wall: {}")
    try render(place)
    #expect(place.exists("output/acme/people/ann/expert/certificate.pdf"))
    let files = try place.files().keys.filter { $0.hasPrefix("acme/people/bob/expert/") }
    #expect(!files.contains { $0.contains("certificate") } && files.count > 3)
    func text(_ path: String) throws -> String {
      try String(contentsOf: place.url("output/acme/people/bob/\(path)"), encoding: .utf8)
    }
    let page = try text("expert/index.html")
    #expect(page.contains("<strong>In progress</strong> · 48 %"))
    for word in ["EducationalOccupationalCredential", "✓", "Valid until"] {
      #expect(!page.contains(word), "\(word)")
    }
    let wall = try text("wall.svg")
    #expect(wall.contains("48 %") == false && !wall.contains("earned from Acme: Expert"))
  }

  @Test func `who is redacted stays redacted, and there, when a part is drawn`() throws {
    let place = try place("")
    try render(place)
    let before = try place.files().filter { $0.key.hasPrefix("acme/people/dan/") }
    #expect(before.count > 3)
    for words in [["--surface", "card.story"], ["--format", "svg"], ["--surface", "page"]] {
      _ = try run(blazon, ["render", "-q"] + words, in: place.folder)
      let after = try place.files()
      for (path, bytes) in before { #expect(after[path] == bytes, "\(words) \(path)") }
    }
    // One that was drawn with the name goes, whatever is drawn.
    let named = try PartTests().place("", Self.rows.replacing(",,redacted,", with: ",,,"))
    try render(named)
    try write(Self.rows, in: named)
    try render(named, "--surface", "card")
    // Lists are for a run of all, or of the site.
    for (path, bytes) in try named.files() where path.hasPrefix("acme/people/dan/") {
      #expect(bytes.range(of: Data("Dan Ode".utf8)) == nil, "\(path)")
    }
  }

  @Test func `walls and cards that are no longer true go`() throws {
    let place = try place("walls:\n  wall: {}")
    let wall = "output/acme/people/ann/wall.svg"
    let story = "output/acme/people/ann/expert/card.story.jpg"
    try render(place)
    try render(place, "--surface", "card.story")
    #expect(place.exists(wall) && place.exists(story))
    try write(Self.rows.replacing("A-0001,,", with: "A-0001,revoked,"), in: place)
    try render(place)
    #expect(!place.exists(wall) && !place.exists(story))
    for change in [
      Self.rows.replacing("A-0001,,,", with: "A-0001,,unlisted,"),
      Self.rows.replacing("Ann Ode,ann,expert,2026-01-01,A-0001,,,\n", with: ""),
    ] {
      try write(Self.rows, in: place)
      try render(place)
      #expect(place.exists(wall))
      try write(change, in: place)
      try render(place)
      #expect(!place.exists(wall), "\(change)")
    }
  }

  @Test func `a wall follows what it shows that nobody has`() throws {
    let place = try place(
      "walls:\n  wall: {locked: 3, order: written}\n  named: {order: title, limit: 1}")
    try render(place)
    try place.write(
      Self.programme.replacing("title: Third", with: "title: Changed"),
      to: "badge-specs/acme/programme.yaml")
    try render(place)
    try render(place, "-o", "fresh")
    let (ours, fresh) = (try place.files(), try place.files("fresh"))
    for (path, bytes) in fresh where path.contains("wall") {
      #expect(ours[path] == bytes, "\(path)")
    }
    let all = try String(contentsOf: place.url("output/acme/wall.named.svg"), encoding: .utf8)
    #expect(all.contains("Acme: Changed."))
  }

  @Test func `a share stays a share when a part of it is drawn`() throws {
    let place = try place("")
    for number in 1...2 { try render(place, "--shard", "\(number)/2", "-o", "s\(number)", "-q") }
    #expect(try place.blazon("manifest", "merge", "s1", "s2").status == 0)
    for number in 1...2 {
      try render(
        place, "--surface", "card.square", "--shard", "\(number)/2", "-o", "s\(number)", "-q")
    }
    try write(Self.rows.replacing("Eve Ode,eve,first,2024-01-02,,,,\n", with: ""), in: place)
    for number in 1...2 { try render(place, "--shard", "\(number)/2", "-o", "s\(number)", "-q") }
    let merged = try place.blazon("manifest", "merge", "s1", "s2")
    #expect(merged.status == 0 && merged.error.isEmpty, "\(merged.error)")
    #expect(!place.exists("output/acme/people/eve/first/index.html"))
    // One that is no share any more is told.
    try render(place, "--people", "ann", "-o", "s1", "-q")
    #expect(
      try place.blazon("manifest", "merge", "s1", "s2").error.contains("“s1” is no whole share"))
  }

  @Test func `pictures of what is over stand under the names that the badge had`() throws {
    let place = try place("")
    try render(place)
    let (now, then) = (
      "output/acme/badges/first/expired.svg", "output/acme/badges/prime/expired.svg"
    )
    #expect(try Data(contentsOf: place.url(now)) == Data(contentsOf: place.url(then)))
  }

  @Test func `two languages are two that are known`() throws {
    for (languages, message) in [
      ("[en, en]", "names “en” twice"), ("[en, xx]", "no words of certificates are known in “xx”"),
    ] {
      let place = try place("")
      try place.write(
        Self.programme.replacing("signatures:", with: "languages: \(languages), signatures:"),
        to: "badge-specs/acme/programme.yaml")
      let answer = try place.blazon("check")
      #expect(answer.status == 1 && answer.error.contains(message), "\(answer.error)")
    }
  }
}
