internal import BlazonScene
internal import BlazonSource
internal import XML

/// An element of a stranger's SVG, with what it says of its looks in one place.
struct SVGElement {
  /// An attribute, or a declaration of the attribute `style`.
  struct Attribute {
    var name: String
    var value: String
    var start: Position, end: Position

    func error(_ verb: String, help: String) -> ArtworkError {
      let shown = value.count > 40 ? "\(value.prefix(40))…" : value
      return ArtworkError("\(name) “\(shown)” \(verb)", help: help, start: start, end: end)
    }
  }

  static let namespace = "http://www.w3.org/2000/svg"

  let element: Element
  private var attributes: [String: Attribute] = [:]

  var name: String { element.localName }
  var children: [Element] { element.children }
  /// Those that the reader must know, in the order of the text.
  private(set) var given: [Attribute] = []

  init(_ element: Element) throws(ArtworkError) {
    self.element = element
    for attribute in element.attributes {
      // Editors keep their notes in namespaces of their own. XLink fetches.
      let isForeign = attribute.namespace != nil && attribute.namespace != xlink
      if isForeign || attribute.name.hasPrefix("data-") || attribute.name.hasPrefix("aria-") {
        continue
      }
      let place = (Position(attribute.start), Position(attribute.end))
      add(Attribute(name: attribute.name, value: attribute.value, start: place.0, end: place.1))
    }
    guard let style = attributes.removeValue(forKey: "style") else { return }
    given.removeAll { $0.name == "style" }
    // What a declaration says comes before what an attribute says.
    let declarations = style.value.split(separator: ";")
    guard declarations.count <= 100 else {
      throw style.error("holds more than 100 declarations", help: "take some away")
    }
    for declaration in declarations {
      let parts = declaration.split(separator: ":", maxSplits: 1).map(trimmed)
      if parts.isEmpty || parts == [""] { continue }
      guard parts.count == 2, !parts[0].isEmpty else {
        throw style.error("is no list of declarations", help: "write it as fill: red; stroke: none")
      }
      let name = parts[0].lowercased()
      if SVGElement.isWordProperty(name) { continue }
      given.removeAll { $0.name == name }
      add(Attribute(name: name, value: parts[1], start: style.start, end: style.end))
    }
  }

  private mutating func add(_ attribute: Attribute) {
    attributes[attribute.name] = attribute
    given.append(attribute)
  }

  /// Whether a property is about text alone, or an editor's own.
  private static func isWordProperty(_ name: String) -> Bool {
    [
      "-", "font", "text-", "line-", "letter-", "word-", "writing-", "white-", "direction",
      "shape-",
    ]
    .contains { name.hasPrefix($0) }
  }

  func attribute(_ name: String) -> Attribute? { attributes[name] }

  /// A length in the units of the drawing; 0 if it is not given.
  func number(_ name: String) throws(ArtworkError) -> Double {
    guard let attribute = attributes[name] else { return 0 }
    guard let value = length(in: attribute.value) else {
      throw attribute.error(
        "is no number of at most a million", help: "write a plain number, without a unit")
    }
    return value
  }

  /// A length that is not negative; 0 if it is not given.
  func size(_ name: String) throws(ArtworkError) -> Double {
    if attributes[name]?.value == "auto" { return 0 }
    let value = try number(name)
    guard value >= 0 || attributes[name] == nil else {
      throw attributes[name]?.error("is negative", help: "write a number from 0")
        ?? ArtworkError("a negative length", help: "write a number from 0")
    }
    return value
  }

  /// An error about the element as a whole.
  func error(_ message: String, help: String) -> ArtworkError {
    ArtworkError(
      message, help: help, start: Position(element.start), end: Position(element.end))
  }
}

private let xlink = "http://www.w3.org/1999/xlink"

/// `text` without blanks around it.
func trimmed(_ text: some StringProtocol) -> String {
  let start = text.drop { $0.isWhitespace }
  return String(start.reversed().drop { $0.isWhitespace }.reversed())
}

extension Position {
  init(_ mark: Mark) { self.init(line: mark.line, column: mark.column) }
}
