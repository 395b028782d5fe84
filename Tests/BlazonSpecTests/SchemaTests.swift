import BlazonForm
import BlazonSource
import Foundation
import TestSupport
import Testing

@testable import BlazonSpec

/// The published JSON Schema and the reader agree on what a spec looks like, by the word of a
/// validator that is not ours.
///
/// Every file is taken apart: the whole, its members, and each key of a member stand trial alone, so
/// that one mistake does not hide another.
@Suite struct SchemaTests {
  /// What the reader refuses and no schema can see, by how the message begins, without the words in
  /// quotes.
  ///
  /// Each is needed: something that the schema accepts is refused with it.
  private static let unseen: [(message: String, because: String)] = [
    ("“” is not a colour", "expressions are a language of their own"),
    ("“” is neither a metal nor a colour", "an expression"),
    ("“” is too much here", "an expression"),
    ("expected “”", "an expression"),
    ("unknown token “”", "an expression, of tokens that stand elsewhere"),
    ("unknown function “”", "an expression"),
    ("too many functions inside each other", "an expression"),
    ("an angle ends in deg", "an expression"),
    ("a gradient has 2 to 16 colours", "an expression"),
    ("a radius is more than 0", "an expression"),
    ("the focus lies outside the circle", "an expression"),
    ("unknown word “”", "a template"),
    ("unknown badge “”", "badges stand elsewhere"),
    ("unknown family “”", "families stand elsewhere"),
    ("unknown preset “”", "presets stand elsewhere"),
    ("unknown card “”", "cards stand elsewhere"),
    ("unknown certificate “”", "certificates stand elsewhere"),
    ("unknown style “”", "styles stand elsewhere"),
    ("“” extends itself", "a circle of several"),
    ("the preset “” extends itself", "a circle of several"),
    ("more than 16 badges extend each other", "a chain of several"),
    ("“” is included already", "it may stand well alone"),
    ("“” would be written by two badges", "two that are well alone"),
    ("“” would be written twice", "two that are well alone"),
    ("“” would be a file and a folder", "two that are well alone"),
    ("“” is not a path that every system", "the meaning of a text"),
    ("a size is a width and a height", "a list that may stand as one item"),
    ("a certificate is a sheet of paper", "one schema for cards and certificates"),
    ("the badge “” is given twice", "two files"),
    ("the preset “” is given twice", "two files"),
    ("the badge “” needs “”", "it may be inherited"),
    ("the badge “” has no preset", "it may be inherited"),
    ("a certificate needs “”", "it may be inherited"),
    ("“” has no value", "to YAML that is null, which is allowed"),
    ("the key “” is given twice", "JSON has the last alone"),
    ("tags (here “”)", "JSON has no tags"),
    ("the marker “” has", "schemas count code points, readers characters"),
    ("letters are 1 to 4 characters", "schemas count code points, readers characters"),
    ("an emblem needs letters, a number", "keys that depend on each other"),
    ("an emblem is letters, a number", "keys that depend on each other"),
    ("only a “” has another drawing", "keys that depend on each other"),
    ("“” looks like markup", "the meaning of a text"),
    ("the control character", "the meaning of a text"),
    ("a date without {day}", "the meaning of a text"),
    ("2 months", "a list that may stand as one item"),
    ("dashes and gaps are lengths of at least 0.5 together", "a sum"),
    ("“” in “” is not a port", "a limit of a number in a text"),
    ("a box is at least 1 wide and 1 high", "a measure"),
    ("a page is 100 to 4096 pixels", "a ratio"),
  ]

  /// A part of a file, and whether the schema accepts it.
  private struct Part: Decodable {
    var path: String
    /// Line and column, from 1; the end is not part of it.
    var start: [Int]
    var end: [Int]
    /// Where the value ends, with what is tried alone.
    var wholeEnd: [Int]
    var refusal: String?

    func contains(_ place: Place, upTo end: [Int]) -> Bool {
      (start[0], start[1]) <= (place.start.line, place.start.column)
        && (place.end.line, place.end.column) <= (end[0], end[1])
    }
  }

