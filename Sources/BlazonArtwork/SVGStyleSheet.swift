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
    /// Whether it is the whole drawing.
    var isRoot = false
    /// Whether it is the parent of the next, and not any ancestor.
    var isParent = false

    /// What it is found by: an id, a class or a type.
    var key: String { ids.first.map { "#\($0)" } ?? classes.first.map { ".\($0)" } ?? type ?? "*" }
  }

  fileprivate struct Rule {
    /// From the outermost to the element itself.
    var steps: [Step]
    var declarations: String
    var important: String

    /// The ids, the classes and the types that it asks for.
    var specificity: [Int] {
      [
        steps.reduce(0) { $0 + $1.ids.count },
        steps.reduce(0) { $0 + $1.classes.count + ($1.isRoot ? 1 : 0) },
        steps.count { $0.type != nil },
      ]
    }
  }

  /// More than any editor writes.
  private static let ruleLimit = 2000
  private static let textLimit = 1 << 18
  /// How often an element is held against a rule.
  private static let workLimit = 1 << 20
  /// Bytes of declarations that are written into elements.
  private static let emissionLimit = 1 << 22
  /// How deep queries may stand in each other.
  private static let depthLimit = 8

  private var rules: [Rule] = []
  /// The rules that an element may fit, by what the last step of their selector asks for first.
  private var rulesByKey: [String: [Int]] = [:]

  /// The rules in `root`; `nil` where it has none.
  init?(in root: Element, _ findings: inout SVGFindings) throws(ArtworkError) {
    try collect(root, &findings)
    guard !rules.isEmpty else { return nil }
    // The later of two that are as special wins.
    rules = rules.enumerated().sorted { one, other in
      let (a, b) = (one.element.specificity, other.element.specificity)
      return a == b ? one.offset < other.offset : a.lexicographicallyPrecedes(b)
    }.map(\.element)
    for (index, rule) in rules.enumerated() {
      rulesByKey[rule.steps.last?.key ?? "*", default: []].append(index)
    }
  }

  private mutating func collect(
    _ element: Element, _ findings: inout SVGFindings
  ) throws(ArtworkError) {
    for child in element.children {
      let isOurs = child.namespace == nil || child.namespace == SVGElement.namespace
      if child.localName == "style", isOurs { try read(child, &findings) }
      try collect(child, &findings)
    }
  }

  /// `root` with what the rules say in the attributes `style`: before what stands there, which wins.
  func applied(to root: Element) throws(ArtworkError) -> Element {
    var (work, emitted) = (0, 0)
    return try applied(to: root, in: [], &work, &emitted)
  }

  private func tooMuch(_ element: Element) -> ArtworkError {
    ArtworkError(
      "its rules of style fit too many elements",
      help: "save the drawing with attributes instead of rules, or give a PNG",
      start: Position(element.start), end: Position(element.end)
    ).ending
  }

  private func applied(
    to element: Element, in ancestors: [Element], _ work: inout Int, _ emitted: inout Int
  ) throws(ArtworkError) -> Element {
    var element = element
    let indices = element.keys.flatMap { rulesByKey[$0] ?? [] }.sorted()
    // Each is held against all its classes.
    work +=
      indices.count * (element.attributes.first { $0.name == "class" }?.value.utf8.count ?? 0) / 8
    let own = indices.map { rules[$0] }
      .filter { matches($0.steps[...], element, ancestors[...], &work) }
    if !own.isEmpty {
      emitted += own.reduce(0) { $0 + $1.declarations.utf8.count + $1.important.utf8.count }
      guard emitted <= SVGStyleSheet.emissionLimit else { throw tooMuch(element) }
      let place = element.attributes.firstIndex { $0.name == "style" }
      let written = place.map { element.attributes[$0].value } ?? ""
      // Of what is important, too, the element's own word is the last.
      let text = (own.map(\.declarations) + own.map(\.important) + [written])
        .filter { !$0.isEmpty }.joined(separator: ";")
      if let place {
        element.attributes[place].value = text
      } else {
        element.attributes.append(
          XML.Attribute(name: "style", value: text, start: element.start, end: element.end))
      }
    }
    if work > SVGStyleSheet.workLimit { throw tooMuch(element) }
    guard !element.children.isEmpty else { return element }
    let inner = ancestors + [element]
    var children: [Element] = []
    children.reserveCapacity(element.children.count)
    for child in element.children {
      children.append(try applied(to: child, in: inner, &work, &emitted))
    }
    element.children = children
    return element
  }

  private func matches(
    _ steps: ArraySlice<Step>, _ element: Element, _ ancestors: ArraySlice<Element>,
    _ work: inout Int
  ) -> Bool {
    work += 1
    guard work <= SVGStyleSheet.workLimit, let last = steps.last,
      last.fits(element, isRoot: ancestors.isEmpty)
    else { return false }
    let rest = steps.dropLast()
    guard let next = rest.last else { return true }
    var above = ancestors
    while let parent = above.popLast() {
      if matches(rest, parent, above, &work) { return true }
      if next.isParent { return false }
    }
    return false
  }

  // MARK: Reading

  private mutating func read(
    _ element: Element, _ findings: inout SVGFindings
  ) throws(ArtworkError) {
    func error(_ message: String, _ help: String) -> ArtworkError {
      ArtworkError(
        message, help: help, start: Position(element.start), end: Position(element.end))
    }
    func given(_ name: String) -> String {
      element.attributes.first { $0.name == name }?.value.lowercased() ?? ""
    }
    guard ["", "text/css"].contains(given("type")), SVGStyleSheet.isShown(given("media")) else {
      return
    }
    guard element.text.utf8.count <= SVGStyleSheet.textLimit else {
      throw error("“style” has more than \(SVGStyleSheet.textLimit) bytes", "take rules away")
    }
    let text = SVGStyleSheet.withoutComments(element.text)
    read(rules: text[...]) { what in
      findings.add(
        error("\(what) is not read", "write rules for types, classes and ids, or give a PNG"))
    }
    guard rules.count <= SVGStyleSheet.ruleLimit else {
      throw error("more than \(SVGStyleSheet.ruleLimit) rules", "take some away")
    }
  }

  /// Reads `text`, in which what breaks off ends at its end (CSS Syntax 3); what is not read is told to `tell`.
  private mutating func read(
    rules text: Substring, depth: Int = 0, telling tell: (String) -> Void
  ) {
    var rest = text
    while let start = rest.firstIndex(where: { !$0.isWhitespace && $0 != ";" }),
      rules.count <= SVGStyleSheet.ruleLimit
    {
      rest = rest[start...]
      if rest.first == "@" {
        let head = rest.prefix { $0 != "{" && $0 != ";" }
        rest = rest[head.endIndex...]
        guard rest.first == "{" else {
          rest = rest.dropFirst()
          continue
        }
        let block = SVGStyleSheet.block(rest)
        rest = rest[block.endIndex...].dropFirst()
        // What letters look like, what moves and what is printed is no matter of a still picture.
        if head.hasPrefix("@media"), depth < SVGStyleSheet.depthLimit,
          SVGStyleSheet.isShown(head.dropFirst(6))
        {
          read(rules: block.dropFirst(), depth: depth + 1, telling: tell)
        }
        continue
      }
      let head = rest.prefix { $0 != "{" }
      let block = SVGStyleSheet.block(rest[head.endIndex...])
      rest = rest[block.endIndex...].dropFirst()
      let (normal, important) = SVGStyleSheet.declarations(block.dropFirst())
      for selector in head.split(separator: ",") {
        let text = trimmed(selector)
        if let steps = SVGStyleSheet.steps(text) {
          rules.append(Rule(steps: steps, declarations: normal, important: important))
        } else if !SVGStyleSheet.isOfAnotherTime(text) {
          tell("the selector “\(text.prefix(40))”")
        }
      }
    }
  }

  /// From the `{` with which `text` begins to before its `}`.
  private static func block(_ text: Substring) -> Substring {
    var depth = 0
    for index in text.indices {
      if text[index] == "{" { depth += 1 }
      if text[index] == "}" { depth -= 1 }
      if depth == 0 { return text[..<index] }
    }
    return text
  }

  /// Whether a query asks for what a picture on a light screen is.
  private static func isShown(_ query: some StringProtocol) -> Bool {
    let words = query.lowercased()
    return words.allSatisfy(\.isWhitespace)
      || (words.contains("screen") || words.contains("all") || words.contains("scheme: light")
        || words.contains("scheme:light")) && !words.contains("not") && !words.contains("width")
  }

  /// Nothing is pointed at, visited or a piece of text in a still picture.
  private static func isOfAnotherTime(_ selector: String) -> Bool {
    [":hover", ":active", ":focus", ":visited", ":link", ":target", "::"]
      .contains { selector.contains($0) }
  }

  /// Those that say so last are kept apart: they win over all others.
  private static func declarations(_ text: Substring) -> (normal: String, important: String) {
    var (normal, important) = ([String](), [String]())
    for declaration in SVGElement.declarations(in: text) {
      if declaration.isImportant {
        important.append("\(declaration.name):\(declaration.value)!important")
      } else {
        normal.append("\(declaration.name):\(declaration.value)")
      }
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

  static func withoutComments(_ text: String) -> String {
    guard text.contains("/*") || text.contains("<!--") else { return text }
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
      case ":" where name == "root": isRoot = true
      default: return nil
      }
      rest = rest.dropFirst(name.count)
    }
  }

  fileprivate func fits(_ element: Element, isRoot: Bool) -> Bool {
    if self.isRoot, !isRoot { return false }
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

extension Element {
  /// What a selector may find it by.
  fileprivate var keys: [String] {
    var keys = [localName, "*"]
    for attribute in attributes {
      if attribute.name == "id" { keys.append("#\(attribute.value)") }
      if attribute.name == "class" {
        let classes = Set(attribute.value.split(whereSeparator: \.isWhitespace).prefix(50))
        keys += classes.map { ".\($0)" }
      }
    }
    return keys
  }
}
