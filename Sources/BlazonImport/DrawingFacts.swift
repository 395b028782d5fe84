internal import BlazonSource
internal import XML

/// What stands in the text of an SVG and is not seen in its picture.
struct DrawingFacts: Sendable {
  /// Families that words ask for, each once, with the first of its words, and whether another is named behind it.
  var families: [(name: String, hasFallback: Bool, place: Place)] = []
  /// Bytes of the pictures of pixels in it, as files, and the first.
  var embeddedBytes = 0
  var embedded: Place?
  /// Which of `title`, `desc` and `role` it has.
  var hasTitle = false, hasDescription = false, hasRole = false
  var root: Place

  /// `nil` where it is no XML.
  init?(_ source: SourceText) {
    var limits = Limits()
    (limits.bytes, limits.elements, limits.depth) = (1 << 24, 50_000, 256)
    (limits.passesOverDocumentType, limits.readsEntities) = (true, true)
    limits.attributes = 400
    guard let root = try? parse(source.bytes, limits: limits) else { return nil }
    self.root = DrawingFacts.place(of: root, in: source)
    hasTitle = root.children.contains { $0.localName == "title" && !$0.text.isEmpty }
    hasDescription = root.children.contains { $0.localName == "desc" && !$0.text.isEmpty }
    hasRole = root.attributes.contains { $0.name == "role" }
    var rules: [(selector: String, family: String)] = []
    DrawingFacts.collectRules(root, &rules)
    visit(root, family: nil, rules, source)
  }

  private mutating func visit(
    _ element: Element, family: String?, _ rules: [(selector: String, family: String)],
    _ source: SourceText
  ) {
    let family = DrawingFacts.family(of: element, rules) ?? family
    let hasWords = element.text.contains { !$0.isWhitespace }
    if ["text", "tspan", "textPath"].contains(element.localName), hasWords {
      let names = (family ?? "").split(separator: ",").map { DrawingFacts.unquoted($0) }
        .filter { !$0.isEmpty }
      let name = names.first ?? "the reader's own"
      if !families.contains(where: { $0.name == name }) {
        families.append((name, names.count > 1, DrawingFacts.place(of: element, in: source)))
      }
    }
    if element.localName == "image", let bytes = DrawingFacts.dataBytes(of: element) {
      embeddedBytes += bytes
      embedded = embedded ?? DrawingFacts.place(of: element, in: source)
    }
    for child in element.children { visit(child, family: family, rules, source) }
  }

  /// The bytes of the file in a data URL; `nil` where none is.
  private static func dataBytes(of element: Element) -> Int? {
    let link = element.attributes.first { $0.name == "href" || $0.name.hasSuffix(":href") }
    guard let link, link.value.hasPrefix("data:"), let comma = link.value.utf8.firstIndex(of: 0x2C)
    else { return nil }
    let count = link.value.utf8[comma...].count {
      $0 != 0x2C && $0 != 0x3D && $0 > 0x20
    }
    return link.value.utf8[..<comma].elementsEqual("data:".utf8) ? nil : count * 3 / 4
  }

  private static func family(
    of element: Element, _ rules: [(selector: String, family: String)]
  ) -> String? {
    func value(_ name: String) -> String? { element.attributes.first { $0.name == name }?.value }
    if let style = value("style"), let family = declared(in: style) { return family }
    let classes = (value("class") ?? "").split { $0.isWhitespace }.map { ".\($0)" }
    let names = classes + [element.localName, "*"] + (value("id").map { ["#\($0)"] } ?? [])
    if let rule = rules.last(where: { names.contains($0.selector) }) { return rule.family }
    return value("font-family")
  }

  /// What the rules of style say of families: the last part of each selector.
  private static func collectRules(
    _ element: Element, _ rules: inout [(selector: String, family: String)]
  ) {
    if element.localName == "style" {
      for rule in element.text.split(separator: "}") {
        let parts = rule.split(separator: "{", maxSplits: 1)
        guard parts.count == 2, let family = declared(in: String(parts[1])) else { continue }
        for selector in parts[0].split(separator: ",") {
          guard let last = selector.split(whereSeparator: \.isWhitespace).last else { continue }
          rules.append((String(last), family))
        }
      }
    }
    for child in element.children where rules.count < 2000 { collectRules(child, &rules) }
  }

  private static func declared(in style: String) -> String? {
    for declaration in style.split(separator: ";") {
      let parts = declaration.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let name = parts[0].filter { !$0.isWhitespace }.lowercased()
      if name == "font-family" { return String(parts[1]) }
    }
    return nil
  }

  private static func unquoted(_ text: Substring) -> String {
    var text = text
    while let first = text.first, first.isWhitespace || "'\"".contains(first) { text.removeFirst() }
    while let last = text.last, last.isWhitespace || "'\"".contains(last) { text.removeLast() }
    return String(text)
  }

  private static func place(of element: Element, in source: SourceText) -> Place {
    Place(
      source, start: Position(line: element.start.line, column: element.start.column),
      end: Position(line: element.end.line, column: element.end.column))
  }
}
