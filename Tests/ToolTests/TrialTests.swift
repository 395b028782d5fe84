import Foundation
import TestSupport
import Testing

/// `--dry-run` tells what a command would do, and changes nothing.
@Suite struct TrialTests {
  private func everything(_ place: Workplace) throws -> [String: Data] { try place.files(".") }

  @Test func `render tells what it would draw, and then draws that`() throws {
    let place = try Workplace(Workplace.twoPeople)
    let before = try everything(place)
    let trial = try place.blazon("render", "--dry-run")
    #expect(trial.status == 0, "\(trial.error)")
    let lines = trial.text.split(separator: "\n")
    #expect(lines.contains("acme/badges/first: badge"), "\(trial.text)")
    let count = lines.count - 1
    // Some items make no file of these awards.
    let total = try #require(lines.last?.split(separator: " ").dropFirst(2).first)
    #expect(
      lines.last == "\(count) of \(total) would be drawn into “output”; nothing was written")
    #expect(try everything(place) == before)

    #expect(try place.blazon("render").status == 0)
    let drawn = try everything(place)
    #expect(
      try place.blazon("render", "--dry-run").text
        == "0 of \(total) would be drawn into “output”; nothing was written\n")
    #expect(try everything(place) == drawn)
    // Of a change, what shows it.
    let badges = try String(contentsOf: place.url("badge-specs/acme/badges.yaml"), encoding: .utf8)
    try place.write(
      badges.replacing("First Light", with: "First Flight"), to: "badge-specs/acme/badges.yaml")
    let changed = try place.blazon("render", "--dry-run").text
    #expect(changed.contains("acme/badges/first: badge\n"), "\(changed)")
    #expect(!changed.contains("acme/badges/second: badge\n"), "\(changed)")
    for other in ["--watch", "--stdin"] {
      #expect(try place.blazon("render", "--dry-run", other).status == 64)
    }
    try place.write("blazon: 1\nbadges: 7\n", to: "badge-specs/acme/badges.yaml")
    #expect(try place.blazon("render", "--dry-run").status == 1)
  }

  @Test func `forget counts the rows and files that would go`() throws {
    let place = try Workplace(Workplace.twoPeople)
    #expect(try place.blazon("render").status == 0)
    let before = try everything(place)
    let trial = try place.blazon("forget", "jan", "--dry-run")
    #expect(trial.status == 0, "\(trial.error)")
    #expect(try everything(place) == before)
    let told = trial.text.split(separator: "\n").map(String.init)
    let real = try place.blazon("forget", "jan").text.split(separator: "\n").map(String.init)
    #expect(told.first?.replacing("would be ", with: "") == real.first && told.first != real.first)
    let count = try #require(told.dropFirst().first?.prefix { $0 != " " })
    #expect(count != "0" && real.contains { $0.hasPrefix("\(count) files removed") }, "\(real)")
    #expect(try place.blazon("forget", "jan", "--dry-run").status == 1)
  }

  @Test func `new and snippet name their files, and make none`() throws {
    let place = try Workplace(Workplace.twoPeople)
    let before = try everything(place)
    let new = try place.blazon("new", "fresh", "--name", "Fresh", "--dry-run")
    #expect(new.status == 0 && new.text.hasSuffix("nothing was written\n"), "\(new.text)")
    #expect(new.text.hasPrefix("fresh/programme.yaml\n"))
    let snippet = try place.blazon("snippet", "jan", "--into", "jan.md", "--dry-run")
    #expect(snippet.text == "jan.md: would be written; nothing was\n", "\(snippet.error)")
    #expect(try everything(place) == before)
    // A file that is not there yet is begun.
    #expect(try place.blazon("snippet", "jan", "--into", "jan.md").text == "jan.md: written\n")
    #expect(place.exists("jan.md"))
    #expect(
      try place.blazon("snippet", "jan", "--into", "jan.md", "--dry-run").text
        == "jan.md: is as it should be\n")
  }

  @Test func `check --fix names the ledgers that lack numbers`() throws {
    let place = try Workplace(Workplace.people("Jan Ek,jan,expert,2026-05-02,,,\n"))
    let before = try everything(place)
    let trial = try place.blazon("check", "--fix", "--dry-run")
    #expect(trial.status == 0, "\(trial.error)")
    #expect(trial.text.hasSuffix(": ids would be written; nothing was\n"), "\(trial.text)")
    #expect(try everything(place) == before)
    let real = try place.blazon("check", "--fix")
    let file = trial.text.prefix { $0 != ":" }
    #expect(real.status == 0 && real.text.hasPrefix("\(file): ids written\n"), "\(real.text)")
    #expect(try everything(place) != before)
    #expect(try place.blazon("check", "--fix", "--dry-run").text == "no ids are missing\n")
    #expect(try place.blazon("check", "--dry-run").status == 64)
    // What is wrong in ledgers besides is told, as nothing else looks at it.
    let rows =
      Workplace.ledgerHeader + "Jan Ek,jan,oen,2026-05-02,,,\nJan Ek,jan,first,2026-13-40,,,\n"
    try place.write(rows, to: "badge-specs/acme/awards/2026.csv")
    let wrong = try place.blazon("check", "--fix", "--dry-run")
    #expect(wrong.status == 1 && wrong.text.isEmpty, "\(wrong.text)")
    #expect(wrong.error.contains("unknown badge “oen”") && wrong.error.contains("2026-13-40"))
  }

  @Test func `manifest merge counts what would come, and refuses what it would`() throws {
    let place = try Workplace(Workplace.twoPeople)
    for number in 1...2 {
      #expect(try place.blazon("render", "--shard", "\(number)/2", "-o", "s\(number)").status == 0)
    }
    let before = try everything(place)
    let trial = try place.blazon("manifest", "merge", "s1", "s2", "--dry-run")
    #expect(trial.status == 0, "\(trial.error)")
    #expect(try everything(place) == before)
    let real = try place.blazon("manifest", "merge", "s1", "s2").text
    #expect(
      trial.text
        == real.replacing(", in “", with: ", would be in “")
        .replacing("”\n", with: "”; nothing was written\n"))
    #expect(
      try place.blazon("manifest", "merge", "s1", "s2", "--dry-run").text.contains(" 0 new, "))
    try place.write("another", to: "s2/acme/badges/first.svg")
    try place.write("another", to: "s1/acme/badges/first.svg")
    try FileManager.default.removeItem(at: place.url("output"))
    let refused = try place.blazon("manifest", "merge", "s1", "s2", "--dry-run")
    #expect(refused.status == 70 && refused.error.contains("another file than was written"))
    #expect(!place.exists("output"))
    try place.write("", to: "file")
    let inTheWay = try place.blazon("manifest", "merge", "s1", "s2", "-o", "file", "--dry-run")
    #expect(inTheWay.status == 70 && inTheWay.error.contains("“file” is not a folder"))
  }

  @Test func `keys tell what would become of them, and stay as they are`() throws {
    let place = try Workplace()
    func keys(_ words: String...) throws -> Answer {
      try run(
        blazon, ["keys"] + words + ["--keys", "keys"], in: place.folder,
        environment: ["BLAZON_PASSPHRASE": "correct horse"])
    }
    let trial = try keys("new", "one", "--dry-run")
    #expect(trial.text == "one: would be made in “keys”; nothing was written\n", "\(trial.error)")
    #expect(!place.exists("keys"))
    #expect(try keys("new", "one").status == 0)
    let before = try everything(place)
    #expect(try keys("new", "one", "--dry-run").status == 70)
    #expect(
      try keys("certify", "one", "--name", "Acme", "--dry-run").text
        == "one: would be certified; nothing was written\n")
    #expect(
      try keys("retire", "one", "--compromised", "--dry-run").text
        == "one: would be compromised; nothing was written\n")
    #expect(try keys("retire", "two", "--dry-run").status == 70)
    try place.write("", to: "file")
    #expect(try place.blazon("keys", "new", "k", "--keys", "file/keys", "--dry-run").status == 70)
    #expect(try everything(place).filter { $0.key != "file" } == before)
  }
}
