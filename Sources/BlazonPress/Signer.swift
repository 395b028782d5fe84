internal import BlazonCredential
package import BlazonIntake
internal import BlazonJSON
internal import BlazonPaint
package import BlazonSource
package import BlazonSpec
package import Crypto

/// Who signs the credentials of one programme: its keys, and those of them that are open.
package struct Signer: Sendable {
  /// All that its DID document lists, the retired ones for what they signed.
  let keys: [KeyFolder.StoredKey]
  /// The key that signs in each format, and what it is called.
  private let open: [CredentialSpec.Format: (name: String, key: PrivateKey)]
  /// Signs certificates in PDF as documents, where the programme wants that.
  private let documents: DocumentSignature?

  /// The keys that `spec` names, in `folder`; `open` opens those that sign.
  ///
  /// What is wrong with them is in the report; then there is none.
  package init?(
    _ spec: CredentialSpec, in folder: KeyFolder,
    opening open: (String) throws(WorldError) -> PrivateKey, report: inout Report
  ) throws(WorldError) {
    var keys: [KeyFolder.StoredKey] = []
    for name in spec.keys {
      do throws(WorldError) { keys.append(try folder.key(name.value)) } catch {
        report.error(
          "no key “\(name.value)” in “\(folder.path)”", at: name.place,
          help: "bring its two files from where it was made, or name another folder with --keys; "
            + "“blazon keys new” makes one where nothing was signed in this name yet")
        return nil
      }
    }
    var opened: [CredentialSpec.Format: (name: String, key: PrivateKey)] = [:]
    for format in spec.formats {
      guard let algorithm = format.algorithm else { continue }
      let signing = keys.first { $0.key.algorithm == algorithm && !$0.isRetired }
      guard let signing else {
        if let first = spec.keys.first {
          report.error(
            "none of these keys can sign \(format.rawValue)", at: first.place,
            help: "it needs one that is not retired: blazon keys new NAME --algorithm "
              + format.algorithmName)
        }
        return nil
      }
      opened[format] = (signing.name, try open(signing.name))
    }
    var documents: DocumentSignature?
    if let wish = spec.signsDocuments, wish.value {
      let name = keys.first { $0.key.algorithm == .rsa && !$0.isRetired }?.name
      guard let name, let chain = try folder.certificates(of: name) else {
        report.error(
          name.map { "the key “\($0)” has no certificate" } ?? "none of these keys can sign a PDF",
          at: wish.place,
          help: name.map { "blazon keys certify \($0) makes one, or takes one with --from" }
            ?? "it needs one of rsa-3072")
        return nil
      }
      var key = opened.values.first { $0.name == name }?.key
      if key == nil { key = try open(name) }
      documents = key.flatMap { DocumentSignature(by: $0, chain) }
      if documents == nil {
        report.error(
          "the certificate of “\(name)” is of another key", at: wish.place,
          help: "blazon keys certify \(name) makes one, or takes one with --from")
        return nil
      }
    }
    (self.keys, self.open, self.documents) = (keys, opened, documents)
  }

  /// How a certificate in PDF is signed in the name of `name`; `nil` where it is not.
  func signing(for name: String) -> PDFPainter.Signing? {
    documents.map { signature in
      PDFPainter.Signing(name: name, count: signature.count) { signature.signature(of: $0) }
    }
  }

  /// What a change of changes every credential.
  var digest: String {
    keys.map { String(decoding: $0.jwk.bytes, as: UTF8.self) }.joined()
      + (documents?.certificates ?? "")
  }

  /// The keys as the document of `did` lists them: those of Ed25519 first, as some readers take the first.
  func document(of did: String) -> DIDDocument {
    let sorted =
      keys.filter { $0.key.algorithm == .ed25519 } + keys.filter { $0.key.algorithm != .ed25519 }
    return DIDDocument(
      did: did,
      methods: sorted.map {
        .init(
          id: Signer.method($0.name, $0.key, of: did), key: $0.key, isAsserting: !$0.isCompromised)
      })
  }

  /// What a key is called in the document of `did`: some readers want to find the key itself in the name.
  private static func method(_ name: String, _ key: PublicKey, of did: String) -> String {
    "\(did)#\(key.multikey ?? name)"
  }

  /// `payload` as a JWT of the issuer `did`.
  func jwt(_ payload: JSON, of did: String) throws(WorldError) -> [UInt8] {
    try signed(.jwt, of: did) { key, method in
      JWS.signed(payload, by: key, calledBy: method)
    }
  }

  /// `credential` as a JWT.
  func jwt(_ credential: Credential) throws(WorldError) -> [UInt8] {
    try signed(.jwt, of: credential.issuer.did) { key, method in
      credential.jwt(signedBy: key, calledBy: method)
    }
  }

  /// `document` of the issuer `did` with a proof in it that was made at `created`.
  func proved(
    _ document: JSON, of did: String, at created: Moment
  ) throws(WorldError) -> [UInt8] {
    try signed(.dataIntegrity, of: did) { key, method in
      document.proved(by: key, calledBy: method, at: created)?.bytes
    }
  }

  private func signed(
    _ format: CredentialSpec.Format, of did: String,
    _ sign: (PrivateKey, _ method: String) -> [UInt8]?
  ) throws(WorldError) -> [UInt8] {
    guard let (name, key) = open[format],
      let signed = sign(key, Signer.method(name, key.publicKey, of: did))
    else { throw WorldError("signing as \(format.rawValue) failed") }
    return signed
  }
}

extension CredentialSpec.Format {
  /// `nil` for what nobody signs.
  fileprivate var algorithm: KeyAlgorithm? {
    switch self {
    case .jwt: .rsa
    case .dataIntegrity: .ed25519
    case .hosted: nil
    }
  }

  /// As the command line calls it.
  fileprivate var algorithmName: String {
    switch self {
    case .jwt, .hosted: "rsa-3072"
    case .dataIntegrity: "ed25519"
    }
  }
}
