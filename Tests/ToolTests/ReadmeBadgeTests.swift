import Foundation
import TestSupport
import Testing

/// `blazon readme-badge`.
@Suite struct ReadmeBadgeTests {
  private let place: Workplace

  init() throws { place = try Workplace([:]) }

  @Test func `the SVG goes to standard output`() throws {
    let answer = try place.blazon("readme-badge", "cactus", "grown")
    #expect(answer.status == 0 && answer.error.isEmpty)
    #expect(answer.text.hasPrefix("<svg ") && answer.text.hasSuffix("</svg>\n"))
    #expect(answer.text.contains("width=\"90\" height=\"20\""))
    #expect(try place.files("").isEmpty)
  }

  @Test func `a file gets the same bytes, and is replaced whole`() throws {
    try place.write("old", to: "b.svg")
    let answer = try place.blazon("readme-badge", "-o", "b.svg", "cactus", "grown")
    #expect(answer.status == 0 && answer.text.isEmpty && answer.error.isEmpty)
    let text = try place.blazon("readme-badge", "cactus", "grown").text
    #expect(try place.files("") == ["b.svg": Data(text.utf8)])
  }

  @Test(arguments: [([], 2), (["--scale", "1"], 1), (["--scale=8"], 8)])
  func `a PNG is as large as --scale says`(_ words: [String], _ scale: Int) throws {
    let answer = try run(
      blazon, ["readme-badge", "cactus", "grown", "-o", "b.PNG"] + words, in: place.folder)
    #expect(answer.status == 0 && answer.error.isEmpty)
    let bytes = try #require(try place.files("")["b.PNG"])
    let image = try #require(png(bytes))
    #expect((image.width, image.height) == (90 * scale, 20 * scale))
    #expect(image.pixel(image.width / 2 + 4 * scale, 1)[1] > 0xC0, "brightgreen under the sheen")
  }

