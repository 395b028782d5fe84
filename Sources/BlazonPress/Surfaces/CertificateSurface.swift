internal import BlazonDesign
internal import BlazonLedger
internal import BlazonPaint
internal import BlazonScene
internal import BlazonShelf
internal import BlazonSource
internal import BlazonSpec
internal import BlazonText

extension Surface {
  /// Certificates of the awards that have one: PDF on every paper, and one paper for screens.
  static let certificate = Surface(
    id: "certificate", scope: .award, summary: "certificates, where the badge has one",
    formats: [.pdf, .png, .svg],
    applies: { badge, _, grant in
      badge.words.certificate != nil && ![.revoked, .underWay].contains(grant.standing)
    },
    check: { work, report in
      guard work.award.hasCertificate else { return }
      work.checkPages(of: .certificate, work.certificates, &report)
    },
    make: { (work) throws(WorldError) in
      guard work.award.hasCertificate else { return }
      for (template, name) in work.certificates {
        for variant in [nil] + template.variants.map(Optional.some) {
          try drawCertificate(template, name, variant, &work)
        }
      }
    })
}

extension Work {
  /// The certificates of the award: the badge's own, whose files bear no name, each that the programme names and no badge
  /// calls its own, and those that are asked for.
  fileprivate var certificates: [(template: PageTemplate, name: String?)] {
    mutating get {
      let (pages, own) = (programme.pages, award.badge.words.certificate?.preset?.value)
      var names: [String?] = []
      if selection.surfaces.contains(Surface.certificate.id) {
        let taken = Set(programme.badges.compactMap { $0.words.certificate?.preset?.value })
        let others = pages.written(.certificate)
          .filter { $0 != PageKind.certificate.standard && !taken.contains($0) }
        names = [nil] + others.map(Optional.some)
      }
      for design in selection.designs(of: Surface.certificate.id) {
        // The standard one bears no name.
        let name = design == PageKind.certificate.standard ? nil : design
        if !names.contains(name) { names.append(name) }
      }
      return names.map { (pages.template(.certificate, $0 ?? own), $0) }
    }
  }
}

/// Pixels of a certificate's PNG for each unit: 152 to an inch.
let certificateScale = 1.5

private func drawCertificate(
  _ template: PageTemplate, _ name: String?, _ variant: String?, _ work: inout Work
) throws(WorldError) {
  let scene = work.pageScene(template, variant)
  func take(
    _ format: ImageFormat, _ bytes: [UInt8], _ width: Int? = nil, _ height: Int? = nil
  ) throws(WorldError) {
    try work.take(
      .certificate(name, variant, format), bytes, width: width, height: height,
      alt: scene.description, limit: work.programme.budget.certificate)
  }
  if work.selection.formats.contains(.pdf),
    let millimetres = template.page(variant).format.millimetres
  {
    try take(.pdf, try pdf(scene, millimetres: millimetres, &work))
  }
  // One paper is enough for screens.
  guard variant == nil || variant == Theme.dark.rawValue else { return }
  if work.selection.formats.contains(.png) {
    let png = try work.bench.png(
      page: scene, scale: certificateScale,
      inches: template.page(variant).format.millimetres.map { $0 / 25.4 },
      isOptimizing: work.selection.isOptimizing)
    try take(.png, png.bytes, png.width, png.height)
  }
  if work.selection.formats.contains(.svg) {
    try take(.svg, SVGPainter().paint(scene), Int(scene.size.width), Int(scene.size.height))
  }
}

private func pdf(
  _ scene: Scene, millimetres: Double, _ work: inout Work
) throws(WorldError) -> [UInt8] {
  let award = work.award
  let information = PDFPainter.Information(
    keywords: award.skills.map(\.text), created: award.grant.award.issued.value.isoText)
  return try work.bench.pdf(page: scene, width: millimetres, information)
}
