internal import BlazonArt

/// One search: which terms a text says, and how much that tells for each emblem.
struct EmblemSearch {
  /// A word of the index that stands in the text.
  private struct Match {
    var word: Int
    var end: Int
    /// 1 if it stands so, less if it is another form of it.
    var quality: Double
  }

  /// A term of the index that stands in the text.
  private struct Hit {
    var range: Range<Int>
    var term: Int
    /// How much of its value counts.
    var quality: Double
    /// Whether several words stand together as in the term.
    var isPhrase: Bool
    var worth = 0.0
  }

  private let text: SearchText
  private let index: EmblemIndex
  /// By place in the text.
  private var matches: [[Match]]
  private var hits: [Hit] = []
  private var weights: [Double]

  /// The emblems that are meant, by their places in the index, the best first.
  private(set) var ranking: [(emblem: Int, score: Double)] = []

  init(_ text: SearchText, in index: EmblemIndex) {
    (self.text, self.index) = (text, index)
    matches = Array(repeating: [], count: text.pieces.count)
    weights = Array(repeating: 0, count: text.pieces.count)
    for run in text.words {
      if text.pieces[run.lowerBound].isUnspaced {
        matchUnspaced(run)
      } else {
        matchWord(run.lowerBound)
      }
    }
    weigh()
    findTerms()
    rank()
  }

  // MARK: Words

  private mutating func matchWord(_ place: Int) {
    let piece = text.pieces[place]
    let end = place + 1
    var found: [Match] = []
    let exact = exactWord(piece.text)
    if let exact { found.append(Match(word: exact, end: end, quality: 1)) }
    guard !piece.isNumber else {
      matches[place] = found
      return
    }
    // A form of a word tells less where the word itself means an emblem.
    let share = exact.map { index.words[$0].emblems > 0 } == true ? 0.6 : 1
    for (number, word) in index.words.enumerated()
    where number != exact && !word.isUnspaced && word.letters.first == piece.letters.first {
      let kinship = word.families.kinship(piece.letters, word.letters)
      if kinship > 0 { found.append(Match(word: number, end: end, quality: kinship * share)) }
    }
    if found.isEmpty, piece.letters.count >= 9 {
      for (number, word) in index.words.enumerated()
      where !word.isUnspaced && word.families.contains(WordFamily.germanic.alone) {
        let quality = WordFamily.compound(piece.letters, with: word.letters)
        if quality > 0 { found.append(Match(word: number, end: end, quality: quality)) }
      }
    }
    matches[place] = found
  }

  /// The word of the index that is written so, or with ä for ae.
  private func exactWord(_ text: String) -> Int? {
    if let number = index.wordNumbers[text] { return number }
    var plain = text
    for (written, letter) in [("ae", "a"), ("oe", "o"), ("ue", "u")] {
      plain = plain.replacing(written, with: letter)
    }
    return plain == text ? nil : index.wordNumbers[plain]
  }

  /// Words of two letters and more anywhere in a run; a single letter alone or at the end. Katakana writes foreign words, which
  /// another may end in by chance: one of them begins or ends where its katakana do.
  private mutating func matchUnspaced(_ run: Range<Int>) {
    let letters = text.pieces[run].map { $0.letters[0] }
    let katakana = text.pieces[run].map(\.isKatakana)
    for (number, word) in index.words.enumerated()
    where word.isUnspaced && word.letters.count <= letters.count {
      let count = word.letters.count
      for start in 0...(letters.count - count)
      where letters[start] == word.letters[0]
        && letters[start..<start + count].elementsEqual(word.letters)
      {
        let isFirst = start == 0
        let isLast = start + count == letters.count
        // 賞 ends the names of prizes, but 本, a book, also 日本, Japan.
        if count == 1, letters.count > 1, !isLast || letters.count == 2 { continue }
        if word.isKatakana {
          let begins = isFirst || !katakana[start - 1]
          let ends = isLast || !katakana[start + count]
          guard begins || ends else { continue }
        }
        let place = run.lowerBound + start
        let quality = count == 1 && letters.count > 1 ? 0.6 : 1
        matches[place].append(Match(word: number, end: place + count, quality: quality))
      }
    }
  }

  // MARK: Weights

  /// Gives every place of the text its weight: rare words count more than common ones, the head of a title most.
  private mutating func weigh() {
    let all = text.pieces.map { piece in
      piece.isNumber ? .nothing : piece.isUnspaced ? .full : CommonWords.weight(of: piece.text)
    }
    // Where nothing else is said, the little that is counts whole.
    let most = all.map(\.value).max() ?? 0
    for (place, weight) in all.enumerated() {
      if text.pieces[place].isUnspaced {
        weights[place] = 0.5
        continue
      }
      // But not what says nothing, unless an emblem is called so: “the” is no tea, a die is a die.
      let isMost = weight.value == most && (most > 0 || isName(text.pieces[place].text))
      let plain = isMost ? 1 : weight.value
      let exact = matches[place].first { $0.quality == 1 }
      let emblems = exact.map { index.words[$0.word].emblems } ?? 1
      weights[place] = plain / rarity(emblems)
    }
    if let head = head(all) { weights[head] *= 1.2 }
  }

  private func isName(_ word: String) -> Bool { index.emblems.contains { $0.name == word } }

  private func rarity(_ emblems: Int) -> Double {
    // Grows by a quarter with every doubling.
    var (count, divisor) = (emblems, 1.0)
    while count > 1 {
      divisor += 0.17
      count /= 2
    }
    return divisor
  }

