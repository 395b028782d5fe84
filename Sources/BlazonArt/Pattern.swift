public import BlazonScene

/// A texture of a field. Drawn above the field's paint, clipped to its outline by whoever uses it.
public struct Pattern: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case rays, dots, grid, stripes, chevrons, crosshatch, facets, crown, guilloche, glow, fade
    /// A disc of one tone: a sun, a moon.
    case disc
    /// A tide that stands at a level: progress.
    case wave
  }

  public var kind: Kind
  public var color: Color
  /// What a crown is shaded with, from the upper left to the lower right; `color` unless given.
  public var colors: [Color] = []
  /// 0…1, on top of the colour's own alpha.
  public var opacity: Double
  /// Where rays, facets, glows and discs have their middle.
  public var center: Point
  /// How far rays, facets, glows and discs reach.
  public var radius: Double
  /// Where a guilloche or a crown ends inside.
  public var inner = 0.0
  /// How many waves a guilloche has, and how many crests each of them.
  public var lines = 6, lobes = 24
  /// How many rays or facets, or sides of a crown.
  public var count: Int
  /// The distance between neighbours of what repeats.
  public var step: Double
  /// The width of lines; the diameter of dots.
  public var line: Double
  public var rotation: Angle
  /// The part of the plane that grids, dots and stripes fill.
  public var box: Rect

  public init(
    _ kind: Kind, color: Color, opacity: Double, center: Point, radius: Double, count: Int,
    step: Double, line: Double, rotation: Angle, box: Rect
  ) {
    (self.kind, self.color, self.opacity) = (kind, color, opacity)
    (self.center, self.radius, self.count) = (center, radius, max(3, count))
    (self.line, self.rotation, self.box) = (line, rotation, box)
    self.step = max(1, step)
  }

  private func paint(_ share: Double) -> Color {
    color.withAlpha(color.alpha * opacity * share)
  }

  public func nodes() -> [Node] {
    switch kind {
    case .rays: [rays()]
    case .dots: [dots()]
    case .grid: [lines(across: true, down: true)]
    case .stripes: [diagonals(down: true, up: false)]
    case .crosshatch: [diagonals(down: true, up: true)]
    case .chevrons: [chevrons()]
    case .facets: facets()
    case .crown: crown()
    case .guilloche: [guilloche()]
    case .glow: [glow()]
    case .fade: [fade()]
    case .disc: [.shape(Shape(Path(circle: center, radius: radius), fill: .color(paint(1))))]
    case .wave: wave()
    }
  }

  private func rays() -> Node {
    var path = Path()
    let step = 360 / Double(count)
    for i in 0..<count {
      let middle = rotation.degrees + step * Double(i)
      path.append(
        Path(polygon: [
          center, center.polar(radius, Angle(degrees: middle - step / 4)),
          center.polar(radius, Angle(degrees: middle + step / 4)),
        ]))
    }
    let fill = RadialGradient(
      center: center, radius: radius,
      stops: [
        GradientStop(0, paint(0)), GradientStop(0.25, paint(1)), GradientStop(1, paint(1.15)),
      ])
    return .shape(Shape(path, fill: .radial(fill)))
  }

  /// Rows of dashes of no length with round caps: one segment a row instead of one circle a dot.
  private func dots() -> Node {
    var path = Path()
    var y = box.minY
    var isOdd = false
    while y < box.maxY {
      path.move(to: Point(box.minX + (isOdd ? step / 2 : 0), y))
      path.line(to: Point(box.maxX, y))
      y += step * 0.866
      isOdd.toggle()
    }
    return stroke(path, dashes: [0.01, step - 0.01], cap: .round)
  }

  private func lines(across: Bool, down: Bool) -> Node {
    var path = Path()
    var x = center.x - ((center.x - box.minX) / step).rounded(.down) * step
    while down, x <= box.maxX {
      path.move(to: Point(x, box.minY))
      path.line(to: Point(x, box.maxY))
      x += step
    }
    var y = center.y - ((center.y - box.minY) / step).rounded(.down) * step
    while across, y <= box.maxY {
      path.move(to: Point(box.minX, y))
      path.line(to: Point(box.maxX, y))
      y += step
    }
    return stroke(path)
  }

  private func diagonals(down: Bool, up: Bool) -> Node {
    var path = Path()
    let reach = box.width + box.height
    var offset = -(box.height / step).rounded(.up) * step
    while offset < box.width {
      if down {
        path.move(to: Point(box.minX + offset, box.minY))
        path.line(to: Point(box.minX + offset + reach, box.minY + reach))
      }
      if up {
        path.move(to: Point(box.maxX - offset, box.minY))
        path.line(to: Point(box.maxX - offset - reach, box.minY + reach))
      }
      offset += step
    }
    return stroke(path)
  }

  private func chevrons() -> Node {
    var path = Path()
    let rise = box.width / 4
    var y = box.minY - rise
    while y < box.maxY {
      path.append(
        Path(
          polygon: [Point(box.minX, y + rise), Point(center.x, y), Point(box.maxX, y + rise)],
          isClosed: false))
      y += step
    }
    return stroke(path)
  }

  private func stroke(_ path: Path, dashes: [Double] = [], cap: Stroke.Cap = .butt) -> Node {
    .shape(
      Shape(path, stroke: Stroke(.color(paint(1)), width: line, cap: cap, dashes: dashes)))
  }

  /// Wedges lit from the upper left, each halved once more: a cut stone seen from above.
  ///
  /// Two layers of white and of the pattern's colour shade the field below; neighbours never
  /// share an anti-aliased edge of the same layer.
  private func facets() -> [Node] {
    var nodes: [Node] = []
    let points = Path.regularPolygon(
      center: center, radius: radius, sides: count, rotation: rotation)
    for i in 0..<count {
      let (a, b) = (points[i], points[(i + 1) % count])
      let middle = a.mixed(with: b, 0.5)
      let normal = (middle - center) * (1 / max(1e-9, (middle - center).length))
      let light = -normal.x * 0.5 - normal.y * 0.87
      // What is in the shade is so more than what is in the light: figures that are light stand on both.
      let (shade, depth) = light > 0 ? (Color.white, 0.6) : (color, 1.7)
      nodes.append(
        .shape(
          Shape(
            Path(polygon: [center, a, b]),
            fill: .color(shade.withAlpha(abs(light) * opacity * depth)))))
      nodes.append(
        .shape(
          Shape(
            Path(polygon: [center, a, middle]),
            fill: .color(Color.white.withAlpha(opacity * (i.isMultiple(of: 2) ? 0.4 : 0.2))))))
    }
    return nodes
  }

  private func crown() -> [Node] {
    let nodes = CutStone(
      center: center, radius: radius, table: inner, sides: count, rotation: rotation,
      colors: colors.isEmpty ? [color] : colors
    ).nodes()
    return opacity < 1 ? [.group(Group(nodes, opacity: opacity))] : nodes
  }

  private func guilloche() -> Node {
    Guilloche.turned(
      at: center, inner: inner, outer: radius, lines: lines, lobes: lobes,
      Stroke(.color(paint(1)), width: line))
  }

  /// Two swells, `line` high and `step` long, from the level of the centre down.
  private func wave() -> [Node] {
    func swell(_ shift: Double, isClosed: Bool) -> Path {
      var path = Path()
      var x = center.x - ((center.x - box.minX) / step).rounded(.up) * step - shift
      path.move(to: Point(x, center.y))
      while x < box.maxX {
        let (a, b) = (line * 2.4, step * 0.18)
        path.cubic(
          Point(x + b, center.y - a / 2), Point(x + step / 2 - b, center.y - a / 2),
          to: Point(x + step / 2, center.y))
        path.cubic(
          Point(x + step / 2 + b, center.y + a / 2), Point(x + step - b, center.y + a / 2),
          to: Point(x + step, center.y))
        x += step
      }
      guard isClosed else { return path }
      path.line(to: Point(x, box.maxY))
      path.line(to: Point(box.minX - 2 * step, box.maxY))
      path.close()
      return path
    }
    let depth = LinearGradient(
      start: Point(center.x, center.y), end: Point(center.x, box.maxY),
      stops: [
        GradientStop(0, paint(1).lightened(by: 0.07)), GradientStop(0.4, paint(1)),
        GradientStop(1, paint(1).lightened(by: -0.08)),
      ])
    return [
      .shape(Shape(swell(step * 0.4, isClosed: true), fill: .color(paint(0.5)))),
      .shape(Shape(swell(0, isClosed: true), fill: .linear(depth))),
      .shape(
        Shape(
          swell(0, isClosed: false),
          stroke: Stroke(.color(Color.white.withAlpha(0.6 * opacity)), width: 2.4))),
    ]
  }

  private func glow() -> Node {
    let fill = RadialGradient(
      center: center, radius: radius,
      stops: [GradientStop(0, paint(1)), GradientStop(0.5, paint(0.5)), GradientStop(1, paint(0))])
    return .shape(Shape(Path(circle: center, radius: radius), fill: .radial(fill)))
  }

  /// Darkens towards the box's lower edge.
  private func fade() -> Node {
    let fill = LinearGradient(
      start: Point(box.center.x, box.minY), end: Point(box.center.x, box.maxY),
      stops: [GradientStop(0, paint(0)), GradientStop(1, paint(1))])
    return .shape(Shape(Path(rect: box), fill: .linear(fill)))
  }
}
