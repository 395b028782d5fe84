import BlazonCredential
import BlazonJSON
import Deflate
import Foundation
import TestSupport
import Testing

/// What pictures carry comes back whole, and nothing else is taken for it.
@Suite struct CarrierTests {
  private let issuer = Issuer()
  private let svg = Array(
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><title>A</title></svg>".utf8)
  /// One grey pixel.
  private var png: [UInt8] {
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
      + chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])
      + chunk("IDAT", Compressor(level: 6).zlib([0, 128])) + chunk("IEND", [])
  }

  private func chunk(_ type: String, _ data: [UInt8], isSound: Bool = true) -> [UInt8] {
    let body = Array(type.utf8) + data
    let sum = crc32(body[...]) ^ (isSound ? 0 : 1)
    func bytes(_ number: UInt32) -> [UInt8] {
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }
    return bytes(UInt32(data.count)) + body + bytes(sum)
  }

  /// A JSON that ends CDATA, has every quote, and names in many scripts.
  private let json = Array(
    "{\"a\":\"]]> ® ’ 🧭 Đặng محمد 星ヶ浜 <&>\\\"\"}".utf8)

  @Test func `both versions come back from both carriers`() throws {
    let baggage = Baggage(
      two: json, hostedAt: "https://example.org/a?b&c=\"d\"", three: issuer.jwt)
    let inPNG = try PNGCarrier.baked(png, baggage)
    #expect(try PNGCarrier.baggage(of: inPNG) == Baggage(two: json, three: issuer.jwt))
    // The picture itself is as it was.
    #expect(inPNG.starts(with: png.dropLast(12)) && inPNG.suffix(12) == png.suffix(12))
    // Baked again, it carries the newer alone.
    let again = try PNGCarrier.baked(inPNG, Baggage(three: json))
    #expect(try PNGCarrier.baggage(of: again) == Baggage(three: json))
    let inSVG = try SVGCarrier.baked(svg, baggage)
    let found = try SVGCarrier.baggage(of: inSVG)
    #expect(found.three == issuer.jwt && found.hostedAt == baggage.hostedAt)
    #expect(try JSON(try #require(found.two)) == JSON(json))
    #expect(try PNGCarrier.baggage(of: png).isEmpty && SVGCarrier.baggage(of: svg).isEmpty)
  }

  @Test func `hostile PNG files are refused`() throws {
    let text = { (keyword: String, flag: UInt8) in
      chunk("iTXt", Array(keyword.utf8) + [0, flag, 0, 0, 0] + issuer.jwt)
    }
    let (head, tail) = (Array(png.dropLast(12)), Array(png.suffix(12)))
    let one = text("openbadgecredential", 0)
    let cases: [(name: String, file: [UInt8], reason: String)] = [
      ("two of one keyword", head + one + one + tail, "more than one"),
      ("compressed", head + text("openbadgecredential", 1) + tail, "compressed"),
      ("after the end", png + one, "after the PNG file's end"),
      (
        "in a chunk of another kind",
        head + chunk("tEXt", Array("openbadges".utf8) + [0] + issuer.jwt) + tail, "not “iTXt”"
      ),
      ("a wrong check", head + chunk("iTXt", [65, 0, 0], isSound: false) + tail, "check"),
      ("cut off", Array(png.dropLast(5)), "cut off"),
      ("a length beyond the file", head + [0x7F, 0xFF, 0xFF, 0xFF] + tail, "cut off"),
      ("nothing", Array(png.prefix(8)), "cut off"),
      ("no header", Array(png.prefix(8)) + one + tail, "header"),
      (
        "a chunk that ends early",
        head + chunk("iTXt", Array("openbadgecredential".utf8) + [0, 0]) + tail, "compressed"
      ),
    ]
    for (name, file, reason) in cases {
      let problem = #expect(throws: CarrierProblem.self, "\(name)") {
        try PNGCarrier.baggage(of: file)
      }
      #expect(problem?.message.contains(reason) == true, "\(name): \(problem?.message ?? "")")
      // The verifier says so too, and does not stop.
      let found = verifier([:]).verify(file: file)
      #expect(found.allSatisfy { $0.integrity.answer == .no })
    }
    // Any bit of a sound file turned: refused, or as it was.
    let sound = head + one + tail
    for index in stride(from: 8, to: sound.count, by: 97) {
      var file = sound
      file[index] ^= 0x20
      let found = try? PNGCarrier.baggage(of: file)
      #expect(found == nil || found == Baggage(three: issuer.jwt) || found?.isEmpty == true)
    }
  }

  @Test func `hostile SVG files are refused`() throws {
    let namespace = "xmlns:o=\"https://purl.imsglobal.org/ob/v3p0\""
    let element = "<o:credential \(namespace) verify=\"ey.ey.\"/>"
    let root = "<svg xmlns=\"http://www.w3.org/2000/svg\">"
    let cases: [(name: String, file: String, reason: String)] = [
      ("two elements", "\(root)\(element)\(element)</svg>", "more than one"),
      ("one that is hidden deeper", "\(root)\(element)<g>\(element)</g></svg>", "more than one"),
      (
        "an entity",
        "<!DOCTYPE svg [<!ENTITY a \"b\">]>\(root)<o:credential \(namespace)>&a;</o:credential></svg>",
        "document type"
      ),
      ("no SVG", "<html>\(element)</html>", "not an SVG"),
      ("no end", "\(root)\(element)", "XML"),
      ("deep", root + String(repeating: "<g>", count: 200), "deep"),
    ]
    for (name, file, reason) in cases {
      let problem = #expect(throws: CarrierProblem.self, "\(name)") {
        try SVGCarrier.baggage(of: Array(file.utf8))
      }
      #expect(problem?.message.contains(reason) == true, "\(name): \(problem?.message ?? "")")
    }
    // What only looks like a document type hides nothing.
    let hidden = "\(root)<desc><![CDATA[<!DOCTYPE]]></desc>\(element)\(element)</svg>"
    #expect(throws: CarrierProblem.self) { try SVGCarrier.baggage(of: Array(hidden.utf8)) }
    let both = "\(root)<o:credential \(namespace) verify=\"ey.a.b\">ey.c.d</o:credential></svg>"
    #expect(throws: CarrierProblem.self) { try SVGCarrier.baggage(of: Array(both.utf8)) }
    // A document type that declares nothing is what drawing programs write.
    let plain = "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"a.dtd\">\(root)\(element)</svg>"
    #expect(try SVGCarrier.baggage(of: Array(plain.utf8)).three == Array("ey.ey.".utf8))
    // Another namespace is another thing.
    let other = element.replacing("purl", with: "evil")
    #expect(try SVGCarrier.baggage(of: Array("\(root)\(other)</svg>".utf8)).isEmpty)
  }
}
