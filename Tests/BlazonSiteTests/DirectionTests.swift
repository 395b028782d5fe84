import BlazonSite
import Testing

@Suite struct PageDirectionTests {
  @Test func `a page says that it runs from the right, where it does`() {
    let (arabic, english) = (
      awardPage(for: award(), in: context("ar")), awardPage(for: award(), in: context("en"))
    )
    #expect(arabic.contains("<html lang=\"ar\" dir=\"rtl\">"))
    #expect(english.contains("<html lang=\"en\">"))
  }
}
