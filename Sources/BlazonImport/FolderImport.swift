internal import BlazonDesk
internal import BlazonShelf
public import BlazonSource
internal import BlazonSpec
internal import Files

/// A folder of badges that others made, an academy, or badge classes, made into a programme.
public struct FolderImport: Sendable {
  /// What becomes of pictures.
  public enum Pictures: String, CaseIterable, Sendable {
    /// Each is the whole badge, as it is.
    case asTheyAre = "as-they-are"
    /// Each stands in the middle of a badge that is drawn here.
    case emblems
    /// None is used: emblems are guessed from titles.
    case redraw
  }

  public var folder: String
  /// The programme's id.
  public var id: String
  public var pictures: Pictures

  /// The programme is called as the folder `name`, where it will stand, or as what it is made of.
  public init(_ folder: String, named name: String? = nil, pictures: Pictures = .asTheyAre) {
    (self.folder, self.pictures) = (folder, pictures)
    id = FolderImport.id(of: name ?? folder)
  }

  /// A programme that was found, and what it comes to.
  public struct Result: Sendable {
    public var id: String
    public var badgeCount: Int
    /// The families, the largest first.
    public var families: [(id: String, count: Int)]
    /// How many badges show a picture of the folder, and how many old paths are answered.
    public var pictureCount: Int, pathCount: Int
    /// The files by their names in the programme's folder.
    public var files: [String] { texts.map(\.name) + copies.map(\.name) }
    /// Texts of specs.
    fileprivate(set) var texts: [(name: String, text: String)]
    /// Files that are copied as they are: from a path below the folder, or from what stood in a text.
    fileprivate(set) var copies: [(name: String, path: String, bytes: [UInt8]?)]
    fileprivate let source: SourceFiles
  }

  /// Reads the folder; `nil` if there is nothing to import, which the report says, as it says all that is doubtful.
  public func read(report: inout Report) throws(WorldError) -> Result? {
    var reading = try FolderReading(folder, report: &report)
    reading.read(report: &report)
    guard !report.hasErrors else { return nil }
    let found = reading.found
    let looks = found.badges.map { $0.look(report: &report) }
    let aliases = found.aliases(report: &report)
    let paths = OldPaths(found, reading.isAcademy, aliases, report: &report)
    let texts = ProgrammeTexts(
      found, id: id, pictures, from: reading.files.root, looks: looks, aliases: aliases,
      paths: paths.lines)
    tellMissing(found, looks, report: &report)
    var copies: [(name: String, path: String, bytes: [UInt8]?)] = []
    for index in found.badges.indices {
      guard let file = texts.pictureFile(index), let picture = looks[index].picture else {
        continue
      }
      let isEmbedded = found.badges[index].embedded != nil && picture.path.folderPath.isEmpty
      copies.append((file, picture.path, isEmbedded ? found.badges[index].embedded : nil))
    }
    for signature in found.badges.flatMap({ $0.certificate?.signatures ?? [] }) {
      guard let path = signature.drawing else { continue }
      let file = ProgrammeTexts.signatureFile(path)
      if !copies.contains(where: { $0.name == file }) { copies.append((file, path, nil)) }
    }
    return Result(
      id: id, badgeCount: found.badges.count, families: texts.families.all,
      pictureCount: found.badges.indices.count(where: texts.isShowingPicture),
      pathCount: paths.count,
      texts: [("programme.yaml", texts.programme)] + texts.badgeFiles, copies: copies,
      source: reading.files)
  }

  /// A folder's name as an id.
  private static func id(of folder: String) -> String {
    let parts = folder.pathParts.filter { $0 != "." && $0 != ".." }
    // Folders that are called so everywhere tell nothing of a programme.
    let telling = parts.last { !["badges", "assets", "static", "content", "public"].contains($0) }
    let id = Starter.id(from: telling ?? parts.last ?? "")
    return id.isEmpty ? "badges" : id
  }

