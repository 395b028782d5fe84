import BlazonIntake
import BlazonPress
import BlazonShelf
import BlazonSource
import Foundation
import Testing

/// What a badge shows of its award is drawn for that award; and a check is of its own run alone.
@Suite struct PersonalBadgeTests {
  private func load(_ text: String, _ cards: String = "") throws -> Acme {
    let specs = """
      blazon: 1
      programme: acme
      name: Acme
      color: "#0B7A86"
      awards: [a.csv]
      badges:
        one: {preset: seal, title: One, emblem: medal, adjust: {texts: {who: {text: \(text), box: [100, 60, 312, 60], font-size: 20, min-font-size: 4}}}}
      """
    let rows = "name,handle,badge,issued\nAda,ada,one,2026-01-01\nBen,ben,one,2026-02-02\n"
    let files = ["acme/programme.yaml": specs, "acme/a.csv": rows]
    return try Acme(files.mapValues { Array($0.utf8) })
  }

  @Test(arguments: ["\"{{recipient.name}}\"", "\"{{award.issued}}\""])
  func `whatever is said of the award is said of the right one`(_ text: String) throws {
    let acme = try load(text)
    let badges = try Press(acme.studio).artifacts(
      of: acme.plan("badge") { $0.formats = [.svg] }
    ).filter { $0.recipient != nil }
    #expect(badges.count == 2)
    #expect(badges.first?.bytes != badges.last?.bytes)
  }

  @Test func `what nobody differs in is drawn once and copied`() throws {
    let acme = try load("\"{{title}}\"")
    let badges = try Press(acme.studio).artifacts(
      of: acme.plan("badge") { $0.formats = [.svg] }
    ).filter { $0.recipient != nil }
    #expect(badges.count == 2 && badges.first?.bytes == badges.last?.bytes)
  }

  @Test func `an error that was told before is still an error`() throws {
    let acme = try load("\"\(String(repeating: "wide ", count: 38))\"")
    var report = Report()
    #expect(Press(acme.studio).check(acme.plan(), report: &report) == nil)
    let count = report.errorCount
    #expect(count > 0)
    #expect(Press(acme.studio).check(acme.plan(), report: &report) == nil)
    #expect(report.errorCount == count)
  }

  @Test func `a key tells what removes from what is absent, and pages by their names`() throws {
    let keys = try ["{field: red}", "{field: red, hairline: null}"].map { adjust in
      let specs =
        "blazon: 1\nprogramme: acme\nname: Acme\nbadges:\n  one: {preset: seal, title: One, adjust: \(adjust)}\n"
      let acme = try Acme(["acme/programme.yaml": Array(specs.utf8)])
      return try Press(acme.studio).artifacts(of: acme.plan("badge")).map(\.key)
    }
    #expect(keys[0] != keys[1])
  }
}
