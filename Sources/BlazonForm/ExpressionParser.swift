internal import BlazonArt
internal import BlazonScene
internal import BlazonSource

package struct ExpressionError: Error {
  package var message: String
  package var help: String?
  /// In Unicode scalars of the expression.
  package var range: Range<Int>
}

/// A small CSS: colours, functions, gradients.
package struct ExpressionParser {
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var depth = 0
  private let tokens: Set<String>
  /// The tokens that were read so far.
  private(set) var usedTokens: [String] = []

  package static let colorFunctions =
    ["lighten", "darken", "mix", "alpha", "tone", "chroma", "hue", "warm", "cool", "against"]
    + MetalPart.allCases.map(\.rawValue) + GroundPart.allCases.map(\.rawValue)
  package static let paintFunctions = [
    "linear-gradient", "radial-gradient", "metal", "flat-metal", "plate", "cloth",
  ]

  package init(_ text: String, tokens: Set<String>) {
    ReadingCount.add()
    scalars = Array(text.unicodeScalars)
    self.tokens = tokens
  }

  // MARK: Grammar

  package mutating func token() throws(ExpressionError) -> TokenExpression {
    if let metal = metalName() { return .metal(metal) }
    return .color(try color())
  }

  package mutating func metal() throws(ExpressionError) -> MetalExpression {
    if let metal = metalName() { return .named(metal) }
    try checkMetalName()
    let value = try color()
    if case .token(let name) = value { return .token(name) }
    return .sheen(value)
  }

  /// Throws if a bare word stands here that names neither a metal nor a colour.
  private mutating func checkMetalName() throws(ExpressionError) {
    skipSpace()
    let start = index
    let name = identifier()
    let isCall = index < scalars.count && scalars[index] == "("
    guard name.isEmpty || isCall || Color(css: name) != nil else {
      throw error(
        "“\(name)” is neither a metal nor a colour", from: start,
        help: helpText(for: name, among: Metal.Name.allCases.map(\.rawValue)))
    }
    index = start
  }

  private mutating func metalName() -> Metal.Name? {
    let start = index
    skipSpace()
    if let metal = Metal.Name(rawValue: identifier()) { return metal }
    index = start
    return nil
  }

  package mutating func paint() throws(ExpressionError) -> PaintExpression {
    skipSpace()
    let start = index
    let name = identifier()
    switch name {
    case "none": return .none
    case "linear-gradient":
      return try arguments { parser throws(ExpressionError) in
        let angle = try parser.angle()
        return .linear(angle, try parser.stops())
      }
    case "radial-gradient":
      return try arguments { parser throws(ExpressionError) in
        try parser.radialGradient()
      }
    case "metal", "flat-metal":
      return try arguments { parser throws(ExpressionError) in
        let metal = try parser.metal()
        let angle = parser.take(",") ? try parser.angle() : Angle(degrees: 152)
        return name == "metal" ? .metal(metal, angle) : .flatMetal(metal, angle)
      }
    case "plate", "cloth":
      return try arguments { parser throws(ExpressionError) in
        let metal = try parser.metal()
        return name == "plate" ? .plate(metal) : .cloth(metal)
      }
    default:
      index = start
      return .color(try color())
    }
  }

  private mutating func radialGradient() throws(ExpressionError) -> PaintExpression {
    let start = index
    let radius = try number("a radius")
    guard radius > 0 else { throw error("a radius is more than 0", from: start) }
    try expect("at", "radial-gradient(radius at x y, …)")
    let center = Point(try number("x"), try number("y"))
    var focus: Point?
    if takeWord("from") {
      let point = Point(try number("x"), try number("y"))
      guard (point - center).length < radius else {
        throw error("the focus lies outside the circle", from: start)
      }
      focus = point
    }
    return .radial(radius: radius, center: center, focus: focus, try stops())
  }

  private mutating func stops() throws(ExpressionError) -> [PaintExpression.Stop] {
    var stops: [PaintExpression.Stop] = []
    while take(",") {
      let color = try color()
      skipSpace()
      let offset = index < scalars.count && isNumberStart(scalars[index]) ? try share() : nil
      stops.append(.init(color: color, offset: offset))
    }
    guard (2...16).contains(stops.count) else {
      throw error("a gradient has 2 to 16 colours", from: index)
    }
    return stops
  }

  package mutating func color() throws(ExpressionError) -> ColorExpression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= 16 else { throw error("too many functions inside each other", from: index) }
    skipSpace()
    let start = index
    guard index < scalars.count else { throw error("expected a colour", from: start) }
    if scalars[index] == "#" {
      index += 1
      _ = identifier()
      let text = string(start..<index)
      guard let color = Color(css: text) else {
        throw error(
          "“\(text)” is not a colour", from: start, help: "as in #0B7, #00B39F or #00B39F80")
      }
      return .color(color)
    }
    if scalars[index] == "$" {
      index += 1
      let name = identifier()
      guard tokens.contains(name) else {
        throw error(
          "unknown token “$\(name)”", from: start,
          help: helpText(for: "$\(name)", among: tokens.sorted().map { "$\($0)" }))
      }
      usedTokens.append(name)
      return .token(name)
    }
    let name = identifier()
    if index < scalars.count, scalars[index] == "(" { return try function(name, from: start) }
    guard let color = Color(css: name) else {
      throw error(
        "“\(string(start..<max(index, start + 1)))” is not a colour", from: start,
        help: "use \"#rrggbb\", a CSS colour name or a token such as $color")
    }
    return .color(color)
  }

  private mutating func function(
    _ name: String, from start: Int
  ) throws(ExpressionError) -> ColorExpression {
    guard ExpressionParser.colorFunctions.contains(name) else {
      throw error(
        "unknown function “\(name)”", from: start,
        help: helpText(
          for: name, among: ExpressionParser.colorFunctions + ExpressionParser.paintFunctions))
    }
    if let part = MetalPart(rawValue: name) {
      return try arguments { parser throws(ExpressionError) in .part(part, try parser.metal()) }
    }
    if let part = GroundPart(rawValue: name) {
      return try arguments { parser throws(ExpressionError) in .ground(part, try parser.color()) }
    }
    return try arguments { parser throws(ExpressionError) in
      let first = try parser.color()
      func next() throws(ExpressionError) -> Double {
        try parser.expect(",", "\(name)(…, …)")
        return try parser.share()
      }
      switch name {
      case "lighten": return .lightened(first, try next())
      case "darken": return .lightened(first, -(try next()))
      case "alpha": return .alpha(first, try next())
      case "chroma": return .chroma(first, try next())
      case "tone":
        let lightness = try next()
        return .tone(first, lightness: lightness, chroma: parser.take(",") ? try parser.share() : 1)
      case "against":
        try parser.expect(",", "against(ground, colour)")
        let second = try parser.color()
        let contrast = parser.take(",") ? try parser.number("a contrast") : 3.2
        guard (1...21).contains(contrast) else {
          throw parser.error(
            "a contrast is a number from 1 to 21", from: parser.index,
            help: "3 for shapes, 4.5 for words")
        }
        return .against(first, second, contrast: contrast)
      case "hue":
        try parser.expect(",", "hue(colour, 30deg)")
        return .hue(first, try parser.angle())
      case "warm", "cool":
        try parser.expect(",", "\(name)(colour, 30deg)")
        let angle = try parser.angle()
        return .warm(first, Angle(degrees: name == "warm" ? angle.degrees : -angle.degrees))
      default:
        try parser.expect(",", "mix(colour, colour, 50%)")
        let second = try parser.color()
        return .mixed(first, second, try next())
      }
    }
  }

  // MARK: Words

  private mutating func arguments<Value>(
    _ body: (inout ExpressionParser) throws(ExpressionError) -> Value
  ) throws(ExpressionError) -> Value {
    try expect("(", "an opening parenthesis")
    let value = try body(&self)
    try expect(")", "a closing parenthesis")
    return value
  }

  package mutating func end() throws(ExpressionError) {
    skipSpace()
    guard index == scalars.count else {
      throw error(
        "“\(string(index..<scalars.count))” is too much here", from: index, to: scalars.count)
    }
  }

  private mutating func angle() throws(ExpressionError) -> Angle {
    let value = try number("an angle")
    guard takeWord("deg") else {
      throw error("an angle ends in deg", from: index, help: "as in 152deg")
    }
    return Angle(degrees: value)
  }

  /// `38%` or `0.38`.
  private mutating func share() throws(ExpressionError) -> Double {
    let value = try number("a share")
    return take("%") ? value / 100 : value
  }

  private mutating func number(_ what: String) throws(ExpressionError) -> Double {
    skipSpace()
    let start = index
    while index < scalars.count, isNumberStart(scalars[index]) { index += 1 }
    guard let value = Double(string(start..<index)), value.isFinite, abs(value) <= 100_000 else {
      throw error("expected \(what)", from: start, help: "a number such as 12, 38% or 152deg")
    }
    return value
  }

  private func isNumberStart(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || scalar == "." || scalar == "-"
  }

  private mutating func identifier() -> String {
    let start = index
    while index < scalars.count {
      switch scalars[index] {
      case "a"..."z", "A"..."Z", "0"..."9", "-": index += 1
      default: return string(start..<index)
      }
    }
    return string(start..<index)
  }

  private mutating func take(_ mark: Unicode.Scalar) -> Bool {
    skipSpace()
    guard index < scalars.count, scalars[index] == mark else { return false }
    index += 1
    return true
  }

  private mutating func takeWord(_ word: String) -> Bool {
    skipSpace()
    let start = index
    if identifier() == word { return true }
    index = start
    return false
  }

  private mutating func expect(_ mark: String, _ what: String) throws(ExpressionError) {
    skipSpace()
    let found =
      mark.unicodeScalars.count == 1 && !mark.first!.isLetter
      ? take(mark.unicodeScalars.first!) : takeWord(mark)
    if !found { throw error("expected “\(mark)”", from: index, help: what) }
  }

  private mutating func skipSpace() {
    while index < scalars.count {
      let scalar = scalars[index]
      guard
        scalar.isASCII
          ? scalar == " " || (9...13).contains(scalar.value) : scalar.properties.isWhitespace
      else { return }
      index += 1
    }
  }

  private func string(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  private func error(
    _ message: String, from start: Int, to end: Int? = nil, help: String? = nil
  ) -> ExpressionError {
    let end = min(scalars.count, max(end ?? index, start + 1))
    return ExpressionError(message: message, help: help, range: min(start, end)..<max(end, start))
  }
}
