import Testing

@testable import BlazonPaint
@testable import BlazonScene

/// The SVG as a document: well-formed, harmless, and complete in itself.
struct SVGDocumentTests {
  static let hostile = [
    "plain", "", "<script>alert(1)</script>", "a & b &amp; c &lt;", "\"double\" 'single'",
    "]]> <![CDATA[ x ]]>", "--> <!-- x", "\u{0}\u{1}\u{8}\u{B}\u{1F}", "\u{7F}\u{85}\u{9F}",
    "\u{FFFE}\u{FFFF}", "\u{1FFFE}\u{10FFFF}\u{E000}", "</title></svg><svg onload=\"x\">",
    "<?php x ?> %25 &#0; &#x1;", "emoji 👩‍👩‍👧", "\t\n tabs", "http://example.org/?a=1&b=2",
  ]

  @Test("No title or description breaks the document or adds to it", arguments: hostile)
  func titles(text: String) throws {
    let made = Scene(
      size: Size(width: 10, height: 10), nodes: [shape(rect(0, 0, 5, 5), 0xFF0000)], title: text,
      description: text, language: text)
    let document = try #require(XMLElements(SVGPainter().paint(made)))
    #expect(document.all.map(\.name) == ["svg", "title", "desc", "path"])
    func carried(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
      let isControl = scalar.value < 0x20 && ![9, 10, 13].contains(scalar.value)
      return isControl || scalar.value == 0xFFFE || scalar.value == 0xFFFF ? "\u{FFFD}" : scalar
    }
    let expected = text.unicodeScalars.map(carried)
    #expect(Array(document.all[1].text.unicodeScalars) == expected)
    #expect(Array(document.all[2].text.unicodeScalars) == expected)
  }

  @Test func theRootNamesItselfForScreenReaders() throws {
    let made = Scene(
      size: Size(width: 512, height: 480.5), nodes: [], title: "Erstes Licht", description: "D",
      language: "de")
    let document = try #require(XMLElements(SVGPainter().paint(made)))
    let root = document.all[0].attributes
    #expect(root["width"] == "512" && root["height"] == "480.5")
    #expect(root["viewBox"] == "0 0 512 480.5")
    #expect(root["role"] == "img" && root["lang"] == "de")
    // The name is the title alone, and the description the description: neither is read twice.
    func text(_ attribute: String) -> [String] {
      let ids = root[attribute]?.split(separator: " ").map(String.init) ?? []
      return ids.compactMap { id in document.all.first { $0.attributes["id"] == id }?.text }
    }
    #expect(text("aria-labelledby") == ["Erstes Licht"] && root["aria-label"] == nil)
    #expect(text("aria-describedby") == ["D"])
  }

  @Test("A scene of everything is harmless: nothing fetched, nothing run, no style, no text")
  func harmless() throws {
    let bytes = SVGPainter().paint(Samples.everything)
    let document = try #require(XMLElements(bytes))
    let known: Set = [
      "svg", "title", "desc", "defs", "g", "path", "use", "clipPath", "linearGradient",
      "radialGradient", "stop", "filter", "feGaussianBlur", "feOffset", "feFlood", "feComposite",
      "feMerge", "feMergeNode", "image", "mask",
    ]
    #expect(Set(document.all.map(\.name)) == known, "and each of them is used here")
    let root = document.all[0].attributes
    #expect(root["xmlns"] == "http://www.w3.org/2000/svg")
    #expect(root["xmlns:xlink"] == "http://www.w3.org/1999/xlink")
    #expect(root.values.count { $0.contains("http") } == 2)
    for element in document.all {
      for (name, value) in element.attributes {
        #expect(name != "style" && name != "class" && !name.lowercased().hasPrefix("on"))
        #expect(!value.lowercased().contains("http") || element.name == "svg")
        let inside = element.name == "image" ? "data:image/png;base64," : "#"
        if name == "xlink:href" { #expect(value.hasPrefix(inside)) }
        #expect(name != "href", "Inkscape 1.2 and Batik do not know it")
      }
    }
    #expect(bytes.allSatisfy { $0 >= 0x20 || $0 == 0x0A })
  }

  @Test("Ids begin with the picture's name, are unique, are used, and every reference finds one")
  func references() throws {
    let document = try #require(
      XMLElements(SVGPainter().paint(Samples.everything)))
    let ids = document.all.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    let names = Set(ids.map { String($0.prefix(5)) })
    let name = try #require(names.first)
    #expect(names.count == 1 && name.first?.isLetter == true && name.utf8.allSatisfy { $0 < 0x7F })
    var used: Set = ["\(name)0", "\(name)1"]
    for (name, value) in document.all.flatMap(\.attributes) {
      if name == "xlink:href", value.hasPrefix("#") { used.insert(String(value.dropFirst())) }
      for part in value.split(separator: "url(#").dropFirst(value.hasPrefix("url(#") ? 0 : 1) {
        used.insert(String(part.prefix { $0 != ")" }))
      }
    }
    #expect(used == Set(ids))
  }

