internal import BlazonScene

// What Cairo (1.16) cannot be trusted to cut, or to cut at: it is painted on a surface of its own, and laid on as a
// picture. All coordinates are in pixels.

extension Path {
  /// Whether what it winds about by the even-odd rule is not left to Cairo while it cuts.
  ///
  /// Cairo first makes such an outline one that winds about everything once, on a grid of 1/256 pixel. Where many edges
  /// cross in a few pixels, what comes out may be open, and the program stops.
  var isTangled: Bool {
    guard segments.count > 4, let box = controlBox else { return false }
    let isDense = Double(segments.count) > 16 * (box.width + box.height)
    return isDense || crossesItself(moreThan: 0)
  }

  /// Whether it is not left to Cairo to cut at it.
  ///
  /// One of upright and level lines is to Cairo a list of boxes, unless it is a single rectangle: to cut such lists at each
  /// other stops the program where nothing is left.
  func isHardToCutAt(isEvenOdd: Bool) -> Bool {
    isEvenOdd && isTangled
      || isRectilinear && !isRectangle
  }

  /// Whether all its lines are upright or level on Cairo's grid of 1/256 pixel.
  private var isRectilinear: Bool {
    func onGrid(_ point: Point) -> SIMD2<Double> {
      (SIMD2(point.x, point.y) * 256).rounded(.toNearestOrEven)
    }
    func isStraight(_ one: Point, _ other: Point) -> Bool {
      let (one, other) = (onGrid(one), onGrid(other))
      return one.x == other.x || one.y == other.y
    }
    var (current, start) = (Point(0, 0), Point(0, 0))
    for segment in segments {
      switch segment {
      case .move(let point): (current, start) = (point, point)
      case .line(let point):
        guard isStraight(current, point) else { return false }
        current = point
      case .close:
        guard isStraight(current, start) else { return false }
        current = start
      case .quad(let control, let point):
        guard [control, point].allSatisfy({ onGrid($0) == onGrid(current) }) else { return false }
      case .cubic(let first, let second, let point):
        guard [first, second, point].allSatisfy({ onGrid($0) == onGrid(current) }) else {
          return false
        }
      }
    }
    return true
  }
}