  private func tellMissing(_ found: FoundProgramme, _ looks: [ChosenLook], report: inout Report) {
    func tell(_ badges: [FoundBadge], _ what: String, _ help: String) {
      guard let first = badges.first else { return }
      let count = badges.count
      report.add(
        Diagnostic(
          .warning,
          "\(count) badge\(count == 1 ? " has" : "s have") no \(what): "
            + told(badges.map(\.id)), at: first.place, help: help))
    }
    tell(
      found.badges.filter { $0.criteria == nil }, "criteria",
      "write a sentence for each: pages and credentials show what it takes")
    tell(
      found.badges.filter { $0.title == nil }, "title but the name of a folder",
      "look whether it reads well")
    tell(
      zip(found.badges, looks).filter { $0.1.picture == nil }.map(\.0), "picture",
      "look whether the emblem that is guessed for it is right")
    tell(
      found.badges.filter { ($0.description?.unicodeScalars.count ?? 0) > 200 },
      "description of at most 200 characters",
      "the beginning is taken, and the whole stands in a comment")
    let pixels = looks.compactMap { $0.picture?.pixels }
      .map { $0.width * $0.height }.reduce(0, +)
    if pictures != .redraw, pixels > 1 << 26 {
      report.add(
        Diagnostic(
          .warning, "the pictures have \(pixels / 1_000_000) million pixels together", at: nil,
          help: "a run keeps 67 million: make them smaller, use their SVG, or import parts"))
    }
  }
}

extension FolderImport.Result {
  /// Writes the programme into `folder`, in which nothing may stand: else the report says so, and nothing is written.
  public func write(to folder: String, report: inout Report) throws(WorldError) {
    if kind(of: folder, followingLinks: false) != nil {
      report.error(
        "“\(folder)” is there already", at: nil,
        help: "name another folder with -o, or move it away")
      return
    }
    var all: [(name: String, bytes: [UInt8])] = texts.map { ($0.name, Array($0.text.utf8)) }
    for copy in copies {
      guard
        let bytes = copy.bytes
          ?? source.read(copy.path, limit: SourceFiles.pictureLimit, report: &report)
      else {
        report.error("“\(copy.path)” is gone", at: nil, help: "import again")
        continue
      }
      all.append((copy.name, bytes))
    }
    guard !report.hasErrors else { return }
    for (name, bytes) in all {
      let path = "\(folder)/\(name)"
      try wrapping { () throws(FileError) in
        try makeFolders(path.folderPath)
        try replace(path, with: bytes)
      }
    }
  }
}

/// The paths at which a programme answers for old pictures.
struct OldPaths {
  /// As they are written under each badge.
  private(set) var lines: [[String]] = []
  private(set) var count = 0

  init(
    _ found: FoundProgramme, _ isAcademy: Bool, _ aliases: [[String]], report: inout Report
  ) {
    var owners: [String: String] = [:]
    for (badge, aliases) in zip(found.badges, aliases) {
      var lines: [String] = []
      // A drawing has no size of its own: it is shown as its pixels are.
      let usual = badge.pictures.compactMap(\.pixels).first
      for picture in badge.pictures where badge.embedded == nil {
        // What stands in a folder “static” or “content” is served without that.
        let root = ["static/", "content/"].first { isAcademy && picture.path.hasPrefix($0) }
        let path = String(picture.path.dropFirst(root?.count ?? 0))
        // The badge's own files, and those of its aliases.
        let names = [badge.id] + aliases
        if names.contains(where: { "badges/\($0).\(path.ending)" == path }),
          ["svg", "png"].contains(path.ending)
        {
          count += 1
          continue
        }
        let problem =
          KeptPath.problem(of: path)
          ?? Address.isOurs(path, languages: [], states: []).map { "stands among \($0)" }
        if let problem {
          report.add(
            Diagnostic(
              .warning, "the old path “\(path)” is not answered: it \(problem)", at: badge.place,
              help: "whoever links to it has to be told"))
          continue
        }
        if let owner = owners[path.lowercased()] {
          report.add(
            Diagnostic(
              .warning, "“\(path)” is a picture of “\(owner)” and of “\(badge.id)”",
              at: badge.place, help: "that path shows “\(owner)”; give the other one of its own"))
          continue
        }
        owners[path.lowercased()] = badge.id
        count += 1
        lines.append(OldPaths.line(path, picture.pixels ?? usual, picture.proportion))
      }
      self.lines.append(lines)
    }
  }

  /// A path with the size of the picture that was there: pages may show it by that.
  private static func line(
    _ path: String, _ pixels: (width: Int, height: Int)?, _ proportion: Double?
  ) -> String {
    var size = pixels ?? (512, 512)
    if pixels == nil, let proportion, (0.02...50).contains(proportion) {
      size.0 = Int((proportion > 1 ? 512 : 512 * proportion).rounded())
      size.1 = Int((proportion > 1 ? 512 / proportion : 512).rounded())
    }
    let isSaid = size != (512, 512) && min(size.0, size.1) >= 16
    return isSaid
      ? "{path: \(YAMLWords.item(path)), size: [\(size.0), \(size.1)]}" : YAMLWords.scalar(path)
  }
}
