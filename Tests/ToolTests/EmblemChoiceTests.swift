import Foundation
import TestSupport
import Testing

/// What stands in the middle of a badge: colours of nature, scenes, monograms, numerals, a drawing for small sizes.
@Suite struct EmblemChoiceTests {
  private func place(_ badges: [String: String]) throws -> Workplace {
    let lines = badges.sorted { $0.key < $1.key }.map { name, words in
      "  \(name): {title: \(name), criteria: Did it., alt: \(name), \(words)}\n"
    }
    return try Workplace([
      "badge-specs/acme/programme.yaml": """
      blazon: 1
      programme: acme
      name: Acme
      color: "#0B7A86"
      check: {duplicate: off}
      badges:

      """ + lines.joined()
    ])
  }

  private func draw(_ place: Workplace) throws -> (String) throws -> String {
    let answer = try place.blazon(
      "render", "--surface", "badge", "--format", "svg", "--size", "512,64")
    try #require(answer.status == 0, "\(answer.error)")
    return { name in
      let text = try String(
        contentsOf: place.url("output/acme/badges/\(name).svg"), encoding: .utf8)
      return text.lowercased()
    }
  }

  @Test
  func `an emblem wears the colours of nature where it is asked to, and only as long as it stands`()
    throws
  {
    let place = try place([
      "green": "preset: shield, emblem: leaf, emblem-color: natural",
      "plain": "preset: shield, emblem: leaf",
      "past": "preset: shield, emblem: leaf, emblem-color: natural, state: archived",
      "none": "preset: shield, emblem: anchor, emblem-color: natural, short: Same",
      "none-plain": "preset: shield, emblem: anchor, short: Same",
    ])
    let svg = try draw(place)
    let own = try naturals(of: "leaf")
    #expect(own.count >= 2)
    for color in own {
      #expect(try svg("green").contains(color), "\(color)")
      #expect(try !svg("plain").contains(color) && !svg("past").contains(color))
    }
    func art(_ name: String) throws -> Substring {
      let text = try svg(name)
      return text[(text.range(of: "</metadata>")?.upperBound ?? text.startIndex)...]
    }
    let (none, plain) = (try art("none"), try art("none-plain"))
    #expect(none.count == plain.count, "an emblem without such colours is drawn as ever")
  }

  /// The colours that the emblem's file gives to nature, as SVG writes them.
  private func naturals(of name: String) throws -> Set<String> {
    let file = project.appending(
      path: "Sources/BlazonArt/Emblems/\(name.prefix(1).uppercased() + name.dropFirst()).swift")
    let text = try String(contentsOf: file, encoding: .utf8)
    let drawing = text.components(separatedBy: "small:")[0]
    return Set(
      drawing.matches(of: /natural: 0x([0-9A-F]{6})/).map { "#\($0.1)".lowercased() }
        .filter { color in
          // Six digits that are three pairs are written as three.
          let digits = Array(color.dropFirst())
          return !(digits[0] == digits[1] && digits[2] == digits[3] && digits[4] == digits[5])
        })
  }

  @Test func `a scene is painted where a preset has a place for one, else its emblem`() throws {
    let place = try place([
      "sewn": "preset: patch, emblem: {scene: lighthouse}",
      "sealed": "preset: seal, emblem: {scene: lighthouse}",
      "six": "preset: hexagon, emblem: {scene: lighthouse}, subtitle: At night, stars: 2",
      "shield": "preset: shield, emblem: {scene: lighthouse}",
      "shield-plain": "preset: shield, emblem: lighthouse",
      "past": "preset: patch, emblem: {scene: lighthouse}, state: expired",
    ])
    let svg = try draw(place)
    let night = "#fff"
    for name in ["sewn", "sealed", "six"] {
      #expect(try svg(name).count > svg("shield").count + 4000, "\(name)")
      #expect(try svg("\(name)@64").count < svg("shield@64").count + 4000, "small sizes have none")
      #expect(try svg(name).contains(night))
    }
    let parts = ["shield", "shield-plain"].map { name in
      (try? svg(name))?.components(separatedBy: "<path").count
    }
    #expect(parts[0] == parts[1])
    #expect(try svg("past").count < svg("sewn").count - 4000)
  }

