import BlazonPaint
import BlazonScene
import Foundation
import TestSupport
import Testing

/// `scene` as our PNG shows it, `width` pixels wide.
func painted(_ scene: Scene, width: Int) throws -> PNGFile {
  let raster = try RasterPainter(width: width, of: scene).paint(scene)
  return try #require(png(Data(PNGEncoder().encode(raster))))
}

/// `scene` in pixels, `scale` to a unit.
func painted(_ scene: Scene, scale: Double) throws -> PNGFile {
  let raster = try RasterPainter(scale: scale).paint(scene)
  return PNGFile(width: raster.width, height: raster.height, pixels: raster.pixels)
}

/// `scene` as `rsvg-convert` reads our SVG of it.
func rsvg(_ scene: Scene, width: Int) throws -> PNGFile {
  try rsvg(Data(SVGPainter().paint(scene)), width: width)
}

func rsvg(_ svg: Data, width: Int) throws -> PNGFile {
  let answer = try run("rsvg-convert", ["-w", "\(width)"], input: svg)
  #expect(answer.status == 0, "\(answer.error)")
  return try #require(png(answer.output))
}

/// The page of a PDF file as Poppler draws it, on Cairo: its own painter, of `pdftoppm`, moves letters to whole pixels.
func poppler(_ file: URL, width: Int, height: Int) throws -> PNGFile {
  let answer = try run(
    "pdftocairo",
    [
      "-png", "-singlefile", "-scale-to-x", "\(width)", "-scale-to-y", "\(height)", file.path, "-",
    ])
  #expect(answer.status == 0 && answer.error.isEmpty, "\(answer.error)")
  return try #require(png(answer.output))
}

/// What a reader copied, on one line, without the marks of direction that some add.
func plain(_ text: String) -> String {
  var out = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: continue
    default:
      let isSpace = scalar.properties.isWhitespace
      if isSpace, out.last == " " { continue }
      out.append(isSpace ? " " : scalar)
    }
  }
  return String(out)
}

/// Whether `words` stand in what a reader copied, character by character: equal meaning is not enough.
func holds(_ text: String, _ words: String) -> Bool {
  Array(plain(text).unicodeScalars).firstRange(of: Array(words.unicodeScalars)) != nil
}
