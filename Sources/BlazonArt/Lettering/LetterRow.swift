internal import BlazonScene

/// A letter in its place.
struct PlacedLetter {
  let form: Letterform
  /// The upper left corner of its box.
  var origin: Point
  let width: Double
  var height: Double
  var stem: Double, bar: Double

  /// The area that it covers, with `growth` more on every side.
  func region(growth: Double = 0) -> OutlineRegion {
    form.drawn(width: width, height: height, stem: stem, bar: bar)
      .region(at: origin, growth: growth)
  }
}

/// Letters beside each other on one line.
struct LetterRow {
  var letters: [PlacedLetter]

  /// As wide as `size`, if no letter would be wider than `most` times its nature; about `center`.
  ///
  /// `gaps` are between the letters, `scales` how large each letter is by itself.
  init(
    _ forms: [Letterform], in size: Size, about center: Point = Point(0, 0), gaps: [Double],
    scales: [Double]? = nil, most: Double = 1.12, weight: Double = 1, meanWidth: Double? = nil
  ) {
    let scales = scales ?? forms.map { _ in 1 }
    let natural = zip(forms, scales).map { $0.width * $1 * size.height }
    let gapSum = gaps.reduce(0, +)
    let factor = min(most, (size.width - gapSum) / natural.reduce(0, +))
    let widths = natural.map { $0 * factor }
    let widthSum = widths.reduce(0, +)
    // Letters that are narrow by nature are no lighter.
    let mean = meanWidth ?? max(widthSum / Double(forms.count), 0.5 * size.height)
    let stem = min(0.225 * size.height, 0.375 * mean) * weight
    let bar = min(0.92 * stem, 0.19 * size.height * max(1, weight))
    var x = center.x - (widthSum + gapSum) / 2
    letters = []
    for (index, form) in forms.enumerated() {
      let height = size.height * scales[index]
      letters.append(
        PlacedLetter(
          form: form, origin: Point(x, center.y - height / 2), width: widths[index],
          height: height, stem: stem, bar: bar))
      x += widths[index] + (index < gaps.count ? gaps[index] : 0)
    }
  }

  /// The letters evenly spaced, as large as `size` and the circle of radius `limit` let them be.
  ///
  /// `drop` is how far to the lower right something is added to them later.
  init(
    fitting forms: [Letterform], in size: Size, about center: Point = Point(0, 0), gap: Double,
    within limit: Double, drop: Double = 0, most: Double = 1.12, weight: Double = 1
  ) {
    self = LetterRow.fitting(limit) { scale in
      let size = Size(width: size.width * scale, height: size.height * scale)
      let gaps = zip(forms, forms.dropFirst()).map {
        gap - Letterform.kerning($0, $1) * size.height
      }
      return LetterRow(
        forms, in: size, about: center, gaps: gaps, most: most, weight: weight)
    } reach: { row in
      let region = row.region()
      return max(region.reach, region.moved(by: Point(drop, drop)).reach)
    }
  }

  /// The largest that reaches no farther than `limit` of what `build` makes at scales from `scale` down.
  static func fitting<Letters>(
    _ limit: Double, from scale: Double = 1, _ build: (Double) -> Letters,
    reach: (Letters) -> Double
  ) -> Letters {
    var scale = scale
    var letters = build(scale)
    for _ in 0..<6 {
      let farthest = reach(letters)
      if farthest <= limit { break }
      scale *= limit / farthest * 0.995
      letters = build(scale)
    }
    return letters
  }

  var height: Double { letters.map(\.height).max() ?? 0 }

  func region(growth: Double = 0) -> OutlineRegion {
    letters.reduce(OutlineRegion()) { $0 + $1.region(growth: growth) }
  }

  /// The letters in `light`, and the shade in `tint` that they throw to the lower right, a gap between.
  func shaded(drop: Double, gap: Double) -> [Emblem.Part] {
    let body = region().united()
    let shade = body.region.swept(along: Point(drop, drop)).minus(region(growth: gap))
    return [
      .fill(.tint, shade.larger(than: 14).data(corner: 1.2)), .fill(.light, body.data(corner: 2)),
    ]
  }
}
