internal import BlazonArt
internal import BlazonDesign
internal import BlazonScene
internal import BlazonSource
internal import BlazonSpec
internal import BlazonText

/// The rows of a stack in their places.
struct StackResult {
  /// Where the emblem stands, and the longer side of its ink.
  var emblem: (center: Point, size: Double)?
  /// The middle of the row of stars, and how much smaller than asked they are.
  var stars: (center: Point, scale: Double)?
  var marker: (center: Point, scale: Double)?
  var blocks: [String: Typesetter.Block] = [:]
  /// The top of the highest row below the emblem.
  var wordsTop: Double?
  /// How far the rows stand out of the box; 0 if they fit.
  var excess = 0.0
}

extension Arrangement {
  mutating func apply(_ result: StackResult) {
    if let emblem = result.emblem {
      slots.emblem?.at = emblem.center
      slots.emblem?.size = emblem.size
    }
    if let stars = result.stars {
      slots.stars?.at = stars.center
      slots.stars?.radius *= stars.scale
      slots.stars?.gap *= stars.scale
    }
    if let marker = result.marker, var slot = slots.marker {
      slot.at = marker.center
      slot.radius *= marker.scale
      slot.width *= marker.scale
      slot.glyphSize *= marker.scale
      slot.type.sizes = slot.type.sizes.map { $0 * marker.scale }
      slots.marker = slot
    }
    blocks.merge(result.blocks) { $1 }
    wordsTop = result.wordsTop
  }
}

/// How much the rows give way: first the emblem, then all others.
private struct Give {
  /// 0 for the emblem's largest size, 1 for its smallest.
  var emblem = 0.0
  /// The scale of everything else.
  var scale = 1.0
}

extension Typesetter {
  /// Puts the rows that have something to show under each other.
  ///
  /// The emblem gives way first, down to its smallest size; then words, stars and marker, down to two
  /// thirds, and words only to their floors.
  mutating func stack(
    _ stack: StackSlot, _ design: Design, _ texts: [String: Setting]
  ) -> StackResult {
    let rows = stack.rows.map(\.value).filter { row in
      switch row {
      case .emblem: design.slots.emblem != nil
      case .stars: design.slots.stars != nil && design.stars > 0
      case .marker: design.showsMarker
      case .text(let name): texts[name] != nil
      }
    }
    var give = Give()
    var result = self.stack(rows, stack, design, texts, give)
    if result.excess > 0, let slot = design.slots.emblem, rows.contains(.emblem) {
      let reach = slot.size - slot.leastSize
      give.emblem = reach > 0 ? min(1, result.excess / reach) : 1
      result = self.stack(rows, stack, design, texts, give)
      if result.excess > 0, give.emblem < 1 {
        give.emblem = min(1, give.emblem + 1.3 * result.excess / reach)
        result = self.stack(rows, stack, design, texts, give)
      }
    }
    while result.excess > 0, give.scale > 0.66 {
      give.scale -= 0.06
      result = self.stack(rows, stack, design, texts, give)
    }
    return result
  }

  private mutating func stack(
    _ rows: [StackSlot.Row], _ stack: StackSlot, _ design: Design, _ texts: [String: Setting],
    _ give: Give
  ) -> StackResult {
    let slots = design.slots
    let box = stack.room(beside: design)
    let room = Room(stack)
    let emblemSize = slots.emblem.map { $0.size - give.emblem * ($0.size - $0.leastSize) } ?? 0
    let gap = stack.gap * give.scale
    var heights = rows.map { row -> (above: Double, below: Double) in
      switch row {
      case .emblem:
        let half = emblemSize / 2 * max(design.emblemAspect.height, slots.emblem?.halo ?? 0)
        return (half, half)
      case .stars:
        let radius = (slots.stars?.radius ?? 0) * give.scale
        return (radius, radius * 0.85)
      case .marker:
        let radius = (slots.marker?.radius ?? 0) * give.scale
        return (radius, radius)
      case .text(let name):
        let size = (texts[name]?.type.sizes.first ?? 0) * give.scale
        return (size * 0.36, size * 0.36)
      }
    }
    var blocks: [String: Block] = [:]
    var centers: [Double] = []
    var overhang = 0.0
    // Where a text stands tells how wide it may be, and that how high it is: two rounds settle it.
    for _ in 0..<3 {
      let height = heights.reduce(0) { $0 + $1.above + $1.below } + gap * Double(rows.count - 1)
      let slack = max(0, box.height - height)
      func placed(_ offset: Double) -> [Double] {
        var y = box.minY + offset
        return heights.map { height in
          defer { y += height.above + height.below + gap }
          return y + height.above
        }
      }
      centers = placed(slack / 2)
      overhang = 0
      // Where the outline is narrow above, all move down until the emblem stands inside.
      if let index = rows.firstIndex(of: .emblem) {
        let half = Size(
          width: emblemSize / 2 * max(design.emblemAspect.width, slots.emblem?.halo ?? 0),
          height: heights[index].above)
        let top = room.highest(half, near: centers[index])
        let shift = max(0, min(slack / 2, top - centers[index]))
        centers = centers.map { $0 + shift }
        overhang = max(0, top - centers[index])
      }
      for (index, row) in rows.enumerated() {
        guard case .text(let name) = row, var setting = texts[name] else { continue }
        let (top, bottom) = (
          centers[index] - heights[index].above, centers[index] + heights[index].below
        )
        setting.type.sizes = setting.type.sizes.map { max(setting.type.minimum, $0 * give.scale) }
        let width = room.width(top, bottom)
        let tall = Rect(
          center: Point(room.axis, centers[index]), width: max(1, width),
          height: max(1, box.height))
        let block = fit(setting, into: tall)
        blocks[name] = block
        heights[index] = (block.inkAbove, block.inkBelow)
      }
    }
    var result = StackResult(blocks: blocks)
    let total = heights.reduce(0) { $0 + $1.above + $1.below } + gap * Double(rows.count - 1)
    result.excess = max(0, total - box.height - 0.5, overhang - 1)
    if let index = rows.firstIndex(of: .emblem), index + 1 < rows.count {
      result.wordsTop = centers[index + 1] - heights[index + 1].above
    }
    for (index, row) in rows.enumerated() {
      let center = Point(room.axis, centers[index])
      switch row {
      case .emblem: result.emblem = (center, emblemSize)
      case .stars: result.stars = (center, give.scale)
      case .marker: result.marker = (center, give.scale)
      case .text(let name): result.blocks[name]?.center(at: centers[index])
      }
    }
    return result
  }
}

