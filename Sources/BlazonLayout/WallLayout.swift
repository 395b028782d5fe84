internal import BlazonArtwork
internal import BlazonCheck
public import BlazonDesign
internal import BlazonForm
public import BlazonScene
public import BlazonSource
internal import BlazonSpec
internal import BlazonText

extension Composer {
  /// The scene of a wall; one unit is one pixel. What does not fit or cannot be written is in the report.
  public mutating func compose(_ design: WallDesign, report: inout Report) -> Scene {
    let badges = design.items.map { badge($0.badge, &report) }
    var layout = WallLayout(design: design, badges: badges)
    let portrait = design.portrait.flatMap { artworks.pictures[$0] }
    let (size, nodes) = layout.nodes(portrait, &typesetter, &report)
    return Scene(
      size: size, nodes: nodes, title: design.title, description: design.sentence,
      language: design.language, credits: credits(of: design.provenance))
  }
}

/// Puts the badges of a wall into panels, in rows, below a name and figures.
///
/// Light and dark walls have the same nodes in the same order, so that one picture can be both.
struct WallLayout {
  let design: WallDesign
  /// Each on its canvas of 512 units.
  let badges: [[Node]]

  private static let margin = 36.0
  private static let gap = 16.0
  private static let panel = 270.0
  private static let portrait = 96.0
  private static let badge = 176.0
  /// From the top of a panel to its badge, and from there to its words.
  private static let padding = 22.0

  private struct Colors {
    var ground: Color, panel: Color, line: Color, text: Color, muted: Color, faint: Color
    var accent: Color, pill: Color, pillText: Color, track: Color, glow: Color
  }

  private var colors: Colors {
    let color = design.color
    let gold = Color(hex: 0xFFE08A)
    switch design.theme {
    case .light:
      return Colors(
        ground: .white, panel: color.tone(0.98, chroma: 0.07), line: color.tone(0.9, chroma: 0.14),
        text: color.tone(0.22, chroma: 0.45), muted: color.tone(0.47, chroma: 0.3),
        faint: color.tone(0.47, chroma: 0.3), accent: color.tone(0.5, chroma: 1), pill: gold,
        pillText: Color(hex: 0x3F2E00), track: color.tone(0.88, chroma: 0.25),
        glow: color.tone(0.9, chroma: 0.4).withAlpha(0.7))
    case .dark:
      return Colors(
        ground: Color(hex: 0x0D1117), panel: color.tone(0.225, chroma: 0.18),
        line: color.tone(0.33, chroma: 0.3), text: color.tone(0.96, chroma: 0.1),
        muted: color.tone(0.77, chroma: 0.18), faint: color.tone(0.7, chroma: 0.16),
        accent: color.tone(0.72, chroma: 0.9), pill: Color(hex: 0xE9B949),
        pillText: Color(hex: 0x2B1F00), track: color.tone(0.34, chroma: 0.25),
        glow: color.tone(0.55, chroma: 0.5).withAlpha(0.5))
    }
  }

  private var isMirrored: Bool { TextDirection(ofLanguage: design.language) == .rightToLeft }

