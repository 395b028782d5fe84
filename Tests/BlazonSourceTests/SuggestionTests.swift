import Testing

@testable import BlazonSource

struct SuggestionTests {
  private let shapes = ["circle", "diamond", "hexagon", "pennant", "shield", "seal"]

  @Test(
    "A misspelling finds the word that was meant",
    arguments: [
      ("hexagn", "hexagon"), ("sheild", "shield"), ("Dimond", "diamond"), ("penannt", "pennant"),
      ("sael", "seal"), ("circles", "circle"), ("hexxagon", "hexagon"),
    ])
  func nearest(word: String, meant: String) {
    #expect(suggestions(for: word, among: shapes).first == meant)
    #expect(helpText(for: word, among: shapes) == "did you mean “\(meant)”?")
  }

  @Test func withNothingNearTheHelpListsAll() {
    #expect(suggestions(for: "umbrella", among: shapes) == [])
    #expect(
      helpText(for: "umbrella", among: shapes)
        == "use one of: circle, diamond, hexagon, pennant, shield, seal")
  }

  @Test func aLongListIsCut() {
    let many = (100..<130).map { "candidate\($0)" }
    let help = helpText(for: "zzz", among: many)
    #expect(help.contains("candidate123") && !help.contains("candidate124"))
    #expect(help.hasSuffix(", …"))
  }

  @Test func atMostThreeAreSuggestedTheBestFirst() {
    let words = suggestions(
      for: "colour", among: ["dolour", "color", "colours", "velour", "colour"])
    #expect(words == ["colour", "color", "colours"])
  }

  @Test func aSwapOfNeighboursIsOneStep() {
    #expect(suggestions(for: "ba", among: ["ab"]) == ["ab"])
    #expect(suggestions(for: "bca", among: ["abc"]) == [])
  }

  @Test func emptyAndEndlessWordsAreNoTrouble() {
    #expect(suggestions(for: "", among: shapes) == [])
    #expect(suggestions(for: "hexagon", among: []) == [])
    #expect(suggestions(for: String(repeating: "hex", count: 100_000), among: shapes) == [])
  }
}
