internal import BlazonDesign
internal import BlazonLayout
internal import BlazonScene
internal import BlazonShelf
internal import BlazonSource
internal import BlazonSpec
internal import BlazonText

extension Surface {
  /// All badges of a programme on one sheet, or on several.
  static let contactSheet = Surface(
    id: "contact-sheet", scope: .programme, summary: "all badges of a programme on one sheet",
    formats: [.png], check: nil,
    make: { (work) throws(WorldError) in
      let programme = work.programme
      var report = Report()
      let cells = programme.badges.flatMap(\.drawings).map { badge in
        let design = Design(badge, of: programme, width: ContactSheet.badgeWidth)
        return ContactSheet.Cell(
          scene: work.bench.compose(design, report: &report), label: badge.fileName)
      }
      let title = "\(programme.name) · \(cells.count) badge\(cells.count == 1 ? "" : "s")"
      var typesetter = Typesetter(fonts: work.bench.fonts)
      let starts = stride(from: 0, to: cells.count, by: ContactSheet.capacity)
      for (index, start) in starts.enumerated() {
        let page = Array(cells[start..<min(start + ContactSheet.capacity, cells.count)])
        let sheet = ContactSheet.scene(titled: title, page, typesetter: &typesetter)
        let (width, height) = (Int(sheet.size.width), Int(sheet.size.height))
        try work.take(
          Artifact(
            try png(sheet, width: width, isOptimizing: work.selection.isOptimizing),
            at: .contactSheet(of: programme.id, page: index),
            width: width, height: height, alt: sheet.description, key: work.key))
      }
    })
}
