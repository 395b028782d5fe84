internal import BlazonScene
internal import Cairo

/// A gradient that fills a rectangle of whole pixels, as pages have behind everything: painted from a table of its
/// colours instead of working them out for every pixel.
struct GradientTable {
  let shape: GradientShape
  let colors: [UInt32]
  let columns: Range<Int>, rows: Range<Int>

  /// Finer than 8 bits of a channel show.
  private static let count = 1024

  /// `node` on an image of this size; `nil` for whatever else it is. `map` leads from the node to pixels.
  init?(_ node: Node, _ map: Affine, width: Int, height: Int) {
    guard case .shape(let shape) = node, shape.stroke == nil, shape.opacity == 1,
      let fill = shape.fill, map.b == 0, map.c == 0, map.a == map.d, map.a > 0,
      let (box, count) = Path.rectangle(beginning: shape.path.segments[...]),
      count == shape.path.segments.count
    else { return nil }
    let stops: [GradientStop]
    switch fill {
    case .color: return nil
    case .linear(let gradient):
      let (start, end) = (map(gradient.start), map(gradient.end))
      guard start != end else { return nil }
      self.shape = .linear(
        x0: Float(start.x), y0: Float(start.y), x1: Float(end.x), y1: Float(end.y))
      stops = gradient.stops
    case .radial(let gradient):
      guard gradient.focus == gradient.center, gradient.radius > 0 else { return nil }
      let center = map(gradient.center)
      self.shape = .radial(
        x: Float(center.x), y: Float(center.y), radius: Float(gradient.radius * map.a))
      stops = gradient.stops
    }
    let (a, b) = (map(Point(box.minX, box.minY)), map(Point(box.maxX, box.maxY)))
    guard let columns = GradientTable.pixels(a.x, b.x, of: width),
      let rows = GradientTable.pixels(a.y, b.y, of: height)
    else { return nil }
    (self.columns, self.rows) = (columns, rows)
    colors = GradientTable.colors(stops)
  }

  /// The pixels from edge to edge; `nil` where an edge goes through one of the `count` there are.
  private static func pixels(_ from: Double, _ to: Double, of count: Int) -> Range<Int>? {
    let (low, high) = (max(0, from), min(Double(count), to))
    guard low <= high, low == low.rounded(), high == high.rounded() else { return nil }
    return Int(low)..<Int(high)
  }

  /// The colours from the beginning to the end: straight ones are mixed, as SVG asks, then premultiplied.
  private static func colors(_ stops: [GradientStop]) -> [UInt32] {
    guard let first = stops.first, let last = stops.last else { return [0] }
    var next = 0
    return (0..<count).map { index in
      let place = Double(index) / Double(count - 1)
      while next < stops.count, stops[next].offset <= place { next += 1 }
      guard next > 0 else { return first.color.premultiplied }
      guard next < stops.count else { return last.color.premultiplied }
      let (a, b) = (stops[next - 1], stops[next])
      let share = (place - a.offset) / (b.offset - a.offset)
      func mixed(_ quality: (Color) -> Double) -> Double {
        quality(a.color) + (quality(b.color) - quality(a.color)) * share
      }
      return Color(
        red: mixed(\.red), green: mixed(\.green), blue: mixed(\.blue), alpha: mixed(\.alpha)
      ).premultiplied
    }
  }
}

extension Color {
  /// As Cairo keeps a pixel: alpha in the highest byte.
  fileprivate var premultiplied: UInt32 {
    func byte(_ value: Double) -> UInt32 { UInt32((max(0, min(1, value)) * 255).rounded()) }
    return byte(alpha) << 24 | byte(red * alpha) << 16 | byte(green * alpha) << 8
      | byte(blue * alpha)
  }
}
