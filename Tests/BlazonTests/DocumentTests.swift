import BlazonDesign
import BlazonForm
import BlazonLedger
import BlazonPaint
import BlazonScene
import BlazonSource
import BlazonSpec
import Foundation
import TestSupport
import Testing

/// A certificate's PDF as a document: what is copied, searched and read aloud, by the word of PDFium, Poppler and
/// the structure tree.
@Suite struct DocumentTests {
  /// What others read in one file.
  private struct Read: Decodable {
    var pdfium: String
    var poppler: String
    /// Structure types and words, in the order of reading.
    var structure: [[String]]

    var lines: [String] { structure.map { $0.joined(separator: " ") } }
  }

  private func read(_ paths: [String]) throws -> [Read] {
    let file = project.appending(path: "Tests/BlazonTests/Fixtures/read_pdf.py")
    let answer = try python(
      String(contentsOf: file, encoding: .utf8), input: JSONEncoder().encode(paths))
    try #require(answer.status == 0, "\(answer.error)")
    return try JSONDecoder().decode([Read].self, from: answer.output)
  }

  /// The files of certificates of `names`.
  private func certificates(of names: [String], in folder: TemporaryFolder) throws -> [String] {
    try names.enumerated().map { index, name in
      let scene = try AwardedPage(
        name: name, badge: "certificate: {signatures: [{name: Ada}]}", kind: .certificate
      ).scene()
      let painter = PDFPainter(pageWidth: 297, .init(created: "2026-03-09"))
      let path = "\(folder.path)/\(index).pdf"
      try Data(painter.paint(scene)).write(to: URL(filePath: path))
      return path
    }
  }

  /// Names that readers are known to take apart.
  private static let hardNames = [
    "Мар’яна Щур", "น้ำทิพย์ กู้เกียรติ์", "محمد بن سلمان", "ស្រីមុំ ខ្មែរ", "Kwakw̓ala Snəw̓", "שרה כהן",
    "Zoë 🎉 Star 👨‍👩‍👧 🇩🇪", "فرهاد مهدی‌زاده", "Ọlábísí Adékúnlé", "Nguyễn Thị Hồng Ánh",
    "Dvořák & Šťastná",
  ]

  @Test func `names of every script are copied and read aloud as they were written`() throws {
    let names = namesInScripts.map(\.name) + Self.hardNames
    let folder = try TemporaryFolder()
    for (name, read) in zip(names, try read(certificates(of: names, in: folder))) {
      // PDFium puts the points of a Hebrew letter in another order, which means the same.
      #expect(plain(read.pdfium).contains(name), "PDFium: \(name) in \(read.pdfium)")
      #expect(holds(read.poppler, name), "Poppler: \(name) in \(read.poppler)")
      #expect(read.lines.map(plain).contains("P \(name)"), "structure: \(name) in \(read.lines)")
    }
  }

  @Test func `a name in two directions keeps its words in order`() throws {
    let name = "Dr. محمد بن سلمان (PhD)"
    let folder = try TemporaryFolder()
    let read = try #require(try read(certificates(of: [name], in: folder)).first)
    #expect(holds(read.pdfium, name), "\(read.pdfium)")
    #expect(holds(read.poppler, name), "\(read.poppler)")
  }

  // MARK: Reading aloud

  private func path(_ award: String, _ file: String = "certificate.pdf") -> String {
    RealProgramme.run.output.appending(path: "\(award)/\(file)").path
  }

  /// What a sighted reader reads: texts and the names of pictures, taken from the award and its design alone.
  private func expected(_ folder: String) throws -> [String] {
    let award = try RealProgramme.award(folder)
    func text(_ fact: TextTemplate.Fact) -> String { award.facts[fact]?.text ?? "" }
    func upper(_ text: String) -> String { text.uppercased() }
    let signatures = award.badge.words.certificate?.signatures ?? []
    var lines = [
      "Figure \(text(.issuerName))", "P \(upper(text(.issuerName)))",
      "H1 \(upper(text(.certificateWord)))", "P \(text(.certifyWord))",
      "P \(text(.recipientLegalName))", "P \(text(.earnedWord))", "P \(text(.awardTitle))",
      "P \(text(.awardStatement))", "P \(text(.awardSkills))", "Figure BADGE",
    ]
    for signature in signatures {
      if signature.image != nil { lines.append("Figure \(signature.name.value)") }
      lines.append("P \(signature.name.value)")
      if let role = signature.role { lines.append("P \(role.value.text(in: "en") ?? "")") }
    }
    lines += ["P \(upper(text(.issuedWord)))", "P \(text(.awardIssued))"]
    if award.facts[.awardExpires] != nil {
      lines += ["P \(upper(text(.validUntilWord)))", "P \(text(.awardExpires))"]
    }
    if award.facts[.awardID] != nil {
      lines += ["P \(upper(text(.numberWord)))", "P \(text(.awardID))"]
    }
    let url = text(.awardURL)
    return lines + ["Figure \(url)", "to \(url)", "Link \(text(.issuerHost))", "to \(url)"]
  }

  /// Every line, on one line, its blanks alike.
  private func said(_ read: Read) throws -> [String] {
    read.lines.map { line in
      let words = plain(line)
      return words.hasPrefix("Figure") && words.contains(": ") ? "Figure BADGE" : words
    }
  }

  @Test func `the structure says what is seen, in the order in which it is read`() throws {
    let folders = RealProgramme.certificates
    #expect(folders.count >= 10)
    for (folder, read) in zip(folders, try read(folders.map { path($0) })) {
      let (said, expected) = (try said(read), try expected(folder).map(plain))
      #expect(said == expected, "\(folder): \(said.difference(from: expected))")
    }
  }

  @Test func `the comparison is not deaf: it hears two parts that are exchanged`() throws {
    let folder = try #require(RealProgramme.certificates.first)
    let scene = try RealProgramme.page("\(folder)/certificate")
    let said = try said(try #require(read([path(folder)]).first))
    let temporary = try TemporaryFolder()
    let places = scene.nodes.indices.filter {
      if case .group(let group) = scene.nodes[$0] { group.role != nil } else { false }
    }
    try #require(places.count > 8)
    var paths: [String] = []
    for (one, two) in zip(places, places.dropFirst()) {
      var nodes = scene.nodes
      nodes.swapAt(one, two)
      let swapped = Scene(
        size: scene.size, nodes: nodes, title: scene.title, description: scene.description)
      let path = "\(temporary.path)/\(one).pdf"
      try Data(
        PDFPainter(pageWidth: 297, .init(created: "2026-03-09")).paint(swapped)
      ).write(to: URL(filePath: path))
      paths.append(path)
    }
    for read in try read(paths) { #expect(try self.said(read) != said) }
  }

  @Test func `every certificate keeps the rules of PDF/UA that pdfua checks`() throws {
    let paths = RealProgramme.certificates.flatMap {
      [path($0), path($0, "certificate.letter.pdf")]
    }
    let script = """
      import sys
      from pdfua.cli import main
      sys.exit(main(["check", "--format", "json", *sys.argv[1:]]))
      """
    let answer = try python(script, paths)
    #expect(answer.status == 0, "\(answer.text) \(answer.error)")
    // One answer for each file: nothing found, no rule left out.
    #expect(answer.text.ranges(of: "\"findings\": []").count == paths.count, "\(answer.text)")
    #expect(answer.text.ranges(of: "\"rules_skipped\": 0").count == paths.count)
  }
}
