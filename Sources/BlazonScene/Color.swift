/// A colour: straight sRGB and alpha, each in 0…1. All mixing is done in OKLab.
public struct Color: Hashable, Sendable {
  public var red: Double, green: Double, blue: Double, alpha: Double

  public init(red: Double, green: Double, blue: Double, alpha: Double = 1) {
    (self.red, self.green, self.blue, self.alpha) = (red, green, blue, alpha)
  }

  /// `#rgb`, `#rrggbb` or `#rrggbbaa`, or a name of CSS Color 4; `nil` if it is neither.
  public init?(css text: String) {
    if let named = Color.named[text.lowercased()] {
      self.init(hex: named)
      return
    }
    guard text.first == "#" else { return nil }
    let digits = text.dropFirst().compactMap(\.hexDigitValue)
    guard digits.count == text.count - 1, text.utf8.count == text.count else { return nil }
    func pair(_ i: Int) -> Double { Double(digits[i] * 16 + digits[i + 1]) / 255 }
    switch digits.count {
    case 3:
      self.init(
        red: Double(digits[0] * 17) / 255, green: Double(digits[1] * 17) / 255,
        blue: Double(digits[2] * 17) / 255)
    case 6: self.init(red: pair(0), green: pair(2), blue: pair(4))
    case 8: self.init(red: pair(0), green: pair(2), blue: pair(4), alpha: pair(6))
    default: return nil
    }
  }

  /// An opaque colour from its 24-bit number, as in `0x00B39F`.
  public init(hex: UInt32) {
    self.init(
      red: Double(hex >> 16 & 255) / 255, green: Double(hex >> 8 & 255) / 255,
      blue: Double(hex & 255) / 255)
  }

  public static let white = Color(hex: 0xFFFFFF)
  public static let black = Color(hex: 0x000000)

  /// `#rrggbb`, without the alpha.
  public var hexText: String {
    "#"
      + [red, green, blue].map { channel in
        let byte = Color.byte(channel)
        return (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }.joined()
  }

  /// The colour as 8-bit channels show it: what a painter gets. Alpha keeps three decimals.
  public func quantized() -> Color {
    func channel(_ value: Double) -> Double { Double(Color.byte(value)) / 255 }
    return Color(
      red: channel(red), green: channel(green), blue: channel(blue),
      alpha: max(0, min(1, alpha)).rounded(to: 1000))
  }

  private static func byte(_ channel: Double) -> Int {
    Int((max(0, min(1, channel)) * 255).rounded())
  }

  public func withAlpha(_ alpha: Double) -> Color {
    var copy = self
    copy.alpha = alpha
    return copy
  }
}

// MARK: - OKLab

/// A colour in OKLab (Björn Ottosson, 2020): lightness 0…1 and two opponent axes.
public struct OKLab: Hashable, Sendable {
  public var lightness: Double, a: Double, b: Double

  public init(lightness: Double, a: Double, b: Double) {
    (self.lightness, self.a, self.b) = (lightness, a, b)
  }

  public init(_ color: Color) {
    self.init(
      linearRed: linear(color.red), green: linear(color.green), blue: linear(color.blue))
  }

  /// From linear light, each channel in 0…1.
  public init(linearRed r: Double, green g: Double, blue b: Double) {
    let l = Math.cubeRoot(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    let m = Math.cubeRoot(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    let s = Math.cubeRoot(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    self.init(
      lightness: 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
      a: 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
      b: 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s)
  }

  /// Linear sRGB, possibly outside 0…1.
  private var linearRGB: (Double, Double, Double) {
    func cube(_ x: Double) -> Double { x * x * x }
    let l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b)
    let m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b)
    let s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b)
    return (
      4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
      -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
      -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
    )
  }

  /// The colour with the hue that its shade at `lightness` has: a yellow's moves towards orange.
  fileprivate func shade(at lightness: Double) -> OKLab {
    let depth = self.lightness - lightness
    guard depth > 0.1, a * a + b * b > 0.002 else { return self }
    let hue = Math.arcTangent(b, a) * 180 / .pi
    // Between orange (60°) and lime (128°) in OKLab, most at yellow itself.
    guard hue > 62, hue < 128 else { return self }
    let share = hue < 110 ? (hue - 62) / 48 : (128 - hue) / 18
    let angle = Angle(degrees: -38 * share * min(1, (depth - 0.1) / 0.25))
    let (s, c) = (angle.sine, angle.cosine)
    return OKLab(lightness: self.lightness, a: a * c - b * s, b: a * s + b * c)
  }

