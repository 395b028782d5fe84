internal import BlazonSource

/// What people have held, and when: by all their awards, not by the newest alone.
///
/// A badge that is derived is held while all badges that it requires are; one that has a time of its own, so long from the
/// last day on which one of them was earned. A badge that another renews lasts its time from the day of that.
package struct Tenure {
  /// A row of a ledger, and the badge that it means.
  package struct Row {
    var award: Award
    var badge: Int
  }

  struct Holding: Hashable {
    var person: [UInt8]
    var badge: Int
  }

  let directory: BadgeDirectory
  /// Of each person and badge, from the oldest.
  private var rows: [Holding: [Award]] = [:]
  private(set) var people: [[UInt8]] = []

  package init(_ rows: [Row], in directory: BadgeDirectory) {
    self.directory = directory
    var known = Set<[UInt8]>()
    for row in rows {
      let person = Array(row.award.bytes(of: .handle) ?? [])
      if known.insert(person).inserted { people.append(person) }
      self.rows[Holding(person: person, badge: row.badge), default: []].append(row.award)
    }
    for key in self.rows.keys {
      self.rows[key]?.sort { $0.issued.value < $1.issued.value }
    }
    people.sort { $0.lexicographicallyPrecedes($1) }
  }

  /// The awards of `badge` to somebody, from the oldest.
  func awards(of badge: Int, to person: [UInt8]) -> [Award] {
    rows[Holding(person: person, badge: badge)] ?? []
  }

  // MARK: Days

  /// What was asked before: titles of titles ask for the same again and again.
  private final class Memory {
    var spans: [Holding: [Span]] = [:]
    var derived: [Holding: [Span]] = [:]
  }

  private let memory = Memory()

  /// The days on which somebody holds `badge`.
  func spans(of badge: Int, to person: [UInt8]) -> [Span] {
    let holding = Holding(person: person, badge: badge)
    if let known = memory.spans[holding] { return known }
    let spans = findSpans(of: badge, to: person)
    memory.spans[holding] = spans
    return spans
  }

  private func findSpans(of badge: Int, to person: [UInt8]) -> [Span] {
    let entry = directory.entries[badge]
    let own = awards(of: badge, to: person)
    guard entry.isDerived else {
      let renewals = renewals(of: badge, to: person)
      return Span.union(own.compactMap { span(of: $0, entry, renewals) })
    }
    let derived = derived(badge, to: person)
    // Whoever was given it before they held all that it takes has it as the ledger says.
    let given = own.filter { award in !derived.contains { $0.contains(award.issued.value) } }
    return Span.union(
      derived.compactMap { cut($0, by: own) } + given.compactMap { span(of: $0, entry, []) })
  }

  /// `span` of a derived badge, as long as the last row of it in that time lets it be: what was taken back is not held.
  private func cut(_ span: Span, by rows: [Award]) -> Span? {
    guard
      let row = rows.last(where: { span.contains($0.issued.value) && !$0.isUnderWay })
    else { return span }
    var end = Span.earlier(row.expires?.value.next, row.revoked?.value)
    let word = row.state?.value
    if end == nil, word == "revoked" || word == "expired" { end = row.issued.value }
    return Span(span.start, until: Span.earlier(span.end, end))
  }

  /// The days on which somebody holds all that a derived badge takes.
  func derived(_ badge: Int, to person: [UInt8]) -> [Span] {
    let holding = Holding(person: person, badge: badge)
    if let known = memory.derived[holding] { return known }
    let spans = findDerived(badge, to: person)
    memory.derived[holding] = spans
    return spans
  }

  private func findDerived(_ badge: Int, to person: [UInt8]) -> [Span] {
    let entry = directory.entries[badge]
    let parts = directory.parts(of: badge)
    guard let first = parts.first else { return [] }
    let all = parts.dropFirst().reduce(spans(of: first, to: person)) {
      Span.intersection($0, spans(of: $1, to: person))
    }
    guard let months = entry.validMonths else { return all }
    let days = parts.flatMap { awards(of: $0, to: person) }.filter(\.counts).map(\.issued.value)
    return Span.union(
      all.flatMap { span in
        ([span.start] + days.filter(span.contains)).compactMap { day in
          Span(
            day, until: Span.earlier(span.end, CalendarDate.end(of: months, from: day)))
        }
      })
  }

  /// The days on which badges were earned that renew `badge`, from the first.
  func renewals(of badge: Int, to person: [UInt8]) -> [CalendarDate] {
    directory.renewers(of: badge).flatMap { awards(of: $0, to: person) }
      .filter(\.counts)
      .map(\.issued.value).sorted()
  }

  /// The days of one award.
  private func span(
    of award: Award, _ entry: BadgeDirectory.Entry, _ renewals: [CalendarDate]
  ) -> Span? {
    let word = award.state?.value
    let last = award.lastDay(entry.validMonths, renewedOn: renewals).day
    guard !award.isUnderWay, word != "expired" || last != nil,
      word != "revoked" || award.revoked != nil
    else { return nil }
    return Span(
      award.issued.value, until: Span.earlier(last?.next, award.revoked?.value))
  }

  /// The row by which somebody held all that a derived badge takes: the last of them until `day`.
  func completing(_ badge: Int, of person: [UInt8], on day: CalendarDate) -> Award? {
    let rows = sources(of: badge, to: person)
    return rows.filter { $0.issued.value <= day }.max { $0.issued.value < $1.issued.value }
  }

  /// All rows that a derived badge comes from, those that other derived ones come from among them.
  private func sources(of badge: Int, to person: [UInt8]) -> [Award] {
    var (open, seen, rows) = (directory.parts(of: badge), Set<Int>(), [Award]())
    while let part = open.popLast() {
      guard seen.insert(part).inserted else { continue }
      rows += awards(of: part, to: person).filter { !$0.isUnderWay }
      open += directory.parts(of: part)
    }
    return rows
  }

  /// The strictest of the parts that a derived badge comes from: nothing is told by it that they do not tell.
  func strictest(_ badge: Int, of person: [UInt8]) -> Visibility {
    let order: [Visibility] = [.public, .listed, .unlisted, .redacted]
    let ranks = sources(of: badge, to: person).compactMap { order.firstIndex(of: $0.visibility) }
    // Search engines are asked in by a row of the title alone.
    return order[max(1, ranks.max() ?? 1)]
  }

  /// Whether somebody held `award`'s badge by it on the day before `day`.
  func held(_ award: Award, of badge: Int, to person: [UInt8], before day: CalendarDate) -> Bool {
    let renewals = renewals(of: badge, to: person)
    return span(of: award, directory.entries[badge], renewals)?.contains(day.previous) == true
  }
}

extension CalendarDate {
  /// The first day on which what was earned on `day` and lasts `months` holds no more.
  static func end(of months: Int, from day: CalendarDate) -> CalendarDate {
    day.adding(months: months).next
  }
}

extension Award {
  /// Whether it is not earned yet.
  var isUnderWay: Bool { ["in-progress", "locked", "coming-soon"].contains(state?.value) }

  /// Whether it was earned and not taken back.
  var counts: Bool { !isUnderWay && revoked == nil && state?.value != "revoked" }

  /// Its last day, and the day on which it was last renewed: days of `renewals` count while it holds.
  func lastDay(
    _ months: Int?, renewedOn renewals: [CalendarDate]
  ) -> (day: CalendarDate?, renewed: CalendarDate?) {
    var last = expires?.value ?? months.map { issued.value.adding(months: $0) }
    var renewed: CalendarDate?
    guard let months else { return (last, nil) }
    for day in renewals where day > issued.value {
      guard let end = last, day <= end else { continue }
      last = max(end, day.adding(months: months))
      renewed = day
    }
    return (last, renewed)
  }
}
