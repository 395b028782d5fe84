internal import BlazonForm
internal import BlazonSource

/// What a partner draws of the badges of the programme it extends.
extension Inheritance {
  /// An entry of `include`: a badge with all its years, or with some of them.
  typealias Included = (entry: ProgrammeDocument.Entry, years: Set<String>?)

  /// The badges that `include` names, each once: by id, or one year by the id that it has as a badge.
  func included(_ include: [Located<String>], _ reading: inout Reading) -> [Included] {
    var included: [Included] = []
    for id in include {
      guard let found = found(id.value, reading) else {
        guard !isOpen else { continue }
        let help = helpText(for: id.value, among: includable(reading))
        reading.error("unknown badge “\(id.value)”", at: id.place, help: help)
        continue
      }
      let index = included.firstIndex { $0.entry.id.value == found.entry.id.value }
      guard let index else {
        included.append(found)
        continue
      }
      guard let years = included[index].years, let more = found.years, years.isDisjoint(with: more)
      else {
        reading.error(
          "“\(id.value)” is included already", at: id.place,
          help: "take it out, or what includes it before")
        continue
      }
      included[index].years = years.union(more)
    }
    return included
  }

  /// The badge, or the year of a badge, that `id` means. An id goes before a year.
  private func found(_ id: String, _ reading: Reading) -> Included? {
    if let entry = allBadges[id] { return (entry, nil) }
    guard let hyphen = id.lastIndex(of: "-"), let entry = allBadges[String(id[..<hyphen])] else {
      return nil
    }
    let year = String(id[id.index(after: hyphen)...])
    return years(of: entry, reading).contains(year) ? (entry, [year]) : nil
  }

  /// The years of a badge, its own or inherited.
  private func years(of entry: ProgrammeDocument.Entry, _ reading: Reading) -> [String] {
    // What is wrong with the badge is told when it is read.
    var aside = reading
    let years = tree(of: entry, &aside)?["years"]?.entries ?? []
    return years.filter { !$0.value.isNull }.map(\.key.value)
  }

  /// All ids that `include` may name.
  private func includable(_ reading: Reading) -> [String] {
    allBadges.values.flatMap { entry in
      [entry.id.value] + years(of: entry, reading).map { "\(entry.id.value)-\($0)" }
    }.sorted()
  }
}
