internal import BlazonDesign
internal import BlazonPaint
internal import BlazonScene
internal import BlazonShelf
internal import BlazonSource
internal import BlazonSpec

extension Surface {
  /// The badge in the folder of somebody who earned it, where it is another than everybody's: with their
  /// name on it, or in the state of their award.
  static let awardBadge = Surface(
    id: "badge", scope: .award, summary: badge.summary, formats: [.svg, .png],
    applies: { badge, programme, _ in !badge.isShared(in: programme) },
    hasBudget: { $0.svg != nil || $0.png != nil },
    former: [.badge(.svg), .badge(.png)],
    check: { work, report in
      guard work.award.badge.isPersonal else { return }
      var found = Report()
      for theme in work.award.badge.themes { _ = work.badgeScene(theme, &found) }
      work.add(found, to: &report)
    },
    make: { (work) throws(WorldError) in
      let files = try awardBadgeFiles(&work)
      for file in files {
        let format: ImageFormat = file.name.ending == ImageFormat.svg.rawValue ? .svg : .png
        try work.take(
          file.name, file.bytes, width: file.size, height: file.size, alt: file.alt,
          limit: work.programme.budget.limit(of: format))
      }
    })
}

/// The badge as the award shows it, as SVG and PNG; what many share is drawn once.
func awardBadgeFiles(_ work: inout Work) throws(WorldError) -> [Copies.File] {
  let award = work.award
  guard !award.badge.isPersonal else { return try drawAwardBadge(&work) }
  return try work.copies.files(award.badge.likeness(in: award.programme, award.language)) {
    () throws(WorldError) in
    var work = work
    return try drawAwardBadge(&work)
  }
}

/// The pixel width of a PNG that carries a credential: wallets show it no larger, and everybody has one of their own.
private let credentialWidth = 400
/// How many bytes it has without loss at most: 256 colours show the others as well at that size.
private let credentialBytes = 120_000

/// The badge as the pictures show it that carry its credential; what many share is drawn once.
func credentialPictures(_ work: inout Work) throws(WorldError) -> [Copies.File] {
  func draw(_ work: inout Work) throws(WorldError) -> [Copies.File] {
    var report = Report()
    let scene = work.badgeScene(.light, &report)
    let (formats, alt) = (work.selection.formats, scene.description)
    var files: [Copies.File] = []
    if formats.contains(.svg) {
      files.append(
        .init(
          name: .credential(.svg), bytes: SVGPainter().paint(scene), size: FileName.usualWidth,
          alt: alt))
    }
    if formats.contains(.png) {
      let bytes = try png(
        scene, width: credentialWidth,
        within: min(work.programme.budget.pngTarget, credentialBytes),
        isOptimizing: work.selection.isOptimizing)
      files.append(
        .init(name: .credential(.png), bytes: bytes, size: credentialWidth, alt: alt))
    }
    return files
  }
  let award = work.award
  guard !award.badge.isPersonal else { return try draw(&work) }
  let likeness = award.badge.likeness(in: award.programme, award.language)
  return try work.copies.files("credential of \(likeness)") { () throws(WorldError) in
    var work = work
    return try draw(&work)
  }
}

/// The badge as SVG and PNG.
private func drawAwardBadge(_ work: inout Work) throws(WorldError) -> [Copies.File] {
  var report = Report()
  var scenes: [Theme: Scene] = [:]
  for theme in work.award.badge.themes { scenes[theme] = work.badgeScene(theme, &report) }
  var files: [Copies.File] = []
  let themes = work.award.badge.themes(drawnAs: { scenes[$0]?.text ?? "" })
  if themes.count > 1, let light = scenes[.light], let dark = scenes[.dark],
    work.selection.formats.contains(.svg)
  {
    files.append(
      .init(
        name: FileName.badge(.svg).adapting, bytes: SVGPainter().paint(light, dark: dark),
        size: FileName.usualWidth, alt: light.description))
  }
  for theme in themes {
    guard let scene = scenes[theme] else { continue }
    if work.selection.formats.contains(.svg) {
      files.append(
        .init(
          name: .badge(.svg, theme), bytes: SVGPainter().paint(scene), size: FileName.usualWidth,
          alt: scene.description))
    }
    if work.selection.formats.contains(.png) {
      let bytes = try png(
        scene, width: FileName.usualWidth, within: work.programme.budget.pngTarget,
        isOptimizing: work.selection.isOptimizing)
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

extension Badge {
  /// Whether it is drawn anew for each award: with a name on it, or anything else of the award.
  var isPersonal: Bool {
    hasPlaceForName
      || ([self] + [dark].compactMap(\.self)).contains {
        !$0.slots(width: .max).facts.isDisjoint(with: TextTemplate.personalFacts)
      }
  }

  /// Whether the files of the programme's badge show it: as it is in the state of an award.
  func isShared(in programme: Programme) -> Bool {
    sharedFile(.svg, in: programme, nil) != nil
  }

  /// The programme's file that shows it as it is in the state of an award, in `language` beside the programme's own;
  /// `nil` where the award has its own.
  func sharedFile(
    _ format: ImageFormat, _ theme: Theme = .light, in programme: Programme, _ language: String?
  ) -> (folder: Address, name: FileName)? {
    guard !isPersonal,
      let drawing = programme.badge(id.value)?.drawings.first(where: { $0.fileName == fileName })
    else { return nil }
    if drawing.words.state == words.state, drawing.words.progress == words.progress {
      return (.badges(of: programme.id, in: language), .badge(fileName, theme, format))
    }
    guard words.state == .expired, drawing.expired != nil else { return nil }
    return expiredFile(format, theme, of: programme, language)
  }

  /// The files of `expired`: in its own folder, and in those of the names that the badge had.
  func expiredFiles(
    _ format: ImageFormat, _ theme: Theme, of programme: Programme, _ language: String?
  ) -> (folders: [Address], name: FileName) {
    let (folder, name) = expiredFile(format, theme, of: programme, language)
    let former = formerIDs.map { Address.badge($0.value, of: programme.id, in: language) }
    return ([folder] + former, name)
  }

  /// The file of `expired`.
  func expiredFile(
    _ format: ImageFormat, _ theme: Theme, of programme: Programme, _ language: String?
  ) -> (folder: Address, name: FileName) {
    let name = variant?.kind == .year ? nil : variant?.name
    return (
      .badge(id.value, of: programme.id, in: language),
      .state(Words.State.expired.rawValue, of: name, theme, format)
    )
  }
}
