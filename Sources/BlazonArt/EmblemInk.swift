package import BlazonScene

/// Where an emblem's ink lies, and how much of it there is.
extension Emblem {
  /// The box of all that the full drawing paints, in the emblem's own units: curves to their
  /// extrema, strokes with their width. Read from the path data at each call, which costs less than
  /// drawing it; nothing is kept.
  package var ink: Rect { Emblem.ink(of: drawing) }

  /// The box of all that the small drawing paints.
  package var smallInk: Rect { Emblem.ink(of: small) }

  private static func ink(of parts: [Part]) -> Rect {
    let boxes = parts.compactMap(\.inkBox)
    guard let first = boxes.first else { return Rect(x: 0, y: 0, width: 0, height: 0) }
    return boxes.dropFirst().reduce(first) { $0.union($1) }
  }

  /// The corners of the convex hull of what the full or the small drawing paints, in the emblem's own units.
  package func hull(isSmall: Bool) -> [Point] {
    convexHull(
      (isSmall ? small : drawing).flatMap { part in
        let points = part.path.flattened(steps: 8).joined()
        guard case .stroke(_, let width, _, _) = part else { return Array(points) }
        return points.flatMap { point in
          (0..<8).map { point.polar(width / 2, Angle(degrees: Double($0) * 45)) }
        }
      })
  }

  /// How much the emblem weighs to the eye: the share of its disc that stands out from the field.
  ///
  /// The disc is the smallest about the ink's middle that holds all of the ink. A part on top counts
  /// by how far its tone is from the field's: see `Role.strength`.
  package func weight(isSmall: Bool) -> Double {
    EmblemCoverage(isSmall ? small : drawing, about: (isSmall ? smallInk : ink).center).weight
  }
}

extension Emblem.Role {
  /// How far the role's tone is from the field's, the body's being 1: presets make the tint three
  /// quarters as light as the body, and details nearly as dark as the field.
  var strength: Double {
    switch self {
    case .light, .accent: 1
    case .tint: 0.75
    case .mid: 0.2
    case .deep, .glass: 0
    }
  }
}

extension Emblem.Part {
  /// `nil` if nothing is painted.
  fileprivate var inkBox: Rect? {
    switch self {
    case .fill: path.inkBox
    // Caps and joins are round: ink is what a disc covers that runs along the path.
    case .stroke(_, let width, _, _): path.inkBox?.expanded(by: width / 2)
    }
  }

  var role: Emblem.Role {
    switch self {
    case .fill(let role, _, _), .stroke(let role, _, _, _): role
    }
  }

  /// The colour that people expect of it; `nil` if it has the badge's.
  var natural: UInt32? {
    switch self {
    case .fill(_, _, let color), .stroke(_, _, _, let color): color
    }
  }

  var path: Path {
    switch self {
    case .fill(_, let data, _), .stroke(_, _, let data, _): Path(drawn: data)
    }
  }
}

extension Path {
  /// The smallest rectangle around the path itself, unlike `controlBox`; `nil` without points.
  var inkBox: Rect? {
    var xs: [Double] = []
    var ys: [Double] = []
    var current = Point(0, 0)
    var start = current
    func add(_ control: Point..., to end: Point) {
      xs += extrema([current.x] + control.map(\.x) + [end.x])
      ys += extrema([current.y] + control.map(\.y) + [end.y])
      current = end
    }
    for segment in segments {
      switch segment {
      case .move(let p):
        (current, start) = (p, p)
        add(to: p)
      case .line(let p): add(to: p)
      case .quad(let c, let p): add(c.mixed(with: current, 1 / 3), c.mixed(with: p, 1 / 3), to: p)
      case .cubic(let c1, let c2, let p): add(c1, c2, to: p)
      case .close: current = start
      }
    }
    guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max()
    else { return nil }
    return Rect(x: left, y: top, width: right - left, height: bottom - top)
  }
}

/// The ends of a line or of a cubic in one coordinate, and its values where it turns.
private func extrema(_ values: [Double]) -> [Double] {
  guard values.count == 4 else { return values }
  let (p, q, r, s) = (values[0], values[1], values[2], values[3])
  // The derivative, by the powers of t, without its factor 3.
  let (a, b, c) = (s - 3 * r + 3 * q - p, 2 * (r - 2 * q + p), q - p)
  var turns: [Double] = []
  if abs(a) < 1e-9 {
    if abs(b) > 1e-9 { turns = [-c / b] }
  } else if b * b >= 4 * a * c {
    let root = (b * b - 4 * a * c).squareRoot()
    turns = [(-b + root) / (2 * a), (-b - root) / (2 * a)]
  }
  return [p, s]
    + turns.filter { $0 > 0 && $0 < 1 }.map { t in
      let u = 1 - t
      return u * u * u * p + 3 * u * u * t * q + 3 * u * t * t * r + t * t * t * s
    }
}
