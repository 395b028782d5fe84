public import BlazonArtwork
internal import BlazonCheck
public import BlazonLedger
public import BlazonSource
public import BlazonSpec
public import BlazonText

/// A programme as it was asked for: all of it, or the badges of one file; its drawings; who earned what.
public struct LoadedProgramme: Sendable {
  public private(set) var programme: Programme
  /// The ids of the badges that were asked for; `nil` for all.
  private let asked: Set<String>?
  /// By programme, handle and badge; each badge can be drawn in the state of its award.
  public private(set) var grants: [Grant] = []
  /// The first grant of each person.
  public private(set) var people: [Int] = []
  /// The grants of each badge, by its id: their places, in the order of handles.
  public private(set) var holders: [String: [Int]] = [:]
  private var former: [String: [String]] = [:]
  private var formerlyRevoked: [(uuid: String, day: CalendarDate)] = []
  /// The drawings that its specs name.
  public internal(set) var artworks = Artworks()
  /// The fonts of its own.
  public internal(set) var typeface = Typeface()
  /// The pictures of people that its awards name.
  public internal(set) var avatars = Avatars()

  /// The day on which its awards are told to stand; `nil` where there are none.
  public internal(set) var day: CalendarDate?

  /// Whether the whole folder was asked for.
  public var isWhole: Bool { asked == nil }

  /// The grants of the person whose first is at `first`.
  public func grants(from first: Int) -> Range<Int> {
    let handle = grants[first].award.handle.value
    var end = first + 1
    while end < grants.count, grants[end].award.handle.value == handle { end += 1 }
    return first..<end
  }

  /// The award of the same person that has taken the place of `grant` and may be shown; `nil` where there is none.
  public func successor(of grant: Grant) -> Grant? {
    guard grant.standing == .superseded, let word = grant.award.supersededBy?.value else {
      return nil
    }
    let parts = word.split(separator: "/").map(String.init)
    guard parts.count == 1 || parts[0] == programme.id, let name = parts.last,
      let badge = programme.badge(name)
        ?? programme.badges.first(where: { $0.words.aliases.contains { $0.value == name } })
    else { return nil }
    let handle = grant.award.handle.value
    // Grants stand in the order of handles.
    var (low, high) = (0, grants.count)
    while low < high {
      let middle = (low + high) / 2
      if grants[middle].award.handle.value.utf8.lexicographicallyPrecedes(handle.utf8) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < grants.count else { return nil }
    return grants(from: low).map { grants[$0] }.first {
      $0.badge == badge.id.value && $0.award.handle.value == handle && $0.award.visibility.isListed
    }
  }

  /// Numbers that the award of a badge to somebody had before it was renewed.
  public func formerNumbers(of grant: Grant) -> [String] {
    former["\(grant.award.handle.value)/\(grant.badge)"] ?? []
  }

  /// Numbers of credentials that were taken back before their awards were renewed: they stay so.
  public var formerlyRevokedUUIDs: [String] {
    formerlyRevoked.filter { taken in day.map { taken.day <= $0 } ?? true }.map(\.uuid)
  }

  mutating func add(_ number: FormerNumber) {
    if let name = number.number {
      former["\(number.handle)/\(number.badge)", default: []].append(name)
    }
    if let uuid = number.uuid, let day = number.revoked { formerlyRevoked.append((uuid, day)) }
  }

  /// The badges that were asked for.
  public var badges: [Badge] {
    guard let asked else { return programme.badges }
    return programme.badges.filter { asked.contains($0.id.value) }
  }

  /// Who earned something, each once.
  public var handles: Set<String> {
    grants.reduce(into: Set()) { $0.insert($1.award.handle.value) }
  }

  /// `asked` are the ids of the badges that were asked for; `nil` for all.
  init(_ programme: Programme, asked: Set<String>? = nil) {
    (self.programme, self.asked) = (programme, asked)
    self.programme.prepareExpired()
    self.programme.prepareLocked()
  }

  /// Adds what people earned, and reads each badge in the states in which they have it.
  ///
  /// A badge that cannot be drawn in the state of an award is reported there, once for each state.
  mutating func add(
    _ grants: ArraySlice<Grant>, keepsGoing: Bool = false, _ report: inout Report
  ) {
    struct Case: Hashable { var badge: String, state: Words.State }
    var known: [Case: Bool] = [:]
    self.grants = grants.filter { grant in
      guard let badge = programme.badge(grant.badge) else { return false }
      if grant.standing == .inForce, badge.words.state == .comingSoon, grant.state == nil {
        report.add(
          Diagnostic(
            .warning,
            "“\(grant.badge)” is coming soon, and “\(grant.award.handle.value)” has it",
            at: grant.award.badge.place,
            help: "take “state: coming-soon” out of the badge, or the award out of the ledger"))
      }
      let drawn = badge.variant(
        tier: grant.award.tier?.value, count: grant.award.count?.value)
      let state = drawn.state(awarded: grant.state)
      let this = Case(badge: grant.badge, state: state)
      if let isDrawable = known[this] { return isDrawable }
      let found = programme.prepare(grant.badge, in: state)
      known[this] = !found.hasErrors
      guard found.hasErrors else { return true }
      // Nobody wrote that it has expired: where the badge has no drawing for that, it stays as it is.
      if grant.standing == .expired, grant.award.state == nil {
        known[this] = true
        _ = programme.prepare(grant.badge, in: drawn.words.state)
        return true
      }
      let why = found.sorted.map { diagnostic in
        (diagnostic.place.map { "\($0.label): " } ?? "") + diagnostic.message
      }
      var refusal = Report()
      refusal.add(
        .states, "the badge “\(grant.badge)” cannot be drawn as “\(state.rawValue)”",
        at: grant.award.state?.place ?? grant.award.place,
        help: "give it a state that its preset and its “adjust” have a drawing for", notes: why)
      report.add(refusal, leavingOut: keepsGoing)
      return false
    }
    index()
  }

  /// Leaves out the awards that stand at `places`.
  public mutating func leaveOut(_ places: Set<Place>) {
    grants.removeAll { places.contains($0.award.place) }
    index()
  }

  private mutating func index() {
    holders = Dictionary(grouping: self.grants.indices) { self.grants[$0].badge }
    people = self.grants.indices.filter { index in
      index == 0
        || self.grants[index].award.handle.value != self.grants[index - 1].award.handle.value
    }
  }
}
