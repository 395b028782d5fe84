internal import BlazonLetters
public import BlazonReadme
public import BlazonScene
public import BlazonText

extension ReadmeBadge {
  /// The badge as a scene, for formats that cannot carry fonts.
  ///
  /// The same measures as the SVG's, the letters spread as a browser spreads them. A width that is
  /// not whole is drawn to the next whole pixel.
  public func scene(_ typesetter: inout Typesetter) -> Scene {
    let layout = ReadmeLayout(self, widths(&typesetter))
    let size = Size(width: layout.size.width.rounded(.up), height: layout.size.height)
    var nodes: [Node] = []
    switch style {
    case .flat, .flatSquare, .plastic, .forTheBadge:
      nodes.append(boxes(layout, in: size))
      if let logo, let box = layout.logo { nodes.append(logo.node(in: box)) }
    case .social:
      nodes += bubbles(layout)
      if let logo, let box = layout.logo { nodes.append(logo.node(in: box)) }
      if let box = layout.label?.box { nodes.append(sheen(over: box)) }
    }
    for half in [layout.label, layout.message] {
      if let words = half?.words { nodes += text(words, &typesetter) }
    }
    return Scene(size: size, nodes: nodes, title: title, description: title)
  }

  /// What no font of the scene can write; `nil` if nothing. A reader's browser may have one that can.
  public func missingLetters(_ typesetter: inout Typesetter) -> MissingLetters? {
    let text = "\(style.label(label, language)) \(style.message(message, language))"
    let line = typesetter.set(text, in: textStyle(isBold: false))
    return typesetter.missingLetters(of: text, setAs: [line])
  }

  // MARK: Boxes

  private func boxes(_ layout: ReadmeLayout, in size: Size) -> Node {
    var nodes: [Node] = []
    for half in [layout.label, layout.message] {
      guard let half, half.box.width > 0 else { continue }
      var box = half.box
      if box.maxX == layout.size.width { box.width = size.width - box.x }
      nodes.append(.shape(Shape(Path(rect: box), fill: .color(half.fill.color))))
    }
    guard style.corner > 0 else { return .group(Group(nodes)) }
    let whole = Rect(x: 0, y: 0, width: size.width, height: size.height)
    nodes.append(.shape(Shape(Path(rect: whole), fill: .linear(gradient(over: whole)))))
    return .group(Group(nodes, clip: Path(rect: whole, corner: style.corner)))
  }

  private func gradient(over box: Rect) -> LinearGradient {
    LinearGradient(
      start: Point(0, box.minY), end: Point(0, box.maxY), stops: style.sheen)
  }

  private static let hairline = Stroke(.color(Color(hex: 0xD5D5D5)), width: 1)

  private func bubbles(_ layout: ReadmeLayout) -> [Node] {
    var nodes: [Node] = []
    if let label = layout.label {
      nodes.append(
        .shape(
          Shape(Path(rect: label.box, corner: style.corner), fill: .color(label.fill.color))))
    }
    guard let message = layout.message else { return nodes }
    let (box, fill) = (message.box, Paint.color(message.fill.color))
    var notch = Path()
    notch.move(to: Point(box.x, 6.5))
    notch.line(to: Point(box.x - 3, 9.5))
    notch.line(to: Point(box.x - 3, 10.5))
    notch.line(to: Point(box.x, 13.5))
    let gap = Rect(x: box.x - 0.5, y: 7.5, width: 0.5, height: 5)
    nodes.append(
      .shape(Shape(Path(rect: box, corner: style.corner), fill: fill, stroke: Self.hairline)))
    // Where the notch meets the bubble there is no line.
    nodes.append(.shape(Shape(Path(rect: gap), stroke: Stroke(fill, width: 1))))
    nodes.append(.shape(Shape(notch, fill: fill, stroke: Self.hairline)))
    return nodes
  }

  private func sheen(over box: Rect) -> Node {
    .shape(
      Shape(
        Path(rect: box, corner: style.corner), fill: .linear(gradient(over: box)),
        stroke: Self.hairline))
  }

  // MARK: Words

  private func text(_ words: ReadmeLayout.Words, _ typesetter: inout Typesetter) -> [Node] {
    guard let ink = Color(css: words.ink), let shadow = Color(css: words.shadow) else { return [] }
    let shade = shadow.withAlpha(style == .social ? 1 : 0.3)
    let below = style.hasShadow ? runs(words, dropped: 1, shade, &typesetter) : []
    return below.map(\.withoutArt) + runs(words, dropped: 0, ink, &typesetter)
  }

  private func runs(
    _ words: ReadmeLayout.Words, dropped: Double, _ color: Color, _ typesetter: inout Typesetter
  ) -> [Node] {
    let text = words.text.withSingleBlanks
    guard words.isSpread else {
      let line = typesetter.set(text, in: textStyle(isBold: words.isBold))
      let origin = Point(words.middle - line.width / 2, style.baseline + dropped)
      return line.runs(at: origin, paint: .color(color)).map(Node.text)
    }
    var textStyle = TextStyle(
      face: face(isBold: words.isBold), size: style.fontSize, language: language ?? "und")
    textStyle.letterSpacing = 1
    let spaced = typesetter.width(of: text, in: textStyle)
    textStyle.letterSpacing = 2
    let gaps = typesetter.width(of: text, in: textStyle) - spaced
    // A lone letter, and letters that join, have no gaps: they stay as they are.
    textStyle.letterSpacing = gaps > 0.5 ? (words.length - (spaced - gaps)) / gaps : 0
    let line = typesetter.set(text, in: textStyle)
    let origin = Point(words.middle - line.width / 2, style.baseline + dropped)
    return line.runs(at: origin, paint: .color(color)).map(Node.text)
  }

  /// The shipped face nearest to the one that the words were measured in.
  private func face(isBold: Bool) -> FontFace {
    FontFace(
      known: style == .social ? "Inter Bold" : isBold ? "DejaVu Sans Bold" : "DejaVu Sans")
  }
}

extension Node {
  /// The node without pictures: an emoji is not its own shadow.
  fileprivate var withoutArt: Node {
    guard case .text(var run) = self else { return self }
    for index in run.glyphs.indices { run.glyphs[index].art = [] }
    return .text(run)
  }
}
