internal import BlazonScene

/// Paints as PDF has them: colours, patterns of shadings, and soft masks for what lets through unevenly.
extension PDFDrawing {
  /// What stands before the operator that sets `paint`; and the pattern, if it is one.
  mutating func operands(_ paint: Paint, _ map: Affine) -> (PDFText, Int?) {
    var text = PDFText()
    guard let shading = paint.shading(\.channels, "/DeviceRGB") else {
      text.add(paint.last.channels)
      return (text, nil)
    }
    text += "<</PatternType 2/Matrix["
    text.add(map)
    text += "]/Shading"
    text.append(shading)
    text += ">>"
    let pattern = objects.add(text)
    text = PDFText()
    text.add(reference: pattern)
    return (text, pattern)
  }

  /// A graphics state whose soft mask is the alpha of `paint`.
  mutating func mask(_ paint: Paint, over box: Rect) -> Int {
    var content = PDFContent()
    if let shading = paint.shading({ [$0.alpha] }, "/DeviceGray") {
      content.add(.shading, objects.add(shading))
      content += " sh\n"
    } else {
      content.add(paint.last.alpha, parts: 1000)
      content += "g\n"
      content.add(Path(rect: box))
      content += "f\n"
    }
    let form = form(content, box, entries: "/Group<</S/Transparency/CS/DeviceGray>>")
    var state = PDFText()
    state += "<</SMask<</S/Luminosity/G "
    state.add(reference: form)
    state += ">>>>"
    return objects.add(state)
  }

  /// The graphics state with these alphas.
  mutating func alpha(fill: Double, stroke: Double) -> Int {
    var state = PDFText()
    state += "<</ca "
    state.add(fill, parts: 1000)
    state += "/CA "
    state.add(stroke, parts: 1000)
    state += ">>"
    return objects.add(state)
  }
}

extension Color {
  /// Red, green, blue.
  var channels: [Double] { [red, green, blue] }
}

extension PDFText {
  /// Channels of a colour, each finer than 8 bits show.
  fileprivate mutating func add(_ channels: [Double]) {
    for channel in channels { add(channel, parts: 10_000) }
  }
}

extension Paint {
  fileprivate var stops: [GradientStop] {
    switch self {
    case .color(let color): [GradientStop(0, color)]
    case .linear(let gradient): gradient.stops
    case .radial(let gradient): gradient.stops
    }
  }

  var isOpaque: Bool { stops.allSatisfy { $0.color.alpha == 1 } }

  /// The colour of what has one.
  fileprivate var last: Color { stops.last?.color ?? .black }

  /// The gradient of one quality of its colours as a shading (ISO 32000-1, 8.7.4.5); `nil` where the paint has the
  /// same everywhere, as a gradient without an extent has.
  fileprivate func shading(
    _ quality: (Color) -> [Double], _ space: Literal
  ) -> PDFText? {
    var text = PDFText()
    switch self {
    case .color: return nil
    case .linear(let gradient):
      guard gradient.start != gradient.end else { return nil }
      text += "<</ShadingType 2/Coords["
      for point in [gradient.start, gradient.end] {
        text.add(point.x)
        text.add(point.y)
      }
    case .radial(let gradient):
      guard gradient.radius > 0 else { return nil }
      text += "<</ShadingType 3/Coords["
      text.add(gradient.focus.x)
      text.add(gradient.focus.y)
      text += "0 "
      text.add(gradient.center.x)
      text.add(gradient.center.y)
      text.add(gradient.radius)
    }
    let qualities = stops.map { (offset: $0.offset, values: quality($0.color)) }
    guard let first = qualities.first, qualities.contains(where: { $0.values != first.values })
    else { return nil }
    text += "]/Extend[true true]/ColorSpace"
    text += space
    text += "/Function"
    text.add(stepsOf: qualities)
    text += ">>"
    return text
  }
}

extension PDFText {
  /// The function from 0…1 that runs evenly from stop to stop (ISO 32000-1, 7.10).
  fileprivate mutating func add(stepsOf stops: [(offset: Double, values: [Double])]) {
    guard let first = stops.first, let last = stops.last else { return }
    let all = [(0, first.values)] + stops + [(1, last.values)]
    let steps = zip(all, all.dropFirst()).filter { $0.0 < $1.0 }
    func add(_ step: (from: (Double, [Double]), to: (Double, [Double]))) {
      self += "<</FunctionType 2/N 1/Domain[0 1]/C0["
      self.add(step.from.1)
      self += "]/C1["
      self.add(step.to.1)
      self += "]>>"
    }
    if steps.count == 1 { return add((steps[0].0, steps[0].1)) }
    self += "<</FunctionType 3/Domain[0 1]/Bounds["
    for step in steps.dropLast() { self.add(step.1.0, parts: 1000) }
    self += "]/Encode["
    for _ in steps { self += "0 1 " }
    self += "]/Functions["
    for step in steps { add((step.0, step.1)) }
    self += "]>>"
  }
}
