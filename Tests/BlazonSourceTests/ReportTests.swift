import Testing

@testable import BlazonSource

struct ReportTests {
  private let first = SourceText(name: "a.yaml", bytes: [])
  private let second = SourceText(name: "b.yaml", bytes: [])

  private func place(_ source: SourceText, _ line: Int, _ column: Int) -> Place {
    Place(
      source, start: Position(line: line, column: column),
      end: Position(line: line, column: column + 1))
  }

  @Test func oneFindingIsKeptOnceAndGathersTheNotesOfEveryTime() {
    var report = Report()
    for note in ["badge one", "badge two", "badge one"] {
      report.add(Diagnostic(.error, "unknown colour “rde”", at: place(first, 3, 1), notes: [note]))
    }
    #expect(report.diagnostics.count == 1)
    #expect(report.diagnostics[0].notes == ["badge one", "badge two"])
  }

  @Test func otherPlacesFilesAndMessagesAreOtherFindings() {
    var report = Report()
    report.error("x", at: place(first, 3, 1))
    report.error("x", at: place(first, 3, 2))
    report.error("x", at: place(second, 3, 1))
    report.error("y", at: place(first, 3, 1))
    report.error("x", at: nil)
    #expect(report.errorCount == 5)
  }

  @Test func reportsUnite() {
    var (one, two) = (Report(), Report())
    one.add(Diagnostic(.error, "x", at: place(first, 1, 1), notes: ["from one"]))
    two.add(Diagnostic(.error, "x", at: place(first, 1, 1), notes: ["from two"]))
    two.add(Diagnostic(.warning, "y", at: nil))
    one.add(two)
    #expect(one.diagnostics.map(\.message) == ["x", "y"])
    #expect(one.diagnostics[0].notes == ["from one", "from two"])
  }

  @Test func onlyErrorsCountAsErrors() {
    var report = Report()
    report.add(Diagnostic(.warning, "w", at: nil))
    report.add(Diagnostic(.note, "n", at: nil))
    #expect(!report.hasErrors)
    report.error("e", at: nil)
    #expect(report.hasErrors && report.errorCount == 1)
  }

  @Test("Findings are sorted by file, line and column; what has no place comes first")
  func sorting() {
    let inOrder = [
      Diagnostic(.error, "none, said first", at: nil),
      Diagnostic(.error, "none, said second", at: nil),
      Diagnostic(.error, "1", at: place(first, 2, 9)),
      Diagnostic(.error, "2", at: place(first, 10, 1)),
      Diagnostic(.error, "3, said first", at: place(first, 10, 2)),
      Diagnostic(.error, "3, said second", at: place(first, 10, 2)),
      Diagnostic(.error, "4", at: place(second, 1, 1)),
    ]
    for order in [[0, 1, 2, 3, 4, 5, 6], [6, 4, 3, 5, 0, 2, 1], [3, 6, 0, 1, 4, 5, 2]] {
      var report = Report()
      for index in order { report.add(inOrder[index]) }
      #expect(report.sorted == inOrder)
    }
  }
}
