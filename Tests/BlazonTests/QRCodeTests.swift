import BlazonScene
import QR
import Testing

@testable import BlazonLayout

/// Codes as ISO/IEC 18004 describes them; that they can be read, `CertificateTests` says.
@Suite struct QRCodeTests {
  @Test(arguments: [
    // What versions 1 to 4 and 10 hold in bytes, with medium correction: table 7 of the standard.
    (1, 21), (14, 21), (15, 25), (26, 25), (27, 29), (42, 29), (43, 33), (62, 33), (213, 57),
    (214, 61),
  ])
  func `a code is the smallest that holds the text`(_ bytes: Int, _ size: Int) throws {
    let code = try #require(QRCode(String(repeating: "x", count: bytes)))
    #expect(code.size == size)
  }

  @Test func `a code has its three finders, its timing lines and its dark module`() throws {
    let code = try #require(QRCode("https://b.example/"))
    #expect(code.size == 25)
    func finder(_ column: Int, _ row: Int) -> Bool {
      (0..<7).allSatisfy { y in
        (0..<7).allSatisfy { x in
          let ring = max(abs(x - 3), abs(y - 3))
          return code.isDark(column + x, row + y) == (ring != 2)
        }
      }
    }
    #expect(finder(0, 0) && finder(18, 0) && finder(0, 18))
    #expect(!finder(18, 18))
    // Light lines part the finders from the rest.
    for i in 0..<8 {
      #expect(!code.isDark(7, i) && !code.isDark(i, 7))
      #expect(!code.isDark(17, i) && !code.isDark(24 - i, 7))
      #expect(!code.isDark(i, 17) && !code.isDark(7, 24 - i))
    }
    for i in 8..<17 {
      #expect(code.isDark(i, 6) == i.isMultiple(of: 2))
      #expect(code.isDark(6, i) == i.isMultiple(of: 2))
    }
    #expect(code.isDark(8, 17))
    // The alignment pattern of version 2 is about (18, 18).
    #expect(code.isDark(18, 18) && !code.isDark(19, 18) && code.isDark(20, 18))
  }

  @Test func `its format says medium correction, twice`() throws {
    let code = try #require(QRCode("hello"))
    let first = (0..<6).map { code.isDark($0, 8) } + [code.isDark(7, 8)]
    let second = (0..<7).map { code.isDark(8, 20 - $0) }
    #expect(first == second)
    // The first two bits, unmasked with 10, are 00 for medium.
    #expect([code.isDark(0, 8), code.isDark(1, 8)] == [true, false])
  }

  @Test func `nothing and too much have no code, and the same text the same one`() {
    #expect(QRCode("") == nil)
    #expect(QRCode(String(repeating: "x", count: 2332)) == nil)
    #expect(QRCode(String(repeating: "x", count: 2331))?.size == 177)
    #expect(QRCode("héllo ☃") == QRCode("héllo ☃"))
    #expect(QRCode("a") != QRCode("b"))
  }

  /// How often `outline` winds about `point`, by a ray to the right.
  private func winding(_ outline: [[Point]], about point: Point) -> Int {
    outline.reduce(0) { sum, loop in
      let next = loop.dropFirst() + loop.prefix(1)
      return zip(loop, next).reduce(sum) { sum, edge in
        let (a, b) = edge
        guard a.x == b.x, a.x > point.x, min(a.y, b.y) < point.y, max(a.y, b.y) > point.y else {
          return sum
        }
        return sum + (b.y > a.y ? 1 : -1)
      }
    }
  }

  @Test(arguments: ["a", "https://badges.example.org/meshery/people/ada/", "☃☃☃", "0123456789"])
  func `the outline winds once about what is dark and never about what is light`(
    _ text: String
  ) throws {
    let code = try #require(QRCode(text + String(repeating: "z", count: text.utf8.count * 3)))
    let outline = code.outline.flattened(steps: 1)
    var wrong: [[Int]] = []
    for y in 0..<code.size {
      for x in 0..<code.size {
        let turns = winding(outline, about: Point(Double(x) + 0.5, Double(y) + 0.5))
        if turns != (code.isDark(x, y) ? 1 : 0) { wrong.append([x, y, turns]) }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(5))")
    // No two points of a loop are the same way: each is a corner.
    for loop in outline {
      for (index, point) in loop.enumerated() {
        let (a, b) = (loop[(index + loop.count - 1) % loop.count], loop[(index + 1) % loop.count])
        #expect((a.x == point.x) != (b.x == point.x) || a == point || b == point)
      }
    }
  }
}
