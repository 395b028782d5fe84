internal import BlazonScene
internal import BlazonSource

/// How shapes look: what SVG hands down from an element to those in it.
struct SVGStyle {
  /// A paint, before it is known where it is painted.
  indirect enum Source {
    case none
    case color(Color)
    /// `currentColor`, whatever that is where it is painted.
    case current
    /// A gradient or a pattern, by its id, and what paints where there is none.
    case reference(String, SVGElement.Attribute, fallback: Source)
  }

  /// CSS's `color`, for `currentColor`.
  var ink: Color
  var units: SVGUnits
  var fill: Source
  var fillOpacity = 1.0
  var isEvenOdd = false
  var isClipEvenOdd = false
  var stroke = Source.none
  var strokeOpacity = 1.0
  var strokeWidth = 1.0
  var cap = Stroke.Cap.butt
  var join = Stroke.Join.miter
  var miterLimit = 4.0
  var dashes: [Double] = []
  var dashOffset = 0.0
  var isStrokeFirst = false
  var isVisible = true
  /// How words look; `nil` in a drawing without any, where nothing is asked of it.
  var text: SVGTextStyle?

  init(ink: Color, viewport: Size, hasText: Bool) {
    self.ink = ink
    text = hasText ? SVGTextStyle() : nil
    units = SVGUnits(viewport: viewport)
    fill = .color(ink)
  }

  /// The style of `element`, which stands in an element of this one. A value that is none is passed over, as browsers do,
  /// and told.
  func applying(
    _ element: SVGElement, _ findings: inout SVGFindings
  ) throws(ArtworkError) -> SVGStyle {
    var style = self
    // What others are told by comes first.
    try style.take("font-size", of: element, &findings) { (style, attribute) in
      style.units.fontSize(attribute.value, of: self.units).map { style.units.fontSize = $0 } != nil
    }
    try style.take("color", of: element, &findings) { (style, attribute) in
      Color(svg: attribute.value, current: self.ink).map { style.ink = $0 } != nil
    }
    for (name, take) in SVGStyle.properties { try style.take(name, of: element, &findings, take) }
    if text != nil {
      for (name, take) in SVGStyle.textProperties {
        try style.take(name, of: element, &findings, take)
      }
      style.text?.refuse(in: element)
    }
    return style
  }

  /// Takes the strongest value of a property that is one.
  private mutating func take(
    _ name: String, of element: SVGElement, _ findings: inout SVGFindings,
    _ body: (inout SVGStyle, SVGElement.Attribute) throws(ArtworkError) -> Bool
  ) throws(ArtworkError) {
    let candidates = element.candidates(name)
    guard let last = candidates.last else { return }
    // Editors write a colour twice: for readers of today, and with more colours than these show.
    let plain = candidates.filter { !$0.value.hasPrefix("color(") }
    for attribute in (plain.isEmpty ? candidates : plain).reversed() {
      if SVGStyle.handedDown.contains(attribute.value) { return }
      if try body(&self, attribute) { return }
    }
    // What newer readers understand would be painted otherwise than its author sees it.
    if last.value.contains("("), ["fill", "stroke", "color"].contains(name) {
      throw last.error("is no colour that is read", help: SVGStyle.helps[name] ?? "")
    }
    findings.warn(
      last.error("is passed over", help: SVGStyle.helps[name] ?? "write it as SVG does"))
  }

  /// What asks for the value that is handed down anyway.
  static let handedDown: Set = ["inherit", "unset", ""]

  private static let helps = [
    "fill": "write a colour as #0b7a86, by its name, or as url(#gradient)",
    "stroke": "write a colour as #0b7a86, by its name, or as url(#gradient)",
    "color": "write it as #0b7a86 or by its name", "stroke-width": "write a number from 0",
    "fill-opacity": "write a number from 0 to 1", "stroke-opacity": "write a number from 0 to 1",
    "stroke-dasharray": "write at most 100 lengths, as in 4 2",
    "stroke-linecap": "write butt, round or square",
    "stroke-linejoin": "write miter, round or bevel",
    "text-anchor": "write start, middle or end", "direction": "write ltr or rtl",
    "font-weight": "write normal, bold or a number from 1 to 1000",
    "font-style": "write normal or italic", "letter-spacing": "write a length, as in 0.05em",
  ]

  typealias Take =
    @Sendable (inout SVGStyle, SVGElement.Attribute) throws(ArtworkError)
    -> Bool

