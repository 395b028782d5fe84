import Blazon
import Testing

/// The library's door, on files that stand nowhere.
@Suite struct DoorTests {
  @Test func `a programme with its drawings and awards is read from memory, and drawn`() throws {
    var report = Report()
    let files = Sample.files.mapValues { Array($0.utf8) }
    let programmes = try Programme.load("specs", files: files, report: &report)
    #expect(!report.hasErrors)
    let programme = try #require(programmes.first)
    #expect(programme.badges.count == 2)
    #expect(programme.award(of: "first", to: "ada") != nil)
    programme.check(report: &report)
    #expect(report.hasErrors == false)
  }
}
