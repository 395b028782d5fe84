internal import BlazonForm

/// How words look, wherever they stand.
public struct TypeSlot: Sendable {
  public enum Transform: String, CaseIterable, Sendable {
    case none, uppercase
    /// Capitals, unless the badge's `capitals` says otherwise.
    case auto
  }

  public var font: String
  /// The largest sizes for one line, two lines, and so on.
  public var sizes: [Double]
  /// What the text may shrink to.
  public var minimum: Double
  public var letterSpacing: Double
  public var lineHeight: Double
  public var transform: Transform

  enum Keys {
    static let font = Key(
      "font", Form<String>.name(of: "a font") { TypeSlot.fontNames }, "the face")
    static let size = Key(
      "font-size", .fontSizes,
      "the largest size; a list allows as many lines")
    static let minimum = Key("min-font-size", .size, "the size below which it is an error")
    static let spacing = Key(
      "letter-spacing", Form<Double>.number(in: -20...60), "between characters")
    static let lineHeight = Key(
      "line-height", Form<Double>.number(in: 0.8...3), "as a share of the size")
    static let transform = Key(
      "text-transform", Form<Transform>.choice("text transform"), "capitals or not")
    static let all = [
      KeyDeclaration(font), .init(size), .init(minimum), .init(spacing), .init(lineHeight),
      .init(transform),
    ]
  }

  /// The faces of `fonts/`, by the names that specs use.
  public static let fontNames = [
    "Inter", "Inter SemiBold", "Inter Bold", "Inter Display Bold", "Sora SemiBold",
    "Sora ExtraBold", "Manrope ExtraBold", "EB Garamond", "EB Garamond Italic",
    "Vollkorn SemiBold", "JetBrains Mono", "DejaVu Sans", "DejaVu Sans Bold",
  ]

  /// Words in `font`, at most as large as `sizes` in one line, two lines and so on, at least as large as `minimum`.
  public init(
    _ font: String, _ sizes: [Double], minimum: Double, letterSpacing: Double = 0,
    lineHeight: Double = 1.16
  ) {
    (self.font, self.sizes, self.minimum) = (font, sizes, minimum)
    (self.letterSpacing, self.lineHeight, transform) = (letterSpacing, lineHeight, .none)
  }

  init(_ fields: inout Fields, _ reading: inout Reading) {
    font = fields.take(Keys.font, &reading) ?? "Manrope ExtraBold"
    sizes = fields.take(Keys.size, &reading) ?? [24]
    minimum = fields.take(Keys.minimum, &reading) ?? 12
    letterSpacing = fields.take(Keys.spacing, &reading) ?? 0
    lineHeight = fields.take(Keys.lineHeight, &reading) ?? 1.16
    transform = fields.take(Keys.transform, &reading) ?? .none
  }
}
