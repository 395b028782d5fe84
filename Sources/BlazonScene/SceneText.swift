/// A scene as text, one node a line, indented by depth: what tests compare and hashes are made of.
extension Scene {
  public var text: String {
    var lines = ["scene \(number(size.width)) \(number(size.height)) \(language)"]
    lines.append("title \(title)")
    lines.append("description \(description)")
    for node in nodes { node.write(to: &lines, depth: 0) }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension Node {
  fileprivate func write(to lines: inout [String], depth: Int) {
    let indent = String(repeating: "  ", count: depth)
    switch self {
    case .shape(let shape):
      var line = "\(indent)shape"
      if let fill = shape.fill { line += " fill \(fill.text)" }
      if shape.isEvenOdd { line += " evenodd" }
      if let stroke = shape.stroke { line += " stroke \(stroke.text)" }
      if shape.opacity != 1 { line += " opacity \(number(shape.opacity))" }
      lines.append(line + " path \(shape.path.text)")
    case .text(let run):
      lines.append(
        "\(indent)text \(run.face)\(run.isEmbeddable ? "" : " outlines") \(number(run.size))"
          + " \(run.paint.text) “\(run.words)”"
          + " path \(run.outline.text)")
      for node in run.art { node.write(to: &lines, depth: depth + 1) }
    case .image(let picture):
      let (raster, box) = (picture.raster, picture.box)
      lines.append(
        "\(indent)image \(raster.width)×\(raster.height) \(raster.fingerprint)"
          + " box \([box.x, box.y, box.width, box.height].map(number).joined(separator: " "))")
    case .group(let group):
      var line = "\(indent)group"
      if group.transform != .identity {
        line += " transform \(group.transform.text)"
      }
      if group.blur != 0 { line += " blur \(number(group.blur))" }
      if let clip = group.clip {
        line += group.isClipEvenOdd ? " clip evenodd \(clip.text)" : " clip \(clip.text)"
      }
      if let s = group.shadow {
        line += " shadow \(number(s.dx)) \(number(s.dy)) \(number(s.blur)) \(s.color.text)"
      }
      if group.opacity != 1 { line += " opacity \(number(group.opacity))" }
      if let role = group.role { line += " role \(role.text)" }
      lines.append(line)
      for child in group.children { child.write(to: &lines, depth: depth + 1) }
      if !group.mask.isEmpty { lines.append("\(indent)masked by") }
      for node in group.mask { node.write(to: &lines, depth: depth + 1) }
    case .repeated(let copies):
      lines.append("\(indent)repeated at \(copies.transforms.map(\.text).joined(separator: ", "))")
      copies.child.write(to: &lines, depth: depth + 1)
    }
  }
}

extension Raster {
  /// The pixels' hash: 64-bit FNV-1a.
  fileprivate var fingerprint: String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in pixels { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return String(hash, radix: 16)
  }
}

extension Role {
  fileprivate var text: String {
    switch self {
    case .heading: "heading"
    case .paragraph: "paragraph"
    case .line(let direction): direction == .rightToLeft ? "line from the right" : "line"
    case .figure(let alternative): "figure “\(alternative)”"
    case .link(let address): "link \(address)"
    }
  }
}

extension Color {
  fileprivate var text: String { hexText + (alpha == 1 ? "" : "/\(number(alpha))") }
}

extension Paint {
  fileprivate var text: String {
    func text(_ stops: [GradientStop]) -> String {
      stops.map { "\(number($0.offset)) \($0.color.text)" }.joined(separator: ", ")
    }
    switch self {
    case .color(let color): return color.text
    case .linear(let g):
      return "linear(\(g.start.text) \(g.end.text): \(text(g.stops)))"
    case .radial(let g):
      return "radial(\(g.center.text) \(number(g.radius)) \(g.focus.text): \(text(g.stops)))"
    }
  }
}

extension Affine {
  fileprivate var text: String { [a, b, c, d, tx, ty].map(number).joined(separator: " ") }
}

extension Stroke {
  fileprivate var text: String {
    "\(paint.text) \(number(width)) \(cap) \(join)"
      + (dashes.isEmpty ? "" : " [\(dashes.map(number).joined(separator: " "))]")
      + (dashOffset == 0 ? "" : " from \(number(dashOffset))")
      + (miterLimit == 4 ? "" : " miter \(number(miterLimit))")
  }
}

extension Point {
  fileprivate var text: String { "\(number(x)),\(number(y))" }
}

extension Path {
  fileprivate var text: String {
    segments.map { segment in
      switch segment {
      case .move(let p): "M\(p.text)"
      case .line(let p): "L\(p.text)"
      case .quad(let c, let p): "Q\(c.text) \(p.text)"
      case .cubic(let a, let b, let p): "C\(a.text) \(b.text) \(p.text)"
      case .close: "Z"
      }
    }.joined()
  }
}

/// `value`, whole where it is.
private func number(_ value: Double) -> String {
  value == value.rounded() && abs(value) < 1e9 ? String(Int(value)) : String(value)
}
