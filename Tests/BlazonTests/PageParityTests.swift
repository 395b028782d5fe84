import BlazonPaint
import BlazonScene
import Foundation
import TestSupport
import Testing

/// The files of one page show one picture, by the word of other programs: librsvg reads the SVG,
/// Poppler the PDF.
@Suite struct PageParityTests {
  @Test(arguments: RealProgramme.awards.share, ["card", "card.dark"])
  func `a card is what rsvg-convert makes of its SVG`(_ award: String, _ name: String) throws {
    let scene = try RealProgramme.page("\(award)/\(name)")
    let parity = try #require(Parity(painted(scene, scale: 1), rsvg(scene, width: 1200)))
    #expect(parity.mean <= 0.2 && parity.outliers <= 0.02, "\(award): \(parity)")
  }

  @Test(arguments: RealProgramme.certificates.share)
  func `a certificate's PNG is what rsvg-convert makes of its SVG`(_ award: String) throws {
    let ours = try painted(RealProgramme.page("\(award)/certificate"), scale: 1.5)
    let svg = try RealProgramme.file("\(award)/certificate.svg")
    let parity = try #require(Parity(ours, rsvg(svg, width: ours.width)))
    #expect(parity.mean <= 0.2 && parity.outliers <= 0.02, "\(award): \(parity)")
    // The file has 256 colours, whose difference nobody sees.
    let file = try #require(png(RealProgramme.file("\(award)/certificate.png")))
    let colors = try #require(Parity(file, ours))
    #expect(colors.mean <= 0.8 && colors.outliers <= 0.02, "\(award): \(colors)")
  }

  @Test(arguments: RealProgramme.certificates.share)
  func `a certificate's PNG is what pdftocairo makes of its PDF`(_ award: String) throws {
    let ours = try #require(png(RealProgramme.file("\(award)/certificate.png")))
    let file = RealProgramme.run.output.appending(path: "\(award)/certificate.pdf")
    let theirs = try poppler(file, width: ours.width, height: ours.height)
    let parity = try #require(Parity(ours, theirs))
    #expect(parity.mean <= 2, "\(award): \(parity)")
  }

  /// At 254 pixels an inch, where both papers are whole pixels wide and high.
  @Test(arguments: RealProgramme.certificates.share, ["certificate", "certificate.letter"])
  func `the page of a certificate's PDF is its scene`(_ award: String, _ name: String) throws {
    let ours = try painted(RealProgramme.page("\(award)/\(name)"), scale: 2.5)
    let file = RealProgramme.run.output.appending(path: "\(award)/\(name).pdf")
    let theirs = try poppler(file, width: ours.width, height: ours.height)
    let parity = try #require(Parity(ours, theirs))
    #expect(parity.mean <= 1, "\(award): \(parity)")
    #expect(ours.isLike(theirs), "\(award)")
  }

  /// The letters of a page are glyphs of a font; where a painter sees something else, they are outlines.
  @Test func `text in a font is the picture that outlines are`() throws {
    let name = "meshery/people/maysoun-n/certified-meshery-contributor/certificate"
    let scene = try RealProgramme.page(name)
    let folder = try TemporaryFolder()
    let file = URL(filePath: folder.path + "/page.pdf")
    let painter = PDFPainter(pageWidth: 297, .init(created: "2026-10-14"))
    let plain = Scene(
      size: scene.size, nodes: scene.nodes.map(\.withoutRoles), title: scene.title,
      description: scene.description)
    try Data(painter.paint(plain)).write(to: file)
    #expect(try run("pdffonts", [file.path]).text.split(separator: "\n").count == 2, "no text")
    let outlines = try poppler(file, width: 1782, height: 1260)
    let both = RealProgramme.run.output.appending(path: "\(name).pdf")
    let parity = try #require(
      Parity(outlines, try poppler(both, width: 1782, height: 1260)))
    #expect(parity.mean < 0.7 && parity.outliers < 1, "\(parity)")
  }

  @Test func `the comparison with a PDF is not blind: it misses any group`() throws {
    let name = "meshery/people/efthalia/certified-meshery-contributor/certificate"
    let scene = try RealProgramme.page(name)
    let whole = try painted(scene, scale: 2.5)
    var count = 0
    for (index, node) in scene.nodes.enumerated() {
      guard case .group = node else { continue }
      count += 1
      var nodes = scene.nodes
      nodes.remove(at: index)
      let torn = Scene(
        size: scene.size, nodes: nodes, title: scene.title, description: scene.description)
      #expect(!whole.isLike(try painted(torn, scale: 2.5)), "node \(index)")
    }
    #expect(count >= 4, "the logo, the badge, two signatures")
  }
}

extension Node {
  /// The node without what it is to readers.
  fileprivate var withoutRoles: Node {
    guard case .group(var group) = self else { return self }
    group.role = nil
    group.children = group.children.map(\.withoutRoles)
    return .group(group)
  }
}

extension PNGFile {
  /// Whether no square millimetre of paper is of another shade, ten pixels wide here: whatever two
  /// renderers make of edges, and no more.
  fileprivate func isLike(_ other: PNGFile) -> Bool {
    zip(squares(of: 10), other.squares(of: 10)).allSatisfy { a, b in
      zip(a, b).allSatisfy { abs($0 - $1) <= 52 }
    }
  }
}
