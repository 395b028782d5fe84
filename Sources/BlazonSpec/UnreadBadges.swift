internal import BlazonForm
internal import BlazonSource

extension ProgrammeDocument {
  /// Whether whatever is not found here may stand where nothing could be read. That has an error of its
  /// own, and one mistake gives one error.
  func mayHoldMore(_ base: ProgrammeDocument?) -> Bool {
    if hasUnreadFiles || (base?.hasUnreadFiles ?? (self.base != nil)) { return true }
    let known = ProgrammeKeys.all.map(\.name)
    return [self, base].compactMap(\.self).map(\.main).contains { main in
      ["badges", "families", "presets"].contains { main[$0].map { $0.entries == nil } ?? false }
        || (main.entries ?? []).contains { !known.contains($0.key.plainName) }
    }
  }

  /// Ids, and other ids and titles that mean the same, of the badges that are declared here or in `include`, and
  /// are not among the ids that are `drawn`.
  func unreadBadges(
    _ base: ProgrammeDocument?, including include: [Located<String>], drawn: Set<String>
  ) -> Set<String> {
    let included = Set(include.map(\.value))
    var names = refusedBadges
    func note(_ entry: Entry, onlyIncluded: Bool) {
      let id = entry.id.value
      let isWhole = !onlyIncluded || included.contains(id)
      let years = (entry.tree["years"]?.entries ?? []).filter {
        isWhole || included.contains("\(id)-\($0.key.value)")
      }
      guard isWhole || !years.isEmpty else { return }
      if !drawn.contains(id), !years.contains(where: { drawn.contains("\(id)-\($0.key.value)") }) {
        names.formUnion([id] + entry.tree.otherNames)
      }
      for year in years where !drawn.contains("\(id)-\(year.key.value)") {
        names.formUnion(["\(id)-\(year.key.value)"] + year.value.otherNames)
      }
    }
    for entry in badges { note(entry, onlyIncluded: false) }
    for entry in base?.badges ?? [] { note(entry, onlyIncluded: true) }
    return names
  }
}

extension Tree {
  /// The badge's other ids, and its titles in all languages, as far as they are written well.
  fileprivate var otherNames: [String] {
    func words(_ tree: Tree) -> [String] {
      switch tree.value {
      case .scalar(let text, _): [text]
      case .list(let items): items.flatMap(words)
      case .map(let entries): entries.flatMap { words($0.value) }
      }
    }
    return ["aliases", "title"].compactMap { self[$0] }.flatMap(words)
  }
}
