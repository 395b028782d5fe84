internal import BlazonScene
public import BlazonText

extension ReadmeBadge {
  /// The badge as an SVG file. Its words are text, so that they can be selected and searched.
  ///
  /// Ids end with a name of the whole badge, so that any badges can stand in one page.
  ///
  /// Words with a letter that `isOfKnownLetters` denies are measured as if it were an m: `svg(_:)` measures
  /// them with fonts.
  public var svg: [UInt8] { svg(tableWidths) }

  /// The same, words of letters that no table knows measured with fonts, and not spread.
  public func svg(_ typesetter: inout Typesetter) -> [UInt8] { svg(widths(&typesetter)) }

  private func svg(_ widths: WordWidths) -> [UInt8] {
    let document = ReadmeSVG(self, widths).document.bytes
    let name = Array(pictureName(of: document, count: 10).utf8)
    let mark = ReadmeSVG.badgeMark.utf8.first
    var svg: [UInt8] = []
    svg.reserveCapacity(document.count + 64)
    for byte in document {
      if byte == mark { svg += name } else { svg.append(byte) }
    }
    return svg
  }
}

/// Writes a badge as an SVG, in the structure that such badges share.
private struct ReadmeSVG {
  /// Stands for the badge's name until all of it is written. XML cannot carry it, so it is nothing
  /// else.
  static let badgeMark = "\0"

  private let badge: ReadmeBadge
  private let layout: ReadmeLayout

  init(_ badge: ReadmeBadge, _ widths: WordWidths) {
    self.badge = badge
    layout = ReadmeLayout(badge, widths)
  }

