internal import BlazonArt
internal import BlazonForm
internal import BlazonScene
internal import BlazonSource
internal import BlazonSpec

/// Understands the items of a sentence, one by one.
struct SentenceReader {
  let presets: [String: Tree]
  /// Whether the programme has a name.
  private var hasName: Bool
  private(set) var report = Report()
  private(set) var badge: [Tree.Entry] = []
  private(set) var programme: [Tree.Entry] = []
  /// What stands on the ribbon: the title in some presets, the band in others.
  private var ribbon: Located<String>?
  /// A stone by itself, until it is known whether the preset of its name is meant.
  private var stone: SentenceItem.Word?

  /// `hasName` says whether the programme has a name already.
  init(presets: [String: Tree], hasName: Bool) { (self.presets, self.hasName) = (presets, hasName) }

  // MARK: Words

  private static let badgeKeys = [
    "title", "short", "subtitle", "band", "marker", "color", "accent", "metal", "finish", "stars",
    "state", "preset", "emblem", "emblem-color",
  ]
  private static let programmeKeys = ["paper", "ink", "language", "programme-color"]
  /// Words of everyday for words of the language.
  private static let synonyms = ["colour": "color", "marked": "marker", "of": "programme"]
  private static let numbers = [
    "no": 0, "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
  ]
  private static let keywords =
    badgeKeys + programmeKeys
    + ["ribbon", "letters", "number", "scene", "programme"] + synonyms.keys.sorted()

  /// Every word that an item can begin with.
  private var vocabulary: [String] {
    SentenceReader.keywords + presets.keys.sorted() + Emblem.names.map(spaced)
      + Metal.Name.allCases.map(\.rawValue) + Words.State.allCases.map(\.rawValue)
      + Words.Finish.allCases.map(\.rawValue)
  }

  // MARK: Items

  mutating func read(_ item: SentenceItem) {
    if item.words.count == 1, item.words[0].isQuoted {
      say("title", at: item.place, item.words[0].text)
      return
    }
    let phrase = item.words.map { $0.text.lowercased() }.joined(separator: " ")
    if let emblem = emblem(phrase) {
      say("emblem", at: item.place, emblem.name)
    } else if let count = stars(item) {
      say("stars", at: item.place, count)
    } else if readTier(item) || readLook(item) || readKeyword(item) {
      return
    } else {
      refuse(item, phrase)
    }
  }

  /// `open book`, `an open book`, or as alternative texts tell it.
  private func emblem(_ phrase: String) -> Emblem? {
    let plain =
      phrase.split(separator: " ", maxSplits: 1).first.map { ["a", "an", "the"].contains($0) }
        == true ? String(phrase.drop { $0 != " " }.dropFirst()) : phrase
    return Emblem(named: plain.replacing(" ", with: "-"))
      ?? Emblem.all.first { $0.subject.lowercased() == phrase }
  }

  /// `three stars`, `3 stars`, `one star`.
  private func stars(_ item: SentenceItem) -> String? {
    guard item.words.count == 2, ["star", "stars"].contains(item.words[1].text.lowercased())
    else { return nil }
    let word = item.words[0].text.lowercased()
    return SentenceReader.numbers[word].map(String.init)
      ?? (Int(word) != nil ? word : nil)
  }

  /// `gold tier`: its metal, and the stars that tell it without colour.
  private mutating func readTier(_ item: SentenceItem) -> Bool {
    guard item.words.count == 2, item.words[1].text.lowercased() == "tier",
      let tier = Variant.shippedTiers.first(where: { $0.name == item.words[0].text.lowercased() })
    else { return false }
    say("metal", at: item.place, tier.name)
    say("stars", at: item.place, String(tier.stars))
    return true
  }

