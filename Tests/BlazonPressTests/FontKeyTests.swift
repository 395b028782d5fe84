import BlazonPress
import BlazonShelf
import BlazonSource
import TestSupport
import Testing

@testable import BlazonPress

/// What installed fonts write is listed with them.
@Suite struct FontKeyTests {
  private func acme(_ name: String) throws -> Acme {
    try Acme([
      "acme/programme.yaml": Array(
        """
        blazon: 1
        programme: acme
        name: Acme
        awards: awards/*.csv
        presets: {disc: {shape: {type: circle, radius: 240}}}
        badges:
          one: {preset: disc, title: One, alt: One., criteria: Done., certificate: {signatures: [{name: Ada}]}}

        """.utf8),
      "acme/awards/a.csv": Array(
        "name,handle,badge,issued,id\n\(name),a,one,2026-03-09,7YHB-16Q4-DGRG\n".utf8),
    ])
  }

  @Test func `a manifest lists the installed fonts whose letters were drawn`() throws {
    for (name, expected) in [("Zoë Ωmega", []), ("慕容星禾", ["NotoSerifCJK-Regular.ttc"])] {
      let acme = try acme(name)
      let folder = try TemporaryFolder()
      var report = Report()
      let plan = acme.plan("certificate") { $0.formats = [.svg] }
      let (press, shelf) = (Press(acme.studio), try Shelf(folder.path))
      let checked = try #require(press.check(press.survey(plan, on: shelf), report: &report))
      _ = try press.render(checked, onto: shelf, report: &report)
      let manifest = try folder.text("manifest.json")
      #expect(report.diagnostics.isEmpty)
      #expect(manifest.contains("\"fonts\"") == !expected.isEmpty)
      for file in expected { #expect(manifest.contains("\"name\":\"\(file)\"")) }
    }
  }
}
