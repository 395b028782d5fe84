/// How wide the words of a badge are, and who draws them.
package struct WordWidths {
  package struct Width {
    /// In pixels; of words that no table knows as a font draws them.
    package var value: Double
    /// Whether the words are spread to it, as all badges of this kind are.
    package var isSpread = true
    /// The installed families that draw them best, for words that no table knows.
    package var families: [String] = []

    package init(value: Double, isSpread: Bool = true, families: [String] = []) {
      (self.value, self.isSpread, self.families) = (value, isSpread, families)
    }

    /// The width that flat badges give a text: whole, and odd for what is spread, so that halves fall on
    /// pixels.
    package var whole: Double {
      let whole = value.rounded(isSpread ? .down : .up)
      return isSpread && whole.truncatingRemainder(dividingBy: 2) == 0 ? whole + 1 : whole
    }
  }

  package var label: Width
  package var message: Width
}

extension ReadmeBadge {
  /// Whether all its words are of letters whose widths badges of this kind share. Others are measured with
  /// fonts.
  public var isOfKnownLetters: Bool {
    TextWidths.knows(style.label(label, language))
      && TextWidths.knows(style.message(message, language))
  }

  /// By the table alone: letters that it does not know are as wide as an m.
  package var tableWidths: WordWidths {
    let fonts = style.tableFonts
    func width(_ text: String, _ font: TextWidths.Font) -> WordWidths.Width {
      .init(value: TextWidths.width(of: text, in: font), isSpread: TextWidths.knows(text))
    }
    return WordWidths(
      label: width(style.label(label, language), fonts.label),
      message: width(style.message(message, language), fonts.message))
  }
}
