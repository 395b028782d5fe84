internal import BlazonSource
internal import XML

/// The rules of a drawing's `<style>` elements (CSS 2.2, chapters 5 and 6), written into the elements that they are for.
///
/// Selectors of types, classes and ids, joined by descent, are read. What a still picture never is, such as pointed at,
/// matches nothing.
struct SVGStyleSheet {
  /// One step of a selector: what an element has to be.
  fileprivate struct Step: Hashable {
    var type: String?
    var classes: [String] = []
    var ids: [String] = []
    /// Whether it is the parent of the next, and not any ancestor.
    var isParent = false
  }

  fileprivate struct Rule {
    /// From the outermost to the element itself.
    var steps: [Step]
    var declarations: String
    var important: String

    /// The ids, the classes and the types that it asks for.
    var specificity: [Int] {
      [
        steps.reduce(0) { $0 + $1.ids.count }, steps.reduce(0) { $0 + $1.classes.count },
        steps.count { $0.type != nil },
      ]
    }
  }

  /// More than any editor writes.
  private static let ruleLimit = 2000
  private static let textLimit = 1 << 17

  private var rules: [Rule] = []

  /// The rules in `root`; `nil` where it has none.
  init?(in root: Element) throws(ArtworkError) {
    try collect(root)
    guard !rules.isEmpty else { return nil }
    // The later of two that are as special wins.
    rules = rules.enumerated().sorted { one, other in
      let (a, b) = (one.element.specificity, other.element.specificity)
      return a == b ? one.offset < other.offset : a.lexicographicallyPrecedes(b)
    }.map(\.element)
  }

  private mutating func collect(_ element: Element) throws(ArtworkError) {
    for child in element.children {
      let isOurs = child.namespace == nil || child.namespace == SVGElement.namespace
      if child.localName == "style", isOurs { try read(child) }
      try collect(child)
    }
  }

  /// `root` with what the rules say in the attributes `style`: before what stands there, which wins.
  func applied(to root: Element) -> Element { applied(to: root, in: []) }

  private func applied(to element: Element, in ancestors: [Element]) -> Element {
    var element = element
    let own = rules.filter { matches($0.steps[...], element, ancestors[...]) }
    if !own.isEmpty {
      let place = element.attributes.firstIndex { $0.name == "style" }
      let written = place.map { element.attributes[$0].value } ?? ""
      let text = (own.map(\.declarations) + [written] + own.map(\.important))
        .filter { !$0.isEmpty }.joined(separator: ";")
      if let place {
        element.attributes[place].value = text
      } else {
        element.attributes.append(
          XML.Attribute(name: "style", value: text, start: element.start, end: element.end))
      }
    }
    let inner = ancestors + [element]
    element.children = element.children.map { applied(to: $0, in: inner) }
    return element
  }

  private func matches(
    _ steps: ArraySlice<Step>, _ element: Element, _ ancestors: ArraySlice<Element>
  ) -> Bool {
    guard let last = steps.last, last.fits(element) else { return false }
    let rest = steps.dropLast()
    guard let next = rest.last else { return true }
    var above = ancestors
    while let parent = above.popLast() {
      if matches(rest, parent, above) { return true }
      if next.isParent { return false }
    }
    return false
  }

  // MARK: Reading

