import BlazonDesign
import BlazonLedger
import BlazonSource
import BlazonSpec
import Foundation
import TestSupport
import Testing

/// The files that every award of the sample has.
@Suite struct AwardFileTests {
  /// What every award has, one that holds, and one with a certificate.
  private static let always: Set = [
    "readme.svg", "snippets.md", "index.html",
  ]
  /// Whose badge is another than everybody's: with their name on it, or in another state.
  private static let badge: Set = ["badge.svg", "badge.png"]
  private static let cards: Set = ["card.jpg", "card.dark.jpg"]
  private static let certificate: Set = [
    "certificate.pdf", "certificate.letter.pdf", "certificate.png", "certificate.svg",
  ]

  @Test func `there are awards of both programmes, some with certificates`() {
    #expect(RealProgramme.awards.count == 44)
    #expect(RealProgramme.certificates.count == 12)
    #expect(RealProgramme.awards.contains { $0.hasPrefix("exoscale/") })
    #expect(RealProgramme.pages.count == 2 * 44 + 2 * 12)
  }

  @Test(arguments: RealProgramme.awards)
  func `an award has exactly the promised files, and the manifest lists them`(
    _ folder: String
  ) throws {
    let award = try RealProgramme.award(folder)
    var names = AwardFileTests.always.union(AwardFileTests.cards)
    if RealProgramme.certificates.contains(folder) { names.formUnion(AwardFileTests.certificate) }
    let design = award.badge
    let isOwn = design.hasPlaceForName || award.grant.award.state != nil
    if isOwn { names.formUnion(AwardFileTests.badge) }
    let url = RealProgramme.run.output.appending(path: folder)
    #expect(Set(try FileManager.default.contentsOfDirectory(atPath: url.path)) == names)
    let entries = RealProgramme.awardEntries.filter { $0.path.hasPrefix("\(folder)/") }
    #expect(Set(entries.map(\.path)) == Set(names.map { "\(folder)/\($0)" }))
    for entry in entries {
      #expect(entry.badge == award.badge.id.value, "\(entry.path)")
      #expect(entry.recipient == award.grant.award.handle.value, "\(entry.path)")
      let name = entry.path.dropFirst(folder.count + 1)
      let isText = name == "snippets.md" || name == "index.html"
      #expect(entry.alt.isEmpty == isText, "\(entry.path): \(entry.alt)")
      let hasSize = !isText && !name.hasSuffix(".pdf") && name != "readme.svg"
      #expect((entry.width != nil) == hasSize, "\(entry.path)")
      #expect((entry.width != nil) == (entry.height != nil), "\(entry.path)")
    }
  }

  @Test func `nobody has files without an award`() throws {
    let folders = Set(
      try allFiles(below: RealProgramme.run.output).filter { $0.contains("/people/") }
        .map { $0.split(separator: "/").dropLast().joined(separator: "/") })
    let people = RealProgramme.awards.map {
      $0.split(separator: "/").dropLast().joined(separator: "/")
    }
    let lists = ["meshery/people", "exoscale/people"]
    #expect(folders.subtracting(people + lists + former) == Set(RealProgramme.awards))
  }

  /// Folders of names that badges had: a page leads on from each.
  private var former: [String] {
    RealProgramme.designs.flatMap { folder, award in
      let person = folder.split(separator: "/").dropLast().joined(separator: "/")
      return award.badge.words.aliases.map { "\(person)/\($0.value)" }
    }
  }

  private func allFiles(below folder: URL) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { path in
      var isFolder: ObjCBool = false
      let full = folder.appending(path: path).path
      return FileManager.default.fileExists(atPath: full, isDirectory: &isFolder)
        && !isFolder.boolValue
    }
  }

  // MARK: Cards

  /// What Pillow says of a JPEG file, and its pixels.
  private struct JPEG: Decodable {
    var format: String
    var mode: String
    var width: Int
    var height: Int
    var isProgressive: Bool
    /// How often each channel is sampled, across and down.
    var sampling: [[Int]]
    var png: String
  }

  /// Reads all cards at once: starting Python is what takes time.
  private func decode(_ paths: [String], into scratch: URL) throws -> [JPEG] {
    let script = """
      import json, sys
      from PIL import Image
      out = []
      for i, path in enumerate(json.load(sys.stdin)):
        with Image.open(path) as image:
          image.load()
          png = f"{sys.argv[1]}/{i}.png"
          image.save(png, compress_level=1)
          out.append({
            "format": image.format, "mode": image.mode, "width": image.width, "height": image.height,
            "isProgressive": bool(image.info.get("progressive")),
            "sampling": [[h, v] for _, h, v, _ in image.layer], "png": png})
      print(json.dumps(out))
      """
    let answer = try python(script, [scratch.path], input: JSONEncoder().encode(paths))
    try #require(answer.status == 0, "\(answer.error)")
    return try JSONDecoder().decode([JPEG].self, from: answer.output)
  }

  @Test
  func
    `cards are baseline JPEG of 1200 by 630 with full colour, at most 300 kB, and show their scene`()
    throws
  {
    let names = RealProgramme.awards.flatMap { ["\($0)/card", "\($0)/card.dark"] }
    try #require(names.count == 88)
    let scratch = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: scratch) }
    let files = names.map { RealProgramme.run.output.appending(path: "\($0).jpg") }
    for (name, jpeg) in zip(names, try decode(files.map(\.path), into: scratch)) {
      #expect(jpeg.format == "JPEG" && jpeg.mode == "RGB", "\(name)")
      #expect(jpeg.width == 1200 && jpeg.height == 630, "\(name)")
      #expect(!jpeg.isProgressive, "\(name)")
      #expect(jpeg.sampling == [[1, 1], [1, 1], [1, 1]], "\(name): 4:4:4")
      let bytes = try RealProgramme.file("\(name).jpg").count
      #expect((10_000...300_000).contains(bytes), "\(name): \(bytes)")
      let read = try #require(png(Data(contentsOf: URL(filePath: jpeg.png))))
      let parity = try #require(Parity(painted(RealProgramme.page(name), scale: 1), read))
      #expect(parity.mean <= 1.6 && parity.outliers <= 0.1, "\(name): \(parity)")
    }
  }
}
