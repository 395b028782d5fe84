public import BlazonScene

/// The outline a badge is cut from.
public enum Silhouette: String, CaseIterable, Sendable {
  case circle, hexagon, octagon, diamond, shield, seal, star, squircle, rect, pennant
  /// The pennant as it is drawn at 64 pixels and below: a larger dome, a shorter body.
  case smallPennant = "small-pennant"

  /// Whether it is a disc, plain or scalloped.
  public var isRound: Bool { self == .circle || self == .seal }

  /// What a silhouette is cut by, in canvas units.
  public struct Measures: Hashable, Sendable {
    public var center: Point
    /// From the centre to the outermost points; a rectangle's and a shield's half width.
    public var radius: Double
    /// The half height of what is not as high as wide.
    public var halfHeight: Double
    /// The radius of rounded corners.
    public var corner: Double
    public var rotation: Angle
    /// Lobes of a seal, points of a star.
    public var count: Int
    /// How deep lobes are cut; a star's inner radius is `radius − depth`.
    public var depth: Double

    public init(
      center: Point, radius: Double, halfHeight: Double? = nil, corner: Double = 0,
      rotation: Angle = 0, count: Int = 28, depth: Double? = nil
    ) {
      (self.center, self.radius, self.corner) = (center, radius, corner)
      self.halfHeight = halfHeight ?? radius
      (self.rotation, self.count) = (rotation, count)
      self.depth = depth ?? radius * 0.06
    }
  }

  /// The silhouette as one closed path, drawn clockwise.
  public func path(_ m: Measures) -> Path {
    let bounds = Rect(center: m.center, width: 2 * m.radius, height: 2 * m.halfHeight)
    switch self {
    case .circle: return Path(circle: m.center, radius: m.radius)
    case .hexagon: return polygon(m, sides: 6)
    case .octagon: return polygon(m, sides: 8, turn: 22.5)
    case .diamond: return polygon(m, sides: 4)
    case .rect: return Path(rect: bounds, corner: m.corner)
    case .star:
      return Path(
        polygon: Path.starPoints(
          center: m.center, outer: m.radius, inner: m.radius - m.depth, points: m.count,
          rotation: m.rotation), corner: m.corner)
    case .seal: return seal(m)
    case .squircle: return Silhouette.fit(Silhouette.squirclePath, box: 2, into: bounds)
    case .shield: return Silhouette.fit(Silhouette.shieldPath, box: nil, into: bounds)
    case .pennant: return Silhouette.fit(Pennant.outline, box: nil, into: bounds)
    case .smallPennant: return Silhouette.fit(Pennant.smallOutline, box: nil, into: bounds)
    }
  }

  private func polygon(_ m: Measures, sides: Int, turn: Double = 0) -> Path {
    let points = Path.regularPolygon(
      center: m.center, radius: m.radius, sides: sides,
      rotation: Angle(degrees: m.rotation.degrees + turn))
    return Path(polygon: points, corner: m.corner)
  }

  /// Lobes that bulge outwards, each one cubic.
  private func seal(_ m: Measures) -> Path {
    var path = Path()
    let valley = m.radius - m.depth
    let crest = m.radius + m.depth * 0.36
    let step = 360 / Double(m.count)
    for i in 0..<m.count {
      let start = m.rotation.degrees + step * Double(i)
      let from = m.center.polar(valley, Angle(degrees: start))
      let to = m.center.polar(valley, Angle(degrees: start + step))
      let middle = start + step / 2
      if i == 0 { path.move(to: from) }
      path.cubic(
        m.center.polar(crest, Angle(degrees: middle - step * 0.31)),
        m.center.polar(crest, Angle(degrees: middle + step * 0.31)), to: to)
    }
    path.close()
    return path
  }

  private static let shieldPath = Path(
    """
    M256 14C300 44 368 58 432 54Q446 53 446 68L446 246C446 372 362 450 264 494Q256 498 248 494\
    C150 450 66 372 66 246L66 68Q66 53 80 54C144 58 212 44 256 14Z
    """)

  /// A superellipse of degree 4 in the square from −1 to 1.
  private static let squirclePath = Path(
    "M0-1C.72-1 1-.72 1 0C1 .72 .72 1 0 1C-.72 1-1 .72-1 0C-1-.72-.72-1 0-1Z")

  /// `path` stretched from its own box (or the square of side `box` about 0) into `bounds`.
  private static func fit(_ path: Path, box: Double?, into bounds: Rect) -> Path {
    let own =
      box.map { Rect(center: Point(0, 0), width: $0, height: $0) } ?? path.controlBox
      ?? Rect(x: 0, y: 0, width: 1, height: 1)
    let map = Affine(
      bounds.width / own.width, 0, 0, bounds.height / own.height,
      bounds.minX - own.minX * bounds.width / own.width,
      bounds.minY - own.minY * bounds.height / own.height)
    return path.transformed(by: map)
  }
}

/// The pennant's two outlines, on the canvas of 512 units.
enum Pennant {
  private static let axis = 256.0

  /// A dome of radius 113, a hollow neck, round shoulders, a tapered body and a slightly full point.
  /// The box is x 90.5–421.5, y 4–500; a ribbon makes it 400 wide.
  static let outline: Path = {
    var half = Path()
    half.append(
      arc: Point(axis, 117), radius: 113, from: 0, to: 82, joining: .move)
    half.append(
      Path(
        """
        M0 0C371 116 380 137 397 146C412 154 421.5 167 421 185L411.5 348C410.6 368 404 380 391 391\
        C355 421 314 456 268.5 494C261.5 500 259 500 256 500
        """
      ).withoutFirst)
    return mirrored(half)
  }()

  /// The outline for 64 pixels and below: y 8–504.
  static let smallOutline: Path = {
    var half = Path()
    half.append(arc: Point(axis, 158), radius: 150, from: 0, to: 104, joining: .move)
    half.append(
      Path(
        """
        M0 0C398 206 402 216 414 222C426 228 431 235 431 248L424 352C423 373 416 382 404 392\
        C366 424 320 462 270 498C261.5 504 259 504 256 504
        """
      ).withoutFirst)
    return mirrored(half)
  }()

  /// The right half, from the top to the bottom of the axis, and its mirror image back up.
  private static func mirrored(_ half: Path) -> Path {
    var path = half
    var points: [Point] = []
    var reversed: [(Path.Segment, Point)] = []
    for segment in half.segments {
      if let from = points.last { reversed.append((segment, from)) }
      switch segment {
      case .move(let p), .line(let p), .quad(_, let p), .cubic(_, _, let p): points.append(p)
      case .close: break
      }
    }
    func flip(_ p: Point) -> Point { Point(2 * axis - p.x, p.y) }
    for (segment, from) in reversed.reversed() {
      switch segment {
      case .line: path.line(to: flip(from))
      case .cubic(let c1, let c2, _): path.cubic(flip(c2), flip(c1), to: flip(from))
      case .quad(let c, _): path.quad(flip(c), to: flip(from))
      case .move, .close: break
      }
    }
    path.close()
    return path
  }
}

extension Path {
  fileprivate var withoutFirst: Path { Path(Array(segments.dropFirst())) }
}
