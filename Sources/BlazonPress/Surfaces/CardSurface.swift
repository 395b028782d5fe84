internal import BlazonDesign
internal import BlazonPaint
internal import BlazonScene
internal import BlazonShelf
internal import BlazonSource
internal import BlazonSpec

extension Surface {
  /// Cards to share: the standard one, and each that the programme writes, on light pages and on dark.
  static let card = Surface(
    id: "card", scope: .award, summary: "cards to share, light and dark", formats: [.jpg],
    hasBudget: { $0.card != nil },
    check: { work, report in
      work.checkPages(of: .card, work.cards, &report)
    },
    make: { (work) throws(WorldError) in
      for (template, name) in work.cards {
        // Under each name that the card in force has.
        let names = work.programme.pages.template(.card, name).variants
        for variant in [nil] + names.map(Optional.some) {
          let scene = work.pageScene(template, variant)
          // The finest that is not too large.
          let card = try work.bench.jpeg(
            page: scene, qualities: [88, 82, 76, 68, 58, 46], limit: cardBytes)
          try work.take(
            .card(name, variant), card.bytes, width: card.width, height: card.height,
            alt: scene.description, limit: work.programme.budget.card)
        }
      }
    })
}

extension Work {
  /// The cards of the award, each with the name that its files bear; the standard one bears none. One that was revoked
  /// has a plain one in the place of each, so that whoever has kept the address learns of it.
  fileprivate var cards: [(template: PageTemplate, name: String?)] {
    mutating get {
      let pages = programme.pages
      let isInForce = award.isInForce
      var names: [String?] = []
      if selection.surfaces.contains(Surface.card.id) {
        let others = pages.written(.card).filter {
          $0 != PageKind.card.standard && !$0.hasPrefix(PageKind.revoked)
        }
        names = [nil] + others.map(Optional.some)
      }
      for design in selection.designs(of: Surface.card.id) {
        // The standard one bears no name.
        let name = design == PageKind.card.standard ? nil : design
        if !names.contains(name) { names.append(name) }
      }
      return names.map { name in
        let template = pages.template(.card, name)
        guard !isInForce else { return (template, name) }
        // In the shape of what it stands for.
        let format = template.page().format.name
        let known = pages.names(.card)
        let shaped = "\(PageKind.revoked)-\(format)"
        return (pages.template(.card, known.contains(shaped) ? shaped : PageKind.revoked), name)
      }
    }
  }
}

/// The largest share card that every platform shows, in bytes.
let cardBytes = 300_000

extension Work {
  /// The scene of a page of the award; what is wrong was said by the check.
  mutating func pageScene(_ template: PageTemplate, _ variant: String?) -> Scene {
    var report = Report()
    return pageScene(template, variant, &report)
  }

  private mutating func pageScene(
    _ template: PageTemplate, _ variant: String?, _ report: inout Report
  ) -> Scene {
    var award = award
    var second: AwardDesign?
    if template.kind == .certificate, let languages = award.certificateLanguages {
      if languages.first != award.language { award = award.translated(into: languages.first) }
      second = award.translated(into: languages.second)
    }
    var subject = PageSubject(award, on: template.kind)
    subject.second = second.map { ($0.facts, $0.language) }
    subject.avatar = portrait(of: award.grant, &report)
    return bench.compose(
      PageDesign(template, variant, of: subject, in: award.programme), report: &report)
  }

  /// Lays out the pages as they stand and on every paper. On dark pages words stand as on light ones, unless
  /// the programme's own design moves them.
  mutating func checkPages(
    of kind: PageKind, _ templates: [(template: PageTemplate, name: String?)],
    _ report: inout Report
  ) {
    var found = Report()
    for (template, _) in templates {
      let isOwn = programme.pages.written(kind).contains(template.name)
      for variant in [nil] + template.variants.map(Optional.some)
      where isOwn || variant != Theme.dark.rawValue {
        _ = pageScene(template, variant, &found)
      }
    }
    add(found, to: &report)
  }
}
