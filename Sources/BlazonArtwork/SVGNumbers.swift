internal import BlazonScene

/// The numbers of `text`, with commas and blanks between them; `nil` if anything else stands there.
func numbers(in text: some StringProtocol) -> [Double]? {
  let bytes = Array(text.utf8)
  var values: [Double] = []
  var index = 0
  var hasComma = false
  func at(_ characters: StaticString) -> Bool { "\(characters)".utf8.contains(bytes[index]) }
  while index < bytes.count {
    if at(" \t\n\r") {
      index += 1
      continue
    }
    if at(",") {
      guard !hasComma, !values.isEmpty else { return nil }
      hasComma = true
      index += 1
      continue
    }
    guard let value = svgNumber(in: bytes, at: &index), value.magnitude <= 1e6 else { return nil }
    values.append(value)
    hasComma = false
  }
  return hasComma ? nil : values
}

/// The one number of `text`, in pixels or without a unit.
func length(in text: String) -> Double? {
  let trimmed = text.split(separator: " ").joined(separator: " ")
  let values = numbers(in: trimmed.hasSuffix("px") ? trimmed.dropLast(2) : trimmed[...])
  return values?.count == 1 ? values?[0] : nil
}

/// A number, or a percentage of `whole`.
func share(in text: String, of whole: Double = 1) -> Double? {
  text.hasSuffix("%")
    ? length(in: String(text.dropLast())).map { $0 / 100 * whole } : length(in: text)
}

extension Affine {
  /// The map that an attribute `transform` describes (SVG 2, section 8.5).
  init?(svg text: String) {
    self = .identity
    var rest = text[...]
    while true {
      rest = rest.drop { $0.isWhitespace || $0 == "," }
      guard !rest.isEmpty else { return }
      guard let open = rest.firstIndex(of: "("), let close = rest.firstIndex(of: ")"),
        open < close, let values = numbers(in: rest[rest.index(after: open)..<close])
      else { return nil }
      let name = rest[..<open].filter { !$0.isWhitespace }
      guard let map = Affine(name, values) else { return nil }
      self = after(map)
      rest = rest[rest.index(after: close)...]
    }
  }

  private init?(_ name: String, _ v: [Double]) {
    switch (name, v.count) {
    case ("matrix", 6): self.init(v[0], v[1], v[2], v[3], v[4], v[5])
    case ("translate", 1): self = .translation(v[0], 0)
    case ("translate", 2): self = .translation(v[0], v[1])
    case ("scale", 1): self = .scale(v[0])
    case ("scale", 2): self = .scale(v[0], v[1])
    case ("rotate", 1): self = .rotation(Angle(degrees: v[0]))
    case ("rotate", 3): self = .rotation(Angle(degrees: v[0]), about: Point(v[1], v[2]))
    case ("skewX", 1):
      let angle = Angle(degrees: v[0])
      self.init(1, 0, angle.sine / angle.cosine, 1, 0, 0)
    case ("skewY", 1):
      let angle = Angle(degrees: v[0])
      self.init(1, angle.sine / angle.cosine, 0, 1, 0, 0)
    default: return nil
    }
  }

  /// The map back; `nil` if this one flattens the plane.
  var inverse: Affine? {
    let determinant = a * d - b * c
    guard determinant.magnitude > 1e-12, determinant.isFinite else { return nil }
    let (ia, ib, ic, id) = (d / determinant, -b / determinant, -c / determinant, a / determinant)
    return Affine(ia, ib, ic, id, -(ia * tx + ic * ty), -(ib * tx + id * ty))
  }

  /// Whether circles stay circles, to a thousandth.
  var isSimilarity: Bool {
    let (x, y) = (Point(a, b), Point(c, d))
    let size = max(x.length, y.length)
    return abs(x.length - y.length) <= size * 1e-3
      && abs(x.x * y.x + x.y * y.y) <= size * size * 1e-3
  }

  /// Where a direction is turned to.
  func direction(_ p: Point) -> Point { Point(a * p.x + c * p.y, b * p.x + d * p.y) }
}
