import Testing

@testable import BlazonArt
@testable import BlazonScene

struct LetteringTests {
  static let capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".map(String.init)
  static let marked = "ÄËÏÖÜŸÁÉÍÓÚÝŃŚĆŹÀÈÌÒÙÂÊÎÔÛÃÑÕÅŮØÇŞ".map(String.init)
  static let figures = "0123456789".map(String.init)
  static let monograms =
    capitals + marked + figures + ["&", "+"] + [
      "CSA", "CSH", "DA", "MK", "K8S", "CNCF", "HTTP", "WWW", "IJ", "QA", "ÄÖ", "R&D", "Q&A", "II",
      "IIII", "WMWM", "LIL", "TOP", "OK", "HE", "MIT", "IBM", "NASA", "CLLA", "LIQA", "JY2X",
      "C+", "888", "MMM", "ÉÑÇØ",
    ]
  static let numerals =
    figures + [
      "10", "11", "17", "25", "42", "50", "74", "77", "88", "99", "100", "111", "365", "444",
      "500+",
      "777", "888", "1000", "1111", "2026", "8888", "9999", "10k", "1M", "100K", "99+", "1k", "8+",
      "25M",
    ]

  @Test("A monogram keeps the rules of emblems", arguments: monograms)
  func monogram(letters: String) throws {
    try check(#require(Emblem.monogram(letters)))
  }

  @Test("A number keeps the rules of emblems", arguments: numerals)
  func numeral(text: String) throws {
    try check(#require(Emblem.numeral(text)))
  }

  private func check(_ emblem: Emblem) throws {
    #expect(emblem.subject.hasPrefix("the ") && emblem.subject.count < 60 && emblem.tags.isEmpty)
    #expect(emblem.small != emblem.drawing && emblem.small.count <= 8)
    for (isSmall, radius, weights) in [(false, 58.5, 0.25...0.42), (true, 62, 0.25...0.6)] {
      let parts = isSmall ? emblem.small : emblem.drawing
      let ink = isSmall ? emblem.smallInk : emblem.ink
      var largest = 0.0
      for part in parts {
        let polygons = try Path(data: part.data).flattened(steps: 12)
        if case .fill = part {
          #expect(polygons.contains { abs($0.signedArea) > 1 }, "\(part)")
        }
        for p in polygons.joined() { largest = max(largest, p.length + part.reach) }
      }
      #expect(largest <= radius, "\(emblem.subject) reaches \(largest)")
      #expect(largest > 35, "\(emblem.subject) reaches only \(largest)")
      let middle = ink.center
      #expect(abs(middle.x) <= 4 && abs(middle.y) <= 4, "\(emblem.subject): \(middle)")
      let weight = emblem.weight(isSmall: isSmall)
      #expect(weights.contains(weight.hundredths), "\(emblem.subject), \(isSmall): \(weight)")
      #expect(EmblemCoverage(parts, about: middle).strayDetails == 0)
    }
  }

  @Test("Every pair of letters is drawn, each letter to be seen", arguments: capitals)
  func pairs(first: String) throws {
    for second in Self.capitals {
      let emblem = try #require(Emblem.monogram(first + second))
      for part in emblem.drawing + emblem.small {
        #expect(try !Path(data: part.data).isEmpty, "\(first)\(second)")
      }
      let weight = emblem.weight(isSmall: false).hundredths
      #expect((0.25...0.42).contains(weight), "\(first)\(second): \(weight)")
    }
  }

  @Test func everyNumberOfTwoDigitsIsDrawn() throws {
    for number in 10...99 {
      let emblem = try #require(Emblem.numeral("\(number)"))
      #expect((0.25...0.42).contains(emblem.weight(isSmall: false).hundredths), "\(number)")
    }
  }

  @Test func theSubjectSaysWhatIsSet() {
    #expect(Emblem.monogram("csa")?.subject == "the letters CSA")
    #expect(Emblem.monogram("a")?.subject == "the letter A")
    #expect(Emblem.numeral("10k")?.subject == "the number 10k")
    #expect(Emblem.monogram("CSA")?.name == "monogram")
    #expect(Emblem.numeral("100")?.name == "numeral")
  }

  @Test(arguments: ["", "ABCDE", "日", "A B", "A-B", "Ж", "A\u{301}\u{302}", "?"])
  func aMonogramThatIsNotDrawnIsNone(letters: String) {
    #expect(Emblem.monogram(letters) == nil)
  }

  @Test(arguments: ["", "12345", "k", "+", "1kk", "10k+", "-5", "1.5", "A", "1m", "١", "k1", "½"])
  func aNumberThatIsNotDrawnIsNone(text: String) {
    #expect(Emblem.numeral(text) == nil)
  }

  @Test(
    "Letters have the holes that they have",
    arguments: [
      ("A", 1), ("B", 2), ("D", 1), ("O", 1), ("P", 1), ("Q", 1), ("R", 1), ("0", 1), ("4", 1),
      ("6", 1), ("8", 2), ("9", 1), ("C", 0), ("E", 0), ("G", 0), ("K", 0), ("M", 0), ("S", 0),
      ("W", 0), ("X", 0), ("Z", 0), ("2", 0), ("3", 0), ("5", 0), ("7", 0),
    ])
  func holes(letter: String, count: Int) throws {
    let form = try #require(Letterform(Character(letter)))
    for width in stride(from: form.width * 44, through: form.width * 90, by: 3.7) {
      let stem = min(15, 0.375 * width)
      let rings = form.drawn(width: width, height: 70, stem: stem, bar: 0.9 * stem)
        .region(at: Point(0, 0)).united()
      #expect(rings.count { $0.area > 0 } == 1, "\(letter) at \(width)")
      #expect(rings.count { $0.area < 0 } == count, "\(letter) at \(width)")
    }
  }

  @Test func outlinesAreClosed() throws {
    for text in Self.monograms + Self.numerals {
      for emblem in [Emblem.monogram(text), Emblem.numeral(text)].compactMap({ $0 }) {
        for part in emblem.drawing {
          for polygon in try Path(data: part.data).flattened(steps: 4) where part.reach == 0 {
            let sides = zip(polygon, polygon.dropFirst() + polygon.prefix(1))
            // A lost edge would be a straight line across the letter that no other line goes along.
            #expect(sides.allSatisfy { ($1 - $0).length < 80 }, "\(text)")
          }
        }
      }
    }
  }

  @Test func unitesWhatOverlapsAndCutsWhatIsTakenAway() {
    func square(_ x: Double, _ y: Double, _ side: Double) -> OutlineRegion {
      OutlineRegion(
        OutlineRing(
          polygon: [
            Point(x, y), Point(x + side, y), Point(x + side, y + side), Point(x, y + side),
          ]
        ).edges)
    }
    func area(_ rings: [OutlineRing]) -> Double { rings.reduce(0) { $0 + $1.area } }
    let (a, b) = (square(0, 0, 10), square(5, 5, 10))
    #expect(abs(area((a + b).united()) - 175) < 1e-9)
    #expect(abs(area(a.minus(b)) - 75) < 1e-9)
    #expect(abs(area(a.minus(square(2, 2, 4))) - 84) < 1e-9)
    #expect(abs(area(a.swept(along: Point(3, 3)).united()) - 160) < 1e-9)
    #expect(area(a.minus(square(-1, -1, 12))) == 0)
    #expect(a.united().data(corner: 0, crook: 0) == "M0 0L10 0L10 10L0 10Z")
  }

  @Test func theSameTextIsTheSameDrawing() {
    #expect(Emblem.monogram("K8S") == Emblem.monogram("k8s"))
    #expect(Emblem.numeral("2026") == Emblem.numeral("2026"))
  }
}
