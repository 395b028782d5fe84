import Foundation
import TestSupport
import Testing

/// Links in specs: no run shows anything of a file that the programme's folder does not hold.
@Suite struct LinkTests {
  private static let secret = "s3cr3t-of-the-runner"
  private let place: Workplace

  /// A programme with a ledger and drawings, and a secret beside it.
  init() throws {
    place = try Workplace(Workplace.twoPeople)
    try place.write("token: \(LinkTests.secret)\n", to: "secret")
  }

  private func link(_ path: String, to target: String) throws {
    let url = place.url(path)
    let manager = FileManager.default
    try manager.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try? manager.removeItem(at: url)
    try manager.createSymbolicLink(atPath: url.path, withDestinationPath: target)
  }

  private func git(_ words: String...) throws {
    let who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    let answer = try run("git", who + words, in: place.folder)
    try #require(answer.status == 0, "\(answer.error)")
  }

  /// What all formats of messages, and the picture of a comparison, say of the specs as they stand.
  private func said() throws -> [Answer] {
    var all = try ["text", "json", "github"].map { try place.blazon("check", "--messages", $0) }
    all.append(try place.blazon("render"))
    all.append(try place.blazon("show", "spec", "--badge", "first"))
    all.append(try place.blazon("diff", "./badge-specs", "./badge-specs"))
    return all
  }

