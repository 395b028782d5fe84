import BlazonArt
import BlazonForm
import BlazonScene
import BlazonSource
import Foundation
import TestSupport
import Testing

@testable import BlazonSpec

/// The fixed words, in the languages that ship and in those that a programme adds.
@Suite struct WordingTests {
  private static let languages = [
    "en", "de", "fr", "es", "pt", "it", "nl", "pl", "tr", "ru", "ja", "zh", "ko", "ar",
    "he",
  ]

  private func wording(_ text: String? = nil) -> (wording: Wording, findings: [String]) {
    var reading = Reading()
    let wording = Wording(text.map { tree($0) }, &reading)
    return (wording, reading.report.diagnostics.map(\.message))
  }

  @Test func `fifteen languages ship, and the page about the language names them`() throws {
    let shipped = (Presets.shippedWords.entries ?? []).map(\.key.value)
    #expect(shipped.sorted() == WordingTests.languages.sorted())
    let page = try String(
      contentsOf: project.appending(path: "docs/spec-language.md"), encoding: .utf8)
    for name in [
      "English", "German", "French", "Spanish", "Portuguese", "Italian", "Dutch", "Polish",
      "Turkish", "Russian", "Japanese", "Chinese", "Korean", "Arabic", "Hebrew",
    ] {
      #expect(page.contains(name), "\(name)")
    }
  }

  @Test(arguments: languages)
  func `every word and month of a language is there, and its own`(_ language: String) {
    let (wording, findings) = wording()
    #expect(findings == [])
    #expect(wording.language(for: language) == language)
    var same = Set<Wording.Word>()
    for word in Wording.Word.allCases {
      let text = wording.text(word, in: language)
      #expect(!text.isEmpty && text != word.rawValue, "\(word)")
      // Latin is everybody's, and some metals have one name in several languages.
      if language != "en", text == wording.text(word, in: "en") { same.insert(word) }
    }
    // “Badge”, “Status” and “Links” are many languages' own.
    #expect(same.count <= 12, "\(same)")
    #expect(wording.hasPageWords(in: language))
    let days = (1...12).map { wording.date(year: 2026, month: $0, day: 5, in: language) }
    #expect(Set(days).count == 12)
    for day in days {
      #expect(day.contains("2026") && day.contains("5") && !day.contains("{"), "\(day)")
    }
  }

  @Test(arguments: languages)
  func `a sentence has the places of the English one, whatever its language`(_ language: String) {
    func places(_ text: String) -> [String] {
      text.matches(of: /\{([a-z]+)\}/).map { String($0.1) }.sorted()
    }
    let wording = Wording.shipped
    for word in Wording.Word.allCases {
      let text = wording.text(word, in: language)
      #expect(places(text) == places(wording.text(word, in: "en")), "\(word): \(text)")
      let values = Dictionary(uniqueKeysWithValues: places(text).map { ($0, "{\($0)}x") })
      let filled = wording.text(word, in: language, filling: values)
      #expect(places(filled) == places(text) && filled.filter { $0 == "x" }.count >= values.count)
    }
  }

  @Test(arguments: languages.filter { $0 != "en" })
  func `every emblem and shape has a name`(_ language: String) {
    let shapes = Silhouette.allCases.map { "shape-\($0.rawValue)" }
    let names = Emblem.all.map(\.name) + shapes
    let told = names.map { Wording.shipped.picture($0, in: language) }
    #expect(told.allSatisfy { $0?.isEmpty == false }, "\(names)")
    // A small pennant is a pennant.
    #expect(Set(told).count >= names.count - 3)
  }

  @Test(arguments: [
    ("en", 1, "once"), ("en", 12, "12 times"), ("de", 2, "2-mal"), ("fr", 3, "3 fois"),
    ("pl", 1, "raz"), ("pl", 22, "22 razy"), ("ru", 1, "1 раз"), ("ru", 2, "2 раза"),
    ("ru", 5, "5 раз"), ("ru", 11, "11 раз"), ("ru", 12, "12 раз"), ("ru", 21, "21 раз"),
    ("ru", 104, "104 раза"), ("ja", 7, "7回"), ("ko", 7, "7회"), ("xx", 2, "2 times"),
    ("pt-BR", 1, "uma vez"), ("zh-Hans", 1, "1次"),
  ])
  func `a count is written with the plural form of its language`(
    language: String, count: Int, text: String
  ) {
    #expect(wording().wording.times(count, in: language) == text)
  }

