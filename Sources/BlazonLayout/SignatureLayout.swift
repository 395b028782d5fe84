internal import BlazonArt
internal import BlazonArtwork
internal import BlazonDesign
internal import BlazonForm
internal import BlazonScene
internal import BlazonSource
internal import BlazonSpec
internal import BlazonText

/// The signatures of a certificate, in balance with its badge, whatever their number.
extension PageLayout {
  /// Below that a column is too narrow to sign in.
  private static let leastColumn = 100.0

  /// Where columns stand, and the badge, before their heights are known.
  private struct Balance {
    var column: Double
    /// The left edge of each, and its row.
    var places: [(x: Double, row: Double)] = []
    /// The middle of the badge.
    var seal: Double
    var rows: Int { Int((places.map(\.row).max() ?? 0).rounded(.up)) + 1 }
  }

  /// Columns to sign in, all of one width. Of an even number half stands on each side of the badge, which is on the axis; of
  /// an odd one the badge is the first in their row. Where they would be too narrow they stand in rows of two.
  mutating func block(
    of element: SignaturesElement, width: Double, align: Element.Alignment,
    _ typesetter: inout Typesetter, _ report: inout Report
  ) -> Block? {
    let signatures = design.subject.signatures
    guard !signatures.isEmpty else { return nil }
    let balance = balance(of: element, signatures.count, width: width, align)
    var type = element.type
    if signatures.count > 2, balance.rows == 1 { type.sizes = type.sizes.map { $0 * 0.86 } }
    let columns = columns(
      signatures, element, type, width: balance.column, &typesetter, &report)
    let columnHeight = columns.map(\.size.height).max() ?? 0
    let rowGap = 18.0
    let words = Double(balance.rows) * (columnHeight + rowGap) - rowGap
    // The badge hangs a little lower than the words, as a seal does; its ribbons lower still.
    let drop = balance.rows > 1 ? 0 : element.badge * 0.14
    let sealHeight = element.badge * (element.ribbon == nil ? 1 : PageLayout.ribbonReach)
    let height = max(sealHeight, words + drop)
    return Block(size: Size(width: width, height: height)) { [self] origin in
      var nodes: [Node] = []
      if element.badge > 0 {
        let x = edge(of: balance.seal - element.badge / 2, width: element.badge, in: width)
        let corner = Point(origin.x + x, origin.y + height - sealHeight)
        if let ribbon = element.ribbon { nodes += tails(ribbon, at: corner, size: element.badge) }
        nodes += seal(element, at: corner)
      }
      for (block, place) in zip(columns, balance.places) {
        let top = height - drop - words + place.row * (columnHeight + rowGap)
        nodes += block.nodes(
          Point(
            origin.x + edge(of: place.x, width: balance.column, in: width), origin.y + top))
      }
      return nodes
    }
  }

  private func balance(
    of element: SignaturesElement, _ count: Int, width: Double, _ align: Element.Alignment
  ) -> Balance {
    let seal = sealWidth(element)
    // More than two share the room: closer.
    let gap = element.gap * (count > 2 ? 0.7 : 1)
    var balance: Balance
    if seal == 0 {
      let column = min(element.width, (width - Double(count - 1) * gap) / Double(count))
      let total = Double(count) * column + Double(count - 1) * gap
      let start = align.share * (width - total)
      balance = Balance(column: column, seal: 0)
      balance.places = (0..<count).map { (start + Double($0) * (column + gap), 0) }
    } else if count.isMultiple(of: 2) {
      let half = (width - seal) / 2 - gap
      let side = count / 2
      let column = min(element.width, (half - Double(side - 1) * gap) / Double(side))
      let used = Double(side) * column + Double(side - 1) * gap
      balance = Balance(column: column, seal: width / 2)
      balance.places = (0..<count).map { index in
        let start = index < side ? 0 : width - half
        let place = Double(index < side ? index : index - side)
        return (start + (half - used) / 2 + place * (column + gap), 0)
      }
    } else {
      let column = min(element.width, (width - seal - Double(count) * gap) / Double(count))
      let start = (width - seal - Double(count) * (column + gap)) / 2
      balance = Balance(column: column, seal: start + seal / 2)
      balance.places = (0..<count).map {
        (start + seal + gap + Double($0) * (column + gap), 0)
      }
    }
    // An upright page has more room below than beside.
    let least = PageLayout.leastColumn * (seal > 0 && page.height > page.width ? 1.5 : 1)
    guard count > 2, balance.column < least else { return balance }
    // One on each side, in rows; the last of an odd number at half the height.
    let half = (width - seal) / 2 - gap / 2
    balance.column = min(element.width, half)
    balance.seal = width / 2
    let (left, right) = (
      (half - balance.column) / 2, width - half + (half - balance.column) / 2
    )
    let rows = (count + 1) / 2
    balance.places = (0..<count).map { index in
      guard index >= rows else { return (left, Double(index)) }
      return (right, Double(index - rows) + (count.isMultiple(of: 2) ? 0 : 0.5))
    }
    return balance
  }

