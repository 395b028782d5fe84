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
      badge.words.certificate != nil && grant.standing != .revoked
    },
    check: { work, report in
      guard work.award.hasCertificate else { return }
      work.checkPages(of: .certificate, certificates(of: work.award), &report)
    },
    make: { (work) throws(WorldError) in
      guard work.award.hasCertificate else { return }
      for (template, name) in certificates(of: work.award) {
        for variant in [nil] + template.variants.map(Optional.some) {
          try drawCertificate(template, name, variant, &work)
        }
      }
    })
}

/// The certificates of an award: the badge's own, whose files bear no name, and each that the programme
/// writes and no badge calls its own.
private func certificates(of award: AwardDesign) -> [(template: PageTemplate, name: String?)] {
  let programme = award.programme
  let taken = Set(programme.badges.compactMap { $0.words.certificate?.preset?.value })
  let others = programme.pages.written(.certificate)
    .filter { $0 != PageKind.certificate.standard && !taken.contains($0) }
  let own = award.badge.words.certificate?.preset?.value
  return [(programme.pages.template(.certificate, own), nil)]
    + others.map { (programme.pages.template(.certificate, $0), $0) }
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
