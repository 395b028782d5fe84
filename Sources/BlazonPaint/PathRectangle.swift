internal import BlazonScene

extension Path {
  /// The rectangle that a closed subpath at the beginning of `segments` draws, clockwise from its upper left corner,
  /// and how many segments that is.
  static func rectangle(beginning segments: ArraySlice<Segment>) -> (box: Rect, count: Int)? {
    guard case .move(let a) = segments.first, segments.count >= 5 else { return nil }
    let first = segments.startIndex
    guard case .line(let b) = segments[first + 1], case .line(let c) = segments[first + 2],
      case .line(let d) = segments[first + 3], b.y == a.y, c.x == b.x, d.y == c.y, d.x == a.x,
      b.x > a.x, c.y > b.y
    else { return nil }
    var rest = segments.dropFirst(4)
    // Back to the beginning, as some write it before they close.
    if rest.first == .line(a) { rest = rest.dropFirst() }
    guard rest.first == .close else { return nil }
    return (
      Rect(x: a.x, y: a.y, width: b.x - a.x, height: c.y - a.y), segments.count - rest.count + 1
    )
  }
}
