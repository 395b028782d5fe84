import Foundation
import TestSupport
import Testing

@testable import BlazonPaint
@testable import BlazonScene

/// The PDF of a scene: sound as a file, and the picture that the others draw.
@Suite struct PDFTests {
  private func painter(created: String = "2026-10-14") -> PDFPainter {
    PDFPainter(pageWidth: 180, .init(keywords: ["a", "b"], created: created))
  }

  private func paint(_ nodes: [Node], language: String = "en") throws -> [UInt8] {
    let scene = Scene(
      size: Size(width: 512, height: 512), nodes: nodes, title: "Title", description: "Subject.",
      language: language)
    return try painter().paint(scene)
  }

  // MARK: The file

  /// The file as qpdf reads it, its streams as they are.
  private func json(_ pdf: [UInt8]) throws -> String {
    let folder = try TemporaryFolder()
    let file = URL(filePath: folder.path + "/page.pdf")
    try Data(pdf).write(to: file)
    let check = try run("qpdf", ["--check", file.path])
    #expect(check.status == 0 && !check.text.contains("WARNING"), "\(check.text) \(check.error)")
    let answer = try run("qpdf", ["--json=1", "--json-key=objects", file.path])
    #expect(answer.status == 0, "\(answer.error)")
    return answer.text
  }

  @Test func `a file of everything is sound, and names its language and title`() throws {
    let scene = Samples.everything
    let text = try json(try painter().paint(scene))
    #expect(text.contains(#""/Lang": "en""#))
    #expect(text.contains(#""/DisplayDocTitle": true"#))
    #expect(text.contains(#""/Title": "\#(scene.title)""#))
  }

  @Test func `nothing of a text gets out of where it is written`() throws {
    let hostile =
      "x) /OpenAction << /S /JavaScript >> ( \\ ]]> <script> \u{0}\u{7F}\u{10FFFF} 🎉 endobj"
    let scene = Scene(
      size: Size(width: 512, height: 512), nodes: [Samples.text], title: hostile,
      description: hostile, language: "en) /OpenAction << /S /JavaScript >> (",
      credits: Credits(author: hostile, license: hostile, specDigest: hostile))
    let pdf = try PDFPainter(
      pageWidth: 180,
      .init(keywords: [hostile], created: "2026-10-14) /AA <<")
    ).paint(scene)
    let text = try json(pdf)
    #expect(!text.contains(#""/OpenAction""#) && !text.contains(#""/AA""#))
    #expect(text.contains(#""/Lang": "enOpenActionSJavaScript""#))
    let latin = String(pdf.map { Character(Unicode.Scalar($0)) })
    #expect(latin.contains("&lt;script&gt;") && !latin.contains("<script>"))
  }

  @Test func `the same scene gives the same bytes, and the day alone makes others`() throws {
    let scene = Samples.everything
    let first = try painter().paint(scene)
    #expect(try painter().paint(scene) == first)
    #expect(try painter(created: "2026-10-15").paint(scene) != first)
  }

  @Test
  func `shapes beyond any page, lines of no width and dashes of no length are drawn or left out`()
    throws
  {
    let far = Path([
      .move(Point(1e9, 0)), .line(Point(2e9, 0)), .line(Point(2e9, 1e9)), .line(Point(1e9, 1e9)),
      .close,
    ])
    let thin = Path([.move(Point(0, 10)), .line(Point(100, 10))])
    let nodes: [Node] = [
      Samples.shadowed([Samples.filled(far, .black)], blur: 1),
      Samples.shadowed(
        [Samples.filled(Path(circle: Point(0, 0), radius: 40_960), .black)], blur: 1),
      .shape(Shape(thin, stroke: Stroke(.black, width: 0))),
      .shape(Shape(thin, stroke: Stroke(.black, width: 2, dashes: [0.004]))),
      .group(
        Group([.group(Group([Samples.text], transform: .scale(1e9)))], transform: .scale(1e9))),
    ]
    for node in nodes { _ = try json(try paint([node])) }
    #expect(try poppler([nodes[2]]) == poppler([]))
  }

  // MARK: The picture

  /// Poppler draws shadows and edges a little differently; what is missing or moved shows all the same.
  private func isLike(_ a: PNGFile, _ b: PNGFile) -> Bool {
    guard let parity = Parity(a, b) else { return false }
    return parity.mean <= 1.4 && parity.outliers <= 3
  }

  private func raster(_ nodes: [Node]) throws -> PNGFile {
    let ground = Samples.filled(Path(rect: Rect(x: 0, y: 0, width: 512, height: 512)), .white)
    let scene = Samples.scene([ground] + nodes)
    return try #require(
      PNGFile(PNGEncoder().encode(RasterPainter(width: 256, of: scene).paint(scene))))
  }

  private func poppler(_ nodes: [Node]) throws -> PNGFile {
    let answer = try run(
      "pdftoppm", ["-png", "-scale-to-x", "256", "-scale-to-y", "256", "-"],
      input: Data(paint(nodes)))
    try #require(answer.status == 0 && answer.error.isEmpty, "\(answer.error)")
    let bytes = Array(answer.output)
    return try #require(withExtendedLifetime(bytes) { PNGFile(bytes) })
  }

  @Test(arguments: Samples.all.map(\.name))
  func `Poppler sees in the PDF what the raster painter draws`(_ name: String) throws {
    let nodes = try #require(Samples.all.first { $0.name == name }).nodes
    let (ours, theirs) = (try raster(nodes), try poppler(nodes))
    #expect(isLike(ours, theirs), "\(Parity(ours, theirs).map(\.description) ?? "sizes differ")")
    #expect(!isLike(try raster([]), theirs), "something is drawn")
  }
}
