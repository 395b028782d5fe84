import Testing

@testable import BlazonScene
@testable import BlazonText

/// What no font can write, and what is proposed for it.
@Suite struct MissingLettersTests {
  private func lack(_ text: String, _ face: String = "Inter") -> MissingLetters? {
    var typesetter = Typesetter(fonts: library)
    let line = typesetter.set(text, in: TextStyle(face: FontFace(known: face), size: 30))
    return typesetter.missingLetters(of: text, setAs: [line])
  }

  @Test(arguments: [
    ("অনিন্দিতা চট্টোপাধ্যায়", ["Noto Sans Bengali"]),
    ("Anin অনিন্দিতা", ["Noto Sans Bengali"]),
    ("தமிழ்", ["Noto Sans Tamil"]), ("ᏣᎳᎩ", ["Noto Sans Cherokee"]), ("བོད", ["Noto Serif Tibetan"]),
    ("星ヶ浜 あかり", ["Noto Sans CJK JP"]), ("한솔", ["Noto Sans CJK KR"]), ("慕容星禾", ["Noto Sans CJK SC"]),
    ("অনিন্দিতা 星ヶ浜", ["Noto Sans Bengali", "Noto Sans CJK JP"]), ("🏆", ["Noto Sans Symbols2"]),
  ])
  func `the fewest installed families that write all of it are proposed, Noto Sans first`(
    _ text: String, _ families: [String]
  ) throws {
    let missing = try #require(lack(text))
    #expect(missing.families == families)
    #expect(missing.packages.isEmpty)
    // With them nothing is missing any more.
    let fonts = try FontLibrary(FallbackFamilies(sans: families))
    #expect(fonts.missingFamilies.isEmpty)
    var typesetter = Typesetter(fonts: fonts)
    for face in FontFace.all {
      #expect(typesetter.set(text, in: TextStyle(face: face, size: 30)).missing.isEmpty)
    }
  }

  @Test func `letters are told in the order of the text, each once`() throws {
    let missing = try #require(lack("b文a中 文"))
    #expect(missing.letters == ["文", "中"])
    #expect(lack("Ваза Ὠ Ünlü") == nil)
  }

  @Test(arguments: FontFace.all.map(\.name))
  func `every face, size and case is told the same`(_ face: String) throws {
    for text in ["Anin অনিন্দিতা 星", "ᏣᎳᎩ ꮳꮃꭹ", "🏆 a"] {
      let plain = try #require(lack(text))
      #expect(lack(text, face) == plain)
      var typesetter = Typesetter(fonts: library)
      let style = TextStyle(face: FontFace(known: face), size: 9, letterSpacing: 2)
      let shouted = typesetter.set(text.uppercased(), in: style)
      #expect(typesetter.missingLetters(of: text, setAs: [shouted]) == plain)
    }
  }

  @Test(
    arguments: [
      (["\u{985}"], ["fonts-noto-core"]), (["星"], ["fonts-noto-cjk"]), (["한"], ["fonts-noto-cjk"]),
      (["あ", "\u{985}"], ["fonts-noto-cjk", "fonts-noto-core"]), (["\u{1F3C6}"], []),
      (["\u{E000}"], []), (["\u{E0067}"], []), (["\u{985}", "\u{10FFFD}"], []),
    ] as [([Unicode.Scalar], [String])])
  func `where nothing is installed, the packages that have it are proposed`(
    _ letters: [Unicode.Scalar], _ packages: [String]
  ) {
    let missing = MissingLetters(letters, of: "", installed: [])
    #expect(missing.families.isEmpty)
    #expect(missing.packages == packages)
  }

  @Test func `a package that is installed is not proposed`() throws {
    // A plane for private use: some font may have it, Noto has not. Toto came to Unicode in 2021.
    for text in ["\u{10FFFD}", "\u{1E290}"] {
      let missing = try #require(lack(text))
      #expect(missing.families.isEmpty && missing.packages.isEmpty, "\(missing)")
    }
  }
}
