package import BlazonSource

/// A text, or one for each language.
public struct LocalizedText: Hashable, Sendable {
  /// By language; the text without a language under "".
  public var texts: [String: String]

  public init(_ text: String) { texts = ["": text] }
  package init(texts: [String: String]) { self.texts = texts }

  /// The text in `language`, in the language without its region, or without any.
  public func text(in language: String) -> String? {
    texts[language] ?? texts[String(language.prefix { $0 != "-" })] ?? texts[""]
  }

  /// The text for readers of `language`, and the language that it is in: that one or, where it has none, `fallback`, in
  /// which a text without a language is written.
  public func resolved(
    in language: String, or fallback: String
  ) -> (text: String, language: String)? {
    func said(_ key: String, as tag: String) -> (text: String, language: String)? {
      texts[key].map { ($0, tag) }
    }
    return said(language, as: language) ?? said(plain(language), as: plain(language))
      ?? said("", as: fallback) ?? said(fallback, as: fallback)
      ?? said(plain(fallback), as: plain(fallback))
  }

  /// Whether readers of `language` get a text in another, where a text without a language is in `fallback`.
  public func isMissing(in language: String, or fallback: String) -> Bool {
    resolved(in: language, or: fallback).map { plain($0.language) != plain(language) } ?? true
  }

  /// Words that are drawn.
  package static let form = form(of: .words, .words)
  /// Sentences, which may have signs that no picture draws.
  package static let prose = form(of: .prose, .prose)
  /// The same in a sentence or two, which cards and certificates show.
  package static let sentence = form(of: .sentence, .prose)

  private static func form(of text: Form<String>, _ schema: Schema) -> Form<LocalizedText> {
    Form("text, or texts by language", .either([schema, .named(.language, schema)])) {
      tree, reading in
      guard let entries = tree.entries else {
        return text.read(tree, &reading).map { LocalizedText($0) }
      }
      var texts: [String: String] = [:]
      for entry in entries {
        guard reading.checkLanguage(entry.key.value, at: entry.key.place) else { continue }
        if let text = text.read(entry.value, &reading) { texts[entry.key.value] = text }
      }
      return texts.isEmpty ? nil : LocalizedText(texts: texts)
    }
  }
}

/// The language of a tag, without its region.
private func plain(_ tag: String) -> String { String(tag.prefix { $0 != "-" }) }

extension Reading {
  /// Whether `text` looks like a language tag of BCP 47; reports it if not.
  package mutating func checkLanguage(_ text: String, at place: Place) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isTag =
      text.utf8.count <= 35 && (2...3).contains(parts.first?.count ?? 0)
      && parts.allSatisfy { part in
        (1...8).contains(part.count)
          && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      }
    if !isTag {
      error("“\(text.prefix(40))” is not a language", at: place, help: "as in en, de or pt-BR")
    }
    return isTag
  }
}
