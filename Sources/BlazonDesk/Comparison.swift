internal import BlazonArtwork
internal import BlazonDesign
internal import BlazonIntake
internal import BlazonLayout
internal import BlazonPaint
internal import BlazonPress
internal import BlazonScene
internal import BlazonShelf
internal import BlazonSite
public import BlazonSource
internal import BlazonSpec
internal import BlazonText
internal import Files

/// Two states of pictures, held against each other: two PNG files, two output folders, or the badges
/// of two spec folders.
public struct Comparison: Sendable {
  /// One picture that is not the same in both.
  public struct Change: Sendable {
    public enum Kind: String, Sendable { case added, removed, changed }

    /// As in `acme/badges/docs-author`.
    public var name: String
    public var kind: Kind
    /// The share of pixels, in percent, that differ by more than a trace.
    public var percent: Double
    /// Before, difference and after, side by side, as a PNG file.
    public var png: [UInt8]

    /// The file that shows it, below the folder of all.
    var file: String { name.hasSuffix(".png") ? name : "\(name).png" }
  }

  public private(set) var changes: [Change] = []
  /// How many pictures were held against each other.
  public private(set) var count = 0

  /// The pixel width at which badges of specs are compared.
  private static let width = 512
  /// The most pictures of one side.
  private static let limit = 20_000

  /// Compares what stands at two paths, or what two commits have.
  public init(_ old: String, _ new: String, report: inout Report) throws(WorldError) {
    let (old, new) = (try Side(old), try Side(new))
    let before = try Comparison.pictures(of: old, &report)
    let after = try Comparison.pictures(of: new, &report)
    guard !report.hasErrors else { return }
    // Two files are the same picture, whatever they are called.
    let isPair = before.count == 1 && after.count == 1 && old.source.kind(of: old.path) == .file
    let names = isPair ? [""] : Set(before.keys).union(after.keys).sorted()
    count = names.count
    for name in names {
      let a = isPair ? before.values.first : before[name]
      let b = isPair ? after.values.first : after[name]
      if try Comparison.areSameBytes(a, b) { continue }
      let (from, to) = (try Comparison.raster(a), try Comparison.raster(b))
      guard from != to else { continue }
      // A pair is called by the first file, wherever that stands.
      let label = isPair ? old.path.split(separator: "/").last.map(String.init) ?? name : name
      changes.append(try Comparison.change(label, from, to))
    }
  }

  /// One of the two: a path, and where it is one.
  private struct Side {
    var path: String
    var source: SpecSource

    /// What `name` calls: a commit, or what stands at a path. Both at once is refused, as whoever adds a
    /// path could otherwise stand it in for a commit.
    init(_ name: String) throws(WorldError) {
      let isThere = kind(of: name, followingLinks: false) != nil
      if ["/", "./", "../"].contains(where: name.hasPrefix) || [".", ".."].contains(name) {
        guard isThere else { throw WorldError("no file or folder “\(name)”") }
      } else if let whole = try CommittedSpecs.wholeName(of: name) {
        guard !isThere else {
          throw WorldError(
            "“\(name)” is a commit and a path; write “\(whole)” for the commit, “./\(name)” for the "
              + "path")
        }
        if let commit = try CommittedSpecs(name) {
          (path, source) = (commit.path, commit.source)
          return
        }
      } else if !isThere {
        throw WorldError("no file, folder or commit “\(name)”")
      }
      (path, source) = (name, .disk)
    }
  }

  /// What changed, as Markdown for a pull request.
  public var summary: String { summary { _ in nil } }

  private func summary(_ file: (Change) -> String?) -> String {
    let rows = changes.map { change in
      let tenths = Int((change.percent * 10).rounded())
      return ChangedPicture(
        name: change.name, what: change.kind.rawValue,
        share: change.kind == .changed ? "\(tenths / 10).\(tenths % 10) %" : "",
        file: file(change))
    }
    return changeTable(rows, of: count)
  }

