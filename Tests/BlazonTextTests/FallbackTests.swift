import Testing

@testable import BlazonScene
@testable import BlazonText

struct FallbackTests {
  @Test(
    "Each face comes from its own file",
    arguments: [
      ("Inter", "Inter-Regular.otf"), ("Inter SemiBold", "Inter-SemiBold.otf"),
      ("Inter Bold", "Inter-Bold.otf"), ("Inter Display Bold", "InterDisplay-Bold.otf"),
      ("Sora SemiBold", "Sora-SemiBold.otf"), ("Sora ExtraBold", "Sora-ExtraBold.otf"),
      ("Manrope ExtraBold", "Manrope-ExtraBold.ttf"), ("EB Garamond", "EBGaramond12-Regular.otf"),
      ("EB Garamond Italic", "EBGaramond12-Italic.otf"),
      ("Vollkorn SemiBold", "Vollkorn-SemiBold.ttf"),
      ("JetBrains Mono", "JetBrainsMono-Regular.ttf"), ("DejaVu Sans", "DejaVuSans.ttf"),
      ("DejaVu Sans Bold", "DejaVuSans-Bold.ttf"),
    ])
  func files(name: String, file: String) {
    let text = line("Agfi 0189 &?", name)
    #expect(text.files == [file])
    #expect(text.missing == [])
    for (glyph, character) in zip(text.glyphs, "Agfi 0189 &?") where text.glyphs.count == 12 {
      #expect(glyph.outline.isEmpty == (character == " "), "\(character) of \(name)")
    }
  }

