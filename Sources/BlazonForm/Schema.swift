internal import BlazonSource

/// What a value looks like, as JSON Schema (2020-12) can say it: its shape, not its meaning.
public indirect enum Schema: Hashable, Sendable {
  case any
  /// Any scalar, read as it is written.
  case text
  /// A scalar with something to draw in it.
  case template
  /// The same, drawn as it stands.
  case words
  /// Any scalar that is written as it stands.
  case prose
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

extension Schema {
  /// What removes an inherited value.
  package static let null = "{\"type\": \"null\"}"

  /// The tag of a language.
  package static let language = Schema.pattern("^[A-Za-z0-9]{2,3}(-[A-Za-z0-9]{1,8})*$")

  /// A path below the programme's folder.
  package static func path(endings: String) -> Schema {
    .pattern("^(?!(.*/)?\\.{1,2}/)([^/\\\\]+/)*[^/\\\\]+\\.(\(endings))$")
  }

  /// The list among the alternatives, if there is one.
  package var listed: Schema {
    if case .either(let options) = self {
      return options.first { if case .list = $0 { true } else { false } } ?? self
    }
    return self
  }

  /// The schema as JSON.
  package var json: String {
    switch self {
    case .any: return "{}"
    case .text: return "{\"type\": [\"string\", \"number\", \"boolean\"]}"
    case .template:
      return "{\"type\": [\"string\", \"number\", \"boolean\"], \"pattern\": \"\\\\S\", "
        + "\"maxLength\": 200}"
    case .words:
      return "{\"type\": [\"string\", \"number\", \"boolean\"], "
        + "\"pattern\": \"\(Schema.plainStart)[\\\\s\\\\S]*\\\\S\", \"maxLength\": 200}"
    case .prose:
      return "{\"type\": [\"string\", \"number\", \"boolean\"], "
        + "\"pattern\": \"\(Schema.plainStart)\"}"
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
        "{\"type\": \"object\", \"additionalProperties\": {\"anyOf\": [\(value.json), \(Schema.null)]}}"
    case .named(let name, let value):
      return "{\"type\": \"object\", \"propertyNames\": \(name.json), "
        + "\"additionalProperties\": {\"anyOf\": [\(value.json), \(Schema.null)]}}"
    case .chapter(let name): return "{\"$ref\": \"#/$defs/\(name)\"}"
    case .element: return "{\"$ref\": \"#/$defs/any-element\"}"
    }
  }

  /// The beginning of a text without templates, as JSON writes the pattern.
  private static let plainStart = "^(?![\\\\s\\\\S]*\\\\{\\\\{)"

  private static func plain(_ value: Double) -> String {
    value == value.rounded() ? String(Int(value)) : String(value)
  }
}
