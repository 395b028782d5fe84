import BlazonSpec
import Foundation
import TestSupport
import Testing

/// What README and pages promise of the program, asked of the program.
@Suite struct PromiseTests {
  private func page(_ name: String) throws -> String {
    try String(contentsOf: project.appending(path: name), encoding: .utf8)
  }

  @Test func `the README lists the packages whose libraries the program is linked with`() throws {
    let text = try page("README.md")
    let start = try #require(text.range(of: "shared libraries of these packages:\n\n```\n"))
    let listed = text[start.upperBound...].prefix { $0 != "`" }.split(
      whereSeparator: \.isWhitespace)
    let studio = blazon + "-studio"
    let dynamic = try run("readelf", ["-d", studio]).text
    let needed = dynamic.split(separator: "\n").filter { $0.contains("(NEEDED)") }
      .compactMap { $0.split(separator: "[").last.map { String($0.dropLast()) } }
    // Swift's own are inside the program as it ships, which asks for these two instead.
    var packages: Set = ["libgcc-s1", "libstdc++6"]
    let swift = ["libswift", "lib_", "libFoundation", "libdispatch", "libBlocksRuntime"]
    for line in try run("ldd", [studio]).text.split(separator: "\n") {
      let words = line.split(separator: " ")
      let name = words[0].split(separator: "/").last.map(String.init)?.trimmingCharacters(
        in: .whitespaces)
      guard let name, needed.contains(name), !swift.contains(where: { name.hasPrefix($0) }),
        let path = words.first(where: { $0.contains("/") })
      else { continue }
      let file = URL(filePath: String(path).trimmingCharacters(in: .whitespaces))
        .resolvingSymlinksInPath().path
      let owner = [file, "/usr" + file, String(file.dropFirst(4))].lazy
        .compactMap { try? run("dpkg", ["-S", $0]) }.first { $0.status == 0 }
      let package = try #require(owner?.text.prefix { $0 != ":" }, "\(file)")
      packages.insert(String(package))
    }
    #expect(packages.sorted() == listed.map(String.init).sorted())
  }

  @Test func `the page of the language names every fact that a template may show`() throws {
    let text = try page("docs/spec-language.md")
    let start = try #require(text.range(of: "\n## Templates\n"))
    let section = text[start.upperBound...]
    let end = try #require(section.range(of: "\n## "))
    let words = Set(
      section[..<end.lowerBound].split(separator: "`").enumerated()
        .filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) })
    let missing = TextTemplate.Fact.allCases.map(\.rawValue).filter { !words.contains($0) }
    #expect(missing == [])
  }

  @Test func `what ships writes the scripts that the page of people names`() throws {
    let names = [
      "Latin": "Nguyễn Åsa", "Greek": "Ελλάδα", "Cyrillic": "Жуков", "Arabic": "ميسون نجم",
      "Persian": "گلستان پژ", "Hebrew": "שָׁלוֹם", "Georgian": "ქართული", "Armenian": "Հայերեն",
      "Lao": "ສະບາຍດີ", "Tifinagh": "ⴰⵣⵓⵍ", "N'Ko": "ߒߞߏ", "Canadian syllabics": "ᐃᓄᒃᑎᑐᑦ",
    ]
    let text = try page("docs/people.md").replacing("\n", with: " ")
    for name in names.keys { #expect(text.contains(name), "\(name)") }
    func answer(_ titles: [String]) throws -> Answer {
      let badges = titles.enumerated().map { "  b-\($0): {preset: pennant, title: \"\($1)\"}\n" }
      let head = "blazon: 1\nprogramme: acme\nname: Acme\nbadges:\n"
      return try Workplace(["acme/programme.yaml": head + badges.sorted().joined()])
        .blazon("check", "acme")
    }
    let drawn = try answer(names.values.sorted())
    #expect(drawn.status == 0, "\(drawn.error)")
    let others = try answer(["ٹھیک ہے", "नमस्ते", "中文"])
    #expect(others.status == 0, "what is installed writes all others: \(others.error)")
  }
}
