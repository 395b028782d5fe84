import BlazonCheck
import BlazonForm
import BlazonSource
import Foundation
import TestSupport
import Testing

@testable import BlazonSpec

/// Whatever an author may write gives a badge that passes the rules, or is refused by `fit`.
@Suite struct RandomBadgeTests {
  @Test func `the generator says every word of the language`() {
    var generator = SpecGenerator(seed: 1)
    _ = generator.programme(1000)
    for key in Words.Keys.all {
      #expect(generator.counts[key.name, default: 0] >= 10, "\(key.name)")
    }
  }

  /// `BLAZON_GALLERY=1000` reads so many; `BLAZON_GALLERY_SEED` those of another seed; `BLAZON_GALLERY_SPECS=DIR`
  /// keeps their specs: `make gallery` draws them.
  @Test func `random badges pass the rules, or are refused by fit`() throws {
    let environment = ProcessInfo.processInfo.environment
    let count = environment["BLAZON_GALLERY"].flatMap { Int($0) } ?? 200
    let seed =
      environment["BLAZON_GALLERY_SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 1...999_999)
    print("random badges: BLAZON_GALLERY_SEED=\(seed), \(count) badges")
    var generator = SpecGenerator(seed: seed)
    let files = generator.programme(count)
    let errors = try findings(in: files, of: "gallery").filter { $0.severity == .error }
    let refused = errors.filter { $0.rule == Rule.fit.id }
    let faults = errors.filter { $0.rule != Rule.fit.id }
    if let folder = environment["BLAZON_GALLERY_SPECS"] {
      try keep(files, without: refused, in: folder)
    }
    for fault in faults {
      print("\(fault.rule ?? ""): \(fault.message) \(fault.measure?.value ?? 0) \(fault.notes)")
    }
    for refusal in refused { print("fit: \(refusal.message) \(refusal.notes)") }
    // None would be better; what is left is a tenth below its limit, one or two in a thousand.
    #expect(faults.count <= max(2, count / 500), "\(faults.count) of \(count) break a rule")
    let share = Double(refused.count) / Double(count)
    print("random badges: \(refused.count) refused, \(faults.count) faults")
    #expect(share <= 0.02, "\(refused.count) of \(count) are refused: \(refused.map(\.message))")
  }

  /// Writes the specs as they can be drawn: badges that break a rule are to be seen, those that are refused,
  /// or extend one, cannot be.
  private func keep(
    _ files: [String: [UInt8]], without refused: [Diagnostic], in folder: String
  ) throws {
    let bad = Set(refused.compactMap { $0.place?.start.line })
    for (path, bytes) in files {
      var lines = String(decoding: bytes, as: UTF8.self).split(
        separator: "\n", omittingEmptySubsequences: false)
      var dropped: Set<Substring> = []
      lines = lines.enumerated().compactMap { index, line in
        let extended = line.firstMatch(of: /extends: (b[0-9]+)/)?.1
        guard bad.contains(index + 1) || extended.map({ dropped.contains($0) }) ?? false else {
          return line
        }
        if let name = line.firstMatch(of: /^ +(b[0-9]+):/)?.1 { dropped.insert(name) }
        return nil
      }
      let text = lines.joined(separator: "\n").replacing(
        "check: {", with: "check: {contrast: warning, overlap: warning, legible: warning, ")
      let url = URL(fileURLWithPath: folder).appending(path: path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
  }
}
