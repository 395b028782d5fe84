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
  }

  private struct Language: Sendable {
    var words: [Word: String]
    var date: String
    var months: [String]
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
    static let date = Key(
      "date", Form<String>.words, "how a day is written: {day}, {month} or {number}, {year}")
    static let months = Key(
      "months", Form<[Located<String>]>.list(of: .words, named: "a list of 12 names"),
      "January to December, as they stand in a date")
    static let all = [
      KeyDeclaration(certificate), .init(certify), .init(earned), .init(issued), .init(validUntil),
      .init(number), .init(skills), .init(date), .init(months),
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
    var words: [Word: String] = [:]
    words[.certificate] = fields.require(Keys.certificate, &reading)?.value
    words[.certify] = fields.require(Keys.certify, &reading)?.value
    words[.earned] = fields.require(Keys.earned, &reading)?.value
    words[.issued] = fields.require(Keys.issued, &reading)?.value
    words[.validUntil] = fields.require(Keys.validUntil, &reading)?.value
    words[.number] = fields.require(Keys.number, &reading)?.value
    words[.skills] = fields.require(Keys.skills, &reading)?.value
    let date = fields.require(Keys.date, &reading)
    let months = fields.require(Keys.months, &reading)
    fields.finish(&reading)
    guard let date, let months else { return nil }
    for part in ["{day}", "{year}"] where !date.value.contains(part) {
      reading.error(
        "a date without \(part)", at: date.place, help: "as in \"{day} {month} {year}\"")
    }
    guard months.value.count == 12 else {
      reading.error(
        "\(months.value.count) months", at: months.place, help: "a year has 12, from January on")
      return nil
    }
    return Language(words: words, date: date.value, months: months.value.map(\.value))
  }

  /// The tag under which the words of `tag` stand: itself, or its language without the region.
  public func language(for tag: String) -> String? {
    if languages[tag] != nil { return tag }
    let plain = String(tag.prefix { $0 != "-" })
    return languages[plain] == nil ? nil : plain
  }

  /// The word in `language`, or in English.
  public func text(_ word: Word, in language: String) -> String {
    entry(language)?.words[word] ?? word.rawValue
  }

  /// A day as `language` writes it, or in English.
  public func date(year: Int, month: Int, day: Int, in language: String) -> String {
    guard let entry = entry(language) else { return "\(year)-\(month)-\(day)" }
    return entry.date.replacing("{day}", with: String(day))
      .replacing("{month}", with: entry.months[month - 1])
      .replacing("{number}", with: String(month)).replacing("{year}", with: String(year))
  }

  private func entry(_ language: String) -> Language? {
    self.language(for: language).flatMap { languages[$0] } ?? languages["en"]
  }
}

extension String {
  /// The text with every `part` replaced.
  fileprivate func replacing(_ part: String, with other: String) -> String {
    var out = ""
    var rest = Substring(self)
    while let first = rest.firstRange(of: part) {
      out += rest[..<first.lowerBound] + other
      rest = rest[first.upperBound...]
    }
    return out + rest
  }
}
