internal import BlazonIntake
internal import BlazonLedger
internal import BlazonPress
internal import BlazonSource
internal import BlazonSpec

extension Selection {
  /// Reports badges and people who were asked for and are not there.
  func check(_ programmes: [LoadedProgramme], _ report: inout Report) {
    let ids = Set(programmes.flatMap { $0.badges.map(\.id.value) })
    let others = Set(programmes.flatMap(\.programme.unreadBadges))
    for id in only.subtracting(ids).sorted() {
      report.error(
        "--only: no badge is called “\(id)”", at: nil,
        help: others.contains(id)
          ? "that is an alias of a badge; write the id that it has now"
          : helpText(for: id, among: ids.union(others).sorted()))
    }
    for kind in PageKind.allCases where !designs.isEmpty {
      let names = Set(programmes.flatMap { $0.programme.pages.names(kind) })
      for name in designs.sorted() where name.hasPrefix("\(kind.rawValue).") {
        let design = String(name.dropFirst(kind.rawValue.count + 1))
        guard !names.contains(design) else { continue }
        report.error(
          "--surface: no \(kind.rawValue) is called “\(design)”", at: nil,
          help: helpText(for: design, among: names.sorted()))
      }
    }
    // There may be hundreds of thousands.
    guard !people.isEmpty else { return }
    let handles = programmes.reduce(into: Set()) { $0.formUnion($1.handles) }
    for handle in people.subtracting(handles).sorted() {
      report.error(
        "--people: nobody is called “\(handle)” in the ledgers", at: nil,
        help: helpText(for: handle, among: handles.sorted()))
    }
  }
}
