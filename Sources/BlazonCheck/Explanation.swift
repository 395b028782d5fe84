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
    case Rule.requirements.id:
      """
      Each badge under “requires” was held on the day of the award, by an award of the ledgers whose time
      was not over. A derived badge that a row gives to somebody of whom no part is known is passed over.
      Remedy: write when it was earned, mend the day, or weigh the rule otherwise under “check”.
      """
    case Rule.criteria.id:
      """
      A badge that does not say what it takes to earn it says little: pages and credentials show it.
      Remedy: one sentence under “criteria”.
      """
    default: folderExplanation ?? summary + ".\n"
    }
  }
}

extension Rule {
  /// The same of a rule of folders of pictures.
  private var folderExplanation: String? {
    switch id {
    case Rule.pair.id:
      """
      The SVG and the PNG of a badge are drawn, trimmed to their ink, made as large as they have room in a
      square of 64 by 64 pixels, and laid on white. Of the pixels where either has ink at most 8 percent
      differ by more than 36 of 255 in red, green or blue; another outline is another picture.
      Remedy: export the PNG anew from the SVG; or import the folder and let “render” write both.
      """
    case Rule.liveText.id:
      """
      Words in an SVG are set in the fonts of whoever looks at it: where the family is not there, in
      another. Every family that words ask for is told, at the first of them.
      Remedy: convert text to paths. Inkscape: Path › Object to Path. Illustrator: Type › Create Outlines.
      """
    case Rule.twins.id:
      """
      Two files that are equal byte for byte, or two pictures of which less than 1 percent of the pixels
      differ by more than 16 of 255, under the names of two badges.
      Remedy: give one another picture, or make it an alias of the other.
      """
    case Rule.unreadable.id:
      """
      Each picture is read as “draw” reads it: an SVG as a browser shows it, without what it would fetch;
      PNG, JPEG and WebP of at most 16 million pixels and 16 MiB.
      Remedy: what the message says.
      """
    case Rule.formats.id:
      """
      A badge is wanted as SVG, which is sharp at any size, and as PNG, which every page shows.
      Remedy: export the other one; or import the folder, as “render” writes both.
      """
    case Rule.embedded.id:
      """
      The bytes of the pictures of pixels that stand in an SVG as data: they are not sharp, and heavy.
      Remedy: draw them as shapes, or use the PNG alone.
      """
    case Rule.alternative.id:
      """
      An SVG that stands alone tells what it shows by <title>, <desc> and role="img".
      Remedy: add them; what “render” writes has all three.
      """
    case Rule.heavy.id:
      """
      An SVG has at most 40,000 bytes and any other picture at most 256,000: pages show dozens of badges.
      Remedy: save it smaller, or with fewer colours.
      """
    case Rule.margins.id:
      """
      Of the height or the width at most 10 percent let everything through, above and below together. Of a badge the widest
      margin is told once.
      Remedy: trim it; pages that show it then need another size.
      """
    case Rule.drift.id:
      """
      The folder, the file, and the slug and label of the list are the same word, however it is spelt.
      Remedy: choose one name; an imported programme keeps the others under “aliases”.
      """
    default: nil
    }
  }
}
