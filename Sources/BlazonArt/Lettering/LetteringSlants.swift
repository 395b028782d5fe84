extension LetterPen {
  /// A capital with slanted strokes, or k.
  mutating func slantedLetter(_ letter: Character) {
    let (w, h, s, t) = (width, height, stem, bar)
    switch letter {
    case "A", "V": peak(isUp: letter == "A")
    case "K", "k": armAndLeg(isCapital: letter == "K")
    case "M":
      let post = min(s, w / 4.25)
      let depth = 0.8 * h
      let d = breadth(across: w / 2 + 0.2 * post, down: depth, thickness: 0.98 * post)
      box(0, 0, post, h)
      box(w - post, 0, w, h)
      polygon([(0, 0), (0.98 * d, 0), (w / 2 + 0.34 * d, depth), (w / 2 - 0.34 * d, depth)])
      polygon([(w, 0), (w - 0.98 * d, 0), (w / 2 - 0.34 * d, depth), (w / 2 + 0.34 * d, depth)])
    case "N":
      let post = min(s, w / 3.1)
      let d = breadth(across: w, down: h, thickness: post)
      box(0, 0, post, h)
      box(w - post, 0, w, h)
      slant(0, 0, to: w - d, h, breadth: d)
    case "W": doubleValley()
    case "X":
      let d = breadth(across: w, down: h, thickness: min(s, w / 2.5))
      slant(0.03 * w, 0, to: w - d, h, breadth: d)
      slant(0.97 * w - d, 0, to: 0, h, breadth: d)
    case "Y":
      let (fork, x) = (0.58 * h, s / 2)
      let d = breadth(across: w / 2 + s / 2, down: 0.56 * h, thickness: min(s, w / 2.7))
      polygon([(0, 0), (d, 0), (w / 2 + x, fork), (w / 2 - x, fork)])
      polygon([(w, 0), (w - d, 0), (w / 2 - x, fork), (w / 2 + x, fork)])
      box(w / 2 - x, fork, w / 2 + x, h)
    default:  // Z
      let d = breadth(across: w, down: h, thickness: 1.08 * s)
      let run = (w - d) * t / h
      polygon([(0.02 * w, 0), (w, 0), (w - run, t), (0.02 * w, t)])
      polygon([(run, h - t), (w, h - t), (w, h), (0, h)])
      slant(w - d, 0, to: 0, h, breadth: d)
    }
  }

  private mutating func peak(isUp: Bool) {
    let (w, h) = (width, height)
    let thickness = min(stem, w / 2.75) * (isUp ? 0.92 : 0.97)
    let d = breadth(across: w / 2 + 0.42 * thickness, down: h, thickness: thickness)
    let flat = 0.56 * d
    let (tip, foot) = isUp ? (0, h) : (h, 0)
    polygon([(w / 2 - flat, tip), (w / 2 - flat + d, tip), (d, foot), (0, foot)])
    polygon([(w / 2 + flat, tip), (w / 2 + flat - d, tip), (w - d, foot), (w, foot)])
    guard isUp else { return }
    let y = 0.725 * h
    let x = (w / 2 - flat) * (1 - y / h) + d / 2
    box(x, y - 0.39 * bar, w - x, y + 0.39 * bar)
  }

  private mutating func armAndLeg(isCapital: Bool) {
    let (w, h, s) = (width, height, stem)
    let (top, joint) = isCapital ? (0, 0.66 * h) : (0.29 * h, 0.72 * h)
    let arm = breadth(
      across: w - 0.7 * s, down: (isCapital ? 0.56 : 0.4) * h, thickness: 0.98 * s)
    let leg = breadth(across: w - s, down: 0.5 * h, thickness: s)
    box(0, 0, s, h)
    polygon([
      (0.97 * w - arm, top), (0.97 * w, top), (0.7 * s, joint + 0.45 * arm),
      (0.7 * s, joint - 0.62 * arm),
    ])
    // The leg leaves the arm halfway.
    let x = ((0.97 * w - arm / 2) + 0.7 * s) / 2
    let y = (top + joint) / 2
    polygon([(w - leg, h), (w, h), (x + 0.42 * leg, y), (x - 0.3 * leg, y)])
  }

  private mutating func doubleValley() {
    let (w, h) = (width, height)
    let thickness = min(stem, w / 4.8)
    let (x, top) = (0.27 * w, 0.16 * h)
    let d = breadth(across: x + 0.3 * thickness, down: h, thickness: thickness)
    let flat = 0.55 * d
    for side in [1.0, -1] {
      func at(_ x: Double) -> Double { side > 0 ? x : w - x }
      polygon([(at(0), 0), (at(d), 0), (at(x - flat + d), h), (at(x - flat), h)])
      polygon([
        (at(w / 2 - flat), top), (at(w / 2 - flat + d), top), (at(x + flat), h),
        (at(x + flat - d), h),
      ])
    }
  }

  mutating func figure(_ figure: Character) {
    let (w, h, s, t) = (width, height, stem, bar)
    let (x, y, o) = (s / 2, t / 2, overshoot)
    let (right, top, foot) = (w - x, y - o, h - y + o)
    switch figure {
    case "0": ring(0, -o, w, h + o)
    case "1": one()
    case "2":
      band(
        [(x, 0.32 * h), (x, top), (right, top), (right, 0.42 * h), (x, h - 1.1 * y)],
        radii: w / 2, w / 2, 0.42 * h, lastBreadth: 0.98 * s)
      box(0, h - t, w, h)
    case "3":
      let waist = 0.475 * h
      let upper = 0.98 * w - x
      band(
        [(x, 0.285 * h), (x, top), (upper, top), (upper, waist), (0.34 * w, waist)],
        radii: w / 2, w / 2, min(w / 2, 0.27 * h))
      band(
        [(0.34 * w, waist), (right, waist), (right, foot), (x, foot), (x, 0.7 * h)],
        radii: min(w / 2, 0.29 * h), w / 2)
    case "4":
      let post = 0.93 * s
      let left = 0.88 * w - post
      let level = 0.72 * h
      let d = breadth(across: left + post, down: level + y, thickness: 0.8 * s)
      box(left, 0, left + post, h)
      box(0.5 * d, level - y, w, level + y)
      slant(left + post - d, 0, to: 0, level + y, breadth: d)
    case "5":
      let waist = 0.395 * h
      box(0.05 * w, 0, 0.95 * w, t)
      box(0.05 * w, 0, 0.05 * w + 0.98 * s, waist + y)
      band(
        [(0.05 * w + x, waist), (right, waist), (right, foot), (x, foot), (x, 0.69 * h)],
        radii: min(w / 2, 0.31 * h), w / 2)
    case "6":
      band([(right, 0.295 * h), (right, top), (x, top), (x, 0.7 * h)], radii: w / 2)
      ring(0, 0.385 * h, w, h + o)
    case "7":
      let d = breadth(across: 0.84 * w, down: h, thickness: 1.03 * s)
      polygon([(0, 0), (w, 0), (w - (0.84 * w - d) * t / h, t), (0, t)])
      slant(w - d, 0, to: 0.16 * w, h, breadth: d)
    case "8":
      ring(0.035 * w, -o, 0.965 * w, waist + y)
      ring(0, waist - y, w, h + o)
    default:  // 9
      band([(x, 0.705 * h), (x, foot), (right, foot), (right, 0.3 * h)], radii: w / 2)
      ring(0, -o, w, 0.615 * h)
    }
  }

  /// With a foot if there is room for one.
  private mutating func one() {
    let (w, h, t) = (width, height, bar)
    let post = 1.02 * stem
    let hasFoot = w > 2.5 * stem
    let x = hasFoot ? 0.55 * w - post / 2 : w - post
    if hasFoot { box(0.04 * w, h - t, w, h) }
    let flag = max(0, x - max(0.62 * stem, 0.2 * w))
    let y = 0.155 * h
    polygon([
      (x + 0.4 * post, 0), (x + post, 0), (x + post, h), (x, h), (x, y + 0.62 * t),
      (flag, y + 1.12 * t), (flag, y + 0.08 * t),
    ])
  }
}
