import Foundation
import TestSupport
import Testing

/// `doctor` tells what is in the way, and what it tells to do mends it.
@Suite struct DoctorTests {
  /// A line of its JSON.
  private struct Line: Decodable {
    let area: String
    let subject: String
    let state: String
    let text: String
    let remedy: String?
  }

  private func lines(_ place: Workplace, _ words: String...) throws -> [Line] {
    let answer = try run(blazon, ["doctor", "--json"] + words, in: place.folder)
    let lines = try JSONDecoder().decode([Line].self, from: Data(answer.text.utf8))
    #expect(answer.status == (lines.contains { $0.state == "bad" } ? 1 : 0), "\(answer.error)")
    return lines
  }

  private func line(_ subject: String, of lines: [Line]) throws -> Line {
    try #require(lines.first { $0.subject == subject }, "\(lines.map(\.subject))")
  }

  @Test func `a sound programme on a whole machine has nothing to mend`() throws {
    let place = try Workplace()
    let lines = try lines(place)
    #expect(lines.allSatisfy { $0.state == "good" && $0.remedy == nil }, "\(lines)")
    #expect(lines.filter { $0.area == "libraries" }.count == 8)
    #expect(lines.filter { $0.area == "scripts" }.count == 27)
    let text = try place.blazon("doctor")
    #expect(text.status == 0 && text.text.contains("Latin, Greek, Cyrillic"), "\(text.text)")
    #expect(!place.exists("output"))
  }

  @Test func `what is wrong in specs is counted, and their check tells it`() throws {
    let place = try Workplace()
    try place.write(
      Workplace.badges.replacing("sunrise", with: "sunris"), to: "badge-specs/acme/badges.yaml")
    let found = try line("badge-specs", of: lines(place))
    #expect(found.state == "bad" && found.text == "1 error")
    #expect(found.remedy == "blazon check badge-specs")
    let nowhere = try line("nowhere", of: lines(place, "nowhere"))
    #expect(nowhere.state == "bad" && nowhere.remedy?.hasPrefix("blazon new ") == true)
    let fresh = try Workplace([:])
    #expect(try line("badge-specs", of: lines(fresh)).state == "note")
  }

  @Test func `each remedy for a programme mends it`() throws {
    var specs = Workplace.acme
    specs["badge-specs/acme/programme.yaml"] =
      Workplace.programme("acme") + "\nlanguages: [en, de]\nawards: [a.csv]\n"
    specs["badge-specs/acme/a.csv"] =
      "name,handle,badge,issued,expires\nAda,ada,first,2026-03-02,2026-12-24\n"
    let place = try Workplace(specs)
    #expect(try place.blazon("render").status == 0)
    try place.write(
      Workplace.badges.replacing("  second:\n", with: "  third:\n"),
      to: "badge-specs/acme/badges.yaml")
    #expect(try place.blazon("render").status == 0)
    let found = try lines(place, "--today", "2026-11-30")

    let ending = try line("awards", of: found)
    #expect(ending.text == "1 ends within 90 days of 2026-11-30" && ending.state == "note")
    let listed = try shell(ending, place)
    #expect(listed.text.hasPrefix("ada  acme/first"), "\(listed.text)")
    #expect(try line("awards", of: lines(place, "--today", "2026-09-01")).state == "good")

    let words = try line("languages", of: found)
    #expect(words.text.hasSuffix("texts not translated"), "\(words.text)")
    #expect(try shell(words, place).error.contains("is not in “de”"))

    let orphans = try line("orphans", of: found)
    #expect(orphans.state == "note" && orphans.text.contains("that nothing makes any more"))
    #expect(try shell(orphans, place).status == 0)
    #expect(try line("orphans", of: lines(place)).state == "good")
  }

  private func shell(_ line: Line, _ place: Workplace) throws -> Answer {
    let words = try #require(line.remedy).dropFirst("blazon".count)
    return try run("sh", ["-c", "\"$0\"\(words)", blazon], in: place.folder)
  }

  @Test func `a remedy is right where names have blanks and quotes`() throws {
    let place = try Workplace([
      "Ann's specs/acme/programme.yaml": Workplace.programme("acme"),
      "Ann's specs/acme/badges.yaml": Workplace.badges.replacing("sunrise", with: "sunris"),
    ])
    let found = try line("Ann's specs", of: lines(place, "Ann's specs"))
    #expect(found.remedy == "blazon check 'Ann'\\''s specs'")
    #expect(try shell(found, place).error.hasPrefix("Ann's specs/acme/badges.yaml:"))
  }

  @Test func `a place that cannot be written is bad`() throws {
    let place = try Workplace()
    try place.write("", to: "output")
    let found = try line("output", of: lines(place))
    #expect(found.state == "bad" && found.remedy == "blazon render -o DIR")
  }

  @Test func `fonts and programs that are away are told with their packages`() throws {
    let place = try Workplace()
    // A machine without either: no folder of fonts, nothing on the PATH.
    let answer = try run(
      "unshare",
      [
        "-m", "bash", "-c",
        "mount -t tmpfs none /usr/share/fonts && mount -t tmpfs none /var/cache/fontconfig;"
          + " cd \(place.folder.path) && PATH=/nowhere \"$@\"",
        "bash", blazon, "doctor", "--json",
      ])
    guard answer.status == 0 else {
      // Nothing can be mounted here: then there is nothing to see.
      #expect(
        answer.error.contains("unshare") || answer.error.contains("permission"), "\(answer.error)")
      return
    }
    let found = try JSONDecoder().decode([Line].self, from: Data(answer.text.utf8))
    let thai = try line("Thai", of: found)
    #expect(thai.state == "note" && thai.remedy == "sudo apt-get install fonts-noto-core")
    #expect(try line("Han", of: found).remedy == "sudo apt-get install fonts-noto-cjk")
    #expect(try line("Emoji", of: found).remedy == "sudo apt-get install fonts-noto-color-emoji")
    #expect(try line("sheets of PDF", of: found).remedy == "sudo apt-get install poppler-utils")
    // What ships writes these, without a font that is installed.
    for script in ["Latin", "Greek", "Cyrillic", "Armenian", "Georgian", "Hebrew", "Arabic"] {
      #expect(try line(script, of: found).state == "good", "\(script)")
    }
  }
}
