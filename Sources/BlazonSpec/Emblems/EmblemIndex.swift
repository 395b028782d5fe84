public import BlazonArt
internal import BlazonForm
internal import BlazonSource
internal import Shipped

/// Finds emblems by what people call them: by their names, their tags, and words in ten languages more.
///
/// Words are found whole, or in another form of theirs, whatever their case, accents and hyphens. A piece of a word is found
/// only where languages write words together: in long German and Dutch ones, in Chinese and Japanese.
public struct EmblemIndex: Sendable {
  /// A name, a tag or a word for one emblem.
  struct Term: Sendable {
    /// Its place in `emblems`.
    var emblem: Int
    /// Places in `words`.
    var words: [Int]
    /// How much it says about the emblem, to 1.
    var value: Double
    /// Whether its language says the noun first, and then which.
    var namesFirst: Bool
  }

  /// A word of terms.
  struct Word: Sendable {
    var letters: [Unicode.Scalar]
    var isUnspaced: Bool
    var isKatakana: Bool
    var families: WordFamily.Several = []
    var weight: CommonWords.Weight
    /// The terms that it stands in, and where.
    var uses: [(term: Int, index: Int)] = []
    /// How many emblems have it by itself as a term, and the last of them.
    var emblems = 0
    var lastEmblem: Int?
  }

  let emblems: [Emblem]
  private(set) var terms: [Term] = []
  private(set) var words: [Word] = []
  private(set) var wordNumbers: [String: Int] = [:]
  /// Terms by their letters without spaces.
  private(set) var joined: [String: [Int]] = [:]

  /// The emblems of the library. Its words are read when somebody first looks for one.
  public static let shipped = EmblemIndex(Emblem.all, words: shippedWords)

  /// `words`: by emblem and language, the best first.
  init(_ emblems: [Emblem], words: [String: [(language: String, words: [String])]]) {
    self.emblems = emblems
    for (number, emblem) in emblems.enumerated() {
      add(emblem.name, of: number, "en", value: 1)
      for (place, tag) in emblem.tags.enumerated() {
        add(tag, of: number, "en", value: max(0.55, 0.92 - 0.03 * Double(place)))
      }
      for (language, words) in words[emblem.name] ?? [] {
        for (place, word) in words.enumerated() {
          add(word, of: number, language, value: max(0.5, 0.8 - 0.04 * Double(place)))
        }
      }
    }
  }

  private mutating func add(_ text: String, of emblem: Int, _ language: String, value: Double) {
    let text = SearchText(text)
    var numbers: [Int] = []
    let family = WordFamily(language)
    for word in text.words {
      let letters = text.pieces[word].flatMap(\.letters)
      let key = text.joined(word)
      let number = wordNumbers[key] ?? words.count
      if number == words.count {
        wordNumbers[key] = number
        words.append(
          Word(
            letters: letters, isUnspaced: text.pieces[word.lowerBound].isUnspaced,
            isKatakana: text.pieces[word].allSatisfy(\.isKatakana),
            weight: CommonWords.weight(of: key)))
      }
      if let family { words[number].families.insert(family.alone) }
      words[number].uses.append((terms.count, numbers.count))
      numbers.append(number)
    }
    guard !numbers.isEmpty else { return }
    if numbers.count == 1, words[numbers[0]].lastEmblem != emblem {
      words[numbers[0]].emblems += 1
      words[numbers[0]].lastEmblem = emblem
    }
    joined[text.joined(0..<text.pieces.count), default: []].append(terms.count)
    terms.append(
      Term(emblem: emblem, words: numbers, value: value, namesFirst: family?.namesFirst ?? false))
  }

  /// Emblems that `text`, a word or a title, may mean, the best first; none where no word of it is known.
  public func emblems(for text: String) -> [Emblem] {
    let ranking = EmblemSearch(SearchText(text), in: self).ranking
    let least = (ranking.first?.score ?? 0) * 0.25
    return ranking.prefix { $0.score >= least }.map { emblems[$0.emblem] }
  }

  /// Whether `word` says what a title is about, unlike “of”, “first” or “award”.
  package static func isTelling(_ word: String) -> Bool {
    SearchText(word).pieces.contains { piece in
      switch CommonWords.weight(of: piece.text) {
      case .nothing, .faint: false
      case .rank, .full: true
      }
    }
  }

  /// The words that ship, by emblem and language.
  static var shippedWords: [String: [(language: String, words: [String])]] {
    var report = Report()
    var all: [String: [(language: String, words: [String])]] = [:]
    for file in ShippedFile.words where file.name == "emblem-words.yaml" {
      let source = SourceText(name: "<presets>/\(file.name)", bytes: file.bytes)
      for emblem in Tree(source, report: &report)?["emblem-words"]?.entries ?? [] {
        all[emblem.key.value] = (emblem.value.entries ?? []).map { language in
          guard case .scalar(let text, _) = language.value.value else {
            return (language.key.value, [])
          }
          return (language.key.value, text.split(separator: ",").map { trimmed($0) })
        }
      }
    }
    precondition(!report.hasErrors && !all.isEmpty, "the shipped words of emblems are broken")
    return all
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " })
  }
}

extension SearchText {
  /// The ranges of pieces that are words: by spaces, or a whole run without.
  var words: [Range<Int>] {
    var words: [Range<Int>] = []
    for (index, piece) in pieces.enumerated() {
      if piece.continues, let last = words.last {
        words[words.count - 1] = last.lowerBound..<index + 1
      } else {
        words.append(index..<index + 1)
      }
    }
    return words
  }
}
