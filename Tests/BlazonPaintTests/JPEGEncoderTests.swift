import Foundation
import TestSupport
import Testing

@testable import BlazonPaint
@testable import BlazonScene

/// JPEG files, by the word of Pillow.
@Suite struct JPEGEncoderTests {
  private struct Read: Decodable {
    var width: Int
    var height: Int
    var pixels: [UInt8]
  }

  /// Straight red, green, blue, rows from the top.
  private func read(_ jpegs: [[UInt8]]) throws -> [Read] {
    let script = """
      import base64, io, json, sys
      from PIL import Image
      out = []
      for data in json.load(sys.stdin):
        with Image.open(io.BytesIO(base64.b64decode(data))) as image:
          assert image.format == "JPEG" and image.mode == "RGB", (image.format, image.mode)
          out.append({"width": image.width, "height": image.height, "pixels": list(image.tobytes())})
      print(json.dumps(out))
      """
    let data = jpegs.map { Data($0).base64EncodedString() }
    let answer = try python(script, input: JSONEncoder().encode(data))
    try #require(answer.status == 0, "\(answer.error)")
    return try JSONDecoder().decode([Read].self, from: answer.output)
  }

  private func raster(_ nodes: [Node], scale: Double = 0.25) throws -> Raster {
    try RasterPainter(scale: scale).paint(Samples.scene(nodes))
  }

  private func mean(_ a: [UInt8], _ b: [UInt8]) -> Double {
    Double(zip(a, b).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) }) / Double(a.count)
  }

  @Test func `a page becomes the file that its pixels become, with the first quality that suits`()
    throws
  {
    let ground = Samples.filled(Path(rect: Rect(x: 0, y: 0, width: 512, height: 512)), .white)
    for nodes in [[ground, Samples.text], [Samples.filled(Samples.circle, Samples.linear)]] {
      let scene = Samples.scene(nodes)
      let raster = try RasterPainter(scale: 0.5).paint(scene)
      let painter = RasterPainter(scale: 0.5, parts: PaintCache())
      // The codes are others, the pixels the same.
      let plain = try read([95, 40].map { try JPEGEncoder(quality: $0).encode(raster) })
      let card = try painter.jpeg(scene, qualities: [95, 40], limit: .max).bytes
      let least = try painter.jpeg(scene, qualities: [95, 40], limit: card.count - 1)
      let read = try read([card, least.bytes])
      #expect(read[0].pixels == plain[0].pixels && read[1].pixels == plain[1].pixels)
      #expect(raster.isOpaque == (nodes.count == 2))
      #expect(try painter.jpeg(scene, qualities: [95, 40], limit: card.count).bytes == card)
      #expect(try painter.jpeg(scene, qualities: [95, 40], limit: 1).bytes == least.bytes)
      #expect(least.width == 256 && least.height == 256)
    }
  }

  /// Noise has every symbol that a JPEG can have, in pictures that no table was made for.
  @Test func `a card may show anything`() throws {
    var random = SeededGenerator(seed: 3)
    let noise = Raster(
      width: 64, height: 64,
      pixels: (0..<64 * 64).flatMap { _ in
        (0..<3).map { _ in [0, 255].randomElement(using: &random) ?? 0 } + [255]
      })
    let scene = Scene(
      size: Size(width: 64, height: 64),
      nodes: [.image(Picture(noise, in: Rect(x: 0, y: 0, width: 64, height: 64)))], title: "",
      description: "")
    for quality in [100, 88, 5] {
      let card = try RasterPainter(scale: 1, parts: PaintCache()).jpeg(
        scene, qualities: [quality], limit: .max
      ).bytes
      let plain = try JPEGEncoder(quality: quality).encode(noise)
      let read = try read([card, plain])
      #expect(read[0].pixels == read[1].pixels)
    }
  }

  @Test func `a picture comes back nearly as it was, and whatever is not opaque lies on white`()
    throws
  {
    let raster = try raster([Samples.filled(Samples.circle, .color(Samples.teal.withAlpha(0.5)))])
    var expected: [UInt8] = []
    for i in stride(from: 0, to: raster.pixels.count, by: 4) {
      let alpha = Int(raster.pixels[i + 3])
      for c in 0..<3 {
        expected.append(
          UInt8((Int(raster.pixels[i + c]) * alpha + 255 * (255 - alpha) + 127) / 255))
      }
    }
    let jpeg = try #require(try read([JPEGEncoder(quality: 95).encode(raster)]).first)
    #expect(jpeg.width == 128 && jpeg.height == 128)
    #expect(jpeg.pixels.count == expected.count)
    #expect(mean(jpeg.pixels, expected) <= 1.5)
    #expect(expected.contains(255) && expected.min() ?? 255 < 160)
  }

  @Test func `full colour is kept at edges of one pixel`() throws {
    // Stripes of two hues with nearly one lightness: halved colour would mix them.
    let pixels = (0..<32 * 32).flatMap { index -> [UInt8] in
      (index % 32).isMultiple(of: 2) ? [255, 60, 60, 255] : [60, 120, 255, 255]
    }
    let jpeg = try #require(
      try read([JPEGEncoder(quality: 95).encode(Raster(width: 32, height: 32, pixels: pixels))])
        .first)
    let (red, blue) = (jpeg.pixels[0..<3].map(Int.init), jpeg.pixels[3..<6].map(Int.init))
    #expect(red[0] - blue[0] > 150 && blue[2] - red[2] > 150, "\(red) \(blue)")
  }

  @Test func `every size is written, down to one pixel`() throws {
    let sizes = [(1, 1), (1, 9), (17, 3), (8, 8), (33, 65)]
    let jpegs = try sizes.map { width, height in
      let pixels = [UInt8](repeating: 255, count: width * height * 4)
      return try JPEGEncoder().encode(Raster(width: width, height: height, pixels: pixels))
    }
    for (jpeg, size) in zip(try read(jpegs), sizes) {
      #expect((jpeg.width, jpeg.height) == size)
      #expect(jpeg.pixels.allSatisfy { $0 == 255 })
    }
  }

  @Test func `less quality is fewer bytes, and the same picture the same bytes`() throws {
    let raster = try raster([Samples.filled(Samples.star, Samples.radial)])
    let sizes = try [95, 88, 76, 58, 40].map { try JPEGEncoder(quality: $0).encode(raster).count }
    #expect(sizes == sizes.sorted(by: >) && Set(sizes).count == sizes.count)
    #expect(try JPEGEncoder().encode(raster) == JPEGEncoder().encode(raster))
  }
}