  /// What the validator says of files, by their names; `nil` for one that is not YAML to it.
  private static func verdicts(
    _ files: [String: [UInt8]], schema: String = publishedSchema
  ) throws -> [String: [Part]?] {
    let order = files.keys.sorted()
    let question: [String: Any] = [
      "schema": schema,
      "files": order.map { name in
        [
          "bytes": Data(files[name] ?? []).base64EncodedString(),
          "chapter": name.hasSuffix("programme.yaml") ? "programme" : "file",
        ]
      },
    ]
    let answer = try run(
      "/usr/bin/python3", ["-I", "-X", "utf8", "-c", validator],
      input: JSONSerialization.data(withJSONObject: question))
    guard answer.status == 0 else { throw ValidatorFailure(description: answer.error) }
    let parts = try JSONDecoder().decode([[Part]?].self, from: answer.output)
    return Dictionary(uniqueKeysWithValues: zip(order, parts))
  }

  /// Where reader and schema disagree, and which messages of `unseen` were needed.
  private static func disagreements(
    _ programmes: [String: [String: [UInt8]]], schema: String = publishedSchema
  ) throws -> (lines: [String], needed: Set<String>) {
    var files: [String: [UInt8]] = [:]
    for (folder, programme) in programmes {
      for (name, bytes) in programme { files["\(folder)/\(name)"] = bytes }
    }
    let verdicts = try verdicts(files, schema: schema)
    var (lines, needed): ([String], Set<String>) = ([], [])
    for (folder, programme) in programmes.sorted(by: { $0.key < $1.key }) {
      let read = Read(programme, base: programmes["\(folder)/base"], folder: folder)
      let errors = read.report.sorted.filter { $0.severity == .error }
      for name in programme.keys.sorted() {
        let file = "\(folder)/\(name)"
        let own = errors.filter { $0.place?.source.name == file }
        guard let parts = verdicts[file] ?? nil else {
          if own.isEmpty { lines.append("\(file): not YAML to the validator, but to the reader") }
          continue
        }
        // Of a version that it does not know the reader reads no more than that.
        let isRead = !own.contains { $0.message.hasPrefix("expected 1, not ") }
        for part in parts where isRead || ["the file", "blazon"].contains(part.path) {
          let end = part.refusal == nil ? part.end : part.wholeEnd
          let inside = own.filter { $0.place.map { part.contains($0, upTo: end) } ?? false }
          if let refusal = part.refusal {
            if inside.isEmpty { lines.append("\(file): \(part.path): only the schema: \(refusal)") }
            continue
          }
          for error in inside {
            if let kind = unseen.first(where: { error.message.kind.hasPrefix($0.message) }) {
              needed.insert(kind.message)
            } else {
              let place = error.place?.label ?? file
              lines.append("\(place): \(part.path): only the reader: \(error.message)")
            }
          }
        }
      }
    }
    return (lines, needed)
  }

  /// The folders of specs below `folder`, and of those the files that are specs.
  private static func programmes(_ folder: URL) throws -> [String: [String: [UInt8]]] {
    var programmes: [String: [String: [UInt8]]] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    where path.hasSuffix(".yaml") && !path.contains("/awards/") {
      let (folderName, name) =
        path.lastIndex(of: "/").map {
          (String(path[..<$0]), String(path[path.index(after: $0)...]))
        } ?? (path == "programme.yaml" ? "standard" : "of " + path, "badges.yaml")
      programmes[folderName, default: [:]][path == "programme.yaml" ? path : name] = Array(
        try Data(contentsOf: folder.appending(path: path)))
    }
    return programmes
  }

  // MARK: Claims

  @Test func `every shipped spec is well for reader and schema`() throws {
    var all = try SchemaTests.programmes(project.appending(path: "badge-specs"))
    #expect(all.keys.sorted() == ["exoscale", "meshery", "tidewater"])
    let presets = project.appending(path: "Sources/BlazonSpec/Presets")
    // The shipped presets are written over their base, which is a file of its own.
    #expect(!ShippedPreset.check().hasErrors, "\(ShippedPreset.check().diagnostics)")
    for file in ["card.yaml", "certificate.yaml", "wording.yaml"] {
      let bytes = Array(try Data(contentsOf: presets.appending(path: file)))
      // The fixed words ship in a file of their own; a programme says them in programme.yaml.
      all["shipped \(file)"] =
        file == "wording.yaml"
        ? ["programme.yaml": bytes + Array("programme: x\nname: X\n".utf8)]
        : ["presets.yaml": bytes]
    }
    #expect(all.count >= 6)
    for (folder, programme) in all {
      #expect(Read(programme, base: nil, folder: folder).report.errorCount == 0, "\(folder)")
    }
    let (lines, _) = try SchemaTests.disagreements(all)
    #expect(lines == [], "\(lines.joined(separator: "\n"))")
  }

