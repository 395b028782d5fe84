import BlazonLedger
import BlazonSource
import Foundation
import TestSupport
import Testing

/// What a fixture says will be found in it: `# error: LINE:COLUMN MESSAGE`, or `# warning:`, and below it
/// `# help:`. Of both the beginning is enough.
///
/// These lines stand at the end, and the ledger is what stands before them.
private struct Expectation: CustomStringConvertible {
  var severity: String
  var place: String
  var message: String
  var help: String?

  var description: String {
    "\(place): \(severity): \(message)\(help.map { " help: \($0)" } ?? "")"
  }

  /// The bytes before the expectations, and these.
  static func split(_ bytes: [UInt8]) -> (ledger: [UInt8], list: [Expectation]) {
    let marks = ["# error: ", "# warning: ", "# well"].map { Array($0.utf8) }
    var end = bytes.count
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "#") {
      let isLineStart = index == 0 || bytes[index - 1] == UInt8(ascii: "\n")
      if isLineStart, marks.contains(where: { bytes[index...].starts(with: $0) }) {
        end = index
        break
      }
    }
    var list: [Expectation] = []
    for line in String(decoding: bytes[end...], as: UTF8.self).split(separator: "\n") {
      if let help = line.after("# help: ") {
        list[list.count - 1].help = help
      } else if let severity = ["error", "warning"].first(where: { line.hasPrefix("# \($0): ") }) {
        let parts = line.dropFirst(severity.count + 4).split(separator: " ", maxSplits: 1)
        list.append(
          Expectation(severity: severity, place: String(parts[0]), message: String(parts[1])))
      }
    }
    return (Array(bytes[..<end]), list)
  }

  func matches(_ finding: Diagnostic) -> Bool {
    guard let start = finding.place?.start else { return false }
    return finding.severity.rawValue == severity && "\(start.line):\(start.column)" == place
      && finding.message.hasPrefix(message)
      && (help.map { finding.help?.hasPrefix($0) ?? false } ?? true)
  }
}

extension Substring {
  fileprivate func after(_ prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }
}

@Suite struct FixtureTests {
  static let all: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: fixtures.path)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted()
  }()

  @Test(arguments: all)
  func `a fixture finds exactly what it states`(_ name: String) throws {
    let bytes = Array(try Data(contentsOf: fixtures.appending(path: name)))
    let (ledger, expected) = Expectation.split(bytes)
    #expect(ledger.count < bytes.count, "the fixture states nothing")
    let asked = Asked([("x/\(name)", ledger)])
    var found = asked.report.sorted
    for expectation in expected {
      if let index = found.firstIndex(where: { expectation.matches($0) }) {
        found.remove(at: index)
      } else {
        Issue.record("not found: \(expectation)")
      }
    }
    let left = found.map { "\(MessageFormat.text.print($0))" }.joined()
    #expect(found.isEmpty, "found, but not stated:\n\(left)")
  }

  @Test func `there are fixtures in both forms`() {
    #expect(FixtureTests.all.count { $0.hasSuffix(".csv") } >= 20)
    #expect(FixtureTests.all.count { $0.hasSuffix(".yaml") } >= 10)
  }
}
