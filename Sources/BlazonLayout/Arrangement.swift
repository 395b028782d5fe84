internal import BlazonArt
internal import BlazonCheck
internal import BlazonDesign
internal import BlazonScene
internal import BlazonSource
internal import BlazonSpec
internal import BlazonText

/// The slots of a design with every row of its stack in its place, and the words that are shown.
struct Arrangement {
  var slots: Slots
  /// The words of each text that is shown, set and broken, by the slot's name.
  var blocks: [String: Typesetter.Block] = [:]
  /// The words of each text as they are set.
  var words: [String: TextTemplate.Run] = [:]

  /// How much smaller than its slot asks the logo's plate is.
  var logoScale = 1.0

  /// The top of the highest row below the emblem; `nil` if there is none.
  var wordsTop: Double?

  /// Where the emblem stands: its ink's longer side is `size`.
  var seat: (center: Point, size: Double) {
    slots.emblem.map { ($0.at, $0.size) } ?? (Point(256, 256), 180)
  }
}

/// Letters that would be smaller than this on the screen are left out: nobody could read them.
package let leastPixels = 9.0

extension Typesetter {
  /// Gives every row of the stack its place.
  /// `logo` is the size of the programme's, where the badge shows it.
  mutating func arrange(_ design: Design, logo: Size?, _ report: inout Report) -> Arrangement {
    var arrangement = Arrangement(slots: design.slots)
    let pixels = design.pixelWidth.map { Double($0) / 512 } ?? .infinity
    var texts: [String: Setting] = [:]
    for slot in design.slots.texts {
      guard let text = design.text(of: slot.text) else { continue }
      texts[slot.name] = Setting(slot, text, design)
    }
    for (name, setting) in texts {
      guard case .box(let box) = setting.slot.placement else { continue }
      var block = fit(setting, into: box)
      // One line of small letters is easier to read than two of capitals, and never as narrow.
      if block.lines.count > 1, let written = setting.written {
        let line = fit(written, into: box)
        if line.lines.count == 1 { block = line }
      }
      if block.size * pixels < leastPixels {
        texts[name] = nil
      } else {
        arrangement.blocks[name] = block
      }
    }
    if let stack = design.slots.stack {
      // A row that would be too small to read gives its room to the others, and they are set anew.
      var rows = texts
      while true {
        let result = self.stack(stack, design, rows, logo: logo)
        let small = result.blocks.filter { $0.value.size * pixels < leastPixels }
        guard small.isEmpty else {
          for name in small.keys { (rows[name], texts[name]) = (nil, nil) }
          continue
        }
        arrangement.apply(result)
        refuse(result, rows, design, &report)
        break
      }
    }
    if !design.showsRibbon { arrangement.slots.ribbon = nil }
    arrangement.slots.texts.removeAll { texts[$0.name] == nil }
    arrangement.words = texts.mapValues(\.run)
    arrangement.settle(around: design)
    return arrangement
  }

  /// Reports rows that are too high for their place when all have given way, at the longest of their words, or at the logo
  /// where there are none.
  private func refuse(
    _ result: StackResult, _ rows: [String: Setting], _ design: Design, _ report: inout Report
  ) {
    // Words below their least size are refused for themselves.
    let isToldAlready = result.blocks.contains { name, block in
      rows[name].map { block.size < $0.type.minimum - 0.01 } ?? false
    }
    guard result.excess > 2, !isToldAlready else { return }
    func tell(_ what: String, at place: Place, help: String) {
      report.add(
        .fit, "\(what) does not fit with what stands above and below it", at: place,
        measure: Measure(result.excess.rounded(), "units too much", limit: 0), help: help)
    }
    let longest = rows.filter { result.blocks[$0.key] != nil }.map(\.value)
      .max { ($0.words.count, $0.slot.name) < ($1.words.count, $1.slot.name) }
    if let longest {
      tell(
        "“\(longest.words)”", at: longest.run.place,
        help: "shorten it, or leave out the subtitle, the stars, the marker or the logo")
    } else if let logo = design.logo, result.logo != nil {
      tell("the logo", at: logo.place, help: "leave out the stars, or give its slot less height")
    }
  }

  /// The block of `setting` in `box`, as large as its type allows.
  mutating func fit(_ setting: Setting, into box: Rect) -> Block {
    fit(
      setting.words, setting.type, setting.face, into: box, wrapBelow: setting.slot.wrapBelow,
      language: setting.language)
  }
}

