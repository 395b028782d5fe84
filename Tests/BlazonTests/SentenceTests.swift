import BlazonDesign
import BlazonDesk
import BlazonForm
import BlazonIntake
import BlazonLayout
import BlazonPress
import BlazonScene
import BlazonSentence
import BlazonSource
import BlazonSpec
import Foundation
import TestSupport
import Testing

/// A badge told in a sentence is the badge.
@Suite struct SentenceTests {
  /// What `show sentence` prints of every shipped badge and variant.
  private typealias Told = (id: String, sentence: String, scene: String, folder: String)

  private static let told: [Told] = {
    var report = Report()
    let root = project.appending(path: "badge-specs").path
    guard let programmes = try? SpecFolder.load([root], report: &report),
      let studio = try? Studio(programmes, report: &report)
    else { return [] }
    return programmes.flatMap { loaded -> [Told] in
      loaded.badges.flatMap(\.drawings).compactMap { badge -> Told? in
        let design = Design(badge, of: loaded.programme, width: .max)
        let told = try? Inspection.sentence.text(
          of: badge.fileName, in: [loaded], isExpanded: false, report: &report)
        guard let told else { return nil }
        let scene = studio.withBench(for: loaded.programme) { bench in
          bench.compose(design, report: &report).text
        }
        let folder = "\(root)/\(loaded.programme.id)"
        return ("\(loaded.programme.id)/\(badge.fileName)", told, scene, folder)
      }
    }
  }()

  private func scene(_ sentence: String, in folder: String?) throws -> String {
    var report = Report()
    let source = SourceText(name: "sentence", bytes: Array(sentence.utf8))
    let loaded = try SpecFolder.load(source, in: folder, report: &report)
    #expect(!report.hasErrors, "\(report.diagnostics.map(\.message)) in \(sentence)")
    let programme = try #require(loaded)
    let studio = try Studio([programme], report: &report)
    let badge = try #require(programme.badges.first)
    let design = Design(badge, of: programme.programme, width: .max)
    return studio.withBench(for: programme.programme) { bench in
      bench.compose(design, report: &report).text
    }
  }

  @Test func `the sentence of every badge that uses words only draws the same scene`() throws {
    var (alone, within) = (0, 0)
    for (id, sentence, expected, folder) in Self.told {
      let lines = sentence.split(separator: "\n")
      // A picture of one's own, or a place of its own, is no word.
      guard lines.count == 2 else {
        #expect(["tidewater/heron-point", "tidewater/big-bell"].contains(id))
        continue
      }
      within += 1
      #expect(try scene(sentence, in: folder) == expected, "\(id): \(sentence)")
      // A preset or a typeface of the programme's own is known in the programme only.
      guard !lines[1].contains("name-pennant"), !id.hasPrefix("tidewater/") else { continue }
      alone += 1
      #expect(try scene(sentence, in: nil) == expected, "\(id): \(sentence)")
    }
    #expect(within >= 90 && alone >= 55, "\(within), \(alone)")
  }

  @Test func `one word changed changes the scene`() throws {
    let told = try #require(Self.told.first { $0.id == "meshery/first-view" })
    let changed = told.sentence.replacing("First View", with: "First Glance")
    #expect(changed != told.sentence)
    #expect(try scene(changed, in: nil) != told.scene)
  }

  @Test(arguments: [
    ("gold shield, open book", "open book, gold shield"),
    ("gold shield, open book", "SHIELD, metal gold, emblem open-book"),
    ("shield, heart, three stars", "shield, heart, stars 3"),
    ("shield, heart, silver tier", "silver shield, heart, two stars"),
    ("pennant, heart, ribbon Docs", "pennant, heart, band Docs"),
    ("shield, heart, ribbon Docs", "shield, heart, title Docs"),
    ("shield, heart, title Docs, ribbon D", "shield, heart, title Docs, short D"),
    ("seal, heart, title Lift", "seal, heart, \"Lift\""),
    ("seal, heart, title Lift", "seal, a heart above two open hands, title \"Lift\""),
    ("coming-soon seal, heart", "coming soon seal, heart"),
    ("diamond shield, heart", "diamond, heart, shield"),
    ("diamond, heart", "preset diamond, heart"),
    ("teal seal, heart, marked 7", "seal, color teal, heart, marker 7"),
    ("hexagon, heart", "heart"),
  ])
  func `what is said in other words is the same`(one: String, other: String) throws {
    #expect(try scene(one, in: nil) == scene(other, in: nil))
  }

