internal import BlazonDesign
internal import BlazonIntake
internal import BlazonLedger
internal import BlazonPaint
internal import BlazonScene
internal import BlazonShelf
internal import BlazonSource
internal import BlazonSpec

extension Surface {
  static let wallID = "wall"

  private static let wallSummary =
    "walls of badges, where the programme writes one or it is asked for"

  /// The walls of a person.
  static let personWall = Surface(
    id: wallID, scope: .person, summary: wallSummary, formats: [.svg, .png],
    isWanted: { !$1.walls(of: $0).isEmpty },
    check: { work, report in
      for spec in work.walls { _ = work.personWall(spec, .light, &report) }
    },
    make: { (work) throws(WorldError) in
      guard case .person(let range) = work.item.subject else { return }
      let handle = work.loaded.grants[range.lowerBound].award.handle.value
      for spec in work.walls {
        try drawWall(spec, of: handle, &work) { work, theme, report in
          work.personWall(spec, theme, &report)
        }
      }
    })

  /// The walls of a programme: all of its badges.
  static let programmeWall = Surface(
    id: wallID, scope: .programme, summary: wallSummary, formats: [.svg, .png],
    isWanted: { !$1.walls(of: $0).isEmpty },
    check: { work, report in
      for spec in work.walls { _ = work.programmeWall(spec, .light, &report) }
    },
    make: { (work) throws(WorldError) in
      for spec in work.walls {
        try drawWall(spec, of: nil, &work) { work, theme, report in
          work.programmeWall(spec, theme, &report)
        }
      }
    })
}

/// How many pixels of a wall's PNG a unit has.
private let wallScale = 1.5

/// A wall as SVG for light pages, for dark ones, and for both; as PNG for either.
private func drawWall(
  _ spec: WallSpec, of handle: String?, _ work: inout Work,
  _ compose: (inout Work, Theme, inout Report) -> Scene?
) throws(WorldError) {
  // What is wrong was said by the check.
  var report = Report()
  guard let light = compose(&work, .light, &report), let dark = compose(&work, .dark, &report)
  else { return }
  let folder = work.item.address
  func take(_ name: FileName, _ bytes: [UInt8], _ scale: Double = 1) throws(WorldError) {
    try work.take(
      Artifact(
        bytes, at: folder.file(name), recipient: handle,
        width: Int((light.size.width * scale).rounded()),
        height: Int((light.size.height * scale).rounded()), alt: light.description, key: work.key))
  }
  if work.selection.formats.contains(.svg) {
    let painter = SVGPainter()
    try take(.wall(spec.name), painter.paint(light, dark: dark))
    try take(.wall(spec.name, .light), painter.paint(light))
    try take(.wall(spec.name, .dark), painter.paint(dark))
  }
  guard work.selection.formats.contains(.png) else { return }
  for (theme, scene) in [(Theme.light, light), (.dark, dark)] {
    // In all its colours: soft edges on tinted panels would show steps.
    let bytes = try png(
      scene, width: Int((scene.size.width * wallScale).rounded()),
      isOptimizing: work.selection.isOptimizing)
    try take(.wall(spec.name, theme, .png), bytes, wallScale)
  }
}

extension Selection {
  /// The walls that `programme` writes; the usual one where one is asked for by name and there is none.
  fileprivate func walls(of programme: Programme) -> [WallSpec] {
    if programme.walls.isEmpty, named.contains(Surface.wallID) { return [.standard] }
    return programme.walls
  }
}

extension Work {
  fileprivate var walls: [WallSpec] { selection.walls(of: programme) }

  fileprivate func personWall(
    _ spec: WallSpec, _ theme: Theme, _ report: inout Report
  ) -> Scene? {
    guard case .person(let range) = item.subject else { return nil }
    let grants = range.map { loaded.grants[$0] }.filter(\.award.visibility.isListed)
    guard !grants.isEmpty else { return nil }
    let held = Set(grants.map(\.badge))
    let lacking = programme.badges.filter {
      !held.contains($0.id.value) && $0.words.state == .active
    }
    .compactMap { $0.personal(state: .locked) }
    guard
      var wall = WallDesign(
        spec, of: grants.map { AwardDesign($0, in: loaded) }, lacking: lacking, theme)
    else { return nil }
    if let pictured = grants.last(where: { $0.award.avatar != nil }) {
      wall.avatar = portrait(of: pictured, &report)
    }
    return bench.compose(wall, report: &report)
  }

  fileprivate func programmeWall(
    _ spec: WallSpec, _ theme: Theme, _ report: inout Report
  ) -> Scene? {
    WallDesign(spec, of: programme, programme.language, theme)
      .map { bench.compose($0, report: &report) }
  }
}