  /// From CLDR's own samples of whole numbers.
  @Test(arguments: [
    (
      "ar", [0, 1, 2, 3, 10, 11, 99, 100, 102, 103],
      "zero one two few few many many other other few"
    ),
    ("he", [1, 2, 3, 20], "one two other other"),
    ("cs", [1, 2, 4, 5, 22], "one few few other other"),
    ("pl", [1, 2, 5, 12, 22, 25], "one few many many few many"),
    ("lt", [1, 2, 10, 11, 21, 22], "one few other other one few"),
    ("lv", [0, 1, 2, 10, 11, 21], "zero one other zero zero one"),
    ("ro", [0, 1, 2, 19, 20, 101, 119], "few one few few other few few"),
    ("sl", [1, 2, 3, 5, 101, 102], "one two few other one two"),
    ("fr", [0, 1, 2, 1_000_000], "one one other many"),
    ("es", [0, 1, 2, 1_000_000], "other one other many"),
    ("ga", [1, 2, 3, 7, 11], "one two few many other"),
    ("cy", [0, 1, 2, 3, 6, 7], "zero one two few many other"),
    ("uk", [1, 3, 5, 11, 21], "one few many many one"),
    ("hr", [1, 3, 5, 11, 21], "one few other other one"),
  ])
  func `plural categories are CLDR's`(language: String, counts: [Int], categories: String) {
    #expect(
      counts.map { PluralCategory($0, in: language).rawValue }.joined(separator: " ") == categories)
  }

  @Test func `a programme's words change a count, and say all forms that it needs`() {
    let own = wording("{eo: {times: {one: unufoje, other: \"{count}-foje\"}}}")
    #expect(own.findings == [] && own.wording.times(3, in: "eo") == "3-foje")
    #expect(wording("{eo: {times: {one: unufoje}}}").findings.count == 1)
    #expect(
      own.wording.tier("gold", in: "de") == "Gold" && own.wording.tier("gold", in: "ru") == "Золото"
    )
    #expect(own.wording.tier("sea-wolf", in: "de") == "Sea wolf")
  }

  @Test(arguments: [
    ("en", "4 October 2026"), ("de", "4. Oktober 2026"), ("fr", "4 octobre 2026"),
    ("es", "4 de octubre de 2026"), ("pt", "4 de outubro de 2026"), ("it", "4 ottobre 2026"),
    ("nl", "4 oktober 2026"), ("pl", "4 października 2026"), ("tr", "4 Ekim 2026"),
    ("ru", "4 октября 2026 г."), ("ja", "2026年10月4日"), ("zh", "2026年10月4日"),
    ("ko", "2026년 10월 4일"),
  ])
  func `a day is written as its language writes it`(_ language: String, _ day: String) {
    #expect(wording().wording.date(year: 2026, month: 10, day: 4, in: language) == day)
  }

  @Test func `a region has the words of its language, and a stranger those of English`() {
    let wording = wording().wording
    #expect(wording.language(for: "pt-BR") == "pt")
    #expect(wording.text(.issued, in: "de-AT") == wording.text(.issued, in: "de"))
    #expect(wording.language(for: "sw") == nil)
    #expect(wording.text(.issued, in: "sw") == "Issued")
    #expect(wording.date(year: 2026, month: 10, day: 4, in: "sw") == "4 October 2026")
  }

  @Test func `a programme changes one word and adds a language`() {
    let months = (1...12).map { "m\($0)" }.joined(separator: ", ")
    let (wording, findings) = wording(
      """
      en: {earned: has been given}
      sv:
        certificate: Intyg
        certify: Härmed intygas att
        earned: har erhållit
        issued: Utfärdat
        valid-until: Giltigt till
        number: Nr
        skills: Kunskaper
        date: "{year}-{number}-{day}"
        months: [\(months)]
      """)
    #expect(findings == [])
    #expect(wording.text(.earned, in: "en") == "has been given")
    #expect(wording.text(.issued, in: "en") == "Issued")
    #expect(wording.text(.certificate, in: "sv") == "Intyg")
    #expect(wording.date(year: 2026, month: 10, day: 4, in: "sv") == "2026-10-4")
  }
}

@Suite struct PageFormatTests {
  @Test func `formats are as large as platforms and paper want them`() throws {
    let screens = [
      ("open-graph", 1200.0, 630.0), ("github", 1280, 640), ("square", 1080, 1080),
      ("story", 1080, 1920), ("banner", 1584, 396), ("signature", 1280, 320),
    ]
    for (name, width, height) in screens {
      let card = try #require(PageFormat(named: name))
      #expect(card.size == Size(width: width, height: height) && card.millimetres == nil)
    }
    // Paper has four units to a millimetre.
    let papers = [
      ("a4", 297.0, 210.0), ("letter", 279.4, 215.9), ("a4-portrait", 210, 297),
      ("letter-portrait", 215.9, 279.4),
    ]
    #expect(PageFormat.all.map(\.name) == screens.map(\.0) + papers.map(\.0))
    for (name, width, height) in papers {
      let format = try #require(PageFormat(named: name))
      #expect(format.millimetres == width)
      #expect(abs(format.size.width / 4 - width) < 1e-9, "\(name)")
      #expect(abs(format.size.height / 4 - height) < 1e-9, "\(name)")
    }
    #expect(PageFormat(named: "A4") == nil && PageFormat(named: "") == nil)
  }

  @Test func `the safe area leaves what platforms hide and 5 millimetres of paper`() {
    // From the left, the top, the right and the bottom.
    let hidden = [
      "open-graph": [96.0, 63, 96, 63], "github": [40, 40, 40, 40], "square": [54, 54, 54, 54],
      "story": [64, 250, 64, 250], "banner": [400, 20, 40, 20], "signature": [20, 16, 20, 16],
    ]
    for format in PageFormat.all {
      let safe = format.safeArea
      if let width = format.millimetres {
        let unit = width / format.size.width
        #expect(safe.left * unit >= 5 - 1e-9 && safe.top * unit >= 5 - 1e-9, "\(format.name)")
      } else {
        let least = hidden[format.name] ?? [.infinity]
        let ours = [safe.left, safe.top, safe.right, safe.bottom]
        #expect(zip(ours, least).allSatisfy { $0 >= $1 }, "\(format.name)")
      }
    }
  }
}
