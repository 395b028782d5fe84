import BlazonSource
import Foundation
import TestSupport
import Testing

@testable import BlazonArtwork
@testable import BlazonScene

/// What a stranger's drawing may not hold, or hold too much of.
@Suite struct RefusalTests {
  @Test(arguments: [
    ("<foreignObject><p/></foreignObject>", "foreignObject"),
    ("<flowRoot><flowPara>words</flowPara></flowRoot>", "flowRoot"), ("<video/>", "video"),
  ])
  func `an element that would be seen and is not drawn is refused by its name`(
    _ inner: String, _ name: String
  ) {
    let error = refusal(svg(inner))
    #expect(error?.message == "“\(name)” is not drawn")
    #expect(error?.start?.line == 1)
  }

  @Test(arguments: [
    ("<image href=\"https://example.org/x.png\"/>", "leads out"),
    ("<image href=\"data:image/png;base64,%%%\"/>", "holds no picture"),
    ("<image href=\"data:image/png;base64,aGVsbG8=\"/>", "PNG"),
    ("<path fill=\"url(https://x#y)\" d=\"M0 0h9v9z\"/>", "leads out"),
    ("<use href=\"https://x/y.svg#a\"/>", "leads out"),
    ("<path clip-path=\"url(https://x#a)\" d=\"M0 0h9v9z\"/>", "leads out"),
    ("<path mask=\"url(x.svg#a)\" d=\"M0 0h9v9z\"/>", "leads out"),
    ("<g id=\"a\"><use href=\"#a\"/></g>", "goes round in a circle"),
    (
      "<clipPath id=\"a\" clip-path=\"url(#a)\"/><path clip-path=\"url(#a)\" d=\"M0 0h9v9z\"/>",
      "goes round in a circle"
    ),
    (
      "<mask id=\"a\"><path mask=\"url(#a)\" d=\"M0 0h9v9z\"/></mask><path mask=\"url(#a)\" d=\"M0 0h9v9z\"/>",
      "goes round in a circle"
    ),
    (
      "<pattern id=\"a\" width=\"9\" height=\"9\" patternUnits=\"userSpaceOnUse\"><path fill=\"url(#a)\" d=\"M0 0h9v9z\"/></pattern><path fill=\"url(#a)\" d=\"M0 0h9v9z\"/>",
      "goes round in a circle"
    ),
    (
      "<linearGradient id=\"a\" href=\"#a\"/><path fill=\"url(#a)\" d=\"M0 0h9v9z\"/>",
      "goes round in a circle"
    ),
    (
      "<filter id=\"f\"><feTurbulence/></filter><path filter=\"url(#f)\" d=\"M0 0h9v9z\"/>",
      "filter “url(#f)” is not drawn"
    ),
    ("<path style=\"filter:sepia(1)\" d=\"M0 0h9v9z\"/>", "filter “sepia(1)” is not drawn"),
    ("<path style=\"mix-blend-mode:multiply\" d=\"M0 0h9v9z\"/>", "“multiply” is not drawn"),
    (
      "<marker id=\"m\"><path d=\"M0 0h9v9z\"/></marker><path marker-end=\"url(#m)\" d=\"M0 0h9v9z\"/>",
      "marker-end “url(#m)” is not drawn"
    ),
    (
      "<radialGradient id=\"r\" fr=\"20%\"><stop/></radialGradient><path fill=\"url(#r)\" d=\"M0 0h9v9z\"/>",
      "fr “20%” is not drawn"
    ),
    ("<path style=\"fill:oklch(1 2 3)\"/>", "fill “oklch(1 2 3)” is no colour that is read"),
    ("<style>a[href]{fill:red}</style>", "the selector “a[href]” is not read"),
    ("<path style=\"clip-path:circle(9px)\" d=\"M0 0h9v9z\"/>", "“circle(9px)” is not drawn"),
    (
      "<linearGradient id=\"a\" gradientUnits=\"userSpaceOnUse\" x2=\".01\" spreadMethod=\"reflect\"><stop/><stop offset=\"1\"/></linearGradient><path fill=\"url(#a)\" d=\"M0 0h9v9z\"/>",
      "repeated more often than is drawn"
    ),
    ("<path transform=\"scale(2\"/>", "is no transform"),
    ("<path transform=\"spin(2)\"/>", "is no transform"),
    ("<rect width=\"5furlongs\" height=\"1\"/>", "is no length"),
    ("<rect width=\"nan\"/>", "is no length"), ("<circle r=\"1e300\"/>", "is no length"),
    ("<polygon points=\"1 2 a\"/>", "are no points"),
    ("<svg viewBox=\"0 0 0 9\"><path/></svg>", "is empty"),
  ])
  func `what cannot be drawn is refused with its value`(_ inner: String, _ message: String) {
    let error = refusal(svg(inner))
    #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
  }

