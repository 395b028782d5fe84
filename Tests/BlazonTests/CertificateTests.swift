import BlazonDesign
import BlazonLedger
import BlazonScene
import BlazonSource
import BlazonSpec
import Foundation
import TestSupport
import Testing

/// What a certificate tells those who search, copy, archive, read aloud or verify it: by the word of
/// Poppler, qpdf and zxing.
@Suite struct CertificateTests {
  private static let papers = [("certificate.pdf", "A4"), ("certificate.letter.pdf", "letter")]

  /// What the award's certificate says, as its PDF should give it back.
  private struct Expected {
    var name: String
    var title: String
    var id: String
    var award: AwardDesign

    init(_ folder: String) throws {
      award = try RealProgramme.award(folder)
      let ledger = award.grant.award
      name = (ledger.legalName ?? ledger.name).value
      title = award.facts[.awardTitle]?.text ?? ""
      id = ledger.id?.value ?? ""
    }
  }

  private func file(_ folder: String, _ paper: String) -> String {
    RealProgramme.run.output.appending(path: "\(folder)/\(paper)").path
  }

  private func answer(_ program: String, _ words: String...) throws -> String {
    let answer = try run(program, words, environment: ["TZ": "UTC"])
    #expect(answer.status == 0 && answer.error.isEmpty, "\(program): \(answer.error)")
    return answer.text
  }

  @Test(arguments: RealProgramme.certificates, papers)
  func `the words of a certificate are copied and searched as they were written`(
    _ folder: String, _ paper: (file: String, name: String)
  ) throws {
    let expected = try Expected(folder)
    let text = try answer("pdftotext", "-enc", "UTF-8", file(folder, paper.file), "-")
    for words in [expected.name, expected.title, expected.id] {
      #expect(!words.isEmpty)
      #expect(holds(text, words), "“\(words)” in \(text)")
    }
  }

  @Test(arguments: RealProgramme.certificates, papers)
  func `a certificate's font is inside it, cut to what it shows`(
    _ folder: String, _ paper: (file: String, name: String)
  ) throws {
    let table = try answer("pdffonts", file(folder, paper.file)).split(separator: "\n")
    let rows = table.dropFirst(2).map { $0.split(separator: " ") }
    #expect(rows.count == 1)
    for row in rows {
      // Name, type, encoding; embedded, subset, with a map to Unicode; the object's two numbers.
      #expect(row.suffix(5).prefix(3) == ["yes", "yes", "yes"], "\(row)")
      #expect(row.first?.wholeMatch(of: /[A-Z]{6}\+.+/) != nil, "\(row)")
      #expect(!row.contains("3"), "no Type 3 font: \(row)")
    }
  }

  @Test(arguments: RealProgramme.certificates, papers)
  func `a certificate says what it is, of whom, when and how large`(
    _ folder: String, _ paper: (file: String, name: String)
  ) throws {
    let expected = try Expected(folder)
    let text = try answer("pdfinfo", "-enc", "UTF-8", "-isodates", file(folder, paper.file))
    var fields: [String: String] = [:]
    for line in text.split(separator: "\n") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
      fields[String(line[..<colon])] = value
    }
    #expect(fields["Title"] == "\(expected.name): \(expected.title)")
    let scene = try RealProgramme.page("\(folder)/certificate")
    #expect(fields["Subject"] == scene.description)
    #expect(fields["Subject"]?.hasPrefix("Certificate: ") == true)
    #expect(fields["Author"] == expected.award.programme.name)
    #expect(fields["Keywords"] == expected.award.skills.map(\.text).joined(separator: ", "))
    let day = expected.award.grant.award.issued.value.isoText
    #expect(fields["CreationDate"]?.hasPrefix("\(day)T00:00:00") == true)
    #expect(fields["ModDate"] == fields["CreationDate"])
    #expect(fields["Pages"] == "1")
    #expect(fields["JavaScript"] == "no" && fields["Form"] == "none")
    #expect(
      fields["Page size"]?.hasSuffix("(\(paper.name))") == true, "\(fields["Page size"] ?? "")")
  }

  @Test(arguments: RealProgramme.certificates, papers)
  func `a certificate is a sound PDF that names its language`(
    _ folder: String, _ paper: (file: String, name: String)
  ) throws {
    let path = file(folder, paper.file)
    let check = try answer("qpdf", "--check", path)
    #expect(check.contains("No syntax or stream encoding errors found"))
    #expect(!check.lowercased().contains("warning"), "\(check)")
    struct Objects: Decodable { var objects: [String: Catalogue] }
    struct Catalogue: Decodable {
      var language: String?
      var viewer: [String: Bool]?
      enum CodingKeys: String, CodingKey {
        case language = "/Lang"
        case viewer = "/ViewerPreferences"
      }
    }
    let trailer = try answer("qpdf", "--show-object=trailer", path)
    let root = try #require(trailer.firstMatch(of: /\/Root (\d+) 0 R/)?.1)
    let json = try answer("qpdf", "--json=1", "--json-key=objects", "--json-object=\(root)", path)
    let objects = try JSONDecoder().decode(Objects.self, from: Data(json.utf8)).objects
    let catalogue = try #require(objects["\(root) 0 R"])
    #expect(catalogue.language == "en")
    #expect(catalogue.viewer == ["/DisplayDocTitle": true])
  }

  @Test func `the QR code of every certificate leads to its page`() throws {
    let folders = RealProgramme.certificates
    try #require(!folders.isEmpty)
    let script = """
      import json, sys, zxingcpp
      from PIL import Image
      out = []
      for path in json.load(sys.stdin):
        with Image.open(path) as image:
          codes = zxingcpp.read_barcodes(image.convert("RGB"))
          out.append([[str(code.format), code.text] for code in codes])
      print(json.dumps(out))
      """
    let paths = folders.map { file($0, "certificate.png") }
    let read = try python(script, input: JSONEncoder().encode(paths))
    try #require(read.status == 0, "\(read.error)")
    let codes = try JSONDecoder().decode([[[String]]].self, from: read.output)
    for (folder, found) in zip(folders, codes) {
      let programme = try RealProgramme.award(folder).programme
      let publish = try #require(programme.publish)
      let format = found.first?.first?.replacing(" ", with: "")
      #expect(found.count == 1 && format?.contains("QRCode") == true, "\(folder): \(found)")
      #expect(found.first?.last == "\(publish)/\(folder)/", "\(folder)")
    }
    #expect(codes.count == folders.count)
  }

  @Test func `a certificate's picture has at most 1.4 MB, and its PDF 100 kB`() throws {
    for folder in RealProgramme.certificates {
      for (name, limit) in [
        ("certificate.png", 1_400_000), ("certificate.svg", 600_000), ("certificate.pdf", 100_000),
        ("certificate.letter.pdf", 100_000),
      ] {
        let bytes = try RealProgramme.file("\(folder)/\(name)").count
        #expect(bytes <= limit, "\(folder)/\(name): \(bytes)")
      }
    }
  }
}
