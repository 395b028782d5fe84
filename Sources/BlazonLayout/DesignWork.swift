internal import BlazonArtwork
internal import BlazonDesign
internal import BlazonScene
internal import BlazonSource
internal import BlazonSpec

// What would take too long to paint is known before it is painted.

extension Composer {
  /// Whether a badge of these layers takes too long to paint, which is reported; what is ours does not.
  func isTooMuch(_ design: Design, _ layers: [Layer], _ report: inout Report) -> Bool {
    guard let excess = excess(of: design, layers) else { return false }
    report.error(excess.message, at: excess.place, help: help)
    return true
  }

  /// Whether a page of the programme's own takes too long to paint, whoever it is of, which is reported.
  mutating func isTooMuch(_ design: PageDesign, _ report: inout Report) -> Bool {
    guard let excess = excess(of: design) else { return false }
    report.error(excess.message, at: excess.place, help: help)
    return true
  }

  private func excess(of design: Design, _ layers: [Layer]) -> ComposedBadges.Excess? {
    func find() -> ComposedBadges.Excess? {
      PaintWork(layers.flatMap(\.nodes), on: Composer.canvas).excess(of: "picture")
        .map { ComposedBadges.Excess(message: $0, place: design.place) }
    }
    guard !design.isShipped else { return nil }
    guard let badges, let likeness = design.likeness else { return find() }
    return badges.excess("badge \(likeness)", find)
  }

  private mutating func excess(of design: PageDesign) -> ComposedBadges.Excess? {
    guard let likeness = design.likeness else { return nil }
    var design = design
    design.subject.avatar = nil
    func find() -> ComposedBadges.Excess? {
      var ignored = Report()
      let badges = design.badges.map { badge($0, &ignored) }
      var layout = PageLayout(
        design: design, artworks: artworks.pictures(in: design.theme), badges: badges)
      var work = PaintWork(on: design.page.format.size, countingWords: false)
      for element in design.page.layers {
        work.add(layout.nodes(of: element, typesetter: &typesetter, report: &ignored))
        if let message = work.excess(of: design.kind.rawValue) {
          return ComposedBadges.Excess(message: message, place: element.place)
        }
      }
      return nil
    }
    guard let badges else { return find() }
    return badges.excess("page \(likeness)", find)
  }
}

private let help =
  "simplify the drawing or the design: fewer patterns, clips and shadows, wider steps, fewer lines"
