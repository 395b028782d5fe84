internal import BlazonForm
internal import BlazonSource

/// The words that a picture says of itself, by language: “Issued”, “Valid until”, the months.
///
/// A table that ships with the program, under one of the programme's own.
public struct Wording: Sendable {
  private struct Language: Sendable {
    var words: [Word: String]
    var date: String?
    var months: [String]?
    var times: CountedText?
  }

  private var languages: [String: Language] = [:]

  enum Keys {
    static let words = Word.allCases.map { Key($0.rawValue, Form<String>.words, $0.summary) }
    static let date = Key(
      "date", Form<String>.words, "how a day is written: {day}, {month} or {number}, {year}")
    static let months = Key(
      "months", Form<[Located<String>]>.list(of: .words, named: "a list of 12 names"),
      "January to December, as they stand in a date")
    static let times = Key("times", CountedText.form, "how often it was earned")
    static let all =
      words.map { KeyDeclaration($0) } + [KeyDeclaration(date), .init(months), .init(times)]
  }

  /// The shipped words alone.
  public static let shipped: Wording = {
    var (wording, reading) = (Wording(), Reading())
    wording.lay(Presets.shippedWords, over: nil, &reading)
    return wording
  }()

  private init() {}

  /// The shipped words with those of `tree`, a map by language, laid over them.
  init(_ tree: Tree?, _ reading: inout Reading) {
    self = Wording.shipped
    if let tree { lay(tree, over: Presets.shippedWords, &reading) }
  }

  /// Reads the languages of `tree`, each laid over what `base` says of it; others stay as they are.
  private mutating func lay(_ tree: Tree, over base: Tree?, _ reading: inout Reading) {
    for entry in tree.entries ?? [] {
      let name = entry.key.value
      guard !entry.value.isNull else {
        languages[name] = nil
        continue
      }
      guard reading.checkLanguage(name, at: entry.key.place) else { continue }
      languages[name] = Wording.language(
        base?[name]?.merged(with: entry.value) ?? entry.value, name, &reading)
    }
  }

  private static func language(
    _ tree: Tree, _ name: String, _ reading: inout Reading
  ) -> Language? {
    guard var fields = Fields(tree, of: "the words of “\(name)”", declared: Keys.all, &reading)
    else { return nil }
    var words: [Word: String] = [:]
    for (word, key) in zip(Word.allCases, Keys.words) {
      // Of two hundred a programme writes few.
      if let text = fields.take(key, &reading) { words[word] = text }
    }
    let date = fields.locate(Keys.date, &reading)
    let months = fields.locate(Keys.months, &reading)
    let times = fields.take(Keys.times, &reading)
    fields.finish(&reading)
    for part in ["{day}", "{year}"] {
      if let date, !date.value.contains(part) {
        reading.error(
          "a date without \(part)", at: date.place, help: "as in \"{day} {month} {year}\"")
      }
    }
    // Those that are written, as one that is broken is reported by itself.
    var count = months?.value.count
    if case .list(let written)? = tree["months"]?.value { count = written.count }
    if let months, let count, count != 12 {
      reading.error(
        "\(count) months", at: months.place, help: "a year has 12, from January on")
    }
    guard (months?.value.count ?? 12) == 12 else { return nil }
    return Language(
      words: words, date: date?.value, months: months?.value.map(\.value), times: times)
  }

  /// The tag under which the words of `tag` stand: itself, or its language without the region.
  public func language(for tag: String) -> String? {
    if languages[tag] != nil { return tag }
    let plain = String(tag.prefix { $0 != "-" })
    return languages[plain] == nil ? nil : plain
  }

  /// The word in `language`, or in English.
  public func text(_ word: Word, in language: String) -> String {
    if let text = entry(language)?.words[word] { return text }
    // Those of pages are looked at where a page is made.
    return PageWords.shipped[language, word] ?? languages["en"]?.words[word]
      ?? PageWords.shipped["en", word] ?? word.rawValue
  }

  /// Whether there are words of `language`, so that nothing of a page is English.
  public func hasPageWords(in language: String) -> Bool {
    entry(language)?.words[.hasEarned] != nil || PageWords.shipped[language, .hasEarned] != nil
  }

  /// The sentence in `language`, or in English, with `values` in the places that they are called by.
  public func text(_ word: Word, in language: String, filling values: [String: String]) -> String {
    var rest = text(word, in: language)[...]
    var out = ""
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      out += rest[..<open]
      let name = String(rest[rest.index(after: open)..<close])
      out += values[name] ?? "{\(name)}"
      rest = rest[rest.index(after: close)...]
    }
    return out + rest
  }

  /// What a language calls itself; its tag where nobody has told.
  public func languageName(_ tag: String) -> String {
    entry(tag)?.words[.languageName] ?? PageWords.shipped[tag, .languageName] ?? tag
  }

  /// What the emblem or shape called `name` is in `language`; `nil` where nobody has told.
  public func picture(_ name: String, in language: String) -> String? {
    PageWords.pictures[language, name]
  }

  /// How often, as `12 times`, in `language`, or in English.
  public func times(_ count: Int, in language: String) -> String {
    if let own = entry(language)?.times { return own.text(count, in: language) }
    return languages["en"]?.times?.text(count, in: "en") ?? "×\(count)"
  }

  /// The name of a tier: a shipped one's in `language`, another's as it is called.
  public func tier(_ name: String, in language: String) -> String {
    Word(rawValue: name).map { text($0, in: language) }
      ?? name.prefix(1).uppercased() + name.dropFirst().replacing("-", with: " ")
  }

  /// A day as `language` writes it, or in English.
  public func date(year: Int, month: Int, day: Int, in language: String) -> String {
    let entry = entry(language)
    let form = entry?.date ?? languages["en"]?.date ?? "{day} {month} {year}"
    let months = entry?.months ?? languages["en"]?.months
    return form.replacing("{day}", with: String(day))
      .replacing("{month}", with: months?[month - 1] ?? String(month))
      .replacing("{number}", with: String(month)).replacing("{year}", with: String(year))
  }

  private func entry(_ language: String) -> Language? {
    self.language(for: language).flatMap { languages[$0] }
  }
}
