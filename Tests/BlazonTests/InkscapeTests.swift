import Foundation
import TestSupport
import Testing

/// Our SVG in a reader of SVG 1.1: of SVG 2 it knows less than browsers and librsvg do.
@Suite(.serialized) struct InkscapeTests {
  /// A badge of each preset, and those that differ in a tier alone.
  static let badges = [
    "meshery/badges/docker-captain", "meshery/badges/certified-meshery-expert",
    "tidewater/badges/rescues.gold", "tidewater/badges/rescues.diamond",
    "tidewater/badges/coxswain", "tidewater/badges/ice-pilot", "tidewater/badges/salvage",
    "tidewater/badges/knots", "tidewater/badges/first-launch", "exoscale/badges/exoscale-csa-200",
  ]

  private static let drawn: URL? = {
    let folder = URL(filePath: blazon).deletingLastPathComponent().appending(path: "inkscape")
    try? FileManager.default.removeItem(at: folder)
    let specs = project.appending(path: "badge-specs").path
    let ids = badges.map { $0.split(separator: "/")[2].prefix { $0 != "." } }
    let answer = try? run(
      blazon,
      [
        "render", specs, "--surface", "badge", "--size", "512", "--only",
        Set(ids).sorted().joined(separator: ","), "-o", folder.path,
      ])
    return answer?.status == 0 ? folder : nil
  }()

  @Test(arguments: badges)
  func `a badge's PNG is what Inkscape makes of its SVG`(_ badge: String) throws {
    let folder = try #require(InkscapeTests.drawn)
    let ours = try #require(png(Data(contentsOf: folder.appending(path: "\(badge).png"))))
    let theirs = try inkscape(folder.appending(path: "\(badge).svg"), width: 512)
    let parity = try #require(Parity(ours, theirs))
    #expect(parity.mean <= 1 && parity.outliers <= 0.5, "\(badge): \(parity)")
  }

  @Test func `a certificate's PNG is what Inkscape makes of its SVG`() throws {
    let name = "meshery/people/maysoun-n/certified-meshery-contributor/certificate"
    let ours = try #require(png(RealProgramme.file("\(name).png")))
    let svg = RealProgramme.run.output.appending(path: "\(name).svg")
    let parity = try #require(Parity(ours, try inkscape(svg, width: ours.width)))
    #expect(parity.mean <= 1 && parity.outliers <= 0.5, "\(parity)")
  }

  /// `svg` as Inkscape draws it, with a home of its own that is taken away.
  private func inkscape(_ svg: URL, width: Int) throws -> PNGFile {
    let home = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: home) }
    let picture = home.appending(path: "picture.png")
    let answer = try run(
      "inkscape",
      [
        "--export-type=png", "--export-area-page", "-w", "\(width)",
        "--export-filename=\(picture.path)", svg.path,
      ], environment: ["HOME": home.path, "XDG_CONFIG_HOME": home.path])
    #expect(answer.status == 0, "\(answer.error)")
    return try #require(png(Data(contentsOf: picture)))
  }
}