  /// The properties, each with what takes a value of it; `false` is said of one that is none.
  private static let properties: [(String, Take)] = [
    (
      "fill", { (style, attribute) throws(ArtworkError) in try style.take(attribute, as: \.fill) }
    ),
    (
      "stroke",
      { (style, attribute) throws(ArtworkError) in try style.take(attribute, as: \.stroke) }
    ),
    ("fill-opacity", { $0.take(SVGStyle.opacity($1.value), as: \.fillOpacity) }),
    ("stroke-opacity", { $0.take(SVGStyle.opacity($1.value), as: \.strokeOpacity) }),
    ("fill-rule", { $0.take(SVGStyle.rules[$1.value], as: \.isEvenOdd) }),
    ("clip-rule", { $0.take(SVGStyle.rules[$1.value], as: \.isClipEvenOdd) }),
    (
      "stroke-width",
      {
        let width = $0.units.length($1.value, .diagonal)
        return $0.take(width.flatMap { $0 < 0 ? nil : $0 }, as: \.strokeWidth)
      }
    ),
    ("stroke-linecap", { $0.take(Stroke.Cap(rawValue: $1.value), as: \.cap) }),
    (
      "stroke-linejoin",
      {
        // The two of SVG 2 that nobody draws fall back to this one.
        let isRare = ["miter-clip", "arcs"].contains($1.value)
        return $0.take(isRare ? .miter : Stroke.Join(rawValue: $1.value), as: \.join)
      }
    ),
    (
      "stroke-miterlimit",
      { $0.take(number(in: $1.value).flatMap { $0 < 1 ? nil : min($0, 1000) }, as: \.miterLimit) }
    ),
    ("stroke-dasharray", { $0.take($0.dashes($1.value), as: \.dashes) }),
    ("stroke-dashoffset", { $0.take($0.units.length($1.value, .diagonal), as: \.dashOffset) }),
    ("paint-order", { $0.take(SVGStyle.isStrokeFirst($1.value), as: \.isStrokeFirst) }),
    (
      "visibility",
      { $0.take(["visible": true, "hidden": false, "collapse": false][$1.value], as: \.isVisible) }
    ),
  ]

  private static let rules = ["nonzero": false, "evenodd": true]

  /// Takes `value`, unless it is none.
  private mutating func take<Value>(
    _ value: Value?, as property: WritableKeyPath<SVGStyle, Value>
  ) -> Bool {
    guard let value else { return false }
    self[keyPath: property] = value
    return true
  }

  private mutating func take(
    _ attribute: SVGElement.Attribute, as property: WritableKeyPath<SVGStyle, Source>
  ) throws(ArtworkError) -> Bool {
    take(try source(attribute, attribute.value), as: property)
  }

  private func source(
    _ attribute: SVGElement.Attribute, _ value: String
  ) throws(ArtworkError) -> Source? {
    if value.lowercased() == "none" { return Source.none }
    if value.lowercased() == "currentcolor" { return .current }
    // What a marker takes over from its line: there is none.
    if value == "context-fill" || value == "context-stroke" { return Source.none }
    if let (id, rest) = try attribute.reference() {
      let fallback = rest.isEmpty ? Source.none : try source(plain(attribute, rest), rest)
      return .reference(id, attribute, fallback: fallback ?? .none)
    }
    return Color(svg: value, current: ink).map { .color($0) }
  }

  private func plain(_ attribute: SVGElement.Attribute, _ value: String) -> SVGElement.Attribute {
    var attribute = attribute
    attribute.value = value.hasPrefix("url(") ? "none" : value
    return attribute
  }

  /// The lengths of dashes and gaps in turn; `nil` where `text` is none.
  private func dashes(_ text: String) -> [Double]? {
    if text == "none" { return [] }
    let values = text.split { $0 == "," || $0.isWhitespace }
      .map { units.length(String($0), .diagonal) }
    guard values.count <= 100, !values.contains(nil) else { return nil }
    let lengths = values.compactMap(\.self)
    guard lengths.allSatisfy({ $0 >= 0 }) else { return nil }
    // "If an odd number of values is provided, the list is repeated."
    let pairs = lengths.count.isMultiple(of: 2) ? lengths : lengths + lengths
    return pairs.contains { $0 > 0 } ? pairs : []
  }

  /// Whether the stroke is painted before the fill (SVG 2, section 13.8).
  private static func isStrokeFirst(_ text: String) -> Bool? {
    let order = text.split(whereSeparator: \.isWhitespace)
    guard order.allSatisfy({ ["normal", "fill", "stroke", "markers"].contains(String($0)) }) else {
      return nil
    }
    let rest = order.filter { $0 != "markers" }
    return rest.first == "stroke"
  }

  /// An opacity, as a share in 0…1.
  static func opacity(_ text: String) -> Double? { share(in: text).map { max(0, min(1, $0)) } }
}

extension SVGUnits {
  /// The size of letters that `text` says; `nil` where it says none.
  fileprivate func fontSize(_ text: String, of outer: SVGUnits) -> Double? {
    let words: [String: Double] = [
      "xx-small": 9, "x-small": 10, "small": 13, "medium": 16, "large": 18, "x-large": 24,
      "xx-large": 32, "larger": outer.fontSize * 1.2, "smaller": outer.fontSize / 1.2,
    ]
    if let size = words[text] { return size }
    var units = outer
    units.viewport = Size(width: outer.fontSize, height: outer.fontSize)
    return units.length(text, .across).flatMap { $0 < 0 ? nil : $0 }
  }
}

extension Color {
  /// The colour that `text` names; `nil` if it names none.
  init?(svg text: String, current: Color) {
    let text = text.lowercased()
    switch text {
    case "currentcolor": self = current
    case "transparent": self = Color.black.withAlpha(0)
    default:
      guard
        let color = Color(css: Color.withPairs(text)) ?? Color(cssFunction: text)
          ?? Color(icc: text)
      else {
        return nil
      }
      self = color
    }
  }

  /// `#rgba` as `#rrggbbaa`.
  private static func withPairs(_ text: String) -> String {
    guard text.utf8.count == 5, text.first == "#" else { return text }
    return text.reduce(into: "") { $0 += $1 == "#" ? "#" : "\($1)\($1)" }
  }

  /// A colour with one of a printer's behind it, as in `#f00 icc-color(…)`: the first.
  private init?(icc text: String) {
    guard let space = text.firstIndex(of: " "), text[space...].contains("icc-color(") else {
      return nil
    }
    self.init(css: String(text[..<space]))
  }
}
