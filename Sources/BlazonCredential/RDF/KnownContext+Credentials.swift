// Made by make-terms.py from credentials-v2.jsonld; change that instead.

extension KnownContext {
  /// Verifiable Credentials 2.0.
  static let credentials = KnownContext(
    "https://www.w3.org/ns/credentials/v2",
    [
      .property("description", "schema:description"),
      .property("digestMultibase", "sec:digestMultibase", .type("sec:multibase")),
      .property("digestSRI", "cred:digestSRI", .type("cred:sriString")),
      .property("mediaType", "schema:encodingFormat"),
      .property("name", "schema:name"),
      .class(
        "VerifiableCredential", "cred:VerifiableCredential",
        [
          .property("confidenceMethod", "cred:confidenceMethod", .iri),
          .property("credentialSchema", "cred:credentialSchema", .iri),
          .property("credentialStatus", "cred:credentialStatus", .iri),
          .property("credentialSubject", "cred:credentialSubject", .iri),
          .property("description", "schema:description"),
          .property("evidence", "cred:evidence", .iri),
          .property("issuer", "cred:issuer", .iri),
          .property("name", "schema:name"),
          .property("proof", "sec:proof", .iri, in: .graph),
          .property("refreshService", "cred:refreshService", .iri),
          .property("relatedResource", "cred:relatedResource", .iri),
          .property("renderMethod", "cred:renderMethod", .iri),
          .property("termsOfUse", "cred:termsOfUse", .iri),
          .property("validFrom", "cred:validFrom", .type("xs:dateTime")),
          .property("validUntil", "cred:validUntil", .type("xs:dateTime")),
        ]),
      .class("EnvelopedVerifiableCredential", "cred:EnvelopedVerifiableCredential"),
      .class(
        "VerifiablePresentation", "cred:VerifiablePresentation",
        [
          .property("holder", "cred:holder", .iri),
          .property("proof", "sec:proof", .iri, in: .graph),
          .property("termsOfUse", "cred:termsOfUse", .iri),
          .clearing("verifiableCredential", "cred:verifiableCredential", .iri, in: .graph),
        ]),
      .class("EnvelopedVerifiablePresentation", "cred:EnvelopedVerifiablePresentation"),
      .class("JsonSchemaCredential", "cred:JsonSchemaCredential"),
      .class(
        "JsonSchema", "cred:JsonSchema",
        [
          .property("jsonSchema", "cred:jsonSchema", .json)
        ]),
      .class("BitstringStatusListCredential", "status:BitstringStatusListCredential"),
      .class(
        "BitstringStatusList", "status:BitstringStatusList",
        [
          .property("encodedList", "status:encodedList", .type("sec:multibase")),
          .property("statusPurpose", "status:statusPurpose"),
          .property("ttl", "status:ttl"),
        ]),
      .class(
        "BitstringStatusListEntry", "status:BitstringStatusListEntry",
        [
          .property("statusListCredential", "status:statusListCredential", .iri),
          .property("statusListIndex", "status:statusListIndex"),
          .property("statusPurpose", "status:statusPurpose"),
          .property(
            "statusMessage", "status:statusMessage",
            scope: [
              .property("message", "status:message"),
              .property("status", "status:status"),
            ]),
          .property("statusReference", "status:statusReference", .iri),
          .property("statusSize", "status:statusSize", .type("xss:integer")),
        ]),
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
      .property("...", "jwt:..."),
      .property("_sd", "jwt:_sd", .json),
      .property("_sd_alg", "jwt:_sd_alg"),
      .property("aud", "jwt:aud", .iri),
      .property(
        "cnf", "jwt:cnf",
        scope: [
          .property("kid", "jwt:kid", .iri),
          .property("jwk", "jwt:jwk", .json),
        ]),
      .property("exp", "jwt:exp", .type("xss:nonNegativeInteger")),
      .property("iat", "jwt:iat", .type("xss:nonNegativeInteger")),
      .property("iss", "jose:iss", .iri),
      .property("jku", "jose:jku", .iri),
      .property("kid", "jose:kid", .iri),
      .property("nbf", "jwt:nbf", .type("xss:nonNegativeInteger")),
      .property("sub", "jose:sub", .iri),
      .property("x5u", "jose:x5u", .iri),
    ])
}
