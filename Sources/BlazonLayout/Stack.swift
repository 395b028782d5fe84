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
  /// The middle of the logo's plate, and how much smaller than asked it is.
  var logo: (center: Point, scale: Double)?
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
    if let logo = result.logo {
      slots.logo?.at = logo.center
      logoScale = logo.scale
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
  /// The emblem gives way first, down to its smallest size; then words, stars and marker, down to a little
  /// over half, and words only to their floors; then an emblem whose gauge, dial or wreath takes the room.
  mutating func stack(
    _ stack: StackSlot, _ design: Design, _ texts: [String: Setting], logo: Size?
  ) -> StackResult {
    let rows = stack.rows.map(\.value).filter { row in
      switch row {
      case .emblem: design.slots.emblem != nil && design.scene == nil
      case .stars: design.slots.stars != nil && design.stars > 0
      case .marker: design.showsMarker
      case .logo: design.slots.logo != nil && logo != nil
      case .text(let name): texts[name] != nil
      }
    }
    let contents = Contents(
      rows: rows, design: design, texts: texts, logo: logo, form: emblemForm(design),
      gap: stack.gap,
      box: stack.room(beside: design), room: Room(stack, below: wordArcs(above: stack, design)))
    var give = Give()
    var result = self.stack(contents, give)
    if let slot = design.slots.emblem, rows.contains(.emblem) {
      let reach = slot.size - slot.leastSize
      while result.excess > 0, give.emblem < 1 {
        // What it gives frees more or less than that, as lines break anew.
        let step = reach > 0 ? max(0.04, result.excess / reach) : 1
        give.emblem = min(1, give.emblem + step)
        result = self.stack(contents, give)
      }
    }
    while result.excess > 0, give.scale > 0.58 {
      give.scale -= 0.06
      result = self.stack(contents, give)
    }
    let hasHalo = (design.slots.emblem?.halo ?? 0) > 0 && rows.contains(.emblem)
    while result.excess > 0, hasHalo, give.halo > 0.7 {
      give.halo -= 0.06
      result = self.stack(contents, give)
    }
    return result
  }

  private mutating func stack(_ contents: Contents, _ give: Give) -> StackResult {
    let column = Column(contents, give)
    let rows = contents.rows
    var heights = column.heights
    var blocks: [String: Block] = [:]
    var (centers, overhang): ([Double], Double) = ([], 0)
    // Where a text stands tells how wide it may be, and that how high it is. A few rounds settle it; from the
    // third on rows only grow, so that none goes to and fro.
    for round in 0..<6 {
      let before = heights
      (centers, overhang) = column.places(heights)
      for (index, row) in rows.enumerated() {
        guard case .text(let name) = row, var setting = contents.texts[name] else { continue }
        setting.type.sizes = setting.type.sizes.map { max(setting.type.minimum, $0 * give.scale) }
        let width = column.room.width(
          centers[index] - heights[index].above, centers[index] + heights[index].below)
        let place = Rect(
          center: Point(column.room.axis, centers[index]), width: max(1, width),
          height: column.box.height)
        let block = fit(setting, into: place)
        blocks[name] = block
        let grown = round < 2 ? (0, 0) : heights[index]
        heights[index] = (max(grown.0, block.inkAbove), max(grown.1, block.inkBelow))
      }
      let isSettled = zip(before, heights).allSatisfy {
        abs($0.above - $1.above) + abs($0.below - $1.below) < 0.5
      }
      if isSettled { break }
    }
    var result = StackResult(blocks: blocks)
    // Words that lack width lack height too: higher up, where the emblem makes room, the outline is wider.
    let lack = blocks.map { (contents.texts[$0]?.type.minimum ?? 0) - $1.size - 0.01 }.max() ?? 0
    result.excess = max(0, column.height(heights) - column.box.height - 0.5, overhang - 1, lack)
    if let index = rows.firstIndex(of: .emblem), index + 1 < rows.count {
      result.wordsTop = centers[index + 1] - heights[index + 1].above
    } else if contents.design.scene != nil, let first = centers.first {
      result.wordsTop = first - heights[0].above
    }
    for ((row, y), height) in zip(zip(rows, centers), heights) {
      let center = Point(column.room.axis, y)
      switch row {
      case .emblem: result.emblem = (center, column.emblemSize)
      case .stars:
        let width = column.room.width(y - height.above, y + height.below)
        result.stars = (center, give.scale, max(1, width))
      case .marker: result.marker = (center, give.scale)
      case .logo:
        let width = column.room.width(y - height.above, y + height.below)
        // A little smaller it is still a logo.
        result.excess = max(result.excess, 0.72 * column.logoPlate.width - width)
        result.logo = (center, give.scale * min(1, max(1, width) / column.logoPlate.width))
      case .text(let name): result.blocks[name]?.center(at: y)
      }
    }
    return result
  }
}

