import BlazonPress
import BlazonShelf
import BlazonSource
import Foundation
import TestSupport
import Testing

/// A second run draws what has changed, and comes to what a first one would.
@Suite struct SurveyTests {
  private static let programme = """
    blazon: 1
    programme: acme
    name: Acme
    color: "#2563EB"
    publish: https://badges.example.org
    awards: awards/*.csv
    families: {plain: {preset: seal}}
    badges:
      one: {family: plain, title: One, alt: One., criteria: Done.}
      two: {family: plain, title: Two, alt: Two., criteria: Done., certificate: {signatures: [{name: Ada}]}}

    """
  private static let ledger = """
    name,handle,badge,issued,id,state
    Ann,ann,one,2026-03-09,,
    Ben,ben,two,2026-03-10,7YHB-16Q4-DGRG,
    Cem,cem,one,2026-03-11,,

    """

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func acme(_ programme: String = programme, _ ledger: String = ledger) throws -> Acme {
    try Acme([
      "acme/programme.yaml": Array(programme.utf8), "acme/awards/a.csv": Array(ledger.utf8),
    ])
  }

  private struct Run {
    var summary: Press.Summary
    /// Each thing that was drawn, and why.
    var told: [String: String] = [:]
  }

  /// A run into `name`, which is a folder of its own.
  ///
  /// PDF is left out, which takes longest, unless `isComplete`.
  private func render(
    _ acme: Acme, into name: String = "output", verifying: Bool = false, pruning: Bool = false,
    isComplete: Bool = false, _ change: (inout Selection) -> Void = { _ in }
  ) throws -> Run {
    let press = Press(acme.studio, workers: 2)
    var report = Report()
    var selection = Selection()
    if !isComplete { selection.formats.remove(.pdf) }
    change(&selection)
    let shelf = try Shelf("\(folder.path)/\(name)", verifying: verifying)
    let survey = try press.survey(Plan(acme.programmes, selection), on: shelf, pruning: pruning)
    let checked = try #require(press.check(survey, report: &report), "\(report.diagnostics)")
    let told = Told()
    let summary = try press.render(
      checked, onto: shelf, report: &report, explain: { told.add($0, $1) })
    return Run(summary: summary, told: told.all)
  }

  private final class Told: @unchecked Sendable {
    private let lock = NSLock()
    private(set) var all: [String: String] = [:]
    func add(_ what: String, _ why: String) { lock.withLock { all[what] = why } }
  }

  private func files(_ name: String = "output") throws -> [String: Data] {
    try folder.files(name)
  }

  @Test func `nothing is drawn twice, and no file is touched`() throws {
    let first = try render(acme())
    #expect(first.summary.drawn == first.summary.files && first.summary.files > 20)
    #expect(Set(first.told.values) == ["new"])
    let (before, stamps) = (try files(), try folder.stamps("output"))
    let second = try render(acme())
    #expect(second.summary.drawn == 0 && second.told.isEmpty)
    #expect(second.summary.files == first.summary.files)
    #expect(second.summary.bytes == first.summary.bytes)
    #expect(try files() == before && folder.stamps("output") == stamps)
  }

  @Test(arguments: [
    (
      "an award", "name,", "name,", "Cem,cem", "Cemal,cem",
      ["acme/people/cem/", "acme/badges/one/", "acme/people/index", "acme/index", "acme/icon"],
      "the award"
    ),
    (
      "a badge", "title: Two", "title: Deux", "", "",
      ["acme/people/ben/", "acme/badges/", "acme/contact-sheet", "acme/in", "acme/ic", "verify/7"],
      "the badge"
    ),
    (
      "a state", "name,", "name,", "2026-03-09,,", "2026-03-09,,revoked",
      ["acme/people/ann/", "acme/badges/one/", "acme/people/index", "acme/index", "acme/icon"],
      "the award"
    ),
    ("the look", "#2563EB", "#16A34A", "", "", ["acme/", "index", "verify/"], "the look"),
  ])
  func `what has changed is drawn, with all that shows it, and the reason is told`(
    _ what: String, _ old: String, _ new: String, _ oldRow: String, _ newRow: String,
    _ places: [String], _ reason: String
  ) throws {
    _ = try render(acme())
    let programme = Self.programme.replacing(old, with: new)
    let ledger = Self.ledger.replacing(
      oldRow.isEmpty ? "name" : oldRow, with: oldRow.isEmpty ? "name" : newRow)
    let run = try render(acme(programme, ledger))
    #expect(!run.told.isEmpty)
    for (path, why) in run.told {
      #expect(places.contains { path.hasPrefix($0) }, "\(path): \(why)")
      #expect(why.hasPrefix("changed:") && why.contains(reason) || why == "new", "\(path): \(why)")
    }
    _ = try render(acme(programme, ledger), into: "fresh")
    let (ours, fresh) = (try files(), try files("fresh"))
    for (path, bytes) in fresh where !path.contains("manifest") {
      #expect(ours[path] == bytes, "\(path)")
    }
  }

