internal import BlazonArt
internal import BlazonDesign
internal import BlazonScene
internal import BlazonSpec

/// What is sewn, folded and torn.
extension Style {
  /// The outer line: around everything that stands on the page, below it, so that no part of a badge
  /// is lost on a page of its own tone. That of a ribbon is of its cloth.
  func edges() -> [Node] {
    guard let line = design.slots.outerLine, let paint = paint(line.fill, over: bounds) else {
      return []
    }
    var outlines = grounds.map { ($0, paint) }
    if let slot = design.slots.ribbon {
      let ribbon = slot.geometry
      let said = slot.fill.flatMap { self.paint($0, over: bounds)?.flat.ground(.edge) }
      let own = Paint.color(said ?? design.palette.cloth(slot.cloth).outline)
      outlines += ([ribbon.band] + (ribbon.tail > 0 ? ribbon.tails : [])).map { ($0, own) }
    }
    let width = 2 * max(line.width, leastLine)
    return outlines.map { outline, paint in
      .shape(
        Shape(outline, stroke: Stroke(paint, width: width, join: .round), opacity: line.opacity))
    }
  }

  /// How wide an edge has to be on small pictures: more than a pixel.
  private var leastLine: Double {
    design.pixelWidth.map { ($0 < 64 ? 1.35 : 1.75) * 512 / Double($0) } ?? 0
  }

  /// The outlines of all that a crack goes through.
  private var grounds: [Path] {
    [outline] + design.slots.back.filter { $0.fill != nil }.map { path(of: $0) }
      + design.slots.pleats.prefix(1).map(\.edge)
      + (design.slots.tails?.outlines.map(\.outline) ?? [])
  }

  func tails() -> [Node] {
    guard let slot = design.slots.tails else { return [] }
    return slot.outlines.flatMap { tail -> [Node] in
      let box = tail.outline.controlBox ?? bounds
      var nodes: [Node] = []
      if let fill = paint(slot.fill, over: box) {
        nodes.append(.shape(Shape(tail.outline, fill: fill)))
      }
      var inside: [Node] = []
      if slot.stripeWidth > 0, let stripe = paint(slot.stripe, over: box) {
        let place = slot.width * 0.35
        let lines = Path(
          joining: [-place, place].map {
            Path(polygon: [Point($0, 0), Point($0, slot.length)], isClosed: false)
          })
        inside.append(
          .shape(
            Shape(lines.transformed(by: tail.map), stroke: Stroke(stripe, width: slot.stripeWidth)))
        )
      }
      if !design.isFlat {
        let shade = color(slot.shade)
        let fade = LinearGradient(
          start: Point(0, slot.at.y), end: Point(0, slot.at.y + slot.length * 0.62),
          stops: [
            GradientStop(0, shade), GradientStop(0.55, shade),
            GradientStop(1, shade.withAlpha(0)),
          ])
        inside.append(.shape(Shape(tail.outline, fill: .linear(fade))))
      }
      if !inside.isEmpty { nodes.append(.group(Group(inside, clip: tail.outline))) }
      return shadowed(nodes, slot.shadow)
    }
  }

  func pleats() -> [Node] {
    design.slots.pleats.flatMap { slot in
      let box = Rect(center: slot.at, width: 2 * slot.radius, height: 2 * slot.radius)
      let nodes = Rosette.wheel(
        at: slot.at, radius: slot.radius, inner: slot.inner, count: slot.count,
        zigzag: slot.zigzag, rotation: slot.rotation, fill: paint(slot.fill, over: box) ?? .white,
        light: color(slot.light), dark: color(slot.dark),
        shade: design.isFlat ? Color.black.withAlpha(0) : color(slot.shade))
      return shadowed(nodes, slot.shadow)
    }
  }

  /// The outline, a little smaller, in whole stitches.
  func stitch() -> [Node] {
    guard let slot = design.slots.stitch, let thread = paint(slot.fill, over: bounds) else {
      return []
    }
    let map = Affine.translation(bounds.center.x, bounds.center.y).after(.scale(slot.scale))
      .after(.translation(-bounds.center.x, -bounds.center.y))
    let seam = outline.transformed(by: map)
    let length = seam.flattened(steps: 12).reduce(0) { sum, polygon in
      zip(polygon, polygon.dropFirst()).reduce(sum) { $0 + ($1.1 - $1.0).length }
    }
    let period = slot.dashes.reduce(0, +)
    let stretch = period > 0 ? length / ((length / period).rounded() * period) : 1
    let node = Node.shape(
      Shape(
        seam,
        stroke: Stroke(
          thread, width: slot.width, cap: .round, dashes: slot.dashes.map { $0 * stretch })))
    return shadowed([node], slot.shadow, opacity: slot.opacity)
  }

  /// The sides of the crack, as wide as they have to be to be seen on any page.
  func brokenEdge() -> [Node] {
    guard let slot = design.slots.crack, let edge = slot.stroke.flatMap({ paint($0, over: bounds) })
    else { return [] }
    let line = Shape(
      slot.path,
      stroke: Stroke(edge, width: 2 * max(slot.strokeWidth, leastLine), join: .round))
    return [.group(Group([.shape(line)], clip: Path(joining: grounds)))]
  }

  /// `nodes` without what the crack covers.
  func cracked(_ nodes: [Node]) -> [Node] {
    guard let slot = design.slots.crack, !nodes.isEmpty else { return nodes }
    let canvas = Path(rect: Rect(x: -64, y: -64, width: 640, height: 640))
    // By the non-zero rule a hole turns the other way than what it is cut from.
    let hole = slot.path.flattened(steps: 8).map { polygon in
      Path(polygon: area(of: polygon) > 0 ? polygon.reversed() : polygon)
    }
    return [.group(Group(nodes, clip: canvas + Path(joining: hole)))]
  }

  /// Twice the signed area; positive for a clockwise polygon.
  private func area(of polygon: [Point]) -> Double {
    zip(polygon, polygon.dropFirst() + polygon.prefix(1)).reduce(0) {
      $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y
    }
  }
}

extension TailsSlot {
  /// The outlines of both tails, and the maps that hang them there.
  fileprivate var outlines: [(outline: Path, map: Affine)] {
    Rosette.tails(
      from: at, width: width, length: length, angle: angle, spread: spread, notch: notch)
  }
}

extension PleatsSlot {
  /// The wheel's zigzag edge.
  fileprivate var edge: Path {
    Rosette.edge(at: at, radius: radius, count: count, zigzag: zigzag, rotation: rotation)
  }
}
