internal import BlazonArt
internal import BlazonArtwork
internal import BlazonDesign
internal import BlazonForm
internal import BlazonScene
internal import BlazonSource
internal import BlazonSpec
internal import BlazonText
internal import QR

/// The parts of a certificate that are not plain text: signatures, the QR code.
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

  /// Columns to sign in, all of one width, in two halves beside the badge, which stands on the axis.
  /// An odd one more stands on the right.
  mutating func block(
    of element: SignaturesElement, width: Double, _ typesetter: inout Typesetter,
    _ report: inout Report
  ) -> Block? {
    let signatures = design.subject.signatures
    guard !signatures.isEmpty else { return nil }
    let left = signatures.count / 2
    let right = signatures.count - left
    // More than two share the room: closer, and a little smaller.
    let isCrowded = signatures.count > 2
    let gap = element.gap * (isCrowded ? 0.7 : 1)
    let seal = sealWidth(element.badge)
    let half = (width - seal) / 2 - (element.badge > 0 ? gap : gap / 2)
    let column = min(element.width, (half - Double(right - 1) * gap) / Double(right))
    var type = element.type
    if isCrowded { type.sizes = type.sizes.map { $0 * 0.86 } }
    let columns = columns(signatures, element, type, width: column, &typesetter, &report)
    let columnHeight = columns.map(\.size.height).max() ?? 0
    // The badge hangs a little lower than the words, as a seal does.
    let drop = element.badge * 0.14
    let height = max(element.badge, columnHeight + drop)
    return Block(size: Size(width: width, height: height)) { [self] origin in
      var nodes: [Node] = []
      if element.badge > 0 {
        let corner = Point(
          origin.x + (width - element.badge) / 2, origin.y + height - element.badge)
        nodes += badgeNodes(at: corner, size: element.badge)
      }
      for (index, block) in columns.enumerated() {
        let isLeft = index < left
        let count = Double(isLeft ? left : right)
        let used = count * column + (count - 1) * gap
        let start = isLeft ? 0 : width - half
        let place = Double(isLeft ? index : index - left)
        let x = start + (half - used) / 2 + place * (column + gap)
        nodes += block.nodes(
          Point(
            origin.x + edge(of: x, width: column, in: width),
            origin.y + height - drop - columnHeight))
      }
      return nodes
    }
  }

  /// How wide the badge's ink is when its canvas is `size` wide: a pennant is narrower than that.
  private func sealWidth(_ size: Double) -> Double {
    let boxes = badge.compactMap(\.extent)
    guard size > 0, let first = boxes.first else { return 0 }
    let box = boxes.dropFirst().reduce(first) { $0.union($1) }
    let canvas = Composer.canvas.width
    // On both sides of the canvas's middle, where the axis is.
    let reach = max(canvas / 2 - box.minX, box.maxX - canvas / 2)
    return min(canvas, 2 * max(0, reach)) / canvas * size
  }

  /// Each signature above its line, the name and role below; names take as much height as the
  /// highest, so that roles stand on one line.
  private func columns(
    _ signatures: [PageSubject.Signature], _ element: SignaturesElement, _ type: TypeSlot,
    width: Double, _ typesetter: inout Typesetter, _ report: inout Report
  ) -> [Block] {
    var roleType = type
    roleType.font = element.roleFont
    roleType.sizes = type.sizes.map { $0 * 0.87 }
    roleType.minimum = type.minimum * 0.87
    func text(
      _ run: TextTemplate.Run, _ type: TypeSlot, _ paint: PaintExpression,
      _ typesetter: inout Typesetter, _ report: inout Report
    ) -> Block? {
      block(of: run, type, paint, width: width, align: .middle, &typesetter, &report)
    }
    let names = signatures.map { text($0.name, type, element.ink, &typesetter, &report) }
    let roles = signatures.map { signature in
      signature.role.flatMap { text($0, roleType, element.muted, &typesetter, &report) }
    }
    // From the line to the capitals of the name, and from text to text.
    let (below, between) = (11.0, 11.0)
    let nameHeight = names.compactMap { $0?.size.height }.max() ?? 0
    let roleHeight = roles.compactMap { $0?.size.height }.max() ?? 0
    let height =
      element.height + below + nameHeight + (roleHeight > 0 ? between + roleHeight : 0)
    return signatures.indices.map { index in
      let image = signatures[index].image.flatMap { artworks[$0.path] }
      return Block(size: Size(width: width, height: height)) { [self] origin in
        let baseline = origin.y + element.height
        let line = Rect(x: origin.x, y: baseline - 0.45, width: width, height: 0.9)
        let name = signatures[index].name.text
        var nodes = image.map { drawing($0, of: name, above: line, height: element.height) } ?? []
        nodes.append(
          .shape(Shape(Path(rect: line), fill: paint(element.line, over: line) ?? .black)))
        let y = baseline + below
        nodes += names[index]?.nodes(Point(origin.x, y)) ?? []
        nodes += roles[index]?.nodes(Point(origin.x, y + nameHeight + between)) ?? []
        return nodes
      }
    }
  }

  /// The picture of the signature of `name` in the middle above its line.
  private func drawing(
    _ image: Artwork, of name: String, above line: Rect, height: Double
  ) -> [Node] {
    let scale = min(line.width * 0.84 / image.size.width, height / image.size.height)
    // Strokes of a pen cross the line a little.
    let y = line.y - image.size.height * scale + height * 0.09
    let x = line.x + (line.width - image.size.width * scale) / 2
    let map = Affine(scale, 0, 0, scale, x, y)
    return [.group(Group(image.nodes, transform: map, role: .figure(name)))]
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