/// A text slot with the words it shows.
struct Setting {
  var slot: TextSlot
  var run: TextTemplate.Run
  /// As they are set.
  var words: String
  var type: TypeSlot
  var face: FontFace
  var language: String

  init(_ slot: TextSlot, _ run: TextTemplate.Run, _ design: Design) {
    (self.slot, self.run, type) = (slot, run, slot.type)
    words = slot.type.transform.applied(
      to: run.text, language: design.language, hasCapitals: design.hasCapitals)
    face = FontFace(known: slot.type.font)
    language = design.language
  }

  /// The same in small letters, where capitals were chosen for it.
  var written: Setting? {
    guard type.transform == .auto, words != run.text else { return nil }
    var setting = self
    setting.words = run.text
    // Spaced small letters fall apart.
    setting.type.letterSpacing = 0
    return setting
  }
}

extension Arrangement {
  /// Moves what stands about the emblem to it, and takes away what goes with a text that is absent.
  fileprivate mutating func settle(around design: Design) {
    let shown = Set(slots.texts.map(\.name))
    let map = Affine.translation(seat.center.x, seat.center.y).after(.scale(seat.size / 100))
    func settled(_ figures: [Figure]) -> [Figure] {
      figures.compactMap { figure in
        if let companion = figure.companion, !shown.contains(companion) { return nil }
        return (figure.isAroundEmblem ? figure.mapped(by: map) : figure).raised(to: wordsTop)
      }
    }
    slots.back = settled(slots.back)
    slots.rings = settled(slots.rings)
    slots.layers = settled(slots.layers)
    if let inside = slots.scene?.inside { slots.scene?.inside = inside.raised(to: wordsTop) }
    if let wordsTop { slots.crack?.path.keep(above: wordsTop - 8) }
    if var laurel = slots.laurel, laurel.isAroundEmblem {
      laurel.at = map(laurel.at)
      laurel.radius *= map.scale
      laurel.leaf *= map.scale
      slots.laurel = laurel
    }
  }
}

extension Path {
  /// Raises a crack, and flattens it if that is not enough, until no words from `limit` downwards stand in it.
  fileprivate mutating func keep(above limit: Double) {
    // Words are narrower than the badge.
    let middle = flattened(steps: 8).joined().filter { (100...412).contains($0.x) }.map(\.y)
    guard let top = middle.min(), let bottom = middle.max(), bottom > limit else { return }
    let rise = min(bottom - limit, 30)
    let scale = min(1, max(0.2, (limit - top + rise) / (bottom - top)))
    self = transformed(
      by: .translation(0, top - rise).after(Affine(1, 0, 0, scale, 0, 0)).after(
        .translation(0, -top)))
  }
}

extension Figure {
  /// The figure with its levels raised until words from `top` downwards stand on what they fill.
  fileprivate func raised(to top: Double?) -> Figure {
    guard let top, patterns.contains(where: { $0.level?.share == .words }) else { return self }
    var figure = self
    figure.patterns = patterns.map { pattern in
      guard let level = pattern.level, level.share == .words else { return pattern }
      var pattern = pattern
      pattern.level?.full += min(0, top - level.empty)
      return pattern
    }
    return figure
  }

  /// The figure at another place, `map` being a scaling and a shift.
  func mapped(by map: Affine) -> Figure {
    var figure = self
    let scale = map.scale
    switch outline {
    case .path(let path): figure.outline = .path(path.transformed(by: map))
    case .silhouette(let silhouette, var measures):
      measures.center = map(measures.center)
      measures.radius *= scale
      measures.halfHeight *= scale
      measures.corner *= scale
      measures.depth *= scale
      figure.outline = .silhouette(silhouette, measures)
    }
    figure.strokeWidth *= scale
    figure.dashes = dashes.map { $0 * scale }
    if let width = innerShadow.first, let opacity = innerShadow.last {
      figure.innerShadow = [width * scale, opacity]
    }
    figure.patterns = patterns.map { pattern in
      var pattern = pattern
      pattern.at = pattern.at.map { map($0) }
      pattern.radius *= scale
      pattern.step *= scale
      pattern.line *= scale
      pattern.level = pattern.level.map { level in
        PatternSlot.Level(
          share: level.share, empty: map(Point(0, level.empty)).y, full: map(Point(0, level.full)).y
        )
      }
      return pattern
    }
    return figure
  }
}
