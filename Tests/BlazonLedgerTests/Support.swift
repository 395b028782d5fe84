import BlazonLedger
import BlazonSource
import Foundation
import TestSupport

/// A ledger read from texts and asked, with all that was found.
struct Asked {
  var ledger: Ledger
  var grants: [Grant]
  var report = Report()

  init(
    _ files: [(name: String, bytes: [UInt8])], preferring programme: String? = "acme",
    limits: Ledger.Limits = Ledger.Limits()
  ) {
    let sources = files.map { SourceText(name: $0.name, bytes: $0.bytes) }
    ledger = Ledger(sources, limits: limits, report: &report)
    grants = ledger.grants(in: standardDirectory, preferring: programme, report: &report)
  }

  init(csv text: String, limits: Ledger.Limits = Ledger.Limits()) {
    self.init([("a.csv", Array(text.utf8))], limits: limits)
  }

  init(yaml text: String, limits: Ledger.Limits = Ledger.Limits()) {
    self.init([("a.yaml", Array(text.utf8))], limits: limits)
  }

  /// Every finding as `file:line:column: severity: message`, in the order of printing.
  var findings: [String] {
    report.sorted.map { finding in
      let place = finding.place.map { "\($0.label): " } ?? ""
      return "\(place)\(finding.severity.rawValue): \(finding.message)"
    }
  }

  /// Each grant as `programme/handle/badge`.
  var paths: [String] {
    grants.map { "\($0.programme)/\($0.award.handle.value)/\($0.badge)" }
  }
}

/// What the fixtures' awards may name.
let standardDirectory = BadgeDirectory(
  [
    .init(programme: "acme", id: "review-rockstar", aliases: ["rockstar"]),
    .init(programme: "acme", id: "docs-author"),
    .init(
      programme: "acme", id: "certified-operator", aliases: ["cao", "operator"], validMonths: 24,
      needsID: true),
    .init(programme: "harbour", id: "docs-author"),
    .init(programme: "harbour", id: "night-watch", aliases: ["watch"], validMonths: 12),
    .init(programme: "harbour", id: "certified-keeper", aliases: ["cao"], needsID: true),
  ],
  states: ["active", "revoked", "expired"], tiers: ["bronze", "silver", "gold"])

let fixtures = project.appending(path: "Tests/BlazonLedgerTests/Fixtures")

/// Bytes that look random.
struct Dice: RandomNumberGenerator {
  private var random: SeededGenerator

  init(_ seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func next() -> UInt64 { random.next() }

  mutating func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in UInt8(truncatingIfNeeded: next()) }
  }
}
