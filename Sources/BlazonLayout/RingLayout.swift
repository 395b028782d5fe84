internal import BlazonDesign
internal import BlazonForm
internal import BlazonScene
internal import BlazonSource
internal import BlazonSpec
internal import BlazonText

extension PageLayout {
  /// Competencies as arcs, as long as their weights, from the top clockwise; their names and shares beside them.
  mutating func block(
    of ring: RingElement, width: Double, _ typesetter: inout Typesetter, _ report: inout Report
  ) -> Block? {
    let items = design.subject.competencies
    let total = items.reduce(0) { $0 + $1.weight }
    guard total > 0 else { return nil }
    let left = ring.size + ring.gap
    let dot = ring.type.sizes[0] * 0.8
    let room = max(20, width - left - dot - 8)
    var type = ring.type
    // Many names are a little smaller, so that the ring stays the larger.
    let leading = min(1.75 * type.sizes[0], 1.15 * ring.size / Double(items.count))
    type.sizes = type.sizes.map { min($0, leading / 1.3) }
    let share = items.map { "\(Int((100 * $0.weight / total).rounded())) %" }
    let shareWidth = 3.2 * type.sizes[0]
    let rows = items.indices.map { index in
      (
        name: block(
          of: items[index].name, type, ring.ink, width: room - shareWidth, align: .start,
          &typesetter, &report),
        share: block(
          of: TextTemplate.Run(share[index], in: "und", at: items[index].name.place), type,
          ring.muted, width: shareWidth, align: .end, &typesetter, &report)
      )
    }
    let heights = rows.map { max(leading, ($0.name?.size.height ?? 0) + 0.6 * type.sizes[0]) }
    let height = heights.reduce(0, +)
    let size = Size(width: width, height: max(ring.size, height))
    let colors = tones(of: design.palette.color(ring.fill), items.count)
    return Block(size: size) { [self] origin in
      let radius = (ring.size - ring.width) / 2
      let x = edge(of: 0, width: ring.size, in: width)
      let center = Point(origin.x + x + ring.size / 2, origin.y + size.height / 2)
      var arcs: [Node] = []
      // A little of the ground shows between two arcs.
      let gap = items.count > 1 ? 2.4 / radius : 0
      var angle = 0.0
      for (index, item) in items.enumerated() {
        let turn = 2 * Double.pi * item.weight / total
        let path = Path(
          arcAbout: center, radius: radius, from: angle + gap / 2,
          to: max(angle + gap / 2 + 0.01, angle + turn - gap / 2))
        arcs.append(
          .shape(Shape(path, stroke: Stroke(.color(colors[index]), width: ring.width))))
        angle += turn
      }
      // Decoration: the names say it.
      var nodes: [Node] = [.group(Group(arcs))]
      var y = origin.y + (size.height - height) / 2
      for (index, row) in rows.enumerated() {
        let middle = y + heights[index] / 2
        let place = edge(of: left, width: dot, in: width)
        let mark = Rect(
          x: origin.x + place, y: middle - dot / 2, width: dot, height: dot)
        nodes.append(
          .shape(Shape(Path(rect: mark, corner: dot * 0.3), fill: .color(colors[index]))))
        if let name = row.name {
          let at = edge(of: left + dot + 8, width: room - shareWidth, in: width)
          nodes += name.nodes(Point(origin.x + at, middle - name.size.height / 2))
        }
        if let share = row.share {
          let at = edge(of: width - shareWidth, width: shareWidth, in: width)
          nodes += share.nodes(Point(origin.x + at, middle - share.size.height / 2))
        }
        y += heights[index]
      }
      return nodes
    }
  }

  /// Tones of `color`, of which neighbours differ.
  private func tones(of color: Color, _ count: Int) -> [Color] {
    (0..<count).map { index in
      let step = count > 1 ? Double(index) / Double(count - 1) : 0
      return color.tone(0.4 + 0.4 * step, chroma: 1 - 0.2 * step)
    }
  }
}

extension Path {
  /// A part of a circle: angles in radians, clockwise from the top.
  fileprivate init(arcAbout center: Point, radius: Double, from start: Double, to end: Double) {
    self.init()
    func at(_ angle: Double) -> Point { center.polar(radius, Angle(radians: angle)) }
    func tangent(_ angle: Double) -> Point { at(angle + .pi / 2) - center }
    let count = max(1, Int(((end - start) / (.pi / 4)).rounded(.up)))
    let step = (end - start) / Double(count)
    // The handle of a cubic that follows the circle (4/3 · tan of a quarter of the turn), to third order.
    let quarter = step / 4
    let handle = 4.0 / 3 * (quarter + quarter * quarter * quarter / 3)
    move(to: at(start))
    for index in 0..<count {
      let (a, b) = (start + step * Double(index), start + step * Double(index + 1))
      cubic(at(a) + tangent(a) * handle, at(b) - tangent(b) * handle, to: at(b))
    }
  }
}
