import BlazonForm
import BlazonSource
import BlazonSpec
import Foundation
import TestSupport
import Testing

/// What a fixture says will be found in it.
///
/// `# error: LINE[:COLUMN] MESSAGE`, or `# note:`; below it `# help:` and `# with:` (a note of the
/// finding). Of message and help the beginning is enough.
private struct Expectation: CustomStringConvertible {
  var file: String
  var severity: String
  var line: Int
  var column: Int?
  var message: String
  var help: String?
  var notes: [String] = []

  var description: String {
    let place = column.map { "\(line):\($0)" } ?? "\(line)"
    return "\(file):\(place): \(severity): \(message)\(help.map { " help: \($0)" } ?? "") \(notes)"
  }

  /// The expectations in the comments of `text`.
  static func all(in text: String, file: String) -> [Expectation] {
    var list: [Expectation] = []
    for line in text.split(whereSeparator: \.isNewline) {
      if let rest = line.after("# help: ") {
        list[list.count - 1].help = rest
      } else if let rest = line.after("# with: ") {
        list[list.count - 1].notes.append(rest)
      } else if let severity = ["error", "note"].first(where: { line.hasPrefix("# \($0): ") }) {
        let parts = line.dropFirst(severity.count + 4).split(separator: " ", maxSplits: 1)
        let numbers = parts[0].split(separator: ":").compactMap { Int($0) }
        list.append(
          Expectation(
            file: file, severity: severity, line: numbers[0], column: numbers.dropFirst().first,
            message: String(parts[1])))
      }
    }
    return list
  }

  func matches(_ finding: Diagnostic) -> Bool {
    guard let place = finding.place else { return false }
    return place.source.name == file && finding.severity.rawValue == severity
      && place.start.line == line && (column == nil || place.start.column == column)
      && finding.message.hasPrefix(message)
      && (help.map { finding.help?.hasPrefix($0) ?? false } ?? true)
      && Set(notes).isSubset(of: finding.notes)
  }
}

extension Substring {
  fileprivate func after(_ prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }
}

/// A fixture: a file of badges beside the standard `programme.yaml`, or a folder of its own.
private struct Fixture {
  var files: [String: [UInt8]] = [:]
  var base: [String: [UInt8]]?

  init(_ name: String) throws {
    let url = fixtures.appending(path: name)
    guard name.hasSuffix("/") else {
      files["badges.yaml"] = Array(try Data(contentsOf: url))
      return
    }
    files = try Fixture.files(in: url)
    let inner = url.appending(path: "base")
    if FileManager.default.fileExists(atPath: inner.path) { base = try Fixture.files(in: inner) }
  }

  private static func files(in folder: URL) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where name.hasSuffix(".yaml") {
      files[name] = Array(try Data(contentsOf: folder.appending(path: name)))
    }
    return files
  }

  /// The names of all fixtures; folders end in a slash.
  static let all: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: fixtures.path)) ?? []
    return names.filter { $0 != "programme.yaml" && !$0.hasPrefix(".") && !$0.hasSuffix(".json") }
      .sorted()
      .map { $0.hasSuffix(".yaml") ? $0 : "\($0)/" }
  }()
}

@Suite struct FixtureTests {
  @Test(arguments: Fixture.all)
  func `a fixture finds exactly what it states`(_ name: String) throws {
    let fixture = try Fixture(name)
    let read = Read(fixture.files, base: fixture.base, folder: "x")
    var found = read.report.sorted
    for (file, bytes) in fixture.files {
      let text = String(decoding: bytes, as: UTF8.self)
      for expected in Expectation.all(in: text, file: "x/\(file)") {
        if let index = found.firstIndex(where: { expected.matches($0) }) {
          found.remove(at: index)
        } else {
          Issue.record("not found: \(expected)")
        }
      }
    }
    let left = found.map { "\(MessageFormat.text.print($0))" }.joined()
    #expect(found.isEmpty, "found, but not stated:\n\(left)")
  }

  @Test func `there are fixtures, and each states a finding or that all is well`() throws {
    #expect(Fixture.all.count >= 40)
    let well = try Fixture.all.filter { name in
      try Fixture(name).files.values.allSatisfy {
        Expectation.all(in: String(decoding: $0, as: UTF8.self), file: "").isEmpty
      }
    }
    #expect(
      well == [
        "anchors.yaml", "bom-and-crlf.yaml", "every-element.yaml", "every-slot.yaml",
        "every-word/",
        "text-stays-text.yaml", "well.yaml",
      ])
  }

  @Test func `a file without a byte is empty`() {
    let read = Read(["badges.yaml": ""])
    #expect(read.findings == ["x/badges.yaml:1:1: error: the file is empty"])
  }

  @Test func `what looks like a number or a truth stays the text that was written`() throws {
    let url = fixtures.appending(path: "text-stays-text.yaml")
    let read = Read(["badges.yaml": try String(contentsOf: url, encoding: .utf8)])
    let one = try #require(read.badge("one")?.words)
    let two = try #require(read.badge("two")?.words)
    #expect(one.title?.value.text(in: "en") == "yes")
    #expect(one.marker?.value == "007")
    #expect(one.band?.value.text(in: "en") == "2025")
    #expect(one.short?.value.text(in: "en") == "1.50")
    #expect(two.title?.value.text(in: "en") == "0x1F")
    #expect(two.marker?.value == "1e3")
    #expect(two.band?.value.text(in: "en") == "off")
    #expect(two.short?.value.text(in: "en") == "null")
    #expect(two.criteria?.text(in: "en") == "true")
  }

  @Test func `a badge that is wrong does not take the others with it`() {
    let read = Read([
      "badges.yaml": """
      blazon: 1
      badges:
        bad: {family: plain, title: Bad, stars: many}
        good: {family: plain, title: Good}
      """
    ])
    #expect(read.programme?.badges.map(\.id.value) == ["good"])
    #expect(read.report.errorCount == 1)
  }
}
