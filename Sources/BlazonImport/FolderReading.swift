internal import BlazonDesk
internal import BlazonForm
internal import BlazonJSON
internal import BlazonSource

/// All badges of a folder: from its pictures, its lists, the pages of an academy, badge classes.
struct FolderReading {
  let files: SourceFiles
  var pictures: PictureShelf
  var found = FoundProgramme()
  /// Whether pages of an academy were read: what they show stands elsewhere, and is no badge by itself.
  private(set) var isAcademy = false
  private var hasClasses = false
  private var lists: [ListedBadge] = []
  private var keys: [Located<String>] = []

  /// Badges of one folder.
  static let badgeLimit = 2000

  init(_ path: String, report: inout Report) throws(WorldError) {
    files = try SourceFiles(path, report: &report)
    pictures = PictureShelf(files, report: &report)
  }

  /// Reads everything. What is doubtful is in the report; an error where there is nothing to import.
  mutating func read(report: inout Report) {
    guard !report.hasErrors else { return }
    readPages(&report)
    readJSON(&report)
    guard !report.hasErrors else { return }
    if !isAcademy, !hasClasses || !lists.isEmpty { readPictures(&report) }
    guard lists.count <= FolderReading.badgeLimit else {
      report.error(
        "a list of \(lists.count) badges", at: lists[0].place,
        help: "at most \(FolderReading.badgeLimit) stand in one programme: import parts of it")
      return
    }
    for listed in lists { found.add(listed, report: &report) }
    found.addKeys(keys, report: &report)
    linkRequirements()
    shareSignatures(&report)
    if found.badges.isEmpty {
      report.error(
        "“\(files.root)” has no badges: no pictures, no list of badges, no badge class, no certification",
        at: nil, help: "name the folder that has them, such as assets/badges")
    }
    if found.badges.count > FolderReading.badgeLimit {
      report.error(
        "“\(files.root)” has \(found.badges.count) badges", at: nil,
        help: "at most \(FolderReading.badgeLimit) stand in one programme: import parts of it")
    }
  }

  // MARK: Pages

  private mutating func readPages(_ report: inout Report) {
    for path in files.paths where path.ending == "md" {
      if AcademyPage.isOne(path) {
        guard let tree = files.frontMatter(path, report: &report) else { continue }
        var page = AcademyPage(tree, at: path)
        guard page.isCertification else { continue }
        isAcademy = true
        let badge = page.badge(files, &pictures, report: &report)
        found.add(badge, report: &report)
        if let wanted = tree.field("prerequisite_knowledge", "prerequisites") {
          prerequisites[found.badges.count - 1] = wanted.listedTexts.map(\.value)
        }
        continue
      }
      guard let tree = files.memberMatter(path) else { continue }
      keys += (tree.field("badges")?.listed ?? []).compactMap { item in
        item.scalarText.map { Located($0, item.place) }
      }
    }
  }

  private var prerequisites: [Int: [String]] = [:]

  /// A badge that has to be held first, where a page names it as others are called.
  private mutating func linkRequirements() {
    for (index, names) in prerequisites.sorted(by: { $0.key < $1.key }) {
      for name in names {
        let meant = found.badges.firstIndex { $0.shownTitle == name || $0.id == name }
        if let meant, meant != index, !found.badges[index].requires.contains(found.badges[meant].id)
        {
          found.badges[index].requires.append(found.badges[meant].id)
        }
      }
    }
  }

  /// A drawing with which two people sign is left to the first.
  private mutating func shareSignatures(_ report: inout Report) {
    var owners: [String: String] = [:]
    for index in found.badges.indices {
      for number in (found.badges[index].certificate?.signatures ?? []).indices {
        guard let signature = found.badges[index].certificate?.signatures[number],
          let drawing = signature.drawing
        else { continue }
        guard let owner = owners[drawing] else {
          owners[drawing] = signature.name
          continue
        }
        guard owner != signature.name else { continue }
        report.add(
          Diagnostic(
            .warning, "“\(signature.name)” signs with the signature of “\(owner)”",
            at: signature.place,
            help: "the line is left empty; give “\(signature.name)” a drawing of their own"))
        found.badges[index].remarks.append(
          "doubtful: one signature was given for \(owner) and \(signature.name)")
        found.badges[index].certificate?.signatures[number].drawing = nil
      }
    }
  }

  // MARK: JSON

  private mutating func readJSON(_ report: inout Report) {
    for path in files.paths where path.ending == "json" {
      guard let tree = files.json(path, report: &report) else { continue }
      let classes = BadgeClass.all(in: tree)
      guard classes.count + found.badges.count <= FolderReading.badgeLimit else {
        report.error(
          "more than \(FolderReading.badgeLimit) badge classes", at: classes[0].place,
          help: "import parts of the folder")
        return
      }
      hasClasses = hasClasses || !classes.isEmpty
      for tree in classes {
        let badge = BadgeClass.badge(tree, files, &pictures, report: &report)
        found.add(badge, report: &report)
        found.name = found.name ?? BadgeClass.issuer(of: tree)
      }
      lists += ListedBadge.all(in: tree, report: &report)
    }
  }

  // MARK: Pictures

  private mutating func readPictures(_ report: inout Report) {
    let groups = pictureGroups(pictures.paths)
    guard groups.count <= FolderReading.badgeLimit else {
      report.error(
        "“\(files.root)” has pictures of \(groups.count) badges", at: nil,
        help: "at most \(FolderReading.badgeLimit) stand in one programme: import parts of it")
      return
    }
    // What badge classes show is theirs.
    let taken = Set(found.badges.flatMap { $0.pictures.map(\.path) })
    for group in groups where taken.isDisjoint(with: group.paths) {
      var badge = FoundBadge(
        id: Starter.id(from: group.name), place: files.place(of: group.paths[0]))
      badge.names = ([group.name] + [group.stem].compactMap(\.self)).map {
        Located($0, badge.place)
      }
      badge.pictures = group.paths.compactMap { path in
        pictures.picture(path, files, report: &report)
      }
      if let other = group.others.first {
        report.add(
          Diagnostic(
            .warning,
            "\(told(group.others.map(\.fileName))) beside the pictures of “\(badge.id)” "
              + "\(group.others.count == 1 ? "is" : "are") left out", at: files.place(of: other),
            help: "put a badge's pictures into a folder of its own"))
      }
      found.add(badge, report: &report)
    }
    for path in pictures.unread
    where path.folderPath.pathParts.contains(where: { $0.lowercased() == "badges" }) {
      report.add(
        Diagnostic(
          .warning, "“\(path.fileName)” is a picture that is not read", at: files.place(of: path),
          help: "save it as SVG, PNG, JPEG or WebP"))
    }
  }
}

extension SourceFiles {
  /// The front matter of a page that has `badges:` in it; what cannot be read is for its own readers to tell.
  fileprivate func memberMatter(_ path: String) -> Tree? {
    var quiet = Report()
    guard let source = text(path, report: &quiet), source.line(1)?.hasPrefix("---") == true,
      (2...min(200, max(2, source.lineCount))).contains(where: {
        source.line($0)?.lowercased().hasPrefix("badges") == true
      })
    else { return nil }
    return frontMatter(path, report: &quiet)
  }
}
