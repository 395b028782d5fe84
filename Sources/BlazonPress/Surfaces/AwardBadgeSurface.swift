internal import BlazonDesign
internal import BlazonPaint
internal import BlazonScene
internal import BlazonShelf
internal import BlazonSource
internal import BlazonSpec

extension Surface {
  /// The badge in the folder of somebody who earned it: drawn anew where it shows their name.
  static let awardBadge = Surface(
    id: "badge", scope: .award, summary: badge.summary, formats: [.svg, .png],
    check: { work, report in
      guard work.award.isPersonal else { return }
      var found = Report()
      for theme in work.award.badge.themes { _ = work.badgeScene(theme, &found) }
      work.add(found, to: &report)
    },
    make: { (work) throws(WorldError) in
      let award = work.award
      let files: [Copies.File]
      if award.isPersonal {
        files = try drawAwardBadge(&work)
      } else {
        files = try work.copies.files(award.badgeKey) { () throws(WorldError) in
          var work = work
          return try drawAwardBadge(&work)
        }
      }
      for file in files {
        let format: ImageFormat = file.name.ending == ImageFormat.svg.rawValue ? .svg : .png
        try work.take(
          file.name, file.bytes, width: file.size, height: file.size, alt: file.alt,
          limit: work.programme.budget.limit(of: format))
      }
    })
}

/// The badge as SVG and PNG.
private func drawAwardBadge(_ work: inout Work) throws(WorldError) -> [Copies.File] {
  var report = Report()
  var scenes: [Theme: Scene] = [:]
  for theme in work.award.badge.themes { scenes[theme] = work.badgeScene(theme, &report) }
  var files: [Copies.File] = []
  for theme in work.award.badge.themes(drawnAs: { scenes[$0]?.text ?? "" }) {
    guard let scene = scenes[theme] else { continue }
    if work.selection.formats.contains(.svg) {
      files.append(
        .init(
          name: .badge(.svg, theme), bytes: SVGPainter().paint(scene), size: FileName.usualWidth,
          alt: scene.description))
    }
    if work.selection.formats.contains(.png) {
      let bytes = try png(
        scene, width: FileName.usualWidth, within: work.programme.budget.pngTarget)
      files.append(
        .init(
          name: .badge(.png, theme), bytes: bytes, size: FileName.usualWidth,
          alt: scene.description))
    }
  }
  return files
}

extension Work {
  fileprivate mutating func badgeScene(_ theme: Theme, _ report: inout Report) -> Scene {
    let award = award
    return bench.compose(
      Design(
        award.badge, of: award.programme, width: .max, language: award.language, theme: theme,
        facts: award.facts), report: &report)
  }
}

extension AwardDesign {
  /// Whether the badge is drawn anew for this award: with a name on it, or anything else of the award.
  fileprivate var isPersonal: Bool {
    let drawings = [badge] + [badge.dark].compactMap(\.self)
    return badge.hasPlaceForName
      || drawings.contains {
        !$0.slots(width: .max).facts.isDisjoint(with: TextTemplate.personalFacts)
      }
  }

  /// What the badges of two awards have in common that are drawn alike.
  fileprivate var badgeKey: String {
    "\(programme.id)/\(badge.fileName)/\(badge.words.state.rawValue)/\(language)"
  }
}
