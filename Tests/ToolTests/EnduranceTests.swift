import Foundation
import TestSupport
import Testing

/// What hostile or unusually large programmes did to a run once, and never again.
@Suite struct EnduranceTests {
  private static func programme(badges: Int, field: String = "") -> [String: String] {
    var list = ""
    for number in 1...badges { list += "  b-\(number): {preset: dot, title: Badge \(number)}\n" }
    return [
      "badge-specs/big/programme.yaml":
        "blazon: 1\nprogramme: big\nname: Big\ncheck: {duplicate: \"off\"}\n",
      "badge-specs/big/badges.yaml":
        "blazon: 1\npresets:\n  dot: {shape: {type: circle, radius: 200, fill: teal}\(field)}\n"
        + "badges:\n\(list)",
    ]
  }

  @Test func `more badges than a contact sheet holds fill another`() throws {
    let place = try Workplace(Self.programme(badges: 97))
    let answer = try place.blazon("render")
    #expect(answer.status == 0, "\(answer.error)")
    let names = try place.files().keys.filter { $0.hasPrefix("big/contact-sheet") }.sorted()
    #expect(names == ["big/contact-sheet-2.png", "big/contact-sheet.png"])
  }

  @Test func `two thousand widths are refused, not drawn`() throws {
    let widths = (8..<2000).map { "\($0): {field: teal}" }.joined(separator: ", ")
    let place = try Workplace(Self.programme(badges: 1, field: ", optical: {\(widths)}"))
    let answer = try place.blazon("check")
    #expect(answer.status == 1)
    #expect(answer.error.contains("error: more than 16 widths"))
  }

  @Test func `what was found before the world failed is said`() throws {
    let place = try Workplace(Self.programme(badges: 1, field: ", shap: 1"))
    let answer = try place.blazon("check", "badge-specs/big", "nowhere")
    #expect(answer.status == 70)
    #expect(answer.error.contains("no file or folder “nowhere”"))
  }

  @Test func `a manifest that is not ours is not replaced in silence`() throws {
    let place = try Workplace(Self.programme(badges: 1))
    try place.write("not JSON", to: "output/manifest.json")
    let answer = try place.blazon("render")
    #expect(answer.status == 70)
    #expect(answer.error.contains("is not a manifest of ours"))
    let left = try String(contentsOf: place.url("output/manifest.json"), encoding: .utf8)
    #expect(left == "not JSON")
  }

  @Test func `40 000 awards are read, planned and checked in little memory`() throws {
    var rows = "name,handle,badge,issued\n"
    for number in 0..<40_000 {
      rows += "Nguyễn Ada \(number),ada-nguyen-\(number),b-1,2026-01-31\n"
    }
    let place = try Workplace(Self.programme(badges: 2))
    try place.write(rows, to: "awards.csv")
    let answer = try run(
      "/usr/bin/time",
      [
        "-f", "%M", TestSupport.blazon, "check", "--awards", "awards.csv", "--surface", "snippets",
      ], in: place.folder)
    #expect(answer.status == 0, "\(answer.error)")
    let kilobytes = try #require(
      answer.error.split(whereSeparator: \.isNewline).last.flatMap { Int($0) })
    #expect(kilobytes < 64_000)
  }
}
