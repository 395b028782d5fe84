internal import BlazonArtwork
internal import BlazonCheck
internal import BlazonDesk
public import BlazonSource
internal import Files

/// What is wrong in a folder of badges that is no programme: measured, without importing it.
public struct FolderCheck: Sendable {
  public var folder: String

  public init(_ folder: String) { self.folder = folder }

  /// Bytes of a drawing, and of any other picture.
  static let drawingBytes = 40_000, rasterBytes = 256_000
  /// Percent of the height or width that may be empty.
  static let marginLimit = 10.0
  /// Percent of the pixels by which two badges differ at least.
  static let twinLimit = 1.0

  /// Whether the folder at `path` holds pictures, and no specs: neither it nor a folder in it is a programme.
  public static func isOne(_ path: String) -> Bool {
    guard kind(of: path) == .folder, let names = try? list(path) else { return false }
    let folders = names.filter { kind(of: "\(path)/\($0)", followingLinks: false) == .folder }
    let isProgramme =
      names.contains { ["yaml", "yml"].contains($0.ending) && isSpec("\(path)/\($0)") }
      || folders.contains { folder in
        ((try? list("\(path)/\(folder)")) ?? []).contains("programme.yaml")
      }
    if isProgramme { return false }
    var quiet = Report()
    guard let files = try? SourceFiles(path, report: &quiet) else { return false }
    return files.paths.contains { FoundPicture.endings.contains($0.ending) }
  }

  /// Whether the file at `path` is, or would be, a spec of ours: others keep settings in YAML too.
  private static func isSpec(_ path: String) -> Bool {
    if path.fileName == "programme.yaml" { return true }
    guard let bytes = try? read(path, limit: SourceFiles.textLimit) else { return false }
    let source = SourceText(name: path, bytes: bytes)
    return (1...min(source.lineCount, 400)).contains { number in
      let line = source.line(number) ?? ""
      return ["blazon:", "badges:", "presets:", "families:"].contains { line.hasPrefix($0) }
    }
  }

  /// Checks everything: how many badges and pictures there are.
  public func check(report: inout Report) throws(WorldError) -> (badges: Int, pictures: Int) {
    var reading = try FolderReading(folder, report: &report)
    // What an import would find doubtful besides is for an import to tell.
    var doubts = Report()
    reading.read(report: &doubts)
    for error in doubts.diagnostics where error.severity == .error { report.add(error) }
    let badges = reading.found.badges
    var count = 0
    for badge in badges {
      checkPair(badge, &report)
      checkFormats(badge, reading.files, &report)
      if badge.pictures.isEmpty {
        report.add(
          .formats, "“\(badge.id)” is listed and has no picture", at: badge.place,
          measure: Measure(0, "formats", limit: 2), help: "add its SVG and its PNG")
      }
      checkNames(badge, &report)
      checkMargins(badge, reading.files, &report)
      for picture in badge.pictures {
        count += 1
        check(picture, at: reading.files.place(of: picture.path), &report)
      }
    }
    checkTwins(badges, reading.files, &report)
    let known = badges.flatMap { [$0.id] + $0.otherIDs.map(\.value) }
    for key in reading.found.unknownKeys {
      report.add(
        .drift, "no badge is called “\(key.value.prefix(60))”", at: key.place,
        help: helpText(for: key.value, among: known))
    }
    return (badges.count, count)
  }

  // MARK: One badge

  private func checkPair(_ badge: FoundBadge, _ report: inout Report) {
    let drawings = badge.pictures.filter { $0.kind == .svg && $0.look != nil }
    let rasters = badge.pictures.filter { $0.kind.isRaster && $0.look != nil }
    guard let drawing = drawings.first, let raster = rasters.first, let a = drawing.look,
      let b = raster.look
    else { return }
    let share = (a.difference(from: b) * 1000).rounded() / 10
    guard share > pairLimit else { return }
    report.add(
      .pair, "“\(drawing.path.fileName)” and “\(raster.path.fileName)” are two pictures",
      at: drawing.drawing?.root, measure: Measure(share, "percent of pixels", limit: pairLimit),
      help:
        "\(told(share)) % of their pixels differ, at most \(told(pairLimit)) % may: export one of "
        + "them from the other")
  }

  private func checkFormats(
    _ badge: FoundBadge, _ files: SourceFiles, _ report: inout Report
  ) {
    guard let first = badge.pictures.first else { return }
    let endings = Set(badge.pictures.map(\.path.ending))
    for (ending, why) in [("svg", "sharp at any size"), ("png", "shown by every page")]
    where !endings.contains(ending) {
      report.add(
        .formats, "“\(badge.id)” has no \(ending.uppercased())", at: files.place(of: first.path),
        measure: Measure(Double(endings.count), "formats", limit: 2),
        help: "add “\(first.path.stem).\(ending)”, which is \(why)")
    }
  }

  private func checkNames(_ badge: FoundBadge, _ report: inout Report) {
    let others = badge.otherIDs
    guard let first = others.first else { return }
    report.add(
      .drift, "“\(badge.id)” is called \(told(others.map(\.value))) too", at: first.place,
      measure: Measure(Double(others.count + 1), "names", limit: 1),
      help: "use one name for folder, file, list and pages: “\(badge.id)”, which addresses have")
  }

