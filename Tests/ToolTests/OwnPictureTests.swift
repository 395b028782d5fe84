import Foundation
import TestSupport
import Testing

/// Pages over a picture of the programme's own: a PDF, a drawing, a photograph; at any size.
@Suite struct OwnPictureTests {
  private static let sheet = """
    <svg xmlns="http://www.w3.org/2000/svg" width="210mm" height="148mm" viewBox="0 0 210 148">
      <defs><linearGradient id="a"><stop stop-color="#FFF3D6"/><stop offset="1" stop-color="#D6ECFF"/></linearGradient>
      <mask id="m"><rect width="210" height="148" fill="#888"/></mask></defs>
      <rect width="210" height="148" fill="url(#a)"/>
      <circle cx="105" cy="74" r="40" fill="#0B7A86" mask="url(#m)"/>
      <path d="M6 6h198v136H6z" fill="none" stroke="#7A1FA2" stroke-width="3" stroke-dasharray="9 4"/>
    </svg>
    """

  private static let pages = """
    blazon: 1
    certificates:
      own:
        format: [210mm, 148mm]
        layers:
          sheet: {image: art/sheet.pdf}
          words:
            inset: [30, 60, 30, 60]
            justify: middle
            align: middle
            gap: 12
            stack:
              name: {text: "{{recipient.name}}", font: EB Garamond Italic, font-size: 56, min-font-size: 20, align: middle}
              award: {text: "{{award.title}}", font: Inter Bold, font-size: 30, min-font-size: 16, align: middle}
    cards:
      wide:
        format: [1600, 900]
        layers:
          sheet: {image: art/sheet.pdf, fit: fill}
          badge: {badge: 500, box: [150, 200, 500, 500]}
          name: {text: "{{recipient.name}}", font: Inter Bold, font-size: 80, min-font-size: 20, box: [750, 380, 700, 160]}
    """

  /// A programme whose certificate lies over `art/sheet.pdf`.
  private func place(_ sheet: Data? = nil) throws -> Workplace {
    var specs = Workplace.people("Jan Ek,jan,expert,2026-05-02,,,JBNC-BE1W-5HB6\n")
    let badges = try #require(specs["badge-specs/acme/badges.yaml"])
    try #require(badges.contains("certificate:\n"))
    specs["badge-specs/acme/badges.yaml"] = badges.replacing(
      "certificate:\n", with: "certificate:\n      preset: own\n")
    specs["badge-specs/acme/pages.yaml"] = OwnPictureTests.pages
    let place = try Workplace(specs)
    try place.write("", to: "badge-specs/acme/art/sheet.pdf")
    let pdf = try sheet ?? OwnPictureTests.pdf(OwnPictureTests.sheet)
    try pdf.write(to: place.url("badge-specs/acme/art/sheet.pdf"))
    return place
  }

  private static func pdf(_ svg: String) throws -> Data {
    let answer = try run("rsvg-convert", ["-f", "pdf"], input: Data(svg.utf8))
    try #require(answer.status == 0, "\(answer.error)")
    return answer.output
  }

  @Test func `a certificate lies over a PDF, which stays outlines, at a size of its own`() throws {
    let place = try place()
    let answer = try place.blazon("render", "--surface", "card,certificate")
    #expect(answer.status == 0, "\(answer.error)")
    let folder = "output/acme/people/jan/expert"
    let info = try run("pdfinfo", [place.url("\(folder)/certificate.own.pdf").path])
    let page =
      info.status == 0
      ? info
      : try run(
        "pdfinfo", [place.url("\(folder)/certificate.pdf").path])
    let size = String(decoding: page.output, as: UTF8.self).split(separator: "\n")
      .first { $0.hasPrefix("Page size:") }
    let numbers = (size ?? "").split(separator: " ").compactMap { Double($0) }
    #expect(numbers.count >= 2 && abs(numbers[0] - 595.28) < 0.1 && abs(numbers[1] - 419.53) < 0.1)
    let pdf = place.url("\(folder)/certificate.pdf").path
    let images = try run("pdfimages", ["-list", pdf])
    let listed = String(decoding: images.output, as: UTF8.self).split(separator: "\n").dropFirst(2)
    #expect(listed.allSatisfy { $0.contains("smask") == false || $0.contains("image") == false })
    // The same picture on paper and on screens.
    let png = try #require(
      PNGFile(Array(try Data(contentsOf: place.url("\(folder)/certificate.png")))))
    let drawn = try run(
      "pdftoppm", ["-png", "-scale-to-x", "\(png.width)", "-scale-to-y", "\(png.height)", pdf])
    let paper = try #require(PNGFile(Array(drawn.output)))
    let parity = try #require(Parity(png, paper))
    #expect(parity.mean < 2.5, "\(parity)")
    let card = try Data(contentsOf: place.url("\(folder)/card.wide.jpg"))
    #expect(try jpegSize(card) == [1600, 900])
  }

  @Test func `what no reader is there for, or no reader reads, is one error`() throws {
    let place = try place()
    // A machine with a shell and nothing beside.
    let tools = place.url("tools")
    try FileManager.default.createDirectory(at: tools, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: tools.appending(path: "sh").path, withDestinationPath: "/bin/sh")
    let answer = try run(
      "/usr/bin/env", ["PATH=\(tools.path)", TestSupport.blazon, "check"], in: place.folder)
    #expect(answer.status == 1)
    #expect(
      answer.error.hasPrefix(
        "badge-specs/acme/pages.yaml:19:22: error: nothing here reads the PDF “badge-specs/acme/art/sheet.pdf”\n"
      ), "\(answer.error)")
    #expect(answer.error.contains("install poppler-utils"))
    let whole = try OwnPictureTests.pdf(OwnPictureTests.sheet)
    for sheet in [whole.prefix(300), Data("%PDF-1.7\nnothing".utf8), Data("<svg".utf8), Data()] {
      let broken = try self.place(Data(sheet))
      let answer = try broken.blazon("check")
      #expect(answer.status == 1, "\(sheet.count)")
      #expect(answer.error.components(separatedBy: "error:").count == 2, "\(answer.error)")
    }
  }

  @Test func `a page in a language from the right has its picture as it is`() throws {
    let place = try place()
    let ledger = place.url("badge-specs/acme/programme.yaml")
    let text = try String(contentsOf: ledger, encoding: .utf8)
    try (text + "language: ar\n").write(to: ledger, atomically: true, encoding: .utf8)
    let answer = try place.blazon("render", "--surface", "certificate", "--format", "png")
    #expect(answer.status == 0, "\(answer.error)")
    let png = try #require(
      PNGFile(
        Array(
          try Data(contentsOf: place.url("output/acme/people/jan/expert/certificate.png")))))
    // The sheet is yellow on the left and blue on the right.
    let (left, right) = (png.pixel(80, 90), png.pixel(png.width - 80, 90))
    #expect(left[2] < left[0] && right[0] < right[2], "\(left) \(right)")
  }

  /// Width and height in the frame header of a JPEG file.
  private func jpegSize(_ file: Data) throws -> [Int] {
    let bytes = Array(file)
    let start = try #require(
      bytes.indices.first { index in
        index + 8 < bytes.count && bytes[index] == 0xFF && [0xC0, 0xC2].contains(bytes[index + 1])
      })
    return [start + 7, start + 5].map { Int(bytes[$0]) << 8 | Int(bytes[$0 + 1]) }
  }
}
