internal import ICU

extension Typesetter {
  /// The offsets in UTF-8 at which a line of `text` may end: sets of them, the next with places that are
  /// asked only where the one before has too few. At least one.
  ///
  /// Lines end after words: Korean at its blanks, Japanese between phrases, then outside katakana, which
  /// are foreign words; Thai, Lao, Khmer and Burmese as their dictionaries say, then between syllables.
  public func lineBreaks(in text: String, language: String) -> [[Int]] {
    var kinds: Set<Writing> = []
    for scalar in text.unicodeScalars { if let kind = Writing(scalar) { kinds.insert(kind) } }
    guard !kinds.isEmpty else { return [unicodeBreaks(in: text, language: language)] }
    let usual =
      kinds.contains(.unspaced)
      ? ICU.lineBreaks(in: text, locale: language) : unicodeBreaks(in: text, language: language)
    var levels = [usual]
    if kinds.contains(.katakana) || kinds.contains(.hiragana) {
      levels.insert(usual.filter { !splits(text, at: $0, .katakana, .katakana) }, at: 0)
    }
    if kinds.contains(.hiragana) {
      let phrases = Set(ICU.lineBreaks(in: text, locale: "ja-u-lw-phrase"))
      levels.insert(levels[0].filter(phrases.contains), at: 0)
    }
    if kinds.contains(.hangul) {
      levels.insert(levels[0].filter { !splits(text, at: $0, .hangul, nil) }, at: 0)
    }
    if kinds.contains(.unspaced) {
      levels.append(Set(usual).union(syllables(of: text)).sorted())
    }
    return levels.enumerated().filter { $0.offset == 0 || $0.element != levels[$0.offset - 1] }
      .map(\.element)
  }
}

/// How a script tells where words end, where that is not by blanks alone.
private enum Writing {
  case hangul, hiragana, katakana
  /// Words stand without anything between them.
  case unspaced

  init?(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x1100...0x11FF, 0xA960...0xA97F, 0xAC00...0xD7FF: self = .hangul
    case 0x3041...0x309F: self = .hiragana
    case 0x30A1...0x30FA, 0x30FC...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9D: self = .katakana
    case 0x0E01...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0xA9E0...0xA9FF, 0xAA60...0xAA7F,
      0x1950...0x19DF, 0x1A20...0x1AAF, 0xA980...0xA9DF, 0x1B00...0x1B7F:
      self = .unspaced
    default: return nil
    }
  }
}

/// Whether the break at `offset` stands behind or before a letter of `kind`, with a letter (of `other`,
/// where that is given) on its other side.
private func splits(_ text: String, at offset: Int, _ kind: Writing, _ other: Writing?) -> Bool {
  let scalars = text.unicodeScalars
  let place = text.utf8.index(text.startIndex, offsetBy: offset)
  guard place > scalars.startIndex, place < scalars.endIndex else { return false }
  let (before, after) = (scalars[scalars.index(before: place)], scalars[place])
  if let other { return Writing(before) == kind && Writing(after) == other }
  let isJoined = { (scalar: Unicode.Scalar) in !scalar.properties.isWhitespace && scalar != "-" }
  return isJoined(before) && (Writing(before) == kind || Writing(after) == kind)
}

/// The offsets between letters of scripts without blanks, each with its marks.
private func syllables(of text: String) -> [Int] {
  var (offsets, offset): ([Int], Int) = ([], 0)
  var last: Unicode.Scalar?
  for letter in text {
    let first = letter.unicodeScalars.first
    if let last, let first, Writing(last) == .unspaced, Writing(first) == .unspaced,
      first.properties.generalCategory == .otherLetter, !isLeadingVowel(last),
      !isTrailingVowel(first), !isSubscript(last)
    {
      offsets.append(offset)
    }
    offset += letter.utf8.count
    last = letter.unicodeScalars.last
  }
  return offsets
}

/// Vowels of Thai and Lao that stand before their consonant.
private func isLeadingVowel(_ scalar: Unicode.Scalar) -> Bool {
  (0x0E40...0x0E44).contains(scalar.value) || (0x0EC0...0x0EC4).contains(scalar.value)
}

/// Vowels of Thai and Lao that stand behind their consonant as a letter does.
private func isTrailingVowel(_ scalar: Unicode.Scalar) -> Bool {
  [0x0E30, 0x0E32, 0x0E33, 0x0E45, 0x0EB0, 0x0EB2, 0x0EB3].contains(scalar.value)
}

/// Signs that set the next letter below the one before.
private func isSubscript(_ scalar: Unicode.Scalar) -> Bool {
  [0x17D2, 0x1039, 0xA9C0, 0x1B44, 0x1A60].contains(scalar.value)
}
