internal import BlazonArt
internal import BlazonSource
internal import BlazonSpec

extension Starter {
  /// What specs write for the emblem of every title: the best that its words mean and no title before has, or a monogram.
  public static func emblems(for titles: [String]) -> [String] {
    var taken = Set<Emblem>()
    var monograms = Set<String>()
    return titles.map { title in
      let meant = EmblemIndex.shipped.emblems(for: title)
      if let emblem = meant.first(where: { taken.insert($0).inserted }) { return emblem.name }
      let candidates = letters(of: title)
      guard let first = candidates.first?.prefix(1) else {
        // A title of signs alone: any emblem but those that say something about it.
        return Emblem.all.first { taken.insert($0).inserted }?.name ?? Emblem.names[0]
      }
      // At last they are numbered: A2, A3.
      let numbered = (2...999).lazy.map { "\(first)\($0)" }
      let letters =
        candidates.first { monograms.insert($0).inserted }
        ?? numbered.first { monograms.insert($0).inserted } ?? candidates[0]
      // Of these alone it is certain that YAML takes them for letters.
      let isPlain = letters.utf8.allSatisfy { (65...90).contains($0) }
      return "{letters: \(isPlain ? letters : quoted(letters))}"
    }
  }

  /// Monograms of a title, the best first: the initials of up to three words that say something, then more letters of them.
  private static func letters(of title: String) -> [String] {
    let all = title.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let telling = all.filter { EmblemIndex.isTelling($0) }
    let words = telling.isEmpty ? all : telling
    guard let first = words.first else { return [] }
    // Initials of other scripts do not make a word, and Georgian capitals begin none.
    guard first.unicodeScalars.allSatisfy({ $0.value < 0x250 }) else {
      let letter = String(first.prefix(1)).unicodeScalars
      return [
        letter.prefix(1).map(\.properties.titlecaseMapping).joined() + String(letter.dropFirst())
      ]
    }
    var candidates = [words.prefix(3).map { String($0.prefix(1)) }.joined()]
    for (number, word) in words.prefix(3).enumerated() {
      for count in 2...3 {
        let before = words[..<number].map { $0.prefix(1) }.joined()
        let after = words.prefix(3)[(number + 1)...].map { $0.prefix(1) }.joined()
        candidates.append(before + word.prefix(count) + after)
      }
    }
    return candidates.map { String($0.uppercased().prefix(3)) }
  }
}
