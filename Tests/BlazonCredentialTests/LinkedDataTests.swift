import BlazonJSON
import Testing

@testable import BlazonCredential

/// JSON-LD to RDF: what is stated, and that nothing is left out.
@Suite struct LinkedDataTests {
  static let badge = try! json(DataIntegrityTests.teamwork)

  /// A credential with the extensions, and `members` in it.
  func credential(_ members: String) throws -> JSON {
    try json(
      """
      {"@context": ["https://www.w3.org/ns/credentials/v2",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"],
       "id": "urn:x:1", "type": ["VerifiableCredential"], \(members)}
      """)
  }

  /// The statements but for the type.
  func lines(_ members: String) throws -> [String] {
    try canonical(credential(members)).split(separator: "\n").map(String.init)
      .filter { !$0.contains("<urn:x:1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type>") }
  }

  @Test(arguments: [
    ("\"name\": \"Ä\"", #"<urn:x:1> <https://schema.org/name> "Ä" ."#),
    ("\"name\": 5", #"<urn:x:1> <https://schema.org/name> "5"^^<X#integer> ."#),
    ("\"name\": 3.0", #"<urn:x:1> <https://schema.org/name> "3"^^<X#integer> ."#),
    ("\"name\": 1.5", #"<urn:x:1> <https://schema.org/name> "1.5E0"^^<X#double> ."#),
    ("\"name\": true", #"<urn:x:1> <https://schema.org/name> "true"^^<X#boolean> ."#),
    (
      "\"name\": {\"@value\": \"Ä\", \"@language\": \"de-AT\"}",
      #"<urn:x:1> <https://schema.org/name> "Ä"@de-at ."#
    ),
    (
      "\"validFrom\": \"2026-01-01T00:00:00Z\"",
      #"<urn:x:1> <https://www.w3.org/2018/credentials#validFrom> "2026-01-01T00:00:00Z"^^<X#dateTime> ."#
    ),
    // Open Badges names a prefix that it does not define.
    (
      "\"awardedDate\": \"2026\"",
      #"<urn:x:1> <https://purl.imsglobal.org/spec/vc/ob/vocab.html#awardedDate> "2026"^^<xsd:dateTime> ."#
    ),
    (
      "\"issuer\": \"did:web:x\"",
      "<urn:x:1> <https://www.w3.org/2018/credentials#issuer> <did:web:x> ."
    ),
    (
      "\"exp\": 1.5",
      #"<urn:x:1> <https://www.iana.org/assignments/jwt#exp> "1.5E0"^^<https://www.w3.org/2001/XMLSchema#nonNegativeInteger> ."#
    ),
    (
      "\"_sd\": [\"b\", {\"é\": 1.0, \"a\": null}]",
      #"<urn:x:1> <https://www.iana.org/assignments/jwt#_sd> "[\"b\",{\"a\":null,\"é\":1}]"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON> ."#
    ),
  ])
  func `a value is what its term says`(members: String, line: String) throws {
    let wanted = line.replacing("X#", with: "http://www.w3.org/2001/XMLSchema#")
    #expect(try lines(members) == [wanted])
  }

  @Test func `credits are floats of the IRI that Open Badges gives them`() throws {
    func credits(_ number: String) throws -> String {
      try lines("\"evidence\": {\"type\": \"Achievement\", \"creditsAvailable\": \(number)}")
        .first { $0.contains("creditsAvailable") }!
    }
    #expect(try credits("36").contains("\"36\"^^<https://www.w3.org/2001/XMLSchema#float>"))
    #expect(try credits("3.0").contains("\"3\"^^<https://www.w3.org/2001/XMLSchema#float>"))
    #expect(try credits("9.2").contains("\"9.199999999999999E0\"^^"))
  }

  @Test func `a list keeps its order, a set has none`() throws {
    func result(_ values: String) throws -> String {
      try lines(
        "\"evidence\": {\"type\": \"ResultDescription\", \"allowedValue\": \(values)}"
      ).joined()
    }
    #expect(try result("[\"A\", \"B\"]") != result("[\"B\", \"A\"]"))
    #expect(try result("[\"A\"]") == result("\"A\""))
    #expect(try result("[]").contains("<http://www.w3.org/1999/02/22-rdf-syntax-ns#nil>"))
    func tags(_ values: String) throws -> [String] {
      try lines("\"evidence\": {\"type\": \"Achievement\", \"tag\": \(values)}")
    }
    #expect(try tags("[\"A\", \"B\"]") == tags("[\"B\", \"A\"]"))
  }

  @Test func `the proof of an endorsement stands in its own graph`() throws {
    let lines = try lines(
      """
      "endorsement": [{"type": ["VerifiableCredential", "EndorsementCredential"],
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "proof": [{"type": "DataIntegrityProof", "created": "2026-01-01T00:00:00Z"}]}]
      """)
    let proof = try #require(lines.first { $0.contains("<https://w3id.org/security#proof>") })
    let graph = proof.split(separator: " ")[2]
    #expect(lines.count { $0.hasSuffix(" \(graph) .") && $0 != proof } == 2)
  }

  @Test func `a class counts for its own node alone`() throws {
    let problem = #expect(throws: LinkedDataProblem.self) {
      try lines(
        """
        "issuer": {"type": "Profile", "parentOrg": {"familyName": "X"}}
        """)
    }
    #expect(problem?.message == LinkedDataReader.undefined("familyName"))
    #expect(problem?.pointer == "/issuer/parentOrg/familyName")
  }

  @Test func `texts that only look alike are two`() throws {
    let lines = try lines("\"name\": [\"\u{E9}\", \"e\u{301}\"]")
    #expect(lines.count == 2)
    #expect(lines[0].unicodeScalars.count == lines[1].unicodeScalars.count + 1)
  }

  @Test func `the order of members does not matter`() throws {
    func turned(_ json: JSON) -> JSON {
      switch json {
      case .object(let members):
        .object(members.reversed().map { JSON.Member($0.name, turned($0.value)) })
      case .array(let elements): .array(elements.map(turned))
      default: json
      }
    }
    let complete = try JSON(bytes("fixtures/complete.json")).without("proof")
    #expect(try canonical(turned(complete)) == canonical(complete))
  }

  /// Changes each text, number and truth value in turn.
  func changes(_ json: JSON) -> [JSON] {
    switch json {
    case .null: []
    case .bool(let truth): [.bool(!truth)]
    case .number(let text): [.number(text + "1")]
    case .string(let text): [.string(text + "x")]
    case .array(let elements):
      elements.indices.flatMap { place in
        changes(elements[place]).map { changed in
          var copy = elements
          copy[place] = changed
          return .array(copy)
        }
      }
    case .object(let members):
      members.indices.flatMap { place in
        changes(members[place].value).map { changed in
          var copy = members
          copy[place].value = changed
          return .object(copy)
        }
      }
    }
  }

  @Test(arguments: [
    "complete.json", "endorsement-valid.json", "bit-string-list/credential-status-revoked.json",
  ])
  func `every value is signed or refused`(name: String) throws {
    let document = try JSON(bytes("fixtures/\(name)")).without("proof")
    let statements = try Set(LinkedDataReader.quads(of: document))
    let changed = changes(document)
    #expect(changed.count > 10)
    for other in changed {
      guard let others = try? LinkedDataReader.quads(of: other) else { continue }
      #expect(Set(others) != statements)
    }
  }

  @Test(arguments: [
    ("complete.json", 356), ("simple.json", 15), ("endorsement-valid.json", 13),
  ])
  func `a fixture has its statements`(name: String, count: Int) throws {
    let text = try canonical(JSON(bytes("fixtures/\(name)")).without("proof"))
    #expect(text.split(separator: "\n").count == count)
  }
}
