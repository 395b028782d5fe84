import Foundation
import TestSupport
import Testing

/// Every command tells what is wrong in one form for programs, which a schema describes.
@Suite struct MessageSchemaTests {
  /// Command lines that end with something told, of each kind.
  static let lines: [[String]] = [
    ["check"], ["render"], ["check", "nowhere"], ["render", "--bogus"], ["bogus"],
    ["show", "spec", "--badge", "secnd"], ["list", "emblems", "zzzz"], ["list", "bogus"],
    ["draw", "golden sheild"], ["draw", "nowhere.svg"], ["preview", "nowhere"],
    ["awards", "nowhere"], ["diff", "nowhere", "elsewhere"], ["import", "nowhere.csv"],
    ["new", "badge-specs/acme", "--name", "Acme"], ["snippet", "nobody"], ["forget", "nobody"],
    ["revoke", "nobody", "first"], ["renew", "nobody", "first", "--on", "2026-01-02"],
    ["reinstate", "nobody", "first"], ["correct", "nobody", "--name", "X"],
    ["verify", "nowhere.png"], ["manifest", "merge", "nowhere"], ["keys", "list", "--keys", "no"],
    ["readme-badge", "a", "b", "--logo", "nowhere.svg"], ["completions", "tcsh"],
    ["help", "bogus"], ["doctor", "--today", "soon"],
  ]

  @Test func `whatever is told is valid by the schema`() throws {
    var told = ""
    let place = try Workplace(Workplace.twoPeople)
    let sound = try place.blazon("render", "--messages", "json")
    #expect(sound.status == 0)
    told += sound.error
    #expect(told.contains("\"event\":\"finished\""))
    let trial = try place.blazon("render", "--dry-run", "--messages", "json")
    #expect(trial.error.hasPrefix("{\"event\":\"planned\",\"due\":0,"), "\(trial.error)")
    told += trial.error
    try place.write(
      Workplace.badges.replacing("sunrise", with: "sunris"), to: "badge-specs/acme/badges.yaml")
    for words in MessageSchemaTests.lines {
      let answer = try run(blazon, words + ["--messages", "json"], in: place.folder)
      #expect(answer.status != 0, "\(words)")
      #expect(answer.error.contains("{\"severity\":\"error\""), "\(words): \(answer.error)")
      told += answer.error
    }
    let schema = try place.blazon("show", "schema", "messages")
    try place.write(schema.text, to: "schema.json")
    let script = """
      import json, sys, jsonschema
      schema = json.load(open("schema.json"))
      jsonschema.Draft202012Validator.check_schema(schema)
      validator = jsonschema.Draft202012Validator(schema)
      for line in sys.stdin.read().splitlines():
          validator.validate(json.loads(line))
      """
    let answer = try run(
      "/usr/bin/python3", ["-c", script], in: place.folder, input: Data(told.utf8))
    #expect(answer.status == 0, "\(answer.error)")
  }

  @Test func `the schema is the one that is published, and refuses what is not told so`() throws {
    let place = try Workplace([:])
    let published = try String(
      contentsOf: project.appending(path: "docs/schema/messages.schema.json"), encoding: .utf8)
    #expect(try place.blazon("show", "schema", "messages").text == published)
    try place.write(published, to: "schema.json")
    let script = """
      import json, sys, jsonschema
      validator = jsonschema.Draft202012Validator(json.load(open("schema.json")))
      wrong = [{}, {"severity": "fatal", "message": "x"}, {"severity": "error", "message": "x", "file": "a"},
               {"severity": "error", "message": "x", "more": 1}, {"event": "progress"}]
      sys.exit(any(validator.is_valid(one) for one in wrong))
      """
    #expect(try run("/usr/bin/python3", ["-c", script], in: place.folder).status == 0)
  }
}
