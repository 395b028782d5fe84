import BlazonForm
import BlazonSource
import Testing

@testable import BlazonSpec

/// One stray bracket or quote gives one error, where it stands.
@Suite struct BracketTests {
  /// The places are those of `«`, which is taken out.
  @Test(arguments: [
    // Never closed.
    ("a: {title: A, skills: «[x, y}\nb: {title: B}", "this “[” is not closed"),
    ("a:\n  skills: «[x, y\n  title: A\nb: {title: B}", "this “[” is not closed"),
    ("a: «[x\nb: [y]", "this “[” is not closed"),
    ("a: «{title: A\nb: {title: B}\nc: [d]", "this “{” is not closed"),
    ("b: {title: B}\na: «{title: A", "this “{” is not closed"),
    ("a: «{title: A,\n  skills: [x, y],\nb: {title: B}", "this “{” is not closed"),
    ("a: {title: A,\n  skills: «[x, y,\n  emblem: star}\nb: {title: B}", "this “[” is not closed"),
    ("a: {title: say (a «[b)}\nb: {title: B}", "this “[” is not closed"),
    ("a: {title: It's, note: “x” # }\n  }\nb: {title: B}\nc: «{", "this “{” is not closed"),
    ("- «[a\n- b: c", "this “[” is not closed"),
    // Closing nothing.
    ("a: {title: A, skills: [x, y]«]}\nb: {title: B}", "this “]” closes nothing"),
    ("a: {title: A}«}\nb: {title: B}", "this “}” closes nothing"),
    ("a:\n  skills: [x]«]\n  title: A", "this “]” closes nothing"),
    ("a: b\n«}\nc: {title: B}", "this “}” closes nothing"),
    ("a: {title: A«]\nb: {title: B}", "this “]” closes nothing"),
    ("a: «]", "this “]” closes nothing"),
    // Quotes.
    ("a: {title: «\"A}\nb: {title: B}", "this quote is not closed"),
    ("a: «\"A\nb: {title: B}", "this quote is not closed"),
    ("a: «'A\nb: {title: B}", "this quote is not closed"),
    ("a: «\"A\nb: \"B\"\nc: d", "this quote is not closed before line 2"),
    ("a: {title: «\"A}\nb: {title: \"B\"}", "this quote is not closed before line 2"),
    ("a: «'A\nb: 'B'\nc: d", "this quote is not closed before line 2"),
    // After what may look like brackets.
    ("t: |\n  [ { \"\na: «[x\nb: y", "this “[” is not closed"),
    (
      "t: It's [ not { one\nu: \"[\\\"{\"\n# [ {\nv: 'it''s ['\na: «{x: y\nb: z",
      "this “{” is not closed"
    ),
    ("é: ü # “[”\nß: «[ä\nb: y", "this “[” is not closed"),
  ])
  func `the bracket is to blame`(_ marked: String, _ message: String) throws {
    let text = marked.replacing("«", with: "")
    let before = try #require(marked.split(separator: "«").first)
    let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
    let start = marked.hasPrefix("«") ? 1 : (lines.last?.unicodeScalars.count ?? 0) + 1
    var report = Report()
    let tree = Tree(SourceText(name: "a.yaml", bytes: Array(text.utf8)), report: &report)
    #expect(tree == nil)
    #expect(report.diagnostics.map(\.message) == [message], "\(text)")
    let label = "a.yaml:\(lines.count):\(start)"
    #expect(report.diagnostics.first?.place?.label == label, "\(text)")
    #expect(report.diagnostics.first?.help != nil)
  }

  @Test(arguments: [
    ("a: {b: c d: e}", "a.yaml:1:11"), ("a: {b: c,\n  d: e\n  f: [g]}", "a.yaml:3:4"),
    ("a: b: c", "a.yaml:1:5"), ("a:\n    b: c\n   d: e", "a.yaml:3:4"),
    ("a: @b", "a.yaml:1:4"), ("a: [\"b\" c]", "a.yaml:1:9"),
  ])
  func `where no bracket is to blame, none is`(_ text: String, _ label: String) {
    var report = Report()
    _ = Tree(SourceText(name: "a.yaml", bytes: Array(text.utf8)), report: &report)
    #expect(report.diagnostics.map(\.message).allSatisfy { $0.hasPrefix("this is not YAML: ") })
    #expect(report.diagnostics.map { $0.place?.label } == [label])
  }

  @Test func `brackets in text are text`() {
    let text = "a: C]\nb: x [ y\nc: say }\n"
    #expect(tree(text).entries?.count == 3)
  }
}
