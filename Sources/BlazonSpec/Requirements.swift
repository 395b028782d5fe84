internal import BlazonForm
internal import BlazonSource

extension Programme {
  /// Reports every badge that must be held first and that there is not; `others` are ids of badges that are not read.
  static func checkRequired(
    by badges: [Badge], among others: Set<String>, _ reading: inout Reading
  ) {
    let known = others.union(badges.map(\.id.value))
    let derived = Dictionary(
      badges.filter(\.words.isDerived).map { ($0.id.value, $0.words.requires) },
      uniquingKeysWith: { first, _ in first })
    for badge in badges where badge.words.isDerived {
      var (open, seen) = (badge.words.requires, Set<String>())
      while let next = open.popLast() {
        if next.value == badge.id.value {
          reading.error(
            "“\(badge.id.value)” is derived from itself", at: badge.words.requires[0].place,
            help: "take it out of what it requires, or out of what those do")
          break
        }
        if seen.insert(next.value).inserted { open += derived[next.value] ?? [] }
      }
    }
    for badge in badges {
      for id in badge.words.requires + badge.words.renewedBy where !known.contains(id.value) {
        reading.error(
          "unknown badge “\(id.value)”", at: id.place,
          help: helpText(for: id.value, among: known.sorted()))
      }
    }
  }
}
