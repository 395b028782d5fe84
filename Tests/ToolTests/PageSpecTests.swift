import Foundation
import TestSupport
import Testing

/// What is wrong with the files that a programme names beside its specs, and where that is said.
@Suite struct PageSpecTests {
  private let row = "Jan Ek,jan,expert,2026-05-02,,,JBNC-BE1W-5HB6\n"

  /// The answer to a check of `acme` with one line of it written otherwise.
  private func check(
    replacing old: String, with new: String, in file: String = "badges.yaml",
    beside files: [String: String] = [:]
  ) throws -> Answer {
    var specs = Workplace.people(row)
    let path = "badge-specs/acme/\(file)"
    let text = try #require(specs[path])
    try #require(text.contains(old))
    specs[path] = text.replacing(old, with: new)
    for (path, text) in files { specs["badge-specs/acme/\(path)"] = text }
    return try Workplace(specs).blazon("check")
  }

  @Test func `an image that is not there is an error where it is named`() throws {
    let answer = try check(
      replacing: "{name: Odo Fenn}", with: "{name: Odo Fenn, image: art/fenn.svg}")
    #expect(answer.status == 1)
    #expect(
      answer.error.hasPrefix(
        "badge-specs/acme/badges.yaml:18:35: error: no file “badge-specs/acme/art/fenn.svg”\n"),
      "\(answer.error)")
    #expect(answer.error.contains("help: drawings are looked for beside the file that names them"))
  }

  @Test func `a logo with words in it is an error at the words' own line`() throws {
    let svg = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">
        <path d="M2 2h20v20H2z"/>
        <text>Acme</text>
      </svg>
      """
    let answer = try check(
      replacing: "name: Acme", with: "name: Acme\nlogo: art/mark.svg", in: "programme.yaml",
      beside: ["art/mark.svg": svg])
    #expect(answer.status == 1)
    #expect(
      answer.error.hasPrefix(
        "badge-specs/acme/art/mark.svg:3:4: error: “text” is not drawn: no font is named\n"),
      "\(answer.error)")
    #expect(answer.error.contains("    3 |   <text>Acme</text>\n"))
    #expect(answer.error.contains("help: convert text to paths, or set it in one of: Inter, "))
    #expect(answer.error.contains("note: named at badge-specs/acme/programme.yaml:4:7"))
  }

  @Test func `a logo that is a picture is drawn on card and certificate`() throws {
    let svg = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">
        <path fill="#123456" d="M2 2h20v20H2z"/>
      </svg>
      """
    let specs = Workplace.people(row)
    let programme = try #require(specs["badge-specs/acme/programme.yaml"])
    let plain = try Workplace(specs)
    let place = try Workplace(specs)
    try place.write(svg, to: "badge-specs/acme/art/mark.svg")
    try place.write(
      programme.replacing("name: Acme", with: "name: Acme\nlogo: art/mark.svg"),
      to: "badge-specs/acme/programme.yaml")
    for place in [plain, place] {
      let answer = try place.blazon("render", "--surface", "card,certificate")
      #expect(answer.status == 0, "\(answer.error)")
    }
    let (with, without) = (try place.files(), try plain.files())
    for name in ["card.jpg", "certificate.svg", "certificate.pdf"] {
      let path = "acme/people/jan/expert/\(name)"
      #expect(with[path] != nil && without[path] != nil && with[path] != without[path], "\(name)")
    }
    let certificate = try #require(with["acme/people/jan/expert/certificate.svg"])
    #expect(String(decoding: certificate, as: UTF8.self).contains("#123456"))
  }

  @Test func `a page says what its logo stands on`() throws {
    func mark(_ color: String) -> String {
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">
        <path fill="\(color)" d="M2 2h20v20H2z"/>
      </svg>
      """
    }
    let specs = Workplace.people(row)
    let place = try Workplace(specs)
    let programme = try #require(specs["badge-specs/acme/programme.yaml"])
    try place.write(mark("#123456"), to: "badge-specs/acme/art/mark.svg")
    try place.write(mark("#fedcba"), to: "badge-specs/acme/art/mark-dark.svg")
    try place.write(
      programme.replacing(
        "name: Acme", with: "name: Acme\nlogo: {light: art/mark.svg, dark: art/mark-dark.svg}"),
      to: "badge-specs/acme/programme.yaml")
    let answer = try place.blazon(
      "render", "--surface", "certificate.guilloche,certificate.cover")
    #expect(answer.status == 0, "\(answer.error)")
    let files = try place.files()
    for (name, color, other) in [
      ("certificate.svg", "#123456", "#fedcba"), ("certificate.cover.svg", "#fedcba", "#123456"),
    ] {
      let file = try #require(files["acme/people/jan/expert/\(name)"])
      let text = String(decoding: file, as: UTF8.self)
      #expect(text.contains(color) && !text.contains(other), "\(name)")
    }
  }

  @Test func `ledgers that are not there are an error where they are named`() throws {
    let answer = try check(
      replacing: "awards: awards/*.csv", with: "awards: [awards/*.csv, old/*.csv, last.yaml]",
      in: "programme.yaml")
    #expect(answer.status == 1)
    for name in ["old/*.csv", "last.yaml"] {
      #expect(answer.error.contains("error: no ledger “\(name)”\n"), "\(answer.error)")
    }
    #expect(answer.error.contains("help: it is looked for in badge-specs/acme"))
    #expect(!answer.error.contains("no ledger “awards/"))
    #expect(answer.error.hasSuffix("2 errors\n"))
  }

  @Test func `a design of one's own for card and certificate is drawn, an unsafe one refused`()
    throws
  {
    let page = """
      blazon: 1
      cards:
        open-graph:
          extends: open-graph
          layers:
            motto: {text: Mend it., style: small, box: [BOX]}
      """
    let place = try Workplace(Workplace.people(row))
    try place.write(
      page.replacing("BOX", with: "96, 540, 300, 24"), to: "badge-specs/acme/pages.yaml")
    let well = try place.blazon("check")
    #expect(well.status == 0, "\(well.error)")
    try place.write(
      page.replacing("BOX", with: "20, 540, 300, 24"), to: "badge-specs/acme/pages.yaml")
    let unsafe = try place.blazon("check")
    #expect(unsafe.status == 1)
    #expect(unsafe.error.contains("“Mend it.” reaches out of the card's safe area"))
    #expect(unsafe.error.contains("help: change the box of that text in the design"))
  }

  @Test func `what is painted without being measured heeds its if and unless`() throws {
    let page = """
      blazon: 1
      certificates:
        guilloche:
          extends: guilloche
          layers:
            held: {area: "#010203", box: [40, 40, 20, 20], unless: award.competencies}
            lacking: {area: "#030201", box: [80, 40, 20, 20], if: award.competencies}
      """
    let place = try Workplace(Workplace.people(row))
    try place.write(page, to: "badge-specs/acme/pages.yaml")
    let answer = try place.blazon("render", "--surface", "certificate")
    #expect(answer.status == 0, "\(answer.error)")
    let file = try #require(try place.files()["acme/people/jan/expert/certificate.svg"])
    let text = String(decoding: file, as: UTF8.self)
    #expect(text.contains("#010203") && !text.contains("#030201"))
  }
}
