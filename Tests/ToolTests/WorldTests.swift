import Foundation
import TestSupport
import Testing

/// What happens when the disk refuses, and when somebody would lead the tool astray.
@Suite struct WorldTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  /// That no temporary file was left below `path`.
  private func expectNoLeftovers(_ path: String = "output") throws {
    let names = try FileManager.default.subpathsOfDirectory(atPath: place.url(path).path)
    #expect(!names.contains { $0.hasSuffix(".tmp") })
  }

  @Test func `an output path that is a file is refused`() throws {
    try place.write("mine", to: "output")
    let answer = try place.blazon("render")
    #expect(answer.status == 70)
    #expect(answer.error == "error: “output” is not a folder\n")
    #expect(try Data(contentsOf: place.url("output")) == Data("mine".utf8))
  }

  @Test func `an output folder below a file is refused`() throws {
    try place.write("mine", to: "file")
    let answer = try place.blazon("render", "-o", "file/art")
    #expect(answer.status == 70)
    #expect(answer.error.hasPrefix("error: "))
    #expect(answer.error.contains("“file"))
    #expect(try Data(contentsOf: place.url("file")) == Data("mine".utf8))
  }

  @Test func `an output folder that cannot be made is refused`() throws {
    let answer = try place.blazon("render", "-o", "/proc/blazon/art")
    #expect(answer.status == 70)
    #expect(
      answer.error == "error: making the folder “/proc/blazon”: No such file or directory\n")
  }

  @Test func `a folder where a file should stand is named`() throws {
    try FileManager.default.createDirectory(
      at: place.url("output/acme/badges/second.svg"), withIntermediateDirectories: true)
    let answer = try place.blazon("render")
    #expect(answer.status == 70)
    #expect(
      answer.error
        == "error: “output/acme/badges/second.svg” is a folder, and files of ours are called so; move it away\n"
    )
    #expect(try place.files("output").isEmpty)
  }

  @Test(arguments: ["acme/badges/second", "verify", "acme/people"])
  func `a link in the place of a page's folder is known before anything is written`(
    _ path: String
  ) throws {
    try place.write(
      Workplace.programme("acme") + "\npublish: https://badges.example.org\n",
      to: "badge-specs/acme/programme.yaml")
    let link = place.url("output/\(path)")
    for folder in [place.url("outside"), link.deletingLastPathComponent()] {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    try FileManager.default.createSymbolicLink(
      at: link, withDestinationURL: place.url("outside"))
    let answer = try place.blazon("render")
    #expect(answer.status == 70)
    #expect(
      answer.error
        == "error: “output/\(path)” is a link; files are written only inside the output folder\n")
    #expect(try place.files("output").isEmpty)
    #expect(try place.files("outside").isEmpty)
  }

  @Test(
    .enabled(if: FullDisk.isPossible, "a tiny file system cannot be mounted here"))
  func `a full disk is told, and leaves neither partial nor temporary files`() throws {
    #expect(try place.blazon("render", "-o", "whole", "--size", "64,2048").status == 0)
    let whole = try place.files("whole")
    let disk = try FullDisk(at: place.url("disk"))
    defer { disk.unmount() }
    let answer = try place.blazon("render", "-o", "disk/output", "--size", "64,2048", "-j1")
    #expect(answer.status == 70)
    let pattern = /error: writing “disk\/output\/acme\/badges\/[^”]+”: No space left on device\n/
    #expect(answer.error.wholeMatch(of: pattern) != nil, "\(answer.error)")
    #expect(answer.text.isEmpty)
    try expectNoLeftovers("disk/output")
    let left = try place.files("disk/output").filter { !$0.key.hasSuffix(".journal") }
    #expect(!left.isEmpty)
    #expect(left["manifest.json"] == nil)
    for (path, bytes) in left { #expect(whole[path] == bytes, "\(path)") }
  }

  @Test(arguments: ["output/acme", "output/acme/badges"])
  func `a link in the place of a folder is refused, and nothing is written through it`(
    _ path: String
  ) throws {
    let outside = place.url("outside")
    let link = place.url(path)
    for folder in [outside, link.deletingLastPathComponent()] {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: outside)
    let answer = try place.blazon("render")
    #expect(answer.status == 70)
    #expect(
      answer.error
        == "error: “\(path)” is a link; files are written only inside the output folder\n")
    #expect(try place.files("outside").isEmpty)
  }

  @Test func `a link in the place of a file is replaced, and nothing is written through it`() throws
  {
    try place.write("precious", to: "outside.svg")
    let link = place.url("output/acme/badges/second.svg")
    try FileManager.default.createDirectory(
      at: link.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: link, withDestinationURL: place.url("outside.svg"))
    #expect(try place.blazon("render").status == 0)
    #expect(try Data(contentsOf: place.url("outside.svg")) == Data("precious".utf8))
    #expect(try place.files()["acme/badges/second.svg"]?.starts(with: Data("<svg".utf8)) == true)
  }

  @Test(arguments: [
    ("programme", "../evil"), ("programme", "/tmp/evil"), ("programme", ".."), ("id", "../../evil"),
    ("id", "/tmp/blazon-evil"), ("alias", "../../../evil"), ("alias", ".."),
  ])
  func `a hostile name never leaves the output folder`(_ what: String, _ name: String) throws {
    if what == "programme" {
      try place.write(Workplace.programme(name), to: "badge-specs/acme/programme.yaml")
    } else {
      let badge =
        what == "id"
        ? "\"\(name)\": {family: plain, title: Evil}"
        : "evil: {family: plain, title: Evil, aliases: [\"\(name)\"]}"
      try place.write("blazon: 1\nbadges:\n  \(badge)\n", to: "badge-specs/acme/evil.yaml")
    }
    let before = try allFiles(below: place.folder)
    let answer = try place.blazon("render", "-o", "deep/er/output")
    #expect(answer.status == 1)
    #expect(answer.error.contains("“\(name)” is not an id"))
    #expect(try allFiles(below: place.folder) == before)
    #expect(!FileManager.default.fileExists(atPath: "/tmp/blazon-evil.svg"))
  }

  @Test func `a manifest that points outside is not believed`() throws {
    try place.write("secret", to: "secret.txt")
    try place.write(
      """
      {"blazon": 1, "files": [{"path": "../secret.txt", "sha256": "", "bytes": 6, "width": 1, \
      "height": 1, "alt": "", "source": ""}]}
      """, to: "output/manifest.json")
    #expect(try place.blazon("render", "--only", "second").status == 0)
    let paths = try Manifest(place.url("output/manifest.json")).files.map(\.path)
    #expect(paths.count == 4)
    #expect(!paths.contains("../secret.txt"))
  }

  @Test func `a spec that is a pipe does not make the run wait`() throws {
    let pipe = place.url("badge-specs/acme/pipe.yaml").path
    #expect(try run("mkfifo", [pipe]).status == 0)
    let answer = try run("timeout", ["20", blazon, "render"], in: place.folder)
    #expect(answer.status == 1)
    let path = "badge-specs/acme/pipe.yaml"
    #expect(answer.error.hasPrefix("\(path):1:1: error: “\(path)” is not a plain file\n"))
  }
}

/// A file system with room for almost nothing.
struct FullDisk {
  private let folder: URL

  init(at folder: URL) throws {
    self.folder = folder
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let arguments = ["-t", "tmpfs", "-o", "size=64k", "tmpfs", folder.path]
    let answer = try run("mount", arguments)
    guard answer.status == 0 else { throw CocoaError(.fileWriteNoPermission) }
  }

  func unmount() { _ = try? run("umount", [folder.path]) }

  static let isPossible: Bool = {
    guard let scratch = try? temporaryFolder() else { return false }
    defer { try? FileManager.default.removeItem(at: scratch) }
    guard let disk = try? FullDisk(at: scratch) else { return false }
    disk.unmount()
    return true
  }()
}
