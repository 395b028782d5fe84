public import BlazonIntake
internal import BlazonLedger
public import BlazonShelf
public import BlazonSource
internal import BlazonSpec

/// Makes awards that come one by one, for as long as they come.
///
/// The lists of what was made stay open, so that a person's next award does not read them again, until there
/// are many; then, and at the end, they are written.
public final class AwardStream {
  private let press: Press
  private let shelf: Shelf
  private let selection: Selection
  private let copies = Copies()
  private var volumes: [Volume.ID: Volume] = [:]
  /// Certificates of awards that came as revoked.
  private var revoked: [Volume.ID: [Withdrawal]] = [:]
  /// Files that the open lists have taken.
  private var count = 0

  /// The most files in open lists.
  private static let limit = 20_000

  public init(_ press: Press, _ selection: Selection, onto shelf: Shelf) {
    (self.press, self.selection, self.shelf) = (press, selection, shelf)
  }

  /// What came of an award.
  public struct Result: Sendable {
    /// Whose award it is.
    public var programme: String, badge: String, handle: String
    /// All its files, below the output folder, and how many of them were drawn now.
    public var files: [String]
    public var drawn: Int
  }

  /// Checks the award of `loaded`, which has only one, and makes what of it does not stand there; `nil` if
  /// anything is wrong, which is in the report. Throws if the disk or the memory fails.
  public func make(
    _ loaded: LoadedProgramme, report: inout Report
  ) throws(WorldError) -> Result? {
    let plan = Plan(award: 0, of: loaded, selection)
    guard let grant = loaded.grants.first else { return nil }
    var result = Result(
      programme: grant.programme, badge: grant.badge, handle: grant.award.handle.value, files: [],
      drawn: 0)
    guard plan.count > 0 else { return result }
    let id = plan.volume(at: 0)
    let volume = if let known = volumes[id] { known } else { try shelf.open(id) }
    volumes[id] = volume
    if grant.standing == .revoked {
      let folders = [grant.address] + loaded.programme.formerFolders(of: grant)
      revoked[id, default: []] += folders.map(Withdrawal.init(certificatesIn:))
    }
    let keys = Keys(plan)
    var (known, stale): ([String], [(item: Plan.Item, key: String)]) = ([], [])
    for position in 0..<plan.count {
      let item = plan.item(at: position)
      guard item.isMade(of: plan, into: volume, isPruning: false) else { continue }
      let key = keys.key(of: item)
      if volume.staleness(of: key) == nil {
        volume.keep(key)
      } else {
        stale.append((item, key))
      }
      known.append(key)
    }
    if !stale.isEmpty, press.check(plan, report: &report) == nil { return nil }
    var shared = Work.Known()
    for (item, key) in stale {
      try press.studio.withBench(for: loaded.programme) { (bench) throws(WorldError) in
        var work = Work(
          item, of: plan, at: bench, copies, key: key, known: shared, onto: volume
        ) { [shelf] (artifact) throws(WorldError) in
          try shelf.prepare(artifact.address)
          try volume.write(artifact)
        }
        try item.surface.make(&work)
        shared = work.known
      }
    }
    result.files = known.flatMap { volume.paths(of: $0) }.sorted()
    result.drawn = stale.reduce(0) { $0 + volume.paths(of: $1.key).count }
    count += result.drawn
    if count > AwardStream.limit { report.add(try closeAll()) }
    return result
  }

  /// Writes the lists. What was refused for its bytes, and what is wrong with lists that stood there, is in
  /// the report.
  public func finish(report: inout Report) throws(WorldError) {
    report.add(try closeAll())
    let root = try shelf.open(.root)
    try shelf.note(
      fonts: press.studio.usedFonts, own: press.studio.ownFonts, report: &report)
    _ = try shelf.finish(root, .init())
    report.add(shelf.damages)
  }

  private func closeAll() throws(WorldError) -> Report {
    var report = Report()
    for (_, volume) in volumes.sorted(by: { $0.key < $1.key }) {
      var tidying = Volume.Tidying()
      tidying.revoked = revoked
      report.add(try shelf.close(volume, tidying).refused)
    }
    (volumes, count) = ([:], 0)
    revoked = [:]
    // They may be opened again.
    try shelf.settle()
    return report
  }
}
