import BlazonText
import TestSupport
import Testing

@testable import BlazonLayout

/// Where lines of names, titles and sentences end.
@Suite struct LineBreakingTests {
  private func fonts() throws -> FontLibrary {
    try FontLibrary(.init(sans: ["Noto Sans CJK JP", "Noto Sans Thai"]))
  }

  private let face = FontFace(named: "Inter")!

  private func balanced(_ words: String, _ count: Int, language: String = "en") throws -> [String]?
  {
    var typesetter = Typesetter(fonts: try fonts())
    return typesetter.balanced(words, into: count, face: face, language: language)
  }

  private func bare(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { !$0.properties.isWhitespace }
  }

  /// Words of random lengths, the same in every run.
  private func sentence(_ seed: Int) -> [String] {
    var random = SeededGenerator(seed: UInt64(seed))
    func next(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }
    let letters = Array("iljtfraenosumwMW")
    return (0..<(3 + next(8))).map { _ in
      String((0..<(1 + next(13))).map { _ in letters[next(letters.count)] })
    }
  }

  /// The width of the widest line of the best division of `words` into `count` lines.
  private func best(_ words: [String], _ count: Int, _ width: (ArraySlice<String>) -> Double)
    -> Double
  {
    if count == 1 { return width(words[...]) }
    return (1...(words.count - count + 1)).map { first in
      max(width(words[..<first]), best(Array(words[first...]), count - 1, width))
    }.min() ?? .infinity
  }

  @Test(arguments: 1...40)
  func `no other break has a narrower widest line, and no letter is lost`(_ seed: Int) throws {
    let words = sentence(seed)
    let text = words.joined(separator: " ")
    var typesetter = Typesetter(fonts: try fonts())
    let style = TextStyle(face: face, size: 100)
    for count in 1...min(4, words.count) {
      let broken = typesetter.balanced(text, into: count, face: face, language: "en")
      let lines = try #require(broken, "\(text)")
      #expect(lines.count == count, "\(lines)")
      #expect(bare(lines.joined()) == bare(text))
      let widest = lines.map { typesetter.width(of: $0, in: style) }.max() ?? 0
      let needed = best(words, count) {
        typesetter.width(of: $0.joined(separator: " "), in: style)
      }
      // A hundredth of the em is as near as it looks for.
      #expect(widest <= needed + 1.001, "\(lines): \(widest) for \(needed)")
    }
    #expect(typesetter.balanced(text, into: words.count + 1, face: face, language: "en") == nil)
  }

  @Test func `lines have no space at their ends, and none is empty`() throws {
    let lines = try #require(try balanced("  one   two \u{3000}three  ", 3))
    #expect(lines == ["one", "two", "three"])
  }

  @Test func `a hyphen stays at the end of its line, a slash and a bracket end none`() throws {
    #expect(try balanced("Featherstone-Applegarth", 2) == ["Featherstone-", "Applegarth"])
    #expect(try balanced("CI/CD/Platform/Operations", 2) == nil)
    #expect(try balanced("(one)two(three)", 2) == nil)
    for text in [
      "CI/CD and A/B/C tests", "and/or either/neither (or) both", "https://a.example/b c",
    ] {
      for count in 2...4 {
        for line in try balanced(text, count)?.dropLast() ?? [] {
          #expect(!line.hasSuffix("/") && !line.hasSuffix("(") && line != "")
        }
      }
    }
  }

  @Test func `no compound of a name is divided where another place serves`() throws {
    #expect(try balanced("عبد الرحمن السميط", 2, language: "ar") == ["عبد الرحمن", "السميط"])
    let lines = try balanced("محمد عبد الله نور الدين", 3, language: "ar")
    #expect(lines == ["محمد", "عبد الله", "نور الدين"])
    #expect(try balanced("Jan van der Berg", 2, language: "nl") == ["Jan", "van der Berg"])
    #expect(try balanced("Ana de la Cruz Ruiz", 2, language: "es") == ["Ana de la Cruz", "Ruiz"])
    // Where none serves, the lines are made all the same.
    #expect(try balanced("عبد الرحمن", 2, language: "ar") == ["عبد", "الرحمن"])
    // A word that only ends so is no particle.
    #expect(try balanced("Linden Avon Rue", 3) == ["Linden", "Avon", "Rue"])
  }

  @Test func `a space that must not break does not`() throws {
    #expect(try balanced("at least 70\u{A0}% each", 4) == ["at", "least", "70\u{A0}%", "each"])
    #expect(try balanced("70\u{A0}%", 2) == nil)
  }

  @Test func `ideographs part anywhere but before a full stop and small letters`() throws {
    #expect(try balanced("慕容星禾", 2, language: "zh") == ["慕容", "星禾"])
    // No line begins with a full stop or a small letter.
    let lines = try balanced("星ヶ浜あかり。", 5, language: "ja")
    #expect(lines == ["星ヶ", "浜", "あ", "か", "り。"])
    #expect(try balanced("星ヶ浜あかり。", 6, language: "ja") == nil)
  }

  @Test func `words are divided only where there are too few of them`() throws {
    let words = try #require(try balanced("워드프레스 커뮤니티를 만나보세요", 2, language: "ko"))
    #expect(words.joined(separator: " ") == "워드프레스 커뮤니티를 만나보세요")
    #expect(try balanced("오픈소스소프트웨어", 2, language: "ko") == ["오픈소스소", "프트웨어"])
    #expect(try balanced("クラウドネイティブの会", 2, language: "ja") == ["クラウドネイティブの", "会"])
  }

  @Test func `a soft hyphen at the end of a line is drawn as one, elsewhere as none`() throws {
    let text = "Dampf\u{AD}schiff\u{AD}fahrt"
    #expect(try balanced(text, 2) == ["Dampf-", "schiff\u{AD}fahrt"])
    #expect(try balanced("Müller-Lüdenscheidt", 2) == ["Müller-", "Lüdenscheidt"])
  }

  @Test func `Khmer, Lao and Burmese part between words`() throws {
    #expect(try balanced("បានបញ្ចប់វគ្គបណ្តុះបណ្តាល", 2, language: "km")?.count == 2)
    #expect(try balanced("ພາສາລາວເປັນພາສາ", 4, language: "en") == ["ພາສາ", "ລາວ", "ເປັນ", "ພາສາ"])
  }

  @Test func `Thai parts between words, never before a mark`() throws {
    let text = "ดวงแก้วศรีจันทร์ลอยฟ้า"
    let lines = try #require(try balanced(text, 2, language: "th"))
    #expect(lines.count == 2)
    #expect(bare(lines.joined()) == bare(text))
    for line in lines {
      let first = try #require(line.unicodeScalars.first)
      #expect(first.properties.canonicalCombiningClass == .notReordered)
      #expect(first.properties.generalCategory == .otherLetter, "\(line)")
    }
  }

  @Test func `a text of thousands of words is broken soon`() throws {
    let text = String(repeating: "word and ", count: 2000)
    let lines = try #require(try balanced(text, 4))
    #expect(lines.count == 4)
    #expect(bare(lines.joined()) == bare(text))
  }
}
