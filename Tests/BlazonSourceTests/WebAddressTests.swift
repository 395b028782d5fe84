import BlazonSource
import Testing

/// What is a web address, and of which parts.
@Suite struct WebAddressTests {
  private func parts(_ text: String) -> [String?]? {
    guard let address = try? WebAddress(text) else { return nil }
    return [
      address.scheme.rawValue, address.host, address.port.map { String($0) }, address.path,
      address.query, address.fragment,
    ]
  }

  private func problem(_ text: String) -> WebAddress.Problem? {
    do throws(WebAddress.Problem) {
      _ = try WebAddress(text)
      return nil
    } catch {
      return error
    }
  }

  @Test func `an address has parts`() {
    #expect(
      parts("https://example.org:8080/a/b?c=1&d#e") == [
        "https", "example.org", "8080", "/a/b", "c=1&d", "e",
      ])
    #expect(parts("HTTP://Example.org") == ["http", "Example.org", nil, "", nil, nil])
    #expect(parts("https://[2001:db8::1]:1/") == ["https", "[2001:db8::1]", "1", "/", nil, nil])
    #expect(parts("https://h?a?b#c#d") == ["https", "h", nil, "", "a?b", "c#d"])
    #expect(parts("https://h/?#") == ["https", "h", nil, "/", "", ""])
    #expect(parts("https://h#/?") == ["https", "h", nil, "", nil, "/?"])
  }

  @Test(arguments: [
    "https://localhost", "https://127.0.0.1:65535", "https://xn--bcher-kva.example/",
    "https://example.org./", "https://[::]", "https://[::1]", "https://[1:2:3:4:5:6:7:8]",
    "https://[1::8]/x", "https://[::ffff:192.0.2.1]", "https://[1:2:3:4:5:6:192.0.2.1]",
    "https://[FE80::]", "https://a-b.c--d/%41", "https://1e.example", "https://1.2.3.a",
    "https://example.org/a:b@c;d=[e]?f=[g]#h!",
  ])
  func `it is an address, and written again is the same`(_ text: String) {
    #expect((try? WebAddress(text))?.text == text)
  }

  @Test(arguments: [
    "", "example.org", "ftp://example.org", "https:/example.org", "https:example.org", "//h/x",
    "https://", "https:///x", "https://?", "https://:80", "https://[::1", "https://::1]",
    "https://[]", "https://[:]", "https://[:::]", "https://[1:2:3:4:5:6:7]",
    "https://[1:2:3:4:5:6:7:8:9]", "https://[1::2::3]", "https://[1:2:3:4:5:6:7::8]",
    "https://[12345::]", "https://[g::]", "https://[::1]x", "https://[::1]:",
    "https://[fe80::1%25e]",
    "https://[1.2.3.4::]", "https://[::256.1.1.1]", "https://[::1]]", "https://a[b]c",
    "https://a:b:c", "https://a:", "https://a:0", "https://a:65536", "https://x:99999999",
    "https://a:+1", "https://a: 1", "https://a:1e3", "https://u@h", "https://u:p@h", "https://@h",
    "https://1.2.3", "https://1.2.3.4.5", "https://256.1.1.1", "https://01.2.3.4", "https://a.1",
    "https://.", "https://..", "https://a..b", "https://.a", "https://-a", "https://a-.b",
    "https://a_b", "https://a b", "https://h/a b", "https://h/%", "https://h/%4", "https://h/%zz",
    "https://h/ü", "https://ü", "https://h\\x", "https://h/\u{0}", "https://h/<x>",
    "https://h/\n", " https://h",
  ])
  func `it is no address, and the help says what would be`(_ text: String) throws {
    let found = try #require(problem(text))
    #expect(!found.help.isEmpty)
  }

  @Test func `long hosts and long addresses are refused`() {
    let label = String(repeating: "a", count: 63)
    #expect(parts("https://\(label).example") != nil)
    #expect(parts("https://\(label)a.example") == nil)
    #expect(parts("https://" + Array(repeating: label, count: 4).joined(separator: ".")) == nil)
    let path = String(repeating: "a", count: 1990)
    #expect(parts("https://h/\(path)") != nil)
    #expect(problem("https://h/\(path)x")?.message == "an address of 2001 bytes is too long")
  }

  @Test(arguments: [
    ("example.org/x", "“example.org/x” is not a web address", "write https://example.org/x"),
    (
      "https://a:b:c", "“b:c” in “https://a:b:c” is not a port",
      "write a number from 1 to 65535, or leave “:” out"
    ),
    ("https://[::1", "the “[” in “https://[::1” is not closed", "as in https://[2001:db8::1]/page"),
    (
      "https://u:p@h", "“https://u:p@h” has a user before its host",
      "write the address without it"
    ),
    (
      "https://h/ü", "“https://h/ü” has characters that an address writes as %",
      "write https://h/%C3%BC"
    ),
    (
      "https://h/5%", "“https://h/5%” has a “%” without two digits after it",
      "write %25 for the sign itself"
    ),
  ])
  func `what is wrong is said`(_ text: String, _ message: String, _ help: String) {
    #expect(problem(text) == WebAddress.Problem(message, help: help))
  }
}
