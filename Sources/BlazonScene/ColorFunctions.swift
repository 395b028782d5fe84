extension Color {
  /// CSS's `rgb(…)`, `rgba(…)`, `hsl(…)` and `hsla(…)`, with commas or without, and `color(…)` in sRGB and Display P3; what
  /// lies outside sRGB is cut off.
  public init?(cssFunction text: String) {
    guard let open = text.firstIndex(of: "("), text.last == ")" else { return nil }
    var arguments = text[text.index(after: open)...].dropLast()
      .split { $0 == "," || $0 == " " || $0 == "/" }
    let space = text[..<open] == "color" && arguments.count > 3 ? arguments.removeFirst() : nil
    guard (3...4).contains(arguments.count) else { return nil }
    var alpha = 1.0
    if arguments.count == 4 {
      guard let share = Color.share(arguments[3], of: 1) else { return nil }
      alpha = share
    }
    switch text[..<open] {
    case "rgb", "rgba":
      let channels = arguments.prefix(3).compactMap { Color.share($0, of: 255) }
      guard channels.count == 3 else { return nil }
      self.init(red: channels[0], green: channels[1], blue: channels[2], alpha: alpha)
    case "color":
      let channels = arguments.prefix(3).compactMap { Color.share($0, of: 1) }
      guard channels.count == 3 else { return nil }
      switch space {
      case "srgb":
        self.init(red: channels[0], green: channels[1], blue: channels[2], alpha: alpha)
      case "display-p3": self.init(displayP3: channels, alpha: alpha)
      default: return nil
      }
    case "hsl", "hsla":
      let degrees = arguments[0].hasSuffix("deg") ? arguments[0].dropLast(3) : arguments[0]
      guard let hue = Double(degrees), abs(hue) <= 1e6,
        let saturation = Color.share(arguments[1], of: nil),
        let lightness = Color.share(arguments[2], of: nil)
      else { return nil }
      self.init(hue: hue, saturation: saturation, lightness: lightness, alpha: alpha)
    default: return nil
    }
  }

  /// A number of 0…`whole`, or a percentage, as a share in 0…1; `nil` if it is neither.
  private static func share(_ text: Substring, of whole: Double?) -> Double? {
    let isPercentage = text.last == "%"
    guard let whole = isPercentage ? 100 : whole,
      let value = Double(isPercentage ? text.dropLast() : text), value.isFinite
    else { return nil }
    return max(0, min(1, value / whole))
  }

  /// Display P3 has the transfer function and the white of sRGB, and other primaries (CSS Color 4, section 10.3).
  private init(displayP3 channels: [Double], alpha: Double) {
    let light = channels.map(linear)
    func channel(_ weights: [Double]) -> Double {
      let sum = zip(weights, light).reduce(0) { $0 + $1.0 * $1.1 }
      return gamma(sum)
    }
    self.init(
      red: channel([1.224_940_18, -0.224_940_18, 0]),
      green: channel([-0.042_056_95, 1.042_056_95, 0]),
      blue: channel([-0.019_637_55, -0.078_636_05, 1.098_273_6]), alpha: alpha)
  }

  /// CSS Color 4, section 7.1.
  private init(hue: Double, saturation: Double, lightness: Double, alpha: Double) {
    func channel(_ n: Double) -> Double {
      var k = (n + hue / 30).truncatingRemainder(dividingBy: 12)
      if k < 0 { k += 12 }
      return lightness - saturation * min(lightness, 1 - lightness) * max(-1, min(k - 3, 9 - k, 1))
    }
    self.init(red: channel(0), green: channel(8), blue: channel(4), alpha: alpha)
  }
}
