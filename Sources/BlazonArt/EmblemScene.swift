public import BlazonScene

/// An emblem's subject as a picture in full colours, for designs that keep a place for one.
///
/// Drawn about (0, 0), y downwards: what matters stands in a circle of radius 44, a frame shows that of radius
/// 58, and the ground goes on far beyond it, so that any outline may cut it off.
public struct EmblemScene: Hashable, Sendable {
  /// What a part is painted with. Gradients reach over the part's own box.
  public enum Ink: Hashable, Sendable {
    /// 0xRRGGBB, as all numbers here.
    case color(UInt32)
    /// From the top of the box to its foot.
    case vertical(UInt32, UInt32)
    /// From the middle of the box to half its longer side.
    case radial(UInt32, UInt32)
    /// The same, fading to nothing.
    case glow(UInt32)
    /// The badge's own colour in another lightness, 0…1 in OKLab.
    case tone(Double)
    /// Two of them, from the top of the box to its foot.
    case tones(Double, Double)
  }

  public enum Part: Hashable, Sendable {
    /// Filled by the even-odd rule.
    case fill(Ink, String, opacity: Double = 1)
    /// With round caps and joins.
    case stroke(Ink, width: Double, String, opacity: Double = 1)
  }

  /// Of the circle that a frame shows.
  public static let radius = 58.0

  /// The name of the emblem that it is a scene of.
  public let name: String
  let parts: [Part]

  init(_ name: String, _ parts: [Part]) { (self.name, self.parts) = (name, parts) }

  public init?(named name: String) {
    guard let scene = EmblemScene.all.first(where: { $0.name == name }) else { return nil }
    self = scene
  }

  /// Every scene, by name. To add one, add its file in `Scenes` and its name here.
  public static let all: [EmblemScene] = [
    .bridge, .compass, .iceberg, .lighthouse, .mountains, .oakTree, .openBook, .rocket, .sailboat,
    .ship, .summitFlag, .telescope,
  ]

  /// The emblem that stands for the scene where there is no place for it.
  public var emblem: Emblem {
    guard let emblem = Emblem(named: name) else {
      preconditionFailure("there is no emblem of the scene “\(name)”")
    }
    return emblem
  }

  /// The scene painted, mapped to the canvas by `map`. `color` is the badge's own; a flat one has no gradients.
  public func nodes(color: Color, map: Affine, isFlat: Bool) -> [Node] {
    parts.compactMap { part in
      let (ink, data, opacity) =
        switch part {
        case .fill(let ink, let data, let opacity): (ink, data, opacity)
        case .stroke(let ink, _, let data, let opacity): (ink, data, opacity)
        }
      let path = Path(drawn: data).transformed(by: map)
      guard let box = path.controlBox else { return nil }
      guard let paint = ink.paint(over: box, color, isFlat: isFlat) else { return nil }
      switch part {
      case .fill: return .shape(Shape(path, fill: paint, isEvenOdd: true, opacity: opacity))
      case .stroke(_, let width, _, _):
        let stroke = Stroke(paint, width: width * map.scale, cap: .round, join: .round)
        return .shape(Shape(path, stroke: stroke, opacity: opacity))
      }
    }
  }
}

extension EmblemScene.Ink {
  /// `nil` for a glow of a flat picture, which has none.
  fileprivate func paint(over box: Rect, _ color: Color, isFlat: Bool) -> Paint? {
    func vertical(_ top: Color, _ foot: Color) -> Paint {
      if isFlat { return .color(top.mixed(with: foot, 0.5)) }
      return .linear(
        LinearGradient(
          start: Point(0, box.minY), end: Point(0, box.maxY),
          stops: [GradientStop(0, top), GradientStop(1, foot)]))
    }
    func radial(_ inner: Color, _ outer: Color) -> Paint {
      .radial(
        RadialGradient(
          center: box.center, radius: max(0.5, max(box.width, box.height) / 2),
          stops: [GradientStop(0, inner), GradientStop(1, outer)]))
    }
    switch self {
    case .color(let hex): return .color(Color(hex: hex))
    case .vertical(let top, let foot): return vertical(Color(hex: top), Color(hex: foot))
    case .radial(let inner, let outer):
      let (inner, outer) = (Color(hex: inner), Color(hex: outer))
      return isFlat ? .color(inner.mixed(with: outer, 0.5)) : radial(inner, outer)
    case .glow(let hex):
      return isFlat ? nil : radial(Color(hex: hex), Color(hex: hex).withAlpha(0))
    case .tone(let lightness): return .color(color.tone(lightness))
    case .tones(let top, let foot): return vertical(color.tone(top), color.tone(foot))
    }
  }
}
