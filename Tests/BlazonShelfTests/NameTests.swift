import BlazonScene
import BlazonShelf
import Testing

/// Names are linked for years: they are what they were.
@Suite struct NameTests {
  @Test(arguments: [
    (FileName.badge("docs", .light, .svg), "docs.svg"),
    (.badge("docs", .dark, .png), "docs.dark.png"),
    (.badge("docs.gold", .light, .png, width: 512), "docs.gold.png"),
    (.badge("docs", .light, .png, width: 64), "docs@64.png"),
    (.badge("docs", .dark, .png, width: 64), "docs.dark@64.png"), (.badge(.svg), "badge.svg"),
    (.badge(.png, .dark), "badge.dark.png"), (.card(), "card.jpg"),
    (.card(nil, "dark"), "card.dark.jpg"),
    (.card("square", "dark"), "card.square.dark.jpg"),
    (.certificate(nil, nil, .pdf), "certificate.pdf"),
    (.certificate("plain", "letter", .pdf), "certificate.plain.letter.pdf"),
    (.readme, "readme.svg"),
    (.snippets, "snippets.md"), (.page, "index.html"),
  ])
  func `a file is called so`(_ name: FileName, _ text: String) {
    #expect(name.text == text)
  }

  @Test func `a folder is called so, and so is its address`() {
    let award = Address.award(of: "docs", to: "ada", in: "acme")
    #expect(award.path == "acme/people/ada/docs")
    #expect(Address.badges(of: "acme").path == "acme/badges")
    #expect(Address.badges(of: "acme", in: "de").path == "acme/de/badges")
    #expect(Address.contactSheet(of: "acme").path == "acme/contact-sheet.png")
    #expect(Address.contactSheet(of: "acme", page: 1).path == "acme/contact-sheet-2.png")
    for publish in ["https://b.example", "https://b.example/", "https://b.example//"] {
      #expect(award.url(below: publish) == "https://b.example/acme/people/ada/docs/")
      #expect(
        award.file(.page).url(below: publish) == "https://b.example/acme/people/ada/docs/index.html"
      )
    }
    let odd = Address.person("é/../x?", in: "acme").url(below: "https://b.example")
    #expect(odd == "https://b.example/acme/people/%C3%A9/../x%3F/")
  }

  @Test func `what is withdrawn covers every ending and size, and no neighbour`() {
    let old = Withdrawal("badges/old", from: "acme")
    let folder = Address.badges(of: "acme")
    #expect(old.covers(folder.file(.badge("old", .light, .svg))))
    #expect(old.covers(folder.file(.badge("old", .dark, .png, width: 64))))
    #expect(old.covers(folder.file(.badge("old.gold", .light, .svg))))
    #expect(!old.covers(folder.file(.badge("older", .light, .svg))))
    #expect(Withdrawal("people/ada", from: "acme").covers(.award(of: "x", to: "ada", in: "acme")))
    #expect(!Withdrawal("people/ada", from: "acme").covers(.award(of: "x", to: "adam", in: "acme")))
  }
}

@Suite struct WithdrawalTests {
  @Test func `a folder is not that of a name which goes on`() {
    let person = Withdrawal(all: .person("jan", in: "acme"))
    #expect(person.covers(Address.award(of: "one", to: "jan", in: "acme").file(.card())))
    #expect(person.covers(Address.person("jan", in: "acme").file(.page)))
    #expect(!person.covers(Address.award(of: "one", to: "jan.ek", in: "acme").file(.card())))
    #expect(!person.covers(Address.person("janet", in: "acme").file(.page)))
    let page = Withdrawal(all: Address.person("jan", in: "acme").file(.page))
    #expect(page.covers(Address.person("jan", in: "acme").file(.page)))
    #expect(!page.covers(Address.award(of: "one", to: "jan", in: "acme").file(.page)))
    let papers = Withdrawal(certificatesIn: .award(of: "one", to: "jan.ek", in: "acme"))
    let folder = Address.award(of: "one", to: "jan.ek", in: "acme")
    #expect(papers.covers(folder.file(.certificate(nil, "letter", .pdf))))
    #expect(!papers.covers(folder.file(.card())))
    #expect(!papers.covers(Address.award(of: "one", to: "jan", in: "acme").file(.card())))
  }
}
