import Blazon
import Foundation
import TestSupport
import Testing

/// What other programs do with `import Blazon` and nothing else.
@Suite struct DoorTests {
  private static let files: [String: [UInt8]] = [
    "acme/programme.yaml": Array(
      """
      blazon: 1
      programme: acme
      name: Acme
      color: "#0B7A86"
      publish: https://badges.example.org
      awards: [awards.csv]
      badges:
        expert:
          criteria: Passed the exam.
          preset: seal
          title: Expert
          emblem: medal
          aliases: [master]
          certificate: {signatures: [{name: Mara Quist, role: Warden}]}
      """.utf8),
    "acme/awards.csv": Array(
      """
      name,handle,badge,issued,id
      Ada Lindqvist,ada,expert,2026-04-01,7YHB-16Q4-DGRG

      """.utf8),
  ]

  private func programme() throws -> Programme {
    var report = Report()
    let all = try Programme.load("acme", files: Self.files, report: &report)
    try #require(report.diagnostics.isEmpty, "\(report.diagnostics.map(\.message))")
    return try #require(all.first)
  }

  @Test func `a badge is drawn from memory, as SVG and as PNG`() throws {
    let programme = try programme()
    #expect(programme.id == "acme" && programme.name == "Acme" && programme.badges.count == 1)
    let badge = try #require(programme.badge("master"))
    #expect(badge.id == "expert" && badge.title == "Expert")
    #expect(badge.alternativeText.hasPrefix("Expert: badge of Acme, a medal"))
    #expect(String(decoding: badge.svg(), as: UTF8.self).hasPrefix("<svg xmlns="))
    #expect(badge.svg() == badge.svg() && badge.svg(theme: .dark) == badge.svg())
    for width in [16, 64, 700] {
      let picture = try #require(PNGFile(try badge.png(width: width)))
      #expect(picture.width == width && picture.height == width)
    }
  }

  @Test func `an award's pictures are bytes with names`() throws {
    let programme = try programme()
    let award = try #require(programme.award(of: "expert", to: "ada"))
    #expect(award.name == "Ada Lindqvist" && award.issued == "2026-04-01" && award.expires == nil)
    #expect(award.address == "https://badges.example.org/acme/people/ada/expert/")
    let cards = try award.cards()
    #expect(cards.map(\.name) == ["card.jpg", "card.dark.jpg"])
    #expect(
      cards.allSatisfy { $0.mediaType == "image/jpeg" && $0.bytes.starts(with: [0xFF, 0xD8]) })
    let papers = try award.certificates()
    #expect(papers.map(\.name) == ["certificate.pdf", "certificate.letter.pdf"])
    #expect(papers.allSatisfy { $0.bytes.starts(with: Array("%PDF-".utf8)) })
    #expect(try award.certificates(as: [.svg]).map(\.name) == ["certificate.svg"])
    #expect(try award.readmeBadge()?.alternativeText == "Acme: Expert")
    #expect(try award.badgeFiles().map(\.name) == ["badge.svg", "badge.png"])
    #expect(try award.texts().map(\.mediaType) == ["text/markdown", "text/html"])
    #expect(programme.awards.count == 1 && programme.award(of: "expert", to: "ben") == nil)
  }

  /// The digest that a badge's SVG names.
  private func digest(of programme: Programme) throws -> Substring {
    let svg = String(decoding: try #require(programme.badge("expert")).svg(), as: UTF8.self)
    let rest = try #require(svg.firstRange(of: "urn:sha256:")).upperBound
    return svg[rest...].prefix(64)
  }

  @Test func `all pictures of a design name its digest, whoever earned it, and another's another`()
    throws
  {
    let programme = try programme()
    let digest = try digest(of: programme)
    let hasHexDigits = digest.allSatisfy { $0.isHexDigit }
    #expect(hasHexDigits)
    let award = try #require(programme.award(of: "expert", to: "ada"))
    for file in try award.badgeFiles() where file.mediaType != "text/html" {
      #expect(Data(file.bytes).range(of: Data(digest.utf8)) != nil, "\(file.name)")
    }
    func changed(_ old: String, _ new: String) throws -> Substring {
      var files = Self.files
      let text = String(decoding: files["acme/programme.yaml"] ?? [], as: UTF8.self)
      files["acme/programme.yaml"] = Array(text.replacing(old, with: new).utf8)
      var report = Report()
      return try self.digest(
        of: try #require(try Programme.load("acme", files: files, report: &report).first))
    }
    #expect(try changed("name: Acme", "name:   Acme  # as ever") == digest)
    for (old, new) in [
      ("Acme", "Acme Inc."), ("emblem: medal", "emblem: star"), ("0B7A86", "0B7A87"),
    ] {
      #expect(try changed(old, new) != digest, "\(new)")
    }
    #expect(try changed("publish", "license: CC-BY-4.0\npublish") != digest)
  }

  @Test func `a folder gets what the command writes`() throws {
    let folder = try TemporaryFolder()
    var report = Report()
    let count = try programme().render(into: folder.path, workers: 2, report: &report)
    #expect(report.diagnostics.isEmpty)
    #expect(count > 15)
    #expect(try folder.names("acme/people/ada/expert").contains("certificate.letter.pdf"))
    #expect(try folder.names("acme").contains("contact-sheet.png"))
    try Data(folder.text("manifest.json").utf8).write(to: URL(filePath: "\(folder.path)/m.json"))
    #expect(try folder.text("manifest.json").contains("\"acme/badges/master@64.png\""))
  }

  @Test func `what is wrong is a report with places, and no programme`() throws {
    var files = Self.files
    files["acme/awards.csv"] = Array("name,handle,badge,issued\nAda,ada,export,2026-13-01\n".utf8)
    var report = Report()
    #expect(try Programme.load("acme", files: files, report: &report).isEmpty)
    #expect(report.errorCount == 1)
    #expect(report.sorted.first?.place?.label == "acme/awards.csv:2:16")
    #expect(throws: WorldError.self) {
      _ = try Programme.load("nowhere", files: Self.files, report: &report)
    }
  }

  @Test func `a sentence is a badge, and what is not understood is told`() throws {
    var report = Report()
    let programme = try Programme(sentence: "gold shield, open book, title Docs", report: &report)
    #expect(programme?.badges.first?.title == "Docs" && report.diagnostics.isEmpty)
    #expect(try Programme(sentence: "gold shield, opn book", report: &report) == nil)
    #expect(report.hasErrors && report.sorted.first?.help != nil)
  }

  @Test func `many threads draw at once`() async throws {
    let programme = try programme()
    let badge = try #require(programme.badge("expert"))
    let expected = try badge.png(width: 64)
    let pictures = try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<8 { group.addTask { try badge.png(width: 64) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(pictures.count == 8 && pictures.allSatisfy { $0 == expected })
  }
}
