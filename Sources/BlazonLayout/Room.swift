internal import BlazonArt
internal import BlazonDesign
internal import BlazonScene
internal import BlazonSource
internal import BlazonSpec
internal import BlazonText

extension Typesetter {
  /// The words on an arc above the rows of `stack`, as they are set.
  mutating func wordArcs(above stack: StackSlot, _ design: Design) -> [Room.Arc] {
    design.slots.texts.compactMap { slot in
      guard case .arc(let center, let radius, isBottom: false, _) = slot.placement,
        center.y - radius + slot.type.sizes[0] > stack.box.minY,
        let text = design.text(of: slot.text), let line = arcLine(Setting(slot, text, design))
      else { return nil }
      let inner = radius - InkReach([line]).below - stack.gap * 1.1
      return Room.Arc(
        center: center, radius: inner, half: Angle(radians: line.width / 2 / inner))
    }
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
    if let logo = design.slots.logo, design.logo != nil,
      !rows.contains(where: { $0.value == .logo })
    {
      // The plate of a squarish logo is a fifth higher; words may come nearer to it than to a marker.
      let (top, foot) = (logo.at.y - 0.6 * logo.height, logo.at.y + 0.6 * logo.height - gap)
      keepOff(top...max(top, foot))
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

/// The room between an outline's sides.
struct Room {
  /// Words on an arc above the rows: nothing reaches out of the circle below them where they stand.
  struct Arc {
    var center: Point
    /// To the lowest ink, with a gap.
    var radius: Double
    /// From the axis to the end of the words.
    var half: Angle
  }

  private let polygons: [[Point]]
  private let box: Rect
  private let inset: Double
  private let arcs: [Arc]

  var axis: Double { box.center.x }

  init(_ stack: StackSlot, below arcs: [Arc]) {
    (box, inset, self.arcs) = (stack.box, stack.inset, arcs)
    polygons = stack.inside.map { path(of: $0).flattened(steps: 8) } ?? []
  }

  /// How wide a row from `top` to `bottom` may be about the axis.
  func width(_ top: Double, _ bottom: Double) -> Double {
    guard !polygons.isEmpty else { return box.width }
    return min(box.width, 2 * (min(halfWidth(top), halfWidth(bottom)) - inset))
  }

  /// The highest middle, at or below `y`, at which the upper corners of an emblem keep inside.
  ///
  /// `hull` is about the emblem's middle.
  func highest(_ hull: [Point], near y: Double) -> Double {
    guard !polygons.isEmpty else { return y }
    var middle = y
    for _ in 0..<90 {
      let upper = hull.filter { $0.y <= 0 }.map { Point($0.x, middle + $0.y) }
      if upper.allSatisfy({ abs($0.x) <= halfWidth($0.y) - inset && !touchesArc($0) }) { break }
      middle += 2
    }
    return middle
  }

  /// Whether a point, its `x` from the axis, is among words on an arc.
  private func touchesArc(_ point: Point) -> Bool {
    arcs.contains { arc in
      let from = point - Point(0, arc.center.y)
      // Up is the direction of no turn: the cosine of a turn is how far up its point is.
      let end = Point(0, 0).polar(1, arc.half)
      return from.length > arc.radius && from.y / from.length <= end.y
    }
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

/// The form of an emblem about its middle, its slot's size being 1.
struct EmblemForm {
  /// From its highest to its lowest ink.
  let height: Double
  /// The corners of its convex hull.
  let hull: [Point]

  init(_ emblem: Emblem, isSmall: Bool) {
    let ink = isSmall ? emblem.smallInk : emblem.ink
    let longer = max(ink.width, ink.height)
    height = ink.height / longer
    hull = emblem.hull(isSmall: isSmall).map { ($0 - ink.center) * (1 / longer) }
  }

  init(box size: Size) {
    height = size.height
    hull = [(-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)].map {
      Point($0.0 * size.width, $0.1 * size.height)
    }
  }

  /// Both on one middle.
  func united(with other: EmblemForm) -> EmblemForm {
    EmblemForm(height: max(height, other.height), hull: hull + other.hull)
  }

  /// A disc of this diameter.
  static func disc(_ diameter: Double) -> EmblemForm {
    EmblemForm(
      height: diameter,
      hull: (0..<32).map { Point(0, 0).polar(diameter / 2, Angle(degrees: Double($0) * 11.25)) })
  }

  private init(height: Double, hull: [Point]) { (self.height, self.hull) = (height, hull) }
}
