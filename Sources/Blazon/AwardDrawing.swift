internal import BlazonDesign
internal import BlazonLayout
internal import BlazonLedger
internal import BlazonPaint
internal import BlazonReadme
internal import BlazonScene
internal import BlazonSite
internal import BlazonSource
internal import BlazonSpec
internal import BlazonText
internal import Synchronization

/// The files of one award: its badge, card, certificate, README badge and snippets.
struct AwardDrawing {
  let award: AwardDesign
  let surfaces: Set<Surface>
  let formats: Set<ImageFormat>

  /// A file to be written, by its name in the award's folder.
  struct File {
    var name: String
    var bytes: [UInt8]
    var scene: Scene?
    var width: Int?
    var height: Int?
    var alt: String
  }

  /// The largest share card that every platform shows.
  static let cardBytes = 300_000
  /// Pixels of a certificate's PNG for each unit: 152 to an inch.
  static let certificateScale = 1.5

  private var hasCard: Bool { surfaces.contains(.card) && award.isInForce }
  private var hasCertificate: Bool { surfaces.contains(.certificate) && award.hasCertificate }

  // MARK: Check

  /// Lays everything out and paints nothing: what is wrong is in the report.
  func check(_ composer: inout Composer, _ report: inout Report) {
    var found = Report()
    if surfaces.contains(.badge), award.isPersonal {
      for theme in award.badge.themes { _ = badge(theme, &composer, &found) }
    }
    if hasCard { _ = page(.card, nil, &composer, &found) }
    if hasCertificate {
      for variant in [nil, "letter"] { _ = page(.certificate, variant, &composer, &found) }
    }
    if surfaces.contains(.readme) { _ = readmeBadge(&found) }
    for var diagnostic in found.diagnostics {
      diagnostic.notes.append(award.note)
      report.add(diagnostic)
    }
  }

  // MARK: Draw

  /// Makes the files one by one and hands each to `write`.
  func draw(
    _ composer: inout Composer, fonts: FontLibrary, _ shared: SharedBadges,
    write: (File) throws(WorldError) -> Void
  ) throws(WorldError) {
    var report = Report()
    if surfaces.contains(.badge) {
      let known = award.isPersonal ? nil : shared.files(of: award)
      let files: [File]
      if let known { files = known } else { files = try badgeFiles(&composer, &report) }
      if known == nil, !award.isPersonal { shared.keep(files, of: award) }
      for file in files { try write(file) }
    }
    if hasCard, formats.contains(.jpg) {
      for (variant, name) in [(nil, "card.jpg"), ("dark", "card.dark.jpg")] {
        guard let scene = page(.card, variant, &composer, &report) else { continue }
        let raster = try painting { () throws(PaintError) in
          try RasterPainter(scale: 1).paint(scene)
        }
        try write(
          File(
            name: name, bytes: try jpeg(raster), scene: scene, width: raster.width,
            height: raster.height, alt: scene.description))
      }
    }
    if hasCertificate { try drawCertificate(&composer, fonts, &report, write) }
    if surfaces.contains(.readme), formats.contains(.svg), let badge = readmeBadge(&report) {
      try write(
        File(
          name: "readme.svg", bytes: badge.svg, scene: nil, width: nil, height: nil,
          alt: "\(badge.label): \(badge.message)"))
    }
    try drawPages(write)
  }

  /// The texts that carry the pictures. They tell of all files that an award has, whichever of them
  /// this run draws.
  private func drawPages(_ write: (File) throws(WorldError) -> Void) throws(WorldError) {
    func file(_ name: String, _ text: String) -> File {
      File(name: name, bytes: Array(text.utf8), scene: nil, alt: "")
    }
    guard surfaces.contains(.snippets) || surfaces.contains(.page),
      let subject = SnippetSubject(award)
    else { return }
    if surfaces.contains(.snippets) {
      try write(file("snippets.md", snippets(for: subject)))
    }
    if surfaces.contains(.page) {
      try write(file("index.html", awardPage(for: subject, language: award.language)))
    }
  }

  /// The badge as SVG and PNG.
  func badgeFiles(
    _ composer: inout Composer, _ report: inout Report
  ) throws(WorldError) -> [File] {
    let themes = award.badge.themes { badge($0, &composer, &report)?.text }
    var files: [File] = []
    for theme in themes { files += try badgeFiles(theme, &composer, &report) }
    return files
  }

  private func badgeFiles(
    _ theme: Theme, _ composer: inout Composer, _ report: inout Report
  ) throws(WorldError) -> [File] {
    guard let scene = badge(theme, &composer, &report) else { return [] }
    var files: [File] = []
    if formats.contains(.svg) {
      files.append(
        File(
          name: "badge\(theme.mark).svg", bytes: SVGPainter().paint(scene), scene: scene,
          width: 512, height: 512,
          alt: scene.description))
    }
    if formats.contains(.png) {
      let raster = try painting { () throws(PaintError) in
        try RasterPainter(width: 512, of: scene).paint(scene)
      }
      files.append(
        File(
          name: "badge\(theme.mark).png",
          bytes: PNGEncoder().encode(raster, within: award.programme.budget.pngTarget),
          scene: scene,
          width: 512,
          height: 512, alt: scene.description))
    }
    return files
  }

