import BlazonDesign
import BlazonIntake
import BlazonLedger
import BlazonSource
import BlazonSpec
import Foundation
import TestSupport
import Testing

/// An award, a person, a badge and a programme are shown by the same pages.
@Suite struct PageSubjectTests {
  private func acme() throws -> LoadedProgramme {
    var report = Report()
    let folder = project.appending(path: "Tests/BlazonPressTests/Fixtures/acme").path
    let loaded = try SpecFolder.load([folder], report: &report)
    return try #require(loaded.first)
  }

  private func awards(_ loaded: LoadedProgramme, of handle: String) throws -> [AwardDesign] {
    try loaded.grants.filter { $0.award.handle.value == handle }.map { grant in
      let badge = try #require(loaded.programme.badge(grant.badge))
      return AwardDesign(
        grant, of: badge, in: loaded.programme, address: "https://b.example/\(grant.badge)/")
    }
  }

  @Test func `an award says who, what and when, in the language of its recipient`() throws {
    let loaded = try acme()
    let award = try #require(try awards(loaded, of: "ada").first)
    let subject = PageSubject(award, on: .card)
    #expect(subject.language == "de")
    #expect(subject.facts[.awardTitle]?.text == "Doku-Autorin, Gold")
    #expect(subject.facts[.recipientName]?.language == "de")
    #expect(subject.facts[.awardURL]?.text == "https://b.example/docs-author/")
    #expect(subject.lists[.skills]?.map(\.text) == ["Writing", "Markdown"])
    #expect(subject.badges.map(\.fileName) == ["docs-author.gold"])
    #expect(subject.place.label.hasSuffix("awards.csv:2:1"))
  }

  @Test func `a name stays a name in a template that says more`() throws {
    let award = try #require(try awards(acme(), of: "ben").first)
    let template = TextTemplate(pieces: [.fact(.recipientName)])
    #expect(award.text(of: template)?.language == "und")
    let longer = TextTemplate(pieces: [.text("for "), .fact(.recipientName)])
    let runs = longer.runs(in: "en", at: award.place) { award.facts[$0] }
    #expect(runs?.map(\.language) == ["en", "und"])
    #expect(award.text(of: longer)?.language == "en")
    #expect(award.text(of: TextTemplate(pieces: [.fact(.awardExpires)])) == nil)
  }

  @Test func `a person has all that they earned, a badge no recipient, a programme all badges`()
    throws
  {
    let loaded = try acme()
    let person = PageSubject(person: try awards(loaded, of: "ada"))
    #expect(person.scope == .person && person.badges.count == 2)
    #expect(person.facts[.recipientName]?.text == "Ada Lindqvist")
    #expect(person.facts[.awardTitle] == nil)
    let badge = PageSubject(try #require(loaded.programme.badge("expert")), of: loaded.programme)
    #expect(badge.facts[.recipientName] == nil && badge.facts[.awardTitle]?.text == "Expert")
    let programme = try #require(PageSubject(loaded.programme))
    #expect(programme.badges.count == 2 && programme.facts[.issuerName]?.text == "Acme")
  }

  @Test func `each of them is shown by a page`() throws {
    let loaded = try acme()
    let programme = loaded.programme
    let subjects = [
      PageSubject(try #require(try awards(loaded, of: "ada").first), on: .certificate),
      PageSubject(person: try awards(loaded, of: "ada")),
      PageSubject(try #require(programme.badge("expert")), of: programme),
      try #require(PageSubject(programme)),
    ]
    for subject in subjects {
      for variant in [nil, "dark"] {
        let design = PageDesign(
          programme.pages.template(.card), variant, of: subject, in: programme)
        #expect(design.badges.count == subject.badges.count)
        #expect(!design.sentence.isEmpty && design.title == subject.title)
      }
    }
  }
}
