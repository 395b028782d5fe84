internal import BlazonSource

/// What a value looks like, as JSON Schema (2020-12) can say it: its shape, not its meaning.
public indirect enum Schema: Hashable, Sendable {
  case any
  /// Any scalar, read as it is written.
  case text
  /// A scalar with something to draw in it.
  case words
  /// A scalar that is an id; YAML may take it for a number.
  case id
  /// A text that looks like this regular expression.
  case pattern(String)
  case number(ClosedRange<Double>)
  case integer(ClosedRange<Int>)
  case bool
  case choice([String])
  case list(Schema, ClosedRange<Int>)
  case either([Schema])
  /// A map from names to values of one shape.
  case map(Schema)
  /// The same, where the names look like something too.
  case named(Schema, Schema)
  /// A map with the keys of a chapter of the language.
  case chapter(String)
  /// One element of a page, of whatever kind.
  case element
}

extension Language {
  /// The language as a JSON Schema, for editors and for validators: one schema for every file of a
  /// programme.
  public static var schema: String {
    var text = "{\n"
    text += "  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n"
    text += "  \"title\": \"Blazon spec, version 1\",\n"
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
      return "    \(quoted(whole.name)): \(Language.object(whole))"
    }
    text +=
      (definitions + elements + [
        "    \"any-element\": {\"anyOf\": [\(kinds.joined(separator: ", "))]}"
      ]).joined(separator: ",\n")
    return text + "\n  }\n}\n"
  }

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
      name: "letters", summary: "Letters instead of an emblem.", keys: EmblemChoice.Keys.all),
  ]

  /// The chapters that describe elements of pages.
  private static let elementKinds = [
    "text-element", "picture", "area", "qr", "pills", "signatures", "rule", "frame", "guilloche",
    "stack", "row", "grid",
  ]

  private static func object(_ chapter: Chapter) -> String {
    // Only what nothing can be inherited for; and that cannot be `null`, which removes.
    let required = [
      "programme": ["blazon", "programme", "name"], "file": ["blazon"], "signature": ["name"],
    ][chapter.name]
    var properties: [String] = []
    for key in chapter.keys {
      let options = [key.schema.json] + (required?.contains(key.name) == true ? [] : [null])
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
    return text + "      \"additionalProperties\": false\n    }"
  }
}

private let null = "{\"type\": \"null\"}"

extension Schema {
  /// The tag of a language.
  static let language = Schema.pattern("^[A-Za-z0-9]{2,3}(-[A-Za-z0-9]{1,8})*$")

  /// A path below the programme's folder.
  static func path(endings: String) -> Schema {
    .pattern("^(?!(.*/)?\\.{1,2}/)([^/\\\\]+/)*[^/\\\\]+\\.(\(endings))$")
  }

  /// The list among the alternatives, if there is one.
  fileprivate var listed: Schema {
    if case .either(let options) = self {
      return options.first { if case .list = $0 { true } else { false } } ?? self
    }
    return self
  }

  fileprivate var json: String {
    switch self {
    case .any: return "{}"
    case .text: return "{\"type\": [\"string\", \"number\", \"boolean\"]}"
    case .words:
      return "{\"type\": [\"string\", \"number\", \"boolean\"], \"pattern\": \"\\\\S\", "
        + "\"maxLength\": 200}"
    case .id:
      return "{\"type\": [\"string\", \"integer\", \"boolean\"], "
        + "\"pattern\": \"^[a-z0-9]+(-[a-z0-9]+)*$\", \"maxLength\": 100, \"minimum\": 0}"
    case .pattern(let pattern):
      return "{\"type\": \"string\", \"pattern\": \(quoted(pattern))}"
    case .number(let range):
      return "{\"type\": \"number\", \"minimum\": \(Schema.plain(range.lowerBound)), \"maximum\": "
        + "\(Schema.plain(range.upperBound))}"
    case .integer(let range):
      return
        "{\"type\": \"integer\", \"minimum\": \(range.lowerBound), \"maximum\": \(range.upperBound)}"
    case .bool: return "{\"type\": \"boolean\"}"
    case .choice(let names):
      return "{\"enum\": [\(names.map(quoted).joined(separator: ", "))]}"
    case .list(let item, let count):
      return "{\"type\": \"array\", \"items\": \(item.json), \"minItems\": \(count.lowerBound), "
        + "\"maxItems\": \(count.upperBound)}"
    case .either(let options):
      return "{\"anyOf\": [\(options.map(\.json).joined(separator: ", "))]}"
    case .map(let value):
      return
        "{\"type\": \"object\", \"additionalProperties\": {\"anyOf\": [\(value.json), \(null)]}}"
    case .named(let name, let value):
      return "{\"type\": \"object\", \"propertyNames\": \(name.json), "
        + "\"additionalProperties\": {\"anyOf\": [\(value.json), \(null)]}}"
    case .chapter(let name): return "{\"$ref\": \"#/$defs/\(name)\"}"
    case .element: return "{\"$ref\": \"#/$defs/any-element\"}"
    }
  }

  private static func plain(_ value: Double) -> String {
    value == value.rounded() ? String(Int(value)) : String(value)
  }
}
