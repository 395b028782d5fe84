import Foundation
import TestSupport
import Testing

@testable import BlazonArtwork
@testable import BlazonScene

/// Good drawings, against an independent renderer.
@Suite struct DrawingTests {
  /// A picture of 64 by 64 pixels.
  private static let chequers =
    "data:image/png;base64,"
    + Data(
      pngFile(width: 64, height: 64) { x, y in
        [UInt8(x * 4), UInt8(y * 4), (x / 16 + y / 16) % 2 == 0 ? 255 : 0, 255]
      }
    ).base64EncodedString()

  private static let drawings: [String: String] = [
    "a path": svg("<path d=\"M4 4h20l4 8-12 16z\" fill=\"#0b7a86\"/>"),
    "shapes": svg(
      "<rect x=\"1\" y=\"2\" width=\"10\" height=\"6\" rx=\"2\" fill=\"tomato\"/>"
        + "<rect x=\"1\" y=\"20\" width=\"12\" height=\"10\" rx=\"5\" ry=\"2\" fill=\"#123\"/>"
        + "<circle cx=\"22\" cy=\"8\" r=\"6\"/><ellipse cx=\"22\" cy=\"24\" rx=\"8\" ry=\"4\" fill=\"rgb(20, 200, 90)\"/>"
    ),
    "lines": svg(
      "<g stroke=\"#b3e\" stroke-width=\"3\" fill=\"none\"><line x1=\"2\" y1=\"2\" x2=\"30\" y2=\"6\" stroke-linecap=\"round\"/>"
        + "<polyline points=\"2,12 16,20 30,12\" stroke-linejoin=\"round\"/>"
        + "<polygon points=\"4 24 28 24 16 31\" stroke-linejoin=\"bevel\"/></g>"),
    "dashes": svg(
      "<path d=\"M2 16h28\" stroke=\"red\" stroke-width=\"4\" stroke-dasharray=\"4 2\"/>"),
    "transforms": svg(
      "<g transform=\"translate(16 16) rotate(30)\"><rect x=\"-8\" y=\"-4\" width=\"16\" height=\"8\" fill=\"navy\"/></g>"
        + "<path transform=\"matrix(1 .3 -.2 .6 4 2) scale(.5)\" d=\"M0 0h20v20H0z\" fill=\"#fa0\" stroke=\"#333\" stroke-width=\"4\"/>"
        + "<circle r=\"3\" transform=\"skewX(20) translate(20,26)\"/>"),
    "opacities": svg(
      "<g opacity=\".5\"><rect width=\"20\" height=\"20\" fill=\"red\"/><rect x=\"10\" y=\"10\" width=\"20\" height=\"20\" fill=\"blue\"/></g>"
        + "<rect x=\"20\" width=\"10\" height=\"8\" fill-opacity=\".25\" stroke=\"#000\" stroke-opacity=\"50%\"/>"
    ),
    "even-odd": svg(
      "<path fill-rule=\"evenodd\" d=\"M2 2h28v28H2zM8 8h16v16H8z\" fill=\"#456\"/>"),
    "declarations": svg(
      "<path style=\"fill:none;stroke:#0a0; stroke-width:2px;font-family:x\" fill=\"red\" d=\"M4 4h20v20z\"/>"
    ),
    "inheritance": svg(
      "<g fill=\"none\" stroke=\"currentColor\" color=\"#c0f\"><circle cx=\"16\" cy=\"16\" r=\"9\" stroke-width=\"2\"/></g>"
    ),
    "a linear gradient of the box": svg(
      "<defs><linearGradient id=\"a\" x1=\"0\" y1=\"0\" x2=\"1\" y2=\"1\"><stop offset=\"0\" stop-color=\"#f00\"/><stop offset=\"100%\" stop-color=\"#00f\" stop-opacity=\".5\"/></linearGradient></defs>"
        + "<rect x=\"2\" y=\"8\" width=\"28\" height=\"14\" fill=\"url(#a)\"/>"),
    "a linear gradient of the drawing": svg(
      "<rect width=\"32\" height=\"32\" fill=\"url(#a)\"/><linearGradient id=\"a\" gradientUnits=\"userSpaceOnUse\" x1=\"4\" x2=\"28\" gradientTransform=\"rotate(20)\"><stop offset=\".2\" stop-color=\"#fd0\"/><stop offset=\".8\" stop-color=\"#07c\"/></linearGradient>"
    ),
    "radial gradients": svg(
      "<defs><radialGradient id=\"a\"><stop stop-color=\"#fff\"/><stop offset=\"1\" stop-color=\"#07c\"/></radialGradient>"
        + "<radialGradient id=\"b\" xlink:href=\"#a\" gradientUnits=\"userSpaceOnUse\" cx=\"16\" cy=\"25\" r=\"6\" fx=\"14\"/></defs>"
        + "<ellipse cx=\"16\" cy=\"8\" rx=\"14\" ry=\"6\" fill=\"url(#a)\"/><rect x=\"8\" y=\"18\" width=\"16\" height=\"13\" fill=\"url(#b)\"/>"
    ),
    "a view box elsewhere": svg(
      "<circle cx=\"-100\" cy=\"50\" r=\".4\" fill=\"#d22\"/>", viewBox: "-100.5 49.5 1 1"),
    "rules of style": svg(
      "<style type=\"text/css\"><![CDATA[ /* a { } */ .st0{fill:#0E7490;stroke:none} .st1,.st2{stroke:#d22;stroke-width:3}"
        + " @font-face{font-family:x} #three{fill:#3a3} circle{fill:gold;opacity:.5} ]]></style>"
        + "<path class=\"st0\" fill=\"red\" d=\"M2 2h12v12H2z\"/><rect class=\"st1 st0\" x=\"18\" y=\"4\" width=\"10\" height=\"9\"/>"
        + "<path id=\"three\" class=\"st2 st0\" style=\"stroke-width:1\" d=\"M4 20h10v9H4z\"/><circle cx=\"23\" cy=\"23\" r=\"6\"/>"
    ),
    "rules that are more special": svg(
      "<style>g .a{fill:red} .a{fill:blue} g>.b{fill:lime} rect.b{fill:navy !important} .c .b{fill:gold} *{stroke:#888} a:hover{fill:red}</style>"
        + "<g><rect class=\"a\" width=\"10\" height=\"10\"/><g class=\"c\"><rect class=\"b\" x=\"12\" width=\"10\" height=\"10\" style=\"fill:pink\"/></g></g>"
        + "<rect class=\"a\" y=\"12\" width=\"10\" height=\"10\"/><g><circle class=\"b\" cx=\"22\" cy=\"22\" r=\"6\"/></g>"
    ),
    "what is used": svg(
      "<defs><g id=\"g\" stroke=\"#07c\"><circle id=\"c\" r=\"4\" fill=\"inherit\"/><path d=\"M-4 0h8\"/></g><symbol id=\"s\"><rect width=\"6\" height=\"6\"/></symbol></defs>"
        + "<use xlink:href=\"#g\" x=\"8\" y=\"8\" fill=\"gold\"/><use href=\"#g\" transform=\"translate(22 10) rotate(45)\" opacity=\".5\"/>"
        + "<g fill=\"#a3c\"><use href=\"#s\" x=\"4\" y=\"20\"/></g><use href=\"#c\" x=\"22\" y=\"24\"/>"
    ),
    "what is cut out": svg(
      "<defs><circle id=\"c\" cx=\"16\" cy=\"16\" r=\"13\"/><clipPath id=\"a\"><use xlink:href=\"#c\" style=\"overflow:visible\"/></clipPath>"
        + "<clipPath id=\"b\"><path d=\"M0 0h20v20H0z\"/><rect x=\"12\" y=\"12\" width=\"20\" height=\"9\"/></clipPath></defs>"
        + "<g clip-path=\"url(#a)\" transform=\"translate(0 2)\"><rect width=\"32\" height=\"20\" fill=\"#07c\"/></g>"
        + "<rect clip-path=\"url(#b)\" width=\"32\" height=\"32\" fill=\"tomato\" opacity=\".6\"/>"),
    "a document type":
      "<?xml version=\"1.0\"?>\n<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">\n"
      + svg("<path d=\"M4 4h20v20z\" fill=\"#07c\"/>"),
    "what no browser shows": svg(
      "<style>@import '../colors.css'; .a{fill:#07c}</style><n:view xmlns:n=\"urn:notes\"><n:grid/></n:view>"
        + "<path class=\"a\" stop-color=\"red\" dominant-baseline=\"auto\" d=\"M4 4h20v20z\"/>"),
    "what nobody names": svg(
      "<defs><mask id=\"m\"><rect/></mask><filter id=\"f\"/><clipPath id=\"c\"/><path id=\"p\" d=\"M0 0h32v32z\"/></defs><pattern id=\"q\"/><circle cx=\"16\" cy=\"16\" r=\"9\"/>"
    ),
    "tiles": svg(
      "<defs><pattern id=\"p\" width=\"8\" height=\"6\" x=\"1\" patternUnits=\"userSpaceOnUse\" patternTransform=\"translate(1 2) scale(1.25)\"><rect width=\"4\" height=\"3\" fill=\"#07c\"/><circle cx=\"6\" cy=\"4\" r=\"3\" fill=\"gold\"/></pattern>"
        + "<pattern id=\"q\" width=\"2\" height=\"4\" patternUnits=\"userSpaceOnUse\" viewBox=\"0 0 4 8\"><path d=\"M0 0h2v2h2v2H2V2H0z\"/></pattern></defs>"
        + "<circle cx=\"11\" cy=\"14\" r=\"10\" fill=\"url(#p)\"/><rect x=\"22\" y=\"2\" width=\"9\" height=\"8\" fill=\"url(#q)\" fill-opacity=\".5\"/>"
        + "<path d=\"M4 28h24\" stroke=\"url(#p)\" stroke-width=\"5\"/>"),
    "masks": svg(
      "<mask id=\"a\"><linearGradient id=\"l\"><stop stop-color=\"#fff\"/><stop offset=\"1\"/></linearGradient><rect width=\"32\" height=\"16\" fill=\"url(#l)\"/></mask>"
        + "<mask id=\"b\" maskContentUnits=\"objectBoundingBox\"><circle cx=\".5\" cy=\".5\" r=\".5\" fill=\"#888\"/></mask>"
        + "<mask id=\"c\" maskUnits=\"userSpaceOnUse\" x=\"18\" y=\"18\" width=\"8\" height=\"12\" style=\"mask-type:alpha\"><path d=\"M16 16h16L16 32z\"/></mask>"
        + "<rect width=\"32\" height=\"14\" fill=\"#0a7\" mask=\"url(#a)\"/><g mask=\"url(#b)\"><rect y=\"16\" width=\"14\" height=\"14\" fill=\"#c00\"/></g><rect x=\"16\" y=\"16\" width=\"16\" height=\"16\" fill=\"navy\" mask=\"url(#c)\"/>"
    ),
    "outlines that cut out": svg(
      "<clipPath id=\"a\"><path clip-rule=\"evenodd\" d=\"M0 0h16v16H0zM4 4h8v8H4z\"/></clipPath><clipPath id=\"b\" clipPathUnits=\"objectBoundingBox\"><circle cx=\".5\" cy=\".5\" r=\".5\"/></clipPath>"
        + "<rect width=\"20\" height=\"16\" fill=\"teal\" clip-path=\"url(#a)\"/><rect x=\"18\" width=\"12\" height=\"10\" fill=\"tomato\" clip-path=\"url(#b)\"/>"
    ),
    "drawings in the drawing": svg(
      "<svg x=\"1\" y=\"1\" width=\"14\" height=\"10\" viewBox=\"0 0 10 10\"><circle cx=\"5\" cy=\"5\" r=\"7\" fill=\"#07c\"/></svg>"
        + "<svg x=\"17\" y=\"1\" width=\"14\" height=\"10\" viewBox=\"0 0 10 10\" preserveAspectRatio=\"xMinYMax slice\"><rect width=\"8\" height=\"8\" fill=\"#c70\"/></svg>"
        + "<svg x=\"1\" y=\"14\" width=\"50%\" height=\"16\" viewBox=\"0 0 10 10\" preserveAspectRatio=\"none\"><circle cx=\"5\" cy=\"5\" r=\"5\" fill=\"#0a5\"/></svg>"
        + "<symbol id=\"s\" viewBox=\"0 0 4 4\"><path d=\"M0 0h4L0 4z\"/></symbol><use href=\"#s\" x=\"20\" y=\"16\" width=\"10\" height=\"12\" fill=\"#a0c\"/>"
    ),
    "gradients that go on": svg(
      "<linearGradient id=\"a\" x1=\".2\" x2=\".4\" y2=\".1\" spreadMethod=\"reflect\"><stop stop-color=\"#fd0\"/><stop offset=\"1\" stop-color=\"#07c\"/></linearGradient>"
        + "<linearGradient id=\"b\" href=\"#a\" spreadMethod=\"repeat\"/><radialGradient id=\"c\" r=\".2\" href=\"#a\"/>"
        + "<rect width=\"32\" height=\"9\" fill=\"url(#a)\"/><rect y=\"11\" width=\"32\" height=\"9\" fill=\"url(#b)\"/><rect y=\"22\" width=\"32\" height=\"10\" fill=\"url(#c)\"/>"
    ),
    "strokes": svg(
      "<g fill=\"gold\" stroke=\"#07c\" stroke-width=\"4\"><path d=\"M4 14L8 3l4 11\" stroke-miterlimit=\"10\"/><path d=\"M18 14l4-11 4 11\" stroke-miterlimit=\"1.5\"/><path d=\"M4 20h10v8H4z\" paint-order=\"stroke\"/>"
        + "<rect x=\"19\" y=\"20\" width=\"9\" height=\"8\" rx=\"3\" stroke-width=\"2\" stroke-dasharray=\"5 2\" stroke-dashoffset=\"-3\"/></g>"
    ),
    "a stroke of circles that are stretched": svg(
      "<radialGradient id=\"a\"><stop stop-color=\"#fd0\"/><stop offset=\"1\" stop-color=\"#c05\"/></radialGradient><path d=\"M4 8h24v6H4z\" fill=\"none\" stroke=\"url(#a)\" stroke-width=\"4\"/>"
    ),
    "shadows and softness": svg(
      "<filter id=\"f\" x=\"-1\" y=\"-1\" width=\"3\" height=\"3\" color-interpolation-filters=\"sRGB\"><feGaussianBlur stdDeviation=\"1.5\"/></filter>"
        + "<filter id=\"d\" x=\"-1\" y=\"-1\" width=\"3\" height=\"3\" color-interpolation-filters=\"sRGB\"><feFlood flood-opacity=\"0\" result=\"bg\"/><feColorMatrix in=\"SourceAlpha\" values=\"0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 127 0\" result=\"hardAlpha\"/><feOffset dy=\"2\"/><feGaussianBlur stdDeviation=\"1\"/><feComposite in2=\"hardAlpha\" operator=\"out\"/><feColorMatrix values=\"0 0 0 0 .6 0 0 0 0 0 0 0 0 0 .2 0 0 0 .5 0\"/><feBlend in2=\"bg\" result=\"s\"/><feBlend in=\"SourceGraphic\" in2=\"s\"/></filter>"
        + "<filter id=\"m\" x=\"-1\" y=\"-1\" width=\"3\" height=\"3\"><feGaussianBlur in=\"SourceAlpha\" stdDeviation=\"1\"/><feOffset dx=\"2\" dy=\"2\"/><feComponentTransfer><feFuncA type=\"linear\" slope=\".5\"/></feComponentTransfer><feMerge><feMergeNode/><feMergeNode in=\"SourceGraphic\"/></feMerge></filter>"
        + "<circle cx=\"8\" cy=\"8\" r=\"5\" fill=\"#07c\" filter=\"url(#f)\"/><g filter=\"url(#d)\"><rect x=\"18\" y=\"3\" width=\"10\" height=\"8\" fill=\"#fff\"/></g><path d=\"M6 20h12l-6 9z\" fill=\"#0a5\" filter=\"url(#m)\"/>"
        + "<rect x=\"20\" y=\"20\" width=\"8\" height=\"8\" fill=\"#c50\" style=\"filter:drop-shadow(1px 2px 1px #0008)\"/>"
    ),
    "lengths and colours": svg(
      "<rect x=\"1mm\" y=\"10%\" width=\"2mm\" height=\"6pt\" fill=\"hsl(200 80% 40%)\"/><g font-size=\"4\"><rect x=\"16\" y=\"2\" width=\"2em\" height=\"50%\" fill=\"#07c8\"/></g>"
        + "<circle cx=\"8\" cy=\"24\" r=\"6\" style=\"fill:#0B7A86;fill:color(display-p3 0.0431 0.4784 0.5255)\"/><circle cx=\"24\" cy=\"26\" r=\"5\" style=\"fill:red !important;fill:blue\"/>"
    ),
    "the one that suits": svg(
      "<switch><foreignObject requiredExtensions=\"http://ns.adobe.com/AdobeIllustrator/10.0/\"/><g><rect width=\"20\" height=\"9\" fill=\"#07c\"/></g><circle r=\"30\"/></switch><switch><rect systemLanguage=\"fr\" y=\"12\" width=\"30\" height=\"30\"/><rect y=\"12\" width=\"9\" height=\"9\" fill=\"red\"/></switch>"
    ),
    "what is important": svg(
      "<style>rect{fill:red!important} .a{fill:blue}</style><rect width=\"9\" height=\"9\" style=\"fill:green!important\"/><rect class=\"a\" x=\"12\" width=\"9\" height=\"9\" style=\"fill:lime\"/>"
    ),
    "another prefix of links":
      "<n:svg xmlns:n=\"http://www.w3.org/2000/svg\" xmlns:l=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 32 32\"><n:rect id=\"a\" width=\"9\" height=\"9\"/><n:use l:href=\"#a\" x=\"16\" fill=\"red\"/></n:svg>",
    "shadows that fall inwards": svg(
      "<filter id=\"i\" x=\"-.5\" y=\"-.5\" width=\"2\" height=\"2\" color-interpolation-filters=\"sRGB\"><feFlood flood-opacity=\"0\" result=\"bg\"/><feBlend in=\"SourceGraphic\" in2=\"bg\" result=\"shape\"/><feColorMatrix in=\"SourceAlpha\" values=\"0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 127 0\" result=\"hardAlpha\"/><feOffset dy=\"3\"/><feGaussianBlur stdDeviation=\"1.5\"/><feComposite in2=\"hardAlpha\" operator=\"arithmetic\" k2=\"-1\" k3=\"1\"/><feColorMatrix values=\"0 0 0 0 1 0 0 0 0 1 0 0 0 0 .2 0 0 0 .8 0\"/><feBlend in2=\"shape\"/></filter><g filter=\"url(#i)\"><rect x=\"4\" y=\"4\" width=\"24\" height=\"24\" fill=\"#07c\"/></g>"
    ),
    "a shadow under what lets through": svg(
      "<filter id=\"d\" x=\"-1\" y=\"-1\" width=\"3\" height=\"3\" color-interpolation-filters=\"sRGB\"><feFlood flood-opacity=\"0\" result=\"bg\"/><feColorMatrix in=\"SourceAlpha\" values=\"0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 127 0\" result=\"hardAlpha\"/><feOffset dx=\"4\" dy=\"4\"/><feGaussianBlur stdDeviation=\"1\"/><feComposite in2=\"hardAlpha\" operator=\"out\"/><feColorMatrix values=\"0 0 0 0 .6 0 0 0 0 0 0 0 0 0 .2 0 0 0 .5 0\"/><feBlend in2=\"bg\" result=\"s\"/><feBlend in=\"SourceGraphic\" in2=\"s\"/></filter><g filter=\"url(#d)\"><rect x=\"6\" y=\"6\" width=\"14\" height=\"14\" fill=\"#07c\" fill-opacity=\".3\"/></g>"
    ),
    "colours turned by a matrix": svg(
      "<filter id=\"n\" color-interpolation-filters=\"sRGB\"><feColorMatrix values=\"-1 0 0 0 1 0 -1 0 0 1 0 0 -1 0 1 0 0 0 1 0\"/></filter><filter id=\"s\" color-interpolation-filters=\"sRGB\"><feColorMatrix type=\"saturate\" values=\".2\"/></filter><filter id=\"h\" color-interpolation-filters=\"sRGB\"><feColorMatrix type=\"hueRotate\" values=\"120\"/></filter>"
        + "<rect width=\"14\" height=\"14\" fill=\"#c50\" filter=\"url(#n)\"/><rect x=\"16\" width=\"14\" height=\"14\" fill=\"#c50\" filter=\"url(#s)\"/><rect y=\"16\" width=\"14\" height=\"14\" fill=\"#c50\" filter=\"url(#h)\"/>"
    ),
    "pictures of pixels": svg(
      "<image x=\"2\" y=\"2\" width=\"20\" height=\"10\" href=\"\(chequers)\"/><image x=\"2\" y=\"14\" width=\"12\" height=\"16\" preserveAspectRatio=\"none\" xlink:href=\"\(chequers)\" transform=\"rotate(-10 8 22)\"/>"
        + "<image x=\"18\" y=\"16\" width=\"12\" height=\"6\" preserveAspectRatio=\"xMidYMid slice\" href=\"\(chequers)\" opacity=\".5\"/>"
    ),
    "what is outside": svg("<rect x=\"-50\" y=\"20\" width=\"200\" height=\"200\" fill=\"#3a3\"/>"),
  ]