  /// Errors as `column: message`.
  private func errors(_ sentence: String) throws -> [String] {
    var report = Report()
    let source = SourceText(name: "s", bytes: Array(sentence.utf8))
    _ = try SpecFolder.load(source, in: nil, report: &report)
    return report.diagnostics.filter { $0.severity == .error }
      .map { "\($0.place?.start.column ?? 0): \($0.message) / \($0.help ?? "")" }
  }

  @Test(arguments: [
    ("golden shield", "1: “golden” is no metal, colour, finish or state / did you mean “gold”?"),
    ("shield, open bok", "9: “open bok” is not understood / did you mean “open book”?"),
    ("shield, an owl", "9: “an owl” is not understood / did you mean “night bird”?"),
    ("shield, documentation", "9: “documentation” is not understood / did you mean “open book”?"),
    ("shield, Datenbank", "9: “datenbank” is not understood / did you mean “database”?"),
    ("shield, titel Docs", "9: “titel docs” is not understood / did you mean “title”?"),
    ("shield, emblem docs", "16: unknown emblem “docs” / did you mean “open-book”?"),
    ("shield, title", "9: “title” says nothing / a text follows, as in title Docs Author"),
    ("gold shield, metal silver", "14: “metal” is said twice / it was said first at s:1:1"),
    ("shield, heart, stars 9", "22: expected a whole number from 0 to 5, not “9” / "),
    ("shield, heart, color reed", "22: “reed” is not a colour / use \"#rrggbb\""),
    ("shield, title \"Docs", "15: a quote is not closed / end the text with \""),
    ("shield, title The \"Big\" One", "15: quotes around a part of a text"),
    ("shield, heart, marker 12345", "23: the marker “12345” has 5 characters / use at most 4"),
    (", ,", "1: the badge says nothing / add a title, as in title Docs Author"),
    ("", "1: nothing is said / as in “gold shield, open book, ribbon Docs, three stars”"),
  ])
  func `what is not understood is refused, with what would be`(
    sentence: String, message: String
  ) throws {
    let found = try errors(sentence)
    #expect(found.count == 1 && found.first?.hasPrefix(message) == true, "\(found)")
  }

  @Test func `all that is wrong is told at once`() throws {
    #expect(try errors("golden shield, open bok, stars nine, frobnicate").count == 4)
  }

  @Test(arguments: [
    "Docs, and more", "a \"b\" c", "\\", "back\\slash, \"quoted\"", "  two  spaces  ", "x", "",
    "no star", "stars", "\"", ",",
  ])
  func `a text in quotes comes back as it was`(text: String) throws {
    var report = Report()
    let line = "title \(Sentence.quoted(text)), shield"
    let source = SourceText(name: "s", bytes: Array(line.utf8))
    let told = try #require(Sentence(source, report: &report))
    let document = told.document(in: nil, report: &report)
    #expect(!report.hasErrors, "\(report.diagnostics.map(\.message))")
    let programme = Programme(document, base: nil, report: &report)
    // Spaces at the ends, and doubled, are no part of a title.
    let expected = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let title = programme?.badges.first?.words.title?.value.text(in: "en")
    #expect((title ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ") == expected)
  }

  @Test func `no text whatever makes it fail`() throws {
    var random = SeededGenerator(seed: 21)
    let pieces = [
      ",", "\"", "\\", " ", "\n", "gold", "shield", "title", "stars", "3", "tier", "of", "ribbon",
      "{", "}", "{{", "}}", "$", "#fff", "null", "\u{0}", "é", "\u{202E}", "diamond", "coming",
      "soon",
      "letters", "state", "emblem", "language", "xx-", "paper", "preset",
    ]
    for _ in 0..<(isThorough ? 3000 : 1000) {
      let text = (0..<Int.random(in: 0..<14, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }.joined(separator: Bool.random(using: &random) ? " " : "")
      _ = try errors(text)
    }
  }
}
