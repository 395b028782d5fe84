internal import BlazonLetters
public import BlazonReadme
internal import BlazonScene
public import BlazonText

extension ReadmeBadge {
  /// The badge as an SVG file, words of letters that no table knows measured with fonts, and not spread.
  public func svg(_ typesetter: inout Typesetter) -> [UInt8] { svg(widths(&typesetter)) }

  /// By the table, and by fonts where it does not know a letter.
  func widths(_ typesetter: inout Typesetter) -> WordWidths {
    var widths = tableWidths
    let (label, message) = (style.label(label, language), style.message(message, language))
    if !widths.label.isSpread {
      widths.label = width(of: label, isBold: style == .social, &typesetter)
    }
    if !widths.message.isSpread {
      let isBold = style == .social || style == .forTheBadge
      widths.message = width(of: message, isBold: isBold, &typesetter)
    }
    return widths
  }

  private func width(
    of text: String, isBold: Bool, _ typesetter: inout Typesetter
  ) -> WordWidths.Width {
    let style = textStyle(isBold: isBold)
    let words = text.split(separator: " ").map { typesetter.set(String($0), in: style) }
    // Browsers take blanks from the first of their fonts, whatever writes the words.
    let blanks = Double(max(0, words.count - 1)) * (typesetter.width(of: " ", in: style))
    // Somebody's browser may write what no font here can.
    let unknown = Double(words.reduce(0) { $0 + $1.missing.count }) * style.size
    // Browsers add room behind every letter, the last too.
    let gaps = text.canBeSpaced ? Double(words.count * 2 - 1) * style.letterSpacing : 0
    var families: [String] = []
    for family in words.flatMap(\.families) where !families.contains(family) {
      families.append(family)
    }
    return .init(
      value: words.reduce(0) { $0 + $1.width } + blanks + unknown + gaps, isSpread: false,
      families: families)
  }

  /// How a font sets words that are not spread: by the face nearest to that of the table.
  func textStyle(isBold: Bool) -> TextStyle {
    let spacing = style == .forTheBadge ? ReadmeStyle.tracking : 0
    return TextStyle(
      face: FontFace(known: isBold ? "DejaVu Sans Bold" : "DejaVu Sans"), size: style.fontSize,
      letterSpacing: spacing, language: language ?? "und")
  }
}

extension String {
  /// Blanks side by side are one in SVG.
  var withSingleBlanks: String { split(separator: " ").joined(separator: " ") }
}
