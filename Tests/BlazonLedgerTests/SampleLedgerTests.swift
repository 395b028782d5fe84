import BlazonLedger
import BlazonSource
import BlazonSpec
import Foundation
import TestSupport
import Testing

/// The ledgers that ship: invented people of many scripts, who earned badges that exist.
@Suite struct SampleLedgerTests {
  private let numbered = "certified-meshery-contributor"

  /// The badges of a sample programme that can be earned.
  private func entries(_ name: String) throws -> [BadgeDirectory.Entry] {
    let folder = project.appending(path: "badge-specs/\(name)")
    func document(_ folder: URL) throws -> ProgrammeDocument? {
      let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        .filter { $0.hasSuffix(".yaml") }
        .map { file in
          let data = try Data(contentsOf: folder.appending(path: file))
          return SourceText(name: "badge-specs/\(name)/\(file)", bytes: Array(data))
        }
      var report = Report()
      return ProgrammeDocument(
        ProgrammeSources(folder: folder.path, files: files), report: &report)
    }
    var report = Report()
    let base = try document(project.appending(path: "badge-specs/meshery"))
    let own = try #require(try document(folder))
    let programme = try #require(
      Programme(own, base: name == "meshery" ? nil : base, report: &report))
    return programme.badges.filter { $0.words.state == .active }.map { badge in
      BadgeDirectory.Entry(
        programme: programme.id, id: badge.id.value, aliases: badge.words.aliases.map(\.value),
        validMonths: badge.words.valid, needsID: badge.id.value == numbered)
    }
  }

  private func source(_ path: String) throws -> SourceText {
    let data = try Data(contentsOf: project.appending(path: path))
    return SourceText(name: path, bytes: Array(data))
  }

  private func grants(_ path: String, _ programme: String) throws -> [Grant] {
    let directory = BadgeDirectory(try entries(programme))
    var report = Report()
    let ledger = Ledger([try source(path)], report: &report)
    let grants = ledger.grants(in: directory, preferring: programme, report: &report)
    #expect(
      report.diagnostics.isEmpty, "\(report.diagnostics.map { MessageFormat.text.print($0) })")
    return grants
  }

  @Test func `the sample ledger is well, and shows what a ledger can hold`() throws {
    let path = "badge-specs/meshery/awards/2026.csv"
    let grants = try grants(path, "meshery")
    let awards = grants.map(\.award)
    #expect(Set(awards.map(\.handle.value)).count >= 28)
    let certified = grants.filter { $0.badge == numbered }
    #expect(certified.count == 10)
    #expect(certified.allSatisfy { AwardID.isSound($0.award.id?.value ?? "") })
    #expect(certified.allSatisfy { $0.expires == $0.award.issued.value.adding(months: 24) })
    #expect(grants.contains { $0.badge != $0.award.badge.value })
    for isGiven in [
      awards.map { $0.legalName != nil }, awards.map { $0.evidence != nil },
      awards.map { $0.statement != nil }, awards.map { !$0.links.isEmpty },
      awards.map { $0.expires != nil },
    ] {
      #expect(isGiven.contains(true) && isGiven.contains(false))
    }
    let names = awards.map { Array($0.name.value.unicodeScalars) }
    #expect(names.contains { $0.count == 1 })
    #expect(names.contains { $0.count == 80 })
    for script: ClosedRange<UInt32> in [
      0x370...0x3FF, 0x400...0x4FF, 0x590...0x5FF, 0x600...0x6FF, 0x900...0x97F, 0xE00...0xE7F,
      0x1EA0...0x1EF9, 0x3040...0x309F, 0x4E00...0x9FFF, 0xAC00...0xD7A3,
    ] {
      #expect(names.contains { $0.contains { script.contains($0.value) } })
    }
    for letter in "<>&\"'’" {
      #expect(awards.contains { $0.name.value.contains(letter) }, "\(letter)")
    }
    let languages = Set(awards.compactMap { $0.language?.value })
    #expect(languages.isSuperset(of: ["zh-Hans", "ja", "ko"]))
  }

  @Test func `of the renewed certification the newer award counts`() throws {
    let grants = try grants("badge-specs/meshery/awards/2026.csv", "meshery")
    let renewed = grants.filter { $0.award.handle.value == "wsturmfeder" && $0.badge == numbered }
    #expect(renewed.map(\.award.issued.value.isoText) == ["2026-02-27"])
  }

  @Test func `the partner's ledger is well`() throws {
    let grants = try grants("badge-specs/exoscale/awards/2026.yaml", "exoscale")
    #expect(grants.map(\.badge) == ["exoscale-csa-200", "exoscale-csp-100"])
  }

  @Test func `the page about ledgers shows one ledger in two forms`() throws {
    let page = try String(contentsOf: project.appending(path: "docs/ledger.md"), encoding: .utf8)
    func block(_ language: String) throws -> [UInt8] {
      let after = try #require(page.components(separatedBy: "```\(language)\n").dropFirst().first)
      return Array(try #require(after.components(separatedBy: "```").first).utf8)
    }
    let csv = Asked([("a.csv", try block("csv"))])
    let yaml = Asked([("a.yaml", try block("yaml"))])
    #expect(csv.findings + yaml.findings == [])
    func shown(_ asked: Asked) -> [[String?]] {
      asked.grants.map { grant in
        let award = grant.award
        return [
          grant.badge, grant.expires?.isoText, award.name.value, award.handle.value,
          award.issued.value.isoText, award.evidence?.value, award.statement?.value,
          award.id?.value,
        ]
      }
    }
    #expect(shown(csv) == shown(yaml))
    #expect(csv.grants.count == 2)
  }

  @Test func `the page about ledgers names every key`() throws {
    let page = try String(contentsOf: project.appending(path: "docs/ledger.md"), encoding: .utf8)
    for key in AwardKey.allCases {
      let need = AwardKey.required.contains(key) ? "required" : ""
      #expect(page.contains("| `\(key.rawValue)` | \(need)"), "\(key.rawValue)")
    }
  }
}
