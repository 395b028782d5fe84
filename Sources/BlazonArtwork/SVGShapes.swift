internal import BlazonScene

/// The outlines of SVG's basic shapes (SVG 2, chapter 10).
enum SVGShape: String, CaseIterable {
  case path, rect, circle, ellipse, line, polyline, polygon

  /// The attributes that make the outline.
  var attributes: [String] {
    switch self {
    case .path: ["d"]
    case .rect: ["x", "y", "width", "height", "rx", "ry"]
    case .circle: ["cx", "cy", "r"]
    case .ellipse: ["cx", "cy", "rx", "ry"]
    case .line: ["x1", "y1", "x2", "y2"]
    case .polyline, .polygon: ["points"]
    }
  }
}

extension SVGElement {
  /// The outline in the element's own coordinates; empty if there is nothing to draw.
  func outline(_ shape: SVGShape) throws(ArtworkError) -> Path {
    switch shape {
    case .path: return try pathData()
    case .rect:
      let box = Rect(
        x: try number("x"), y: try number("y"), width: try size("width"), height: try size("height")
      )
      guard box.width > 0, box.height > 0 else { return Path() }
      return try rectangle(box)
    case .circle:
      let radius = try size("r")
      return radius > 0
        ? Path(circle: Point(try number("cx"), try number("cy")), radius: radius) : Path()
    case .ellipse:
      let (rx, ry) = (try size("rx"), try size("ry"))
      guard rx > 0, ry > 0 else { return Path() }
      return Path(circle: Point(0, 0), radius: 1).transformed(
        by: Affine(rx, 0, 0, ry, try number("cx"), try number("cy")))
    case .line:
      return Path([
        .move(Point(try number("x1"), try number("y1"))),
        .line(Point(try number("x2"), try number("y2"))),
      ])
    case .polyline, .polygon:
      guard let points = attribute("points") else { return Path() }
      guard let values = numbers(in: points.value), values.count.isMultiple(of: 2) else {
        throw points.error("are no points", help: "write pairs of numbers: 0,0 10,0 10,10")
      }
      let corners = stride(from: 0, to: values.count, by: 2).map {
        Point(values[$0], values[$0 + 1])
      }
      return corners.isEmpty ? Path() : Path(polygon: corners, isClosed: shape == .polygon)
    }
  }

  private func pathData() throws(ArtworkError) -> Path {
    guard let data = attribute("d"), data.value != "none" else { return Path() }
    do throws(Path.DataError) { return try Path(data: data.value) } catch {
      throw data.error(
        "breaks off after \(error.offset) characters: \(error.message)",
        help: "write path data as in M0 0L10 0L10 10Z")
    }
  }

  /// "If only one of rx and ry is given, the other is the same."
  private func rectangle(_ box: Rect) throws(ArtworkError) -> Path {
    let isGiven = (attribute("rx") != nil, attribute("ry") != nil)
    var (rx, ry) = (try size("rx"), try size("ry"))
    if !isGiven.0 { rx = ry }
    if !isGiven.1 { ry = rx }
    (rx, ry) = (min(rx, box.width / 2), min(ry, box.height / 2))
    guard rx > 0, ry > 0 else { return Path(rect: box) }
    // Corners are round in a space where both radii are the same.
    let k = rx / ry
    let round = Rect(x: box.x, y: box.y * k, width: box.width, height: box.height * k)
    return Path(rect: round, corner: rx).transformed(by: .scale(1, 1 / k))
  }
}