  @Test(arguments: [
    ("zz.yaml", "zz.yaml:1:1"), ("programme.yaml", "programme.yaml:1:1"),
    ("awards/e.csv", "programme.yaml:19:9"), ("awards", "programme.yaml:19:9"),
  ])
  func `a link that leads out of the programme's folder is refused`(
    _ name: String, _ label: String
  ) throws {
    let depth = name.contains("/") ? "../" : ""
    try link("badge-specs/acme/\(name)", to: name == "awards" ? "../.." : "\(depth)../../secret")
    if name == "programme.yaml" {
      try place.write(
        "blazon: 1\nprogramme: \(LinkTests.secret)\n", to: "secret")
    }
    for answer in try said() {
      #expect(answer.status == 1, "\(answer.error)")
      #expect(!(answer.error + answer.text).contains(LinkTests.secret), "\(answer.error)")
      #expect(answer.error.contains("is a link that leads out of “"), "\(answer.error)")
    }
    let text = try place.blazon("check").error
    #expect(
      text.contains("badge-specs/acme/\(label): error: “badge-specs/acme/\(name)”"), "\(text)")
    #expect(!place.exists("output"))
  }

  @Test(arguments: ["/proc/self/environ", "/proc/kmsg", "/etc/passwd", "/dev/zero", "/dev/stdin"])
  func `no file of the system is read`(_ target: String) throws {
    for name in ["badge-specs/acme/zz.yaml", "badge-specs/acme/awards/e.csv"] {
      try link(name, to: target)
    }
    let answer = try run("timeout", ["-s", "KILL", "20", blazon, "check"], in: place.folder)
    #expect(answer.status == 1)
    #expect(answer.error.hasSuffix("2 errors\n"), "\(answer.error)")
    #expect(!answer.error.contains("root:") && !answer.error.contains("PATH="))
  }

  @Test func `drawings through links are refused where they are named`() throws {
    let file = place.url("badge-specs/acme/badges.yaml")
    let badges = try String(contentsOf: file, encoding: .utf8)
    try place.write(
      badges.replacing("sunrise", with: "art/mark.svg"), to: "badge-specs/acme/badges.yaml")
    try place.write("<svg>\(LinkTests.secret)", to: "mark.svg")
    try link("badge-specs/acme/art/mark.svg", to: "../../../mark.svg")
    for answer in try said().dropLast(2) {
      #expect(answer.status == 1 && !answer.error.contains(LinkTests.secret), "\(answer.error)")
      #expect(answer.error.contains("badges.yaml"), "\(answer.error)")
    }
    // One that stays inside is followed.
    try place.write(Workplace.mark, to: "badge-specs/acme/marks/plain.svg")
    try link("badge-specs/acme/art/mark.svg", to: "../marks/plain.svg")
    let answer = try place.blazon("check")
    #expect(answer.status == 0, "\(answer.error)")
  }

  @Test func `a link inside the folder is its file, once, and stays a link`() throws {
    let ledger = try #require(Workplace.twoPeople["badge-specs/acme/awards/2026.csv"])
    try place.write(
      ledger.replacing("7YHB-16Q4-DGRG", with: ""), to: "badge-specs/acme/awards/2026.csv")
    try link("badge-specs/acme/awards/all.csv", to: "2026.csv")
    let answer = try place.blazon("check", "--fix")
    #expect(answer.status == 0, "\(answer.error)")
    #expect(answer.text.hasPrefix("badge-specs/acme/awards/2026.csv: ids written\n2 badges and 3"))
    let link = place.url("badge-specs/acme/awards/all.csv").path
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "2026.csv")
  }

  @Test func `what the command line names may stand anywhere, and be a link`() throws {
    try link("linked", to: "badge-specs/acme")
    #expect(try place.blazon("check", "linked").status == 0)
    try link("specs", to: "badge-specs")
    #expect(try place.blazon("check", "specs/").status == 0)
    try place.write(
      Workplace.ledgerHeader + "Ola Moe,ola,first,2026-06-01,,,\n", to: "elsewhere/more.csv")
    try link("more.csv", to: "elsewhere/more.csv")
    let answer = try place.blazon("check", "--awards", "more.csv", "--people", "ola")
    #expect(answer.status == 0, "\(answer.error)")
    try place.write(
      "blazon: 1\nbadges:\n  third: {family: plain, title: Third}\n", to: "elsewhere/third.yaml")
    try link("badge-specs/acme/third.yaml", to: "../../elsewhere/third.yaml")
    #expect(try place.blazon("check", "badge-specs/acme/third.yaml").status == 0)
    #expect(try place.blazon("check").status == 1)
  }

  @Test func `a programme's folder that is found through a link must not lead out`() throws {
    try place.write(Workplace.programme("beta"), to: "private/programme.yaml")
    try link("badge-specs/beta", to: "../private")
    let answer = try place.blazon("check")
    #expect(answer.status == 1)
    #expect(
      answer.error.hasPrefix(
        "badge-specs/beta:1:1: error: “badge-specs/beta” is a link that leads out of “badge-specs”\n"
      ),
      "\(answer.error)")
    #expect(try place.blazon("check", "badge-specs/beta", "badge-specs/acme").status == 0)
  }

  @Test func `links of a commit are refused alike, its submodules ignored`() throws {
    try link("badge-specs/acme/zz.yaml", to: "../../secret")
    try link("badge-specs/acme/awards/all.csv", to: "2026.csv")
    try git("init", "-q", "-b", "main")
    try git("add", "badge-specs", "secret")
    try git("commit", "-q", "-m", "one")
    let answer = try place.blazon("diff", "main", "HEAD")
    #expect(answer.status == 1)
    let path = "main:badge-specs/acme/zz.yaml"
    #expect(
      answer.error.contains(
        "\(path):1:1: error: “\(path)” is a link that leads out of “main:badge-specs/acme”\n"),
      "\(answer.error)")
    #expect(!answer.error.contains(LinkTests.secret) && !answer.error.contains("/tmp/"))
    try git("rm", "-q", "badge-specs/acme/zz.yaml")
    let head = try run("git", ["rev-parse", "HEAD"], in: place.folder).text.prefix { $0 != "\n" }
    try git("update-index", "--add", "--cacheinfo", "160000,\(head),badge-specs/module.yaml")
    try git("commit", "-q", "-m", "two")
    let clean = try place.blazon("diff", "HEAD", "./badge-specs")
    #expect(clean.status == 0, "\(clean.error)")
  }

  @Test func `the page of the preview shows nothing through a link`() throws {
    try link("badge-specs/acme/zz.yaml", to: "../../secret")
    let script = """
      import http.client, os, subprocess, sys
      os.chdir(sys.argv[2])
      server = subprocess.Popen([sys.argv[1], "preview"], stdout=subprocess.PIPE)
      port = int(server.stdout.readline().decode().rstrip("/\\n").rsplit(":", 1)[1])
      connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
      connection.request("GET", "/", headers={"Host": "127.0.0.1"})
      print(connection.getresponse().read().decode())
      server.terminate()
      server.wait(20)
      """
    let answer = try python(script, [blazon, place.folder.path])
    #expect(answer.text.contains("leads out of"), "\(answer.text)\(answer.error)")
    #expect(!answer.text.contains(LinkTests.secret))
  }
}
