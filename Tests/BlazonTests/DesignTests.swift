import BlazonLayout
import BlazonPaint
import BlazonScene
import BlazonSource
import BlazonSpec
import Foundation
import TestSupport
import Testing

/// Cards and certificates in all designs, with any colour and any name: what is read can be read.
@Suite struct DesignTests {
  private static let cards = [
    "open-graph", "github", "square", "story", "banner", "signature", "hero", "hero-github",
    "hero-square", "hero-story", "hero-banner", "hero-signature", "split", "split-github",
    "split-square", "split-story", "split-banner", "split-signature",
  ]
  private static let certificates = ["guilloche", "modern", "classic", "cover"]

  /// Each design with each of its variants.
  private static let pages: [(kind: PageKind, design: String, variant: String?)] = {
    let light = ["banner", "signature"]
    let screens = cards.flatMap { name in
      light.contains { name.hasSuffix($0) }
        ? [(PageKind.card, name, String?.none)] : [(.card, name, nil), (.card, name, "dark")]
    }
    let papers: [(PageKind, String, String?)] = [
      (.certificate, "guilloche", nil), (.certificate, "guilloche", "letter"),
      (.certificate, "modern", nil), (.certificate, "modern", "letter"),
      (.certificate, "modern", "a4-portrait"), (.certificate, "classic", nil),
      (.certificate, "classic", "letter-portrait"), (.certificate, "cover", nil),
      (.certificate, "cover", "letter"),
    ]
    return screens + papers
  }()

  private static let names = [
    "Maximiliana Alexandrovna von Habsburg-Lothringen-Esterházy", "Ø", "Amara Osei", "Li Na",
    "Wolfeschlegelsteinhausenbergerdorff", "Đặng Quỳnh Vân Sương", "Björk", "J. R. R. Tolkien",
  ]
  private static let titles = [
    "Expert", "Certified Platform Contributor", "Docs Author, Gold",
    "Senior Examiner of Distributed Systems and their Operation",
  ]

  @Test func `every shipped design is here`() throws {
    let pages = try #require(RealProgramme.programmes.first).pages
    for (kind, names) in [
      (PageKind.card, DesignTests.cards), (.certificate, DesignTests.certificates),
    ] {
      let shipped = pages.names(kind).filter { !$0.hasPrefix("revoked") }
      #expect(Set(shipped).subtracting(pages.written(kind)) == Set(names))
    }
  }

  @Test func `a hundred awards of any colour can be read on every design`() throws {
    for seed in 0..<100 {
      var random = SeededGenerator(seed: UInt64(seed))
      let hex = (0..<3).map { _ in
        let text = String(UInt8.random(in: 0...255, using: &random), radix: 16, uppercase: true)
        return text.count < 2 ? "0\(text)" : text
      }.joined()
      let page = DesignTests.pages[seed % DesignTests.pages.count]
      let signers = ["Ada Fenn", "Odo Quist-Achenbach", "Li Na", "Mara"].prefix(seed / 7 % 4 + 1)
      let signatures = signers.map { "{name: \($0), role: Warden}" }.joined(separator: ", ")
      let award = AwardedPage(
        name: DesignTests.names[seed % DesignTests.names.count],
        title: DesignTests.titles[seed % DesignTests.titles.count],
        badge: """
          criteria: Passed five exams, in theory and in practice.
              skills: [Server, Command line, Models]
              competencies: {Server: 20, Command line: 14, Models: 66}
              valid: 2 years
              certificate: {signatures: [\(signatures)]}
          """, kind: page.kind, design: page.design, variant: page.variant, color: "#\(hex)",
        // A letter that reaches low, on the last line.
        columns: [("expires", "2031-07-15")])
      let scene = try award.scene()
      let label = "\(page.design) \(page.variant ?? "") #\(hex)"
      let weak = try scene.weakTexts()
      #expect(weak == [], "\(label)")
      #expect(scene.runs.contains { $0.words.contains("Expert") || $0.words.count > 1 })
    }
  }