  // MARK: One picture

  private func check(_ picture: FoundPicture, at place: Place, _ report: inout Report) {
    let name = picture.path.fileName
    let families = picture.drawing?.families ?? []
    if picture.look == nil, families.isEmpty {
      let first = picture.problems.first
      report.add(
        .unreadable, "“\(name)” cannot be drawn: \(first?.message ?? "nothing is to be seen")",
        at: first?.place ?? place, help: first?.help ?? "draw it again",
        notes: picture.problems.count > 1 ? ["and \(picture.problems.count - 1) more"] : [])
    }
    for (family, hasFallback, place) in families {
      report.add(
        .liveText,
        "“\(name)” has words in “\(family)”"
          + (hasFallback ? "" : ", and no other family for where that is not there"), at: place,
        measure: Measure(Double(families.count), "families", limit: 0),
        help: "convert text to paths")
    }
    if let drawing = picture.drawing {
      if drawing.embeddedBytes > 0 {
        report.add(
          .embedded, "“\(name)” carries pictures of \(drawing.embeddedBytes) bytes",
          at: drawing.embedded, measure: Measure(Double(drawing.embeddedBytes), "bytes", limit: 0),
          help: "draw them as shapes")
      }
      let missing = [
        (drawing.hasTitle, "<title>"), (drawing.hasDescription, "<desc>"),
        (drawing.hasRole, "role"),
      ].filter { !$0.0 }.map(\.1)
      if !missing.isEmpty {
        report.add(
          .alternative, "“\(name)” has no \(missing.joined(separator: ", no "))", at: drawing.root,
          measure: Measure(Double(3 - missing.count), "of three", limit: 3),
          help: "say what it shows: whoever does not see it reads that")
      }
    }
    let limit = picture.kind == .svg ? FolderCheck.drawingBytes : FolderCheck.rasterBytes
    if picture.bytes > limit {
      report.add(
        .heavy, "“\(name)” has \(picture.bytes) bytes", at: place,
        measure: Measure(Double(picture.bytes), "bytes", limit: Double(limit)),
        help: "at most \(limit) do for a badge: save it smaller, or with fewer colours")
    }
  }

  /// The widest margin of a badge's pictures, once: they mostly have the same.
  private func checkMargins(
    _ badge: FoundBadge, _ files: SourceFiles, _ report: inout Report
  ) {
    var widest: (share: Double, side: String, path: String)?
    for picture in badge.pictures {
      guard let look = picture.look else { continue }
      for (share, side) in [(look.emptyHeight, "height"), (look.emptyWidth, "width")]
      where share > widest?.share ?? 0 {
        widest = (share, side, picture.path)
      }
    }
    guard let (share, side, path) = widest else { return }
    let percent = (share * 1000).rounded() / 10
    guard percent > FolderCheck.marginLimit else { return }
    report.add(
      .margins, "\(told(percent)) % of the \(side) of “\(path.fileName)” are empty",
      at: files.place(of: path),
      measure: Measure(percent, "percent of the \(side)", limit: FolderCheck.marginLimit),
      help: "trim it to what is seen")
  }

  // MARK: Several

  /// Each pair once: by the whole file, or by what is seen.
  private func checkTwins(_ badges: [FoundBadge], _ files: SourceFiles, _ report: inout Report) {
    var told: Set<[Int]> = []
    var digests: [String: (badge: Int, path: String)] = [:]
    func tell(_ a: Int, _ path: String, _ b: Int, _ other: String, _ share: Double?) {
      guard a != b, told.insert([min(a, b), max(a, b)]).inserted else { return }
      report.add(
        .twins,
        "“\(path)” \(share == nil ? "is the same file as" : "looks the same as") “\(other)”",
        at: files.place(of: path),
        measure: Measure(share ?? 0, "percent of pixels", limit: FolderCheck.twinLimit),
        help:
          "give “\(badges[a].id)” a picture of its own, or make it an alias of “\(badges[b].id)”")
    }
    for (index, badge) in badges.enumerated() {
      for picture in badge.pictures {
        if let twin = digests[picture.digest] {
          tell(index, picture.path, twin.badge, twin.path, nil)
        } else {
          digests[picture.digest] = (index, picture.path)
        }
      }
    }
    // Every badge with every other by one picture each; of very many only what is equal byte for byte.
    let shown = badges.enumerated().compactMap { index, badge in
      badge.pictures.first { $0.look != nil }.map { (index, $0) }
    }
    guard shown.count <= 500 else { return }
    for (number, (index, picture)) in shown.enumerated() {
      for (other, twin) in shown[..<number] where picture.digest != twin.digest {
        guard let a = picture.look, let b = twin.look else { continue }
        let share = a.difference(from: b, tolerance: Look.twinTolerance) * 100
        if share < FolderCheck.twinLimit { tell(index, picture.path, other, twin.path, share) }
      }
    }
  }
}
