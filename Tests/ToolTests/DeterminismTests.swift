import Foundation
import TestSupport
import Testing

/// The same specs give the same bytes, wherever and however the tool runs.
@Suite struct DeterminismTests {
  @Test func `neither time zone, language, home, folder nor workers change a byte`() throws {
    let place = try Workplace()
    let specs = [
      place.url("badge-specs").path, project.appending(path: "badge-specs/meshery").path,
    ]
    let only = "first,second,certified-meshery-expert,review-rockstar,emeritus,hacktoberfest-2024"
    let one = try run(
      blazon, ["render", "-j1", "-o", place.url("one").path, "--only", only] + specs,
      in: URL(filePath: "/"),
      environment: ["TZ": "Asia/Tokyo", "LANG": "C", "LC_ALL": "C", "HOME": "/nonexistent"])
    let eight = try run(
      blazon, ["render", "-j8", "-o", "eight", "--only", only] + specs, in: place.folder,
      environment: [
        "TZ": "America/St_Johns", "LANG": "de_DE.UTF-8", "LC_ALL": "tr_TR.UTF-8",
        "HOME": place.folder.path, "LANGUAGE": "ar", "FONTCONFIG_PATH": "/nonexistent",
      ])
    #expect(one.status == 0, "\(one.error)")
    #expect(eight.status == 0, "\(eight.error)")
    let (a, b) = (try place.files("one"), try place.files("eight"))
    #expect(a.count >= 6 * 5 + 1)
    #expect(Set(a.keys) == Set(b.keys))
    for (path, bytes) in a { #expect(bytes == b[path], "\(path)") }
  }

  @Test func `a whole run is the same with one worker and with eight`() throws {
    let place = try Workplace()
    #expect(try place.blazon("render", "-j1", "-o", "one").status == 0)
    #expect(try place.blazon("render", "-j8", "-o", "eight").status == 0)
    let (a, b) = (try place.files("one"), try place.files("eight"))
    #expect(a["acme/contact-sheet.png"] != nil)
    #expect(a == b)
  }

  @Test func `neither workers, language, time zone nor folder change a byte of people's files`()
    throws
  {
    let place = try Workplace([:])
    let specs = [
      project.appending(path: "badge-specs/meshery").path,
      project.appending(path: "badge-specs/exoscale").path,
    ]
    let people = "maysoun-n,hoshigahama,olayemi-a,duangkaeo,wsturmfeder,corvin-an"
    let one = try run(
      blazon, ["render", "-j1", "-o", place.url("one").path, "--people", people] + specs,
      in: URL(filePath: "/"),
      environment: ["TZ": "UTC", "LANG": "C", "LC_ALL": "C", "HOME": "/nonexistent"])
    let four = try run(
      blazon, ["render", "-j4", "-o", "four", "--people", people] + specs, in: place.folder,
      environment: [
        "TZ": "Asia/Tokyo", "LANG": "ja_JP.UTF-8", "LC_ALL": "ja_JP.UTF-8", "LANGUAGE": "ja",
        "HOME": place.folder.path, "SOURCE_DATE_EPOCH": "0",
      ])
    #expect(one.status == 0, "\(one.error)")
    #expect(four.status == 0, "\(four.error)")
    let (a, b) = (try place.files("one"), try place.files("four"))
    #expect(a.keys.count { $0.hasSuffix(".pdf") } == 14)
    #expect(a.keys.count { $0.hasSuffix(".jpg") } == 18)
    #expect(Set(a.keys) == Set(b.keys))
    for (path, bytes) in a { #expect(bytes == b[path], "\(path)") }
  }

  @Test func `findings come in the same order with one worker and with eight`() throws {
    let place = try Workplace()
    let badges = (1...20).map {
      "  b-\($0): {family: plain, title: \(String(repeating: "wide words ", count: 17))\($0)}\n"
    }
    try place.write("blazon: 1\nbadges:\n" + badges.joined(), to: "badge-specs/acme/wide.yaml")
    let one = try place.blazon("check", "-j1")
    let eight = try place.blazon("check", "-j8")
    #expect(one.status == 1)
    #expect(one.error.contains("20 errors"))
    #expect(one.error == eight.error)
  }
}