  @Test(arguments: [
    ("<script>alert(1)</script>", "“script” is passed over"),
    ("<h:script xmlns:h=\"http://www.w3.org/2000/svg\"/>", "“h:script” is passed over"),
    ("<g><animate attributeName=\"x\"/></g>", "“animate” is passed over"),
    ("<path d=\"M0 0h9v9z\"><set/></path>", "“set” is passed over"),
    ("<path fill=\"bleu\"/>", "fill “bleu” is passed over"),
    ("<path stroke-linecap=\"rond\"/>", "stroke-linecap “rond” is passed over"),
    ("<path stroke-width=\"-1\"/>", "stroke-width “-1” is passed over"),
    ("<g opacity=\"much\"><path d=\"M0 0h9v9z\"/></g>", "opacity “much” is passed over"),
    ("<path d=\"M0 0h9v9zL\"/>", "d “M0 0h9v9zL” breaks off after"),
    ("<path fill=\"url(#none)\" d=\"M0 0h9v9z\"/>", "names no gradient and no pattern"),
    ("<use href=\"#a\"/>", "names nothing in this file"),
    ("<path clip-path=\"url(#a)\" d=\"M0 0h9v9z\"/>", "names no clipPath of this file"),
    ("<path mask=\"url(#a)\" d=\"M0 0h9v9z\"/>", "names no mask of this file"),
    ("<path filter=\"url(#f)\" d=\"M0 0h9v9z\"/>", "names no filter of this file"),
  ])
  func `what browsers pass over is passed over, and told`(
    _ inner: String, _ message: String
  ) throws {
    let told = try warnings(svg("<path d=\"M0 0h9v9z\"/>" + inner))
    #expect(told.count == 1 && told[0].contains(message), "\(told)")
  }

  @Test(arguments: [
    "<path onclick=\"alert(1)\" d=\"M0 0h9v9z\"/>", "<g onload=\"x\"><path d=\"M0 0h9v9z\"/></g>",
    "<path href=\"https://x\" transfrom=\"scale(2)\" d=\"M0 0h9v9z\"/>",
    "<path contentScriptType=\"x\" style=\"nonsense; -inkscape-stroke:none; stop-color:#000\" d=\"M0 0h9v9z\"/>",
    "<path style=\"text-indent:0;block-progression:tb;writing-mode:lr;shape-padding:0;isolation:auto\" d=\"M0 0h9v9z\"/>",
    "<style>@media print{path{fill:red}} @keyframes a{from{fill:red}} path:hover{fill:red} @import url(x.css);</style><path d=\"M0 0h9v9z\"/>",
    "<a href=\"https://example.org\"><path d=\"M0 0h9v9z\"/></a>",
    "<text x=\"1\"> <tspan/></text><flowRoot/><path d=\"M0 0h9v9z\"/>",
    "<view id=\"v\"/><cursor/><unknown/><switch/><symbol id=\"s\"/><path d=\"M0 0h9v9z\"/>",
    "<defs><script/></defs><path d=\"M0 0h9v9z\"><title>A</title></path>",
  ])
  func `what has no effect is passed over without a word`(_ inner: String) throws {
    #expect(try warnings(svg(inner)).isEmpty)
    let plain = try artwork(svg("<path d=\"M0 0h9v9z\"/>"))
    #expect(try artwork(svg(inner)).paint(width: 32).pixels == plain.paint(width: 32).pixels)
  }

