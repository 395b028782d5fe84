import BlazonForm
import BlazonIntake
import BlazonPress
import BlazonSource
import BlazonSpec
import Foundation
import TestSupport
import Testing

/// What is read when a programme loads is not read again.
@Suite struct ReadOnceTests {
  @Test func `drawing reads no YAML, no map, no expression and no template`() throws {
    let count = ReadingCount()
    try ReadingCount.$current.withValue(count) {
      var report = Report()
      let folder = project.appending(path: "badge-specs/tidewater").path
      let programmes = try SpecFolder.load([folder], report: &report)
      // What ships is read once for all programmes, when the first asks for it: words of pages, and designs that few draw.
      _ =
        Wording.shipped.text(.partnerOf, in: "en")
        + (Wording.shipped.picture("anchor", in: "de") ?? "")
      for kind in PageKind.allCases {
        _ = programmes[0].programme.pages.template(kind, "modern")
        _ = programmes[0].programme.pages.template(kind, "revoked-square")
      }
      let read = count.value
      #expect(read > 1000, "the count counts: \(read)")
      let studio = try Studio(programmes, report: &report)
      var selection = Selection()
      selection.sizes = [64, 32]
      let plan = Plan(programmes, selection)
      #expect(plan.subjectCount.badges > 5 && plan.subjectCount.awards > 3)
      let press = Press(studio)
      #expect(press.check(plan, report: &report) != nil, "\(report.diagnostics)")
      #expect(try press.artifacts(of: plan).count > plan.count)
      #expect(count.value == read)
    }
  }
}
