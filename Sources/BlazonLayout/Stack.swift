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
  /// The middle of the row of stars, how much smaller than asked they are, and how wide it may be.
  var stars: (center: Point, scale: Double, width: Double)?
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
    if let stars = result.stars, var slot = slots.stars {
      slot.at = stars.center
      slot.radius *= stars.scale
      slot.gap *= stars.scale
      slot.width = min(slot.width, stars.width)
      slots.stars = slot
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

/// How much the rows give way: first the emblem, then all others, at last an emblem with a halo.
private struct Give {
  /// 0 for the emblem's largest size, 1 for its smallest.
  var emblem = 0.0
  /// The scale of everything else.
  var scale = 1.0
  /// The scale of an emblem that something stands about, with that, below its smallest size.
  var halo = 1.0
}

extension Typesetter {
  /// Puts the rows that have something to show under each other.
  ///
  /// The emblem gives way first, down to its smallest size; then words, stars and marker, down to two
  /// thirds, and words only to their floors; then an emblem whose gauge, dial or wreath takes the room.
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
    let hasHalo = (design.slots.emblem?.halo ?? 0) > 0 && rows.contains(.emblem)
    while result.excess > 0, hasHalo, give.halo > 0.7 {
      give.halo -= 0.06
      result = self.stack(rows, stack, design, texts, give)
    }
    return result
  }

  private mutating func stack(
    _ rows: [StackSlot.Row], _ stack: StackSlot, _ design: Design, _ texts: [String: Setting],
    _ give: Give
  ) -> StackResult {
    let column = Column(rows, stack, design, give)
    var heights = column.heights(of: texts)
    var blocks: [String: Block] = [:]
    var (centers, overhang): ([Double], Double) = ([], 0)
    // Where a text stands tells how wide it may be, and that how high it is: three rounds settle it.
    for _ in 0..<3 {
      (centers, overhang) = column.places(heights)
      for (index, row) in rows.enumerated() {
        guard case .text(let name) = row, var setting = texts[name] else { continue }
        setting.type.sizes = setting.type.sizes.map { max(setting.type.minimum, $0 * give.scale) }
        let width = column.room.width(
          centers[index] - heights[index].above, centers[index] + heights[index].below)
        let place = Rect(
          center: Point(column.room.axis, centers[index]), width: max(1, width),
          height: column.box.height)
        let block = fit(setting, into: place)
        blocks[name] = block
        heights[index] = (block.inkAbove, block.inkBelow)
      }
    }
    var result = StackResult(blocks: blocks)
    result.excess = max(0, column.height(heights) - column.box.height - 0.5, overhang - 1)
    if let index = rows.firstIndex(of: .emblem), index + 1 < rows.count {
      result.wordsTop = centers[index + 1] - heights[index + 1].above
    }
    for ((row, y), height) in zip(zip(rows, centers), heights) {
      let center = Point(column.room.axis, y)
      switch row {
      case .emblem: result.emblem = (center, column.emblemSize)
      case .stars:
        let width = column.room.width(y - height.above, y + height.below)
        result.stars = (center, give.scale, max(1, width))
      case .marker: result.marker = (center, give.scale)
      case .text(let name): result.blocks[name]?.center(at: y)
      }
    }
    return result
  }
}

/// The rows in the room they have, as far as they give way.
private struct Column {
  /// From the middle of a row up and down to its ink.
  typealias Height = (above: Double, below: Double)

  let rows: [StackSlot.Row]
  let design: Design
  let give: Give
  let box: Rect
  let room: Room
  let gap: Double

  init(_ rows: [StackSlot.Row], _ stack: StackSlot, _ design: Design, _ give: Give) {
    (self.rows, self.design, self.give) = (rows, design, give)
    (box, room, gap) = (stack.room(beside: design), Room(stack), stack.gap * give.scale)
  }

  /// The longer side of the emblem's ink.
  var emblemSize: Double {
    let size = design.slots.emblem.map { $0.size - give.emblem * ($0.size - $0.leastSize) } ?? 0
    return size * give.halo
  }

  /// The half axes of the emblem, or of what stands about it.
  private var emblem: Size {
    let (aspect, halo) = (design.emblemAspect, design.slots.emblem?.halo ?? 0)
    return Size(
      width: emblemSize / 2 * max(aspect.width, halo),
      height: emblemSize / 2 * max(aspect.height, halo))
  }

  /// Those of texts are a guess, until they are set.
  func heights(of texts: [String: Setting]) -> [Height] {
    rows.map { row in
      switch row {
      case .emblem: return (emblem.height, emblem.height)
      case .stars:
        // The lower points of a star reach less far than the upper.
        let radius = (design.slots.stars?.radius ?? 0) * give.scale
        return (radius, radius * 0.85)
      case .marker:
        let radius = (design.slots.marker?.radius ?? 0) * give.scale
        return (radius, radius)
      case .text(let name):
        let size = (texts[name]?.type.sizes.first ?? 0) * give.scale
        return (size * 0.36, size * 0.36)
      }
    }
  }

  func height(_ heights: [Height]) -> Double {
    heights.reduce(0) { $0 + $1.above + $1.below } + gap * Double(rows.count - 1)
  }

  /// The middles of the rows, and how far the emblem still stands out of the outline.
  func places(_ heights: [Height]) -> (centers: [Double], overhang: Double) {
    let slack = max(0, box.height - height(heights))
    var y = box.minY + slack / 2
    var centers = heights.map { height in
      defer { y += height.above + height.below + gap }
      return y + height.above
    }
    guard let index = rows.firstIndex(of: .emblem) else { return (centers, 0) }
    // Where the outline is narrow above, all move down until the emblem stands inside.
    let top = room.highest(emblem, near: centers[index])
    let shift = max(0, min(slack / 2, top - centers[index]))
    centers = centers.map { $0 + shift }
    return (centers, max(0, top - centers[index]))
  }
}

extension StackSlot {
  /// Its box without what a marker, words on an arc and a ribbon outside the rows take of its ends.
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
