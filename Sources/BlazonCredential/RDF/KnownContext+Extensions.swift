// Made by make-terms.py from ob-v3p0-extensions.json; change that instead.

extension KnownContext {
  /// The types of 1EdTech for schemas, revocation and refreshing.
  static let extensions = KnownContext(
    "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json",
    [
      .class(
        "1EdTechJsonSchemaValidator2019",
        "https://purl.imsglobal.org/spec/vccs/v1p0/context.json#1EdTechJsonSchemaValidator2019"),
      .class(
        "1EdTechRevocationList",
        "https://purl.imsglobal.org/spec/vcrl/v1p0/context.json#1EdTechRevocationList"),
      .class(
        "1EdTechCredentialRefresh",
        "https://purl.imsglobal.org/spec/vccr/v1p0/context.json#1EdTechCredentialRefresh"),
    ])
}

extension KnownContext {
  /// Data Integrity 1.0.
  static let dataIntegrity = KnownContext(
    "https://w3id.org/security/data-integrity/v2",
    [
      .property("proof", "sec:proof", .iri, in: .graph),
      .class(
        "DataIntegrityProof", "sec:DataIntegrityProof",
        [
          .property("challenge", "sec:challenge"),
          .property("created", "dc:created", .type("xs:dateTime")),
          .property("cryptosuite", "sec:cryptosuite", .type("sec:cryptosuiteString")),
          .property("domain", "sec:domain"),
          .property("expires", "sec:expiration", .type("xs:dateTime")),
          .property("nonce", "sec:nonce"),
          .property("previousProof", "sec:previousProof", .iri),
          .property(
            "proofPurpose", "sec:proofPurpose", .term,
            scope: [
              .property("assertionMethod", "sec:assertionMethod", .iri, in: .set),
              .property("authentication", "sec:authenticationMethod", .iri, in: .set),
              .property("capabilityDelegation", "sec:capabilityDelegationMethod", .iri, in: .set),
              .property("capabilityInvocation", "sec:capabilityInvocationMethod", .iri, in: .set),
              .property("keyAgreement", "sec:keyAgreementMethod", .iri, in: .set),
            ]),
          .property("proofValue", "sec:proofValue", .type("sec:multibase")),
          .property("verificationMethod", "sec:verificationMethod", .iri),
        ]),
    ])
}
