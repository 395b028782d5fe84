package import BlazonJSON

/// The classes of Open Badges 3.0 (section B) and what members they have.
///
/// A credential with a member that none of them has is refused: nobody can say what it would mean, and it would look
/// as if it had been vouched for.
package struct Shape: Sendable {
  private enum Kind: Sendable {
    case text, date, number, flag
    /// A nested class.
    case object(String)
    /// Whatever the member holds is checked elsewhere.
    case anything
  }

  private struct Member: Sendable {
    var kind: Kind
    var isRequired = false
    /// Where several may stand, one may stand alone as well (JSON-LD).
    var isList = false
  }

  /// What is wrong, and where, as a JSON pointer (RFC 6901).
  struct Problem: Error, Hashable, Sendable {
    var pointer: String
    var message: String
  }

  private let members: [String: Member]

  /// The table for another reader of the same rules, as JSON: classes by their names, in order.
  package static var table: JSON {
    .object(
      notations.sorted { $0.key < $1.key }.map { name, notation in
        let members = notation.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return JSON.Member(name, .string(members))
      })
  }

  /// Each member as `name:kind`, `!` behind the names of those that must be there, brackets around what is a list.
  private init(_ text: String) {
    var members: [String: Member] = ["type": Member(kind: .anything)]
    for word in text.split(whereSeparator: \.isWhitespace) {
      let parts = word.split(separator: ":")
      let isRequired = parts[0].hasSuffix("!")
      let isList = parts[1].hasPrefix("[")
      let kind = parts[1].filter { $0 != "[" && $0 != "]" }
      members[String(parts[0].filter { $0 != "!" })] = Member(
        kind: Shape.kind(kind), isRequired: isRequired, isList: isList)
    }
    self.members = members
  }

  private static func kind(_ name: String) -> Kind {
    switch name {
    case "text": .text
    case "date": .date
    case "number": .number
    case "flag": .flag
    case "any": .anything
    default: .object(name)
    }
  }

  private static let envelope = """
    @context!:any id!:text name:text description:text awardedDate:date issuer!:Profile validFrom:date
    validUntil:date issuanceDate:date expirationDate:date proof:any credentialSchema:any
    credentialStatus:any refreshService:any termsOfUse:any endorsement:any endorsementJwt:any
    """

  private static let shapes = notations.mapValues(Shape.init)

  /// The members of each class, as they are read above.
  static let notations: [String: String] = [
    "AchievementCredential":
      envelope + " credentialSubject!:AchievementSubject evidence:[Evidence] image:Image",
    "AchievementSubject": """
    id:text name:text activityEndDate:date activityStartDate:date creditsEarned:number
    achievement!:Achievement identifier:[IdentityObject] image:Image licenseNumber:text narrative:text
    result:[Result] role:text source:Profile term:text
    """,
    "Achievement": """
    id!:text alignment:[Alignment] achievementType:text creator:Profile creditsAvailable:number
    criteria!:Criteria description!:text endorsement:any endorsementJwt:any fieldOfStudy:text humanCode:text
    image:Image inLanguage:text name!:text otherIdentifier:[IdentifierEntry] related:[Related]
    resultDescription:[ResultDescription] specialization:text tag:[text] version:text
    """,
    "Profile": """
    id!:text name:text url:text phone:text description:text endorsement:any endorsementJwt:any image:Image
    email:text address:Address otherIdentifier:[IdentifierEntry] official:text parentOrg:Profile familyName:text
    givenName:text additionalName:text patronymicName:text honorificPrefix:text honorificSuffix:text
    familyNamePrefix:text dateOfBirth:text
    """,
    "Criteria": "id:text narrative:text",
    "Image": "id!:text caption:text",
    "Alignment": """
    targetCode:text targetDescription:text targetName!:text targetFramework:text targetType:text targetUrl!:text
    """,
    "IdentityObject": "hashed!:flag identityHash!:text identityType!:text salt:text",
    "IdentifierEntry": "identifier!:text identifierType!:text",
    "Evidence": "id:text narrative:text name:text description:text genre:text audience:text",
    "Related": "id!:text inLanguage:text version:text",
    "Result":
      "achievedLevel:text alignment:[Alignment] resultDescription:text status:text value:text",
    "ResultDescription": """
    id!:text alignment:[Alignment] allowedValue:[text] name!:text requiredLevel:text requiredValue:text
    resultType!:text rubricCriterionLevel:[RubricCriterionLevel] valueMax:text valueMin:text
    """,
    "RubricCriterionLevel":
      "id!:text alignment:[Alignment] description:text level:text name!:text points:text",
    "Address": """
    addressCountry:text addressCountryCode:text addressRegion:text addressLocality:text streetAddress:text
    postOfficeBoxNumber:text postalCode:text geo:GeoCoordinates
    """,
    "GeoCoordinates": "latitude!:number longitude!:number",
  ]

  /// Classes whose objects need not say what they are.
  private static let plain: Set<String> = ["Criteria"]

  /// Checks that `document` is a credential about an achievement, whole and without anything else in it.
  static func check(credential document: JSON) throws(Problem) {
    try check(document, as: "AchievementCredential", at: "")
  }

  private static func check(_ value: JSON, as name: String, at pointer: String) throws(Problem) {
    guard let members = value.members, let shape = shapes[name] else {
      throw Problem(pointer: pointer, message: "is no object of the class \(name)")
    }
    try checkType(value, name, pointer)
    for member in members {
      let place = "\(pointer)/\(member.name)"
      // Names that only look like ours would be found under them.
      let isPlain = member.name.utf8.allSatisfy { $0 < 0x80 }
      guard isPlain, let known = shape.members[member.name] else {
        throw Problem(pointer: place, message: "is a member that \(name) does not have")
      }
      guard known.isList || member.value.elements == nil || isAnything(known) else {
        throw Problem(pointer: place, message: "is a list, where one value stands")
      }
      let values = isAnything(known) ? [member.value] : member.value.list
      guard !values.isEmpty else {
        throw Problem(pointer: place, message: "is an empty list")
      }
      for element in values { try check(element, known.kind, at: place) }
    }
    for (member, known) in shape.members.sorted(by: { $0.key < $1.key })
    where known.isRequired && value[member] == nil {
      throw Problem(pointer: pointer, message: "lacks “\(member)”")
    }
    // Section 8.3, step 1: a subject that nobody can be told to be.
    if name == "AchievementSubject", value["id"] == nil, value["identifier"] == nil {
      throw Problem(pointer: pointer, message: "has neither “id” nor “identifier”")
    }
  }

  private static func isAnything(_ member: Member) -> Bool {
    if case .anything = member.kind { true } else { false }
  }

  private static func checkType(_ value: JSON, _ name: String, _ pointer: String) throws(Problem) {
    let types = value["type"]?.list.map(\.text) ?? []
    guard types.allSatisfy({ $0 != nil }) else {
      throw Problem(pointer: "\(pointer)/type", message: "is no list of names")
    }
    let names = types.compactMap(\.self)
    if name == "AchievementCredential" {
      guard names.contains("VerifiableCredential"),
        names.contains("OpenBadgeCredential") || names.contains("AchievementCredential")
      else {
        throw Problem(pointer: "\(pointer)/type", message: "is not that of an open badge")
      }
      return
    }
    guard plain.contains(name) || names.contains(name) else {
      throw Problem(pointer: "\(pointer)/type", message: "does not say “\(name)”")
    }
  }

  private static func check(_ value: JSON, _ kind: Kind, at pointer: String) throws(Problem) {
    switch kind {
    case .anything: break
    case .text:
      guard value.text != nil else { throw Problem(pointer: pointer, message: "is no text") }
    case .date:
      guard value.text.flatMap(Moment.init) != nil else {
        throw Problem(pointer: pointer, message: "is no date with a time and a zone")
      }
    case .number:
      guard case .number = value else {
        throw Problem(pointer: pointer, message: "is no number")
      }
    case .flag:
      guard case .bool = value else {
        throw Problem(pointer: pointer, message: "is neither true nor false")
      }
    case .object(let name): try check(value, as: name, at: pointer)
    }
  }
}
