import BlazonDesign
import BlazonIntake
import BlazonLayout
import BlazonLedger
import BlazonScene
import BlazonShelf
import BlazonSource
import BlazonSpec
import Foundation
import TestSupport

@testable import BlazonPress

/// The community of `badge-specs` and its partner, drawn once by the tool for all tests.
enum RealProgramme {
  static let specs = ["meshery", "exoscale"].map {
    project.appending(path: "badge-specs/\($0)").path
  }

  /// What the tool answered, and where it wrote: beside the tests, anew in every run.
  static let run: (answer: Answer?, output: URL) = {
    let folder = URL(filePath: blazon).deletingLastPathComponent().appending(path: "real-programme")
    try? FileManager.default.removeItem(at: folder)
    let arguments = ["render"] + specs + ["--size", "512", "-o", folder.path]
    return (try? TestSupport.run(blazon, arguments), folder)
  }()

  struct Entry: Decodable, Sendable {
    var path: String
    var badge: String?
    var recipient: String?
    var width: Int?
    var height: Int?
    var alt: String
    var bytes: Int
  }

  /// The files of badges as the manifest lists them.
  static let entries = files.filter { $0.badge != nil && $0.recipient == nil }

  /// The files of people.
  static let awardEntries = files.filter { $0.recipient != nil }

  /// All files of the manifest.
  private static let files: [Entry] = {
    struct Manifest: Decodable {
      var files: [Entry]
      var parts: [Part]?
      struct Part: Decodable { var path: String }
    }
    func read(_ path: String) -> Manifest? {
      (try? Data(contentsOf: run.output.appending(path: path)))
        .flatMap { try? JSONDecoder().decode(Manifest.self, from: $0) }
    }
    guard let root = read("manifest.json") else { return [] }
    return root.files + (root.parts ?? []).flatMap { read($0.path)?.files ?? [] }
  }()

  /// The badges as `meshery/badges/first-view`; aliases are left out.
  static let badges: [String] =
    entries.filter { entry in
      entry.path.hasSuffix("/badges/\(entry.badge ?? "").svg")
    }.map { String($0.path.dropLast(4)) }.sorted()

  static func file(_ path: String) throws -> Data {
    try Data(contentsOf: run.output.appending(path: path))
  }

  /// The programmes as the library reads them.
  static let programmes: [Programme] = loaded.map(\.programme)

  static let loaded: [LoadedProgramme] = {
    var report = Report()
    let loaded = try? SpecFolder.load(specs, report: &report)
    return report.hasErrors ? [] : loaded ?? []
  }()

  // MARK: People

  /// The folders of all awards, as `meshery/people/q/first-application`.
  static let awards: [String] = designs.keys.sorted()

  /// Those of awards with a certificate.
  static let certificates: [String] = designs.filter { $0.value.hasCertificate }.keys.sorted()

  static func award(_ folder: String) throws -> AwardDesign {
    guard let award = designs[folder] else { throw WorldError("no award \(folder)") }
    return award
  }

  static let designs: [String: AwardDesign] = {
    var designs: [String: AwardDesign] = [:]
    for loaded in loaded {
      for grant in loaded.grants {
        designs[grant.address.path] = AwardDesign(grant, in: loaded)
      }
    }
    return designs
  }()

  /// The scenes of all pages by the names of their files, without endings.
  static let pages: [String: Scene] = {
    var pages: [String: Scene] = [:]
    var report = Report()
    guard let studio = try? Studio(loaded, report: &report) else { return [:] }
    for (folder, award) in designs {
      let programme = award.programme
      studio.withBench(for: programme) { bench in
        for kind in PageKind.allCases where kind == .card || award.hasCertificate {
          let template = programme.pages.template(kind)
          for variant in [nil] + template.variants.map(Optional.some) {
            let design = PageDesign(
              template, variant, of: PageSubject(award, on: kind), in: programme)
            let name = [kind.rawValue, variant].compactMap(\.self).joined(separator: ".")
            pages["\(folder)/\(name)"] = bench.compose(design, report: &report)
          }
        }
      }
    }
    return report.diagnostics.isEmpty ? pages : [:]
  }()

  static func page(_ name: String) throws -> Scene {
    guard let scene = pages[name] else { throw WorldError("no page \(name)") }
    return scene
  }
}

/// The picture in a PNG file. libpng reads the bytes to the end of the call, and they are kept so long.
func png(_ data: Data) -> PNGFile? {
  let bytes = Array(data)
  return withExtendedLifetime(bytes) { PNGFile(bytes) }
}
