public import BlazonScene

/// A colour as READMEs name it.
public struct ReadmeColor: Hashable, Sendable {
  public let color: Color
  /// The colour as the SVG writes it, without its alpha.
  let text: String

  /// The names that badges of this kind share, which come before CSS's colours of the same names.
  public static let names: [(name: String, hex: String)] = [
    ("brightgreen", "#4c1"), ("green", "#97ca00"), ("yellow", "#dfb317"),
    ("yellowgreen", "#a4a61d"), ("orange", "#fe7d37"), ("red", "#e05d44"), ("blue", "#007ec6"),
    ("grey", "#555"), ("lightgrey", "#9f9f9f"), ("gray", "#555"), ("lightgray", "#9f9f9f"),
    ("critical", "#e05d44"), ("important", "#fe7d37"), ("success", "#4c1"),
    ("informational", "#007ec6"), ("inactive", "#9f9f9f"),
  ]

  /// The names of CSS, for suggestions.
  public static var otherNames: [String] { Color.names }

  /// The message's colour unless another is chosen.
  public static let brightgreen = ReadmeColor(hex: "#4c1")
  /// The label's colour unless another is chosen.
  public static let grey = ReadmeColor(hex: "#555")

  static let socialButton = ReadmeColor(hex: "#fcfcfc")
  static let socialBubble = ReadmeColor(hex: "#fafafa")

  /// One of `names`; a hexadecimal colour, `#` or not; a name of CSS; `rgb(…)` or `hsl(…)`.
  ///
  /// `nil` if `word` is none of them.
  public init?(_ word: String) {
    let word = word.lowercased()
    if let (_, hex) = ReadmeColor.names.first(where: { $0.name == word }) {
      self.init(hex: hex)
    } else if [3, 6].contains(word.utf8.count), let color = Color(css: "#" + word) {
      self.init(color, text: "#" + word)
    } else if let color = Color(css: word) {
      let isOpaque = word.first != "#" || [4, 7].contains(word.utf8.count)
      self.init(color, text: isOpaque ? word : color.hexText)
    } else if let color = Color(cssFunction: word) {
      self.init(color, text: color.hexText)
    } else {
      return nil
    }
  }

  private init(_ color: Color, text: String) { (self.color, self.text) = (color, text) }

  private init(hex: String) {
    guard let color = Color(css: hex) else { preconditionFailure("“\(hex)” is a colour") }
    self.init(color, text: hex)
  }

  /// Black or white, whichever such badges write on this colour, and the shadow that goes with it.
  ///
  /// By the brightness of AERT, 0…1, rounded to hundredths: above 0.69 letters are dark.
  var ink: (letters: String, shadow: String) {
    let color = color.quantized()
    let sum = 299 * color.red + 587 * color.green + 114 * color.blue
    // 0.695 is rounded down, as binary fractions have it.
    return (sum * 255).rounded() <= 177_225 ? ("#fff", "#010101") : ("#333", "#ccc")
  }
}
