import BlazonShelf
import Foundation
import Testing

@testable import BlazonSite

/// Each place has its own escaping, and none lets a text leave its place.
@Suite struct EscapingTests {
  @Test(arguments: [
    ("Ada Lindqvist", "Ada Lindqvist"), ("](javascript:x)", "\\]\\(javascript\\:x\\)"),
    ("a|b`c", "a\\|b\\`c"), ("<b>&amp;", "\\<b\\>\\&amp;"), ("one\n\n# two", "one \\# two"),
    ("\\", "\\\\"), ("www.evil.example", "www\\.evil.example"), ("St. John", "St. John"),
    ("A\u{202E}da", "Ada"), ("O’Neill “x” – y", "O’Neill “x” – y"),
    ("$x$ ~~y~~", "\\$x\\$ \\~\\~y\\~\\~"),
  ])
  func `text in Markdown says itself`(_ text: String, _ escaped: String) {
    #expect(markdownText(text) == escaped)
  }

  @Test(arguments: hostileTexts)
  func `no sign of Markdown stays alone`(_ text: String) {
    var isEscaped = false
    for character in markdownText(text) {
      if isEscaped {
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        #expect(!"`*_[]<>()!|~&#{}$:\n\r".contains(character))
      }
    }
    #expect(!isEscaped)
  }

  @Test(arguments: [
    ("Ada", "Ada"), ("\"><script>", "&quot;&gt;&lt;script&gt;"), ("a & 'b'", "a &amp; &#39;b&#39;"),
    ("`", "&#96;"), ("two\nlines", "two lines"), ("A\u{202E}\u{0}da", "Ada"),
  ])
  func `text in an attribute stays in its quotes`(_ text: String, _ escaped: String) {
    #expect(htmlAttribute(text) == escaped)
  }

  @Test(arguments: [
    ("Review Rockstar", "Review%20Rockstar"), ("a&b=c#d", "a%26b%3Dc%23d"), ("é", "%C3%A9"),
    ("语𝒳", "%E8%AF%AD%F0%9D%92%B3"), ("-._~", "-._~"), ("\"><", "%22%3E%3C"), ("100%", "100%25"),
    ("two\nlines", "two%20lines"), ("a+b", "a%2Bb"),
  ])
  func `text in a query is percent-encoded UTF-8`(_ text: String, _ encoded: String) {
    #expect(queryEncoded(text) == encoded)
    #expect(encoded.removingPercentEncoding?.isEmpty == false)
  }

  @Test(arguments: [
    ("https://a.example/b?c=d&e#f", "https://a.example/b?c=d&e#f"),
    ("https://a.example/(b)", "https://a.example/%28b%29"), ("a b\\<c>", "a%20b%5C%3Cc%3E"),
    ("a\nb", "a%0Ab"),
  ])
  func `an address cannot leave the parentheses of a link`(_ address: String, _ escaped: String) {
    #expect(markdownDestination(address) == escaped)
  }

  @Test(arguments: hostileTexts + ["```\n```", "a\n``````\nb", "````"])
  func `nothing closes a block of code`(_ code: String) {
    let text = fenced(code, as: "text")
    let (prose, found) = blocks(text)
    #expect(prose.isEmpty)
    #expect(found == [Block(language: "text", text: code.replacing("\r\n", with: "\r\n"))])
  }
}
