internal import BlazonScene

/// The outlines of SVG's basic shapes (SVG 2, chapter 10).
enum SVGShape: String, CaseIterable {
  case path, rect, circle, ellipse, line, polyline, polygon
}

extension SVGReader {
  /// The outline of `element` in its own coordinates; empty if there is nothing to draw. Data that breaks off is drawn as
  /// far as it goes, as SVG says, and told.
  mutating func outline(
    of element: SVGElement, _ shape: SVGShape, _ style: SVGStyle
  ) throws(ArtworkError) -> Path {
    func length(_ name: String, _ axis: SVGUnits.Axis) throws(ArtworkError) -> Double {
      try self.length(element, name, axis, style)
    }
    /// A negative one is none.
    func size(_ name: String, _ axis: SVGUnits.Axis) throws(ArtworkError) -> Double {
      max(0, try length(name, axis))
    }
    /// "If only one of rx and ry is given, the other is the same."
    func radii() throws(ArtworkError) -> (Double, Double) {
      func radius(_ name: String, _ axis: SVGUnits.Axis) throws(ArtworkError) -> Double? {
        guard let value = element.attribute(name)?.value, value != "auto" else { return nil }
        let length = try length(name, axis)
        return length < 0 ? nil : length
      }
      let (rx, ry) = (try radius("rx", .across), try radius("ry", .down))
      return (rx ?? ry ?? 0, ry ?? rx ?? 0)
    }
    switch shape {
    case .path: return pathData(of: element)
    case .rect:
      let box = Rect(
        x: try length("x", .across), y: try length("y", .down),
        width: try size("width", .across), height: try size("height", .down))
      guard box.width > 0, box.height > 0 else { return Path() }
      let (rx, ry) = try radii()
      return Path(rect: box, rx: min(rx, box.width / 2), ry: min(ry, box.height / 2))
    case .circle:
      let radius = try size("r", .diagonal)
      let center = Point(try length("cx", .across), try length("cy", .down))
      return radius > 0 ? Path(circle: center, radius: radius) : Path()
    case .ellipse:
      let (rx, ry) = try radii()
      guard rx > 0, ry > 0 else { return Path() }
      return Path(circle: Point(0, 0), radius: 1).transformed(
        by: Affine(rx, 0, 0, ry, try length("cx", .across), try length("cy", .down)))
    case .line:
      return Path([
        .move(Point(try length("x1", .across), try length("y1", .down))),
        .line(Point(try length("x2", .across), try length("y2", .down))),
      ])
    case .polyline, .polygon:
      guard let points = element.attribute("points") else { return Path() }
      guard let values = numbers(in: points.value) else {
        throw points.error("are no points", help: "write pairs of numbers: 0,0 10,0 10,10")
      }
      // An odd number at the end is passed over.
      let corners = (0..<values.count / 2).map { Point(values[$0 * 2], values[$0 * 2 + 1]) }
      return corners.isEmpty ? Path() : Path(polygon: corners, isClosed: shape == .polygon)
    }
  }

  private mutating func pathData(of element: SVGElement) -> Path {
    guard let data = element.attribute("d"), data.value != "none" else { return Path() }
    let (path, error) = Path.reading(data: data.value)
    if let error {
      findings.warn(
        data.error(
          "breaks off after \(error.offset) characters: \(error.message)",
          help: "it is drawn as far as it goes; write path data as in M0 0L10 0L10 10Z"))
    }
    return path
  }
}

extension Path {
  /// A rectangle with corners that are quarters of ellipses.
  fileprivate init(rect box: Rect, rx: Double, ry: Double) {
    guard rx > 0, ry > 0 else {
      self.init(rect: box)
      return
    }
    // How far a cubic's control points lie from its ends for a quarter of a circle.
    let k = 1 - 0.5522847498
    let (left, top, right, bottom) = (box.minX, box.minY, box.maxX, box.maxY)
    // Dashes begin where SVG has the outline begin (SVG 2, section 10.2).
    self.init([
      .move(Point(left + rx, top)), .line(Point(right - rx, top)),
      .cubic(Point(right - rx * k, top), Point(right, top + ry * k), Point(right, top + ry)),
      .line(Point(right, bottom - ry)),
      .cubic(
        Point(right, bottom - ry * k), Point(right - rx * k, bottom), Point(right - rx, bottom)),
      .line(Point(left + rx, bottom)),
      .cubic(Point(left + rx * k, bottom), Point(left, bottom - ry * k), Point(left, bottom - ry)),
      .line(Point(left, top + ry)),
      .cubic(Point(left, top + ry * k), Point(left + rx * k, top), Point(left + rx, top)), .close,
    ])
  }
}