  private func drawCertificate(
    _ composer: inout Composer, _ fonts: FontLibrary, _ report: inout Report,
    _ write: (File) throws(WorldError) -> Void
  ) throws(WorldError) {
    for (variant, name) in [(nil, "certificate"), ("letter", "certificate.letter")] {
      guard let design = PageDesign(.certificate, of: award, variant: variant) else { continue }
      let scene = composer.compose(design, report: &report)
      func file(_ ending: String, _ bytes: [UInt8], _ width: Int?, _ height: Int?) -> File {
        File(
          name: name + ending, bytes: bytes, scene: scene, width: width, height: height,
          alt: scene.description)
      }
      if formats.contains(.pdf), let millimetres = design.page.format.millimetres {
        let painter = PDFPainter(
          pageWidth: millimetres,
          .init(
            author: award.programme.name, keywords: award.skills,
            created: award.grant.award.issued.value.isoText)
        ) { face in
          fonts.file(of: face).map { .init(path: $0.path, index: $0.index) }
        }
        let bytes = try painting { () throws(PaintError) in try painter.paint(scene) }
        try write(file(".pdf", bytes, nil, nil))
      }
      // One paper is enough for screens.
      guard variant == nil else { continue }
      if formats.contains(.png) {
        let raster = try painting { () throws(PaintError) in
          try RasterPainter(scale: AwardDrawing.certificateScale).paint(scene)
        }
        try write(
          file(".png", PNGEncoder().encode(raster), raster.width, raster.height))
      }
      if formats.contains(.svg) {
        let svg = SVGPainter().paint(scene)
        try write(file(".svg", svg, Int(scene.size.width), Int(scene.size.height)))
      }
    }
  }

  /// The finest JPEG that is not too large.
  private func jpeg(_ raster: Raster) throws(WorldError) -> [UInt8] {
    var bytes: [UInt8] = []
    for quality in [88, 82, 76, 68, 58, 46] {
      bytes = try painting { () throws(PaintError) in
        try JPEGEncoder(quality: quality).encode(raster)
      }
      if bytes.count <= AwardDrawing.cardBytes { break }
    }
    return bytes
  }

  // MARK: Scenes

  private func badge(
    _ theme: Theme, _ composer: inout Composer, _ report: inout Report
  ) -> Scene? {
    Design(
      award.badge, of: award.programme, width: .max, language: award.language, theme: theme,
      facts: award.facts
    ).map {
      composer.compose($0, report: &report)
    }
  }

  func page(
    _ kind: PageKind, _ variant: String?, _ composer: inout Composer, _ report: inout Report
  ) -> Scene? {
    PageDesign(kind, of: award, variant: variant).map {
      composer.compose($0, report: &report)
    }
  }

  private func readmeBadge(_ report: inout Report) -> ReadmeBadge? {
    let spec = award.programme.readmeBadge
    guard
      let design = Design(
        award.badge, of: award.programme, width: .max, language: award.language, facts: award.facts)
    else { return nil }
    let label = award.text(of: spec.label)?.value ?? ""
    let message = award.text(of: spec.message)?.value ?? ""
    func color(_ expression: ColorExpression) -> ReadmeColor? {
      ReadmeColor(design.palette.color(expression).hexText)
    }
    do throws(ReadmeBadgeError) {
      return try ReadmeBadge(
        label: label, message: message,
        style: ReadmeStyle(spec.style),
        color: color(spec.color) ?? .brightgreen,
        labelColor: spec.labelColor.flatMap { color($0) }, links: award.address.map { [$0] } ?? [])
    } catch {
      report.error("the README badge: \(error.message)", at: award.place, help: error.help)
      return nil
    }
  }
}

/// The badges that many people have alike: drawn once, and copied. Two workers may both draw one that
/// neither has yet.
final class SharedBadges: Sendable {
  private let drawn = Mutex<[String: [AwardDrawing.File]]>([:])

  func files(of award: AwardDesign) -> [AwardDrawing.File]? {
    drawn.withLock { $0[key(award)] }
  }

  func keep(_ files: [AwardDrawing.File], of award: AwardDesign) {
    drawn.withLock { $0[key(award)] = files }
  }

  private func key(_ award: AwardDesign) -> String {
    "\(award.programme.id)/\(award.badge.fileName)/\(award.badge.words.state.rawValue)/\(award.language)"
  }
}

extension AwardDesign {
  /// Whether the badge is drawn anew for this award: with a name on it.
  var isPersonal: Bool { badge.hasPlaceForName }

  /// Under every finding: whose award it concerns.
  fileprivate var note: String {
    "in the award of “\(badge.id.value)” to “\(grant.award.handle.value)”"
  }
}

extension ReadmeStyle {
  /// The look that a spec names.
  fileprivate init(_ style: ReadmeSpec.Style) {
    switch style {
    case .flat: self = .flat
    case .flatSquare: self = .flatSquare
    case .plastic: self = .plastic
    case .forTheBadge: self = .forTheBadge
    case .social: self = .social
    }
  }
}

/// A painter's failure is the world's.
func painting<Value>(
  _ body: () throws(PaintError) -> Value
) throws(WorldError) -> Value {
  do throws(PaintError) { return try body() } catch { throw WorldError(error.description) }
}
