internal import BlazonScene
internal import Checksum
internal import Files
internal import FoundationEssentials
internal import Synchronization

/// The output folder: a web root whose names are linked for years.
///
/// Each file is replaced whole; `manifest.json` lists them all and is written last.
final class OutputTree: Sendable {
  /// What a file shows, for the manifest.
  struct Subject: Sendable {
    var badge: String?
    /// The handle of who earned it.
    var recipient: String?
    /// What it was painted from; `nil` for what is no picture of ours.
    var scene: Scene?
    var width: Int?
    var height: Int?
    var alt: String
  }

  private struct Manifest: Codable {
    var blazon = 1
    var files: [Entry]
  }

  private struct Entry: Codable {
    var path: String
    var sha256: String
    var bytes: Int
    var width: Int?
    var height: Int?
    var badge: String?
    var recipient: String?
    var alt: String
    /// The SHA-256 of the scene it was painted from, or of the file itself.
    var source: String
  }

  private let root: String
  private let entries = Mutex<[String: Entry]>([:])

  init(_ root: String) throws(WorldError) {
    self.root = root.count > 1 && root.hasSuffix("/") ? String(root.dropLast()) : root
    try wrapping { () throws(FileError) in try makeFolders(self.root) }
    removeLeftovers(in: self.root)
  }

  /// Makes a folder below the root. None on the way may be a link that leads elsewhere.
  func prepare(_ path: String) throws(WorldError) {
    var folder = root
    for part in path.split(separator: "/") {
      folder += "/\(part)"
      if kind(of: folder, followingLinks: false) == .link {
        throw WorldError("“\(folder)” is a link; files are written only inside the output folder")
      }
    }
    try wrapping { () throws(FileError) in try makeFolders(folder) }
    removeLeftovers(in: folder)
  }

  func write(_ bytes: [UInt8], to path: String, _ subject: Subject) throws(WorldError) {
    try wrapping { () throws(FileError) in try replace("\(root)/\(path)", with: bytes) }
    let entry = Entry(
      path: path, sha256: sha256(bytes), bytes: bytes.count, width: subject.width,
      height: subject.height, badge: subject.badge, recipient: subject.recipient,
      alt: subject.alt, source: sha256(subject.scene.map { Array($0.text.utf8) } ?? bytes))
    entries.withLock { $0[path] = entry }
  }

  var fileCount: Int { entries.withLock { $0.count } }
  var byteCount: Int { entries.withLock { $0.values.reduce(0) { $0 + $1.bytes } } }

  /// Writes `manifest.json`: this run's files, and those of earlier runs that still stand.
  ///
  /// Of the programmes in `replacing` only this run's files are listed.
  func writeManifest(replacing: [String]) throws(WorldError) {
    var all = entries.withLock { $0 }
    let path = "\(root)/manifest.json"
    if kind(of: path) != nil {
      let bytes = try wrapping { () throws(FileError) in try read(path, limit: 1 << 28) }
      guard let earlier = try? JSONDecoder().decode(Manifest.self, from: Data(bytes)) else {
        throw WorldError("“\(path)” is not a manifest of ours; move it away and run again")
      }
      for entry in earlier.files
      where all[entry.path] == nil && !replacing.contains(where: { entry.path.hasPrefix("\($0)/") })
        && !entry.path.split(separator: "/").contains("..")
        && kind(of: "\(root)/\(entry.path)") == .file
      {
        all[entry.path] = entry
      }
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    let manifest = Manifest(files: all.values.sorted { $0.path < $1.path })
    guard let data = try? encoder.encode(manifest) else {
      preconditionFailure("a manifest of strings and numbers is JSON")
    }
    try wrapping { () throws(FileError) in try replace(path, with: Array(data) + [0x0A]) }
  }
}
