internal import BlazonScene

extension Emblem {
  /// A number as the hero of a badge: its figures with a shade, one between sprigs, more between
  /// stars and a swash.
  ///
  /// Digits, and after them perhaps one of k, K, M and +; `nil` if it is anything else, empty or
  /// longer than four. Without `dress` where the badge has the like itself.
  package static func numeral(_ text: String, dress: NumeralDress = .full) -> Emblem? {
    let digits = text.prefix { ("0"..."9").contains($0) }
    let unit = text.dropFirst(digits.count)
    guard !digits.isEmpty, unit.isEmpty || ["k", "K", "M", "+"].contains(unit), text.count <= 4
    else { return nil }
    let forms = text.compactMap(Letterform.init)
    guard forms.count == text.count, let style = NumeralStyle.all.dropFirst(forms.count - 1).first
    else { return nil }
    return Emblem(
      "numeral", showing: "the number \(text)", tags: "", drawing: style.drawing(forms, dress),
      small: style.small(forms, dress))
  }
}

/// What a number has about its figures.
package enum NumeralDress: Sendable {
  case full
  /// Sprigs or a swash, but no stars.
  case starless
  case none
}

/// How a number of so many characters is set.
private struct NumeralStyle {
  /// The figures' box, its middle, the gap between them, their shade, and how heavy they are.
  var size: Size, middle: Double, gap: Double, drop: Double, weight: Double
  /// The swash below: how far under the figures, and its half width, sag and thickness.
  var swash = Swash(distance: 0, reach: 0, sag: 0, thickness: 0)
  /// The stars above: the radii of the middle one and of those at its sides, and how far apart.
  var star = 0.0, sideStar = 0.0, apart = 0.0
  /// The same for small sizes.
  var smallSize: Size, smallMiddle: Double, smallGap: Double, smallWeight: Double
  var smallSwash = Swash(distance: 0, reach: 0, sag: 0, thickness: 0)

  static let all = [
    NumeralStyle(
      size: Size(width: 41, height: 76), middle: -3, gap: 0, drop: 6, weight: 0.91,
      smallSize: Size(width: 66, height: 100), smallMiddle: 0, smallGap: 0, smallWeight: 1.05),
    NumeralStyle(
      size: Size(width: 84, height: 61), middle: -3.5, gap: 4.5, drop: 5.6, weight: 0.795,
      swash: Swash(distance: 4.5, reach: 37, sag: 7, thickness: 7),
      star: 11, sideStar: 7.5, apart: 21,
      smallSize: Size(width: 104, height: 74), smallMiddle: -7, smallGap: 7, smallWeight: 1.1,
      smallSwash: Swash(distance: 7, reach: 34, sag: 4, thickness: 10)),
    NumeralStyle(
      size: Size(width: 94, height: 51), middle: -4, gap: 4, drop: 4.8, weight: 0.81,
      swash: Swash(distance: 5, reach: 40, sag: 7.5, thickness: 8),
      star: 11, sideStar: 7.5, apart: 22,
      smallSize: Size(width: 116, height: 60), smallMiddle: -7.7, smallGap: 5.5, smallWeight: 1.15,
      smallSwash: Swash(distance: 7, reach: 43, sag: 5, thickness: 10)),
    NumeralStyle(
      size: Size(width: 103, height: 42), middle: -3, gap: 3.4, drop: 4.2, weight: 0.88,
      swash: Swash(distance: 6, reach: 40, sag: 9, thickness: 9),
      star: 12.5, sideStar: 8.5, apart: 25,
      smallSize: Size(width: 120, height: 46), smallMiddle: -9.6, smallGap: 4.6, smallWeight: 1.17,
      smallSwash: Swash(distance: 7, reach: 47, sag: 6, thickness: 13)),
  ]

  func drawing(_ forms: [Letterform], _ dress: NumeralDress) -> [Emblem.Part] {
    let row = LetterRow(
      fitting: forms, in: size, about: Point(-0.4 * drop, middle), gap: gap, within: 58,
      drop: drop, weight: weight)
    let figures = row.shaded(drop: drop, gap: 2.6)
    guard dress != .none else { return figures }
    guard forms.count > 1 else { return figures + Sprigs.full }
    let (top, foot) = (middle - row.height / 2, middle + row.height / 2 + drop)
    let swash = Emblem.Part.fill(.accent, swash.data(below: foot))
    let stars = Emblem.Part.fill(.accent, stars(above: top).data(corner: 0.7))
    return figures + (dress == .full ? [swash, stars] : [swash])
  }

