internal import BlazonForm
internal import BlazonSource
internal import Shipped

extension Language {
  /// The version of the language that this program reads, and the only one so far.
  static let version = 1

  /// The language as a JSON Schema, for editors and for validators: one schema for every file of a
  /// programme.
  public static var schema: String {
    var text = "{\n"
    text += "  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n"
    text += "  \"$id\": \"urn:blazon:spec:\(version)\",\n  \"version\": \(version),\n"
    text += "  \"title\": \"Blazon spec, version \(version)\",\n"
    text +=
      "  \"description\": \"A file of a programme: programme.yaml, or another with badges, presets and pages.\",\n"
    text += "  \"anyOf\": [{\"$ref\": \"#/$defs/programme\"}, {\"$ref\": \"#/$defs/file\"}],\n"
    text += "  \"$defs\": {\n"
    let definitions = (chapters + parts).map { chapter in
      "    \(quoted(chapter.name)): \(Language.object(chapter))"
    }
    let kinds = elementKinds.map { "{\"$ref\": \"#/$defs/\($0)-element\"}" }
    let elements = chapters.filter { elementKinds.contains($0.name) }.map { chapter in
      let common = chapters.first { $0.name == "element" }?.keys ?? []
      let whole = Chapter(
        name: "\(chapter.name)-element", summary: chapter.summary, keys: chapter.keys + common)
      return "    \(quoted(whole.name)): \(Language.object(whole, takesBack: true))"
    }
    text +=
      (definitions + elements + [
        "    \"any-element\": {\"anyOf\": [\(kinds.joined(separator: ", "))]}"
      ]).joined(separator: ",\n")
    return text + "\n  }\n}\n"
  }

  /// A line of `--messages json`, as a JSON Schema.
  public static let messagesSchema = String(
    decoding: ShippedFile.schemas[0].bytes, as: UTF8.self)

  /// Maps that are nearly a chapter, and such that need none.
  private static let parts = [
    Chapter(
      name: "tier", summary: "A step of a ladder: what it takes, and the words it changes.",
      keys: VariantEntry.Keys.all + VariantEntry.words),
    Chapter(
      name: "variant", summary: "The words that a year or a count changes.",
      keys: VariantEntry.words),
    Chapter(
      name: "adjust", summary: "Slots of a preset, laid over it.",
      keys: Slots.Keys.all.filter { !["extends", "when", "states"].contains($0.name) }),
    Chapter(
      name: "emblem-choice", summary: "The emblem of a badge, where it is no name of the library.",
      keys: EmblemChoice.Keys.all),
  ]

  /// The chapters that describe elements of pages.
  private static let elementKinds = [
    "text-element", "picture", "area", "image", "qr", "ring", "pills", "signatures", "rule",
    "frame",
    "guilloche",
    "stack", "row", "grid",
  ]

  /// A map of the keys of `chapter`; where it `takesBack`, others may stand in it as `null`.
  private static func object(_ chapter: Chapter, takesBack: Bool = false) -> String {
    // Only what nothing can be inherited for; and that cannot be `null`, which removes.
    let required = [
      "programme": ["blazon", "programme", "name"], "file": ["blazon"], "signature": ["name"],
    ][chapter.name]
    var properties: [String] = []
    for key in chapter.keys {
      let options = [key.schema.json] + (required?.contains(key.name) == true ? [] : [Schema.null])
      let value = "{\"anyOf\": [\(options.joined(separator: ", "))]"
      let described = "\(value), \"description\": \(quoted(key.summary))}"
      properties.append("        \(quoted(key.name)): \(described)")
      if case .list = key.schema.listed {
        properties.append("        \(quoted(key.name + "+")): \(key.schema.json)")
      }
    }
    var text = "{\n      \"description\": \(quoted(chapter.summary)),\n"
    text += "      \"type\": \"object\",\n      \"properties\": {\n"
    text += properties.joined(separator: ",\n") + "\n      },\n"
    if let required {
      text += "      \"required\": [\(required.map(quoted).joined(separator: ", "))],\n"
    }
    return text + "      \"additionalProperties\": \(takesBack ? Schema.null : "false")\n    }"
  }
}
