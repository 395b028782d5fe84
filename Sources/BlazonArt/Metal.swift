public import BlazonScene

/// A sheen of seven stops: sky, light, core shadow, reflection, body, deep, bounce.
public struct Metal: Hashable, Sendable {
  /// The seven colours, from the lit edge to the far one.
  public var colors: [Color]
  /// The colour of letters on a plate of this metal.
  public var ink: Color

  static let offsets = [0, 0.16, 0.36, 0.50, 0.66, 0.86, 1]

  public var sky: Color { colors[0] }
  public var light: Color { colors[1] }
  public var reflection: Color { colors[3] }
  public var body: Color { colors[4] }
  public var deep: Color { colors[5] }

  /// The stops of the full sheen.
  public var stops: [GradientStop] {
    zip(Metal.offsets, colors).map { GradientStop($0, $1) }
  }

  /// Three flat tones for small sizes, where a sheen turns to mud.
  public var flatStops: [GradientStop] {
    [GradientStop(0, light), GradientStop(0.5, body), GradientStop(1, deep)]
  }

  /// The stops of a ribbon: edge, light, reflection, light, edge. The edge is half light, half body,
  /// so that the ink keeps a contrast of 4.5.
  public var ribbonStops: [GradientStop] {
    let edge = light.mixed(with: body, 0.5)
    return zip([0, 0.24, 0.5, 0.76, 1], [edge, light, reflection, light, edge])
      .map { GradientStop($0, $1) }
  }

  /// A metal in the hue of `color`, about as light as the colour is: yellow is no bronze, black no steel.
  public init(sheenOf color: Color, chroma: Double = 1) {
    let tones: [(Double, Double)] = [
      (0.97, 0.45), (0.84, 1), (0.50, 1), (0.90, 0.8), (0.66, 1.1), (0.33, 0.9), (0.74, 1.05),
    ]
    let shift = max(0.3, min(0.84, OKLab(color).lightness)) - 0.66
    colors = tones.map { lightness, share in
      color.tone(
        max(0.1, min(0.985, lightness + shift * (lightness > 0.9 ? 0.3 : 0.65))),
        chroma: share * chroma)
    }
    let inks = [color.tone(0.2, chroma: 0.9 * chroma), color.tone(0.985, chroma: 0.1)]
    ink = inks[0]
    let plate = ribbonStops.map(\.color)
    func least(_ ink: Color) -> Double { plate.map { ink.contrast(with: $0) }.min() ?? 1 }
    ink = least(inks[0]) >= least(inks[1]) ? inks[0] : inks[1]
  }

  private init(_ hexes: [UInt32], ink: UInt32) {
    colors = hexes.map { Color(hex: $0) }
    self.ink = Color(hex: ink)
  }

  /// The metals and stones that specs know by name.
  public enum Name: String, CaseIterable, Sendable {
    case common, bronze, silver, gold, platinum, diamond, emerald, ruby
  }

  public init(_ name: Name) {
    switch name {
    case .common:
      self.init(
        [0xFFFFFF, 0xF6F8FA, 0xC2CCD6, 0xFFFFFF, 0xE4EAEF, 0x93A1AE, 0xF1F4F7], ink: 0x2F3D48)
    case .bronze:
      self.init(
        [0xFFE9D6, 0xEBB184, 0xA9642F, 0xF8CFA8, 0xC07A45, 0x6E3B16, 0xD89A68], ink: 0x4A230A)
    case .silver:
      self.init(
        [0xFFFFFF, 0xDCE2E9, 0x8F9BAA, 0xF6F8FA, 0xB3BDC9, 0x66717F, 0xD5DCE4], ink: 0x2F3945)
    case .gold:
      self.init(
        [0xFFF8DC, 0xF9DC7B, 0xC58A1C, 0xFFEFB0, 0xDDA83A, 0x8A5A0B, 0xF0CC6A], ink: 0x5B3A05)
    case .platinum:
      self.init(
        [0xFFFFFF, 0xE4E6FB, 0x9DA6D6, 0xF3F7FF, 0xB9C6EC, 0x6873A8, 0xDCE4FA], ink: 0x1E2550)
    case .diamond:
      self.init(
        [0xFFFFFF, 0xCFF4FF, 0x5DB4E3, 0xF2FDFF, 0x8FDBF7, 0x2C7FB4, 0xC4F1FF], ink: 0x0A3A56)
    case .emerald:
      self.init(
        [0xE9FFF4, 0x6FE9B2, 0x0E8757, 0xBBF9DA, 0x22B97A, 0x055238, 0x67E2AB], ink: 0x033A27)
    case .ruby:
      self.init(
        [0xFFEBEE, 0xFF8DA0, 0xAE0F2E, 0xFFC7D0, 0xE02B4E, 0x680419, 0xF7788E], ink: 0x560313)
    }
  }
}
