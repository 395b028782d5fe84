internal import BlazonScene
internal import BlazonSource

/// How shapes look: what SVG hands down from an element to those in it.
struct SVGStyle {
  /// A paint, before it is known where it is painted.
  enum Source {
    case none
    case color(Color)
    /// A gradient, by its id.
    case reference(String, SVGElement.Attribute)
  }

  /// CSS's `color`, for `currentColor`.
  var ink: Color
  var fill: Source
  var fillOpacity = 1.0
  var isEvenOdd = false
  var stroke = Source.none
  var strokeOpacity = 1.0
  var strokeWidth = 1.0
  var cap = Stroke.Cap.butt
  var join = Stroke.Join.miter
  var dashes: [Double] = []
  var isVisible = true

  init(ink: Color) {
    self.ink = ink
    fill = .color(ink)
  }

  /// The attributes that say how something looks.
  static let names = [
    "color", "fill", "fill-opacity", "fill-rule", "stroke", "stroke-opacity", "stroke-width",
    "stroke-linecap", "stroke-linejoin", "stroke-dasharray", "opacity", "transform", "display",
    "visibility", "clip-path",
  ]

  /// What has no bearing on a still picture.
  private static let ignored: Set = [
    "id", "class", "version", "baseProfile", "role", "focusable", "tabindex", "lang", "clip-rule",
    "color-rendering", "shape-rendering", "text-rendering", "image-rendering",
    "color-interpolation", "color-interpolation-filters", "overflow", "enable-background",
    "pointer-events", "cursor", "stroke-miterlimit", "solid-color", "solid-opacity",
    "preserveAspectRatio", "title", "content", "paint-order",
    // Of words, gradients and filters, wherever editors write it.
    "stop-color", "stop-opacity", "flood-color", "flood-opacity", "lighting-color",
    "dominant-baseline", "alignment-baseline", "baseline-shift", "block-progression", "kerning",
    "unicode-bidi", "glyph-orientation-vertical", "glyph-orientation-horizontal", "color-profile",
    "mask-type", "marker-offset",
  ]

  /// What may be given only if it says that there is none of it.
  private static let neutral: [String: Set<String>] = [
    "filter": ["none"], "mask": ["none"], "marker": ["none"],
    "marker-start": ["none"], "marker-mid": ["none"], "marker-end": ["none"],
    "mix-blend-mode": ["normal"], "isolation": ["auto"], "vector-effect": ["none"],
    "stroke-dashoffset": ["0", "0px"],
  ]

  /// Refuses an attribute of `element` that is neither one of `known` nor about looks.
  static func check(_ element: SVGElement, known: [String]) throws(ArtworkError) {
    for attribute in element.given {
      let name = attribute.name
      if known.contains(name) || names.contains(name) || ignored.contains(name) { continue }
      if let values = neutral[name] {
        guard !values.contains(attribute.value) else { continue }
        throw attribute.error("is not drawn", help: "draw the result as shapes in plain colours")
      }
      if name.hasPrefix("on") {
        throw attribute.error("would run a script", help: "remove it: pictures are still")
      }
      if name == "href" || name == "xlink:href" || name == "src" {
        throw attribute.error(
          "leads out of the drawing", help: "remove it: a picture fetches nothing")
      }
      throw ArtworkError(
        "“\(element.name)” has no attribute “\(name)” that is drawn",
        help: helpText(for: name, among: known + names), start: attribute.start, end: attribute.end)
    }
  }

  /// The style of `element`, which stands in an element of this one.
  func applying(_ element: SVGElement) throws(ArtworkError) -> SVGStyle {
    var style = self
    if let color = element.attribute("color"), color.value != "inherit" {
      guard let value = try style.color(color) else {
        throw color.error("is no colour", help: "write it as #0b7a86 or by its name")
      }
      style.ink = value
    }
    for attribute in element.given where attribute.value != "inherit" {
      try style.take(attribute)
    }
    return style
  }

  private mutating func take(_ attribute: SVGElement.Attribute) throws(ArtworkError) {
    switch attribute.name {
    case "fill": fill = try source(attribute)
    case "stroke": stroke = try source(attribute)
    case "fill-opacity": fillOpacity = try SVGStyle.opacity(attribute)
    case "stroke-opacity": strokeOpacity = try SVGStyle.opacity(attribute)
    case "fill-rule":
      isEvenOdd = try SVGStyle.choice(attribute, ["nonzero": false, "evenodd": true])
    case "stroke-width":
      guard let width = length(in: attribute.value), width >= 0 else {
        throw attribute.error("is no width", help: "write a number from 0, without a unit")
      }
      strokeWidth = width
    case "stroke-linecap":
      cap = try SVGStyle.choice(attribute, ["butt": .butt, "round": .round, "square": .square])
    case "stroke-linejoin":
      join = try SVGStyle.choice(attribute, ["miter": .miter, "round": .round, "bevel": .bevel])
    case "stroke-dasharray": dashes = try SVGStyle.dashes(attribute)
    case "visibility":
      isVisible = try SVGStyle.choice(
        attribute, ["visible": true, "hidden": false, "collapse": false])
    default: break
    }
  }

  private static func dashes(
    _ attribute: SVGElement.Attribute
  ) throws(ArtworkError) -> [Double] {
    if attribute.value == "none" { return [] }
    guard let values = numbers(in: attribute.value), values.allSatisfy({ $0 >= 0 }),
      values.count <= 16
    else {
      throw attribute.error("are no dashes", help: "write at most 16 lengths, as in 4 2")
    }
    // "If an odd number of values is provided, the list is repeated."
    let pairs = values.count.isMultiple(of: 2) ? values : values + values
    return pairs.contains { $0 > 0 } ? pairs : []
  }

  static func choice<Value>(
    _ attribute: SVGElement.Attribute, _ values: [String: Value]
  ) throws(ArtworkError) -> Value {
    guard let value = values[attribute.value] else {
      throw attribute.error(
        "is unknown", help: helpText(for: attribute.value, among: values.keys.sorted()))
    }
    return value
  }

  /// An opacity, as a share in 0…1.
  static func opacity(_ attribute: SVGElement.Attribute) throws(ArtworkError) -> Double {
    guard let value = share(in: attribute.value) else {
      throw attribute.error("is no opacity", help: "write a number from 0 to 1")
    }
    return max(0, min(1, value))
  }

  private func source(_ attribute: SVGElement.Attribute) throws(ArtworkError) -> Source {
    let text = attribute.value
    if text == "none" { return .none }
    if text.hasPrefix("url(") {
      let name = text.dropFirst(4).prefix { $0 != ")" }.filter { $0 != "\"" && $0 != "'" }
      guard name.first == "#" else {
        throw attribute.error(
          "leads out of the drawing", help: "name a gradient of this file, as in url(#id)")
      }
      return .reference(String(name.dropFirst()), attribute)
    }
    guard let color = try color(attribute) else {
      throw attribute.error(
        "is no colour", help: "write it as #0b7a86, by its name, or as url(#gradient)")
    }
    return .color(color)
  }

  /// The colour that `attribute` names; `nil` if it names none.
  func color(_ attribute: SVGElement.Attribute) throws(ArtworkError) -> Color? {
    let text = attribute.value.lowercased()
    switch text {
    case "currentcolor": return ink
    case "transparent": return Color.black.withAlpha(0)
    default: return Color(css: text) ?? Color(cssFunction: text)
    }
  }
}
