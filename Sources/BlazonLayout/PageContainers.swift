internal import BlazonCheck
internal import BlazonDesign
internal import BlazonScene
internal import BlazonSource
internal import BlazonSpec
internal import BlazonText

/// Elements in elements: one below the other, side by side, in columns.
extension PageLayout {
  mutating func block(
    of container: Container, width: Double?, align: Element.Alignment,
    _ typesetter: inout Typesetter, _ report: inout Report
  ) -> Block? {
    let inner = width.map { max(1, $0 - 2 * container.padding) }
    let block: Block?
    switch container.direction {
    case .stack: block = stack(container, inner, &typesetter, &report)
    case .row: block = row(container, inner, align, &typesetter, &report)
    case .grid(let columns): block = grid(container, columns, inner, &typesetter, &report)
    }
    guard let block, container.padding > 0 else { return block }
    let padding = container.padding
    return Block(
      size: Size(
        width: block.size.width + 2 * padding, height: block.size.height + 2 * padding)
    ) { block.nodes(Point($0.x + padding, $0.y + padding)) }
  }

  private mutating func stack(
    _ container: Container, _ width: Double?, _ typesetter: inout Typesetter,
    _ report: inout Report
  ) -> Block? {
    var placed: [(y: Double, block: Block, element: Element)] = []
    var y = 0.0
    for element in container.children {
      guard let block = block(of: element, width: width, &typesetter, &report) else { continue }
      let gap = (placed.isEmpty ? 0 : container.gap) + element.margin
      if !placed.isEmpty { y += gap * squeeze.gaps }
      placed.append((y, block, element))
      y += block.size.height
    }
    guard !placed.isEmpty else { return nil }
    let across = width ?? placed.map(\.block.size.width).max() ?? 0
    return Block(size: Size(width: across, height: y)) { [self] origin in
      placed.flatMap { y, block, element in
        let x = share(element.align) * (across - block.size.width)
        return faded(block.nodes(Point(origin.x + x, origin.y + y)), element.opacity)
      }
    }
  }

  /// Side by side, on one middle line. What grows gets the room that the others leave.
  private mutating func row(
    _ container: Container, _ width: Double?, _ align: Element.Alignment,
    _ typesetter: inout Typesetter, _ report: inout Report
  ) -> Block? {
    var blocks: [(element: Element, block: Block)] = []
    let growing = width == nil ? nil : container.children.first { $0.grows }
    for element in container.children where growing == nil || !element.grows {
      guard let block = block(of: element, width: nil, &typesetter, &report) else { continue }
      blocks.append((element, block))
    }
    let gaps = Double(max(0, blocks.count - (growing == nil ? 1 : 0))) * container.gap
    let margins = blocks.reduce(0) { $0 + $1.element.margin }
    let used = blocks.reduce(0) { $0 + $1.block.size.width } + gaps + margins
    if let growing, let width {
      let room = max(1, width - used - growing.margin)
      if let block = block(of: growing, width: room, &typesetter, &report) {
        // Where it stands among the others: after those that are written before it.
        let before = container.children.prefix { !$0.grows }.count { element in
          blocks.contains { $0.element.place == element.place }
        }
        blocks.insert((growing, block), at: min(before, blocks.count))
      }
    }
    guard !blocks.isEmpty else { return nil }
    let height = blocks.map(\.block.size.height).max() ?? 0
    let natural =
      blocks.reduce(0) { $0 + $1.block.size.width + $1.element.margin }
      + Double(blocks.count - 1) * container.gap
    if let width, natural > width + 0.5 {
      report.add(
        .fit,
        "a row of the \(design.kind.rawValue) is too wide for this \(design.subject.scope.rawValue)",
        at: design.subject.place, measure: Measure(natural, "units wide", limit: width),
        help: "shorten what it shows")
    }
    let across = width ?? natural
    let gap = container.gap
    return Block(size: Size(width: across, height: height)) { [self] origin in
      var x = align.share * (across - natural)
      var nodes: [Node] = []
      for (index, item) in blocks.enumerated() {
        if index > 0 { x += gap }
        x += item.element.margin
        let y = origin.y + (height - item.block.size.height) / 2
        let left = origin.x + edge(of: x, width: item.block.size.width, in: across)
        nodes += faded(item.block.nodes(Point(left, y)), item.element.opacity)
        x += item.block.size.width
      }
      return nodes
    }
  }

  private mutating func grid(
    _ container: Container, _ columns: Int, _ width: Double?, _ typesetter: inout Typesetter,
    _ report: inout Report
  ) -> Block? {
    let across = width ?? page.width
    let gap = container.gap
    let column = (across - Double(columns - 1) * gap) / Double(columns)
    let blocks = container.children.compactMap { element -> (Element, Block)? in
      block(of: element, width: column, &typesetter, &report).map { (element, $0) }
    }
    guard !blocks.isEmpty else { return nil }
    let rows = stride(from: 0, to: blocks.count, by: columns).map {
      Array(blocks[$0..<min($0 + columns, blocks.count)])
    }
    let heights = rows.map { row in row.map(\.1.size.height).max() ?? 0 }
    let height = heights.reduce(0, +) + Double(rows.count - 1) * gap
    return Block(size: Size(width: across, height: height)) { [self] origin in
      var y = origin.y
      var nodes: [Node] = []
      for (row, height) in zip(rows, heights) {
        for (index, (element, block)) in row.enumerated() {
          let free = column - block.size.width
          let x = Double(index) * (column + gap) + element.align.share * free
          let left = origin.x + edge(of: x, width: block.size.width, in: across)
          nodes += faded(block.nodes(Point(left, y)), element.opacity)
        }
        y += height + gap
      }
      return nodes
    }
  }
}

/// `nodes` as they are, or as one group that lets through.
func faded(_ nodes: [Node], _ opacity: Double) -> [Node] {
  opacity < 1 ? [.group(Group(nodes, opacity: opacity))] : nodes
}
