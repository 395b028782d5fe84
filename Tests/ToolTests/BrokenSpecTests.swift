import Foundation
import TestSupport
import Testing

private let well = "preset: hexagon, title: T, emblem: ship"

/// Mistakes that careless authors make, and the one answer to each: where, what, and what would do.
@Suite struct BrokenSpecTests {
  @Test(arguments: [
    ("a: {\(well), emblm: star}", "3:48: error: unknown key “emblm”", "did you mean “emblem”?"),
    ("a:\n    title: T\n   preset: hexagon", "5:4: error: this is not YAML", "in one column"),
    ("a:\n    title: Docs: the book", "4:16: error: this is not YAML", "needs quotes"),
    ("a: {preset: hexagon title: T}", "3:28: error: this is not YAML", "commas stand between"),
    ("a: {\(well)}\n  a: {\(well)}", "4:3: error: the key “a” is given twice", "on line 3"),
    ("a: {\(well), stars: \"3\"}", "3:55: error: expected a whole number", "take the quotes away"),
    ("a: {\(well), valid: 2 moons}", "3:55: error: expected a time, not “2 moons”", "24 months"),
    (
      "a: {preset: hexagon, title: T, emblem: a.gif}", "3:42: error: “a.gif” is not a drawing",
      ".png"
    ),
    ("a: T", "3:6: error: a badge is a map of keys and values, not “T”", "title"),
    ("- id: a", "3:3: error: expected a map, not a list", "as in name: value"),
    (
      "a: {\(well), certificate: {signatures: Ann}}",
      "3:74: error: a signature is a map of keys and values, not “Ann”", "name, role, image"
    ),
    ("a: {extends: a, title: T}", "3:16: error: “a” extends itself", "take one “extends”"),
  ])
  func `a mistake has one answer`(badge: String, message: String, help: String) throws {
    let place = try Workplace([
      "acme/programme.yaml": "blazon: 1\nprogramme: acme\nname: Acme\ncolor: teal\n",
      "acme/badges.yaml": "blazon: 1\nbadges:\n  \(badge)\n",
    ])
    let answer = try place.blazon("check", "acme")
    #expect(answer.status == 1)
    #expect(answer.error.hasPrefix("acme/badges.yaml:\(message)"), "\(answer.error)")
    #expect(answer.error.contains("help: ") && answer.error.contains(help), "\(answer.error)")
    #expect(answer.error.hasSuffix("\n1 error\n"), "\(answer.error)")
  }

  @Test func `a mistake that a partner draws too is told once`() throws {
    let place = try Workplace([
      "acme/programme.yaml": "blazon: 1\nprogramme: acme\nname: Acme\ncolor: teal\n",
      "acme/badges.yaml":
        "blazon: 1\nbadges:\n  docs: {preset: hexagon, title: T, emblem: ship, criteria: \"{{title}}\"}\n",
      "partner/programme.yaml":
        "blazon: 1\nprogramme: partner\nname: P\nextends: ../acme\ninclude: [docs]\n",
    ])
    let answer = try place.blazon("check", "acme", "partner")
    #expect(answer.error.hasPrefix("acme/badges.yaml:3:61: error: “{{title}}” would be drawn"))
    #expect(answer.error.hasSuffix("\n1 error\n"), "\(answer.error)")
  }

  @Test func `ladders that sound the same are one error`() throws {
    let badge = "{\(well), tiers: {bronze: 1, gold: 2}}"
    let place = try Workplace([
      "acme/programme.yaml": "blazon: 1\nprogramme: acme\nname: Acme\ncolor: teal\n",
      "acme/badges.yaml": "blazon: 1\nbadges:\n  a: \(badge)\n  b: \(badge)\n",
    ])
    let answer = try place.blazon("check", "acme")
    #expect(answer.error.hasPrefix("acme/badges.yaml:4:3: error: “b” and “a” have the same"))
    #expect(answer.error.hasSuffix("\n1 error\n"), "\(answer.error)")
  }

  @Test(arguments: [
    ("docs: {\(well), skills: [x, y}", "acme/badges.yaml:3:59: error: this “[” is not closed"),
    ("docs: {\(well)}}", "acme/badges.yaml:3:50: error: this “}” closes nothing"),
    (
      "docs: {preset: hexagon, title: T, emblem: shp}",
      "acme/badges.yaml:3:45: error: unknown emblem “shp”"
    ),
    (
      "docs: {preset: hexagn, title: T, aliases: [guide]}",
      "acme/badges.yaml:3:18: error: unknown preset “hexagn”"
    ),
  ])
  func `a badge that is wrong is not wrong again in each of its awards`(
    badge: String, message: String
  ) throws {
    let place = try Workplace([
      "acme/programme.yaml":
        "blazon: 1\nprogramme: acme\nname: Acme\ncolor: teal\nawards: a.csv\n",
      "acme/badges.yaml": "blazon: 1\nbadges:\n  \(badge)\n",
      "acme/a.csv": """
      name,handle,badge,issued
      A A,a,docs,2026-01-01
      B B,b,docs,2026-01-01
      C C,c,acme/docs,2026-01-01
      D D,d,t,2026-01-01

      """,
    ])
    let answer = try place.blazon("check", "acme")
    #expect(answer.status == 1)
    #expect(answer.error.hasPrefix(message), "\(answer.error)")
    #expect(answer.error.hasSuffix("\n1 error\n"), "\(answer.error)")
  }
}
