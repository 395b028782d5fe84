internal import BlazonArtwork
internal import BlazonCheck
internal import BlazonDesign
internal import BlazonForm
internal import BlazonScene
internal import BlazonSource
internal import BlazonSpec
internal import BlazonText

/// The head of a wall: whose it is, and what is counted.
extension WallLayout {
  /// The roundel, the name, what it is of, and figures at the other side.
  func header(
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
    // A narrow wall has room for the name alone.
    let figures = width < 640 ? [] : design.figures
    for figure in figures.reversed() {
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
    let room = min(820, max(120, right - start + (figures.isEmpty ? 0 : 8)))
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
      "Inter Bold", [38, 28, 22], minimum: 11, letterSpacing: -0.9, lineHeight: 1.12)
    let lead = TypeSlot("Inter", [18, 16], minimum: 12, lineHeight: 1.3)
    set(
      heading, name, top: design.lead == nil ? center.y : center.y - 18, height: 72, colors.text)
    if let text = design.lead { set(text, lead, top: center.y + 26, height: 44, colors.muted) }
    return nodes
  }

  /// A picture in a ring, or the first letters of the name.
  private func roundel(
    _ name: TextTemplate.Run, _ portrait: Artwork?, at center: Point,
    _ typesetter: inout Typesetter
  ) -> [Node] {
    let radius = WallLayout.portrait / 2
    if let avatar = design.avatar {
      let ring = Shape(
        Path(circle: center, radius: radius - 1.5),
        stroke: Stroke(.color(design.color.tone(0.55, chroma: 0.9)), width: 3))
      return avatar.disc(at: center, radius: radius - 6, named: name.plainText) + [.shape(ring)]
    }
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
}
