import Testing

@testable import BlazonReadme
@testable import BlazonScene

@Suite struct ColorTests {
  @Test(arguments: [
    ("brightgreen", "#4c1"), ("green", "#97ca00"), ("yellow", "#dfb317"),
    ("yellowgreen", "#a4a61d"),
    ("orange", "#fe7d37"), ("red", "#e05d44"), ("blue", "#007ec6"), ("grey", "#555"),
    ("gray", "#555"), ("lightgrey", "#9f9f9f"), ("lightgray", "#9f9f9f"), ("critical", "#e05d44"),
    ("important", "#fe7d37"), ("success", "#4c1"), ("informational", "#007ec6"),
    ("inactive", "#9f9f9f"), ("ABCDEF", "#abcdef"), ("#ABC", "#abc"), ("123", "#123"),
    ("papayawhip", "papayawhip"), ("Tomato", "tomato"), ("#11223380", "#112233"),
    ("rgb(255, 0, 10)", "#ff000a"), ("rgba(100% 0% 0% / .5)", "#ff0000"),
    ("hsl(120, 100%, 25%)", "#008000"), ("hsl(-240deg 100% 50%)", "#00ff00"),
  ])
  func `colours are known by every name`(_ word: String, _ text: String) throws {
    #expect(try #require(ReadmeColor(word)).text == text)
  }

  @Test(arguments: [
    "", "bleu", "#12", "12345", "#ggg", "rgb(1,2)", "rgb(a,b,c)", "hsl(1,2,3)", "url(#x)",
    "red;}", "\"><script>", "rgb(1,2,3", "hsl(nan, 1%, 1%)", "rgb(inf, 0, 0)", "expression(1)",
  ])
  func `what is no colour is refused`(_ word: String) { #expect(ReadmeColor(word) == nil) }

  @Test func `alpha is kept`() throws {
    #expect(try #require(ReadmeColor("rgb(0 0 0 / 25%)")).color.alpha == 0.25)
    let badge = try ReadmeBadge(
      label: "", message: "m", color: try #require(ReadmeColor("rgb(0 0 0 / 25%)")))
    #expect(try Elements(badge).boxes.last?.attributes["fill-opacity"] == "0.25")
  }

  @Test(arguments: [
    ("brightgreen", "#fff"), ("yellow", "#fff"), ("f3f3f3", "#333"), ("e2ffe1", "#333"),
    ("000", "#fff"), ("fff", "#333"), ("b0b0b0", "#fff"), ("b1b1b1", "#fff"), ("b2b2b2", "#333"),
  ])
  func `letters are dark on a bright ground`(_ ground: String, _ ink: String) throws {
    let color = try #require(ReadmeColor(ground))
    #expect(color.ink.letters == ink)
    #expect(color.ink.shadow == (ink == "#fff" ? "#010101" : "#ccc"))
    let badge = try ReadmeBadge(label: "a", message: "b", color: color)
    #expect(try Elements(badge).words.last?.attributes["fill"] == ink)
  }
}
