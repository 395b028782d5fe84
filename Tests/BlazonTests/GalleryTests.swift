import BlazonDesign
import BlazonIntake
import BlazonLayout
import BlazonPaint
import BlazonScene
import BlazonSource
import BlazonSpec
import BlazonText
import Foundation
import TestSupport
import Testing

/// Twelve badges of very different words in every preset that knows all of them, in every state.
///
/// `blazon render Tests/BlazonTests/Fixtures/gallery` draws them to be looked at.
@Suite struct GalleryTests {
  static let presets = ["diamond", "patch", "rosette", "seal", "shield"]
  private static let widths = [Int.max, 96, 64, 32, 24]

  @Test(arguments: presets)
  func `every badge can be drawn in every state at every size`(_ preset: String) throws {
    let programme = try programme(preset)
    #expect(programme.badges.count == 20)
    var composer = Composer(fonts: try FontLibrary())
    for badge in programme.badges.prefix(13) {
      for state in Words.State.allCases {
        for width in Self.widths {
          var report = Report()
          let drawn = try #require(badge.personal(state: state))
          let design = Design(drawn, of: programme, width: width)
          _ = composer.compose(design, report: &report)
          #expect(
            report.diagnostics.isEmpty,
            "\(preset) \(badge.id.value) \(state) \(width): \(report.diagnostics)")
        }
      }
    }
  }

  @Test(arguments: presets + ["hexagon", "pennant"])
  func `every state of a badge is another picture, at every size`(_ preset: String) throws {
    let programme = try programme(Self.presets.contains(preset) ? preset : "\(preset)-states")
    let badge = try #require(programme.badges.first { $0.id.value == "mesh-operator" })
    var composer = Composer(fonts: try FontLibrary())
    for width in Self.widths {
      var pictures: [[Node]: Words.State] = [:]
      for state in Words.State.allCases {
        #expect(badge.draws(state), "\(preset) draws \(state)")
        var report = Report()
        let drawn = try #require(badge.personal(state: state))
        let design = Design(drawn, of: programme, width: width)
        let scene = composer.compose(design, report: &report)
        #expect(report.diagnostics.isEmpty, "\(preset) \(state) \(width): \(report.diagnostics)")
        let twin = pictures.updateValue(state, forKey: scene.nodes)
        #expect(
          twin == nil, "\(preset) at \(width): \(state) looks like \(twin.map(\.rawValue) ?? "")")
      }
    }
  }

  @Test(arguments: presets)
  func `an SVG keeps its budget`(_ preset: String) throws {
    let budget = preset == "seal" ? 60_000 : 40_000
    let programme = try programme(preset)
    for badge in programme.badges.prefix(13) {
      for state in Words.State.allCases {
        let svg = SVGPainter().paint(
          try scene(of: try #require(badge.personal(state: state)), programme))
        #expect(svg.count <= budget, "\(preset) \(badge.id.value) \(state): \(svg.count)")
      }
    }
  }

  @Test(arguments: presets)
  func `a PNG is what rsvg-convert makes of the SVG`(_ preset: String) throws {
    let programme = try programme(preset)
    for badge in programme.badges.share {
      let scene = try scene(of: badge, programme)
      let raster = try RasterPainter(width: 512, of: scene).paint(scene)
      let ours = try #require(png(Data(PNGEncoder().encode(raster))))
      let answer = try run(
        "rsvg-convert", ["-w", "512"], input: Data(SVGPainter().paint(scene)))
      #expect(answer.status == 0, "\(answer.error)")
      let theirs = try #require(png(answer.output))
      let parity = try #require(Parity(ours, theirs))
      #expect(parity.mean <= 1, "\(preset) \(badge.id.value): \(parity)")
    }
  }

  // MARK: Scenes

  private func programme(_ name: String) throws -> Programme {
    var report = Report()
    let folder = project.appending(path: "Tests/BlazonTests/Fixtures/gallery/\(name)").path
    let loaded = try SpecFolder.load([folder], report: &report)
    #expect(!report.hasErrors, "\(report.diagnostics)")
    var programme = try #require(loaded.first { $0.programme.id == name }).programme
    for badge in programme.badges {
      for state in Words.State.allCases {
        #expect(programme.prepare(badge.id.value, in: state).diagnostics.isEmpty)
      }
    }
    return programme
  }

  private func scene(of badge: Badge, _ programme: Programme) throws -> Scene {
    var composer = Composer(fonts: try FontLibrary())
    var report = Report()
    let design = Design(badge, of: programme, width: .max)
    let scene = composer.compose(design, report: &report)
    #expect(!report.hasErrors, "\(badge.id.value): \(report.diagnostics)")
    return scene
  }
}
