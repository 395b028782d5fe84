/// What a badge makes of the colour of a ground: the tones beside it, and the inks that stand on it.
///
/// All follow from the colour itself, so that yellow keeps light grounds and dark inks, black keeps dark
/// grounds and light inks, and no colour is forced to a lightness that is not its own.
public enum GroundPart: String, CaseIterable, Sendable {
  /// The colour itself, moved as little as an emblem needs to stand 3.9:1 on it.
  case field
  /// The field where light falls on it.
  case lit
  /// The field where light falls full on it: as light as an emblem on it can bear.
  case sunlit
  /// The field where light leaves it; words and emblems still stand on it.
  case shaded
  /// The field where hardly any light falls; words and emblems still stand on it.
  case dim
  /// The colour moved as little as small words need to stand 5.2:1 on it.
  case under
  /// The ink of words and emblems: near white or near black, whichever asks for the smaller move.
  case on
  /// The tone of cut-outs in a figure that is painted `on`: a dark ink in a light one, the lit ground in a
  /// dark one.
  case cut
  /// A dark companion.
  case dark
  /// A companion like paper.
  case pale
  /// A cloth that is seen on the ground: pale on dark grounds, dark on light ones.
  case band
  /// A line that is seen on white and on black pages: its luminance lies between 0.12 and 0.30.
  case edge
}

extension Color {
  /// The tone `part` of a ground of this colour.
  public func ground(_ part: GroundPart) -> Color {
    switch part {
    case .field: standing(3.9)
    case .lit: lit
    case .sunlit: sunlit
    case .shaded: shaded
    case .dim: dim
    case .under: standing(5.2)
    case .on: takesWhite ? tone(0.985, chroma: 0.12) : darkInk
    case .cut: takesWhite ? ground(.dark) : lit
    case .dark: dark
    case .pale: tone(0.968, chroma: min(0.3, 0.03 / max(chroma, 0.001)))
    case .band: takesWhite ? ground(.pale) : ground(.dark)
    case .edge: withLuminance(in: 0.205...0.25)
    }
  }

  /// The colour moved as little as small words need where no light and shade fall: 4.6:1.
  public var evenGround: Color { standing(4.6) }

  /// This colour, its lightness moved until it contrasts with `ground` by `contrast` to 1 (WCAG 2.2), away
  /// from it on the side of its ink; that ink, if no lightness does.
  public func against(_ ground: Color, _ contrast: Double = 3.2) -> Color {
    if self.contrast(with: ground) >= contrast { return self }
    let step = ground.takesWhite ? 0.01 : -0.01
    var lightness = OKLab(self).lightness
    while (0...1).contains(lightness) {
      let candidate = tone(lightness)
      if candidate.contrast(with: ground) >= contrast { return candidate }
      lightness += step
    }
    return ground.ground(.on)
  }

  private var chroma: Double {
    let lab = OKLab(self)
    return (lab.a * lab.a + lab.b * lab.b).squareRoot()
  }

  /// The darkest ink: of the colour's hue, and still read as black.
  private var darkInk: Color { tone(0.19, chroma: 0.62) }

  /// Whether white stands on it better than black: with a lighter ink as long as the move is one that
  /// nobody would call another colour.
  private var takesWhite: Bool { move(for: .white, 4.9, by: -0.005) <= 0.105 }

  /// How far the lightness has to move until `ink` contrasts.
  private func move(for ink: Color, _ contrast: Double, by step: Double) -> Double {
    let start = OKLab(self).lightness
    var lightness = start
    while (0...1).contains(lightness), tone(lightness).contrast(with: ink) < contrast {
      lightness += step
    }
    return abs(lightness - start)
  }

  /// The colour moved as little as its ink needs.
  private func standing(_ contrast: Double) -> Color {
    let ink = ground(.on)
    if self.contrast(with: ink) >= contrast { return self }
    let step = takesWhite ? -0.005 : 0.005
    let distance = move(for: ink, contrast, by: step)
    return tone(max(0, min(1, OKLab(self).lightness + (takesWhite ? -distance : distance))))
  }

  private var lit: Color {
    let lightness = OKLab(self).lightness
    // Black has to catch more light than others before it is seen at all.
    return tone(min(1, lightness + (lightness < 0.3 ? 0.14 : 0.075)))
  }

  private var sunlit: Color {
    let ink = ground(.on)
    let start = OKLab(self).lightness
    var lightness = min(0.985, start + 0.24)
    let least = OKLab(standing(3.9)).lightness
    while lightness > least, tone(lightness).contrast(with: ink) < 3.6 { lightness -= 0.005 }
    return tone(lightness)
  }

  private var shaded: Color {
    let lightness = OKLab(self).lightness
    if lightness > 0.93 {
      // White and cream lose a little light towards a cool grey, as porcelain does.
      return tone(lightness - 0.07, chroma: 1).mixed(with: Color(hex: 0xC3CCDA), 0.3)
    }
    let ink = ground(.on)
    let floor = takesWhite ? 0.0 : 6.1
    var darker = max(0, lightness - 0.09)
    if takesWhite { darker = min(darker, OKLab(standing(5.6)).lightness) }
    while darker < lightness, tone(darker).contrast(with: ink) < floor { darker += 0.005 }
    // In the shade a colour loses some of itself: at its full chroma it would glow.
    return tone(darker, chroma: takesWhite ? 0.92 : 1)
  }

  /// A dark ground may grow as dark as it likes, and bluer; a light one has to bear a dark ink.
  private var dim: Color {
    guard takesWhite else { return shaded }
    let lightness = OKLab(shaded).lightness
    return warmed(by: Angle(degrees: -30))
      .tone(max(min(lightness, 0.13), lightness * 0.7), chroma: 0.86)
  }

  private var dark: Color {
    let lightness = OKLab(self).lightness
    guard lightness < 0.4 else { return tone(0.27, chroma: 0.78) }
    return tone(max(0.09, lightness * 0.6), chroma: 0.9)
  }

  /// The colour, if its luminance lies in `range`; else, of its hue, the tone of that at its upper end.
  private func withLuminance(in range: ClosedRange<Double>) -> Color {
    if range.contains(luminance) { return self }
    var (low, high) = (0.0, 1.0)
    let target = range.upperBound
    for _ in 0..<16 {
      let middle = (low + high) / 2
      if tone(middle).luminance < target { low = middle } else { high = middle }
    }
    return tone(luminance < range.lowerBound ? high : low)
  }
}