  private static let example = AwardedPage(
    name: "Amara Osei", title: "Certified Platform Contributor",
    badge: """
      criteria: Passed five exams, in theory and in practice.
          competencies: {Server: 20, Command line: 14, Models: 66}
          certificate: {signatures: [{name: Ada}, {name: Odo, role: Warden}]}
      """)

  @Test(arguments: pages.indices)
  func `every design is the same picture in another renderer`(_ index: Int) throws {
    let page = DesignTests.pages[index]
    var award = DesignTests.example
    (award.kind, award.design, award.variant) = (page.kind, page.design, page.variant)
    let scene = try award.scene()
    // Of every paper whole pixels.
    let ours = try painted(scene, scale: page.kind == .card ? 1 : 2.5)
    let size = ["-w", "\(ours.width)", "-h", "\(ours.height)"]
    let answer = try run("rsvg-convert", size, input: Data(SVGPainter().paint(scene)))
    #expect(answer.status == 0 && answer.error.isEmpty, "\(answer.error)")
    let theirs = try #require(png(answer.output))
    let parity = try #require(Parity(ours, theirs))
    #expect(parity.mean <= 0.3 && parity.outliers <= 0.05, "\(page.design): \(parity)")
    guard page.kind == .certificate, isThorough || index.isMultiple(of: 3) else { return }
    let folder = try TemporaryFolder()
    let file = URL(filePath: folder.path + "/page.pdf")
    let width = scene.size.width / 4
    try Data(PDFPainter(pageWidth: width, .init(created: "2026-10-14")).paint(scene)).write(
      to: file)
    let printed = try poppler(file, width: ours.width, height: ours.height)
    let paper = try #require(Parity(ours, printed))
    #expect(paper.mean <= 1, "\(page.design): \(paper)")
  }