  /// Writes the pictures, in folders as they were found, and the summary into `folder`.
  public func write(into folder: String) throws(WorldError) {
    func write(_ bytes: [UInt8], _ name: String) throws(WorldError) {
      let path = "\(folder)/\(name)"
      try wrapping { () throws(FileError) in
        try makeFolders(String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]))
        try replace(path, with: bytes)
      }
    }
    for change in changes { try write(change.png, change.file) }
    try write(Array(summary(\.file).utf8), "summary.md")
  }

  // MARK: Pictures

  /// Where a picture comes from; it is made when it is needed.
  private enum Picture {
    case file(String, SpecSource)
    case badge(Badge, Programme, Studio)
  }

  /// The pictures of one side, by name, each made when it is needed.
  private static func pictures(
    of side: Side, _ report: inout Report
  ) throws(WorldError) -> [String: Picture] {
    let (path, source) = (side.path, side.source)
    switch source.kind(of: path) {
    case .file: return [path: .file(path, source)]
    case .folder: break
    case .other, nil: throw WorldError("no file or folder “\(path)”")
    }
    if try isSpecs(path, source) { return try badges(of: path, source, &report) }
    var found: [String: Picture] = [:]
    try collect(path, source, "", depth: 0, &found)
    if found.isEmpty {
      report.error(
        "no pictures in “\(path)”", at: nil,
        help: "name an output folder, a folder of specs, or a PNG file")
    }
    return found
  }

  private static func isSpecs(_ path: String, _ source: SpecSource) throws(WorldError) -> Bool {
    if source.hasProgramme(path) { return true }
    return try source.list(path).contains { source.hasProgramme("\(path)/\($0)") }
  }

  private static func collect(
    _ root: String, _ source: SpecSource, _ prefix: String, depth: Int,
    _ found: inout [String: Picture]
  ) throws(WorldError) {
    guard depth < 8 else { return }
    for name in try source.list(root) where !name.hasPrefix(".") {
      let path = "\(root)/\(name)"
      switch source.kind(of: path, followingLinks: false) {
      case .folder: try collect(path, source, "\(prefix)\(name)/", depth: depth + 1, &found)
      case .file where name.hasSuffix(".png"):
        guard found.count < limit else {
          throw WorldError("more than \(limit) pictures in “\(root)”")
        }
        found["\(prefix)\(name)"] = .file(path, source)
      case .file, .other, nil: continue
      }
    }
  }

  private static func badges(
    of path: String, _ source: SpecSource, _ report: inout Report
  ) throws(WorldError) -> [String: Picture] {
    let programmes = try SpecFolder.load([path], from: source, report: &report)
    var found: [String: Picture] = [:]
    let studio = try Studio(programmes, report: &report)
    for loaded in programmes {
      let programme = loaded.programme
      for badge in loaded.badges.flatMap(\.drawings) {
        let folder = Address.badges(of: programme.id)
        found["\(folder.path)/\(badge.fileName)"] = .badge(badge, programme, studio)
      }
    }
    return found
  }

  private static let fileLimit = 1 << 26

  /// Whether both are files of the same bytes, which need not be decoded.
  private static func areSameBytes(_ a: Picture?, _ b: Picture?) throws(WorldError) -> Bool {
    guard case .file(let a, let from)? = a, case .file(let b, let to)? = b else { return false }
    return try from.read(a, limit: fileLimit) == to.read(b, limit: fileLimit)
  }

  private static func raster(_ picture: Picture?) throws(WorldError) -> Raster? {
    switch picture {
    case nil: return nil
    case .file(let path, let source): return try raster(of: path, source)
    case .badge(let badge, let programme, let studio):
      var report = Report()
      let scene = studio.withBench(for: programme) { bench in
        bench.compose(Design(badge, of: programme, width: width), report: &report)
      }
      return try wrapping { () throws(PaintError) in
        try RasterPainter(width: width, of: scene).paint(scene)
      }
    }
  }

  private static func raster(
    of path: String, _ source: SpecSource
  ) throws(WorldError) -> Raster {
    let bytes = try source.read(path, limit: fileLimit)
    let artwork: Artwork
    do throws(ArtworkError) { artwork = try Artwork(bytes, limits: .ours, longerSide: .max) } catch
    {
      throw WorldError("“\(path)”: \(error.message)")
    }
    guard case .image(let picture)? = artwork.nodes.first, artwork.kind == .png else {
      throw WorldError("“\(path)” is no PNG file")
    }
    return picture.raster
  }

  // MARK: Difference

  private static func change(
    _ name: String, _ before: Raster?, _ after: Raster?
  ) throws(WorldError) -> Change {
    let size = Size(
      width: Double(max(before?.width ?? 0, after?.width ?? 0)),
      height: Double(max(before?.height ?? 0, after?.height ?? 0)))
    let (difference, percent) = difference(before, after, Int(size.width), Int(size.height))
    let gap = 12.0
    let panels = [before, difference, after]
    var nodes: [Node] = [
      .shape(
        Shape(
          Path(
            rect: Rect(x: 0, y: 0, width: 3 * size.width + 4 * gap, height: size.height + 2 * gap)),
          fill: .color(Color(hex: 0xF6F8FA))))
    ]
    for (index, panel) in panels.enumerated() {
      guard let panel else { continue }
      let box = Rect(
        x: gap + Double(index) * (size.width + gap), y: gap, width: Double(panel.width),
        height: Double(panel.height))
      nodes.append(.image(BlazonScene.Picture(panel, in: box)))
    }
    let scene = Scene(
      size: Size(width: 3 * size.width + 4 * gap, height: size.height + 2 * gap), nodes: nodes,
      title: name, description: name)
    let png = try wrapping { () throws(PaintError) in
      PNGEncoder(of: scene).encode(try RasterPainter(scale: 1).paint(scene))
    }
    let kind: Change.Kind = before == nil ? .added : after == nil ? .removed : .changed
    return Change(name: name, kind: kind, percent: percent, png: png)
  }

  /// What stayed, faded to grey; what changed, in magenta, the stronger the further apart.
  private static func difference(
    _ before: Raster?, _ after: Raster?, _ width: Int, _ height: Int
  ) -> (Raster?, percent: Double) {
    guard let before, let after else { return (nil, 100) }
    var pixels = [UInt8](repeating: 255, count: width * height * 4)
    var count = 0
    for y in 0..<height {
      for x in 0..<width {
        let (a, b) = (before.onWhite(x, y), after.onWhite(x, y))
        let apart = max(abs(a.red - b.red), abs(a.green - b.green), abs(a.blue - b.blue))
        let grey = 200 + (a.red + a.green + a.blue) * 55 / 765
        let at = (y * width + x) * 4
        let strength = min(255, apart * 3)
        if apart > 2 { count += 1 }
        pixels[at] = UInt8((grey * (255 - strength) + 214 * strength) / 255)
        pixels[at + 1] = UInt8(grey * (255 - strength) / 255)
        pixels[at + 2] = UInt8((grey * (255 - strength) + 150 * strength) / 255)
      }
    }
    let raster = Raster(width: width, height: height, pixels: pixels)
    return (raster, Double(count) / Double(max(1, width * height)) * 100)
  }
}

extension Raster {
  /// The colour of a pixel as a white page shows it, 0 to 255 a channel; white outside the picture.
  fileprivate func onWhite(_ x: Int, _ y: Int) -> (red: Int, green: Int, blue: Int) {
    guard x < width, y < height else { return (255, 255, 255) }
    let at = (y * width + x) * 4
    let (alpha, white) = (Int(pixels[at + 3]), 255 * (255 - Int(pixels[at + 3])))
    return (
      (Int(pixels[at]) * alpha + white) / 255, (Int(pixels[at + 1]) * alpha + white) / 255,
      (Int(pixels[at + 2]) * alpha + white) / 255
    )
  }
}