  @Test func `all that is wrong is told at once, in the order of the text, and each once`() throws {
    let text = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">
      <defs><text id="t">a</text><image id="i" href="x.png"/></defs>
      <g transform="spin()"><path d="M0 0h9v9z"/></g>
      <use href="#t"/><use href="#t"/><use href="#i"/>
      <text>b</text>
      </svg>
      """
    let source = SourceText(name: "logo.svg", bytes: Array(text.utf8))
    let told = try #require(refusal(text)).diagnostics(in: source)
    #expect(
      told.map { $0.place?.label } == [
        "logo.svg:2:8", "logo.svg:2:42", "logo.svg:3:4", "logo.svg:5:2",
      ])
    let many = (0..<100).map { "<g transform=\"spin(\($0))\"/>\n" }.joined()
    #expect(refusal(svg(many))?.diagnostics(in: source).count == 20)
  }

  @Test func `an error has the place of the word that is wrong`() {
    let text = """
      <svg xmlns="http://www.w3.org/2000/svg"
           viewBox="0 0 9 9">
        <!-- <path fill="bleu"/> -->
        <g fill="red"
           data-ä="ö"
           transform="much"/>
      </svg>
      """
    let error = refusal(text)
    #expect(error?.start == Position(line: 6, column: 6))
    #expect(error?.end == Position(line: 6, column: 15))
    let source = SourceText(name: "logo.svg", bytes: Array(text.utf8))
    #expect(error?.diagnostics(in: source).first?.place?.label == "logo.svg:6:6")
  }

  @Test(arguments: [
    "", "   ", "<", "<svg", "<svg>", "<svg viewBox=\"0 0 9 9\"></g>", "<html/>", "just words",
    "<svg viewBox=\"0 0 9 9\"/><svg/>", "<svg viewBox=\"0 0 9 9\">&unknown;</svg>",
    "<svg viewBox=\"0 0 9 9\"><path d=\"M0 0\" d=\"M1 1\"/></svg>", "<svg a=\"<\"/>",
    "<svg xmlns=\"http://www.w3.org/1999/xhtml\" viewBox=\"0 0 9 9\"/>", "<?xml version=\"1.0\"?>",
    "<svg viewBox=\"0 0 9 9\">\u{0}</svg>", "GIF89a", "%PDF-1.7",
  ])
  func `what is no SVG is refused`(_ text: String) { _ = refusal(text) }

  @Test func `a zero among the letters is refused where it stands`() {
    let error = refusal("<svg>\n<g id=\"\0\"/></svg>")
    #expect(error?.message == "the invisible character U+0000")
    #expect(error?.start == Position(line: 2, column: 8))
    // Four of them look like another encoding to libxml2, which would say so on its own.
    #expect(refusal("<\0\0\0\0svg/>")?.message == "the invisible character U+0000")
  }

  @Test func `what is not UTF-8 is refused`() {
    for bytes: [UInt8] in [
      [0x3C, 0xFF],
      Array("<svg viewBox=\"0 0 9 9\"/>".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }),
      [0xFF, 0xFE, 0x3C, 0],
    ] {
      #expect(throws: ArtworkError.self) { try Artwork(bytes) }
    }
  }

  @Test(arguments: [
    "0 0 0 0", "0 0 -1 5", "0 0 1 100", "0 0 1e-9 1e-9", "0 0 9", "a b c d", "0 0 1e30 1e30",
  ])
  func `a canvas without a size is refused`(_ box: String) {
    _ = refusal(svg("<path d=\"M0 0h1v1z\"/>", viewBox: box))
  }

  @Test(arguments: [
    "<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">", "<!ENTITY x SYSTEM \"file:///etc/passwd\">",
    "<!ENTITY x PUBLIC \"a\" \"http://example.org/x\">", "<!ENTITY % p \"x\">%p;",
    "<!ENTITY x \"<path/>\">", "<!ENTITY x \"\(String(repeating: "x", count: 201))\">",
    "<!NOTATION x SYSTEM \"y\">", "<!ENTITY x \"%y;\">", "<![INCLUDE[x]]>", "<!ENTITY x 'a",
    String(repeating: "<!ENTITY x \"y\">", count: 101),
  ])
  func `a document type that declares more than plain words is refused`(_ declarations: String) {
    let text = "<!DOCTYPE svg [\(declarations)]>" + svg("<title>&x;&b;</title>")
    _ = refusal(text)
  }

  /// Where a parser would fetch it, a stranger's file would read those of the machine.
  @Test(arguments: [
    "<!-- > ] --><!ENTITY x SYSTEM \"FILE\">", "<?a > ] ?><!ENTITY x SYSTEM \"FILE\">",
    "<!ENTITY % x SYSTEM \"FILE\"> %x;", "<!ENTITY a \"]>\"><!ENTITY x SYSTEM 'FILE'>",
    "<!ATTLIST svg a CDATA \"]>\"><!ENTITY x PUBLIC \"]>\" \"FILE\">",
  ])
  func `no file of the machine is read`(_ declarations: String) throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "secret.txt")
    try Data("secret-words".utf8).write(to: file)
    let type = "<!DOCTYPE svg [\(declarations.replacing("FILE", with: file.absoluteString))]>"
    for text in [
      type + svg("<title>&x;</title><path d=\"M0 0h9v9z\"/>"),
      type + svg("<style>&x; [a]{}</style>"), type + svg("<path id=\"&x;\" transform=\"&x;\"/>"),
    ] {
      do throws(ArtworkError) {
        let read = try artwork(text)
        #expect(!"\(read)".contains("secret"))
      } catch {
        #expect(!"\(error)".contains("secret-words"))
      }
    }
  }

  @Test func `plain words that a file declares are read, and nothing grows`() throws {
    let types = """
      <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [
      <!ENTITY ns_svg "http://www.w3.org/2000/svg"><!ENTITY red '#d22'>
      <!ATTLIST svg xmlns:x CDATA #FIXED "y">
      ]>
      """
    let shape = "<path fill=\"&red;\" d=\"M0 0h9v9z\"/>"
    let text = types + "<svg xmlns=\"&ns_svg;\" viewBox=\"0 0 9 9\">\(shape)</svg>"
    #expect(try artwork(text).paint(width: 9).pixel(8, 1) == [0xDD, 0x22, 0x22, 255])
    let word = String(repeating: "x", count: 200)
    let growing =
      "<!DOCTYPE svg [<!ENTITY x \"\(word)\">]>"
      + svg("<title>\(String(repeating: "&x;", count: 6000))</title>")
    #expect(refusal(growing)?.message.contains("stand for more than") == true)
    // One that names another file has it fetched by nobody: what that would declare is not known.
    for type in ["<!DOCTYPE svg>", "<!DOCTYPE svg SYSTEM \"http://example.org/x.dtd\">"] {
      #expect(throws: Never.self) { try artwork(type + svg("<path d=\"M0 0h9v9z\"/>")) }
      _ = refusal(type + svg("<path id=\"&x;\"/>"))
    }
  }

  @Test(arguments: [
    (
      String(repeating: "<g>", count: 10_000) + String(repeating: "</g>", count: 10_000),
      "levels deep"
    ), (String(repeating: "<g/>", count: 21_000), "elements"),
    ("<path d=\"M0 0\(String(repeating: "h1", count: 110_000))\"/>", "pieces of outlines"),
    ("<!--\(String(repeating: "x", count: 1 << 22))-->", "bytes"),
    ("<g \((0..<200).map { "data-\($0)=\"\"" }.joined(separator: " "))/>", "attributes"),
    (
      String(
        repeating: "<g opacity=\".9\"><path d=\"M0 0h9v9z\"/><path d=\"M0 0h9v9z\"/></g>",
        count: 350),
      "fade"
    ),
    (
      "<mask id=\"m\"><rect width=\"9\" height=\"9\" fill=\"#888\"/></mask>"
        + String(repeating: "<rect width=\"9\" height=\"9\" mask=\"url(#m)\"/>", count: 150),
      "masks and filters"
    ),
    (
      "<path stroke=\"red\" stroke-dasharray=\".001 .001\" d=\"M0 0h30v30H0z\"/>", "dashes"
    ),
    (
      "<linearGradient id=\"a\">\(String(repeating: "<stop/>", count: 600))</linearGradient><path fill=\"url(#a)\" d=\"M0 0h9v9z\"/>",
      "stops"
    ),
    (
      "<pattern id=\"p\" width=\".01\" height=\".01\" patternUnits=\"userSpaceOnUse\"><path d=\"M0 0h9v9z\"/></pattern><path fill=\"url(#p)\" d=\"M0 0h30v30z\"/>",
      "tiles"
    ),
    (
      "<style>\(String(repeating: "g{fill:red}", count: 3000))</style>", "rules"
    ),
    (
      "<style>\(String(repeating: "g{fill:red}", count: 1500))</style>"
        + String(repeating: "<g/>", count: 15_000), "rules of style fit too many elements"
    ),
    (
      (0..<12).map {
        "<g id=\"g\($0)\">" + String(repeating: "<use href=\"#g\($0 + 1)\"/>", count: 10) + "</g>"
      }
      .joined(), "elements, with those that are shown again"
    ),
  ])
  func `too much of anything is refused soon`(_ inner: String, _ message: String) {
    let error = refusal(svg(inner))
    #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
  }

  @Test(arguments: [
    (
      (0..<200).map { _ in
        "<path stroke=\"red\" stroke-dasharray=\".004 .004\" d=\"M0 0h19v19H0z\"/>"
      }
      .joined(), "its outlines go up and down the drawing more than 4000 times"
    ),
    (
      "<path fill=\"none\" stroke=\"red\" d=\"\(zigzag(49_000, in: 24))\"/>",
      "its outlines go up and down the drawing more than 4000 times"
    ),
    (
      "<path fill-rule=\"evenodd\" d=\"\(zigzag(40_000, in: 24))\"/>",
      "its outlines go up and down the drawing more than 4000 times"
    ),
    (
      "<path fill-rule=\"evenodd\" d=\"\(zigzag(40_000, in: 0.5))\"/>",
      "its outlines cross each other more than 50000000 times"
    ),
    (
      "<path fill=\"none\" stroke=\"red\" stroke-width=\".2\" stroke-linejoin=\"round\" d=\"\(zigzag(20_000, in: 0.5))\"/>",
      "its outlines cross each other more than 50000000 times"
    ),
    (
      "<clipPath id=\"c\"><path clip-rule=\"evenodd\" d=\"\(zigzag(4000, in: 5))\"/></clipPath><path clip-path=\"url(#c)\" d=\"\(zigzag(4000, in: 5))\"/>",
      "clips cut its outlines into more than 500000 pieces"
    ),
    (
      "<radialGradient id=\"g\">\((0..<400).map { "<stop offset=\"\($0)e-3\"/>" }.joined())</radialGradient>"
        + String(repeating: "<path fill=\"url(#g)\" d=\"M0 0h24v24H0z\"/>", count: 50),
      "its shapes fill the drawing more than 500 times"
    ),
  ])
  func `what would take long to paint is refused before it is painted`(
    _ inner: String, _ message: String
  ) {
    #expect(refusal(svg(inner))?.message == message)
  }

  @Test func `tens of thousands of attributes are refused before they are compared`() {
    let attributes = (0..<200_000).map { " a\($0)=\"\"" }.joined()
    #expect(refusal(svg("<path\(attributes)/>"))?.message == "more than 100 attributes")
    // Signs in texts, values and comments are no attributes.
    let signs = String(repeating: "=", count: 5000)
    #expect(throws: Never.self) {
      _ = try artwork(
        svg("<!-- <a \(signs) --><desc>\(signs)</desc><path id=\"\(signs)\" d=\"M0 0h9v9z\"/>"))
    }
  }

  @Test(arguments: [
    "<g transform=\"scale(1e-6 1e6)\"><circle fill=\"url(#r)\" r=\".00001\"/></g><radialGradient id=\"r\"><stop/><stop offset=\"1\" stop-color=\"red\"/></radialGradient>",
    "<path d=\"M0 0h999999999v9z\"/>", "<path d=\"M0 0l1e9 1e9 1e9 1e9\"/>",
    "<g transform=\"scale(1e6)\"><g transform=\"scale(1e6)\"><rect width=\"9\" height=\"9\"/></g></g>",
    "<rect stroke=\"red\" stroke-width=\"1e6\" width=\"9\" height=\"9\"/>",
    "<linearGradient id=\"a\" gradientUnits=\"userSpaceOnUse\" x2=\"1e6\"><stop/><stop offset=\"1\"/></linearGradient><g transform=\"scale(1e6 .1)\"><path fill=\"url(#a)\" d=\"M0 0h.001v1z\"/></g>",
  ])
  func `what reaches far out of the canvas is refused`(_ inner: String) { _ = refusal(svg(inner)) }

  @Test(arguments: [
    "<g transform=\"scale(0)\"><path stroke=\"red\" d=\"M0 0h9v9z\"/></g>",
    "<g transform=\"matrix(1 1 1 1 0 0)\"><circle stroke=\"red\" r=\"5\"/></g>",
    "<path stroke=\"url(#l)\" d=\"M0 5h9\"/><linearGradient id=\"l\"><stop/><stop offset=\"1\" stop-color=\"red\"/></linearGradient>",
    "<path fill=\"url(#l)\" d=\"M0 5h9\"/><linearGradient id=\"l\"/>",
    "<clipPath id=\"c\"><path transform=\"scale(1e3 1e-3) matrix(1 0 1 1 0 0)\" d=\"M0 0L1 -1L0 0z\"/></clipPath><rect width=\"9\" height=\"9\" clip-path=\"url(#c)\"/>",
  ])
  func `what is flat as a line is drawn as little as it is`(_ inner: String) throws {
    _ = try artwork(svg(inner)).paint(width: 32)
  }

  /// Every byte of a good drawing, spoilt in turn.
  @Test func `a spoilt drawing is drawn or refused, never more`() throws {
    let text = Array(
      svg(
        "<g transform=\"translate(1 2)\" opacity=\".5\"><path style=\"fill:red\" d=\"M0 0h9a3 3 0 01-9 9z\"/>"
          + "<rect width=\"9\" height=\"9\" stroke=\"url(#a)\"/></g><linearGradient id=\"a\"><stop offset=\"1\"/></linearGradient>"
      ).utf8)
    for index in text.indices {
      for byte: UInt8 in [0, 0x3C, 0x22, 0x26, 0x39, 0x65, 0xFF] {
        var spoilt = text
        spoilt[index] = byte
        _ = try? Artwork(spoilt)
      }
      _ = try? Artwork(Array(text[..<index]))
    }
  }
}

/// A line that goes to and fro `count` times in the corner of the drawing, as long and as high as `size`.
private func zigzag(_ count: Int, in size: Double) -> String {
  var generator = SeededGenerator(seed: 18)
  let points = (0..<count).map { _ in
    (0..<2).map { _ in
      String((Double.random(in: 0...size, using: &generator) * 1000).rounded() / 1000)
    }.joined(separator: " ")
  }
  return "M" + points.joined(separator: "L")
}
