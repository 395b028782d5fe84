import Files
import Foundation
import TestSupport
import Testing

/// What a folder that is opened once lends, and what it keeps to itself.
@Suite struct BoundedFolderTests {
  private let place: URL
  private let folder: BoundedFolder

  init() throws {
    place = try temporaryFolder()
    let manager = FileManager.default
    try manager.createDirectory(
      at: place.appending(path: "acme/awards"), withIntermediateDirectories: true)
    try Data("secret".utf8).write(to: place.appending(path: "secret"))
    try Data("mine".utf8).write(to: place.appending(path: "acme/mine"))
    try Data("2026".utf8).write(to: place.appending(path: "acme/awards/2026.csv"))
    for (name, target) in [
      ("out", "../secret"), ("absolute", place.path + "/secret"),
      ("self", place.path + "/acme/mine"),
      ("round", "awards/../mine"), ("circle", "circle"), ("nowhere", "none"),
      ("folder-out", ".."), ("folder-in", "awards"), ("devious", "folder-in/../../secret"),
      ("awards/latest.csv", "2026.csv"), ("awards/up", "../mine"),
      ("environ", "/proc/self/environ"),
    ] {
      try manager.createSymbolicLink(
        atPath: place.appending(path: "acme/\(name)").path, withDestinationPath: target)
    }
    #expect(try run("mkfifo", [place.appending(path: "acme/pipe").path]).status == 0)
    folder = try BoundedFolder(place.appending(path: "acme").path)
  }

  /// The text of a file, or the refusal.
  private func text(_ name: String, limit: Int = 100) -> String {
    do throws(Refusal) {
      let file = try folder.read(name, limit: limit)
      return "\(file.path): \(String(decoding: file.bytes, as: UTF8.self))"
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: [
    ("mine", "mine: mine"), ("./mine", "mine: mine"), ("awards/../mine", "mine: mine"),
    ("awards/2026.csv", "awards/2026.csv: 2026"),
    ("awards/latest.csv", "awards/2026.csv: 2026"),
    ("folder-in/latest.csv", "awards/2026.csv: 2026"),
    ("round", "mine: mine"), ("awards/up", "mine: mine"),
  ])
  func `files below are lent, through links that stay below`(_ name: String, _ expected: String) {
    #expect(text(name) == expected)
  }

  @Test(arguments: [
    ("out", "leadsOut"), ("absolute", "leadsOut"), ("self", "leadsOut"), ("devious", "leadsOut"),
    ("folder-out/secret", "leadsOut"), ("../secret", "leadsOut"), ("environ", "leadsOut"),
    ("circle", "missing"), ("nowhere", "missing"), ("none", "missing"), ("mine/x", "missing"),
    ("awards", "notPlain"), ("pipe", "notPlain"), (".", "notPlain"), ("..", "leadsOut"),
  ])
  func `nothing else is lent`(_ name: String, _ expected: String) {
    #expect(text(name) == expected)
  }

  @Test func `a file is refused beyond its limit`() {
    #expect(text("mine", limit: 4) == "mine: mine")
    #expect(text("mine", limit: 3) == "tooLarge(limit: 3)")
  }

  @Test func `a folder inside bounds what it lends itself`() throws {
    let inner = try folder.folder("awards")
    #expect(try inner.read("latest.csv", limit: 10).path == "2026.csv")
    #expect(inner.kind(of: "up") == .link)
    #expect(folder.kind(of: "awards/up") == .file)
    #expect(throws: Refusal.leadsOut) { try folder.folder("folder-out") }
    #expect(try folder.list("awards") == ["2026.csv", "latest.csv", "up"])
  }

  @Test func `a folder stays the same, whatever is put in its place`() throws {
    let manager = FileManager.default
    try manager.moveItem(at: place.appending(path: "acme"), to: place.appending(path: "moved"))
    try manager.createSymbolicLink(
      atPath: place.appending(path: "acme").path, withDestinationPath: ".")
    #expect(text("mine") == "mine: mine")
    #expect(text("secret") == "missing")
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/environ")))
  func `files that the system makes up are refused`() throws {
    #expect(throws: FileError.self) { try Files.read("/proc/self/environ", limit: 1 << 20) }
    let proc = try BoundedFolder("/proc/self")
    #expect(throws: Refusal.notPlain) { try proc.read("environ", limit: 1 << 20) }
  }

  @Test func `what a command line names may be a link, but a plain file`() throws {
    #expect(
      try Files.read(place.appending(path: "acme/out").path, limit: 10) == Array("secret".utf8))
    for name in ["pipe", "awards"] {
      #expect(throws: FileError.self) {
        try Files.read(place.appending(path: "acme/\(name)").path, limit: 10)
      }
    }
  }
}
