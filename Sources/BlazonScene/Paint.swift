/// What a fill or a stroke is painted with, in scene units.
public enum Paint: Hashable, Sendable {
  case color(Color)
  case linear(LinearGradient)
  case radial(RadialGradient)
}

public struct GradientStop: Hashable, Sendable {
  /// 0…1 along the gradient.
  public var offset: Double
  public var color: Color

  public init(_ offset: Double, _ color: Color) { (self.offset, self.color) = (offset, color) }

  /// The stops as painters agree to draw them: offsets clamped to 0…1 and never falling.
  ///
  /// Cairo sorts stops, SVG clamps them; sorted and clamped, both mean the same.
  static func ordered(_ stops: [GradientStop]) -> [GradientStop] {
    stops.enumerated()
      .map {
        (
          index: $0.offset,
          stop: GradientStop(
            max(0, min(1, $0.element.offset)).rounded(to: 1000), $0.element.color.quantized())
        )
      }
      .sorted { ($0.stop.offset, $0.index) < ($1.stop.offset, $1.index) }
      .map(\.stop)
  }
}

/// From `start` to `end`; beyond them the end colours go on.
public struct LinearGradient: Hashable, Sendable {
  public var start: Point, end: Point
  public let stops: [GradientStop]

  public init(start: Point, end: Point, stops: [GradientStop]) {
    (self.start, self.end) = (start, end)
    self.stops = GradientStop.ordered(stops)
  }

  /// The gradient of CSS's `linear-gradient(angle, …)` over `box`: its corners get the end colours.
  public init(angle: Angle, over box: Rect, stops: [GradientStop]) {
    let half = (abs(box.width * angle.sine) + abs(box.height * angle.cosine)) / 2
    self.init(
      start: box.center.polar(-half, angle), end: box.center.polar(half, angle), stops: stops)
  }
}

/// From the focus to the circle around `center`; outside it the last colour goes on.
public struct RadialGradient: Hashable, Sendable {
  public var center: Point, radius: Double, focus: Point
  public let stops: [GradientStop]

  public init(center: Point, radius: Double, focus: Point? = nil, stops: [GradientStop]) {
    (self.center, self.radius, self.focus) = (center, radius, focus ?? center)
    self.stops = GradientStop.ordered(stops)
  }
}

extension Paint {
  public static let white = Paint.color(.white)
  public static let black = Paint.color(.black)

  /// One colour that stands for the whole paint: a gradient's middle.
  public var flat: Color {
    switch self {
    case .color(let color): return color
    case .linear(let gradient): return Paint.middle(of: gradient.stops)
    case .radial(let gradient): return Paint.middle(of: gradient.stops)
    }
  }

  private static func middle(of stops: [GradientStop]) -> Color {
    guard let first = stops.first, let last = stops.last else { return .black }
    guard let after = stops.firstIndex(where: { $0.offset >= 0.5 }) else { return last.color }
    guard after > 0 else { return first.color }
    let (a, b) = (stops[after - 1], stops[after])
    return a.color.mixed(
      with: b.color, b.offset > a.offset ? (0.5 - a.offset) / (b.offset - a.offset) : 0)
  }

  /// The paint with coordinates rounded to 1/100 and colours to what 8 bits show.
  func rounded() -> Paint {
    switch self {
    case .color(let color): return .color(color.quantized())
    case .linear(var gradient):
      gradient.start = gradient.start.rounded()
      gradient.end = gradient.end.rounded()
      return .linear(gradient)
    case .radial(var gradient):
      gradient.center = gradient.center.rounded()
      gradient.focus = gradient.focus.rounded()
      gradient.radius = gradient.radius.hundredths
      return .radial(gradient)
    }
  }
}

extension Point {
  /// Rounded to 1/100 of a unit.
  func rounded() -> Point { Point(x.hundredths, y.hundredths) }
}

/// How an outline is drawn; the names and defaults are SVG's.
public struct Stroke: Hashable, Sendable {
  public enum Cap: String, CaseIterable, Sendable { case butt, round, square }
  public enum Join: String, CaseIterable, Sendable { case miter, round, bevel }

  public var paint: Paint
  public var width: Double
  public var cap: Cap
  public var join: Join
  /// Lengths of dash and gap in turn; empty for a solid line.
  public var dashes: [Double]
  /// How far into the dashes the outline begins.
  public var dashOffset: Double
  /// How long a mitre may be, in widths; a longer one is cut off.
  public var miterLimit: Double

  public init(
    _ paint: Paint, width: Double, cap: Cap = .butt, join: Join = .miter, dashes: [Double] = [],
    dashOffset: Double = 0, miterLimit: Double = 4
  ) {
    (self.paint, self.width, self.cap, self.join, self.dashes) = (paint, width, cap, join, dashes)
    (self.dashOffset, self.miterLimit) = (dashOffset, miterLimit)
  }

  func rounded() -> Stroke {
    let dashes = dashes.map(\.hundredths)
    return Stroke(
      paint.rounded(), width: width.hundredths, cap: cap, join: join,
      // Dashes and gaps of no length are a solid line.
      dashes: dashes.contains { $0 > 0 } ? dashes : [], dashOffset: dashOffset.hundredths,
      miterLimit: miterLimit.hundredths)
  }
}
