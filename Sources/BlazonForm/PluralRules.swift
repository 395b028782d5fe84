internal import BlazonSource

/// The form that a counted word takes: CLDR's plural categories for whole numbers.
///
/// https://cldr.unicode.org/index/cldr-spec/plural-rules
public enum PluralCategory: String, CaseIterable, Sendable {
  case zero, one, two, few, many, other

  /// Of `count` in `language`, a tag of BCP 47. A language that is not known counts as English does.
  public init(_ count: Int, in language: String) {
    let (ten, hundred) = (count % 10, count % 100)
    /// As in Russian: by the last digit, but for eleven to fourteen.
    var isFew: Bool { (2...4).contains(ten) && !(12...14).contains(hundred) }
    switch language.prefix(while: { $0 != "-" }) {
    case "ja", "zh", "ko", "th", "vi", "id", "ms", "lo", "my", "km", "yo": self = .other
    case "fr" where count > 1, "es" where count > 1, "it" where count > 1, "pt" where count > 1:
      self = count.isMultiple(of: 1_000_000) ? .many : .other
    case "fr", "pt", "hi", "bn", "fa", "gu", "am", "zu": self = count < 2 ? .one : .other
    case "ru", "uk", "be":
      self = ten == 1 && hundred != 11 ? .one : isFew ? .few : .many
    case "sr", "hr", "bs":
      self = ten == 1 && hundred != 11 ? .one : isFew ? .few : .other
    case "pl": self = count == 1 ? .one : isFew ? .few : .many
    case "cs", "sk": self = count == 1 ? .one : (2...4).contains(count) ? .few : .other
    case "lt":
      self =
        ten == 1 && !(11...19).contains(hundred)
        ? .one : ten > 1 && !(11...19).contains(hundred) ? .few : .other
    case "lv":
      self =
        ten == 0 || (11...19).contains(hundred) ? .zero : ten == 1 && hundred != 11 ? .one : .other
    case "ro":
      self =
        count == 1 ? .one : count == 0 || (2...19).contains(hundred) || hundred == 1 ? .few : .other
    case "sl":
      self = hundred == 1 ? .one : hundred == 2 ? .two : (3...4).contains(hundred) ? .few : .other
    case "he": self = count == 1 ? .one : count == 2 ? .two : .other
    case "ga":
      self =
        count == 1
        ? .one
        : count == 2
          ? .two : (3...6).contains(count) ? .few : (7...10).contains(count) ? .many : .other
    case "cy":
      self = [0: .zero, 1: .one, 2: .two, 3: .few, 6: .many][count] ?? .other
    case "ar":
      switch (count, hundred) {
      case (0...2, _): self = [.zero, .one, .two][count]
      case (_, 3...10): self = .few
      case (_, 11...99): self = .many
      default: self = .other
      }
    default: self = count == 1 ? .one : .other
    }
  }
}

/// A text with a number in it, `{count}`, in the forms that a language has.
public struct CountedText: Hashable, Sendable {
  package var forms: [PluralCategory: String]

  /// The text for `count`.
  public func text(_ count: Int, in language: String) -> String {
    let form = forms[PluralCategory(count, in: language)] ?? forms[.other] ?? "{count}"
    return form.replacing("{count}", with: String(count))
  }

  package enum Keys {
    package static let zero = Key(
      "zero", Form<String>.words, "for none, where a language has that form")
    package static let one = Key("one", Form<String>.words, "for one, and what is counted like it")
    package static let two = Key("two", Form<String>.words, "for two")
    package static let few = Key("few", Form<String>.words, "for few, as 2 to 4 in Russian")
    package static let many = Key("many", Form<String>.words, "for many, as 5 to 20 in Russian")
    package static let other = Key("other", Form<String>.words, "for all others; always given")
    package static let all = [
      KeyDeclaration(zero), .init(one), .init(two), .init(few), .init(many), .init(other),
    ]
  }

  package static let form = Form<CountedText>(
    "a text with {count}, or one for each plural form", .either([.words, .chapter("counted")])
  ) { tree, reading in
    guard tree.entries != nil else {
      return Form<String>.words.read(tree, &reading).map { CountedText(forms: [.other: $0]) }
    }
    guard var fields = Fields(tree, of: "plural forms", declared: Keys.all, &reading) else {
      return nil
    }
    var forms: [PluralCategory: String] = [:]
    for (category, key) in [
      (PluralCategory.zero, Keys.zero), (.one, Keys.one), (.two, Keys.two), (.few, Keys.few),
      (.many, Keys.many),
    ] {
      forms[category] = fields.take(key, &reading)
    }
    forms[.other] = fields.require(Keys.other, &reading)?.value
    fields.finish(&reading)
    return CountedText(forms: forms)
  }
}
