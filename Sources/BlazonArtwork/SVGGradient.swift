internal import BlazonScene
internal import XML

/// A gradient of an SVG, in its own coordinates (SVG 2, section 14.2).
struct SVGGradient {
  enum Shape {
    case linear(Point, Point)
    case radial(Point, Double, focus: Point)
  }

  /// It goes on so often that nobody sees how.
  enum Problem: Error { case tooFine }

  enum Spread: String { case pad, reflect, `repeat` }

  var shape: Shape
  var stops: [GradientStop]
  /// Whether its coordinates are shares of the box of what it paints.
  var isOfBox: Bool
  var transform: Affine
  var spread: Spread

  /// How often a gradient is repeated at most.
  private static let repeatLimit = 256.0

  /// The map from the gradient's coordinates, for an outline that fills `box` and is mapped by
  /// `map`; `nil` where there is no box to paint.
  private func map(over box: Rect, _ map: Affine) -> Affine? {
    guard isOfBox else { return map.after(transform) }
    guard box.width > 0, box.height > 0 else { return nil }
    let toBox = Affine(box.width, 0, 0, box.height, box.x, box.y)
    return map.after(toBox).after(transform)
  }

  /// The paint, and the map that must be put around what it paints to make circles ellipses; `nil` where nothing is
  /// painted.
  func paint(
    over box: Rect, _ outer: Affine
  ) throws(Problem) -> (paint: Paint, stretch: Affine?)? {
    guard let last = stops.last else { return nil }
    guard let map = map(over: box, outer) else { return nil }
    guard map.scale > 1e-9 else { return (.color(last.color), nil) }
    switch shape {
    case .linear(let start, let end):
      let way = end - start
      guard way.length > 0 else { return (.color(last.color), nil) }
      let periods = periods(over: box, outer, map) { point in
        let from = point - start
        return (from.x * way.x + from.y * way.y) / (way.x * way.x + way.y * way.y)
      }
      guard let (first, count) = periods else { throw .tooFine }
      // Lines of one colour are at right angles to the way before the map, and may not be after it.
      let even = map.direction(Point(-way.y, way.x))
      let along = map.direction(way)
      let share = (along.x * even.x + along.y * even.y) / (even.x * even.x + even.y * even.y)
      let across = along - even * share
      let from = map(start) + across * first
      return (
        .linear(
          LinearGradient(
            start: from, end: from + across * count, stops: repeated(from: first, count))), nil
      )
    case .radial(let center, let radius, let focus):
      guard radius > 0 else { return (.color(last.color), nil) }
      let away = focus - center
      let inner =
        away.length > radius * 0.99 ? center + away * (radius * 0.99 / away.length) : focus
      let room = radius - (center - inner).length
      let periods = periods(over: box, outer, map) { ($0 - inner).length / room }
      guard let (_, count) = periods else { throw .tooFine }
      // The circles grow away from the focus.
      let (middle, size) = (inner + (center - inner) * count, radius * count)
      let stops = repeated(from: 0, count)
      if map.isSimilarity {
        return (
          .radial(
            RadialGradient(
              center: map(middle), radius: size * map.scale, focus: map(inner), stops: stops)),
          nil
        )
      }
      // Painted in a space of round circles as large as the drawing's, then stretched.
      let k = map.scale
      return (
        .radial(
          RadialGradient(center: middle * k, radius: size * k, focus: inner * k, stops: stops)),
        map.after(.scale(1 / k))
      )
    }
  }

  /// The periods that cover `box`: the first, and how many; `nil` where these are too many.
  private func periods(
    over box: Rect, _ outer: Affine, _ map: Affine, _ share: (Point) -> Double
  ) -> (first: Double, count: Double)? {
    guard spread != .pad, let back = map.inverse else { return (0, 1) }
    // Strokes reach out of the box.
    let wide = box.expanded(by: (box.width + box.height) / 4)
    let shares = [(0.0, 0.0), (1, 0), (0, 1), (1, 1)].map { x, y in
      share(back(outer(Point(wide.minX + x * wide.width, wide.minY + y * wide.height))))
    }
    guard let least = shares.min(), let most = shares.max() else { return (0, 1) }
    let isRadial = if case .radial = shape { true } else { false }
    let first = isRadial ? 0 : least.rounded(.down)
    let count = max(1, most.rounded(.up) - first)
    return count <= SVGGradient.repeatLimit && first.magnitude < 1e6 ? (first, count) : nil
  }

  /// The stops of `count` periods, each turned round after the one before where they reflect.
  private func repeated(from first: Double, _ count: Double) -> [GradientStop] {
    guard spread != .pad, count > 1 || first != 0 else { return stops }
    var all: [GradientStop] = []
    for period in 0..<Int(count) {
      let isTurned = spread == .reflect && (Int(first) + period) % 2 != 0
      let own = isTurned ? stops.reversed().map { GradientStop(1 - $0.offset, $0.color) } : stops
      guard let start = own.first, let end = own.last else { continue }
      let whole = [GradientStop(0, start.color)] + own + [GradientStop(1, end.color)]
      all += whole.map { GradientStop((Double(period) + $0.offset) / count, $0.color) }
    }
    return all
  }
}

extension SVGReader {
  private static let stopLimit = 500

