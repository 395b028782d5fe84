import BlazonDesign
import BlazonLayout
import BlazonLedger
import BlazonScene
import BlazonSource
import BlazonSpec
import BlazonText
import Foundation
import TestSupport
import Testing

/// The words of a page: where they stand, and that they leave room to each other.
@Suite struct PageLayoutTests {
  /// A line of words: what stands on one baseline.
  private struct Line {
    var words: String
    var baseline: Double
    var ink: Rect
  }

  /// The page's own texts; a badge's are outlines.
  private func lines(of scene: Scene) -> [Line] {
    scene.runs.compactMap { run -> Line? in
      guard let ink = ink(run.outline) else { return nil }
      var counts: [Double: Int] = [:]
      // Marks stand above or below the baseline of most.
      for glyph in run.glyphs { counts[glyph.placement.ty.hundredths, default: 0] += 1 }
      let baseline = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
      return Line(words: run.words, baseline: baseline, ink: ink)
    }
  }

  /// A box around what is inked, not around control points.
  private func ink(_ path: Path) -> Rect? {
    let points = path.flattened(steps: 6).joined()
    guard let first = points.first else { return nil }
    var (left, right, top, bottom) = (first.x, first.x, first.y, first.y)
    for point in points {
      (left, right) = (min(left, point.x), max(right, point.x))
      (top, bottom) = (min(top, point.y), max(bottom, point.y))
    }
    return Rect(x: left, y: top, width: right - left, height: bottom - top)
  }

  /// Pairs of texts on different baselines whose ink boxes meet.
  private func overlaps(_ scene: Scene) -> [String] {
    let lines = lines(of: scene)
    return lines.indices.flatMap { a in
      lines.indices.filter { $0 > a }.compactMap { b -> String? in
        let (one, two) = (lines[a], lines[b])
        guard abs(one.baseline - two.baseline) > 0.5 else { return nil }
        let across = min(one.ink.maxX, two.ink.maxX) - max(one.ink.minX, two.ink.minX)
        let down = min(one.ink.maxY, two.ink.maxY) - max(one.ink.minY, two.ink.minY)
        return across > 0.1 && down > 0.1 ? "“\(one.words)” and “\(two.words)” by \(down)" : nil
      }
    }
  }

  /// Texts that reach out of what every platform and printer shows.
  private func strays(_ scene: Scene) -> [String] {
    // The card's crop; 5 mm of A4; a quarter of an inch of US Letter.
    let safe: Rect =
      switch scene.size.width {
      case 1200: Rect(x: 96, y: 63, width: 1008, height: 504)
      case 1188: Rect(x: 20, y: 20, width: 1148, height: 800)
      default: Rect(x: 25.4, y: 25.4, width: 1066.8, height: 812.8)
      }
    // A letter may lean a little out of its own width.
    return lines(of: scene).filter { !safe.expanded(by: 2).contains($0.ink) }.map(\.words)
  }

  @Test(arguments: RealProgramme.pages.keys.sorted())
  func `no text of a sample's page lies on another or outside the safe area`(_ name: String) throws
  {
    let scene = try RealProgramme.page(name)
    #expect(lines(of: scene).count >= 5)
    #expect(overlaps(scene) == [])
    #expect(strays(scene) == [])
  }

  @Test func `the comparison sees texts that meet`() throws {
    let scene = try RealProgramme.page("meshery/people/q/first-application/card")
    let moved = scene.runs.map { run -> Node in
      var run = run
      for index in run.glyphs.indices {
        let glyph = run.glyphs[index]
        let map = Affine(1, 0, 0, 0.9, 0, 20)
        run.glyphs[index].outline = glyph.outline.transformed(by: map)
        run.glyphs[index].placement = map.after(glyph.placement)
      }
      return .text(run)
    }
    let squeezed = Scene(
      size: scene.size, nodes: moved + scene.nodes, title: "", description: "")
    #expect(overlaps(scene) == [])
    #expect(overlaps(squeezed) != [])
  }

  // MARK: Any words