  mutating func nodes(
    _ portrait: Artwork?, _ typesetter: inout Typesetter, _ report: inout Report
  ) -> (Size, [Node]) {
    let columns = max(
      1, min(design.columns, max(design.items.count, design.heading == nil ? 1 : 3)))
    let inner = Double(columns) * WallLayout.panel + Double(columns - 1) * WallLayout.gap
    let width = inner + 2 * WallLayout.margin
    var nodes: [Node] = []
    var y = WallLayout.margin
    if design.heading != nil {
      nodes += header(portrait, width: width, &typesetter, &report)
      y += WallLayout.portrait + 38
    }
    let all = design.items.map { words(of: $0, &typesetter, &report) }
    // All rows are as high as the highest.
    let height = WallLayout.padding + WallLayout.badge + (all.map(\.height).max() ?? 0) + 24
    // What is left over has a panel of its own.
    let count = design.items.count + (design.rest > 0 ? 1 : 0)
    for start in stride(from: 0, to: count, by: columns) {
      let row = start..<min(start + columns, count)
      for (place, index) in row.enumerated() {
        let x = WallLayout.margin + Double(place) * (WallLayout.panel + WallLayout.gap)
        let left = isMirrored ? width - x - WallLayout.panel : x
        let box = Rect(x: left, y: y, width: WallLayout.panel, height: height)
        nodes +=
          index < design.items.count
          ? panel(design.items[index], badges[index], all[index], in: box, &typesetter)
          : rest(in: box, &typesetter)
      }
      y += height + WallLayout.gap
    }
    // Whole pixels at every scale.
    y = ((y + WallLayout.margin - WallLayout.gap) / 2).rounded(.up) * 2
    let size = Size(width: width, height: y)
    let ground = Rect(x: 0, y: 0, width: width, height: y)
    return (size, [.shape(Shape(Path(rect: ground), fill: .color(colors.ground)))] + nodes)
  }

  // MARK: Panels

  /// Lines of words, each with the height from the top of all to its baseline.
  private struct Words {
    var lines: [(line: TextLine, baseline: Double, isTitle: Bool)] = []
    var height = 0.0
  }

  private func words(
    of item: WallDesign.Item, _ typesetter: inout Typesetter, _ report: inout Report
  ) -> Words {
    var words = Words()
    let room = WallLayout.panel - 36
    func add(_ run: TextTemplate.Run, _ type: TypeSlot, gap: Double, isTitle: Bool = false) {
      let block = typesetter.fit(
        run.text, type, FontFace(known: type.font),
        into: Rect(x: 0, y: 0, width: room, height: 200),
        wrapBelow: 0.92, language: run.language)
      check(block.lines, block.size, type, run, &typesetter, &report)
      var y = words.height + gap
      for (index, line) in block.lines.enumerated() {
        y += index == 0 ? max(line.capHeight, line.inkAscent) : block.leading
        words.lines.append((line, y, isTitle))
      }
      words.height = y + max(0, (block.lines.last?.inkDescent ?? 0) - 0.24 * block.size)
    }
    add(
      item.title, TypeSlot("Inter SemiBold", [19, 19, 17], minimum: 12, lineHeight: 1.2), gap: 24,
      isTitle: true)
    let small = TypeSlot("Inter", [15, 14], minimum: 11, lineHeight: 1.25)
    if item.progress != nil { words.height += 24 }
    if let note = item.note { add(note, small, gap: 12) }
    if let date = item.date { add(date, small, gap: 10) }
    return words
  }

  /// How much a badge is there: what is not earned stands back.
  private func presence(of item: WallDesign.Item) -> Double {
    if item.isLocked { return design.theme == .dark ? 0.5 : 0.82 }
    return item.progress == nil ? 1 : 0.62
  }

  /// How many are not shown.
  private func rest(in box: Rect, _ typesetter: inout Typesetter) -> [Node] {
    let more = line("+\(design.rest)", "Inter Bold", 46, within: 200, &typesetter)
    let ground = Shape(
      Path(rect: box, corner: 18),
      stroke: Stroke(.color(colors.line), width: 1.6, dashes: [7, 6]))
    return [.shape(ground)]
      + centered(more, at: Point(box.center.x, box.center.y + more.capHeight / 2), colors.muted)
  }

