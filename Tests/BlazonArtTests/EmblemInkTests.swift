import Testing

@testable import BlazonArt
@testable import BlazonScene

struct EmblemInkTests {
  private func emblem(_ drawing: [Emblem.Part], small: [Emblem.Part] = []) -> Emblem {
    Emblem("test", showing: "a test", tags: [], drawing: drawing, small: small)
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

  @Test func theWeightIsTheSharePaintedOfTheDisc() {
    let disc = emblem([.fill(.light, "M-50 0A50 50 0 1 1 50 0A50 50 0 1 1 -50 0Z")])
    #expect(abs(disc.weight(isSmall: false) - 1) < 0.01)
    let square = emblem([.fill(.tint, "M0 0h40v40h-40Z")])
    #expect(abs(square.weight(isSmall: false) - 4 / .pi) < 0.01)
    // The disc is as wide as the longer side.
    let bar = emblem([.fill(.accent, "M0 0h40v10h-40Z")])
    #expect(abs(bar.weight(isSmall: true) - 1 / .pi) < 0.01)
    let line = emblem([.stroke(.light, width: 10, "M0 0H30")])
    #expect(abs(line.weight(isSmall: false) - (300 + 25 * .pi) / (400 * .pi)) < 0.01)
  }

  @Test func cutOutsAndLensesWeighNothingAndOverlapsOnce() {
    let plain = Emblem.Part.fill(.light, "M0 0h40v40h-40Z")
    let half = "M0 0h20v40h-20Z"
    func weight(_ over: Emblem.Part) -> Double { emblem([plain, over]).weight(isSmall: false) }
    #expect(abs(weight(.fill(.deep, half)) - 2 / .pi) < 0.01)
    #expect(abs(weight(.fill(.glass, half)) - 4 / .pi) < 0.01)
    #expect(abs(weight(.fill(.mid, half)) - 4 / .pi) < 0.01)
    let hole = emblem([.fill(.light, "M0 0h40v40h-40ZM10 10h20v20h-20Z")])
    #expect(abs(hole.weight(isSmall: false) - 3 / .pi) < 0.01)
  }

  @Test func aDetailThatSticksOutIsCounted() {
    let body = Emblem.Part.fill(.light, "M0 0h40v40h-40Z")
    let out = Emblem.Part.fill(.mid, "M20 10h40v20h-40Z")
    let parts = [body, out]
    let coverage = EmblemCoverage(parts, over: emblem(parts).ink)
    #expect(abs(coverage.strayDetails - 400 / (900 * .pi)) < 0.01)
    #expect(EmblemCoverage([body], over: emblem([body]).ink).strayDetails == 0)
  }

  @Test func aTableOfWeights() {
    for emblem in Emblem.all {
      let (ink, small) = (emblem.ink, emblem.smallInk)
      let stray = EmblemCoverage(emblem.drawing, over: ink).strayDetails
      let smallStray = EmblemCoverage(emblem.small, over: small).strayDetails
      let cells = [
        max(ink.width, ink.height), max(small.width, small.height),
        emblem.weight(isSmall: false), emblem.weight(isSmall: true), stray, smallStray,
      ].map { "\($0.hundredths)" }
      print(emblem.name, cells.joined(separator: " "))
    }
  }
}

extension Rect {
  fileprivate func isNear(_ other: Rect, within tolerance: Double = 1e-6) -> Bool {
    abs(x - other.x) <= tolerance && abs(y - other.y) <= tolerance
      && abs(maxX - other.maxX) <= tolerance && abs(maxY - other.maxY) <= tolerance
  }
}
