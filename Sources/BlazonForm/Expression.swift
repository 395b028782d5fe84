public import BlazonArt
public import BlazonScene
internal import BlazonSource

/// A colour as specs write it: resolved once the badge's tokens are known.
public indirect enum ColorExpression: Hashable, Sendable {
  case color(Color)
  case token(String)
  case lightened(ColorExpression, Double)
  case mixed(ColorExpression, ColorExpression, Double)
  case alpha(ColorExpression, Double)
  /// Same hue, OKLab lightness, chroma times a factor.
  case tone(ColorExpression, lightness: Double, chroma: Double)
  case chroma(ColorExpression, Double)
  case hue(ColorExpression, Angle)
  /// The hue moved towards yellow, as light moves it; towards blue if negative, as shade does.
  case warm(ColorExpression, Angle)
  /// One of the tones of a metal.
  case part(MetalPart, MetalExpression)
  /// What a ground of the colour is painted with, or what stands on it.
  case ground(GroundPart, ColorExpression)
  /// The second colour, moved until it is seen on the first.
  case against(ColorExpression, ColorExpression, contrast: Double)
}

/// The tones of a metal that a colour can be taken from.
public enum MetalPart: String, CaseIterable, Sendable {
  case light, body, deep, ink
}

/// A metal as specs write it.
public indirect enum MetalExpression: Hashable, Sendable {
  case named(Metal.Name)
  /// A token that holds a metal, or a colour whose sheen is meant.
  case token(String)
  case sheen(ColorExpression)
}

/// A paint as specs write it.
public enum PaintExpression: Hashable, Sendable {
  public struct Stop: Hashable, Sendable {
    public var color: ColorExpression
    /// 0…1; `nil` to be spread evenly, as in CSS.
    public var offset: Double?
  }

  case none
  case color(ColorExpression)
  case linear(Angle, [Stop])
  case radial(radius: Double, center: Point, focus: Point?, [Stop])
  case metal(MetalExpression, Angle)
  /// Three flat tones of a metal, for small sizes.
  case flatMetal(MetalExpression, Angle)
  /// The edge, light and reflection of a metal plate, left to right.
  case plate(MetalExpression)
  /// A plate of metal where a metal is given, else cloth of the colour with light from above.
  case cloth(MetalExpression)
}

/// What a token of a preset stands for.
public enum TokenExpression: Hashable, Sendable {
  case color(ColorExpression)
  case metal(Metal.Name)
}

extension Form where Value == ColorExpression {
  package static let color = Form("a colour", .either([.text, .chapter("themed")])) {
    tree, reading in
    reading.parse(tree, \.colors) { (parser: inout ExpressionParser) throws(ExpressionError) in
      try parser.color()
    }
  }
}

extension Form where Value == PaintExpression {
  package static let paint = Form("a paint", .either([.text, .chapter("themed")])) {
    tree, reading in
    reading.parse(tree, \.paints) { (parser: inout ExpressionParser) throws(ExpressionError) in
      try parser.paint()
    }
  }
}

extension Form where Value == MetalExpression {
  package static let metal = Form("a metal or a colour", .either([.text, .chapter("themed")])) {
    tree, reading in
    reading.parse(tree, \.metals) { (parser: inout ExpressionParser) throws(ExpressionError) in
      try parser.metal()
    }
  }
}

extension Form where Value == TokenExpression {
  package static let token = Form("a colour or a metal", .either([.text, .chapter("themed")])) {
    tree, reading in
    reading.parse(tree, \.tokens) { (parser: inout ExpressionParser) throws(ExpressionError) in
      try parser.token()
    }
  }
}

extension Reading {
  /// What `body` reads in the expression, which is read once, however often it stands in presets and their overrides.
  fileprivate mutating func parse<Value: Sendable>(
    _ tree: Tree, _ known: WritableKeyPath<ReadExpressions, ReadExpressions.Table<Value>>,
    _ body: (inout ExpressionParser) throws(ExpressionError) -> Value
  ) -> Value? {
    guard let tree = themed(tree) else { return nil }
    guard case .scalar(let text, let isPlain) = tree.value else {
      error("expected a colour or a paint", at: tree.place, help: "as in \"#00B39F\" or $color")
      return nil
    }
    if let read = expressions[keyPath: known][text], read.tokens.allSatisfy(tokens.contains) {
      return read.value
    }
    var parser = ExpressionParser(text, tokens: tokens)
    do throws(ExpressionError) {
      let value = try body(&parser)
      try parser.end()
      expressions[keyPath: known][text] = (value, parser.usedTokens)
      return value
    } catch {
      var place = tree.place
      if place.start.line == place.end.line {
        place.start.column += error.range.lowerBound + (isPlain ? 0 : 1)
        place.end.column = place.start.column + error.range.count
      }
      self.error(error.message, at: place, help: error.help)
      return nil
    }
  }
}

/// Expressions that were read without a mistake, by their text, with the tokens that each needs.
struct ReadExpressions: Sendable {
  typealias Table<Value: Sendable> = [String: (value: Value, tokens: [String])]

  var colors: Table<ColorExpression> = [:]
  var paints: Table<PaintExpression> = [:]
  var metals: Table<MetalExpression> = [:]
  var tokens: Table<TokenExpression> = [:]
}
