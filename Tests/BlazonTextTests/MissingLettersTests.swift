import BlazonLetters
import Testing

@testable import BlazonScene
@testable import BlazonText

/// What no font can write, and what is proposed for it.
@Suite struct MissingLettersTests {
  private func lack(
    _ text: String, _ face: String = "Inter", size: Double = 30, spacing: Double = 0
  ) -> MissingLetters? {
    var typesetter = Typesetter(fonts: closedLibrary)
    let style = TextStyle(face: FontFace(known: face), size: size, letterSpacing: spacing)
    let line = typesetter.set(text, in: style)
    return typesetter.missingLetters(of: text, setAs: [line])
  }

  @Test(arguments: [
    ("Anin অনিন্দিতা", ["fonts-noto-core"]), ("ᏣᎳᎩ", ["fonts-noto-core"]),
    ("星ヶ浜 あかり", ["fonts-noto-cjk"]), ("한솔", ["fonts-noto-cjk"]),
    ("অনিন্দিতা 星ヶ浜", ["fonts-noto-cjk", "fonts-noto-core"]), ("🏆", ["fonts-noto-color-emoji"]),
    ("Ada 🇩🇪", ["fonts-noto-color-emoji"]), ("\u{10FFFD}", []), ("অ\u{10FFFD}", []),
  ])
  func `where nothing is installed, the packages that have it are proposed`(
    _ text: String, _ packages: [String]
  ) throws {
    let missing = try #require(lack(text))
    #expect(missing.packages == packages)
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
      #expect(lack(text, face, size: 9, spacing: 2) == plain)
    }
  }

  @Test func `a package that is installed is not proposed`() throws {
    // A plane for private use: some font may have it, Noto has not. Toto came to Unicode in 2021.
    for text in ["\u{10FFFD}", "\u{1E290}"] {
      var typesetter = Typesetter(fonts: library)
      let line = typesetter.set(text, in: TextStyle(face: FontFace(known: "Inter"), size: 30))
      let found = typesetter.missingLetters(of: text, setAs: [line])
      let missing = try #require(found)
      #expect(missing.packages.isEmpty, "\(missing)")
    }
  }

  @Test func `a letter may carry thirty marks`() {
    let grave = "\u{300}"
    #expect(("Zo" + String(repeating: grave, count: 30) + "e").overloadedLetter == nil)
    let heap = "o" + String(repeating: grave, count: 31)
    #expect(("Z" + heap + "e").overloadedLetter == Character(heap))
    #expect("👨‍👩‍👧‍👦 Nguyễn Thị བསྒྲུབས".overloadedLetter == nil)
  }
}
