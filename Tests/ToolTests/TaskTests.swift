import Foundation
import TestSupport
import Testing

/// The tasks that decide whether the language is good, as texts that draw at once: a new badge, a ladder, a
/// certification, a badge a year and a partner; then five that a community's manager would think of.
@Suite struct TaskTests {
  private static let tasks = project.appending(path: "Tests/ToolTests/Fixtures/tasks")

  private static let drawn = Result {
    let files = try allFiles(below: tasks)
    let place = try Workplace(
      Dictionary(
        uniqueKeysWithValues: files.map {
          ("badge-specs/\($0.key)", String(decoding: $0.value, as: UTF8.self))
        }), named: "tasks")
    return (place, try place.blazon("render", "--size", "64"))
  }

  @Test func `all tasks are drawn without a word`() throws {
    let (place, answer) = try Self.drawn.get()
    #expect(answer.status == 0 && answer.error.isEmpty, "\(answer.error)")
    func names(_ programme: String) throws -> [String] {
      try place.files("output/\(programme)/badges").keys.filter { $0.hasSuffix(".svg") }
        .map { String($0.dropLast(4)) }.sorted()
    }
    let ladder = ["", ".bronze", ".diamond", ".gold", ".platinum", ".silver"].map {
      "docs-author\($0)"
    }
    let years = ["-2024", "-2025", "-2026", "-24", ".2024", ".2025", ".2026"].map {
      "hacktoberfest\($0)"
    }
    #expect(
      try names("acme").sorted()
        == (["certified-operator", "certified-operator/expired", "review-rockstar"] + ladder + years)
        .sorted())
    #expect(
      try names("partner")
        == (["certified-operator", "certified-operator/expired"] + ladder).sorted())
    #expect(
      try names("guild")
        == [
          "i18n", "i18n.auto", "i18n.dark", "i18n/expired", "i18n/expired.auto",
          "i18n/expired.dark", "maintainer", "maintainer-emeritus",
          "security-champion", "speaker",
          "speaker.1", "speaker.10", "speaker.5", "sponsor", "sponsor.oak", "sponsor.seed",
          "translator", "translator.auto", "translator.dark", "translator/expired",
          "translator/expired.auto", "translator/expired.dark",
        ])
  }

  @Test func `who earned them has what the tasks promise`() throws {
    let (place, _) = try Self.drawn.get()
    #expect(place.exists("output/acme/people/bo/certified-operator/certificate.pdf"))
    let page = try String(
      contentsOf: place.url("output/guild/people/zoe/speaker/index.html"), encoding: .utf8)
    #expect(page.contains("href=\"../../../de/badges/speaker.5.svg\""))
    let german = try String(
      contentsOf: place.url("output/guild/de/badges/speaker.5.svg"), encoding: .utf8)
    #expect(
      german.contains("lang=\"de\"") && german.contains(">Konferenzrednerin: "), "by language")
    // Seven talks earn the badge of five.
    #expect(german.contains("5-mal"))
    #expect(place.exists("output/guild/badges/translator.dark@64.png"))
  }
}
