import BlazonDesign
import BlazonLayout
import BlazonPaint
import BlazonScene
import BlazonSource
import BlazonSpec
import BlazonText
import Foundation
import TestSupport
import Testing

/// Our PNG and our SVG show the same picture, by the word of another renderer.
@Suite struct ParityTests {
  @Test(arguments: RealProgramme.badges)
  func `a badge's PNG is what rsvg-convert makes of its SVG`(_ badge: String) throws {
    let ours = try #require(png(try RealProgramme.file("\(badge).png")))
    let theirs = try rsvg(RealProgramme.file("\(badge).svg"), width: 512)
    let parity = try #require(Parity(ours, theirs))
    #expect(parity.isFine, "\(badge): \(parity)")
  }

  @Test(arguments: RealProgramme.badges, [64, 32])
  func `a small badge's PNG is what rsvg-convert makes of its SVG`(
    _ badge: String, _ width: Int
  ) throws {
    let scene = try scene(of: badge, width: width)
    let parity = try #require(
      Parity(try painted(scene, width: width), try rsvg(scene, width: width)))
    #expect(parity.mean <= 1 && parity.outliers <= 1, "\(badge): \(parity)")
  }

  @Test(arguments: ["meshery/badges/certified-meshery-contributor", "meshery/badges/github-czar"])
  func `the comparison is not blind: it misses any group that one side leaves out`(
    _ badge: String
  ) throws {
    let scene = try scene(of: badge, width: .max)
    let ours = try painted(scene, width: 512)
    #expect(try #require(Parity(ours, try rsvg(scene, width: 512))).isFine)
    var count = 0
    for (index, node) in scene.nodes.enumerated() {
      guard case .group = node else { continue }
      count += 1
      var nodes = scene.nodes
      nodes.remove(at: index)
      let torn = Scene(
        size: scene.size, nodes: nodes, title: scene.title, description: scene.description)
      let parity = try #require(Parity(ours, try rsvg(torn, width: 512)))
      #expect(!parity.isFine, "group \(index): \(parity)")
    }
    #expect(count >= 3)
  }

  // MARK: Pictures

  private func scene(of name: String, width: Int) throws -> Scene {
    let parts = name.split(separator: "/").map(String.init)
    let programme = try #require(RealProgramme.programmes.first { $0.id == parts[0] })
    let badge = try #require(programme.badges.first { $0.id.value == parts[2] })
    let design = Design(badge, of: programme, width: width)
    var composer = Composer(fonts: try FontLibrary())
    var report = Report()
    let scene = composer.compose(design, report: &report)
    #expect(!report.hasErrors)
    return scene
  }
}

extension Parity {
  /// Two renderers' edges differ by this much at 512 pixels, and pictures by more.
  fileprivate var isFine: Bool { mean <= 0.6 && outliers <= 0.1 }
}
