import BlazonScene
import Foundation
import TestSupport
import Testing

/// What stands on a ground is seen on it, and the ground stays the colour that was asked for.
@Suite struct GroundColorTests {
  /// The corners of the cube, greys, and as many colours between.
  private static let colors: [Color] = {
    var random = SeededGenerator(seed: 10)
    let steps = [0.0, 0.5, 1]
    let known = steps.flatMap { r in
      steps.flatMap { g in steps.map { Color(red: r, green: g, blue: $0) } }
    }
    func channel() -> Double { Double.random(in: 0...1, using: &random) }
    return known + (0..<200).map { _ in Color(red: channel(), green: channel(), blue: channel()) }
  }()

  @Test func `inks are seen on the tones that are made for them`() {
    for color in Self.colors {
      let ink = color.ground(.on)
      #expect(color.ground(.under).contrast(with: ink) >= 5, "words on \(color.hexText)")
      #expect(color.ground(.field).contrast(with: ink) >= 3.7, "an emblem on \(color.hexText)")
      #expect(ink.contrast(with: color.ground(.cut)) >= 4.5, "cut-outs on \(color.hexText)")
      let gold = Color(hex: 0xDDA83A)
      #expect(gold.against(color).contrast(with: color) >= 3, "gold on \(color.hexText)")
    }
  }

  @Test func `inks are seen in the shade, and where hardly any light is left`() {
    for color in Self.colors {
      let (ink, shaded, dim) = (color.ground(.on), color.ground(.shaded), color.ground(.dim))
      #expect(shaded.contrast(with: ink) >= 5, "in the shade of \(color.hexText)")
      #expect(dim.contrast(with: ink) >= 5, "in the dark of \(color.hexText)")
      #expect(dim.luminance <= shaded.luminance + 0.02, "\(color.hexText)")
    }
  }

  @Test func `shade turns towards blue, and never past it`() {
    for blue in [0x1E2F8F, 0x2563EB, 0x172554] {
      for degrees in [-12.0, -40, -90] {
        let shade = OKLab(Color(hex: UInt32(blue)).warmed(by: Angle(degrees: degrees)))
        let hue = atan2(shade.b, shade.a) * 180 / .pi
        #expect(abs((hue < 0 ? hue + 360 : hue) - 270) <= 8, "\(hue)° of \(blue)")
      }
    }
    let violet = OKLab(Color(hex: 0x7C3AED).warmed(by: Angle(degrees: -90)))
    #expect(abs(atan2(violet.b, violet.a) * 180 / .pi + 90) <= 2)
  }

  @Test func `a field is moved by less than anybody would call another colour`() {
    for color in Self.colors {
      let (asked, field) = (OKLab(color), OKLab(color.ground(.field)))
      #expect(abs(asked.lightness - field.lightness) <= 0.11, "\(color.hexText)")
    }
  }

  @Test func `an edge is seen on white and on dark pages`() {
    for color in Self.colors {
      let edge = color.ground(.edge)
      #expect((0.12...0.30).contains(edge.luminance), "\(color.hexText): \(edge.luminance)")
    }
  }

  @Test func `white, cream, grey and black have fields of their own`() {
    let fields = [0xFFFFFF, 0xFFF4D6, 0x808080, 0x000000].map { Color(hex: $0).ground(.shaded) }
    for (index, one) in fields.enumerated() {
      for other in fields[(index + 1)...] {
        let (a, b) = (OKLab(one), OKLab(other))
        let (l, m, n) = (a.lightness - b.lightness, a.a - b.a, a.b - b.b)
        #expect((l * l + m * m + n * n).squareRoot() > 0.03, "\(one.hexText) \(other.hexText)")
      }
    }
  }
}