  @Test func `dashes are told by the length that a path says it has`() throws {
    func drawn(_ attributes: String) throws -> PNGFile {
      try artwork(
        svg("<path d=\"M2 8h28\" stroke=\"#07c\" stroke-width=\"4\" \(attributes)/>")
      ).paint(width: 64)
    }
    let told = try drawn("pathLength=\"4\" stroke-dasharray=\"1\" stroke-dashoffset=\".5\"")
    let plain = try drawn("stroke-dasharray=\"7\" stroke-dashoffset=\"3.5\"")
    #expect(told.pixels == plain.pixels)
  }

  @Test func `outlines of several rules and some that are cut out cut out together`() throws {
    let both = try artwork(
      svg(
        "<clipPath id=\"a\"><path clip-rule=\"evenodd\" d=\"M2 2h16v16H2zM6 6h8v8H6z\"/><rect x=\"8\" y=\"8\" width=\"20\" height=\"20\" clip-path=\"url(#b)\"/></clipPath>"
          + "<clipPath id=\"b\"><rect x=\"16\" width=\"9\" height=\"25\"/></clipPath><rect clip-path=\"url(#a)\" width=\"32\" height=\"32\" fill=\"red\"/>"
      ))
    let plain = try artwork(
      svg(
        "<path fill-rule=\"evenodd\" d=\"M2 2h16v16H2zM6 6h8v8H6z\" fill=\"red\"/><path d=\"M16 8h9v17h-9z\" fill=\"red\"/>"
      ))
    #expect(try both.paint(width: 64).pixels == plain.paint(width: 64).pixels)
  }

