internal import BlazonSource

/// The pictures of a folder, each read once, when somebody asks for it.
struct PictureShelf: Sendable {
  /// All that are there.
  let paths: [String]
  /// Those that nothing here reads.
  let unread: [String]
  private var read: [String: FoundPicture?] = [:]

  /// The most pictures of one folder.
  static let limit = 10_000

  init(_ files: SourceFiles, report: inout Report) {
    var paths = files.paths.filter { FoundPicture.endings.contains($0.ending) }
    if paths.count > PictureShelf.limit {
      report.error(
        "“\(files.root)” has \(paths.count) pictures", at: nil,
        help: "at most \(PictureShelf.limit) are read: name the folder that has the badges")
      paths = []
    }
    self.paths = paths
    unread = files.paths.filter { FoundPicture.otherEndings.contains($0.ending) }
  }

  /// The picture at `path`; `nil` if it cannot be read, which is told once.
  mutating func picture(
    _ path: String, _ files: SourceFiles, report: inout Report
  ) -> FoundPicture? {
    if let known = read[path] { return known }
    let bytes = files.read(path, limit: SourceFiles.pictureLimit, report: &report)
    let picture = bytes.map { FoundPicture(path, $0, called: files.shown(path)) }
    read[path] = .some(picture)
    return picture
  }

  /// The picture whose path ends as `path` does.
  mutating func picture(
    endingIn path: String, _ files: SourceFiles, report: inout Report
  ) -> FoundPicture? {
    guard let found = self.path(endingIn: path) else { return nil }
    return picture(found, files, report: &report)
  }

  /// The path that ends as `path` does, the one that has most of it in common.
  func path(endingIn path: String) -> String? {
    paths.filter { $0.hasEnd(path) }.max { a, b in
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