  /// `gold shield`, `flat teal hexagon`, `coming soon`: metals, colours, finishes, states and a preset.
  private mutating func readLook(_ item: SentenceItem) -> Bool {
    var words: [SentenceItem.Word] = []
    for word in item.words where !word.isQuoted {
      // A state of two words is one.
      if let last = words.last,
        Words.State(rawValue: "\(last.text)-\(word.text)".lowercased()) != nil
      {
        words[words.count - 1].text = "\(last.text)-\(word.text)"
        words[words.count - 1].place.end = word.place.end
      } else {
        words.append(word)
      }
    }
    let keys = words.enumerated().map { index, word in
      lookKey(word.text.lowercased(), isLast: index == words.count - 1)
    }
    guard words.count > 0, item.words.allSatisfy({ !$0.isQuoted }) else { return false }
    // With a preset at its end the item is one of these; what does not belong is pointed at.
    let isLook = keys.allSatisfy { $0 != nil } || (words.count > 1 && keys.last == "preset")
    let isKeyword = SentenceReader.keywords.contains(words[0].text.lowercased())
    guard isLook, !isKeyword else { return false }
    for (word, key) in zip(words, keys) {
      let text = word.text.lowercased()
      if words.count == 1, key == "preset", Metal.Name(rawValue: text) != nil {
        stone = word
      } else if let key {
        say(key, at: word.place, text)
      } else {
        let names =
          Metal.Name.allCases.map(\.rawValue) + Words.State.allCases.map(\.rawValue)
          + Words.Finish.allCases.map(\.rawValue)
        report.error(
          "“\(word.text.prefix(60))” is no metal, colour, finish or state", at: word.place,
          help: helpText(for: text, among: names))
      }
    }
    return true
  }

  /// Which key of a badge `word` is a value of.
  private func lookKey(_ word: String, isLast: Bool) -> String? {
    if isLast, presets[word] != nil { return "preset" }
    if Metal.Name(rawValue: word) != nil { return "metal" }
    if Words.Finish(rawValue: word) != nil { return "finish" }
    if Words.State(rawValue: word) != nil { return "state" }
    return Color(css: word) == nil ? nil : "color"
  }

  /// `title Docs Author`, `color #0b7a86`, `of Acme`.
  private mutating func readKeyword(_ item: SentenceItem) -> Bool {
    let word = item.words[0].text.lowercased()
    guard !item.words[0].isQuoted, SentenceReader.keywords.contains(word) else { return false }
    let key = SentenceReader.synonyms[word] ?? word
    guard let value = item.text(after: 1) else {
      report.error(
        "“\(word)” says nothing", at: item.place, help: "a text follows, as in title Docs Author")
      return true
    }
    if item.words.count > 2, item.words[1...].contains(where: \.isQuoted) {
      report.error(
        "quotes around a part of a text", at: value.place,
        help: "put quotes around all of it, and \\\" for those inside")
      return true
    }
    switch key {
    case "ribbon":
      if let first = ribbon { repeated(key, at: item.place, first: first.place) }
      ribbon = value
    case "letters", "number", "scene":
      add(
        Tree.Entry(
          key: Located("emblem", item.place),
          value: Tree(
            .map([
              entry(
                key, item.place,
                key == "scene"
                  ? value.value.lowercased().replacing(" ", with: "-") : value.value, value.place)
            ]), value.place)),
        to: \.badge)
    case "emblem":
      say(key, at: item.place, emblem(value.value.lowercased())?.name ?? value.value, value.place)
    case "programme":
      hasName = true
      add(entry("name", item.place, value.value, value.place), to: \.programme)
    default:
      let list =
        SentenceReader.programmeKeys.contains(key)
        ? \SentenceReader.programme : \SentenceReader.badge
      let name = key == "programme-color" ? "color" : key
      add(entry(name, item.place, value.value, value.place), to: list)
    }
    return true
  }

  /// `gold shield` for `golden sheild`: each word as the metal, colour, finish, state or preset that it most likely means;
  /// `nil` where one means none.
  private func corrected(_ item: SentenceItem) -> String? {
    let looks =
      Metal.Name.allCases.map(\.rawValue) + Words.State.allCases.map(\.rawValue)
      + Words.Finish.allCases.map(\.rawValue)
    var words: [String] = []
    for (index, word) in item.words.enumerated() {
      let (text, isLast) = (word.text.lowercased(), index == item.words.count - 1)
      if lookKey(text, isLast: isLast) != nil {
        words.append(text)
      } else if let likely = suggestions(
        for: text, among: isLast ? presets.keys.sorted() + looks : looks
      ).first {
        words.append(likely)
      } else {
        return nil
      }
    }
    return words.joined(separator: " ")
  }

  /// The word of an emblem that is a map: `ship` of `{scene: ship}`.
  private var emblemOfMap: String? {
    guard let map = badge.last(where: { $0.key.value == "emblem" })?.value.entries,
      case .scalar(let text, _)? = map.first?.value.value
    else { return nil }
    return text
  }

