import Foundation
import TestSupport
import Testing

/// Texts in letters that no font of a programme has.
@Suite struct LetterTests {
  @Test func `a name that no font can write is one error with characters, person, row and help`()
    throws
  {
    // Toto came to Unicode in 2021, and to no font of Debian 12.
    let rows = "Jan Ek,jan,first,2026-05-02,,,\n𞊐𞊑 Bo 𞊒,bo,first,2026-05-03,,,\n"
    let place = try Workplace(Workplace.people(rows))
    let answer = try place.blazon("render")
    #expect(answer.status == 1)
    let errors = answer.error.split(separator: "\n").filter { $0.contains("no font here") }
    let head =
      "badge-specs/acme/awards/2026.csv:3:1: error: no font here can write “𞊐” (U+1E290), “𞊑” (U+1E291), “𞊒” (U+1E292) of “𞊐𞊑 Bo 𞊒”"
    #expect(errors.map(String.init) == [head], "\(answer.error)")
    #expect(answer.error.contains("help: leave it out: no font that is installed here has it"))
    #expect(answer.error.contains("note: in the award of “first” to “bo”"))
    #expect(!answer.error.contains("2026.csv:2:"))
    #expect(!place.exists("output"))
  }

  @Test func `names in letters that are installed are drawn without a setting`() throws {
    let rows = """
      星ヶ浜 あかり,akari,first,2026-05-03,ja,,
      অনিন্দিতা চট্টোপাধ্যায়,anin,expert,2026-05-03,,,JBNC-BE1W-5HB6
      A 🏆 🇩🇪,smile,expert,2026-05-03,,,7YHB-16Q4-DGRG

      """
    var files = Workplace.people(rows)
    let badges = "badge-specs/acme/badges.yaml"
    files[badges] = files[badges]?
      .replacing("[Sailing, Mending]", with: "[দক্ষতা, বই]").replacing("Mara Quist", with: "রহিমা")
    let place = try Workplace(files)
    let answer = try place.blazon("render", "--surface", "card,certificate")
    #expect(!answer.error.contains("no font here"), "\(answer.error)")
    #expect(answer.status == 0, "\(answer.error)")
  }

  @Test func `each text in letters that no font has is one error, whatever shows it`() throws {
    var files = Workplace.people("𞊐 Ek,anin,expert,2026-05-03,,,JBNC-BE1W-5HB6\n")
    let badges = "badge-specs/acme/badges.yaml"
    files[badges] = files[badges]?
      .replacing("[Sailing, Mending]", with: "[𞊑, 𞊒]").replacing("Mara Quist", with: "Mara 𞊓")
    let answer = try Workplace(files).blazon("check")
    let errors = answer.error.split(separator: "\n").filter { $0.contains("no font here") }
    #expect(errors.count == 3, "the name, the skills, the signature: \(answer.error)")
    #expect(answer.error.contains("“𞊑  ·  𞊒”") && answer.error.contains("“Mara 𞊓”"))
  }

  @Test func `a letter that carries more marks than writing needs is an error`() throws {
    let name = "Z" + String(repeating: "\u{301}", count: 31) + "oe"
    let answer = try Workplace(Workplace.people("\(name),z,first,2026-05-02,,,\n")).blazon("check")
    #expect(answer.status == 1)
    #expect(answer.error.contains("2026.csv:2:1: error: a letter “Z” carries"), "\(answer.error)")
    // That it is too high is no other mistake.
    #expect(answer.error.split(separator: "\n").last == "1 error")
  }
}
