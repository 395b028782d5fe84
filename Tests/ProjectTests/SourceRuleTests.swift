import BlazonArt
import Foundation
import TestSupport
import Testing

/// The rules of the house that can be read off the text of its sources.
@Suite struct SourceRuleTests {
  private static let root = project.appending(path: "Sources")

  /// The Swift files of `Sources`, by path.
  private static let files: [String: String] = {
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: root.path)) ?? []
    return Dictionary(
      uniqueKeysWithValues: paths.filter { $0.hasSuffix(".swift") }.map { path in
        (path, (try? String(contentsOf: root.appending(path: path), encoding: .utf8)) ?? "")
      })
  }()

  /// Every place outside `Libraries` (or anywhere) where `pattern` stands.
  private func places(
    of pattern: Regex<Substring>, inLibraries: Bool = false
  ) -> [String] {
    SourceRuleTests.files.sorted { $0.key < $1.key }
      .filter { inLibraries || !$0.key.hasPrefix("Libraries/") }
      .flatMap { path, text in
        text.components(separatedBy: "\n").enumerated()
          .filter { _, line in code(line).firstMatch(of: pattern) != nil }
          .map { index, line in "\(path):\(index + 1): \(line)" }
      }
  }

  /// `line` without its comment.
  private func code(_ line: String) -> Substring {
    line.firstRange(of: "//").map { line[..<$0.lowerBound] } ?? line[...]
  }

  @Test func `there are sources to look at`() {
    #expect(SourceRuleTests.files.count > 100)
    #expect(SourceRuleTests.files.values.allSatisfy { !$0.isEmpty })
    #expect(!places(of: /import Cairo\b/).isEmpty)
    #expect(!places(of: /import CCairo\b/, inLibraries: true).isEmpty)
  }

  @Test func `nothing imports Foundation`() {
    #expect(places(of: /\bimport Foundation\b/, inLibraries: true) == [])
  }

  @Test func `nothing uses regular expressions`() {
    #expect(places(of: /\bRegex\b|\bwholeMatch\(|\bfirstMatch\(of:/, inLibraries: true) == [])
  }

  @Test func `nothing formats by C's rules`() {
    #expect(places(of: /String\(format:/, inLibraries: true) == [])
  }

  @Test func `C modules are imported by libraries alone`() {
    #expect(places(of: /\bimport C[A-Z]/) == [])
  }

  @Test func `nothing is unchecked outside the libraries`() {
    #expect(places(of: /@unchecked|nonisolated\(unsafe\)/) == [])
  }

  @Test func `a file has at most 350 lines`() {
    for (path, text) in SourceRuleTests.files {
      let count = text.count { $0 == "\n" }
      #expect(count <= 350, "\(path): \(count) lines")
    }
  }

  @Test func `every C library has a room of its own in Libraries`() throws {
    let names = SourceRuleTests.files.keys.compactMap { path in
      path.hasPrefix("Libraries/") ? path.split(separator: "/")[1] : nil
    }
    #expect(Set(names).count >= 6)
  }

  @Test func `the catalogue lists the emblem of every file, and every emblem has its file`() throws
  {
    let names = SourceRuleTests.files.keys.filter { $0.hasPrefix("BlazonArt/Emblems/") }
      .map { kebab(String($0.dropFirst(18).dropLast(6))) }
    #expect(names.count >= 40)
    #expect(names.sorted() == Emblem.all.map(\.name).sorted())
  }

  /// `GitMerge` as `git-merge`.
  private func kebab(_ name: String) -> String {
    name.reduce("") { text, character in
      text + (character.isUppercase && !text.isEmpty ? "-" : "") + character.lowercased()
    }
  }

  @Test func `each emblem can be found by subject and tags`() {
    #expect(Set(Emblem.all.map(\.name)).count == Emblem.all.count)
    for emblem in Emblem.all {
      #expect(emblem.name.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil, "\(emblem.name)")
      #expect(!emblem.subject.isEmpty && !emblem.subject.hasSuffix("."), "\(emblem.name)")
      #expect(!emblem.tags.isEmpty, "\(emblem.name)")
    }
  }
}
