internal import BlazonDesign
internal import BlazonScene
internal import BlazonSpec

/// How much the rows give way.
struct Give {
  /// 0 for the emblem's largest size, 1 for its smallest.
  var emblem = 0.0
  /// The scale of everything else.
  var scale = 1.0
  /// The scale of the emblem, with what stands about it, below its smallest size.
  var below = 1.0
  /// The scale of the gaps about the emblem, and of what the marker keeps.
  var gap = 1.0
}

/// What stands in a stack: rows that have something to show, and what they are made of.
struct Contents {
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
struct Column {
  /// From the middle of a row up and down to its ink.
  typealias Height = (above: Double, below: Double)

  let contents: Contents
  let give: Give

  init(_ contents: Contents, _ give: Give) { (self.contents, self.give) = (contents, give) }

  var box: Rect { contents.box }
  var room: Room { contents.room }
  private var rows: [StackSlot.Row] { contents.rows }
  private var design: Design { contents.design }

  /// Below a row. The emblem's gaps are the last to give: what touches it would seem to carry it.
  private func gap(below index: Int) -> Double {
    guard index + 1 < rows.count else { return 0 }
    switch (rows[index], rows[index + 1]) {
    case (.emblem, .text): return contents.gap * 1.6 * give.gap
    case (.emblem, _): return contents.gap * 1.25 * give.gap
    case (_, .emblem): return contents.gap * give.gap
    default: return contents.gap * give.scale
    }
  }

  /// The longer side of the emblem's ink.
  var emblemSize: Double {
    let size = design.slots.emblem.map { $0.size - give.emblem * ($0.size - $0.leastSize) } ?? 0
    return size * give.below
  }

  var starsWidth: Double {
    guard let slot = design.slots.stars else { return 0 }
    return (Double(design.stars - 1) * slot.gap + 2 * slot.radius) * give.scale
  }

  /// Its one word is read before it is made smaller than this, unless nothing else gives way.
  var markerScale: Double { max(give.scale, 0.92 * give.gap) }

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
        let radius = (design.slots.marker?.radius ?? 0) * markerScale
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
    heights.indices.reduce(0) { $0 + heights[$1].above + heights[$1].below + gap(below: $1) }
  }

  /// The middles of the rows, and how far the emblem still stands out of the outline.
  func places(_ heights: [Height]) -> (centers: [Double], overhang: Double) {
    let slack = max(0, box.height - height(heights))
    var y = box.minY + slack / 2
    var centers = heights.indices.map { index in
      defer { y += heights[index].above + heights[index].below + gap(below: index) }
      return y + heights[index].above
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
      return EmblemForm(box: Size(width: starsWidth, height: 2 * slot.radius * give.scale)).hull
    case .text, .marker, .logo: return nil
    }
  }
}
