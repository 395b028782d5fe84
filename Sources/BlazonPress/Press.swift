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
  let studio: Studio
  /// How many items are made at a time.
  let workers: Int
  let isCancelled: @Sendable () -> Bool

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
    /// All files of what was asked for, and how many of them were written.
    public var files: Int
    public var drawn: Int
    public var bytes: Int
    /// Files of earlier runs that nothing draws any more, and how many were removed.
    public var orphans: [String]
    public var removed: Int
  }

  // MARK: Check

  /// Errors after which nothing more is looked at: whoever has so many mends these first.
  static let errorLimit = 1000

  /// Lays out all of `plan` and paints nothing; `nil` if anything is wrong, which is in the report.
  public func check(_ plan: Plan, report: inout Report) -> Checked<Plan>? {
    // What the caller knows already may be found again: only a report of its own can be asked.
    var all = Report()
    defer { report.add(all) }
    let reports = Mutex<[(index: Int, report: Report)]>([])
    let copies = Copies()
    // Those of many items that are the same are one.
    let errors = Mutex(Report())
    let isWanted: @Sendable () -> Bool = { errors.withLock { $0.errorCount } < Press.errorLimit }
    forEach(plan, while: isWanted) {
      (index, item, bench, known) in
      guard let check = item.surface.check else { return }
      var work = Work(item, of: plan, at: bench, copies, known: known) { _ in }
      var report = Report()
      check(&work, &report)
      known = work.known
      guard !report.diagnostics.isEmpty else { return }
      reports.withLock { $0.append((index, report)) }
      guard report.hasErrors else { return }
      errors.withLock { errors in
        for var error in report.diagnostics where error.severity == .error {
          error.notes = []
          errors.add(error)
        }
      }
    }
    // Up to the last that counts, all before it were looked at: what is told does not depend on who was faster.
    for (_, found) in reports.withLock({ $0.sorted { $0.index < $1.index } }) {
      all.add(found)
      guard all.errorCount < Press.errorLimit else {
        all.add(Diagnostic(.note, "what comes after so many errors was not looked at", at: nil))
        return nil
      }
    }
    for loaded in plan.programmes where !plan.isOfOneAward {
      copies.duplicates.check(loaded.programme, &all)
      checkSentences(of: loaded.programme, &all)
      checkCriteria(of: loaded.programme, &all)
      checkWithdrawn(of: loaded, &all)
      checkPaths(of: loaded.programme, &all)
    }
    return all.hasErrors || isCancelled() ? nil : Checked(plan)
  }

  /// Lays out what of `survey` has to be made; `nil` if anything is wrong, which is in the report.
  public func check(_ survey: Survey, report: inout Report) -> Checked<Survey>? {
    guard check(survey.checked, report: &report) != nil else { return nil }
    var budgets = Report()
    checkBudgets(of: survey, &budgets)
    report.add(budgets)
    return budgets.hasErrors || isCancelled() ? nil : Checked(survey)
  }

  /// Makes the files that have a budget, and writes none: a run with one that is over it writes nothing.
  private func checkBudgets(of survey: Survey, _ report: inout Report) {
    let positions = survey.stale.filter { position in
      let item = survey.plan.item(at: position)
      return item.surface.hasBudget(survey.plan.programmes[item.programme].programme.budget)
    }
    guard !positions.isEmpty else { return }
    let plan = survey.plan.keeping(positions)
    let found = Mutex<[(index: Int, excess: Diagnostic)]>([])
    let copies = Copies()
    forEach(plan) { index, item, bench, known in
      var work = Work(item, of: plan, at: bench, copies, known: known) { artifact in
        if let excess = artifact.excess { found.withLock { $0.append((index, excess)) } }
      }
      // What else is wrong, the run will say.
      try? item.surface.make(&work)
      known = work.known
    }
    for (_, excess) in found.withLock({ $0.sorted { $0.index < $1.index } }) { report.add(excess) }
  }

  // MARK: Render

  /// Makes what has to be made, and puts it on the shelf that was surveyed.
  ///
  /// A file over its programme's budget was reported by the check; one that is all the same is not written.
  /// `progress` hears of every item done, `explain` of every item that is made, and why.
  public func render(
    _ survey: Checked<Survey>, onto shelf: Shelf, report: inout Report,
    explain: (@Sendable (_ what: String, _ why: String) -> Void)? = nil,
    progress: @Sendable @escaping (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(WorldError) -> Summary {
    let (survey, plan) = (survey.value, survey.value.plan)
    let whole = plan.programmes.filter(\.isWhole).map(\.programme)
    var tidying = Volume.Tidying(
      replaced: plan.isComplete || shelf.holds(plan.share) ? Set(whole.map(\.id)) : [],
      withdrawn: whole.flatMap { programme in
        programme.withdrawn.map { Withdrawal($0.value, from: programme.id) }
      }, isPruning: survey.isPruning)
    tidying.revoked = revoked(plan)
    (tidying.share, tidying.part) = (plan.share, plan.partOfShare)
    if !plan.isComplete { tidying.current = redactedKeys(plan) }
    // What is in the way is known before the first file is written.
    var folders: Set<Address> = []
    for position in survey.stale {
      for address in plan.folders(of: plan.item(at: position)) {
        if folders.insert(address).inserted { try shelf.check(address) }
      }
    }
    if survey.volumes.contains(where: { $0.id == .root && !$0.positions.isEmpty }) {
      for programme in plan.programmes.map(\.programme) {
        try shelf.prepare(.programme(programme.id))
        let others = programme.languages.filter { $0 != programme.language }
        for language in [nil] + others.map(Optional.some) {
          try shelf.prepare(.badges(of: programme.id, in: language))
        }
      }
    }
    var account = try Rendering(
      survey, at: self, onto: shelf, tidying, explain: explain, progress: progress
    ).run(report: &report)
    account.files += survey.standing.files
    account.bytes += survey.standing.bytes
    let (badges, awards) = plan.subjectCount
    return Summary(
      badges: badges, awards: awards, files: account.files, drawn: account.drawn,
      bytes: account.bytes, orphans: account.orphans.sorted(), removed: account.removed)
  }

  /// The keys of all files of people whose names are redacted, as a run of all makes them.
  private func redactedKeys(_ plan: Plan) -> Set<String> {
    let hidden = plan.programmes.flatMap(\.grants).filter { $0.award.visibility == .redacted }
    guard !hidden.isEmpty else { return [] }
    var selection = Selection()
    selection.people = Set(hidden.map(\.award.handle.value))
    let all = Plan(plan.programmes, selection)
    let keys = Keys(all)
    return Set((0..<all.count).map { keys.key(of: all.item(at: $0)) })
  }

  /// The certificates of awards that were revoked, under all names of their badges: they go in the same run.
  private func revoked(_ plan: Plan) -> [Volume.ID: [Withdrawal]] {
    var all: [Volume.ID: [Withdrawal]] = [:]
    for loaded in plan.programmes {
      for first in loaded.people {
        let grants = loaded.grants(from: first).map { loaded.grants[$0] }
        let handle = grants[0].award.handle.value
        let id = Volume.ID.people(handle, of: loaded.programme.id)
        // What a name stands in that is no longer told: of all their folder, or of an award's.
        if grants.allSatisfy({ $0.award.visibility == .redacted }) {
          let folder = Address.person(handle, in: loaded.programme.id)
          all[id, default: []].append(Withdrawal(all: folder))
        } else if grants.allSatisfy({ !$0.award.visibility.isListed }) {
          let page = Address.person(handle, in: loaded.programme.id).file(.page)
          all[id, default: []] += [
            Withdrawal(all: page),
            Withdrawal(wallsIn: .person(handle, in: loaded.programme.id)),
          ]
        }
        for grant in grants where grant.award.visibility == .redacted {
          all[id, default: []].append(Withdrawal(all: grant.address))
        }
      }
      for grant in loaded.grants where grant.standing == .revoked {
        let handle = grant.award.handle.value
        let folders = [grant.address] + loaded.programme.formerFolders(of: grant)
        all[.people(handle, of: loaded.programme.id), default: []] +=
          folders.map(Withdrawal.init(certificatesIn:))
        // Those that this run draws say so; others would go on telling what is no longer true.
        if plan.isComplete {
          all[.people(handle, of: loaded.programme.id), default: []]
            .append(Withdrawal(cardsIn: grant.address))
        }
      }
    }
    return all
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

  // MARK: Workers

  /// Runs `body` for every item that is checked, on as many threads as there are workers, each at a bench of
  /// its own. `body` may keep the design of an award for the next item, which is often of the same.
  private func forEach(
    _ plan: Plan, while isWanted: @Sendable () -> Bool = { true },
    _ body: @Sendable (Int, Plan.Item, Bench, inout Work.Known) -> Void
  ) {
    // Neighbours share what they are made from: a worker takes a few at a time.
    let next = Atomic<Int>(0)
    let batch = 8
    let count = (plan.count + batch - 1) / batch
    DispatchQueue.concurrentPerform(iterations: max(1, min(workers, count))) { _ in
      var (address, known) = (Address?.none, Work.Known())
      while !isCancelled(), isWanted() {
        let start = next.add(batch, ordering: .relaxed).oldValue
        guard start < plan.count else { return }
        for index in start..<min(start + batch, plan.count) {
          if isCancelled() { return }
          let item = plan.item(at: index)
          guard item.surface.check != nil else { continue }
          if address != item.address { (address, known) = (item.address, Work.Known()) }
          studio.withBench(for: plan.programmes[item.programme].programme) { bench in
            body(index, item, bench, &known)
          }
        }
      }
    }
  }
}
