internal import BlazonScene

extension Emblem {
  /// One to four letters drawn as a monogram in a ring: one with a shade, two in a step or on one
  /// stem, three about a tall one, four in a square.
  ///
  /// `nil` if a character is not one that is drawn, or there are none or more than four. It is not `isFramed` where the
  /// badge has something of its own about it.
  package static func monogram(_ letters: String, isFramed: Bool = true) -> Emblem? {
    let characters = Array(letters.uppercased())
    let forms = characters.compactMap(Letterform.init)
    guard forms.count == characters.count, (1...4).contains(forms.count) else { return nil }
    let (drawing, small) =
      switch forms.count {
      case 1: (single(forms), smallSingle(forms, isFramed: isFramed))
      case 2:
        (
          pair(forms[0], forms[1]),
          smallRow(forms, Size(width: 108, height: 78), gap: 7, weight: 1.05)
        )
      case 3: (triple(forms), smallRow(forms, Size(width: 117, height: 62), gap: 5.5, weight: 1.1))
      default:
        (
          square(forms, Size(width: 72, height: 34), gap: 4.5, within: 48.5, weight: 1.06),
          square(forms, Size(width: 92, height: 42), gap: 6.5, within: 61.2, weight: 1.3)
        )
      }
    let gaps: [Double] =
      switch forms.count {
      case 1, 2: [90, 270]
      case 3: [0, 180]
      default: [0, 90, 180, 270]
      }
    return Emblem(
      "monogram",
      showing: "the \(forms.count == 1 ? "letter" : "letters") \(String(characters))", tags: "",
      drawing: (isFramed ? frame(gaps: gaps) : []) + drawing, small: small)
  }

  /// A ring, with a small diamond in each of its gaps.
  private static func frame(gaps: [Double]) -> [Part] {
    let middle = Point(0, 0)
    var arcs = ""
    for (index, gap) in gaps.enumerated() {
      let next = index + 1 < gaps.count ? gaps[index + 1] : gaps[0] + 360
      let start = middle.polar(54.5, Angle(degrees: gap + 13.5))
      let end = middle.polar(54.5, Angle(degrees: next - 13.5))
      arcs += "M\(start.written)A54.5 54.5 0 0 1 \(end.written)"
    }
    let diamonds = gaps.map { gap -> OutlineRing in
      let center = middle.polar(50.5, Angle(degrees: gap))
      return OutlineRing(
        polygon: [Point(0, -7.5), Point(7.5, 0), Point(0, 7.5), Point(-7.5, 0)].map { center + $0 })
    }
    return [.stroke(.tint, width: 5, arcs), .fill(.accent, diamonds.data(corner: 1.5))]
  }

  private static func smallRow(
    _ forms: [Letterform], _ size: Size, gap: Double, weight: Double
  ) -> [Part] {
    let row = LetterRow(fitting: forms, in: size, gap: gap, within: 61.2, weight: weight)
    return [.fill(.light, row.region().united().data(corner: 2.4))]
  }

  // MARK: One

  private static func single(_ forms: [Letterform]) -> [Part] {
    let drop = 7.0
    return LetterRow(
      fitting: forms, in: Size(width: 66, height: 64), about: Point(-0.45 * drop, -0.45 * drop),
      gap: 0, within: 45, drop: drop, most: breadth(ofSingle: forms)
    ).shaded(drop: drop, gap: 2.8)
  }

  private static func smallSingle(_ forms: [Letterform], isFramed: Bool) -> [Part] {
    let row = LetterRow(
      fitting: forms, in: Size(width: 76, height: 68), gap: 0, within: 44,
      most: breadth(ofSingle: forms), weight: 1.08)
    let frame = Part.stroke(.tint, width: 8, "M-57 0A57 57 0 1 1 57 0A57 57 0 1 1 -57 0Z")
    return (isFramed ? [frame] : []) + [.fill(.light, row.region().united().data(corner: 2.4))]
  }

  /// I and 1 fill the ring with long serifs.
  private static func breadth(ofSingle forms: [Letterform]) -> Double {
    "I1".contains(forms[0].base) ? 1.8 : 1.12
  }

  // MARK: Two

