internal import BlazonScene

/// How words look: what SVG hands down of it from an element to those in it.
struct SVGTextStyle {
  enum Anchor: String { case start, middle, end }

  /// The families that are asked for, and where that is said.
  var families: SVGElement.Attribute?
  /// CSS's 1…1000.
  var weight = 400
  var weightAttribute: SVGElement.Attribute?
  var isItalic = false
  /// Added to the width of each letter, in units of the drawing.
  var spacing = 0.0
  var anchor = Anchor.start
  var direction = TextDirection.leftToRight
  /// Whether every blank is drawn.
  var keepsBlanks = false
  /// BCP 47.
  var language = "en"
  /// What is asked of words and is not done, by the names of the properties.
  private(set) var refused: [String: SVGElement.Attribute] = [:]

  /// As many names as a list is read for: no design names more, and every piece of text asks for each.
  private static let familyLimit = 16

  /// The first names in a list of families (CSS Fonts 4, section 2.1).
  static func names(in list: String) -> [String] {
    var names: [String] = []
    var (name, quote) = ("", Character?.none)
    func finish() {
      let words = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if !words.isEmpty { names.append(words) }
      name = ""
    }
    for character in list {
      if character == quote {
        quote = nil
      } else if quote == nil, character == "'" || character == "\"" {
        quote = character
      } else if quote == nil, character == "," {
        finish()
        guard names.count < familyLimit else { return names }
      } else {
        guard name.utf8.count < 200 else { return names }
        name.append(character)
      }
    }
    finish()
    return names
  }

  // MARK: What is not done

  /// Properties that change words in a way that is not drawn, each with the values that change nothing.
  private static let harmless: [String: Set<String>] = [
    "writing-mode": ["horizontal-tb", "lr", "lr-tb", "rl", "rl-tb"],
    "dominant-baseline": ["auto", "alphabetic", "baseline", "use-script", "no-change"],
    "text-decoration": ["none"], "text-decoration-line": ["none"], "text-transform": ["none"],
    "text-shadow": ["none"], "word-spacing": ["normal", "0", "0px", "0em"],
    "font-variant": ["normal"], "font-variant-caps": ["normal"],
    "font-variant-ligatures": ["normal"], "font-variant-numeric": ["normal"],
    "font-variant-position": ["normal"], "font-variant-alternates": ["normal"],
    "font-variant-east-asian": ["normal"], "font-stretch": ["normal", "100%"],
    "font-width": ["normal", "100%"], "font-size-adjust": ["none"],
    "font-feature-settings": ["normal"], "font-variation-settings": ["normal"],
    "font-kerning": ["auto", "normal"], "font": [],
  ]

  /// The same of those that are not handed down.
  private static let harmlessHere: [String: Set<String>] = [
    "alignment-baseline": ["auto", "baseline", "alphabetic"],
    "baseline-shift": ["baseline", "0", "0px", "0%", "0em"],
    "unicode-bidi": ["normal", "embed", "isolate"],
  ]

  /// Keeps in mind what `element` asks and is not done.
  mutating func refuse(in element: SVGElement) {
    for (name, values) in SVGTextStyle.harmless {
      guard let attribute = element.attribute(name) else { continue }
      let value = attribute.value.lowercased()
      if values.contains(value) || value == "initial" {
        // A line under words goes on under those in them.
        if !name.hasPrefix("text-decoration") { refused[name] = nil }
      } else if !SVGStyle.handedDown.contains(value) {
        refused[name] = attribute
      }
    }
  }

  /// What is wrong with `element`, a piece of text of this style, in the order of the names.
  func refusals(of element: SVGElement) -> [ArtworkError] {
    var refused = refused
    for (name, values) in SVGTextStyle.harmlessHere {
      guard let attribute = element.attribute(name) else { continue }
      let value = attribute.value.lowercased()
      if !values.contains(value), !SVGStyle.handedDown.contains(value), value != "initial" {
        refused[name] = attribute
      }
    }
    if let attribute = element.attribute("textLength") { refused["textLength"] = attribute }
    if let attribute = element.attribute("rotate"),
      numbers(in: attribute.value)?.allSatisfy({ $0 == 0 }) != true
    {
      refused["rotate"] = attribute
    }
    return refused.values.sorted { $0.name < $1.name }
      .map { $0.error("is not drawn", help: SVGReader.textHelp) }
  }

  // MARK: What is short for several properties

