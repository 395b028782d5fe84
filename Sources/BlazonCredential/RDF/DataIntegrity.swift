package import BlazonJSON

/// What an `eddsa-rdfc-2022` proof signs (Data Integrity EdDSA Cryptosuites 1.0, section 3.2).
package struct DataIntegrity: Sendable {
  /// The document without its proof, as canonical N-Quads in UTF-8.
  package let document: [UInt8]
  /// The proof without its value, the same way.
  package let configuration: [UInt8]
  /// The hash of the configuration and then that of the document: the 64 bytes for Ed25519.
  package let signedBytes: [UInt8]

  package static let cryptosuite = "eddsa-rdfc-2022"

  /// Canonicalises a document that has no `proof`, and a proof that has no `proofValue`.
  ///
  /// The proof is read with the `@context` of the document; if it brings its own, that must be
  /// the same. `hash` is SHA-256. A problem within the proof has a pointer that begins with
  /// `/proof`.
  package init(
    document: JSON, configuration: JSON, hash: @escaping ([UInt8]) -> [UInt8]
  ) throws(LinkedDataProblem) {
    guard document["proof"] == nil else { throw LinkedDataProblem(Self.hasProof, at: "/proof") }
    guard let context = document["@context"] else {
      throw LinkedDataProblem(LinkedDataReader.noContext)
    }
    func canonical(_ json: JSON) throws(LinkedDataProblem) -> [UInt8] {
      try CanonicalDataset(LinkedDataReader.quads(of: json), hash: hash).bytes
    }
    self.document = try canonical(document)
    do {
      self.configuration = try canonical(Self.checked(configuration, context))
    } catch { throw error.within("/proof") }
    signedBytes = hash(self.configuration) + hash(self.document)
  }

  /// `configuration` with the `context` of the document, if it is one of this suite.
  private static func checked(
    _ configuration: JSON, _ context: JSON
  ) throws(LinkedDataProblem) -> JSON {
    guard let members = configuration.members else {
      throw LinkedDataProblem(LinkedDataReader.notAnObject)
    }
    func require(_ name: String, _ isRight: (String) -> Bool) throws(LinkedDataProblem) {
      guard let text = configuration[name]?.text, isRight(text) else {
        throw LinkedDataProblem(Self.wrong(name), at: "/" + name)
      }
    }
    try require("type") { $0 == "DataIntegrityProof" }
    try require("cryptosuite") { $0 == cryptosuite }
    try require("verificationMethod") { _ in true }
    try require("proofPurpose") { _ in true }
    if configuration["created"] != nil { try require("created", isDateTime) }
    guard configuration["proofValue"] == nil else {
      throw LinkedDataProblem(Self.hasValue, at: "/proofValue")
    }
    guard let own = configuration["@context"] else {
      return .object([JSON.Member("@context", context)] + members)
    }
    guard own == context else { throw LinkedDataProblem(Self.otherContext, at: "/@context") }
    return configuration
  }

  /// Whether `text` is a `xsd:dateTime` of the years 0001 to 9999: `2026-01-01T00:00:00Z`.
  static func isDateTime(_ text: String) -> Bool {
    // The zone may be left out there.
    !text.hasPrefix("0000") && (Moment(text) ?? Moment(text + "Z")) != nil
  }

  static let hasProof = "the document to be signed has a proof already"

  static let hasValue = "the proof to be signed has a value already"

  static let otherContext = "another context than that of the document"

  static func wrong(_ name: String) -> String {
    "“\(name)” is missing, or not that of an \(cryptosuite) proof"
  }
}
