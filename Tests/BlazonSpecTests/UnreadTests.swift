import BlazonSource
import Testing

@testable import BlazonSpec

/// One mistake gives one error: what a badge, or a file, that cannot be read would have held is not missed.
@Suite struct UnreadTests {
  private let main = "blazon: 1\nprogramme: acme\nname: Acme\ncolor: teal\n"

  @Test func `badges that are wrong are known by all their names`() {
    let read = Read([
      "programme.yaml": main,
      "a.yaml": """
      blazon: 1
      badges:
        well: {preset: hexagon, title: Well}
        docs: {preset: hexagon, title: Docs, emblem: quil, aliases: [docs-author, writer]}
        Bad: {preset: hexagon, title: Bad}
        race: {preset: hexagon, title: Race, years: {2024: {}, 2025: {emblem: quil, aliases: sail}}}
        fair: {preset: hexagn, title: Fair, years: {2024: {}}}

      """,
    ])
    #expect(read.report.errorCount == 4)
    #expect(read.programme?.badges.map(\.id.value) == ["well", "race-2024"])
    let names: Set = [
      "docs", "docs-author", "writer", "Docs", "Bad", "race-2025", "sail", "fair", "Fair",
      "fair-2024",
    ]
    #expect(read.programme?.unreadBadges == names)
    #expect(read.programme?.hasUnreadFiles == false)
  }

  @Test(arguments: [
    "blazon: 1\nbadges:\n  lost: {preset: hexagon, title: Lost}}\n", "", "- one",
    "blazon: 2\nbadges: {lost: {preset: hexagon, title: Lost}}",
    "blazon: 1\nbadgs: {lost: {preset: hexagon, title: Lost}}", "blazon: 1\nbadges: [lost]",
  ])
  func `what a file that cannot be read may hold is not missed`(_ lost: String) {
    let read = Read([
      "programme.yaml": main,
      "lost.yaml": lost,
      "rest.yaml": """
      blazon: 1
      certificates:
        ours: {extends: lost-page}
      badges:
        a: {preset: lost-preset, title: A}
        b: {extends: lost, title: B}
        c: {preset: hexagon, title: C, certificate: {preset: lost-page, signatures: {name: N, role: R}}}
      """,
    ])
    #expect(read.report.errorCount == 1, "\(read.findings)")
    #expect(read.programme?.hasUnreadFiles == true)
  }

  @Test func `of an included year that is wrong, that year alone is known as unread`() {
    let own = [
      "programme.yaml": main + "include: [race-2025]\nextends: base\n",
      "own.yaml": "blazon: 1\nbadges: {well: {preset: hexagon, title: Well}}\n",
    ]
    let base = [
      "programme.yaml": main,
      "race.yaml": """
      blazon: 1
      badges:
        race:
          preset: hexagon
          title: Race
          years: {2024: {}, 2025: {emblem: quil, aliases: sail}, 2026: {emblem: quil}}
      """,
    ]
    let read = Read(own, base: base)
    #expect(read.report.errorCount == 1, "\(read.findings)")
    #expect(read.programme?.unreadBadges == ["race-2025", "sail"])
  }

  @Test(arguments: [
    ("race", ["race-2024", "race-2025"]), ("race-2025", ["race-2025"]),
    ("race-2025, race-2024", ["race-2024", "race-2025"]), ("fair-2024", ["fair-2024"]),
    ("fair, race-2024", ["fair-2024", "fair-2025", "race-2024"]), ("dash-2024", ["dash-2024"]),
    ("dash, fair-2025", ["dash-2024", "fair-2025"]),
  ])
  func `a year is included by the id that it has as a badge, all years by that of the badge`(
    _ include: String, _ ids: [String]
  ) {
    let own = ["programme.yaml": main + "include: [\(include)]\nextends: base\n"]
    let base = [
      "programme.yaml": main
        + "families: {yearly: {preset: hexagon, years: {2024: {}, 2025: {}}}}\n",
      "race.yaml": """
      blazon: 1
      badges:
        race: {family: yearly, title: Race}
        fair: {extends: race, title: Fair}
        dash-2024: {preset: hexagon, title: Dash}
        dash: {preset: hexagon, title: Dash, years: {2024: {}}}
      """.replacing("  dash: {", with: include.hasPrefix("dash-") ? "  dish: {" : "  dash: {")
        .replacing(
          "  dash-2024: {", with: include.hasPrefix("dash,") ? "  dish-2024: {" : "  dash-2024: {"),
    ]
    let read = Read(own, base: base)
    #expect(read.findings == [])
    #expect(read.programme?.badges.map(\.id.value) == ids)
  }

  @Test func `what the base may hold is not missed either`() {
    let own = ["programme.yaml": main + "include: [lost]\nextends: base\n"]
    let base = ["programme.yaml": main, "lost.yaml": "blazon: 1\nbadges: {\n"]
    #expect(Read(own, base: base).findings == [])
    #expect(Read(own).findings == [])
    let found = Read(own, base: ["programme.yaml": main]).findings
    #expect(found == ["x/programme.yaml:5:11: error: unknown badge “lost”"])
  }

  @Test(arguments: [
    "badges: [a]\n", "badgs: {lost: {preset: hexagon, title: Lost}}\n",
  ])
  func `so are the badges of programme.yaml`(_ badges: String) {
    let read = Read([
      "programme.yaml": main + badges,
      "a.yaml": "blazon: 1\nbadges: {b: {extends: lost, title: B}}\n",
    ])
    #expect(read.report.errorCount == 1, "\(read.findings)")
    #expect(read.programme?.hasUnreadFiles == true)
  }

  @Test func `other mistakes hide nothing`() {
    let read = Read([
      "programme.yaml": main.replacing("teal", with: "teel"),
      "a.yaml": "blazon: 1\nbadges: {a: {preset: hexagn, title: A, emblem: quil}}\n",
    ])
    #expect(read.report.errorCount == 3, "\(read.findings)")
    #expect(read.programme?.hasUnreadFiles == false)
  }
}
