import Foundation
import TestSupport
import Testing

/// `blazon awards` tells who has what, and what follows from others is drawn like anything else.
@Suite struct AwardsTests {
  private static let specs = [
    "badge-specs/acme/programme.yaml": Workplace.programme("acme") + "\nawards: awards.csv\n",
    "badge-specs/acme/badges.yaml": """
    blazon: 1
    badges:
      server: {family: plain, title: Server, emblem: sunrise, valid: 24 months}
      cli: {family: plain, title: Shell, emblem: ship}
      pilot:
        family: plain
        title: Certified Pilot, really
        emblem: compass
        requires: [server, cli]
        derived: true
        certificate: {signatures: [{name: Somebody, role: Lead}]}
    """,
    "badge-specs/acme/awards.csv": """
    name,handle,badge,issued
    Ada,ada,server,2026-01-10
    Ada,ada,cli,2026-02-01
    "Bo; Jr.",bo,server,2026-03-01

    """,
  ]

  @Test
  func `a title that is earned by its parts gets a row with a number, a certificate, and an end`()
    throws
  {
    let place = try Workplace(AwardsTests.specs)
    let check = try place.blazon("check")
    #expect(check.status == 1)
    #expect(
      check.error.contains(
        "awards.csv:3:1: error: “ada” has earned “pilot” by this, and that has no number yet"),
      "\(check.error)")
    let fixed = try place.blazon("check", "--fix")
    #expect(fixed.status == 0, "\(fixed.error)")
    let rows = try String(contentsOf: place.url("badge-specs/acme/awards.csv"), encoding: .utf8)
      .split(separator: "\n")
    #expect(rows.count == 5 && rows[3].hasPrefix("Ada,ada,pilot,2026-02-01,"), "\(rows)")
    #expect(try place.blazon("check", "--fix").text.contains("nothing wrong"))
    #expect(try place.blazon("render", "--size", "64").status == 0)
    #expect(place.exists("output/acme/people/ada/pilot/certificate.pdf"))
    let table = try place.blazon("awards", "--as", "json", "--today", "2027-01-01")
    let list = try #require(JSONSerialization.jsonObject(with: table.output) as? [[String: Any]])
    let pilot = try #require(list.first { $0["badge"] as? String == "pilot" })
    #expect(
      pilot["expires"] as? String == "2028-01-10" && pilot["standing"] as? String == "in-force")
    #expect(list.count == 4)
  }

  @Test func `whose time is over soon, and who is one badge away, is told`() throws {
    let place = try Workplace(AwardsTests.specs)
    _ = try place.blazon("check", "--fix")
    let soon = try place.blazon("awards", "--expiring", "90d", "--today", "2027-12-01")
    #expect(soon.status == 0, "\(soon.error)")
    #expect(
      soon.text.split(separator: "\n").map {
        $0.split(separator: " ").prefix(2).joined(separator: " ")
      } == ["ada acme/pilot", "ada acme/server"], "\(soon.text)")
    let all = try place.blazon("awards", "--expiring", "91", "--today", "2027-12-01")
    #expect(all.text.contains("bo"), "\(all.text)")
    let almost = try place.blazon("awards", "--almost")
    #expect(
      almost.text.contains("bo  acme/pilot") && almost.text.contains("lacks cli")
        && !almost.text.contains("ada"), "\(almost.text)")
    let rows = try place.blazon("awards", "--almost", "--as", "csv")
    #expect(
      rows.text == "programme,handle,name,badge,lacks\r\nacme,bo,Bo; Jr.,pilot,cli\r\n",
      "\(rows.text)")
    #expect(try place.blazon("awards", "--almost", "--as", "ics").status == 64)
    #expect(try place.blazon("awards", "--almost", "--expiring", "90d").status == 64)
    let calendar = try place.blazon("awards", "--as", "ics")
    let lines = calendar.text.components(separatedBy: "\r\n")
    #expect(lines.first == "BEGIN:VCALENDAR" && lines.dropLast().last == "END:VCALENDAR")
    #expect(lines.filter { $0 == "BEGIN:VEVENT" }.count == 3)
    #expect(
      lines.contains("SUMMARY:Bo\\; Jr.: Server") && lines.contains("DTSTART;VALUE=DATE:20280110"),
      "\(calendar.text)")
    #expect(lines.contains("SUMMARY:Ada: Certified Pilot\\, really"))
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    #expect(try place.blazon("awards", "--expiring", "soon").status == 64)
  }

  @Test func `what a badge requires was held, or the check says so`() throws {
    var specs = AwardsTests.specs
    specs["badge-specs/acme/badges.yaml"] = """
      blazon: 1
      badges:
        associate: {family: plain, title: Associate, emblem: ship, valid: 12 months}
        professional: {family: plain, title: Professional, emblem: compass, requires: [associate]}
      """
    specs["badge-specs/acme/awards.csv"] =
      "name,handle,badge,issued\nAda,ada,associate,2026-01-10\nAda,ada,professional,2026-05-10\nBo,bo,professional,2026-05-10\n"
    let place = try Workplace(specs)
    let check = try place.blazon("check")
    #expect(check.status == 1)
    #expect(
      check.error.contains(
        "awards.csv:4:7: error: “professional” requires “associate”, which “bo” did not hold on 2026-05-10"
      ), "\(check.error)")
    #expect(check.error.components(separatedBy: ": error: ").count == 2)
    try place.write(
      specs["badge-specs/acme/programme.yaml"]! + "check: {requirements: warning}\n",
      to: "badge-specs/acme/programme.yaml")
    #expect(try place.blazon("check").status == 0)
    #expect(try place.blazon("check", "--explain", "requirements").text.contains("requirements:"))
  }
}
