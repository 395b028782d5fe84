import Foundation
import TestSupport
import Testing

@testable import BlazonArtwork
@testable import BlazonScene
@testable import BlazonText

/// `inner` in Inter, in an SVG of 200 by 100 units.
func words(_ inner: String) -> String {
  svg(inner, viewBox: "0 0 200 100", attributes: "font-family=\"Inter\" font-size=\"20\"")
}

private func pixels(_ inner: String) throws -> [UInt8] {
  try artwork(words(inner)).paint(width: 200).pixels
}

/// Words in drawings.
@Suite struct SVGTextTests {
  /// A configuration by which other programs know the fonts that ship, and no other.
  private static let configuration = Result {
    let folder = try temporaryFolder()
    let fonts = ["fonts", "badge-specs/tidewater/fonts"].map { project.appending(path: $0).path }
    let text =
      "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig>"
      + fonts.map { "<dir>\($0)</dir>" }.joined()
      + "<cachedir>\(folder.path)/cache</cachedir></fontconfig>"
    let file = folder.appending(path: "fonts.conf")
    try Data(text.utf8).write(to: file)
    return file.path
  }

  private static let drawings: [String: String] = [
    "faces": words(
      "<text x=\"5\" y=\"20\">Hamburg</text><text x=\"100\" y=\"20\" font-weight=\"600\">Semi</text>"
        + "<text x=\"150\" y=\"20\" font-weight=\"bold\">Bold</text>"
        + "<text x=\"5\" y=\"45\" font-family=\"EB Garamond\">Office</text><text x=\"80\" y=\"45\" style=\"font-family:'EB Garamond', serif;font-style:italic\">Italic &amp; fi</text>"
        + "<text x=\"5\" y=\"70\" font-family=\"JetBrains Mono\">mono =&gt; x</text><text x=\"5\" y=\"95\" font-family=\"DejaVu Sans\">Привет</text>"
        + "<text x=\"100\" y=\"95\" font-family=\"Inter Display\" font-weight=\"700\">Display</text>"
    ),
    "anchors": words(
      "<text x=\"100\" y=\"20\" text-anchor=\"middle\">middle</text><text x=\"195\" y=\"45\" text-anchor=\"end\">end</text>"
        + "<g text-anchor=\"middle\"><text x=\"50%\" y=\"70\">of a <tspan fill=\"red\">group</tspan></text></g>"
    ),
    "pieces": words(
      "<text x=\"5\" y=\"30\">One <tspan fill=\"tomato\" font-weight=\"bold\">two</tspan> three</text>"
        + "<text><tspan x=\"5\" y=\"60\" font-size=\"14\">small</tspan><tspan x=\"5\" dy=\"1.5em\" font-size=\"10\">smaller</tspan></text>"
        + "<text x=\"100\" y=\"60\">up<tspan dy=\"-8\" font-size=\"12\">2</tspan><tspan dy=\"8\"> down</tspan></text>"
    ),
    "places of letters": words(
      "<text x=\"10 40 80 100\" y=\"30 40 50\">abcdef</text><text y=\"80\" x=\"10\" dx=\"0 10 10\" dy=\"0 5 -10\">ghi</text>"
    ),
    "paints": words(
      "<linearGradient id=\"a\" x2=\"0\" y2=\"1\"><stop stop-color=\"#f00\"/><stop offset=\"1\" stop-color=\"#00f\"/></linearGradient>"
        + "<text x=\"5\" y=\"40\" font-size=\"40\" font-weight=\"bold\" fill=\"url(#a)\">Gradient</text>"
        + "<text x=\"5\" y=\"85\" font-size=\"36\" font-weight=\"bold\" fill=\"gold\" stroke=\"#07c\" stroke-width=\"2\" opacity=\".6\">Stroke</text>"
    ),
    "places and turns": words(
      "<g transform=\"translate(100 50) rotate(-20)\"><text text-anchor=\"middle\" transform=\"scale(1.5 1)\">turned</text></g>"
        + "<defs><text id=\"t\">again</text></defs><use href=\"#t\" x=\"10\" y=\"20\"/><use href=\"#t\" x=\"120\" y=\"90\" fill=\"red\"/>"
    ),
    "from the right": words(
      "<text x=\"195\" y=\"40\" font-family=\"DejaVu Sans\" font-size=\"30\" direction=\"rtl\">שלום abc</text>"
        + "<text x=\"5\" y=\"85\" font-family=\"DejaVu Sans\" font-size=\"30\">مرحبا</text>"
    ),
    "masks and outlines": words(
      "<clipPath id=\"c\"><text x=\"5\" y=\"45\" font-size=\"50\" font-weight=\"bold\">CLIP</text></clipPath><rect width=\"200\" height=\"50\" fill=\"teal\" clip-path=\"url(#c)\"/>"
        + "<mask id=\"m\"><text x=\"5\" y=\"95\" font-size=\"50\" font-weight=\"bold\" fill=\"#fff\">MASK</text></mask><rect y=\"50\" width=\"200\" height=\"50\" fill=\"navy\" mask=\"url(#m)\"/>"
    ),
    "chunks": words(
      "<text text-anchor=\"middle\"><tspan x=\"60\" y=\"20\">One line</tspan>\n <tspan x=\"60\" y=\"40\">Two</tspan></text>"
        + "<text x=\"50\" y=\"60\" text-anchor=\"middle\">abc<tspan y=\"80\">def</tspan><tspan x=\"80\">ghi</tspan></text>"
        + "<text x=\"150\" y=\"25\" text-anchor=\"middle\" letter-spacing=\"5\">abc</text><text x=\"190\" y=\"50\" text-anchor=\"end\">ab<tspan dx=\"-30\">cd</tspan></text>"
        + "<text xml:space=\"preserve\" x=\"150\" y=\"75\" text-anchor=\"middle\">  a  b    </text>"
    ),
    "letters that go together": words(
      "<text x=\"5\" y=\"30\" font-family=\"EB Garamond\" font-size=\"30\">f<tspan fill=\"red\">i</tspan> o<tspan fill=\"red\">ffi</tspan>ce 123</text>"
        + "<text x=\"5\" y=\"55\" font-family=\"JetBrains Mono\" letter-spacing=\"1\">-&gt; ===</text><text x=\"110\" y=\"55\" font-family=\"JetBrains Mono\">-&gt; ===</text>"
        + "<text x=\"5\" y=\"85\" dx=\"0 5 5 5\">e\u{301}o\u{308}x</text><g font-family=\"DejaVu Sans\"><text x=\"60\" y=\"85\">مر<tspan fill=\"red\">ح</tspan>با</text><text x=\"120\" y=\"85\" letter-spacing=\"4\">שלום</text></g>"
    ),
    "a typeface that is brought": words(
      "<text x=\"5\" y=\"40\" font-family=\"League Spartan\" font-size=\"36\" font-weight=\"500\">Tidewater</text><text x=\"5\" y=\"85\" font-family=\"'League Spartan', Inter\" font-weight=\"800\" font-size=\"36\">Rescue</text>"
    ),
  ]

