import Foundation
import TestSupport
import Testing

/// Pictures of people: files of the programme that ledgers name, on cards and walls.
@Suite struct AvatarTests {
  private static let programme = """
    blazon: 1
    programme: acme
    name: Acme
    color: "#2563EB"
    awards: awards/*.csv
    badges:
      first: {preset: seal, title: First, emblem: quill, criteria: Done.}

    """
  private static let red =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 60\"><path fill=\"#d00000\" d=\"M0 0h40v60H0z\"/></svg>"

  private func place(_ avatar: String, visibility: String = "") throws -> Workplace {
    try Workplace([
      "badge-specs/acme/programme.yaml": AvatarTests.programme,
      "badge-specs/acme/awards/a.csv":
        "name,handle,badge,issued,avatar,visibility\nAnn Ode,ann,first,2026-01-02,\(avatar),\(visibility)\n",
      "badge-specs/acme/people/ann.svg": AvatarTests.red,
    ])
  }

  private func render(_ place: Workplace) throws -> String {
    let answer = try run(blazon, ["render", "--surface", "card,wall"], in: place.folder)
    #expect(answer.status == 0, "\(answer.text)\(answer.error)")
    return answer.text
  }

  /// The share of a wall's disc that is red.
  private func redness(_ place: Workplace) throws -> Double {
    let svg = try Data(contentsOf: place.url("output/acme/people/ann/wall.light.svg"))
    let picture = try #require(PNGFile(Array(try run("rsvg-convert", [], input: svg).output)))
    var (red, count) = (0, 0)
    // The disc is 96 wide, its upper left corner at (36, 36).
    for y in 36..<132 {
      for x in 36..<132 {
        let at = 4 * (y * picture.width + x)
        count += 1
        if picture.pixels[at] > 180, picture.pixels[at + 1] < 60 { red += 1 }
      }
    }
    return Double(red) / Double(count)
  }

  @Test func `a picture is a disc on walls and cards, and is drawn anew when its file changes`()
    throws
  {
    let (with, without) = (try place("people/ann.svg"), try place(""))
    _ = try render(with)
    _ = try render(without)
    // Three quarters of a square, less the ring.
    let share = try redness(with)
    #expect(share > 0.5 && share < 0.79, "\(share)")
    #expect(try redness(without) == 0)
    let card = "acme/people/ann/first/card.jpg"
    #expect(try with.files()[card] != without.files()[card])
    #expect(try render(with).contains("(0 drawn)"))
    try with.write(
      AvatarTests.red.replacing("#d00000", with: "#00d000"), to: "badge-specs/acme/people/ann.svg")
    let again = try render(with)
    #expect(!again.contains("(0 drawn)"), "\(again)")
    #expect(try redness(with) == 0)
  }

  @Test(arguments: [
    ("people/bob.svg", "no file “badge-specs/acme/people/bob.svg”"),
    ("../acme/people/ann.svg", "is not a picture of the programme"),
    ("/etc/passwd.png", "is not a picture of the programme"),
    ("people/ann.gif", "is not a picture of the programme"),
  ])
  func `what is no picture of the programme is refused with its place`(
    _ path: String, _ message: String
  ) throws {
    let answer = try place(path).blazon("check")
    #expect(answer.status == 1)
    #expect(
      answer.error.contains("a.csv:2:30: error:") && answer.error.contains(message),
      "\(answer.error)")
  }

  @Test func `a picture that cannot be drawn is told, and one that leads out is not read`() throws {
    let broken = try place("people/ann.svg")
    try broken.write("<svg><script>alert(1)</script></svg>", to: "badge-specs/acme/people/ann.svg")
    let answer = try broken.blazon("check")
    #expect(answer.status == 1 && answer.error.contains("people/ann.svg"), "\(answer.error)")
    let out = try place("people/out.svg")
    try out.write(AvatarTests.red, to: "secret.svg")
    try FileManager.default.createSymbolicLink(
      atPath: out.url("badge-specs/acme/people/out.svg").path,
      withDestinationPath: out.url("secret.svg").path)
    let refused = try out.blazon("check")
    #expect(refused.status == 1 && refused.error.contains("leads out"), "\(refused.error)")
  }

  @Test func `who is redacted has no picture`() throws {
    let hidden = try place("people/ann.svg", visibility: "redacted")
    let plain = try place("", visibility: "redacted")
    _ = try render(hidden)
    _ = try render(plain)
    let card = "acme/people/ann/first/card.jpg"
    #expect(try hidden.files()[card] == plain.files()[card])
  }
}
