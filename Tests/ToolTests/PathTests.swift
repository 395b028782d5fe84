import Foundation
import TestSupport
import Testing

/// What may stand as PATH, and which badges it means.
@Suite struct PathTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write(Workplace.programme("beta"), to: "badge-specs/beta/programme.yaml")
    try place.write(
      "blazon: 1\nbadges:\n  third: {family: plain, title: Third}\n",
      to: "badge-specs/beta/badges.yaml")
    try place.write(
      "blazon: 1\nbadges:\n  fourth: {family: plain, title: Fourth}\n",
      to: "badge-specs/beta/more.yaml")
  }

  /// The badges that a run with `words` drew, as `programme/id`.
  private func drawn(_ words: String...) throws -> Set<String> {
    let all = words + ["--format", "png", "--size", "32"]
    let answer = try run(blazon, ["render"] + all, in: place.folder)
    #expect(answer.status == 0, "\(answer.error)")
    let manifest = try Manifest(place.url("output/manifest.json"))
    return Set(
      manifest.files.compactMap { file in
        file.badge.map { "\(file.path.split(separator: "/")[0])/\($0)" }
      })
  }

  @Test func `without a path, badge-specs is drawn into output`() throws {
    #expect(try drawn() == ["acme/first", "acme/second", "beta/third", "beta/fourth"])
  }

  @Test(arguments: ["badge-specs", "badge-specs/", "./badge-specs"])
  func `a folder of programmes means all of them`(_ path: String) throws {
    #expect(try drawn(path) == ["acme/first", "acme/second", "beta/third", "beta/fourth"])
  }

  @Test(arguments: ["badge-specs/beta", "badge-specs/beta/", "badge-specs/beta/programme.yaml"])
  func `a programme's folder means its badges`(_ path: String) throws {
    #expect(try drawn(path) == ["beta/third", "beta/fourth"])
  }

  @Test(arguments: ["badge-specs/beta/more.yaml", "./badge-specs/beta/more.yaml"])
  func `a file means the badges in it`(_ path: String) throws {
    #expect(try drawn(path) == ["beta/fourth"])
  }

  @Test func `two files of one programme mean the badges of both`() throws {
    #expect(
      try drawn("badge-specs/beta/more.yaml", "badge-specs/beta/badges.yaml")
        == ["beta/third", "beta/fourth"])
  }

  @Test func `a file in the working folder is found`() throws {
    let folder = place.url("badge-specs/beta")
    let answer = try run(
      blazon, ["render", "more.yaml", "--format", "svg", "-o", "art"], in: folder)
    #expect(answer.status == 0, "\(answer.error)")
    #expect(try place.files("badge-specs/beta/art").count == 2)
  }

  @Test func `several paths are drawn together`() throws {
    #expect(
      try drawn("badge-specs/beta/more.yaml", "badge-specs/acme")
        == ["beta/fourth", "acme/first", "acme/second"])
  }

  @Test func `--only draws the named badges`() throws {
    #expect(try drawn("--only", "first,third") == ["acme/first", "beta/third"])
  }

  /// What is wrong with the others a check tells, and a run of all of them.
  @Test func `--only reads of other badges their ids alone`() throws {
    try place.write(
      "blazon: 1\nbadges:\n  fifth: {family: plane, titel: Fifth, color: no}\n  sixth-2026: {family: plain, title: Sixth}\n",
      to: "badge-specs/beta/wrong.yaml")
    try place.write(
      "blazon: 1\nbadges:\n  seventh: {family: plain, title: Seventh, years: {2025: {title: Sevenths}, 2026: {title: Eighth}}}\n",
      to: "badge-specs/beta/years.yaml")
    #expect(try drawn("--only", "third") == ["beta/third"])
    #expect(
      try drawn("--only", "sixth-2026,seventh-2025") == [
        "beta/third", "beta/sixth-2026", "beta/seventh-2025",
      ])
    for words in [["render"], ["check"], ["render", "--only", "fifth"]] {
      let answer = try run(blazon, words, in: place.folder)
      #expect(answer.status == 1 && answer.error.contains("unknown family “plane”"))
    }
  }

  @Test func `--only with an unknown id is an error with a suggestion`() throws {
    let answer = try place.blazon("render", "--only", "frist")
    #expect(answer.status == 1)
    #expect(
      answer.error == """
        error: --only: no badge is called “frist”
          help: did you mean “first”?
        1 error; nothing was written

        """)
    #expect(!place.exists("output"))
  }

  @Test(arguments: ["nowhere", "badge-specs/nowhere.yaml"])
  func `a path where nothing stands exits with 70`(_ path: String) throws {
    let answer = try place.blazon("render", path)
    #expect(answer.status == 70)
    #expect(answer.error == "error: no file or folder “\(path)”\n")
  }

  @Test func `a folder without a programme exits with 70 and says what a programme is`() throws {
    try FileManager.default.createDirectory(
      at: place.url("empty"), withIntermediateDirectories: true)
    let answer = try place.blazon("render", "empty")
    #expect(answer.status == 70)
    #expect(
      answer.error
        == "error: no programme in “empty”: a programme's folder has a file programme.yaml\n")
  }

  @Test func `a file that holds no badges by its name is an error`() throws {
    try place.write("hello", to: "badge-specs/beta/notes.txt")
    let answer = try place.blazon("render", "badge-specs/beta/notes.txt")
    #expect(answer.status == 1)
    #expect(answer.error.hasPrefix("error: “badge-specs/beta/notes.txt” is not a file of badges\n"))
  }

  @Test func `two programmes of one name are an error`() throws {
    try place.write(Workplace.programme("beta"), to: "badge-specs/gamma/programme.yaml")
    let answer = try place.blazon("render")
    #expect(answer.status == 1)
    #expect(
      answer.error.contains(
        "“badge-specs/gamma” and “badge-specs/beta” both call themselves “beta”"))
  }

  @Test func `a base that is broken stops its partner, too`() throws {
    try place.write(
      "blazon: 1\nprogramme: partner\nname: Partner\nextends: ../acme\n",
      to: "badge-specs/partner/programme.yaml")
    try place.write("blazon: 1\nbadges: {", to: "badge-specs/acme/broken.yaml")
    let answer = try place.blazon("render", "badge-specs/partner")
    #expect(answer.status == 1)
    #expect(
      answer.error.hasPrefix(
        "badge-specs/partner/programme.yaml:4:10: error: "
          + "the programme in “../acme” has errors of its own\n"))
  }

  @Test func `a base that is not there is an error`() throws {
    try place.write(
      "blazon: 1\nprogramme: partner\nname: Partner\nextends: ../amce\n",
      to: "badge-specs/partner/programme.yaml")
    let answer = try place.blazon("render", "badge-specs/partner")
    #expect(answer.status == 1)
    #expect(
      answer.error.hasPrefix(
        "badge-specs/partner/programme.yaml:4:10: error: no programme stands in “../amce”\n"))
  }
}