  @Test func `one who is gone leaves files that are told of, and pruned when that is asked for`()
    throws
  {
    _ = try render(acme(), isComplete: true)
    let ledger = Self.ledger.replacing("Cem,cem,one,2026-03-11,,\n", with: "")
    let smaller = try acme(Self.programme, ledger)
    let run = try render(smaller, isComplete: true)
    // Lists of people are written anew; their page and the award's go, and pictures stay.
    #expect(run.summary.drawn > 0 && run.summary.drawn < 4, "\(run.told)")
    #expect(run.summary.removed == 3 && run.summary.orphans.count == 3)
    #expect(run.summary.orphans.allSatisfy { $0.hasPrefix("acme/people/cem/") })
    #expect(try render(smaller, isComplete: true).summary.orphans == run.summary.orphans)
    let pruned = try render(smaller, pruning: true, isComplete: true)
    #expect(pruned.summary.removed == run.summary.orphans.count)
    _ = try render(smaller, into: "fresh", isComplete: true)
    #expect(try files() == files("fresh"))
  }

  @Test func `what an earlier release drew of everybody is drawn further, until it is pruned`()
    throws
  {
    // It had no parts, wide badges, and a badge in every award's folder.
    func entry(_ path: String, _ more: String) -> String {
      "{\"path\": \"\(path)\", \"sha256\": \"\", \"bytes\": 1, \"alt\": \"\", \"source\": \"x\", \(more)}"
    }
    let ann = "acme/people/ann/one/badge.svg"
    let wide = "acme/badges/one@1024.png"
    let entries = [
      entry(ann, "\"badge\": \"one\", \"recipient\": \"ann\""),
      entry(wide, "\"badge\": \"one\", \"width\": 1024"),
    ]
    try folder.write(
      "{\"blazon\": 2, \"files\": [\(entries.joined(separator: ", "))]}", "output/manifest.json")
    try folder.write("x", "output/\(ann)")
    try folder.write("x", "output/\(wide)")
    let run = try render(acme(), isComplete: true)
    #expect(run.summary.orphans.isEmpty)
    let all = try files()
    #expect(all[ann] == all["acme/badges/one.svg"])
    #expect(all["acme/people/cem/one/badge.svg"] == nil)
    #expect((all[wide]?.count ?? 0) > 1000 && all["acme/badges/two@1024.png"] == nil)
    #expect(try render(acme(), isComplete: true).summary.drawn == 0)
    let pruned = try render(acme(), pruning: true, isComplete: true)
    #expect(pruned.summary.removed == 3 && pruned.summary.drawn == 0, "\(pruned.summary)")
    _ = try render(acme(), into: "fresh", isComplete: true)
    #expect(try files() == files("fresh"))
  }

  @Test func `shares of a run merge to what one run makes`() throws {
    let acme = try acme()
    _ = try render(acme, into: "whole", isComplete: true)
    var shelves: [Shelf] = []
    for number in 1...3 {
      var report = Report()
      let press = Press(acme.studio)
      let shelf = try Shelf("\(folder.path)/\(number)")
      let share = Plan(acme.programmes).shard(number, of: 3)
      let checked = try #require(press.check(press.survey(share, on: shelf), report: &report))
      _ = try press.render(checked, onto: shelf, report: &report)
      shelves.append(try Shelf("\(folder.path)/\(number)"))
    }
    var report = Report()
    let merged = try Shelf("\(folder.path)/output").merge(shelves, report: &report)
    #expect(report.diagnostics.isEmpty && merged.drawn == merged.files)
    #expect(try files() == files("whole"))
    // Once more changes nothing, and a run afterwards finds nothing to do.
    #expect(try Shelf("\(folder.path)/output").merge(shelves, report: &report).drawn == 0)
    #expect(try render(acme, isComplete: true).summary.drawn == 0)
    #expect(try files() == files("whole"))
  }

