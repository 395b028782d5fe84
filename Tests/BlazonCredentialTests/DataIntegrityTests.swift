import BlazonJSON
import Testing

@testable import BlazonCredential

/// The published vectors of `eddsa-rdfc-2022`, bit for bit.
@Suite struct DataIntegrityTests {
  static let badgeContext = """
    ["https://www.w3.org/ns/credentials/v2",
     "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"]
    """

  /// The example of Open Badges 3.0 that its vector signs.
  static let teamwork = """
    {"@context": \(badgeContext),
     "id": "http://example.com/credentials/3527",
     "type": ["VerifiableCredential", "OpenBadgeCredential"],
     "issuer": {"id": "https://example.edu/issuers/565049", "type": ["Profile"],
      "name": "Example Corp", "url": "https://www.imsglobal.org"},
     "validFrom": "2010-01-01T00:00:00Z", "name": "Teamwork Badge",
     "credentialSubject": {"id": "did:example:ebfeb1f712ebc6f1c276e12ec21",
      "type": ["AchievementSubject"],
      "achievement": {"id": "https://example.com/achievements/21st-century-skills/teamwork",
       "type": ["Achievement"],
       "criteria": {"narrative": "Team members are nominated for this badge by their peers and \
    recognized upon review by Example Corp management."},
       "description": "This badge recognizes the development of the capacity to collaborate within \
    a group environment.",
       "name": "Teamwork"}}}
    """

  static let teamworkProof = """
    {"type": "DataIntegrityProof", "created": "2010-01-01T19:23:24Z",
     "verificationMethod":
      "https://example.edu/issuers/565049#z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi",
     "cryptosuite": "eddsa-rdfc-2022", "proofPurpose": "assertionMethod"}
    """

