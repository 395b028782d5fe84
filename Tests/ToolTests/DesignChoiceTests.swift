import Foundation
import TestSupport
import Testing

/// Which cards, certificates and forms of badges a run draws.
@Suite struct DesignChoiceTests {
  private static let programme = """
    blazon: 1
    programme: acme
    name: Acme
    color: "#2563EB"
    awards: awards/*.csv
    themes: {dark: {color: "#93C5FD"}}
    badges:
      expert: {preset: seal, title: Expert, emblem: anchor, criteria: Passed., certificate: {signatures: [{name: Ada}]}}

    """
  private static let rows =
    "name,handle,badge,issued,id,state\nAnn Ode,ann,expert,2026-01-02,A-0001,\n"
  private let folder = "acme/people/ann/expert/"

  private func place(_ pages: String = "", _ rows: String = rows) throws -> Workplace {
    var files = [
      "badge-specs/acme/programme.yaml": DesignChoiceTests.programme,
      "badge-specs/acme/awards/a.csv": rows,
    ]
    if !pages.isEmpty { files["badge-specs/acme/pages.yaml"] = "blazon: 1\n\(pages)\n" }
    return try Workplace(files)
  }

  private func names(_ place: Workplace, _ words: String...) throws -> Set<String> {
    let answer = try run(blazon, ["render", "-q"] + words, in: place.folder)
    #expect(answer.status == 0, "\(answer.text)\(answer.error)")
    return Set(
      try place.files().keys.filter { $0.hasPrefix(folder) }.map {
        String($0.dropFirst(folder.count))
      })
  }

  @Test func `a list names what is drawn beside the usual`() throws {
    let usual = try names(place(), "--surface", "card,certificate")
    #expect(Set(usual.filter { $0.hasPrefix("card") }) == ["card.jpg", "card.dark.jpg"])
    let more = try names(
      place("cards: [square, hero-banner]\ncertificates: [modern]"), "--surface", "card,certificate"
    )
    #expect(
      more.subtracting(usual) == [
        "card.square.jpg", "card.square.dark.jpg", "card.hero-banner.jpg", "certificate.modern.pdf",
        "certificate.modern.letter.pdf", "certificate.modern.a4-portrait.pdf",
        "certificate.modern.png", "certificate.modern.svg",
      ])
  }

  @Test func `one design can be asked for by its name`() throws {
    #expect(
      try names(place(), "--surface", "card.story,certificate.cover", "--format", "jpg,svg") == [
        "card.story.jpg", "card.story.dark.jpg", "certificate.cover.svg",
      ])
    let place = try place()
    let answer = try place.blazon("render", "--surface", "card.storry")
    #expect(answer.status == 1)
    #expect(answer.error.contains("no card is called “storry”") && answer.error.contains("story"))
    let listed = try DesignChoiceTests().place("cards: [squared]")
    let wrong = try listed.blazon("check")
    #expect(
      wrong.status == 1 && wrong.error.contains("pages.yaml:2:9: error: unknown card “squared”"),
      "\(wrong.error)")
    #expect(wrong.error.contains("did you mean “square”?"))
  }

  @Test func `a revoked card has the size of what it stands for`() throws {
    let cards = "cards: [github, square, story, banner, signature]"
    let held = try place(cards)
    let taken = try place(cards, Self.rows.replacing("A-0001,", with: "A-0001,revoked"))
    _ = try names(held, "--surface", "card")
    let names = try names(taken, "--surface", "card")
    #expect(names.count == 6 + 4)
    func size(_ place: Workplace, _ name: String) throws -> String {
      let answer = try run("file", ["-b", place.url("output/\(folder)\(name)").path])
      return answer.text.firstMatch(of: /[0-9]{3,4}x[0-9]{3,4}/).map { String($0.0) } ?? answer.text
    }
    for name in names.sorted() { #expect(try size(held, name) == size(taken, name), "\(name)") }
    #expect(try size(taken, "card.story.jpg") == "1080x1920")
  }

  @Test func `a badge that is another on dark pages has one picture for both`() throws {
    let place = try place()
    _ = try names(place)
    let badges = Set(try place.files().keys.filter { $0.hasPrefix("acme/badges/expert.") })
    #expect(
      badges.contains("acme/badges/expert.auto.svg")
        && badges.contains("acme/badges/expert.dark.svg"))
    func text(_ path: String) throws -> String {
      try String(contentsOf: place.url("output/\(path)"), encoding: .utf8)
    }
    let picture = try text("acme/badges/expert.auto.svg")
    #expect(picture.contains("prefers-color-scheme:dark"))
    // Twice what one is, less what both share.
    #expect(try picture.utf8.count < 2 * text("acme/badges/expert.svg").utf8.count)
    #expect(try text("\(folder)index.html").contains("badges/expert.auto.svg"))
    #expect(try text("\(folder)snippets.md").contains("expert.auto.svg"))
    // Attributes alone are the light picture.
    func raster(_ svg: String) throws -> PNGFile {
      try #require(PNGFile(Array(try run("rsvg-convert", [], input: Data(svg.utf8)).output)))
    }
    #expect(try Parity(raster(picture), raster(text("acme/badges/expert.svg")))?.mean == 0)
  }

  @Test func `badges come as PDF and as small drawings where that is asked for`() throws {
    let place = try place()
    let answer = try place.blazon(
      "render", "--surface", "badge", "--format", "pdf,svg", "--size", "64,32")
    #expect(answer.status == 0, "\(answer.error)")
    let files = try place.files().keys.filter { $0.hasPrefix("acme/badges/") }.map {
      String($0.dropFirst(12))
    }
    #expect(
      Set(files) == [
        "expert.svg", "expert.dark.svg", "expert.auto.svg", "expert@64.svg", "expert@32.svg",
        "expert.dark@64.svg", "expert.dark@32.svg", "expert.pdf", "expert.dark.pdf",
      ])
    let small = try String(
      contentsOf: place.url("output/acme/badges/expert@32.svg"), encoding: .utf8)
    let large = try String(contentsOf: place.url("output/acme/badges/expert.svg"), encoding: .utf8)
    #expect(small.utf8.count < large.utf8.count / 2)
    let pdf = place.url("output/acme/badges/expert.pdf").path
    let info = try run("pdfinfo", [pdf]).text
    #expect(info.contains("Tagged:          yes") && info.contains("Pages:           1"), "\(info)")
    #expect(!info.contains("CreationDate"))
    // It shows what the SVG shows.
    _ = try run(
      "pdftocairo", ["-png", "-singlefile", "-r", "96", "-transp", pdf, place.url("paper").path])
    let ours = try #require(PNGFile([UInt8](Data(contentsOf: place.url("paper.png")))))
    let theirs = try #require(
      PNGFile(Array(try run("rsvg-convert", [], input: Data(large.utf8)).output)))
    let parity = try #require(Parity(ours, theirs))
    #expect(parity.mean <= 1.5 && parity.outliers <= 1, "\(parity)")
  }
}