  @Test func `every fixture is refused by both or by none`() throws {
    let (lines, needed) = try SchemaTests.disagreements(SchemaTests.programmes(fixtures))
    #expect(lines == [], "\(lines.joined(separator: "\n"))")
    let idle = SchemaTests.unseen.map(\.message).filter { !needed.contains($0) }
    #expect(idle == [], "no schema has to be excused for these")
  }

  /// Values that no key takes, under every key there is.
  @Test(arguments: ["[[[]]]", "{zzz-zzz: [[]]}", "{zzz-zzz: {zzz-zzz: 1}}", "\"\\u0007\""])
  func `every key is refused by both or by none`(value: String) throws {
    var programmes: [String: [String: [UInt8]]] = [:]
    func add(_ folder: String, _ name: String, _ head: String, _ line: (String) -> String) {
      let keys = Language.chapters.first { $0.name == folder }?.keys.map(\.name) ?? []
      let text = head + keys.filter { !head.contains("\n\($0):") }.map(line).joined()
      programmes[folder] = [name: Array(text.utf8)]
    }
    add("badge", "badges.yaml", "blazon: 1\nbadges:\n") {
      "  for-\($0):\n    preset: hexagon\n    title: T\n    \($0): \(value)\n"
        .replacing("    preset: hexagon\n", with: $0 == "preset" ? "" : "    preset: hexagon\n")
        .replacing("    title: T\n", with: $0 == "title" ? "" : "    title: T\n")
    }
    add("preset", "presets.yaml", "blazon: 1\npresets:\n") {
      "  for-\($0):\n" + ($0 == "shape" ? "" : "    shape: {radius: 200}\n")
        + "    \($0): \(value)\n"
    }
    add("page", "pages.yaml", "blazon: 1\ncards:\n") {
      "  for-\($0):\n" + ($0 == "format" ? "" : "    format: open-graph\n")
        + "    \($0): \(value)\n"
    }
    add("programme", "programme.yaml", "\nblazon: 1\nprogramme: x\nname: X\n") {
      "\($0): \(value)\n"
    }
    add("file", "badges.yaml", "\nblazon: 1\n") { "\($0): \(value)\n" }
    let (lines, _) = try SchemaTests.disagreements(programmes)
    #expect(lines == [], "\(lines.joined(separator: "\n"))")
  }

  // MARK: Controls

  @Test func `a schema that lets every key pass is caught`() throws {
    let lax = publishedSchema.replacing("\"additionalProperties\": false", with: "\"title\": \"\"")
    let (lines, _) = try SchemaTests.disagreements(
      SchemaTests.programmes(fixtures), schema: lax)
    #expect(lines.contains { $0.contains("only the reader: unknown key “titel” in a badge") })
  }

  @Test(arguments: ["stars", "certificate", "optical", "publish"])
  func `a schema without a key is caught`(key: String) throws {
    let strict = publishedSchema.replacing("\n        \"\(key)\":", with: "\n        \"x-\(key)\":")
    let (lines, _) = try SchemaTests.disagreements(
      SchemaTests.programmes(project.appending(path: "badge-specs")), schema: strict)
    #expect(lines.contains { $0.contains("only the schema: ") && $0.contains(key) })
  }

  @Test func `the validator reads YAML as the language does`() throws {
    let text = "blazon: 1\nbadges:\n  a: {title: on, band: 2024-10-01, stars: 010, state: yes}\n"
    let parts = try #require(
      try SchemaTests.verdicts(["a/badges.yaml": Array(text.utf8)])["a/badges.yaml"] ?? nil)
    let refused = parts.filter { $0.refusal != nil }.map(\.path)
    // `010` is ten, which is too many; `yes` is a word that is no state.
    #expect(refused == ["the file", "badges.a.stars", "badges.a.state"])
  }
}

