import BlazonArt
import BlazonForm
import BlazonSource
import Foundation
import TestSupport
import Testing

@testable import BlazonSpec

/// Emblems are found by what people call them.
@Suite struct EmblemSearchTests {
  private struct Search: Decodable {
    var text: String
    var fits: [String]
  }

  private struct Searches: Decodable {
    /// Words that people look for, and titles of badges. Some titles mean nothing that could be drawn.
    var words: [Search]
    var titles: [Search]
  }

  private func searches() throws -> Searches {
    let file = fixtures.appending(path: "emblem-searches.json")
    return try JSONDecoder().decode(Searches.self, from: Data(contentsOf: file))
  }

  private func found(_ text: String) -> [String] {
    EmblemIndex.shipped.emblems(for: text).map(\.name)
  }

  @Test func `nine of ten words and titles find first what fits`() throws {
    let searches = try searches()
    for (what, list) in [("words", searches.words), ("titles", searches.titles)] {
      #expect(list.count >= 100)
      #expect(list.allSatisfy { $0.fits.allSatisfy { Emblem(named: $0) != nil } })
      let misses = list.filter { search in !search.fits.contains(found(search.text).first ?? "") }
      #expect(misses.count * 10 <= list.count, "\(what): \(misses.map(\.text))")
    }
  }

  @Test func `eight titles find eight emblems`() throws {
    let expected = [
      "First Talk": "microphone", "Podcast Guest": "microphone", "Machine Learning": "neural-net",
      "Kubernetes Ninja": "ship-wheel", "Accessibility Ally": "wheelchair",
      "Bug Hunter": "bug-hunter", "Translator": "translation", "Python Trainer": "snake",
    ]
    for (title, emblem) in expected { #expect(found(title).first == emblem, "\(title)") }
    // Where the first is taken the next fits too: `blazon new` gives no two the same.
    #expect(found("Podcast Guest").dropFirst().first == "headphones")
  }

  @Test(arguments: [
    ("ear", ["ear"]), ("cat", []), ("car", []), ("ant", []), ("hea", []), ("xyzzy", []),
    ("art", ["palette", "easel"]), ("go", ["burrower", "cloud-upload"]),
    ("ci", ["pipeline", "infinity"]), ("ux", ["cursor-window", "palette"]),
    ("ai", ["brain", "neural-net", "robot", "eye-chip", "sparkles"]),
    ("new", ["sparkles", "sunrise"]),
    ("news", ["newspaper"]), ("die", ["die"]), ("2024", []), ("日本", []),
  ])
  func `a piece of a word finds nothing`(text: String, emblems: [String]) {
    #expect(found(text) == emblems)
  }

  @Test(arguments: [
    ("Übersetzung", "translation"), ("ÜBERSETZUNG", "translation"), ("Uebersetzung", "translation"),
    ("U\u{308}bersetzung", "translation"), ("traductor", "translation"),
    ("traductoras", "translation"), ("翻訳", "translation"), ("перевод", "translation"),
    ("安全", "shield-keyhole"), ("безопасность", "shield-keyhole"),
    ("безопасности", "shield-keyhole"),
    ("sécurité", "shield-keyhole"), ("securite", "shield-keyhole"), ("segurança", "shield-keyhole"),
    ("conférence", "microphone"), ("spreker", "microphone"), ("Dokumentationsheld", "open-book"),
    ("ロボット", "robot"), ("ロホ\u{3099}ット", "robot"), ("ＡＰＩ", "api"), ("społeczność", "people"),
  ])
  func `words of other languages find emblems, accents or none`(text: String, emblem: String) {
    #expect(found(text).first == emblem, "\(found(text))")
  }

  @Test(arguments: [
    ["translator", "translate", "translation", "translating"], ["speaker", "speaking", "speak"],
    ["bug", "bugs"], ["contributor", "contributors"], ["security", "Security"],
    ["check list", "checklist", "check-list", "Check-Lists"], ["email", "e-mail", "E-Mails"],
    ["story teller", "storyteller"], ["committer", "commit", "committed"],
  ])
  func `forms of a word find the same`(words: [String]) {
    #expect(Set(words.map { found($0).first }).count == 1, "\(words.map { found($0) })")
  }

  @Test func `a phrase means what it says together`() {
    #expect(found("First Steps").first == "first-steps")
    #expect(found("Pull Request Hero").first == "pull-request")
    #expect(!found("Machine Learning").contains("mortarboard"))
    #expect(!found("Former Form").contains("first-steps"))
  }

  @Test func `words that say nothing mean nothing`() {
    for text in ["the", "of", "of the", "100"] { #expect(found(text) == [], "\(text)") }
  }

  @Test func `a search says the same every time`() {
    let index = EmblemIndex(Emblem.all, words: EmblemIndex.shippedWords)
    for text in ["Security Researcher of the Year", "star", "初めてのプルリクエスト"] {
      #expect(index.emblems(for: text).map(\.name) == found(text))
    }
  }

  @Test(arguments: [
    String(repeating: "a", count: 10_000), String(repeating: "\u{301}", count: 10_000),
    "a" + String(repeating: "\u{301}", count: 10_000), String(repeating: "a ", count: 5_000),
    String(repeating: "翻訳", count: 5_000), String(repeating: "ア", count: 10_000), "👩‍👩‍👧‍👦🏳️‍🌈", "\0",
    "\u{3099}", "か\u{309A}\u{309A}", "\u{FFFD}\u{10FFFF}", "", " - ", "'s", "’", "ﬁ", "İstanbul",
  ])
  func `no text is too much`(text: String) {
    _ = EmblemIndex.shipped
    // Of this thread alone: how busy the machine is says nothing of the text.
    let start = threadNanoseconds()
    _ = found(text)
    #expect(threadNanoseconds() - start < 2_000_000_000)
  }

  @Test func `every emblem has words in ten languages, each once`() {
    let words = EmblemIndex.shippedWords
    #expect(words.keys.sorted() == Emblem.all.map(\.name).sorted())
    for (name, languages) in words {
      #expect(
        languages.map(\.language) == ["de", "fr", "es", "pt", "it", "nl", "pl", "ru", "ja", "zh"],
        "\(name)")
      for (language, words) in languages {
        let folded = words.map { $0.lowercased() }
        #expect(words.count >= 4 && Set(folded).count == words.count, "\(name), \(language)")
        #expect(words.allSatisfy { !SearchText($0).pieces.isEmpty }, "\(name), \(language)")
      }
    }
    for emblem in Emblem.all {
      #expect(Set(emblem.tags).count == emblem.tags.count, "\(emblem.name)")
    }
  }

  @Test(arguments: [
    ("haert", "did you mean “heart”?"), ("documentation", "did you mean “open-book”?"),
    ("Datenbank", "did you mean “database”?"), ("qwertyuiop", "use one of: ace-card"),
  ])
  func `an unknown emblem is told what it might be`(word: String, help: String) throws {
    let read = Read([
      "badges.yaml": "blazon: 1\nbadges:\n  a: {title: T, preset: hexagon, emblem: \(word)}\n"
    ])
    let errors = read.report.diagnostics.filter { $0.severity == .error }
    #expect(errors.count == 1)
    #expect(errors.first?.message == "unknown emblem “\(word)”")
    #expect(errors.first?.help?.hasPrefix(help) == true, "\(errors.first?.help ?? "")")
  }
}

/// The time that this thread has computed for.
private func threadNanoseconds() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return time.tv_sec * 1_000_000_000 + time.tv_nsec
}
