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
    let portrait = design.logo.flatMap { artworks.picture($0, in: design.theme) }
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

  static let margin = 36.0
  private static let gap = 16.0
  private static let panel = 270.0
  static let portrait = 96.0
  private static let badge = 190.0
  /// From the top of a panel to its badge, and from there to its words.
  private static let padding = 26.0

  struct Colors {
    var ground: Color, panel: Color, line: Color, text: Color, muted: Color, faint: Color
    var accent: Color, pill: Color, pillText: Color, track: Color, glow: Color
  }

  var colors: Colors {
    let color = design.color
    let gold = Color(hex: 0xFFE08A)
    switch design.theme {
    case .light:
      return Colors(
        ground: .white, panel: color.tone(0.98, chroma: 0.07), line: color.tone(0.9, chroma: 0.14),
        text: color.tone(0.22, chroma: 0.45), muted: color.tone(0.47, chroma: 0.3),
        faint: color.tone(0.47, chroma: 0.3), accent: color.tone(0.5, chroma: 1), pill: gold,
        pillText: Color(hex: 0x3F2E00), track: color.tone(0.88, chroma: 0.25),
        glow: color.tone(0.935, chroma: 0.2))
    case .dark:
      // A little of the programme's colour in the blue of dark pages: drab colours turn to mud
      // when they are dark.
      let slate = Color(hex: 0x161C28)
      return Colors(
        ground: Color(hex: 0x0D1117), panel: slate.mixed(with: color.tone(0.25, chroma: 1), 0.06),
        line: slate.mixed(with: color.tone(0.42, chroma: 1), 0.3),
        text: color.tone(0.96, chroma: 0.1),
        muted: color.tone(0.77, chroma: 0.18), faint: color.tone(0.7, chroma: 0.16),
        accent: color.tone(0.72, chroma: 0.9), pill: Color(hex: 0xE9B949),
        pillText: Color(hex: 0x2B1F00), track: color.tone(0.34, chroma: 0.25),
        glow: slate.mixed(with: color.tone(0.46, chroma: 1), 0.5))
    }
  }

  var isMirrored: Bool { TextDirection(ofLanguage: design.language) == .rightToLeft }

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
        wrapBelow: 0.78, language: run.language)
      check(block.lines, block.size, type, run, &typesetter, &report)
      var y = words.height + gap
      for (index, line) in block.lines.enumerated() {
        // As high as the highest Latin letter at least: words without one stand on the same line as their neighbours.
        y += index == 0 ? max(0.757 * block.size, line.inkAscent) : block.leading
        words.lines.append((line, y, isTitle))
      }
      words.height = y + max(0, (block.lines.last?.inkDescent ?? 0) - 0.24 * block.size)
    }
    let title = TypeSlot("Inter SemiBold", [19, 18, 17], minimum: 12, lineHeight: 1.2)
    let isLong = line(item.name.text, title.font, 17, within: .infinity, &typesetter).width > room
    add(isLong ? item.short : item.name, title, gap: 24, isTitle: true)
    let small = TypeSlot("Inter", [15, 14], minimum: 11, lineHeight: 1.25)
    if item.progress != nil { words.height += 24 }
    if let note = item.note { add(note, small, gap: 12) }
    if let date = item.date { add(date, small, gap: 10) }
    return words
  }

  /// How much a badge is there: what is not earned stands back.
  private func presence(of item: WallDesign.Item) -> Double {
    if item.isLocked { return design.theme == .dark ? 0.3 : 0.82 }
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
    // A light behind what is earned.
    let center = Point(middle, top + WallLayout.badge / 2)
    if !item.isLocked, item.progress == nil {
      let glow = RadialGradient(
        center: center, radius: WallLayout.padding + WallLayout.badge / 2 - 1,
        stops: [
          GradientStop(0, colors.glow), GradientStop(0.6, colors.glow),
          GradientStop(1, colors.panel),
        ])
      nodes.append(
        .shape(Shape(Path(circle: center, radius: glow.radius), fill: .radial(glow))))
    }
    let picture = Node.group(
      Group(
        badge.map(\.outlined),
        transform: Affine(scale, 0, 0, scale, middle - WallLayout.badge / 2, top),
        opacity: presence(of: item), role: .figure(item.badge.sentence)))
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

  // MARK: Lines

  func line(
    _ text: String, _ font: String, _ size: Double, within width: Double, language: String = "und",
    _ typesetter: inout Typesetter
  ) -> TextLine {
    typesetter.set(
      text, in: TextStyle(face: FontFace(known: font), size: size, language: language),
      within: width)
  }

  func centered(_ line: TextLine, at point: Point, _ ink: Color) -> [Node] {
    line.runs(at: Point(point.x - line.width / 2, point.y), paint: .color(ink)).map {
      Node.text($0)
    }
  }

  func check(
    _ lines: [TextLine], _ size: Double, _ type: TypeSlot, _ run: TextTemplate.Run,
    _ typesetter: inout Typesetter, _ report: inout Report
  ) {
    typesetter.checkLetters(of: run.text, setAs: lines, at: run.place, &report)
    guard size < type.minimum - 0.01 else { return }
    let count = Int(Double(run.plainText.count) * size / type.minimum)
    report.add(
      .fit, "“\(run.plainText)” does not fit the wall: about \(count) characters would",
      at: run.place, weights: design.weights,
      measure: Measure(size, "units a letter", limit: type.minimum),
      help: "shorten it, or give the wall more columns")
  }
}
