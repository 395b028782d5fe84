import Testing

@testable import BlazonScene

struct ColorTests {
  @Test(
    "Colours are read in all their forms",
    arguments: [
      ("#0a8", Color(hex: 0x00AA88)), ("#00B39f", Color(hex: 0x00B39F)),
      ("#00B39F80", Color(hex: 0x00B39F).withAlpha(128.0 / 255)),
      ("RebeccaPurple", Color(hex: 0x663399)),
      ("white", .white), ("#000", .black), ("#ffffff00", Color.white.withAlpha(0)),
    ])
  func reading(text: String, color: Color) {
    #expect(Color(css: text) == color)
  }

  @Test(
    "What is no colour is none",
    arguments: [
      "", "#", "#1", "#12", "#1234", "#12345", "#1234567", "#123456789", "#ggg", " red", "red ",
      "rgb(0,0,0)", "00B39F", "#12 456", "#+12", "#-1-1-1", "#１２３", "#é00", "##123", "transparant",
      "#00B39F\u{301}", "ⅽyan",
    ])
  func refusing(text: String) {
    #expect(Color(css: text) == nil)
  }

  @Test func allNamesOfCSSAreKnown() {
    #expect(Color.named.count == 148)
    #expect(Color.named.keys.allSatisfy { $0 == $0.lowercased() })
    for (name, hex) in Color.named { #expect(Color(css: name)?.hexText == Color(hex: hex).hexText) }
  }

  @Test func hexTextReadsBack() {
    for hex: UInt32 in [0, 0x010203, 0xFFFFFF, 0x00B39F, 0x0A0B0C, 0xF00001] {
      #expect(Color(css: Color(hex: hex).hexText) == Color(hex: hex))
    }
    #expect(Color(red: 2, green: -1, blue: 0.5).hexText == "#ff0080")
  }

  @Test("Every colour goes to OKLab and back unharmed")
  func labRoundTrip() {
    for r in stride(from: 0.0, through: 1, by: 0.1) {
      for g in stride(from: 0.0, through: 1, by: 0.1) {
        for b in stride(from: 0.0, through: 1, by: 0.1) {
          let color = Color(red: r, green: g, blue: b, alpha: 0.5)
          let lab = OKLab(color)
          #expect(lab.isDisplayable)
          #expect(lab.color(alpha: 0.5).distance(to: color) < 1.0 / 255, "\(color)")
        }
      }
    }
  }

  @Test("OKLab agrees with its author's numbers")
  func labValues() {
    let known: [(UInt32, Double, Double, Double)] = [
      (0xFFFFFF, 1, 0, 0), (0xFF0000, 0.62796, 0.22486, 0.12585),
      (0x00FF00, 0.86644, -0.23389, 0.17950), (0x0000FF, 0.45201, -0.03246, -0.31153),
    ]
    for (hex, lightness, a, b) in known {
      let lab = OKLab(Color(hex: hex))
      #expect(abs(lab.lightness - lightness) < 1e-3)
      #expect(abs(lab.a - a) < 1e-3 && abs(lab.b - b) < 1e-3)
    }
  }

  @Test func aYellowDarkensToAmberAndNotToOlive() {
    let yellow = OKLab(Color(hex: 0xFACC15))
    let dark = OKLab(Color(hex: 0xFACC15).tone(0.4))
    // The angle from a to b: towards red, by at least 20 degrees.
    let turn = yellow.a * dark.b - yellow.b * dark.a
    #expect(turn < -0.34 * (yellow.a * dark.a + yellow.b * dark.b))
    #expect(dark.a > 0 && dark.b > 0)
    let light = OKLab(Color(hex: 0xFACC15).tone(0.95))
    #expect(abs(light.a * yellow.b - light.b * yellow.a) < 0.004, "no lighter tone turns")
  }

  @Test("A tone has the lightness asked for, keeps its hue, and can be shown")
  func tones() {
    // Yellow keeps its hue towards white only: see above.
    let colors = [0x00B39F, 0xFF0000, 0x0000FF, 0x00FF00, 0x808080, 0xFF00FF] as [UInt32]
    for color in colors.map(Color.init(hex:)) {
      for lightness in stride(from: 0.2, through: 1, by: 0.05) {
        for chroma in [0.5, 1, 3] as [Double] {
          let tone = color.tone(lightness, chroma: chroma)
          #expect([tone.red, tone.green, tone.blue].allSatisfy { (0...1).contains($0) })
          let (lab, source) = (OKLab(tone), OKLab(color))
          #expect(lab.isDisplayable)
          #expect(abs(lab.lightness - lightness) < 0.03, "\(color) \(lightness)")
          // Hues agree: the cross product is small, the dot product not negative.
          #expect(abs(lab.a * source.b - lab.b * source.a) < 0.004, "\(color) \(lightness)")
          #expect(lab.a * source.a + lab.b * source.b > -1e-4)
        }
      }
    }
  }

  @Test func mixturesBeginAndEndWithTheirColours() {
    let (teal, ruby) = (Color(hex: 0x00B39F), Color(hex: 0xE02B4E).withAlpha(0.5))
    #expect(teal.mixed(with: ruby, 0).distance(to: teal) < 1e-3)
    #expect(teal.mixed(with: ruby, 1).distance(to: ruby) < 1e-3)
    #expect(teal.mixed(with: ruby, 0.5).alpha == 0.75)
    #expect(teal.lightened(by: 0.1).luminance > teal.luminance)
    #expect(teal.lightened(by: -2).distance(to: .black) < 0.1)
  }

  @Test func aWholeTurnOfTheHueChangesNothing() {
    let color = Color(hex: 0x00B39F)
    #expect(color.hueRotated(by: 360).distance(to: color) < 1e-3)
    #expect(color.hueRotated(by: 180).distance(to: color) > 0.3)
  }

  @Test(
    "Contrast is WCAG's",
    arguments: [
      (0x000000, 0xFFFFFF, 21), (0x767676, 0xFFFFFF, 4.54), (0x777777, 0xFFFFFF, 4.48),
      (0xFF0000, 0xFFFFFF, 4.00), (0x0000FF, 0xFFFFFF, 8.59), (0xFFFF00, 0x000000, 19.56),
      (0x808080, 0x808080, 1),
    ] as [(UInt32, UInt32, Double)])
  func contrast(a: UInt32, b: UInt32, ratio: Double) {
    #expect(abs(Color(hex: a).contrast(with: Color(hex: b)) - ratio) < 0.01)
    #expect(abs(Color(hex: b).contrast(with: Color(hex: a)) - ratio) < 0.01)
  }

  @Test func quantizedColoursAreBytesWithinRange() {
    let color = Color(red: 1.2, green: -0.3, blue: 0.50001, alpha: 1.7).quantized()
    #expect(color == Color(red: 1, green: 0, blue: 128.0 / 255, alpha: 1))
    #expect(color.quantized() == color)
  }
}

extension Color {
  /// The greatest difference of a channel.
  fileprivate func distance(to other: Color) -> Double {
    max(
      abs(red - other.red), abs(green - other.green), abs(blue - other.blue),
      abs(alpha - other.alpha))
  }
}
