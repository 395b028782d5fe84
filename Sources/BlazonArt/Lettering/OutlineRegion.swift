internal import BlazonScene

/// An area with an outline of lines and arcs, which can be united with others and cut by them.
struct OutlineRegion {
  /// Closed outlines in any order; what they turn about, however often, is inside.
  var edges: [OutlineEdge]

  init(_ edges: [OutlineEdge] = []) { self.edges = edges }

  static func + (a: OutlineRegion, b: OutlineRegion) -> OutlineRegion {
    OutlineRegion(a.edges + b.edges)
  }

  func moved(by vector: Point) -> OutlineRegion {
    OutlineRegion(edges.map { $0.moved(by: vector) })
  }

  /// The area that it covers while it is pushed along `vector`.
  func swept(along vector: Point) -> OutlineRegion {
    let side = Point(vector.y, -vector.x) * (1 / vector.length)
    var sweep = edges + edges.map { $0.moved(by: vector) }
    for edge in edges.flatMap({ $0.cut(atDirections: [side, side * -1]) }) {
      if edge.arc == nil, abs(edge.chord.cross(vector)) < 1e-6 { continue }
      let far = edge.moved(by: vector).reversed
      let loop = [edge, OutlineEdge(edge.end, far.start), far, OutlineEdge(far.end, edge.start)]
      sweep += OutlineRing(loop).area > 0 ? loop : loop.reversed().map(\.reversed)
    }
    return OutlineRegion(sweep)
  }

  /// The farthest point of the outline from (0, 0).
  var reach: Double {
    edges.reduce(0) { max($0, $1.start.length, $1.middle.length) }
  }

  /// Its own outline, without what overlaps.
  func united() -> [OutlineRing] {
    combined(with: OutlineRegion()) { isInside, _ in isInside }
  }

  /// The outline of what `other` does not cover.
  func minus(_ other: OutlineRegion) -> [OutlineRing] {
    combined(with: other) { $0 && !$1 }
  }

  private func combined(
    with other: OutlineRegion, _ isInside: (Bool, Bool) -> Bool
  ) -> [OutlineRing] {
    // So near to an edge that no other runs between, so far that rounding does not matter.
    let step = 1e-4
    var nodes: [Point] = []
    func node(_ p: Point) -> Int {
      if let index = nodes.firstIndex(where: { abs($0.x - p.x) < 0.03 && abs($0.y - p.y) < 0.03 }) {
        return index
      }
      nodes.append(p)
      return nodes.count - 1
    }
    let (own, others) = (OutlineRows(edges), OutlineRows(other.edges))
    func holds(_ p: Point) -> Bool { isInside(own.contains(p), others.contains(p)) }
    var border: [(from: Int, to: Int, edge: OutlineEdge)] = []
    for piece in Self.cutWhereTheyMeet(edges + other.edges) {
      let (from, to) = (node(piece.start), node(piece.end))
      if from == to { continue }
      let middle = piece.middle
      let heading = piece.heading(at: middle)
      let inwards = Point(-heading.y, heading.x) * step
      let isRight = holds(middle + inwards)
      if isRight == holds(middle - inwards) { continue }
      let edge = isRight ? piece : piece.reversed
      let ends = isRight ? (from, to) : (to, from)
      // Of edges that lie on each other one is enough.
      let isKnown = border.contains {
        $0.from == ends.0 && $0.to == ends.1 && ($0.edge.middle - middle).length < 0.07
      }
      if !isKnown {
        border.append((ends.0, ends.1, edge.part(from: nodes[ends.0], to: nodes[ends.1])))
      }
    }
    return Self.chained(border)
  }

  private static func cutWhereTheyMeet(_ edges: [OutlineEdge]) -> [OutlineEdge] {
    let boxes = edges.map { $0.box.expanded(by: 0.01) }
    return edges.indices.flatMap { index -> [OutlineEdge] in
      let edge = edges[index]
      var cuts = [(0.0, edge.start), (1.0, edge.end)]
      for rival in edges.indices where rival != index && boxes[index].meets(boxes[rival]) {
        let other = edges[rival]
        for point in edge.meetings(with: other) where other.position(of: point) != nil {
          if let place = edge.position(of: point) { cuts.append((place, point)) }
        }
        for point in [other.start, other.end] {
          if let place = edge.position(of: point) { cuts.append((place, point)) }
        }
      }
      cuts = cuts.filter { (0...1).contains($0.0) }.sorted { $0.0 < $1.0 }
      return zip(cuts, cuts.dropFirst()).compactMap { first, last in
        last.0 - first.0 > 1e-9 ? edge.part(from: first.1, to: last.1) : nil
      }
    }
  }

  private static func chained(
    _ border: [(from: Int, to: Int, edge: OutlineEdge)]
  ) -> [OutlineRing] {
    var isUsed = Array(repeating: false, count: border.count)
    var rings: [OutlineRing] = []
    for first in border.indices where !isUsed[first] {
      var ring: [OutlineEdge] = []
      var next: Int? = first
      while let index = next {
        isUsed[index] = true
        ring.append(border[index].edge)
        let end = border[index].to
        next =
          end == border[first].from
          ? nil : border.indices.first { !isUsed[$0] && border[$0].from == end }
      }
      rings.append(OutlineRing(ring).straightened)
    }
    return rings
  }
}

/// One closed outline of a region.
struct OutlineRing {
  var edges: [OutlineEdge]

  init(_ edges: [OutlineEdge]) { self.edges = edges }

  /// Positive around what is covered, negative around a hole.
  var area: Double {
    edges.reduce(0) {
      $0 + $1.start.cross($1.middle) / 2 + $1.middle.cross($1.end) / 2
    }
  }

