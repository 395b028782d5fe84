import BlazonSource
import Foundation
import TestSupport
import Testing

@testable import BlazonArtwork
@testable import BlazonScene

/// What a stranger's drawing may not hold, or hold too much of.
@Suite struct RefusalTests {
  @Test(arguments: [
    ("<script>alert(1)</script>", "script"),
    ("<image href=\"https://example.org/x.png\"/>", "image"),
    ("<text>hello</text>", "text"),
    ("<foreignObject><p/></foreignObject>", "foreignObject"), ("<a href=\"x\"><path/></a>", "a"),
    ("<animate attributeName=\"x\"/>", "animate"), ("<svg/>", "svg"), ("<switch/>", "switch"),
    ("<defs><script/></defs>", "script"), ("<path d=\"M0 0h1\"><set/></path>", "set"),
    ("<h:script xmlns:h=\"http://www.w3.org/1999/xhtml\"/>", "h:script"),
  ])
  func `an element that is no shape is refused by its name`(_ inner: String, _ name: String) {
    let error = refusal(svg(inner))
    #expect(error?.message == "“\(name)” is not drawn")
    #expect(error?.start?.line == 1)
  }

  @Test(arguments: [
    ("<path onclick=\"alert(1)\" d=\"M0 0h1\"/>", "would run a script"),
    ("<g onload=\"x\"/>", "would run a script"), ("<path href=\"https://x\"/>", "leads out"),
    ("<path xlink:href=\"#a\"/>", "leads out"),
    ("<path fill=\"url(https://x#y)\" d=\"M0 0h9v9z\"/>", "leads out"),
    ("<path fill=\"url(#none)\" d=\"M0 0h9v9z\"/>", "names no gradient"),
    ("<path fill=\"bleu\"/>", "fill “bleu” is no colour"),
    ("<path style=\"fill:expression(1)\"/>", "is no colour"),
    ("<path style=\"nonsense\"/>", "is no list of declarations"),
    ("<path filter=\"url(#f)\"/>", "filter “url(#f)” is not drawn"),
    ("<use href=\"#a\"/>", "names nothing in this file"),
    ("<use href=\"https://x/y.svg#a\"/>", "leads out"),
    ("<g id=\"a\"><use href=\"#a\"/></g>", "goes round"),
    ("<symbol id=\"a\" viewBox=\"0 0 1 1\"/><use href=\"#a\"/>", "a symbol with a viewBox"),
    ("<path clip-path=\"url(#a)\" d=\"M0 0h9v9z\"/>", "names no clipPath"),
    ("<path clip-path=\"url(https://x#a)\" d=\"M0 0h9v9z\"/>", "leads out"),
    (
      "<clipPath id=\"a\" clip-path=\"url(#a)\"/><path clip-path=\"url(#a)\" d=\"M0 0h9v9z\"/>",
      "goes round"
    ),
    (
      "<clipPath id=\"a\" clipPathUnits=\"objectBoundingBox\"/><path clip-path=\"url(#a)\" d=\"M0 0h9v9z\"/>",
      "is not drawn"
    ),
    ("<style>@media print{a{fill:red}}</style>", "“@media” is not read"),
    ("<style>a[href]{fill:red}</style>", "the selector “a[href]” is not read"),
    ("<style>.a{fill:red</style>", "breaks off in a rule"),
    (
      "<style>.a{filter:url(#f)}</style><path class=\"a\" d=\"M0 0h9v9z\"/>",
      "filter “url(#f)” is not drawn"
    ),
    ("<path transfrom=\"scale(2)\"/>", "no attribute “transfrom”"),
    ("<path transform=\"scale(2\"/>", "is no transform"),
    ("<path transform=\"spin(2)\"/>", "is no transform"),
    ("<path d=\"M0 0L\"/>", "breaks off after"), ("<path d=\"0 0\"/>", "breaks off after"),
    ("<rect width=\"5em\" height=\"1\"/>", "is no number"), ("<rect width=\"-5\"/>", "is negative"),
    ("<rect width=\"nan\"/>", "is no number"), ("<circle r=\"1e300\"/>", "is no number"),
    ("<polygon points=\"1 2 3\"/>", "are no points"), ("<g opacity=\"much\"/>", "is no opacity"),
    ("<path stroke-linecap=\"rond\"/>", "is unknown"),
    ("<path stroke-width=\"-1\"/>", "is no width"),
    (
      "<linearGradient id=\"a\" href=\"#a\"/><path fill=\"url(#a)\" d=\"M0 0h9v9z\"/>", "goes round"
    ),
    (
      "<linearGradient spreadMethod=\"reflect\" id=\"a\"/><path fill=\"url(#a)\" d=\"M0 0h9v9z\"/>",
      "is not drawn"
    ),
  ])
  func `an attribute that cannot be drawn is refused with its value`(
    _ inner: String, _ message: String
  ) {
    let error = refusal(svg(inner))
    #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
  }

