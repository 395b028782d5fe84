import Testing

@testable import BlazonScene
@testable import BlazonText

/// Words in a programme's own typeface.
@Suite struct TypefaceTests {
  private static func font(_ name: String, axes: [String: Double] = [:]) throws -> Typeface.Font {
    Typeface.Font(
      name: name, digest: name, font: try OpenTypeFont(TestFont.bytes(name)), axes: axes)
  }

  private static func library(_ fonts: [Typeface.Role: Typeface.Font]) throws -> FontLibrary {
    try FontLibrary(FallbackFamilies(), typeface: Typeface(fonts), isOpen: false)
  }

  private static let plain = Result {
    try library([.title: font("static.otf"), .text: font("static.otf")])
  }
  private static let variable = Result {
    try library([.title: font("variable.ttf"), .text: font("variable.ttf")])
  }

  private func plain(_ text: String, _ face: String = "Inter") throws -> TextLine {
    line(text, face, fonts: try Self.plain.get())
  }

  private func variable(_ text: String, _ face: String) throws -> TextLine {
    line(text, face, fonts: try Self.variable.get())
  }

  @Test func `it stands for the faces of its roles, and others stay`() throws {
    for face in [
      "Inter", "Inter Bold", "Inter Display Bold", "Sora ExtraBold", "Manrope ExtraBold",
    ] {
      #expect(try plain("Hello", face).files == ["static.otf"], "\(face)")
    }
    for (face, file) in [
      ("EB Garamond", "EBGaramond12-Regular.otf"), ("Vollkorn SemiBold", "Vollkorn-SemiBold.ttf"),
      ("JetBrains Mono", "JetBrainsMono-Regular.ttf"), ("DejaVu Sans", "DejaVuSans.ttf"),
    ] {
      #expect(try plain("Hello", face).files == [file], "\(face)")
    }
    let roles = try Self.library([
      .serif: Self.font("static.otf"), .italic: Self.font("variable.ttf"),
    ])
    #expect(line("Hello", "Vollkorn SemiBold", fonts: roles).files == ["static.otf"])
    #expect(line("Hello", "EB Garamond Italic", fonts: roles).files == ["variable.ttf@wght=400.0"])
    #expect(line("Hello", fonts: roles).files == ["Inter-Regular.otf"])
  }

  @Test func `weights that designs ask for come from a variable font`() throws {
    #expect(try variable("Hello", "Inter").files == ["variable.ttf@wght=400.0"])
    #expect(try variable("Hello", "Inter SemiBold").files == ["variable.ttf@wght=600.0"])
    #expect(try variable("Hello", "Inter Bold").files == ["variable.ttf@wght=700.0"])
    let regular = try variable("Hello", "Inter")
    let bold = try variable("Hello", "Sora ExtraBold")
    #expect(bold.width > regular.width)
    #expect(bold.glyphs.map(\.outline) != regular.glyphs.map(\.outline))
    // The file's own weight is the regular one.
    let alone = try Self.library([.text: Self.font("variable.ttf", axes: ["wght": 400])])
    #expect(
      line("Hello", "Inter SemiBold", fonts: alone).glyphs.map(\.outline)
        == regular.glyphs.map(\.outline))
  }

  @Test func `a weight that the spec names is that of all`() throws {
    let fonts = try Self.library([.title: Self.font("variable.ttf", axes: ["wght": 900])])
    #expect(line("Hello", "Inter Bold", fonts: fonts).files == ["variable.ttf@wght=900.0"])
    #expect(line("Hello", "Sora ExtraBold", fonts: fonts).files == ["variable.ttf@wght=900.0"])
  }

  @Test func `a font of one weight is not made bolder`() throws {
    let regular = try plain("Hello", "Inter").runs()
    #expect(try plain("Hello", "Inter Bold").runs() == regular)
    #expect(try plain("Hello", "Sora ExtraBold").runs() == regular)
  }

  @Test(
    arguments: [
      ("Łódź", ["Inter-Regular.otf"]), ("Zażółć gęślą jaźń", ["Inter-Regular.otf"]),
      ("Née", ["static.otf"]), ("Ωmega", ["Inter-Regular.otf", "static.otf"]),
      ("Straße", ["Inter-Regular.otf"]), ("A & B", ["Inter-Regular.otf", "static.otf"]),
    ] as [(String, Set<String>)])
  func `words with letters that it lacks come whole from what ships`(
    _ text: String, _ files: Set<String>
  ) throws {
    let set = try plain(text)
    #expect(set.files == files && set.missing == [])
  }

  @Test func `lines of a text that it cannot write are all in what ships`() throws {
    var typesetter = Typesetter(fonts: try Self.plain.get())
    func file(_ text: String) -> Set<String> {
      let face = typesetter.face(FontFace(known: "Inter"), for: text, language: "en")
      return typesetter.set("Wojciech", in: TextStyle(face: face, size: 100)).files
    }
    #expect(file("Wojciech Moor") == ["static.otf"])
    #expect(file("Wojciech Łukaszewski") == ["Inter-Regular.otf"])
  }

  @Test func `the height of capitals is that of the letter, whatever the font states`() throws {
    let bytes = try TestFont.bytes("static.otf")
    let font = try OpenTypeFont(bytes.with([0x10, 0], at: bytes.table("OS/2") + 88))
    let fonts = try Self.library([.text: TestFont.font(font)])
    let capital = line("H", fonts: fonts)
    #expect(abs(capital.capHeight - capital.inkAscent) < 0.01)
    #expect((50...90).contains(capital.capHeight))
  }

  @Test func `what documents may not carry says so`() throws {
    #expect(try plain("Hello").runs().allSatisfy(\.isEmbeddable))
    let font = try OpenTypeFont(TestFont.bytes("static.otf", licensed: 2))
    let fonts = try Self.library([.text: TestFont.font(font)])
    let runs = line("Hello Ω", fonts: fonts).runs()
    #expect(runs.map(\.isEmbeddable) == [false, true])
  }

  @Test func `the same font gives the same words, whoever sets them`() throws {
    let again = try Self.library([
      .title: Self.font("variable.ttf"), .text: Self.font("variable.ttf"),
    ])
    for text in ["Hello gj 123", "Ada Łovelace", "Née Étoile"] {
      for face in ["Inter", "Inter Bold", "Manrope ExtraBold"] {
        #expect(try variable(text, face).runs() == line(text, face, fonts: again).runs())
      }
    }
  }

  @Test func `nothing changes where no font is named`() throws {
    let none = try Self.library([:])
    #expect(line("Hello", fonts: none).runs() == line("Hello", fonts: closedLibrary).runs())
  }
}
