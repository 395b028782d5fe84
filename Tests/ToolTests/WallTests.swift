import Foundation
import TestSupport
import Testing

/// Walls of badges, as the program as a whole draws them.
@Suite struct WallTests {
  private static let programme = """
    blazon: 1
    programme: acme
    name: Acme
    color: "#2563EB"
    publish: https://badges.example.org
    awards: awards/*.csv
    badges:
      first: {preset: seal, title: First Light, emblem: quill, criteria: Done.}
      second: {preset: hexagon, title: Second Wind, emblem: ship, criteria: Done., tiers: {bronze: 1, gold: 10}}
      third: {preset: shield, title: Third Way, emblem: anchor, criteria: Done.}
      expert: {preset: rosette, title: Expert, emblem: star, criteria: Passed., certificate: {signatures: [{name: Ada}]}}

    """
  private static let rows = """
    name,handle,badge,issued,id,tier,count,state,progress,visibility
    Ann Ode,ann,first,2026-01-02,,,,,,
    Ann Ode,ann,second,2026-03-02,,gold,42,,,
    Ann Ode,ann,expert,2026-02-02,A-0001,,,,,
    Ann Ode,ann,third,2026-01-09,,,,in-progress,12/25,
    Bob Ode,bob,first,2026-01-02,,,,revoked,,
    Cem Ode,cem,first,2026-01-02,,,,,,unlisted

    """

  private func place(_ walls: String = "") throws -> Workplace {
    try Workplace(
      [
        "badge-specs/acme/programme.yaml": WallTests.programme,
        "badge-specs/acme/awards/a.csv": WallTests.rows,
      ].merging(
        walls.isEmpty ? [:] : ["badge-specs/acme/walls.yaml": "blazon: 1\nwalls:\n  \(walls)\n"]
      ) { $1 })
  }

  private func render(_ place: Workplace, _ words: String...) throws -> Answer {
    let answer = try run(blazon, ["render", "-q"] + words, in: place.folder)
    #expect(answer.status == 0, "\(answer.text)\(answer.error)")
    return answer
  }

  private func text(_ place: Workplace, _ path: String) throws -> String {
    try String(contentsOf: place.url("output/\(path)"), encoding: .utf8)
  }

  /// The alternative text of an SVG.
  private func sentence(_ place: Workplace, _ path: String) throws -> String {
    let text = try text(place, path)
    let start = try #require(text.range(of: "<desc id="))
    let end = try #require(text.range(of: "</desc>"))
    return String(text[start.upperBound..<end.lowerBound].drop { $0 != ">" }.dropFirst())
  }

  @Test func `a wall is drawn where it is written or asked for`() throws {
    let place = try place()
    _ = try render(place)
    #expect(!place.exists("output/acme/people/ann/wall.svg"))
    _ = try render(place, "--surface", "wall")
    let names = ["wall.svg", "wall.light.svg", "wall.dark.svg", "wall.png", "wall.dark.png"]
    for folder in ["acme", "acme/people/ann"] {
      for name in names { #expect(place.exists("output/\(folder)/\(name)"), "\(folder)/\(name)") }
    }
    // Who shows nothing has none.
    #expect(!place.exists("output/acme/people/bob/wall.svg"))
    #expect(!place.exists("output/acme/people/cem/wall.svg"))
    let written = try WallTests().place("wall: {}")
    _ = try render(written)
    func picture(_ place: Workplace) throws -> String {
      // The digest of its specs tells the two apart.
      try text(place, "acme/people/ann/wall.svg").replacing(/<metadata>.*?<\/metadata>/, with: "")
    }
    #expect(try picture(written).count == picture(place).count)
    // A run finds nothing to do, and the page shows how to show it.
    #expect(try run(blazon, ["render"], in: written.folder).text.contains("(0 drawn)"))
    let page = try text(written, "acme/people/ann/index.html")
    #expect(page.contains("https://badges.example.org/acme/people/ann/wall.svg"))
  }

  @Test func `a title too long for a line gives way to the short one`() throws {
    func height(_ title: String) throws -> Double {
      let place = try place("wall: {badges: [first]}")
      try place.write(
        WallTests.programme.replacing(
          "preset: seal, title: First Light", with: "preset: pennant, \(title)"),
        to: "badge-specs/acme/programme.yaml")
      _ = try render(place, "--surface", "wall")
      let wall = try text(place, "acme/people/ann/wall.svg")
      let size = try #require(wall.firstMatch(of: /viewBox="0 0 [0-9]+ ([0-9]+)"/))
      return try #require(Double(size.1))
    }
    let long = "title: First Light of a Long Winding Morning"
    let (usual, wrapped) = (try height("title: First Light"), try height(long))
    #expect(wrapped > usual)
    #expect(try height("\(long), short: First Light") == usual)
  }

  @Test func `order, choice, limit and what is lacking are the wall's`() throws {
    let walls = """
      wall: {}
        old: {order: oldest, limit: 2, header: false}
        two: {badges: [first, expert], order: written, columns: 2}
        all: {locked: 3, order: title}
      """
    let place = try place(walls)
    _ = try render(place, "--surface", "wall")
    func titles(_ name: String) throws -> String {
      try sentence(place, "acme/people/ann/\(name)").split(separator: ": ").last.map(String.init)
        ?? ""
    }
    #expect(try titles("wall.svg") == "Second Wind, Gold, Expert, First Light.")
    #expect(try titles("wall.old.svg") == "First Light.")
    #expect(try titles("wall.two.svg") == "First Light, Expert.")
    let all = try text(place, "acme/people/ann/wall.svg")
    #expect(all.hasPrefix("<svg") && !all.contains("@example"))
    // Two columns are narrower than four.
    func width(_ name: String) throws -> Double {
      let text = try text(place, "acme/people/ann/\(name)")
      return text.firstMatch(of: /width="([0-9.]+)"/).flatMap { Double($0.1) } ?? 0
    }
    #expect(try width("wall.two.svg") < width("wall.svg"))
    #expect(
      try sentence(place, "acme/wall.svg").contains(
        "First Light, Second Wind, Gold, Third Way, Expert"))
  }