  /// The radius of a seal of foil, in widths of the badge.
  private static let foilRadius = 0.54

  /// How far the ends of ribbons reach, in widths of the badge.
  private static let ribbonReach = 1.346

  /// Two tails of a ribbon below the badge, whose upper left corner is at `corner`.
  private func tails(_ expression: PaintExpression, at corner: Point, size: Double) -> [Node] {
    let middle = Point(corner.x + size / 2, corner.y)
    let points = [
      (-0.159, 0.607), (-0.318, 1.308), (-0.196, 1.234), (-0.112, 1.346), (0.019, 0.70),
    ]
    return [1.0, -1].compactMap { side in
      let path = Path(
        polygon: points.map { Point(middle.x + side * $0.0 * size, middle.y + $0.1 * size) })
      return path.controlBox.flatMap { paint(expression, over: $0) }.map {
        .shape(Shape(path, fill: $0))
      }
    }
  }

  /// The badge, whose canvas has its upper left corner at `corner`, on foil where that is asked for and the badge is no
  /// seal itself: what is round has a rim of its own.
  private func seal(_ element: SignaturesElement, at corner: Point) -> [Node] {
    let size = element.badge
    guard let metal = element.seal, let box = ink, hasFoil(element) else {
      return badgeNodes(at: corner, size: size)
    }
    let scale = size / Composer.canvas.width
    let middle = Point(size / 2, box.center.y * scale)
    let foil = FoilSeal(
      center: middle, radius: size * PageLayout.foilRadius, metal: design.palette.metal(metal),
      enamel: paint(element.ink, over: box)?.flat ?? .black)
    // Its corners may reach over the hollow, its arms not over the edge.
    let share = min(0.92, 0.9 * 2 * foil.radius / (max(box.width, box.height) * scale))
    let origin = Point(
      middle.x - size * share / 2, middle.y - box.center.y * scale * share)
    // One part of the page, which painters keep wherever it stands.
    return [
      .group(
        Group(
          foil.nodes() + badgeNodes(at: origin, size: size * share),
          transform: .translation(corner.x, corner.y)))
    ]
  }

  /// Four people need the room that it would take.
  private func hasFoil(_ element: SignaturesElement) -> Bool {
    guard element.seal != nil, design.subject.signatures.count < 4, let badge = design.badges.first
    else { return false }
    if case .silhouette(let silhouette, _) = badge.slots.shape.outline {
      return !silhouette.isRound
    }
    return true
  }

  /// What the badge covers of its canvas.
  private var ink: Rect? {
    let boxes = badge.compactMap(\.extent)
    return boxes.first.map { first in boxes.dropFirst().reduce(first) { $0.union($1) } }
  }

  /// How wide the badge's ink is, with its foil: a pennant is narrower than its canvas.
  private func sealWidth(_ element: SignaturesElement) -> Double {
    let size = element.badge
    guard size > 0, let box = ink else { return 0 }
    if hasFoil(element) { return 2 * PageLayout.foilRadius * size }
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
        if image == nil, let ink = paint(element.muted, over: line) {
          nodes.append(cross(at: Point(line.x + 8, baseline - 10), ink))
        }
        nodes.append(
          .shape(Shape(Path(rect: line), fill: paint(element.line, over: line) ?? .black)))
        let y = baseline + below
        nodes += names[index]?.nodes(Point(origin.x, y)) ?? []
        nodes += roles[index]?.nodes(Point(origin.x, y + nameHeight + between)) ?? []
        return nodes
      }
    }
  }

  /// What asks for a pen where a line waits to be signed.
  private func cross(at center: Point, _ ink: Paint) -> Node {
    let reach = 3.5
    var path = Path()
    for side in [1.0, -1] {
      path.move(to: Point(center.x - reach, center.y - side * reach))
      path.line(to: Point(center.x + reach, center.y + side * reach))
    }
    return .shape(Shape(path, stroke: Stroke(ink, width: 1.1, cap: .round)))
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
