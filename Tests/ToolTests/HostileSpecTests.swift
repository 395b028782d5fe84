import Foundation
import TestSupport
import Testing

/// Specs made to exhaust time or memory are refused with a message, soon and cheaply.
@Suite(.serialized) struct HostileSpecTests {
  private static let isMeasurable = FileManager.default.isExecutableFile(atPath: "/usr/bin/time")

  private func laughs() -> String {
    var text = "blazon: 1\na: &a [l, l, l, l, l, l, l, l, l]\n"
    for (name, before) in zip("bcdefghi", "abcdefgh") {
      text +=
        "\(name): &\(name) ["
        + Array(repeating: "*\(before)", count: 9).joined(separator: ", ") + "]\n"
    }
    return text
  }

  private func badges(_ count: Int, _ badge: (Int) -> String) -> String {
    "blazon: 1\nbadges:\n" + (1...count).map { "  \(badge($0))\n" }.joined()
  }

  private func text(_ name: String) -> String {
    switch name {
    case "2 MB": "blazon: 1\n" + String(repeating: "# filling\n", count: 200_000)
    case "brackets": "blazon: 1\nbadges: " + String(repeating: "[", count: 200_000)
    case "laughs": laughs()
    case "values": "blazon: 1\nbadges: [a" + String(repeating: ",a", count: 100_000) + "]\n"
    case "scalar": "blazon: 1\nbadges: " + String(repeating: "x", count: 100_000) + "\n"
    case "badges": badges(6000) { "b-\($0): {family: plain, title: B}" }
    case "one line":
      "blazon: 1\nbadges: {a: {" + (1...24_000).map { "titl\($0): 1" }.joined(separator: ",")
        + "}}\n"
    case "errors": badges(2000) { "B-\($0): {family: plain, title: B}" }
    case "misspelt": badges(2000) { "b-\($0): {family: plain, titel: B}" }
    default: badges(2000) { "b-\($0): {extends: c-\($0), title: B}" }
    }
  }

  @Test(
    .enabled(if: isMeasurable, "/usr/bin/time is not installed"),
    arguments: [
      ("2 MB", "the file has more than 1048576 bytes"),
      ("brackets", "nested more than 32 levels deep"),
      ("laughs", "aliases stand for more than 10000 values"),
      ("values", "more than 100000 values in one file"),
      ("scalar", "a value of more than 65536 bytes"), ("badges", "a programme of 6002 badges"),
      ("errors", "“B-1” is not an id"), ("misspelt", "unknown key “titel” in a badge"),
      ("one line", "unknown key “titl1” in a badge"),
      ("strangers", "unknown badge “c-1”"),
    ])
  func `a hostile file is refused soon and within 96 MB`(
    _ name: String, _ message: String
  ) throws {
    let place = try Workplace()
    try place.write(text(name), to: "badge-specs/acme/hostile.yaml")
    let answer = try run(
      "/usr/bin/time", ["-f", "%U %S %M", "-o", "cost", blazon, "check"], in: place.folder)
    #expect(answer.status == 1)
    #expect(answer.error.contains(": error: \(message)\n"), "\(answer.error.prefix(400))")
    let cost = try String(contentsOf: place.url("cost"), encoding: .utf8)
    let numbers = cost.split(whereSeparator: \.isWhitespace).suffix(3).compactMap { Double($0) }
    // The time of the processor, as the tests beside this one take their share of the clock's.
    try #require(numbers.count == 3)
    let (user, system, kilobytes) = (numbers[0], numbers[1], numbers[2])
    #expect(user + system < 4, "\(name)")
    #expect(kilobytes < 96 * 1024, "\(name)")
  }
}