  @Test func `colours, style and links are taken as they are given`() throws {
    let answer = try place.blazon(
      "readme-badge", "", "a, b", "--style", "for-the-badge", "--color", "FE7D37", "--label-color",
      "papayawhip", "--link", "https://example.org/?a=1,2&b=3", "--link", "http://example.org")
    #expect(answer.status == 0)
    for piece in [
      "fill=\"#fe7d37\"", ">A, B<", "xlink:href=\"http://example.org\"", "height=\"28\"",
    ] { #expect(answer.text.contains(piece), "\(piece)") }
    let one = try place.blazon("readme-badge", "a", "b", "--link", "https://example.org/?a=1,2&b=3")
    #expect(one.text.contains("xlink:href=\"https://example.org/?a=1,2&amp;b=3\""))
  }

  @Test(arguments: [
    (["a"], "needs two words, a label and a message, not 1"),
    (["a", "b", "c"], "not 3; put quotes around a text with blanks"),
    (["", ""], "a badge without a word; give it a label, a message"),
    (["a", "b", "--color", "bleu"], "--color: unknown colour “bleu”; did you mean “blue”?"),
    (["a", "b", "--color", "tomatto"], "did you mean “tomato”?"),
    (["a", "b", "--label-color", "#zzzzz"], "--label-color: unknown colour “#zzzzz”; use one of:"),
    (["a", "b", "--style", "flatt"], "--style: unknown value “flatt”; did you mean “flat”?"),
    (["a", "b", "--link", "javascript:alert(1)"], "“javascript:alert(1)” leads to no page"),
    (["a\nb", "c"], "holds the invisible character U+000A"),
    (["a", "b", "-o", "b.gif"], "“b.gif” is no picture; end it in .svg or .png"),
    (["a", "b", "-o", ""], "“” is no picture"),
    (["a", "b", "--scale", "2"], "--scale is for PNG"),
    (["a", "b", "-o", "b.png", "--scale", "9"], "--scale: “9” is not a number from 1 to 8"),
  ])
  func `a mistake is explained and nothing is written`(_ words: [String], _ message: String) throws
  {
    let answer = try run(blazon, ["readme-badge"] + words, in: place.folder)
    #expect(answer.status == 64)
    #expect(answer.error.hasPrefix("blazon readme-badge: "))
    #expect(answer.error.contains(message), "\(answer.error)")
    #expect(answer.error.hasSuffix("\nTry “blazon help readme-badge”.\n"))
    #expect(answer.text.isEmpty)
    #expect(try place.files("").isEmpty)
  }

  @Test func `a PNG of letters that no font has is an error, an SVG of them is not`() throws {
    let answer = try place.blazon("readme-badge", "a", "\u{10FFFD}", "-o", "b.png")
    #expect(answer.status == 1)
    #expect(answer.error.contains("no font here can write"))
    #expect(try place.files("").isEmpty)
    #expect(try place.blazon("readme-badge", "a", "\u{10FFFD}").status == 0)
  }

  @Test func `a world that refuses is told of`() throws {
    let answer = try place.blazon("readme-badge", "a", "b", "-o", "no/such/folder/b.svg")
    #expect(answer.status == 70)
    #expect(answer.error.hasPrefix("error: writing “no/such/folder/b.svg”: "))
    let full = try run(
      "sh", ["-c", "\"$0\" readme-badge a b > /dev/full", blazon], in: place.folder)
    #expect(full.status == 70)
    #expect(full.error.hasPrefix("error: writing to standard output: "))
  }

  @Test func `the manual names its options and gives examples`() throws {
    let answer = try place.blazon("help", "readme-badge")
    #expect(answer.status == 0)
    for name in [
      "--style", "--color", "--label-color", "--link", "-o, --output", "--scale", "examples:",
    ] { #expect(answer.text.contains(name)) }
    #expect(try place.blazon("help").text.contains("\n  readme-badge "))
  }
}

/// `blazon readme-badge --logo`.
@Suite struct ReadmeLogoTests {
  private let place: Workplace

  init() throws {
    place = try Workplace([
      "logo.svg":
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 4\">\n<path d=\"M0 0h4v4H0z\"/>\n</svg>\n",
      "words.svg":
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 4\">\n  <text style=\"font-family:Arial\">x</text>\n</svg>\n",
    ])
  }

  /// The file that the badge carries.
  private func carried(_ svg: String, _ type: String) throws -> Data {
    let start = try #require(svg.firstRange(of: "data:\(type);base64,"))
    let text = svg[start.upperBound...].prefix { $0 != "\"" }
    return try #require(Data(base64Encoded: String(text)))
  }

  @Test func `a drawing is carried, drawn anew in the colour that was chosen`() throws {
    let answer = try place.blazon(
      "readme-badge", "a", "b", "--logo", "logo.svg", "--logo-color", "red")
    #expect(answer.status == 0, "\(answer.error)")
    let logo = String(decoding: try carried(answer.text, "image/svg+xml"), as: UTF8.self)
    #expect(logo.contains("fill=\"#e05d44\"") && logo.hasPrefix("<svg "))
    let file = try place.blazon(
      "readme-badge", "a", "b", "--logo", "logo.svg", "--logo-color", "red", "-o", "b.png",
      "--scale", "1")
    #expect(file.status == 0, "\(file.error)")
    let bytes = try #require(try place.files("")["b.png"])
    let image = try #require(png(bytes))
    #expect(image.pixel(12, 10) == [0xE0, 0x5D, 0x44, 255])
  }

  @Test func `a PNG is carried, too`() throws {
    #expect(try place.blazon("readme-badge", "a", "b", "-o", "logo.png").status == 0)
    let answer = try place.blazon("readme-badge", "", "", "--logo", "logo.png")
    #expect(answer.status == 0, "\(answer.error)")
    #expect(png(try carried(answer.text, "image/png"))?.height == 40)
    #expect(answer.text.contains("width=\"25\""))
  }

  @Test(arguments: ["baseline.jpg", "lossless.webp", "rgb16.png"])
  func `a picture of another kind is carried as PNG`(_ name: String) throws {
    let fixture = project.appending(path: "Tests/BlazonArtworkTests/Fixtures/\(name)")
    let answer = try place.blazon("readme-badge", "", "", "--logo", fixture.path)
    #expect(answer.status == 0, "\(answer.error)")
    let carried = try #require(png(try carried(answer.text, "image/png")))
    #expect(carried.width == 32 && carried.height == 24)
    #expect(zip(carried.pixel(4, 4), [200, 60, 40, 255]).allSatisfy { abs(Int($0) - $1) <= 4 })
  }

  @Test func `a drawing with words is refused with its place, and nothing is drawn`() throws {
    let answer = try place.blazon("readme-badge", "a", "b", "--logo", "words.svg", "-o", "b.svg")
    #expect(answer.status == 1)
    #expect(
      answer.error == """
        words.svg:2:4: error: “text” is not drawn: no font of “Arial” is there
            2 |   <text style="font-family:Arial">x</text>
              |    ^~~~ help: convert text to paths, or set it in one of: \
        Inter, Inter Display, Sora, Manrope, EB Garamond, Vollkorn, JetBrains Mono, DejaVu Sans

        """)
    #expect(!place.exists("b.svg"))
  }

  @Test func `a logo that is not there, or no picture, is told of`() throws {
    let missing = try place.blazon("readme-badge", "a", "b", "--logo", "no.svg")
    #expect(missing.status == 70 && missing.error.hasPrefix("error: reading “no.svg”: "))
    try place.write("GIF89a", to: "logo.gif")
    let gif = try place.blazon("readme-badge", "a", "b", "--logo", "logo.gif")
    #expect(gif.status == 1)
    #expect(gif.error.contains("“logo.gif”: this is none of SVG, PNG, JPEG and WebP"))
    let color = try place.blazon("readme-badge", "a", "b", "--logo-color", "red")
    #expect(color.status == 64 && color.error.contains("--logo-color is for a logo"))
  }
}
