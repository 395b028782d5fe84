internal import BlazonCredential
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
    id: certificateID, scope: .award, summary: certificateSummary, formats: [.pdf, .png, .svg],
    applies: { badge, _, grant in badge.certifies(grant) },
    hasBudget: { $0.certificate != nil },
    check: { work, report in
      guard work.award.hasCertificate else { return }
      work.checkPages(of: .certificate, work.certificates, &report)
    },
    make: { (work) throws(WorldError) in
      guard work.award.hasCertificate else { return }
      var formats = work.selection.formats
      // The other row draws those that are signed.
      if work.award.grant.hasCredential(in: work.programme) { formats.remove(.pdf) }
      for (template, name) in work.certificates {
        for variant in [nil] + template.variants.map(Optional.some) {
          try drawCertificate(template, name, variant, as: formats, with: [], &work)
        }
      }
    })

  /// The same on paper, of awards that are signed: PDF with the credential in it.
  static let signedCertificate = Surface(
    id: certificateID, scope: .award, summary: certificateSummary, formats: [.pdf],
    applies: { badge, programme, grant in
      badge.certifies(grant) && grant.hasCredential(in: programme)
    },
    isWanted: isSigned, isSigned: true,
    // The other finds what is wrong with the page.
    check: nil,
    make: { (work) throws(WorldError) in
      guard work.award.hasCertificate, let credentials = try work.credentials() else { return }
      let attachments = PDFPainter.Attachment.all(of: credentials.baggage)
      for (template, name) in work.certificates {
        for variant in [nil] + template.variants.map(Optional.some) {
          try drawCertificate(template, name, variant, as: [.pdf], with: attachments, &work)
        }
      }
    })

  static let certificateID = "certificate"

  private static let certificateSummary = "certificates, where the badge has one"
}

extension Badge {
  /// Whether it gives `grant` a certificate.
  fileprivate func certifies(_ grant: Grant) -> Bool {
    words.certificate != nil && ![.revoked, .underWay].contains(grant.standing)
  }
}

extension PDFPainter.Attachment {
  /// What a paper carries of `baggage`.
  fileprivate static func all(of baggage: Baggage) -> [PDFPainter.Attachment] {
    var attachments: [PDFPainter.Attachment] = []
    if let two = baggage.two {
      attachments.append(
        PDFPainter.Attachment(
          name: FileName.assertion.text, mediaType: "application/ld+json",
          description: "Open Badges 2.0", bytes: two))
    }
    if let three = baggage.three {
      let isToken = JWS.isLikely(three)
      attachments.append(
        PDFPainter.Attachment(
          name: (isToken ? FileName.credential : .credentialDocument).text,
          mediaType: isToken ? "application/jwt" : "application/ld+json",
          description: "Open Badges 3.0", bytes: three))
    }
    return attachments
  }
}

extension Work {
  /// The certificates of the award: the badge's own, whose files bear no name, each that the programme names and no badge
  /// calls its own, and those that are asked for.
  fileprivate var certificates: [(template: PageTemplate, name: String?)] {
    mutating get {
      let (pages, own) = (programme.pages, award.badge.words.certificate?.preset?.value)
      var names: [String?] = []
      if selection.surfaces.contains(Surface.certificateID) {
        let taken = Set(programme.badges.compactMap { $0.words.certificate?.preset?.value })
        let others = pages.written(.certificate)
          .filter { $0 != PageKind.certificate.standard && !taken.contains($0) }
        names = [nil] + others.map(Optional.some)
      }
      for design in selection.designs(of: Surface.certificateID) {
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
  _ template: PageTemplate, _ name: String?, _ variant: String?, as formats: Set<ImageFormat>,
  with attachments: [PDFPainter.Attachment], _ work: inout Work
) throws(WorldError) {
  let millimetres = template.page(variant).format.millimetres
  // One paper is enough for screens.
  let isShown = variant == nil || variant == Theme.dark.rawValue
  var formats = formats
  if !isShown { formats.subtract([.png, .svg]) }
  if millimetres == nil { formats.remove(.pdf) }
  guard !formats.isEmpty else { return }
  let scene = work.pageScene(template, variant)
  func take(
    _ format: ImageFormat, _ bytes: [UInt8], _ width: Int? = nil, _ height: Int? = nil
  ) throws(WorldError) {
    try work.take(
      .certificate(name, variant, format), bytes, width: width, height: height,
      alt: scene.description, limit: work.programme.budget.certificate)
  }
  if formats.contains(.pdf), let millimetres {
    let award = work.award
    let information = PDFPainter.Information(
      keywords: award.skills.map(\.text), created: award.grant.award.issued.value.isoText,
      attachments: attachments,
      signing: attachments.isEmpty ? nil : work.signer?.signing(for: work.programme.name))
    try take(.pdf, try work.bench.pdf(page: scene, width: millimetres, information))
  }
  if formats.contains(.png) {
    let png = try work.bench.png(
      page: scene, scale: certificateScale, inches: millimetres.map { $0 / 25.4 },
      isOptimizing: work.selection.isOptimizing)
    try take(.png, png.bytes, png.width, png.height)
  }
  if formats.contains(.svg) {
    try take(.svg, SVGPainter().paint(scene), Int(scene.size.width), Int(scene.size.height))
  }
}
