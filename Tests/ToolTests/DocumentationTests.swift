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

  @Test func `the first badge comes about as the page says`() throws {
    let examples = try examples("docs/first-badge.md")
    let place = try Workplace([:])
    func sh(_ start: String) throws -> [String] {
      let line = examples.filter { $0.kind == "sh" }.flatMap { $0.text.split(separator: "\n") }
        .first { $0.hasPrefix(".build/release/blazon \(start)") }
      return try #require(line).split(separator: "\"", omittingEmptySubsequences: false)
        .enumerated()
        .flatMap { index, part in
          index.isMultiple(of: 2) ? part.split(separator: " ").map(String.init) : [String(part)]
        }.dropFirst().map { $0 }
    }
    #expect(try run(blazon, sh("new"), in: place.folder).status == 0)
    let file = "badge-specs/harbour-club/badges.yaml"
    let badge = try #require(examples.first { $0.kind == "yaml" }).text
    let specs = try String(contentsOf: place.url(file), encoding: .utf8) + badge
    try place.write(specs.replacing("lighthouse", with: "lighthose"), to: file)
    let refused = try run(blazon, sh("render"), in: place.folder)
    #expect(refused.status == 1)
    #expect(refused.error == examples.first { $0.kind == "text" }?.text)
    try place.write(specs, to: file)
    let drawn = try run(blazon, sh("render"), in: place.folder)
    #expect(drawn.status == 0, "\(drawn.error)")
    for name in [
      "night-watch.svg", "night-watch.png", "night-watch@64.png",
    ] {
      #expect(place.exists("output/harbour-club/badges/\(name)"))
    }
    #expect(place.exists("output/harbour-club/people/ada/first-contribution/card.jpg"))
    let shown = try place.blazon("show", "sentence", "--badge", "night-watch").text
    let alt = try #require(shown.split(separator: "\n").first)
    let page = try String(
      contentsOf: project.appending(path: "docs/first-badge.md"), encoding: .utf8)
    #expect(page.ranges(of: alt).count == 2)
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
