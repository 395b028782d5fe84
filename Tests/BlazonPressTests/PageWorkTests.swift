import BlazonIntake
import BlazonPress
import BlazonSource
import Testing

/// Pages of a programme's own that would take long to paint: refused before anything is painted, once.
@Suite struct PageWorkTests {
  private func messages(of layers: String) throws -> [String] {
    let text = """
      blazon: 1
      programme: acme
      name: Acme
      publish: https://badges.example.org
      color: "#2563EB"
      awards: people.csv
      check: {criteria: "off"}
      badges: {one: {preset: hexagon, title: One, emblem: gear}}
      """
    let pages = """
      blazon: 1
      cards:
        open-graph:
          extends: open-graph
          layers: {\(layers)}
      """
    let people = (0..<20).map { "Person \($0),p\($0),one,2026-03-01\n" }.joined()
    let files = [
      "acme/programme.yaml": Array(text.utf8),
      "acme/pages.yaml": Array(pages.utf8),
      "acme/people.csv": Array("name,handle,badge,issued\n\(people)".utf8),
    ]
    var report = Report()
    let programmes = try SpecFolder.load(["acme"], from: SpecSource(files), report: &report)
    let studio = try Studio(programmes, report: &report)
    var selection = Selection()
    selection.surfaces = ["card"]
    _ = Press(studio, workers: 2).check(Plan(programmes, selection), report: &report)
    return report.diagnostics.map { "\($0.place?.label ?? ""): \($0.message)" }
  }

  private func guilloches(_ count: Int) -> String {
    (0..<count).map {
      "g\($0): {guilloche: \"#FFFFFF20\", at: [600, 315], inner: 40, outer: 300, lines: 24, lobes: 60, stroke-width: 1}"
    }.joined(separator: ", ")
  }

  @Test func `a page of too many lines is refused where it becomes too much`() throws {
    let found = try messages(of: guilloches(250))
    #expect(
      found == [
        "acme/pages.yaml:5:234: its outlines go up and down the card more than 4000 times"
      ])
  }

  @Test func `a page of fewer is not`() throws {
    #expect(try messages(of: guilloches(1)).isEmpty)
  }
}
