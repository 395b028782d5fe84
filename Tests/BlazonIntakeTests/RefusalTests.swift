import BlazonScene
import BlazonSource
import Foundation
import TestSupport
import Testing

@testable import BlazonIntake

/// Files that are not lent, and what is told then.
@Suite struct RefusalTests {
  @Test func `everything wrong is told at once, whatever cannot be read`() throws {
    let place = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: place) }
    let specs = place.appending(path: "specs").path
    for (path, text) in Sample.files {
      let file = place.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    try Data("token: s3cr3t".utf8).write(to: place.appending(path: "secret"))
    let acme = "\(specs)/acme"
    for name in ["zz.yaml", "awards/e.csv", "art/evil.svg"] {
      try FileManager.default.createSymbolicLink(
        atPath: "\(acme)/\(name)", withDestinationPath: place.appending(path: "secret").path)
    }
    let more = """
      blazon: 1
      badges:
        third: {family: plain, title: Third, emblem: art/evil.svg}
        fourth: {family: plain, title: Fourth, titel: X}
      """
    try Data(more.utf8).write(to: URL(filePath: "\(acme)/more.yaml"))
    let reading = Reading(.disk, [specs])
    #expect(
      reading.findings == [
        "\(acme)/more.yaml:3:48: “\(acme)/art/evil.svg” is a link that leads out of “\(acme)”",
        "\(acme)/more.yaml:4:42: unknown key “titel” in a badge",
        "\(acme)/programme.yaml:5:9: “\(acme)/awards/e.csv” is a link that leads out of “\(acme)”",
        "\(acme)/zz.yaml:1:1: “\(acme)/zz.yaml” is a link that leads out of “\(acme)”",
      ])
    #expect(reading.failure == nil)
    #expect(!reading.report.sorted.contains { "\($0)".contains("s3cr3t") })
  }

  @Test func `drawings of a run are bounded together, and each is read once`() {
    var drawings = Drawings()
    let mark = Array(Sample.mark.utf8)
    #expect((try? drawings.drawing(mark, digest: "a", ink: .black)) != nil)
    #expect((try? drawings.drawing(mark, digest: "a", ink: .white)) != nil)
    // Known by its digest, and not read again.
    #expect((try? drawings.drawing([], digest: "a", ink: .black)) != nil)
    #expect(throws: Drawings.Problem.self) { try drawings.drawing([], digest: "b", ink: .black) }
  }

  @Test func `a stored link is followed as far as its folder reaches`() {
    let texts = ["acme/mine": "mine", "acme/awards/2026.csv": "2026", "secret": "secret"]
    let links = [
      "acme/awards/latest.csv": "2026.csv", "acme/out": "../secret", "acme/in": "awards",
      "acme/absolute": "/secret", "acme/circle": "circle", "acme/devious": "in/../../secret",
    ]
    let files = StoredFiles(
      texts.mapValues { .bytes(Array($0.utf8)) }
        .merging(links.mapValues { .link(.bytes(Array($0.utf8))) }) { $1 }, label: "HEAD:")
    func text(_ name: String, below root: String = "acme") -> String {
      do {
        guard case .file(let path, let entry) = try files.find(name, below: root) else {
          return "folder"
        }
        return "\(path): " + String(decoding: try files.bytes(of: entry, limit: 10), as: UTF8.self)
      } catch {
        return "\(error)"
      }
    }
    #expect(text("in/latest.csv") == "awards/2026.csv: 2026")
    for name in ["out", "absolute", "devious"] { #expect(text(name) == "leadsOut", "\(name)") }
    #expect(text("circle") == "missing")
    #expect(text("../secret") == "leadsOut")
    #expect(text("acme/out", below: "") == "secret: secret")
    #expect(text("none") == "missing")
  }
}
