import BlazonCheck
import BlazonSource
import BlazonSpec
import TestSupport
import Testing

/// How badges look: every preset in every state with every set of words, and what the rules refuse.
@Suite struct LookTests {
  /// What `check` finds in `badges`, each the text of a badge, and `presets`.
  private func look(at badges: [String], presets: String = "{}") throws -> [Diagnostic] {
    let list = badges.enumerated().map { "  b\($0): {\($1)}\n" }.joined()
    let text = """
      blazon: 1
      programme: looks
      name: Meridian
      color: "#2563EB"
      check: {sentences: "off", duplicate: "off", criteria: "off"}
      presets: \(presets)
      badges:
      \(list)
      """
    return try findings(in: ["looks/programme.yaml": Array(text.utf8)], of: "looks")
  }

  @Test(arguments: LookMatrix.presets)
  func `a preset passes the rules in every state, whatever it says`(preset: String) throws {
    let badges = ["open-book", "gear"].flatMap { LookMatrix.badges(of: preset, emblem: $0) }
    for finding in try look(at: badges) {
      Issue.record("\(finding.message) \(finding.measure?.value ?? 0): \(finding.notes)")
    }
  }

  @Test func `the kinds that are easiest to get wrong are right`() throws {
    for finding in try look(at: LookMatrix.kinds) {
      Issue.record("\(finding.message) \(finding.measure?.value ?? 0): \(finding.notes)")
    }
  }

  @Test func `the matrix knows every state`() {
    #expect(LookMatrix.states == Words.State.allCases.map(\.rawValue))
  }

  @Test func `rows that are too high for their place are refused, with how much`() throws {
    let preset = """
      {low: {shape: {type: circle, radius: 240, fill: teal}, emblem: {size: 200},
        stack: {rows: [emblem, title], box: [100, 150, 312, 170]},
        texts: {title: {text: "{{title}}", font-size: 40, min-font-size: 30, fill: white}}}}
      """
    let found = try look(at: ["preset: low, title: Mentor, emblem: gear"], presets: preset)
    let refused = try #require(found.first { $0.rule == Rule.fit.id })
    #expect(refused.message == "“Mentor” does not fit with what stands above and below it")
    #expect((refused.measure?.value ?? 0) > 40)
  }

  @Test(arguments: [
    ("type: dots, step: 2", 1, "clips cut its outlines into more than 500000 pieces"),
    ("type: dots, step: 2", 100, "clips cut its outlines into more than 500000 pieces"),
    (
      "type: guilloche, lines: 24, lobes: 96, inner: 40, radius: 200", 50,
      "its outlines go up and down the picture more than 4000 times"
    ),
    ("type: glow, radius: 400", 150, "its shapes fill the picture more than 500 times"),
  ])
  func `patterns that would take long to paint are refused before they are painted`(
    _ pattern: String, _ count: Int, _ message: String
  ) throws {
    let patterns = (0..<count).map { "p\($0): {\(pattern)}" }.joined(separator: ", ")
    let found = try look(
      at: ["preset: own, title: One, emblem: gear"],
      presets: "{own: {extends: hexagon, patterns: {\(patterns)}}}")
    #expect(found.map(\.message) == [message])
    #expect(found.first?.place?.start.line == 8)
  }

  @Test func `words on words, and words like their ground, are found with a number`() throws {
    let preset = """
      {worse: {shape: {type: circle, radius: 240, fill: teal},
        texts: {title: {text: "{{title}}", box: [100, 200, 312, 80], font-size: 60, fill: white},
          again: {text: "{{subtitle}}", box: [100, 210, 312, 80], font-size: 60, fill: "#128888"}}}}
      """
    let found = try look(at: ["preset: worse, title: Mentor, subtitle: Member"], presets: preset)
    #expect(Set(found.compactMap(\.rule)) == [Rule.overlap.id, Rule.contrast.id])
    #expect(found.allSatisfy { $0.measure != nil && $0.place != nil && $0.help != nil })
  }
}
