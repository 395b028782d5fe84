internal import BlazonCheck
internal import BlazonDesign
internal import BlazonIntake
internal import BlazonLedger
public import BlazonShelf
public import BlazonSource
internal import BlazonSpec
internal import Dispatch
internal import Synchronization

/// Checks a plan and makes its files, many at a time.
public struct Press: Sendable {
  private let studio: Studio
  /// How many items are made at a time.
  private let workers: Int
  private let isCancelled: @Sendable () -> Bool

  /// `isCancelled` is asked between items and files.
  public init(
    _ studio: Studio, workers: Int = 1,
    isCancelled: @Sendable @escaping () -> Bool = { false }
  ) {
    (self.studio, self.workers, self.isCancelled) = (studio, workers, isCancelled)
  }

  /// What a run made.
  public struct Summary: Sendable {
    public var badges: Int
    public var awards: Int
    public var files: Int
    public var bytes: Int
    /// Files of earlier runs that nothing draws any more.
    public var orphans: [String]
  }

  // MARK: Check

  /// Lays out all of `plan` and paints nothing; `nil` if anything is wrong, which is in the report.
  public func check(_ plan: Plan, report: inout Report) -> Checked<Plan>? {
    // What the caller knows already may be found again: only a report of its own can be asked.
    var all = Report()
    defer { report.add(all) }
    let reports = Mutex<[(index: Int, report: Report)]>([])
    let copies = Copies()
    forEach(plan, where: isChecked) { (index, item, bench, known) in
      guard let check = item.surface.check else { return }
      var work = Work(item, of: plan, at: bench, copies, known: known) { _ in }
      var report = Report()
      check(&work, &report)
      known = work.knownAward
      guard !report.diagnostics.isEmpty else { return }
      reports.withLock { $0.append((index, report)) }
    }
    let found = reports.withLock { $0.sorted { $0.index < $1.index } }
    for (_, found) in found { all.add(found) }
    for loaded in plan.programmes {
      copies.duplicates.check(loaded.programme, &all)
      checkSentences(of: loaded.programme, &all)
      checkCriteria(of: loaded.programme, &all)
      checkWithdrawn(of: loaded, &all)
    }
    return all.hasErrors || isCancelled() ? nil : Checked(plan)
  }

  // MARK: Render

  /// Makes the files of `plan` and puts them on `shelf`.
  ///
  /// A file over its programme's budget is reported and not written; what stood there stays.
  /// `progress` hears of every item done.
  public func render(
    _ plan: Checked<Plan>, onto shelf: Shelf, report: inout Report,
    progress: @Sendable @escaping (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(WorldError) -> Summary {
    let plan = plan.value
    for programme in plan.programmes.map(\.programme) {
      try shelf.prepare(.programme(programme.id))
      let others = programme.languages.filter { $0 != programme.language }
      for language in [nil] + others.map(Optional.some) {
        try shelf.prepare(.badges(of: programme.id, in: language))
      }
    }
    try make(plan, onto: shelf, progress)
    if isCancelled() { throw WorldError("interrupted: what was there before is whole") }
    report.add(shelf.refused)
    try shelf.note(fonts: studio.usedFonts, report: &report)
    let whole = plan.programmes.filter(\.isWhole).map(\.programme)
    let orphans = try shelf.writeManifest(
      replacing: plan.isComplete ? whole.map(\.id) : [],
      withdrawing: whole.flatMap { programme in
        programme.withdrawn.map { Withdrawal($0.value, from: programme.id) }
      })
    let (badges, awards) = plan.subjectCount
    return Summary(
      badges: badges, awards: awards, files: shelf.fileCount, bytes: shelf.byteCount,
      orphans: orphans)
  }

  /// The files of `plan`, one item after the other, as values. What is wrong with their words is for a check
  /// to say.
  public func artifacts(of plan: Plan) throws(WorldError) -> [Artifact] {
    var artifacts: [Artifact] = []
    let (copies, keys) = (Copies(), Keys(plan))
    for index in 0..<plan.count {
      let item = plan.item(at: index)
      let programme = plan.programmes[item.programme].programme
      try studio.withBench(for: programme) { (bench) throws(WorldError) in
        var work = Work(item, of: plan, at: bench, copies, key: keys.key(of: item)) {
          artifacts.append($0)
        }
        try item.surface.make(&work)
      }
    }
    return artifacts
  }

  private func make(
    _ plan: Plan, onto shelf: Shelf, _ progress: @Sendable (Int, Int) -> Void
  ) throws(WorldError) {
    let state = Mutex<(done: Int, failure: WorldError?)>((0, nil))
    let (copies, keys) = (Copies(), Keys(plan))
    forEach(plan, where: isAny) { (_, item, bench, known) in
      if state.withLock({ $0.failure != nil }) { return }
      do throws(WorldError) {
        if item.surface.scope == .award { try shelf.prepare(item.address) }
        var work = Work(
          item, of: plan, at: bench, copies, key: keys.key(of: item), known: known
        ) { (artifact) throws(WorldError) in
          if !isCancelled() { try shelf.write(artifact) }
        }
        try item.surface.make(&work)
        known = work.knownAward
        let done = state.withLock { state in
          state.done += 1
          return state.done
        }
        progress(done, plan.count)
      } catch {
        state.withLock { $0.failure = $0.failure ?? error }
      }
    }
    if let failure = state.withLock({ $0.failure }) { throw failure }
  }

  // MARK: Workers

  /// Runs `body` for every item that `isMeant`, on as many threads as there are workers, each at a bench of
  /// its own. `body` may keep the design of an award for the next item, which is often of the same.
  private func forEach(
    _ plan: Plan, where isMeant: @Sendable (Plan.Item) -> Bool,
    _ body: @Sendable (Int, Plan.Item, Bench, inout AwardDesign?) -> Void
  ) {
    // Neighbours share what they are made from: a worker takes a few at a time.
    let next = Atomic<Int>(0)
    let batch = 8
    let count = (plan.count + batch - 1) / batch
    DispatchQueue.concurrentPerform(iterations: max(1, min(workers, count))) { _ in
      var known: (address: Address, award: AwardDesign)?
      while !isCancelled() {
        let start = next.add(batch, ordering: .relaxed).oldValue
        guard start < plan.count else { return }
        for index in start..<min(start + batch, plan.count) {
          if isCancelled() { return }
          let item = plan.item(at: index)
          guard isMeant(item) else { continue }
          var award = known?.address == item.address ? known?.award : nil
          studio.withBench(for: plan.programmes[item.programme].programme) { bench in
            body(index, item, bench, &award)
          }
          known = award.map { (item.address, $0) }
        }
      }
    }
  }
}

@Sendable private func isChecked(_ item: Plan.Item) -> Bool { item.surface.check != nil }

@Sendable private func isAny(_ item: Plan.Item) -> Bool { true }
