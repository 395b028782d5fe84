import Foundation
import TestSupport
import Testing

/// How findings are printed, for people and for programs.
@Suite struct MessageTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write(
      """
      blazon: 1
      badges:
        third: {family: plain, titel: Third, title: Third}
        fourth: {family: plain, title: Fourth, aliases: [100%: yes]}
      """, to: "badge-specs/acme/wrong.yaml")
  }

  @Test func `text shows the place, the line, a caret, help and who is concerned`() throws {
    let answer = try place.blazon("check")
    #expect(answer.status == 1)
    #expect(
      answer.error.hasPrefix(
        """
        badge-specs/acme/wrong.yaml:3:26: error: unknown key “titel” in a badge
            3 |   third: {family: plain, titel: Third, title: Third}
              |                          ^~~~~ help: did you mean “title”?
          note: in the badge “third”

        """))
    #expect(answer.error.hasSuffix("\n2 errors\n"))
    #expect(answer.text.isEmpty)
  }

  @Test func `json is one object a line`() throws {
    let answer = try place.blazon("check", "--messages", "json")
    #expect(answer.status == 1)
    let lines = answer.error.split(separator: "\n")
    #expect(lines.count == 2)
    let objects = try lines.map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    let first = try #require(objects.first)
    #expect(first["severity"] as? String == "error")
    #expect(first["message"] as? String == "unknown key “titel” in a badge")
    #expect(first["file"] as? String == "badge-specs/acme/wrong.yaml")
    #expect(first["line"] as? Int == 3)
    #expect(first["column"] as? Int == 26)
    #expect(first["endColumn"] as? Int == 31)
    #expect(first["help"] as? String == "did you mean “title”?")
    #expect(first["notes"] as? [String] == ["in the badge “third”"])
    #expect(objects.map { $0["severity"] as? String } == ["error", "error"])
  }

  @Test func `github makes annotations`() throws {
    let answer = try place.blazon("check", "--messages", "github")
    #expect(answer.status == 1)
    let lines = answer.error.split(separator: "\n")
    let first =
      "::error file=badge-specs/acme/wrong.yaml,line=3,col=26::unknown key “titel” in a badge"
      + "%0Ahelp: did you mean “title”?%0Anote: in the badge “third”"
    #expect(lines.first.map(String.init) == first)
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { $0.hasPrefix("::error file=") })
  }

  @Test func `json and github tell of a world that failed, too`() throws {
    let json = try place.blazon("check", "nowhere", "--messages", "json")
    #expect(json.status == 70)
    #expect(json.error == #"{"severity":"error","message":"no file or folder “nowhere”"}"# + "\n")
    let github = try place.blazon("check", "nowhere", "--messages", "github")
    #expect(github.error == "::error::no file or folder “nowhere”\n")
  }

  @Test func `quiet leaves errors and drops notes`() throws {
    let answer = try place.blazon("check", "--quiet")
    #expect(answer.status == 1)
    #expect(answer.error.contains("unknown key “titel”"))
    #expect(!answer.error.contains("note: “tiers”"))
  }

  @Test func `quiet prints nothing on success`() throws {
    for command in ["check", "render"] {
      let answer = try Workplace().blazon(command, "-q")
      #expect(answer.status == 0)
      #expect(answer.text.isEmpty)
      #expect(answer.error.isEmpty)
    }
  }

  @Test func `a success is told in one line, without a progress bar in a log`() throws {
    let answer = try Workplace().blazon("render", "--size", "64")
    #expect(answer.status == 0)
    #expect(answer.error.isEmpty)
    #expect(
      answer.text.wholeMatch(of: /2 badges, 17 files, \d+ kB in “output”: \d+\.\d s\n/) != nil)
  }

  @Test func `what somebody wrote cannot steer a terminal`() throws {
    let place = try Workplace()
    try place.write(
      "blazon: 1\nbadges:\n  x: {family: plain, \"\\e[31m\\u202E\": 1, title: X}\n",
      to: "badge-specs/acme/x.yaml")
    // Nor what is said of a file, of a command, or to a workflow of GitHub.
    try place.write("\n", to: "badge-specs/acme/\u{1B}[31m\u{202E}.yaml")
    for words in [
      ["check"], ["check", "--messages", "github"], ["check", "--messages", "json"],
      ["check", "\u{1B}[31m\u{2066}"], ["\u{1B}[31m\u{9B}"], ["list", "\u{202E}"],
      ["render", "--\u{1B}c"], ["draw", "gold \u{1B}]0;x\u{7}"],
    ] {
      let answer = try run(blazon, words, in: place.folder)
      #expect(answer.status != 0 && !answer.error.isEmpty, "\(words)")
      let isClean = answer.error.unicodeScalars.allSatisfy {
        $0 == "\n"
          || ($0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) && $0 != "\u{202E}"
            && $0 != "\u{2066}")
      }
      #expect(isClean, "\(words): \(answer.error)")
    }
  }

  @Test func `a thousand findings are told, and how many more there are`() throws {
    let place = try Workplace()
    let keys = (1...1500).map { "wrong-\($0): 1" }.joined(separator: ", ")
    try place.write(
      "blazon: 1\nbadges:\n  x: {family: plain, title: X, \(keys)}\n",
      to: "badge-specs/acme/x.yaml")
    for format in ["text", "json", "github"] {
      let answer = try place.blazon("check", "--messages", format)
      let found = answer.error.split(separator: "\n").filter { $0.contains("unknown key “wrong-") }
      #expect(answer.status == 1 && found.count == 1000, "\(format): \(found.count)")
      #expect(answer.error.contains("500 more findings are not told"), "\(format)")
    }
  }

  @Test func `after a thousand errors no more is looked for, however many workers there are`()
    throws
  {
    let rows = (0..<1500).map { "\u{12F90}\($0),p\($0),first,2026-03-09,,,\n" }.joined()
    let place = try Workplace(Workplace.people(rows), named: "many-errors")
    let answers = try ["1", "2", "5"].map { jobs in
      try place.blazon("check", "--jobs", jobs)
    }
    for answer in answers {
      #expect(answer.status == 1)
      #expect(answer.error == answers[0].error)
    }
    let lines = answers[0].error.split(separator: "\n")
    #expect(lines.count { $0.contains(": error: ") } == 1000)
    #expect(lines.contains("note: what comes after so many errors was not looked at"))
  }

  @Test func `characters of specs that nobody sees are taken out, and told`() throws {
    let place = try Workplace()
    try place.write(
      "blazon: 1\nbadges:\n"
        + "  x: {family: plain, title: \"Docs \u{202E}rohtua\u{202C}\", criteria: \"a\u{200B}b\", "
        + "alt: \"Al\u{2066}t\u{E0041}\"}\n  y: {family: plain, title: \"Star\u{AD}light\"}\n",
      to: "badge-specs/acme/x.yaml")
    let answer = try place.blazon("render", "--size", "64")
    #expect(answer.status == 0, "\(answer.error)")
    for code in ["U+202E", "U+202C", "U+200B", "U+2066", "U+E0041"] {
      #expect(answer.error.contains("the invisible character \(code) ("), "\(code)")
    }
    #expect(!answer.error.contains("U+00AD"))
    for (path, bytes) in try place.files() where !path.hasSuffix(".png") {
      let text = String(decoding: bytes, as: UTF8.self)
      let hidden = text.unicodeScalars.first {
        [0x202E, 0x202C, 0x200B, 0x2066, 0xE0041].contains($0.value)
      }
      #expect(hidden == nil, "\(path)")
    }
    try place.write(
      "blazon: 1\nbadges:\n  x: {family: plain, title: \"\u{200B}\"}\n",
      to: "badge-specs/acme/x.yaml")
    #expect(try place.blazon("check").error.contains("the text is empty"))
  }
}
