internal import BlazonDesk
internal import BlazonForm
internal import BlazonSource

extension FoundProgramme {
  /// Looks for the keys under `badges` of members' pages: a key that is no name of a badge is told, and where its letters
  /// are the initials of one badge alone it becomes a name of that.
  mutating func addKeys(_ keys: [Located<String>], report: inout Report) {
    var counts: [String: Int] = [:]
    for key in keys { counts[key.value, default: 0] += 1 }
    var told: Set<String> = []
    for key in keys
    where told.count < 1000 && told.insert(key.value).inserted && index(of: key.value) == nil {
      let shown = String(key.value.prefix(60))
      let times = counts[key.value] ?? 1
      let notes = times > 1 ? ["on \(times) pages"] : []
      let id = Starter.id(from: key.value)
      let meant = badges.indices.filter { badges[$0].initials.contains(id) }
      if meant.count == 1, id.count > 1 {
        let badge = badges[meant[0]]
        badges[meant[0]].names.append(key)
        badges[meant[0]].remarks.append("doubtful: members call it \(id)")
        report.add(
          Diagnostic(
            .warning, "no badge is called “\(shown)”; its letters are those of “\(badge.id)”",
            at: key.place, help: "it becomes an alias of that; take it out if it is another",
            notes: notes))
      } else {
        unknownKeys.append(key)
        report.add(
          Diagnostic(
            .warning, "no badge is called “\(shown)”", at: key.place,
            help: helpText(for: id, among: badges.flatMap { [$0.id] + $0.otherIDs.map(\.value) }),
            notes: notes))
      }
    }
  }
}

extension FoundBadge {
  /// The first letters of the words of its names.
  fileprivate var initials: Set<String> {
    let all = [id, Starter.id(from: shownTitle)] + otherIDs.map(\.value)
    return Set(all.map { $0.split(separator: "-").map { $0.prefix(1) }.joined() })
  }
}
