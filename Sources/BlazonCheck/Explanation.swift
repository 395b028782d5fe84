extension Rule {
  /// What is measured, what is allowed, and what to do about a breach: what `check --explain` prints.
  public var explanation: String {
    switch id {
    case Rule.fit.id:
      """
      Words are set as large as their place allows, break into the lines that it has, and shrink down to
      the least size of the preset. Rows of a stack take room from the emblem first, then from each other.
      What is still too long is refused, with how many characters would do.
      Remedy: shorten it; give a “short” form where the preset shows one; let a long word break with a
      soft hyphen where there are two lines.
      """
    case Rule.glyphs.id:
      """
      Every letter of every name and title is looked for in the fonts that ship, in those that the
      programme names, and among what is installed. What none can write is refused, never drawn as a box.
      Remedy: install the package that the message names, or another family under “fonts”.
      """
    case Rule.overlap.id:
      """
      Words, stars, marker, ribbon, ornaments and emblem are painted each alone, and the pixels that two
      of them share are counted: at most 36 square units of the canvas of 512 by 512. Words may stand on
      their own ribbon or marker, and ornaments about the emblem.
      Remedy: shorten the words, leave one of the two out, or take another preset.
      """
    case Rule.contrast.id:
      """
      The picture is painted 256 pixels wide without its words. In the worst twentieth of the pixels
      within two of their letters words contrast by 4.5 to 1, or by 3 to 1 where letters are 24 pixels
      high, or 19 and bold (WCAG 2.2, 1.4.3). Along four fifths of the emblem's outline, within three pixels
      of it, there is a tone that contrasts by 3 to 1 with what is behind it. Along the badge's edge, within
      two pixels of it, there is one that so contrasts with white, and one with #0D1117.
      Remedy: another “color” or “accent”, or “ground: light” or “ground: dark”.
      """
    case Rule.legible.id:
      """
      Letters that would be smaller than 9 pixels are left out of the sizes where they would be; a word
      that is too small even 512 pixels wide is refused.
      Remedy: shorten it, or leave it out.
      """
    case Rule.colorBlind.id:
      """
      The tiers of a badge are painted 64 pixels wide as people with protanopia, deuteranopia and
      tritanopia see them. Two tiers differ by 0.05 in OKLab in at least 0.8 percent of their pixels.
      Remedy: tell them apart by stars or markers.
      """
    case Rule.duplicate.id:
      """
      Two badges of a programme that come out as the same picture are one too many.
      Remedy: another emblem, colour or word; or make the one an alias of the other.
      """
    case Rule.criteria.id:
      """
      A badge that does not say what it takes to earn it says little: pages and credentials show it.
      Remedy: one sentence under “criteria”.
      """
    default: summary + ".\n"
    }
  }
}
