import BlazonDesign
import BlazonLedger
import BlazonScene
import BlazonSource
import BlazonSpec
import BlazonText
import Testing

@testable import BlazonLayout

/// How addresses are printed, which have no spaces to break at.
@Suite struct AddressTests {
  @Test func `an address parts after slashes and dots, then after hyphens, then anywhere`() {
    let text = "https://a-b.example.org:8443/our-badges/v1.2/"
    #expect(
      AddressJoints.words.pieces(of: text)
        == ["https://a-b.", "example.", "org:8443/", "our-badges/", "v1.", "2/"])
    #expect(
      AddressJoints.hyphens.pieces(of: "a-b.io/c-d.") == ["a-", "b.", "io/", "c-", "d."])
    #expect(AddressJoints.letters.pieces(of: "a.b") == ["a", ".", "b"])
    #expect(AddressJoints.words.pieces(of: ["At ", "a-", "b.c"]) == ["At ", "a-b.", "c"])
    for joints in AddressJoints.allCases {
      #expect(joints.pieces(of: text).joined() == text)
      #expect(joints.pieces(of: "") == [])
      #expect(joints.pieces(of: ["At ", "a-", "b.c"]).joined() == "At a-b.c")
    }
  }

  /// The lines of the certificate's text `template`, in the place and the letters of the shipped one.
  private func lines(
    publish: String, template: String = "{{issuer.host}}", _ variant: String?
  ) throws -> (lines: [String], findings: [Diagnostic]) {
    let specs = """
      blazon: 1
      programme: acme
      name: Acme
      color: "#2F6F4F"
      publish: \(publish)
      presets: {disc: {shape: {type: circle, radius: 240}}}
      badges:
        one: {preset: disc, title: One, criteria: Came, certificate: {signatures: {name: Mara}}}
      """
    let pages = """
      blazon: 1
      certificates:
        guilloche:
          extends: guilloche
          layers: {verify: {stack: {host: {text: "\(template)"}}}}
      """
    var report = Report()
    let sources = [("programme.yaml", specs), ("pages.yaml", pages)].map {
      SourceText(name: "acme/\($0)", bytes: Array($1.utf8))
    }
    let document = ProgrammeDocument(
      ProgrammeSources(folder: "acme", files: sources), report: &report)
    let read = Programme(try #require(document), base: nil, report: &report)
    var programme = try #require(read)
    report.add(programme.prepare("one", in: .active))
    let csv = "name,handle,badge,issued,id\nMara Quist,a,one,2026-03-09,7YHB-16Q4-DGRG\n"
    let ledger = Ledger([SourceText(name: "a.csv", bytes: Array(csv.utf8))], report: &report)
    let directory = BadgeDirectory([.init(programme: "acme", id: "one")])
    let grant = try #require(ledger.grants(in: directory, report: &report).first)
    try #require(
      report.diagnostics.isEmpty, "\(report.diagnostics.map { MessageFormat.text.print($0) })")
    let award = AwardDesign(
      grant, of: try #require(programme.badges.first), in: programme,
      address: "\(publish)/acme/people/a/one/")
    let design = PageDesign(
      programme.pages.template(.certificate), variant, of: PageSubject(award, on: .certificate),
      in: programme)
    var composer = Composer(fonts: try FontLibrary())
    let scene = composer.compose(design, report: &report)
    // Right of the middle and below the signatures' lines, only the code's words stand.
    let words = scene.runs.filter { $0.size < 9 }.map(\.words)
    return (words, report.diagnostics)
  }

  @Test(
    arguments: [
      ("https://badges.example.org", ["badges.example.org"]),
      ("https://badges.example.org:8443", ["badges.example.org:8443"]),
      // One line at its floor, as ever.
      ("https://recognition.maintainers.example.org", ["recognition.maintainers.example.org"]),
      (
        "https://international-maintainers.github.io/recognition-badges",
        ["international-maintainers.", "github.io/recognition-badges"]
      ),
      (
        "https://international-maintainers.example.org:8443/awards-of-recognition-badges",
        ["international-maintainers.", "example.org:8443/", "awards-of-recognition-badges"]
      ),
      (
        "https://the-recognition-programme-of-all-international-maintainers.example.org",
        ["the-recognition-programme-", "of-all-international-", "maintainers.example.org"]
      ),
      (
        "https://badges.example.org/\(String(repeating: "a", count: 200))", ["badges.example.org"]
      ),
      (
        "https://\(String(repeating: "abcdefghi", count: 6)).example.org",
        ["abcdefghiabcdefghiabcd", "efghiabcdefghiabcdefgh", "iabcdefghi.example.org"]
      ),
    ], [nil, "letter"])
  func `a long address breaks at its joints, or shows its host alone`(
    _ address: (publish: String, lines: [String]), _ variant: String?
  ) throws {
    let printed = try lines(publish: address.publish, variant)
    #expect(printed.findings.isEmpty, "\(printed.findings.map(\.message))")
    #expect(printed.lines == address.lines)
  }

  @Test func `words around an address break at spaces and at its joints`() throws {
    let printed = try lines(
      publish: "https://international-maintainers.github.io/badges",
      template: "Verify at {{award.url}} today", nil)
    #expect(printed.findings.isEmpty, "\(printed.findings.map(\.message))")
    #expect(printed.lines.count > 1 && printed.lines.first?.hasPrefix("Verify at") == true)
    #expect(printed.lines.last?.hasSuffix("today") == true, "\(printed.lines)")
  }
}
