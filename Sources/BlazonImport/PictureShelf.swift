internal import BlazonSource
internal import Files

/// The pictures of a folder, each read once, when somebody asks for it.
struct PictureShelf: Sendable {
  /// All that are there.
  let paths: [String]
  private let all: Set<String>
  /// Those that nothing here reads.
  let unread: [String]
  private var read: [String: FoundPicture?] = [:]
  private var bytes = 0

  /// The most pictures of one folder, and bytes of all of them.
  static let limit = 10_000
  static let byteLimit = 1 << 28

  init(_ files: SourceFiles, report: inout Report) {
    var paths = files.paths.filter { FoundPicture.endings.contains($0.ending) }
    if paths.count > PictureShelf.limit {
      report.error(
        "“\(files.root)” has \(paths.count) pictures", at: nil,
        help: "at most \(PictureShelf.limit) are read: name the folder that has the badges")
      paths = []
    }
    self.paths = paths
    all = Set(paths)
    unread = files.paths.filter { FoundPicture.otherEndings.contains($0.ending) }
  }

  /// The picture at `path`; `nil` if it cannot be read, which is told once.
  mutating func picture(
    _ path: String, _ files: SourceFiles, report: inout Report
  ) -> FoundPicture? {
    if let known = read[path] { return known }
    guard bytes < PictureShelf.byteLimit, !isInterrupted else {
      report.error(
        isInterrupted
          ? "interrupted: nothing was written"
          : "the pictures have more than \(PictureShelf.byteLimit) bytes together", at: nil,
        help: isInterrupted ? nil : "make them smaller, or import parts of the folder")
      return nil
    }
    let file = files.read(path, limit: SourceFiles.pictureLimit, report: &report)
    bytes += file?.count ?? 0
    let picture = file.map { FoundPicture(path, $0, called: files.shown(path)) }
    read[path] = .some(picture)
    return picture
  }

  /// The picture that a file in `folder` calls `path`.
  mutating func picture(
    _ path: String, namedIn folder: String, _ files: SourceFiles, report: inout Report
  ) -> FoundPicture? {
    guard let found = self.path(path, namedIn: folder) else { return nil }
    return picture(found, files, report: &report)
  }

  /// What a file in `folder` calls `path`: what stands beside it, or the path that has most of its end in common.
  func path(_ path: String, namedIn folder: String) -> String? {
    let beside = folder.isEmpty ? path : "\(folder)/\(path)"
    if all.contains(beside) { return beside }
    return paths.filter { $0.hasEnd(path) }.max { a, b in
      (a.sharedEnd(path), b) < (b.sharedEnd(path), a)
    }
  }
}

extension String {
  /// How many of the last parts of two paths are the same.
  fileprivate func sharedEnd(_ other: String) -> Int {
    zip(pathParts.reversed(), other.pathParts.reversed()).prefix { $0 == $1 }.count
  }
}
