import Blazon
import BlazonSource
import BlazonSpec
import Foundation
import TestSupport

/// The programmes of `badge-specs`, drawn once by the tool for all tests.
enum RealProgramme {
  static let specs = project.appending(path: "badge-specs").path

  /// What the tool answered, and where it wrote: beside the tests, anew in every run.
  static let run: (answer: Answer?, output: URL) = {
    let folder = URL(filePath: blazon).deletingLastPathComponent().appending(path: "real-programme")
    try? FileManager.default.removeItem(at: folder)
    let arguments = ["render", specs, "--size", "512", "-o", folder.path]
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
  static let programmes: [Programme] = {
    var report = Report()
    let loaded = try? SpecFolder.load([specs], report: &report)
    return report.hasErrors ? [] : (loaded ?? []).map(\.programme)
  }()
}

/// The picture in a PNG file. libpng reads the bytes to the end of the call, and they are kept so long.
func png(_ data: Data) -> PNGFile? {
  let bytes = Array(data)
  return withExtendedLifetime(bytes) { PNGFile(bytes) }
}
