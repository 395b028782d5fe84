import BlazonCheck
import BlazonForm
import BlazonIntake
import BlazonPress
import BlazonSource
@testable import BlazonSpec
import Foundation
import TestSupport
import Testing

/// Whatever an author may write gives a badge that passes the rules, or is refused by `fit`.
@Suite struct RandomBadgeTests {
  @Test func `the generator says every word of the language`() {
    var generator = SpecGenerator(seed: 1)
    _ = generator.programme(1000)
    for key in Words.Keys.all {
      #expect(generator.counts[key.name, default: 0] >= 10, "\(key.name)")
    }
  }

  /// `BLAZON_GALLERY=1000` draws so many; `BLAZON_SEED` those of another seed.
  @Test func `random badges pass the rules, or are refused by fit`() throws {
    let environment = ProcessInfo.processInfo.environment
    let count = environment["BLAZON_GALLERY"].flatMap { Int($0) } ?? 200
    let seed = environment["BLAZON_SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 1...999_999)
    print("random badges: BLAZON_SEED=\(seed), \(count) badges")
    var generator = SpecGenerator(seed: seed)
    let files = generator.programme(count)
    var report = Report()
    let programmes = try SpecFolder.load(["gallery"], from: SpecSource(files), report: &report)
    try #require(!report.hasErrors, "\(report.diagnostics.filter { $0.severity == .error })")
    let studio = try Studio(programmes, report: &report)
    var selection = Selection()
    selection.surfaces = ["badge"]
    var found = Report()
    _ = Press(studio, workers: ProcessInfo.processInfo.activeProcessorCount)
      .check(Plan(programmes, selection), report: &found)
    let errors = found.diagnostics.filter { $0.severity == .error }
    let refused = errors.filter { $0.rule == Rule.fit.id }
    for error in errors where error.rule != Rule.fit.id {
      Issue.record("\(error.rule ?? ""): \(error.message) \(error.measure?.value ?? 0) \(error.notes)")
    }
    let share = Double(refused.count) / Double(count)
    print("random badges: \(refused.count) refused, \(errors.count - refused.count) faults")
    #expect(share <= 0.02, "\(refused.count) of \(count) are refused: \(refused.map(\.message))")
  }
}
