import Foundation
import Testing

@testable import BlazonSource

/// The formats for programs.
struct MachineFormatTests {
  static let hostile = [
    "plain", "", "\"quoted\" \\ back\\\\slash", "line\nfeed\r\n\ttab",
    "\u{0}\u{1}\u{1F}\u{7F}\u{9B}",
    "\u{2028}\u{2029}\u{202E}", "</script><!--", "emoji 👩‍👩‍👧 and \u{10FFFF}", "{\"a\":1}\u{1B}[2J",
  ]

  private func diagnostic(_ text: String) -> Diagnostic {
    let source = SourceText(name: text, bytes: [])
    let place = Place(
      source, start: Position(line: 3, column: 5), end: Position(line: 4, column: 2))
    return Diagnostic(.warning, text, at: place, help: text, notes: [text, "second"])
  }

  @Test("Each finding is one line of JSON that reads back as it was", arguments: hostile)
  func jsonReadsBack(text: String) throws {
    let line = MessageFormat.json.print(diagnostic(text))
    #expect(line.unicodeScalars.filter { $0 == "\n" }.count == 1 && line.hasSuffix("}\n"))
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
    let fields = try #require(object as? [String: Any])
    for key in ["message", "file", "help"] {
      let value = try #require(fields[key] as? String)
      #expect(Array(value.unicodeScalars) == Array(text.unicodeScalars), "\(key)")
    }
    #expect(fields["severity"] as? String == "warning")
    #expect(fields["notes"] as? [String] == [text, "second"])
    let numbers = ["line", "column", "endLine", "endColumn"].map { fields[$0] as? Int }
    #expect(numbers == [3, 5, 4, 2])
  }

  @Test func jsonLeavesOutWhatThereIsNot() {
    let line = MessageFormat.json.print(Diagnostic(.error, "x", at: nil))
    #expect(line == "{\"severity\":\"error\",\"message\":\"x\"}\n")
  }

  @Test("GitHub's properties and message keep to their escaping")
  func githubEscapes() {
    let source = SourceText(name: "a,b:c%d.yaml", bytes: [])
    let place = Place(
      source, start: Position(line: 3, column: 5), end: Position(line: 3, column: 6))
    let diagnostic = Diagnostic(.error, "100 % wrong:\r\nreally, yes", at: place, help: "h")
    #expect(
      MessageFormat.github.print(diagnostic)
        == "::error file=a%2Cb%3Ac%25d.yaml,line=3,col=5::"
        + "100 %25 wrong:%0D%0Areally, yes%0Ahelp: h\n")
    #expect(MessageFormat.github.print(Diagnostic(.note, "n", at: nil)) == "::notice::n\n")
  }

  @Test("No text can begin a workflow command of its own", arguments: hostile)
  func githubStaysOnOneLine(text: String) {
    let line = MessageFormat.github.print(diagnostic("\(text)\n::set-env name=x::y"))
    #expect(line.unicodeScalars.filter { $0 == "\n" || $0 == "\r" }.count == 1)
  }
}
