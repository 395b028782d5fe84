internal import BlazonArt
internal import BlazonDesign
internal import BlazonScene
internal import BlazonSpec

/// What stands for an honour: wreath and stars.
extension Style {
  func laurel() -> [Node] {
    guard let slot = slots.laurel else { return [] }
    let box = Rect(center: slot.at, width: 2 * slot.radius, height: 2 * slot.radius)
    return Ornament.laurel(
      at: slot.at, radius: slot.radius, pairs: slot.pairs, leaf: slot.leaf, opening: slot.opening,
      light: paint(slot.light, over: box) ?? .white, dark: paint(slot.dark, over: box) ?? .white,
      stem: color(slot.stem), leaves: slot.leaves)
  }

  func stars() -> [Node] {
    guard let slot = slots.stars, design.stars > 0 else { return [] }
    let half = Double(design.stars - 1) / 2
    let scale = min(1, slot.width / (2 * half * slot.gap + 2 * slot.radius))
    let stars = (0..<design.stars).map { index in
      let offset = Double(index) - half
      let lift = half > 0 ? slot.bow * (offset / half) * (offset / half) : 0
      return BevelledStar(
        at: Point(slot.at.x + offset * slot.gap * scale, slot.at.y - lift),
        radius: slot.radius * scale)
    }
    let rim = slot.outline.flatMap { band in
      paint(band.fill, over: bounds).map { paint in
        Node.shape(
          Shape(
            Path(joining: stars.map(\.outline)),
            stroke: Stroke(paint, width: 2 * band.width, join: .round), opacity: band.opacity))
      }
    }
    let (light, dark) = (color(slot.light), color(slot.dark))
    return shadowed(
      [rim].compactMap { $0 } + stars.flatMap { $0.nodes(light: light, dark: dark) }, slot.shadow)
  }
}
