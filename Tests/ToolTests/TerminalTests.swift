import Foundation
import TestSupport
import Testing

/// What somebody at a terminal is asked, and what happens when they would rather not answer.
@Suite struct TerminalTests {
  private let place: Workplace

  init() throws { place = try Workplace([:]) }

  /// What a program at a terminal did.
  private struct Visit: Decodable {
    /// Its exit code, or the signal that ended it, negative.
    let status: Int
    /// All that stood on the screen.
    let screen: String
    /// Whether what is typed was seen, at each answer and after the end.
    let echoes: [Bool]
  }

  /// Runs the tool at a terminal of its own, where each question is answered as soon as it stands there.
  private func visit(_ words: [String], _ answers: [(question: String, keys: String)]) throws
    -> Visit
  {
    let dialogue = try JSONEncoder().encode(answers.map { [$0.question, $0.keys] })
    let script = project.appending(path: "Tests/ToolTests/Fixtures/terminal.py").path
    let answer = try run(
      "python3", [script, String(decoding: dialogue, as: UTF8.self), blazon] + words,
      in: place.folder)
    #expect(answer.status == 0, "\(answer.error)")
    return try JSONDecoder().decode(Visit.self, from: Data(answer.text.utf8))
  }

  @Test func `a programme is begun by answers`() throws {
    let visit = try visit(
      ["new"],
      [("called?", "  Harbour Club \n"), ("teal?", "teal\n"), ("none.", "\n")])
    #expect(visit.status == 0, "\(visit.screen)")
    let programme = try #require(place.files("badge-specs")["harbour-club/programme.yaml"])
    let text = String(decoding: programme, as: UTF8.self)
    #expect(
      text.contains("Harbour Club") && !text.contains("  Harbour") && text.contains("teal"),
      "\(text)")
  }

  @Test(arguments: [0, 1, 2]) func `one interruption ends the questions`(_ number: Int) throws {
    let answers = [("called?", "Acme\n"), ("teal?", "teal\n"), ("none.", "\n")]
    let visit = try visit(
      ["new"], Array(answers[..<number]) + [(answers[number].0, "\u{3}")])
    #expect(visit.status == 70, "\(visit.status) \(visit.screen)")
    #expect(visit.screen.contains("error: interrupted"), "\(visit.screen)")
    #expect(!place.exists("badge-specs"))
  }

  @Test func `an end of answers is nothing answered`() throws {
    let visit = try visit(["new"], [("called?", "\u{4}"), ("teal?", "\u{4}"), ("none.", "\u{4}")])
    #expect(visit.status == 64 && visit.screen.contains("needs --name"), "\(visit.screen)")
  }

  @Test func `a passphrase is not seen while it is typed`() throws {
    let words = ["keys", "new", "acme", "--algorithm", "ed25519", "--keys", "keys"]
    let visit = try visit(
      words, [("Passphrase: ", "hills and harbours\n"), ("again: ", "hills and harbours\n")])
    #expect(visit.status == 0, "\(visit.screen)")
    #expect(!visit.screen.contains("hills"), "\(visit.screen)")
    #expect(visit.echoes == [false, false, true])
  }

  @Test func `a terminal that was asked secretly shows again what is typed`() throws {
    let words = ["keys", "new", "acme", "--algorithm", "ed25519", "--keys", "keys"]
    let visit = try visit(words, [("Passphrase: ", "hills\u{3}")])
    #expect(visit.status == 70 && visit.screen.contains("interrupted"), "\(visit.screen)")
    #expect(visit.echoes == [false, true])
    #expect(try place.files("keys").isEmpty)
  }
}
