import Foundation
import TestSupport
import Testing

/// Paths at which others link to a badge are answered for as long as the badge says them.
@Suite struct KeptPathTests {
  private static func specs(_ paths: String, more: String = "") -> [String: String] {
    [
      "badge-specs/acme/programme.yaml": Workplace.programme("acme") + "\n" + more,
      "badge-specs/acme/badges.yaml": """
      blazon: 1
      badges:
        first:
          family: plain
          title: First Light
          emblem: sunrise
          paths: \(paths)
        second:
          family: plain
          title: Second Wind
          emblem: ship
      """,
    ]
  }

  private func entries(_ place: Workplace) throws -> [Manifest.Entry] {
    try Manifest(place.url("output/manifest.json")).files.filter { $0.path.contains("/assets/") }
  }

  @Test func `each path has the picture that its ending asks for, in its size`() throws {
    let place = try Workplace(
      KeptPathTests.specs(
        "[assets/a/a.svg, {path: assets/a/A b.PNG, size: [300, 400]}, {path: assets/a/a.jpeg, size: [64, 20]}]"
      ))
    let answer = try place.blazon("render")
    #expect(answer.status == 0, "\(answer.error)")
    let svg = try String(contentsOf: place.url("output/acme/assets/a/a.svg"), encoding: .utf8)
    #expect(svg.hasPrefix("<svg") && svg.contains("First Light"))
    let drawn = try #require(png(try Data(contentsOf: place.url("output/acme/assets/a/A b.PNG"))))
    #expect(drawn.width == 300 && drawn.height == 400)
    // As large as it has room, in the middle.
    #expect(
      drawn.pixel(150, 200)[3] == 255 && drawn.pixel(150, 5)[3] == 0 && drawn.pixel(4, 200)[3] > 0)
    let jpeg = Array(try Data(contentsOf: place.url("output/acme/assets/a/a.jpeg")).prefix(3))
    #expect(jpeg == [0xFF, 0xD8, 0xFF])
    let found = try entries(place)
    #expect(
      found.map(\.path) == ["acme/assets/a/A b.PNG", "acme/assets/a/a.jpeg", "acme/assets/a/a.svg"])
    #expect(found.allSatisfy { $0.badge == "first" && !$0.alt.isEmpty && !$0.source.isEmpty })
    #expect(found[0].width == 300 && found[0].height == 400)
    let again = try place.blazon("render")
    #expect(again.text.contains("(0 drawn)"), "\(again.text)")
    // A file that is gone or another is drawn again.
    try FileManager.default.removeItem(at: place.url("output/acme/assets/a/a.svg"))
    #expect(try place.blazon("render", "--only", "first").status == 0)
    #expect(place.exists("output/acme/assets/a/a.svg"))
  }

  @Test func `a path that is taken out is told, and goes with prune`() throws {
    let place = try Workplace(KeptPathTests.specs("[assets/a/a.svg, assets/a/a.png]"))
    _ = try place.blazon("render")
    // Sizes are pruned; a path has its own.
    let pruned = try place.blazon("render", "--prune")
    #expect(pruned.text.contains("(0 drawn)") && !pruned.text.contains("removed"), "\(pruned.text)")
    try place.write(
      try #require(KeptPathTests.specs("[assets/a/a.png]")["badge-specs/acme/badges.yaml"]),
      to: "badge-specs/acme/badges.yaml")
    let answer = try place.blazon("render")
    #expect(answer.error.contains("“acme/assets/a/a.svg” of earlier runs"), "\(answer.error)")
    #expect(place.exists("output/acme/assets/a/a.svg"))
    _ = try place.blazon("render", "--prune")
    #expect(
      !place.exists("output/acme/assets/a/a.svg") && place.exists("output/acme/assets/a/a.png"))
    // With its last file the folder goes as well.
    try place.write(
      try #require(KeptPathTests.specs("[]")["badge-specs/acme/badges.yaml"]),
      to: "badge-specs/acme/badges.yaml")
    _ = try place.blazon("render", "--prune")
    #expect(!place.exists("output/acme/assets"))
  }

  @Test func `what is withdrawn is no path, and goes`() throws {
    let place = try Workplace(KeptPathTests.specs("[assets/a/a.svg]"))
    _ = try place.blazon("render")
    let specs = KeptPathTests.specs("[assets/a/a.svg]", more: "withdrawn: [assets/a/a]")
    try place.write(
      try #require(specs["badge-specs/acme/programme.yaml"]), to: "badge-specs/acme/programme.yaml")
    let answer = try place.blazon("render")
    #expect(answer.status == 1)
    #expect(
      answer.error.contains("“assets/a/a” is withdrawn, and “acme/assets/a/a.svg” is drawn"),
      "\(answer.error)")
  }

  @Test(arguments: [
    ("people/a.png", "“people/a.png” stands among the files of people"),
    ("badges/a.png", "“badges/a.png” stands among the badges themselves"),
    (
      "badges/first/in-progress.svg",
      "“badges/first/in-progress.svg” stands among the badges themselves"
    ),
    ("a.png", "“a.png” stands among the pages of the programme"),
    ("de/a.png", "“de/a.png” stands among the pages in “de”"),
    ("icon.svg/a.png", "“icon.svg/a.png” stands among the pages of the programme"),
    ("assets/a.webp", "“assets/a.webp” is written as none of .svg, .png and .jpg"),
    ("../a.png", "“../a.png” leads out of the output folder"),
  ])
  func `a path that is ours, or that nothing can be written at, is an error`(
    path: String, message: String
  ) throws {
    let place = try Workplace(KeptPathTests.specs("[\(path)]", more: "languages: [de]"))
    let answer = try place.blazon("render")
    #expect(
      answer.status == 1 && answer.error.contains("badges.yaml:7:13: error: \(message)"),
      "\(answer.error)")
    #expect(!place.exists("output/acme"))
  }

  @Test func `a folder of a badge has room beside its page`() throws {
    let place = try Workplace(KeptPathTests.specs("[badges/first/first.png]"))
    #expect(try place.blazon("render").status == 0)
    #expect(place.exists("output/acme/badges/first/first.png"))
  }

  @Test func `a link in the output is followed by nobody`() throws {
    let place = try Workplace(KeptPathTests.specs("[assets/a/a.svg]"))
    try FileManager.default.createDirectory(
      at: place.url("output/acme"), withIntermediateDirectories: true)
    try FileManager.default.createDirectory(
      at: place.url("elsewhere"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: place.url("output/acme/assets"), withDestinationURL: place.url("elsewhere"))
    let answer = try place.blazon("render")
    #expect(answer.status == 70 && answer.error.contains("is a link"), "\(answer.error)")
    #expect(try place.files("elsewhere").isEmpty)
  }
}
