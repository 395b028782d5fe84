internal import BlazonScene
internal import BlazonSource
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
    /// The most bytes that the programme lets it have.
    var limit: Located<Int>?
  }

  private struct Manifest: Codable {
    var blazon = 1
    var files: [Entry]
    /// Paths of earlier runs' files that stand and that nothing draws any more.
    var orphans: [String]?
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
  private let refusals = Mutex<[String: Diagnostic]>([:])

  /// What was not written as it has too many bytes.
  var refused: Report {
    var report = Report()
    let all = refusals.withLock { $0 }
    for path in all.keys.sorted() { if let refusal = all[path] { report.add(refusal) } }
    return report
  }

  /// Whether `path`, written without endings, means the file or folder at `file`.
  static func covers(_ path: String, _ file: String) -> Bool {
    guard file.hasPrefix(path) else { return false }
    let next = file.dropFirst(path.count).first
    return next == nil || next == "/" || next == "." || next == "@"
  }

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
    if let limit = subject.limit, bytes.count > limit.value {
      refusals.withLock {
        $0[path] = Diagnostic(
          .error, "“\(path)” has \(bytes.count) bytes, more than its budget of \(limit.value)",
          at: limit.place, help: "allow more, or draw less: finish: flat, fewer patterns")
      }
      return
    }
    try wrapping { () throws(FileError) in try replace("\(root)/\(path)", with: bytes) }
    let entry = Entry(
      path: path, sha256: sha256(bytes), bytes: bytes.count, width: subject.width,
      height: subject.height, badge: subject.badge, recipient: subject.recipient,
      alt: subject.alt, source: sha256(subject.scene.map { Array($0.text.utf8) } ?? bytes))
    entries.withLock { $0[path] = entry }
  }

  var fileCount: Int { entries.withLock { $0.count } }
  var byteCount: Int { entries.withLock { $0.values.reduce(0) { $0 + $1.bytes } } }

  /// Whether a file stands at `path` below the root, and no link leads there.
  private func isFile(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard !parts.contains(".."), !parts.contains("") else { return false }
    var file = root
    for part in parts.dropLast() {
      file += "/\(part)"
      guard kind(of: file, followingLinks: false) == .folder else { return false }
    }
    return kind(of: "\(root)/\(path)", followingLinks: false) == .file
  }

  /// Writes `manifest.json`: this run's files, and those of earlier runs that still stand.
  ///
  /// Of the programmes in `replacing` only this run's files are listed. What nothing draws any more is the
  /// result, and stays known as that for as long as it stands; at the paths of `withdrawing` it is removed.
  func writeManifest(
    replacing: [String], withdrawing: [String]
  ) throws(WorldError) -> [String] {
    var (orphans, withdrawn): ([String], [String]) = ([], [])
    var all = entries.withLock { $0 }
    let path = "\(root)/manifest.json"
    if kind(of: path) != nil {
      let bytes = try wrapping { () throws(FileError) in try read(path, limit: 1 << 28) }
      guard let earlier = try? JSONDecoder().decode(Manifest.self, from: Data(bytes)) else {
        throw WorldError("“\(path)” is not a manifest of ours; move it away and run again")
      }
      let listed = Dictionary(earlier.files.map { ($0.path, $0) }, uniquingKeysWith: { $1 })
      for path in Set(listed.keys).union(earlier.orphans ?? []).sorted()
      where all[path] == nil && isFile(path) {
        let isReplaced =
          replacing.contains { path.hasPrefix("\($0)/") } && refusals.withLock { $0[path] == nil }
        if withdrawing.contains(where: { OutputTree.covers($0, path) }) {
          withdrawn.append(path)
        } else if let entry = listed[path], !isReplaced {
          all[path] = entry
        } else {
          orphans.append(path)
        }
      }
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    let manifest = Manifest(
      files: all.values.sorted { $0.path < $1.path }, orphans: orphans.isEmpty ? nil : orphans)
    guard let data = try? encoder.encode(manifest) else {
      preconditionFailure("a manifest of strings and numbers is JSON")
    }
    try wrapping { () throws(FileError) in
      try replace(path, with: Array(data) + [0x0A])
      // Last, so that no manifest lists what is gone.
      for path in withdrawn { try remove("\(root)/\(path)") }
    }
    return orphans
  }
}
