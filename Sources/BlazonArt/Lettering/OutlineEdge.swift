internal import BlazonScene

/// A stretch of an outline: a line, or an arc of a circle within one quarter of it.
///
/// An outline runs clockwise on screen around what it covers, and the other way around holes.
struct OutlineEdge {
  struct Arc {
    var center: Point
    var radius: Double
    var isClockwise: Bool
  }

  var start: Point, end: Point
  /// `nil` for a line.
  var arc: Arc?

  init(_ start: Point, _ end: Point, _ arc: Arc? = nil) {
    (self.start, self.end, self.arc) = (start, end, arc)
  }

  /// The edges of an arc of less than half a circle: cut where it turns in x or y.
  static func edges(from start: Point, to end: Point, _ arc: Arc) -> [OutlineEdge] {
    let turns = [Point(1, 0), Point(0, 1), Point(-1, 0), Point(0, -1)]
    return OutlineEdge(start, end, arc).cut(atDirections: turns)
  }

  var reversed: OutlineEdge {
    var other = OutlineEdge(end, start, arc)
    if let arc { other.arc?.isClockwise = !arc.isClockwise }
    return other
  }

  func moved(by vector: Point) -> OutlineEdge {
    var other = OutlineEdge(start + vector, end + vector, arc)
    if let arc { other.arc?.center = arc.center + vector }
    return other
  }

  var chord: Point { end - start }

  var length: Double {
    guard let arc else { return chord.length }
    // The arc sine of half the chord over the radius, by its series: below half a right angle, to 1e-5.
    let h = chord.length / 2 / arc.radius
    let square = h * h
    return 2 * arc.radius * h
      * (1 + square * (1 / 6 + square * (3 / 40 + square * (15 / 336 + square * 105 / 3456))))
  }

  var middle: Point {
    guard let arc else { return start.mixed(with: end, 0.5) }
    let direction = (start - arc.center) + (end - arc.center)
    return arc.center + direction * (arc.radius / direction.length)
  }

  /// The direction of travel at `point`, which lies on it.
  func heading(at point: Point) -> Point {
    guard let arc else { return chord * (1 / chord.length) }
    let spoke = (point - arc.center) * ((arc.isClockwise ? 1 : -1) / arc.radius)
    return Point(-spoke.y, spoke.x)
  }

  /// The box around it: arcs keep to one quarter of their circle.
  var box: Rect {
    Rect(
      x: min(start.x, end.x), y: min(start.y, end.y), width: abs(chord.x), height: abs(chord.y))
  }

  /// What remains from `first` to `last`, which lie on it.
  func part(from first: Point, to last: Point) -> OutlineEdge { OutlineEdge(first, last, arc) }

  /// The point `distance` along it.
  func point(at distance: Double) -> Point {
    guard let arc else { return start.mixed(with: end, distance / chord.length) }
    let turn = Angle(radians: distance / arc.radius * (arc.isClockwise ? 1 : -1))
    let spoke = start - arc.center
    return arc.center
      + Point(
        spoke.x * turn.cosine - spoke.y * turn.sine, spoke.x * turn.sine + spoke.y * turn.cosine)
  }

  /// The parts between the points that lie in one of `directions` from the centre.
  func cut(atDirections directions: [Point]) -> [OutlineEdge] {
    guard let arc else { return [self] }
    let sign = arc.isClockwise ? 1.0 : -1.0
    let (from, to) = (start - arc.center, end - arc.center)
    let inside = directions.filter {
      from.cross($0) * sign > 1e-6 * arc.radius && $0.cross(to) * sign > 1e-6 * arc.radius
    }
    let cuts = inside.sorted { $0.cross($1) * sign > 0 }
    let points = [start] + cuts.map { (arc.center + $0 * arc.radius).settled } + [end]
    return zip(points, points.dropFirst()).map { part(from: $0, to: $1) }
  }

  /// How far along it `point` lies, from 0 to 1; `nil` if it is not on it.
  func position(of point: Point) -> Double? {
    let square = chord.dot(chord)
    let along = (point - start).dot(chord) / square
    let slack = 1e-4 / square.squareRoot()
    guard along >= -slack, along <= 1 + slack else { return nil }
    guard let arc else {
      return abs((point - start).cross(chord)) <= 1e-3 * square.squareRoot() ? along : nil
    }
    guard abs((point - arc.center).length - arc.radius) < 1e-3 else { return nil }
    // The far side of the circle lies over the chord as well.
    guard (point - arc.center).dot(middle - arc.center) > 0 else { return nil }
    return min(1, max(0, along))
  }

  /// Where the lines or circles that two edges are parts of meet.
  func meetings(with other: OutlineEdge) -> [Point] {
    switch (arc, other.arc) {
    case (nil, nil):
      let turn = chord.cross(other.chord)
      guard abs(turn) > 1e-9 * chord.length * other.chord.length else { return [] }
      return [start + chord * ((other.start - start).cross(other.chord) / turn)]
    case (let a?, let b?):
      let between = b.center - a.center
      let distance = between.length
      guard distance > 1e-6 else { return [] }
      let along = (distance * distance + a.radius * a.radius - b.radius * b.radius) / (2 * distance)
      let height = a.radius * a.radius - along * along
      return Self.pair(
        about: a.center + between * (along / distance),
        along: Point(-between.y, between.x) * (1 / distance), height)
    case (nil, let circle?): return Self.meetings(of: self, with: circle)
    case (let circle?, nil): return Self.meetings(of: other, with: circle)
    }
  }

  private static func meetings(of line: OutlineEdge, with circle: Arc) -> [Point] {
    let along = line.chord * (1 / line.chord.length)
    let foot = line.start + along * (circle.center - line.start).dot(along)
    let away = foot - circle.center
    return pair(about: foot, along: along, circle.radius * circle.radius - away.dot(away))
  }

  private static func pair(about foot: Point, along: Point, _ square: Double) -> [Point] {
    guard square > -1e-6 else { return [] }
    let reach = max(0, square).squareRoot()
    return [foot + along * -reach, foot + along * reach]
  }

  /// What it adds to the number of turns of its outline about `p`.
  func winding(about p: Point) -> Int {
    guard (start.y <= p.y) != (end.y <= p.y) else { return 0 }
    let x: Double
    if let arc {
      let height = p.y - arc.center.y
      let reach = max(0, arc.radius * arc.radius - height * height).squareRoot()
      x = arc.center.x + (start.x + end.x >= 2 * arc.center.x ? reach : -reach)
    } else {
      x = start.x + (p.y - start.y) * chord.x / chord.y
    }
    return x > p.x ? (end.y > start.y ? 1 : -1) : 0
  }
}

extension Point {
  func dot(_ other: Point) -> Double { x * other.x + y * other.y }
  /// Positive if `other` points to the right of it on screen.
  func cross(_ other: Point) -> Double { x * other.y - y * other.x }
  /// Rounded so that what should be the same point is.
  var settled: Point { Point(x.rounded(to: 1e5), y.rounded(to: 1e5)) }
}