  func small(_ forms: [Letterform], _ dress: NumeralDress) -> [Emblem.Part] {
    let row = LetterRow(
      fitting: forms, in: smallSize, about: Point(0, smallMiddle), gap: smallGap, within: 61.2,
      weight: smallWeight)
    let figures = Emblem.Part.fill(.light, row.region().united().data(corner: 2.4))
    guard dress != .none else { return [figures] }
    guard forms.count > 1 else { return [figures] + Sprigs.small }
    return [figures, .fill(.accent, smallSwash.data(below: smallMiddle + row.height / 2))]
  }

  private func stars(above top: Double) -> [OutlineRing] {
    let y = max(top - 0.62 * star - 4.5, star - 57.5)
    let sideY = y + 0.14 * apart + 0.5
    return [
      Self.star(Point(0, y), star), Self.star(Point(-apart, sideY), sideStar, turn: -14),
      Self.star(Point(apart, sideY), sideStar, turn: 14),
    ]
  }

  private static func star(_ center: Point, _ radius: Double, turn: Double = 0) -> OutlineRing {
    OutlineRing(
      polygon: (0..<10).map {
        center.polar(
          $0.isMultiple(of: 2) ? radius : 0.46 * radius, Angle(degrees: 36 * Double($0) + turn))
      })
  }
}

/// An underline that sags and swells.
private struct Swash {
  var distance: Double, reach: Double, sag: Double, thickness: Double

  func data(below foot: Double) -> String {
    let (a, y) = (reach, foot + distance)
    let (upper, lower) = (Point(0, y + 2 * sag), Point(0, y + 2 * sag + 2 * thickness - 3))
    let (left, right) = (Point(-a, y), Point(a, y))
    return "M\(left.written)Q\(upper.written) \(right.written)"
      + "Q\(Point(a + 3, y + 1).written) \(Point(a + 1, y + 4).written)"
      + "Q\(lower.written) \(Point(-a - 1, y + 4).written)"
      + "Q\(Point(-a - 3, y + 1).written) \(left.written)Z"
  }
}

/// Two sprigs of laurel about a single figure.
private enum Sprigs {
  /// Leaves in pairs along a stem.
  static let full: [Emblem.Part] = {
    let (foot, tip) = (Point(0, 0).polar(47, 172), Point(0, 0).polar(47, 54))
    let stems = [1.0, -1].map { side in
      "M\((foot.x * side).written) \(foot.y.written)A47 47 0 0 \(side > 0 ? 0 : 1)"
        + " \((tip.x * side).written) \(tip.y.written)"
    }
    let leaves = [146.0, 123, 100, 77, 54].flatMap { angle in
      [1.0, -1].map { side in
        Leaf(
          root: Point(0, 0).polar(47 + 1.5 * side, Angle(degrees: angle)),
          direction: Angle(degrees: angle - 90 + 36 * side), length: 14, breadth: 5)
      }
    }
    return [
      .stroke(.accent, width: 3, stems.joined()),
      .fill(.accent, leaves.map { $0.data(side: 1) + $0.data(side: -1) }.joined()),
    ]
  }()

  /// A few large leaves.
  static let small: [Emblem.Part] = {
    let leaves = [152.0, 114, 76].map {
      Leaf(
        root: Point(0, 0).polar(50, Angle(degrees: $0)), direction: Angle(degrees: $0 - 94),
        length: 26, breadth: 8.5)
    }
    return [.fill(.accent, leaves.map { $0.data(side: 1) + $0.data(side: -1) }.joined())]
  }()
}

private struct Leaf {
  var root: Point
  var direction: Angle
  var length: Double, breadth: Double

  /// On the right or, mirrored, on the left.
  func data(side: Double) -> String {
    let along = Point(0, 0).polar(1, direction)
    func at(_ share: Double, _ aside: Double) -> String {
      let p = root + along * (share * length) + Point(-along.y, along.x) * (aside * breadth)
      return Point(p.x * side, p.y).written
    }
    return "M\(at(0, 0))C\(at(0.25, -1)) \(at(0.72, -1)) \(at(1, 0))"
      + "C\(at(0.72, 1)) \(at(0.25, 1)) \(at(0, 0))Z"
  }
}
