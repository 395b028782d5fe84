internal import BlazonDesign
internal import BlazonIntake
internal import BlazonShelf
internal import BlazonSource
internal import BlazonSpec
internal import Dispatch
internal import Synchronization

/// One run that makes what a survey found: volume by volume, so that few lists are in memory at a time.
final class Rendering: Sendable {
  typealias Explain = @Sendable (_ what: String, _ why: String) -> Void
  typealias Progress = @Sendable (_ done: Int, _ total: Int) -> Void

  private let press: Press
  private let survey: Survey
  private let shelf: Shelf
  private let tidying: Volume.Tidying
  private let explain: Explain?
  private let progress: Progress
  private let keys: Keys
  private let copies = Copies()
  /// A few neighbours each, which share what they are made from, all of one volume.
  private let batches: [(volume: Int, range: Range<Int>)]
  private let state = Mutex(State())
  /// Folders that were made ready last.
  private let prepared = Mutex<Set<String>>([])

  private struct State {
    var open: [Int: OpenVolume] = [:]
    var account = Volume.Account()
    var done = 0
    var failure: WorldError?
  }

  /// A volume that is open, and how many of its batches are not done.
  private struct OpenVolume {
    let volume: Volume
    var left: Int
  }

  /// What a worker keeps from one item to the next, which is often of the same award.
  private struct Memory {
    var keys = Keys.Memory()
    var address: Address?
    var known = Work.Known()
  }

  init(
    _ survey: Survey, at press: Press, onto shelf: Shelf, _ tidying: Volume.Tidying,
    explain: Explain?, progress: @escaping Progress
  ) {
    (self.survey, self.press, self.shelf, self.tidying) = (survey, press, shelf, tidying)
    (self.explain, self.progress) = (explain, progress)
    keys = Keys(survey.plan)
    batches = survey.volumes.enumerated().flatMap { number, volume in
      stride(from: 0, to: max(1, volume.positions.count), by: 8).map { start in
        (number, start..<min(start + 8, volume.positions.count))
      }
    }
  }

  /// Makes everything. The list of lists is written as the last, unless the run is cancelled.
  func run(report: inout Report) throws(WorldError) -> Volume.Account {
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: max(1, min(press.workers, batches.count))) { _ in
      var memory = Memory()
      while !press.isCancelled(), state.withLock({ $0.failure == nil }) {
        let number = next.add(1, ordering: .relaxed).oldValue
        guard number < batches.count else { return }
        do throws(WorldError) {
          try make(batches[number].volume, batches[number].range, &memory)
        } catch {
          state.withLock { $0.failure = $0.failure ?? error }
        }
      }
    }
    if let failure = state.withLock({ $0.failure }) {
      // What is done is done, where the disk still takes it.
      leave()
      throw failure
    }
    if press.isCancelled() {
      leave()
      throw WorldError("interrupted: what was there before is whole")
    }
    let known = state.withLock { $0.open.values.first?.volume }
    let root = if let known { known } else { try shelf.open(.root) }
    try shelf.note(
      fonts: press.studio.usedFonts, own: press.studio.ownFonts, report: &report)
    var account = state.withLock { $0.account }
    account.add(try shelf.finish(root, tidying))
    report.add(account.refused)
    report.add(shelf.damages)
    return account
  }

  private func leave() { shelf.leave(state.withLock { $0.open.values.map(\.volume) }) }

  /// Makes a batch. Whoever does the last one of a volume closes it; the root stays open.
  private func make(
    _ number: Int, _ range: Range<Int>, _ memory: inout Memory
  ) throws(WorldError) {
    let volume = try open(number)
    for position in survey.volumes[number].positions[range] {
      if press.isCancelled() { return }
      try make(survey.plan.item(at: position), into: volume, &memory)
    }
    let isLast = state.withLock { state in
      state.open[number]?.left -= 1
      return state.open[number]?.left == 0
    }
    guard isLast, volume.id != .root, !press.isCancelled() else { return }
    let account = try shelf.close(volume, tidying)
    state.withLock { state in
      state.account.add(account)
      state.open[number] = nil
    }
  }

  /// Makes the folder of `address` unless that was done a moment ago.
  private func prepare(_ address: Address) throws(WorldError) {
    if prepared.withLock({ $0.contains(address.folder) }) { return }
    try shelf.prepare(address)
    prepared.withLock { folders in
      if folders.count > 256 { folders = [] }
      folders.insert(address.folder)
    }
  }

  private func open(_ number: Int) throws(WorldError) -> Volume {
    try state.withLock { (state) throws(WorldError) -> Volume in
      if let known = state.open[number] { return known.volume }
      let (id, positions) = survey.volumes[number]
      let volume = try shelf.open(id)
      state.open[number] = OpenVolume(volume: volume, left: (max(1, positions.count) + 7) / 8)
      return volume
    }
  }

  private func make(
    _ item: Plan.Item, into volume: Volume, _ memory: inout Memory
  ) throws(WorldError) {
    let (plan, isPruning) = (survey.plan, survey.isPruning)
    guard item.isMade(of: plan, into: volume, isPruning: isPruning) else { return }
    let key = keys.key(of: item, &memory.keys)
    guard let reason = volume.staleness(of: key) else {
      volume.keep(
        key, widths: isPruning ? plan.selection.sizes : nil, others: item.keptFiles(of: plan))
      return
    }
    // Those of programmes were made when the run began.
    let isPrepared = item.surface.scope == .drawing
    if memory.address != item.address { (memory.address, memory.known) = (item.address, .init()) }
    let known = memory.known
    var isTold = explain == nil
    let programme = plan.programmes[item.programme].programme
    memory.known = try press.studio.withBench(for: programme) {
      (bench) throws(WorldError) -> Work.Known in
      var work = Work(
        item, of: plan, at: bench, copies, key: key, known: known,
        onto: isPruning ? nil : volume
      ) { [self] (artifact) throws(WorldError) in
        if press.isCancelled() { return }
        if !isPrepared || artifact.address.folder != item.address.folder {
          try prepare(artifact.address)
        }
        if !isTold {
          isTold = true
          let old = volume.key(of: artifact.address)
          explain?(artifact.address.path, why(reason, old: old, new: key))
        }
        try volume.write(artifact)
      }
      try item.surface.make(&work)
      return work.known
    }
    let done = state.withLock { state in
      state.done += 1
      return state.done
    }
    progress(done, survey.staleCount)
  }

  /// Why something is made.
  private func why(_ reason: Volume.Reason, old: String?, new: String) -> String {
    switch reason {
    case .missing(let path): "“\(path)” is gone"
    case .changed(let path): "“\(path)” is another file than was written"
    case .unknown:
      old.map { old in
        Keys.difference(old, new).map { "changed: \($0)" } ?? "an earlier run did not finish it"
      } ?? "new"
    }
  }
}
