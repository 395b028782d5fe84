internal import BlazonArtwork
internal import BlazonDesign
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
    guard let text = design.award.text(of: element.text)?.value, let code = QRCode(text) else {
      return nil
    }
    let size = element.size
    let module = size / Double(code.size + 2 * PageLayout.quietZone)
    return Block(size: Size(width: size, height: size)) { [self] origin in
      let box = Rect(x: origin.x, y: origin.y, width: size, height: size)
      func place(_ index: Int) -> Double { Double(index + PageLayout.quietZone) * module }
      var dark = Path()
      for row in 0..<code.size {
        var column = 0
        while column < code.size {
          guard code.isDark(column, row) else {
            column += 1
            continue
          }
          var end = column + 1
          while end < code.size, code.isDark(end, row) { end += 1 }
          // A hair higher than a module, so that rows leave no seam between them.
          dark.append(
            Path(
              rect: Rect(
                x: origin.x + place(column), y: origin.y + place(row),
                width: Double(end - column) * module, height: module * 1.02)))
          column = end
        }
      }
      var nodes: [Node] = []
      if let ground = paint(element.ground, over: box) {
        nodes.append(.shape(Shape(Path(rect: box, corner: element.corner), fill: ground)))
      }
      nodes.append(.shape(Shape(dark, fill: paint(element.fill, over: box) ?? .black)))
      return nodes
    }
  }

  /// Columns to sign in, all of one width, with the badge between two halves of them, or before them
  /// where their number is odd.
  mutating func block(
    of element: SignaturesElement, width: Double, _ typesetter: inout Typesetter,
    _ report: inout Report
  ) -> Block? {
    let signatures = design.award.badge.words.certificate?.signatures ?? []
    guard !signatures.isEmpty else { return nil }
    let count = Double(signatures.count)
    let seal = element.badge > 0 ? element.badge + element.gap : 0
    let column = min(element.width, (width - seal - (count - 1) * element.gap) / count)
    let columns = signatures.map {
      self.column($0, element, width: column, &typesetter, &report)
    }
    let total = count * column + (count - 1) * element.gap + seal
    let columnHeight = columns.map(\.size.height).max() ?? 0
    // The badge hangs a little lower than the words, as a seal does.
    let drop = element.badge * 0.17
    let height = max(element.badge, columnHeight + drop)
    let before = signatures.count.isMultiple(of: 2) ? signatures.count / 2 : 0
    return Block(size: Size(width: total, height: height)) { [self] origin in
      var nodes: [Node] = []
      var x = origin.x
      for (index, block) in columns.enumerated() {
        if index == before, element.badge > 0 {
          nodes += badgeNodes(
            at: Point(x, origin.y + height - element.badge), size: element.badge)
          x += seal
        }
        nodes += block.nodes(Point(x, origin.y + height - drop - columnHeight))
        x += column + element.gap
      }
      return nodes
    }
  }

  /// The signature above its line, the name and role below.
  private func column(
    _ signature: Certificate.Signature, _ element: SignaturesElement, width: Double,
    _ typesetter: inout Typesetter, _ report: inout Report
  ) -> Block {
    let name = block(
      of: signature.name, element.type, element.ink, width: width, align: .middle, &typesetter,
      &report)
    var roleType = element.type
    roleType.font = element.roleFont
    roleType.sizes = element.type.sizes.map { $0 * 0.87 }
    roleType.minimum = element.type.minimum * 0.87
    let role = signature.role.flatMap {
      block(
        of: $0, roleType, element.muted, width: width, align: .middle, &typesetter, &report)
    }
    let image = signature.image.flatMap { artworks[$0.path] }
    let lines = [name, role].compactMap(\.self)
    // From the line to the capitals of the name, and from text to text.
    let (below, between) = (11.0, 11.0)
    let words = lines.reduce(0) { $0 + $1.size.height } + Double(lines.count - 1) * between
    let height = element.height + below + words
    return Block(size: Size(width: width, height: height)) { [self] origin in
      let baseline = origin.y + element.height
      var nodes: [Node] = []
      if let image {
        let scale = min(width * 0.84 / image.size.width, element.height / image.size.height)
        // Strokes of a pen cross the line a little.
        let y = baseline - image.size.height * scale + element.height * 0.09
        let x = origin.x + (width - image.size.width * scale) / 2
        nodes.append(
          .group(Group(image.nodes, transform: Affine(scale, 0, 0, scale, x, y))))
      }
      let line = Rect(x: origin.x, y: baseline - 0.45, width: width, height: 0.9)
      nodes.append(
        .shape(Shape(Path(rect: line), fill: paint(element.line, over: line) ?? .black)))
      var y = baseline + below
      for block in lines {
        nodes += block.nodes(Point(origin.x, y))
        y += block.size.height + between
      }
      return nodes
    }
  }
}