  private mutating func read(_ element: Element) throws(ArtworkError) {
    func error(_ message: String, _ help: String) -> ArtworkError {
      ArtworkError(
        message, help: help, start: Position(element.start), end: Position(element.end))
    }
    if let type = element.attributes.first(where: { $0.name == "type" })?.value,
      !["", "text/css"].contains(type.lowercased())
    {
      return
    }
    guard element.text.utf8.count <= SVGStyleSheet.textLimit else {
      throw error("“style” has more than \(SVGStyleSheet.textLimit) bytes", "take rules away")
    }
    var rest = SVGStyleSheet.withoutComments(element.text)[...]
    while let start = rest.firstIndex(where: { !$0.isWhitespace }) {
      rest = rest[start...]
      if rest.first == "@" {
        // What letters look like is no matter of shapes, and a picture fetches nothing.
        guard ["@font-face", "@charset", "@namespace", "@import"].contains(where: rest.hasPrefix)
        else {
          let name = rest.prefix { !$0.isWhitespace && $0 != "{" && $0 != ";" }
          throw error(
            "“\(name.prefix(40))” is not read", "write the rules themselves, or give a PNG")
        }
        let end = rest.firstIndex { $0 == ";" || $0 == "{" }
        guard let end else { return }
        let close = rest[end] == ";" ? end : rest[end...].firstIndex(of: "}")
        guard let close else { return }
        rest = rest[rest.index(after: close)...]
        continue
      }
      guard let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}")
      else { throw error("“style” breaks off in a rule", "close it with }") }
      let (normal, important) = SVGStyleSheet.declarations(rest[rest.index(after: open)..<close])
      for selector in rest[..<open].split(separator: ",") {
        let text = trimmed(selector)
        // Nothing is pointed at, visited or a piece of text in a still picture.
        if text.contains(":") { continue }
        guard let steps = SVGStyleSheet.steps(text) else {
          throw error(
            "the selector “\(text.prefix(40))” is not read",
            "write it by types, classes and ids, or give a PNG")
        }
        rules.append(Rule(steps: steps, declarations: normal, important: important))
      }
      guard rules.count <= SVGStyleSheet.ruleLimit else {
        throw error("more than \(SVGStyleSheet.ruleLimit) rules", "take some away")
      }
      rest = rest[rest.index(after: close)...]
    }
  }

  /// Those that say so last are kept apart: they win over all others.
  private static func declarations(_ text: Substring) -> (normal: String, important: String) {
    var (normal, important) = ([String](), [String]())
    for declaration in text.split(separator: ";") {
      let plain = trimmed(declaration)
      guard let mark = plain.firstIndex(of: "!") else {
        if !plain.isEmpty { normal.append(plain) }
        continue
      }
      important.append(trimmed(plain[..<mark]))
    }
    return (normal.joined(separator: ";"), important.joined(separator: ";"))
  }

  /// The steps of a selector; `nil` for what is not read.
  private static func steps(_ text: String) -> [Step]? {
    let parts = text.replacing(">", with: " > ").split(whereSeparator: \.isWhitespace)
    var steps: [Step] = []
    for part in parts {
      if part == ">" {
        guard !steps.isEmpty, !steps[steps.count - 1].isParent else { return nil }
        steps[steps.count - 1].isParent = true
      } else {
        guard let step = Step(part) else { return nil }
        steps.append(step)
      }
    }
    return steps.isEmpty || steps.last?.isParent == true || steps.count > 20 ? nil : steps
  }

  private static func withoutComments(_ text: String) -> String {
    var (out, rest) = ("", text[...])
    while let start = rest.firstRange(of: "/*") {
      out += rest[..<start.lowerBound] + " "
      guard let end = rest[start.upperBound...].firstRange(of: "*/") else { return out }
      rest = rest[end.upperBound...]
    }
    out += rest
    return out.replacing("<!--", with: " ").replacing("-->", with: " ")
  }
}

extension SVGStyleSheet.Step {
  /// As in `path.cls-1#wave`; `nil` for what else a selector may ask for.
  fileprivate init?(_ text: Substring) {
    var rest = text
    func word() -> String {
      let word = rest.prefix {
        $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" || $0 > "\u{9F}"
      }
      return String(word)
    }
    if rest.first == "*" {
      rest.removeFirst()
    } else {
      let type = word()
      if !type.isEmpty { self.type = type }
      rest = rest.dropFirst(type.count)
    }
    while let mark = rest.popFirst() {
      let name = word()
      guard !name.isEmpty else { return nil }
      switch mark {
      case ".": classes.append(name)
      case "#": ids.append(name)
      default: return nil
      }
      rest = rest.dropFirst(name.count)
    }
  }

  fileprivate func fits(_ element: Element) -> Bool {
    func value(_ name: String) -> String? {
      element.attributes.first { $0.name == name }?.value
    }
    if let type, type != element.localName { return false }
    if let id = ids.first, ids.count > 1 || value("id") != id { return false }
    guard !classes.isEmpty else { return true }
    let own = (value("class") ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
    return classes.allSatisfy(own.contains)
  }
}
