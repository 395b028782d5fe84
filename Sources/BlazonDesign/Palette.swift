public import BlazonArt
public import BlazonForm
public import BlazonScene
internal import BlazonSpec

/// The badge's tokens with their values: expressions in, colours and paints out.
public struct Palette: Sendable {
  enum Token: Sendable {
    case color(Color)
    case metal(Metal)
  }

  private var tokens: [String: Token]
  private let isFlat: Bool

  /// The tokens of `words` and, derived from them in their order, those of the preset.
  ///
  /// In the words themselves `$color` is the programme's.
  init(
    words: Words?, of programme: ProgrammeColors,
    vars: [(name: String, value: TokenExpression)], isFlat: Bool
  ) {
    self.isFlat = isFlat
    tokens = [:]
    if let color = programme.color { tokens["color"] = .color(self.color(color)) }
    tokens["paper"] = .color(programme.paper.map { self.color($0) } ?? .white)
    tokens["ink"] = .color(programme.ink.map { self.color($0) } ?? Palette.defaultInk)
    let color = self.color(words?.color ?? .token("color"))
    tokens["color"] = .color(color)
    let accent = words?.accent.map { self.color($0) }
    tokens["accent"] = .color(accent ?? color)
    let ground = color.ground(as: words?.ground ?? .color)
    tokens["ground"] = .color(ground)
    tokens["metal"] = .metal(words?.metal.map { Metal($0) } ?? Metal(sheenOf: color))
    let isInColor = (words?.ground ?? .color) == .color
    tokens["cloth"] =
      words?.metal.map { .metal(Metal($0)) }
      ?? .color(accent ?? (isInColor ? color.ground(.band) : color))
    for (name, value) in vars {
      switch value {
      case .metal(let metal): tokens[name] = .metal(Metal(metal))
      case .color(.token(let other)): tokens[name] = tokens[other]
      case .color(let expression): tokens[name] = .color(self.color(expression))
      }
    }
  }

  /// Every token by name, with its value: `#rrggbb`, or the body of a metal.
  public var listing: [(name: String, value: String)] {
    tokens.sorted { $0.key < $1.key }.map { name, token in
      switch token {
      case .color(let color):
        (
          name,
          color.hexText + (color.alpha < 1 ? " at \(Int((color.alpha * 100).rounded())) %" : "")
        )
      case .metal(let metal): (name, "a metal of \(metal.body.hexText)")
      }
    }
  }

  /// Slate: the colour of a programme that names none.
  static let defaultColor = Color(hex: 0x475569)
  static let defaultInk = Color(hex: 0x1F2937)

  /// The value of `expression`. A metal used as a colour is its body.
  public func color(_ expression: ColorExpression) -> Color {
    switch expression {
    case .color(let color): return color
    case .token(let name):
      switch tokens[name] {
      case .color(let color): return color
      case .metal(let metal): return metal.body
      case nil: return Palette.defaultColor
      }
    case .lightened(let base, let by): return color(base).lightened(by: by)
    case .mixed(let a, let b, let share): return color(a).mixed(with: color(b), share)
    case .alpha(let base, let alpha):
      let color = color(base)
      return color.withAlpha(color.alpha * alpha)
    case .tone(let base, let lightness, let chroma):
      return color(base).tone(lightness, chroma: chroma)
    case .chroma(let base, let chroma):
      let color = color(base)
      return color.tone(OKLab(color).lightness, chroma: chroma)
    case .hue(let base, let angle): return color(base).hueRotated(by: angle)
    case .warm(let base, let angle): return color(base).warmed(by: angle)
    case .ground(.under, let base) where isFlat: return color(base).evenGround
    case .ground(let part, let base): return color(base).ground(part)
    case .against(let ground, let base, let contrast):
      return color(base).against(color(ground), contrast)
    case .part(let part, let metal):
      let metal = self.metal(metal)
      switch part {
      case .light: return metal.light
      case .body: return metal.body
      case .deep: return metal.deep
      case .ink: return metal.ink
      }
    }
  }

