import BlazonSource
import BlazonSpec
import Testing

/// Where the output is served, as links are made from it.
@Suite struct PublishTests {
  @Test(arguments: [
    ("https://example.org", "https://example.org"), ("https://example.org/", "https://example.org"),
    ("HTTP://example.org:8080/a//", "http://example.org:8080/a"),
    ("\"https://[::1]:8080/a%20b\"", "https://[::1]:8080/a%20b"),
  ])
  func `an address is kept without slashes at its end`(_ written: String, _ kept: String) {
    let main = "blazon: 1\nprogramme: acme\nname: Acme\npublish: \(written)\n"
    let read = Read(["programme.yaml": main])
    #expect(read.findings == [])
    #expect(read.programme?.publish == kept)
  }

  @Test(arguments: [
    "https://", "https:///x", "https://u:p@h", "\"https://[::1\"", "https://:80",
    "https://h/?a=1#f",
    "https://h?a", "\"https://h#f\"", "https://h:0", "https://h/a%", "example.org",
  ])
  func `what nothing can be served below is refused where it stands`(_ written: String) {
    let read = Read([
      "programme.yaml": "blazon: 1\nprogramme: acme\nname: Acme\npublish: \(written)\n"
    ])
    #expect(read.report.diagnostics.map { $0.place?.label } == ["x/programme.yaml:4:10"])
    #expect(read.report.diagnostics.first?.help != nil)
  }
}