  @Test func everyNameIsAFaceAndNoOther() {
    #expect(FontFace.all.count == 13)
    for face in FontFace.all { #expect(FontFace(named: face.name) == face) }
    #expect(FontFace(named: "Comic Sans") == nil && FontFace(named: "inter") == nil)
  }

  @Test(
    "What Sora lacks comes from another file, and the words stay whole",
    arguments: [
      "Ελλάδα", "Привет", "Sora и Ωmega", "Ω", "Пre-Ж", "a → b", "Ħ ≤ ə",
    ])
  func fallback(words: String) {
    let text = line(words, "Sora ExtraBold")
    #expect(text.missing == [])
    #expect(text.files != ["Sora-ExtraBold.otf"])
    #expect(text.runs().map(\.words).joined() == words)
    let faces = text.runs().map(\.face)
    #expect(zip(faces, faces.dropFirst()).allSatisfy { $0 != $1 }, "one run a stretch")
  }

  @Test(
    "The words of the runs are the text",
    arguments: [
      "First Light", "  two  spaces ", "Ωmega-3 и Ж", "e\u{301}te\u{301}", "fi ffi fl", "مرحبا",
      "a\u{200D}b", "Tiếng Việt", "x\u{20DD}",
    ])
  func words(text: String) {
    for face in ["Inter", "EB Garamond", "Sora ExtraBold"] {
      let joined = line(text, face).runs().map(\.words).joined()
      #expect(Array(joined.unicodeScalars) == Array(text.unicodeScalars), "\(face)")
    }
  }

  @Test(
    "What no font can write is told, each character",
    arguments: [
      ("中", ["\u{4E2D}"]), ("a🏆b", ["\u{1F3C6}"]), ("한 ok", ["\u{D55C}"]),
      ("中a文", ["\u{4E2D}", "\u{6587}"]), ("\u{10FFFD}", ["\u{10FFFD}"]),
    ] as [(String, [Unicode.Scalar])])
  func missing(text: String, expected: [Unicode.Scalar]) {
    #expect(line(text, fonts: closedLibrary).missing == expected)
  }

  @Test func everyLanguageOfTheHouseIsWritten() {
    let samples = [
      "Grüße, Škoda, Łódź", "Tiếng Việt: ở đường", "Ünlü İstanbul ığ", "Ђорђе Љубав", "Ґанок її",
      "Ελληνικά Ώρα", "ñandú ¿qué? ¡sí!", "Þórður Æsir", "“quotes” — … · №", "€ £ ₹ ₽",
    ]
    for face in FontFace.all {
      for sample in samples {
        #expect(line(sample, face.name).missing == [], "\(face.name): \(sample)")
      }
    }
  }

  @Test("A letter and a combining mark are set like the letter that has it")
  func combining() {
    for (composed, decomposed) in [("é", "e\u{301}"), ("ế", "e\u{302}\u{301}"), ("Å", "A\u{30A}")] {
      let (one, two) = (line(composed), line(decomposed))
      #expect(abs(one.width - two.width) < 0.5, "\(composed)")
      #expect(two.missing == [])
    }
    // A mark that makes no single letter stands on its letter, and adds no width.
    let marked = line("q\u{30A}")
    #expect(abs(marked.width - line("q").width) < 0.5 && marked.glyphs.count == 2)
  }

  @Test("Arabic runs from right to left, and its letters join")
  func arabic() {
    let text = line("سلام", "DejaVu Sans")
    #expect(text.missing == [] && text.files == ["DejaVuSans.ttf"])
    let clusters = text.glyphs.map(\.cluster)
    #expect(clusters == clusters.sorted(by: >), "glyphs are in visual order")
    #expect(zip(text.glyphs, text.glyphs.dropFirst()).allSatisfy { $0.x <= $1.x })
    // A letter between two others is another glyph than the letter alone.
    let alone = line("س", "DejaVu Sans")
    #expect(text.ids.last != alone.ids.first)
    // Spacing would tear what is joined.
    #expect(line("سلام", "DejaVu Sans", spacing: 9).width == text.width)
  }

  // MARK: Families of the programme's choice

  private static let chosen = FallbackFamilies(
    sans: [
      "Noto Sans Arabic", "Noto Sans Hebrew", "Noto Sans CJK SC", "Noto Sans CJK JP",
      "Noto Sans CJK KR",
    ], serif: ["Noto Naskh Arabic"])

  private func chosenLine(_ text: String, _ face: String = "Inter", language: String = "en") throws
    -> TextLine
  {
    let fonts = try FontLibrary(FallbackTests.chosen)
    #expect(fonts.missingFamilies == [])
    var typesetter = Typesetter(fonts: fonts)
    let face = try #require(FontFace(named: face))
    return typesetter.set(text, in: TextStyle(face: face, size: 100, language: language))
  }

  @Test(
    "Mixed directions: glyphs stand as they are read, words stay as they were written",
    arguments: [
      // The runs from left to right, as the bidirectional algorithm orders them.
      ("Liorit ליאורית Starling", ["Liorit ", "ליאורית", " Starling"]),
      ("سلافة Bright-Harbour", ["Bright-Harbour", "سلافة "]),
      ("ميسون نجم السارية", ["ميسون نجم السارية"]),
      ("(נגה) 12 ג", ["(נגה) 12 ג"]),
    ])
  func bidirectional(text: String, expected: [String]) throws {
    let line = try chosenLine(text)
    #expect(line.missing == [])
    // Spaces may be written by the face of either neighbour.
    func bare(_ text: String) -> [Unicode.Scalar] {
      text.unicodeScalars.filter { !$0.properties.isWhitespace }
    }
    let runs = line.runs()
    for run in runs {
      #expect(text.contains(run.words) || run.words.allSatisfy(\.isWhitespace), "\(run.words)")
      let clusters = run.glyphs.map(\.cluster)
      #expect(clusters == clusters.sorted(by: run.isRightToLeft ? (>) : (<)))
    }
    let xs = runs.flatMap(\.glyphs).map(\.placement.tx)
    #expect(zip(xs, xs.dropFirst()).allSatisfy { $0 <= $1 + 1 }, "from left to right")
    #expect(bare(runs.map(\.words).joined()).count == bare(text).count)
    if expected.count > 1 {
      #expect(runs.map { bare($0.words) }.filter { !$0.isEmpty } == expected.map(bare))
    }
  }

  @Test("Ideographs are drawn as the text's language draws them")
  func ideographs() throws {
    // U+9AA8 is another shape in mainland China than in Japan and Korea.
    let faces = try ["zh-Hans", "ja", "ko", "en"].map { language in
      try #require(try chosenLine("骨", language: language).runs().first?.face)
    }
    let ids = try ["zh-Hans", "ja"].map { try chosenLine("骨", language: $0).ids }
    #expect(Set(faces.prefix(3)).count == 3, "\(faces)")
    #expect(faces[3] == faces[0], "the first that is named")
    #expect(ids[0] != ids[1] || faces[0] != faces[1])
    // Kana say by themselves what is meant.
    #expect(try chosenLine("骨かな").runs().first?.face == faces[1])
  }

  @Test("Serifs go with serifs")
  func serifs() throws {
    let (sans, serif) = (try chosenLine("سارية"), try chosenLine("سارية", "EB Garamond"))
    #expect(sans.files.first?.contains("NotoSansArabic") == true, "\(sans.files)")
    #expect(serif.files.first?.contains("NotoNaskhArabic") == true, "\(serif.files)")
  }

  @Test("A face's name leads to its own file, whichever families are named and in whatever order")
  func names() throws {
    // Inter is installed here or not; the faces that ship keep their names either way.
    for sans in [FallbackTests.chosen.sans, FallbackTests.chosen.sans.reversed()] {
      let fonts = try FontLibrary(FallbackFamilies(sans: sans + ["Inter", "DejaVu Sans"]))
      var typesetter = Typesetter(fonts: fonts)
      for face in FontFace.all {
        let style = TextStyle(face: face, size: 30)
        for run in typesetter.set("Ag سارية 骨", in: style).runs() {
          let file = try #require(fonts.file(of: run.face))
          let isShipped = file.path.hasPrefix("/proc/self/fd/")
          let base = String(run.face.prefix { $0 != "#" && $0 != "~" })
          #expect(isShipped || file.path.hasSuffix("/\(base)"), "\(run.face) \(file)")
        }
      }
    }
  }

  @Test("A family that is not installed is missing, and takes no other's place")
  func missingFamily() throws {
    let fonts = try FontLibrary(.init(sans: ["Noto Sans Klingon", "Noto Sans Hebrew"]))
    #expect(fonts.missingFamilies == ["Noto Sans Klingon"])
  }
}
