public import BlazonScene

/// The small picture in the middle of a badge.
///
/// Drawn about (0, 0) inside a circle of radius 58, y downwards; the badge scales and colours it.
public struct Emblem: Hashable, Sendable {
  /// Which of the badge's colours a part is painted with.
  public enum Role: String, CaseIterable, Sendable {
    /// The body: the emblem's own gradient.
    case light
    /// Second planes and shading.
    case tint
    /// Details on light parts.
    case mid
    /// Cut-outs in light parts.
    case deep
    /// The one telling detail.
    case accent
    /// Lenses and screens, translucent.
    case glass
  }

  public enum Part: Hashable, Sendable {
    /// Filled by the even-odd rule. `natural` is the colour that people expect of it, as 0xRRGGBB.
    case fill(Role, String, natural: UInt32? = nil)
    /// With round caps and joins.
    case stroke(Role, width: Double, String, natural: UInt32? = nil)
  }

  /// As specs write it.
  public let name: String
  /// What is to be seen, with its article: completes “a badge showing …”.
  public let subject: String
  private let tagText: String
  let drawing: [Part]
  /// Another, simpler drawing for 64 pixels and below.
  let small: [Part]

  /// `tags` are parted by commas: two hundred emblems with lists of words take twice as long to compile.
  init(
    _ name: String, showing subject: String, tags: String, drawing: [Part], small: [Part] = []
  ) {
    (self.name, self.subject, self.tagText) = (name, subject, tags)
    (self.drawing, self.small) = (drawing, small.isEmpty ? drawing : small)
  }

  public init?(named name: String) {
    guard let emblem = Emblem.byName[name] else { return nil }
    self = emblem
  }

  /// Words that somebody would search for.
  public var tags: [String] {
    tagText.split(separator: ",").map { String($0.drop { $0 == " " || $0 == "\n" }) }
  }

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  /// The paints of the roles.
  public struct Inks: Hashable, Sendable {
    public var light: Paint, tint: Paint, mid: Paint, deep: Paint, accent: Paint, glass: Paint

    public init(
      light: Paint, tint: Paint, mid: Paint, deep: Paint, accent: Paint, glass: Paint
    ) {
      (self.light, self.tint, self.mid) = (light, tint, mid)
      (self.deep, self.accent, self.glass) = (deep, accent, glass)
    }

    func callAsFunction(_ role: Role) -> Paint {
      switch role {
      case .light: light
      case .tint: tint
      case .mid: mid
      case .deep: deep
      case .accent: accent
      case .glass: glass
      }
    }
  }

  /// Whether it has colours of its own, which badges may show.
  public var isNatural: Bool { drawing.contains { $0.natural != nil } }

  /// The emblem painted, mapped to the canvas by `map`: in `inks`, or in the colours that nature gave it, if it has such.
  public func nodes(
    _ inks: Inks, map: Affine, isSmall: Bool, isNatural: Bool = false
  ) -> [Node] {
    (isSmall ? small : drawing).map { part in
      let natural = isNatural ? part.natural.map { Paint.color(Color(hex: $0)) } : nil
      let paint = natural ?? inks(part.role)
      switch part {
      case .fill(_, let data, _):
        return .shape(Shape(path(data, map), fill: paint, isEvenOdd: true))
      case .stroke(_, let width, let data, _):
        return .shape(
          Shape(
            path(data, map),
            stroke: Stroke(paint, width: width * map.scale, cap: .round, join: .round)))
      }
    }
  }

  /// A line of `paint` around all that the emblem covers, `width` wide outside it: to be painted below.
  public func surround(_ paint: Paint, width: Double, map: Affine, isSmall: Bool) -> [Node] {
    (isSmall ? small : drawing).compactMap { part in
      func line(_ path: Path, _ thickness: Double) -> Node {
        .shape(
          Shape(
            path, stroke: Stroke(paint, width: thickness + 2 * width, cap: .round, join: .round)))
      }
      switch part {
      case .fill(.glass, _, _): return nil
      case .fill(_, let data, _): return line(path(data, map), 0)
      case .stroke(_, let thickness, let data, _):
        return line(path(data, map), thickness * map.scale)
      }
    }
  }

  /// The emblem as a drawing of lines: every part its outline, filled with `ground` so that it hides
  /// the lines behind it.
  public func outlineNodes(_ paint: Paint, ground: Paint?, width: Double, map: Affine) -> [Node] {
    drawing.flatMap { part -> [Node] in
      func line(_ path: Path, _ paint: Paint, _ width: Double, fill: Paint? = nil) -> Node {
        .shape(
          Shape(
            path, fill: fill, isEvenOdd: true,
            stroke: Stroke(paint, width: width, cap: .round, join: .round)))
      }
      switch part {
      case .fill(.glass, _, _): return []
      case .fill(_, let data, _): return [line(path(data, map), paint, width, fill: ground)]
      case .stroke(_, let thickness, let data, _):
        let path = path(data, map)
        let band = thickness * map.scale
        // A thick line has two edges.
        guard let ground, band > 2.2 * width else { return [line(path, paint, width)] }
        return [line(path, paint, band), line(path, ground, band - 2 * width)]
      }
    }
  }

  /// The shadow that the emblem throws to the lower right as if it stood up from the field.
  public func longShadow(length: Double, map: Affine) -> Path {
    var sweep = Sweep(dx: length * 0.7071, dy: length * 0.7071)
    for part in drawing {
      switch part {
      case .fill(let role, let data, _):
        if role == .light || role == .accent || role == .tint { sweep.add(fill: path(data, map)) }
      case .stroke(let role, let width, let data, _):
        if role == .light || role == .accent {
          sweep.add(stroke: path(data, map), width: width * map.scale)
        }
      }
    }
    return sweep.path
  }

  private func path(_ data: String, _ map: Affine) -> Path {
    Path(drawn: data).transformed(by: map)
  }
}

extension Path {
  /// The path data of a drawing that ships, in which a mistake is the program's own.
  init(drawn data: String) {
    do throws(Path.DataError) {
      try self.init(data: data)
    } catch {
      preconditionFailure("a drawing: \(error.message) at \(error.offset) of \(data)")
    }
  }
}
