import BlazonLetters
import BlazonScene
import ICU
import Testing

@testable import BlazonText

/// What languages and scripts do each in their own way.
@Suite struct ScriptTests {
  @Test(
    "Capitals are those of the language",
    arguments: [
      ("en", "Νεράιδα", "ΝΕΡΑΪΔΑ"),
      ("el", "μήλα ή αχλάδια", "ΜΗΛΑ Ή ΑΧΛΑΔΙΑ"), ("el", "Νεράιδα άι μαΐου", "ΝΕΡΑΪΔΑ ΑΪ ΜΑΪΟΥ"),
      ("el-CY", "ρύζι", "ΡΥΖΙ"), ("tr", "bitti: ikinci ıssız", "BİTTİ: İKİNCİ ISSIZ"),
      ("az", "birinci", "BİRİNCİ"), ("lt", "i̇̀ iš", "Ì IŠ"), ("de", "größe ß", "GRÖSSE SS"),
      ("nl", "ijsland", "IJSLAND"), ("hy", "և", "ԵՎ"), ("en", "istanbul ﬁn", "ISTANBUL FIN"),
      ("ga", "na hÉireann", "NA hÉIREANN"),
      ("ga", "an tSeachtain nAthair", "AN tSEACHTAIN nATHAIR"),
      ("ga", "i mBaile na bhFear n-athair", "I mBAILE NA bhFEAR n-ATHAIR"), ("ga", "hata", "HATA"),
      ("ja", "ラベル", "ラベル"), ("und", "", ""), ("x-klingon", "qapla", "QAPLA"),
    ])
  func capitalsOfLanguages(language: String, text: String, expected: String) {
    #expect(BlazonLetters.capitals(of: text, in: language) == expected)
  }

  @Test(
    "Plain letters have the capitals that ICU gives them",
    arguments: [
      "en", "und", "de", "el", "lt", "nl", "hy", "tr", "TR-tr", "tur", "az-Latn", "aze", "fr", "",
      "x",
    ])
  func capitalsOfPlainLetters(language: String) {
    let text = String(String.UnicodeScalarView((0..<128).map { Unicode.Scalar($0) }))
    #expect(BlazonLetters.capitals(of: text, in: language) == ICU.capitals(of: text, in: language))
  }

  @Test func aSentenceBeginsAsTheLanguageWrites() {
    #expect(sentenceCased("ijsland ok", in: "nl") == "IJsland ok")
    #expect(sentenceCased("ijsland ok", in: "en") == "Ijsland ok")
    #expect(sentenceCased("istanbul", in: "tr") == "İstanbul")
    #expect(sentenceCased("", in: "en") == "")
  }

  @Test func lettersAndMarksAreComposed() {
    let whole = BlazonLetters.composed("Re\u{301}sume\u{301} Gro\u{308}ße")
    #expect(whole.unicodeScalars.count == 12 && whole == "Résumé Größe")
    #expect(
      BlazonLetters.composed("o\u{323}\u{301}").unicodeScalars.map(\.value) == [0x1ECD, 0x301])
    #expect(
      BlazonLetters.composed("\u{0}a\u{65E5}").unicodeScalars.map(\.value) == [0, 0x61, 0x65E5])
  }

  @Test func aTextRunsAsItsFirstLetter() {
    #expect(TextDirection(of: "12 (عربي) abc") == .rightToLeft)
    #expect(TextDirection(of: "D. سلمان (PhD)") == .leftToRight)
    #expect(TextDirection(of: "2026") == .leftToRight)
    #expect(TextDirection(of: "\u{2068}abc\u{2069} שלום") == .rightToLeft)
    for tag in ["ar", "ar-EG", "he", "fa", "ur", "dv", "ckb", "AZ-Arab", "ps"] {
      #expect(TextDirection(ofLanguage: tag) == .rightToLeft, "\(tag)")
    }
    for tag in ["en", "tr", "az", "ks-Deva", "ru", "und", "ku", "en-arabic"] {
      #expect(TextDirection(ofLanguage: tag) == .leftToRight, "\(tag)")
    }
  }

  private func lines(_ text: String, _ language: String = "en", level: Int = 0) -> [String] {
    let typesetter = Typesetter(fonts: library)
    let levels = typesetter.lineBreaks(in: text, language: language)
    let utf8 = Array(text.utf8)
    let ends = levels[min(level, levels.count - 1)]
    return zip([0] + ends, ends + [utf8.count]).map {
      String(decoding: utf8[$0..<$1], as: UTF8.self)
    }
  }

  @Test(
    "Lines end after words",
    arguments: [
      ("워드프레스 커뮤니티를 만나보세요", "워드프레스 |커뮤니티를 |만나보세요"),
      ("오픈소스소프트웨어 개발", "오픈소스소프트웨어 |개발"), ("김 남준아름다운별빛", "김 |남준아름다운별빛"),
      ("クラウドネイティブ", "クラウドネイティブ"),
      ("クラウドネイティブ開発者", "クラウドネイティブ|開|発|者"),
      ("クラウドネイティブの開発者コミュニティに", "クラウドネイティブの|開発者|コミュニティに"),
      ("បានបញ្ចប់វគ្គបណ្តុះបណ្តាល", "បាន|បញ្ចប់|វគ្គ|បណ្តុះបណ្តាល"),
      ("ພາສາລາວເປັນພາສາ", "ພາສາ|ລາວ|ເປັນ|ພາສາ"), ("ที่ปรึกษาการพัฒนา", "ที่|ปรึกษา|การ|พัฒนา"),
      ("မြန်မာနိုင်ငံသည်", "မြန်မာနိုင်ငံ|သည်"), ("Müller-Lüdenscheidt", "Müller-|Lüdenscheidt"),
      ("Donau\u{AD}dampf", "Donau\u{AD}|dampf"),
    ])
  func words(text: String, expected: String) {
    #expect(lines(text).joined(separator: "|") == expected)
  }

  @Test func whereWordsAreTooFewTheyAreDivided() {
    #expect(lines("오픈소스 개발", level: 9) == ["오", "픈", "소", "스 ", "개", "발"])
    #expect(lines("ブログ", level: 9) == ["ブ", "ロ", "グ"])
    // A syllable keeps its vowel and its subscripts.
    #expect(lines("សហគមន៍", level: 9).joined(separator: "|") == "ស|ហ|គ|ម|ន៍")
    #expect(lines("เก้า", level: 9) == ["เก้า"])
    for text in ["បានបញ្ចប់វគ្គបណ្តុះបណ្តាល", "မြန်မာနိုင်ငံသည်", "ພາສາລາວ"] {
      for line in lines(text, level: 9) {
        #expect(line.unicodeScalars.first?.properties.generalCategory == .otherLetter, "\(line)")
      }
    }
  }
}
