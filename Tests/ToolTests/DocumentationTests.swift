import BlazonArt
import BlazonSpec
import Foundation
import TestSupport
import Testing

/// The page about the language shows nothing that the program would not read.
@Suite struct DocumentationTests {
  private struct Example {
    var kind: String
    var line: Int
    var text: String
  }

  /// The fenced examples of a page.
  private func examples(_ page: String) throws -> [Example] {
    let text = try String(contentsOf: project.appending(path: page), encoding: .utf8)
    var examples: [Example] = []
    var open: Example?
    for (index, line) in text.components(separatedBy: "\n").enumerated() {
      if line.hasPrefix("```") {
        if let example = open {
          examples.append(example)
          open = nil
        } else {
          open = Example(kind: String(line.dropFirst(3)), line: index + 2, text: "")
        }
      } else if open != nil {
        open?.text += line + "\n"
      }
    }
    return examples
  }

  /// The examples of the language as files: those that begin with a file's name are that file, those
  /// that are indented are badges of `acme`.
  private func specs() throws -> (files: [String: String], answer: String) {
    var files: [String: String] = [:]
    var answer = ""
    for example in try examples("docs/spec-language.md") {
      let first = example.text.prefix { $0 != "\n" }
      switch example.kind {
      case "yaml" where first.hasPrefix("# "): files[String(first.dropFirst(2))] = example.text
      case "yaml": files["acme/line-\(example.line).yaml"] = "blazon: 1\nbadges:\n" + example.text
      default: answer += example.text
      }
    }
    return (files, answer)
  }

  @Test func `every example of the language is read and laid out without a finding`() throws {
    var (files, _) = try specs()
    #expect(files.removeValue(forKey: "acme/wrong.yaml") != nil)
    #expect(files.count >= 12)
    let place = try Workplace(files)
    let programmes = Set(files.keys.map { String($0.prefix { $0 != "/" }) }).sorted()
    #expect(programmes == ["acme", "guild", "partner", "werkstatt"])
    for programme in programmes {
      let answer = try place.blazon("check", programme)
      #expect(answer.status == 0, "\(programme): \(answer.error)")
      #expect(answer.error.isEmpty, "\(programme): \(answer.error)")
    }
    #expect(try place.blazon("check", "guild").text.hasPrefix("1 badge and 2 awards checked"))
  }

  @Test func `the example of mistakes is answered as the page says`() throws {
    let (files, expected) = try specs()
    let place = try Workplace(files)
    let answer = try place.blazon("render", "acme")
    #expect(answer.status == 1)
    #expect(answer.error == expected)
  }

  @Test func `the tables of states and tiers are those of the program`() throws {
    let page = try String(
      contentsOf: project.appending(path: "docs/spec-language.md"), encoding: .utf8)
    func section(_ name: String) throws -> Substring {
      let start = try #require(page.range(of: "\n## \(name)\n"))
      let end = page[start.upperBound...].range(of: "\n## ")
      return page[start.upperBound..<(end?.lowerBound ?? page.endIndex)]
    }
    let rows = try section("States").split(separator: "\n").filter { $0.hasPrefix("| `") }
    let states = rows.dropFirst().map { row in String(row.dropFirst(3).prefix { $0 != "`" }) }
    #expect(states == Words.State.allCases.map(\.rawValue))
    #expect(rows.allSatisfy { $0.split(separator: "|").count == 3 }, "state, picture, time")
    let tiers = Metal.Name.allCases.map(\.rawValue).joined(separator: ", ")
    #expect(try section("Variants").contains("each step of a ladder: \(tiers) |"))
  }
}
