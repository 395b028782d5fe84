import BlazonScene
import BlazonShelf
import BlazonSource
import Foundation
import TestSupport
import Testing

/// The output folder: whole or not at all.
@Suite struct ShelfTests {
  private func artifact(_ text: String, _ name: String, limit: Int? = nil) -> Artifact {
    let source = SourceText(name: "programme.yaml", bytes: [])
    let first = Position(line: 1, column: 1)
    return Artifact(
      Array(text.utf8), at: Address.badges(of: "acme").file(.badge(name, .light, .svg)),
      badge: name, alt: name, key: "key of \(text)",
      limit: limit.map { Located($0, Place(source, start: first, end: first)) })
  }

  @Test func `what is written is listed with its key, and known to the next run`() throws {
    let folder = try TemporaryFolder()
    let shelf = try Shelf(folder.path)
    #expect(shelf.earlier == nil)
    try shelf.prepare(.badges(of: "acme"))
    try shelf.write(artifact("one", "a"))
    #expect(try shelf.writeManifest(replacing: ["acme"], withdrawing: []) == [])
    let next = try Shelf(folder.path)
    #expect(next.earlier?.keys == ["key of one"])
    try next.write(artifact("two", "b"))
    #expect(try next.writeManifest(replacing: ["acme"], withdrawing: []) == ["acme/badges/a.svg"])
    let gone = Withdrawal("badges/a", from: "acme")
    let last = try Shelf(folder.path)
    try last.write(artifact("two", "b"))
    #expect(try last.writeManifest(replacing: ["acme"], withdrawing: [gone]) == [])
    #expect(try folder.names("acme/badges") == ["b.svg"])
  }

  @Test func `installed fonts are listed with their digests, and one that changed is told`() throws
  {
    let folder = try TemporaryFolder()
    let font = folder.path + "/Some-Bold.ttf"
    try folder.write("one", "Some-Bold.ttf")
    func run(_ fonts: [String]) throws -> [String] {
      let shelf = try Shelf(folder.path + "/output")
      var report = Report()
      try shelf.note(fonts: fonts, report: &report)
      _ = try shelf.writeManifest(replacing: [], withdrawing: [])
      return report.diagnostics.map(\.message)
    }
    #expect(try run([font]) == [])
    let manifest = try folder.text("output/manifest.json")
    // The SHA-256 of “one”.
    #expect(manifest.contains("7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed"))
    #expect(manifest.contains("\"name\" : \"Some-Bold.ttf\""))
    #expect(try run([]) == [], "what a run does not draw from it keeps")
    try folder.write("two", "Some-Bold.ttf")
    let told = try run([font])
    #expect(told.count == 1 && told[0].contains("“Some-Bold.ttf” is another"))
    #expect(try run([font]) == [])
  }

  @Test func `a file over its budget is told with its number, and what stood there stays`() throws {
    let folder = try TemporaryFolder()
    let shelf = try Shelf(folder.path)
    try shelf.prepare(.badges(of: "acme"))
    try shelf.write(artifact("small", "a"))
    try shelf.write(artifact("much too large", "a", limit: 5))
    let refused = try #require(shelf.refused.diagnostics.first)
    #expect(refused.rule == "budget" && refused.place != nil)
    #expect(refused.measure == Measure(14, "bytes", limit: 5))
    #expect(try folder.text("acme/badges/a.svg") == "small")
  }

  @Test(arguments: [
    ("mine", "is not a manifest of ours"), ("", "is not a manifest of ours"),
    ("[]", "is not a manifest of ours"), ("{\"files\": []}", "is not a manifest of ours"),
    ("{\"blazon\": 0, \"files\": []}", "is not a manifest of ours"),
    ("{\"blazon\": 1}", "is not a manifest of ours"),
    ("{\"blazon\": 99, \"files\": []}", "was written by a later release"),
  ])
  func `a manifest that is foreign or newer is refused before anything is written`(
    _ text: String, _ message: String
  ) throws {
    let folder = try TemporaryFolder()
    try folder.write(text, "manifest.json")
    let error = #expect(throws: WorldError.self) { _ = try Shelf(folder.path) }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
    #expect(try folder.names("") == ["manifest.json"])
    #expect(try folder.text("manifest.json") == text)
  }

  @Test func `a manifest of the first version is read, and its sources are no keys`() throws {
    let folder = try TemporaryFolder()
    let entry =
      "{\"path\": \"acme/badges/a.svg\", \"sha256\": \"x\", \"bytes\": 1, \"alt\": \"\", \"source\": \"y\"}"
    try folder.write("{\"blazon\": 1, \"files\": [\(entry)]}", "manifest.json")
    #expect(try Shelf(folder.path).earlier?.keys == [])
  }

  @Test func `a link in the way is refused`() throws {
    let folder = try TemporaryFolder()
    let shelf = try Shelf("\(folder.path)/output")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/output/acme", withDestinationPath: folder.path)
    #expect(throws: WorldError.self) { try shelf.prepare(.badges(of: "acme")) }
    #expect(try folder.names("") == ["output"])
  }
}
