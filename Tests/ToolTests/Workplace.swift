import Foundation
import TestSupport

/// A temporary folder with specs in it, where the tool is run. Removed with its last user.
final class Workplace: Sendable {
  let folder: URL

  /// `specs` by path, relative to the folder. One with a name stands beside the tests, anew in every
  /// run: for what many tests share, which nobody removes.
  init(_ specs: [String: String] = Workplace.acme, named name: String? = nil) throws {
    if let name {
      folder = URL(filePath: TestSupport.blazon).deletingLastPathComponent().appending(path: name)
      try? FileManager.default.removeItem(at: folder)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } else {
      folder = try temporaryFolder()
    }
    for (path, text) in specs { try write(text, to: path) }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func write(_ text: String, to path: String) throws {
    let file = url(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func url(_ path: String) -> URL { folder.appending(path: path) }

  func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: url(path).path) }

  /// Runs the tool in the folder.
  func blazon(_ words: String...) throws -> Answer {
    try run(TestSupport.blazon, words, in: folder)
  }

  /// The files at and below `path`, by their paths from there, with their bytes.
  func files(_ path: String = "output") throws -> [String: Data] {
    try allFiles(below: url(path))
  }

  /// The specs of a programme of two badges.
  static let acme = [
    "badge-specs/acme/programme.yaml": programme("acme"),
    "badge-specs/acme/badges.yaml": badges,
  ]

  static let badges = """
    blazon: 1
    badges:
      first:
        family: plain
        title: First Light
        emblem: sunrise
        aliases: [premier, number-one]
        alt: The first badge shows light.
      second:
        family: plain
        title: Second Wind
        emblem: ship
    """

  /// A programme whose one preset uses no drawing that ships.
  static func programme(_ id: String, color: String = "#0B7A86") -> String {
    """
    blazon: 1
    programme: \(id)
    name: \(id.capitalized)
    color: "\(color)"
    presets:
      disc:
        shape: {type: circle, radius: 240, shadow: {dy: 4, blur: 4}}
        field: "linear-gradient(180deg, tone($color, 60%), tone($color, 30%))"
        patterns: {rays: {type: rays}}
        border: {rim: {width: 12, fill: "metal(gold, 152deg)"}}
        emblem: {at: [256, 190], size: 180}
        texts:
          title: {text: "{{title}}", box: [80, 320, 352, 100], font-size: [44, 36], fill: white}
        optical:
          64: {patterns: null, texts: null, emblem: {at: [256, 256], size: 300}}
    families:
      plain: {preset: disc, band: Plain}
    """
  }
}

/// The files below `folder`, links not followed, by their relative paths.
func allFiles(below folder: URL) throws -> [String: Data] {
  var files: [String: Data] = [:]
  let manager = FileManager.default
  for path in try manager.subpathsOfDirectory(atPath: folder.path) {
    let url = folder.appending(path: path)
    let type = try manager.attributesOfItem(atPath: url.path)[.type] as? FileAttributeType
    if type == .typeRegular { files[path] = try Data(contentsOf: url) }
  }
  return files
}

/// `manifest.json`, as the documentation describes it.
struct Manifest: Decodable {
  struct Entry: Decodable, Equatable {
    var path: String
    var sha256: String
    var bytes: Int
    var width: Int?
    var height: Int?
    var badge: String?
    var recipient: String?
    var alt: String
    var source: String
  }

  var blazon: Int
  /// Of all lists.
  var files: [Entry]
  private var parts: [Part]?

  private struct Part: Decodable { var path: String }

  /// The paths of the lists themselves.
  var lists: Set<String> { Set((parts ?? []).map(\.path) + ["manifest.json"]) }

  init(_ file: URL) throws {
    self = try JSONDecoder().decode(Manifest.self, from: Data(contentsOf: file))
    for part in parts ?? [] {
      let url = file.deletingLastPathComponent().appending(path: part.path)
      files += try JSONDecoder().decode(Manifest.self, from: Data(contentsOf: url)).files
    }
  }
}

/// The picture in a PNG file. libpng reads the bytes to the end of the call, and they are kept so long.
func png(_ data: Data) -> PNGFile? {
  let bytes = Array(data)
  return withExtendedLifetime(bytes) { PNGFile(bytes) }
}

// MARK: People

extension Workplace {
  /// The specs of `acme` with a ledger: `rows` under the header of `csv`.
  static func people(_ rows: String, programme more: String = "") -> [String: String] {
    [
      "badge-specs/acme/programme.yaml": programme("acme")
        + "\npublish: https://badges.example.org\nawards: awards/*.csv\n" + more,
      "badge-specs/acme/badges.yaml": """
      blazon: 1
      badges:
        first:
          family: plain
          title: First Light
          emblem: sunrise
          criteria: Saw the light.
        expert:
          family: plain
          title: Certified Expert
          emblem: ship
          aliases: [xp]
          criteria: Passed the exam.
          skills: [Sailing, Mending]
          certificate:
            signatures:
              - {name: Mara Quist, role: Warden}
              - {name: Odo Fenn}
      """,
      "badge-specs/acme/awards/2026.csv": ledgerHeader + rows,
    ]
  }

  static let ledgerHeader = "name,handle,badge,issued,language,state,id\n"

  /// Two people with three awards, one of which has a certificate.
  static let twoPeople = people(
    """
    Åsa Lindgren-Okoro,asa-lo,first,2026-03-09,,,
    Åsa Lindgren-Okoro,asa-lo,expert,2026-04-27,,,7YHB-16Q4-DGRG
    Jan Ek,jan,first,2026-05-02,,,

    """)

  /// A ledger's field in quotes.
  static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
