import Foundation
import TestSupport
import Testing

/// A folder of pictures that is no programme is checked as it is, with numbers.
@Suite struct FolderCheckTests {
  private struct Finding: Decodable {
    struct Measure: Decodable { var value: Double, unit: String, limit: Double }
    var severity: String, message: String
    var file: String?
    var line: Int?
    var rule: String?
    var measure: Measure?
  }

  private func findings(_ answer: Answer) throws -> [Finding] {
    try answer.error.split(separator: "\n").map {
      try JSONDecoder().decode(Finding.self, from: Data($0.utf8))
    }
  }

  @Test func `every planted fault is one finding of its rule, with its number`() throws {
    let place = try Workplace([:])
    try PublicFolder.write(into: place)
    let answer = try place.blazon("check", "site", "--messages", "json")
    #expect(answer.status == 1)
    let all = try findings(answer)
    func rule(_ id: String) -> [Finding] { all.filter { $0.rule == id } }
    #expect(all.allSatisfy { $0.rule != nil && $0.file != nil }, "\(answer.error)")
    // The drawing of another year alone: the others are one picture each.
    let pair = try #require(rule("pair").first)
    #expect(
      rule("pair").count == 1 && pair.message == "“mentor.svg” and “mentor.png” are two pictures")
    #expect((pair.measure?.value ?? 0) > 50 && pair.measure?.limit == 8)
    let words = try #require(rule("live-text").first)
    #expect(
      rule("live-text").count == 1 && words.message.contains("“QuayhandSoft-Bold”, and no other"))
    #expect(words.line == 2)
    let embedded = try #require(rule("embedded").first)
    let bytes = try PublicFolder.pixels("#446688", isSquare: true).count
    #expect(rule("embedded").count == 1 && abs((embedded.measure?.value ?? 0) - Double(bytes)) < 3)
    #expect(
      rule("heavy").map(\.message) == [
        "“large.svg” has \(try size("site/assets/badges/large/large.svg", place)) bytes"
      ])
    #expect(rule("twins").count == 1 && rule("twins")[0].message.contains("is the same file as"))
    #expect(
      Set(rule("formats").map(\.message)) == [
        "“pioneer” has no SVG", "“gold-member” has no SVG", "“port” has no PNG",
        "“starboard” has no PNG", "“ghost” is listed and has no picture",
      ])
    // One for each drawing without them: two have all three.
    #expect(rule("alternative").count == 7)
    #expect(
      rule("alternative").allSatisfy { $0.message.hasSuffix("no <title>, no <desc>, no role") })
    #expect(rule("margins").count == 11)
    #expect(rule("margins").allSatisfy { abs(($0.measure?.value ?? 0) - 15) < 0.5 })
    #expect(
      Set(rule("drift").map(\.message)) == [
        "“first-contribution” is called “first” too",
        "“smp” is called “service-mesh-performance” too",
        "“gold-member” is called “goldmember” too", "“certified-harbour-pilot” is called “chp” too",
        "no badge is called “cloud”",
      ])
    #expect(rule("unreadable").isEmpty)
    #expect(answer.text.hasPrefix("12 badges, 18 pictures in “site” checked, "), "\(answer.text)")
  }

  private func size(_ path: String, _ place: Workplace) throws -> Int {
    try Data(contentsOf: place.url(path)).count
  }

  @Test func `a folder without a fault has no finding, and what render writes has none`() throws {
    let place = try Workplace(
      [
        "specs/acme/programme.yaml": """
        blazon: 1
        programme: acme
        name: Acme
        color: "#0B7A86"
        badges:
          first: {preset: hexagon, title: First Light, emblem: sunrise}
          second: {preset: hexagon, title: Second Wind, emblem: ship}
        """
      ])
    _ = try place.blazon("render", "specs", "--surface", "badge", "--size", "512")
    let answer = try place.blazon("check", "output/acme/badges", "--messages", "json")
    #expect(answer.status == 0 && answer.error.isEmpty, "\(answer.error)")
    #expect(answer.text == "2 badges, 4 pictures in “output/acme/badges” checked, nothing wrong\n")
  }

  @Test func `what cannot be drawn is told, and warnings alone are no failure`() throws {
    let place = try Workplace(["pics/a.svg": PublicFolder.drawing("#0b7a86")])
    #expect(try place.blazon("check", "pics").status == 0)
    try place.write("no picture", to: "pics/b.png")
    let answer = try place.blazon("check", "pics", "--messages", "github")
    #expect(answer.status == 1)
    #expect(answer.error.contains("::error file=pics/b.png,line=1,col=1::“b.png” cannot be drawn"))
  }

  @Test func `a programme with pictures of its own is checked as a programme`() throws {
    let place = try Workplace()
    try place.write(PublicFolder.drawing("#0b7a86"), to: "badge-specs/acme/art/logo.svg")
    for path in ["badge-specs", "badge-specs/acme"] {
      let answer = try place.blazon("check", path)
      #expect(
        answer.status == 0 && answer.text.hasPrefix("2 badges checked"),
        "\(answer.text)\(answer.error)")
    }
    // Both at once.
    try place.write(PublicFolder.drawing("#0b7a86"), to: "pics/a.svg")
    let both = try place.blazon("check", "pics", "badge-specs/acme")
    #expect(
      both.text.contains("1 badge, 1 picture in “pics”") && both.text.contains("2 badges checked"))
  }

  @Test(arguments: [
    "pair", "live-text", "twins", "unreadable", "formats", "embedded", "alternative", "heavy",
    "margins", "drift",
  ])
  func `every rule of folders is listed and explained`(rule: String) throws {
    let place = try Workplace([:])
    #expect(try place.blazon("list", "rules", rule).text.contains("  \(rule)"))
    let answer = try place.blazon("check", "--explain", rule)
    #expect(answer.status == 0 && answer.text.contains("Remedy: "), "\(answer.text)")
  }
}
