internal import BlazonCheck
public import BlazonSource
internal import Checksum
internal import Files
internal import Synchronization

/// The output folder: a web root whose names are linked for years.
///
/// Each file is replaced whole; `manifest.json` lists them all and is written last.
public final class Shelf: Sendable {
  private let root: String
  /// What stood there when the run began; `nil` for a folder without a manifest.
  public let earlier: Manifest?
  private let entries = Mutex<[String: Manifest.Entry]>([:])
  /// Digests of installed font files, by name.
  private let fonts = Mutex<[String: String]>([:])
  /// What was not written, by its path.
  private let refusals = Mutex<[String: (bytes: Int, limit: Located<Int>)]>([:])

  /// The most bytes of a manifest that are read.
  private static let manifestLimit = 1 << 28

  /// The folder at `root`, made if it is not there. Throws if its manifest is not ours, or a later
  /// release's, before anything is written.
  public init(_ root: String) throws(WorldError) {
    let root = root.count > 1 && root.hasSuffix("/") ? String(root.dropLast()) : root
    let path = "\(root)/\(Address.manifest.path)"
    if kind(of: path) == nil {
      earlier = nil
    } else {
      let bytes = try wrapping { () throws(FileError) in
        try read(path, limit: Shelf.manifestLimit)
      }
      earlier = try Manifest(bytes, at: path)
    }
    self.root = root
    try wrapping { () throws(FileError) in try makeFolders(root) }
    removeLeftovers(in: root)
  }

  /// Makes the folder of `address`. None on the way may be a link that leads elsewhere.
  public func prepare(_ address: Address) throws(WorldError) {
    var folder = root
    for part in address.folder.split(separator: "/") {
      folder += "/\(part)"
      if kind(of: folder, followingLinks: false) == .link {
        throw WorldError("“\(folder)” is a link; files are written only inside the output folder")
      }
    }
    try wrapping { () throws(FileError) in try makeFolders(folder) }
    removeLeftovers(in: folder)
  }

  /// Replaces the file, whose folder was prepared. One over its budget is refused and not written; what
  /// stood there stays.
  public func write(_ artifact: Artifact) throws(WorldError) {
    let (path, bytes) = (artifact.address.path, artifact.bytes)
    if let limit = artifact.limit, bytes.count > limit.value {
      refusals.withLock { $0[path] = (bytes.count, limit) }
      return
    }
    try wrapping { () throws(FileError) in try replace("\(root)/\(path)", with: bytes) }
    let entry = Manifest.Entry(
      path: path, sha256: sha256(bytes), bytes: bytes.count, width: artifact.width,
      height: artifact.height, badge: artifact.badge, recipient: artifact.recipient,
      alt: artifact.alt, source: artifact.key)
    entries.withLock { $0[path] = entry }
  }

  /// What was not written as it has too many bytes.
  public var refused: Report {
    var report = Report()
    let all = refusals.withLock { $0 }
    for (path, refused) in all.sorted(by: { $0.key < $1.key }) {
      report.add(
        .budget,
        "“\(path)” has \(refused.bytes) bytes, more than its budget of \(refused.limit.value)",
        at: refused.limit.place,
        measure: Measure(Double(refused.bytes), "bytes", limit: Double(refused.limit.value)),
        help: "allow more, or draw less: finish: flat, fewer patterns")
    }
    return report
  }

  public var fileCount: Int { entries.withLock { $0.count } }
  public var byteCount: Int { entries.withLock { $0.values.reduce(0) { $0 + $1.bytes } } }

  /// Notes that this run's pictures show letters of the installed font files at `paths`, and reports those
  /// that are others than when the manifest was written.
  public func note(fonts paths: [String], report: inout Report) throws(WorldError) {
    var fonts: [String: String] = [:]
    for path in paths {
      let bytes = try wrapping { () throws(FileError) in try read(path, limit: 1 << 28) }
      let name = path.split(separator: "/").last.map(String.init) ?? path
      // Two files of one name are told by the first, which letters come from first.
      if fonts[name] == nil { fonts[name] = sha256(bytes) }
    }
    for font in earlier?.fonts ?? [] {
      guard let digest = fonts[font.name] else {
        fonts[font.name] = font.sha256
        continue
      }
      if digest != font.sha256 {
        report.add(
          Diagnostic(
            .warning,
            "the installed font “\(font.name)” is another than when these files were drawn",
            at: nil, help: "draw all of them again, so that letters look alike"))
      }
    }
    self.fonts.withLock { [fonts] in $0 = fonts }
  }

  /// Writes the manifest: this run's files, and those of earlier runs that still stand.
  ///
  /// Of the programmes in `replacing` only this run's files are listed. What nothing draws any more is the
  /// result, and stays known as that for as long as it stands; what `withdrawn` covers is removed.
  public func writeManifest(
    replacing: [String], withdrawing: [Withdrawal]
  ) throws(WorldError) -> [String] {
    var (orphans, withdrawn): ([String], [String]) = ([], [])
    var all = entries.withLock { $0 }
    let listed = Dictionary(
      (earlier?.files ?? []).map { ($0.path, $0) }, uniquingKeysWith: { $1 })
    for path in Set(listed.keys).union(earlier?.orphans ?? []).sorted()
    where all[path] == nil && isFile(path) {
      let isReplaced =
        replacing.contains { path.hasPrefix("\(Address.programme($0).path)/") }
        && refusals.withLock { $0[path] == nil }
      if withdrawing.contains(where: { $0.covers(path) }) {
        withdrawn.append(path)
      } else if let entry = listed[path], !isReplaced {
        all[path] = entry
      } else {
        orphans.append(path)
      }
    }
    let manifest = Manifest(
      files: all.values.sorted { $0.path < $1.path }, orphans: orphans.isEmpty ? nil : orphans,
      fonts: fontList)
    try wrapping { () throws(FileError) in
      try replace("\(root)/\(Address.manifest.path)", with: manifest.json)
      // Last, so that no manifest lists what is gone.
      for path in withdrawn { try remove("\(root)/\(path)") }
    }
    return orphans
  }

  private var fontList: [Manifest.Font]? {
    let fonts = fonts.withLock { $0 }
    return fonts.isEmpty
      ? nil
      : fonts.sorted { $0.key < $1.key }.map { Manifest.Font(name: $0.key, sha256: $0.value) }
  }

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
}

/// What a programme takes away: a path in its folder, without the endings of the files that it means.
public struct Withdrawal: Hashable, Sendable {
  private let path: String

  public init(_ path: String, from programme: String) {
    self.path = "\(Address.programme(programme).path)/\(path)"
  }

  /// Whether it means the file or folder at `address`.
  public func covers(_ address: Address) -> Bool {
    covers(address.path + (address.file == nil ? "/" : ""))
  }

  func covers(_ file: String) -> Bool {
    guard file.hasPrefix(path) else { return false }
    let next = file.dropFirst(path.count).first
    return next == nil || next == "/" || next == "." || next == "@"
  }
}
