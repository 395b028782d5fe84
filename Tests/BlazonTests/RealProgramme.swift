import BlazonDesign
import BlazonLayout
import BlazonLedger
import BlazonScene
import BlazonSource
import BlazonSpec
import Foundation
import TestSupport

@testable import Blazon

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
    struct Manifest: Decodable { var files: [Entry] }
    let file = run.output.appending(path: "manifest.json")
    guard let data = try? Data(contentsOf: file),
      let manifest = try? JSONDecoder().decode(Manifest.self, from: data)
    else { return [] }
    return manifest.files
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
  static let awards: [String] = drawings.keys.sorted()

  /// Those of awards with a certificate.
  static let certificates: [String] = drawings.filter { $0.value.award.hasCertificate }.keys
    .sorted()

  static func award(_ folder: String) throws -> AwardDesign {
    guard let drawing = drawings[folder] else { throw WorldError("no award \(folder)") }
    return drawing.award
  }

  private static let drawings: [String: AwardDrawing] = {
    var drawings: [String: AwardDrawing] = [:]
    for loaded in loaded {
      for grant in loaded.grants {
        guard let badge = loaded.badges.first(where: { $0.id.value == grant.badge }) else {
          continue
        }
        let award = AwardDesign(grant, of: badge, in: loaded.programme)
        drawings[award.folder] = AwardDrawing(
          award: award, surfaces: Set(Surface.allCases),
          formats: Set(ImageFormat.allCases))
      }
    }
    return drawings
  }()

  /// The scenes of all pages by the names of their files, without endings.
  static let pages: [String: Scene] = {
    var pages: [String: Scene] = [:]
    var report = Report()
    guard let fonts = try? Studio(loaded, report: &report) else { return [:] }
    for programme in programmes {
      var composer = fonts.composer(for: programme)
      for (folder, drawing) in drawings where drawing.award.programme.id == programme.id {
        func add(_ kind: PageKind, _ variant: String?, _ name: String) {
          guard let scene = drawing.page(kind, variant, &composer, &report) else { return }
          pages["\(folder)/\(name)"] = scene
        }
        add(.card, nil, "card")
        add(.card, "dark", "card.dark")
        guard drawing.award.hasCertificate else { continue }
        add(.certificate, nil, "certificate")
        add(.certificate, "letter", "certificate.letter")
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
