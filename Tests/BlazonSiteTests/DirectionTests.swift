import BlazonSite
import Testing

@Suite struct PageDirectionTests {
  @Test func `a page says that it runs from the right, where it does`() {
    let subject = subject()
    let (arabic, english) = (
      awardPage(for: subject, language: "ar"), awardPage(for: subject, language: "en")
    )
    #expect(arabic.contains("<html lang=\"ar\" dir=\"rtl\">"))
    #expect(english.contains("<html lang=\"en\">"))
  }
}