  private mutating func refuse(_ item: SentenceItem, _ phrase: String) {
    let emblems = EmblemIndex.shipped
    let keyword = suggestions(for: item.words[0].text, among: SentenceReader.keywords).first
    // A word that means no emblem is a key that is misspelt, whatever its text means.
    let isKey = keyword != nil && emblems.emblems(for: item.words[0].text).isEmpty
    let likely =
      suggestions(for: phrase, among: vocabulary).first ?? corrected(item)
      ?? (isKey ? keyword : emblems.emblems(for: phrase).first.map { spaced($0.name) } ?? keyword)
    report.error(
      "“\(phrase.prefix(80))” is not understood", at: item.place,
      help: likely.map { "did you mean “\($0)”?" }
        ?? "say a preset (\(presets.keys.sorted().joined(separator: ", "))), an emblem, stars, or one "
        + "of \((SentenceReader.badgeKeys + ["ribbon", "letters", "number", "scene", "of"]).joined(separator: ", ")) with its text"
    )
  }

  // MARK: What was said

  private func entry(
    _ key: String, _ place: Place, _ text: String, _ valuePlace: Place? = nil
  ) -> Tree.Entry {
    // Numbers and names are plain; a text is text however it looks.
    let isPlain = !["title", "short", "subtitle", "band", "name", "letters"].contains(key)
    return Tree.Entry(
      key: Located(key, place), value: Tree(.scalar(text, isPlain: isPlain), valuePlace ?? place))
  }

  private mutating func say(
    _ key: String, at place: Place, _ text: String, _ valuePlace: Place? = nil
  ) {
    add(entry(key, place, text, valuePlace), to: \.badge)
  }

  private mutating func add(
    _ entry: Tree.Entry, to list: WritableKeyPath<SentenceReader, [Tree.Entry]>
  ) {
    if let first = self[keyPath: list].first(where: { $0.key.value == entry.key.value }) {
      repeated(entry.key.value, at: entry.key.place, first: first.key.place)
    } else {
      self[keyPath: list].append(entry)
    }
  }

  private mutating func repeated(_ key: String, at place: Place, first: Place) {
    report.error(
      "“\(key)” is said twice", at: place, help: "it was said first at \(first.label)")
  }

  /// Whether the preset's ribbon shows the word unless another is said.
  private func ribbonShows(_ word: String) -> Bool {
    guard let template = value("preset").flatMap({ presets[$0]?["ribbon"]?["text"] }),
      case .scalar(let text, _) = template.value
    else { return false }
    return text.contains("{{\(word)}}")
  }

  private func says(_ key: String) -> Bool { badge.contains { $0.key.value == key } }

  private func value(_ key: String) -> String? {
    badge.first { $0.key.value == key }.flatMap {
      if case .scalar(let text, _) = $0.value.value { text } else { nil }
    }
  }

  /// Adds what goes without saying: the preset, where the ribbon's text belongs, the title.
  mutating func finish(_ alternative: Located<String>?, at place: Place) {
    if let stone {
      say(says("preset") ? "metal" : "preset", at: stone.place, stone.text.lowercased())
    }
    if !says("preset") { say("preset", at: place, "hexagon") }
    if let ribbon {
      let isOfTitle = ribbonShows("title") || ribbonShows("short")
      let key = !isOfTitle ? "band" : says("title") ? "short" : "title"
      add(entry(key, ribbon.place, ribbon.value), to: \.badge)
    } else if ribbonShows("programme"), !hasName, !says("band"), !says("state") {
      // Nothing would stand on it.
      let none = Tree(.map([entry("ribbon", place, "null")]), place)
      badge.append(Tree.Entry(key: Located("adjust", place), value: none))
    }
    if let alternative {
      add(entry("alt", alternative.place, alternative.value), to: \.badge)
    }
    guard !says("title") else { return }
    if let title = value("emblem") ?? emblemOfMap ?? value("band") {
      let words = spaced(title).split(separator: " ").map {
        $0.prefix(1).uppercased() + $0.dropFirst()
      }
      say("title", at: place, words.joined(separator: " "))
      return
    }
    if !report.hasErrors {
      report.error(
        "the badge says nothing", at: place, help: "add a title, as in title Docs Author")
    }
    // What else is wrong is told too, but not that there is no title.
    say("title", at: place, "?")
  }

  private func spaced(_ name: String) -> String { name.replacing("-", with: " ") }
}
