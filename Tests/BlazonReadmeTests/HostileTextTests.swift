import Testing

@testable import BlazonReadme

/// What strangers write on badges.
@Suite struct HostileTextTests {
  private static let texts = [
    "\"><script>alert(1)</script>", "](javascript:alert(1))", "`code` | pipe", "' onload='x",
    "&amp; &lt; &#0;", "]]>", "<!--", "--> <!DOCTYPE", "${x} {{y}} %s", "\u{200F}\u{200E}rtl",
    "e\u{301}\u{302}\u{303}", "\u{FEFF}x", "🏳️‍🌈 family",
  ]

  @Test(arguments: ReadmeStyle.allCases, texts)
  func `is shown as text and as nothing else`(_ style: ReadmeStyle, _ text: String) throws {
    let plain = try Elements(
      try ReadmeBadge(label: "a", message: "b", style: style, links: ["https://example.org"]))
    let badge = try ReadmeBadge(
      label: text, message: text, style: style, links: ["https://example.org"])
    let svg = try Elements(badge)
    #expect(svg.all.map(\.name) == plain.all.map(\.name), "no element more")
    // Of words that no table knows it is said who draws them, instead of how wide they are.
    let free: Set = ["textLength", "font-family", "letter-spacing", "direction"]
    func names(_ elements: Elements) -> [[String]] {
      elements.all.map { $0.attributes.keys.filter { !free.contains($0) }.sorted() }
    }
    #expect(names(svg) == names(plain))
    let label = style.label(text)
    let message = style.message(text)
    #expect(svg.words.map(\.text) == [label, message])
    #expect(svg.accessibleNames == ["\(label): \(message)"])
    #expect(svg.named("title").first?.text == "\(label): \(message)")
  }

  @Test(arguments: [
    "a\nb", "a\rb", "a\tb", "\u{0}", "\u{1B}[31m", "\u{7F}", "\u{85}", "\u{2028}", "\u{202E}abc",
    "\u{2066}x", "\u{2068}x", "x\u{2069}\u{2068}", "z\u{2069}",
    "o" + String(repeating: "\u{300}", count: 31), String(Unicode.Scalar(0xFFFE as UInt16)!),
    String(Unicode.Scalar(0xFDD0 as UInt16)!), String(repeating: "x", count: 256),
  ])
  func `what breaks a line, turns a text or is too long is refused`(_ text: String) {
    for (label, message) in [(text, "m"), ("l", text)] {
      let error = #expect(throws: ReadmeBadgeError.self) {
        try ReadmeBadge(label: label, message: message)
      }
      let name = label == text ? "label" : "message"
      #expect(error?.message.contains(name) == true, "\(error?.description ?? "")")
      #expect(error?.description.unicodeScalars.allSatisfy { $0.value >= 32 } == true)
    }
  }

  @Test func `blanks around a text are left out, and a badge of nothing is refused`() throws {
    let badge = try ReadmeBadge(label: "  a b ", message: "\u{A0}c")
    #expect((badge.label, badge.message) == ("a b", "c"))
    #expect(throws: ReadmeBadgeError.self) { try ReadmeBadge(label: " ", message: "") }
    _ = try ReadmeBadge(label: "", message: "", logo: redSquare)
  }

  @Test func `255 characters are drawn`() throws {
    let text = String(repeating: "W", count: 255)
    #expect(try Elements(try ReadmeBadge(label: text, message: text)).words.count == 2)
  }
}
