import Testing

@testable import BlazonArt
@testable import BlazonScene

struct EmblemInkTests {
  private func emblem(_ drawing: [Emblem.Part], small: [Emblem.Part] = []) -> Emblem {
    Emblem("test", showing: "a test", tags: "", drawing: drawing, small: small)
  }

  @Test func theInkOfAFillIsTheCurveNotItsControls() {
    // A quadratic reaches half of the way to its control point, a cubic three quarters.
    let ink = emblem([.fill(.light, "M-20 0Q0 -40 20 0C20 40 -20 40 -20 0Z")]).ink
    #expect(ink.isNear(Rect(x: -20, y: -20, width: 40, height: 50)))
    let bulge = emblem([.fill(.light, "M0 0C40 0 40 30 0 30Z")]).ink
    #expect(bulge.isNear(Rect(x: 0, y: 0, width: 30, height: 30)))
  }

  @Test func theInkOfAStrokeHasItsWidthOnEverySide() {
    let ink = emblem([.stroke(.light, width: 8, "M-10 5H30")]).ink
    #expect(ink.isNear(Rect(x: -14, y: 1, width: 48, height: 8)))
  }

  @Test func theInkIsTheBoxOfAllPartsAndEachDrawingHasItsOwn() {
    let two = emblem(
      [.fill(.light, "M0 0h10v10h-10Z"), .fill(.glass, "M-30 20h10v10h-10Z")],
      small: [.fill(.light, "M-1 -2h3v5h-3Z")])
    #expect(two.ink.isNear(Rect(x: -30, y: 0, width: 40, height: 30)))
    #expect(two.smallInk.isNear(Rect(x: -1, y: -2, width: 3, height: 5)))
  }

  @Test("The ink is what the polygons of the drawing reach", arguments: Emblem.all.map(\.name))
  func inkOfAll(name: String) throws {
    let emblem = try #require(Emblem(named: name))
    for (parts, ink) in [(emblem.drawing, emblem.ink), (emblem.small, emblem.smallInk)] {
      var box: Rect?
      for part in parts {
        for p in try Path(data: part.data).flattened(steps: 200).joined() {
          let dot = Rect(x: p.x, y: p.y, width: 0, height: 0).expanded(by: part.reach)
          box = box?.union(dot) ?? dot
        }
      }
      #expect(ink.isNear(try #require(box), within: 0.01), "\(ink)")
    }
  }

  @Test func theWeightIsTheShareThatStandsOutOfTheDiscAroundTheInk() {
    let disc = emblem([.fill(.light, "M-50 0A50 50 0 1 1 50 0A50 50 0 1 1 -50 0Z")])
    #expect(abs(disc.weight(isSmall: false) - 1) < 0.01)
    // A square fills 2/π of the disc around it, wherever it lies.
    let square = emblem([.fill(.accent, "M0 0h40v40h-40Z")])
    #expect(abs(square.weight(isSmall: true) - 2 / .pi) < 0.01)
    let line = emblem([.stroke(.light, width: 10, "M0 0H30")])
    #expect(abs(line.weight(isSmall: false) - (300 + 25 * .pi) / (400 * .pi)) < 0.01)
  }

  @Test func whatIsOnTopCountsByItsStrength() {
    let plain = Emblem.Part.fill(.light, "M0 0h40v40h-40Z")
    let half = "M0 0h20v40h-20Z"
    func weight(_ role: Emblem.Role) -> Double {
      emblem([plain, .fill(role, half)]).weight(isSmall: false)
    }
    #expect(abs(weight(.accent) - 2 / .pi) < 0.01)
    #expect(abs(weight(.tint) - 1.75 / .pi) < 0.01)
    #expect(abs(weight(.mid) - 1.2 / .pi) < 0.01)
    #expect(abs(weight(.deep) - 1 / .pi) < 0.01)
    #expect(abs(weight(.glass) - 2 / .pi) < 0.01)
    let hole = emblem([.fill(.light, "M0 0h40v40h-40ZM10 10h20v20h-20Z")])
    #expect(abs(hole.weight(isSmall: false) - 1.5 / .pi) < 0.02)
  }

  @Test func aDetailThatSticksOutIsCounted() {
    let body = Emblem.Part.fill(.light, "M0 0h40v40h-40Z")
    let out = Emblem.Part.fill(.mid, "M20 10h40v20h-40Z")
    let coverage = EmblemCoverage([body, out], about: Point(30, 20))
    #expect(abs(coverage.strayDetails - 400 / (1300 * .pi)) < 0.01)
    #expect(EmblemCoverage([body], about: Point(20, 20)).strayDetails == 0)
  }

  @Test(
    "Every emblem is as strong as the others: not thin, not a block",
    arguments: Emblem.all.map(\.name))
  func weights(name: String) throws {
    let emblem = try #require(Emblem(named: name))
    let (full, small) = (emblem.weight(isSmall: false), emblem.weight(isSmall: true))
    #expect((0.25...0.42).contains(full.hundredths), "\(emblem.name): \(full)")
    #expect((0.25...0.6).contains(small.hundredths), "\(emblem.name), small: \(small)")
  }

  @Test(
    "No part vanishes in the field: details and cut-outs lie on light parts",
    arguments: Emblem.all.map(\.name))
  func details(name: String) throws {
    let emblem = try #require(Emblem(named: name))
    let full = EmblemCoverage(emblem.drawing, about: emblem.ink.center).strayDetails
    let small = EmblemCoverage(emblem.small, about: emblem.smallInk.center).strayDetails
    #expect(full < 0.02, "\(emblem.name): \(full)")
    #expect(small < 0.02, "\(emblem.name), small: \(small)")
  }
}

extension Rect {
  fileprivate func isNear(_ other: Rect, within tolerance: Double = 1e-6) -> Bool {
    abs(x - other.x) <= tolerance && abs(y - other.y) <= tolerance
      && abs(maxX - other.maxX) <= tolerance && abs(maxY - other.maxY) <= tolerance
  }
}