  @Test("What is drawn twice is defined once")
  func shared() throws {
    let outline = Path(circle: Point(30, 30), radius: 20)
    let one = try #require(XMLElements(SVGPainter().paint(scene(shape(outline, 1)))))
    #expect(one.named("use").isEmpty && one.named("defs").isEmpty)
    let twice = scene(
      shape(outline, 1), .group(Group([shape(outline, 2)], transform: .scale(0.5), clip: outline)))
    let two = try #require(XMLElements(SVGPainter().paint(twice)))
    #expect(two.named("use").count == 3)
    #expect(two.named("path").count == 1)
    let gradient = Paint.linear(
      LinearGradient(start: Point(0, 0), end: Point(9, 9), stops: [GradientStop(0, .white)]))
    let painted = scene(
      .shape(Shape(rect(0, 0, 9, 9), fill: gradient)),
      .shape(Shape(rect(9, 9, 9, 9), fill: gradient)))
    let three = try #require(XMLElements(SVGPainter().paint(painted)))
    #expect(three.named("linearGradient").count == 1)
  }

  @Test(
    "A letter that comes again is defined once and called to its place, in lines that are level")
  func letters() throws {
    func line(_ turn: Affine, paint: Paint = .color(Color(hex: 0x336699))) -> Node {
      let glyphs = (0..<5).map { index in
        let placement = turn.after(Affine(0.03, 0, 0, -0.03, 20.333 + 17.77 * Double(index), 60))
        return GlyphRun.Glyph(
          id: index == 2 ? 7 : 4, cluster: index, placement: placement,
          outline: Path(circle: Point(300, 300), radius: index == 2 ? 200 : 280).transformed(
            by: placement))
      }
      return .text(GlyphRun(words: "oo.oo", face: "x.otf", size: 30, paint: paint, glyphs: glyphs))
    }
    let level = scene(line(.identity))
    let document = try #require(XMLElements(SVGPainter().paint(level)))
    // In the font's units: 17.77 / 0.03 is 592⅓.
    #expect(document.named("use").map { $0.attributes["x"] } == [nil, "592.3", "1777", "2369.3"])
    #expect(document.named("use").allSatisfy { $0.attributes["y"] == nil })
    let places = document.named("g").compactMap { $0.attributes["transform"] }
    #expect(places == ["matrix(.03 0 0 .03 20.33 60)"])
    #expect(document.named("path").count == 2, "the definition, and the letter that comes once")
    // Gradients would move with their letters; turned letters are other outlines.
    let gradient = Paint.linear(
      LinearGradient(
        start: Point(0, 0), end: Point(90, 0),
        stops: [GradientStop(0, .white), GradientStop(1, .black)]))
    for other in [line(.rotation(20)), line(.identity, paint: gradient)] {
      #expect(try #require(XMLElements(SVGPainter().paint(scene(other)))).named("use").isEmpty)
    }
  }

  @Test("Scenes that differ in anything share no id")
  func ids() throws {
    let outline = Path(circle: Point(30, 30), radius: 20)
    func stops(_ hex: UInt32) -> Paint {
      .linear(
        LinearGradient(
          start: Point(0, 0), end: Point(9, 9), stops: [GradientStop(0, Color(hex: hex))]))
    }
    let gold = Node.shape(Shape(outline, fill: stops(0xC0A000)))
    let diamond = Node.shape(Shape(outline, fill: stops(0x80C0FF)))
    let scenes = [
      scene(gold), scene(diamond), scene(gold, title: "U"), scene(gold, description: "E"),
      scene(gold, side: 65), scene(gold, gold), Samples.everything,
    ]
    let ids = try scenes.flatMap { scene in
      try #require(XMLElements(SVGPainter().paint(scene))).all.compactMap { $0.attributes["id"] }
    }
    #expect(Set(ids).count == ids.count && ids.count > 20)
  }

  @Test("Every stop says its offset, and xlink is declared where it is used")
  func readers() throws {
    let document = try #require(XMLElements(SVGPainter().paint(Samples.everything)))
    #expect(document.named("stop").count { $0.attributes["offset"] == "0" } > 0)
    #expect(document.named("stop").allSatisfy { $0.attributes["offset"] != nil })
    let plain = try #require(XMLElements(SVGPainter().paint(scene(shape(rect(0, 0, 5, 5), 1)))))
    #expect(plain.all[0].attributes["xmlns:xlink"] == nil)
  }

  @Test func theSameSceneIsTheSameBytes() {
    let painter = SVGPainter()
    #expect(painter.paint(Samples.everything) == painter.paint(Samples.everything))
  }
}
