import Foundation
import TestSupport
import Testing

/// The key `font`: a programme's own typeface on all that it draws.
@Suite struct TypefaceTests {
  private static let badges = """
    blazon: 1
    badges:
      one: {preset: shield, title: Hello, subtitle: Zażółć, emblem: rocket, criteria: Done.}
      two:
        preset: pennant
        title: Harbour Pilot
        emblem: heart
        criteria: Done.
        certificate: {preset: modern, signatures: [{name: Ada}]}

    """
  private static let ledger =
    "name,handle,badge,issued,id\nZoe Jang,zoe,two,2026-03-09,7YHB-16Q4-DGRG\n"

  private func place(
    _ font: String, _ files: [String: [UInt8]] = [:]
  ) throws -> Workplace {
    let place = try Workplace([
      "badge-specs/acme/programme.yaml":
        "blazon: 1\nprogramme: acme\nname: Acme\ncolor: \"#0B3A46\"\nawards: awards/*.csv\n" + font,
      "badge-specs/acme/badges.yaml": Self.badges, "badge-specs/acme/awards/a.csv": Self.ledger,
    ])
    for name in ["variable.ttf", "static.otf"] {
      try write(Self.font(name), to: "fonts/\(name)", in: place)
    }
    for (name, bytes) in files { try write(bytes, to: name, in: place) }
    return place
  }

  private func write(_ bytes: [UInt8], to name: String, in place: Workplace) throws {
    let file = place.url("badge-specs/acme/\(name)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  private static func font(_ name: String, licensed bits: UInt8 = 0) throws -> [UInt8] {
    let file = project.appending(path: "Tests/BlazonTextTests/Fixtures/\(name)")
    var bytes = Array(try Data(contentsOf: file))
    let entry = try #require(
      stride(from: 12, to: 300, by: 16).first { bytes[$0..<$0 + 4].elementsEqual("OS/2".utf8) })
    let table = bytes[entry + 8..<entry + 12].reduce(0) { $0 << 8 | Int($1) }
    bytes[table + 9] = bits
    return bytes
  }

