import BlazonPress
import BlazonShelf
import BlazonSource
import Testing

/// Which files each surface makes, and what is known of them.
@Suite struct SurfaceTests {
  private static let folder = "acme/people/ada"

  @Test(arguments: [
    ("card", ["card.jpg", "card.dark.jpg", "card.square.jpg", "card.square.dark.jpg"]),
    ("readme", ["readme.svg"]), ("snippets", ["snippets.md"]), ("page", ["index.html"]),
    ("badge", ["badge.svg", "badge.png"]),
    (
      "certificate",
      [
        "certificate.pdf", "certificate.png", "certificate.svg", "certificate.letter.pdf",
        "certificate.plain.pdf", "certificate.plain.png", "certificate.plain.svg",
        "certificate.plain.letter.pdf",
      ]
    ),
  ])
  func `an award has these files`(_ surface: String, _ names: [String]) throws {
    let acme = try Acme()
    let plan = acme.plan(surface) { ($0.people, $0.only) = (["ada"], ["expert"]) }
    let paths = try acme.paths(plan).filter { !$0.hasPrefix("verify/") }
    #expect(paths == names.map { "acme/people/ada/expert/\($0)" })
  }

  @Test func `a badge has a file for each name, size, tier and language`() throws {
    let acme = try Acme()
    let paths = try acme.paths(acme.plan("badge") { $0.people = [] }).filter {
      !$0.contains("/people/")
    }
    let names = [
      "docs-author", "docs", "docs-author.silver", "docs.silver", "docs-author.gold", "docs.gold",
      "expert",
    ]
    let folders = ["acme/badges", "acme/de/badges"]
    let expected = folders.flatMap { folder in
      names.flatMap { ["\(folder)/\($0).svg", "\(folder)/\($0)@64.png"] }
    }
    #expect(Set(paths) == Set(expected) && paths.count == expected.count, "\(paths)")
  }

  @Test func `a revoked award has plain cards, all alike, and a sheet shows all badges`() throws {
    let acme = try Acme()
    let cards = try Press(acme.studio).artifacts(of: acme.plan("card") { $0.people = ["ben"] })
    #expect(
      cards.map { $0.address.file?.text } == [
        "card.jpg", "card.dark.jpg", "card.square.jpg", "card.square.dark.jpg",
      ])
    #expect(cards[0].bytes == cards[2].bytes && cards[0].bytes != cards[1].bytes)
    #expect(cards.allSatisfy { $0.alt.contains("evoked") })
    #expect(try acme.paths(acme.plan("contact-sheet")) == ["acme/contact-sheet.png"])
    let both = acme.plan { $0.surfaces = ["contact-sheet", "readme"] }
    #expect(try acme.paths(both).contains("acme/contact-sheet.png"))
  }

  @Test func `two workers make what one makes, and the key tells awards apart`() throws {
    let acme = try Acme()
    let plan = acme.plan("snippets")
    let artifacts = try Press(acme.studio).artifacts(of: plan)
    #expect(Set(artifacts.map(\.key)).count == artifacts.count)
    #expect(artifacts.allSatisfy { $0.mediaType == "text/markdown" && $0.recipient != nil })
    let again = try Press(acme.studio).artifacts(of: acme.plan("snippets"))
    #expect(
      again.map(\.key) == artifacts.map(\.key) && again.map(\.bytes) == artifacts.map(\.bytes))
  }

  @Test func `every surface is told by one line, and ids are those of the command line`() {
    #expect(
      Surface.ids == [
        "badge", "card", "certificate", "readme", "credential", "snippets", "page", "wall", "site",
        "contact-sheet",
      ]
    )
  }
}
