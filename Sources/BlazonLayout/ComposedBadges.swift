internal import BlazonDesign
internal import BlazonScene
internal import BlazonSource
internal import Synchronization

/// Badges that pages showed, for pages that show them again, the credits of pictures, and which would take too long to paint. Any number of composers of the same programmes may share
/// one; a page is the same whether its badge was kept or not.
public final class ComposedBadges: Sendable {
  struct Badge: Sendable {
    var nodes: [Node]
    /// What was found when it was composed.
    var report: Report
  }

  private struct State {
    var kept: [String: (badge: Badge, turn: Int)] = [:]
    /// Counted in questions.
    var turn = 0
    /// By the name of their provenance: a few words for each badge and page.
    var credits: [String: Credits] = [:]
    /// What is too much about badges and pages, by their likeness.
    var excesses: [String: Excess?] = [:]
  }

  /// What is too much to paint, and where the first is written that is.
  struct Excess: Sendable {
    var message: String
    var place: Place
  }

  /// How many are kept: those that were asked for last.
  private let capacity: Int
  private let state = Mutex(State())

  public init(capacity: Int = 64) { self.capacity = capacity }

  subscript(likeness: String) -> Badge? {
    state.withLock { state in
      state.turn += 1
      state.kept[likeness]?.turn = state.turn
      return state.kept[likeness]?.badge
    }
  }

  func credits(of provenance: Provenance) -> Credits {
    if let known = state.withLock({ $0.credits[provenance.name] }) { return known }
    let credits = provenance.credits
    state.withLock { $0.credits[provenance.name] = credits }
    return credits
  }

  /// What is too much about badges or pages of a likeness, found by `find` unless it is known.
  func excess(_ likeness: String, _ find: () -> Excess?) -> Excess? {
    if let known = state.withLock({ $0.excesses[likeness] }) { return known }
    let excess = find()
    state.withLock { $0.excesses[likeness] = .some(excess) }
    return excess
  }

  func keep(_ badge: Badge, as likeness: String) {
    state.withLock { state in
      state.kept[likeness] = (badge, state.turn)
      while state.kept.count > capacity,
        let oldest = state.kept.min(by: { $0.value.turn < $1.value.turn })?.key
      {
        state.kept[oldest] = nil
      }
    }
  }
}

extension Composer {
  /// The badge of a page.
  mutating func badge(_ design: Design, _ report: inout Report) -> [Node] {
    guard let badges, let likeness = design.likeness else {
      return compose(design, report: &report).nodes
    }
    let known =
      badges[likeness]
      ?? {
        var found = Report()
        let composed = ComposedBadges.Badge(
          nodes: compose(design, report: &found).nodes, report: found)
        badges.keep(composed, as: likeness)
        return composed
      }()
    report.add(known.report)
    return known.nodes
  }
}
