import BlazonArtwork
import BlazonDesign
import BlazonLayout
import BlazonScene
import BlazonSource
import BlazonSpec
import BlazonText
import TestSupport
import Testing

/// Badges that were composed for one page and stand on others: the pages are the same.
@Suite struct ComposedBadgesTests {
  private func pages(
    _ badges: ComposedBadges?, fonts: FontLibrary
  ) throws -> [(scene: Scene, report: [String])] {
    var composer = Composer(fonts: fonts, artworks: Artworks(), badges: badges)
    return try RealProgramme.awards.prefix(12).flatMap { folder in
      let award = try RealProgramme.award(folder)
      return [PageKind.card, .certificate].flatMap { kind in
        [String?.none, Theme.dark.rawValue].map { variant in
          var report = Report()
          let design = PageDesign(
            award.programme.pages.template(kind), variant, of: PageSubject(award, on: kind),
            in: award.programme)
          let scene = composer.compose(design, report: &report)
          return (scene, report.diagnostics.map { MessageFormat.text.print($0) })
        }
      }
    }
  }

  @Test func `a page is the same whether its badge was kept or not`() throws {
    let fonts = try FontLibrary()
    let plain = try pages(nil, fonts: fonts)
    for badges in [ComposedBadges(), ComposedBadges(capacity: 1), ComposedBadges(capacity: 0)] {
      for _ in 0..<2 {
        for (kept, plain) in zip(try pages(badges, fonts: fonts), plain) {
          #expect(kept.scene == plain.scene)
          #expect(kept.report == plain.report)
        }
      }
    }
  }

  @Test func `designs that are drawn alike are of one likeness, and no others`() throws {
    var likenesses: [String: [String]] = [:]
    let fonts = try FontLibrary()
    var composer = Composer(fonts: fonts)
    for folder in RealProgramme.awards.prefix(30) {
      let award = try RealProgramme.award(folder)
      for theme in [Theme.light, .dark] {
        let design = Design(
          award.badge, of: award.programme, width: .max, language: award.language, theme: theme,
          facts: award.facts)
        var report = Report()
        let likeness = try #require(design.likeness)
        likenesses[likeness, default: []].append(composer.compose(design, report: &report).text)
      }
    }
    #expect(likenesses.count > 10)
    for texts in likenesses.values { #expect(Set(texts).count == 1) }
    #expect(likenesses.values.contains { $0.count > 1 })
  }

  /// A wall says below a badge how it stands.
  @Test func `a badge that does not tell its state is another, and is called the same`() throws {
    let programmes = try RealProgramme.awards.map { try RealProgramme.award($0).programme }
    let (programme, badge) = try #require(
      programmes.lazy.compactMap { programme in
        programme.badges.first { $0.words.state == .comingSoon }.map { (programme, $0) }
      }.first)
    func design(_ tellsState: Bool) -> Design {
      Design(badge, of: programme, width: .max, tellsState: tellsState)
    }
    let (told, untold) = (design(true), design(false))
    #expect(told.facts[.state] != nil && untold.facts[.state] == nil)
    #expect(told.facts[.tag]?.text != untold.facts[.tag]?.text)
    #expect(told.likeness != untold.likeness)
    #expect(told.sentence == untold.sentence)
  }
}