  /// The gradient that is defined; `nil` for what is none.
  mutating func gradient(
    _ found: SVGDefinitions.Definition, _ object: SVGObject, _ attribute: SVGElement.Attribute
  ) throws(ArtworkError) -> SVGGradient? {
    let element = SVGElement(found.element)
    guard ["linearGradient", "radialGradient"].contains(element.name) else {
      findings.warn(attribute.error("names no gradient of this file", help: "give one this id"))
      return nil
    }
    let chain = try chain(from: found)
    func given(_ name: String) -> SVGElement.Attribute? {
      let isShared = name.hasPrefix("gradient") || name == "spreadMethod"
      for link in chain where isShared || link.element.name == element.name {
        if let attribute = link.element.attribute(name) { return attribute }
      }
      return nil
    }
    if let inner = given("fr"), !["0", "0%"].contains(inner.value) {
      throw inner.error("is not drawn", help: "let the gradient begin in a point: fr=\"0\"")
    }
    let isOfBox = given("gradientUnits")?.value != "userSpaceOnUse"
    var units = object.style.units
    if isOfBox { units.viewport = Size(width: 1, height: 1) }
    func number(
      _ name: String, _ axis: SVGUnits.Axis, else usual: String
    ) throws(ArtworkError) -> Double {
      let attribute = given(name)
      guard let value = units.length(attribute?.value ?? usual, axis) else {
        throw attribute?.error("is no number", help: "write a plain number or a percentage")
          ?? element.error("a number is missing", help: "write \(name)")
      }
      return value
    }
    var transform = Affine.identity
    if let attribute = given("gradientTransform") {
      guard let map = Affine(svg: attribute.value) else {
        throw attribute.error("is no transform", help: "write it as rotate(45) or matrix(…)")
      }
      transform = map
    }
    let shape: SVGGradient.Shape
    if element.name == "linearGradient" {
      shape = .linear(
        Point(try number("x1", .across, else: "0"), try number("y1", .down, else: "0")),
        Point(try number("x2", .across, else: "100%"), try number("y2", .down, else: "0")))
    } else {
      let center = Point(
        try number("cx", .across, else: "50%"), try number("cy", .down, else: "50%"))
      let focus = Point(
        given("fx") == nil ? center.x : try number("fx", .across, else: "0"),
        given("fy") == nil ? center.y : try number("fy", .down, else: "0"))
      shape = .radial(center, max(0, try number("r", .diagonal, else: "50%")), focus: focus)
    }
    return SVGGradient(
      shape: shape, stops: try stops(chain, object.style), isOfBox: isOfBox, transform: transform,
      spread: given("spreadMethod").flatMap { SVGGradient.Spread(rawValue: $0.value) } ?? .pad)
  }

  /// A gradient or a pattern, and those whose attributes and contents it takes over, at most eight.
  func chain(
    from found: SVGDefinitions.Definition
  ) throws(ArtworkError) -> [(element: SVGElement, definition: SVGDefinitions.Definition)] {
    var chain = [(element: SVGElement(found.element), definition: found)]
    while let (id, reference) = try chain.last?.element.target() {
      // One that names nothing of its kind stands alone.
      let isPattern = found.element.localName == "pattern"
      guard let next = definitions[id],
        isPattern
          ? next.element.localName == "pattern" : next.element.localName.hasSuffix("Gradient")
      else { break }
      guard chain.count < 8 else {
        throw reference.error("goes round in a circle", help: "give it its own contents")
      }
      chain.append((SVGElement(next.element), next))
    }
    return chain
  }

  private mutating func stops(
    _ chain: [(element: SVGElement, definition: SVGDefinitions.Definition)], _ style: SVGStyle
  ) throws(ArtworkError) -> [GradientStop] {
    for link in chain {
      let children = link.element.children.filter { $0.localName == "stop" }
      guard !children.isEmpty else { continue }
      // `currentColor` is that of the place of the gradient.
      var around = try self.style(around: link.definition, style)
      around = try around.applying(link.element, &findings)
      var stops: [GradientStop] = []
      var last = 0.0
      for child in children {
        let stop = SVGElement(child)
        guard stops.count < SVGReader.stopLimit else {
          throw stop.error("more than \(SVGReader.stopLimit) stops", help: "take some away")
        }
        try budget.takeStop(stop)
        let offset = stop.attribute("offset").flatMap { share(in: $0.value) } ?? 0
        // "Each offset is required to be no less than the one before it."
        last = max(last, min(1, offset))
        stops.append(GradientStop(last, try color(of: stop, around)))
      }
      return stops
    }
    return []
  }

  private mutating func color(
    of stop: SVGElement, _ around: SVGStyle
  ) throws(ArtworkError) -> Color {
    let own = try around.applying(stop, &findings)
    let candidates = stop.candidates("stop-color")
    let plain = candidates.filter { !$0.value.hasPrefix("color(") }
    var color = Color.black
    if let last = candidates.last {
      let colors = (plain.isEmpty ? candidates : plain).reversed().lazy
        .compactMap { Color(svg: $0.value, current: own.ink) }
      if let first = colors.first {
        color = first
      } else if last.value != "inherit" {
        findings.warn(last.error("is passed over", help: "write it as #0b7a86 or by its name"))
      }
    }
    if let opacity = stop.attribute("stop-opacity").flatMap({ SVGStyle.opacity($0.value) }) {
      color.alpha *= opacity
    }
    return color
  }
}
