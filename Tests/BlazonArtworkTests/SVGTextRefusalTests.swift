import BlazonSource
import Testing

@testable import BlazonArtwork
@testable import BlazonScene

/// Words in drawings that are not drawn as they ask, or are too many.
@Suite struct SVGTextRefusalTests {
  private static let families =
    "Inter, Inter Display, Sora, Manrope, EB Garamond, Vollkorn, JetBrains Mono, DejaVu Sans"

  @Test(arguments: [
    ("", "“text” is not drawn: no font is named"),
    ("font-family=\"Arial\"", "“text” is not drawn: no font of “Arial” is there"),
    (
      "font-family=\"Helvetica Neue, Arial, sans-serif\"",
      "“text” is not drawn: no font of “Helvetica Neue, Arial, sans-serif” is there"
    ),
    ("font-family=\"sans-serif\"", "“text” is not drawn: no font of “sans-serif” is there"),
    ("font-family=\"monospace, serif\"", "no font of “monospace, serif” is there"),
    ("font-family=\"League Spartan\"", "no font of “League Spartan” is there"),
    ("font-family=\"Inter\" font-style=\"italic\"", "no italic of “Inter” is there"),
  ])
  func `words in a face that is not there are refused, with those that are`(
    _ attributes: String, _ message: String
  ) throws {
    let error = try #require(refusal(svg("\n<text \(attributes)>hello</text>")))
    #expect(error.message.hasSuffix(message))
    #expect(error.help == "convert text to paths, or set it in one of: \(Self.families)")
    #expect(error.start == Position(line: 2, column: 2))
  }

  @Test(arguments: [
    ("<text dominant-baseline=\"middle\">a</text>", "dominant-baseline “middle” is not drawn"),
    ("<g dominant-baseline=\"hanging\"><text>a</text></g>", "dominant-baseline “hanging” is not"),
    ("<text>a<tspan baseline-shift=\"super\">b</tspan></text>", "baseline-shift “super” is not"),
    ("<text alignment-baseline=\"middle\">a</text>", "alignment-baseline “middle” is not drawn"),
    ("<text textLength=\"50\">a</text>", "textLength “50” is not drawn"),
    ("<text rotate=\"10 20\">a</text>", "rotate “10 20” is not drawn"),
    ("<g style=\"writing-mode:vertical-rl\"><text>a</text></g>", "“vertical-rl” is not drawn"),
    ("<text writing-mode=\"tb\">a</text>", "writing-mode “tb” is not drawn"),
    ("<text text-decoration=\"underline\">a</text>", "text-decoration “underline” is not drawn"),
    ("<text style=\"text-transform:uppercase\">a</text>", "“uppercase” is not drawn"),
    ("<text word-spacing=\"3\">a</text>", "word-spacing “3” is not drawn"),
    ("<text font-variant=\"small-caps\">a</text>", "font-variant “small-caps” is not drawn"),
    ("<text font-stretch=\"condensed\">a</text>", "font-stretch “condensed” is not drawn"),
    ("<text style=\"font-feature-settings:'ss01'\">a</text>", "“'ss01'” is not drawn"),
    ("<text style=\"font:small-caps 12px Inter\">a</text>", "“small-caps 12px Inter” is not drawn"),
    ("<text style=\"font:menu\">a</text>", "font “menu” is not drawn"),
    ("<text unicode-bidi=\"bidi-override\">a</text>", "“bidi-override” is not drawn"),
    ("<text><textPath href=\"#a\">a</textPath></text>", "“textPath” is not drawn"),
    ("<text><tref href=\"#a\"/></text>", "“tref” is not drawn"),
    ("<text>a你b</text>", "“text” is not drawn: “Inter” has no “你”"),
    ("<text>a<tspan>😀</tspan></text>", "“text” is not drawn: “Inter” has no “😀”"),
    (
      "<text font-family=\"DejaVu Sans\" letter-spacing=\"2\">مرحبا</text>",
      "its letters join, and letter-spacing parts them"
    ),
    (
      "<text font-family=\"DejaVu Sans\" x=\"9 30\">مرحبا</text>",
      "its letters join, and are set apart"
    ),
    (
      "<text font-family=\"DejaVu Sans\">שלום<tspan font-size=\"9\">ab</tspan></text>",
      "it runs from the right, in pieces"
    ),
    (
      "<text font-family=\"DejaVu Sans\" dx=\"0 1\">שלום</text>",
      "it runs from the right, in pieces"
    ),
    ("<text x=\"9 wide\">a</text>", "x “9 wide” is no list of lengths of at most a million"),
    (
      "<clipPath id=\"c\"><text font-family=\"x\">a</text></clipPath><rect clip-path=\"url(#c)\" width=\"9\" height=\"9\"/>",
      "no font of “x”"
    ),
    ("<text x=\"1e6\">a</text>", "reaches far out of the drawing"),
    ("<text font-size=\"1e6\">abc</text>", "reaches far out of the drawing"),
  ])
  func `what is asked of words and not done is told by its name`(
    _ inner: String, _ message: String
  ) throws {
    let error = try #require(refusal(words(inner)))
    #expect(error.message.contains(message), "\(error.message)")
  }

