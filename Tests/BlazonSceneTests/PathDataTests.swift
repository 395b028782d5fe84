import Testing

@testable import BlazonScene

struct PathDataTests {
  private func segments(_ data: String) throws -> [Path.Segment] { try Path(data: data).segments }

  @Test("Every absolute command says the same as its relative one")
  func absoluteAndRelative() throws {
    let absolute = try Path(
      data: """
        M10 20L30 25H50V60C60 70 80 70 80 50S100 30 110 50Q120 70 130 50T150 50\
        A20 10 0 0 1 190 50Z M1 2L3 4
        """)
    let relative = try Path(
      data: """
        m10 20l20 5h20v35c10 10 30 10 30-10s20-20 30 0q10 20 20 0t20 0\
        a20 10 0 0 1 40 0z m-9-18l2 2
        """)
    #expect(absolute.segments.count == relative.segments.count)
    for (a, b) in zip(absolute.points, relative.points) { #expect(a.isNear(b)) }
    #expect(
      absolute.segments.prefix(5) == [
        .move(Point(10, 20)), .line(Point(30, 25)), .line(Point(50, 25)), .line(Point(50, 60)),
        .cubic(Point(60, 70), Point(80, 70), Point(80, 50)),
      ])
    #expect(absolute.segments.suffix(3) == [.close, .move(Point(1, 2)), .line(Point(3, 4))])
  }

  @Test("Arguments may follow without their command; after a move they are lines")
  func implicitRepeats() throws {
    #expect(try segments("M1 2 3 4 5 6") == segments("M1 2L3 4L5 6"))
    #expect(try segments("m1 2 3 4 5 6") == segments("M1 2l3 4l5 6"))
    #expect(try segments("M0 0h1 2 3v4 5") == segments("M0 0h1h2h3v4v5"))
    #expect(
      try segments("M0 0c1 1 2 2 3 0 1 1 2 2 3 0") == segments("M0 0c1 1 2 2 3 0c1 1 2 2 3 0"))
    #expect(try segments("M0 0q1 1 2 0t2 0 2 0") == segments("M0 0q1 1 2 0t2 0t2 0"))
    #expect(
      try segments("M0 0a1 1 0 0 1 2 0 1 1 0 0 1 2 0")
        == segments("M0 0a1 1 0 0 1 2 0a1 1 0 0 1 2 0"))
  }

  @Test("A smooth command mirrors the control point before it, if its kind was before")
  func smoothCurves() throws {
    #expect(
      try segments("M0 0C0 10 10 10 10 0S20-10 20 0").last
        == .cubic(Point(10, -10), Point(20, -10), Point(20, 0)))
    #expect(
      try segments("M0 0Q5 10 10 0T20 0T30 0").suffix(2)
        == [.quad(Point(15, -10), Point(20, 0)), .quad(Point(25, 10), Point(30, 0))])
    // Without such a one before, the control point is the current point.
    #expect(
      try segments("M4 0S20-10 20 0").last == .cubic(Point(4, 0), Point(20, -10), Point(20, 0)))
    #expect(
      try segments("M0 0C0 9 9 9 9 0T20 0").last == .quad(Point(9, 0), Point(20, 0)))
    #expect(
      try segments("M0 0Q5 9 9 0L10 0T20 0").last == .quad(Point(10, 0), Point(20, 0)))
  }

  @Test("A closed subpath goes on from where it began")
  func closing() throws {
    #expect(try segments("M10 10h5v5zl1 1").last == .line(Point(11, 11)))
    #expect(try segments("M10 10h5v5zm1 1").last == .move(Point(11, 11)))
    #expect(try Path(data: "M10 10h5v5z").end == Point(10, 10))
  }

  @Test(
    "Numbers and flags may run together as far as they can be told apart",
    arguments: [
      ("M.5.5-1-1", "M 0.5 0.5 L -1 -1"), ("M1e1,2E-1 3e+0 4", "M 10 .2 L 3 4"),
      ("M0 0a1 1 0 01 2 2", "M0 0 a 1 1 0 0 1 2 2"), ("M0 0a1 1 0 012 2", "M0 0 a 1 1 0 0 1 2 2"),
      ("M0 0a1 1 0 1120 2", "M0 0 a 1 1 0 1 1 20 2"),
      ("M0 0a1 1 0 00.5.5", "M0 0 a 1 1 0 0 0 .5 .5"),
      ("\t\nM\r\n1\u{0C},+2 ", "M1 2"), ("M-0.0 -.5", "M0 -0.5"),
    ])
  func compactForms(compact: String, spaced: String) throws {
    #expect(try segments(compact) == segments(spaced))
  }

  @Test func emptyDataIsAnEmptyPath() throws {
    #expect(try Path(data: "").isEmpty && Path(data: " \n ").isEmpty)
  }

  @Test(
    "What is wrong is told with its offset",
    arguments: [
      ("10 10", "expected a command", 0), ("  L10 10", "path data begins with M", 2),
      ("M10", "expected a number", 3), ("M10 10 L", "expected a number", 8),
      ("M1 1X2", "unknown command", 4), ("M0 0a1 1 0 2 0 3 3", "expected a flag, 0 or 1", 11),
      ("M0 0z5 5", "expected a command", 5), ("M1 .", "expected a number", 3),
      ("M1 2e", "unknown command", 4), ("M1 --2", "expected a number", 3),
      ("M1 1e999", "number too large", 3), ("M1 é", "expected a number", 3),
      ("M1 nan", "expected a number", 3), ("M1 0x10", "unknown command", 4),
    ])
  func errors(data: String, message: String, offset: Int) {
    #expect(throws: Path.DataError(message: message, offset: offset)) { try Path(data: data) }
  }
}