  @Test func `one picture is light on light pages and dark on dark ones`() throws {
    let place = try place("wall: {locked: 1}")
    _ = try render(place, "--surface", "wall")
    func raster(_ svg: String) throws -> PNGFile {
      let answer = try run("rsvg-convert", ["-z", "1.5"], input: Data(svg.utf8))
      #expect(answer.status == 0 && answer.error.isEmpty, "\(answer.error)")
      return try #require(PNGFile(Array(answer.output)))
    }
    let folder = "acme/people/ann"
    let both = try text(place, "\(folder)/wall.svg")
    let (light, dark) = (
      try raster(text(place, "\(folder)/wall.light.svg")),
      try raster(text(place, "\(folder)/wall.dark.svg"))
    )
    // Whoever reads no style sheet sees the light one.
    #expect(try Parity(raster(both), light)?.mean ?? 9 < 0.02)
    let rule = "@media (prefers-color-scheme:dark){"
    let start = try #require(both.range(of: rule))
    let end = try #require(both.range(of: "}}</style>"))
    var forced = both
    forced.replaceSubrange(end, with: "}</style>")
    forced.replaceSubrange(start, with: "")
    #expect(try Parity(raster(forced), dark)?.mean ?? 9 < 0.02)
    #expect(Parity(light, dark)?.mean ?? 0 > 20)
    // And the PNG files, which have fewer colours, are what the SVG files are.
    for (name, theirs) in [("wall.png", light), ("wall.dark.png", dark)] {
      let ours = try #require(
        PNGFile([UInt8](Data(contentsOf: place.url("output/\(folder)/\(name)")))))
      let parity = try #require(Parity(ours, theirs))
      #expect(parity.mean <= 2 && parity.outliers <= 0.1, "\(name): \(parity)")
    }
  }

  @Test func `what is wrong with a wall has a place`() throws {
    let place = try place("wall: {columns: 9, order: best, badges: [fourth]}")
    let answer = try run(blazon, ["check"], in: place.folder)
    #expect(answer.status == 1)
    for part in ["walls.yaml:3:19:", "1 to 8", "unknown order “best”", "unknown badge “fourth”"] {
      #expect(answer.error.contains(part), "\(part): \(answer.error)")
    }
    let long = try WallTests().place("wall: {}")
    try long.write(
      WallTests.programme.replacing(
        "First Light", with: String(repeating: "Donaudampfschiff", count: 9)),
      to: "badge-specs/acme/programme.yaml")
    let refused = try run(blazon, ["check", "--surface", "wall"], in: long.folder)
    #expect(refused.status == 1 && refused.error.contains("does not fit"), "\(refused.error)")
  }
}