  @Test func `letters and numbers are drawn, and a number is never cut`() throws {
    let place = try place([
      "hundred": "preset: hexagon, emblem: {number: 100}",
      "ten": "preset: hexagon, emblem: {number: 10}",
      "letters": "preset: hexagon, emblem: {letters: CSA}",
      "script": "preset: hexagon, emblem: {letters: Ж}",
    ])
    let answer = try place.blazon(
      "render", "--surface", "badge", "--format", "png", "--size", "24,32")
    try #require(answer.status == 0, "\(answer.error)")
    let small = try ["hundred", "ten"].map {
      try Data(contentsOf: place.url("output/acme/badges/\($0)@24.png"))
    }
    #expect(small[0] != small[1])
    let sentence = try place.blazon("show", "sentence", "--badge", "hundred")
    let told = String(decoding: sentence.output, as: UTF8.self)
    #expect(told.contains("number") && told.contains("100"), "\(told)")
    let names = try place.blazon("show", "sentence", "--badge", "letters")
    #expect(String(decoding: names.output, as: UTF8.self).contains("letters"))
  }

  @Test func `an emblem takes the place of an inherited one, whatever both are`() throws {
    let place = try Workplace([
      "badge-specs/acme/programme.yaml": """
      blazon: 1
      programme: acme
      name: Acme
      color: "#0B7A86"
      families: {all: {preset: hexagon, criteria: Did it., emblem: {letters: FA}}}
      badges:
        a: {family: all, title: A, emblem: {number: 10}}
        b: {family: all, title: B, emblem: {scene: ship}, counts: {5: {emblem: {number: 5}}}}
        c: {extends: a, title: C, emblem: {letters: CD}}
        d: {family: all, title: D, emblem: anchor}
      """
    ])
    let answer = try place.blazon("check")
    #expect(answer.status == 0, "\(String(decoding: answer.output, as: UTF8.self))\(answer.error)")
  }

  @Test(arguments: ["\u{200B}", "\u{0301}\u{0301}", "Z" + String(repeating: "\u{0301}", count: 12)])
  func `letters that nobody sees are refused once`(_ letters: String) throws {
    let place = try place(["a": "preset: hexagon, emblem: {letters: \"\(letters)\"}"])
    let answer = try place.blazon("check")
    let text = String(decoding: answer.output, as: UTF8.self) + answer.error
    #expect(answer.status == 1 && text.contains("1 error"), "\(text)")
  }

  @Test(arguments: ["scene Ship", "scene oak tree", "number 100", "letters CSA"])
  func `a sentence draws them, and gives a title where it says none`(_ emblem: String) throws {
    let place = try Workplace([:])
    let answer = try place.blazon("draw", "teal hexagon, \(emblem)", "-o", "one.svg")
    #expect(answer.status == 0, "\(answer.error)")
  }

  @Test func `the place of a scene may be changed on any badge`() throws {
    let place = try place([
      "a": "preset: hexagon, emblem: {scene: ship}, adjust: {scene: {size: 250}}",
      "b": "preset: shield, emblem: {scene: ship}, adjust: {scene: {at: [256, 190], size: 250}}",
      "c": "preset: shield, emblem: anchor, adjust: {scene: {size: 250}}",
    ])
    let svg = try draw(place)
    #expect(try svg("b").count > svg("c").count + 4000, "a circle where no outline is given")
  }

  @Test func `a drawing of one's own may have another for small sizes`() throws {
    let place = try place([
      "own": "preset: hexagon, emblem: {file: art/a.svg, small: art/b.svg}"
    ])
    func art(_ color: String) -> String {
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path fill="\(color)" d="M1 1h7v7h-7Z"/></svg>
      """
    }
    try place.write(art("#FEFDF8"), to: "badge-specs/acme/art/a.svg")
    try place.write(art("#F8FDFE"), to: "badge-specs/acme/art/b.svg")
    let svg = try draw(place)
    #expect(try svg("own").contains("#fefdf8") && !svg("own").contains("#f8fdfe"))
    #expect(try svg("own@64").contains("#f8fdfe") && !svg("own@64").contains("#fefdf8"))
    // A change of the second alone is seen.
    try place.write(art("#F9FBEE"), to: "badge-specs/acme/art/b.svg")
    let again = try draw(place)
    #expect(try again("own@64").contains("#f9fbee"))
    try FileManager.default.removeItem(at: place.url("badge-specs/acme/art/b.svg"))
    let missing = try place.blazon("check")
    let text = String(decoding: missing.output, as: UTF8.self) + missing.error
    #expect(missing.status == 1 && text.contains("art/b.svg"), "\(text)")
  }
}