extension String {
  /// A message without the author's own words in it.
  fileprivate var kind: String {
    var kind = ""
    var isQuoted = false
    for character in self {
      if character == "”" { isQuoted = false }
      if !isQuoted { kind.append(character) }
      if character == "“" { isQuoted = true }
    }
    return kind
  }
}

private struct ValidatorFailure: Error, CustomStringConvertible {
  var description: String
}

private let publishedSchema: String = {
  let file = project.appending(path: "docs/schema/blazon.schema.json")
  return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
}()

/// Reads YAML by the core schema of YAML 1.2, as the language does, and asks `jsonschema`.
private let validator = #"""
  import base64, json, re, sys
  import yaml
  from jsonschema import Draft202012Validator


  class Loader(yaml.SafeLoader):
      """Only true, false, null and numbers are more than text."""

      yaml_implicit_resolvers = {}


  for kind, pattern, first in [
      ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
      ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
      ("int", r"^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$", "-+0123456789"),
      ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", "-+.0123456789"),
  ]:
      Loader.add_implicit_resolver("tag:yaml.org,2002:" + kind, re.compile(pattern), list(first))


  def value(node):
      if isinstance(node, yaml.MappingNode):
          if not all(isinstance(key, yaml.ScalarNode) for key, _ in node.value):
              raise yaml.YAMLError("a key that JSON has not")
          return {key.value: value(item) for key, item in node.value}
      if isinstance(node, yaml.SequenceNode):
          return [value(item) for item in node.value]
      kind, text = node.tag.rsplit(":", 1)[-1], node.value
      if kind == "bool":
          return text.lower() == "true"
      if kind == "null":
          return None
      if kind == "int":
          return int(text, 0) if text[:2] in ("0o", "0x") else int(text)
      return float(text) if kind == "float" else text


  def parts(path, start, last, node, depth):
      """Keys, with the documents in which they stand alone."""
      own = depth and isinstance(node, yaml.MappingNode) and node.value
      if path:
          # An alias ends where its anchor does.
          end = node.value[0][0].start_mark if own else node.end_mark
          ends = [max(mark, last, key=lambda mark: mark.index) for mark in (end, node.end_mark)]
          yield path, start, ends, {} if own else value(node), own
      if own:
          deeper = depth if path in (["cards"], ["certificates"]) else depth - 1
          for key, item in node.value:
              yield from parts(path + [key.value], key.start_mark, key.end_mark, item, deeper)


  question = json.load(sys.stdin)
  schema = json.loads(question["schema"])
  Draft202012Validator.check_schema(schema)
  whole = Draft202012Validator(schema)
  chapters = {
      name: Draft202012Validator({"$ref": "#/$defs/" + name, "$defs": schema["$defs"]})
      for name in ("programme", "file")
  }
  least = {"file": {"blazon": 1}, "programme": {"blazon": 1, "programme": "x", "name": "X"}}


  def refusal(path, document, chapter):
      for judge in [chapters[chapter]] + [whole] * (not path):
          for error in judge.iter_errors(document):
              return error.message[:200]


  answer = []
  for file in question["files"]:
      chapter = file["chapter"]
      try:
          node = yaml.compose(base64.b64decode(file["bytes"]), Loader)
          found = [([], [1, 1], [[10**9, 1]] * 2, value(node) if node else None)]
          if isinstance(node, yaml.MappingNode):
              refused = []
              for path, start, ends, content, is_name in parts([], None, None, node, 3):
                  # What has a name that is refused is not looked into.
                  if any(path[:len(bad)] == bad for bad in refused):
                      continue
                  for name in reversed(path):
                      content = {name: content}
                  document = {**least[chapter], **content}
                  if is_name and refusal(path, document, chapter):
                      refused.append(path)
                  found.append((
                      path, [start.line + 1, start.column + 1],
                      [[mark.line + 1, mark.column + 1] for mark in ends], document))
          answer.append([
              {"path": ".".join(path) or "the file", "start": start, "end": ends[0],
               "wholeEnd": ends[1], "refusal": refusal(path, document, chapter)}
              for path, start, ends, document in found])
      except (yaml.YAMLError, UnicodeDecodeError):
          answer.append(None)
  json.dump(answer, sys.stdout)
  """#
