import Foundation
import TestSupport
import Testing

@testable import BlazonPaint
@testable import BlazonScene

/// The raster painter and the SVG painter, seen by a renderer that is not ours, agree.
@Suite(.serialized)
struct ParityTests {
  private func raster(_ scene: Scene) throws -> PNGFile {
    try #require(PNGFile(PNGEncoder().encode(RasterPainter(width: 256, of: scene).paint(scene))))
  }

  private func vector(_ scene: Scene) throws -> PNGFile {
    let svg = Data(SVGPainter().paint(scene))
    let answer = try run("rsvg-convert", ["-w", "256", "-h", "256"], input: svg)
    #expect(answer.status == 0 && answer.error.isEmpty, "\(answer.error)")
    return try #require(PNGFile(Array(answer.output)))
  }

  @Test("Both painters draw the same", arguments: Samples.all.map(\.name))
  func agree(name: String) throws {
    let nodes = try #require(Samples.all.first { $0.name == name }).nodes
    let scene = Samples.scene(nodes)
    let (ours, theirs) = (try raster(scene), try vector(scene))
    let parity = try #require(Parity(ours, theirs))
    #expect(parity.mean <= 0.6 && parity.outliers <= 0.1, "\(parity)")
    #expect(ours.pixels.contains { $0 != 0 }, "something is drawn")
  }

  @Test("The comparison can see: one shape less, or moved a little, fails it")
  func sharpEyes() throws {
    let ground = Samples.filled(Samples.circle, Samples.linear)
    let small = Samples.filled(Path(circle: Point(300, 300), radius: 14), .black)
    let moved = Samples.filled(
      Samples.circle.transformed(by: .translation(5, 0)), Samples.linear)
    let whole = try raster(Samples.scene([ground, small]))
    for other in [[ground], [moved, small]] {
      let parity = try #require(try Parity(whole, vector(Samples.scene(other))))
      #expect(parity.mean > 0.6 || parity.outliers > 0.1, "\(parity)")
    }
    #expect(Parity(whole, try raster(scene(ground, side: 100))).map(\.outliers) != 0)
  }

  @Test("Both see what a shadow's blur, offset and alpha are")
  func sharpEyesForShadows() throws {
    func one(dx: Double = 14, blur: Double = 10, alpha: Double = 0.7) -> Scene {
      let star = [Samples.filled(Samples.star, .color(Samples.teal))]
      return Samples.scene([Samples.shadowed(star, dx: dx, blur: blur, alpha: alpha)])
    }
    let base = try raster(one())
    for other in [one(dx: 24), one(blur: 16), one(alpha: 0.5)] {
      let parity = try #require(try Parity(base, vector(other)))
      #expect(parity.mean > 0.6 || parity.outliers > 0.1, "\(parity)")
    }
  }
}