  private func ours(_ text: String) throws -> PNGFile {
    try Artwork(Array(text.utf8), fonts: Self.spartan.get()).paint(width: 400)
  }

  /// librsvg knows no places of single letters, and boxes of ink alone.
  @Test(arguments: [
    "anchors", "from the right", "masks and outlines", "a typeface that is brought",
  ])
  func `words are what another renderer draws`(_ name: String) throws {
    let text = try #require(Self.drawings[name])
    let answer = try run(
      "rsvg-convert", ["-w", "400"],
      environment: ["FONTCONFIG_FILE": try Self.configuration.get()], input: Data(text.utf8))
    let theirs = try #require(PNGFile(Array(answer.output)), "\(answer.error)")
    let parity = try #require(Parity(ours(text), theirs))
    #expect(parity.mean < 0.5 && parity.outliers < 0.5, "\(name): \(parity)")
  }

  @Test func `words are what a browser draws`() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let names = Self.drawings.keys.sorted()
    let texts = try names.map { try #require(Self.drawings[$0]) }
    // Ids of one drawing are those of the next, too.
    let frames = texts.map { text in
      let page =
        "<body style='margin:0;background:white;text-rendering:geometricPrecision'>"
        + text.replacing("<svg ", with: "<svg width='400' height='200' ")
      return "<iframe src='data:text/html;charset=utf-8;base64,"
        + Data(page.utf8).base64EncodedString()
        + "' width='400' height='200' style='border:0;display:block'></iframe>"
    }
    let page = folder.appending(path: "page.html")
    try Data(("<!doctype html><body style='margin:0'>" + frames.joined()).utf8).write(to: page)
    let answer = try run(
      "chromium",
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-extensions", "--hide-scrollbars",
        "--user-data-dir=\(folder.path)/profile", "--window-size=400,\(200 * texts.count)",
        "--screenshot=\(folder.path)/seen.png", page.absoluteString,
      ], environment: ["FONTCONFIG_FILE": try Self.configuration.get()])
    let file = try? Data(contentsOf: folder.appending(path: "seen.png"))
    let seen = try #require(file.flatMap { PNGFile(Array($0)) }, "\(answer.error)")
    for (index, (name, text)) in zip(names, texts).enumerated() {
      let ground = "<rect width=\"200\" height=\"100\" fill=\"#fff\"/>"
      let start = try #require(text.firstIndex(of: ">"))
      let ours = try ours(text[...start] + ground + text[start...].dropFirst())
      let length = 400 * 200 * 4
      let theirs = seen.pixels[index * length..<(index + 1) * length]
      let sum = zip(ours.pixels, theirs).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) }
      #expect(Double(sum) / Double(length) < 1, "\(name): \(Double(sum) / Double(length))")
    }
  }

  private static let spartan = Result {
    func font(_ name: String) throws -> Typeface.Font {
      let file = project.appending(path: "badge-specs/tidewater/fonts/LeagueSpartan-\(name).otf")
      let bytes = Array(try Data(contentsOf: file))
      return Typeface.Font(name: name, digest: name, font: try OpenTypeFont(bytes))
    }
    return NamedFonts(Typeface([.title: try font("ExtraBold"), .text: try font("Medium")]))
  }

  // MARK: What is the same

  @Test(arguments: [
    // Blanks.
    ("<text y=\"20\">\n  one\n  two  </text>", "<text y=\"20\">one two</text>"),
    ("<text y=\"20\">one<tspan> two </tspan> three</text>", "<text y=\"20\">one two three</text>"),
    ("<text y=\"20\">one <!-- x --><![CDATA[two]]></text>", "<text y=\"20\">one two</text>"),
    (
      "<text y=\"20\"><tspan>one</tspan> <tspan>two</tspan></text>",
      "<text y=\"20\">one two</text>"
    ),
    (
      "<text y=\"20\" xml:space=\"preserve\"> one\n two</text>",
      "<text y=\"20\" style=\"white-space:pre\"> one  two</text>"
    ),
    (
      "<g xml:space=\"preserve\"><text y=\"20\" xml:space=\"default\"> one  two</text></g>",
      "<text y=\"20\">one two</text>"
    ),
    // Places.
    (
      "<text x=\"9 50\" y=\"20\">ab</text>",
      "<text x=\"9\" y=\"20\">a</text><text x=\"50\" y=\"20\">b</text>"
    ),
    (
      "<text x=\"9 50\" y=\"20\">a<tspan x=\"70\">b</tspan></text>",
      "<text x=\"9 70\" y=\"20\">ab</text>"
    ),
    ("<text x=\"9\" y=\"20\" dx=\"5\" dy=\"3\">ab</text>", "<text x=\"14\" y=\"23\">ab</text>"),
    (
      "<text y=\"20\">ab<tspan dy=\"9\">c</tspan><tspan dy=\"-9\">d</tspan></text>",
      "<text y=\"20\" dy=\"0 0 9 -9\">abcd</text>"
    ),
    (
      "<text x=\"100\" y=\"20\" text-anchor=\"end\">ab<tspan x=\"100\" y=\"50\">cd</tspan></text>",
      "<g text-anchor=\"end\"><text x=\"100\" y=\"20\">ab</text><text x=\"100\" y=\"50\">cd</text></g>"
    ),
    ("<text x=\"1em\" y=\"20%\">ab</text>", "<text x=\"20\" y=\"20\">ab</text>"),
    // Of 😀's two units the first is counted, and a mark stands where its letter does.
    ("<text x=\"9 50 70\" y=\"20\">e\u{301}x</text>", "<text x=\"9 70\" y=\"20\">éx</text>"),
    // Fonts.
    (
      "<text y=\"20\" style=\"font:italic 600 18px/1.2 'Inter Tight', 'EB Garamond'\">ab</text>",
      "<text y=\"20\" font-family=\"EB Garamond\" font-style=\"oblique\" font-size=\"18\">ab</text>"
    ),
    (
      "<style>.t{font:700 18px Inter;letter-spacing:.1em}</style><text class=\"t\" y=\"20\">ab</text>",
      "<text y=\"20\" font-weight=\"bold\" font-size=\"18\" letter-spacing=\"1.8\">ab</text>"
    ),
    (
      "<g font-weight=\"bold\"><text y=\"20\" font-weight=\"lighter\">ab</text></g>",
      "<text y=\"20\">ab</text>"
    ),
    (
      "<text y=\"20\" font-family=\"Arial, INTER\">ab</text>", "<text y=\"20\">ab</text>"
    ),
    (
      "<text y=\"20\" font-family=\"Sora ExtraBold\" font-weight=\"800\">ab</text>",
      "<text y=\"20\" font-family=\"Sora\" font-weight=\"800\">ab</text>"
    ),
    // What shows nothing, and what changes nothing.
    (
      "<text y=\"20\">a<tspan display=\"none\">bcd</tspan><desc>e</desc><tspan visibility=\"hidden\">f</tspan>g</text>",
      "<text y=\"20\">a<tspan fill=\"none\">f</tspan>g</text>"
    ),
    (
      "<text y=\"20\" text-rendering=\"optimizeLegibility\" style=\"writing-mode:lr-tb;line-height:125%;baseline-shift:baseline;text-decoration:none;font-variant:normal;font-stretch:normal;word-spacing:0px;-inkscape-font-specification:Inter\" rotate=\"0\">ab</text>",
      "<text y=\"20\">ab</text>"
    ),
    (
      "<text y=\"20\" fill-rule=\"evenodd\">ab<a href=\"https://example.org\">cd</a></text>",
      "<text y=\"20\">abcd</text>"
    ),
    (
      "<switch><text systemLanguage=\"de\">x</text><text y=\"20\">ab</text></switch>",
      "<text y=\"20\">ab</text>"
    ),
    ("<text y=\"20\" font-size=\"0\">ab</text>", "<g/>"),
    ("<text y=\"20\" opacity=\"0\">ab</text>", "<g/>"),
  ])
  func `these are drawn alike`(_ one: String, _ other: String) throws {
    #expect(try pixels(one) == pixels(other))
  }

  @Test func `letters of several colours are set together`() throws {
    let box = try bounds("<text y=\"50\">AVAT</text>")
    let parts = try bounds(
      "<text y=\"50\">A<tspan fill=\"red\">V</tspan><tspan fill=\"blue\">A</tspan>T</text>")
    #expect(box == parts)
    // Elsewhere anew.
    #expect(
      try bounds("<text y=\"50\">A<tspan font-size=\"20.01\">V</tspan>AT</text>").width > box.width)
  }

  @Test func `room between letters parts ligatures and is part of the width`() throws {
    let spaced = try bounds(
      "<text x=\"100\" y=\"50\" text-anchor=\"end\" letter-spacing=\"10\">ll</text>")
    let plain = try bounds("<text x=\"100\" y=\"50\" text-anchor=\"end\">ll</text>")
    #expect(abs(plain.maxX - spaced.maxX - 10 * 2.56) < 0.05)
    #expect(abs(spaced.width - plain.width - 10 * 2.56) < 0.05)
    func shapes(_ spacing: String) throws -> Int {
      try artwork(
        words("<text y=\"50\" font-family=\"EB Garamond\" letter-spacing=\"\(spacing)\">fi</text>")
      ).segmentCount
    }
    #expect(try shapes("0") != shapes("1"))
  }

  @Test func `a gradient runs over the em boxes of the whole text`() throws {
    func paint(_ y: Double, _ height: Double) -> String {
      "<linearGradient id=\"a\" gradientUnits=\"userSpaceOnUse\" x2=\"0\" y1=\"\(y)\" y2=\"\(y + height)\"><stop stop-color=\"#f00\"/><stop offset=\"1\" stop-color=\"#00f\"/></linearGradient>"
    }
    let line = try NamedFonts().set("x", in: #require(NamedFonts().faces(ofFamily: "Inter").first))
    let text = "<text y=\"50\" font-size=\"40\" fill=\"url(#a)\">x.<tspan>y</tspan></text>"
    let told = paint(50 - 40 * line.ascent, 40 * (line.ascent + line.descent))
    let boxed =
      "<linearGradient id=\"a\" x2=\"0\" y2=\"1\"><stop stop-color=\"#f00\"/><stop offset=\"1\" stop-color=\"#00f\"/></linearGradient>"
    #expect(try pixels(boxed + text) == pixels(told + text))
  }

  @Test func `a piece fades by itself`() throws {
    let faded = try artwork(words("<text y=\"20\">a<tspan opacity=\".5\">b</tspan></text>"))
    let clear = try artwork(words("<text y=\"20\">a<tspan fill-opacity=\".5\">b</tspan></text>"))
    #expect(try Parity(faded.paint(width: 200), clear.paint(width: 200))?.mean ?? 9 < 0.05)
  }

  @Test func `letters that choose no colour are painted with the ink`() throws {
    let text = Array(words("<text y=\"80\" font-size=\"90\" font-weight=\"bold\">l</text>").utf8)
    let drawn = try Artwork(text, ink: Color(hex: 0xFF0000)).paint(width: 200)
    #expect(drawn.pixel(12, 50) == [255, 0, 0, 255])
  }

  /// The box of all outlines, in the units of the artwork.
  private func bounds(_ inner: String) throws -> Rect {
    try #require(try artwork(words(inner)).nodes.outlineBox(.identity))
  }
}