  /// Whether sRGB can show the colour.
  public var isDisplayable: Bool {
    let (r, g, b) = linearRGB
    return [r, g, b].allSatisfy { (-0.003...1.003).contains($0) }
  }

  /// The colour, each channel clamped into sRGB.
  public func color(alpha: Double = 1) -> Color {
    let (r, g, b) = linearRGB
    return Color(red: gamma(r), green: gamma(g), blue: gamma(b), alpha: alpha)
  }
}

/// How much light a channel of sRGB is (IEC 61966-2-1).
func linear(_ c: Double) -> Double {
  c <= 0.04045 ? c / 12.92 : Math.power((c + 0.055) / 1.055, 2.4)
}

/// The channel of sRGB that is so much light, of 0…1.
func gamma(_ c: Double) -> Double {
  let c = max(0, min(1, c))
  return c <= 0.0031308 ? 12.92 * c : 1.055 * Math.power(c, 1 / 2.4) - 0.055
}

extension Color {
  /// `lightness` steps lighter (darker if negative) in OKLab.
  public func lightened(by lightness: Double) -> Color {
    var lab = OKLab(self)
    lab.lightness = max(0, min(1, lab.lightness + lightness))
    return lab.color(alpha: alpha)
  }

  /// The mixture with the share `t` of `other`.
  public func mixed(with other: Color, _ t: Double) -> Color {
    let (p, q) = (OKLab(self), OKLab(other))
    return OKLab(
      lightness: p.lightness + (q.lightness - p.lightness) * t,
      a: p.a + (q.a - p.a) * t, b: p.b + (q.b - p.b) * t
    ).color(alpha: alpha + (other.alpha - alpha) * t)
  }

  /// The same hue at `lightness` (0…1), its chroma times `chroma`, reduced until sRGB can show it.
  ///
  /// A yellow that darkens turns to amber and brown, as it does in nature; its own hue would be olive.
  public func tone(_ lightness: Double, chroma: Double = 1) -> Color {
    let lab = OKLab(self).shade(at: lightness)
    for step in 0..<40 {
      let k = chroma * (1 - Double(step) / 40)
      let candidate = OKLab(lightness: lightness, a: lab.a * k, b: lab.b * k)
      if candidate.isDisplayable { return candidate.color(alpha: alpha) }
    }
    return OKLab(lightness: lightness, a: 0, b: 0).color(alpha: alpha)
  }

  /// The colour with its hue turned by `angle`, chroma reduced until sRGB can show it.
  public func hueRotated(by angle: Angle) -> Color {
    let lab = OKLab(self)
    let (s, c) = (angle.sine, angle.cosine)
    let turned = OKLab(
      lightness: lab.lightness, a: lab.a * c - lab.b * s, b: lab.a * s + lab.b * c)
    return turned.isDisplayable
      ? turned.color(alpha: alpha) : turned.color(alpha: alpha).tone(lab.lightness)
  }

  /// The colour with its hue moved towards yellow by at most `angle`, as light moves it; towards
  /// blue if negative, as shade does. (Not to violet: navy would turn purple.)
  public func warmed(by angle: Angle) -> Color {
    let lab = OKLab(self)
    let hue = Math.arcTangent(lab.b, lab.a) * 180 / .pi
    var distance = (angle.degrees < 0 ? 270 : 105) - hue
    while distance > 180 { distance -= 360 }
    while distance <= -180 { distance += 360 }
    let reach = abs(angle.degrees)
    return hueRotated(by: Angle(degrees: max(-reach, min(reach, distance))))
  }

  /// The light of the red channel, 0…1: linear, where `red` is as an eye counts.
  public var linearRed: Double { linear(red) }
  public var linearGreen: Double { linear(green) }
  public var linearBlue: Double { linear(blue) }

  /// From linear light; what is outside 0…1 is clamped.
  public init(linearRed r: Double, green g: Double, blue b: Double) {
    self.init(red: gamma(r), green: gamma(g), blue: gamma(b))
  }

  /// Relative luminance, 0…1 (WCAG 2.2).
  public var luminance: Double {
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// The contrast ratio, 1…21 (WCAG 2.2). Alpha is left out of account.
  public func contrast(with other: Color) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }
}
