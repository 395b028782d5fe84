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
  /// How near each row of words or stars is to its size where the outline is wide, 1 at most.
  var shares: [Double] = []
  /// Whether the emblem is about as small as it may be.
  var isFull = false
  /// Whether the marker left its row to the others.
  var leavesMarkerOut = false
}

extension StackResult {
  var ease: Double { shares.reduce(0, +) }
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
    if result.leavesMarkerOut { slots.marker = nil }
    blocks.merge(result.blocks) { $1 }
    wordsTop = result.wordsTop
  }
}

extension Typesetter {
  /// Puts the rows that have something to show under each other.
  ///
  /// The marker leaves its row where its words are too small to read, and the glyph of a state that is told in words
  /// where the emblem would be at its smallest for it.
  mutating func stack(
    _ stack: StackSlot, _ design: Design, _ texts: [String: Setting], logo: Size?
  ) -> StackResult {
    var rows = stack.rows.map(\.value).filter { row in
      switch row {
      case .emblem: design.slots.emblem != nil && design.scene == nil
      case .stars: design.slots.stars != nil && design.stars > 0
      case .marker: design.showsMarker
      case .logo: design.slots.logo != nil && logo != nil
      case .text(let name): texts[name] != nil
      }
    }
    var contents = Contents(
      rows: rows, design: design, texts: texts, logo: logo, form: emblemForm(design),
      gap: stack.gap,
      box: stack.room(beside: design), room: Room(stack, below: wordArcs(above: stack, design)))
    let result = self.stack(contents)
    guard let slot = design.slots.marker, let marker = result.marker,
      !readsMarker(design, scale: marker.scale)
    else { return result }
    let isTold = design.facts[.state] != nil && result.isFull && rows.count > 2
    guard slot.glyph == nil || isTold else { return result }
    rows.removeAll { $0 == .marker }
    contents.rows = rows
    var other = self.stack(contents)
    other.leavesMarkerOut = true
    return other
  }

  /// The rows as large as they fit.
  ///
  /// The emblem gives way first, down to its smallest size; then words, stars and marker a little, the emblem a little
  /// more, and the others down to a little over half, words only to their floors; then an emblem whose gauge, dial or
  /// wreath takes the room; at last the gaps about the emblem.
  private mutating func stack(_ contents: Contents) -> StackResult {
    var give = Give()
    var result = stack(contents, give)
    let slot = contents.rows.contains(.emblem) ? contents.design.slots.emblem : nil
    if let slot {
      let reach = slot.size - slot.leastSize
      while result.excess > 0, give.emblem < 1 {
        // What it gives frees more or less than that, as lines break anew.
        let step = reach > 0 ? max(0.04, result.excess / reach) : 1
        give.emblem = min(1, give.emblem + step)
        result = stack(contents, give)
      }
    }
    func shrink(_ part: WritableKeyPath<Give, Double>, to least: Double, by step: Double) {
      while result.excess > 0, give[keyPath: part] > least + 0.001 {
        give[keyPath: part] = max(least, give[keyPath: part] - step)
        result = stack(contents, give)
      }
    }
    let hasHalo = (slot?.halo ?? 0) > 0
    shrink(\.scale, to: 0.88, by: 0.06)
    if slot != nil { shrink(\.below, to: hasHalo ? 0.94 : 0.97, by: 0.03) }
    shrink(\.scale, to: 0.82, by: 0.06)
    if slot != nil {
      shrink(\.below, to: hasHalo ? 0.88 : 0.94, by: 0.03)
      shrink(\.gap, to: 0.8, by: 0.1)
    }
    shrink(\.scale, to: 0.58, by: 0.06)
    if hasHalo { shrink(\.below, to: 0.7, by: 0.06) }
    if slot != nil { shrink(\.gap, to: 0.58, by: 0.07) }
    if slot != nil { (give, result) = eased(contents, give, result) }
    result.isFull = slot != nil && (give.emblem > 0.4 || give.scale < 1)
    return result
  }

  /// Words and stars that stand where the outline is narrow are nearer to their size where a smaller emblem lets them
  /// stand higher: it gives as much as they gain the most by.
  private mutating func eased(
    _ contents: Contents, _ give: Give, _ result: StackResult
  ) -> (Give, StackResult) {
    let size = result.emblem?.size ?? 1
    var (trial, best, most) = (give, (give, result), 0.05)
    while best.1.shares.contains(where: { $0 < 0.86 }), trial.emblem < 1 || trial.below > 0.95 {
      if trial.emblem < 1 {
        trial.emblem = min(1, trial.emblem + 0.2)
      } else {
        trial.below -= 0.03
      }
      let other = stack(contents, trial)
      let loss = 1 - (other.emblem?.size ?? 0) / size
      let gain = other.ease - result.ease - 0.65 * loss
      if other.excess <= result.excess, gain > most { (best, most) = ((trial, other), gain) }
    }
    return best
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
        result.shares.append(min(1, width / max(1, column.starsWidth)))
      case .marker: result.marker = (center, column.markerScale)
      case .logo:
        let width = column.room.width(y - height.above, y + height.below)
        // A little smaller it is still a logo.
        result.excess = max(result.excess, 0.72 * column.logoPlate.width - width)
        result.logo = (center, give.scale * min(1, max(1, width) / column.logoPlate.width))
      case .text(let name):
        result.blocks[name]?.center(at: y)
        if let block = blocks[name], let setting = contents.texts[name] {
          let lines = block.lines.count
          let largest = setting.type.sizes[min(lines, setting.type.sizes.count) - 1]
          // Another line is worse than letters a little smaller.
          let share = block.size / max(setting.type.minimum, largest * give.scale)
          result.shares.append(min(1, share) - 0.2 * Double(lines - 1))
        }
      }
    }
    return result
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
    let form: EmblemForm
    switch design.emblem {
    case .drawn(let emblem): form = EmblemForm(emblem, isSmall: slot.style == .simple)
    case .typed(let letters):
      let line = line(of: letters, in: slot)
      let size = Size(width: line.width, height: line.inkAscent + line.inkDescent)
      form = EmblemForm(box: Size(width: size.width / slot.size, height: size.height / slot.size))
    case .artwork, nil: form = .disc(1)
    }
    return slot.halo > 0 ? form.united(with: .disc(slot.halo)) : form
  }

  /// Whether the marker has words that can be read.
  fileprivate mutating func readsMarker(_ design: Design, scale: Double) -> Bool {
    guard let slot = design.slots.marker, let text = slot.text.flatMap({ design.text(of: $0) })
    else { return false }
    let line = shrink(
      text.text, slot.type, FontFace(known: slot.type.font), width: slot.width,
      language: design.language)
    return !design.isTooSmall(line.size * scale)
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
