internal import BlazonScene

/// Fills, strokes and gradients of an SVG.
extension SVGWriter {
  mutating func write(fill paint: Paint, to out: inout Text) {
    // Black is what SVG fills with unless told otherwise.
    guard paint != .black else { return }
    write(paint, as: "fill", to: &out)
  }

  mutating func write(_ stroke: Stroke, to out: inout Text) {
    write(stroke.paint, as: "stroke", to: &out)
    out.add(attribute: "stroke-width", stroke.width, unless: 1)
    switch stroke.cap {
    case .butt: break
    case .round: out += " stroke-linecap=\"round\""
    case .square: out += " stroke-linecap=\"square\""
    }
    switch stroke.join {
    case .miter: break
    case .round: out += " stroke-linejoin=\"round\""
    case .bevel: out += " stroke-linejoin=\"bevel\""
    }
    out.add(attribute: "stroke-miterlimit", stroke.miterLimit, unless: 4)
    guard !stroke.dashes.isEmpty else { return }
    out += " stroke-dasharray=\""
    for (index, dash) in stroke.dashes.enumerated() {
      if index > 0 { out += " " }
      out.add(dash)
    }
    out += "\""
    out.add(attribute: "stroke-dashoffset", stroke.dashOffset, unless: 0)
  }

  private mutating func write(_ paint: Paint, as attribute: Literal, to out: inout Text) {
    out += " "
    out += attribute
    out += "=\""
    switch paint {
    case .color(let color):
      out.add(color.shortHexText)
      out += "\""
      if color.alpha < 1 {
        out += " "
        out += attribute
        out += "-opacity=\""
        out.add(color.alpha, parts: 1000)
        out += "\""
      }
    case .linear(let gradient):
      out += "url(#"
      out.add(gradientID(gradient))
      out += ")\""
    case .radial(let gradient):
      out += "url(#"
      out.add(gradientID(gradient))
      out += ")\""
    }
  }

  private mutating func gradientID(_ gradient: LinearGradient) -> String {
    var text = Text()
    text += "<linearGradient id=\"@\" gradientUnits=\"userSpaceOnUse\""
    text.add(attribute: "x1", gradient.start.x)
    text.add(attribute: "y1", gradient.start.y)
    text.add(attribute: "x2", gradient.end.x)
    text.add(attribute: "y2", gradient.end.y)
    write(gradient.stops, to: &text)
    text += "</linearGradient>"
    return define(text)
  }

  private mutating func gradientID(_ gradient: RadialGradient) -> String {
    var text = Text()
    text += "<radialGradient id=\"@\" gradientUnits=\"userSpaceOnUse\""
    text.add(attribute: "cx", gradient.center.x)
    text.add(attribute: "cy", gradient.center.y)
    text.add(attribute: "r", gradient.radius)
    if gradient.focus != gradient.center {
      text.add(attribute: "fx", gradient.focus.x)
      text.add(attribute: "fy", gradient.focus.y)
    }
    write(gradient.stops, to: &text)
    text += "</radialGradient>"
    return define(text)
  }

  private mutating func write(_ stops: [GradientStop], to out: inout Text) {
    out += ">"
    for stop in stops {
      // SVG 1.1 asks for the offset of every stop, and Batik insists.
      out += "<stop offset=\""
      out.add(stop.offset, parts: 1000)
      out += "\" stop-color=\""
      out.add(stop.color.shortHexText)
      out += "\""
      if stop.color.alpha < 1 {
        out += " stop-opacity=\""
        out.add(stop.color.alpha, parts: 1000)
        out += "\""
      }
      out += "/>"
    }
  }
}
