internal import BlazonDesign
internal import BlazonIntake
internal import BlazonLayout
internal import BlazonLedger
internal import BlazonPress
internal import BlazonScene
internal import BlazonShelf
public import BlazonSource
internal import BlazonSpec

/// A recognition programme: its badges, and who earned them. Read once, drawn as often as you like.
///
/// What is wrong in specs and ledgers is added to a `Report`, each problem with its place; a programme with
/// errors is not made. A programme is a value: it can be kept, and drawn from many threads at once.
public struct Programme: Sendable {
  let loaded: LoadedProgramme
  let studio: Studio

  /// The programmes at `paths`: folders of programmes, programmes' folders, or files of badges.
  ///
  /// Empty if anything is wrong, which is in `report`. Throws if a file or folder cannot be read.
  public static func load(
    _ paths: String..., report: inout Report
  ) throws(WorldError) -> [Programme] {
    try all(&report) { (found) throws(WorldError) in
      try SpecFolder.load(paths, report: &found)
    }
  }

  /// The programmes at `paths` among files in memory, by their paths: specs, ledgers and drawings, as in
  /// `["acme/programme.yaml": bytes, "acme/awards/2026.csv": bytes]`. Nothing else is read.
  public static func load(
    _ paths: String..., files: [String: [UInt8]], report: inout Report
  ) throws(WorldError) -> [Programme] {
    try all(&report) { (found) throws(WorldError) in
      try SpecFolder.load(paths, from: SpecSource(files), report: &found)
    }
  }

  /// The programme of one badge that a sentence tells: `gold shield, open book, ribbon Docs, three stars`.
  ///
  /// `folder` is a programme whose presets, colours, name and fonts are meant. `nil` if the sentence is not
  /// understood, which is in `report`. Throws if `folder` cannot be read.
  public init?(
    sentence: String, in folder: String? = nil, report: inout Report
  ) throws(WorldError) {
    let source = SourceText(name: "sentence", bytes: Array(sentence.utf8))
    let all = try Programme.all(&report) { (found) throws(WorldError) in
      try SpecFolder.load(source, in: folder, report: &found).map { [$0] } ?? []
    }
    guard let only = all.first else { return nil }
    self = only
  }

  private init(_ loaded: LoadedProgramme, _ studio: Studio) {
    (self.loaded, self.studio) = (loaded, studio)
  }

  /// Those that `load` reads, with a studio that they share; none if anything is wrong in them, whatever was
  /// wrong before.
  private static func all(
    _ report: inout Report, _ load: (inout Report) throws(WorldError) -> [LoadedProgramme]
  ) throws(WorldError) -> [Programme] {
    var found = Report()
    defer { report.add(found) }
    let loaded = try load(&found)
    let studio = try Studio(loaded, report: &found)
    return found.hasErrors ? [] : loaded.map { Programme($0, studio) }
  }

  // MARK: What it has

  /// The name of its folder in the output.
  public var id: String { loaded.programme.id }

  /// What it is called, in its own language.
  public var name: String { loaded.programme.name }

  /// The badges that were asked for, in the order in which they are written; a badge with tiers or counts is
  /// followed by its variants.
  public var badges: [Badge] { loaded.badges.flatMap(\.drawings).map { Badge($0, of: self) } }

  /// The badge called `id`: `docs-author`, or a variant, `docs-author.gold`, or an alias.
  public func badge(_ id: String) -> Badge? { badges.first { $0.names.contains(id) } }

  /// The newest award of every badge to everybody, by handle and badge.
  public var awards: [Award] {
    loaded.grants.indices.map { Award($0, of: self) }
  }

  /// The award of the badge `badge` to `handle`.
  public func award(of badge: String, to handle: String) -> Award? {
    loaded.grants.firstIndex { $0.badge == badge && $0.award.handle.value == handle }
      .map { Award($0, of: self) }
  }

  // MARK: Folders

  /// Lays out everything and paints nothing: texts that do not fit, letters that no font has, and whatever
  /// else is wrong is added to `report`.
  public func check(report: inout Report) {
    _ = Press(studio).check(Plan([loaded]), report: &report)
  }

  /// Checks everything, and draws all badges, and all files of all awards, into `folder`: the tree that
  /// `blazon render` writes, with `manifest.json`. What stands there and is made from the same is left as it
  /// is; every other file is replaced whole. Credentials are for `blazon render` to make, which has the keys.
  ///
  /// The number of files that stand there now; 0 if the check finds an error, which is in `report`: then nothing is
  /// written. `workers` is how many badges and awards are drawn at a time. Throws if the disk fails.
  public func render(
    into folder: String, workers: Int = 1, report: inout Report
  ) throws(WorldError) -> Int {
    let press = Press(studio, workers: workers)
    let shelf = try Shelf(folder)
    // Who has no keys leaves alone what was signed with them.
    var selection = Selection()
    if loaded.programme.credentials != nil { selection.surfaces.remove(Surface.credentialID) }
    let survey = try press.survey(Plan([loaded], selection), on: shelf)
    guard let checked = press.check(survey, report: &report) else { return 0 }
    return try press.render(checked, onto: shelf, report: &report).files
  }
}
