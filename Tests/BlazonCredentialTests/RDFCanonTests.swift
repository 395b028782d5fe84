import BlazonJSON
import Foundation
import Testing

@testable import BlazonCredential

/// The test suite of RDFC-1.0, read from `rdf-canon`.
@Suite struct RDFCanonTests {
  struct Row: CustomTestStringConvertible {
    var name: String
    var isRefused: Bool
    var isSHA384: Bool
    var hasMap: Bool
    var testDescription: String { name }
  }

  static let rows: [Row] = {
    let lines = try! text("rdf-canon/manifest.csv").split(whereSeparator: \.isNewline).dropFirst()
    return lines.map { line in
      Row(
        name: String(line.prefix(7)), isRefused: line.contains("NegativeEvalTest"),
        isSHA384: line.contains("SHA384"), hasMap: line.hasSuffix(",TRUE"))
    }
  }()

  @Test(arguments: rows) func `each test of the suite has its result`(row: Row) throws {
    let path = "rdf-canon/rdfc10/\(row.name)"
    let quads = NQuadsParser.quads(try text("\(path)-in.nq"))
    let hash = row.isSHA384 ? SHA2.sha384 : SHA2.sha256
    if row.isRefused {
      #expect(throws: LinkedDataProblem(CanonicalDataset.tooMuchWork)) {
        try CanonicalDataset(quads, hash: hash)
      }
      return
    }
    let result = try CanonicalDataset(quads, hash: hash)
    #expect(String(decoding: result.bytes, as: UTF8.self) == (try text("\(path)-rdfc10.nq")))
    #expect(result.bytes == (try bytes("\(path)-rdfc10.nq")))
    guard row.hasMap else { return }
    let map = try JSON(bytes("\(path)-rdfc10map.json")).members!
    let wanted = map.map { "\($0.name)=\($0.value.text!)" }.sorted()
    #expect(result.labels.map { "\($0.key.string)=\($0.value)" }.sorted() == wanted)
  }

  @Test func `the suite is whole`() {
    #expect(Self.rows.count == 65)
    #expect(Self.rows.count { $0.hasMap } > 15)
  }

  @Test(arguments: rows.filter { !$0.isRefused && !$0.isSHA384 })
  func `a dataset is named the same however it is written`(row: Row) throws {
    let quads = NQuadsParser.quads(try text("rdf-canon/rdfc10/\(row.name)-in.nq"))
    let wanted = try bytes("rdf-canon/rdfc10/\(row.name)-rdfc10.nq")
    func renamed(_ term: RDFTerm) -> RDFTerm {
      guard case .blank(let name) = term else { return term }
      return .blank(ExactText(String(name.string.reversed()) + "x"))
    }
    var generator = SplitMix(state: 1)
    let other = quads.shuffled(using: &generator).map {
      RDFQuad(renamed($0.subject), $0.predicate, renamed($0.object), graph: $0.graph.map(renamed))
    }
    #expect(try CanonicalDataset(other, hash: SHA2.sha256).bytes == wanted)
  }
}

/// A generator of random numbers with a seed.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
