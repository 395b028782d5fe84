internal import BlazonForm
internal import BlazonSource
internal import Shipped

/// The words that ship for pages and alternative texts, which are many: read when the first is asked for.
struct PageWords: Sendable {
  private let languages: [String: [String: String]]

  static let shipped = PageWords(in: "page-words.yaml", under: "words")
  /// What emblems show and what shapes are called, beside English.
  static let pictures = PageWords(in: "picture-words.yaml", under: "pictures")

  /// What the page says that checks files.
  static let verifying = PageWords(in: "verify-words.yaml", under: "verify")

  private init(in file: String, under key: String) {
    var report = Report()
    var languages: [String: [String: String]] = [:]
    for shipped in ShippedFile.words where shipped.name == file {
      let source = SourceText(name: "<presets>/\(file)", bytes: shipped.bytes)
      for language in Tree(source, report: &report)?[key]?.entries ?? [] {
        var words: [String: String] = [:]
        for entry in language.value.entries ?? [] {
          if case .scalar(let text, _) = entry.value.value { words[entry.key.value] = text }
        }
        languages[language.key.value] = words
      }
    }
    precondition(!report.hasErrors && !languages.isEmpty, "the shipped file \(file) is broken")
    self.languages = languages
  }

  /// The text called `name` in a language, or in the language without its region.
  subscript(_ tag: String, _ name: String) -> String? {
    (languages[tag] ?? languages[String(tag.prefix { $0 != "-" })])?[name]
  }

  /// What English has, in order.
  var names: [String] { (languages["en"] ?? [:]).keys.sorted() }

  subscript(_ tag: String, _ word: Wording.Word) -> String? { self[tag, word.rawValue] }
}

extension Wording {
  /// What the page says that checks files, by name, in order, in a language; in English what that lacks.
  public static func verifying(in language: String) -> [(name: String, text: String)] {
    let words = PageWords.verifying
    return words.names.map { name in (name, words[language, name] ?? words["en", name] ?? name) }
  }
}
