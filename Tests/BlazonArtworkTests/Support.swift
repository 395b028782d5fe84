import BlazonPaint
import BlazonSource
import Foundation
import TestSupport
import Testing

@testable import BlazonArtwork
@testable import BlazonScene

/// `inner` in an SVG of 32 by 32 units.
func svg(_ inner: String, viewBox: String = "0 0 32 32", attributes: String = "") -> String {
  "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
    + "viewBox=\"\(viewBox)\" \(attributes)>\(inner)</svg>"
}

func artwork(_ text: String) throws(ArtworkError) -> Artwork { try Artwork(Array(text.utf8)) }

/// Why `text` is refused; records an issue if it is not.
func refusal(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) -> ArtworkError? {
  do throws(ArtworkError) {
    _ = try artwork(text)
    Issue.record("was accepted: \(text.prefix(200))", sourceLocation: sourceLocation)
    return nil
  } catch {
    #expect(!error.message.isEmpty && !error.help.isEmpty, sourceLocation: sourceLocation)
    return error
  }
}

/// What is told of `text` that is drawn all the same.
func warnings(_ text: String) throws -> [String] {
  let source = SourceText(name: "logo.svg", bytes: Array(text.utf8))
  return try artwork(text).warnings(in: source).map { warning in
    #expect(warning.severity == .warning && warning.place != nil && warning.help != nil)
    return warning.message
  }
}

extension Artwork {
  func paint(width: Int) throws -> PNGFile {
    let scene = Scene(size: size, nodes: nodes, title: "", description: "")
    let raster = try RasterPainter(width: width, of: scene).paint(scene)
    return try #require(PNGFile(PNGEncoder().encode(raster)))
  }
}

/// A PNG file of ours.
func pngFile(width: Int, height: Int, _ pixel: (Int, Int) -> [UInt8]) -> [UInt8] {
  var pixels: [UInt8] = []
  for y in 0..<height { for x in 0..<width { pixels += pixel(x, y) } }
  return PNGEncoder().encode(Raster(width: width, height: height, pixels: pixels))
}