  @Test func `badges, cards and certificates wear it, and pictures agree`() throws {
    let plain = try place("")
    #expect(try plain.blazon("render", "--size", "512").status == 0)
    for name in ["variable.ttf", "static.otf"] {
      let place = try place("font: fonts/\(name)\n")
      let answer = try place.blazon("render", "--size", "512")
      #expect(answer.status == 0 && answer.error.isEmpty, "\(answer.error)")
      let (files, others) = (try place.files(), try plain.files())
      for file in [
        "acme/badges/one.svg", "acme/badges/two.svg", "acme/people/zoe/two/card.jpg",
        "acme/people/zoe/two/certificate.svg", "acme/people/zoe/two/certificate.pdf",
      ] {
        #expect(files[file] != nil && files[file] != others[file], "\(name): \(file)")
      }
      for badge in ["one", "two"] {
        let ours = try #require(files["acme/badges/\(badge).png"].flatMap(png))
        let svg = try #require(files["acme/badges/\(badge).svg"])
        let drawn = try run("rsvg-convert", ["-w", "512"], input: svg)
        let theirs = try #require(png(drawn.output))
        let parity = try #require(Parity(ours, theirs))
        #expect(parity.mean <= 0.6 && parity.outliers <= 0.1, "\(name): \(badge): \(parity)")
        #expect(!String(decoding: svg, as: UTF8.self).contains("font-family"))
      }
      try checkPage(of: place)
      let manifest = try #require(
        files["manifest.json"].map { String(decoding: $0, as: UTF8.self) })
      #expect(manifest.contains("\"name\":\"acme/fonts/\(name)\""))
    }
  }

  /// The certificate's PDF shows what its SVG shows, and its words can be copied.
  private func checkPage(of place: Workplace) throws {
    let page = place.url("output/acme/people/zoe/two/certificate.pdf").path
    let words = try run("pdftotext", ["-enc", "UTF-8", page, "-"]).text
    for text in ["Zoe Jang", "Harbour Pilot", "Ada"] { #expect(words.contains(text), "\(words)") }
    let drawn = try run(
      "pdftocairo", ["-png", "-singlefile", "-scale-to-x", "842", "-scale-to-y", "595", page, "-"])
    let svg = try Data(contentsOf: place.url("output/acme/people/zoe/two/certificate.svg"))
    let shown = try run("rsvg-convert", ["-w", "842", "-h", "595"], input: svg)
    let (theirs, ours) = (try #require(png(drawn.output)), try #require(png(shown.output)))
    let parity = try #require(Parity(theirs, ours))
    #expect(parity.mean <= 2, "\(parity)")
  }

  @Test
  func `a font whose licence forbids it is in no PDF, and its words can be copied all the same`()
    throws
  {
    let files = ["fonts/strict.otf": try Self.font("static.otf", licensed: 2)]
    let place = try place("font: fonts/strict.otf\n", files)
    let check = try place.blazon("check")
    #expect(check.status == 0)
    #expect(
      check.error.contains(
        "note: certificates show “badge-specs/acme/fonts/strict.otf” as outlines: its licence does not let documents carry it"
      ), "\(check.error)")
    #expect(try place.blazon("render", "--size", "64").status == 0)
    try checkPage(of: place)
    let open = try self.place("font: fonts/static.otf\n")
    #expect(try open.blazon("render", "--size", "64").status == 0)
    // The letters of the programme's font alone are not among those of the document's.
    func size(_ place: Workplace) throws -> Int {
      let page = place.url("output/acme/people/zoe/two/certificate.pdf").path
      let fonts = try run("pdffonts", [page]).text
      #expect(fonts.contains("BLAZON+Words"), "\(fonts)")
      let packed = try run("qpdf", ["--qdf", "--object-streams=disable", page, "-"]).output
      let text = String(decoding: packed, as: UTF8.self)
      let length = try #require(text.firstMatch(of: /\/Length1 (\d+)/))
      return try #require(Int(length.1))
    }
    #expect(try size(place) < size(open) - 3000)
    for file in ["acme/badges/one@64.png", "acme/people/zoe/two/certificate.png"] {
      let (ours, theirs) = (
        try place.files()[file].flatMap(png), try open.files()[file].flatMap(png)
      )
      #expect(ours != nil && ours == theirs, "\(file)")
    }
  }

  @Test func `a font that changed draws all again that shows it, and one that did not, nothing`()
    throws
  {
    let place = try place("font: {title: fonts/static.otf, text: fonts/variable.ttf}\n")
    #expect(try place.blazon("render", "--size", "64").status == 0)
    let before = try place.files()
    let again = try place.blazon("render", "--size", "64", "--explain")
    #expect(again.status == 0 && !again.text.contains("changed"), "\(again.text)")
    #expect(try place.files() == before)
    try write(Self.font("variable.ttf"), to: "fonts/static.otf", in: place)
    let third = try place.blazon("render", "--size", "64")
    #expect(third.status == 0, "\(third.error)")
    let after = try place.files()
    #expect(after["acme/badges/two.svg"] != before["acme/badges/two.svg"])
    let fresh = try self.place(
      "font: {title: fonts/static.otf, text: fonts/variable.ttf}\n",
      ["fonts/static.otf": Self.font("variable.ttf")])
    #expect(try fresh.blazon("render", "--size", "64", "--jobs", "1").status == 0)
    for (path, bytes) in try fresh.files() where !path.contains("manifest") {
      #expect(after[path] == bytes, "\(path)")
    }
  }

  @Test func `words of a drawing are set in it, and drawn again when it changed`() throws {
    let word = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">
        <text x="2" y="16" font-family="Blazon Test, Arial" font-weight="800">Hi</text>
      </svg>
      """
    let badges = Self.badges.replacing("emblem: rocket", with: "emblem: art/word.svg")
    let files = ["art/word.svg": Array(word.utf8), "badges.yaml": Array(badges.utf8)]
    let none = try place("", files).blazon("check")
    #expect(none.status == 1)
    #expect(
      none.error.contains(
        "word.svg:2:4: error: “text” is not drawn: no font of “Blazon Test, Arial” is there"),
      "\(none.error)")
    // The typeface sets no emblem otherwise: what changes is the drawing's.
    let place = try place("font: {serif: fonts/static.otf}\n", files)
    func emblem() throws -> Data? {
      let answer = try place.blazon("render", "--size", "64")
      #expect(answer.status == 0 && answer.error.isEmpty, "\(answer.error)")
      return try place.files()["acme/badges/one.svg"]
    }
    let before = try emblem()
    try write(Self.font("variable.ttf"), to: "fonts/static.otf", in: place)
    let after = try emblem()
    #expect(before != nil && after != nil && before != after)
  }

  @Test(arguments: [
    ("font: fonts/none.ttf", "no file “badge-specs/acme/fonts/none.ttf”"),
    ("font: ../Brand.ttf", "“../Brand.ttf” is not a font of the programme"),
    ("font: /usr/share/fonts/Brand.ttf", "is not a font of the programme"),
    ("font: Brand.woff2", "“Brand.woff2” is not a font of the programme"),
    ("font: fonts/out.ttf", "is a link that leads out of"),
    ("font: fonts/cut.ttf", "“badge-specs/acme/fonts/cut.ttf” is damaged: its table"),
    ("font: fonts/page.otf", "“badge-specs/acme/fonts/page.otf” is no font"),
    (
      "font: {file: fonts/variable.ttf, axes: {wdth: 90}}",
      "“fonts/variable.ttf” has no axis “wdth”"
    ),
    (
      "font: {file: fonts/variable.ttf, axes: {wght: 1000}}",
      "the axis “wght” of “fonts/variable.ttf” does not reach 1000"
    ),
    ("font: {file: fonts/static.otf, axes: {wght: 400}}", "it has none: take the axes away"),
    ("font: {axes: {wght: 400}}", "axes without a font"),
    ("font: {titel: fonts/static.otf}", "did you mean “title”?"),
    ("font: {file: fonts/variable.ttf, axes: {weight: 400}}", "“weight” is no axis of a font"),
  ])
  func `what cannot be read is one error, and nothing of it is shown`(
    _ font: String, _ message: String
  ) throws {
    let place = try place(
      font + "\n",
      [
        "fonts/cut.ttf": Array(try Self.font("variable.ttf").prefix(9000)),
        "fonts/page.otf": Array("<html>s3cr3t</html>".utf8),
      ])
    try Data("s3cr3t".utf8).write(to: place.url("Secret.ttf"))
    try FileManager.default.createSymbolicLink(
      atPath: place.url("badge-specs/acme/fonts/out.ttf").path,
      withDestinationPath: place.url("Secret.ttf").path)
    let answer = try place.blazon("check")
    #expect(answer.status == 1)
    #expect(answer.error.contains(message), "\(answer.error)")
    #expect(answer.error.contains("1 error"), "\(answer.error)")
    #expect(!answer.error.contains("s3cr3t"))
  }

  @Test
  func `a partner wears the typeface of the programme that it extends, unless it takes it away`()
    throws
  {
    func badge(_ font: String) throws -> Data? {
      let place = try place("font: fonts/static.otf\n")
      try place.write(
        "blazon: 1\nprogramme: ally\nname: Ally\ncolor: \"#0B3A46\"\nextends: ../acme\ninclude: [two]\n"
          + font, to: "badge-specs/ally/programme.yaml")
      let answer = try place.blazon("render", "badge-specs/ally", "--size", "64")
      #expect(answer.status == 0, "\(answer.error)")
      return try place.files()["ally/badges/two.svg"]
    }
    let (worn, none) = (try badge(""), try badge("font: null\n"))
    #expect(worn != nil && none != nil && worn != none)
  }
}
