internal import BlazonScene
internal import BlazonText

/// How wide the words of a badge are, and who draws them.
struct WordWidths {
  struct Width {
    /// In pixels; of words that no table knows as a font draws them.
    var value: Double
    /// Whether the words are spread to it, as all badges of this kind are.
    var isSpread = true
    /// The installed families that draw them best, for words that no table knows.
    var families: [String] = []

    /// The width that flat badges give a text: whole, and odd for what is spread, so that halves fall on
    /// pixels.
    var whole: Double {
      let whole = value.rounded(isSpread ? .down : .up)
      return isSpread && whole.truncatingRemainder(dividingBy: 2) == 0 ? whole + 1 : whole
    }
  }

  var label: Width
  var message: Width
}

extension ReadmeBadge {
  /// Whether all its words are of letters whose widths badges of this kind share. Others are measured with
  /// fonts.
  public var isOfKnownLetters: Bool {
    TextWidths.knows(style.label(label, language))
      && TextWidths.knows(style.message(message, language))
  }

  /// By the table alone: letters that it does not know are as wide as an m.
  var tableWidths: WordWidths {
    let fonts = style.tableFonts
    func width(_ text: String, _ font: TextWidths.Font) -> WordWidths.Width {
      .init(value: TextWidths.width(of: text, in: font), isSpread: TextWidths.knows(text))
    }
    return WordWidths(
      label: width(style.label(label, language), fonts.label),
      message: width(style.message(message, language), fonts.message))
  }

  /// By the table, and by fonts where it does not know a letter.
  func widths(_ typesetter: inout Typesetter) -> WordWidths {
    var widths = tableWidths
    let (label, message) = (style.label(label, language), style.message(message, language))
    if !TextWidths.knows(label) {
      widths.label = width(of: label, isBold: style == .social, &typesetter)
    }
    if !TextWidths.knows(message) {
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
