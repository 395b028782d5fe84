internal import BlazonArt
internal import BlazonArtwork
internal import BlazonDesign
internal import BlazonForm
internal import BlazonScene
internal import BlazonSource
internal import BlazonSpec
internal import BlazonText
internal import QR

/// The parts of a certificate that are not plain text: the QR code, the rosette.
extension PageLayout {
  /// Modules of light around a QR code (ISO/IEC 18004).
  private static let quietZone = 4

  func code(_ element: QRElement) -> Block? {
    guard let text = design.subject.text(of: element.text)?.plainText, let code = QRCode(text)
    else {
      return nil
    }
    let size = element.size
    let module = size / Double(code.size + 2 * PageLayout.quietZone)
    return Block(size: Size(width: size, height: size)) { [self] origin in
      let box = Rect(x: origin.x, y: origin.y, width: size, height: size)
      let corner = origin + Point(1, 1) * (Double(PageLayout.quietZone) * module)
      let map = Affine(module, 0, 0, module, corner.x, corner.y)
      var nodes: [Node] = []
      if let ground = paint(element.ground, over: box) {
        nodes.append(.shape(Shape(Path(rect: box, corner: element.corner), fill: ground)))
      }
      let fill = paint(element.fill, over: box) ?? .black
      if case .color = fill {
        // In modules, whose numbers are short.
        nodes.append(.group(Group([.shape(Shape(code.outline, fill: fill))], transform: map)))
      } else {
        nodes.append(.shape(Shape(code.outline.transformed(by: map), fill: fill)))
      }
      let figure = Node.group(Group(nodes, role: .figure(text)))
      return [text.hasPrefix("http") ? .group(Group([figure], role: .link(text))) : figure]
    }
  }
}

extension PageLayout {
  /// One wave and its turns, where a turn does not change what it is painted with.
  func nodes(of guilloche: GuillocheElement) -> [Node] {
    let (center, outer) = (guilloche.at, guilloche.outer)
    let box = Rect(center: center, width: 2 * outer, height: 2 * outer)
    guard let paint = paint(guilloche.paint, over: box) else { return [] }
    let stroke: Stroke
    switch paint {
    case .color: stroke = Stroke(paint, width: guilloche.width)
    case .radial(var gradient) where gradient.center == center && gradient.focus == center:
      (gradient.center, gradient.focus) = (Point(0, 0), Point(0, 0))
      stroke = Stroke(.radial(gradient), width: guilloche.width)
    case .linear, .radial:
      let path = Guilloche.rosette(
        at: center, inner: guilloche.inner, outer: outer, lines: guilloche.lines,
        lobes: guilloche.lobes)
      return [.shape(Shape(path, stroke: Stroke(paint, width: guilloche.width)))]
    }
    return [
      Guilloche.turned(
        at: center, inner: guilloche.inner, outer: outer, lines: guilloche.lines,
        lobes: guilloche.lobes, stroke, steps: Guilloche.stepsPerLobe)
    ]
  }
}
