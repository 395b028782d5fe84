import BlazonPaint
import BlazonScene
import BlazonSpec
import BlazonText
import Foundation
import TestSupport
import Testing

/// Names in every script on cards and certificates of a programme that names no font.
@Suite struct ScriptPageTests {
  @Test(arguments: namesInScripts.indices, [PageKind.card, .certificate])
  func `a name is written in its script, apart from what is above and below`(
    _ index: Int, _ kind: PageKind
  ) throws {
    let (name, sans, serif) = namesInScripts[index]
    let scene = try AwardedPage(
      name: name, badge: "certificate: {signatures: [{name: Ada}]}", kind: kind
    ).scene()
    let runs = scene.runs(with: "").filter { !$0.outline.isEmpty }
    let (own, others) = (
      runs.filter { $0.face.hasPrefix("Noto") }, runs.filter { !$0.face.hasPrefix("Noto") }
    )
    #expect(!own.isEmpty && own.allSatisfy { $0.face.hasPrefix(kind == .card ? sans : serif) })
    for run in own {
      let ink = try #require(run.outline.inkBounds)
      for other in others {
        let box = try #require(other.outline.inkBounds)
        let across = min(ink.maxX, box.maxX) - max(ink.minX, box.minX)
        let down = min(ink.maxY, box.maxY) - max(ink.minY, box.minY)
        #expect(across < 0 || down < -3, "\(name) and “\(other.words)” by \(down)")
      }
    }
  }

  @Test func `emoji are pictures in PNG, SVG and PDF, and words in its text`() throws {
    let scene = try AwardedPage(name: "Zoë 🎉 Star 👨‍👩‍👧 🇩🇪", kind: .certificate).scene()
    #expect(scene.runs.contains { !$0.art.isEmpty })
    let (ours, theirs) = (try painted(scene, width: 1188), try rsvg(scene, width: 1188))
    let parity = try #require(Parity(ours, theirs))
    #expect(parity.mean < 1.5, "\(parity)")
    let folder = try TemporaryFolder()
    let painter = PDFPainter(pageWidth: 297, .init(created: "2026-03-09"))
    let file = URL(filePath: folder.path + "/page.pdf")
    try Data(painter.paint(scene)).write(to: file)
    let text = try run("pdftotext", [file.path, "-"]).text
    #expect(text.contains("Zoë 🎉 Star 👨‍👩‍👧 🇩🇪"), "\(text)")
    let (width, height) = (1188, Int((1188 * scene.size.height / scene.size.width).rounded()))
    let pdf = try poppler(file, width: width, height: height)
    let pages = try #require(Parity(ours, pdf))
    #expect(pages.mean < 3, "\(pages)")
  }
}

extension Path {
  /// A box around what is inked, not around control points.
  fileprivate var inkBounds: Rect? {
    let points = flattened(steps: 6).joined()
    guard let first = points.first else { return nil }
    return points.reduce(Rect(x: first.x, y: first.y, width: 0, height: 0)) {
      $0.union(Rect(x: $1.x, y: $1.y, width: 0, height: 0))
    }
  }
}
