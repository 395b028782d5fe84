import BlazonDesign
import BlazonLayout
import BlazonLedger
import BlazonScene
import BlazonSource
import BlazonSpec
import BlazonText
import Testing

/// A page of one award of a small programme, written in one language.
struct AwardedPage {
  var name = "Ada"
  var title = "Certified Expert"
  /// More lines of the programme's file.
  var programme = ""
  /// The badge's preset, one of those that ship or a bare disc.
  var preset = "disc"
  /// More lines of the badge.
  var badge = ""
  var language = "en"
  var families = FallbackFamilies()
  var kind = PageKind.card
  /// The design; the standard one unless given.
  var design: String?
  var variant: String?
  var color = "#2F6F4F"
  /// What a ledger says beside name, handle, badge, day and number.
  var columns: [(name: String, value: String)] = []

  func scene(_ report: inout Report) throws -> Scene {
    let specs = """
      blazon: 1
      programme: acme
      name: Acme
      language: \(language)
      color: "\(color)"
      publish: https://badges.example.org
      \(programme)
      presets: {disc: {shape: {type: circle, radius: 240}}}
      badges:
        one:
          preset: \(preset)
          title: "\(title)"
          \(badge)
      """
    let source = SourceText(name: "acme/programme.yaml", bytes: Array(specs.utf8))
    let document = ProgrammeDocument(
      ProgrammeSources(folder: "acme", files: [source]), report: &report)
    var read = Programme(try #require(document), base: nil, report: &report)
    if let prepared = read?.prepare("one", in: .active) { report.add(prepared) }
    let programme = try #require(read)
    let more = (
      names: columns.map { ",\($0.name)" }.joined(), values: columns.map { ",\($0.value)" }.joined()
    )
    let csv =
      "name,handle,badge,issued,id\(more.names)\n\"\(name)\",a,one,2026-03-09,x-00-1\(more.values)\n"
    let ledger = Ledger([SourceText(name: "a.csv", bytes: Array(csv.utf8))], report: &report)
    let directory = BadgeDirectory([.init(programme: "acme", id: "one")])
    let grant = try #require(ledger.grants(in: directory, report: &report).first)
    let award = AwardDesign(grant, of: try #require(programme.badges.first), in: programme)
    var subject = PageSubject(award, on: kind)
    if kind == .certificate, let second = award.certificateLanguages?.second {
      subject.second = (award.translated(into: second).facts, second)
    }
    let design = PageDesign(
      programme.pages.template(kind, design), variant, of: subject, in: programme)
    var composer = Composer(fonts: try FontLibrary(families))
    return composer.compose(design, report: &report)
  }

  func scene() throws -> Scene {
    var report = Report()
    let scene = try scene(&report)
    let found = report.diagnostics.map { MessageFormat.text.print($0) }
    #expect(found == [])
    return scene
  }
}

extension Scene {
  /// The runs of text whose words hold `part`, in the order of painting.
  func runs(with part: String) -> [GlyphRun] { runs.filter { $0.words.contains(part) } }

  /// All that is read, in its order.
  var runs: [GlyphRun] { nodes.flatMap(\.runs) }

  /// A box around the first run whose words hold `part`.
  func box(of part: String) throws -> Rect {
    let run = try #require(runs(with: part).first, "no “\(part)”")
    return try #require(run.outline.controlBox)
  }
}

extension Node {
  fileprivate var runs: [GlyphRun] {
    switch self {
    case .text(let run): [run]
    case .group(let group): group.children.flatMap(\.runs)
    case .shape, .image, .repeated: []
    }
  }
}
