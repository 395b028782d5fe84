internal import BlazonScene
internal import QR

extension QRCode {
  /// The outline of all that is dark, a module being one unit: round each dark area and, the other way, each light
  /// one in it. So no seam is between modules, and few points say all.
  var outline: Path {
    // Where the edge of something dark begins, by the four ways it can go on: what is dark lies on its right.
    var begun = [Set<Way>](repeating: [], count: (size + 1) * (size + 1))
    func add(_ x: Int, _ y: Int, _ way: Way) { begun[y * (size + 1) + x].insert(way) }
    func isDark(_ x: Int, _ y: Int) -> Bool {
      (0..<size).contains(x) && (0..<size).contains(y) && self.isDark(x, y)
    }
    for y in 0..<size {
      for x in 0..<size where isDark(x, y) {
        if !isDark(x, y - 1) { add(x, y, .right) }
        if !isDark(x + 1, y) { add(x + 1, y, .down) }
        if !isDark(x, y + 1) { add(x + 1, y + 1, .left) }
        if !isDark(x - 1, y) { add(x, y + 1, .up) }
      }
    }
    var path = Path()
    for start in begun.indices {
      // The uppermost corner of an outline is one from which it goes to the right or, in a light area, down.
      while let first = [Way.right, .down].first(where: begun[start].contains) {
        var (place, way) = (start, first)
        path.move(to: point(start))
        while begun[place].remove(way) != nil {
          place += way.step(in: size + 1)
          if place == start { break }
          // Modules that touch at a corner stay two.
          guard let next = [way.turned(1), way, way.turned(3)].first(where: begun[place].contains)
          else { break }
          if next != way { path.line(to: point(place)) }
          way = next
        }
        path.close()
      }
    }
    return path
  }

  private func point(_ place: Int) -> Point {
    Point(Double(place % (size + 1)), Double(place / (size + 1)))
  }

  /// The ways along the sides of modules, clockwise.
  private enum Way: Int {
    case right, down, left, up

    /// After `quarters` of a turn to the right.
    func turned(_ quarters: Int) -> Way { Way(rawValue: (rawValue + quarters) % 4) ?? self }

    /// To the next corner, in rows of `width` corners.
    func step(in width: Int) -> Int {
      switch self {
      case .right: 1
      case .down: width
      case .left: -1
      case .up: -width
      }
    }
  }
}
