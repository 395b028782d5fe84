/// Days on which something is held, one after another.
struct Span: Hashable, Sendable {
  var start: CalendarDate
  /// The first day on which it is held no more; `nil` where it is held for ever.
  var end: CalendarDate?

  /// `nil` where that is no day at all.
  init?(_ start: CalendarDate, until end: CalendarDate?) {
    if let end, end <= start { return nil }
    (self.start, self.end) = (start, end)
  }

  func contains(_ day: CalendarDate) -> Bool {
    start <= day && end.map { day < $0 } ?? true
  }

  /// The last day on which it is held; `nil` where it is held for ever.
  var last: CalendarDate? { end.map(\.previous) }

  /// The same days as few spans as can be, in their order.
  static func union(_ spans: [Span]) -> [Span] {
    var all: [Span] = []
    for span in spans.sorted(by: { $0.start < $1.start }) {
      guard let before = all.last, before.end.map({ span.start <= $0 }) ?? true else {
        all.append(span)
        continue
      }
      if let end = before.end { all[all.count - 1].end = span.end.map { max(end, $0) } }
    }
    return all
  }

  /// The days of both.
  static func intersection(_ a: [Span], _ b: [Span]) -> [Span] {
    var both: [Span] = []
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      let end = earlier(a[i].end, b[j].end)
      if let span = Span(max(a[i].start, b[j].start), until: end) { both.append(span) }
      if a[i].end == end, end != nil { i += 1 } else { j += 1 }
    }
    return both
  }

  static func earlier(_ a: CalendarDate?, _ b: CalendarDate?) -> CalendarDate? {
    guard let a, let b else { return a ?? b }
    return min(a, b)
  }
}
