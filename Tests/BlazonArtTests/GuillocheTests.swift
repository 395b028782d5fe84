import Testing

@testable import BlazonArt
@testable import BlazonScene

@Suite struct GuillocheTests {
  @Test(arguments: [(1, 3), (12, 16), (24, 60)])
  func `a rosette's waves are closed, stay within the radii and reach both`(
    _ lines: Int, _ lobes: Int
  ) {
    let center = Point(300, 200)
    let path = Guilloche.rosette(at: center, inner: 40, outer: 180, lines: lines, lobes: lobes)
    #expect(path.segments.count { $0 == .close } == lines)
    let waves = path.flattened(steps: 8)
    #expect(waves.count == lines)
    var (nearest, farthest) = (Double.infinity, 0.0)
    for wave in waves {
      #expect(((wave.last ?? center) - wave[0]).length < 1e-9, "it ends where it began")
      // Around the centre once.
      #expect(abs(wave.winding(about: center)) == 1)
      for point in wave {
        let radius = (point - center).length
        (nearest, farthest) = (min(nearest, radius), max(farthest, radius))
      }
    }
    #expect(nearest > 40 - 0.6 && nearest < 41, "\(nearest)")
    #expect(farthest < 180 + 0.6 && farthest > 179, "\(farthest)")
  }

  @Test func `a rosette looks the same when turned by one crest`() {
    let center = Point(0, 0)
    let path = Guilloche.rosette(at: center, inner: 10, outer: 100, lines: 2, lobes: 12)
    let turned = path.transformed(by: .rotation(30))
    let corners = path.points
    for point in turned.flattened(steps: 1).joined() {
      #expect(corners.contains { ($0 - point).length < 1e-6 })
    }
  }

  @Test func `a strand runs from its start to its end, in whole waves no wider than asked`() {
    let (start, end) = (Point(50, 60), Point(350, 60))
    let path = Guilloche.strand(from: start, to: end, amplitude: 12, period: 36)
    let waves = path.flattened(steps: 8)
    #expect(waves.count == 1)
    for wave in waves {
      let (first, last) = (wave[0], wave[wave.count - 1])
      #expect(abs(first.x - start.x) < 1e-9 && abs(last.x - end.x) < 1e-9)
      // Whole waves.
      #expect(abs(first.y - last.y) < 1e-9)
      #expect(wave.allSatisfy { abs($0.y - 60) <= 12.1 })
      #expect(zip(wave, wave.dropFirst()).allSatisfy { $0.x < $1.x })
    }
    #expect(waves.joined().contains { abs($0.y - 60) > 11.9 })
  }
}

@Suite struct CertificateFrameTests {
  private let size = Size(width: 1188, height: 840)

  private func nodes() -> [Node] {
    CertificateFrame(
      size: size, inset: 28, width: 36, fill: .black, edge: .white, line: .white,
      star: Metal(.gold), notch: 40
    ).nodes()
  }

  private func points() -> [Point] {
    nodes().flatMap { node -> [Point] in
      switch node {
      case .shape(let shape): return Array(shape.path.flattened(steps: 4).joined())
      case .repeated(let copies):
        guard case .shape(let shape) = copies.child else { return [] }
        return copies.transforms.flatMap {
          shape.path.transformed(by: $0).flattened(steps: 4).joined()
        }
      case .group, .text, .image: return []
      }
    }
  }

  @Test func `a frame is plain shapes, all of them on the page and none in its middle`() {
    let nodes = nodes()
    #expect(nodes.count > 20)
    #expect(
      nodes.allSatisfy {
        switch $0 {
        case .shape: true
        case .repeated(let copies): if case .shape = copies.child { true } else { false }
        case .group, .text, .image: false
        }
      })
    let points = points()
    #expect(points.count > 2000)
    for point in points {
      #expect((20...size.width - 20).contains(point.x) && (20...size.height - 20).contains(point.y))
      let isInMiddle =
        (130...size.width - 130).contains(point.x) && (130...size.height - 130).contains(point.y)
      #expect(!isInMiddle, "\(point)")
    }
  }

  @Test func `its left half is the mirror image of its right, its upper half of its lower`() {
    // In a grid of tenths, so that a mirror image is found among thousands of points.
    func cell(_ point: Point) -> [Int] {
      [Int((point.x * 4).rounded()), Int((point.y * 4).rounded())]
    }
    // The ends of the waves lie below the corners.
    func isBelowCorner(_ point: Point) -> Bool {
      min(point.x, size.width - point.x) < 46 + 0.61 * 36
        && min(point.y, size.height - point.y) < 46 + 0.61 * 36
    }
    let points = points().filter { !isBelowCorner($0) }
    let cells = Set(points.map(cell))
    func isThere(_ point: Point) -> Bool {
      let middle = cell(point)
      return (-1...1).contains { dx in
        (-1...1).contains { dy in cells.contains([middle[0] + dx, middle[1] + dy]) }
      }
    }
    #expect(points.allSatisfy { isThere(Point(size.width - $0.x, $0.y)) })
    #expect(points.allSatisfy { isThere(Point($0.x, size.height - $0.y)) })
    #expect(!points.allSatisfy { isThere(Point($0.x + 5, $0.y)) }, "the comparison sees a shift")
  }

  @Test(arguments: [(28.0, 600.0), (405, 36), (402, 36), (28, 420)])
  func `a band as wide as its page, or wider, has no wave that is nowhere`(
    _ inset: Double, _ width: Double
  ) {
    let nodes = CertificateFrame(
      size: size, inset: inset, width: width, fill: .black, edge: .white, line: .white,
      star: Metal(.gold), notch: 40
    ).nodes()
    for case .repeated(let copies) in nodes {
      #expect(copies.transforms.allSatisfy { $0.tx.isFinite && $0.ty.isFinite })
      guard case .shape(let shape) = copies.child else { continue }
      #expect(shape.path.flattened(steps: 1).joined().allSatisfy { $0.x.isFinite && $0.y.isFinite })
    }
  }
}
