import BlazonIntake
import BlazonSource
import Testing

/// What the drawings of a run may come to.
@Suite struct DrawingLimitTests {
  @Test func `drawings that are too much together are told once, and read no further`() throws {
    // Each is within its own limit.
    let steps = String(repeating: "h.0001v.0001", count: 45_000)
    var files: [String: [UInt8]] = [:]
    var badges = ""
    for number in 0..<40 {
      files["acme/art/d\(number).svg"] = Array(
        ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 24 24\"><!-- \(number) -->"
          + "<path d=\"M0 0\(steps)\"/></svg>").utf8)
      badges += "\n  b\(number): {preset: hexagon, title: T, emblem: art/d\(number).svg}"
    }
    let text = "blazon: 1\nprogramme: acme\nname: Acme\ncolor: teal\nbadges:\(badges)\n"
    files["acme/programme.yaml"] = Array(text.utf8)
    var report = Report()
    _ = try SpecFolder.load(["acme"], from: SpecSource(files), report: &report)
    let errors = report.diagnostics.filter { $0.severity == .error }
    #expect(errors.count == 1)
    #expect(
      errors.first?.message.hasSuffix("the drawings of this run are too large together") == true,
      "\(errors.map(\.message))")
  }

  @Test func `a logo that is too much once more for dark pages is told, too`() throws {
    let steps = String(repeating: "h.0001v.0001", count: 45_000)
    var files: [String: [UInt8]] = [:]
    var badges = ""
    for number in 0..<11 {
      files["acme/art/d\(number).svg"] = Array(
        ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 24 24\"><!-- \(number) -->"
          + "<path fill=\"currentColor\" d=\"M0 0\(steps)\"/></svg>").utf8)
      badges +=
        "\n  b\(number): {preset: hexagon, title: T, certificate: {signatures: [{name: A, role: B, image: art/d\(number).svg}]}}"
    }
    let text =
      "blazon: 1\nprogramme: acme\nname: Acme\ncolor: teal\nlogo: art/d0.svg\nbadges:\(badges)\n"
    files["acme/programme.yaml"] = Array(text.utf8)
    var report = Report()
    _ = try SpecFolder.load(["acme"], from: SpecSource(files), report: &report)
    let errors = report.diagnostics.filter { $0.severity == .error }
    #expect(
      errors.map(\.message)
        == ["with “acme/art/d0.svg” the drawings of this run are too large together"])
  }
}