  private static let syllables = [
    "an", "bel", "cor", "dra", "ent", "fjor", "gwyn", "Ågot", "ỗng", "Wim", "mill", "żą", "quy",
    "Ḥaf", "Œuv",
  ]

  /// Words of `length` characters, more or less.
  private func words(_ length: Int, wordLength: ClosedRange<Int>, _ random: inout SeededGenerator)
    -> String
  {
    var text = ""
    while text.count < length {
      if !text.isEmpty { text += " " }
      let end = text.count + Int.random(in: wordLength, using: &random)
      while text.count < min(end, length) {
        text += Self.syllables.randomElement(using: &random) ?? ""
      }
    }
    return String(text.prefix(length)).trimmingCharacters(in: .whitespaces)
  }

  private func award(
    name: String, title: String, description: String?, statement: String, skills: [String]
  ) throws -> AwardDesign {
    func quoted(_ text: String) -> String { "\"\(text)\"" }
    let description = description.map { "\n    description: \(quoted($0))" } ?? ""
    let specs = """
      blazon: 1
      programme: acme
      name: Acme
      color: "#2F6F4F"
      publish: https://badges.example.org
      presets: {disc: {shape: {type: circle, radius: 240}}}
      badges:
        one:
          preset: disc
          title: \(quoted(title))\(description)
          skills: [\(skills.map(quoted).joined(separator: ", "))]
          certificate:
            statement: \(quoted(statement))
            signatures: [{name: Mara Quist, role: Warden}, {name: Odo Fenn}]
      """
    var report = Report()
    let source = SourceText(name: "acme/programme.yaml", bytes: Array(specs.utf8))
    let document = ProgrammeDocument(
      ProgrammeSources(folder: "acme", files: [source]), report: &report)
    let read = Programme(try #require(document), base: nil, report: &report)
    var programme = try #require(read)
    report.add(programme.prepare("one", in: .active))
    let csv = "name,handle,badge,issued,id\n\(quoted(name)),a,one,2026-03-09,7YHB-16Q4-DGRG\n"
    let ledger = Ledger([SourceText(name: "a.csv", bytes: Array(csv.utf8))], report: &report)
    let directory = BadgeDirectory([.init(programme: "acme", id: "one")])
    let grants = ledger.grants(in: directory, report: &report)
    try #require(
      report.diagnostics.isEmpty, "\(report.diagnostics.map { MessageFormat.text.print($0) })")
    let grant = try #require(grants.first)
    return AwardDesign(grant, of: try #require(programme.badges.first), in: programme)
  }

  @Test func `words of any length fit, or are reported with their place, and never overlap`() throws
  {
    var composer = Composer(fonts: try FontLibrary())
    var (fitting, refused) = (0, 0)
    for seed in 0..<120 {
      var random = SeededGenerator(seed: UInt64(seed))
      let wordLength = [1...4, 2...9, 6...16, 20...60][seed % 4]
      func text(_ limit: Int) -> String {
        words(Int.random(in: 1...limit, using: &random), wordLength: wordLength, &random)
      }
      let award = try award(
        name: text([20, 60, 200][seed % 3]), title: text([24, 60, 110][seed / 3 % 3]),
        description: seed.isMultiple(of: 5) ? nil : text([60, 200][seed % 2]),
        statement: text([60, 200][seed / 2 % 2]),
        skills: (0..<(seed % 9)).map { _ in text(18) })
      for (kind, variant) in [
        (PageKind.card, nil), (.card, "dark"), (.certificate, nil), (.certificate, "letter"),
      ] {
        var report = Report()
        let design = PageDesign(
          award.programme.pages.template(kind), variant, of: PageSubject(award, on: kind),
          in: award.programme)
        let scene = composer.compose(design, report: &report)
        if report.hasErrors {
          refused += 1
          for finding in report.diagnostics {
            #expect(finding.place != nil && finding.help?.isEmpty == false, "\(finding.message)")
          }
        } else {
          fitting += 1
          #expect(overlaps(scene) == [], "\(seed) \(kind)")
          #expect(strays(scene) == [], "\(seed) \(kind)")
        }
      }
    }
    #expect(fitting > 120 && refused > 40, "\(fitting) fit, \(refused) do not")
  }
}
