import Foundation
import TestSupport
import Testing

@testable import BlazonPaint
@testable import BlazonScene

/// The PDF of a scene: sound as a file, and the picture that the others draw.
@Suite struct PDFTests {
  private func painter(created: String = "2026-10-14") -> PDFPainter {
    PDFPainter(pageWidth: 180, .init(author: "Acme", keywords: ["a", "b"], created: created)) { _ in
      nil
    }
  }

  private func paint(_ nodes: [Node], language: String = "en") throws -> [UInt8] {
    let scene = Scene(
      size: Size(width: 512, height: 512), nodes: nodes, title: "Title", description: "Subject.",
      language: language)
    return try painter().paint(scene)
  }

  // MARK: The file

  /// The whole number that begins at `offset`.
  private func number(_ bytes: ArraySlice<UInt8>) throws -> Int {
    try #require(Int(String(decoding: bytes.prefix { (48...57).contains($0) }, as: UTF8.self)))
  }

  @Test func `the last cross-reference table points to the catalogue, and to the table before it`()
    throws
  {
    let pdf = try paint([Samples.filled(Samples.circle, .black)], language: "de")
    let text = String(decoding: pdf, as: Unicode.ASCII.self)
    let latin = String(pdf.map { Character(Unicode.Scalar($0)) })
    #expect(text.hasSuffix("%%EOF\n"))
    let start = try #require(latin.ranges(of: "startxref\n").last)
    let table = try #require(Int(latin[start.upperBound...].prefix { $0.isNumber }))
    let lines = String(decoding: pdf[table...], as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0] == "xref")
    let section = lines[1].split(separator: " ")
    #expect(section.count == 2 && section[1] == "1")
    let root = try #require(section.first)
    // ISO 32000-1, 7.5.4: an entry has exactly twenty bytes, its end of line among them.
    #expect(lines[2].utf8.count == 19 && lines[2].hasSuffix(" 00000 n "))
    let offset = try number(pdf[table...].dropFirst(lines[0].utf8.count + lines[1].utf8.count + 2))
    let object = String(decoding: pdf[offset..<table], as: UTF8.self)
    #expect(object.hasPrefix("\(root) 0 obj\n"))
    #expect(object.contains("/Type /Catalog"))
    #expect(object.contains("/Lang (de)"))
    #expect(object.hasSuffix(">>\nendobj\n"))
    let trailer = String(decoding: pdf[table...], as: UTF8.self)
    #expect(trailer.contains("/Root \(root) 0 R"))
    let previous = try #require(trailer.firstMatch(of: /\/Prev (\d+)/)?.1)
    let before = try #require(Int(previous))
    #expect(before < table)
    #expect(String(decoding: pdf[before..<before + 5], as: UTF8.self) == "xref\n")
    // The number of objects is that of the table before: none is added.
    let size = try #require(trailer.firstMatch(of: /\/Size (\d+)/)?.1)
    let first = String(decoding: pdf[before...].prefix(30), as: UTF8.self)
    #expect(first.split(separator: "\n")[1] == "0 \(size)")
  }

  /// What newer Cairo writes from PDF 1.5 on: the trailer is a stream.
  private static let streamed = """
    %PDF-1.7
    1 0 obj
    << /Type /Catalog /Pages 2 0 R >>
    endobj
    9 0 obj
    << /Type /XRef /Size 10 /Root 1 0 R /W [1 2 1] /Filter /FlateDecode /Length 4 >>
    stream
    xxxx
    endstream
    endobj
    startxref
    60
    %%EOF

    """

  @Test(arguments: [
    "", "trailer", "trailer\n<< /Size 1 /Root 99999999999999999999 0 R >>\nstartxref\n1", streamed,
    "\n7 0 obj\n<< /Size 1 >>\ntrailer\n<< /Root 7 0 R /Size 8 >>\nstartxref\n0\n%%EOF",
  ])
  func `a file that is not as Cairo writes it is an error, not a trap`(_ text: String) {
    #expect(throws: PaintError.self) {
      try PDFCatalogue.amended(Array(text.utf8), language: "en")
    }
  }

  @Test func `a file that breaks off anywhere is amended or refused`() throws {
    let pdf = try paint([Samples.filled(Samples.circle, .black)])
    for count in stride(from: 0, to: pdf.count, by: 7) {
      _ = try? PDFCatalogue.amended(Array(pdf[..<count]), language: "en")
    }
  }

  @Test func `a file for old readers is the same page, and names its language too`() throws {
    let pdf = try painter().paint(Samples.everything, scale: 1, isForOldReaders: true)
    #expect(String(decoding: pdf.prefix(9), as: UTF8.self) == "%PDF-1.4\n")
    #expect(String(pdf.map { Character(Unicode.Scalar($0)) }).contains("/Lang (en)"))
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "page.pdf")
    try Data(pdf).write(to: file)
    let check = try run("qpdf", ["--check", file.path])
    #expect(check.status == 0, "\(check.text) \(check.error)")
  }

  @Test func `the bytes before the language do not depend on it`() throws {
    let (one, two) = (
      try paint([Samples.text], language: "en"), try paint([Samples.text], language: "pt-BR")
    )
    let common = zip(one, two).prefix { $0 == $1 }.count
    #expect(String(decoding: one[common...].prefix(3), as: UTF8.self) == "en)")
    #expect(String(decoding: two[common...].prefix(6), as: UTF8.self) == "pt-BR)")
  }

  @Test func `a language brings nothing else into the file`() throws {
    let pdf = try paint([Samples.text], language: "en) /OpenAction << /S /JavaScript >> (")
    let text = String(pdf.map { Character(Unicode.Scalar($0)) })
    #expect(!text.contains("/OpenAction") && !text.contains("/JavaScript"))
    #expect(text.contains("/Lang (enOpenActionSJavaScript)"))
  }

  @Test func `the same scene gives the same bytes, and the day alone makes others`() throws {
    let scene = Samples.everything
    let first = try painter().paint(scene)
    #expect(try painter().paint(scene) == first)
    #expect(try painter(created: "2026-10-15").paint(scene) != first)
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