  /// The same with every straight run in one piece.
  fileprivate var straightened: OutlineRing {
    var runs: [OutlineEdge] = []
    for edge in edges {
      if let last = runs.last, last.runsOn(into: edge) {
        runs[runs.count - 1].end = edge.end
      } else {
        runs.append(edge)
      }
    }
    if runs.count > 2, runs[runs.count - 1].runsOn(into: runs[0]) {
      runs[0].start = runs.removeLast().start
    }
    return OutlineRing(runs)
  }
}

extension [OutlineRing] {
  /// Path data, with corners rounded: those of the body by `corner`, those in its crooks by `crook`.
  func data(corner: Double, crook: Double = 0.6) -> String {
    reduce("") { $0 + $1.data(corner: corner, crook: crook) }
  }

  func larger(than area: Double) -> [OutlineRing] { filter { abs($0.area) > area } }

  var region: OutlineRegion { OutlineRegion(flatMap(\.edges)) }
}

extension OutlineRing {
  fileprivate func data(corner: Double, crook: Double) -> String {
    let lengths = edges.map(\.length)
    let cuts = edges.indices.map { index -> Double in
      let before = index == 0 ? edges.count - 1 : index - 1
      let (a, b) = (edges[before], edges[index])
      let (arriving, leaving) = (a.heading(at: a.end), b.heading(at: b.start))
      let (turn, along) = (arriving.cross(leaving), arriving.dot(leaving))
      guard along < 0.955 else { return 0 }
      let tangent = along > -0.99 ? abs(turn) / (1 + along) : 99
      return [
        (turn > 0 ? corner : crook) * min(tangent, 1.6), 0.46 * lengths[before],
        0.46 * lengths[index],
      ].min() ?? 0
    }
    var writer = OutlineWriter()
    for (index, edge) in edges.enumerated() {
      let cut = cuts[(index + 1) % edges.count]
      let first = cuts[index] > 0 ? edge.point(at: cuts[index]) : edge.start
      let last = cut > 0 ? edge.point(at: lengths[index] - cut) : edge.end
      if index == 0 {
        writer.move(to: first)
      } else if cuts[index] > 0 {
        writer.quad(edge.start, to: first)
      }
      writer.add(edge.part(from: first, to: last))
    }
    if let first = edges.first, cuts[0] > 0 {
      writer.quad(first.start, to: first.point(at: cuts[0]))
    }
    return writer.closed()
  }
}

/// Writes path data; arcs that run on are one.
private struct OutlineWriter {
  private var text = ""
  private var first = ""
  private var pending: OutlineEdge?

  mutating func move(to p: Point) {
    first = p.written
    text += "M\(first)"
  }

  mutating func quad(_ control: Point, to p: Point) {
    flush()
    text += "Q\(control.written) \(p.written)"
  }

  mutating func add(_ edge: OutlineEdge) {
    if let last = pending, last.runsOn(into: edge) {
      pending?.end = edge.end
    } else {
      flush()
      pending = edge
    }
  }

  mutating func closed() -> String {
    if pending?.arc == nil, pending?.end.written == first { pending = nil }
    flush()
    return text + "Z"
  }

  private mutating func flush() {
    guard let edge = pending else { return }
    pending = nil
    if let arc = edge.arc {
      let radius = arc.radius.written
      text += "A\(radius) \(radius) 0 0 \(arc.isClockwise ? 1 : 0) \(edge.end.written)"
    } else {
      text += "L\(edge.end.written)"
    }
  }
}

extension OutlineEdge {
  /// Whether `next` is more of the same line, or of an arc that stays below half a circle.
  fileprivate func runsOn(into next: OutlineEdge) -> Bool {
    guard let arc else {
      return next.arc == nil && chord.dot(next.chord) > 0
        && abs(chord.cross(next.chord)) < 0.01 * chord.length * next.chord.length
    }
    guard let other = next.arc, other.isClockwise == arc.isClockwise,
      (other.center - arc.center).length < 1e-3, abs(other.radius - arc.radius) < 1e-3
    else { return false }
    let turn = (start - arc.center).cross(next.end - arc.center) * (arc.isClockwise ? 1 : -1)
    return turn > 0.05 * arc.radius * arc.radius
  }
}

extension Rect {
  fileprivate func meets(_ other: Rect) -> Bool {
    minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY
  }
}

extension Point {
  /// As path data writes it.
  var written: String { "\(x.written) \(y.written)" }
}

extension Double {
  /// With one decimal at most, as path data writes it.
  var written: String {
    let tenths = Int((self * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let (whole, rest) = abs(tenths).quotientAndRemainder(dividingBy: 10)
    return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
  }
}

/// The edges of a region by their height, so that few need to be asked about a point.
private struct OutlineRows {
  private var top = 0.0
  private var rows: [[OutlineEdge]] = []

  init(_ edges: [OutlineEdge]) {
    let boxes = edges.map(\.box)
    guard let top = boxes.map(\.minY).min(), let foot = boxes.map(\.maxY).max() else { return }
    self.top = top
    rows = Array(repeating: [], count: Int(foot - top) + 1)
    for (edge, box) in zip(edges, boxes) {
      for row in Int(box.minY - top)...Int(box.maxY - top) { rows[row].append(edge) }
    }
  }

  /// Whether the outlines turn about `p`.
  func contains(_ p: Point) -> Bool {
    guard p.y >= top, Int(p.y - top) < rows.count else { return false }
    return rows[Int(p.y - top)].reduce(0) { $0 + $1.winding(about: p) } != 0
  }
}
