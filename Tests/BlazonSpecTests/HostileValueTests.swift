import BlazonSource
import BlazonSpec
import Testing

@testable import BlazonForm

/// Values that other programs would read otherwise, or choke on.
@Suite struct HostileValueTests {
  private func report(_ badges: String) -> Report {
    let programme =
      "blazon: 1\nprogramme: acme\nname: Acme\ncolor: teal\nfamilies:\n  plain: {preset: hexagon}\n"
    return Read(["programme.yaml": programme, "badges.yaml": "blazon: 1\nbadges:\n\(badges)\n"])
      .report
  }

  @Test(arguments: ["con", "prn", "aux", "nul", "com0", "com9", "lpt1"])
  func `no id is a device of Windows`(_ id: String) {
    for spec in [
      "  \(id): {family: plain, title: A}", "  a: {family: plain, title: A, aliases: [\(id)]}",
      "  a: {family: plain, title: A, paths: [\(id).svg]}",
      "  a: {family: plain, title: A, paths: [old/\(id)/a.svg]}",
    ] {
      #expect(report(spec).errorCount > 0, "\(spec)")
    }
    #expect(report("  \(id)-1: {family: plain, title: A}").errorCount == 0)
  }

  @Test(arguments: ["a./x.svg", "a?/x.svg", "a*.svg", "a|b.svg", "<a>.svg"])
  func `no path has what some systems cannot write`(_ path: String) {
    #expect(report("  a: {family: plain, title: A, paths: [\"\(path)\"]}").errorCount > 0)
  }

  @Test(arguments: ["0x10", "0X96", "0x1p7", "inf", "nan"])
  func `a number is written in decimal digits`(_ number: String) {
    #expect(
      report("  a: {family: plain, title: A, adjust: {emblem: {size: \(number)}}}").errorCount > 0)
    #expect(
      report("  a: {family: plain, title: A, state: in-progress, progress: \"\(number)/5\"}")
        .errorCount > 0)
    #expect(Double(decimal: number) == nil)
  }

  @Test func `a sentence has an end`() {
    let long = String(repeating: "word ", count: 81)
    for key in ["criteria", "skills"] {
      let report = report("  a: {family: plain, title: A, \(key): \"\(long)\"}")
      #expect(report.sorted.first?.message == "a text of 405 characters is too long", "\(key)")
    }
  }

  @Test func `what a thousand badges inherit is told in the time of one`() {
    var report = Report()
    for number in 0..<50_000 {
      report.add(Diagnostic(.error, "wrong", at: nil, notes: ["in the badge “b\(number)”"]))
    }
    #expect(report.diagnostics.count == 1 && report.diagnostics[0].notes.count == 50_000)
    for format in MessageFormat.allCases {
      let text = format.print(report.diagnostics[0])
      #expect(text.contains("and 49997 more") && text.utf8.count < 400, "\(text.prefix(400))")
      let long = Diagnostic(.error, String(repeating: "é", count: 60_000), at: nil)
      #expect(format.print(long).utf8.count < 3000)
    }
  }
}
