import BlazonArtwork
import BlazonIntake
import BlazonLedger
import BlazonSource
import BlazonSpec
import Testing

/// Programmes that are read from memory.
@Suite struct MemoryTests {
  @Test func `a programme, its drawings and its ledgers are read from memory`() throws {
    let reading = Reading(Sample.files)
    #expect(reading.findings == [] && reading.failure == nil)
    let loaded = try #require(reading.programmes.first)
    #expect(loaded.badges.map(\.id.value) == ["first", "second"])
    #expect(loaded.grants.map(\.award.handle.value) == ["ada"])
    #expect(loaded.artworks.emblems.keys.sorted() == ["specs/acme/art/mark.svg"])
    #expect(loaded.badges.first?.id.place.label == "specs/acme/badges.yaml:3:3")
  }

  @Test(arguments: [".", "acme", "./acme/", "acme/badges.yaml"])
  func `the top may be the programme's neighbour`(_ path: String) throws {
    let files = Dictionary(
      uniqueKeysWithValues: Sample.files.map { (String($0.key.dropFirst(6)), $0.value) })
    let reading = Reading(files, [path])
    #expect(reading.findings == [] && reading.failure == nil)
    #expect(reading.programmes.first?.badges.count == 2)
    #expect(reading.programmes.first?.artworks.emblems.count == 1)
  }

  @Test func `the top may be the programme's folder`() throws {
    let files = Dictionary(
      uniqueKeysWithValues: Sample.files.map { (String($0.key.dropFirst(11)), $0.value) })
    let reading = Reading(files, ["."])
    #expect(reading.findings == [] && reading.failure == nil)
    #expect(reading.programmes.first?.artworks.emblems.keys.sorted() == ["art/mark.svg"])
  }

  @Test func `a programme extends its neighbour, and nothing outside`() throws {
    var files = Sample.files
    files["specs/beta/programme.yaml"] =
      "blazon: 1\nprogramme: beta\nname: Beta\nextends: ../acme\ninclude: first\n"
    let reading = Reading(files, ["specs/beta"])
    #expect(reading.findings == [] && reading.failure == nil)
    #expect(reading.programmes.first?.artworks.emblems.count == 1)
    files["specs/beta/programme.yaml"] =
      "blazon: 1\nprogramme: beta\nname: Beta\nextends: ../../../acme\n"
    let outside = Reading(files, ["specs/beta"])
    #expect(
      outside.findings == [
        "specs/beta/programme.yaml:4:10: no programme stands in “../../../acme”"
      ])
  }

  @Test func `ledgers beside those of the programme are read`() {
    var files = Sample.files
    files["more.csv"] = "name,handle,badge,issued\nBo,bo,second,2026-03-09\n"
    let reading = Reading(files, awards: ["more.csv"])
    #expect(reading.programmes.first?.handles == ["ada", "bo"])
    #expect(Reading(files, awards: ["none.csv"]).failure == "“none.csv” leads to no file")
  }

  @Test func `what is not there is told`() {
    #expect(Reading([:], ["nowhere"]).failure == "no file or folder “nowhere”")
    #expect(Reading([:], ["."]).failure?.hasPrefix("no programme in “.”") == true)
  }

  @Test func `what the world refuses is said after everything that is wrong`() {
    var files = Sample.files
    files["specs/acme/more.yaml"] = "blazon: 1\nbadges: {x: {family: plain}}\n"
    files["specs/acme/awards/late.csv"] = "name,handle,badge,issued\nBo,bo,nosuch,2026-03-09\n"
    let reading = Reading(files, awards: ["none.csv", "other.csv"])
    #expect(reading.failure == "“none.csv” leads to no file")
    #expect(
      reading.findings.map { $0.prefix { $0 != "“" } } == [
        "", "specs/acme/awards/late.csv:2:7: unknown badge ",
        "specs/acme/more.yaml:2:10: the badge ",
      ])
    #expect(reading.findings.first == "“other.csv” leads to no file")
  }
}
