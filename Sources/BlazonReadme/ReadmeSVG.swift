internal import BlazonLetters
internal import BlazonScene

extension ReadmeBadge {
  /// The badge as an SVG file. Its words are text, so that they can be selected and searched.
  ///
  /// Ids end with a name of the whole badge, so that any badges can stand in one page.
  ///
  /// Words with a letter that `isOfKnownLetters` denies are measured as if it were an m: whoever has fonts
  /// measures them with those.
  public var svg: [UInt8] { svg(tableWidths) }

  /// The same, its words as wide as `widths` says.
  package func svg(_ widths: WordWidths) -> [UInt8] {
    let document = ReadmeSVG(self, widths).document.bytes
    return document.naming(UInt8(ascii: ReadmeSVG.badgeMark), pictureName(of: document, count: 10))
  }
}

/// Writes a badge as an SVG, in the structure that such badges share.
private struct ReadmeSVG {
  /// Stands for the badge's name until all of it is written. XML cannot carry it, so it is nothing
  /// else.
  static let badgeMark: Unicode.Scalar = "\0"

  private let badge: ReadmeBadge
  private let layout: ReadmeLayout
  private let isSocial: Bool
  private let width: String, height: String

  init(_ badge: ReadmeBadge, _ widths: WordWidths) {
    self.badge = badge
    layout = ReadmeLayout(badge, widths)
    isSocial = badge.style == .social
    (width, height) = (decimal(layout.size.width), decimal(layout.size.height))
  }

