internal import BlazonScene

/// The drawn letters and figures: heavy, a little condensed, with round bowls and flat ends.
///
/// Every form is drawn anew for its box, so that a narrow letter's strokes are as thick as a wide one's.
struct Letterform {
  /// A capital without its mark, a figure, a sign, or the unit k; and the mark.
  let base: Character, mark: LetterMark?

  /// `nil` if it is not one that is drawn.
  init?(_ character: Character) {
    let (base, mark) = LetterMark.split(character)
    guard Self.widths[base] != nil else { return nil }
    (self.base, self.mark) = (base, mark)
  }

  /// How wide it is by nature, in heights.
  var width: Double { Self.widths[base] ?? 0.6 }

  private static let widths: [Character: Double] = [
    "A": 0.76, "B": 0.66, "C": 0.64, "D": 0.68, "E": 0.57, "F": 0.54, "G": 0.68, "H": 0.7,
    "I": 0.34, "J": 0.54, "K": 0.7, "L": 0.53, "M": 0.96, "N": 0.74, "O": 0.7, "P": 0.64,
    "Q": 0.7, "R": 0.68, "S": 0.62, "T": 0.62, "U": 0.68, "V": 0.74, "W": 1.1, "X": 0.74,
    "Y": 0.72, "Z": 0.6, "0": 0.64, "1": 0.4, "2": 0.61, "3": 0.6, "4": 0.66, "5": 0.6,
    "6": 0.63, "7": 0.58, "8": 0.64, "9": 0.63, "+": 0.66, "k": 0.6, "&": 0.74,
  ]

  /// How much closer than others a pair stands, in heights.
  static func kerning(_ left: Letterform, _ right: Letterform) -> Double {
    switch (left.base, right.base) {
    case ("A", "V"), ("V", "A"), ("A", "Y"), ("Y", "A"), ("L", "T"), ("L", "Y"), ("L", "V"),
      ("7", "4"):
      0.1
    case ("A", "T"), ("T", "A"): 0.09
    case ("P", "A"): 0.08
    case ("F", "A"), ("T", "J"): 0.07
    case ("A", "W"), ("W", "A"): 0.06
    case ("4", "7"), ("7", "1"): 0.03
    case ("1", "7"), ("4", "1"): 0.02
    case ("1", "1"): -0.02
    default: 0
    }
  }

  /// The sides on which a stroke stands upright, and those that are full: round or wide at the foot.
  var hasStemAtRight: Bool { "HIJMNUW".contains(base) }
  var hasStemAtLeft: Bool { "BDEFHIKLMNPRU".contains(base) }
  var isFullAtRight: Bool { "ABCDGKOQRSXZ035689".contains(base) }
  var isFullAtLeft: Bool { "ACGOQSXZ0235689".contains(base) }

  /// How thick its upright strokes come out.
  func stem(_ stem: Double, width: Double) -> Double {
    switch base {
    case "I", "1", "+": stem
    case "M": min(stem, width / 4.25)
    case "N": min(stem, width / 3.1)
    case "&": min(stem, width / 3.2)
    default: min(stem, width / 2.5)
    }
  }

  /// The letter in a box.
  func drawn(width: Double, height: Double, stem: Double, bar: Double) -> LetterPen {
    guard let mark else { return plain(width: width, height: height, stem: stem, bar: bar) }
    let room = mark.room * height
    var pen = plain(
      width: width, height: height - room, stem: stem, bar: min(bar, 0.19 * (height - room)))
    mark.add(to: &pen, room: room)
    return pen
  }

  private func plain(width: Double, height: Double, stem: Double, bar: Double) -> LetterPen {
    let least = "I1+".contains(base) ? stem : min(stem, width / (base == "&" ? 3.2 : 2.5))
    // Strokes that crowd each other are lighter.
    let (thin, level) =
      switch base {
      case "8": (0.92, 0.87)
      case "B", "&": (0.96, 0.87)
      case "3", "5", "6", "9": (0.96, 0.94)
      default: (1.0, 1.0)
      }
    var pen = LetterPen(width: width, height: height, stem: least * thin, bar: bar * level)
    if base.isNumber {
      pen.figure(base)
    } else if "AKkMNVWXYZ".contains(base) {
      pen.slantedLetter(base)
    } else {
      pen.uprightLetter(base)
    }
    return pen
  }
}

