import Foundation
import TestSupport
import Testing

/// The files a run writes, and what the manifest says of them.
@Suite struct OutputTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    let answer = try place.blazon("render")
    #expect(answer.status == 0, "\(answer.error)")
  }

  private static let endings = [".svg", ".png", "@64.png", "@32.png"]

  @Test func `the names are the promised ones and no others`() throws {
    var names: Set = ["manifest.json", "acme/contact-sheet.png"]
    for id in ["first", "premier", "number-one", "second"] {
      for ending in OutputTests.endings { names.insert("acme/badges/\(id)\(ending)") }
    }
    for name in ["icon.svg", "index.html", "people/index.html"] { names.insert("acme/\(name)") }
    for id in ["first", "premier", "number-one", "second"] {
      names.insert("acme/badges/\(id)/index.html")
    }
    names.formUnion(["index.html", "verify/index.html"])
    #expect(Set(try place.files().keys) == names)
  }

  @Test func `an alias is a real file with the same bytes`() throws {
    let files = try place.files()
    for ending in OutputTests.endings {
      let bytes = try #require(files["acme/badges/first\(ending)"])
      for alias in ["premier", "number-one"] {
        #expect(files["acme/badges/\(alias)\(ending)"] == bytes)
      }
      #expect(files["acme/badges/second\(ending)"] != bytes)
    }
  }

  @Test func `PNG files are as wide as their names say`() throws {
    let files = try place.files()
    let widths = ["": 512, "@64": 64, "@32": 32]
    for (ending, width) in widths {
      let bytes = try #require(files["acme/badges/first\(ending).png"])
      let image = try #require(png(bytes))
      #expect(image.width == width)
      #expect(image.height == width)
      #expect(image.pixel(0, 0)[3] == 0, "the corner is transparent")
      #expect(image.pixel(width / 2, width / 2)[3] == 255, "the middle is opaque")
    }
  }

  @Test func `the manifest lists every file but itself, with its true hash, size and badge`() throws
  {
    let files = try place.files()
    let manifest = try Manifest(place.url("output/manifest.json"))
    #expect(manifest.blazon == 3)
    #expect(Set(manifest.files.map(\.path)) == Set(files.keys).subtracting(["manifest.json"]))
    #expect(manifest.files.map(\.path) == manifest.files.map(\.path).sorted())
    let sums = try hashes(manifest.files.map(\.path))
    for entry in manifest.files {
      let bytes = try #require(files[entry.path])
      #expect(entry.bytes == bytes.count)
      #expect(entry.sha256 == sums[entry.path])
      #expect(entry.source.wholeMatch(of: /[0-9a-f]{64}/) != nil)
      if entry.path.hasSuffix(".png") {
        let image = try #require(png(bytes))
        #expect(entry.width == image.width)
        #expect(entry.height == image.height)
      }
      // What shows no single badge.
      let isSheet = !entry.path.hasPrefix("acme/badges/")
      let isFirst =
        entry.path.contains("first") || entry.path.contains("premier")
        || entry.path.contains("number-one")
      #expect(entry.badge == (isSheet ? nil : isFirst ? "first" : "second"))
      if !isSheet, !entry.path.hasSuffix(".html") {
        let (start, end) =
          isFirst
          ? ("The first", " light.") : ("Second Wind: plain badge of Acme, ", " on a circle.")
        #expect(entry.alt.hasPrefix(start) && entry.alt.hasSuffix(end), "\(entry.alt)")
      }
    }
  }

  @Test func `the source in the manifest tells drawings apart`() throws {
    let manifest = try Manifest(place.url("output/manifest.json"))
    let sources = Dictionary(uniqueKeysWithValues: manifest.files.map { ($0.path, $0.source) })
    #expect(sources["acme/badges/first.png"] == sources["acme/badges/premier.svg"])
    #expect(sources["acme/badges/first.png"] == sources["acme/badges/first@64.png"])
    #expect(sources["acme/badges/first.png"] != sources["acme/badges/second.png"])
  }

  /// SHA-256 as another program computes it.
  private func hashes(_ paths: [String]) throws -> [String: String] {
    let answer = try run("sha256sum", paths, in: place.url("output"))
    return Dictionary(
      uniqueKeysWithValues: answer.text.split(separator: "\n").map { line in
        (String(line.dropFirst(66)), String(line.prefix(64)))
      })
  }

  @Test func `a run over part of the badges keeps the other entries of the manifest`() throws {
    let before = try Manifest(place.url("output/manifest.json")).files
    try place.write(
      Workplace.programme("acme", color: "#AA2233"), to: "badge-specs/acme/programme.yaml")
    #expect(try place.blazon("render", "--only", "second", "--format", "png").status == 0)
    let after = try Manifest(place.url("output/manifest.json")).files
    #expect(after.map(\.path) == before.map(\.path))
    for (old, new) in zip(before, after) {
      let isRedrawn = old.badge == "second" && old.path.hasSuffix(".png")
      #expect((old == new) == !isRedrawn, "\(old.path)")
    }
  }

  @Test func `a name of old is no badge to draw alone, and that is said`() throws {
    let place = try Workplace()
    let answer = try place.blazon("render", "--only", "premier")
    #expect(answer.status == 1)
    #expect(
      answer.error.hasPrefix(
        "error: --only: no badge is called “premier”\n  help: that is an alias of a badge;"),
      "\(answer.error)")
  }

  @Test func `one badge of a partner and then all is what all is alone`() throws {
    let publish = "publish: https://badges.example.org\nawards: [awards.csv]\n"
    let people = "name,handle,badge,issued\nAda,ada,"
    let place = try Workplace([
      "badge-specs/acme/programme.yaml": Workplace.programme("acme") + "\n\(publish)",
      "badge-specs/acme/badges.yaml":
        "blazon: 1\nbadges:\n  first: {family: plain, title: First, emblem: ship, criteria: x}\n",
      "badge-specs/acme/awards.csv": people + "first,2026-03-02\n",
      "badge-specs/beta/programme.yaml":
        "blazon: 1\nprogramme: beta\nname: Beta\ncolor: \"#AA2233\"\nextends: ../acme\npartner-of: acme\n\(publish)"
        + "badges:\n  third: {family: plain, title: Third, emblem: gear, criteria: x}\n",
      "badge-specs/beta/awards.csv": people + "third,2026-03-02\n",
    ])
    for words in [["--only", "third"], [], ["-o", "whole"]] {
      let answer = try run(blazon, ["render"] + words, in: place.folder)
      #expect(answer.status == 0, "\(answer.error)")
    }
    let (both, whole) = (try place.files(), try place.files("whole"))
    #expect(both.keys.sorted() == whole.keys.sorted())
    for (path, bytes) in whole { #expect(both[path] == bytes, "\(path)") }
  }

  @Test func `a whole run forgets badges that are no more and files that are gone`() throws {
    try place.write(
      "blazon: 1\nbadges:\n  second: {family: plain, title: Second Wind}\n",
      to: "badge-specs/acme/badges.yaml")
    #expect(try place.blazon("render").status == 0)
    let paths = try Manifest(place.url("output/manifest.json")).files.map(\.path)
    #expect(paths.count { $0.contains("first") } == 0 && paths.count { $0.contains("second") } == 5)
    #expect(!place.exists("output/acme/badges/first/index.html"), "pages go with what they tell")
    #expect(!place.exists("output/acme/badges/first"), "and their folders")
    #expect(place.exists("output/acme/badges/first.svg"), "links live for years")
  }

  @Test func `a second run changes no byte`() throws {
    let before = try place.files()
    #expect(try place.blazon("render").status == 0)
    #expect(try place.files() == before)
  }

  @Test func `a run with an error writes nothing at all`() throws {
    try place.write("mine", to: "output/acme/badges/mine.txt")
    let before = try place.files()
    for wrong in ["titel: X", "title: \"中文\\u4E2D\\u0378\"", "title: \(long)"] {
      try place.write(
        "blazon: 1\nbadges:\n  wrong: {family: plain, \(wrong)}\n",
        to: "badge-specs/acme/wrong.yaml")
      let answer = try place.blazon("render")
      #expect(answer.status == 1, "\(wrong)")
      #expect(answer.error.contains("badge-specs/acme/wrong.yaml:3:"))
      #expect(answer.error.hasSuffix("; nothing was written\n"))
      #expect(try place.files() == before)
      let fresh = try place.blazon("render", "-o", "fresh")
      #expect(fresh.status == 1)
      #expect(!place.exists("fresh"))
    }
  }

  /// Fits in no box of the preset.
  private let long = String(repeating: "wide words ", count: 17) + "end"

  @Test func `files of others in the output folder are left alone and not listed`() throws {
    try place.write("mine", to: "output/index.html")
    try place.write("mine", to: "output/acme/badges/.htaccess")
    #expect(try place.blazon("render").status == 0)
    #expect(try place.files()["index.html"] == Data("mine".utf8))
    #expect(try place.files()["acme/badges/.htaccess"] == Data("mine".utf8))
    let paths = try Manifest(place.url("output/manifest.json")).files.map(\.path)
    #expect(!paths.contains("index.html"))
  }

  @Test func `--optimize draws smaller PNG files of the same pixels, and nothing else anew`() throws
  {
    let place = try Workplace()
    #expect(try place.blazon("render", "-q").status == 0)
    let before = try place.files()
    let optimized = try place.blazon("render", "--optimize")
    #expect(optimized.status == 0, "\(optimized.error)")
    let after = try place.files()
    #expect(before.keys.sorted() == after.keys.sorted())
    let changed = after.filter { before[$0.key] != $0.value && !$0.key.hasSuffix(".json") }
    #expect(!changed.isEmpty && changed.keys.allSatisfy { $0.hasSuffix(".png") })
    for (name, bytes) in changed {
      let old = Array(try #require(before[name]))
      #expect(bytes.count < old.count, "\(name)")
      #expect(PNGFile(Array(bytes))?.pixels == PNGFile(old)?.pixels, "\(name)")
    }
    #expect(try place.blazon("render", "--optimize").text.contains(" (0 drawn), "))
  }
}
