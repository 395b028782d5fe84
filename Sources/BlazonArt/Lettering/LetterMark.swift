internal import BlazonScene

/// What stands above, below or across a letter.
enum LetterMark: CaseIterable {
  case dots, acute, grave, circumflex, tilde, ring, stroke, cedilla

  /// The letters that take it, marked and plain.
  private var letters: (marked: String, plain: String) {
    switch self {
    case .dots: ("ÄËÏÖÜŸ", "AEIOUY")
    case .acute: ("ÁÉÍÓÚÝŃŚĆŹ", "AEIOUYNSCZ")
    case .grave: ("ÀÈÌÒÙ", "AEIOU")
    case .circumflex: ("ÂÊÎÔÛ", "AEIOU")
    case .tilde: ("ÃÑÕ", "ANO")
    case .ring: ("ÅŮ", "AU")
    case .stroke: ("Ø", "O")
    case .cedilla: ("ÇŞ", "CS")
    }
  }

  /// A letter without its mark, and the mark.
  static func split(_ character: Character) -> (base: Character, mark: LetterMark?) {
    for mark in allCases {
      let letters = mark.letters
      for (marked, plain) in zip(letters.marked, letters.plain) where marked == character {
        return (plain, mark)
      }
    }
    return (character, nil)
  }

  /// How much of the height it takes from the letter.
  var room: Double {
    switch self {
    case .dots, .acute, .grave, .circumflex, .tilde, .ring: 0.22
    case .stroke: 0
    case .cedilla: 0.13
    }
  }

  /// Draws it to a letter that leaves it `room`.
  func add(to pen: inout LetterPen, room: Double) {
    let (w, h, s) = (pen.width, pen.height + room, pen.stem)
    let (m, a) = (w / 2, room * 0.66)
    switch self {
    case .stroke:
      let d = pen.breadth(across: w, down: h, thickness: 0.7 * s)
      pen.slant(1.02 * w - d, -0.05 * h, to: -0.02 * w, 1.05 * h, breadth: d)
      return
    case .cedilla:
      pen.polygon([
        (m - 0.3 * s, 0.8 * h), (m + 0.42 * s, 0.8 * h), (m + 0.42 * s, 0.9 * h),
        (m - 0.1 * s, h), (m - 0.75 * s, h),
      ])
      return
    case .dots, .acute, .grave, .circumflex, .tilde, .ring: pen.lower(by: room)
    }
    switch self {
    case .dots:
      let side = min(1.15 * a, 0.36 * w)
      let apart = min(w / 2 - side, max(0.32 * s, 0.1 * w))
      pen.box(m - apart - side, 0, m - apart, a)
      pen.box(m + apart, 0, m + apart + side, a)
    case .acute, .grave:
      let sign: Double = self == .acute ? 1 : -1
      let points = [(0.02 * w, 0.0), (0.02 * w + 1.2 * a, 0.0), (0.35 * a, a), (-0.75 * a, a)]
      pen.polygon(points.map { (m + sign * $0.0, $0.1) })
    case .circumflex:
      pen.polygon([
        (m - 0.55 * a, 0), (m + 0.55 * a, 0), (m + 1.35 * a, a), (m + 0.4 * a, a),
        (m, 0.6 * a), (m - 0.4 * a, a), (m - 1.35 * a, a),
      ])
    case .tilde:
      pen.polygon([
        (m - 1.3 * a, 0.25 * a), (m - 0.5 * a, 0), (m + 0.5 * a, 0.35 * a), (m + 1.3 * a, 0),
        (m + 1.3 * a, 0.7 * a), (m + 0.5 * a, a), (m - 0.5 * a, 0.65 * a),
        (m - 1.3 * a, 0.95 * a),
      ])
    case .ring: pen.dot(Point(m, 0.5 * a), radius: 0.72 * a, hole: 0.28 * a)
    case .stroke, .cedilla: break
    }
  }
}