  public func metal(_ expression: MetalExpression) -> Metal {
    switch expression {
    case .named(let name): return Metal(name)
    case .sheen(let base): return Metal(sheenOf: color(base))
    case .token(let name):
      switch tokens[name] {
      case .metal(let metal): return metal
      case .color(let color): return Metal(sheenOf: color)
      case nil: return Metal(.common)
      }
    }
  }

  /// The paint over `box`; `nil` for `none`. In the flat finish every gradient is one colour.
  public func paint(_ expression: PaintExpression, over box: Rect) -> Paint? {
    guard let paint = richPaint(expression, over: box) else { return nil }
    return isFlat ? .color(flattened(expression, paint)) : paint
  }

  private func flattened(_ expression: PaintExpression, _ paint: Paint) -> Color {
    switch expression {
    case .metal(let metal, _), .flatMetal(let metal, _), .plate(let metal):
      let metal = self.metal(metal)
      return metal.light.mixed(with: metal.body, 0.6)
    case .cloth(let expression): return cloth(expression).flat
    case .linear(_, let stops), .radial(_, _, _, let stops):
      // Light and shade are gone with the gradient: what words stand on is enough.
      let tone = stops.map(\.color).first {
        if case .ground(.under, _) = $0 { true } else { false }
      }
      return tone.map { color($0) } ?? paint.flat
    case .none, .color: return paint.flat
    }
  }

  private func richPaint(_ expression: PaintExpression, over box: Rect) -> Paint? {
    switch expression {
    case .none: nil
    case .color(let color): .color(self.color(color))
    case .linear(let angle, let stops):
      .linear(LinearGradient(angle: angle, over: box, stops: resolved(stops)))
    case .radial(let radius, let center, let focus, let stops):
      .radial(RadialGradient(center: center, radius: radius, focus: focus, stops: resolved(stops)))
    case .metal(let metal, let angle): sheen(self.metal(metal).stops, angle, box)
    case .flatMetal(let metal, let angle): sheen(self.metal(metal).flatStops, angle, box)
    case .plate(let metal):
      .linear(LinearGradient(angle: 90, over: box, stops: self.metal(metal).ribbonStops))
    case .cloth(let expression): cloth(expression).paint(over: box)
    }
  }

  /// The cloth of a ribbon: a plate where `expression` is a metal, else of the colour.
  public func cloth(_ expression: MetalExpression) -> Cloth {
    let lining = color(.token("ground"))
    switch expression {
    case .named(let name): return Cloth(Metal(name))
    case .sheen(let base): return Cloth(color(base), lining: lining)
    case .token(let name):
      switch tokens[name] {
      case .metal(let metal): return Cloth(metal)
      case .color(let color): return Cloth(color, lining: lining)
      case nil: return Cloth(Palette.defaultColor, lining: lining)
      }
    }
  }

  /// A metal's light falls a little steeper than the box's corners, so that both its brightest and
  /// its darkest stop show on a round outline.
  private func sheen(_ stops: [GradientStop], _ angle: Angle, _ box: Rect) -> Paint {
    let inner = Rect(center: box.center, width: box.width * 0.82, height: box.height * 0.82)
    return .linear(LinearGradient(angle: angle, over: inner, stops: stops))
  }

  /// Offsets as in CSS: the first 0, the last 1, those between spread evenly.
  private func resolved(_ stops: [PaintExpression.Stop]) -> [GradientStop] {
    var offsets = stops.map(\.offset)
    if offsets.first == .some(nil) { offsets[0] = 0 }
    if offsets.last == .some(nil) { offsets[offsets.count - 1] = 1 }
    var known = 0
    for index in offsets.indices.dropFirst() {
      guard let end = offsets[index] else { continue }
      let start = offsets[known] ?? 0
      for gap in (known + 1)..<max(index, known + 1) {
        offsets[gap] = start + (end - start) * Double(gap - known) / Double(index - known)
      }
      known = index
    }
    return zip(stops, offsets).map { GradientStop($1 ?? 0, color($0.color)) }
  }
}

extension Color {
  /// The field of a badge of this colour.
  fileprivate func ground(as ground: Words.Ground) -> Color {
    switch ground {
    case .color: self
    case .light: self.ground(.pale)
    case .dark: self.ground(.dark)
    }
  }
}
