import BlazonCredential
import Deflate
import Foundation
import TestSupport
import Testing

/// What a PDF carries is found, and nothing else is taken for it.
@Suite struct PDFCarrierTests {
  private let issuer = Issuer()

  /// A PDF of `objects`, which needs no table to be scanned.
  private func pdf(_ objects: [[UInt8]]) -> [UInt8] {
    var out = Array("%PDF-1.7\n".utf8)
    for (number, object) in objects.enumerated() {
      out += "\(number + 1) 0 obj\n".utf8 + object + "\nendobj\n".utf8
    }
    return out + "trailer <</Root 1 0 R>>\nstartxref\n0\n%%EOF\n".utf8
  }

  private func attachment(
    _ text: [UInt8], _ more: String = "", type: String = "/Type/EmbeddedFile", length: String? = nil
  ) -> [UInt8] {
    Array("<<\(type) /Length \(length ?? "\(text.count)")\(more)>>stream\n".utf8) + text
      + "\nendstream".utf8
  }

  private func carried(_ objects: [[UInt8]]) throws(CarrierProblem) -> [UInt8]? {
    try PDFCarrier.baggage(of: pdf(objects)).three
  }

  @Test func `an attached credential is found however it is written`() throws {
    let jwt = issuer.jwt
    let packed = Compressor(level: 6).zlib(jwt)
    let cases: [(name: String, object: [UInt8])] = [
      ("as it is", attachment(jwt)),
      ("packed", attachment(packed, "/Filter/FlateDecode")),
      ("packed, in a list", attachment(packed, " /Filter [ /FlateDecode ] ")),
      ("with names in numbers", attachment(jwt, type: "/Ty#70e /Embedded#46ile")),
      ("with a length elsewhere", attachment(jwt, length: "7 0 R")),
      ("with a length that is wrong", attachment(jwt, length: "3")),
      ("with a length beyond the file", attachment(jwt, length: "99999999")),
      (
        "with everything in its dictionary",
        attachment(jwt, "/Desc (a \\) ( >> ) b)/H <3E3E> % >>\n/A [[1 2] <</B true>>] /N null")
      ),
      (
        "with a key twice, of which the last counts",
        attachment(jwt, "/Type/EmbeddedFile", type: "/Type/Other")
      ),
      // The last byte of what is packed may look as if it ended a line.
      (
        "with a length elsewhere, and a line that ends otherwise",
        Array("<</Type/EmbeddedFile/Filter/FlateDecode/Length 7 0 R>>stream\n".utf8) + packed
          + Array("\r\nendstream".utf8)
      ),
      ("with blanks around it", attachment(Array(" \n".utf8) + jwt + Array("\r\n".utf8))),
    ]
    for (name, object) in cases {
      #expect(try carried([Array("<</Type/Catalog>>".utf8), object]) == jwt, "\(name)")
      // Lines that end otherwise.
      let returns = pdf([object])
      #expect(try PDFCarrier.baggage(of: Array("\n".utf8) + returns).three == jwt, "\(name)")
    }
    let both = try PDFCarrier.baggage(
      of: pdf([attachment(Array("{\"type\":\"Assertion\",\"id\":\"x\"}".utf8)), attachment(jwt)]))
    #expect(both.two != nil && both.three == jwt)
    // Saved once more with the same in it.
    #expect(try carried([attachment(jwt), attachment(packed, "/Filter/FlateDecode")]) == jwt)
  }

  @Test func `what only looks like one is passed over`() throws {
    let jwt = issuer.jwt
    let inner = Array("9 0 obj\n".utf8) + attachment(jwt)
    let cases: [(name: String, objects: [[UInt8]])] = [
      ("in the content of a page", [attachment(inner, type: "/Type/Other")]),
      ("in another attached file", [attachment(inner)]),
      (
        "in a stream that ends too early",
        [attachment(inner + Array("\nendstream".utf8), type: "/Type/Other")]
      ),
      ("of another kind", [attachment(jwt, type: "/Type/Metadata")]),
      ("packed otherwise", [attachment(jwt, "/Filter/ASCIIHexDecode")]),
      ("packed twice", [attachment(jwt, "/Filter[/FlateDecode/FlateDecode]")]),
      ("with parameters", [attachment(jwt, "/DecodeParms<</Predictor 12>>")]),
      (
        "packed and cut off",
        [attachment(Array(Compressor(level: 6).zlib(jwt).dropLast(9)), "/Filter/FlateDecode")]
      ),
      (
        "a bomb",
        [
          attachment(
            Compressor(level: 9).zlib([UInt8](repeating: 0x65, count: 50_000_000)),
            "/Filter/FlateDecode")
        ]
      ),
      (
        "nested without end",
        [Array("<</A".utf8) + Array(repeatElement("[", count: 100_000).joined().utf8)]
      ),
      ("a dictionary without end", [Array("<</A(".utf8)]),
      ("another file", [attachment(Array("name,handle\nAda,ada\n".utf8))]),
      ("another JSON", [attachment(Array("{\"type\":\"Person\"}".utf8))]),
    ]
    for (name, objects) in cases {
      #expect(try PDFCarrier.baggage(of: pdf(objects)).isEmpty, "\(name)")
    }
  }

  @Test func `what is not one alone is refused`() throws {
    let other = Issuer("other.example.org").jwt
    let cases: [(name: String, file: [UInt8], reason: String)] = [
      ("two that differ", pdf([attachment(issuer.jwt), attachment(other)]), "more than one"),
      (
        "encrypted", pdf([attachment(issuer.jwt), Array("<</Type/XRef/Encrypt 4 0 R>>".utf8)]),
        "encrypted"
      ),
      (
        "encrypted by its trailer",
        pdf([attachment(issuer.jwt)]) + Array("trailer<</Encrypt 4 0 R>>".utf8), "encrypted"
      ),
      ("a thousand", pdf((0...1000).map { _ in attachment([1]) }), "attachments"),
      ("no PDF", Array("%PS".utf8), "not a PDF"),
    ]
    for (name, file, reason) in cases {
      let problem = #expect(throws: CarrierProblem.self, "\(name)") {
        try PDFCarrier.baggage(of: file)
      }
      #expect(problem?.message.contains(reason) == true, "\(name): \(problem?.message ?? "")")
      #expect(verifier([:]).verify(file: file).allSatisfy { $0.integrity.answer == .no }, "\(name)")
    }
  }

  @Test func `any bytes are read in time`() throws {
    var random = SeededGenerator(seed: 7)
    let pieces = [
      "1 0 obj", "<<", ">>", "[", "(", ")", "/Type/EmbeddedFile", "stream\n", "endstream",
      "/Length 9", "<", "trailer", "\\", "%", "\n", " 0 R",
    ]
    for _ in 0..<300 {
      var file = Array("%PDF-1.7\n".utf8)
      for _ in 0..<Int.random(in: 1...3000, using: &random) {
        file += pieces.randomElement(using: &random)!.utf8
      }
      _ = try? PDFCarrier.baggage(of: file)
    }
    // Each of these would take for ever if anything were read twice.
    for piece in [
      "1 0 obj<<", "1 0 obj<</A<<", "1 0 obj<<>>stream\n", "1 0 obj(", "trailer<<%", "((((",
    ] {
      let file =
        Array("%PDF-1.7\n".utf8) + Array(repeatElement(piece, count: 1_000_000).joined().utf8)
      #expect((try? PDFCarrier.baggage(of: file))?.isEmpty != false)
    }
  }
}
