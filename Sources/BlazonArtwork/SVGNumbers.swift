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

/// The one number of `text`, without a unit.
func number(in text: some StringProtocol) -> Double? {
  let values = numbers(in: text)
  return values?.count == 1 ? values?[0] : nil
}

/// A number, or a percentage of `whole`.
func share(in text: String, of whole: Double = 1) -> Double? {
  text.hasSuffix("%") ? number(in: text.dropLast()).map { $0 / 100 * whole } : number(in: text)
}

/// What lengths are told by (CSS Values 4, sections 6 and 7).
struct SVGUnits: Hashable {
  /// Which side of the viewport a percentage is of.
  enum Axis { case across, down, diagonal }

  /// The innermost viewport, in the units inside it.
  var viewport: Size
  var fontSize = 16.0
  /// That of the whole drawing.
  var rootFontSize = 16.0

  /// The length in `text` in units of the drawing; `nil` where it is none, or of more than a million.
  func length(_ text: String, _ axis: Axis) -> Double? {
    let bytes = Array(text.utf8)
    var index = 0
    guard let value = svgNumber(in: bytes, at: &index) else { return nil }
    guard let unit = unit(String(decoding: bytes[index...], as: UTF8.self).lowercased(), axis)
    else { return nil }
    let length = value * unit
    return length.magnitude <= 1e6 ? length : nil
  }

  /// The point that `transform-origin` names, in shares of the viewport or from its corner; `nil` where it is none (CSS
  /// Transforms 1, section 5).
  func origin(_ text: String) -> Point? {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    let shares = ["left": "0%", "center": "50%", "right": "100%", "top": "0%", "bottom": "100%"]
    guard let first = words.first, words.count <= 3 else { return nil }
    let second = words.count > 1 ? words[1] : "center"
    // Words may stand in either order.
    let isTurned = ["top", "bottom"].contains(first) || ["left", "right"].contains(second)
    let (across, down) = isTurned ? (second, first) : (first, second)
    guard let x = length(shares[across] ?? across, .across),
      let y = length(shares[down] ?? down, .down)
    else { return nil }
    return Point(x, y)
  }

  /// One `name` in units of the drawing.
  private func unit(_ name: String, _ axis: Axis) -> Double? {
    switch name {
    case "", "px": 1
    case "in": 96
    case "cm": 96 / 2.54
    case "mm": 96 / 25.4
    case "q": 96 / 101.6
    case "pt": 96.0 / 72
    case "pc": 16
    case "em": fontSize
    case "ex": fontSize / 2
    case "rem": rootFontSize
    case "ch": fontSize / 2
    case "vw": viewport.width / 100
    case "vh": viewport.height / 100
    case "%":
      switch axis {
      case .across: viewport.width / 100
      case .down: viewport.height / 100
      case .diagonal:
        ((viewport.width * viewport.width + viewport.height * viewport.height) / 2).squareRoot()
          / 100
      }
    default: nil
    }
  }
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
        open < close,
        let values = numbers(in: Affine.withoutUnits(rest[rest.index(after: open)..<close]))
      else { return nil }
      let name = rest[..<open].filter { !$0.isWhitespace }
      guard let map = Affine(name, values) else { return nil }
      self = after(map)
      rest = rest[rest.index(after: close)...]
    }
  }

  /// The arguments of a transform without the units of pixels and degrees, which declarations of style have.
  private static func withoutUnits(_ arguments: Substring) -> Substring {
    guard arguments.contains(where: \.isLetter) else { return arguments }
    return arguments.replacing("px", with: "").replacing("deg", with: "")
  }

  private init?(_ name: String, _ v: [Double]) {
    switch (name, v.count) {
    case ("matrix", 6): self.init(v[0], v[1], v[2], v[3], v[4], v[5])
    case ("translate", 1): self = .translation(v[0], 0)
    case ("translate", 2): self = .translation(v[0], v[1])
    case ("translateX", 1): self = .translation(v[0], 0)
    case ("translateY", 1): self = .translation(0, v[0])
    case ("scaleX", 1): self = .scale(v[0], 1)
    case ("scaleY", 1): self = .scale(1, v[0])
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
