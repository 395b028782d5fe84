internal import BlazonCheck
internal import BlazonDesign
internal import BlazonLayout
internal import BlazonPaint
internal import BlazonScene
internal import BlazonShelf
internal import BlazonSource
internal import BlazonSpec

extension Surface {
  /// The badges of programmes.
  static let badge = Surface(
    id: "badge", scope: .drawing,
    summary: "the badges of programmes, and those of people where a name or a state makes another",
    formats: [.svg, .png, .pdf],
    hasBudget: { $0.svg != nil || $0.png != nil },
    check: { work, report in
      let (badge, language) = work.badge
      do throws(WorldError) {
        for theme in badge.themes { try checkBadge(badge, in: language, theme, &work, &report) }
      } catch {
        report.error("its picture cannot be looked at: \(error.description)", at: badge.id.place)
      }
    },
    make: { (work) throws(WorldError) in
      let (badge, language) = work.badge
      let themes = badge.themes(drawnAs: { work.text(of: badge, in: language, $0) })
      for theme in themes { try drawBadge(badge, in: language, theme, &work) }
      if language == nil { try work.takeKept(badge) }
      if themes.count > 1, let file = work.adapting(badge, in: language) {
        for name in badge.fileNames {
          let address = work.item.address.file(.badge(name, .light, .svg))
          try work.take(file, at: address.adapting, of: badge)
        }
      }
      // Nobody's own, so that a thousand whose time is over share it.
      guard !badge.isPersonal, let expired = badge.expired else { return }
      let late = expired.themes(drawnAs: { work.text(of: expired, in: language, $0) })
      for theme in late { try drawExpired(expired, in: language, theme, &work) }
      if late.count > 1, let file = work.adapting(expired, in: language) {
        let (folders, name) = expired.expiredFiles(.svg, .light, of: work.programme, language)
        for folder in folders {
          try work.take(file, at: folder.file(name.adapting), of: badge)
        }
      }
    })
}

private func checkBadge(
  _ badge: Badge, in language: String?, _ theme: Theme, _ work: inout Work, _ report: inout Report
) throws(WorldError) {
  let (programme, bench) = (work.programme, work.bench)
  let slots = (theme == .dark ? badge.dark ?? badge : badge).slots
  func layers(_ badge: Badge, _ width: Int, _ report: inout Report) -> (Design, [Layer]) {
    let design = Design(badge, of: programme, width: width, language: language, theme: theme)
    return (design, bench.layers(of: design, report: &report))
  }
  // Every size, and the contact sheet's: widths that are drawn alike are looked at once.
  var drawings = Set<Int>()
  for width in [Int.max, ContactSheet.badgeWidth] + work.selection.sizes
  where drawings.insert(slots.drawingKey(width: width)).inserted {
    var found = Report()
    let (design, layers) = layers(badge, width, &found)
    report.add(found)
    // A picture whose words do not fit is wrong already; contact sheets are for overview.
    if found.hasErrors || width == ContactSheet.badgeWidth { continue }
    try checkLook(of: badge, design, layers, weights: programme.weights, &report)
    if width == .max, language == nil, theme == .light {
      work.copies.duplicates.note(badge, layers, of: programme)
    }
  }
  if theme == .light, language == nil {
    var ignored = Report()
    try checkColorBlind(of: badge, weights: programme.weights, &report) {
      layers($0, 64, &ignored).1
    }
  }
}

private func drawBadge(
  _ badge: Badge, in language: String?, _ theme: Theme, _ work: inout Work
) throws(WorldError) {
  let slots = (theme == .dark ? badge.dark ?? badge : badge).slots
  var scenes: [Int: Scene] = [:]
  // What is wrong was said by the check.
  var report = Report()
  func scene(_ width: Int) -> Scene {
    let drawing = slots.drawingKey(width: width)
    if let scene = scenes[drawing] { return scene }
    let scene = work.bench.compose(
      Design(badge, of: work.programme, width: width, language: language, theme: theme),
      report: &report)
    scenes[drawing] = scene
    return scene
  }
  func take(
    _ bytes: [UInt8], _ format: ImageFormat, _ scene: Scene, _ width: Int, named size: Int?
  ) throws(WorldError) {
    for name in badge.fileNames {
      try work.take(
        Artifact(
          bytes, at: work.item.address.file(.badge(name, theme, format, width: size)),
          badge: badge.id.value, width: width, height: width, alt: scene.description,
          key: work.key, limit: work.programme.budget.limit(of: format, width: width)))
    }
  }
  if work.selection.formats.contains(.svg) {
    let full = scene(.max)
    try take(SVGPainter().paint(full), .svg, full, Int(full.size.width), named: nil)
    // Small drawings are others; a page that shows them small may ask for them.
    let small =
      work.selection.namesSizes ? work.selection.sizes.filter { $0 < FileName.usualWidth } : []
    for width in small {
      let drawn = scene(width)
      try take(SVGPainter().paint(drawn), .svg, drawn, width, named: width)
    }
  }
  if work.selection.namesPDF {
    let scene = scene(.max)
    // A picture of one piece, whatever words are on it; a pixel of the screen is 1/96 inch.
    let picture = Scene(
      size: scene.size,
      nodes: [.group(Group(scene.nodes.map(\.outlined), role: .figure(scene.description)))],
      title: scene.title, description: scene.description, language: scene.language,
      credits: scene.credits)
    let bytes = try work.bench.pdf(
      page: picture, width: scene.size.width / 96 * 25.4, PDFPainter.Information(created: nil))
    try take(bytes, .pdf, scene, Int(scene.size.width), named: nil)
  }
  guard work.selection.formats.contains(.png) else { return }
  for width in work.sizes(of: badge) {
    let scene = scene(width)
    let budget = width <= FileName.usualWidth ? work.programme.budget.pngTarget : .max
    try take(
      try png(
        scene, width: width, within: budget, isOptimizing: work.selection.isOptimizing), .png,
      scene, width, named: width)
  }
}

