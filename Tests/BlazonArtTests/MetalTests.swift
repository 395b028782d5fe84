import Testing

@testable import BlazonArt
@testable import BlazonScene

struct MetalTests {
  @Test("Letters on a ribbon of metal have a contrast of 4.5", arguments: Metal.Name.allCases)
  func inkOnRibbon(name: Metal.Name) {
    let metal = Metal(name)
    for stop in metal.ribbonStops {
      let ratio = metal.ink.contrast(with: stop.color)
      #expect(ratio >= 4.5, "\(name) at \(stop.offset): \(ratio)")
    }
  }

  @Test(
    "So they have on the metal of any hue", arguments: stride(from: 0, to: 360, by: 30).map(\.self))
  func inkOnSheen(hue: Int) {
    for chroma in [0.04, 0.12, 0.25] {
      let angle = Angle(degrees: Double(hue))
      let color = OKLab(lightness: 0.65, a: chroma * angle.cosine, b: chroma * angle.sine).color()
      let metal = Metal(sheenOf: color)
      for stop in metal.ribbonStops {
        let ratio = metal.ink.contrast(with: stop.color)
        #expect(ratio >= 4.5, "\(color.hexText) at \(stop.offset): \(ratio)")
      }
    }
  }

  @Test func aMetalHasSevenStopsFromEdgeToEdge() {
    let metals = Metal.Name.allCases.map(Metal.init) + [Metal(sheenOf: Color(hex: 0x00B39F))]
    for metal in metals {
      #expect(metal.colors.count == 7 && metal.stops.count == 7)
      for stops in [metal.stops, metal.flatStops, metal.ribbonStops] {
        #expect(stops.first?.offset == 0 && stops.last?.offset == 1)
        #expect(stops.map(\.offset) == stops.map(\.offset).sorted())
      }
      // It shines: light above body above deep.
      #expect(metal.light.luminance > metal.body.luminance)
      #expect(metal.body.luminance > metal.deep.luminance)
      #expect(metal.sky.luminance >= metal.light.luminance)
    }
  }

  @Test func noTwoMetalsLookTheSame() {
    #expect(Set(Metal.Name.allCases.map { Metal($0).colors }).count == Metal.Name.allCases.count)
  }
}
