internal import BlazonScene
internal import BlazonText
internal import XML

/// The letters of a `text` with those of what stands in it, blanks collapsed, and where they are asked to stand.
struct SVGTextContent {
  /// A stretch of letters that stands directly in one element.
  struct Span {
    let element: SVGElement
    /// It has a style of words.
    let style: SVGStyle
    let words: SVGTextStyle
    let face: NamedFace
    /// Of the elements in the `text` that it stands in.
    let opacity: Double
  }

  struct Letter {
    let scalar: Unicode.Scalar
    let span: Int
    /// Whether it is a blank that stands for all that follow.
    let isCollapsible: Bool
    var x: Double?, y: Double?
    var dx: Double?, dy: Double?
    /// Whether it goes with the letter before, as marks do.
    var isMark = false
  }

  var letters: [Letter] = []
  private(set) var spans: [Span] = []
  /// Whether something of it cannot be drawn, which was told.
  var isBroken = false

  /// Adds a span, and whose letters `words` are of it.
  mutating func add(_ words: [(scalar: Unicode.Scalar, isCollapsible: Bool)], in span: Span) {
    for (scalar, isCollapsible) in words {
      letters.append(Letter(scalar: scalar, span: spans.count, isCollapsible: isCollapsible))
    }
    spans.append(span)
  }

  /// What is left of `text` behind the letters so far (SVG 1.1, section 10.15; where lines end, browsers draw a blank).
  func collapsed(
    _ text: Substring, keepsBlanks: Bool
  ) -> [(scalar: Unicode.Scalar, isCollapsible: Bool)] {
    var words: [(scalar: Unicode.Scalar, isCollapsible: Bool)] = []
    var isAfterBlank = letters.last?.isCollapsible ?? true
    for scalar in text.unicodeScalars {
      let isBlank =
        scalar == " " || scalar.properties.generalCategory == .control
        || ["\u{2028}", "\u{2029}"].contains(scalar)
      let isCollapsible = isBlank && !keepsBlanks
      if isCollapsible, isAfterBlank { continue }
      words.append((isBlank ? " " : scalar, isCollapsible))
      isAfterBlank = isCollapsible
    }
    return words
  }

  /// Places the letters from `start` as `element`, which they stand in, asks, unless what is in it asks otherwise.
  mutating func place(
    _ element: SVGElement, _ units: SVGUnits, from start: Int
  ) throws(ArtworkError) {
    for (name, axis, property) in SVGTextContent.lists {
      let values = try SVGTextContent.lengths(element, name, axis, units)
      var (index, unit) = (start, 0)
      // Values are told by units of UTF-16; a letter of two takes the first of its two.
      while index < letters.count, unit < values.count {
        if letters[index][keyPath: property] == nil {
          letters[index][keyPath: property] = values[unit]
        }
        unit += UTF16.width(letters[index].scalar)
        index += 1
      }
    }
  }

  private static let lists:
    [(String, SVGUnits.Axis, any WritableKeyPath<Letter, Double?> & Sendable)] = [
      ("x", .across, \.x), ("y", .down, \.y), ("dx", .across, \.dx), ("dy", .down, \.dy),
    ]

  private static func lengths(
    _ element: SVGElement, _ name: String, _ axis: SVGUnits.Axis, _ units: SVGUnits
  ) throws(ArtworkError) -> [Double] {
    guard let attribute = element.attribute(name) else { return [] }
    let words = attribute.value.split(
      maxSplits: 2 * SVGBudget.letterLimit, whereSeparator: { $0 == "," || $0.isWhitespace })
    var values: [Double] = []
    for word in words.prefix(2 * SVGBudget.letterLimit) {
      guard let value = units.length(String(word), axis) else {
        throw attribute.error(
          "is no list of lengths of at most a million", help: "write numbers, as in 12 or 3mm")
      }
      values.append(value)
    }
    return values
  }

  /// Takes the blank away that ends it, and lets marks stand where their letters do.
  mutating func finish() {
    if letters.last?.isCollapsible == true { letters.removeLast() }
    var index = 0
    for character in String(String.UnicodeScalarView(letters.map(\.scalar))) {
      for offset in 1..<max(1, character.unicodeScalars.count) {
        letters[index + offset].isMark = true
        (letters[index + offset].x, letters[index + offset].y) = (nil, nil)
      }
      index += character.unicodeScalars.count
    }
  }
}

extension SVGReader {
  static let textHelp = "convert text to paths, or give a PNG"

  /// The letters of `element`, a `text` of this style; what of it cannot be drawn is told.
  mutating func content(
    of element: SVGElement, _ style: SVGStyle
  ) throws(ArtworkError) -> SVGTextContent {
    var content = SVGTextContent()
    try collect(element, style, opacity: 1, into: &content)
    content.finish()
    return content
  }

