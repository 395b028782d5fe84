import BlazonScene
import BlazonSpec
import BlazonText
import Testing

/// Texts and pages that run from right to left.
@Suite struct DirectionTests {
  private let arabic = FallbackFamilies(
    sans: ["Noto Sans Arabic", "Noto Sans Hebrew"], serif: ["Noto Naskh Arabic"])

  @Test func `every line of a name runs as the whole does`() throws {
    let scene = try AwardedPage(
      name: "Dr. محمد بن سلمان الخالدي الهاشمي (PhD)", families: arabic
    ).scene()
    let (title, last) = (try scene.box(of: "(PhD"), try scene.box(of: "الهاشمي"))
    #expect(title.minX > last.maxX, "what follows in a text from the left stands on the right")
    let other = try AwardedPage(
      name: "محمد بن سلمان الخالدي الهاشمي المدني (PhD)", families: arabic
    ).scene()
    let (right, left) = (try other.box(of: "PhD"), try other.box(of: "المدني"))
    #expect(right.maxX < left.minX, "and on the left in one from the right")
  }

  private func arabicPage(_ kind: PageKind = .card) -> AwardedPage {
    AwardedPage(
      name: "ميسون نجم", title: "خبير معتمد",
      programme:
        "words: {ar: {issued: تاريخ الإصدار, earned: قد حصل على, certificate: شهادة, certify: نشهد, number: رقم, skills: مهارات, months: [January, February, March, April, May, June, July, August, September, October, November, December]}}",
      badge: "skills: [البرمجة, الشبكات]", language: "ar", families: arabic, kind: kind)
  }

  @Test func `a date in words from the right is not torn`() throws {
    let scene = try arabicPage().scene()
    let (word, date) = (try scene.box(of: "الإصدار"), try scene.box(of: "March"))
    #expect(scene.runs(with: "9 March 2026").count == 1, "one run, in its own order")
    #expect(date.maxX < word.minX)
    let words = scene.runs(with: "").map(\.words).joined()
    #expect(!words.unicodeScalars.contains { (0x2066...0x2069).contains($0.value) })
  }

  @Test func `a card from the right begins on the right`() throws {
    let scene = try arabicPage().scene()
    let (first, second) = (try scene.box(of: "البرمجة"), try scene.box(of: "الشبكات"))
    #expect(first.minX > second.maxX, "the first skill stands on the right")
    let edges = try ["ميسون", "خبير", "الإصدار"].map { try scene.box(of: $0).maxX }
    #expect(edges.allSatisfy { abs($0 - 634) < 8 }, "\(edges)")
    #expect(try scene.box(of: "x-00-1").minX < 100)
    let plain = try AwardedPage(badge: "skills: [Java, Bash]").scene()
    #expect(try plain.box(of: "Java").maxX < plain.box(of: "Bash").minX)
    #expect(try abs(plain.box(of: "Ada").minX - 566) < 8)
  }

  @Test func `a certificate from the right has its facts on the right`() throws {
    let scene = try arabicPage(.certificate).scene()
    #expect(try scene.box(of: "March").minX > scene.size.width / 2)
    #expect(try scene.box(of: "x-00-1").minX > scene.size.width / 2)
  }
}
