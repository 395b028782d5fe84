import TestSupport
import Testing

@testable import BlazonPaint
@testable import BlazonScene

/// Path data and numbers as they are written.
struct SVGNumberTests {
  private func data(_ path: Path) -> String { String(decoding: path.data, as: UTF8.self) }

  /// A random path: all segments, closes in the middle, steps from tiny to wide.
  private func randomPath(_ random: inout SeededGenerator) -> Path {
    var pen = Point(
      .random(in: -300...600, using: &random), .random(in: -300...600, using: &random))
    func step() -> Point {
      let sizes = [0.004, 0.02, 0.7, 12, 300] as [Double]
      let size = sizes.randomElement(using: &random) ?? 1
      func offset() -> Double {
        Int.random(in: 0..<4, using: &random) == 0 ? 0 : .random(in: -size...size, using: &random)
      }
      pen = Point(pen.x + offset(), pen.y + offset())
      return pen
    }
    var path = Path([.move(pen)])
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      switch Int.random(in: 0..<10, using: &random) {
      case 0: path.move(to: step())
      case 1: path.close()
      case 2...4: path.line(to: step())
      case 5, 6: path.quad(step(), to: step())
      default: path.cubic(step(), step(), to: step())
      }
    }
    return path
  }

  @Test("Written and read again, a path is what it was, to 0.005 at every point")
  func roundTrip() throws {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<3000 {
      let path = randomPath(&random)
      let written = data(path)
      let back = try Path(data: written)
      let (expected, found) = (path.rounded().withoutEmptyLines, back.withoutEmptyLines)
      try #require(expected.count == found.count, "\(written)")
      for (a, b) in zip(expected, found) {
        #expect(a.isNear(b, within: 0.005), "\(a) became \(b) in \(written)")
      }
    }
  }

  @Test func rememberingTheTruePlaceErrorsDoNotAddUp() throws {
    // A thousand steps of a third of a hundredth and more.
    var path = Path([.move(Point(0, 0))])
    for i in 1...1000 { path.line(to: Point(Double(i) * 0.1033, Double(i) * 0.2067)) }
    let end = try #require(try Path(data: data(path)).end)
    #expect(abs(end.x - 103.3) < 0.006 && abs(end.y - 206.7) < 0.006)
  }

  @Test("Numbers carry no needless character")
  func compactNumbers() throws {
    var random = SeededGenerator(seed: 12)
    for _ in 0..<500 {
      let written = data(randomPath(&random))
      for number in written.matches(of: /-?(\d+\.?\d*|\.\d+)/).map(\.output.0) {
        #expect(
          number.wholeMatch(of: /-?(0|[1-9]\d*|([1-9]\d*)?\.\d?[1-9])/) != nil,
          "\(number) in \(written)")
        #expect(number != "-0")
      }
      #expect(!written.contains("  ") && !written.contains(" -") && !written.contains(","))
    }
  }

  @Test(
    "A decimal is the shortest",
    arguments: [
      (0, 100, "0"), (-0.001, 100, "0"), (0.5, 100, ".5"), (-0.05, 100, "-.05"), (12, 100, "12"),
      (12.30, 100, "12.3"), (99.999, 100, "100"), (-100, 100, "-100"), (0.98481, 100_000, ".98481"),
      (0.101, 1000, ".101"), (1.001, 100, "1"), (.nan, 100, "0"), (.infinity, 100, "0"),
      (1e300, 100, "0"),
    ] as [(Double, Int, String)])
  func decimals(value: Double, parts: Int, expected: String) {
    var text = Text()
    text.add(value, parts: parts)
    #expect(String(decoding: text.bytes, as: UTF8.self) == expected)
  }

  @Test func pathDataIsAsShortAsReadersAllow() {
    #expect(data(Path("M.5.5L1.5.5L1.5-1L1-1.5L2 3Z")) == "M.5.5h1v-1.5l-.5-.5 1 4.5z")
    #expect(data(Path("M0 0C.5.5 1 1.5 10 10ZM3 3H4")) == "M0 0c.5.5 1 1.5 10 10zM3 3h1")
  }
}

extension Path {
  /// The segments, absolute, without lines that lead nowhere.
  fileprivate var withoutEmptyLines: [Segment] {
    var result: [Segment] = []
    var (pen, start) = (Point(0, 0), Point(0, 0))
    for segment in segments {
      switch segment {
      case .move(let p): (pen, start) = (p, p)
      case .line(let p):
        if (p - pen).length < 0.001 { continue }
        pen = p
      case .quad(_, let p), .cubic(_, _, let p): pen = p
      case .close: pen = start
      }
      result.append(segment)
    }
    return result
  }
}

extension Path.Segment {
  fileprivate func isNear(_ other: Path.Segment, within tolerance: Double) -> Bool {
    func near(_ a: Point, _ b: Point) -> Bool {
      abs(a.x - b.x) <= tolerance && abs(a.y - b.y) <= tolerance
    }
    switch (self, other) {
    case (.move(let a), .move(let b)), (.line(let a), .line(let b)): return near(a, b)
    case (.quad(let a, let b), .quad(let c, let d)): return near(a, c) && near(b, d)
    case (.cubic(let a, let b, let c), .cubic(let d, let e, let f)):
      return near(a, d) && near(b, e) && near(c, f)
    case (.close, .close): return true
    default: return false
    }
  }
}
