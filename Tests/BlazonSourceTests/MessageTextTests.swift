import Testing

@testable import BlazonSource

/// The format for people.
struct MessageTextTests {
  private func source(_ text: String, name: String = "a.yaml") -> SourceText {
    SourceText(name: name, bytes: Array(text.utf8))
  }

  private func place(_ source: SourceText, _ line: Int, _ columns: Range<Int>) -> Place {
    Place(
      source, start: Position(line: line, column: columns.lowerBound),
      end: Position(line: line, column: columns.upperBound))
  }

  @Test func aFindingShowsItsPlaceItsLineACaretAndHelp() {
    let lines = Array(repeating: "title: x", count: 13) + ["    preset: hexagn", "text: y"]
    let source = source(lines.joined(separator: "\n"), name: "badge-specs/first-light.yaml")
    let diagnostic = Diagnostic(
      .error, "unknown preset “hexagn”", at: place(source, 14, 13..<19),
      help: "use one of: diamond, hexagon", notes: ["in badge “first”"])
    #expect(
      MessageFormat.text.print(diagnostic) == """
        badge-specs/first-light.yaml:14:13: error: unknown preset “hexagn”
           14 |     preset: hexagn
              |             ^~~~~~ help: use one of: diamond, hexagon
          note: in badge “first”

        """)
  }

  @Test func whatHasNoPlaceHasNoExcerpt() {
    let diagnostic = Diagnostic(.warning, "no specs", at: nil, help: "write one")
    #expect(MessageFormat.text.print(diagnostic) == "warning: no specs\n  help: write one\n")
  }

  @Test func ofManyNotesThreeAreShown() {
    let diagnostic = Diagnostic(.note, "x", at: nil, notes: ["1", "2", "3", "4", "5"])
    #expect(
      MessageFormat.text.print(diagnostic)
        == "note: x\n  note: 1\n  note: 2\n  note: 3\n  note: and 2 more\n")
  }

  /// The two lines under the headline, cut at the bar.
  private func excerpt(_ line: String, _ columns: Range<Int>) -> (line: String, mark: String) {
    let text = MessageFormat.text.print(
      Diagnostic(.error, "x", at: place(source(line), 1, columns)))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 4 && lines[1].hasPrefix("    1 | ") && lines[2].hasPrefix("      | "))
    return (String(lines[1].dropFirst(8)), String(lines[2].dropFirst(8)))
  }

  @Test("Columns count scalars, not letters as people see them")
  func columnsCountScalars() {
    // "e" and a combining acute, a flag of two scalars: the word begins at column 6.
    let shown = excerpt("e\u{301}🇩🇪 wrong", 6..<11)
    #expect(shown.mark == "     ^~~~~")
  }

  @Test func aTabIsShownAsOneSpaceSoThatTheCaretFits() {
    let shown = excerpt("\t\tname: x", 9..<10)
    #expect(shown == ("  name: x", "        ^"))
  }

  @Test func ofALongLineAWindowAroundThePlaceIsShown() {
    let line = String(repeating: "a", count: 200) + "WRONG" + String(repeating: "b", count: 300)
    let shown = excerpt(line, 201..<206)
    #expect(shown.line.count == 120)
    #expect(shown.mark.hasSuffix("^~~~~"))
    #expect(shown.line.dropFirst(shown.mark.count - 5).hasPrefix("WRONG"))
    // A mark longer than the window ends with it.
    #expect(excerpt(line, 1..<500).mark.count == 120)
  }

  @Test func aPlaceBehindTheLineOrTheFileIsStillPrinted() {
    #expect(excerpt("abc", 90..<95).mark.contains("^"))
    // What has no text at all, a picture or an empty file, has no line to show.
    let empty = Diagnostic(.error, "x", at: place(source(""), 1, 1..<1), help: "h")
    #expect(MessageFormat.text.print(empty) == "a.yaml:1:1: error: x\n  help: h\n")
    let behind = Diagnostic(.error, "x", at: place(source("abc"), 7, 1..<2), help: "h")
    #expect(MessageFormat.text.print(behind) == "a.yaml:7:1: error: x\n  help: h\n")
  }

  @Test func aPlaceOverSeveralLinesIsMarkedToTheEndOfItsFirst() {
    let source = source("key: [a,\n  b]")
    let place = Place(
      source, start: Position(line: 1, column: 6), end: Position(line: 2, column: 5))
    let lines = MessageFormat.text.print(Diagnostic(.error, "x", at: place)).split(separator: "\n")
    #expect(lines[2] == "      |      ^~~")
  }

  static let steering: [UInt32] =
    Array(0..<0x20) + Array(0x7F...0x9F) + [0x061C, 0x200E, 0x200F, 0x2028, 0x2029]
    + Array(0x202A...0x202E) + Array(0x2066...0x2069)

  @Test("Nothing that could steer a terminal passes, wherever it was written")
  func controlsAreMadeHarmless() throws {
    let hostile = String(
      String.UnicodeScalarView(try Self.steering.map { try #require(Unicode.Scalar($0)) }))
    // The line itself cannot hold a line feed, or it would be two.
    let line = hostile.unicodeScalars.filter { $0 != "\n" && $0 != "\r" }
    let source = source("k: \(String(line))", name: "a\(hostile)\u{1B}[31m.yaml")
    let diagnostic = Diagnostic(
      .error, "m \(hostile)", at: place(source, 1, 4..<9), help: "h \(hostile)",
      notes: ["n \(hostile)"])
    let text = MessageFormat.text.print(diagnostic)
    let passed = text.unicodeScalars.filter { $0 != "\n" && Self.steering.contains($0.value) }
    #expect(passed.isEmpty, "\(passed.map { String($0.value, radix: 16) })")
    // Headline, line, mark and note: what was written added none.
    #expect(text.unicodeScalars.filter { $0 == "\n" }.count == 4)
  }
}
