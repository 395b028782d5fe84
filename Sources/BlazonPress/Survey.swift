internal import BlazonDesign
internal import BlazonIntake
public import BlazonShelf
public import BlazonSource
internal import BlazonSpec
internal import Dispatch
internal import Synchronization

/// A plan beside what stands on a shelf: which of its items have to be made.
public struct Survey: Sendable {
  public let plan: Plan
  /// Whether what nothing draws any more is removed, and what earlier releases drew is drawn no further.
  let isPruning: Bool
  /// The positions of what has to be made.
  let stale: [Int]
  /// The volumes with any of that, or with files that may have to be tidied up, and the root, each with the
  /// positions of its items.
  let volumes: [(id: Volume.ID, positions: [Int])]
  /// The files of the others, which stand as they should.
  let standing: (files: Int, bytes: Int)

  /// How many items have to be made.
  public var staleCount: Int { stale.count }

  /// What has to be made, an item a line: where it stands, what it is of, by which surface.
  public var staleWork: [String] {
    stale.map { position in
      let item = plan.item(at: position)
      var place = item.address.path
      if case .badge(let badge, let language) = item.subject {
        place += "/\(badge.fileName)" + (language.map { " (\($0))" } ?? "")
      }
      return (place.isEmpty ? "" : "\(place): ") + item.surface.id
    }
  }

  /// What has to be checked: what has to be made, and of a programme with a badge among it all badges, which
  /// are compared with each other.
  var checked: Plan {
    if stale.count == plan.count { return plan }
    var changed = Set<Int>()
    for position in stale {
      let item = plan.item(at: position)
      if item.surface.scope == .drawing { changed.insert(item.programme) }
    }
    guard !changed.isEmpty else { return plan.keeping(stale) }
    var positions = Set(stale)
    for position in 0..<plan.count {
      let item = plan.item(at: position)
      if item.surface.scope == .drawing, changed.contains(item.programme) {
        positions.insert(position)
      }
    }
    return plan.keeping(positions.sorted())
  }
}

extension Press {
  /// Finds what of `plan` does not stand on `shelf` as it would be made.
  public func survey(
    _ plan: Plan, on shelf: Shelf, pruning isPruning: Bool = false
  ) throws(WorldError) -> Survey {
    struct Found {
      var stale: [Int] = []
      var volumes: [Int] = []
      var files = 0, bytes = 0
      var failure: WorldError?
    }
    let keys = Keys(plan)
    var volumes = plan.byVolume()
    let known = Set(volumes.map(\.id))
    // Where all of a programme is meant, people may have files who have no award any more.
    let others = plan.programmes.filter { loaded in
      loaded.isWhole
        && (plan.isComplete || isPruning || !loaded.programme.withdrawn.isEmpty
          || shelf.holds(plan.share))
    }.flatMap { shelf.volumes(of: $0.programme.id) }
    let unknown = Set(others + shelf.unmoved + shelf.interrupted + [.root]).subtracting(known)
      .sorted()
    volumes = (volumes + unknown.map { ($0, []) }).sorted { $0.0 < $1.0 }
    let all = volumes
    let found = Mutex(Found())
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: max(1, min(workers, all.count))) { _ in
      var memory = Keys.Memory()
      while !isCancelled() {
        let number = next.add(1, ordering: .relaxed).oldValue
        guard number < all.count else { return }
        let (id, positions) = all[number]
        do throws(WorldError) {
          let volume = try shelf.open(id)
          var stale: [Int] = []
          for position in positions {
            let item = plan.item(at: position)
            guard item.isMade(of: plan, into: volume, isPruning: isPruning) else { continue }
            let key = keys.key(of: item, &memory)
            if volume.staleness(of: key) == nil {
              volume.keep(
                key, widths: isPruning ? plan.selection.sizes : nil,
                others: item.keptFiles(of: plan))
            } else {
              stale.append(position)
            }
          }
          let isTouched = id == .root || !stale.isEmpty || volume.hasOthers
          let standing = volume.standing
          found.withLock { found in
            found.stale += stale
            if isTouched {
              found.volumes.append(number)
            } else {
              found.files += standing.files
              found.bytes += standing.bytes
            }
          }
        } catch {
          found.withLock { $0.failure = $0.failure ?? error }
          return
        }
      }
    }
    let result = found.withLock { $0 }
    if let failure = result.failure { throw failure }
    return Survey(
      plan: plan, isPruning: isPruning, stale: result.stale.sorted(),
      volumes: result.volumes.sorted().map { all[$0] }, standing: (result.files, result.bytes))
  }
}

extension Plan.Item {
  /// Where the picture of its badge stands besides, whatever sizes are asked for.
  func keptFiles(of plan: Plan) -> [Address] {
    guard case .badge(let badge, nil) = subject else { return [] }
    let id = plan.programmes[programme].programme.id
    return badge.words.paths.compactMap { Address.kept($0.value.path, of: id)?.address }
  }

  /// Whether it makes files: some surfaces are for some awards only, and some files are drawn only where an
  /// earlier run lists them.
  func isMade(of plan: Plan, into volume: Volume, isPruning: Bool) -> Bool {
    guard case .award(let index) = subject else { return true }
    let loaded = plan.programmes[programme]
    let grant = loaded.grants[index]
    if surface.applies(loaded.badge(of: grant), loaded.programme, grant) { return true }
    return !isPruning && surface.former.contains { volume.lists(address.file($0)) }
  }
}
