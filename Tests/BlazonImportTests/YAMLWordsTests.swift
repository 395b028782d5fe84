import BlazonSource
import Testing

@testable import BlazonImport

/// Texts of others as a person would write them in YAML.
@Suite struct YAMLWordsTests {
  @Test(arguments: [
    "Docs Author", "it's", "Site Reliability, Level 2", "C (advanced)", "a/b", "50 % done", "Ünï",
    "日本語", "12 angry men", "x.y", "e-mail!", "Yes we can", "2nd place",
  ])
  func `a plain text stays plain`(text: String) {
    #expect(YAMLWords.scalar(text) == text)
  }

  @Test(arguments: [
    "Issue #1 Fixer", "@octocat", "Yes", "no", "ON", "2026", "2026-10-14", "0x1F", "1e3",
    "12:30:00",
    "null", "~", "a: b", "ends:", "- x", "? g", "*a", "&b", "!c", "%d", "| e", "> f", "{a}", "[x]",
    "`x`", "\"q\"", "'q'", "back\\slash", ".inf", "#", "", "y", "say \"so\"",
  ])
  func `what YAML would take for something else stands in quotes`(text: String) {
    #expect(YAMLWords.scalar(text) == quoted(text))
    #expect(YAMLWords.item(text) == quoted(text))
  }

  @Test(arguments: ["a, b", "a]", "a}", "Law: sea", "C#", "a & b"])
  func `an item in brackets is quoted more often`(text: String) {
    #expect(YAMLWords.item(text) == quoted(text))
  }

  @Test func `a long text is folded at spaces, and none of its lines is long`() {
    let text = Array(repeating: "seven # letters: and", count: 12).joined(separator: " ")
    let value = YAMLWords.value(text, indent: 4)
    let lines = value.split(separator: "\n")
    #expect(lines[0] == " >-")
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("      s") || $0.count <= 100 })
    #expect(lines.dropFirst().map { $0.drop { $0 == " " } }.joined(separator: " ") == text)
  }

  @Test func `what nobody sees is taken out of texts`() {
    #expect(PlainWords.clean(" a\u{202E}b\u{0000}\n\tc\u{FEFF} ") == "ab c")
    #expect(PlainWords.clean("\u{200B}\u{202E} \n") == nil)
    #expect(PlainWords.clean("می\u{200C}خواهم") == "می\u{200C}خواهم")
    #expect(PlainWords.clean("{{title}}") == "{ {title}}")
    #expect(PlainWords.clean("<b>bold</b> 1 < 2") == "bold 1 < 2")
    #expect(PlainWords.clean(String(repeating: "x", count: 5000))?.count == 2000)
  }

  @Test func `a shortened text ends at a word, and is marked`() {
    #expect(PlainWords.beginning(of: "Short", limit: 10) == "Short")
    #expect(PlainWords.beginning(of: "Some longer words here", limit: 12) == "Some longer…")
    #expect(PlainWords.beginning(of: "Unbreakable", limit: 6) == "Unbr…")
    #expect(PlainWords.beginning(of: "日本語日本語", limit: 8) == "日本語…")
  }
}
