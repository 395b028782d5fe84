/// What is one name in two words: `عبد الرحمن`, `van der Berg`. A line that ends within it reads as another name.
enum Compounds {
  /// Words that lean on the next.
  private static let leading: Set<String> = [
    // Arabic: servant of, father of, mother of, son of, daughter of, house of, owner of.
    "عبد", "أبو", "ابو", "أبي", "أبا", "أم", "ابن", "بن", "ابنة", "بنت", "آل",
    "ذو",
    // Hebrew: son of, daughter of.
    "בן", "בת",
    // Of Latin script, as they stand within names.
    "al", "el", "bin", "binti", "ibn", "abu", "da", "das", "de", "del", "della", "den", "der",
    "des", "di", "do", "dos", "du", "la", "le", "ter", "van", "vom", "von", "zu", "zur",
  ]
  /// Words that lean on the one before: of the religion, of God.
  private static let trailing: Set<String> = ["الدين", "الله", "اللّه"]

  /// Whether a line had better not end between the words `first` and `second`.
  static func binds(_ first: Substring, _ second: Substring) -> Bool {
    leading.contains(String(first)) || trailing.contains(String(second))
  }

  /// Those of `breaks`, offsets into `utf8`, at which no compound ends up in two.
  static func keepingWhole(_ breaks: [Int], in utf8: [UInt8]) -> [Int] {
    let space = UInt8(ascii: " ")
    return breaks.filter { end in
      guard end > 0, utf8[end - 1] == space else { return true }
      let before = utf8[..<(end - 1)]
      let first = before[((before.lastIndex(of: space) ?? -1) + 1)...]
      let second = utf8[end...].prefix { $0 != space }
      return !binds(
        Substring(decoding: first, as: UTF8.self), Substring(decoding: second, as: UTF8.self))
    }
  }
}
