import BlazonScene
import BlazonSource
import Foundation
import TestSupport
import Testing

@testable import BlazonShelf

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

  private func finish(
    _ shelf: Shelf, _ volume: Volume, _ tidying: Volume.Tidying = .init(replaced: ["acme"])
  ) throws -> Volume.Account {
    try shelf.finish(volume, tidying)
  }

  @Test func `what is written is listed with its key, and known to the next run`() throws {
    let folder = try TemporaryFolder()
    let shelf = try Shelf(folder.path)
    let root = try shelf.open(.root)
    #expect(root.staleness(of: "key of one") == .unknown)
    try shelf.prepare(.badges(of: "acme"))
    try root.write(artifact("one", "a"))
    #expect(try finish(shelf, root).orphans == [])
    let next = try Shelf(folder.path)
    let second = try next.open(.root)
    #expect(second.staleness(of: "key of one") == nil)
    try second.write(artifact("two", "b"))
    #expect(try finish(next, second).orphans == ["acme/badges/a.svg"])
    let gone = Withdrawal("badges/a", from: "acme")
    let last = try Shelf(folder.path)
    let third = try last.open(.root)
    third.keep("key of two")
    let account = try finish(last, third, .init(replaced: ["acme"], withdrawn: [gone]))
    #expect(account.orphans == [] && account.removed == 1)
    #expect((account.files, account.drawn, account.bytes) == (1, 0, 3))
    #expect(try folder.names("acme/badges") == ["b.svg"])
  }

  @Test
  func
    `a file that is gone, shorter or behind a link is stale; one of other bytes only when they are read`()
    throws
  {
    let folder = try TemporaryFolder()
    let path = "acme/badges/a.svg"
    let shelf = try Shelf(folder.path)
    let root = try shelf.open(.root)
    try shelf.prepare(.badges(of: "acme"))
    try root.write(artifact("one", "a"))
    _ = try finish(shelf, root)
    func staleness(verifying: Bool = false) throws -> Volume.Reason? {
      try Shelf(folder.path, verifying: verifying).open(.root).staleness(of: "key of one")
    }
    #expect(try staleness(verifying: true) == nil)
    try folder.write("eno", path)
    #expect(try staleness() == nil && staleness(verifying: true) == .changed(path))
    try folder.write("on", path)
    #expect(try staleness() == .changed(path))
    try FileManager.default.removeItem(atPath: "\(folder.path)/\(path)")
    #expect(try staleness() == .missing(path))
    try folder.write("one", "acme/badges/b.svg")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/\(path)", withDestinationPath: "b.svg")
    #expect(try staleness() == .missing(path))
  }

  @Test func `a run that ends early leaves no list that calls a new file by an old key`() throws {
    let folder = try TemporaryFolder()
    let shelf = try Shelf(folder.path)
    let root = try shelf.open(.root)
    try shelf.prepare(.badges(of: "acme"))
    try root.write(artifact("one", "a"))
    try root.write(artifact("two", "b"))
    _ = try finish(shelf, root)
    let broken = try Shelf(folder.path).open(.root)
    broken.keep("key of two")
    try broken.write(artifact("six", "a"))
    let next = try Shelf(folder.path).open(.root)
    #expect(next.staleness(of: "key of one") == .unknown)
    #expect(next.staleness(of: "key of two") == nil)
  }

  @Test func `a run that stops lists what it wrote, and what it did not as it stands`() throws {
    let folder = try TemporaryFolder()
    let shelf = try Shelf(folder.path)
    let root = try shelf.open(.root)
    try shelf.prepare(.badges(of: "acme"))
    for name in ["a", "b", "c"] { try root.write(artifact("one", name)) }
    _ = try finish(shelf, root)
    let stopping = try Shelf(folder.path)
    let broken = try stopping.open(.root)
    try broken.write(artifact("other", "a"))
    try broken.write(artifact("new", "d"))
    stopping.leave([broken])
    let listed = try Manifest(Array(folder.text("manifest.json").utf8), at: "manifest.json").files
    #expect(listed.map(\.path) == ["a", "b", "c", "d"].map { "acme/badges/\($0).svg" })
    for entry in listed {
      let path = "\(folder.path)/\(entry.path)"
      #expect(try entry.sha256 == fileDigest(path, limit: 100), "\(entry.path)")
    }
    // All is asked again, as no more than a part of what has a key may be made; the next run knows that one has stopped.
    let next = try Shelf(folder.path).open(.root)
    #expect(next.isInterrupted)
    #expect(next.staleness(of: "key of other") == .unknown)
    #expect(next.staleness(of: "key of one") == .unknown)
    // Of two files of one key one is gone, and the run stops when it has made the other anew.
    let two = try TemporaryFolder()
    func file(_ text: String, _ name: String, _ key: String) -> Artifact {
      Artifact(
        Array(text.utf8), at: Address.badges(of: "acme").file(.badge(name, .light, .svg)),
        badge: name, alt: "", key: key)
    }
    let whole = try Shelf(two.path)
    let all = try whole.open(.root)
    try whole.prepare(.badges(of: "acme"))
    try all.write(file("one", "a", "k"))
    try all.write(file("two", "b", "k"))
    try all.write(file("three", "c", "l"))
    _ = try finish(whole, all)
    try FileManager.default.removeItem(atPath: "\(two.path)/acme/badges/b.svg")
    let half = try Shelf(two.path)
    let made = try half.open(.root)
    try made.write(file("four", "c", "m"))
    try made.write(file("one", "a", "k"))
    half.leave([made])
    #expect(try Shelf(two.path).open(.root).staleness(of: "k") != nil)
    // Where nothing was written nothing is said.
    let text = try folder.text("manifest.json")
    let idle = try Shelf(folder.path)
    idle.leave([try idle.open(.root)])
    #expect(try folder.text("manifest.json") == text)
  }

  @Test(arguments: [
    ("{\"name\": \"somebody's\"}", "is not a manifest of ours"),
    ("[1, 2]", "is not a manifest of ours"),
    ("{\"blazon\": 9, \"files\": []}", "was written by a later release"),
  ])
  func `a list of people that is somebody else's or of a later release is left alone`(
    _ text: String, _ message: String
  ) throws {
    let folder = try TemporaryFolder()
    let id = Volume.ID.people("ben", of: "acme")
    try folder.write(text, id.address.path)
    let error = #expect(throws: WorldError.self) { try Shelf(folder.path).open(id) }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
    #expect(try folder.text(id.address.path) == text)
  }

  @Test func `people are listed in shares, each by itself`() throws {
    let folder = try TemporaryFolder()
    let id = Volume.ID.people("ben", of: "acme")
    func file(_ text: String) -> Artifact {
      Artifact(
        Array(text.utf8), at: .award(of: "first", to: "ben", in: "acme").file(.readme),
        badge: "first", recipient: "ben", alt: "", key: "key of \(text)")
    }
    let shelf = try Shelf(folder.path)
    let volume = try shelf.open(id)
    let address = file("one").address
    try shelf.prepare(.award(of: "first", to: "ben", in: "acme"))
    try volume.write(file("one"))
    #expect(try shelf.close(volume, .init()).files == 1)
    // Nobody has finished: what is closed is known all the same, once it is on the disk.
    #expect(try Shelf(folder.path).interrupted == [id])
    try shelf.settle()
    #expect(try Shelf(folder.path).interrupted.isEmpty)
    #expect(try folder.names("") == ["acme"])
    #expect(try Shelf(folder.path).volumes(of: "acme") == [id])
    _ = try finish(shelf, shelf.open(.root))
    let list = try #require(try folder.names("acme/manifest").first)
    #expect(
      try folder.text("manifest.json").contains(
        "{\"path\":\"acme/manifest/\(list)\",\"programme\":\"acme\","))
    let again = try Shelf(folder.path)
    let same = try again.open(id)
    #expect(same.lists(address) && same.staleness(of: "key of one") == nil)
    same.keep("key of one")
    let before =
      try FileManager.default.attributesOfItem(
        atPath: "\(folder.path)/acme/manifest/\(list)")[.modificationDate] as? Date
    _ = try again.close(same, .init())
    let after =
      try FileManager.default.attributesOfItem(
        atPath: "\(folder.path)/acme/manifest/\(list)")[.modificationDate] as? Date
    #expect(before == after, "the same list is not written again")
    // A damaged list costs drawing, and is told.
    try folder.write("{", "acme/manifest/\(list)")
    let damaged = try Shelf(folder.path)
    #expect(try damaged.open(id).staleness(of: "key of one") == .unknown)
    #expect(damaged.damages.diagnostics.count == 1)
    // Nobody is left: the list goes, too.
    let empty = try Shelf(folder.path)
    let last = try empty.open(id)
    try FileManager.default.removeItem(atPath: "\(folder.path)/\(address.path)")
    _ = try empty.close(last, .init(replaced: ["acme"]))
    try empty.settle()
    #expect(try folder.names("acme/manifest") == [])
  }

  @Test func `who is forgotten goes, whatever became of the run that began it`() throws {
    let folder = try TemporaryFolder()
    let id = Volume.ID.people("ben", of: "acme")
    let address = Address.award(of: "first", to: "ben", in: "acme")
    let shelf = try Shelf(folder.path)
    let volume = try shelf.open(id)
    try shelf.prepare(address)
    for name in [FileName.readme, .page] {
      try volume.write(
        Artifact(
          Array("ben".utf8), at: address.file(name), badge: "first", recipient: "ben", alt: "",
          key: "k"))
    }
    // The run ends here: no list has the files.
    let other = try Shelf(folder.path)
    #expect(other.interrupted == [id])
    #expect(try other.forget("ben", of: "acme") == 2)
    #expect(try folder.names("acme") == ["manifest"])
    #expect(try folder.names("acme/manifest").isEmpty)
    #expect(try Shelf(folder.path).forget("ben", of: "acme") == 0)
  }

  @Test func `shares of people are many, and nearly even`() {
    var sizes: [Volume.ID: Int] = [:]
    for number in 0..<10_000 { sizes[.people("person-\(number)", of: "acme"), default: 0] += 1 }
    #expect(sizes.count == 256)
    #expect((sizes.values.max() ?? 0) < 80 && (sizes.values.min() ?? 0) > 10)
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
      _ = try finish(shelf, shelf.open(.root), .init())
      return report.diagnostics.map(\.message)
    }
    #expect(try run([font]) == [])
    let manifest = try folder.text("output/manifest.json")
    // The SHA-256 of “one”.
    #expect(manifest.contains("7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed"))
    #expect(manifest.contains("\"name\":\"Some-Bold.ttf\""))
    #expect(try run([]) == [], "what a run does not draw from it keeps")
    try folder.write("two", "Some-Bold.ttf")
    let told = try run([font])
    #expect(told.count == 1 && told[0].contains("“Some-Bold.ttf” is another"))
    #expect(try run([font]) == [])
  }

  @Test func `a file over its budget is told with its number, and what stood there stays`() throws {
    let folder = try TemporaryFolder()
    let shelf = try Shelf(folder.path)
    let root = try shelf.open(.root)
    try shelf.prepare(.badges(of: "acme"))
    try root.write(artifact("small", "a"))
    try root.write(artifact("much too large", "a", limit: 5))
    let account = try finish(shelf, root)
    let refused = try #require(account.refused.diagnostics.first)
    #expect(refused.rule == "budget" && refused.place != nil)
    #expect(refused.measure == Measure(14, "bytes", limit: 5))
    #expect(try folder.text("acme/badges/a.svg") == "small")
    // It is to be made again, however the limit is mended.
    #expect(try Shelf(folder.path).open(.root).staleness(of: "key of small") == .unknown)
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
    #expect(try Shelf(folder.path).open(.root).staleness(of: "y") == .unknown)
  }

  @Test func `a link in the way is refused`() throws {
    let folder = try TemporaryFolder()
    let shelf = try Shelf("\(folder.path)/output")
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/output", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/output/acme", withDestinationPath: folder.path)
    #expect(throws: WorldError.self) { try shelf.prepare(.badges(of: "acme")) }
    #expect(try folder.names("") == ["output"])
  }
}