  @Test func `all that is wrong in words is told at once`() throws {
    let error = try #require(
      refusal(
        words(
          "<text rotate=\"9\">a<tspan font-family=\"x\">b</tspan>\n<textPath>c</textPath></text>\n<text textLength=\"5\" font-family=\"y\">d</text>"
        )))
    #expect(error.others.count == 3)
    #expect(!error.message.isEmpty)
  }

  @Test(arguments: [
    (
      "<text font-weight=\"500\">a</text>",
      "font-weight “500” is drawn in the weight 400, the nearest of “Inter” that is there"
    ),
    ("<text font-weight=\"900\">a</text>", "font-weight “900” is drawn in the weight 700"),
    ("<text font-family=\"Manrope\">a</text>", "font-family “Manrope” is drawn in the weight 800"),
    ("<text font-weight=\"heavy\">a</text>", "font-weight “heavy” is passed over"),
    ("<text text-anchor=\"center\">a</text>", "text-anchor “center” is passed over"),
    ("<text letter-spacing=\"much\">a</text>", "letter-spacing “much” is passed over"),
    ("<text font-size=\"-5\">a</text>", "font-size “-5” is passed over"),
    ("<text font-size=\"nan\">a</text>", "font-size “nan” is passed over"),
    ("<text>a<set attributeName=\"x\"/></text>", "“set” is passed over"),
  ])
  func `what is near enough, or passed over, is told`(_ inner: String, _ message: String) throws {
    let told = try warnings(words(inner))
    #expect(told.count == 1 && told[0].hasPrefix(message), "\(told)")
  }

  @Test(arguments: [
    "<g font-family=\"Arial\" font-weight=\"heavy\" dominant-baseline=\"middle\"><path d=\"M0 0h9v9z\"/></g>",
    "<text font-family=\"Arial\"> <tspan> </tspan>\n</text><text/><path d=\"M0 0h9v9z\"/>",
    "<defs><text font-family=\"Arial\">a</text></defs><tspan>b</tspan><path d=\"M0 0h9v9z\"/>",
  ])
  func `where no words are seen nothing is told of them`(_ inner: String) throws {
    let text = svg(inner)
    let told = try warnings(text)
    #expect(told.isEmpty || inner.contains("<text") && told.count <= 1, "\(told)")
    #expect(try artwork(text).nodes.count == 1)
  }

  @Test(arguments: [
    ("<text>\(String(repeating: "a", count: 2001))</text>", "more than 2000 letters"),
    (
      "<defs><text id=\"t\">\(String(repeating: "a", count: 300))</text></defs>"
        + String(repeating: "<use href=\"#t\"/>", count: 10), "more than 2000 letters"
    ),
    (
      "<path d=\"M0 0\(String(repeating: "h1h-1", count: 49_990))\"/><text>@@</text>",
      "pieces of outlines"
    ),
    (
      "<text>" + String(repeating: "<tspan>", count: 200)
        + String(repeating: "</tspan>", count: 200)
        + "</text>", "levels deep"
    ),
    (
      "<text>" + String(repeating: "<tspan opacity=\".5\" stroke=\"red\">a</tspan>", count: 400)
        + "</text>",
      "groups that fade"
    ),
  ])
  func `too many words are refused soon`(_ inner: String, _ message: String) throws {
    let error = try #require(refusal(words(inner)))
    #expect(error.message.contains(message), "\(error.message)")
  }

  @Test(arguments: [
    "<text y=\"50\">a\(String(repeating: "\u{301}", count: 1900))</text>",
    "<text y=\"50\">\(String(repeating: "\u{301}", count: 1900))</text>",
    "<text y=\"50\" x=\"\(String(repeating: "5 ", count: 1900))\">\(String(repeating: "l", count: 1900))</text>",
    "<text y=\"50\">\(String(repeating: "<tspan>l</tspan>", count: 1900))</text>",
    "<text y=\"50\">\(String(repeating: "\u{202E}a\u{2066}", count: 600))</text>",
    "<text y=\"50\">\u{FEFF}\u{200B}\u{200D}\u{AD}\u{2028}\u{2029}\u{85}\u{E0001}\u{FFFE}</text>",
    "<text y=\"50\" letter-spacing=\"-1000\">\(String(repeating: "l", count: 90))</text>",
    "<text y=\"50\" font-size=\"1e-300\">ab</text>", "<text y=\"50\" font-size=\"1e5\">.</text>",
    "<text y=\"50\" xml:lang=\"\(String(repeating: "x-", count: 9000))\">ab</text>",
    "<text y=\"50\" xml:lang=\"%s%n\">ab</text>",
    "<text y=\"50\" font-family=\"\(String(repeating: "x,", count: 9000))Inter\">ab</text>",
    "<text y=\"50\" font-family=\"\(String(repeating: "a,", count: 200_000))Inter\">"
      + "\(String(repeating: "<tspan>A</tspan>", count: 1500))</text>",
    "<text y=\"50\" stroke=\"red\" stroke-dasharray=\"1 2\">\(String(repeating: "S", count: 200))</text>",
    "<g transform=\"scale(1e-8)\"><text>ab</text></g><g transform=\"scale(0)\"><text>ab</text></g>",
    "<text y=\"50\">\(String(repeating: "\u{FDFA}\u{2E3B}", count: 990))</text>",
    "<text y=\"50\">\(String(repeating: "अ\u{94D}", count: 600))</text>",
  ])
  func `hostile words end soon, drawn or told`(_ inner: String) throws {
    let start = ContinuousClock.now
    for family in ["Inter", "EB Garamond", "DejaVu Sans"] {
      let text = svg(inner, attributes: "font-family=\"\(family)\" font-size=\"9\"")
      do { _ = try artwork(text).paint(width: 32) } catch {
        #expect((error as? ArtworkError)?.help.isEmpty == false)
      }
    }
    #expect(ContinuousClock.now - start < .seconds(10))
  }
}