  @Test func `an error has the place of the word that is wrong`() {
    let text = """
      <svg xmlns="http://www.w3.org/2000/svg"
           viewBox="0 0 9 9">
        <!-- <path fill="bleu"/> -->
        <g fill="red"
           data-ä="ö"
           opacity="much"/>
      </svg>
      """
    let error = refusal(text)
    #expect(error?.start == Position(line: 6, column: 6))
    #expect(error?.end == Position(line: 6, column: 13))
    let source = SourceText(name: "logo.svg", bytes: Array(text.utf8))
    #expect(error?.diagnostic(in: source).place?.label == "logo.svg:6:6")
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
    "0 0 0 0", "0 0 -1 5", "0 0 1 100", "0 0 1e-9 1e-9", "0 0 9", "a b c d", "0 0 1e30 1e30", "",
  ])
  func `a canvas without a size is refused`(_ box: String) {
    _ = refusal(svg("<path d=\"M0 0h1v1z\"/>", viewBox: box))
  }

  @Test func `a document type that declares something is refused`() {
    let laughs = (1...9).map {
      "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">"
    }
    for type in [
      "<!DOCTYPE svg [<!ENTITY l0 \"ha\">\(laughs.joined())]>",
      "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
    ] {
      let text = type + svg("<title>&l9;&x;</title><path id=\"&l9;\"/>")
      #expect(refusal(text)?.message == "a document type")
    }
    // One that names another file has it fetched by nobody: what that would declare is not known.
    for type in ["<!DOCTYPE svg>", "<!DOCTYPE svg SYSTEM \"http://example.org/x.dtd\">"] {
      #expect(throws: Never.self) { try artwork(type + svg("<path d=\"M0 0h9v9z\"/>")) }
      _ = refusal(type + svg("<path id=\"&x;\"/>"))
    }
  }

  @Test func `too much of anything is refused soon`() {
    let deep = String(repeating: "<g>", count: 10_000) + String(repeating: "</g>", count: 10_000)
    #expect(refusal(svg(deep))?.message.contains("levels deep") == true)
    let many = String(repeating: "<g/>", count: 3000)
    #expect(refusal(svg(many))?.message.contains("elements") == true)
    let long = "<path d=\"M0 0\(String(repeating: "h1", count: 60_000))\"/>"
    #expect(refusal(svg(long))?.message.contains("pieces of outlines") == true)
    let large = "<!--\(String(repeating: "x", count: 600_000))-->"
    #expect(refusal(svg(large))?.message.contains("bytes") == true)
    let wide = "<g \((0..<200).map { "data-\($0)=\"\"" }.joined(separator: " "))/>"
    #expect(refusal(svg(wide))?.message.contains("attributes") == true)
    let fading = String(
      repeating: "<g opacity=\".9\"><path d=\"M0 0h9v9z\"/><path d=\"M0 0h9v9z\"/></g>", count: 250)
    #expect(refusal(svg(fading))?.message.contains("fade") == true)
    let dashes = "<path stroke=\"red\" stroke-dasharray=\".001 .001\" d=\"M0 0h30v30H0z\"/>"
    #expect(refusal(svg(dashes))?.message.contains("dashes") == true)
    let style = String(repeating: "fill:red;", count: 101)
    #expect(refusal(svg("<path style=\"\(style)\"/>"))?.message.contains("declarations") == true)
    let stops = String(repeating: "<stop/>", count: 100)
    #expect(
      refusal(
        svg(
          "<linearGradient id=\"a\">\(stops)</linearGradient><path fill=\"url(#a)\" d=\"M0 0h9v9z\"/>"
        ))?
        .message.contains("stops") == true)
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
