internal import BlazonScene
internal import XML

/// A gradient of an SVG, in its own coordinates.
struct SVGGradient {
  enum Shape {
    case linear(Point, Point)
    case radial(Point, Double, focus: Point)
  }

  var shape: Shape
  var stops: [GradientStop]
  /// Whether its coordinates are shares of the box of what it paints.
  var isOfBox: Bool
  var transform: Affine

  /// The map from the gradient's coordinates, for an outline that fills `box` and is mapped by
  /// `map`; `nil` where there is no box to paint.
  private func map(over box: Rect, _ map: Affine) -> Affine? {
    guard isOfBox else { return map.after(transform) }
    guard box.width > 0, box.height > 0 else { return nil }
    let toBox = Affine(box.width, 0, 0, box.height, box.x, box.y)
    return map.after(toBox).after(transform)
  }

  /// The paint, and the map that must be put around what it paints to make circles ellipses.
  func paint(over box: Rect, _ outer: Affine) -> (paint: Paint, stretch: Affine?) {
    guard let last = stops.last, let map = map(over: box, outer), map.scale > 1e-9 else {
      return (.color(stops.last?.color ?? .black.withAlpha(0)), nil)
    }
    switch shape {
    case .linear(let start, let end):
      let way = end - start
      guard way.length > 0 else { return (.color(last.color), nil) }
      // Lines of one colour are at right angles to the way before the map, and may not be after it.
      let even = map.direction(Point(-way.y, way.x))
      let along = map.direction(way)
      let share = (along.x * even.x + along.y * even.y) / (even.x * even.x + even.y * even.y)
      let from = map(start)
      return (
        .linear(LinearGradient(start: from, end: from + along - even * share, stops: stops)), nil
      )
    case .radial(let center, let radius, let focus):
      guard radius > 0 else { return (.color(last.color), nil) }
      let away = focus - center
      let inner =
        away.length > radius * 0.99 ? center + away * (radius * 0.99 / away.length) : focus
      if map.isSimilarity {
        return (
          .radial(
            RadialGradient(
              center: map(center), radius: radius * map.scale, focus: map(inner), stops: stops)),
          nil
        )
      }
      // Painted in a space of round circles as large as the drawing's, then stretched.
      let k = map.scale
      return (
        .radial(
          RadialGradient(center: center * k, radius: radius * k, focus: inner * k, stops: stops)),
        map.after(.scale(1 / k))
      )
    }
  }
}

/// The gradients of a file, by their ids.
struct SVGGradients {
  private var elements: [String: SVGElement] = [:]
  private let viewSize: Size

  /// All gradients in `root`, wherever they stand.
  init(in root: Element, viewSize: Size) throws(ArtworkError) {
    self.viewSize = viewSize
    var open = [root]
    while let next = open.popLast() {
      open += next.children
      guard SVGGradients.names.contains(next.localName) else { continue }
      let element = try SVGElement(next)
      try SVGStyle.check(element, known: SVGGradients.attributes)
      if let id = element.attribute("id") { elements[id.value] = element }
    }
  }

  static let names = ["linearGradient", "radialGradient"]

  private static let attributes = [
    "x1", "y1", "x2", "y2", "cx", "cy", "r", "fx", "fy", "href", "xlink:href", "gradientUnits",
    "gradientTransform", "spreadMethod",
  ]

  func gradient(
    _ id: String, named by: SVGElement.Attribute, style: SVGStyle
  ) throws(ArtworkError) -> SVGGradient {
    guard let element = elements[id] else {
      throw by.error(
        "names no gradient of this file", help: "give a linearGradient the id “\(id)”")
    }
    let chain = try chain(from: element)
    func given(_ name: String) -> SVGElement.Attribute? {
      for link in chain { if let attribute = link.attribute(name) { return attribute } }
      return nil
    }
    var isOfBox = true
    if let units = given("gradientUnits") {
      isOfBox = try SVGStyle.choice(units, ["objectBoundingBox": true, "userSpaceOnUse": false])
    }
    func number(_ name: String, _ whole: Double, else usual: Double?) throws(ArtworkError)
      -> Double?
    {
      let whole = isOfBox ? 1 : whole
      guard let attribute = given(name) else { return usual.map { $0 * whole } }
      guard let value = share(in: attribute.value, of: whole) else {
        throw attribute.error("is no number", help: "write a plain number or a percentage")
      }
      return value
    }
    let (w, h) = (viewSize.width, viewSize.height)
    let diagonal = ((w * w + h * h) / 2).squareRoot()
    if let spread = given("spreadMethod"), spread.value != "pad" {
      throw spread.error("is not drawn", help: "leave spreadMethod out")
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
        Point(try number("x1", w, else: 0) ?? 0, try number("y1", h, else: 0) ?? 0),
        Point(try number("x2", w, else: 1) ?? 0, try number("y2", h, else: 0) ?? 0))
    } else {
      let center = Point(
        try number("cx", w, else: 0.5) ?? 0, try number("cy", h, else: 0.5) ?? 0)
      shape = .radial(
        center, max(0, try number("r", diagonal, else: 0.5) ?? 0),
        focus: Point(
          try number("fx", w, else: nil) ?? center.x, try number("fy", h, else: nil) ?? center.y))
    }
    return SVGGradient(
      shape: shape, stops: try stops(chain, style), isOfBox: isOfBox, transform: transform)
  }

  /// The gradient and those whose attributes and stops it takes over, at most eight.
  private func chain(from element: SVGElement) throws(ArtworkError) -> [SVGElement] {
    var chain = [element]
    while let reference = chain.last?.attribute("href") ?? chain.last?.attribute("xlink:href") {
      guard reference.value.first == "#", let next = elements[String(reference.value.dropFirst())]
      else {
        throw reference.error(
          "names no gradient of this file", help: "name one by its id, as in #id")
      }
      guard chain.count < 8 else {
        throw reference.error("goes round in a circle", help: "give the gradient its own stops")
      }
      chain.append(next)
    }
    return chain
  }

  private func stops(
    _ chain: [SVGElement], _ style: SVGStyle
  ) throws(ArtworkError) -> [GradientStop] {
    for link in chain {
      var stops: [GradientStop] = []
      var last = 0.0
      for child in link.children where child.localName == "stop" {
        let stop = try SVGElement(child)
        try SVGStyle.check(stop, known: ["offset", "stop-color", "stop-opacity"])
        var color = Color.black
        if let attribute = stop.attribute("stop-color") {
          guard let value = try style.color(attribute) else {
            throw attribute.error("is no colour", help: "write it as #0b7a86 or by its name")
          }
          color = value
        }
        if let attribute = stop.attribute("stop-opacity") {
          color.alpha *= try SVGStyle.opacity(attribute)
        }
        if let attribute = stop.attribute("offset") {
          guard let offset = share(in: attribute.value) else {
            throw attribute.error("is no offset", help: "write a number from 0 to 1")
          }
          // "Each offset is required to be no less than the one before it."
          last = max(last, min(1, offset))
        }
        stops.append(GradientStop(last, color))
        guard stops.count <= 64 else {
          throw stop.error("more than 64 stops", help: "take some away")
        }
      }
      if !stops.isEmpty { return stops }
    }
    return []
  }
}
