/// Outlines: one or more subpaths of lines and Bézier curves, in canvas units.
public struct Path: Hashable, Sendable {
  public enum Segment: Hashable, Sendable {
    case move(Point)
    case line(Point)
    case quad(Point, Point)
    case cubic(Point, Point, Point)
    case close
  }

  public var segments: [Segment] = []

  public init() {}
  public init(_ segments: [Segment]) { self.segments = segments }

  public var isEmpty: Bool { segments.isEmpty }

  /// Where the pen is after the last segment; a closed subpath ends where it began.
  public var end: Point? {
    var start: Point?
    var current: Point?
    for segment in segments {
      switch segment {
      case .move(let p): (start, current) = (p, p)
      case .line(let p), .quad(_, let p), .cubic(_, _, let p): current = p
      case .close: current = start
      }
    }
    return current
  }

  public mutating func move(to p: Point) { segments.append(.move(p)) }
  public mutating func line(to p: Point) { segments.append(.line(p)) }
  public mutating func quad(_ c: Point, to p: Point) { segments.append(.quad(c, p)) }
  public mutating func cubic(_ c1: Point, _ c2: Point, to p: Point) {
    segments.append(.cubic(c1, c2, p))
  }
  public mutating func close() { segments.append(.close) }
  public mutating func append(_ other: Path) { segments += other.segments }

  public static func + (a: Path, b: Path) -> Path { Path(a.segments + b.segments) }

  /// All of `paths` as one path.
  public init(joining paths: some Sequence<Path>) {
    for path in paths { segments += path.segments }
  }

  public func transformed(by map: Affine) -> Path { mapPoints { map($0) } }

  /// All points, those that control curves among them.
  public var points: [Point] {
    segments.flatMap { segment -> [Point] in
      switch segment {
      case .move(let end), .line(let end): [end]
      case .quad(let control, let end): [control, end]
      case .cubic(let one, let two, let end): [one, two, end]
      case .close: []
      }
    }
  }

  /// The path with every coordinate rounded to 1/100 of a canvas unit.
  public func rounded() -> Path { mapPoints { Point($0.x.hundredths, $0.y.hundredths) } }

  /// The path with every point, of curves those that pull them too, where `map` puts it.
  public func mapPoints(_ map: (Point) -> Point) -> Path {
    Path(
      segments.map { segment in
        switch segment {
        case .move(let p): .move(map(p))
        case .line(let p): .line(map(p))
        case .quad(let c, let p): .quad(map(c), map(p))
        case .cubic(let c1, let c2, let p): .cubic(map(c1), map(c2), map(p))
        case .close: .close
        }
      })
  }

  /// The smallest rectangle around all points of the curve's polygons; `nil` without points.
  ///
  /// Control points count, so the box may be a little larger than the ink.
  public var controlBox: Rect? {
    var box: (Double, Double, Double, Double)?
    func add(_ p: Point) {
      guard let b = box else {
        box = (p.x, p.y, p.x, p.y)
        return
      }
      box = (min(b.0, p.x), min(b.1, p.y), max(b.2, p.x), max(b.3, p.y))
    }
    for segment in segments {
      switch segment {
      case .move(let p), .line(let p): add(p)
      case .quad(let c, let p):
        add(c)
        add(p)
      case .cubic(let c1, let c2, let p):
        add(c1)
        add(c2)
        add(p)
      case .close: break
      }
    }
    return box.map { Rect(x: $0.0, y: $0.1, width: $0.2 - $0.0, height: $0.3 - $0.1) }
  }

  /// Whether it is one upright rectangle and nothing else, from any of its corners, either way about.
  public var isRectangle: Bool {
    var corners: [Point] = []
    var isClosed = false
    for segment in segments {
      switch segment {
      case .close: isClosed = true
      case .move(let point), .line(let point):
        guard !isClosed else { return false }
        if point != corners.last { corners.append(point) }
      case .quad, .cubic: return false
      }
    }
    let moves = segments.count { if case .move = $0 { true } else { false } }
    if corners.count == 5, corners[4] == corners[0] { corners.removeLast() }
    guard moves == 1, corners.count == 4 else { return false }
    let (a, b, c, d) = (corners[0], corners[1], corners[2], corners[3])
    return a.x == b.x && b.y == c.y && c.x == d.x && d.y == a.y
      || a.y == b.y && b.x == c.x && c.y == d.y && d.x == a.x
  }

  /// The subpaths as polygons, each curve cut into `steps` chords. A closed one ends where it began.
  public func flattened(steps: Int) -> [[Point]] {
    var polygons: [[Point]] = []
    var current: [Point] = []
    var start: [Point] = []
    func finish() {
      if current.count > 1 { polygons.append(current) }
      current = []
    }
    for segment in segments {
      switch segment {
      case .move(let p):
        finish()
        (current, start) = ([p], [p])
      case .line(let p): current.append(p)
      case .quad(let c, let p):
        let from = current.last ?? c
        for i in 1...steps {
          let t = Double(i) / Double(steps)
          current.append(from.mixed(with: c, t).mixed(with: c.mixed(with: p, t), t))
        }
      case .cubic(let c1, let c2, let p):
        let from = current.last ?? c1
        for i in 1...steps {
          let t = Double(i) / Double(steps)
          let (ab, bc, cd) = (from.mixed(with: c1, t), c1.mixed(with: c2, t), c2.mixed(with: p, t))
          current.append(ab.mixed(with: bc, t).mixed(with: bc.mixed(with: cd, t), t))
        }
      case .close:
        if current.last != start.last { current += start }
        finish()
        current = start
      }
    }
    finish()
    return polygons
  }
}

extension Double {
  /// Rounded to 1/100, never −0.
  public var hundredths: Double { rounded(to: 100) }

  /// Rounded to 1/`parts`, never −0.
  public func rounded(to parts: Double) -> Double {
    let value = (self * parts).rounded() / parts
    return value == 0 ? 0 : value
  }
}