/// The badge as those have it whose time is over, in its usual size.
private func drawExpired(
  _ badge: Badge, in language: String?, _ theme: Theme, _ work: inout Work
) throws(WorldError) {
  let programme = work.programme
  var report = Report()
  let scene = work.bench.compose(
    Design(badge, of: programme, width: .max, language: language, theme: theme), report: &report)
  for format in [ImageFormat.svg, .png] where work.selection.formats.contains(format) {
    if format == .png, !work.sizes(of: badge).contains(FileName.usualWidth) { continue }
    let (folders, name) = badge.expiredFiles(format, theme, of: programme, language)
    let width = format == .svg ? Int(scene.size.width) : FileName.usualWidth
    let bytes =
      format == .svg
      ? SVGPainter().paint(scene)
      : try png(
        scene, width: width, within: programme.budget.pngTarget,
        isOptimizing: work.selection.isOptimizing)
    for folder in folders {
      try work.take(
        Artifact(
          bytes, at: folder.file(name), badge: badge.id.value, width: width, height: width,
          alt: scene.description, key: work.key, limit: programme.budget.limit(of: format)))
    }
  }
}

/// `scene` as a PNG file, with fewer colours if it would have more than `limit` bytes.
func png(
  _ scene: Scene, width: Int, within limit: Int = .max, isOptimizing: Bool
) throws(WorldError) -> [UInt8] {
  try wrapping { () throws(PaintError) in
    PNGEncoder(of: scene, pixelsPerInch: 96, isOptimizing: isOptimizing)
      .encode(try RasterPainter(width: width, of: scene).paint(scene), within: limit)
  }
}

extension Work {
  /// The badge as one SVG for light pages and for dark ones; `nil` where no SVG is asked for.
  fileprivate func adapting(_ badge: Badge, in language: String?) -> (bytes: [UInt8], scene: Scene)?
  {
    guard selection.formats.contains(.svg) else { return nil }
    var report = Report()
    let scenes = [Theme.light, .dark].map { theme in
      bench.compose(
        Design(badge, of: programme, width: .max, language: language, theme: theme),
        report: &report)
    }
    return (SVGPainter().paint(scenes[0], dark: scenes[1]), scenes[0])
  }

  fileprivate func take(
    _ file: (bytes: [UInt8], scene: Scene), at address: Address, of badge: Badge
  ) throws(WorldError) {
    let (width, height) = (Int(file.scene.size.width), Int(file.scene.size.height))
    try take(
      Artifact(
        file.bytes, at: address, badge: badge.id.value, width: width, height: height,
        alt: file.scene.description, key: key, limit: programme.budget.limit(of: .svg)))
  }

  /// What the badge comes to in a theme, as text.
  fileprivate func text(of badge: Badge, in language: String?, _ theme: Theme) -> String {
    var report = Report()
    let design = Design(badge, of: programme, width: .max, language: language, theme: theme)
    return bench.compose(design, report: &report).text
  }
}

extension OpticalSlots {
  /// Sizes with one number look alike: below the usual width each leaves out what is too small for it.
  fileprivate func drawingKey(width: Int) -> Int {
    width < FileName.usualWidth ? 100 + width : drawing(width: width)
  }
}

extension Badge {
  /// The themes in which it is read and laid out.
  var themes: [Theme] { dark == nil ? [.light] : Theme.allCases }

  /// The themes that it has files for: what comes out the same on both pages has one. `scene` is the text
  /// of its scene.
  func themes(drawnAs scene: (Theme) -> String) -> [Theme] {
    dark == nil || scene(.light) == scene(.dark) ? [.light] : Theme.allCases
  }
}

/// The largest picture that badge platforms take, in bytes.
public let badgeBytes = 256 * 1024

extension Budget {
  /// What is aimed at for a badge's PNG of 512 pixels or fewer: fewer colours serve before it fails.
  var pngTarget: Int { min(badgeBytes, png?.value ?? badgeBytes) }

  /// The limit of a badge's file, `width` pixels wide.
  func limit(of format: ImageFormat, width: Int = FileName.usualWidth) -> Located<Int>? {
    switch format {
    case .svg: svg
    case .png: width <= FileName.usualWidth ? png : nil
    case .jpg, .pdf: nil
    }
  }
}