  @Test func `what cuts out is one area, however it winds, and may be cut out itself`() throws {
    let circle = "<clipPath id=\"a\"><circle cx=\"16\" cy=\"16\" r=\"13\"/></clipPath>"
    func drawn(_ clip: String) throws -> PNGFile {
      let shape = "<rect clip-path=\"url(#b)\" width=\"32\" height=\"32\" fill=\"red\"/>"
      return try artwork(svg(circle + clip + shape)).paint(width: 64)
    }
    let plain = try drawn(
      "<clipPath id=\"b\"><path d=\"M0 0h20v12h12v9h-20v-1H0z\"/></clipPath>")
    for first in ["M0 0h20v20H0z", "M0 0v20h20V0z"] {
      let two = try drawn(
        "<clipPath id=\"b\"><path d=\"\(first)\"/><rect x=\"12\" y=\"12\" width=\"20\" height=\"9\"/></clipPath>"
      )
      #expect(two.pixels == plain.pixels, "\(first)")
    }
    let nested = try drawn(
      "<clipPath id=\"b\" clip-path=\"url(#a)\"><rect width=\"32\" height=\"32\"/></clipPath>")
    let alone = try drawn("<clipPath id=\"b\"><circle cx=\"16\" cy=\"16\" r=\"13\"/></clipPath>")
    #expect(nested.pixels == alone.pixels)
    // Cut out by nothing, nothing is left.
    let none = try drawn("<clipPath id=\"b\"/>")
    #expect(none.pixels.allSatisfy { $0 == 0 })
  }

