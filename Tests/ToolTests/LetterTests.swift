import Foundation
import TestSupport
import Testing

/// Texts in letters that no font of a programme has.
@Suite struct LetterTests {
  @Test func `a name that no font can write is one error with characters, person, row and help`()
    throws
  {
    let rows = "Jan Ek,jan,first,2026-05-02,,,\n星ヶ浜 あかり,akari,first,2026-05-03,ja,,\n"
    let place = try Workplace(Workplace.people(rows))
    let answer = try place.blazon("render")
    #expect(answer.status == 1)
    let lines = answer.error.split(separator: "\n").map(String.init)
    let head =
      "badge-specs/acme/awards/2026.csv:3:1: error: no font here can write “星” (U+661F), “ヶ” (U+30F6), “浜” (U+6D5C), “あ” (U+3042), “か” (U+304B) and 1 more of “星ヶ浜 あかり”"
    #expect(lines.count { $0.contains("error: ") } == 1 && lines.first == head, "\(answer.error)")
    #expect(
      answer.error.contains(
        "help: add “Noto Sans CJK JP” to “fonts: {sans: [...]}” in programme.yaml"))
    #expect(answer.error.contains("note: in the award of “first” to “akari”"))
    #expect(!answer.error.contains("2026.csv:2:"))
    #expect(!place.exists("output"))
    // With a family that has them the same ledger is drawn.
    let named = try Workplace(
      Workplace.people(rows, programme: "fonts: {sans: [Noto Sans CJK JP]}\n"))
    let drawn = try named.blazon("render", "--surface", "card,badge")
    #expect(drawn.status == 0, "\(drawn.error)")
  }

  @Test func `each text in letters that no font has is one error, whatever shows it`() throws {
    let rows = "অনিন্দিতা চট্টোপাধ্যায়,anin,expert,2026-05-03,,,JBNC-BE1W-5HB6\n"
    var files = Workplace.people(rows)
    let badges = "badge-specs/acme/badges.yaml"
    files[badges] = files[badges]?
      .replacing("[Sailing, Mending]", with: "[দক্ষতা, বই]").replacing("Mara Quist", with: "রহিমা")
    let place = try Workplace(files)
    let answer = try place.blazon("check")
    let errors = answer.error.split(separator: "\n").filter { $0.contains(": error: ") }
    #expect(errors.count == 3, "the name, the skills, the signature: \(answer.error)")
    #expect(answer.error.contains("“দক্ষতা  ·  বই”") && answer.error.contains("“রহিমা”"))
    let help = "help: add “Noto Sans Bengali” to “fonts: {sans: [...]}” in programme.yaml"
    #expect(answer.error.ranges(of: help).count == 3)
    files["badge-specs/acme/programme.yaml"]! += "fonts: {sans: [Noto Sans Bengali]}\n"
    let mended = try Workplace(files).blazon("check")
    #expect(mended.status == 0, "\(mended.error)")
  }

  @Test(arguments: ["\u{1F3C6}", "A\u{1F3F4}\u{E0067}\u{E0062}"])
  func `an emoji in a name is an error with the character, the person and the row`(_ name: String)
    throws
  {
    let place = try Workplace(
      Workplace.people(
        "Jan Ek,jan,first,2026-05-02,,,\n\(name),smile,expert,2026-05-03,,,JBNC-BE1W-5HB6\n"))
    let answer = try place.blazon("render")
    #expect(answer.status == 1, "\(name)")
    let code = name.contains("\u{1F3C6}") ? "(U+1F3C6)" : "(U+1F3F4)"
    #expect(answer.error.contains("2026.csv:3:1: error: no font here can write"), "\(answer.error)")
    #expect(answer.error.contains(code) && answer.error.contains("to “smile”"), "\(answer.error)")
    #expect(answer.error.contains("to “fonts: {sans: [...]}” in programme.yaml"), "\(answer.error)")
    #expect(!place.exists("output"))
  }
}
