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

  package static let form = Form<LocalizedText>(
    "text, or texts by language", .either([.words, .named(.language, .words)])
  ) { tree, reading in
    guard let entries = tree.entries else {
      return Form<String>.words.read(tree, &reading).map { LocalizedText($0) }
    }
    var texts: [String: String] = [:]
    for entry in entries {
      guard reading.checkLanguage(entry.key.value, at: entry.key.place) else { continue }
      if let text = Form<String>.words.read(entry.value, &reading) { texts[entry.key.value] = text }
    }
    return texts.isEmpty ? nil : LocalizedText(texts: texts)
  }
}

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