  /// The place of the noun that the title is about: the last before “of …”, or the first, as Romance and Slavic languages say it.
  private func head(_ all: [CommonWords.Weight]) -> Int? {
    let pieces = text.pieces
    let first = all.firstIndex { $0 != .nothing } ?? 0
    let cut = pieces.indices.first {
      $0 > first && !pieces[$0].isUnspaced && CommonWords.isPreposition(pieces[$0].text)
    }
    let nouns = (0..<(cut ?? pieces.count)).filter {
      !pieces[$0].isUnspaced && (all[$0] == .full || all[$0] == .rank)
    }
    guard nouns.count > 0 else { return nil }
    let isFirst = cut.map { CommonWords.isRomance(pieces[$0].text) } ?? namesFirst
    return isFirst ? nouns.first : nouns.last
  }

  /// Whether more of the words are of languages that say the noun first than of others.
  private var namesFirst: Bool {
    var (first, others) = (0, 0)
    for match in matches.compactMap(\.first) {
      let uses = index.words[match.word].uses.map { index.terms[$0.term].namesFirst }
      if uses.contains(false) { others += 1 } else { first += 1 }
    }
    return first > others
  }

  // MARK: Terms

  private mutating func findTerms() {
    for place in text.pieces.indices {
      for match in matches[place] {
        for use in index.words[match.word].uses { find(use, match, at: place) }
      }
      // checklist, check-list and check list are one
      for end in place + 1..<min(place + 5, text.pieces.count + 1) {
        let range = place..<end
        guard !text.pieces[range].contains(where: \.isUnspaced) else { break }
        for term in index.joined[text.joined(range)] ?? []
        where index.terms[term].words.count != range.count {
          hits.append(Hit(range: range, term: term, quality: 1, isPhrase: range.count > 1))
        }
      }
    }
  }

  private mutating func find(_ use: (term: Int, index: Int), _ match: Match, at place: Int) {
    let term = index.terms[use.term]
    let count = term.words.count
    if count == 1 {
      let word = index.words[match.word]
      let share = word.isUnspaced && word.weight != .full ? word.weight.value : 1
      hits.append(
        Hit(
          range: place..<match.end, term: use.term, quality: match.quality * share,
          isPhrase: match.end - place > 2))
      return
    }
    if use.index == 0, let end = end(of: term.words, at: place) {
      hits.append(
        Hit(range: place..<end.place, term: use.term, quality: end.quality, isPhrase: true))
    }
    // One word of several tells something if it is no common one, more if it is the noun.
    guard index.words[match.word].weight == .full else { return }
    let isHead = use.index == (term.namesFirst ? 0 : count - 1)
    hits.append(
      Hit(
        range: place..<match.end, term: use.term, quality: match.quality * (isHead ? 0.5 : 0.35),
        isPhrase: false))
  }

  /// Where the words of a term end that begin at `place`, and how surely they are meant; `nil` unless all stand there.
  private func end(of words: [Int], at place: Int) -> (place: Int, quality: Double)? {
    var (place, quality) = (place, 1.0)
    for word in words {
      guard place < matches.count, let match = matches[place].first(where: { $0.word == word })
      else { return nil }
      quality *= match.quality
      place = match.end
    }
    return (place, quality)
  }

  // MARK: Ranks

  private mutating func rank() {
    let phrases = hits.filter { $0.isPhrase && $0.quality > 0.6 }
    for index in hits.indices { hits[index].worth = worth(of: hits[index], beside: phrases) }
    var byEmblem: [Int: [Hit]] = [:]
    for hit in hits where hit.worth > 0 {
      byEmblem[index.terms[hit.term].emblem, default: []].append(hit)
    }
    ranking = byEmblem.map { emblem, hits in (emblem, score(of: hits)) }
    let names = index.emblems.map(\.name)
    ranking.sort {
      $0.score == $1.score ? names[$0.emblem] < names[$1.emblem] : $0.score > $1.score
    }
  }

  private func worth(of hit: Hit, beside phrases: [Hit]) -> Double {
    let isSpaced = !text.pieces[hit.range.lowerBound].isUnspaced
    var weight = 0.0
    for place in hit.range {
      // In a phrase a common word is as telling as another.
      let least = hit.isPhrase && isSpaced ? (weights[place] == 0 ? 0.15 : 0.5) : 0
      weight += max(weights[place], least)
    }
    let bonus = hit.isPhrase && isSpaced && hit.range.count > 1 ? 1.25 : 1
    // A word of a phrase means the phrase: who says machine learning does not mean a school.
    let isPart = phrases.contains { phrase in
      phrase.range.count > hit.range.count && phrase.range.contains(hit.range.lowerBound)
        && phrase.range.contains(hit.range.upperBound - 1)
        && index.terms[phrase.term].emblem != index.terms[hit.term].emblem
    }
    return index.terms[hit.term].value * hit.quality * weight * bonus * (isPart ? 0.45 : 1)
  }

  /// What an emblem's terms say together; no word counts twice.
  private func score(of hits: [Hit]) -> Double {
    var taken = Set<Int>()
    var score = 0.0
    let ordered = hits.sorted {
      ($1.worth, $0.range.lowerBound, $0.term) < ($0.worth, $1.range.lowerBound, $1.term)
    }
    for hit in ordered where taken.isDisjoint(with: hit.range) {
      taken.formUnion(hit.range)
      score += hit.worth
    }
    // Equal to the last digit whatever the order of adding.
    return (score * 1e6).rounded() / 1e6
  }
}