  @Test func `the vector of Open Badges 3.0 is equal`() throws {
    let signed = try DataIntegrity(
      document: json(Self.teamwork), configuration: json(Self.teamworkProof), hash: SHA2.sha256)
    #expect(signed.signedBytes.count == 64)
    #expect(
      SHA2.hexadecimal(signed.signedBytes)
        == "d34009cea0dbc1ca941e09dc01c8c9d3e3ce3c5b853f67ee44698dcea10f5d19"
        + "87f65a76d40146205e3b3e06cb0fbd153f97f9ce70372390f52566bb7f9e0773")
  }

  /// Of both vectors of the specification, the proof uses our terms alone.
  @Test(arguments: ["di-eddsa", "di-eddsa/employ"])
  func `the proofs of the W3C vectors are equal`(folder: String) throws {
    let configuration = try JSON(bytes("\(folder)/proofConfigDataInt.json")).without("@context")
    let signed = try DataIntegrity(
      document: json(Self.teamwork), configuration: configuration, hash: SHA2.sha256)
    #expect(signed.configuration == (try bytes("\(folder)/proofCanonDataInt.txt")))
    let hash = SHA2.hexadecimal(Array(signed.signedBytes.prefix(32)))
    #expect(hash == (try text("\(folder)/proofHashDataInt.txt")))
  }

  /// The document has two terms of the examples' context, which has the vocabulary
  /// `https://www.w3.org/ns/credentials/examples#`. They are put in as statements.
  @Test func `the first W3C vector is equal but for the terms of its examples`() throws {
    let context = try json("[\"https://www.w3.org/ns/credentials/v2\"]")
    let unsigned = try JSON(bytes("di-eddsa/unsigned.json"))
    let subject = unsigned["credentialSubject"]!
    let ours = unsigned.with("@context", context)
      .with("type", .string("VerifiableCredential"))
      .with("credentialSubject", subject.without("alumniOf"))
    var quads = try LinkedDataReader.quads(of: ours)
    let examples = "https://www.w3.org/ns/credentials/examples#"
    quads.append(
      RDFQuad(
        .iri(ExactText(unsigned["id"]!.text!)), RDF.type,
        .iri(ExactText(examples + "AlumniCredential"))))
    quads.append(
      RDFQuad(
        .iri(ExactText(subject["id"]!.text!)), ExactText(examples + "alumniOf"),
        .literal(RDFLiteral(subject["alumniOf"]!.text!))))
    let document = try CanonicalDataset(quads, hash: SHA2.sha256).bytes
    #expect(document == (try bytes("di-eddsa/canonDocDataInt.txt")))
    #expect(
      SHA2.hexadecimal(SHA2.sha256(document)) == (try text("di-eddsa/docHashDataInt.txt")))

    let configuration = try JSON(bytes("di-eddsa/proofConfigDataInt.json")).without("@context")
    let proof = try DataIntegrity(
      document: ours, configuration: configuration, hash: SHA2.sha256
    ).configuration
    #expect(
      SHA2.hexadecimal(SHA2.sha256(proof) + SHA2.sha256(document))
        == (try text("di-eddsa/combinedHashDataInt.txt")))
  }

  /// The context of the other document is not known here; its canonical text is taken apart and
  /// put together again.
  @Test func `the second W3C vector has its hash from its statements`() throws {
    let wanted = try text("di-eddsa/employ/canonDocDataInt.txt")
    let document = try CanonicalDataset(NQuadsParser.quads(wanted), hash: SHA2.sha256).bytes
    #expect(String(decoding: document, as: UTF8.self) == wanted)
    #expect(
      SHA2.hexadecimal(SHA2.sha256(document))
        == (try text("di-eddsa/employ/docHashDataInt.txt")))
  }

  @Test(arguments: [
    ("di-eddsa/sigBTC58DataInt.txt", "di-eddsa/sigHexDataInt.txt"),
    ("di-eddsa/employ/sigBTC58DataInt.txt", "di-eddsa/employ/sigHexDataInt.txt"),
  ])
  func `signatures are written in base58btc`(written: String, hexadecimal: String) throws {
    let text58 = try text(written)
    let bytes = try #require(Multibase.decode(text58))
    #expect(SHA2.hexadecimal(bytes) == (try text(hexadecimal)))
    #expect(Multibase.encode(bytes) == text58)
  }

  @Test func `a Multikey is that of the vectors`() throws {
    let key = try JSON(bytes("di-eddsa/keyPair.json"))
    let text = key["publicKeyMultibase"]!.text!
    let multikey = try #require(Multikey(text))
    #expect(multikey.publicKey.count == 32)
    #expect(multikey.text == text)
    #expect(Multikey(publicKey: multikey.publicKey) == multikey)
    // The private key has another prefix.
    #expect(Multikey(key["privateKeyMultibase"]!.text!) == nil)
    #expect(Multikey("") == nil)
    #expect(Multikey(String(text.dropFirst())) == nil)
    #expect(Multikey(text + "1") == nil)
  }

  @Test func `base58 keeps zeros in front, and refuses what is none`() {
    #expect(Base58.encode([]) == "")
    #expect(Base58.encode([0, 0, 1]) == "112")
    #expect(Base58.decode("112") == [0, 0, 1])
    #expect(Base58.encode(Array("Hello World!".utf8)) == "2NEpo7TZRRrLZSi2U")
    #expect(Base58.decode("2NEpo7TZRRrLZSi2U") == Array("Hello World!".utf8))
    for wrong in ["0", "O", "I", "l", "a b", "é", "+"] { #expect(Base58.decode(wrong) == nil) }
    #expect(Base58.decode(String(repeating: "z", count: 513)) == nil)
    for length in 0..<70 {
      let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ length) }
      #expect(Base58.decode(Base58.encode(bytes)) == bytes)
    }
  }

  @Test(arguments: [
    ("type", "\"Ed25519Signature2020\"", "/proof/type"),
    ("type", "[\"DataIntegrityProof\"]", "/proof/type"),
    ("cryptosuite", "\"eddsa-jcs-2022\"", "/proof/cryptosuite"),
    ("created", "\"yesterday\"", "/proof/created"),
    ("created", "\"2023-02-30T00:00:00Z\"", "/proof/created"),
    ("verificationMethod", "5", "/proof/verificationMethod"),
    ("verificationMethod", "\"key-1\"", "/proof/verificationMethod"),
    ("proofPurpose", "\"nothing\"", "/proof/proofPurpose"),
    ("proofValue", "\"z1\"", "/proof/proofValue"),
    ("jws", "\"x\"", "/proof/jws"),
    ("@context", "[\"https://www.w3.org/ns/credentials/v2\"]", "/proof/@context"),
  ])
  func `another proof is refused`(name: String, value: String, pointer: String) throws {
    let configuration = try json(Self.teamworkProof).with(name, json(value))
    let problem = #expect(throws: LinkedDataProblem.self) {
      try DataIntegrity(
        document: json(Self.teamwork), configuration: configuration, hash: SHA2.sha256)
    }
    #expect(problem?.pointer == pointer)
  }

  @Test func `a proof may repeat the context, a document may have no proof`() throws {
    let configuration = try json(Self.teamworkProof)
    let document = try json(Self.teamwork)
    let repeated = configuration.with("@context", document["@context"]!)
    let one = try DataIntegrity(
      document: document, configuration: configuration, hash: SHA2.sha256)
    let two = try DataIntegrity(document: document, configuration: repeated, hash: SHA2.sha256)
    #expect(one.signedBytes == two.signedBytes)
    #expect(throws: LinkedDataProblem(DataIntegrity.hasProof, at: "/proof")) {
      try DataIntegrity(
        document: document.with("proof", configuration), configuration: configuration,
        hash: SHA2.sha256)
    }
  }

  @Test func `a document that is refused is not signed`() throws {
    let document = try json(Self.teamwork).with("nickname", .string("x"))
    #expect(throws: LinkedDataProblem(LinkedDataReader.undefined("nickname"), at: "/nickname")) {
      try DataIntegrity(
        document: document, configuration: json(Self.teamworkProof), hash: SHA2.sha256)
    }
  }

  @Test func `a date and time is one of XML Schema`() {
    for right in [
      "2026-01-01T00:00:00Z", "2024-02-29T23:59:59", "2026-01-01T00:00:00.123+02:00",
      "2026-01-01T00:00:00-14:00",
    ] { #expect(DataIntegrity.isDateTime(right), "\(right)") }
    for wrong in [
      "", "2026-01-01", "2026-01-01T00:00:00z", "2023-02-29T00:00:00Z", "2026-13-01T00:00:00Z",
      "2026-01-01T24:00:00Z", "2026-01-01T00:00:00.Z", "2026-01-01T00:00:00+1:00",
      "2026-01-01T00:00:00+14:01", "2026-01-01 00:00:00Z", "٢026-01-01T00:00:00Z",
      "2026-01-01T00:00:00ZZ", "2026-1-01T00:00:000Z", "+026-01-01T00:00:00Z",
      "0000-01-01T00:00:00Z",
    ] { #expect(!DataIntegrity.isDateTime(wrong), "\(wrong)") }
  }
}