  /// The file, with `badgeMark` for the badge's name.
  var document: Markup {
    let isSocial = badge.style == .social
    let drawing =
      definitions + (isSocial ? bubbles + logo : boxes)
      + element("g", lettering, (isSocial ? Markup() : logo) + label + message)
    // Two links must be reached one by one, so the whole is no single picture then.
    let isPicture = badge.links.count < 2
    let title = isPicture ? element("title", ["id": id("t")], Markup(badge.title)) : Markup()
    let hasReferences = !badge.links.isEmpty || badge.logo != nil
    let body = badge.links.count == 1 ? anchor(to: badge.links[0], drawing) : drawing
    var svg = element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg",
        "xmlns:xlink": hasReferences ? "http://www.w3.org/1999/xlink" : nil,
        "width": decimal(layout.size.width), "height": decimal(layout.size.height),
        "viewBox": "0 0 \(decimal(layout.size.width)) \(decimal(layout.size.height))",
        "lang": badge.language, "role": isPicture ? "img" : nil,
        "aria-labelledby": isPicture ? id("t") : nil,
      ], title + body)
    svg.append("\n")
    return svg
  }

  private func id(_ name: String) -> String { "\(name)-\(ReadmeSVG.badgeMark)" }

  private func reference(_ name: String) -> String { "url(#\(id(name)))" }

  private func anchor(to link: String, _ content: Markup) -> Markup {
    element("a", ["target": "_blank", "xlink:href": link], content)
  }

  // MARK: Definitions

  private var definitions: Markup {
    switch badge.style {
    case .flat, .plastic:
      let outline = element(
        "rect",
        [
          "width": decimal(layout.size.width), "height": decimal(layout.size.height),
          "rx": decimal(badge.style.corner), "fill": "#fff",
        ])
      return gradient("s", badge.style.sheen) + element("clipPath", ["id": id("r")], outline)
    case .flatSquare, .forTheBadge: return Markup()
    case .social:
      let sheen = gradient("a", badge.style.sheen)
      if badge.links.isEmpty { return sheen }
      // The one style sheet: it only adds an answer to the pointer. Where it is stripped the links
      // stay.
      let hover =
        "a:hover #\(id("llink")){fill:\(reference("b"));stroke:#ccc}"
        + "a:hover #\(id("rlink")){fill:#4183c4}"
      var pressed = badge.style.sheen
      pressed[0].color = Color(hex: 0xCCCCCC).withAlpha(0.1)
      return element("style", [:], Markup(hover)) + sheen + gradient("b", pressed)
    }
  }

  private func gradient(_ name: String, _ stops: [GradientStop]) -> Markup {
    element(
      "linearGradient", ["id": id(name), "x2": "0", "y2": "100%"],
      stops.map { stop in
        element(
          "stop",
          [
            "offset": decimal(stop.offset), "stop-color": shortHexText(of: stop.color),
            "stop-opacity": decimal(stop.color.alpha),
          ])
      }.joined())
  }

  // MARK: Boxes

  private var boxes: Markup {
    var content = [layout.label, layout.message].compactMap { $0 }.map(box).joined()
    guard badge.style.corner > 0 else {
      return element("g", ["shape-rendering": "crispEdges"], content)
    }
    content += element(
      "rect",
      [
        "width": decimal(layout.size.width), "height": decimal(layout.size.height),
        "fill": reference("s"),
      ])
    return element("g", ["clip-path": reference("r")], content)
  }

  private func box(_ half: ReadmeLayout.Half) -> Markup {
    element(
      "rect",
      [
        "x": decimal(half.box.x), "width": decimal(half.box.width),
        "height": decimal(half.box.height), "fill": half.fill.text,
        "fill-opacity": half.fill.color.alpha < 1 ? decimal(half.fill.color.alpha) : nil,
      ])
  }

  private var bubbles: Markup {
    var content = Markup()
    if let label = layout.label?.box {
      content += element(
        "rect",
        [
          "stroke": "none", "fill": "#fcfcfc", "x": decimal(label.x), "y": decimal(label.y),
          "width": decimal(label.width), "height": decimal(label.height), "rx": "2",
        ])
    }
    if let bubble = layout.message?.box {
      content += element(
        "rect",
        [
          "x": decimal(bubble.x), "y": decimal(bubble.y), "width": decimal(bubble.width),
          "height": decimal(bubble.height), "rx": "2", "fill": "#fafafa",
        ])
      // Where the notch meets the bubble there is no line.
      content += element(
        "rect",
        [
          "x": decimal(bubble.x - 0.5), "y": "7.5", "width": "0.5", "height": "5",
          "stroke": "#fafafa",
        ])
      content += element(
        "path", ["d": "M\(decimal(bubble.x)) 6.5 l-3 3v1 l3 3", "fill": "#fafafa"])
    }
    return element("g", ["stroke": "#d5d5d5"], content)
  }

  private var logo: Markup {
    guard let logo = badge.logo, let box = layout.logo else { return Markup() }
    return element(
      "image",
      [
        "x": decimal(box.x), "y": decimal(box.y), "width": decimal(box.width),
        "height": decimal(box.height), "xlink:href": logo.url,
      ])
  }

  // MARK: Words

  private var lettering: KeyValuePairs<StaticString, String?> {
    let isSocial = badge.style == .social
    return [
      "aria-hidden": isSocial ? (badge.links.count == 2 ? "false" : "true") : nil,
      "fill": isSocial ? "#333" : "#fff", "text-anchor": "middle",
      "font-family": (fontFamilies + ["sans-serif"]).joined(separator: ","),
      "text-rendering": "geometricPrecision", "font-weight": isSocial ? "700" : nil,
      "font-size": decimal(badge.style.fontSize * 10),
    ]
  }

  private var fontFamilies: [String] {
    badge.style == .social
      ? ["Helvetica Neue", "Helvetica", "Arial"] : ["Verdana", "Geneva", "DejaVu Sans"]
  }

  /// The families of words that were measured with fonts: what they were measured with is asked first.
  private func families(of words: ReadmeLayout.Words) -> String? {
    guard !words.isSpread else { return nil }
    let own = badge.style == .social ? fontFamilies + ["DejaVu Sans"] : fontFamilies
    return (own + words.families.filter { !own.contains($0) } + ["sans-serif"])
      .joined(separator: ",")
  }

  private var label: Markup {
    guard let label = layout.label else { return Markup() }
    let words = label.words.map { text($0) } ?? Markup()
    let button = badge.style == .social ? sheen(over: label.box) : Markup()
    guard badge.links.count == 2, label.words != nil else { return button + words }
    // The button comes last, so that the pointer finds it.
    return anchor(
      to: badge.links[0], badge.style == .social ? words + button : target(label) + words)
  }

  private var message: Markup {
    guard let message = layout.message, let words = message.words else { return Markup() }
    let text = text(words, id: badge.style == .social ? id("rlink") : nil)
    guard badge.links.count == 2 else { return text }
    return anchor(to: badge.links[1], target(message) + text)
  }

  private func sheen(over box: Rect) -> Markup {
    element(
      "rect",
      [
        "id": id("llink"), "stroke": "#d5d5d5", "fill": reference("a"), "x": decimal(box.x),
        "y": decimal(box.y), "width": decimal(box.width), "height": decimal(box.height),
        "rx": "2",
      ])
  }

  /// What makes the whole half answer to the pointer, not the letters alone.
  private func target(_ half: ReadmeLayout.Half) -> Markup {
    let outer = badge.style == .social ? half.box.expanded(by: 0.5) : half.box
    return element(
      "rect",
      [
        "width": decimal(outer.width), "x": decimal(outer.x), "height": decimal(outer.height),
        "fill": "rgba(0,0,0,0)",
      ])
  }

  /// The words above their shadow. They are set ten times as large and scaled down, for browsers
  /// that place letters on whole pixels.
  private func text(_ words: ReadmeLayout.Words, id: String? = nil) -> Markup {
    let isSocial = badge.style == .social
    let isTracked = !words.isSpread && badge.style == .forTheBadge && words.text.canBeSpaced
    let spacing = isTracked ? decimal(ReadmeStyle.tracking * 10) : nil
    func line(below distance: Double, fill: String, isShadow: Bool) -> Markup {
      element(
        "text",
        [
          "id": isShadow ? nil : id, "aria-hidden": isShadow ? "true" : nil,
          "x": decimal(words.middle * 10), "y": decimal((badge.style.baseline + distance) * 10),
          "fill": fill, "fill-opacity": isShadow && !isSocial ? ".3" : nil,
          "transform": "scale(.1)",
          "textLength": words.isSpread ? decimal(words.length * 10) : nil,
          "font-family": families(of: words), "letter-spacing": spacing,
          "direction": TextDirection(of: words.text) == .rightToLeft ? "rtl" : nil,
          "font-weight": words.isBold && !isSocial ? "bold" : nil,
        ], Markup(words.text))
    }
    return (badge.style.hasShadow ? line(below: 1, fill: words.shadow, isShadow: true) : Markup())
      + line(below: 0, fill: words.ink, isShadow: false)
  }
}
