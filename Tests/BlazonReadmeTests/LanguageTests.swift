import Testing

@testable import BlazonReadme

/// What the language of a badge changes.
@Suite struct LanguageTests {
  private func svg(
    _ label: String, _ message: String, _ style: ReadmeStyle, _ language: String?
  ) throws -> Elements {
    try Elements(
      try ReadmeBadge(label: label, message: message, style: style, language: language))
  }

  @Test func `capitals are those of the language`() throws {
    #expect(
      try svg("durum", "bitti: ikinci", .forTheBadge, "tr").words.map(\.text)
        == ["DURUM", "BİTTİ: İKİNCİ"])
    #expect(
      try svg("κατάσταση", "άριστα", .forTheBadge, "el").words.map(\.text)
        == ["ΚΑΤΑΣΤΑΣΗ", "ΑΡΙΣΤΑ"])
    #expect(try svg("ijsland", "ok", .social, "nl").words.map(\.text) == ["IJsland", "ok"])
    #expect(try svg("istanbul", "ok", .social, nil).words.map(\.text) == ["Istanbul", "ok"])
  }

  @Test func `it is said, where somebody said it`() throws {
    for style in ReadmeStyle.allCases {
      #expect(try svg("a", "b", style, "pt-BR").root.attributes["lang"] == "pt-BR")
      #expect(try svg("a", "b", style, nil).root.attributes["lang"] == nil)
      let root = try svg("a", "b", style, nil).root
      let size = "\(root.attributes["width"] ?? "") \(root.attributes["height"] ?? "")"
      #expect(root.attributes["viewBox"] == "0 0 " + size)
    }
  }

  @Test func `words from the right say so`() throws {
    let svg = try svg("مكتمل (1)", "ok", .flat, "ar")
    #expect(svg.words.map { $0.attributes["direction"] } == ["rtl", nil])
  }

  @Test func `what is isolated in a text stays so`() throws {
    let text = "الإصدار \u{2068}9 March 2026\u{2069}"
    #expect(try svg("a", text, .flat, "ar").words.last?.text == text)
  }
}
