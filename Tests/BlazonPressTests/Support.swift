import BlazonIntake
import BlazonPress
import BlazonShelf
import BlazonSource
import Foundation
import TestSupport
import Testing

/// What `check` finds in the badges of the programme `name` in `files`.
func findings(in files: [String: [UInt8]], of name: String) throws -> [Diagnostic] {
  var report = Report()
  let programmes = try SpecFolder.load([name], from: SpecSource(files), report: &report)
  try #require(!report.hasErrors, "\(report.diagnostics)")
  let studio = try Studio(programmes, report: &report)
  var selection = Selection()
  selection.surfaces = ["badge"]
  var found = Report()
  _ = Press(studio, workers: ProcessInfo.processInfo.activeProcessorCount)
    .check(Plan(programmes, selection), report: &found)
  return found.diagnostics
}

/// A small programme with two badges, two people and a page of each kind of its own.
struct Acme {
  let programmes: [LoadedProgramme]
  let studio: Studio

  init(_ name: String = "acme") throws {
    var report = Report()
    let folder = project.appending(path: "Tests/BlazonPressTests/Fixtures/\(name)").path
    programmes = try SpecFolder.load([folder], report: &report)
    studio = try Studio(programmes, report: &report)
    try #require(report.diagnostics.isEmpty, "\(report.diagnostics.map(\.message))")
  }

  /// The programme `acme` in memory.
  init(_ files: [String: [UInt8]]) throws {
    var report = Report()
    programmes = try SpecFolder.load(["acme"], from: SpecSource(files), report: &report)
    studio = try Studio(programmes, report: &report)
    try #require(report.diagnostics.isEmpty, "\(report.diagnostics.map(\.message))")
  }

  /// Everything, or one surface.
  func plan(_ surface: String? = nil, _ change: (inout Selection) -> Void = { _ in }) -> Plan {
    var selection = Selection()
    selection.sizes = [64]
    if let surface { selection.surfaces = [surface] }
    change(&selection)
    return Plan(programmes, selection)
  }

  /// The paths of the files that `plan` makes.
  func paths(_ plan: Plan) throws -> [String] {
    try Press(studio).artifacts(of: plan).map(\.address.path)
  }
}
