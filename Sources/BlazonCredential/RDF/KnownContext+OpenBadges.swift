// Made by make-terms.py from ob-v3p0-3.0.3.json; change that instead.

extension KnownContext {
  /// Open Badges 3.0.
  static let openBadges = KnownContext(
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
    [
      .class("OpenBadgeCredential", "ob:OpenBadgeCredential"),
      .class(
        "Achievement", "ob:Achievement",
        [
          .property("achievementType", "ob:achievementType"),
          .property("alignment", "ob:alignment", in: .set),
          .property("creator", "ob:creator"),
          .property("creditsAvailable", "ob:creditsAvailable", .type("xss:float")),
          .property("criteria", "ob:Criteria", .iri),
          .property("fieldOfStudy", "ob:fieldOfStudy"),
          .property("humanCode", "ob:humanCode"),
          .property("image", "ob:image", .iri),
          .property("otherIdentifier", "ob:otherIdentifier", in: .set),
          .property("related", "ob:related", in: .set),
          .property("resultDescription", "ob:resultDescription", in: .set),
          .property("specialization", "ob:specialization"),
          .property("tag", "schema:keywords", in: .set),
          .property("version", "ob:version"),
          .property("inLanguage", "schema:inLanguage"),
        ]),
      .class("AchievementCredential", "ob:OpenBadgeCredential"),
      .class(
        "AchievementSubject", "ob:AchievementSubject",
        [
          .property("achievement", "ob:achievement"),
          .property("activityEndDate", "ob:activityEndDate", .type("xss:date")),
          .property("activityStartDate", "ob:activityStartDate", .type("xss:date")),
          .property("creditsEarned", "ob:creditsEarned", .type("xss:float")),
          .property("identifier", "ob:identifier", in: .set),
          .property("image", "ob:image", .iri),
          .property("licenseNumber", "ob:licenseNumber"),
          .property("result", "ob:result", in: .set),
          .property("role", "ob:role"),
          .property("source", "ob:source", .iri),
          .property("term", "ob:term"),
        ]),
      .class(
        "Address", "ob:Address",
        [
          .property("addressCountry", "schema:addressCountry"),
          .property("addressCountryCode", "ob:CountryCode"),
          .property("addressLocality", "schema:addressLocality"),
          .property("addressRegion", "schema:addressRegion"),
          .property("geo", "ob:GeoCoordinates"),
          .property("postOfficeBoxNumber", "schema:postOfficeBoxNumber"),
          .property("postalCode", "schema:postalCode"),
          .property("streetAddress", "schema:streetAddress"),
        ]),
      .class(
        "Alignment", "schema:AlignmentObject",
        [
          .property("targetCode", "ob:targetCode"),
          .property("targetDescription", "schema:targetDescription"),
          .property("targetFramework", "schema:targetFramework"),
          .property("targetName", "schema:targetName"),
          .property("targetType", "ob:targetType"),
          .property("targetUrl", "schema:targetUrl", .type("xss:anyURI")),
        ]),
      .class("Criteria", "ob:Criteria"),
      .class("EndorsementCredential", "ob:EndorsementCredential"),
      .class(
        "EndorsementSubject", "ob:EndorsementSubject",
        [
          .property("endorsementComment", "ob:endorsementComment")
        ]),
      .class(
        "Evidence", "ob:Evidence",
        [
          .property("audience", "schema:audience"),
          .property("genre", "schema:genre"),
        ]),
      .class(
        "GeoCoordinates", "ob:GeoCoordinates",
        [
          .property("latitude", "schema:latitude"),
          .property("longitude", "schema:longitude"),
        ]),
      .class(
        "IdentifierEntry", "ob:IdentifierEntry",
        [
          .property("identifier", "ob:identifier"),
          .property("identifierType", "ob:identifierType"),
        ]),
      .class(
        "IdentityObject", "ob:IdentityObject",
        [
          .property("hashed", "ob:hashed", .type("xss:boolean")),
          .property("identityHash", "ob:identityHash"),
          .property("identityType", "ob:identityType"),
          .property("salt", "ob:salt"),
        ]),
      .class(
        "Image", "ob:Image",
        [
          .property("caption", "schema:caption")
        ]),
      .class(
        "Profile", "ob:Profile",
        [
          .property("additionalName", "schema:additionalName"),
          .property("address", "ob:address", .iri),
          .property("dateOfBirth", "ob:dateOfBirth", .type("xss:date")),
          .property("email", "schema:email"),
          .property("familyName", "schema:familyName"),
          .property("familyNamePrefix", "ob:familyNamePrefix"),
          .property("givenName", "schema:givenName"),
          .property("honorificPrefix", "schema:honorificPrefix"),
          .property("honorificSuffix", "schema:honorificSuffix"),
          .property("image", "ob:image", .iri),
          .property("otherIdentifier", "ob:otherIdentifier", in: .set),
          .property("parentOrg", "ob:parentOrg", .iri),
          .property("patronymicName", "ob:patronymicName"),
          .property("phone", "ob:phone"),
          .property("official", "ob:official"),
        ]),
      .class(
        "Related", "ob:Related",
        [
          .property("version", "ob:version"),
          .property("inLanguage", "schema:inLanguage"),
        ]),
      .class(
        "Result", "ob:Result",
        [
          .property("achievedLevel", "ob:achievedLevel", .type("xss:anyURI")),
          .property("resultDescription", "ob:resultDescription", .type("xss:anyURI")),
          .property("status", "ob:status"),
          .property("value", "schema:value"),
        ]),
      .class(
        "ResultDescription", "ob:ResultDescription",
        [
          .property("allowedValue", "ob:allowedValue", in: .list),
          .property("requiredLevel", "ob:requiredLevel", .type("xss:anyURI")),
          .property("requiredValue", "ob:requiredValue"),
          .property("resultType", "ob:resultType"),
          .property("rubricCriterionLevel", "ob:rubricCriterionLevel", in: .set),
          .property("valueMax", "ob:valueMax"),
          .property("valueMin", "ob:valueMin"),
        ]),
      .class(
        "RubricCriterionLevel", "ob:RubricCriterionLevel",
        [
          .property("level", "ob:level"),
          .property("points", "ob:points"),
        ]),
      .property("alignment", "ob:alignment", in: .set),
      .property("description", "schema:description"),
      .property("endorsement", "ob:endorsement", in: .set),
      .property("endorsementJwt", "ob:endorsementJwt", in: .set),
      .property("image", "ob:image", .iri),
      .property("inLanguage", "schema:inLanguage"),
      .property("name", "schema:name"),
      .property("narrative", "ob:narrative"),
      .property("url", "schema:url", .type("xss:anyURI")),
      .property("awardedDate", "ob:awardedDate", .type("xsd:dateTime")),
      .property("jti", "jwt:jti", .iri),
    ])
}