  private func panel(
    _ item: WallDesign.Item, _ badge: [Node], _ words: Words, in box: Rect,
    _ typesetter: inout Typesetter
  ) -> [Node] {
    let colors = colors
    let middle = box.center.x
    var nodes: [Node] = [
      .shape(
        Shape(
          Path(rect: box, corner: 18), fill: .color(colors.panel),
          stroke: Stroke(.color(colors.line), width: 1.2)))
    ]
    let scale = WallLayout.badge / Composer.canvas.width
    let top = box.y + WallLayout.padding
    let picture = Node.group(
      Group(
        badge.map(\.outlined),
        transform: Affine(scale, 0, 0, scale, middle - WallLayout.badge / 2, top),
        opacity: presence(of: item), role: .figure(item.badge.sentence)))
    if !item.isLocked, item.progress == nil {
      // A little light behind it.
      let glow = Point(middle, top + WallLayout.badge / 2)
      let stops = [GradientStop(0, colors.glow), GradientStop(1, colors.glow.withAlpha(0))]
      nodes.append(
        .shape(
          Shape(
            Path(circle: glow, radius: 124),
            fill: .radial(RadialGradient(center: glow, radius: 124, stops: stops)))))
    }
    nodes.append(picture)
    let start = top + WallLayout.badge
    for (line, baseline, isTitle) in words.lines {
      let ink = isTitle ? (item.isLocked ? colors.muted : colors.text) : colors.faint
      nodes += centered(line, at: Point(middle, start + baseline), ink)
    }
    if let progress = item.progress, let title = words.lines.last(where: \.isTitle) {
      let track = Rect(
        x: middle - 75, y: start + title.baseline + 17, width: 150, height: 8)
      nodes.append(.shape(Shape(Path(rect: track, corner: 4), fill: .color(colors.track))))
      var done = track
      done.width = max(8, track.width * min(1, max(0, progress)))
      if isMirrored { done.x = track.maxX - done.width }
      nodes.append(.shape(Shape(Path(rect: done, corner: 4), fill: .color(colors.accent))))
    }
    if let count = item.count {
      let line = line(count.text, "Inter Bold", 14, within: 80, &typesetter)
      let across = line.width + 22
      let x = isMirrored ? box.x + 14 : box.maxX - 14 - across
      let pill = Rect(x: x, y: box.y + 14, width: across, height: 26)
      nodes.append(.shape(Shape(Path(rect: pill, corner: 13), fill: .color(colors.pill))))
      nodes += centered(
        line, at: Point(pill.center.x, pill.center.y + line.capHeight / 2), colors.pillText)
    }
    return nodes
  }

  // MARK: Header

  /// The roundel, the name, what it is of, and figures at the other side.
  private func header(
    _ portrait: Artwork?, width: Double, _ typesetter: inout Typesetter, _ report: inout Report
  ) -> [Node] {
    guard let heading = design.heading else { return [] }
    let colors = colors
    let (side, margin) = (WallLayout.portrait, WallLayout.margin)
    func edge(_ x: Double, _ across: Double) -> Double {
      isMirrored ? width - x - across : x
    }
    let center = Point(edge(margin, side) + side / 2, margin + side / 2)
    var nodes = roundel(heading, portrait, at: center, &typesetter)
    // Figures, from the far edge.
    var right = width - margin
    for figure in design.figures.reversed() {
      let number = line(figure.number, "Inter Bold", 36, within: 160, &typesetter)
      let label = line(
        figure.label.text, "Inter", 15, within: 150, language: figure.label.language, &typesetter)
      let across = max(number.width, label.width)
      right -= across
      let middle = edge(right, across) + across / 2
      nodes += centered(number, at: Point(middle, center.y - 2), colors.text)
      nodes += centered(label, at: Point(middle, center.y + 28), colors.faint)
      right -= 40
    }
    let start = margin + side + 24
    let room = min(820, max(120, right - start + (design.figures.isEmpty ? 0 : 8)))
    func set(
      _ run: TextTemplate.Run, _ type: TypeSlot, top: Double, height: Double, _ ink: Color
    ) {
      let block = typesetter.fit(
        run.text, type, FontFace(known: type.font),
        into: Rect(x: 0, y: 0, width: room, height: height), wrapBelow: 0.7, language: run.language)
      check(block.lines, block.size, type, run, &typesetter, &report)
      let depth = block.leading * Double(block.lines.count - 1)
      var y = top - depth / 2
      for line in block.lines {
        let x = edge(start, line.width)
        nodes += line.runs(at: Point(x, y + line.capHeight / 2), paint: .color(ink))
          .map { Node.text($0) }
        y += block.leading
      }
    }
    let name = TypeSlot(
      "Inter Bold", [38, 28], minimum: 18, letterSpacing: -0.9, lineHeight: 1.12)
    let lead = TypeSlot("Inter", [18, 16], minimum: 12, lineHeight: 1.3)
    set(
      heading, name, top: design.lead == nil ? center.y : center.y - 18, height: 64, colors.text)
    if let text = design.lead { set(text, lead, top: center.y + 26, height: 44, colors.muted) }
    return nodes
  }