  @Test func `signatures stand in balance, whatever their number`() throws {
    for (design, variant) in [("guilloche", nil), ("guilloche", "letter"), ("classic", nil)]
      as [(String, String?)]
    {
      for count in 1...4 {
        var award = DesignTests.example
        (award.kind, award.design, award.variant) = (.certificate, design, variant)
        let names = ["Ada", "Odo", "Eve", "Kai"].prefix(count)
        award.badge = """
          criteria: Passed.
              certificate: {signatures: [\(names.map { "{name: \($0)}" }.joined(separator: ", "))]}
          """
        let scene = try award.scene()
        let boxes = try names.map { try scene.box(of: $0) }
        let page = scene.size.width / 2
        let middle = boxes.map(\.center.x).reduce(0, +) / Double(count)
        if count.isMultiple(of: 2) {
          // Half of them on each side.
          #expect(abs(middle - page) < 3, "\(design) \(count): \(middle)")
          #expect(boxes.filter { $0.center.x < page }.count == count / 2)
        }
        // Nobody's name lies on another's, nor out of the frame.
        for (index, box) in boxes.enumerated() {
          #expect(box.minX > 60 && box.maxX < scene.size.width - 60)
          for other in boxes[(index + 1)...] {
            #expect(
              box.maxX < other.minX || other.maxX < box.minX
                || abs(box.center.y - other.center.y) > 20)
          }
        }
      }
    }
  }

  @Test func `a badge lies on a seal of foil, unless it is round itself`() throws {
    // The scallops of the foil: 40 curves in one outline.
    func foils(_ preset: String, signedBy names: [String] = ["Ada", "Odo"]) throws -> [Rect] {
      var award = DesignTests.example
      award.kind = .certificate
      award.preset = preset
      let people = names.map { "{name: \($0)}" }.joined(separator: ", ")
      award.badge = "criteria: Passed.\n    certificate: {signatures: [\(people)]}"
      return outlines(in: try award.scene().nodes).filter { path in
        path.segments.count { if case .cubic = $0 { true } else { false } } == 40
      }.compactMap(\.controlBox)
    }
    func outlines(in nodes: [Node]) -> [Path] {
      nodes.flatMap { node -> [Path] in
        switch node {
        case .shape(let shape): [shape.path]
        case .group(let group):
          outlines(in: group.children).map { $0.transformed(by: group.transform) }
        case .text, .image, .repeated: []
        }
      }
    }
    for preset in ["pennant", "shield", "hexagon", "diamond"] {
      let foil = try #require(try foils(preset).first, "\(preset)")
      #expect(abs(foil.width - foil.height) < 1 && abs(foil.center.x - 594) < 1)
    }
    for preset in ["seal", "patch", "rosette"] { #expect(try foils(preset).isEmpty, "\(preset)") }
    #expect(try foils("pennant", signedBy: ["Ada", "Odo", "Eve", "Kai"]).isEmpty)
  }

  @Test func `two languages stand on one page, the reader's first and larger`() throws {
    var award = DesignTests.example
    award.kind = .certificate
    award.programme = "languages: [ar]"
    award.badge = """
      criteria: {en: Passed five exams., ar: اجتاز خمسة اختبارات.}
          certificate: {languages: [en, ar], signatures: [{name: Ada}]}
      """
    for design in DesignTests.certificates {
      award.design = design
      let scene = try award.scene()
      let (english, arabic) = (scene.runs(with: "Passed"), scene.runs(with: "اجتاز"))
      let (one, two) = (try #require(english.first), try #require(arabic.first))
      #expect(one.size > two.size && two.isRightToLeft && !one.isRightToLeft, "\(design)")
      #expect(try scene.box(of: "Passed").center.y < scene.box(of: "اجتاز").center.y)
      // Names and days are told once.
      #expect(scene.runs(with: "Amara").count == 1 && scene.runs(with: "2026").count == 1)
    }
  }

  @Test func `the measure sees words that cannot be read`() throws {
    let scene = try AwardedPage().scene()
    let ground = Node.shape(
      Shape(
        Path(rect: Rect(x: 0, y: 0, width: 1200, height: 630)),
        fill: .color(Color(hex: 0x101820))))
    let dark = Scene(
      size: scene.size, nodes: [ground] + scene.runs.map { .text($0) }, title: "", description: "")
    #expect(try !dark.weakTexts().isEmpty)
  }
}

extension Scene {
  /// Texts with less contrast to what is painted below them than WCAG 2.2 asks for (1.4.3).
  fileprivate func weakTexts() throws -> [String] {
    let ground = Scene(
      size: size, nodes: nodes.compactMap(\.withoutTexts), title: "", description: "")
    let raster = try RasterPainter(width: Int(size.width / 2), of: ground).paint(ground)
    let scale = Double(raster.width) / size.width
    return runs.compactMap { run -> String? in
      guard let box = run.outline.controlBox else { return nil }
      let ink = run.paint.flat
      var least = Double.infinity
      for y in stride(from: box.minY, through: box.maxY, by: 3) {
        for x in stride(from: box.minX, through: box.maxX, by: 3) {
          let (column, row) = (Int(x * scale), Int(y * scale))
          guard (0..<raster.width).contains(column), (0..<raster.height).contains(row) else {
            continue
          }
          least = min(least, ink.contrast(with: raster.color(column, row)))
        }
      }
      let wanted = run.size >= 24 ? 3.0 : 4.5
      return least < wanted - 0.05 ? "“\(run.words)” \(least) of \(wanted)" : nil
    }
  }
}

extension Node {
  fileprivate var withoutTexts: Node? {
    switch self {
    case .text: return nil
    case .group(var group):
      group.children = group.children.compactMap(\.withoutTexts)
      return .group(group)
    case .shape, .image, .repeated: return self
    }
  }
}

extension Raster {
  /// The colour of a pixel; the pages are opaque.
  fileprivate func color(_ column: Int, _ row: Int) -> Color {
    let start = 4 * (row * width + column)
    return Color(
      red: Double(pixels[start]) / 255, green: Double(pixels[start + 1]) / 255,
      blue: Double(pixels[start + 2]) / 255)
  }
}