  private static func pair(_ left: Letterform, _ right: Letterform) -> [Part] {
    let isOnOneStem =
      "HMN".contains(left.base) && right.hasStemAtLeft && !"LIU".contains(right.base)
    let hasTwoStems = left.hasStemAtRight && right.hasStemAtLeft
    let row = LetterRow.fitting(46.5, from: 1.25) { scale in
      let size = Size(width: 80 * scale, height: 56 * scale)
      let lap = lap(left, right) * size.height
      var row = LetterRow(
        [left, right], in: size, gaps: [hasTwoStems ? gap : -lap],
        most: hasTwoStems ? 1.2 : 1.05, weight: isOnOneStem ? 0.85 : 0.92)
      let (a, b) = (row.letters[0], row.letters[1])
      if isOnOneStem {
        let shared = min(left.stem(a.stem, width: a.width), right.stem(b.stem, width: b.width))
        row.letters[0].origin.x += (shared + gap) / 2
        row.letters[1].origin.x -= (shared + gap) / 2
      } else {
        row.letters[0].origin.y -= 0.1 * size.height
        row.letters[1].origin.y += 0.1 * size.height
      }
      return row
    } reach: {
      $0.region().reach
    }
    let (a, b) = (row.letters[0], row.letters[1])
    if isOnOneStem { return [.fill(.light, row.region().united().data(corner: 2))] }
    if right.hasStemAtLeft {
      return [
        .fill(.light, part(of: a.region(), beside: b.region(growth: gap)).data(corner: 2)),
        .fill(.tint, b.region().united().data(corner: 2)),
      ]
    }
    return [
      .fill(.tint, part(of: b.region(), beside: a.region(growth: gap)).data(corner: 2)),
      .fill(.light, a.region().united().data(corner: 2)),
    ]
  }

  private static let gap = 2.8

  /// How far two letters overlap, in heights: so little that each is still known.
  private static func lap(_ left: Letterform, _ right: Letterform) -> Double {
    if right.hasStemAtLeft { return left.isFullAtRight ? 0 : -0.05 }
    if left.hasStemAtRight { return right.isFullAtLeft ? 0.08 : 0 }
    return 0.09
  }

  /// What is left of letters that pass below others, without crumbs.
  private static func part(
    of region: OutlineRegion, beside others: OutlineRegion
  ) -> [OutlineRing] {
    region.minus(others).larger(than: 30)
  }

  // MARK: Three

  private static func triple(_ forms: [Letterform]) -> [Part] {
    let isJoined = forms[1].base == "&" || forms[1].base == "+"
    let scale = isJoined ? 0.72 : 1.5
    let row = LetterRow.fitting(48, from: 1.1) { factor -> LetterRow in
      let height = 46 * factor
      let gaps = [0, 1].map { side -> Double in
        if isJoined { return 3 }
        if forms[side...(side + 1)].contains(where: { "MW".contains($0.base) }) {
          return 0.02 * height
        }
        let isFull = side == 0 ? forms[0].isFullAtRight : forms[2].isFullAtLeft
        guard isFull else { return 2.6 }
        // A bowl that is cut is another letter.
        let isBowl = (side == 0 ? "BDOQ0689" : "CGOQ069").contains(forms[2 * side].base)
        return (isBowl ? -0.02 : -0.07) * height
      }
      var row = LetterRow(
        forms, in: Size(width: 88 * factor, height: height), gaps: gaps,
        scales: isJoined ? [1, scale, 1] : nil, most: isJoined ? 0.95 : 1.1, weight: 0.94)
      if isJoined {
        row.letters[1].stem *= 0.8
        row.letters[1].bar *= 0.8
      } else {
        row.letters[1].height *= scale
        row.letters[1].origin.y = -row.letters[1].height / 2
      }
      return row
    } reach: { row in
      // The diamonds are above and below the tall letter.
      max(
        row.letters[0].region().reach, row.letters[2].region().reach,
        row.letters[1].region().reach + 9.5)
    }
    let sides = row.letters[0].region() + row.letters[2].region()
    let middle = row.letters[1]
    return [
      .fill(
        isJoined ? .light : .tint,
        part(of: sides, beside: middle.region(growth: 2.6)).data(corner: 1.8)),
      .fill(isJoined ? .accent : .light, middle.region().united().data(corner: 1.8)),
    ]
  }

  // MARK: Four

  /// Two over two, both rows as wide.
  private static func square(
    _ forms: [Letterform], _ size: Size, gap: Double, within limit: Double, weight: Double
  ) -> [Part] {
    let rows = LetterRow.fitting(limit) { scale in
      let size = Size(width: size.width * scale, height: size.height * scale)
      return [0, 1].map { index in
        let pair = Array(forms[(2 * index)..<(2 * index + 2)])
        let y = (index == 0 ? -0.5 : 0.5) * (size.height + gap)
        return LetterRow(
          pair, in: size, about: Point(0, y),
          gaps: [gap - Letterform.kerning(pair[0], pair[1]) * size.height], most: 1.7,
          weight: weight, meanWidth: size.width / 2)
      }
    } reach: { rows in
      rows.map { $0.region().reach }.max() ?? 0
    }
    let region = rows[0].region() + rows[1].region()
    return [.fill(.light, region.united().data(corner: 2))]
  }
}

extension OutlineRing {
  init(polygon points: [Point]) {
    self.init(
      zip(points, points.dropFirst() + points.prefix(1)).map { OutlineEdge($0, $1) })
  }
}
