import Foundation
import TestSupport
import Testing

/// A programme's logo on its badges.
@Suite struct BadgeLogoTests {
  private static let presets = [
    "hexagon", "shield", "seal", "patch", "pennant", "rosette", "diamond",
  ]

  /// Two bars in a pink that no preset has.
  private static func logo(_ width: Int, _ color: String = "#FF00AA") -> String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) 60">\
    <rect width="\(width)" height="60" fill="\(color)"/></svg>
    """
  }

  private func place(logo: String?, _ words: String = "logo: true") throws -> Workplace {
    var text = """
      blazon: 1
      programme: acme
      name: Acme
      color: "#0B7A86"
      families: {all: {band: Achievement, emblem: lighthouse, criteria: Lit it., \(words)}}

      """
    if logo != nil { text += "logo: art/logo.svg\n" }
    text += "badges:\n"
    for preset in BadgeLogoTests.presets {
      text += "  \(preset): {family: all, preset: \(preset), title: \(preset) light}\n"
      text += "  \(preset)-rich: {family: all, preset: \(preset), title: Certified \(preset), "
      text += "metal: gold, stars: 3}\n"
    }
    let place = try Workplace(["badge-specs/acme/programme.yaml": text])
    if let logo { try place.write(logo, to: "badge-specs/acme/art/logo.svg") }
    return place
  }

  /// The pixels of a file that are as pink as the logo: how many, and the box that holds them.
  private func pink(_ place: Workplace, _ file: String) throws -> (
    count: Int, width: Int, height: Int
  ) {
    let script = """
      import sys
      from PIL import Image
      im = Image.open(sys.argv[1]).convert("RGBA"); w, h = im.size
      hits = [(i % w, i // w) for i, (r, g, b, a) in enumerate(im.getdata())
              if a > 250 and abs(r - 255) < 9 and g < 9 and abs(b - 170) < 9]
      xs, ys = [x for x, _ in hits], [y for _, y in hits]
      print(len(hits), max(xs) - min(xs) + 1 if xs else 0, max(ys) - min(ys) + 1 if ys else 0)
      """
    let answer = try python(script, [place.url(file).path], input: Data())
    try #require(answer.status == 0, "\(answer.error)")
    let numbers = String(decoding: answer.output, as: UTF8.self).split(
      whereSeparator: \.isWhitespace
    )
    .compactMap { Int($0) }
    return (numbers[0], numbers[1], numbers[2])
  }

  @Test(arguments: [60, 150, 600]) func `every preset has a place for it`(_ width: Int) throws {
    let place = try place(logo: BadgeLogoTests.logo(width))
    let answer = try place.blazon(
      "render", "--surface", "badge", "--format", "png", "--size", "512,64")
    try #require(
      answer.status == 0, "\(String(decoding: answer.output, as: UTF8.self))\(answer.error)")
    for preset in BadgeLogoTests.presets {
      for name in [preset, "\(preset)-rich"] {
        let seen = try pink(place, "output/acme/badges/\(name).png")
        let shape = Double(seen.width) / Double(max(1, seen.height))
        #expect(seen.height >= 9 && seen.count > 300, "\(name): \(seen)")
        #expect(abs(shape / (Double(width) / 60) - 1) < 0.15, "\(name) keeps its shape: \(seen)")
        let small = try pink(place, "output/acme/badges/\(name)@64.png")
        #expect(small.count == 0, "\(name) of 64 pixels: \(small)")
      }
    }
  }

  @Test func `a badge that says nothing of it, or no, has none`() throws {
    for words in ["finish: rich", "logo: false"] {
      let place = try place(logo: BadgeLogoTests.logo(150), words)
      #expect(try place.blazon("render", "--surface", "badge", "--format", "png").status == 0)
      #expect(try pink(place, "output/acme/badges/hexagon.png").count == 0)
    }
  }

  @Test func `a programme without a logo is told once, where it was asked for`() throws {
    let place = try place(logo: nil)
    let answer = try place.blazon("check")
    let text = answer.error + String(decoding: answer.output, as: UTF8.self)
    #expect(answer.status == 1)
    #expect(text.contains("programme.yaml:5:"), "\(text)")
    let message = "error: the programme has no logo for a badge to show"
    #expect(text.components(separatedBy: message).count == 2, "\(text)")
    #expect(text.contains("logo: art/logo.svg"))
  }

  @Test(arguments: ["{stack: {gap: 60}}", "{logo: {height: 4}}", "{logo: {height: 200}}"])
  func `a place of any measure is drawn or refused`(_ adjust: String) throws {
    let place = try place(logo: BadgeLogoTests.logo(60), "logo: true, adjust: \(adjust)")
    #expect([0, 1].contains(try place.blazon("check").status))
  }

  @Test func `one too large for the rows is refused where it was asked for, not made a dot`() throws
  {
    let place = try place(
      logo: BadgeLogoTests.logo(60), "logo: true, adjust: {logo: {height: 700, width: 700}}")
    let answer = try place.blazon("check", "--only", "hexagon")
    let text = String(decoding: answer.output, as: UTF8.self) + answer.error
    #expect(answer.status == 1 && text.contains("the logo does not fit"), "\(text)")
    #expect(text.contains("programme.yaml:5:"), "\(text)")
  }

  @Test func `another logo draws the badges again`() throws {
    let place = try place(logo: BadgeLogoTests.logo(150))
    func hexagon() throws -> String {
      #expect(try place.blazon("render", "--surface", "badge", "--format", "svg").status == 0)
      return try String(contentsOf: place.url("output/acme/badges/hexagon.svg"), encoding: .utf8)
    }
    let before = try hexagon().lowercased()
    #expect(before.contains("#ff00aa") || before.contains("#f0a"))
    try place.write(BadgeLogoTests.logo(150, "#00AB12"), to: "badge-specs/acme/art/logo.svg")
    let after = try hexagon().lowercased()
    #expect(after != before && after.contains("#00ab12"))
  }
}
