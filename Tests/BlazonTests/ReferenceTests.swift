import BlazonDesign
import BlazonForm
import BlazonIntake
import BlazonLayout
import BlazonPaint
import BlazonScene
import BlazonSource
import BlazonSpec
import BlazonText
import Foundation
import TestSupport
import Testing

/// What is kept as a reference, and how `make bless` renews it.
///
/// A run that blesses also fails, so that the difference is looked at and committed on purpose.
@Suite struct References {
  private static let folder = "Tests/BlazonTests/References"
  fileprivate static let isBlessing = ProcessInfo.processInfo.environment["BLAZON_BLESS"] != nil

  fileprivate func expect(
    _ actual: String, toBe file: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let url = project.appending(path: file)
    let expected = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    guard actual != expected else { return }
    let changed = zip(
      actual.split(separator: "\n", omittingEmptySubsequences: false),
      expected.split(separator: "\n", omittingEmptySubsequences: false)
    ).filter { $0 != $1 }.prefix(8).map { "is  \($0.prefix(160))\nwas \($1.prefix(160))" }
    if Self.isBlessing { try Data(actual.utf8).write(to: url) }
    let verdict = Self.isBlessing ? "was renewed" : "differs; look, then `make bless`"
    Issue.record(
      "\(file) \(verdict):\n\(changed.joined(separator: "\n"))", sourceLocation: sourceLocation)
  }

  /// One badge of each of five presets, whose scenes are kept whole: what changed can be read there.
  private static let whole: Set = [
    "tidewater/knots", "tidewater/storm-watch", "tidewater/helmsman", "tidewater/coxswain",
    "tidewater/heron-point",
  ]

  private func shippedScenes(width: Int) throws -> [(id: String, scene: Scene)] {
    var report = Report()
    let specs = project.appending(path: "badge-specs").path
    let programmes = try SpecFolder.load([specs], report: &report)
    var composer = Composer(fonts: try FontLibrary())
    return programmes.flatMap { loaded in
      loaded.badges.flatMap(\.drawings).map { badge in
        let design = Design(badge, of: loaded.programme, width: width)
        let scene = composer.compose(design, report: &report)
        return ("\(loaded.programme.id)/\(badge.fileName)", scene)
      }
    }
  }

  @Test func theScenesOfAllShippedBadgesAreTheOnesThatWereLookedAt() throws {
    var lines: [String] = []
    var whole: [String] = []
    for width in [512, 64, 32] {
      for (id, scene) in try shippedScenes(width: width) {
        lines.append("\(id) \(width) \(fingerprint(scene.text))")
        if width == 32, Self.whole.contains(id) { whole.append("\n\(id) \(width)\n\(scene.text)") }
      }
    }
    #expect(whole.count == Self.whole.count)
    lines += whole
    try expect(lines.joined(separator: "\n") + "\n", toBe: "\(Self.folder)/scenes.txt")
  }

  @Test func aSceneReadsAsText() throws {
    let scene = try #require(
      try shippedScenes(width: 32).first { $0.id == "meshery/service-mesh-performance" })
    try expect(scene.scene.text, toBe: "\(Self.folder)/service-mesh-performance@32.txt")
  }

  @Test func alternativeTextsReadWell() throws {
    let lines = try shippedScenes(width: 512).map { "\($0.id): \($0.scene.description)" }
    try expect(lines.joined(separator: "\n") + "\n", toBe: "\(Self.folder)/sentences.txt")
  }

  @Test func theReferenceOfTheLanguageIsWhatTheReaderDeclares() throws {
    let file = "docs/spec-language.md"
    let (begin, end) = ("<!-- reference:begin -->\n", "<!-- reference:end -->")
    let page = try String(contentsOf: project.appending(path: file), encoding: .utf8)
    let head = try #require(page.range(of: begin), "the page keeps its markers")
    let tail = try #require(page.range(of: end), "the page keeps its markers")
    let actual = page[..<head.upperBound] + Language.markdown + page[tail.lowerBound...]
    try expect(String(actual), toBe: file)
  }

  /// The pictures of the README are the ones the program draws today.
  @Test(arguments: [
    "certified-meshery-contributor", "review-rockstar", "docker-captain", "security-sentinel",
    "meshery-docs", "hacktoberfest-2025", "first-deployment", "community-manager", "cmc-models",
    "meshmap",
  ])
  func thePicturesOfTheReadmeAreTodays(id: String) throws {
    let badge = try #require(try shippedScenes(width: .max).first { $0.id == "meshery/\(id)" })
    let svg = SVGPainter().paint(badge.scene)
    try expect(String(decoding: svg, as: UTF8.self), toBe: "docs/pictures/\(id).svg")
  }
}

extension References {
  /// The cards and the certificate of the README are the ones the program draws today.
  @Test(arguments: [
    ("card.jpg", "olayemi-a/certified-meshery-contributor/card.jpg"),
    ("card.dark.jpg", "olayemi-a/certified-meshery-contributor/card.dark.jpg"),
    ("certificate.svg", "maysoun-n/certified-meshery-contributor/certificate.svg"),
  ])
  func thePeopleOfTheReadmeAreTodays(name: String, file: String) throws {
    try Self.expect(
      try RealProgramme.file("meshery/people/\(file)"), toBe: "docs/pictures/\(name)")
  }

  /// That `file` of the project holds `actual`; a run that blesses writes it.
  static func expect(_ actual: Data, toBe file: String) throws {
    let url = project.appending(path: file)
    guard (try? Data(contentsOf: url)) != actual else { return }
    if isBlessing { try actual.write(to: url) }
    Issue.record("\(file) differs from what is drawn; look, then `make bless`")
  }

  /// The schema that editors read is the one that the reader declares.
  @Test func theSchemaIsWhatTheReaderDeclares() throws {
    try expect(Language.schema, toBe: "docs/schema/blazon.schema.json")
  }

  /// The words that the fuzzer writes are those of the language.
  @Test func theFuzzerKnowsEveryKeyAndEveryNameThatOneChoosesFrom() throws {
    let keys = Language.chapters.flatMap(\.keys).map { "\($0.name): " }
    let choices = Language.schema.matches(of: /"enum": \[([^\]]*)\]/).flatMap { list in
      list.1.matches(of: /"([^"]+)"/).map { String($0.1) }
    }
    let words = Set(keys + choices).sorted().map { "\"\($0)\"\n" }
    let head = """
      # What the fuzzer writes into specs: every key of the language, and every name that one chooses \
      from.

      """
    try expect(head + words.joined(), toBe: "Tests/Fuzzing/specs.dict")
  }
}

/// FNV-1a, 64 bits: enough to notice a change.
private func fingerprint(_ text: String) -> String {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
  return String(hash, radix: 16)
}