  /// The properties that a value of `font` stands for (CSS Fonts 4, section 2.7); itself where it is not simple.
  static func longhands(of font: SVGElement.Attribute) -> [SVGElement.Attribute] {
    var words = font.value.split(whereSeparator: \.isWhitespace).map(String.init)
    var values = ["font-style": "normal", "font-variant": "normal", "font-weight": "normal"]
    while let word = words.first, !isSize(word) {
      switch word.lowercased() {
      case "normal": break
      case "italic", "oblique": values["font-style"] = word
      case "bold", "bolder", "lighter": values["font-weight"] = word
      case _ where number(in: word) != nil: values["font-weight"] = word
      default: return [font]
      }
      words.removeFirst()
    }
    guard let size = words.first, words.count > 1 else { return [font] }
    var families = words.dropFirst()
    // The height of lines, which a text of one line has none of.
    if families.first == "/" {
      families = families.dropFirst(2)
    } else if families.first?.first == "/" || size.hasSuffix("/") {
      families = families.dropFirst()
    }
    guard !families.isEmpty else { return [font] }
    values["font-size"] = size.split(separator: "/").first.map(String.init)
    values["font-family"] = families.joined(separator: " ")
    return values.sorted { $0.key < $1.key }.map { name, value in
      SVGElement.Attribute(name: name, value: value, start: font.start, end: font.end)
    }
  }

  /// Whether a word of `font` says how large letters are: a number alone says how heavy.
  private static func isSize(_ word: String) -> Bool {
    guard let first = word.first, number(in: word) == nil else { return false }
    return first.isNumber || first == "."
      || ["xx-small", "x-small", "small", "medium", "large", "x-large", "xx-large"].contains(
        String(word.split(separator: "/").first ?? ""))
      || ["larger", "smaller"].contains(word)
  }
}

extension SVGStyle {
  /// The properties of words, each with what takes a value of it.
  static let textProperties: [(String, Take)] = [
    (
      "font-family",
      { style, attribute in
        style.text?.families = attribute
        return !SVGTextStyle.names(in: attribute.value).isEmpty
      }
    ),
    (
      "font-weight",
      { style, attribute in
        guard let outer = style.text?.weight,
          let weight = weight(attribute.value.lowercased(), of: outer)
        else { return false }
        style.text?.weight = weight
        style.text?.weightAttribute = attribute
        return true
      }
    ),
    (
      "font-style",
      { style, attribute in
        let word = attribute.value.lowercased().prefix { !$0.isWhitespace }
        guard ["normal", "italic", "oblique"].contains(word) else { return false }
        style.text?.isItalic = word != "normal"
        return true
      }
    ),
    (
      "letter-spacing",
      { style, attribute in
        let isNormal = attribute.value == "normal"
        guard let spacing = isNormal ? 0 : style.units.spacing(attribute.value) else {
          return false
        }
        style.text?.spacing = spacing
        return true
      }
    ),
    (
      "text-anchor",
      { style, attribute in
        guard let anchor = SVGTextStyle.Anchor(rawValue: attribute.value) else { return false }
        style.text?.anchor = anchor
        return true
      }
    ),
    (
      "direction",
      { style, attribute in
        guard ["ltr", "rtl"].contains(attribute.value) else { return false }
        style.text?.direction = attribute.value == "rtl" ? .rightToLeft : .leftToRight
        return true
      }
    ),
    ("xml:space", { $0.take(blanks: $1.value, ["preserve": true, "default": false]) }),
    (
      "white-space",
      {
        $0.take(
          blanks: $1.value,
          [
            "normal": false, "nowrap": false, "pre-line": false, "pre": true, "pre-wrap": true,
            "break-spaces": true,
          ])
      }
    ),
    ("lang", { $0.take(language: $1.value) }), ("xml:lang", { $0.take(language: $1.value) }),
  ]

  /// Of words without an effect nothing is told.
  private mutating func take(blanks word: String, _ words: [String: Bool]) -> Bool {
    if let keeps = words[word] { text?.keepsBlanks = keeps }
    return true
  }

  private mutating func take(language: String) -> Bool {
    let isTag = language.utf8.count <= 35 && language.allSatisfy { $0.isASCII && !$0.isWhitespace }
    if isTag, !language.isEmpty { text?.language = language }
    return true
  }

  /// The weight that `text` says in an element whose own would be `outer` (CSS Fonts 4, section 2.2).
  private static func weight(_ text: String, of outer: Int) -> Int? {
    switch text {
    case "normal": 400
    case "bold": 700
    case "bolder": outer < 350 ? 400 : outer < 550 ? 700 : max(outer, 900)
    case "lighter": outer < 100 ? outer : outer < 550 ? 100 : outer < 750 ? 400 : 700
    default: number(in: text).flatMap { (1...1000).contains($0) ? Int($0.rounded()) : nil }
    }
  }
}

extension SVGUnits {
  /// A length of which a percentage is one of the size of letters.
  fileprivate func spacing(_ text: String) -> Double? {
    var units = self
    units.viewport = Size(width: fontSize, height: fontSize)
    return units.length(text, .across)
  }
}
