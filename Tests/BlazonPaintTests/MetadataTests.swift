import Foundation
import TestSupport
import Testing

@testable import BlazonPaint
@testable import BlazonScene

/// What a picture's file says of itself, by the word of other programs.
@Suite struct MetadataTests {
  /// Reads one file: what PNG, JPEG, SVG and PDF say, under the names of Dublin Core.
  private static let reader = """
    import io, json, sys, xml.etree.ElementTree as tree
    from PIL import Image
    import pikepdf
    rdf = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
    dc, xmp = "{http://purl.org/dc/elements/1.1/}", "{http://ns.adobe.com/xap/1.0/}"
    def described(document):
        found = {}
        for part in document.iter(rdf + "Description"):
            for key, value in part.attrib.items(): found[key] = value
            for child in part: found[child.tag] = "".join(child.itertext()).strip()
        names = dict(title=dc + "title", description=dc + "description", author=dc + "creator",
            license=dc + "rights", source=dc + "source", program=xmp + "CreatorTool")
        return {name: found.get(key) for name, key in names.items()}
    data = sys.stdin.buffer.read()
    if data.startswith(b"%PDF"):
        pdf = pikepdf.open(io.BytesIO(data))
        found = described(tree.fromstring(pdf.Root.Metadata.read_bytes()))
        assert str(pdf.docinfo["/Title"]) == found["title"], pdf.docinfo
        assert str(pdf.docinfo["/Author"]) == found["author"]
    elif data.startswith(b"<svg"):
        document = tree.fromstring(data)
        found = described(document)
        svg = "{http://www.w3.org/2000/svg}"
        found["title"] = document.find(svg + "title").text
        found["description"] = document.find(svg + "desc").text
    else:
        image = Image.open(io.BytesIO(data))
        image.load()
        if image.format == "PNG":
            keys = dict(title="Title", description="Description", author="Author", license="Copyright",
                source="Spec", program="Software")
            found = {name: image.text.get(key) for name, key in keys.items()}
            found["density"] = round(image.info["dpi"][0], 1)
        else:
            found = described(tree.fromstring(image.info["xmp"]))
    print(json.dumps(found))
    """

  private struct Found: Decodable, Equatable {
    var title, description, author, license, source, program: String?
    var density: Double?
  }

  private func read(_ file: [UInt8]) throws -> Found {
    let answer = try python(Self.reader, input: Data(file))
    try #require(answer.status == 0, "\(answer.error)")
    return try JSONDecoder().decode(Found.self, from: answer.output)
  }

  private func files(of scene: Scene) throws -> [(format: String, bytes: [UInt8])] {
    let png = PNGEncoder(of: scene, pixelsPerInch: 96)
    let raster = try RasterPainter(scale: 0.25).paint(scene)
    return [
      ("PNG", png.encode(raster)), ("PNG in 256 colours", png.encode(paletted: raster)),
      (
        "PNG of a page",
        try RasterPainter(scale: 0.25, parts: PaintCache()).png(scene, inches: 2).bytes
      ),
      ("JPEG", try RasterPainter(scale: 1).jpeg(scene, qualities: [80], limit: .max).bytes),
      ("SVG", SVGPainter().paint(scene)),
      (
        "PDF",
        try PDFPainter(pageWidth: 180, .init(keywords: ["a"], created: "2026-10-14")).paint(scene)
      ),
    ]
  }

  private func scene(_ text: String, license: String?) -> Scene {
    Scene(
      size: Size(width: 512, height: 512),
      nodes: [Samples.filled(Path(rect: Rect(x: 0, y: 0, width: 512, height: 512)), .white)],
      title: text, description: "\(text).", language: "fr",
      credits: Credits(author: text, license: license, specDigest: "0a1b"))
  }

  @Test(arguments: [
    "Acme", "Gruppe für Größe · مرحبا 🎉", "</title>]]> <script>&amp;\"' ?>", "x) /OpenAction <<",
  ])
  func `every format tells title, description, author, licence, spec and program`(
    _ text: String
  ) throws {
    for (format, bytes) in try files(of: scene(text, license: "CC-BY-4.0 \(text)")) {
      var found = try read(bytes)
      if format.hasPrefix("PNG") { #expect(found.density == (format.hasSuffix("page") ? 64 : 96)) }
      found.density = nil
      let told = Found(
        title: text, description: "\(text).", author: text, license: "CC-BY-4.0 \(text)",
        source: "urn:sha256:0a1b", program: "Blazon \(Program.version)")
      #expect(found == told, "\(format)")
    }
  }

  @Test func `without a licence none is told, and no control character gets into a PNG`() throws {
    for (format, bytes) in try files(of: scene("Acme", license: nil)) {
      #expect(try read(bytes).license == nil, "\(format)")
    }
    let hostile = try read(
      PNGEncoder(of: scene("a\u{0}b\nc", license: nil), pixelsPerInch: 96).encode(
        Raster(width: 1, height: 1, pixels: [0, 0, 0, 255])))
    #expect(hostile.title == "a b c" && hostile.author == "a b c")
  }

  @Test func `a packet that no segment holds is left out of a JPEG`() throws {
    let scene = scene(String(repeating: "long ", count: 14_000), license: nil)
    let file = try RasterPainter(scale: 1).jpeg(scene, qualities: [80], limit: .max).bytes
    #expect(Data(file).range(of: Data("ns.adobe.com".utf8)) == nil)
  }
}