  @Test func `folders that do not belong together are not merged`() throws {
    let (one, two) = (try acme(), try acme(Self.programme.replacing("#2563EB", with: "#16A34A")))
    _ = try render(one, into: "one") { $0.surfaces = ["readme"] }
    _ = try render(two, into: "two") { $0.surfaces = ["readme"] }
    var report = Report()
    func shelf(_ name: String) throws -> Shelf { try Shelf("\(folder.path)/\(name)") }
    let clash = #expect(throws: WorldError.self) {
      try shelf("output").merge([shelf("one"), shelf("two")], report: &report)
    }
    #expect(clash?.description.contains("not shares of one run") == true)
    #expect(throws: WorldError.self) { try shelf("output").merge([shelf("none")], report: &report) }
    // A list that leads out of its folder.
    try folder.write("mine", "outside.txt")
    try folder.write(
      """
      {"blazon": 3, "files": [{"path": "../outside.txt", "sha256": "", "bytes": 4, "alt": "", "source": ""}]}
      """, "evil/manifest.json")
    let evil = #expect(throws: WorldError.self) {
      try shelf("output").merge([shelf("evil")], report: &report)
    }
    #expect(evil?.description.contains("leads out of it") == true)
    // A folder of it that is a link.
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/evil/acme", withDestinationPath: folder.path)
    try folder.write(
      """
      {"blazon": 3, "files": [{"path": "acme/outside.txt", "sha256": "", "bytes": 4, "alt": "", "source": ""}]}
      """, "evil/manifest.json")
    let link = #expect(throws: WorldError.self) {
      try shelf("output").merge([shelf("evil")], report: &report)
    }
    #expect(link?.description.contains("leads out of it") == true)
  }

  @Test func `a file that is gone or damaged is drawn again`() throws {
    _ = try render(acme())
    let before = try files()
    let card = "output/acme/people/ann/one/card.jpg"
    try FileManager.default.removeItem(atPath: "\(folder.path)/\(card)")
    #expect(try render(acme()).told.values.map(\.self) == ["“\(card.dropFirst(7))” is gone"])
    #expect(try files() == before)
    var bytes = try #require(before[String(card.dropFirst(7))])
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: URL(filePath: "\(folder.path)/\(card)"))
    #expect(try render(acme()).summary.drawn == 0)
    #expect(try render(acme(), verifying: true).summary.drawn > 0)
    #expect(try files() == before)
  }

  @Test func `a damaged or missing list costs drawing, and comes to the same`() throws {
    _ = try render(acme())
    let before = try files()
    for path in try folder.names("output/acme/manifest") {
      try folder.write("[", "output/acme/manifest/\(path)")
    }
    let run = try render(acme())
    #expect(run.told.keys.allSatisfy { $0.hasPrefix("acme/people/") } && !run.told.isEmpty)
    #expect(try files() == before)
    try FileManager.default.removeItem(atPath: "\(folder.path)/output/manifest.json")
    _ = try render(acme())
    #expect(try files() == before)
  }

  @Test func `a run over a part leaves the rest as it is`() throws {
    _ = try render(acme())
    let before = try files()
    _ = try render(acme(Self.programme.replacing("#2563EB", with: "#16A34A"))) {
      $0.people = ["ann"]
    }
    let after = try files()
    #expect(Set(before.keys) == Set(after.keys))
    for (path, bytes) in before where !path.contains("manifest") {
      #expect(
        (after[path] == bytes) == !path.hasPrefix("acme/people/ann/") || path.hasSuffix(".md")
          || path.hasSuffix(".html"), "\(path)")
    }
    // The whole run afterwards finds what the part has drawn.
    let run = try render(acme(Self.programme.replacing("#2563EB", with: "#16A34A")))
    #expect(!run.told.keys.contains { $0.hasPrefix("acme/people/ann/") })
  }

  @Test func `any number of workers leaves the same lists`() throws {
    let acme = try acme()
    for workers in [1, 3] {
      var report = Report()
      let press = Press(acme.studio, workers: workers)
      let shelf = try Shelf("\(folder.path)/\(workers)")
      let survey = try press.survey(acme.plan { $0.formats = [.svg] }, on: shelf)
      let checked = try #require(press.check(survey, report: &report))
      _ = try press.render(checked, onto: shelf, report: &report)
    }
    #expect(try files("1") == files("3"))
  }
}

extension TemporaryFolder {
  /// Everything in a folder, by path.
  func files(_ folder: String) throws -> [String: Data] {
    try walk(folder) { try Data(contentsOf: URL(filePath: $0)) }
  }

  /// When everything in a folder was written, and its number in the file system.
  fileprivate func stamps(_ folder: String) throws -> [String: String] {
    try walk(folder) { path in
      let of = try FileManager.default.attributesOfItem(atPath: path)
      return "\(of[.modificationDate] ?? "") \(of[.systemFileNumber] ?? "")"
    }
  }

  private func walk<Value>(
    _ folder: String, _ value: (String) throws -> Value
  ) throws -> [String: Value] {
    let root = "\(path)/\(folder)"
    var all: [String: Value] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: root) {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: "\(root)/\(name)", isDirectory: &isFolder)
      if !isFolder.boolValue { all[name] = try value("\(root)/\(name)") }
    }
    return all
  }
}
