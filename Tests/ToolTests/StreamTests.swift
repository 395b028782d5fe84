import Foundation
import TestSupport
import Testing

/// Many machines: awards that come on standard input, and shares of a run that are put together.
@Suite struct StreamTests {
  /// The rows of a ledger in CSV as JSON lines.
  private func lines(_ ledger: String) throws -> [String] {
    let script = """
      import csv, json, sys
      for row in csv.DictReader(sys.stdin):
        print(json.dumps({key: value for key, value in row.items() if value}))
      """
    let answer = try run("python3", ["-I", "-c", script], input: Data(ledger.utf8))
    try #require(answer.status == 0, "\(answer.error)")
    return answer.text.split(separator: "\n").map(String.init)
  }

  private struct Line: Decodable {
    struct Message: Decodable {
      var severity: String
      var message: String
      var column: Int?
    }
    var line: Int
    var handle: String?
    var badge: String?
    var drawn: Int?
    var files: [String]?
    var messages: [Message]?
  }

  private func stream(
    _ lines: [String], in place: Workplace, to output: String = "streamed"
  ) throws -> (status: Int32, lines: [Line]) {
    let answer = try run(
      blazon, ["render", "--stdin", "-o", output], in: place.folder,
      input: Data(lines.joined(separator: "\n").utf8))
    let told = try answer.text.split(separator: "\n").map {
      try JSONDecoder().decode(Line.self, from: Data($0.utf8))
    }
    return (answer.status, told)
  }

  @Test func `lines make what a ledger makes, and nothing twice`() throws {
    let place = try Workplace(Workplace.twoPeople)
    #expect(try place.blazon("render").status == 0)
    let ledger = try #require(Workplace.twoPeople["badge-specs/acme/awards/2026.csv"])
    let lines = try lines(ledger)
    let first = try stream(lines, in: place)
    #expect(first.status == 0 && first.lines.map(\.line) == Array(1...lines.count))
    #expect(first.lines.allSatisfy { $0.drawn == $0.files?.count && $0.messages == nil })
    let (made, whole) = (try place.files("streamed"), try place.files())
    // A person's page shows all that they earned: lines know of one award at a time.
    let awards = whole.filter {
      $0.key.hasPrefix("acme/people/") && $0.key.split(separator: "/").count > 4
        || $0.key.hasPrefix("verify/") && $0.key.split(separator: "/").count > 2
    }
    #expect(made.filter { !$0.key.contains("manifest") } == awards)
    #expect(Set(first.lines.flatMap { $0.files ?? [] }) == Set(awards.keys))
    let second = try stream(lines, in: place)
    #expect(second.lines.allSatisfy { $0.drawn == 0 })
    #expect(second.lines.map(\.files) == first.lines.map(\.files))
    #expect(try place.files("streamed") == made)
  }

  @Test func `what is wrong is told of its line, and the others are made`() throws {
    let place = try Workplace(Workplace.twoPeople)
    let good =
      #"{"name": "Zo\u00eb \ud83d\ude00", "handle": "zoe", "badge": "first", "issued": "2026-01-02"}"#
    let (status, told) = try stream(
      [
        good, "", "nonsense",
        #"{"name": "X", "handle": "x", "badge": "none", "issued": "2026-01-02"}"#,
        good + ", " + good.replacing("zoe", with: "eoz"),
        "{" + String(repeating: " ", count: 70_000) + "}",
        #"{"name": "X", "handle": "../x", "badge": "first", "issued": "2026-01-02"}"#,
        #"]}, {"a": ["#, good.replacing("zoe", with: "ada"),
      ], in: place)
    #expect(status == 1)
    #expect(told.map(\.line) == [1, 3, 4, 5, 6, 7, 8, 9])
    #expect(told.map { $0.messages == nil } == [true] + Array(repeating: false, count: 6) + [true])
    #expect(told[2].messages?.first?.message == "unknown badge “none”")
    #expect(told[2].messages?.first?.column == 39)
    #expect(told[4].messages?.first?.message.contains("too long") == true)
    #expect(
      Set(
        try place.files("streamed").keys.compactMap { path in
          let parts = path.split(separator: "/")
          return parts.count > 3 ? String(parts[2]) : nil
        }) == ["zoe", "ada"])
  }

  @Test func `an answer comes before the next line is asked for`() throws {
    let place = try Workplace(Workplace.twoPeople)
    let script = """
      import json, subprocess, sys
      tool = subprocess.Popen(
        [sys.argv[1], "render", "--stdin", "-o", "out"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
      for number in range(3):
        award = {"name": "P", "handle": f"p{number}", "badge": "first", "issued": "2026-01-02"}
        tool.stdin.write(json.dumps(award).encode() + b"\\n")
        tool.stdin.flush()
        print(json.loads(tool.stdout.readline())["handle"])
      tool.stdin.close()
      print(tool.wait())
      """
    let answer = try run(
      "timeout", ["60", "python3", "-I", "-c", script, blazon], in: place.folder)
    #expect(answer.text == "p0\np1\np2\n0\n", "\(answer.error)")
  }

  @Test func `shares on the command line merge to what one run makes`() throws {
    let place = try Workplace(Workplace.twoPeople)
    #expect(try place.blazon("render", "-o", "whole").status == 0)
    for number in 1...2 {
      #expect(try place.blazon("render", "--shard", "\(number)/2", "-o", "s\(number)").status == 0)
    }
    let merged = try place.blazon("manifest", "merge", "s1", "s2")
    #expect(merged.status == 0, "\(merged.error)")
    #expect(try place.files() == place.files("whole"))
    #expect(merged.text.hasSuffix(" new, in “output”\n"))
    // What is merged is whole: a run finds nothing to do.
    #expect(try place.blazon("render").text.contains(" (0 drawn), "))
  }

  @Test func `GNU parallel draws the shares as the page says`() throws {
    let page = try String(contentsOf: project.appending(path: "docs/scale.md"), encoding: .utf8)
    let start = try #require(page.range(of: "```sh\n"))
    let end = try #require(page[start.upperBound...].range(of: "```"))
    let script = String(page[start.upperBound..<end.lowerBound])
      .replacing("blazon ", with: "\"$BLAZON\" ")
    let place = try Workplace(Workplace.twoPeople)
    #expect(try place.blazon("render", "-o", "whole").status == 0)
    let environment = ["BLAZON": blazon, "HOME": place.folder.path]
    let answer = try run("sh", ["-ec", script], in: place.folder, environment: environment)
    #expect(answer.status == 0, "\(answer.error)")
    #expect(try place.files() == place.files("whole"))
  }

  @Test(arguments: [
    (["render", "--shard", "0/2"], "--shard: “0/2” is not a share"),
    (["render", "--shard", "3/2"], "is not a share"),
    (["render", "--shard", "2"], "is not a share"),
    (["render", "--stdin", "--people", "a"], "--stdin is with none of"),
    (["manifest"], "needs “merge” and the folders"), (["manifest", "merge"], "needs the folders"),
  ])
  func `what cannot be meant is refused`(_ words: [String], _ message: String) throws {
    let answer = try run(blazon, words)
    #expect(answer.status == 64 && answer.error.contains(message), "\(answer.error)")
  }
}
