import Foundation
import TestSupport
import Testing

/// `blazon draw`: one badge, told on the command line.
@Suite struct DrawTests {
  private static let sentence = "gold shield, open book, ribbon Docs, three stars"

  @Test func `a sentence becomes an SVG on standard output, or the file that is named`() throws {
    let place = try Workplace([:])
    let out = try place.blazon("draw", Self.sentence)
    #expect(out.status == 0 && out.error.isEmpty, "\(out.error)")
    #expect(out.text.hasPrefix("<svg ") && out.text.contains("0\">Docs</title>"))
    #expect(
      out.text.contains("Docs: badge, an open book with a pencil on a shield, with 3 stars."))
    #expect(try place.blazon("draw", Self.sentence, "-o", "a.svg").status == 0)
    #expect(try Data(contentsOf: place.url("a.svg")) == Data(out.text.utf8))
    let drawn = try place.blazon("draw", Self.sentence, "-o", "a.png", "--size", "64")
    #expect(drawn.status == 0, "\(drawn.error)")
    let picture = try #require(png(Data(contentsOf: place.url("a.png"))))
    #expect(picture.width == 64 && picture.height == 64)
  }

  @Test func `options say what items of the sentence say`() throws {
    let place = try Workplace([:])
    let options = try place.blazon(
      "draw", "--preset", "shield", "--metal", "gold", "--emblem", "open-book", "--title", "Docs",
      "--stars", "3")
    #expect(options.text == (try place.blazon("draw", Self.sentence)).text)
    let both = try place.blazon("draw", "gold shield, open book", "--title", "Docs", "--stars", "3")
    #expect(both.text == options.text)
    let comma = try place.blazon("draw", "seal, rocket", "--title", "Up, \"up\" <and> away")
    #expect(comma.status == 1 && comma.error.contains("<and>"), "\(comma.error)")
    let plain = try place.blazon("draw", "seal, rocket", "--title", "Up, \"up\" & away")
    #expect(plain.text.contains("Up, &quot;up&quot; &amp; away</title>"), "\(plain.error)")
  }

  @Test func `what show prints is drawn again, in the programme where it needs that`() throws {
    let specs = project.appending(path: "badge-specs/meshery").path
    let place = try Workplace([:])
    let show = try place.blazon("show", "sentence", specs, "--badge", "maintainer")
    #expect(show.text.split(separator: "\n").count == 2, "\(show.text)\(show.error)")
    let alone = try run(blazon, ["draw", "-"], in: place.folder, input: Data(show.text.utf8))
    #expect(alone.status == 1 && alone.error.contains("sentence:2:1: error: "), "\(alone.error)")
    let within = try run(
      blazon, ["draw", "-", "--in", specs], in: place.folder, input: Data(show.text.utf8))
    #expect(within.status == 0, "\(within.error)")
    let first = try #require(show.text.split(separator: "\n").first)
    #expect(within.text.contains(">\(first)</desc>"))
  }

  @Test func `what cannot be drawn is refused and leaves the file that was there`() throws {
    let place = try Workplace(["a.svg": "mine"])
    let long = String(repeating: "endless ", count: 20)
    let refused = try place.blazon("draw", "shield, heart, title \(long)", "-o", "a.svg")
    #expect(refused.status == 1 && refused.error.contains("does not fit"), "\(refused.error)")
    #expect(refused.error.contains("sentence:1:"))
    #expect(try String(contentsOf: place.url("a.svg"), encoding: .utf8) == "mine")
    #expect(try place.blazon("draw").status == 64)
    #expect(try place.blazon("draw", "shield", "hexagon").status == 64)
    #expect(try place.blazon("draw", "shield", "-o", "a.jpg").status == 64)
    #expect(try place.blazon("draw", "shield", "--size", "64").status == 64)
    #expect(try place.blazon("draw", "shield, heart", "--in", "nowhere").status == 70)
    let json = try place.blazon("draw", "shild, hart", "--messages", "json")
    #expect(json.status == 1 && json.error.split(separator: "\n").allSatisfy { $0.hasPrefix("{") })
  }
}
