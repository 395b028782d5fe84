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
      "docs", "docs-author", "writer", "Bad", "race-2025", "sail", "fair", "fair-2024",
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