  /// The file, with `badgeMark` for the badge's name.
  var document: Markup {
    // Two links must be reached one by one, so the whole is no single picture then.
    let isPicture = badge.links.count < 2
    let hasReferences = !badge.links.isEmpty || badge.logo != nil
    var out = Markup()
    out.element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg",
        "xmlns:xlink": hasReferences ? "http://www.w3.org/1999/xlink" : nil,
        "width": width, "height": height, "viewBox": "0 0 \(width) \(height)",
        "lang": badge.language, "role": isPicture ? "img" : nil,
        "aria-labelledby": isPicture ? id("t") : nil,
      ]
    ) { out in
      if isPicture { out.element("title", ["id": id("t")], text: badge.title) }
      if badge.links.count == 1 {
        anchor(to: badge.links[0], &out) { drawing(&$0) }
      } else {
        drawing(&out)
      }
    }
    out.append("\n")
    return out
  }

  private func drawing(_ out: inout Markup) {
    definitions(&out)
    if isSocial {
      bubbles(&out)
      logo(&out)
    } else {
      boxes(&out)
    }
    out.element("g", lettering) { out in
      if !isSocial { logo(&out) }
      label(&out)
      message(&out)
    }
  }

  private func id(_ name: String) -> String { "\(name)-\(ReadmeSVG.badgeMark)" }

  private func reference(_ name: String) -> String { "url(#\(id(name)))" }

  private func anchor(
    to link: String, _ out: inout Markup, _ content: (inout Markup) -> Void
  ) {
    out.element("a", ["target": "_blank", "xlink:href": link], content)
  }

  // MARK: Definitions

  private func definitions(_ out: inout Markup) {
    switch badge.style {
    case .flat, .plastic:
      gradient("s", badge.style.sheen, &out)
      out.element("clipPath", ["id": id("r")]) {
        $0.element(
          "rect",
          ["width": width, "height": height, "rx": decimal(badge.style.corner), "fill": "#fff"])
      }
    case .flatSquare, .forTheBadge: break
    case .social:
      if !badge.links.isEmpty {
        // The one style sheet: it only adds an answer to the pointer. Where it is stripped the links
        // stay.
        out.element(
          "style", [:],
          text: "a:hover #\(id("llink")){fill:\(reference("b"));stroke:#ccc}"
            + "a:hover #\(id("rlink")){fill:#4183c4}")
      }
      gradient("a", badge.style.sheen, &out)
      if !badge.links.isEmpty {
        var pressed = badge.style.sheen
        pressed[0].color = Color(hex: 0xCCCCCC).withAlpha(0.1)
        gradient("b", pressed, &out)
      }
    }
  }

  private func gradient(_ name: String, _ stops: [GradientStop], _ out: inout Markup) {
    out.element("linearGradient", ["id": id(name), "x2": "0", "y2": "100%"]) { out in
      for stop in stops {
        out.element(
          "stop",
          [
            "offset": decimal(stop.offset), "stop-color": shortHexText(of: stop.color),
            "stop-opacity": decimal(stop.color.alpha),
          ])
      }
    }
  }

  // MARK: Boxes

  private func boxes(_ out: inout Markup) {
    func halves(_ out: inout Markup) {
      if let label = layout.label { box(label, &out) }
      if let message = layout.message { box(message, &out) }
    }
    guard badge.style.corner > 0 else {
      return out.element("g", ["shape-rendering": "crispEdges"]) { halves(&$0) }
    }
    out.element("g", ["clip-path": reference("r")]) { out in
      halves(&out)
      out.element("rect", ["width": width, "height": height, "fill": reference("s")])
    }
  }

  private func box(_ half: ReadmeLayout.Half, _ out: inout Markup) {
    out.element(
      "rect",
      [
        "x": decimal(half.box.x), "width": decimal(half.box.width),
        "height": decimal(half.box.height), "fill": half.fill.text,
        "fill-opacity": half.fill.color.alpha < 1 ? decimal(half.fill.color.alpha) : nil,
      ])
  }

  private func bubbles(_ out: inout Markup) {
    out.element("g", ["stroke": "#d5d5d5"]) { out in
      if let label = layout.label?.box {
        out.element(
          "rect",
          [
            "stroke": "none", "fill": "#fcfcfc", "x": decimal(label.x), "y": decimal(label.y),
            "width": decimal(label.width), "height": decimal(label.height), "rx": "2",
          ])
      }
      guard let bubble = layout.message?.box else { return }
      out.element(
        "rect",
        [
          "x": decimal(bubble.x), "y": decimal(bubble.y), "width": decimal(bubble.width),
          "height": decimal(bubble.height), "rx": "2", "fill": "#fafafa",
        ])
      // Where the notch meets the bubble there is no line.
      out.element(
        "rect",
        [
          "x": decimal(bubble.x - 0.5), "y": "7.5", "width": "0.5", "height": "5",
          "stroke": "#fafafa",
        ])
      out.element("path", ["d": "M\(decimal(bubble.x)) 6.5 l-3 3v1 l3 3", "fill": "#fafafa"])
    }
  }

  private func logo(_ out: inout Markup) {
    guard let logo = badge.logo, let box = layout.logo else { return }
    out.element(
      "image",
      [
        "x": decimal(box.x), "y": decimal(box.y), "width": decimal(box.width),
        "height": decimal(box.height), "xlink:href": logo.url,
      ])
  }

  // MARK: Words

  private var lettering: KeyValuePairs<Literal, String?> {
    [
      "aria-hidden": isSocial ? (badge.links.count == 2 ? "false" : "true") : nil,
      "fill": isSocial ? "#333" : "#fff", "text-anchor": "middle",
      "font-family": isSocial ? ReadmeSVG.socialFamilies : ReadmeSVG.flatFamilies,
      "text-rendering": "geometricPrecision", "font-weight": isSocial ? "700" : nil,
      "font-size": decimal(badge.style.fontSize * 10),
    ]
  }

  private static let flatFamilies = "Verdana,Geneva,DejaVu Sans,sans-serif"
  private static let socialFamilies = "Helvetica Neue,Helvetica,Arial,sans-serif"

  private var fontFamilies: [String] {
    isSocial ? ["Helvetica Neue", "Helvetica", "Arial"] : ["Verdana", "Geneva", "DejaVu Sans"]
  }

  /// The families of words that were measured with fonts: what they were measured with is asked first.
  private func families(of words: ReadmeLayout.Words) -> String? {
    guard !words.isSpread else { return nil }
    let own = isSocial ? fontFamilies + ["DejaVu Sans"] : fontFamilies
    return (own + words.families.filter { !own.contains($0) } + ["sans-serif"])
      .joined(separator: ",")
  }

  private func label(_ out: inout Markup) {
    guard let label = layout.label else { return }
    // The button comes last in its link, so that the pointer finds it.
    if badge.links.count == 2, let words = label.words {
      anchor(to: badge.links[0], &out) { out in
        if !isSocial { target(label, &out) }
        text(words, &out)
        if isSocial { sheen(over: label.box, &out) }
      }
    } else {
      if isSocial { sheen(over: label.box, &out) }
      if let words = label.words { text(words, &out) }
    }
  }

  private func message(_ out: inout Markup) {
    guard let message = layout.message, let words = message.words else { return }
    let name = isSocial ? id("rlink") : nil
    guard badge.links.count == 2 else { return text(words, id: name, &out) }
    anchor(to: badge.links[1], &out) { out in
      target(message, &out)
      text(words, id: name, &out)
    }
  }

  private func sheen(over box: Rect, _ out: inout Markup) {
    out.element(
      "rect",
      [
        "id": id("llink"), "stroke": "#d5d5d5", "fill": reference("a"), "x": decimal(box.x),
        "y": decimal(box.y), "width": decimal(box.width), "height": decimal(box.height),
        "rx": "2",
      ])
  }

  /// What makes the whole half answer to the pointer, not the letters alone.
  private func target(_ half: ReadmeLayout.Half, _ out: inout Markup) {
    let outer = isSocial ? half.box.expanded(by: 0.5) : half.box
    out.element(
      "rect",
      [
        "width": decimal(outer.width), "x": decimal(outer.x), "height": decimal(outer.height),
        "fill": "rgba(0,0,0,0)",
      ])
  }

  /// The words above their shadow. They are set ten times as large and scaled down, for browsers
  /// that place letters on whole pixels.
  private func text(_ words: ReadmeLayout.Words, id: String? = nil, _ out: inout Markup) {
    let isTracked = !words.isSpread && badge.style == .forTheBadge && words.text.canBeSpaced
    let spacing = isTracked ? decimal(ReadmeStyle.tracking * 10) : nil
    let (middle, length) = (decimal(words.middle * 10), decimal(words.length * 10))
    let families = families(of: words)
    let isRightToLeft = TextDirection(of: words.text) == .rightToLeft
    func line(below distance: Double, fill: String, isShadow: Bool, _ out: inout Markup) {
      out.element(
        "text",
        [
          "id": isShadow ? nil : id, "aria-hidden": isShadow ? "true" : nil,
          "x": middle, "y": decimal((badge.style.baseline + distance) * 10),
          "fill": fill, "fill-opacity": isShadow && !isSocial ? ".3" : nil,
          "transform": "scale(.1)", "textLength": words.isSpread ? length : nil,
          "font-family": families, "letter-spacing": spacing,
          "direction": isRightToLeft ? "rtl" : nil,
          "font-weight": words.isBold && !isSocial ? "bold" : nil,
        ], text: words.text)
    }
    if badge.style.hasShadow { line(below: 1, fill: words.shadow, isShadow: true, &out) }
    line(below: 0, fill: words.ink, isShadow: false, &out)
  }
}