extension StackSlot {
  /// Its box without what a marker outside the rows takes of its upper or lower end.
  func room(beside design: Design) -> Rect {
    var (top, bottom) = (box.minY, box.maxY)
    func keepOff(_ y: ClosedRange<Double>) {
      let middle = (y.lowerBound + y.upperBound) / 2
      if middle < box.center.y {
        top = max(top, y.upperBound + 1.3 * gap)
      } else {
        bottom = min(bottom, y.lowerBound - 1.3 * gap)
      }
    }
    if let marker = design.slots.marker, design.showsMarker,
      !rows.contains(where: { $0.value == .marker })
    {
      keepOff(marker.at.y - marker.radius...marker.at.y + marker.radius)
    }
    for slot in design.slots.texts where design.text(of: slot.text) != nil {
      guard case .arc(let center, let radius, let isBottom, _) = slot.placement else { continue }
      let y = isBottom ? center.y + radius : center.y - radius
      let half = (slot.type.sizes.first ?? 0) * 0.4
      if y + half > box.minY, y - half < box.maxY { keepOff(y - half...y + half) }
    }
    if design.showsRibbon, let ribbon = design.slots.ribbon?.geometry {
      // The band is highest at its ends or in its middle, and rows seldom reach the ends.
      let top = ribbon.center.y - ribbon.height / 2 - max(0, ribbon.arc * 0.5)
      keepOff(top...ribbon.center.y + ribbon.height / 2 + max(0, -ribbon.arc * 0.5))
    }
    return Rect(x: box.x, y: top, width: box.width, height: max(1, bottom - top))
  }
}

extension Design {
  /// Whether the marker's plate has anything on it.
  var showsMarker: Bool {
    guard let slot = slots.marker else { return false }
    return slot.glyph != nil || slot.text.flatMap { text(of: $0) } != nil
  }

  /// Whether a ribbon is drawn.
  var showsRibbon: Bool {
    guard let ribbon = slots.ribbon else { return false }
    return !ribbon.isOptional || ribbon.text.flatMap { text(of: $0) } != nil
  }

  /// How wide and high the emblem is, the longer side being 1.
  var emblemAspect: Size {
    switch emblem {
    case .library(let emblem):
      let ink = slots.emblem?.style == .simple ? emblem.smallInk : emblem.ink
      let longer = max(ink.width, ink.height)
      return Size(width: ink.width / longer, height: ink.height / longer)
    case .letters(let letters): return Size(width: 1, height: letters.count > 1 ? 0.5 : 0.8)
    case .file, nil: return Size(width: 1, height: 1)
    }
  }
}

/// The room between an outline's sides.
private struct Room {
  private let polygons: [[Point]]
  private let box: Rect
  private let inset: Double

  var axis: Double { box.center.x }

  init(_ stack: StackSlot) {
    (box, inset) = (stack.box, stack.inset)
    polygons = stack.inside.map { path(of: $0).flattened(steps: 8) } ?? []
  }

  /// How wide a row from `top` to `bottom` may be about the axis.
  func width(_ top: Double, _ bottom: Double) -> Double {
    guard !polygons.isEmpty else { return box.width }
    return min(box.width, 2 * (min(halfWidth(top), halfWidth(bottom)) - inset))
  }

  /// The highest middle, at or below `y`, at which an ellipse with the half axes `half` keeps inside.
  func highest(_ half: Size, near y: Double) -> Double {
    guard !polygons.isEmpty else { return y }
    var middle = y
    // What counts are the shoulders: few emblems fill the corners of their box.
    for _ in 0..<60 {
      let shoulder = halfWidth(middle - half.height * 0.72) - inset
      let crown = halfWidth(middle - half.height) - inset
      if shoulder >= half.width * 0.72, crown >= half.width * 0.16 { return middle }
      middle += 3
    }
    return middle
  }

  /// From the axis to the nearer side at height `y`.
  private func halfWidth(_ y: Double) -> Double {
    var (left, right) = (Double.infinity, Double.infinity)
    for polygon in polygons {
      for (a, b) in zip(polygon, polygon.dropFirst() + polygon.prefix(1))
      where (a.y <= y) != (b.y <= y) {
        let x = a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y) - axis
        if x < 0 { left = min(left, -x) } else { right = min(right, x) }
      }
    }
    let half = min(left, right)
    return half.isFinite ? half : 0
  }
}
