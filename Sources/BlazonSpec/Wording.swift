internal import BlazonForm
internal import BlazonSource

/// The words that a picture says of itself, by language: “Issued”, “Valid until”, the months.
///
/// A table that ships with the program, under one of the programme's own.
public struct Wording: Sendable {
  /// A fixed word.
  public enum Word: String, CaseIterable, Sendable {
    case certificate, certify, earned, issued
    case validUntil = "valid-until"
    case number, skills
    // States, as badges say them.
    case comingSoon = "coming-soon"
    case inProgress = "in-progress"
    case locked, archived, expired, revoked, emeritus
    // Tiers.
    case common, bronze, silver, gold, platinum, diamond, emerald, ruby
  }

  private struct Language: Sendable {
    var words: [Word: String]
    var date: String?
    var months: [String]?
    var times: CountedText?
  }

  private var languages: [String: Language] = [:]

  enum Keys {
    static let certificate = Key("certificate", Form<String>.words, "the heading of a certificate")
    static let certify = Key("certify", Form<String>.words, "the words before the name")
    static let earned = Key("earned", Form<String>.words, "the words between name and title")
    static let issued = Key("issued", Form<String>.words, "before the day of issue")
    static let validUntil = Key("valid-until", Form<String>.words, "before the last day")
    static let number = Key("number", Form<String>.words, "before a certificate's id")
    static let skills = Key("skills", Form<String>.words, "before the skills")
    static let comingSoon = Key("coming-soon", Form<String>.words, "of a badge to come")
    static let inProgress = Key("in-progress", Form<String>.words, "of a badge half earned")
    static let locked = Key("locked", Form<String>.words, "of a badge not yet to be earned")
    static let archived = Key("archived", Form<String>.words, "of a badge no longer given")
    static let expired = Key("expired", Form<String>.words, "of an award whose time is over")
    static let revoked = Key("revoked", Form<String>.words, "of an award taken back")
    static let emeritus = Key("emeritus", Form<String>.words, "of a role held once")
    static let date = Key(
      "date", Form<String>.words, "how a day is written: {day}, {month} or {number}, {year}")
    static let months = Key(
      "months", Form<[Located<String>]>.list(of: .words, named: "a list of 12 names"),
      "January to December, as they stand in a date")
    static let times = Key("times", CountedText.form, "how often it was earned")
    static let common = Key("common", Form<String>.words, "the name of the tier")
    static let bronze = Key("bronze", Form<String>.words, "the name of the tier")
    static let silver = Key("silver", Form<String>.words, "the name of the tier")
    static let gold = Key("gold", Form<String>.words, "the name of the tier")
    static let platinum = Key("platinum", Form<String>.words, "the name of the tier")
    static let diamond = Key("diamond", Form<String>.words, "the name of the tier")
    static let emerald = Key("emerald", Form<String>.words, "the name of the tier")
    static let ruby = Key("ruby", Form<String>.words, "the name of the tier")
    static let all = [
      KeyDeclaration(certificate), .init(certify), .init(earned), .init(issued), .init(validUntil),
      .init(number), .init(skills), .init(comingSoon), .init(inProgress), .init(locked),
      .init(archived),
      .init(expired), .init(revoked), .init(emeritus), .init(date), .init(months), .init(times),
      .init(common), .init(bronze), .init(silver), .init(gold), .init(platinum), .init(diamond),
      .init(emerald), .init(ruby),
    ]
  }

  /// The shipped words with those of `tree`, a map by language, laid over them.
  init(_ tree: Tree?, _ reading: inout Reading) {
    let merged = tree.map { Presets.shippedWords.merged(with: $0) } ?? Presets.shippedWords
    for entry in merged.entries ?? [] where !entry.value.isNull {
      guard reading.checkLanguage(entry.key.value, at: entry.key.place) else { continue }
      if let language = Wording.language(entry.value, entry.key.value, &reading) {
        languages[entry.key.value] = language
      }
    }
  }

  private static func language(
    _ tree: Tree, _ name: String, _ reading: inout Reading
  ) -> Language? {
    guard var fields = Fields(tree, of: "the words of “\(name)”", declared: Keys.all, &reading)
    else { return nil }
    let keys: [(Word, Key<String>)] = [
      (.certificate, Keys.certificate), (.certify, Keys.certify), (.earned, Keys.earned),
      (.issued, Keys.issued), (.validUntil, Keys.validUntil), (.number, Keys.number),
      (.skills, Keys.skills), (.comingSoon, Keys.comingSoon), (.inProgress, Keys.inProgress),
      (.common, Keys.common), (.bronze, Keys.bronze), (.silver, Keys.silver), (.gold, Keys.gold),
      (.platinum, Keys.platinum), (.diamond, Keys.diamond), (.emerald, Keys.emerald),
      (.ruby, Keys.ruby),
      (.locked, Keys.locked), (.archived, Keys.archived), (.expired, Keys.expired),
      (.revoked, Keys.revoked), (.emeritus, Keys.emeritus),
    ]
    var words: [Word: String] = [:]
    for (word, key) in keys { words[word] = fields.take(key, &reading) }
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
    entry(language)?.words[word] ?? languages["en"]?.words[word] ?? word.rawValue
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
