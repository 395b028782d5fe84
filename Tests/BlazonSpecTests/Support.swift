import BlazonForm
import BlazonSource
import Foundation
import TestSupport

@testable import BlazonSpec

/// A programme read from texts, with all that was found.
struct Read {
  var programme: Programme?
  var report = Report()

  /// `files` by name; without a `programme.yaml` among them, that of the fixtures is used.
  init(_ files: [String: String], base: [String: String]? = nil) {
    self.init(
      files.mapValues { Array($0.utf8) }, base: base?.mapValues { Array($0.utf8) }, folder: "x")
  }

  init(_ files: [String: [UInt8]], base: [String: [UInt8]]?, folder: String) {
    guard let document = Read.document(files, folder, &report) else { return }
    var quiet = Report()
    let base = base.flatMap { Read.document($0, "\(folder)/base", &quiet) }
    programme = Programme(document, base: base, report: &report)
  }

  private static func document(
    _ files: [String: [UInt8]], _ folder: String, _ report: inout Report
  ) -> ProgrammeDocument? {
    var files = files
    if files["programme.yaml"] == nil { files["programme.yaml"] = Array(standardProgramme.utf8) }
    let sources = files.sorted { $0.key < $1.key }.map {
      SourceText(name: "\(folder)/\($0.key)", bytes: $0.value)
    }
    return ProgrammeDocument(ProgrammeSources(folder: folder, files: sources), report: &report)
  }

  /// Every finding as `file:line:column: severity: message`, in the order of printing.
  var findings: [String] {
    report.sorted.map { finding in
      let place = finding.place.map { "\($0.label): " } ?? ""
      return "\(place)\(finding.severity.rawValue): \(finding.message)"
    }
  }

  func badge(_ id: String) -> Badge? { programme?.badges.first { $0.id.value == id } }
}

let fixtures = project.appending(path: "Tests/BlazonSpecTests/Fixtures")

let standardProgramme: String = {
  let file = fixtures.appending(path: "programme.yaml")
  return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
}()

/// A tree read from `text`, which must be well.
func tree(_ text: String) -> Tree {
  var report = Report()
  guard let tree = Tree(SourceText(name: "t.yaml", bytes: Array(text.utf8)), report: &report) else {
    preconditionFailure("\(report.diagnostics)")
  }
  return tree
}
