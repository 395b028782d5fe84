internal import BlazonScene

/// How a picture is fitted into its viewport (SVG 2, section 8.6).
struct SVGAspectRatio {
  /// Where the picture stands in room that is left: 0 at the start, 1 at the end.
  var across = 0.5, down = 0.5
  var isStretched = false
  var isSliced = false

  init() {}

  /// The attribute's value, as in `xMidYMin slice`; one that is none is the usual one.
  init(_ text: String) {
    let words = text.split(whereSeparator: \.isWhitespace).filter { $0 != "defer" }
    guard let align = words.first else { return }
    isSliced = words.dropFirst().first == "slice"
    if align == "none" {
      isStretched = true
      return
    }
    let shares: [Substring: Double] = ["Min": 0, "Mid": 0.5, "Max": 1]
    guard align.utf8.count == 8, align.first == "x",
      let across = shares[align.dropFirst().prefix(3)],
      let down = shares[align.suffix(3)]
    else { return }
    (self.across, self.down) = (across, down)
  }

  /// The map that fits `box` into `room`.
  func map(_ box: Rect, into room: Rect) -> Affine {
    var (x, y) = (room.width / box.width, room.height / box.height)
    if !isStretched {
      x = isSliced ? max(x, y) : min(x, y)
      y = x
    }
    return Affine(
      x, 0, 0, y, room.x - box.x * x + (room.width - box.width * x) * across,
      room.y - box.y * y + (room.height - box.height * y) * down)
  }
}

extension SVGReader {
  /// The box that `viewBox` names; `nil` where it is not given, or is empty, and nothing is shown.
  func viewBox(of element: SVGElement) throws(ArtworkError) -> Rect? {
    guard let attribute = element.attribute("viewBox") else { return nil }
    guard let v = numbers(in: attribute.value), v.count == 4 else {
      throw attribute.error("is no box", help: "write x, y, width and height, as in 0 0 24 24")
    }
    guard v[2] > 0, v[3] > 0 else {
      throw attribute.error("is empty", help: "write a width and a height above 0")
    }
    return Rect(x: v[0], y: v[1], width: v[2], height: v[3])
  }

  func aspectRatio(of element: SVGElement) -> SVGAspectRatio {
    SVGAspectRatio(element.attribute("preserveAspectRatio")?.value ?? "")
  }

  /// The canvas of the outermost `svg`, in its own units, and the map from what is in it.
  func canvas(of svg: SVGElement) throws(ArtworkError) -> (size: Size, viewport: Size, map: Affine)
  {
    let box = try viewBox(of: svg)
    func length(_ name: String, _ axis: SVGUnits.Axis) -> Double? {
      // Without a page around it, there is nothing that a share could be of.
      guard let attribute = svg.attribute(name), !attribute.value.hasSuffix("%") else { return nil }
      return SVGUnits(viewport: Size(width: 0, height: 0)).length(attribute.value, axis)
        .flatMap { $0 > 0 ? $0 : nil }
    }
    var (width, height) = (length("width", .across), length("height", .down))
    if let box {
      let ratio = box.width / box.height
      (width, height) = (
        width ?? height.map { $0 * ratio } ?? box.width,
        height ?? width.map { $0 / ratio } ?? box.height
      )
    }
    guard let width, let height, width >= 1e-3, height >= 1e-3 else {
      throw svg.error(
        "the drawing has no size", help: "give it a viewBox, as in viewBox=\"0 0 24 24\"")
    }
    guard (0.02...50).contains(width / height) else {
      throw svg.error(
        "the drawing is more than 50 times as \(width > height ? "wide as high" : "high as wide")",
        help: "give it a viewBox nearer to a square")
    }
    let size = Size(width: width, height: height)
    guard let box else { return (size, size, .identity) }
    let map = aspectRatio(of: svg).map(box, into: Rect(x: 0, y: 0, width: width, height: height))
    return (size, Size(width: box.width, height: box.height), map)
  }

  /// What is in a nested `svg`, or in a `symbol` that `use` shows in a box of this size.
  mutating func viewport(
    _ element: SVGElement, _ outer: SVGStyle, _ outerMap: Affine,
    size: (SVGElement.Attribute?, SVGElement.Attribute?)
  ) throws(ArtworkError) -> [Node] {
    guard let (style, map) = try enter(element, outer, outerMap) else { return [] }
    let isSymbol = element.name == "symbol"
    let x = isSymbol ? 0 : try length(element, "x", .across, outer)
    let y = isSymbol ? 0 : try length(element, "y", .down, outer)
    func side(_ attribute: SVGElement.Attribute?, _ axis: SVGUnits.Axis, _ whole: Double) -> Double
    {
      guard let attribute, attribute.value != "auto" else { return whole }
      return outer.units.length(attribute.value, axis) ?? whole
    }
    let room = Rect(
      x: x, y: y, width: side(size.0, .across, outer.units.viewport.width),
      height: side(size.1, .down, outer.units.viewport.height))
    guard room.width > 0, room.height > 0 else { return [] }
    var inner = style
    var innerMap = map.after(.translation(room.x, room.y))
    inner.units.viewport = Size(width: room.width, height: room.height)
    if let box = try viewBox(of: element) {
      innerMap = map.after(aspectRatio(of: element).map(box, into: room))
      inner.units.viewport = Size(width: box.width, height: box.height)
    }
    var nodes = try children(of: element, inner, innerMap)
    let isOpen = ["visible", "auto"].contains(element.attribute("overflow")?.value)
    if !nodes.isEmpty, !isOpen {
      let frame = try checked(Path(rect: room).transformed(by: map), element)
      if !frame.contains(nodes) { nodes = [.group(Group(nodes, clip: frame))] }
    }
    return try finished(nodes, as: element, style, map)
  }
}
