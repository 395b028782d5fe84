import Foundation
import TestSupport
import Testing

/// The scripts of the action, on pull requests of a repository of their own.
@Suite struct ActionTests {
  private let place: Workplace
  private let base: String

  init() throws {
    place = try Workplace()
    try ActionTests.git(place, "init", "-q", "-b", "main")
    try ActionTests.git(place, "add", "badge-specs")
    try ActionTests.git(place, "commit", "-q", "-m", "one")
    base = try run("git", ["rev-parse", "HEAD"], in: place.folder).text
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private static func git(_ place: Workplace, _ words: String...) throws {
    let who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    let answer = try run("git", who + words, in: place.folder)
    try #require(answer.status == 0, "\(answer.error)")
  }

  private func commit() throws {
    try ActionTests.git(place, "add", "-A")
    try ActionTests.git(place, "commit", "-q", "-m", "two")
  }

  /// What a step said, and what it left for the run.
  private struct Step {
    let status: Int32
    let log: String
    let summary: String
    let outputs: String
  }

  /// Runs a script as the action does, in `folder` or the checkout.
  private func step(
    _ name: String, _ environment: [String: String] = [:], in folder: URL? = nil
  ) throws -> Step {
    let room = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: room) }
    func file(_ name: String) -> String { room.appending(path: name).path }
    for name in ["summary", "output", "path"] { try Data().write(to: room.appending(path: name)) }
    let tools = URL(filePath: blazon).deletingLastPathComponent().path
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    // As the program that is installed, whatever its file is called here.
    let programs = room.appending(path: "bin")
    try FileManager.default.createDirectory(at: programs, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: programs.appending(path: "blazon"), withDestinationURL: URL(filePath: blazon))
    let usual = [
      "GITHUB_STEP_SUMMARY": file("summary"), "GITHUB_OUTPUT": file("output"),
      "GITHUB_PATH": file("path"), "RUNNER_TEMP": room.path, "SPECS": "badge-specs",
      "OUTPUT": "output", "PATH": "\(programs.path):\(tools):\(path)",
      "PICTURES": place.url("pictures").path, "BASE": base,
    ]
    let script = project.appending(path: "Packaging/action/\(name)").path
    let answer = try run(
      script, [], in: folder ?? place.folder,
      environment: usual.merging(environment) { _, given in given })
    func text(_ name: String) throws -> String {
      try String(contentsOf: room.appending(path: name), encoding: .utf8)
    }
    return Step(
      status: answer.status, log: answer.text + answer.error, summary: try text("summary"),
      outputs: try text("output") + text("path"))
  }

  @Test func `a good change is drawn, and shown before, between and after`() throws {
    try place.write(
      Workplace.badges.replacing("sunrise", with: "rocket"), to: "badge-specs/acme/badges.yaml")
    try commit()
    #expect(try step("install").outputs.hasPrefix("version="))
    let check = try step("check")
    #expect(check.status == 0 && check.log.hasPrefix("2 badges checked, nothing wrong"))
    #expect(check.summary.isEmpty, "\(check.summary)")
    let render = try step("render", ["ARGUMENTS": "--size\n64"])
    #expect(render.status == 0 && render.outputs.hasPrefix("files="), "\(render.log)")
    #expect(place.exists("output/acme/badges/first@64.png"))
    #expect(try step("pages", ["SITE": place.url("site").path]).status == 0)
    let (all, site) = (Set(try place.files().keys), Set(try place.files("site").keys))
    #expect(all.subtracting(site) == ["manifest.json"] && site.count > 4, "\(site)")
    try FileManager.default.removeItem(at: place.url("site"))
    let diff = try step("diff")
    #expect(diff.status == 0 && diff.outputs == "changed=1\n", "\(diff)")
    #expect(diff.summary.contains("1 of 2 pictures changed."), "\(diff.summary)")
    #expect(diff.summary.contains("| `acme/badges/first` | changed |"), "\(diff.summary)")
    #expect(place.exists("pictures/acme/badges/first.png"))
    #expect(!place.exists("pictures/acme/badges/second.png"))
    // Nothing of the action's own is left in the checkout.
    let left = try run("git", ["status", "--porcelain"], in: place.folder).text
    #expect(left == "?? output/\n?? pictures/\n", "\(left)")
  }

  @Test func `a broken change is annotated where it is broken, and nothing is drawn`() throws {
    try place.write(
      Workplace.badges.replacing("sunrise", with: "sunris"), to: "badge-specs/acme/badges.yaml")
    try commit()
    let check = try step("check")
    #expect(check.status == 1)
    #expect(
      check.log.hasPrefix(
        "::error file=badge-specs/acme/badges.yaml,line=6,col=13::unknown emblem “sunris”"),
      "\(check.log)")
    #expect(check.summary.hasPrefix("### Badges: 1 error\n"), "\(check.summary)")
    #expect(try step("render").status == 1)
    #expect(!place.exists("output"))
  }

  @Test func `a base that was broken, or is away, is told, and the change is not blamed`() throws {
    let elsewhere = try step("diff", ["BASE": String(repeating: "0", count: 40)])
    #expect(elsewhere.status == 0 && elsewhere.log.contains("::warning::the commit 000"))
    try place.write("blazon: 1\nbadges: 7\n", to: "badge-specs/acme/badges.yaml")
    try commit()
    let broken = try run("git", ["rev-parse", "HEAD"], in: place.folder).text.dropLast()
    try place.write(Workplace.badges, to: "badge-specs/acme/badges.yaml")
    try commit()
    let diff = try step("diff", ["BASE": String(broken)])
    #expect(diff.status == 0 && diff.log.contains("::warning::the badges of"), "\(diff)")
    #expect(try step("diff", ["BASE": "main; touch pwned"]).status == 1)
    #expect(!place.exists("pwned"))
  }

  @Test func `the base is fetched where a checkout is shallow`() throws {
    try place.write(
      Workplace.badges.replacing("sunrise", with: "rocket"), to: "badge-specs/acme/badges.yaml")
    try commit()
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let shallow = folder.appending(path: "checkout")
    let clone = try run(
      "git", ["clone", "-q", "--depth=1", "file://\(place.folder.path)", shallow.path])
    try #require(clone.status == 0, "\(clone.error)")
    let diff = try step("diff", in: shallow)
    #expect(diff.outputs == "changed=1\n", "\(diff)")
  }

  @Test func `a hostile change runs nothing, hides nothing and speaks for nobody`() throws {
    let evil = "x\n::error file=README.md::not ours\n::set-output name=changed::0"
    try place.write(
      """
      blazon: 1
      badges:
        first:
          family: plain
          title: "$(touch pwned) `touch pwned`"
          emblem: rocket
          alt: "A badge | ![x](https://example.org/x.svg) ::error::x"
        second:
          family: plain
          title: Second Wind
          emblem: ship
      """, to: "badge-specs/acme/badges.yaml")
    try place.write(evil, to: "badge-specs/acme/$(touch pwned).md")
    try place.write("badges.yaml export-ignore\n*.yaml -diff\n", to: ".gitattributes")
    // A folder that is called as the commit that it is compared with.
    for (path, text) in Workplace.acme { try place.write(text, to: "\(base):\(path)") }
    try commit()
    let check = try step("check")
    #expect(check.status == 0, "\(check.log)")
    let hidden = try step("diff")
    #expect(hidden.status == 1 && hidden.log.contains("::error::the pictures cannot be compared"))
    try FileManager.default.removeItem(at: place.url("\(base):badge-specs"))
    let diff = try step("diff")
    #expect(diff.outputs == "changed=1\n", "\(diff)")
    for text in [check.log, check.summary, diff.summary, diff.log] {
      #expect(!text.contains("![x]") && !text.contains("\n::error::x"), "\(text)")
      #expect(!text.contains("\n::error file=README") && !text.contains("set-output"), "\(text)")
    }
    #expect(!place.exists("pwned") && !place.exists("badge-specs/acme/pwned"))
  }

  @Test func `what a message quotes begins no command of its own`() throws {
    try place.write(
      "blazon: 1\nbadges:\n  first: {family: plain, title: A, emblem: \"a\\n::error::b%0A::warning::c\"}\n",
      to: "badge-specs/acme/badges.yaml")
    let check = try step("check")
    #expect(check.status == 1)
    for line in check.log.split(separator: "\n") {
      #expect(line.hasPrefix("::error file=badge-specs/acme/badges.yaml,line=3,"), "\(line)")
    }
  }

  @Test func `a comment is written once and then renewed, or it is told that it may not be`() throws
  {
    try place.write(
      Workplace.badges.replacing("sunrise", with: "rocket"), to: "badge-specs/acme/badges.yaml")
    #expect(try step("diff").outputs == "changed=1\n")
    func comment(_ answers: String...) throws -> (step: Step, requests: [Substring]) {
      let folder = try temporaryFolder()
      defer { try? FileManager.default.removeItem(at: folder) }
      let server = Process()
      server.executableURL = URL(filePath: "/usr/bin/env")
      server.arguments =
        [
          "python3", project.appending(path: "Tests/ToolTests/Fixtures/github.py").path,
          folder.path,
        ]
        + answers
      try server.run()
      defer { server.terminate() }
      let port = folder.appending(path: "port")
      while !FileManager.default.fileExists(atPath: port.path), server.isRunning { usleep(10_000) }
      let step = try step(
        "comment",
        [
          "NUMBER": "7", "TOKEN": "t", "GITHUB_REPOSITORY": "acme/badges",
          "ARTEFACT": "https://example.org/1",
          "GITHUB_API_URL": "http://127.0.0.1:\(try String(contentsOf: port, encoding: .utf8))",
        ])
      let requests = try String(
        contentsOf: folder.appending(path: "requests"), encoding: .utf8
      ).split(separator: "\n")
      return (step, requests)
    }
    let first = try comment("200 []", "201 {}")
    #expect(first.step.status == 0 && first.step.log.isEmpty, "\(first.step)")
    #expect(first.requests.last?.hasPrefix("POST /repos/acme/badges/issues/7/comments ") == true)
    #expect(first.requests.last?.contains("1 of 2 pictures changed.") == true)
    #expect(first.requests.last?.contains("![](") == false)
    let body = "<!-- blazon: pictures -->\\nold"
    let again = try comment(
      "200 [{\"id\": 5, \"body\": \"\(body)\", \"user\": {\"type\": \"User\"}},"
        + " {\"id\": 9, \"body\": \"\(body)\", \"user\": {\"type\": \"Bot\"}}]", "200 {}")
    #expect(again.requests.last?.hasPrefix("PATCH /repos/acme/badges/issues/comments/9 ") == true)
    for answers in [["403 {}"], ["200 []", "403 {}"]] {
      let refused =
        answers.count == 1 ? try comment(answers[0]) : try comment(answers[0], answers[1])
      #expect(refused.step.status == 0 && refused.step.log.contains("::notice::"))
    }
    #expect(try step("comment", ["NUMBER": "7; touch pwned"]).status == 0)
    #expect(!place.exists("pwned"))
  }
}
