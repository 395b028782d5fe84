import Foundation
import TestSupport
import Testing

/// `diff` tells the truth about commits, whoever wrote what is in them.
@Suite struct DiffTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try git("init", "-q", "-b", "main")
    try git("add", "badge-specs")
    try git("commit", "-q", "-m", "one")
    try git("update-ref", "refs/remotes/origin/main", "HEAD")
  }

  private func git(_ words: String...) throws {
    let who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    let answer = try run("git", who + words, in: place.folder)
    try #require(answer.status == 0, "\(answer.error)")
  }

  private func change() throws {
    try place.write(
      Workplace.badges.replacing("sunrise", with: "rocket"), to: "badge-specs/acme/badges.yaml")
  }

  @Test func `a folder called like a commit stands in for none`() throws {
    try change()
    for (path, text) in Workplace.acme {
      try place.write(text, to: path.replacing("badge-specs", with: "origin/main"))
    }
    try git("add", "-A")
    try git("commit", "-q", "-m", "two")
    let answer = try place.blazon("diff", "origin/main", "HEAD")
    #expect(answer.status == 70)
    #expect(
      answer.error
        == "error: “origin/main” is a commit and a path; write “refs/remotes/origin/main” for the "
        + "commit, “./origin/main” for the path\n")
    #expect(try place.blazon("diff", "refs/remotes/origin/main", "HEAD").status == 1)
    for commit in ["refs/remotes/origin/main", "origin/main:badge-specs"] {
      #expect(try place.blazon("diff", "./origin/main", commit).status == 0)
    }
    // Where the whole name is a path too, the commit's id is given.
    try place.write("x", to: "refs/remotes/origin/main")
    let again = try place.blazon("diff", "refs/remotes/origin/main", "HEAD")
    let id = try run("git", ["rev-parse", "origin/main"], in: place.folder).text.dropLast()
    #expect(again.error.contains("write “\(id)” for the commit"), "\(again.error)")
  }

  @Test func `attributes and filters of a commit hide and change nothing`() throws {
    try change()
    try place.write(
      "blazon: 1\nbadges:\n  evil: {family: plain, title: Evil, emblem: ship}\n",
      to: "badge-specs/acme/evil.yaml")
    try place.write(
      "evil.yaml export-ignore\nbadges.yaml export-subst ident filter=evil\n", to: ".gitattributes")
    try git("add", "-A")
    try git("commit", "-q", "-m", "two")
    try git("config", "filter.evil.smudge", "touch \(place.url("ran").path)")
    let answer = try place.blazon("diff", "HEAD~1", "HEAD")
    #expect(answer.status == 1)
    #expect(answer.text.hasPrefix("2 of 3 pictures changed."), "\(answer.text)\(answer.error)")
    #expect(try place.blazon("diff", "HEAD", "./badge-specs").status == 0)
    #expect(!place.exists("ran"))
  }

  @Test func `replaced objects, and what the environment says of git, do not count`() throws {
    try change()
    try git("commit", "-q", "-a", "-m", "two")
    try git("replace", "HEAD~1", "HEAD")
    let variables = ["GIT_DIR": "/nonexistent", "GIT_PAGER": "false", "GIT_TRACE": "1"]
    let answer = try run(
      blazon, ["diff", "HEAD~1", "HEAD"], in: place.folder, environment: variables)
    #expect(answer.status == 1 && answer.error.isEmpty, "\(answer.error)")
  }

  @Test func `messages name the commit, and nothing is laid out on disk`() throws {
    try place.write("blazon: 1\nbadges: {x: {titel: X}}\n", to: "badge-specs/acme/x.yaml")
    try git("add", "-A")
    try git("commit", "-q", "-m", "two")
    let scratch = try Workplace([:])
    let answer = try run(
      blazon, ["diff", "HEAD~1", "main:badge-specs/acme"], in: place.folder,
      environment: ["TMPDIR": scratch.folder.path])
    #expect(answer.status == 1)
    #expect(
      answer.error.hasPrefix(
        "main:badge-specs/acme/x.yaml:2:10: error: the badge “x” needs “title”"),
      "\(answer.error)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path) == [])
  }

  @Test func `a programme at the top of a repository, and pictures of a commit, are compared`()
    throws
  {
    let top = try Workplace(
      Dictionary(
        uniqueKeysWithValues: Workplace.acme.map {
          ($0.key.replacing("badge-specs/acme/", with: ""), $0.value)
        }
      ))
    try top.write(Workplace.mark, to: "art/mark.svg")
    try top.write(
      Workplace.badges.replacing("sunrise", with: "art/mark.svg"), to: "badges.yaml")
    #expect(try top.blazon("render", ".", "--size", "64", "--format", "png").status == 0)
    for words in [["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "one"]] {
      let who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
      #expect(try run("git", who + words, in: top.folder).status == 0)
    }
    let specs = try top.blazon("diff", "HEAD:.", ".")
    #expect(
      specs.status == 0 && specs.text == "No picture changed (2 compared).\n", "\(specs.error)")
    let pictures = try top.blazon("diff", "HEAD:output", "./output")
    #expect(
      pictures.status == 0 && pictures.text.hasPrefix("No picture changed ("), "\(pictures)")
    let one = "output/acme/badges/first@64.png"
    #expect(try top.blazon("diff", "HEAD:\(one)", "output/acme/badges/second@64.png").status == 1)
    #expect(try top.blazon("diff", "HEAD:\(one)", one).status == 0)
  }

  @Test func `all that a run draws can be compared, its largest pictures too`() throws {
    func draw(_ folder: String, _ emblem: String) throws {
      #expect(try place.blazon("render", "-o", folder).status == 0)
      let big = ["--size", "2100", "-o", "\(folder)/big.png"]
      let answer = try run(blazon, ["draw", "gold shield, \(emblem)"] + big, in: place.folder)
      #expect(answer.status == 0, "\(answer.error)")
    }
    try draw("old", "rocket")
    try change()
    try draw("output", "ship")
    let answer = try place.blazon("diff", "old", "output")
    #expect(answer.status == 1, "\(answer.error)")
    for name in ["acme/badges/first@64.png", "acme/contact-sheet.png", "big.png"] {
      #expect(answer.text.contains("`\(name)` | changed |"), "\(answer.text)")
    }
    #expect(!answer.text.contains("second"))
  }

  @Test func `outside a repository paths are compared`() throws {
    let other = try Workplace()
    let answer = try other.blazon("diff", "badge-specs", "badge-specs")
    #expect(answer.status == 0, "\(answer.error)")
    let none = try other.blazon("diff", "main", "badge-specs")
    #expect(none.status == 70 && none.error == "error: no file, folder or commit “main”\n")
  }
}
