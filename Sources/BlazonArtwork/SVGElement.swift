internal import BlazonScene
internal import BlazonSource
internal import XML

/// An element of a stranger's SVG, with what it says of its looks in one place.
struct SVGElement {
  /// An attribute, or a declaration of the attribute `style`.
  struct Attribute {
    var name: String
    /// Without blanks around it.
    var value: String
    var start: Position, end: Position

    func error(_ verb: String, help: String) -> ArtworkError {
      let first = value.prefix(41)
      let shown = first.count > 40 ? "\(first.dropLast())…" : value
      return ArtworkError("\(name) “\(shown)” \(verb)", help: help, start: start, end: end)
    }
  }

  static let namespace = "http://www.w3.org/2000/svg"
  private static let xlink = "http://www.w3.org/1999/xlink"
  private static let xml = "http://www.w3.org/XML/1998/namespace"

  let element: Element
  /// By name, what is said of it, the strongest last: an attribute, a declaration, an important one.
  private var attributes: [String: [Attribute]] = [:]

  var name: String { element.localName }
  var children: [Element] { element.children }

  init(_ element: Element) {
    self.element = element
    var style: Attribute?
    for attribute in element.attributes {
      // Editors keep their notes in namespaces of their own.
      let prefix: String
      switch attribute.namespace {
      case nil: prefix = ""
      case SVGElement.xlink: prefix = "xlink:"
      case SVGElement.xml: prefix = "xml:"
      default: continue
      }
      // Whatever its prefix is.
      let local = attribute.name.split(separator: ":").last.map(String.init) ?? attribute.name
      let name = prefix.isEmpty ? attribute.name : prefix + local
      let read = Attribute(
        name: name, value: trimmed(attribute.value), start: Position(attribute.start),
        end: Position(attribute.end))
      if read.name == "style" { style = read } else { attributes[read.name] = [read] }
    }
    // What is short for several properties is none of SVG's attributes.
    attributes["font"] = nil
    guard let style else { return }
    var important: [Attribute] = []
    for declaration in SVGElement.declarations(in: style.value) {
      let read = Attribute(
        name: declaration.name, value: declaration.value, start: style.start, end: style.end)
      for read in read.name == "font" ? SVGTextStyle.longhands(of: read) : [read] {
        if declaration.isImportant {
          important.append(read)
        } else {
          attributes[read.name, default: []].append(read)
        }
      }
    }
    for read in important { attributes[read.name, default: []].append(read) }
  }

  /// The element without what it says.
  static func named(_ element: Element) -> SVGElement {
    var shell = element
    (shell.attributes, shell.children) = ([], [])
    return SVGElement(shell)
  }

  /// The declarations of a `style` (CSS Style Attributes, section 3); what is none is passed over, as CSS says.
  static func declarations(
    in text: some StringProtocol
  ) -> [(name: String, value: String, isImportant: Bool)] {
    // More than any editor writes for one element.
    split(SVGStyleSheet.withoutComments(String(text)), at: ";").prefix(500).compactMap {
      declaration in
      let parts = declaration.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { return nil }
      let name = trimmed(parts[0]).lowercased()
      guard let mark = parts[1].lastIndex(of: "!"),
        trimmed(parts[1][parts[1].index(after: mark)...]).lowercased() == "important"
      else { return (name, trimmed(parts[1]), false) }
      return (name, trimmed(parts[1][..<mark]), true)
    }
  }

  /// The parts of `text` between the marks that stand in no quotes and no parentheses, as addresses do.
  private static func split(_ text: some StringProtocol, at mark: Character) -> [Substring] {
    let text = Substring(text)
    guard text.contains("(") || text.contains("\"") || text.contains("'") else {
      return text.split(separator: mark)
    }
    var parts: [Substring] = []
    var start = text.startIndex
    var depth = 0
    var quote: Character?
    for index in text.indices {
      let character = text[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == "(" {
        depth += 1
      } else if character == ")" {
        depth = max(0, depth - 1)
      } else if character == mark, depth == 0 {
        parts.append(text[start..<index])
        start = text.index(after: index)
      }
    }
    parts.append(text[start...])
    return parts
  }

  /// What counts of what is said under `name`.
  func attribute(_ name: String) -> Attribute? { attributes[name]?.last }

  /// All that is said under `name`, the strongest last.
  func candidates(_ name: String) -> [Attribute] { attributes[name] ?? [] }

  /// Whether nothing is said under `name`, or that there is none of it.
  func isNone(_ name: String) -> Bool {
    guard let value = attributes[name]?.last?.value else { return true }
    return value == "none" || value.isEmpty
  }

  /// The id that an attribute leads to, as in `#wave`; `nil` where it is not given.
  func target() throws(ArtworkError) -> (id: String, attribute: Attribute)? {
    guard let attribute = attribute("href") ?? attribute("xlink:href") else { return nil }
    guard attribute.value.first == "#" else {
      throw attribute.error(
        "leads out of the drawing", help: "put what it shows into this file, with an id")
    }
    return (String(attribute.value.dropFirst()), attribute)
  }

  /// An error about the element as a whole.
  func error(_ message: String, help: String) -> ArtworkError {
    ArtworkError(
      message, help: help, start: Position(element.start), end: Position(element.end))
  }
}

extension SVGElement.Attribute {
  /// The id in `url(#id)`, and what stands behind it; `nil` where the value is no such reference.
  func reference() throws(ArtworkError) -> (id: String, rest: String)? {
    guard value.hasPrefix("url("), let end = value.firstIndex(of: ")") else { return nil }
    let inner = value[value.index(value.startIndex, offsetBy: 4)..<end]
    let name = trimmed(inner.filter { $0 != "\"" && $0 != "'" })
    guard name.first == "#" else {
      throw error(
        "leads out of the drawing", help: "name an element of this file, as in url(#id)")
    }
    return (String(name.dropFirst()), trimmed(value[value.index(after: end)...]))
  }
}

/// `text` without blanks around it.
func trimmed(_ text: some StringProtocol) -> String {
  guard let first = text.first, let last = text.last else { return "" }
  guard first.isWhitespace || last.isWhitespace else { return String(text) }
  let start = text.drop { $0.isWhitespace }
  return String(start.reversed().drop { $0.isWhitespace }.reversed())
}

extension Position {
  init(_ mark: Mark) { self.init(line: mark.line, column: mark.column) }
}

extension ArtworkError {
  /// The error as one after which nothing more is read.
  var ending: ArtworkError {
    var error = self
    error.isEnding = true
    return error
  }
}