  @Test(arguments: drawings.keys.sorted())
  func `is the picture that another renderer draws`(_ name: String) throws {
    let text = try #require(DrawingTests.drawings[name])
    let ours = try artwork(text).paint(width: 128)
    let answer = try run("rsvg-convert", ["-w", "128", "-h", "128"], input: Data(text.utf8))
    let theirs = try #require(PNGFile(Array(answer.output)), "\(answer.error)")
    let parity = try #require(Parity(ours, theirs))
    #expect(parity.mean < 1 && parity.outliers < 1.5, "\(parity)")
  }

  @Test(arguments: [
    ("0 0 24 24", 512.0, 512.0), ("0 0 1 2", 256, 512), ("10 10 3000 1000", 512, 512.0 / 3),
  ])
  func `the longer side is 512`(_ box: String, _ width: Double, _ height: Double) throws {
    let size = try artwork(svg("<path d=\"M0 0h1v1z\"/>", viewBox: box)).size
    #expect(abs(size.width - width) < 1e-9 && abs(size.height - height) < 1e-9)
  }

  @Test func `without a view box the width and height count`() throws {
    let text =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"20px\" height=\"10\"><rect width=\"20\" height=\"10\"/></svg>"
    #expect(try artwork(text).size == Size(width: 512, height: 256))
  }

