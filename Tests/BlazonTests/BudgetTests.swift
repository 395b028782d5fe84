import BlazonArt
import BlazonSource
import BlazonSpec
import Foundation
import TestSupport
import Testing

/// What the whole programme promises to those who link, load and hear its badges.
@Suite struct BudgetTests {
  @Test func `the tool draws the real programme without a word of complaint`() throws {
    let answer = try #require(RealProgramme.run.answer)
    #expect(answer.status == 0, "\(answer.error)")
    // A run of many seconds says how far it is.
    let complaints = answer.error.split(separator: "\n").filter { !$0.hasPrefix("drawn: ") }
    #expect(complaints == [])
    #expect(answer.text.hasPrefix("64 badges and 44 awards, "), "\(answer.text)")
  }

  @Test func `there are 62 badges of the programme and 2 of its partner`() {
    #expect(RealProgramme.badges.count { $0.hasPrefix("meshery/") } == 62)
    #expect(RealProgramme.badges.count { $0.hasPrefix("exoscale/") } == 2)
    #expect(RealProgramme.badges.count == 64)
  }

  @Test func `a PNG of 512 pixels has at most 256 kB`() {
    let files = RealProgramme.entries.filter { $0.path.hasSuffix(".png") }
    #expect(files.count >= 64)
    for file in files { #expect(file.bytes <= 262_144, "\(file.path)") }
  }

  @Test func `an SVG has at most 60 kB, and half of them at most 25 kB`() {
    let files = RealProgramme.badges.compactMap { badge in
      RealProgramme.entries.first { $0.path == "\(badge).svg" }
    }
    #expect(files.count == 64)
    for file in files { #expect(file.bytes <= 60_000, "\(file.path)") }
    let sizes = files.map(\.bytes).sorted()
    #expect(sizes.isEmpty ? false : sizes[sizes.count / 2] <= 25_000, "\(sizes)")
  }

  @Test func `every alternative text is a sentence, and no two badges share one`() {
    let sentences = RealProgramme.badges.compactMap { badge in
      RealProgramme.entries.first { $0.path == "\(badge).svg" }?.alt
    }
    #expect(sentences.count == 64)
    #expect(Set(sentences).count == sentences.count)
    for sentence in sentences {
      #expect(sentence.first?.isUppercase == true, "\(sentence)")
      #expect(sentence.hasSuffix("."), "\(sentence)")
      #expect(!sentence.dropLast().hasSuffix("."), "\(sentence)")
      #expect(!sentence.contains("  ") && !sentence.contains("\n"), "\(sentence)")
      #expect((4...40).contains(sentence.split(separator: " ").count), "\(sentence)")
      #expect(sentence.count <= 250, "\(sentence)")
    }
  }

  @Test func `the alternative text says what is drawn`() throws {
    let alts = Dictionary(
      RealProgramme.entries.map { ($0.badge ?? "", $0.alt) }, uniquingKeysWith: { a, _ in a })
    let expert = try #require(alts["certified-meshery-expert"])
    for part in ["Certified Meshery Expert", "certified badge", "3 stars", "coming soon"] {
      #expect(expert.contains(part), "\(expert)")
    }
  }

  @Test func `no two badges of a family share an emblem`() {
    for programme in RealProgramme.programmes {
      var owners: [String: String] = [:]
      for badge in programme.badges {
        guard let family = badge.words.family?.value,
          case .library(let emblem)? = badge.words.emblem?.value
        else { continue }
        let key = "\(family) \(emblem.name)"
        #expect(owners[key] == nil, "\(badge.id.value) and \(owners[key] ?? "") share \(key)")
        owners[key] = badge.id.value
      }
    }
  }

  @Test func `there are at least 40 emblems, and every badge has one or letters`() {
    #expect(Set(Emblem.all.map(\.name)).count >= 40)
    let badges = RealProgramme.programmes.flatMap(\.badges)
    #expect(badges.count == 64)
    for badge in badges { #expect(badge.words.emblem != nil, "\(badge.id.value)") }
  }

  @Test func `no two badges look the same`() throws {
    var owners: [Data: String] = [:]
    for badge in RealProgramme.badges {
      let bytes = try RealProgramme.file("\(badge).png")
      #expect(owners[bytes] == nil, "\(badge) and \(owners[bytes] ?? "")")
      owners[bytes] = badge
    }
  }
}