  private mutating func collect(
    _ element: SVGElement, _ style: SVGStyle, opacity: Double, into content: inout SVGTextContent
  ) throws(ArtworkError) {
    guard let words = style.text else { return }
    let start = content.letters.count
    let text = element.element.text
    var place = text.startIndex
    for child in element.children {
      let next = text.utf8.index(text.startIndex, offsetBy: child.textOffset)
      try add(text[place..<next], of: element, style, words, opacity, to: &content)
      place = next
      try collect(child, style, opacity: opacity, into: &content)
    }
    try add(text[place...], of: element, style, words, opacity, to: &content)
    guard content.letters.count > start else { return }
    for refusal in words.refusals(of: element) {
      findings.add(refusal)
      content.isBroken = true
    }
    try content.place(element, style.units, from: start)
  }

  /// Adds what stands in a child of a text.
  private mutating func collect(
    _ child: Element, _ outer: SVGStyle, opacity: Double, into content: inout SVGTextContent
  ) throws(ArtworkError) {
    if let namespace = child.namespace, namespace != SVGElement.namespace { return }
    try budget.takeBytes(of: child)
    let element = SVGElement(child)
    try budget.takeElement(element)
    guard element.suits else { return }
    switch child.localName {
    case "tspan", "a":
      if element.attribute("display")?.value == "none" { return }
      let own = element.attribute("opacity").flatMap { SVGStyle.opacity($0.value) } ?? 1
      try collect(
        element, try outer.applying(element, &findings), opacity: opacity * own, into: &content)
    case "textPath", "tref", "altGlyph":
      guard SVGReader.hasWords(child) || child.localName == "tref" else { return }
      findings.add(element.error("“\(child.name)” is not drawn", help: SVGReader.textHelp))
      content.isBroken = true
    case _ where SVGReader.lively.contains(child.localName): warn(of: child)
    // Nothing else is a piece of text.
    default: break
    }
  }

  private mutating func add(
    _ text: Substring, of element: SVGElement, _ style: SVGStyle, _ words: SVGTextStyle,
    _ opacity: Double, to content: inout SVGTextContent
  ) throws(ArtworkError) {
    guard !text.isEmpty else { return }
    // Blanks alone are no reason to look for a face.
    let letters = content.collapsed(text, keepsBlanks: words.keepsBlanks)
    guard !letters.isEmpty else { return }
    try budget.take(letters: letters.count, element)
    guard let face = face(of: element, words) else {
      content.isBroken = content.isBroken || letters.contains { $0.scalar != " " }
      return
    }
    var style = style
    // Letters wind as their font says.
    style.isEvenOdd = false
    content.add(
      letters,
      in: SVGTextContent.Span(
        element: element, style: style, words: words, face: face, opacity: opacity))
  }

  /// The face in which words of `element` are set: of the first family of its list that there is. `nil` where there is
  /// none, which is told.
  private mutating func face(of element: SVGElement, _ words: SVGTextStyle) -> NamedFace? {
    func refuse(_ reason: String) -> NamedFace? {
      // A list that many inherit is one mistake.
      if let list = words.families?.start, !refusedFamilies.insert(list).inserted { return nil }
      let families = fonts.families.joined(separator: ", ")
      findings.add(
        element.error(
          "“\(element.element.name)” is not drawn: \(reason)",
          help: "convert text to paths, or set it in one of: \(families)"))
      return nil
    }
    guard let attribute = words.families else { return refuse("no font is named") }
    let faces = SVGTextStyle.names(in: attribute.value).lazy.map(fonts.faces(ofFamily:))
      .first { !$0.isEmpty }
    guard let faces else {
      let names = attribute.value.prefix(60)
      return refuse(
        "no font of “\(names)\(names.endIndex < attribute.value.endIndex ? "…" : "")” is there")
    }
    let italics = faces.filter(\.isItalic)
    let uprights = faces.filter { !$0.isItalic }
    if words.isItalic, italics.isEmpty {
      return refuse("no italic of “\(faces[0].family)” is there")
    }
    let fitting = words.isItalic || uprights.isEmpty ? italics : uprights
    guard let face = fitting.nearest(to: words.weight) else { return nil }
    if face.weight != words.weight {
      findings.warn(
        (words.weightAttribute ?? attribute).error(
          "is drawn in the weight \(face.weight), the nearest of “\(face.family)” that is there",
          help: "convert text to paths, if it should look otherwise"))
    }
    return face
  }

  /// Whether a `text` stands in `element`.
  static func hasText(_ element: Element) -> Bool {
    element.localName == "text" || element.children.contains(where: hasText)
  }

  /// Whether letters stand in `element` or in what is in it.
  static func hasWords(_ element: Element) -> Bool {
    element.text.contains { !$0.isWhitespace } || element.children.contains(where: hasWords)
  }
}