  /// A picture in a ring, or the first letters of the name.
  private func roundel(
    _ name: TextTemplate.Run, _ portrait: Artwork?, at center: Point,
    _ typesetter: inout Typesetter
  ) -> [Node] {
    let radius = WallLayout.portrait / 2
    if let portrait {
      let scale = min(2 * radius / portrait.size.width, 2 * radius / portrait.size.height)
      let size = Size(width: portrait.size.width * scale, height: portrait.size.height * scale)
      return [
        .group(
          Group(
            portrait.nodes,
            transform: Affine(
              scale, 0, 0, scale, center.x - size.width / 2, center.y - size.height / 2),
            role: .figure(name.plainText)))
      ]
    }
    let gold = LinearGradient(
      start: Point(center.x - radius, center.y - radius),
      end: Point(center.x + radius, center.y + radius),
      stops: [
        GradientStop(0, Color(hex: 0xF7D774)), GradientStop(0.5, Color(hex: 0xD9A441)),
        GradientStop(1, Color(hex: 0xA87414)),
      ])
    let disc = design.color.tone(0.42, chroma: 1)
    let fill = LinearGradient(
      start: Point(center.x, center.y - radius), end: Point(center.x, center.y + radius),
      stops: [GradientStop(0, design.color.tone(0.52, chroma: 1)), GradientStop(1, disc)])
    var nodes: [Node] = [
      .shape(
        Shape(
          Path(circle: center, radius: radius - 1.5), stroke: Stroke(.linear(gold), width: 3))),
      .shape(Shape(Path(circle: center, radius: radius - 6), fill: .linear(fill))),
    ]
    let letters = name.text.split(separator: " ").compactMap(\.first).filter(\.isLetter)
    let initials = String(
      [letters.first, letters.count > 1 ? letters.last : nil].compactMap(\.self))
    if !initials.isEmpty {
      let line = line(
        initials.uppercased(), "Inter Bold", 34, within: 1.3 * radius, &typesetter)
      // A picture of letters, not words.
      nodes += line.runs(
        at: Point(center.x - line.width / 2, center.y + line.capHeight / 2), paint: .color(.white)
      ).map { Node.text($0).outlined }
    }
    return nodes
  }

  // MARK: Lines

  private func line(
    _ text: String, _ font: String, _ size: Double, within width: Double, language: String = "und",
    _ typesetter: inout Typesetter
  ) -> TextLine {
    typesetter.set(
      text, in: TextStyle(face: FontFace(known: font), size: size, language: language),
      within: width)
  }

  private func centered(_ line: TextLine, at point: Point, _ ink: Color) -> [Node] {
    line.runs(at: Point(point.x - line.width / 2, point.y), paint: .color(ink)).map {
      Node.text($0)
    }
  }

  private func check(
    _ lines: [TextLine], _ size: Double, _ type: TypeSlot, _ run: TextTemplate.Run,
    _ typesetter: inout Typesetter, _ report: inout Report
  ) {
    typesetter.checkLetters(of: run.text, setAs: lines, at: run.place, &report)
    guard size < type.minimum - 0.01 else { return }
    report.add(
      .fit, "“\(run.plainText)” does not fit the wall", at: run.place, weights: design.weights,
      measure: Measure(size, "units a letter", limit: type.minimum),
      help: "shorten it, or say with a soft hyphen where a long word may break")
  }
}