/// What stands in a stack: rows that have something to show, and what they are made of.
private struct Contents {
  var rows: [StackSlot.Row]
  var design: Design
  var texts: [String: Setting]
  /// Of the programme's logo, in its own units, where it is shown.
  var logo: Size?
  var form: EmblemForm
  var gap: Double
  var box: Rect
  var room: Room
}

/// The rows in the room they have, as far as they give way.
private struct Column {
  /// From the middle of a row up and down to its ink.
  typealias Height = (above: Double, below: Double)

  let contents: Contents
  let give: Give

  init(_ contents: Contents, _ give: Give) { (self.contents, self.give) = (contents, give) }

  var box: Rect { contents.box }
  var room: Room { contents.room }
  private var gap: Double { contents.gap * give.scale }
  private var rows: [StackSlot.Row] { contents.rows }
  private var design: Design { contents.design }

  /// The longer side of the emblem's ink.
  var emblemSize: Double {
    let size = design.slots.emblem.map { $0.size - give.emblem * ($0.size - $0.leastSize) } ?? 0
    return size * give.halo
  }

  /// Those of texts are a guess, until they are set.
  var heights: [Height] {
    rows.map { row in
      switch row {
      case .emblem:
        let rim = design.slots.emblem?.outline?.width ?? 0
        let half = emblemSize / 2 * contents.form.height + rim * 0.8
        return (half, half)
      case .stars:
        // The lower points of a star reach less far than the upper.
        let radius = (design.slots.stars?.radius ?? 0) * give.scale
        return (radius, radius * 0.85)
      case .marker:
        let radius = (design.slots.marker?.radius ?? 0) * give.scale
        return (radius, radius)
      case .logo:
        return (logoPlate.height / 2, logoPlate.height / 2)
      case .text(let name):
        let size = (contents.texts[name]?.type.sizes.first ?? 0) * give.scale
        return (size * 0.36, size * 0.36)
      }
    }
  }

  /// The logo's plate.
  var logoPlate: Size {
    guard let slot = design.slots.logo, let logo = contents.logo else {
      return Size(width: 1, height: 1)
    }
    return slot.fitted(logo, scale: give.scale).plate
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
    // Where the outline is narrow above, all move down until emblem and stars stand inside.
    let lacks = rows.indices.map { index -> Double in
      guard let hull = hull(of: rows[index]) else { return 0 }
      return room.highest(hull, near: centers[index]) - centers[index]
    }
    let lack = lacks.max() ?? 0
    let shift = max(0, min(slack / 2, lack))
    centers = centers.map { $0 + shift }
    return (centers, max(0, lack - shift))
  }

  /// The corners about its middle of a row that no narrow place may shrink.
  private func hull(of row: StackSlot.Row) -> [Point]? {
    switch row {
    case .emblem: return contents.form.hull.map { $0 * emblemSize }
    case .stars:
      guard let slot = design.slots.stars else { return nil }
      let half = Double(design.stars - 1) / 2 * slot.gap + slot.radius
      return EmblemForm(
        box: Size(width: 2 * half * give.scale, height: 2 * slot.radius * give.scale)
      ).hull
    case .text, .marker, .logo: return nil
    }
  }
}

extension Typesetter {
  /// The letters that an emblem is made of, as large as `slot` takes them.
  mutating func line(of letters: String, in slot: EmblemSlot) -> TextLine {
    let style = TextStyle(
      face: FontFace(known: slot.letters.font), size: slot.letters.size ?? slot.size)
    let line = set(letters, in: style, within: slot.letters.width ?? slot.size * 1.06)
    let (width, height) = (line.width, line.inkAscent + line.inkDescent)
    let diagonal = (width * width + height * height).squareRoot()
    guard let round = slot.round, diagonal > round * slot.size else { return line }
    return set(letters, in: style, within: width * round * slot.size / diagonal)
  }

  /// The form of the emblem, or of what stands about it.
  fileprivate mutating func emblemForm(_ design: Design) -> EmblemForm {
    guard let slot = design.slots.emblem else { return .disc(1) }
    if slot.halo > 0 { return .disc(slot.halo) }
    switch design.emblem {
    case .drawn(let emblem): return EmblemForm(emblem, isSmall: slot.style == .simple)
    case .typed(let letters):
      let line = line(of: letters, in: slot)
      let size = Size(width: line.width, height: line.inkAscent + line.inkDescent)
      return EmblemForm(box: Size(width: size.width / slot.size, height: size.height / slot.size))
    case .artwork, nil: return .disc(1)
    }
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
}