  @Test func `what chooses no colour is painted with the ink`() throws {
    let text = svg("<path d=\"M0 0h32v32H0z\"/>")
    let red = try Artwork(Array(text.utf8), ink: Color(hex: 0xFF0000))
    #expect(try red.paint(width: 4).pixel(2, 2) == [255, 0, 0, 255])
  }

  @Test(arguments: [
    "<title>&lt;script&gt;</title><desc>x</desc><metadata><a><b/></a></metadata><defs/><!-- <script/> -->",
    "<!-- <path d=\"nonsense\"/> --><g id=\"a\" class=\"b\" data-x=\"y\" aria-label=\"z\"/>",
    "<?pi <script> ?><g><![CDATA[ <script> ]]></g>",
    "<n:namedview xmlns:n=\"http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd\" n:zoom=\"1\"><n:grid/></n:namedview>",
    "<path d=\"\"/><path/><rect width=\"0\" height=\"5\"/><polygon points=\"\"/><g display=\"none\"><circle r=\"9\"/></g>",
    "<path visibility=\"hidden\" d=\"M0 0h9v9z\"/><path fill=\"none\" d=\"M0 0h9v9z\"/>",
    "<path filter=\"none\" clip-path=\"none\" opacity=\"0\" d=\"M0 0h9v9z\"/>",
  ])
  func `what is not to be seen is left out`(_ inner: String) throws {
    #expect(try artwork(svg(inner)).nodes.isEmpty)
  }

  @Test func `a byte order mark and a declaration may stand before`() throws {
    let text =
      "\u{FEFF}<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svg("<path d=\"M0 0h9v9z\"/>")
    #expect(try artwork(text).nodes.count == 1)
  }

  @Test func `a prefix may stand for SVG`() throws {
    let text =
      "<s:svg xmlns:s=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><s:rect width=\"9\" height=\"9\"/></s:svg>"
    #expect(try artwork(text).nodes.count == 1)
  }
}
