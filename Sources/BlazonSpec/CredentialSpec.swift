internal import BlazonForm
public import BlazonSource

/// The key `credentials` of a programme: what its awards prove by themselves, and who signs.
public struct CredentialSpec: Sendable {
  /// A form of credential that pictures carry.
  public enum Format: String, CaseIterable, Sendable {
    /// Open Badges 3.0 as a JSON Web Token, signed with RSA.
    case jwt = "ob3-jwt"
    /// The same as JSON with a Data Integrity proof in it, `eddsa-rdfc-2022`, signed with Ed25519.
    case dataIntegrity = "ob3-di"
    /// Open Badges 2.0, hosted: true because the issuer publishes it. For recipients with an e-mail address.
    case hosted = "ob2"
  }

  /// The names of the keys that sign, one for each algorithm that the formats want.
  public var keys: [Located<String>]
  public var formats: [Format]
  /// Where the issuer is written to; shown to everybody.
  public var email: String?
  /// Whether certificates in PDF are signed as documents; where that is said.
  public var signsDocuments: Located<Bool>?
  /// The numbers of credentials that stay taken back, though no ledger has their awards any more.
  public var revoked: [Located<String>]

  enum Keys {
    static let key = Key(
      "key", Form<[Located<String>]>.list(of: .text, named: "a list of names"),
      "the key that signs, by its name in the folder of keys")
    static let formats = Key(
      "formats", Form<[Located<Format>]>.list(of: .choice("format"), named: "a list of formats"),
      "the forms of its credentials; ob3-jwt unless given. The first of ob3 is in pictures, with ob2"
    )
    static let email = Key("email", Form<String>.text, "where the issuer is written to")
    static let signPDF = Key(
      "sign-pdf", .bool, "whether certificates in PDF are signed, by the certificate of the RSA key"
    )
    static let revoked = Key(
      "revoked", Form<[Located<String>]>.list(of: .randomUUID, named: "a list of numbers"),
      "the uuids of awards that stay taken back, though their rows are gone")
    static let all = [
      KeyDeclaration(key), .init(formats), .init(email), .init(signPDF),
      .init(revoked),
    ]
  }

  static let form = Form<CredentialSpec>("credentials {key: acme-2026}", .chapter("credentials")) {
    tree, reading in
    guard var fields = Fields(tree, of: "credentials", declared: Keys.all, &reading) else {
      return nil
    }
    let keys = fields.require(Keys.key, &reading)
    let formats = fields.take(Keys.formats, &reading)
    let email = fields.take(Keys.email, &reading)
    let signsDocuments = fields.locate(Keys.signPDF, &reading)
    let revoked = fields.take(Keys.revoked, &reading) ?? []
    fields.finish(&reading)
    let names = formats?.map(\.value) ?? [.jwt]
    if names.contains(.hosted), email == nil {
      reading.error(
        "ob2 needs an address that the issuer is written to", at: tree.place,
        help: "as in email: badges@example.org")
    }
    guard let keys else { return nil }
    return CredentialSpec(
      keys: keys.value, formats: names, email: email, signsDocuments: signsDocuments,
      revoked: revoked)
  }
}
