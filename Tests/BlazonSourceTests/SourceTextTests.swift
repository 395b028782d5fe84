import Testing

@testable import BlazonSource

struct SourceTextTests {
  private func text(_ string: String) -> SourceText {
    SourceText(name: "a.yaml", bytes: Array(string.utf8))
  }

  @Test(
    "A line is the same whether it ends in LF, in CRLF or with the file", arguments: ["\n", "\r\n"])
  func lineEnds(end: String) {
    for source in [text("one\(end)two\(end)three"), text("one\(end)two\(end)three\(end)")] {
      #expect((1...3).map { source.line($0) } == ["one", "two", "three"])
      #expect(source.line(0) == nil)
      #expect(source.line(5) == nil)
    }
  }

  @Test func afterAFinalNewlineThereIsOneEmptyLine() {
    #expect(text("one").line(2) == nil)
    #expect(text("one\n").line(2) == "")
    #expect(text("").line(1) == "")
    #expect(text("\n\n").line(3) == "")
  }

  @Test func brokenUTF8IsReplacedAndNeverFatal() {
    let source = SourceText(name: "a", bytes: [0x61, 0xFF, 0x62, 0x0A, 0xC3])
    #expect(source.line(1) == "a\u{FFFD}b")
    #expect(source.line(2) == "\u{FFFD}")
  }

  @Test func positionsAreOrderedByLineThenColumn() {
    let positions = [
      Position(line: 1, column: 9), Position(line: 2, column: 1), Position(line: 2, column: 3),
    ]
    #expect(positions.reversed().sorted() == positions)
  }
}
