import Foundation
import TestSupport
import Testing

/// A badge is read in the states in which people have it.
@Suite struct AwardStateTests {
  private static let specs = """
    blazon: 1
    programme: acme
    name: Acme
    color: "#0B7A86"
    awards: [a.csv]
    presets:
      tag:
        shape: {type: circle, radius: 200}
        field: $color
        border: {rim: {width: 20, fill: "metal($metal, 150deg)"}}
        texts: {title: {text: "{{title}}", box: [100, 200, 312, 112], font-size: 40}}
        states: {STATES}
    badges:
      one:
        preset: tag
        title: One
        adjust: {border: {rim: {fill: $accent}}}

    """

  private func place(_ states: String, _ rows: String) throws -> Workplace {
    try Workplace([
      "badge-specs/acme/programme.yaml": Self.specs.replacing("STATES", with: states),
      "badge-specs/acme/a.csv": "name,handle,badge,issued,state\n\(rows)",
    ])
  }

  @Test func `a state that removes a slot which adjust needs is an error at the award`() throws {
    let rows =
      "Ada,ada,one,2026-01-01,\nBen,ben,one,2026-01-02,archived\nCai,cai,one,2026-01-03,archived\n"
    let place = try place("archived: {border: null}", rows)
    for command in [["check"], ["render", "--surface", "card"]] {
      let answer = try run(blazon, command, in: place.folder)
      #expect(answer.status == 1)
      #expect(
        answer.error.hasPrefix(
          "badge-specs/acme/a.csv:3:24: error: the badge “one” cannot be drawn as “archived”"),
        "\(answer.error)")
      // Why, and where; once for all who have it so.
      #expect(answer.error.contains("programme.yaml:17:"), "\(answer.error)")
      #expect(answer.error.contains("1 error"), "\(answer.error)")
    }
    #expect(!place.exists("output"))
    let json = try place.blazon("check", "--messages", "json")
    #expect(json.error.contains("\"rule\":\"states\""), "\(json.error)")
  }

  @Test func `a state in which nobody has the badge breaks nothing`() throws {
    let place = try place("archived: {border: null}", "Ada,ada,one,2026-01-01,\n")
    let answer = try place.blazon("check")
    #expect(answer.status == 0, "\(answer.error)")
  }
}
