import Foundation
import TestSupport
import Testing

/// Whatever stands in a folder: nothing is read or written outside, and what comes of it is a programme that is well.
@Suite struct ImportHostileTests {
  private func put(_ path: String, _ data: Data, _ place: Workplace) throws {
    let url = place.url("site/\(path)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
  }

  /// Runs a script by Debian's Python, which has PyYAML.
  private func readYAML(_ script: String, _ arguments: [String]) throws -> Answer {
    try run("/usr/bin/python3", ["-I", "-X", "utf8", "-c", script] + arguments)
  }

  private static let titles = [
    "Issue #1 Fixer", "@octocat", "Yes", "2026", "null", "a: b", "- x", "{{title}}", "<b>x</b>",
    "\u{202E}evil\u{202C}", "tab\tnew\nline", "\"quoted\"", "`x`", "*a", "%d", "| e", "? g", "~",
    "2026-01-02", "0x1F", "12:30:00", "{a}", "[x]", "x #y", "x:", "\\n", "...", "#",
    String(repeating: "é", count: 150), String(repeating: "W", count: 200),
    String(repeating: "word ", count: 800), "\u{0}nul",
  ]

  @Test(arguments: ["as-they-are", "redraw"])
  func `titles that YAML takes for something else are the titles that were given`(
    pictures: String
  ) throws {
    let place = try Workplace([:])
    struct Entry: Encodable {
      var slug: String, label: String, location: String, title: String, description: String
    }
    let list = ImportHostileTests.titles.enumerated().map { index, title in
      Entry(
        slug: "n\(index)", label: title, location: "badges/n\(index)/n\(index).png", title: title,
        description: "\(title) \(title)")
    }
    try put("list.json", try JSONEncoder().encode(list), place)
    for index in ImportHostileTests.titles.indices {
      let color = "#" + ["334455", "883344", "448833", "775500"][index % 4]
      try put(
        "badges/n\(index)/n\(index).png",
        try PublicFolder.pixels(color, isSquare: index % 3 == 0, scale: 1), place)
    }
    let answer = try place.blazon("import", "site", "-o", "specs", "--pictures", pictures)
    #expect(answer.status == 0, "\(answer.error)")
    let check = try place.blazon("check", "specs")
    #expect(check.status == 0, "\(check.error)")
    // Another reader of YAML finds texts, and the same ones.
    let read = try readYAML(
      """
      import sys, glob, yaml
      found = {}
      for file in glob.glob(sys.argv[1] + "/*.yaml"):
          for id, badge in yaml.safe_load(open(file, encoding="utf-8")).get("badges", {}).items():
              assert isinstance(id, str) and isinstance(badge["title"], str), id
              for alias in badge.get("aliases", []): assert isinstance(alias, str), alias
              found[id] = badge["title"]
      for id in sorted(found, key=lambda id: int(id[1:])): print(found[id])
      """, [place.url("specs").path])
    try #require(read.status == 0, "\(read.error)")
    let lines = read.text.components(separatedBy: "\n")
    for (index, title) in ["Issue #1 Fixer", "@octocat", "Yes", "2026", "null", "a: b", "- x"]
      .enumerated()
    {
      #expect(lines[index] == title)
    }
    #expect(lines[8] == "x" && lines[9] == "evil" && lines[10] == "tab new line")
  }

  @Test func `links lead nowhere, and names that cannot be written are told`() throws {
    let place = try Workplace(["secret/secret.svg": PublicFolder.drawing("#ff0000")])
    try put("badges/a/a.svg", Data(PublicFolder.drawing("#0b7a86").utf8), place)
    try put(
      "badges/ev\u{202E}il/ev\u{202E}il.svg", Data(PublicFolder.drawing("#335500").utf8), place)
    try put("badges/c\u{1}d/c\u{1}d.svg", Data(PublicFolder.drawing("#330055").utf8), place)
    let manager = FileManager.default
    for (link, target) in [
      ("badges/out", "../../secret"), ("badges/loop", ".."),
      ("badges/a/a.png", "../../../secret/secret.svg"),
    ] {
      try manager.createSymbolicLink(
        atPath: place.url("site/\(link)").path, withDestinationPath: target)
    }
    try put(
      "list.json",
      Data(
        #"[{"slug": "../../up", "location": "../../../../etc/passwd", "title": "Up"}, {"slug": "x", "location": "badges/out/secret.svg", "title": "X"}]"#
          .utf8), place)
    let answer = try place.blazon("import", "site", "-o", "specs")
    #expect(answer.status == 0, "\(answer.error)")
    #expect(answer.error.contains("and 2 more are passed over"), "\(answer.error)")
    #expect(answer.error.contains("is not answered: it is not a path that every system can write"))
    #expect(
      !answer.error.unicodeScalars.contains("\u{202E}")
        && !answer.error.unicodeScalars.contains("\u{1}"))
    for (path, data) in try place.files("specs") {
      #expect(!String(decoding: data, as: UTF8.self).contains("#ff0000"), "\(path)")
      #expect(
        !path.contains("..") && path.unicodeScalars.allSatisfy { $0.value < 127 && $0.value > 32 })
    }
    #expect(try place.blazon("check", "specs").status == 0)
    #expect(!place.exists("up") && !place.exists("specs/../../up"))
  }

  @Test func `broken, deep, huge and endless files are left out, and told`() throws {
    let place = try Workplace([:])
    try put("badges/a/a.png", try PublicFolder.pixels("#0b7a86", scale: 1), place)
    for (name, text) in [
      ("deep", String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)),
      (
        "maps",
        String(repeating: "{\"a\":", count: 10_000) + "1" + String(repeating: "}", count: 10_000)
      ),
      ("broken", "[{\"slug\": "), ("number", "7"), ("empty", ""),
    ] {
      try put("\(name).json", Data(text.utf8), place)
    }
    try put("badges/big/big.png", Data(), place)
    let file = try FileHandle(forWritingTo: place.url("site/badges/big/big.png"))
    try file.truncate(atOffset: 300_000_000)
    try file.close()
    try put("badges/zero/zero.svg", Data(), place)
    try put(
      "badges/bomb/bomb.svg", Data("<svg xmlns='http://www.w3.org/2000/svg'><text x='".utf8), place)
    try put("members/x.md", Data("---\nbadges: [\n".utf8), place)
    try put("members/y.md", Data(([UInt8]("---\n".utf8)) + [0xFF, 0xFE, 0, 1]), place)
    let answer = try place.blazon("import", "site", "-o", "specs")
    #expect(answer.status == 0, "\(answer.error)")
    for line in [
      "deep.json:1:33: warning: this cannot be read, and is left out: nested more than 32 levels deep",
      "maps.json", "broken.json",
      "“badges/big/big.png” has more than 16777216 bytes; it is left out",
      "“zero.svg” cannot be drawn as it is", "“bomb.svg” cannot be drawn as it is",
    ] {
      #expect(answer.error.contains(line), "\(line)\n\(answer.error)")
    }
    #expect(try place.blazon("check", "specs").status == 0)
    #expect(try place.blazon("check", "site").status == 1)
  }

  @Test func `ten thousand files are read, and more badges than a programme holds are an error`()
    throws
  {
    let place = try Workplace([:])
    let folder = place.url("site/badges")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for number in 0..<10_000 {
      try Data("x".utf8).write(
        to: folder.appending(path: "b\(number).\(number % 5 == 0 ? "png" : "txt")"))
    }
    let some = try place.blazon("import", "site", "-o", "specs", "--dry-run")
    #expect(
      some.status == 0 && some.text.hasPrefix("2000 badges"),
      "\(some.text)\(some.error.suffix(500))")
    for number in 0..<10 { try Data("x".utf8).write(to: folder.appending(path: "c\(number).png")) }
    let answer = try place.blazon("import", "site", "-o", "specs")
    #expect(
      answer.status == 1 && answer.error.contains("pictures of 2010 badges"),
      "\(answer.error.suffix(500))")
    #expect(!place.exists("specs"))
  }
}