extension LetterPen {
  /// How far round letters pass the lines, to look as tall as the others.
  var overshoot: Double { min(0.8, height * 0.014) }
  /// Where the middle bars are: a little above the middle, to look as if they were in it.
  var waist: Double { 0.485 * height }

  /// A capital of upright and level strokes and bowls, or a sign.
  fileprivate mutating func uprightLetter(_ letter: Character) {
    let (w, h, s, t) = (width, height, stem, bar)
    let (x, y, m, o) = (s / 2, t / 2, waist, overshoot)
    let (right, top, foot) = (w - x, y - o, h - y + o)
    switch letter {
    case "B":
      ring(0, 0, 0.96 * w, m + y, hasStem: true)
      ring(0, m - y, w, h, hasStem: true)
    case "C":
      band(
        [
          (right, 0.345 * h), (right, top), (x, top), (x, foot), (right, foot), (right, 0.655 * h),
        ], radii: w / 2)
    case "D": ring(0, 0, w, h, hasStem: true)
    case "E":
      box(0, 0, s, h)
      box(0, 0, w, t)
      box(0, m - y, 0.9 * w, m + y)
      box(0, h - t, w, h)
    case "F":
      box(0, 0, s, h)
      box(0, 0, w, t)
      box(0, 0.5 * h - y, 0.88 * w, 0.5 * h + y)
    case "G":
      band(
        [(right, 0.325 * h), (right, top), (x, top), (x, foot), (right, foot), (right, 0.47 * h)],
        radii: w / 2)
      box(0.5 * w, 0.47 * h, right, 0.47 * h + t)
    case "H":
      box(0, 0, s, h)
      box(w - s, 0, w, h)
      box(0, 0.495 * h - y, w, 0.495 * h + y)
    case "I":
      box(w / 2 - x, 0, w / 2 + x, h)
      if w > 2.05 * s {
        box(0, 0, w, 0.9 * t)
        box(0, h - 0.9 * t, w, h)
      }
    case "J": band([(right, 0), (right, foot), (x, foot), (x, 0.66 * h)], radii: w / 2)
    case "L":
      box(0, 0, s, h)
      box(0, h - t, w, h)
    case "O", "Q":
      ring(0, -o, w, h + o)
      if letter == "Q" {
        slant(0.46 * w, 0.68 * h, to: 1.03 * w - 0.95 * s, 1.035 * h, breadth: 0.95 * s)
      }
    case "P", "R":
      box(0, 0, s, h)
      let (side, bowl) = letter == "P" ? (w, 0.56 * h) : (0.98 * w, 0.535 * h)
      ring(0, 0, side, bowl + 0.4 * y, hasStem: true)
      if letter == "R" {
        let leg = breadth(across: 0.55 * w, down: 0.5 * h, thickness: 1.02 * s)
        slant(0.36 * w, bowl - 0.4 * t, to: w - leg, h, breadth: leg)
      }
    case "S":
      band(
        [
          (right, 0.315 * h), (right, top), (x, top), (x, m), (right, m), (right, foot), (x, foot),
          (x, 0.685 * h),
        ], radii: w / 2)
    case "T":
      box(0, 0, w, t)
      box(w / 2 - x, 0, w / 2 + x, h)
    case "U": band([(x, 0), (x, foot), (right, foot), (right, 0)], radii: w / 2)
    case "&":
      ring(0.1 * w, -o, 0.7 * w, 0.46 * h + y)
      ring(0, 0.46 * h - y, 0.8 * w, h + o)
      let leg = breadth(across: 0.8 * w, down: 0.58 * h, thickness: 0.9 * s)
      slant(0.22 * w, 0.42 * h, to: 1.04 * w - leg, h, breadth: leg)
      let arm = breadth(across: 0.4 * w, down: 0.5 * h, thickness: 0.8 * s)
      slant(w - arm, 0.52 * h, to: 0.74 * w - arm, 0.88 * h, breadth: arm)
    default:  // +
      let reach = min(w / 2, 0.34 * h)
      box(w / 2 - reach, 0.56 * h - y, w / 2 + reach, 0.56 * h + y)
      box(w / 2 - x, 0.56 * h - reach, w / 2 + x, 0.56 * h + reach)
    }
  }
}
